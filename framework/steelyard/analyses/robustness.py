"""How far the ranking can be trusted: one verdict in plain words, and every figure that it is made from.

Two ways of moving weights stand side by side throughout. `All weightings` has no preference at all; `around` moves each
judgement of the weight set that is shown by its precision, or takes all weightings that its judgements admit. Scores
stand at the values judged most likely, or are drawn within their ranges.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.definitions import Definitions
from steelyard.figures import shown
from steelyard.results.exhibit import Column, Exhibit
from steelyard.results.robustness import Robustness, Sampled
from steelyard.verdict import verdict

CHAPTER = "Robustness"
_MOST_RANKS = 12
"""Beyond so many options a table of every rank is too wide; the first three ranks and the mean are shown."""
_HEAVIEST = 2
"""So many criteria stand for what a weighting is about; the workbook, the page and every file have all of them."""
_APART = "each drawn by itself, so that doubt which options share counts as doubt about their order"
_SHARES_ARE = "Figures are shares of weightings (and of score draws), not chances of being right."


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """The verdict, then what sampling and exact shares say of each option and each pair."""
    found, definitions = assessment.robustness, assessment.definitions
    yield _verdict(found, definitions)
    yield _first(found)
    yield _ranks("all-weightings", "all weightings", found.all_weightings.flat.drawn, found)
    yield _ranks("around", "weightings around the weight set shown", found.around_agreed.block.drawn, found)
    yield _pairs(found)
    yield _central(found, definitions)


def _verdict(found: Robustness, definitions: Definitions) -> Exhibit:
    rows = tuple((name, ", ".join(first)) for name, first in found.first_under.items())
    return Exhibit(
        name="verdict",
        chapter=CHAPTER,
        caption="How far the ranking can be trusted",
        question="Who is first, under how many weightings, and what would change that?",
        columns=(Column("weights", "Weight set"), Column("first", "First under it")),
        rows=rows,
        takeaways=verdict(found, definitions),
        notes=(
            f"{found.samples} samples a question, seed {found.seed}.",
            f"Scores in doubt: {found.uncertain}, {_drawn(found)}.",
        ),
    )


def _drawn(found: Robustness) -> str:
    return f"{found.together} of them drawn together from a file" if found.together else _APART


def _first(found: Robustness) -> Exhibit:
    flat, around, grouped = found.all_weightings.flat, found.around_agreed.block, found.all_weightings.grouped
    every = (flat.at_values, flat.drawn, around.at_values, around.drawn, *(() if grouped is None else (grouped.drawn,)))
    return Exhibit(
        name="first-place",
        chapter=CHAPTER,
        caption="How often each option is first",
        question="Under which share of weightings is each option first, with scores as judged and drawn?",
        columns=(
            Column("option", "Option"),
            Column("all", "All weightings", "share", brief="All"),
            Column("all_drawn", "All weightings, scores drawn", "share", brief="All, drawn"),
            Column("grouped", "All weightings of groups, scores drawn", "share", brief="Groups"),
            Column("around", "Around the weights shown", "share", brief="Around"),
            Column("around_drawn", "Around them, scores drawn", "share", brief="Around, drawn"),
            Column("error", "Standard error at most", "share", brief="Error"),
        ),
        rows=tuple(
            (
                option,
                flat.at_values.first(option),
                flat.drawn.first(option),
                None if grouped is None else grouped.drawn.first(option),
                around.at_values.first(option),
                around.drawn.first(option),
                max(each.errors[option][0] for each in every),
            )
            for option in found.options
        ),
        notes=(
            _SHARES_ARE,
            "All weightings: every division of the weight among criteria counts alike; groups with many weigh more.",
            "All weightings of groups: every division among groups, and then within each, counts alike.",
            _around_is(found),
            "Scores drawn: each score moves within its range too; elsewhere scores stand as judged.",
        ),
    )


def _around_is(found: Robustness) -> str:
    if found.around_agreed.region:
        return "Around: every weighting that the judgements of the weight set admit."
    return (
        f"Around: each judgement of the weight set shown moved by up to {found.around_agreed.precision:.0%} of itself, "
        "and shares worked out anew."
    )


def _ranks(name: str, where: str, sampled: Sampled, found: Robustness) -> Exhibit:
    """How often each option has each rank; the first three only, where there are many."""
    shown = min(len(found.options), _MOST_RANKS)
    ranks = range(shown if len(found.options) <= _MOST_RANKS else 3)
    return Exhibit(
        name=f"ranks-{name}",
        chapter=CHAPTER,
        caption=f"Ranks under {where}, scores drawn within their ranges",
        question="Under which share of weightings and score draws does each option have each rank?",
        columns=(
            Column("option", "Option"),
            *(Column(f"rank_{rank + 1}", f"Rank {rank + 1}", "share", brief=str(rank + 1)) for rank in ranks),
            Column("expected_rank", "Mean rank", "number", brief="Mean"),
            Column("entropy", "Spread of ranks (bits)", "number", brief="Spread"),
        ),
        rows=tuple(
            (
                option,
                *(sampled.ranks[option][rank] for rank in ranks),
                round(sampled.expected_rank[option], 2),
                round(sampled.rank_entropy[option], 2),
            )
            for option in found.options
        ),
        notes=(
            "Options that tie share their ranks, so that each rank's shares sum to 100%.",
            "Spread: 0 for the same rank throughout, 1 for two ranks equally often, more the less a rank is settled.",
        ),
    )


def _pairs(found: Robustness) -> Exhibit:
    """Each option against the one ranked next below it, and against the first."""
    first = found.options[0]
    pairs = list(dict.fromkeys([*((first, other) for other in found.options[1:]), *_neighbours(found.options)]))
    wins = found.around_agreed.block.drawn.wins or {}
    return Exhibit(
        name="pairwise-shares",
        chapter=CHAPTER,
        caption="How often one option is worth more than another",
        question="Under which share of weightings is the option worth more than the one it is set against?",
        columns=(
            Column("one", "Option"),
            Column("other", "Against"),
            Column("all", "All weightings (exact)", "share", brief="All"),
            Column("grouped", "All weightings of groups (exact)", "share", brief="Groups"),
            Column("around", "Around the weights shown, scores drawn", "share", brief="Around"),
        ),
        rows=tuple(
            (
                one,
                other,
                found.all_weightings.pairwise[one][other],
                found.all_weightings.pairwise_grouped[one][other],
                wins[one][other] if wins else None,
            )
            for one, other in pairs
        ),
        takeaways=tuple(f"No weighting tells {one} and {other} apart." for one, other in found.all_weightings.ties),
        notes=(
            "All weightings, and those of groups: worked out exactly, with the scores as judged.",
            "Around: sampled, with the scores drawn within their ranges. A tie counts half to each.",
            "The first against every other, and neighbours in the ranking; the JSON output has every pair.",
        ),
    )


def _neighbours(options: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(options[1:]))


def _central(found: Robustness, definitions: Definitions) -> Exhibit:
    sampled = found.all_weightings.flat.drawn
    criteria = next((tuple(each) for each in sampled.central.values() if each), ())
    rows = [
        (
            option,
            None if central is None else _heaviest(central),
            sampled.confidence.get(option),
            *(None if central is None else central[name] for name in criteria),
        )
        for option, central in sampled.central.items()
    ]
    return Exhibit(
        name="central-weights",
        chapter=CHAPTER,
        caption="For whom each option is the best choice",
        question="What do those weigh who would choose this option, and how sure would it then be first?",
        columns=(
            Column("option", "Option"),
            Column("most", "Weighs most"),
            Column("confidence", "Confidence", "share"),
            *(Column(name, definitions.criteria[name].title, "share", detail=True) for name in criteria),
        ),
        rows=tuple(rows),
        notes=(
            "The mean of all weightings under which an option is first; a dash where it never is.",
            f"Weighs most: its largest shares; were all alike, each would be {1 / len(definitions.criteria):.1%}.",
            "Confidence: the share of score draws (16384 at most) in which the option is first at those weights.",
        ),
    )


def _heaviest(central: Mapping[str, float]) -> str:
    """The criteria that weigh most, with their shares."""
    largest = sorted(central, key=lambda name: -central[name])[:_HEAVIEST]
    return ", ".join(f"{name} {shown(central[name], 'share')}" for name in largest)


robustness = Analysis(examine=examine, order=10)
