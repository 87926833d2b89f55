"""What reading asks of a folder on disk, whatever lies in it: only files of the folder itself are ever opened."""

import os
import subprocess
import sys
from errno import EACCES, EIO, EISDIR, ELOOP, EMFILE, ENOENT
from pathlib import Path

import pytest

from projects import decision, lay_out, quantity, weight_set
from steelyard.check import check, checked, findings_of
from steelyard.distributions import shelf as distributions
from steelyard.documents.definitions import FOLDERS
from steelyard.errors import NoDecisionError
from steelyard.reading import find_decision
from steelyard.reading.contents import MOST_BYTES, OnDisk, StrangeFileError
from steelyard.reading.folder import Vocabulary, read_contents
from steelyard.reading.unopened import not_opened
from steelyard.value_functions import shelf as value_functions
from steelyard.weightings import shelf as weightings

SECRET = b"id: beside\ntitel: a secret\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small decision with two options, and a file that lies beside it."""
    (tmp_path / "beside.yaml").write_bytes(SECRET)
    criteria = {"x": quantity(0, 4), "y": quantity(0, 4)}
    files = decision(criteria, {"a": (1, 2), "b": (2, 1)}, {"even": weight_set("equal")}, severity={"O003": "off"})
    return lay_out(files, tmp_path / "project")


def _found(root: Path) -> list[tuple[str, str]]:
    return [(each.place.path, each.code) for each in check(root)]


@pytest.mark.parametrize("target", ["../../beside.yaml", "../../nowhere.yaml", "/dev/null", "/etc/passwd"])
def test_a_link_out_of_the_folder_is_refused(root: Path, target: str) -> None:
    """What it leads to is not opened, and none of it is shown in a finding: logs may be read by others."""
    (root / "options" / "c.yaml").symlink_to(target)
    with pytest.raises(StrangeFileError, match="leads out of the decision's folder"):
        OnDisk(root).read("options/c.yaml")
    assert _found(root) == [("options/c.yaml", "F002")]
    assert checked(root).lines == {}


def test_a_link_inside_the_folder_is_followed(root: Path) -> None:
    """A file may lie elsewhere in the decision's folder, as it may in a revision."""
    (root / "kept").mkdir()
    (root / "options" / "b.yaml").rename(root / "kept" / "b.yaml")
    (root / "options" / "b.yaml").symlink_to("../kept/b.yaml")
    assert _found(root) == []


def test_a_folder_that_is_a_link_out_is_refused(root: Path) -> None:
    """Each file in it is a finding, and what else lies there is nobody's business."""
    (root / "seeds").rename(root.parent / "elsewhere")
    (root / "seeds").symlink_to("../elsewhere")
    (root.parent / "elsewhere" / "notes.txt").write_text("private", encoding="utf-8")
    assert ("seeds/made-up.yaml", "F002") in _found(root)
    assert list(OnDisk(root).beneath("seeds")) == []


def test_a_folder_that_leads_to_everything_is_not_walked(root: Path) -> None:
    """Links to the root of the machine, or in a circle, end the walk instead of leading it on."""
    (root / "criteria" / "weights" / "all").symlink_to("/")
    (root / "seeds" / "circle").symlink_to(".")
    (root / "seeds" / "itself").symlink_to("itself")
    assert _found(root) == [("seeds/itself", "F001")]


