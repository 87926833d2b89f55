"""The same decision by other methods of aggregation: their ranks, how far they agree, and what turns them over.

An audit, never a vote: the additive model ranks the decision, since its shares were judged for it. That another method
has another order says which assumption the order hangs on; how many methods agree says nothing about who is right.

Rank reversal is tried by leaving out an option, by entering it twice, and by replacing one that is not first by a
worse one (halfway to the worst end on every criterion). In each the order of the others should stay.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np

from steelyard.contracts import Analysis, Assessment, DecisionMatrix, Method
from steelyard.figures import decimals, listed
from steelyard.model.additive import values_of
from steelyard.model.concordance import kendall_tau, spearman
from steelyard.model.decision_matrix import decision_matrix
from steelyard.model.rank_reversal import Change, Trials, doubled, left_out, made_worse
from steelyard.model.ranking import ranks
from steelyard.results.aggregation import Aggregation
from steelyard.results.exhibit import Cell, Column, Exhibit
from steelyard.results.valuation import Numbers

CHAPTER = "Method audit"
HOUSE = "additive"
MOST_PAIRS = 1_000_000
"""Options are tried until so many pairs have been ranked: a hundred of a hundred, twenty-five of two hundred."""
MOST_OPTIONS = 2_000
"""Beyond so many options the audit is left out: methods that compare pairs, and tau, grow with their square."""
MOST_CASES = 3
"""Cases named in a cell."""
_NEVER_A_VOTE = (
    "An audit, never a vote: the decision is ranked by the additive model. How many methods agree says nothing about "
    "which is right."
)
_IMPORTANCES = (
    "Shares are trade-offs between ranges of scales. PROMETHEE and Copeland's rule take them for importances, which "
    "they are not; a difference there may come from the weights alone."
)


@dataclass(frozen=True)
class _Run:
    """One method with its usual settings, what it made of the decision, and its ranks."""

    name: str
    method: Method
    found: Aggregation

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        return ranks(self.found.totals)

    @cached_property
    def first(self) -> tuple[int, ...]:
        return tuple(row for row, rank in enumerate(self.ranks) if rank == 1)

    def totals(self, matrix: DecisionMatrix) -> Numbers:
        return self.method.aggregate(matrix, self.method.settings()).totals


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """Ranks side by side, agreement, reversals, each method's workings, and who refused; nothing for one option."""
    if not 2 <= len(assessment.valuation.options) <= MOST_OPTIONS:  # noqa: PLR2004 - an order takes two
        return
    matrix = _matrix(assessment, assessment.valuation.scores)
    runs, refusals = _runs(assessment.methods, matrix)
    yield _ranks(assessment, runs, refusals)
    yield _agreement(assessment, runs)
    yield _reversals(assessment, runs, matrix)
    if refusals:
        yield _refused(assessment, refusals)
    for run in runs:
        if run.found.workings:
            yield _workings(assessment, run)


def _matrix(assessment: Assessment, scores: Numbers) -> DecisionMatrix:
    """The matrix at the weights shown, with those scores and what they are worth."""
    shown = assessment.valuation
    values = values_of([assessment.curves[name] for name in shown.criteria], scores)
    return decision_matrix(assessment.definitions, scores, values, shown.shares)


def _runs(methods: Mapping[str, Method], matrix: DecisionMatrix) -> tuple[list[_Run], dict[str, str]]:
    """Every method that can take the matrix, the house model first; and why the others cannot, by name."""
    runs, refusals = [], {}
    for name in sorted(methods, key=lambda each: (each != HOUSE, each)):
        method = methods[name]
        try:
            runs.append(_Run(name, method, method.aggregate(matrix, method.settings())))
        except ValueError as reason:
            refusals[name] = str(reason)
    return runs, refusals


def _titled(run: _Run) -> str:
    """A method's title to stand above a column or in a row."""
    return run.method.title.removeprefix("the ").capitalize() if run.name == HOUSE else _headed(run.method)


def _headed(method: Method) -> str:
    return method.title[0].upper() + method.title[1:]


def _titles(assessment: Assessment, rows: Iterable[int]) -> str:
    options = assessment.valuation.options
    return listed([assessment.definitions.options[options[row]].title for row in rows])


def _weights(assessment: Assessment) -> str:
    return f"At the weights '{assessment.definitions.weight_sets[assessment.shown].title}'."


def _ranks(assessment: Assessment, runs: list[_Run], refusals: Mapping[str, str]) -> Exhibit:
    shown = assessment.valuation
    return Exhibit(
        name="methods-ranks",
        chapter=CHAPTER,
        caption="Ranks by each method",
        question="Would another way of aggregating the same scores and weights choose another option?",
        columns=(Column("option", "Option"), *(Column(run.name, _titled(run), "count") for run in runs)),
        rows=tuple((shown.options[row], *(run.ranks[row] for run in runs)) for row in shown.order),
        takeaways=(*_who_is_first(assessment, runs), *_who_refused(assessment, refusals)),
        notes=(f"{_weights(assessment)} {_NEVER_A_VOTE}", _IMPORTANCES),
    )


