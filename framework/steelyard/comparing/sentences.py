"""What a comparison says, in sentences that are the same in text, Markdown and JSON."""

from collections.abc import Iterator, Sequence

from steelyard.comparing.names import distinct
from steelyard.comparing.wording import ordinal
from steelyard.documents.paragraphs import folded
from steelyard.figures import decimals, listed, signed
from steelyard.results.comparison import Cited, Comparison, Part, Reranking, Standing, Swap, Unpaired

NOTHING = "Nothing changed in what the definitions say."
SWAPS_SHOWN = 20
"""Pairs of options that changed order and are shown one by one under each weight set; JSON has them all."""
_MOST_MOVES = 6
"""Moves in the news of each weight set, those nearest to first place; the rest are counted."""
_MOST_REASONS = 2
_MOST_NAMED = 3
_MOST_CLAIMS = 2
_NOISE = 1e-12


def summary(comparison: Comparison) -> tuple[str, ...]:
    """The news in a few sentences: who came and went, then for each weight set who moved where and why."""
    if not comparison.changes:
        return (NOTHING,)
    rerankings = comparison.rerankings
    unpaired = (*map(_new_weights, comparison.weights_added), *map(_gone_weights, comparison.weights_removed))
    if not rerankings:
        return ("No weight set is in both versions, so no ranking can be compared.", *unpaired)
    moved = (sentence for each in rerankings for sentence in (*_moves(each), *_closeness(each)))
    still = [each for each in rerankings if not each.moved and not each.swaps]
    return (*_left(rerankings), *_entered(rerankings), *moved, *unpaired, *_unmoved(still))


def titles_in(reranking: Reranking) -> dict[str, str]:
    """What the options ranked in either version are called."""
    return distinct({each.option: each.title for each in reranking.standings})


def criteria_in(reranking: Reranking) -> dict[str, str]:
    """What the criteria whose shares moved are called."""
    return distinct({each.criterion: each.title for each in reranking.shares})


def more_swaps(reranking: Reranking, shown: int) -> str | None:
    """Said where not every pair that changed order is shown one by one."""
    more = len(reranking.swaps) - shown
    if more <= 0:
        return None
    pairs = f"{more} more {'pair' if more == 1 else 'pairs'} of options" if shown else f"{more} pairs of options"
    return f"{pairs} changed order; `steelyard diff --format json` gives every one of them with its reasons."


def _new_weights(found: Unpaired) -> str:
    firsts = _firsts(found, "is first", "share first place")
    return f"The weight set {found.title} is new: {firsts}, and there is nothing to compare that with.{_close(found)}"


def _gone_weights(found: Unpaired) -> str:
    firsts = _firsts(found, "was first", "shared first place")
    return f"The weight set {found.title} was taken out: {firsts}, and there is nothing to compare that with."


def _firsts(found: Unpaired, one: str, several: str) -> str:
    names = list(found.first.values())
    return f"{listed(names)} {one if len(names) == 1 else several} under it"


def _close(found: Unpaired) -> str:
    """Said of a new weight set under which first place is too close to call."""
    if len(found.close) <= len(found.first):
        return ""
    return f" First place under it is too close to call: {listed(list(found.close.values()))}."


def _moves(reranking: Reranking) -> list[str]:
    """The moves nearest to first place, and how many more there are."""
    found = [*_rose(reranking), *_displaced(reranking), *_levelled(reranking)]
    more = len(found) - _MOST_MOVES
    if more <= 1:
        return found
    return [*found[:_MOST_MOVES], f"Under {reranking.title} there are {more} more moves, most of them further down."]


def _closeness(reranking: Reranking) -> Iterator[str]:
    """Whether first place is too close to call; of a ranking that stays, only where that is new or over."""
    before, after = reranking.close_before, reranking.close_after
    if after and (set(before) != set(after) or reranking.moved):
        names = titles_in(reranking)
        leaders = listed([names[each] for each in after])
        yield f"First place under {reranking.title} is {'still' if before else 'now'} too close to call: {leaders}."
    elif before and not after:
        yield f"First place under {reranking.title} is no longer too close to call."


