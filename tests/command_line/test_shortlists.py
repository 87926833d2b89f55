import json
from pathlib import Path

import pytest

from running import Run


@pytest.fixture
def listed(project: Path) -> Path:
    """The sound decision with a default shortlist of two options and a short one without `run`."""
    file = project / "steelyard.yaml"
    lists = "shortlists:\n  default: [stay, walk, run]\n  on-foot: [stay, walk]\n  odd: [run]\n"
    file.write_text(f"{file.read_text(encoding='utf-8')}{lists}", encoding="utf-8")
    return project


def ranked(out: str) -> list[str]:
    """The ids in order of rank."""
    return [each["id"] for each in json.loads(out)["options"]]


def test_rank_looks_at_the_shortlist_named(run: Run, listed: Path) -> None:
    """`--shortlist` before or after the command's name ranks its options and says so; the baseline comes along."""
    for arguments in (("rank", "--shortlist", "on-foot"), ("--shortlist", "on-foot", "rank")):
        ran = run(*arguments[:-1], arguments[-1], "--format", "json", "--decision", listed)
        assert ranked(ran.out) == ["walk", "stay"]
        assert json.loads(ran.out)["shortlist"] == "on-foot"
    assert ranked(run("rank", "--shortlist", "odd", "--format", "json", "--decision", listed).out) == ["run", "stay"]
    text = run("rank", "--shortlist", "on-foot", "--decision", listed).out
    assert "Only the options of the shortlist `on-foot` are ranked." in text
    assert "so not ranked: run." in text


def test_without_a_name_the_default_shortlist_is_used(run: Run, listed: Path) -> None:
    """No `--shortlist`, or `--shortlist default`, ranks the default options and says nothing of it."""
    plain, named = (run("rank", *extra, "--decision", listed).out for extra in ((), ("--shortlist", "default")))
    assert plain == named
    assert "Only the options" not in plain


@pytest.mark.parametrize("command", [["rank"], ["explain", "walk"], ["build"], ["check"], ["weights", "list"]])
def test_an_unknown_shortlist_is_refused(run: Run, listed: Path, command: list[str]) -> None:
    """A name that no shortlist has gives one sentence with the nearest name, and 2."""
    ran = run(*command, "--shortlist", "on-fot", "--decision", listed)
    assert (ran.code, ran.err) == (2, "steelyard: there is no shortlist 'on-fot'. Did you mean 'on-foot'?\n")


def test_explain_says_that_an_option_is_not_on_the_list(run: Run, listed: Path) -> None:
    """An option that is there but not looked at is not called unknown."""
    ran = run("explain", "run", "--shortlist", "on-foot", "--decision", listed)
    assert ran.code == 2
    assert "'run' is not on the shortlist `on-foot`" in ran.err


def test_build_and_check_look_at_it_too(run: Run, listed: Path) -> None:
    """Artefacts hold the options of the list; a check applies the rules about ranked options to it."""
    run("build", "--to", "json", "--shortlist", "on-foot", "--decision", listed)
    whole = json.loads((listed / "build" / "steelyard.json").read_text(encoding="utf-8"))
    assert {each["id"] for each in whole["rankings"]["even"]["options"]} == {"walk", "stay"}
    found = json.loads(run("check", "--format", "json", "--shortlist", "odd", "--decision", listed).out)["findings"]
    assert any(each["code"] == "O003" for each in found)
