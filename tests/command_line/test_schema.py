import json

import pytest

from running import Run

KINDS = ["decision", "option", "criterion", "weights", "source", "scenario", "assumptions"]


def test_without_a_kind_the_kinds_are_listed(run: Run) -> None:
    """`schema` alone lists the kinds of file, one a line."""
    ran = run("schema")
    assert (ran.code, ran.out.split(), ran.err) == (0, KINDS, "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_json_alone(run: Run, kind: str) -> None:
    """`schema KIND` prints one JSON document and nothing else, so that it can go to a file."""
    ran = run("schema", kind)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["title"] == f"Steelyard: {kind}"
    assert ran.out.endswith("}\n")


def test_an_unknown_kind_exits_with_2(run: Run) -> None:
    """A misspelt kind is answered in one sentence with the nearest, and exit code 2."""
    ran = run("schema", "optoin")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "steelyard: there is no kind of file 'optoin'. Did you mean 'option'?\n"
