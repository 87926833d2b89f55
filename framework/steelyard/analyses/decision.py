"""The decision that was taken, beside the ranking of today: what was chosen, by whom, when, why, and where it stands.

The decision moves no number. For one chosen option the leaders are those of the ranking; where several are chosen, an
option leads if it is above the last place that they fill, or too close to it to call.
"""

from collections.abc import Iterator

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.decision import Taken
from steelyard.documents.definitions import Definitions
from steelyard.documents.paragraphs import folded
from steelyard.figures import listed
from steelyard.headline import decided, left_out, why_decided
from steelyard.model.choosing import leading
from steelyard.results.exhibit import Cell, Column, Exhibit
from steelyard.results.valuation import Valuation

CHAPTER = "Gates and decision"


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """The decision, with where each chosen option stands; nothing where none is recorded."""
    taken = assessment.definitions.decision.taken
    if taken is not None:
        yield _taken(assessment, taken)


def _taken(assessment: Assessment, taken: Taken) -> Exhibit:
    definitions = assessment.definitions
    valuation = assessment.valuations.get(definitions.decision.deciding_weights, assessment.valuation)
    leaders = leading(definitions, assessment.curves, valuation, len(taken.chosen), assessment.doubts_from)
    return Exhibit(
        name="decision-taken",
        chapter=CHAPTER,
        caption="The decision, apart from the ranking",
        question="What was chosen, by whom, when and why, and where does it stand in the ranking?",
        columns=(
            Column("option", "Chosen"),
            Column("title", "Title", detail=True),
            Column("stands", "In the ranking"),
            Column("requires", "With what it requires", detail=True),
            Column("rank", "Rank", "count"),
            Column("total", "Total", "value"),
            Column("above_baseline", "Above baseline", "value"),
            Column("status", "Status", in_sentences=True),
            Column("by", "Decided by", in_sentences=True),
            Column("on", "Decided on", in_sentences=True),
            Column("because", "Because", in_sentences=True),
            Column("instead_of_leader", "Why no leader instead", in_sentences=True),
        ),
        rows=tuple((*_row(definitions, valuation, leaders, name), *_record(taken)) for name in taken.chosen),
        takeaways=tuple(_takeaways(definitions, valuation, leaders, taken)),
        notes=tuple(_notes(definitions, valuation, len(taken.chosen))),
    )


def _row(definitions: Definitions, valuation: Valuation, leaders: tuple[str, ...], name: str) -> tuple[Cell, ...]:
    option = definitions.options.get(name)
    requires = ", ".join(option.requires) if option else ""
    if name not in valuation.options:
        stands, figures = f"not ranked: {left_out(definitions, name)}", (None, None, None)
        return name, _title(definitions, name), stands, requires or None, *figures
    row = valuation.options.index(name)
    return (
        name,
        _title(definitions, name),
        "leads" if name in leaders else "does not lead",
        requires or None,
        valuation.ranks[row],
        float(valuation.totals[row]),
        float(valuation.above_baseline[row]),
    )


def _record(taken: Taken) -> tuple[Cell, ...]:
    """Whether it was taken, by which role, when, and why: what the takeaways say, for files without sentences."""
    instead = None if taken.instead_of_leader is None else folded(taken.instead_of_leader)
    by, on = taken.by and folded(taken.by), None if taken.on is None else str(taken.on)
    return taken.status, by, on, folded(taken.because), instead


def _title(definitions: Definitions, name: str) -> str:
    return folded(definitions.options[name].title) if name in definitions.options else name


def _takeaways(definitions: Definitions, valuation: Valuation, leaders: tuple[str, ...], taken: Taken) -> Iterator[str]:
    yield from decided(definitions)
    yield from why_decided(definitions)
    lead = "leads" if len(leaders) == 1 else "lead"
    titles = listed([_title(definitions, name) for name in leaders])
    yield f"Under the weights '{_weights(definitions, valuation)}' {titles} {lead} the ranking as it is now."
    if taken.was_first is not None:
        first = [name for name, rank in zip(valuation.options, valuation.ranks, strict=True) if rank == 1]
        now = listed([_title(definitions, name) for name in first])
        yield f"First when it was taken: {_title(definitions, taken.was_first)}. First now: {now}."


def _weights(definitions: Definitions, valuation: Valuation) -> str:
    return folded(definitions.weight_sets[valuation.weights].title)


def _notes(definitions: Definitions, valuation: Valuation, count: int) -> Iterator[str]:
    yield (
        f"Ranks and totals are those of the weights '{_weights(definitions, valuation)}'. The decision is recorded "
        "apart from the ranking, and moves no number of it."
    )
    if count > 1:
        yield (
            f"{count} are chosen, so an option leads if it is among the first {count}, or too close to the last of "
            "them to call. Options are scored one by one: what they do to one another is not in the totals."
        )


decision = Analysis(examine=examine, order=6)
