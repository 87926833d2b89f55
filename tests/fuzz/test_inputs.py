"""Twenty thousand spoilt files, checked in one process of its own: nothing but findings may come of any.

Run one again, by its number, with `python tests/fuzz/trying.py NUMBER`.

The limits of a second and of 200 MB are no measurements, and no figure is compared with another. They end an input
that would hang or eat all memory, which is as much a fault of the handling of input as an exception is; the second
is of the processor's time, so that a busy machine makes no difference.
"""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("limits on a process's time and memory are set as Unix sets them", allow_module_level=True)

from fuzz import trying
from fuzz.launching import environment
from fuzz.mutating import KINDS, Mutation, mutation
from fuzz.trying import Tried, check_one, tried, watchdog
from steelyard.check import findings_of
from steelyard.documents.place import Place
from steelyard.results.finding import Finding

INPUTS = 20_000


def test_no_spoilt_file_makes_check_fail() -> None:
    """No exception, no hang, no flood of memory; findings that a reader can follow; and what passes can be ranked."""
    command = [sys.executable, trying.__file__, "0", str(INPUTS)]
    done = subprocess.run(
        command, env=environment(), capture_output=True, text=True, encoding="utf-8", check=False, timeout=3600
    )
    assert done.returncode == 0, done.stderr[-3000:]
    came: dict[str, Any] = json.loads(done.stdout)
    assert came["failures"] == [], "\n\n".join(text for _, text in came["failures"][:10])
    assert came["inputs"] == INPUTS
    assert came["megabytes"] <= trying.MEGABYTES
    assert came["sound"] > INPUTS / 20
    assert came["ranked"] > INPUTS / 500
    assert came["rendered"] > INPUTS / 100
    assert len(came["codes"]) > 60


def test_an_input_is_what_its_number_says() -> None:
    """Made again, by itself and in another order, an input is the same: so a failure can be looked into."""
    numbers = list(range(300))
    before = [mutation(number) for number in numbers]
    assert [mutation(number) for number in reversed(numbers)] == before[::-1]


def test_inputs_differ_and_are_spoilt_in_every_way() -> None:
    """Hardly two are alike, hardly one is what it was, and every way of spoiling a file is used."""
    made = [mutation(number) for number in range(3_000)]
    assert len({(each.path, each.content) for each in made}) > 2_700
    assert sum(each.files() != each.original() for each in made) > 2_900
    assert {each.recipe[0] for each in made} == set(KINDS)
    assert len({step for each in made for step in each.recipe[1:]}) > 40
    assert any(b"\0" in each.content for each in made)
    assert any(b"\r\n" in each.content for each in made)
    assert any(each.content.startswith(b"\xef\xbb\xbf") for each in made)
    assert any(len(each.content) > 1_000_000 for each in made)


def _failing(one: Any, numbers: range = range(10)) -> list[tuple[int, str]]:  # noqa: ANN401 - any way of trying
    return tried(numbers, one).failures


def _stumbles(spoilt: Mutation, _so_far: Tried) -> None:
    if spoilt.number == 7:
        raise KeyError("planted")


def _hangs(spoilt: Mutation, _so_far: Tried) -> None:
    with watchdog(0.05):
        while spoilt.number == 7:
            Random(spoilt.number).random()  # noqa: S311 - no secret


def _hangs_and_hides_it(spoilt: Mutation, _so_far: Tried) -> None:
    with watchdog(0.05):
        try:
            while spoilt.number == 7:
                pass
        except Exception:  # noqa: BLE001, S110 - a rule might do so
            pass


@pytest.mark.parametrize(
    ("one", "said"),
    [(_stumbles, "KeyError: 'planted'"), (_hangs, "TooLongError"), (_hangs_and_hides_it, "TooLongError")],
)
def test_a_planted_fault_is_caught(one: Any, said: str) -> None:  # noqa: ANN401 - any way of trying
    """What raises or hangs on one input of ten is found at its number, and the other nine are tried all the same."""
    ((number, told),) = _failing(one)
    assert number == 7
    assert said in told
    assert told.startswith("input 7, ")


def test_a_flood_of_memory_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the process has held at most must not rise above the limit; ten inputs stand under suspicion then."""
    held = iter([100.0, 150.0, 150.0, 250.0, 250.0])
    monkeypatch.setattr(trying, "megabytes", lambda: next(held))
    ((number, told),) = _failing(lambda _spoilt, _so_far: None, range(4 * trying.BETWEEN_LOOKS))
    assert number == 3 * trying.BETWEEN_LOOKS - 1
    assert told.endswith("250 MB, 150 before the 10 inputs up to this one")


FLAWS: dict[str, dict[str, Any]] = {
    "a place before the file": {"place": Place("options/filter.yaml", 0, 1)},
    "a place below the file": {"place": Place("options/filter.yaml", 99_999, 1)},
    "a file that is not there": {"place": Place("options/nowhere.yaml", 1, 1)},
    "no sentence": {"message": " "},
    "no remedy": {"remedy": ""},
    "words of pydantic": {"message": "Input should be a valid string"},
    "words of the parser": {"message": "while scanning a simple key could not find expected ':'"},
    "an exception": {"message": "KeyError: 3"},
}


@pytest.mark.parametrize("flaw", sorted(FLAWS))
def test_a_finding_that_nobody_can_follow_is_caught(monkeypatch: pytest.MonkeyPatch, flaw: str) -> None:
    """Each flaw, planted into the findings of an input that is sound but for it."""
    good = Finding("K001", "error", Place("options/filter.yaml", 1, 1), "the key 'while scanning' is odd", "Mend it.")
    number = next(each for each in range(1, 100) if mutation(each).project == "sound" and each % 10 > 4)
    monkeypatch.setattr(trying, "findings_of", lambda _reading: (good,))
    assert _failing(check_one, range(number, number + 1)) == []
    bad = replace(good, **FLAWS[flaw])
    monkeypatch.setattr(trying, "findings_of", lambda _reading: (bad,))
    assert [each for each, _ in _failing(check_one, range(number, number + 1))] == [number]


def test_findings_that_change_from_check_to_check_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every twentieth input is checked twice."""
    real, calls = findings_of, iter(range(100))
    monkeypatch.setattr(trying, "findings_of", lambda reading: real(reading)[next(calls) % 2 :])
    number = next(each for each in range(0, 2_000, 20) if trying.found_in(mutation(each).files()))
    ((_, told),) = _failing(check_one, range(number, number + 1))
    assert "a second check finds something else" in told


def test_the_program_starts_from_the_command_line(tmp_path: Path) -> None:
    """As whoever looks into a failure runs it."""
    command = [sys.executable, trying.__file__, "41"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["inputs"] == 1
