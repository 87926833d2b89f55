"""How long a workbook of 2,000 options by 50 criteria takes, beside bare XlsxWriter writing the same cells.

    python benchmarks/workbook.py [--options 2000] [--criteria 50] [--rounds 5]

The decision is made up, and its report is ready before the clock starts. Both sides end with the bytes of a
file: ours works out every place, formula and stored result; the bare one is handed the finished list of cells
(sheet, row, column, content, format, result) and only passes them on. Runs alternate; medians and their ratio
are printed. The ratio is the figure to watch: times depend on the machine.
"""

import argparse
import gc
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

import numpy as np
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from steelyard.assess import report
from steelyard.documents.criterion import Criterion
from steelyard.documents.decision import Decision
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Option
from steelyard.documents.weight_set import WeightSet
from steelyard.outputs.xlsx import render
from steelyard.results.report import Report

GROUPS, SETS = 5, 3
WRITERS = ("write_string", "write_number", "write_formula", "write_blank")
Call = tuple[str, str, tuple[Any, ...]]


def made_up(options: int, criteria: int) -> Report:
    """The report of a decision of that size."""
    chance = np.random.default_rng(1)
    scales = {f"criterion-{number}": _criterion(number) for number in range(criteria)}
    records = {f"option-{number}": _option(number, list(scales), chance) for number in range(options)}
    sets = {f"set-{number}": _weight_set(number, list(scales), chance) for number in range(SETS)}
    decision = Decision.model_validate(
        {
            "schema_version": 1, "title": "Made up", "question": "How fast?", "owner": "a benchmark",
            "as_of": "2026-01-31", "standpoint": "nowhere", "horizon": 2030, "baseline": "option-0",
            "default_weights": "set-0",
            "groups": {f"group-{number}": {"title": f"Group {number}"} for number in range(GROUPS)},
        }
    )  # fmt: skip
    known = {"option": frozenset(records), "criterion": frozenset(scales), "weights": frozenset(sets)}
    return report(Definitions(Path.cwd(), decision, records, scales, sets, {}, {}, known))


def _criterion(number: int) -> Criterion:
    """Levels with a straight curve, or a quantity with a bent one."""
    levels = [{"value": each, "label": f"Level {each}", "anchor": "As made up."} for each in range(5)]
    bent = {"shape": "piecewise", "points": [[0, 0], [3, 0.6], [10, 1]]}
    by_levels = number % 2 == 0
    return Criterion.model_validate(
        {
            "id": f"criterion-{number}", "title": f"Criterion {number}", "group": f"group-{number % GROUPS}",
            "question": "How much?", "better": "more",
            "scale": {"kind": "levels", "levels": levels} if by_levels else
            {"kind": "quantity", "unit": "pints", "worst": 0, "best": 10},
            "value_function": {"shape": "linear"} if by_levels else bent,
        }
    )  # fmt: skip


def _option(number: int, criteria: list[str], chance: np.random.Generator) -> Option:
    """An option whose scores rest on judgement."""
    scores = {
        name: {
            "value": value, "low": max(value - 1, 0), "high": value + 1, "basis": "judgement",
            "confidence": "moderate", "rationale": f"Made up for {number} on {name}.",
        }
        for name, value in zip(criteria, chance.integers(0, 5, len(criteria)).tolist(), strict=True)
    }  # fmt: skip
    role = "option" if number else "baseline"
    return Option.model_validate(
        {"id": f"option-{number}", "title": f"Option {number}", "role": role, "summary": "Made up.", "scores": scores}
    )


def _weight_set(number: int, criteria: list[str], chance: np.random.Generator) -> WeightSet:
    points = dict(zip(criteria, chance.integers(1, 100, len(criteria)).tolist(), strict=True))
    return WeightSet.model_validate(
        {
            "id": f"set-{number}", "title": f"Set {number}", "whose": "a generator", "status": "illustrative",
            "why": "To have some.", "method": "direct", "judgements": points,
        }
    )  # fmt: skip


def cells_of(decision: Report) -> list[Call]:
    """Every cell that our workbook writes, in our order, with its format's properties."""
    calls: list[Call] = []

    def noting(name: str) -> Callable[..., Any]:
        plain = getattr(Worksheet, name)

        def note(sheet: Worksheet, *arguments: Any) -> Any:  # noqa: ANN401 - whatever XlsxWriter takes
            calls.append((name, sheet.get_name(), arguments))
            return plain(sheet, *arguments)

        return note

    with patch.multiple(Worksheet, **{name: noting(name) for name in WRITERS}):
        render(decision)
    return calls


def bare(calls: list[Call]) -> bytes:
    """XlsxWriter handed the same cells one by one, each with the format of the same look."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    looks: dict[int, Any] = {}
    writers: dict[tuple[str, str], Callable[..., Any]] = {}
    for name, sheet, arguments in calls:
        if (name, sheet) not in writers:
            tab = book.get_worksheet_by_name(sheet) or book.add_worksheet(sheet)
            writers |= {(each, sheet): getattr(tab, each) for each in WRITERS}
        look = looks.get(id(arguments[3]))
        if look is None:
            look = looks[id(arguments[3])] = book.add_format({"num_format": arguments[3].num_format, "border": 1})
        writers[name, sheet](*arguments[:3], look, *arguments[4:])
    book.close()
    return target.getvalue()


def timed(work: Callable[[], bytes]) -> float:
    """Seconds that one run takes, rubbish collected first."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Warm up, alternate, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--options", type=int, default=2000)
    parser.add_argument("--criteria", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    decision = made_up(asked.options, asked.criteria)
    calls = cells_of(decision)
    formulas = sum(name == "write_formula" for name, _, _ in calls)
    bare(calls)
    ours, theirs = [], []
    for _ in range(asked.rounds):
        theirs.append(timed(lambda: bare(calls)))
        ours.append(timed(lambda: render(decision)))
    print(f"{asked.options} options x {asked.criteria} criteria: {len(calls):,} cells, {formulas:,} of them formulas")
    print(f"bare XlsxWriter   {median(theirs):7.2f} s   (median of {asked.rounds})")
    print(f"steelyard         {median(ours):7.2f} s")
    print(f"ratio             {median(ours) / median(theirs):7.2f}     (at most 1.5 is wanted)")


if __name__ == "__main__":
    main()