@pytest.mark.parametrize("name", ["c.yaml", "c.txt"])
def test_links_in_a_circle(root: Path, name: str) -> None:
    """A link that leads to itself cannot be opened; that is a finding like any other."""
    (root / "options" / name).symlink_to(name)
    assert _found(root) == [(f"options/{name}", "Y001" if name == "c.yaml" else "F001")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("path", ["options/c.yaml", "criteria/weights/pipe.yaml"])
def test_a_pipe_is_refused_and_not_waited_for(root: Path, path: str) -> None:
    """Opening it would wait for somebody to write."""
    os.mkfifo(root / path)
    assert (path, "F002") in _found(root)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_link_to_a_pipe_is_refused(root: Path) -> None:
    """What counts is what the link leads to."""
    os.mkfifo(root / "pipe")
    (root / "options" / "c.yaml").symlink_to("../pipe")
    with pytest.raises(StrangeFileError, match="a pipe, a socket or a device"):
        OnDisk(root).read("options/c.yaml")


def test_no_more_is_read_than_shows_that_a_file_is_too_large(root: Path) -> None:
    """A file may be larger than the machine's memory."""
    with (root / "options" / "c.yaml").open("wb") as file:
        file.truncate(50 * MOST_BYTES)
    assert len(OnDisk(root).read("options/c.yaml")) == MOST_BYTES + 1
    assert _found(root) == [("options/c.yaml", "Y008")]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names here are always text")
def test_a_name_that_is_no_text_is_a_finding(root: Path) -> None:
    """The name is shown as far as it can be, in every format."""
    for name in (b"caf\xe9.yaml", b"caf\xe9.txt"):
        Path(os.fsdecode(os.fsencode(root / "options") + b"/" + name)).write_bytes(b"id: cafe\n")
    assert _found(root) == [("options/caf\ufffd.txt", "F001"), ("options/caf\ufffd.yaml", "F002")]


def test_a_file_that_has_only_an_ending_is_pointed_out(root: Path) -> None:
    """A hidden file named `.yaml` defines nothing."""
    (root / "options" / ".yaml").write_bytes(SECRET)
    assert OnDisk(root).names_in("options") == ["a", "b"]


def test_folders_far_down_are_walked(root: Path) -> None:
    """However deep a folder lies, its files are pointed out."""
    deep = Path("options", *["d"] * 600)
    (root / deep).mkdir(parents=True)
    (root / deep / "a.yaml").write_bytes(SECRET)
    assert _found(root) == [((deep / "a.yaml").as_posix(), "F001")]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no modes of files")
def test_what_may_not_be_opened_is_a_finding(root: Path) -> None:
    """A file, a folder, and a folder of folders that are shut: a finding each, and no finding of the file's words.

    A superuser may open everything, so for one the check runs as nobody, who owns none of this.
    """
    for folder in (root.parent.parent, root.parent, root, *(each for each in root.rglob("*") if each.is_dir())):
        folder.chmod(0o755)
    (root / "options" / "b.yaml").chmod(0)
    (root / "seeds").chmod(0)
    (root / "criteria").chmod(0o600)
    code = (
        "import os; from pathlib import Path; from steelyard.check import check; check(Path('.')); own = os.geteuid(); "
        "own or os.seteuid(65534); "
        "print(sorted({(each.place.path, each.code) for each in check(Path('.')) if each.code[0] in 'YFK'})); "
        "own or os.seteuid(own)"  # so that whoever measures coverage can write down what it saw
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    for folder in ("criteria", "seeds"):
        (root / folder).chmod(0o755)
    assert done.stderr == ""
    shut = ["criteria/weights", "options/b.yaml", "seeds"]
    assert [each for each in shut if f"('{each}', 'Y001')" in done.stdout] == shut


class _Shut(OnDisk):
    """A folder in which some folders may not be looked into."""

    def __init__(self, root: Path, shut: str) -> None:
        super().__init__(root)
        self._shut = shut

    def names_in(self, folder: str) -> list[str]:
        if folder == self._shut:
            raise PermissionError(EACCES, os.strerror(EACCES), folder)
        return super().names_in(folder)


@pytest.mark.parametrize("shut", FOLDERS.values())
def test_nothing_is_called_unknown_for_want_of_looking(root: Path, shut: str) -> None:
    """Where a folder is shut, whatever files name may lie in it, and whatever lies elsewhere may be named in it."""
    decision_file = root / "steelyard.yaml"
    decision_file.write_text(
        decision_file.read_text(encoding="utf-8").replace(
            '"severity":', '"shortlists": {"default": ["a", "b"]}\n"severity":'
        )
        + '"expectations": [{"weights": "even", "above": [["a", "b"]], "because": "It must."}]\n'
        + '"scenario_sets": {"all": {"title": "All", "scenarios": ["boom"], "because": "Each may come."}}\n'
        + '"decision": {"chosen": ["a"], "because": "It must.", "status": "illustrative", "weights": "even"}\n',
        encoding="utf-8",
    )
    change = '[{"criterion": "x", "options": ["a"], "change": {"kind": "shift", "by": 0.5}, "because": "It may."}]'
    lay_out({"criteria/scenarios/boom.yaml": {}}, root)
    (root / "criteria" / "scenarios" / "boom.yaml").write_text(f'"id": "boom"\n"changes": {change}\n', encoding="utf-8")
    reading = read_contents(_Shut(root, shut), Vocabulary(value_functions, distributions, weightings))
    found = {(each.place.path, each.code) for each in findings_of(reading)}
    assert (shut, "Y001") in found
    never = {
        "E001",
        "D001",
        "D002",
        "D003",
        "D008",
        "D010",
        "S002",
        "O001",
        "O003",
        "W001",
        "W002",
        "W006",
        "N001",
        "N007",
        "E006",
    }
    assert {code for _, code in found} & never == set()


def _remedy(error: OSError, *, what: str = "file", path: str = "options/b.yaml", is_there: bool = True) -> str:
    return not_opened(error, what, path, is_there=is_there).remedy


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (EACCES, "Allow yourself to read the file, or have its owner allow it (chmod u+r options/b.yaml)."),
        (EISDIR, "A folder lies where the file is meant: move it away, or rename it."),
        (ENOENT, "It is a link that leads nowhere. Put the file itself in its place, or delete the link."),
        (ELOOP, "It is a link that leads in a circle. Put the file itself in its place, or delete the link."),
        (EMFILE, "Close programs that hold many files open, and check again."),
        (EIO, "Open it in another program: where that fails too, restore it from git or from a backup."),
        (None, "Open it in another program: where that fails too, restore it from git or from a backup."),
    ],
)
def test_what_cannot_be_opened_is_told_what_to_do(number: int | None, remedy: str) -> None:
    """By the reason that the machine gives; somebody who is told only to look at the file knows no more than before."""
    assert _remedy(OSError() if number is None else OSError(number, os.strerror(number))) == remedy


