"""Every rule on the shelf is whole: a code, a title, a manual page, and broken projects that it finds."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

from steelyard.contracts import Rule
from steelyard.reading.fault import TITLES
from steelyard.rules import shelf

NAMES = sorted(shelf)
EXPECTED = [
    (finding["code"], finding["severity"])
    for file in sorted((Path(__file__).parent / "broken").glob("*/expected.yaml"))
    for finding in yaml.safe_load(file.read_text(encoding="utf-8"))["findings"]
]
SEVERITY_SET = {("E006", "error"), ("O003", "note")}
"""The project `severities-set` sets these by its own `severity`."""


def page_of(name: str) -> str:
    """The manual page of a rule: its module's docstring."""
    assert isinstance(shelf[name], Rule)
    return sys.modules[f"steelyard.rules.{name}"].__doc__ or ""


@pytest.mark.parametrize("name", NAMES)
def test_code_is_the_first_word_of_the_file_name(name: str) -> None:
    """So that a code leads to its file."""
    assert re.fullmatch(r"[a-z]\d{3}(_[a-z0-9]+)+", name)
    assert shelf[name].code == name.split("_", maxsplit=1)[0].upper()


def test_codes_are_unique_and_apart_from_those_of_reading() -> None:
    """One code, one meaning."""
    codes = [shelf[name].code for name in NAMES]
    assert [code for code, count in Counter([*codes, *TITLES]).items() if count > 1] == []
    assert not any(code.startswith(("Y", "K", "F")) for code in codes)


@pytest.mark.parametrize("name", NAMES)
def test_manual_page_says_what_is_wrong_and_shows_it(name: str) -> None:
    """A first sentence, a reason, something wrong and something right."""
    page = page_of(name)
    assert page.split("\n")[0].endswith(".")
    assert "\nWrong" in page
    assert "\nRight" in page


@pytest.mark.parametrize("name", NAMES)
def test_title_is_short_and_no_sentence(name: str) -> None:
    """Titles stand in lists."""
    title = shelf[name].title
    assert 0 < len(title) <= 45
    assert not title.endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_project_expects_the_rule(name: str) -> None:
    """At its own severity, so that no rule is untried."""
    rule = shelf[name]
    severities = {severity for code, severity in EXPECTED if code == rule.code}
    severities -= {severity for code, severity in SEVERITY_SET if code == rule.code}
    assert severities == {rule.severity}


@pytest.mark.parametrize("code", sorted(TITLES))
def test_several_broken_projects_expect_each_fault_of_reading(code: str) -> None:
    """Each fault of reading has more than one way of coming about."""
    assert sum(code == each for each, _ in EXPECTED) > 1
