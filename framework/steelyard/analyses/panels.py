"""How far panels agree: Krippendorff's alpha for each criterion, and the cells that divide the assessors most.

Alpha is ordinal for levels and interval for quantities. It takes every ranked option whose number on the criterion
has a panel; assessors are told apart by name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.criterion import Criterion, LevelsScale
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Option
from steelyard.documents.panel import Assessor
from steelyard.model.agreement import Metric, krippendorff_alpha
from steelyard.results.exhibit import Column, Exhibit

CHAPTER = "Panel agreement"
MOST_CELLS = 10
"""Divided cells that are shown, those that divide the panel most first."""
RELIABLE, TENTATIVE = 0.8, 0.667
"""From these alphas on data are reliable, and allow tentative conclusions (Krippendorff 2004, page 241)."""


@dataclass(frozen=True)
class _Cell:
    """A number that a panel judged, and what its assessors made of it."""

    option: Option
    criterion: Criterion
    value: float
    panel: dict[str, Assessor]

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest value of any assessor."""
        values = [each.value for each in self.panel.values()]
        return min(values), max(values)

    @property
    def spread(self) -> float:
        """How far the values lie apart, as a share of the scale."""
        scale = sorted((self.criterion.worst, self.criterion.best))
        return (self.ends[1] - self.ends[0]) / (scale[1] - scale[0])


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """Agreement by criterion, then the most divided cells; nothing where no number has a panel."""
    cells = list(_cells(assessment.definitions))
    if cells:
        yield _agreement(cells)
        yield _divided(cells)


def _cells(definitions: Definitions) -> Iterator[_Cell]:
    for criterion in definitions.criteria_in_order():
        for option in definitions.ranked_options():
            judged = option.judgement_on(criterion)
            if judged is not None and judged.panel is not None:
                yield _Cell(option, criterion, judged.value, judged.panel)


def _agreement(cells: Sequence[_Cell]) -> Exhibit:
    rows = []
    for criterion in dict.fromkeys(each.criterion.id for each in cells):
        here = [each for each in cells if each.criterion.id == criterion]
        metric = _metric(here[0].criterion)
        names = sorted({name for each in here for name in each.panel})
        alpha = krippendorff_alpha(_table(here, names), metric) if len(here) > 1 else None
        rows.append((criterion, here[0].criterion.title, len(here), len(names), metric, alpha))
    return Exhibit(
        name="panel-agreement",
        chapter=CHAPTER,
        caption="How far the panel agrees, by criterion",
        question="Would other assessors have come to the same numbers?",
        columns=(
            Column("criterion", "Criterion"),
            Column("title", "Title"),
            Column("cells", "Cells", "count"),
            Column("assessors", "Assessors", "count"),
            Column("metric", "Differences"),
            Column("alpha", "Alpha", "value"),
        ),
        rows=tuple(rows),
        takeaways=(_sentence([row[-1] for row in rows]),),
        notes=(
            "Krippendorff's alpha: 1 is agreement, 0 what chance gives, below 0 is opposition.",
            "A dash stands where nothing varies, and where there is one cell alone: alpha compares cells.",
            f"Krippendorff asks for {RELIABLE:g}, and for {TENTATIVE:g} where tentative conclusions will do.",
            "With few cells alpha moves much from one to the next.",
        ),
    )


def _metric(criterion: Criterion) -> Metric:
    return "ordinal" if isinstance(criterion.scale, LevelsScale) else "interval"


def _table(cells: Sequence[_Cell], names: Sequence[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The assessors' values: one row an assessor, one column a cell, NaN where an assessor did not judge."""
    rows = [[each.panel[name].value if name in each.panel else np.nan for each in cells] for name in names]
    return np.array(rows, dtype=float)


def _sentence(alphas: Sequence[float | None]) -> str:
    known = [alpha for alpha in alphas if alpha is not None]
    if not known:
        return "Nowhere do the assessors' numbers vary enough to say how far they agree."
    few = sum(alpha < TENTATIVE for alpha in known)
    return f"Alpha is below {TENTATIVE:g} on {few} of the {len(known)} criteria that have one."


def _divided(cells: Sequence[_Cell]) -> Exhibit:
    order = sorted(cells, key=lambda each: (-each.spread, each.criterion.id, each.option.id))
    apart = [each for each in order if each.spread > 0]
    shown = apart[:MOST_CELLS]
    return Exhibit(
        name="panel-divided",
        chapter=CHAPTER,
        caption="The cells that divide the panel most",
        question="On which numbers do the assessors differ most?",
        columns=(
            Column("option", "Option"),
            Column("criterion", "Criterion"),
            Column("value", "Number used", "number"),
            Column("lowest", "Lowest judged", "number"),
            Column("highest", "Highest judged", "number"),
            Column("spread", "Apart", "share"),
            Column("assessors", "Assessors", "count"),
        ),
        rows=tuple(
            (each.option.id, each.criterion.id, each.value, *each.ends, each.spread, len(each.panel)) for each in shown
        ),
        takeaways=(f"The assessors differ on {len(apart)} of the {len(cells)} cells that have a panel.",),
        notes=(
            "Apart: from the lowest to the highest value that an assessor judged most likely, as a share of the scale.",
            *((f"{len(apart) - len(shown)} more cells divide it less.",) if len(apart) > len(shown) else ()),
        ),
    )


panels = Analysis(examine=examine, order=35)
