import json
import subprocess
from pathlib import Path
from shutil import which

import pytest

from projects import Files, decision, lay_out, loaded, quantity, weight_set
from steelyard import assess
from steelyard.documents.place import Place
from steelyard.outputs import shelf
from steelyard.outputs.json import findings_as_data
from steelyard.provenance import digest_of, stamp_of
from steelyard.results.finding import Finding


def _files() -> Files:
    weights = {"even": weight_set("equal"), "x-only": weight_set("direct", judgements={"x": 1, "y": 0})}
    criteria = {"x": quantity(0, 4), "y": quantity(0, 4)}
    return decision(criteria, {"a": (1, 0), "b": (3, 4), "c": (3, 4)}, weights)


def test_a_report_holds_every_ranking_and_the_findings() -> None:
    """The report has every weight set's ranking, the findings of the check, and one stamp."""
    definitions = loaded(_files())
    found = (Finding("O003", "warning", Place("steelyard.yaml", 1, 1), "said", "do"),)
    whole = json.loads(shelf["json"].render(assess.report(definitions, found)))
    assert whole["schema"] == "steelyard/report@1"
    assert sorted(whole["rankings"]) == ["even", "x-only"]
    assert whole["check"]["findings"][0]["code"] == "O003"
    assert whole["stamp"] == whole["rankings"]["even"]["stamp"]


def test_ties_and_closeness_are_said() -> None:
    """Options that share a rank name one another; the margin is 0 and the first place too close to call."""
    definitions = loaded(_files())
    render = shelf["json"].render_ranking
    assert render is not None
    found = json.loads(render(assess.rank(definitions), definitions))
    assert [(each["id"], each["rank"], each["tied_with"]) for each in found["options"]] == [
        ("b", 1, ["c"]),
        ("c", 1, ["b"]),
        ("a", 3, []),
    ]
    assert (found["margin"], found["too_close_to_call"]) == (0, True)
    assert [each["id"] for each in found["leaders"]] == ["b", "c"]


def test_text_is_written_as_it_is() -> None:
    """Letters beyond ASCII are written in UTF-8, not as escapes, and the file ends with a newline."""
    files = _files()
    files["options/b.yaml"]["title"] = "Caf\u00e9 \u4e2d\u56fd"
    content = shelf["json"].render(assess.report(loaded(files)))
    assert "Caf\u00e9 \u4e2d\u56fd".encode() in content
    assert content.endswith(b"}\n")


def test_suppressed_findings_are_shown_and_not_counted() -> None:
    """A suppressed finding keeps its reason and is left out of the summary."""
    place = Place("a.yaml", 1, 2)
    data = findings_as_data(
        (
            Finding("S001", "error", place, "said", "do", suppressed="known"),
            Finding("O003", "warning", place, "said", "do"),
        )
    )
    assert data["summary"] == {"error": 0, "warning": 1, "note": 0}


def test_the_digest_sees_content_and_nothing_else(tmp_path: Path) -> None:
    """Comments, key order and line ends leave the digest of the definitions; a changed word does not."""
    files = _files()
    before = digest_of(loaded(files))
    reordered = {path: dict(reversed(content.items())) for path, content in reversed(files.items())}
    reordered["steelyard.yaml"] = files["steelyard.yaml"]
    assert digest_of(loaded(reordered)) == before
    root = lay_out(files, tmp_path)
    for file in root.rglob("*.yaml"):
        file.write_bytes(b"# a comment\r\n" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert digest_of(assess.load(root)[0]) == before
    files["options/b.yaml"]["summary"] = "Do b well."
    assert digest_of(loaded(files)) != before


def test_the_order_of_groups_is_content(tmp_path: Path) -> None:
    """Groups stand in their order of showing, so another order is another digest."""
    criteria = {"x": quantity(0, 4, group="g"), "y": quantity(0, 4, group="h")}
    files = decision(criteria, {"a": (1, 0), "b": (3, 4)}, {"even": weight_set("equal")})
    before = digest_of(assess.load(lay_out(files, tmp_path))[0])
    files["steelyard.yaml"]["groups"] = dict(reversed(files["steelyard.yaml"]["groups"].items()))
    assert digest_of(loaded(files)) != before


def test_outside_git_there_is_no_commit(tmp_path: Path) -> None:
    """Definitions that are in no repository have no commit, and are not called edited."""
    stamp = stamp_of(assess.load(lay_out(_files(), tmp_path))[0])
    assert (stamp.commit, stamp.dirty) == (None, False)


@pytest.mark.skipif(which("git") is None, reason="git is not installed")
def test_the_stamp_follows_git(tmp_path: Path) -> None:
    """The stamp names the commit, and says whether the definitions were edited since; other files do not count."""
    root = lay_out(_files(), tmp_path)
    who = ["-c", "user.name=a test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(root), *who, *arguments]
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
        return done.stdout.strip()

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "Begin")
    stamp = stamp_of(assess.load(root)[0])
    assert (stamp.commit, stamp.dirty) == (git("rev-parse", "HEAD"), False)
    (root / "notes.txt").write_text("mine", encoding="utf-8")
    assert stamp_of(assess.load(root)[0]).dirty is False
    (root / "options" / "b.yaml").write_bytes((root / "options" / "b.yaml").read_bytes() + b"# edited\n")
    assert stamp_of(assess.load(root)[0]).dirty is True