def _who_is_first(assessment: Assessment, runs: list[_Run]) -> Iterator[str]:
    """Who is first by the house model and which methods agree, then who is first by the others."""
    house, *others = runs
    by: dict[tuple[int, ...], list[str]] = {}
    for run in others:
        by.setdefault(run.first, []).append(run.method.title)
    same = by.pop(house.first, [])
    also = f", and also by {listed(same)}" if same else ", and by none of the others" if others else ""
    yield f"{_titles(assessment, house.first)} {_is(house.first)} first by the additive model{also}."
    for first, titles in by.items():
        yield f"{_titles(assessment, first)} {_is(first)} first by {listed(titles)}."


def _is(rows: tuple[int, ...]) -> str:
    return "is" if len(rows) == 1 else "are"


def _who_refused(assessment: Assessment, refusals: Mapping[str, str]) -> Iterator[str]:
    if refusals:
        titles = [assessment.methods[name].title for name in refusals]
        yield f"Not run, as {'it' if len(titles) == 1 else 'they'} cannot take the scales: {listed(titles)}."


def _agreement(assessment: Assessment, runs: list[_Run]) -> Exhibit:
    house = np.array(runs[0].ranks, dtype=float)
    taus = {run.name: kendall_tau(house, np.array(run.ranks, dtype=float)) for run in runs[1:]}
    rows: list[tuple[Cell, ...]] = []
    for run in runs[1:]:
        rho = spearman(house, np.array(run.ranks, dtype=float))
        first = ", ".join(assessment.valuation.options[row] for row in run.first)
        rows.append(
            (_headed(run.method), taus[run.name], rho, first, _settings(run.method), ", ".join(run.method.uses))
        )
    return Exhibit(
        name="methods-agreement",
        chapter=CHAPTER,
        caption="How far each method agrees with the additive ranking",
        question="How much of the order would another way of aggregating keep?",
        columns=(
            Column("method", "Method"),
            Column("kendall_tau_b", "Kendall's tau-b", "value", brief="tau-b"),
            Column("spearman_rho", "Spearman's rho", "value", brief="rho"),
            Column("first", "First"),
            Column("settings", "Settings"),
            Column("uses", "Works on", detail=True),
        ),
        rows=tuple(rows),
        takeaways=tuple(_nearest_and_farthest(runs[1:], taus)),
        notes=(
            f"{_weights(assessment)} Kendall (1945), Spearman (1904): 1 is the same order, -1 the opposite one.",
            "Settings are the methods' own defaults: they need no judgement that nobody has made.",
        ),
    )


def _settings(method: Method) -> str | None:
    """The settings that were used, those of preference functions and numbers; None where there are none to state."""
    stated = method.settings().model_dump(exclude_none=True, exclude_defaults=False)
    return ", ".join(f"{name} {_said(each)}" for name, each in stated.items() if each not in ({}, ())) or None


def _said(setting: object) -> str:
    return " ".join(map(str, setting.values())) if isinstance(setting, dict) else str(setting)


def _nearest_and_farthest(runs: list[_Run], taus: Mapping[str, float | None]) -> Iterator[str]:
    known = [(tau, run.method.title) for run in runs if (tau := taus[run.name]) is not None]
    if not known:
        yield "No other method could be run, or none tells options apart."
        return
    (nearest, near), (farthest, far) = max(known), min(known)
    if nearest == farthest:
        yield f"Kendall's tau with the additive ranking is {decimals(nearest, 2)} for every method."
    else:
        yield (
            f"Nearest to the additive ranking is {near} (tau {decimals(nearest, 2)}), "
            f"farthest {far} (tau {decimals(farthest, 2)})."
        )


def _reversals(assessment: Assessment, runs: list[_Run], matrix: DecisionMatrix) -> Exhibit:
    rows = _to_try(assessment)
    tests = {run.name: _tests(assessment, run, matrix, rows) for run in runs}
    return Exhibit(
        name="methods-reversals",
        chapter=CHAPTER,
        caption="Rank reversal: whether an option that should not matter changes the order of the others",
        question="Does the order of two options hang on a third?",
        columns=(
            Column("method", "Method", heads=True),
            Column("test", "Test"),
            Column("tried", "Tried", "count"),
            Column("order", "Order of the others changed", "count", brief="Order changed"),
            Column("first", "First of the others changed", "count", brief="First changed"),
            Column("cases", "Cases"),
        ),
        rows=tuple(_row(assessment, run, test, found) for run in runs for test, found in tests[run.name].items()),
        takeaways=tuple(_who_is_turned(assessment, runs, tests)),
        notes=tuple(_about_reversals(assessment, len(rows))),
    )


