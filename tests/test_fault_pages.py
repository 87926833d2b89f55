"""Every fault that is always looked for has a page, and the examples on it are so."""

import sys
from pathlib import Path

import pytest

from page_examples import example, laid_out, lay_over, lay_over_as_it_stands
from steelyard.check import at_least, check
from steelyard.faults import severity_of, shelf
from steelyard.results.finding import Finding
from steelyard.shelf import module_name
from steelyard.tables.breaches import CODE as BREACH

NAMES = sorted(shelf)
TRIED = [name for name in NAMES if shelf[name].code != BREACH]
"""What a table breaks is no matter of files: `tables/test_breaches.py` breaks one."""
OF_VALUES = "k"
"""What is wrong with a value is laid over as a value; what is wrong with text, files or comments, letter by letter."""
WIDTH = 80


def page_of(name: str) -> str:
    """The manual page of a fault: its module's docstring."""
    assert isinstance(shelf[name].code, str)
    return sys.modules[f"steelyard.faults.{module_name(name)}"].__doc__ or ""


def findings_with(name: str, heading: str, target: Path) -> tuple[Finding, ...]:
    """What is found in the sound project with an example of a page laid over it."""
    project = laid_out(target)
    lay = lay_over if name.startswith(OF_VALUES) else lay_over_as_it_stands
    for piece in example(page_of(name), heading):
        lay(project, piece)
    return check(project)


@pytest.mark.parametrize("name", NAMES)
def test_the_code_is_the_first_word_of_the_file_name(name: str) -> None:
    """So that a code leads to its file, and to how grave it is."""
    assert shelf[name].code == name.split("-", maxsplit=1)[0].upper()
    assert severity_of(shelf[name].code) == shelf[name].severity
    assert 0 < len(shelf[name].title) <= 45


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_is_wrong_and_shows_it(name: str) -> None:
    """A first sentence, a reason, something wrong and something right, no line of which is too long."""
    page = page_of(name)
    assert page.split("\n")[0].endswith(".")
    assert "\nWrong:\n" in page
    assert "\nRight:\n" in page
    assert [line for line in page.splitlines() if line.startswith("    ") and len(line) > WIDTH] == []


@pytest.mark.parametrize("name", TRIED)
def test_the_wrong_example_gives_the_fault(name: str, tmp_path: Path) -> None:
    """Laid over a sound project, what the page calls wrong is found, as grave as the page says, and no other error."""
    found = findings_with(name, "Wrong", tmp_path)
    assert (shelf[name].code, shelf[name].severity) in {(each.code, each.severity) for each in found}
    assert {each.code for each in at_least(found, "error")} <= {shelf[name].code}


@pytest.mark.parametrize("name", TRIED)
def test_the_right_example_gives_no_such_fault(name: str, tmp_path: Path) -> None:
    """What the page calls right is not found, and breaks nothing else."""
    found = findings_with(name, "Right", tmp_path)
    assert shelf[name].code not in {each.code for each in found}
    assert at_least(found, "error") == ()
