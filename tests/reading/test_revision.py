"""Definitions read from git's objects: the same as from disk, without touching the working tree."""

import subprocess
from pathlib import Path

import pytest

from projects import decision, lay_out, quantity, weight_set
from steelyard.check import read
from steelyard.reading.contents import OnDisk
from steelyard.reading.revision import RevisionError, revision_of


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as someone whose settings are nobody's."""
    told = ("-c", "user.name=A Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", "-C", str(folder), *told, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


def committed(folder: Path) -> str:
    """Commit everything in a folder, making a repository of it where it is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "A step")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small decision, not yet in git."""
    criteria = {"x": quantity(0, 4), "y": quantity(0, 4)}
    files = decision(criteria, {"a": (1, 2), "b": (2, 1)}, {"even": weight_set("equal")})
    return lay_out(files, tmp_path / "project")


def test_a_revision_holds_what_the_disk_held(root: Path) -> None:
    """Every file's bytes, and the lists of files, are those that lay on disk when it was committed."""
    (root / "options" / "notes.txt").write_text("nothing reads me", encoding="utf-8")
    commit = committed(root)
    disk = OnDisk(root)
    found = revision_of(root, "HEAD")
    assert found.commit == commit
    for folder in ("options", "criteria", "criteria/weights", "seeds", "nowhere"):
        assert found.names_in(folder) == disk.names_in(folder)
        assert list(found.beneath(folder)) == list(disk.beneath(folder))
        assert all(found.read(path) == disk.read(path) for path in found.beneath(folder))
    assert found.read("steelyard.yaml") == disk.read("steelyard.yaml")


def test_the_log_of_assumptions_is_read_where_the_commit_has_one(root: Path) -> None:
    """A log that came after a commit is not in it; one that has gone since still is, and its bytes are the same."""
    first = committed(root)
    (root / "assumptions.yaml").write_bytes(b"assumptions: {}\n")
    second = committed(root)
    (root / "assumptions.yaml").unlink()
    assert not revision_of(root, first).holds("assumptions.yaml")
    assert revision_of(root, second).holds("assumptions.yaml")
    assert revision_of(root, second).read("assumptions.yaml") == b"assumptions: {}\n"
    assert not OnDisk(root).holds("assumptions.yaml")


def test_edits_since_do_not_show_and_stay(root: Path) -> None:
    """What was edited, added or deleted since the commit is not in it, and the working tree stays as it is."""
    committed(root)
    (root / "options" / "a.yaml").unlink()
    (root / "options" / "c.yaml").write_text("id: c\n", encoding="utf-8")
    (root / "options" / "b.yaml").write_bytes(b"\xff")
    before = git(root, "status", "--porcelain")
    found = revision_of(root, "HEAD")
    assert found.names_in("options") == ["a", "b"]
    assert b"Option b" in found.read("options/b.yaml")
    assert git(root, "status", "--porcelain") == before


def test_a_decision_in_a_sub_folder(tmp_path: Path, root: Path) -> None:
    """A decision that lies deep in a repository is found there; files beside it are not its own."""
    home = tmp_path / "repository"
    home.mkdir()
    root.rename(home / "[deep] caf\u00e9")
    (home / "options").mkdir()
    (home / "options" / "stranger.yaml").write_text("id: stranger\n", encoding="utf-8")
    committed(home)
    assert revision_of(home / "[deep] caf\u00e9", "HEAD").names_in("options") == ["a", "b"]


def test_no_decision_at_that_revision(root: Path) -> None:
    """A revision from before the decision is refused in a sentence that names it."""
    (root / "steelyard.yaml").rename(root / "later.yaml")
    committed(root)
    git(root, "tag", "early")
    (root / "later.yaml").rename(root / "steelyard.yaml")
    with pytest.raises(RevisionError, match=r"there was no decision at early \([0-9a-f]{12}\)"):
        revision_of(root, "early")


@pytest.mark.parametrize("name", ["no-such-branch", "HEAD~5", "--help", "", "HEAD:steelyard.yaml", "a\0b", "-1"])
def test_unknown_revisions(root: Path, name: str) -> None:
    """What names no commit is refused in one sentence, whatever it looks like."""
    committed(root)
    with pytest.raises(RevisionError, match="git knows no revision"):
        revision_of(root, name)


def test_a_shallow_clone_says_so(tmp_path: Path, root: Path) -> None:
    """Where history was cut off, as CI does, the sentence says to fetch more of it."""
    committed(root)
    committed(root)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", "shallow")
    with pytest.raises(RevisionError, match="this clone is shallow: fetch more"):
        revision_of(tmp_path / "shallow", "HEAD~1")


def test_outside_a_repository(root: Path) -> None:
    """A folder outside git has no revisions."""
    with pytest.raises(RevisionError, match="is not in a git repository"):
        revision_of(root, "HEAD")


def test_without_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed, that is the sentence."""
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(RevisionError, match="git is not installed"):
        revision_of(root, "HEAD")


def test_links_are_followed_inside_the_commit_only(root: Path, tmp_path: Path) -> None:
    """A link to a file of the repository gives that file; one that leaves it, or runs in a circle, gives nothing."""
    (tmp_path / "outside.yaml").write_text("id: outside\n", encoding="utf-8")
    (root / "kept").mkdir()
    (root / "options" / "b.yaml").rename(root / "kept" / "b.yaml")
    (root / "options" / "b.yaml").symlink_to("../kept/b.yaml")
    (root / "options" / "c.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / "options" / "d.yaml").symlink_to("d.yaml")
    (root / "options" / "e.yaml").symlink_to("b.yaml")
    committed(root)
    found = revision_of(root, "HEAD")
    assert found.read("options/b.yaml") == found.read("options/e.yaml") == (root / "kept" / "b.yaml").read_bytes()
    assert found.names_in("options") == ["a", "b", "c", "d", "e"]
    for path in ("options/c.yaml", "options/d.yaml"):
        with pytest.raises(OSError, match="link to nothing"):
            found.read(path)


def test_links_out_of_the_decision_lead_nowhere(tmp_path: Path, root: Path) -> None:
    """What lies beside a decision in the same repository is not its own, in a revision as on disk."""
    home = tmp_path / "repository"
    home.mkdir()
    root = root.rename(home / "project")
    (home / "project-2").mkdir()
    (home / "project-2" / "c.yaml").write_text("id: c\n", encoding="utf-8")
    (root / "options" / "c.yaml").symlink_to("../../project-2/c.yaml")
    committed(home)
    for contents in (OnDisk(root), revision_of(root, "HEAD")):
        with pytest.raises(OSError, match="link"):
            contents.read("options/c.yaml")


def test_the_disk_reads_as_before(root: Path) -> None:
    """Reading a folder goes through the same door, and finds its options."""
    assert list(read(root).definitions.options) == ["a", "b"]
