"""The examples on every rule's manual page are so: the wrong one gives the finding, the right one gives none."""

import sys
from pathlib import Path

import pytest

from page_examples import Piece, example, laid_out, lay_over
from steelyard.check import at_least, check
from steelyard.results.finding import Finding
from steelyard.rules import shelf
from steelyard.shelf import module_name

NAMES = sorted(shelf)
WIDTH = 80


def page_of(name: str) -> str:
    """The manual page of a rule: its module's docstring."""
    assert isinstance(shelf[name].code, str)
    return sys.modules[f"steelyard.rules.{module_name(name)}"].__doc__ or ""


def findings_with(pieces: list[Piece], target: Path) -> tuple[Finding, ...]:
    """What is found in the sound project with an example laid over it."""
    project = laid_out(target)
    for piece in pieces:
        lay_over(project, piece)
    return check(project)


@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_example_gives_the_finding(name: str, tmp_path: Path) -> None:
    """Laid over a sound project, what the page calls wrong is found by its rule."""
    found = findings_with(example(page_of(name), "Wrong"), tmp_path)
    assert shelf[name].code in {each.code for each in found}


@pytest.mark.parametrize("name", NAMES)
def test_the_right_example_gives_no_such_finding(name: str, tmp_path: Path) -> None:
    """What the page calls right is not found by its rule, and breaks nothing else."""
    found = findings_with(example(page_of(name), "Right"), tmp_path)
    assert shelf[name].code not in {each.code for each in found}
    assert at_least(found, "error") == ()


@pytest.mark.parametrize("name", NAMES)
def test_examples_fit_a_terminal(name: str) -> None:
    """Examples are shown as they are, so that none of their lines is longer than a usual terminal is wide."""
    assert [line for line in page_of(name).splitlines() if line.startswith("    ") and len(line) > WIDTH] == []


def test_columns_are_not_called_alike_while_an_option_is_out_of_sight(tmp_path: Path) -> None:
    """One unreadable option may be the very one that tells two criteria apart, so nothing is said of them."""
    whole = example(page_of("c008-columns-alike"), "Wrong")
    whole.append(Piece("steelyard.yaml", "", "rules: {C008: {fewest_options: 3}}"))
    assert "C008" in {each.code for each in findings_with(whole, tmp_path / "whole")}
    broken = [*whole, Piece("options/beans.yaml", "", "scores: {taste: {value: good}}")]
    assert "C008" not in {each.code for each in findings_with(broken, tmp_path / "broken")}


@pytest.mark.parametrize("said", ["delete", "without", "wthout scores"])
def test_what_a_heading_says_is_understood_or_refused(said: str, tmp_path: Path) -> None:
    """A slip in a heading is noticed, lest an example show something else than what was tried."""
    with pytest.raises(AssertionError, match=said):
        findings_with([Piece("options/filter.yaml", said, "")], tmp_path)
