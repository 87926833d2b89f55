"""Every rule on the shelf is whole: a code, a title, a manual page, and broken projects that it finds."""

import re
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

from steelyard.check import check
from steelyard.contracts import Rule
from steelyard.faults import shelf as faults
from steelyard.rules import shelf
from steelyard.shelf import module_name

NAMES = sorted(shelf)
FAULTS = sorted(each.code for each in faults.values())
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
    return sys.modules[f"steelyard.rules.{module_name(name)}"].__doc__ or ""


@pytest.mark.parametrize("name", NAMES)
def test_code_is_the_first_word_of_the_file_name(name: str) -> None:
    """So that a code leads to its file."""
    assert re.fullmatch(r"[a-z]\d{3}(-[a-z0-9]+)+", name)
    assert shelf[name].code == name.split("-", maxsplit=1)[0].upper()


def test_codes_are_unique_and_apart_from_those_that_are_always_on() -> None:
    """One code, one meaning."""
    codes = [shelf[name].code for name in NAMES]
    assert [code for code, count in Counter([*codes, *FAULTS]).items() if count > 1] == []
    assert not any(code.startswith(("Y", "K", "F", "X", "T")) for code in codes)


@pytest.mark.parametrize("name", NAMES)
def test_manual_page_says_what_is_wrong_and_shows_it(name: str) -> None:
    """A first sentence, a reason, something wrong and something right: `test_rule_examples.py` tries both."""
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


@pytest.mark.parametrize("code", [code for code in FAULTS if code.startswith(("Y", "K", "F"))])
def test_several_broken_projects_expect_each_fault_of_reading(code: str) -> None:
    """Each fault of reading has more than one way of coming about."""
    assert sum(code == each for each, _ in EXPECTED) > 1


DISCARDED = """\
id: tea
title: Tea for everyone
role: discarded
discarded_because: It is not coffee.
summary: Buy a tea urn.
cost:
  {value: 1, low: 0, high: 2, unit: GBP a week, price_year: 2020, terms: nominal, rationale: A guess., basis: judgement}
"""
NOTHING_CHANGES = """\
id: kettle
title: Kettle and instant coffee
role: baseline
summary: Go on as now.
cost: {value: 0, unit: EUR a year, price_year: 2026, terms: real, basis: definition, rationale: Nothing new.}
scores:
  noise: {value: 55, confidence: high, rationale: Nothing new., basis: definition}
  taste: {value: 0, confidence: high, rationale: Nothing new., basis: definition}
"""
LEANING = """\
assumptions:
  pots-stand:
    statement: The pot stands on its plate until noon.
    effect: Fresh filter coffee is as good as any.
    quality: low
    impact: high
    owner: office manager
    on: 2026-12-01
    review_by: 2026-12-01                           # the day on which every test runs
    bears_on: [taste, filter]
    evidence: [machine-test#filter-stale]
"""
LET_PASS: dict[str, dict[str, str | tuple[str, str]]] = {
    "a discarded option needs no scores, and its cost is compared with none": {"options/tea.yaml": DISCARDED},
    "numbers that hold by definition share a rationale": {"options/kettle.yaml": NOTHING_CHANGES},
    "scores go beyond a scale whose value function goes on": {
        "criteria/noise.yaml": (
            "best: 40}",
            "best: 40}\nvalue_function: {shape: linear, outside: extrapolate}",
        ),
        "options/filter.yaml": ("low: 45", "low: 35"),
    },
    "a range without value does no harm under 0 points": {
        "criteria/weights/balanced.yaml": (
            "price: 40\n  taste: 100\nranges:\n  price: [0, 2100]",
            "price: 0\n  taste: 100\nranges:\n  price: [500, 500]",
        )
    },
    "a range may stretch to one side only": {"options/capsules.yaml": ("  high: 2300\n", "")},
    "an assumption alone may cite a claim, and be looked at on its last day": {
        "assumptions.yaml": LEANING,
        "options/filter.yaml": ("    against: [machine-test#filter-stale]\n", ""),
    },
    "two claims of one document are no conflict of documents": {
        "options/filter.yaml": ("    low: 0\n    high: 1.5\n", "")
    },
    "what a claim implies may be an end of the range": {
        "options/filter.yaml": (
            "[machine-test#filter-stale]\n",
            "[machine-test#filter-stale]\n    implies: {machine-test#filter-stale: 0, machine-test#beans-taste: 1.5}\n",
        )
    },
    "half levels are levels enough": {"options/filter.yaml": ("value: 1\n", "value: 0.5\n")},
    "plain points need no 100": {
        "criteria/weights/balanced.yaml": (
            "swing\njudgements:\n  noise: 50",
            "direct\njudgements:\n  noise: 500",
        )
    },
    "swings that were ranked may tie in points, and an order may leave names out": {
        "criteria/weights/balanced.yaml": (
            "judgements:\n  noise: 50",
            "order: [price, noise]\njudgements:\n  noise: 40",
        ),
        "criteria/weights/quiet-first.yaml": ("method: swing", "method: swing\norder: [burden, noise, taste, price]"),
    },
    "a group and its criteria may have 0 points": {"criteria/weights/quiet-first.yaml": ("quality: 50", "quality: 0")},
    "an option may be left off the shortlist": {
        "steelyard.yaml": ("kettle]", "kettle, tea]"),
        "options/tea.yaml": DISCARDED,
    },
}


@pytest.mark.parametrize("sentence", sorted(LET_PASS))
def test_rules_let_pass_what_is_sound(sentence: str, tmp_path: Path) -> None:
    """Each is near something that a rule finds, and is sound."""
    project = tmp_path / "project"
    shutil.copytree(Path(__file__).parent / "sound", project)
    for path, written in LET_PASS[sentence].items():
        file = project / path
        if isinstance(written, str):
            file.write_text(written, encoding="utf-8")
            continue
        before = file.read_text(encoding="utf-8")
        assert before.count(written[0]) == 1
        file.write_text(before.replace(*written), encoding="utf-8")
    assert check(project) == ()


def test_files_saved_on_windows_are_sound(tmp_path: Path) -> None:
    """A byte order mark and line ends of two characters are no fault."""
    project = tmp_path / "project"
    shutil.copytree(Path(__file__).parent / "sound", project)
    for file in project.rglob("*.yaml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert check(project) == ()


@pytest.mark.parametrize("name", [name for name in NAMES if shelf[name].settings is not None])
def test_every_setting_has_a_default_and_a_description(name: str) -> None:
    """So that a project sets only what it wants otherwise, and its reader knows what it set."""
    settings = shelf[name].settings
    assert settings is not None
    assert settings.model_fields
    for field in settings.model_fields.values():
        assert not field.is_required()
        assert field.description
        assert field.description.endswith(".")
    assert settings.model_validate({}) == settings()