def test_where_permission_is_wanting_is_told() -> None:
    """It may be wanting for the file, for the folder, or for the folder that either lies in."""
    shut = PermissionError(EACCES, os.strerror(EACCES))
    assert "the folder" in _remedy(shut, what="folder", path="seeds")
    assert _remedy(shut, what="folder", path="seeds").endswith("(chmod u+rx seeds).")
    assert _remedy(shut, is_there=False).endswith("(chmod u+rx options).")
    assert _remedy(shut, path="steelyard.yaml", is_there=False).endswith("(chmod u+rx .).")
    assert _remedy(shut, path="options/my b.yaml").endswith("(chmod u+r 'options/my b.yaml').")


def test_what_went_away_is_told_from_what_never_was() -> None:
    """A definition file was listed a moment ago; draws are only named."""
    gone = FileNotFoundError(ENOENT, os.strerror(ENOENT))
    assert _remedy(gone, is_there=False) == "It went away while the folder was read: check again."
    assert _remedy(gone, what="file of draws", is_there=False) == "Put the file there, or name another under `draws`."


@pytest.mark.parametrize("target", ["../nowhere.yaml", "c.yaml", "../seeds"])
def test_a_link_that_is_no_file_says_so(root: Path, target: str) -> None:
    """To nothing, to itself, or to a folder."""
    (root / "options" / "c.yaml").symlink_to(target)
    remedies = [each.remedy for each in check(root) if each.place.path == "options/c.yaml"]
    said = {"../nowhere.yaml": "leads nowhere", "c.yaml": "in a circle", "../seeds": "A folder lies where"}[target]
    assert [said in each for each in remedies] == [True]


class _Vanishing(OnDisk):
    """A folder in which one file is deleted after it was listed."""

    def names_in(self, folder: str) -> list[str]:
        names = super().names_in(folder)
        (self.root / "options" / "b.yaml").unlink(missing_ok=True)
        return names


def test_a_file_that_vanishes_is_a_finding(root: Path) -> None:
    """Between the listing of a folder and the reading of its files, another program may delete one."""
    reading = read_contents(_Vanishing(root), Vocabulary(value_functions, distributions, weightings))
    (fault,) = reading.faults
    assert (fault.place.path, fault.code) == ("options/b.yaml", "Y001")
    assert fault.message == "the file cannot be opened: No such file or directory"


def test_a_decision_is_looked_for_where_one_may_not_look(tmp_path: Path) -> None:
    """Names too long for the machine, links in a circle, and files for folders hold no decision."""
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "file").write_bytes(SECRET)
    for start in ("a" * 5000, "circle", "file", "circle/b"):
        with pytest.raises(NoDecisionError):
            find_decision(tmp_path / start)
