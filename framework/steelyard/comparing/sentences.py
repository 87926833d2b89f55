"""What a comparison says, in sentences that are the same in text, Markdown and JSON."""

from collections.abc import Iterator

from steelyard.comparing.wording import listed, ordinal
from steelyard.documents.paragraphs import folded
from steelyard.figures import decimals, signed
from steelyard.results.comparison import Comparison, Part, Reranking, Standing, Swap

NOTHING = "Nothing changed in what the definitions say."
_MOST_REASONS = 2
_NOISE = 1e-12


def summary(comparison: Comparison) -> tuple[str, ...]:
    """The news in a few sentences: for each weight set who moved where and why, the default set first."""
    if not comparison.changes:
        return (NOTHING,)
    still = [each for each in comparison.rerankings if not _moves(each)]
    moved = (sentence for each in comparison.rerankings for sentence in (*_moves(each), *_closeness(each)))
    return (*moved, *_unmoved(still))


def titles_in(reranking: Reranking) -> dict[str, str]:
    """Titles of the options ranked in either version."""
    return {each.option: folded(each.title) for each in reranking.standings}


def _moves(reranking: Reranking) -> list[str]:
    return [*_left(reranking), *_rose(reranking), *_levelled(reranking), *_entered(reranking)]


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


def _left(reranking: Reranking) -> Iterator[str]:
    for each in reranking.standings:
        if each.rank_after is None and each.rank_before is not None:
            was = f"where it was {ordinal(each.rank_before)} ({each.because})"
            yield f"{folded(each.title)} leaves the ranking under {reranking.title}, {was}."


def _entered(reranking: Reranking) -> Iterator[str]:
    for each in reranking.standings:
        if each.rank_before is None and each.rank_after is not None:
            place = f"in {ordinal(each.rank_after)} place (before: {each.because})"
            yield f"{folded(each.title)} enters the ranking under {reranking.title} {place}."


def _rose(reranking: Reranking) -> Iterator[str]:
    for each in reranking.standings:
        if each.rank_before is None or each.rank_after is None or each.rank_after >= each.rank_before:
            continue
        head = f"{folded(each.title)} moves from {ordinal(each.rank_before)} to {ordinal(each.rank_after)}"
        yield f"{head} under {reranking.title}{_why(each, reranking)}."


def _why(standing: Standing, reranking: Reranking) -> str:
    names = titles_in(reranking)
    passed = [swap for swap in reranking.swaps if swap.up == standing.option]
    if not passed:
        gone = [folded(each.title) for each in reranking.standings if each.rank_after is None]
        return f" because {listed(gone)} left the ranking" if gone else ""
    first = passed[0]
    past = listed([names[swap.down] for swap in passed])
    if len(passed) > 1:
        return f", past {past}; past {names[first.down]} {because(first)}"
    return f", {'level with' if first.order_after == 'level' else 'past'} {past}, {because(first)}"


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
    """The largest reasons for a swap, each with its part of the swing."""
    place = places(swap.swing)
    reasons = [part for part in swap.parts if part.value > 0][:_MOST_REASONS]
    if not reasons:
        return f"by a swing of {decimals(swap.swing, place)}"
    first, *rest = reasons
    part = f"{decimals(first.value, place)} of " if len(swap.parts) > 1 else ""
    said = [f"{first.edit} ({part}a swing of {decimals(swap.swing, place)})"]
    said += [f"{each.edit} ({decimals(each.value, place)})" for each in rest]
    return f"because {' and '.join(said)}"


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
