"""The options under every weight set side by side: ranks, totals, who objects to what, and one order out of several.

Weight sets that come from the options' numbers are nobody's judgement and are left out. With fewer than two sets of
judgements there is nothing to compare.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from steelyard.contracts import Analysis, Assessment
from steelyard.figures import listed
from steelyard.model import additive, aggregation
from steelyard.model.ranking import ranks
from steelyard.results.exhibit import Cell, Column, Exhibit
from steelyard.results.valuation import Numbers
from steelyard.views import CHAPTER, NamedViews, views_in


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """Ranks and totals side by side, the least objectionable option, and one order out of several."""
    views = views_in(assessment)
    if views is None:
        return
    yield _ranks(views)
    yield _totals(views)
    yield _objections(views)
    yield _joint(views)


def _ranks(views: NamedViews) -> Exhibit:
    rows: list[tuple[Cell, ...]] = [
        (views.options[row], *(each.ranks[row] for each in views.valuations)) for row in views.order
    ]
    return Exhibit(
        name="views-ranks",
        chapter=CHAPTER,
        caption="Ranks under each weight set",
        question="Which option is first in whose view, and which options stand above the baseline in all of them?",
        columns=(Column("option", "Option"), *views.columns("count")),
        rows=tuple(rows),
        takeaways=(*_who_is_first(views), *_close_calls(views), _who_is_above(views), views.provenance),
        notes=tuple(_left_out(views)),
    )


def _who_is_first(views: NamedViews) -> Iterator[str]:
    firsts = {row: [n for n, each in enumerate(views.rankings) if each[row] == 1] for row in views.order}
    leading = sorted((row for row in firsts if firsts[row]), key=lambda row: -len(firsts[row]))
    for row in leading:
        if len(firsts[row]) == len(views.names):
            yield f"{views.all} put {views.title(row)} first."
        else:
            yield f"First under {views.set_titles(firsts[row])}: {views.title(row)}."


def _close_calls(views: NamedViews) -> Iterator[str]:
    """How many of those first places are no more than close calls."""
    close = [number for number, each in enumerate(views.valuations) if each.too_close_to_call]
    if close:
        count = "all" if len(close) == len(views.names) else f"{len(close)} of {len(views.names)}"
        yield f"Who is first is too close to call under {count} weight sets."


def _who_is_above(views: NamedViews) -> str:
    baseline = views.title(views.baseline)
    if not views.acceptable:
        return f"No option is above the baseline ({baseline}) under every weight set."
    kept = [row for row in views.order if row in views.acceptable]
    return f"{views.all} put above the baseline ({baseline}): {views.titles(kept)}."


def _left_out(views: NamedViews) -> Iterator[str]:
    """The weight sets that are nobody's judgement."""
    if views.left_out:
        names = listed([f"'{name}'" for name in views.left_out])
        yield f"Left out, as the options' numbers make them and nobody's judgement does: {names}."


def _totals(views: NamedViews) -> Exhibit:
    rows: list[tuple[Cell, ...]] = [
        (views.options[row], *(float(each.totals[row]) for each in views.valuations)) for row in views.order
    ]
    return Exhibit(
        name="views-totals",
        chapter=CHAPTER,
        caption="Totals under each weight set",
        question="What is each option worth in each view?",
        columns=(Column("option", "Option"), *views.columns("value")),
        rows=tuple(rows),
        notes=("Totals of different weight sets weigh different swings: compare them down a column, not across.",),
    )


def _objections(views: NamedViews) -> Exhibit:
    best = views.rankings.min(axis=0)
    rows: list[tuple[Cell, ...]] = []
    for row in views.by_objection:
        accepted = None if row == views.baseline else "yes" if row in views.acceptable else "no"
        where = ", ".join(views.names[number] for number in views.under(views.worst[row], row))
        rows.append((views.options[row], views.worst[row], int(best[row]), views.above_baseline[row], accepted, where))
    return Exhibit(
        name="views-objections",
        chapter=CHAPTER,
        caption="The least objectionable option",
        question="Which option does nobody rank low, and which are above the baseline in every view?",
        columns=(
            Column("option", "Option"),
            Column("worst", "Worst rank", "count"),
            Column("best", "Best rank", "count"),
            Column("above_baseline", "Sets with it above the baseline", "count", brief="Above"),
            Column("acceptable", "Acceptable?"),
            Column("worst_under", "Worst under"),
        ),
        rows=tuple(rows),
        takeaways=tuple(_least_objectionable(views)),
        notes=(
            "Least objectionable: the best worst rank; of equal ones the lower sum of ranks.",
            f"Acceptable: above the baseline in each of the {len(views.names)} weight sets. Above: in how many it is.",
        ),
    )


def _least_objectionable(views: NamedViews) -> Iterator[str]:
    least = views.least_objectionable(range(len(views.options)))
    yield f"Least objectionable: {_with_worst(views, least)}."
    refused = [row for row in least if row not in views.acceptable and row != views.baseline]
    for row in refused:
        below = [n for n, each in enumerate(views.rankings) if each[row] >= each[views.baseline]]
        yield f"{views.title(row)} is not acceptable to all: not above the baseline under {views.set_titles(below)}."
    if views.baseline in least:
        that = "is" if len(least) == 1 else "includes"
        yield f"That {that} the baseline: no new option is safer from objection than current policy."
    accepted = views.least_objectionable(views.acceptable)
    if not accepted:
        yield "No option is acceptable: none is above the baseline under every weight set."
    elif set(accepted) != set(least):
        yield f"Least objectionable of those above the baseline under every weight set: {_with_worst(views, accepted)}."
    else:
        yield f"{'It is' if len(least) == 1 else 'They are'} acceptable: above the baseline under every weight set."


