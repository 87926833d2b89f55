"""Findings that a comment allows: what it covers, and what cannot be allowed."""

import shutil
from pathlib import Path

import pytest

from steelyard.check import check
from steelyard.reading.suppressions import suppressions_in

SOUND = Path(__file__).parent / "sound"
FILTER, SOURCE = "options/filter.yaml", "seeds/machine-test.yaml"


def found(folder: Path, path: str, before: str, after: str) -> list[tuple[str, int, str | None]]:
    """Code, line and suppression of every finding in the sound project with one text replaced."""
    project = folder / "project"
    shutil.copytree(SOUND, project)
    text = (project / path).read_text(encoding="utf-8")
    assert before in text
    (project / path).write_text(text.replace(before, after, 1), encoding="utf-8")
    return [(each.code, each.place.line, each.suppressed) for each in check(project)]


def line_of(path: str, words: str) -> int:
    """The line of the sound project on which some words stand."""
    lines = (SOUND / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_a_comment_above_allows_what_the_block_below_gives(tmp_path: Path) -> None:
    """The finding stays in the list, with the reason, on its own line."""
    spare = f"""claims:
  # steelyard: allow E006: kept for the next round
  spare:
    statement: The lids of all machines close.
    at: {{paragraph: 12}}
    anchor: all lids close
    sha256: {"ab" * 32}
    credibility: 3
"""
    first = line_of(SOURCE, "claims:")
    assert found(tmp_path, SOURCE, "claims:\n", spare) == [("E006", first + 2, "kept for the next round")]


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# steelyard: allow E006: not cited", "X001"),
        ("# steelyard: allow E006", "X002"),
        ("# steelyard: allow", "X002"),
        ("# steelyard: alow E006: a reason", "X002"),
        ("# steelyard: allow Q999: a reason", "X002"),
        ("# steelyard: allow K001: a reason", "X002"),
        ("# steelyard: allow S001: a reason", "X002"),
    ],
)
def test_comments_that_allow_nothing_are_findings(tmp_path: Path, comment: str, code: str) -> None:
    """An unused one is a warning; one without reason, code or right to allow is an error, at the comment."""
    (finding,) = found(tmp_path, FILTER, "id: filter", f"id: filter  {comment}")
    assert finding == (code, 1, None)


def test_a_suppression_reaches_no_further_than_its_block() -> None:
    """A comment beside a line covers the block that begins there; one above covers the block below."""
    text = "a: 1\nb:  # steelyard: allow S001: x\n  c: 2\n\n  d: 3\ne: 4\n"
    text += "# steelyard: allow S002, s003: y\n\nf:\n  g: 5\nh: 6\n"
    beside, above = suppressions_in(text, "file")
    assert (beside.codes, beside.reason, beside.first, beside.last) == (("S001",), "x", 2, 5)
    assert (above.codes, above.reason, above.first, above.last) == (("S002", "S003"), "y", 9, 10)
    assert (beside.place.line, beside.place.column) == (2, 5)


def test_a_comment_at_the_end_covers_only_itself() -> None:
    """With nothing below it there is nothing that it could allow."""
    (last,) = suppressions_in("a: 1\n# steelyard: allow S001: x\n", "file")
    assert (last.first, last.last) == (2, 2)
