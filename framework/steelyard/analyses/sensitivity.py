"""What would change the ranking: shares that move, single scores that move, and what is worth finding out first.

Everything here is worked out and not sampled, but for what it would be worth to know several scores at once.
"""

from collections.abc import Iterator, Mapping
from math import floor, log10

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.definitions import Definitions
from steelyard.results.exhibit import Cell, Column, Exhibit
from steelyard.results.robustness import Holds, Measure, Robustness, SmallestChange
from steelyard.verdict import footing_of

CHAPTER = "What would change the ranking"
_MOST_SWINGS = 15
_OF_WHAT = {"option": "of", "criterion": "on", "group": "in group"}
_LEAST: Mapping[Measure, str] = {"l1": "least moved", "euclidean": "most even"}


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """How far shares can move, who could be first at all, and which scores decide or are worth knowing."""
    found, definitions = assessment.robustness, assessment.definitions
    yield _stability(found, definitions)
    yield _smallest_change(found, definitions)
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
        caption="How far each share can move before another option is first",
        question="Between which shares of a criterion or group, all others in proportion, does first place hold?",
        columns=(
            Column("part", "Criterion or group"),
            Column("share", "Share now", "share", brief="Now"),
            Column("least", "First place holds from", "share", brief="From"),
            Column("below", "First below that", brief="First below"),
            Column("most", "First place holds to", "share", brief="To"),
            Column("above", "First above that", brief="First above"),
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
        notes=(
            "Worked out exactly, with the scores as judged; one share moves, and all others keep their proportions.",
            "At an end the two options tie. A dash: first place holds however far the share moves that way.",
        ),
    )


def _ends(holds: Holds | None) -> tuple[Cell, ...]:
    return (None,) * 4 if holds is None else (holds.least, holds.below, holds.most, holds.above)


def _smallest_change(found: Robustness, definitions: Definitions) -> Exhibit:
    changes = [each for each in found.smallest_change.values() if each is not None]
    criteria = tuple(changes[0].shares) if changes else ()
    return Exhibit(
        name="smallest-change",
        chapter=CHAPTER,
        caption="The smallest change of shares that brings another option level",
        question="Which shares must move, and how little, before another option comes level with the first?",
        columns=(
            Column("criterion", "Criterion"),
            Column("share", "Share now", "share", brief="Now"),
            *(Column(each.measure, f"Share, {_LEAST[each.measure]}", "share") for each in changes),
        ),
        rows=tuple((name, found.stability[name].share, *(each.shares[name] for each in changes)) for name in criteria),
        takeaways=tuple(_level(each, definitions) for each in changes)
        or ("No change of shares brings another option level.",),
        notes=(
            "With the scores as judged. Least moved: as little weight as possible changes hands between criteria.",
            "Most even: the sum of the squared moves is as small as possible, so that many shares move a little.",
        ),
    )


def _level(change: SmallestChange, definitions: Definitions) -> str:
    rival = definitions.options[change.new_first].title
    if change.measure == "l1":
        return f"With the least weight moved, {change.distance / 2:.1%} of all, {rival} comes level."
    return f"With the most even change, {rival} comes level."


def _ever_first(found: Robustness) -> Exhibit:
    return Exhibit(
        name="ever-first",
        chapter=CHAPTER,
        caption="Who could be first at all",
        question="Does some weighting put each option first, and is any other option nowhere worse than it?",
        columns=(
            Column("option", "Option"),
            Column("potentially_optimal", "First under some weighting", brief="Ever first"),
            Column("dominated_by", "Nowhere better than"),
            Column("dominated_in_ranges", "Nowhere better, wherever scores stand in their ranges", detail=True),
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
        notes=(
            "With the scores as judged; proved by linear programming, not sampled.",
            "Nowhere better than: the other option is at least as good on every criterion, so no weights help.",
        ),
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
            Column("what", "What moves alone"),
            Column("low", "Lead at its low", "value", brief="At low"),
            Column("high", "Lead at its high", "value", brief="At high"),
            Column("width", "Width", "value"),
        ),
        rows=tuple((_moved(each.of, definitions), each.low, each.high, each.width) for each in shown),
        notes=(
            "The lead where this alone stands at the low or the high end of its range. Below 0 the second is ahead.",
            *_widest(len(found.tornado)),
        ),
    )


def _widest(count: int) -> Iterator[str]:
    if count > _MOST_SWINGS:
        yield f"Shown are the {_MOST_SWINGS} of {count} that move the lead most."


def _moved(of: tuple[str, ...], definitions: Definitions) -> str:
    if of[0] == "score":
        return f"score of {of[1]} on {of[2]}"
    return f"weight of {of[1]}{'' if of[1] in definitions.criteria else ' (group)'}"


def _decisive(found: Robustness, definitions: Definitions) -> Exhibit:
    return Exhibit(
        name="decisive-scores",
        chapter=CHAPTER,
        caption="Scores that would put another option first, each moved alone",
        question="Which scores, moved within their own range by themselves, take first place elsewhere?",
        columns=(
            Column("footing", "Rests on", heads=True),
            Column("option", "Option"),
            Column("criterion", "Criterion"),
            Column("value", "Number", "number", brief="Now"),
            Column("low", "Low", "number", detail=True),
            Column("high", "High", "number", detail=True),
            Column("turns_at", "Turns at", "number"),
            Column("new_first", "Then first", detail=True),
            Column("confidence", "Confidence", detail=True),
        ),
        rows=tuple(
            (
                str(footing_of(definitions, each.option, each.criterion)),
                each.option,
                each.criterion,
                each.value,
                each.low,
                each.high,
                _to_thousandths(each.turns_at, each.high - each.low),
                each.new_first,
                _confidence(definitions, each.option, each.criterion),
            )
            for each in found.decisive_scores
        ),
        takeaways=()
        if found.decisive_scores
        else ("No score, moved alone within its own range, puts another option first.",),
        notes=(
            "What rests on least comes first: there a better source would settle most.",
            "Turns at: the number at which a tie for first place comes about.",
            "A score of the option that is first lets the next one pass; a score of another brings that one first.",
        ),
    )


def _to_thousandths(number: float, whole: float) -> float:
    """A number as finely as a thousandth of a range tells; more digits would say more than anybody judged."""
    return round(number, 3 - floor(log10(whole))) if whole > 0 else number


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
            "How much higher the total is, on the mean, if one may choose with that knowledge and not without it.",
            "Totals run from 0 to 1; at the weights shown.",
            f"Without knowing more one would choose {found.best_expected}, which has the highest expected total.",
            "Single scores are exact; the rest is sampled, all but every score with 20000 samples at most."
            if not found.together
            else "Single scores that are drawn by themselves are exact; the rest is sampled, all but every score with "
            "20000 samples at most. What a score of the file of draws says of its others is fitted to the rows.",
        ),
    )


def _known(of: tuple[str, ...]) -> str:
    if of == ("all",):
        return "every score"
    if of[0] == "score":
        return f"score of {of[1]} on {of[2]}"
    return f"all scores {_OF_WHAT[of[0]]} {of[1]}"


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
