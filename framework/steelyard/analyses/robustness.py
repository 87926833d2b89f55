"""How far the ranking can be trusted: one verdict in plain words, and every figure that it is made from.

Two ways of moving weights stand side by side throughout. `All weightings` has no preference at all; `around` moves each
judgement of the weight set that is shown by its precision, or takes all weightings that its judgements admit. Scores
stand at the values judged most likely, or are drawn within their ranges.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.definitions import Definitions
from steelyard.results.exhibit import Cell, Column, Exhibit
from steelyard.results.robustness import Holds, Robustness, Sampled
from steelyard.support import Footing
from steelyard.verdict import footing_of, verdict

CHAPTER = "Robustness"
_MOST_RANKS = 12
"""Beyond so many options a table of every rank is too wide; the first three ranks and the mean are shown."""
_MOST_SWINGS = 15
_APART = "each drawn by itself, so that doubt which options share counts as doubt about their order"
_SHARES_ARE = "Figures are shares of weightings (and of score draws), not chances of being right."


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """The verdict, then its facts: sampling, pairs, stability, decisive scores, and what is worth knowing."""
    found, definitions = assessment.robustness, assessment.definitions
    yield _verdict(found, definitions)
    yield _first(found)
    yield _ranks("all-weightings", "all weightings", found.all_weightings.flat.drawn, found)
    yield _ranks("around", "weightings around the weight set shown", found.around_agreed.block.drawn, found)
    yield _pairs(found)
    yield _central(found)
    yield _stability(found, definitions)
    yield _smallest_change(found)
    yield _ever_first(found)
    if found.tornado:
        yield _tornado(found, definitions)
    if found.uncertain:
        yield _decisive(found, definitions)
    if found.information:
        yield _information(found, definitions)
    if found.clipped:
        yield _clipped(found)


def _verdict(found: Robustness, definitions: Definitions) -> Exhibit:
    rows = tuple((option, name) for name, option in found.first_under.items())
    return Exhibit(
        name="verdict",
        chapter=CHAPTER,
        caption="How far the ranking can be trusted",
        question="Who is first, under how many weightings, and what would change that?",
        columns=(Column("first", "First"), Column("weights", "Under the weight set")),
        rows=rows,
        takeaways=verdict(found, definitions),
        notes=(
            f"{found.samples} samples a question, seed {found.seed}.",
            f"Scores in doubt: {found.uncertain}, {'drawn together from a file' if found.together else _APART}.",
        ),
    )


def _first(found: Robustness) -> Exhibit:
    flat, around, grouped = found.all_weightings.flat, found.around_agreed.block, found.all_weightings.grouped
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
                max(each.errors[option][0] for each in (flat.at_values, flat.drawn, around.at_values, around.drawn)),
            )
            for option in found.options
        ),
        notes=(
            _SHARES_ARE,
            "A flat draw over criteria favours groups with many of them; the draw over groups does not.",
            _around_is(found),
        ),
    )


def _around_is(found: Robustness) -> str:
    if found.around_agreed.region:
        return "Around: every weighting that the judgements of the weight set admit."
    return f"Around: every judgement moved by up to {found.around_agreed.precision:.0%} of itself, then normalised."


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
            Column("entropy", "Spread of ranks (bits)", "number", brief="Bits"),
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
        notes=("Options that tie share their ranks, so that each rank's shares sum to 100%.",),
    )


def _pairs(found: Robustness) -> Exhibit:
    """Each option against the one ranked next below it, and against the first."""
    first = found.options[0]
    pairs = list(dict.fromkeys([*((first, other) for other in found.options[1:]), *_neighbours(found.options)]))
    wins = found.around_agreed.block.drawn.wins or {}
    return Exhibit(
        name="pairwise-shares",
        chapter=CHAPTER,
        caption="Which of two options is worth more, and under how many weightings",
        question="Under which share of all weightings is one option worth more than another?",
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
            "Exact: worked out, not sampled, with the scores as judged. A tie counts half to each.",
            "The first against every other, and neighbours in the ranking; the JSON output has every pair.",
        ),
    )


def _neighbours(options: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(options[1:]))


def _central(found: Robustness) -> Exhibit:
    sampled = found.all_weightings.flat.drawn
    criteria = next((tuple(each) for each in sampled.central.values() if each), ())
    rows = [
        (option, sampled.confidence.get(option), *(None if central is None else central[name] for name in criteria))
        for option, central in sampled.central.items()
    ]
    return Exhibit(
        name="central-weights",
        chapter=CHAPTER,
        caption="For whom each option is the best choice",
        question="What do those weigh who would choose this option, and how sure would it then be first?",
        columns=(
            Column("option", "Option"),
            Column("confidence", "Confidence factor", "share", brief="Sure"),
            *(Column(name, name, "share", detail=True) for name in criteria),
        ),
        rows=tuple(rows),
        notes=(
            "The mean of all weightings under which an option is first; a dash where it never is.",
            "Confidence factor: the share of score draws in which the option is first at those weights.",
        ),
    )


def _stability(found: Robustness, definitions: Definitions) -> Exhibit:
    return Exhibit(
        name="weight-stability",
        chapter=CHAPTER,
        caption="How far each share can move",
        question="Between which shares of a criterion or group, all others in proportion, does first place hold?",
        columns=(
            Column("part", "Criterion or group"),
            Column("share", "Share now", "share", brief="Now"),
            Column("least", "First holds from", "share", brief="From"),
            Column("below", "Below it comes", brief="Below comes"),
            Column("most", "First holds to", "share", brief="To"),
            Column("above", "Above it comes", brief="Above comes"),
            Column("whole_least", "Whole ranking holds from", "share", detail=True),
            Column("whole_most", "Whole ranking holds to", "share", detail=True),
        ),
        rows=tuple(
            (
                name if name in definitions.criteria else f"{name} (group)",
                each.share,
                *_ends(each.first),
                None if each.whole_ranking is None else each.whole_ranking.least,
                None if each.whole_ranking is None else each.whole_ranking.most,
            )
            for name, each in found.stability.items()
        ),
        notes=("Exact, with the scores as judged. Ends are ties; a dash is an end that no share reaches.",),
    )


def _ends(holds: Holds | None) -> tuple[Cell, ...]:
    return (None,) * 4 if holds is None else (holds.least, holds.below, holds.most, holds.above)


def _smallest_change(found: Robustness) -> Exhibit:
    changes = [each for each in found.smallest_change.values() if each is not None]
    criteria = tuple(changes[0].shares) if changes else ()
    return Exhibit(
        name="smallest-change",
        chapter=CHAPTER,
        caption="The smallest change of shares that puts another option first",
        question="How little must shares move, in all, before another option comes level with the first?",
        columns=(
            Column("measure", "Measured by"),
            Column("distance", "Distance", "number"),
            Column("new_first", "Comes first"),
            *(Column(name, name, "share", detail=True) for name in criteria),
        ),
        rows=tuple(
            (
                "sum of moves (L1)" if each.measure == "l1" else "root of squared moves (Euclid)",
                each.distance,
                each.new_first,
                *each.shares.values(),
            )
            for each in changes
        ),
        takeaways=() if changes else ("No change of shares puts another option first.",),
        notes=("The columns of criteria hold the new shares. Half the sum of moves is the weight that changes hands.",),
    )


def _ever_first(found: Robustness) -> Exhibit:
    return Exhibit(
        name="ever-first",
        chapter=CHAPTER,
        caption="Who could be first at all",
        question="Does some weighting put each option first, and is any other option nowhere worse than it?",
        columns=(
            Column("option", "Option"),
            Column("potentially_optimal", "First under some weighting"),
            Column("dominated_by", "Nowhere better than"),
            Column("dominated_in_ranges", "Nor for any score in range", detail=True),
        ),
        rows=tuple(
            (
                option,
                "yes" if option in found.potentially_optimal else "no",
                ", ".join(one for one, other in found.dominance if other == option) or None,
                ", ".join(one for one, other in found.dominance_in_ranges if other == option) or None,
            )
            for option in found.options
        ),
        notes=("Proved by linear programming with the scores as judged.",),
    )


def _tornado(found: Robustness, definitions: Definitions) -> Exhibit:
    first, second = found.options[:2]
    return Exhibit(
        name="tornado",
        chapter=CHAPTER,
        caption=f"What moves the lead of {first} over {second}",
        question="How do each score's range and each weight's precision move the lead of the first over the second?",
        columns=(
            Column("what", "What moves"),
            Column("low", "Lead at its low", "value", brief="At low"),
            Column("high", "Lead at its high", "value", brief="At high"),
            Column("width", "Width", "value"),
        ),
        rows=tuple(
            (_moved(each.of, definitions), each.low, each.high, each.width) for each in found.tornado[:_MOST_SWINGS]
        ),
        notes=(
            f"One at a time, the widest {_MOST_SWINGS} of {len(found.tornado)}. Below 0 the second is ahead.",
            "Low and high are the least and most value in range.",
        ),
    )


def _moved(of: tuple[str, ...], definitions: Definitions) -> str:
    if of[0] == "score":
        return f"score of {of[1]} on {of[2]}"
    return f"weight of {of[1]}{'' if of[1] in definitions.criteria else ' (group)'}"


def _decisive(found: Robustness, definitions: Definitions) -> Exhibit:
    rows = [
        (
            each.option,
            each.criterion,
            each.value,
            each.low,
            each.high,
            each.turns_at,
            each.new_first,
            str(footing_of(definitions, each.option, each.criterion)),
            _confidence(definitions, each.option, each.criterion),
        )
        for each in found.decisive_scores
    ]
    order = {str(each): number for number, each in enumerate(Footing)}
    return Exhibit(
        name="decisive-scores",
        chapter=CHAPTER,
        caption="Single scores that would put another option first",
        question="Which scores, moved within their own range by themselves, take first place elsewhere?",
        columns=(
            Column("option", "Option", heads=True),
            Column("criterion", "Criterion"),
            Column("value", "Number", "number", brief="Now"),
            Column("low", "From", "number", detail=True),
            Column("high", "To", "number", detail=True),
            Column("turns_at", "Turns at", "number"),
            Column("new_first", "Then first"),
            Column("footing", "Rests on"),
            Column("confidence", "Confidence", detail=True),
        ),
        rows=tuple(sorted(rows, key=lambda row: (order[str(row[7])], found.options.index(str(row[0])), str(row[1])))),
        takeaways=() if rows else ("No single score does.",),
        notes=("Of each option, those that rest on least come first.",),
    )


def _confidence(definitions: Definitions, option: str, criterion: str) -> Cell:
    score = definitions.options[option].scores.get(criterion)
    return None if score is None else score.confidence


def _information(found: Robustness, definitions: Definitions) -> Exhibit:
    whole = sorted(found.information, key=lambda each: (each.of != ("all",), -each.gain, each.of))
    shown = [each for each in whole if each.gain > 0][: 2 * _MOST_SWINGS] or whole[:1]
    return Exhibit(
        name="worth-knowing",
        chapter=CHAPTER,
        caption="What it would be worth to know before choosing",
        question="How much better would the choice be on the mean, if this were known exactly?",
        columns=(
            Column("what", "Known exactly"),
            Column("gain", "Gain in total", "value", brief="Gain"),
            Column("error", "Standard error", "value", detail=True),
            Column("footing", "Rests on"),
        ),
        rows=tuple(
            (
                _known(each.of),
                each.gain,
                each.error,
                str(footing_of(definitions, each.of[1], each.of[2])) if each.of[0] == "score" else None,
            )
            for each in shown
        ),
        notes=(
            "At the weights shown, in parts of a total of 1, against the option with the best expected total.",
            "Single scores are exact; options, groups and criteria are sampled.",
        ),
    )


def _known(of: tuple[str, ...]) -> str:
    if of == ("all",):
        return "every score"
    if of[0] == "score":
        return f"score of {of[1]} on {of[2]}"
    return f"all scores of {of[1]}" if of[0] == "option" else f"{of[0]} {of[1]}"


def _clipped(found: Robustness) -> Exhibit:
    return Exhibit(
        name="clipped-draws",
        chapter=CHAPTER,
        caption="Draws that fall off their scale",
        question="Which scores were drawn beyond the ends of the declared scale, and counted as its end?",
        columns=(Column("option", "Option"), Column("criterion", "Criterion"), Column("share", "Of draws", "share")),
        rows=tuple((option, criterion, share) for (option, criterion), share in found.clipped.items()),
    )


robustness = Analysis(examine=examine, order=10)
