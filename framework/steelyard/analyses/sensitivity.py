"""What would change the ranking: shares that move, single scores that move, and what is worth finding out first.

Everything here is worked out and not sampled, but for what it would be worth to know several scores at once.
"""

from collections.abc import Iterator

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.definitions import Definitions
from steelyard.results.exhibit import Cell, Column, Exhibit
from steelyard.results.robustness import Holds, Robustness
from steelyard.support import Footing
from steelyard.verdict import footing_of

CHAPTER = "Sensitivity"
_MOST_SWINGS = 15


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """How far shares can move, who could be first at all, and which scores decide or are worth knowing."""
    found, definitions = assessment.robustness, assessment.definitions
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
    shown = found.tornado[:_MOST_SWINGS]
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
        rows=tuple((_moved(each.of, definitions), each.low, each.high, each.width) for each in shown),
        notes=(
            f"One at a time, the widest {len(shown)} of {len(found.tornado)}. Below 0 the second is ahead.",
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


sensitivity = Analysis(examine=examine, order=11)