def _with_worst(views: NamedViews, rows: Sequence[int]) -> str:
    """Options with their worst rank, and under which weight sets one of them has it."""
    if len(rows) > 1:
        return f"{views.titles(rows)}, each {views.worst[rows[0]]} at worst"
    rank = views.worst[rows[0]]
    return f"{views.title(rows[0])}, {rank} at worst ({views.set_titles(views.under(rank, rows[0]))})"


def _joint(views: NamedViews) -> Exhibit:
    figures = _joint_figures(views)
    unranked = ("mean_rank", "copeland", "priorities", "judgements")
    signs = {"mean_rank": -1}
    found = {name: ranks(signs.get(name, 1) * figures[name]) for name in unranked if name in figures}
    headings = {
        "mean_rank": Column("mean_rank", "Mean rank", "number", brief="Mean"),
        "borda": Column("borda", "Borda", "number"),
        "copeland": Column("copeland", "Copeland", "number"),
        "priorities": Column("priorities", "Mean total", "value"),
        "judgements": Column("judgements", "Total at joint weights", "value", brief="Joint"),
    }
    orders = {"borda": "mean_rank", "copeland": "copeland", "priorities": "priorities", "judgements": "judgements"}
    columns = [Column("option", "Option"), headings["mean_rank"]]
    cells: list[Sequence[Cell]] = [views.options, figures["mean_rank"].tolist()]
    for name, order in orders.items():
        if name in figures:
            columns += [headings[name], Column(f"{name}_rank", f"Rank by {headings[name].heading}", "count", "#")]
            cells += [figures[name].tolist(), found[order]]
    rows = list(zip(*cells, strict=True))
    return Exhibit(
        name="views-joint",
        chapter=CHAPTER,
        caption="One order out of several",
        question="Which option would come first if the weight sets were made into one, and does the way matter?",
        columns=tuple(columns),
        rows=tuple(rows[row] for row in sorted(range(len(rows)), key=lambda row: (found["mean_rank"][row], row))),
        takeaways=tuple(_first_by(views, found)),
        notes=tuple(_about_joint(views, figures)),
    )


def _joint_figures(views: NamedViews) -> dict[str, Numbers]:
    """What each way of making one order out of several gives each option."""
    totals = np.array([each.totals for each in views.valuations])
    shares = aggregation.aggregated_judgements(np.array([each.shares for each in views.valuations]), views.power)
    figures = {
        "mean_rank": aggregation.mean_ranks(views.rankings, views.power),
        "borda": aggregation.borda(views.rankings, views.power),
        "copeland": aggregation.copeland(views.rankings, views.power),
        "priorities": aggregation.aggregated_priorities(totals, views.power),
    }
    if shares is not None:
        figures["judgements"] = additive.totals(views.valuations[0].values, shares)
    return figures


def _are(rows: Sequence[int]) -> str:
    return "is" if len(rows) == 1 else "are"


def _first_by(views: NamedViews, found: dict[str, tuple[int, ...]]) -> Iterator[str]:
    """Whether the ways agree on who is first, and who it is by each."""
    ways = {
        "mean_rank": "Borda (the mean rank)",
        "copeland": "Copeland",
        "priorities": "the mean total",
        "judgements": "joint weights",
    }
    firsts = {name: tuple(row for row, rank in enumerate(each) if rank == 1) for name, each in found.items()}
    if len(set(firsts.values())) == 1:
        rows = firsts["mean_rank"]
        yield f"By {listed([ways[name] for name in firsts])} alike, first {_are(rows)} {views.titles(rows)}."
    else:
        for rows in dict.fromkeys(firsts.values()):
            by = [ways[name] for name in firsts if firsts[name] == rows]
            yield f"By {listed(by)}, first {_are(rows)} {views.titles(rows)}."
    yield "One order hides who objects: read it beside the worst ranks."


def _about_joint(views: NamedViews, figures: dict[str, Numbers]) -> Iterator[str]:
    if len(set(views.power.tolist())) == 1:
        yield "Voting power: the same for each weight set (`voting_power` in its file says otherwise)."
    else:
        yield f"Voting power: {', '.join(f'{n} {power:g}' for n, power in zip(views.names, views.power, strict=True))}."
    yield (
        "Borda: a point for each option ranked below, half for a tied one. Copeland: options that a majority ranks "
        "below, less those it ranks above."
    )
    yield (
        "Mean total: of all weight sets (aggregation of priorities). Joint: the total at the geometric mean of the "
        "shares (aggregation of judgements). Forman & Peniwati (1998)."
    )
    if "judgements" not in figures:
        yield "No joint weights: no criterion has weight in every set."
    else:
        none = (np.array([each.shares for each in views.valuations]) == 0).any(axis=0)
        if none.any():
            dropped = listed([views.criterion(column) for column in np.flatnonzero(none).tolist()])
            yield f"Joint weights give nothing to what some weight set gives nothing: {dropped}."


stakeholders = Analysis(examine=examine, order=35)
