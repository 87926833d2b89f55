"""How far the weight sets agree, and what divides them: which criteria's weights, and over which options.

A swap is a pair of options that one set puts one way and another set the other way; ties swap nothing. Over it the two
sets are apart by the sum over criteria of (w - w') (v_i - v_j), i being the option that w puts higher. Weight sets that
come from the options' numbers are nobody's judgement and are left out.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from steelyard.contracts import Analysis, Assessment
from steelyard.figures import decimals
from steelyard.model import concordance
from steelyard.results.exhibit import Cell, Column, Exhibit
from steelyard.results.valuation import Numbers
from steelyard.views import CHAPTER, NamedViews, views_in

if TYPE_CHECKING:
    from steelyard.model.views import Swap

_MOST_PAIRS = 250
"""Very many options make very many pairs: the rest are counted."""
_ABOUT_W = (
    "W is 1 where every set gives the same order, near 0 where orders cancel out (Kendall & Babington Smith 1939).",
    "Every option counts alike, also those that nobody would choose. No significance: the sets are no random sample.",
)
_ABOUT_TAU = (
    "Kendall's tau-b: 1 is the same order, -1 the opposite one. Spearman: the mean correlation with the other sets."
)
_ABOUT_PARTS = (
    "For each two weight sets w and w', and each two options i and j of which w puts i above j and w' puts j above i: "
    "(w - w') (v_i - v_j), added up by criterion. The parts sum to the whole; one below 0 draws the sets together. "
    "Voting power counts for nothing here."
)
_ABOUT_APART = (
    "Apart: how much further ahead the first of the two options is under one weight set than under the other, in "
    "totals; the first weight set puts it higher."
)


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """Coefficients of agreement, then the criteria, the options and the swaps that divide the weight sets."""
    views = views_in(assessment)
    if views is None:
        return
    yield _concordance(views)
    yield _taus(views)
    yield _criteria(views)
    yield _options(views)
    yield _widest(views)
    yield _parts(views)


def _concordance(views: NamedViews) -> Exhibit:
    w = concordance.kendall_w(views.rankings)
    rho = concordance.mean_spearman(views.rankings)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("kendall-w", "Kendall's W, corrected for ties", w),
        ("kendall-w-uncorrected", "Kendall's W, not corrected", concordance.kendall_w(views.rankings, "uncorrected")),
        ("mean-spearman", "Mean Spearman correlation over all pairs of weight sets", rho),
    )
    return Exhibit(
        name="views-concordance",
        chapter=CHAPTER,
        caption="How far the weight sets agree",
        question="Do they put the options in much the same order?",
        columns=(Column("id", "Id", detail=True), Column("measure", "Measure"), Column("value", "Value", "value")),
        rows=rows,
        takeaways=tuple(_how_far(views, w)),
        notes=(
            *_ABOUT_W,
            views.provenance,
        ),
    )


def _how_far(views: NamedViews, w: float | None) -> Iterator[str]:
    if not views.dividing:
        yield f"{views.all} put the options in the same order, but for ties."
        return
    count = len(views.options)
    pairs = count * (count - 1) // 2
    divided = len(views.dividing)
    held = pairs - divided
    are = "is" if held == 1 else "are"
    yield f"Of {pairs} pairs of options, {held} {are} put the same way, or tied, by all; over {divided} they divide."
    if w is not None:
        yield f"Kendall's W is {decimals(w, 2)}, where 1 would be the same order under every weight set."


def _tau(views: NamedViews, one: int, other: int) -> float | None:
    return concordance.kendall_tau(views.rankings[one], views.rankings[other])


def _taus(views: NamedViews) -> Exhibit:
    numbers = range(len(views.names))
    others = concordance.spearman_with_others(views.rankings)
    rows: list[tuple[Cell, ...]] = [
        (
            views.names[one],
            None if np.isnan(others[one]) else float(others[one]),
            *(_tau(views, one, other) for other in numbers),
        )
        for one in numbers
    ]
    return Exhibit(
        name="views-agreement",
        chapter=CHAPTER,
        caption="Which weight sets agree with which",
        question="Whose order is near whose, and who stands apart?",
        columns=(
            Column("set", "Weight set"),
            Column("mean_spearman", "Mean Spearman with the others", "value", brief="Spearman"),
            *views.columns("value"),
        ),
        rows=tuple(rows),
        takeaways=tuple(_near_and_far(views)),
        notes=(_ABOUT_TAU,),
    )


def _near_and_far(views: NamedViews) -> Iterator[str]:
    taus = {pair: tau for pair in views.pairs if (tau := _tau(views, *pair)) is not None}
    if len(taus) > 1:
        near, far = max(taus, key=lambda pair: taus[pair]), min(taus, key=lambda pair: taus[pair])
        yield f"Nearest: {views.set_titles(near)} (tau {decimals(taus[near], 2)})."
        yield f"Farthest apart: {views.set_titles(far)} (tau {decimals(taus[far], 2)})."


def _criteria(views: NamedViews) -> Exhibit:
    parts = views.parts_of_all
    whole = float(np.triu(views.divided).sum())
    order = sorted(range(len(parts)), key=lambda column: (-float(parts[column]), column))
    rows: list[tuple[Cell, ...]] = [
        (views.criteria[column], float(parts[column]), float(parts[column]) / whole if whole else None)
        for column in order
    ]
    return Exhibit(
        name="views-criteria",
        chapter=CHAPTER,
        caption="Which weights divide them",
        question="On the weight of which criteria does most of the disagreement rest?",
        columns=(
            Column("criterion", "Criterion"),
            Column("part", "Part", "value"),
            Column("share", "Share of all", "share", brief="Share"),
        ),
        rows=tuple(rows),
        takeaways=tuple(_dividing_criteria(views, parts, whole, order)),
        notes=(_ABOUT_PARTS, f"All that the sets are apart over such pairs is {decimals(whole)} in totals."),
    )


def _dividing_criteria(views: NamedViews, parts: Numbers, whole: float, order: Sequence[int]) -> Iterator[str]:
    if not views.dividing:
        yield "Nothing divides the weight sets: no two options are put in opposite order."
        return
    shares = {column: f"{_percent(float(parts[column]), whole)}" for column in order[:2] if parts[column] > 0}
    first, *second = [f"'{views.criterion(column)}' ({share})" for column, share in shares.items()]
    then = f", then that of {second[0]}" if second else ""
    yield f"The weight of {first} explains more of the disagreement than any other{then}."


def _percent(part: float, whole: float) -> str:
    return f"{decimals(100 * part / whole, 0)}%"


def _options(views: NamedViews) -> Exhibit:
    order = views.dividing[:_MOST_PAIRS]
    rows: list[tuple[Cell, ...]] = [
        (
            views.options[one],
            views.options[other],
            len(views.putting(one, other)),
            len(views.putting(other, one)),
            float(views.divided[one, other]),
        )
        for one, other in order
    ]
    return Exhibit(
        name="views-options",
        chapter=CHAPTER,
        caption="Over which options they divide",
        question="Which two options are put in opposite order, by how many weight sets, and how far apart are they?",
        columns=(
            Column("option", "Option"),
            Column("other", "Other"),
            Column("above", "Sets with the option above", "count", brief="Above"),
            Column("below", "Sets with it below", "count", brief="Below"),
            Column("apart", "Apart", "value"),
        ),
        rows=tuple(rows),
        takeaways=tuple(_dividing_options(views, order)),
        notes=(
            "Apart: how far the weight sets that swap the two are apart over them, in totals, added up.",
            *_not_shown(views),
        ),
    )


def _not_shown(views: NamedViews) -> Iterator[str]:
    if len(views.dividing) > _MOST_PAIRS:
        yield f"Of {len(views.dividing)} such pairs the {_MOST_PAIRS} over which the sets are farthest apart are shown."


def _dividing_options(views: NamedViews, order: Sequence[tuple[int, int]]) -> Iterator[str]:
    if not order:
        yield "No two options are put in opposite order."
        return
    one, other = order[0]
    yield f"They divide most over {views.title(one)} and {views.title(other)}."
    for higher, lower in ((one, other), (other, one)):
        yield f"{views.title(higher)} is above under {views.set_titles(views.putting(higher, lower))}."


def _widest(views: NamedViews) -> Exhibit:
    """For each two weight sets, the swap over which they are farthest apart."""
    rows: list[tuple[Cell, ...]] = []
    for swap in views.widest_swaps:
        parts = views.parts(swap)
        most = int(np.argmax(parts))
        rows.append(
            (
                *(views.names[number] for number in swap.sets),
                views.options[swap.higher],
                views.options[swap.lower],
                int(views.swapped(swap.sets).sum()),
                swap.apart,
                views.criteria[most],
                float(parts[most]) / swap.apart,
            )
        )
    return Exhibit(
        name="views-swaps",
        chapter=CHAPTER,
        caption="What divides each two weight sets",
        question="Over which two options are they farthest apart, and because of which criterion?",
        columns=(
            Column("set", "Weight set", brief="Set"),
            Column("other_set", "Other weight set", brief="Other set"),
            Column("higher", "Puts this option higher", brief="Higher"),
            Column("lower", "Which the other puts below this one", brief="Lower"),
            Column("swaps", "Pairs of options swapped", "count", detail=True),
            Column("apart", "Apart", "value"),
            Column("criterion", "Mostly because of", brief="Because of"),
            Column("share", "Its share", "share", detail=True),
        ),
        rows=tuple(rows),
        takeaways=tuple(_widest_of_all(views)),
        notes=(_ABOUT_APART,),
    )


def _widest_of_all(views: NamedViews) -> Iterator[str]:
    same = [pair for pair in views.pairs if not views.swapped(pair).any()]
    for pair in same:
        yield f"{views.set_titles(pair)} put no two options in opposite order."
    if views.widest_swaps:
        swap = views.widest_swaps[0]
        parts = views.parts(swap)
        most = int(np.argmax(parts))
        one, other = swap.sets
        yield (
            f"Farthest apart: '{views.set_title(one)}' puts {views.title(swap.higher)} above {views.title(swap.lower)} "
            f"and '{views.set_title(other)}' below it, above all because of the weight of '{views.criterion(most)}' "
            f"({_percent(float(parts[most]), swap.apart)} of {decimals(swap.apart)})."
        )


def _parts(views: NamedViews) -> Exhibit:
    rows = [row for swap in views.widest_swaps for row in _parts_of(views, swap)]
    return Exhibit(
        name="views-parts",
        chapter=CHAPTER,
        caption="What divides them, criterion by criterion",
        question="How much of what two weight sets are apart comes from the weight of each criterion?",
        columns=(
            Column("swap", "Swap", heads=True),
            Column("criterion", "Criterion"),
            Column("share", "Weight in the first set", "share", brief="Weight"),
            Column("other_share", "Weight in the other", "share", brief="Other weight"),
            Column("value", "Value of the first option", "value", brief="Value"),
            Column("other_value", "Value of the other", "value", brief="Other value"),
            Column("part", "Part", "value"),
        ),
        rows=tuple(rows),
        notes=("Part: (weight - other weight) x (value - other value). The parts of a swap sum to what it is apart.",),
    )


def _parts_of(views: NamedViews, swap: "Swap") -> Iterator[tuple[Cell, ...]]:
    """A row for each criterion, the one that divides the two weight sets most first."""
    one, other = (views.valuations[number] for number in swap.sets)
    higher, lower = views.options[swap.higher], views.options[swap.lower]
    heading = f"{one.weights} puts {higher} above {lower}, {other.weights} below"
    parts = views.parts(swap).tolist()
    for column in sorted(range(len(parts)), key=lambda column: (-parts[column], column)):
        yield (
            heading,
            one.criteria[column],
            float(one.shares[column]),
            float(other.shares[column]),
            float(one.values[swap.higher, column]),
            float(one.values[swap.lower, column]),
            parts[column],
        )


disagreement = Analysis(examine=examine, order=36)
