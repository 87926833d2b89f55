"""What people write who know Word and Excel is answered with what to write instead."""

import shutil
from pathlib import Path

import pytest

from steelyard.check import check
from steelyard.documents.option import Option
from steelyard.reading.records import extract
from steelyard.reading.remedies import instead_of_day, instead_of_id, instead_of_list, instead_of_number
from steelyard.reading.yaml_text import parse


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2,5", "Write a point instead of the comma: `2.5`."),
        ("-0,25", "Write a point instead of the comma: `-0.25`."),
        ("12,500", "Write it without separators: `12500`."),
        ("1_800", "Write it without separators: `1800`."),
        ("1,234,567.8", "Write it without separators: `1234567.8`."),
        ("60%", "Write the number alone: `60`."),
        ("0.5 %", "Write the number alone: `0.5`."),
        ("2-3", "Write one number here; `low` and `high` hold the range around it."),
        ("2 \u2013 3.5", "Write one number here; `low` and `high` hold the range around it."),
        ("2 to 3", "Write one number here; `low` and `high` hold the range around it."),
        ("$0.4bn", "Write the number alone, without unit, sign or word."),
        ("about 4", "Write the number alone, without unit, sign or word."),
        ("12:30:45", "Write it in digits."),
        ("high", "Write a number, such as 2 or 0.5."),
        ("", "Write a number, such as 2 or 0.5."),
    ],
)
def test_instead_of_a_number(text: str, remedy: str) -> None:
    """Commas, per cent signs, ranges, units and words each have an answer of their own."""
    assert instead_of_number(text) == remedy


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("soon", "Write a whole number, in digits."),
        ("2,5", "Write a whole number, in digits."),
        ("2029 or 2030", "Write a whole number, in digits."),
        ("2,031", "Write it without separators: `2031`."),
    ],
)
def test_instead_of_a_whole_number(text: str, remedy: str) -> None:
    """Nobody who is asked for a year is told to write a half."""
    assert instead_of_number(text, whole=True) == remedy


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ("a#b", "Write a hyphen and a space before it, on a line of its own: `- a#b`."),
        ("a#b, c#d", "Write a list: one entry a line, each after a hyphen and a space."),
        ("x" * 41, "Write a list: one entry a line, each after a hyphen and a space."),
        ("-a#b", "Put a space after the hyphen before each entry."),
        ("\u2013 a#b", "Write a hyphen and a space before each entry, not \u2013."),
        ("\u2022 a#b", "Write a hyphen and a space before each entry, not \u2022."),
        (3, "Write a list: one entry a line, each after a hyphen and a space."),
    ],
)
def test_instead_of_a_list(given: object, remedy: str) -> None:
    """One entry, several with commas, and bullets that YAML does not know."""
    assert instead_of_list(given) == remedy


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("23/11/2026", "2026-11-23"),
        ("11/23/2026", "2026-11-23"),
        ("5.5.2026", "2026-05-05"),
        ("23 November 2026", "2026-11-23"),
        ("1 sept 2026", "2026-09-01"),
        ("2026/3/31", "2026-03-31"),
        ("3/4/2026", None),
        ("31/2/2026", None),
        ("23 Brumaire 2026", None),
        ("soon", None),
        (2026, None),
    ],
)
def test_instead_of_a_day(given: object, day: str | None) -> None:
    """A day is worked out where it can be only one; 3/4 is April in London and March in Washington."""
    usual = "Write it as year, month and day, as in 2026-03-31."
    assert instead_of_day(given) == (usual if day is None else f"Write it as year, month and day: `{day}`.")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("Basic research", "Write `basic-research`."),
        ("\u00c9cole_2", "Write `ecole-2`."),
        ("a--b-", "Write `a-b`."),
        ("\u4e2d", "Write it in kebab-case, as in `basic-research`."),
    ],
)
def test_instead_of_an_id(text: str, remedy: str) -> None:
    """The id that a title would have, where its letters give one."""
    assert instead_of_id(text) == remedy


COMMENT = "What stands behind # is a comment: put text that begins with # in quotes, or write a value."
EMPTY = "Write a value after the colon, or delete the key."


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        (
            "title: #2 of three",
            "What stands behind # is a comment: put text that begins with # in quotes, or write a value.",
        ),
        ("title:", "Write a value after the colon, or delete the key."),
        ("title:\n# above the next key", "Write a value after the colon, or delete the key."),
    ],
)
def test_a_comment_in_the_place_of_a_value_is_named(line: str, remedy: str) -> None:
    """Where a sign for a number made the rest of the line a comment, the remedy says so."""
    tree, faults = parse(f"id: a\n{line}\nsummary: Do it.\n")
    assert faults == []
    (fault,) = extract(tree, Option).faults
    assert (fault.code, fault.remedy) == ("K003", remedy)


@pytest.mark.parametrize(
    ("name", "copied", "remedy"),
    [
        ("My Option", True, "Rename the file to my-option.yaml, and write `id: my-option`."),
        ("My Option", False, "Rename the file to filter.yaml."),
        ("my-option", True, "Write `id: my-option`; there is another file named filter.yaml."),
        ("my-option", False, "Write `id: my-option`, or rename the file to filter.yaml."),
    ],
)
def test_a_file_and_its_id_come_to_one_name(name: str, copied: bool, remedy: str, tmp_path: Path) -> None:  # noqa: FBT001
    """A copied or renamed option's file is told which name to take; one with blanks in it is never an id."""
    project = tmp_path / "project"
    shutil.copytree(Path(__file__).parents[1] / "sound", project)
    origin = project / "options" / "filter.yaml"
    (shutil.copy if copied else shutil.move)(origin, project / "options" / f"{name}.yaml")
    assert [each.remedy for each in check(project) if each.code == "K005"] == [remedy]
