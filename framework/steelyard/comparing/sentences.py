"""What a comparison says, in sentences that are the same in text, Markdown and JSON."""

from collections.abc import Iterator, Sequence

from steelyard.comparing.names import distinct
from steelyard.comparing.wording import ordinal
from steelyard.documents.paragraphs import folded
from steelyard.figures import decimals, listed, signed
from steelyard.results.comparison import Comparison, Part, Reranking, Standing, Swap

NOTHING = "Nothing changed in what the definitions say."
_MOST_REASONS = 2
_MOST_NAMED = 3
_NOISE = 1e-12


def summary(comparison: Comparison) -> tuple[str, ...]:
    """The news in a few sentences: who came and went, then for each weight set who moved where and why."""
    if not comparison.changes:
        return (NOTHING,)
    rerankings = comparison.rerankings
    if not rerankings:
        return ("No weight set is in both versions, so no ranking can be compared.",)
    moved = (sentence for each in rerankings for sentence in (*_moves(each), *_closeness(each)))
    still = [each for each in rerankings if not each.moved and not each.swaps]
    return (*_left(rerankings), *_entered(rerankings), *moved, *_unmoved(still))


def titles_in(reranking: Reranking) -> dict[str, str]:
    """What the options ranked in either version are called."""
    return distinct({each.option: each.title for each in reranking.standings})


def criteria_in(reranking: Reranking) -> dict[str, str]:
    """What the criteria whose shares moved are called."""
    return distinct({each.criterion: each.title for each in reranking.shares})


def _moves(reranking: Reranking) -> list[str]:
    return [*_rose(reranking), *_levelled(reranking)]


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
    """Options that moved up by passing others; or to first place because others left."""
    names = titles_in(reranking)
    gone = [names[each.option] for each in reranking.standings if each.rank_after is None]
    for each in reranking.standings:
        if not _has_risen(each):
            continue
        head = f"{names[each.option]} moves from {ordinal(each.rank_before or 0)} to {ordinal(each.rank_after or 0)}"
        passed = [swap for swap in reranking.swaps if swap.up == each.option]
        if passed:
            yield f"{head} under {reranking.title}{_past(passed, names)}."
        elif gone and each.rank_after == 1:
            yield f"{head} under {reranking.title} because {listed(gone)} left the ranking."


def _past(passed: list[Swap], names: dict[str, str]) -> str:
    first = passed[0]
    past = _some([names[swap.down] for swap in passed])
    if len(passed) > 1:
        return f", past {past}. It passes {names[first.down]} {because(first)}"
    return f", {'level with' if first.order_after == 'level' else 'past'} {past}, {because(first)}"


def _some(names: list[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - _MOST_NAMED
    return listed(names) if more <= 1 else listed([*names[:_MOST_NAMED], f"{more} others"])


def _levelled(reranking: Reranking) -> Iterator[str]:
    """Ties that ended or began without the gainer's rank number changing."""
    names, risen = titles_in(reranking), {each.option for each in reranking.standings if _has_risen(each)}
    for swap in reranking.swaps:
        if swap.up not in risen:
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
        return f"because {reasons[0].edit} (a swing of {decimals(swap.swing, place)})"
    said = " and ".join(f"{each.edit} ({signed(each.value, place)})" for each in reasons)
    rest = signed(swap.swing - sum(each.value for each in reasons), place)
    others = f" and {rest} came from other edits" if float(rest) else ""
    return f"because {said}{others}: a swing of {decimals(swap.swing, place)} in all"


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