def _unmoved(rerankings: list[Reranking]) -> Iterator[str]:
    """The weight sets whose ranking stays as it was, in one sentence."""
    if not rerankings:
        return
    moves = [
        abs(each.total_after - each.total_before)
        for reranking in rerankings
        for each in reranking.standings
        if each.total_after is not None and each.total_before is not None
    ]
    largest = max(moves, default=0.0)
    totals = f"; no total moves by more than {decimals(largest, places(largest))}" if largest > _NOISE else ""
    names = listed([folded(each.title) for each in rerankings])
    rankings = "every ranking" if len(rerankings) > 1 else "the ranking"
    yield f"Under {names} {rankings} stays as it was{totals or ', and so does every total'}."


def _left(rerankings: Sequence[Reranking]) -> Iterator[str]:
    """Options no longer ranked, each in one sentence for all weight sets."""
    names = titles_in(rerankings[0])
    for each in rerankings[0].standings:
        if each.rank_after is None:
            was = _places(each.option, rerankings, after=False)
            yield f"{names[each.option]} leaves the ranking ({each.because}); it was {was}."


def _entered(rerankings: Sequence[Reranking]) -> Iterator[str]:
    """Options newly ranked, each in one sentence for all weight sets."""
    names = titles_in(rerankings[0])
    for each in rerankings[0].standings:
        if each.rank_before is None:
            now = _places(each.option, rerankings, after=True)
            yield f"{names[each.option]} enters the ranking (before: {each.because}); it is {now}."


def _places(option: str, rerankings: Sequence[Reranking], *, after: bool) -> str:
    """An option's rank under every weight set, sets with the same rank together."""
    sets: dict[int, list[str]] = {}
    for reranking in rerankings:
        for each in reranking.standings:
            rank = each.rank_after if after else each.rank_before
            if each.option == option and rank is not None:
                sets.setdefault(rank, []).append(folded(reranking.title))
    return ", ".join(f"{ordinal(rank)} under {listed(sets[rank])}" for rank in sorted(sets))


def _rose(reranking: Reranking) -> Iterator[str]:
    """Options that moved up by passing others; or to first place because those above them left."""
    names, passing = titles_in(reranking), _passing(reranking)
    for each in reranking.standings:
        if not _has_risen(each):
            continue
        head = f"{_moved(each, names)} under {reranking.title}"
        left = _left_from_above(each, reranking, names)
        if each.option in passing:
            too = f" It also moves up because {listed(left)} left the ranking." if left else ""
            yield f"{head}{_past(passing[each.option], names)}.{too}"
        elif left and each.rank_after == 1:
            yield f"{head} because {listed(left)} left the ranking."


def _passing(reranking: Reranking) -> dict[str, list[Swap]]:
    """By option that rose, its swaps, where one of them raised it: to have been level with another raises nobody."""
    risen = {each.option for each in reranking.standings if _has_risen(each)}
    found: dict[str, list[Swap]] = {}
    for swap in reranking.swaps:
        if swap.up in risen:
            found.setdefault(swap.up, []).append(swap)
    return {up: swaps for up, swaps in found.items() if any(swap.order_before == "behind" for swap in swaps)}


def _displaced(reranking: Reranking) -> Iterator[str]:
    """Options that lost first place only because others came in above them."""
    names = titles_in(reranking)
    passed = {swap.down for swap in reranking.swaps}
    for each in reranking.standings:
        if each.rank_before != 1 or each.rank_after is None or each.rank_after == 1 or each.option in passed:
            continue
        came = [
            names[other.option]
            for other in reranking.standings
            if other.rank_before is None and other.rank_after is not None and other.rank_after < each.rank_after
        ]
        if came:
            yield f"{_moved(each, names)} under {reranking.title} because {listed(came)} entered the ranking."


def _moved(standing: Standing, names: dict[str, str]) -> str:
    before, after = ordinal(standing.rank_before or 0), ordinal(standing.rank_after or 0)
    return f"{names[standing.option]} moves from {before} to {after}"


def _left_from_above(standing: Standing, reranking: Reranking, names: dict[str, str]) -> list[str]:
    """The options that stood above another one and are no longer ranked."""
    return [
        names[each.option]
        for each in reranking.standings
        if each.rank_after is None and (each.rank_before or 0) < (standing.rank_before or 0)
    ]


