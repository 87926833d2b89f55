"""A comparison as text that fits 80 columns."""

import textwrap
from collections.abc import Iterator

from steelyard.comparing.sentences import (
    SWAPS_SHOWN,
    criteria_in,
    enough_alone,
    headline_of,
    more_swaps,
    part_of,
    summary,
    titles_in,
)
from steelyard.documents.paragraphs import folded
from steelyard.figures import decimals, signed
from steelyard.results.comparison import Comparison, Reranking, Standing

_WIDTH = 80
_NUMBERS = "{:>4} {:>6}  {} {:>7} {:>8}"
_TITLE_WIDTH = _WIDTH - len(_NUMBERS.format("", "", "", "", ""))


def render(comparison: Comparison) -> str:
    """The news first, then what changed, then each ranking with its weights and swaps."""
    versions = f"From {comparison.before.shown} to {comparison.after.shown}:"
    lines = [*_wrapped(folded(comparison.decision)), *_wrapped(versions), ""]
    for sentence in summary(comparison):
        lines += _wrapped(sentence, "- " if comparison.changes else "")
    if comparison.changes:
        lines += ["", "What changed", ""]
        for change in comparison.changes:
            lines += _wrapped(change.sentence, "- ")
        for reranking in comparison.rerankings:
            lines += _section(reranking)
    return "\n".join([*lines, ""])


def _wrapped(text: str, mark: str = "", indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=indent + mark, subsequent_indent=indent + " " * len(mark), break_on_hyphens=False
    )


def _section(reranking: Reranking) -> Iterator[str]:
    """One weight set: the ranking before and after, shares that moved, swaps with their reasons."""
    yield ""
    yield from _wrapped(f"Under {folded(reranking.title)}")
    yield ""
    yield _NUMBERS.format("Now", "Before", "Option".ljust(_TITLE_WIDTH), "Total", "Change").rstrip()
    names, criteria = titles_in(reranking), criteria_in(reranking)
    for standing in reranking.standings:
        yield from _row(standing, names[standing.option])
    if reranking.shares:
        yield ""
        yield from _wrapped("Shares of the weight, in per cent, before and after:")
    for share in reranking.shares:
        yield from _wrapped(f"{_percent(share.before)} to {_percent(share.after)}: {criteria[share.criterion]}", "- ")
    for swap in reranking.swaps[:SWAPS_SHOWN]:
        yield ""
        yield from _wrapped(headline_of(swap, names))
        for part in swap.parts:
            yield from _wrapped(part_of(part, swap), "- ", "  ")
        alone = enough_alone(swap)
        if alone is not None:
            yield from _wrapped(alone, "", "  ")
    more = more_swaps(reranking, SWAPS_SHOWN)
    if more is not None:
        yield ""
        yield from _wrapped(more)


def _row(standing: Standing, title: str) -> Iterator[str]:
    now = "-" if standing.rank_after is None else str(standing.rank_after)
    before = "-" if standing.rank_before is None else str(standing.rank_before)
    total = "-" if standing.total_after is None else decimals(standing.total_after)
    moved = "-"
    if standing.total_after is not None and standing.total_before is not None:
        moved = signed(standing.total_after - standing.total_before)
    first, *rest = textwrap.wrap(title, _TITLE_WIDTH) or [""]
    yield _NUMBERS.format(now, before, first.ljust(_TITLE_WIDTH), total, moved)
    yield from (_NUMBERS.format("", "", line, "", "").rstrip() for line in rest)


def _percent(share: float | None) -> str:
    return "none" if share is None else decimals(100 * share, 1)