def _to_try(assessment: Assessment) -> tuple[int, ...]:
    """The rows that are tried, first to last: all of them where they are few."""
    count = len(assessment.valuation.options)
    return tuple(islice(assessment.valuation.order, max(1, min(count, MOST_PAIRS // count**2))))


def _tests(assessment: Assessment, run: _Run, matrix: DecisionMatrix, rows: tuple[int, ...]) -> dict[str, Trials]:
    worst = np.array([assessment.definitions.criteria[name].worst for name in matrix.criteria])
    worse = _matrix(assessment, (matrix.scores + worst) / 2)
    return {
        "one left out": left_out(run.totals, matrix, rows),
        "one entered twice": doubled(run.totals, matrix, rows),
        "one not first made worse": made_worse(run.totals, matrix, worse, rows),
    }


def _row(assessment: Assessment, run: _Run, test: str, found: Trials) -> tuple[Cell, ...]:
    of_first = sum(each.of_first for each in found.changes)
    return _titled(run), test, found.tried, len(found.changes), of_first, _cases(assessment, found)


def _cases(assessment: Assessment, found: Trials) -> str | None:
    """The options that were tried when something changed, those that changed the first place before the others."""
    order = sorted(found.changes, key=lambda each: not each.of_first)
    named = [assessment.valuation.options[each.row] for each in order[:MOST_CASES]]
    more = len(order) - len(named)
    return ", ".join([*named, *([f"and {more} more"] if more else [])]) or None


def _who_is_turned(
    assessment: Assessment, runs: list[_Run], tests: Mapping[str, Mapping[str, Trials]]
) -> Iterator[str]:
    """Which methods pass every test, and for each other one a case of its first place, if there is any."""
    steady = [run.method.title for run in runs if not any(each.changes for each in tests[run.name].values())]
    if steady:
        yield f"No test changes the order of {listed(steady)}."
    for run in runs:
        changes = [(test, each) for test, found in tests[run.name].items() for each in found.changes]
        worst = next(((test, each) for test, each in changes if each.of_first), None)
        if worst is not None:
            yield f"{_headed(run.method)}: {_case(assessment, *worst)}."
        elif changes:
            yield f"{_headed(run.method)}: the order changes in {len(changes)} trials, the first place in none."


_TRIED = {
    "one left out": "without",
    "one entered twice": "with a copy of",
    "one not first made worse": "with a worse",
}


def _case(assessment: Assessment, test: str, change: Change) -> str:
    """Who takes over from whom when an option that should not matter is left out, doubled or made worse."""
    then, now = change.first
    tried = f"{_TRIED[test]} {_titles(assessment, [change.row])}"
    return f"{tried}, the first of the others is no longer {_titles(assessment, then)} but {_titles(assessment, now)}"


def _about_reversals(assessment: Assessment, tried: int) -> Iterator[str]:
    yield (
        f"{_weights(assessment)} A tie that comes or goes counts as a change of order. Made worse: halfway to the "
        "worst end on every criterion. Triantaphyllou (2000), chapter 9; Wang & Luo (2009)."
    )
    count = len(assessment.valuation.options)
    if tried < count:
        yield f"Only the first {tried} of {count} options were tried: each takes a ranking anew."


def _refused(assessment: Assessment, refusals: Mapping[str, str]) -> Exhibit:
    return Exhibit(
        name="methods-refused",
        chapter=CHAPTER,
        caption="Methods that were not run",
        question="Which methods cannot take this decision, and why?",
        columns=(Column("method", "Method"), Column("because", "Because")),
        rows=tuple((_headed(assessment.methods[name]), because) for name, because in refusals.items()),
    )


def _workings(assessment: Assessment, run: _Run) -> Exhibit:
    """A method's own figures: what it passes on the way to its totals, and what it says of its first place."""
    figures = run.found.workings
    order = sorted(range(len(run.ranks)), key=lambda row: (run.ranks[row], row))
    return Exhibit(
        name=f"methods-{run.name.replace('_', '-')}",
        chapter=CHAPTER,
        caption=f"{_headed(run.method)}: how its ranking comes about",
        question=f"From which figures does {run.method.title} rank the options?",
        columns=(
            Column("option", "Option"),
            *(Column(_key(heading), heading, "value") for heading in figures),
            Column("total", "Total", "value"),
            Column("rank", "Rank", "count"),
        ),
        rows=tuple(
            (
                assessment.valuation.options[row],
                *(float(each[row]) for each in figures.values()),
                float(run.found.totals[row]),
                run.ranks[row],
            )
            for row in order
        ),
        takeaways=tuple(_says(assessment, run.found)),
        notes=(f"{_weights(assessment)} The higher the total, the better, in the method's own units.",),
    )


def _key(heading: str) -> str:
    """A heading as a name in data: S- and S+ stay apart."""
    return heading.lower().replace("+", "_plus").replace("-", "_").strip().replace(" ", "_")


def _says(assessment: Assessment, found: Aggregation) -> Iterator[str]:
    for heading, holds in found.facts.items():
        yield f"{heading} of the first: {'yes' if holds else 'no'}."
    if found.proposed:
        alone = len(found.proposed) == 1
        yield f"Proposed {'alone' if alone else 'together'}: {_titles(assessment, found.proposed)}."


audit = Analysis(examine=examine, order=60)
