"""Findings that a comment allows: what it covers, and what cannot be allowed."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.check import check
from steelyard.documents.place import Place
from steelyard.documents.suppression import Suppression
from steelyard.reading.suppressions import suppressions_in
from steelyard.results.finding import Finding
from steelyard.rules import shelf as rules
from steelyard.suppressing import suppressed

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
        ("# Steelyard: alow E006: a reason", "X002"),
        ("# STEELYARD : allow E006", "X002"),
        ("# steelyard: allow E006: .", "X002"),
        ("# steelyard: allow E006: ok!", "X002"),
        ("# Steelyard: Allow e006: not cited", "X001"),
    ],
)
def test_comments_that_allow_nothing_are_findings(tmp_path: Path, comment: str, code: str) -> None:
    """An unused one is a warning; one without reason, code or right to allow is an error, at the comment."""
    (finding,) = found(tmp_path, FILTER, "id: filter", f"id: filter  {comment}")
    assert finding == (code, 1, None)


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("K001", "Mend what it is about: what is not read cannot be judged."),
        ("Y004", "Mend what it is about: what is not read cannot be judged."),
        ("F001", "Mend what it is about: what is not read cannot be judged."),
        ("X001", "Mend the comment that it is about, or delete it."),
        ("T001", "Mend the entry that it is about: no table is shown that does not hold what it promises."),
        ("S004", "Mend what it is about: no ranking is possible without."),
    ],
)
def test_what_cannot_be_allowed_is_told_why(code: str, remedy: str) -> None:
    """Codes that readers meet but that are no rule's are not called unknown, and no other code is offered."""
    comment = Suppression(Place("file", 1, 1), (code,), "a reason", 1, 1)
    (found,) = suppressed(
        [], [comment], {"S004": rules["s004-range-misses-value"], "W001": rules["w009-weight-sets-alike"]}
    )
    assert (found.code, found.message, found.remedy) == ("X002", f"{code} cannot be allowed", remedy)


BROKEN = Path(__file__).parent / "broken"


@pytest.mark.parametrize(
    ("project", "path", "code"),
    [
        ("range-of-the-whole-scale", "options/kettle.yaml", "S014"),
        ("passage-for-two-numbers", "options/beans.yaml", "E009"),
    ],
)
def test_a_remedy_that_says_to_allow_clears_the_finding(tmp_path: Path, project: str, path: str, code: str) -> None:
    """What the remedy writes out, put beside the line of the finding with a reason, is all that it takes."""
    folder = tmp_path / "project"
    shutil.copytree(SOUND, folder)
    shutil.copytree(BROKEN / project, folder, dirs_exist_ok=True)
    (folder / "expected.yaml").unlink()
    (found,) = check(folder)
    assert (found.code, found.place.path) == (code, path)
    comment = found.remedy.split("`")[1].replace("...", "two effects, and nobody can know")
    lines = (folder / path).read_text(encoding="utf-8").splitlines()
    lines[found.place.line - 1] += f"  {comment}"
    (folder / path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [(each.code, each.suppressed) for each in check(folder)] == [(code, "two effects, and nobody can know")]


def test_capital_letters_make_no_difference() -> None:
    """A comment that begins with a capital letter is followed like any other."""
    comment = "# Steelyard: Allow s013: one clause decides both options"
    (found,) = suppressions_in(f"a:  {comment}\n  b: 1\n", "file")
    assert (found.codes, found.reason, found.place.column) == (("S013",), "one clause decides both options", 5)


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


_LINES = st.sampled_from(["", "a: 1", "b:", "# x", "# steelyard: allow S001: x", "c: 2 # steelyard: allow S002: y"])


@given(st.lists(st.tuples(st.integers(0, 3), _LINES), max_size=12))
def test_what_a_comment_covers_is_what_its_meaning_says(written: list[tuple[int, str]]) -> None:
    """From the line that a block begins on, down to the last written line before one that stands no further right."""
    lines = [" " * indent + line for indent, line in written]
    for each in suppressions_in("\n".join(lines), "file"):
        at = each.place.line - 1
        below = [n for n in range(at + 1, len(lines)) if lines[n].strip() and not lines[n].lstrip().startswith("#")]
        beside = not lines[at].lstrip().startswith("#")
        first = at if beside else (below[0] if below else at)
        own = len(lines[first]) - len(lines[first].lstrip())
        written_below = [n for n in range(first + 1, len(lines)) if lines[n].strip()]
        stops = [n for n in written_below if len(lines[n]) - len(lines[n].lstrip()) <= own]
        inside = [n for n in written_below if not stops or n < stops[0]]
        assert (each.first - 1, each.last - 1) == (first, inside[-1] if inside else first)


def test_of_two_that_cover_a_line_the_first_written_counts() -> None:
    """The other allows nothing then, and is pointed out; one that begins below the finding never counts."""
    finding = Finding("S001", "error", Place("file", 5, 1), "a sentence", "a remedy")
    outer = Suppression(Place("file", 2, 1), ("S001",), "outer", 2, 9)
    inner = Suppression(Place("file", 4, 1), ("S001",), "inner", 5, 5)
    below = Suppression(Place("file", 6, 1), ("S001",), "below", 7, 7)
    over = Suppression(Place("file", 1, 1), ("S001",), "over", 1, 1)
    rule = replace(rules["s011-between-levels"], code="S001")
    found = list(suppressed([finding], [over, outer, inner, below], {"S001": rule}))
    assert [each.suppressed for each in found] == ["outer", None, None, None]
    assert [(each.code, each.place.line) for each in found[1:]] == [("X001", 1), ("X001", 4), ("X001", 6)]


def test_a_file_of_comments_only(tmp_path: Path) -> None:
    """Thousands of comments are each pointed out, every one at its line; a file of more lines is not looked into."""
    many = "# steelyard: allow S011: x\n" * 5_000
    assert len(found(tmp_path / "some", FILTER, "id: filter", f"{many}id: filter")) == 5_000
    assert [each[0] for each in found(tmp_path / "more", FILTER, "id: filter", f"{many * 2}id: filter")] == ["Y008"]