def _past(passed: list[Swap], names: dict[str, str]) -> str:
    first = next(swap for swap in passed if swap.order_before == "behind")
    ahead = [names[swap.down] for swap in passed if swap.order_after == "ahead"]
    level = [names[swap.down] for swap in passed if swap.order_after == "level"]
    ways = [f"{way} {_some(those)}" for way, those in (("past", ahead), ("level with", level)) if those]
    said = ", and ".join(ways)
    if len(passed) == 1:
        return f", {said}, {because(first)}"
    verb = "draws level with" if first.order_after == "level" else "passes"
    return f", {said}. It {verb} {names[first.down]} {because(first)}"


def _some(names: list[str], most: int = _MOST_NAMED) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - most
    return listed(names) if more <= 1 else listed([*names[:most], f"{more} others"])


def _levelled(reranking: Reranking) -> Iterator[str]:
    """Ties that ended or began without the gainer's rank number changing."""
    names, passing = titles_in(reranking), _passing(reranking)
    for swap in reranking.swaps:
        if swap.up not in passing:
            yield f"{headline_of(swap, names)[:-1]} under {reranking.title} {because(swap)}."


def _has_risen(standing: Standing) -> bool:
    before, after = standing.rank_before, standing.rank_after
    return before is not None and after is not None and after < before


def because(swap: Swap) -> str:
    """The largest reasons for a swap, each with its part of the swing; what other edits add or take is summed."""
    place = places(swap.swing)
    reasons = [part for part in swap.parts if part.value > 0][:_MOST_REASONS]
    if not reasons:
        return f"by a swing of {decimals(swap.swing, place)}"
    if len(swap.parts) == 1:
        return f"because {_with_claims(reasons[0], f'a swing of {decimals(swap.swing, place)}')}"
    said = " and ".join(_with_claims(each, signed(each.value, place)) for each in reasons)
    rest = signed(swap.swing - sum(each.value for each in reasons), place)
    others = f" and {rest} came from other edits" if float(rest) else ""
    return f"because {said}{others}: a swing of {decimals(swap.swing, place)} in all"


def _with_claims(part: Part, figure: str) -> str:
    """An edit with its part of the swing, and the claims that it came with."""
    return f"{part.edit} ({'; '.join((figure, *_claims(part.cited)))})"


def _claims(cited: Cited) -> Iterator[str]:
    """The claims that came and went with an edit, those that speak for the number first."""
    for said, claims in (
        ("new evidence", cited.evidence_gained),
        ("evidence taken out", cited.evidence_lost),
        ("new counter-evidence", cited.against_gained),
        ("counter-evidence taken out", cited.against_lost),
    ):
        if claims:
            yield f"{said}: {_some(list(claims), _MOST_CLAIMS)}"


def headline_of(swap: Swap, names: dict[str, str]) -> str:
    """One swap in a sentence: who gained on whom, from where to where."""
    place = places(swap.swing)
    verb = "draws level with" if swap.order_after == "level" else "goes ahead of"
    start = "level" if swap.order_before == "level" else f"{decimals(-swap.before, place)} behind"
    end = "level" if swap.order_after == "level" else f"{decimals(swap.after, place)} ahead"
    return f"{names[swap.up]} {verb} {names[swap.down]} (from {start} to {end})."


def part_of(part: Part, swap: Swap) -> str:
    """One part of a swing: how much, by which edit, and whether that edit is enough by itself."""
    place = places(swap.swing)
    error = f" (standard error {decimals(part.error, place + 1)})" if part.error else ""
    enough = "; enough by itself" if part.alone else ""
    return f"{signed(part.value, place)}{error} {part.edit}{enough}"


def enough_alone(swap: Swap) -> str | None:
    """Said where it takes several edits together to swap a pair."""
    if len(swap.parts) > 1 and not any(part.alone for part in swap.parts):
        return "No single one of these edits would have done it alone."
    return None


def places(swing: float) -> int:
    """Decimals that show a swing with at least two digits: three where it is not small."""
    size = abs(swing)
    for place in (3, 4, 5, 6):
        if size >= 10.0 ** (1 - place):
            return place
    return 9
