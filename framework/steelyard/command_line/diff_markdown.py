"""A comparison as Markdown, fit for a comment on a pull request: the news first, the rest folded away."""

from collections.abc import Iterator

from steelyard.comparing.sentences import criteria_in, enough_alone, headline_of, part_of, summary, titles_in
from steelyard.figures import decimals, signed
from steelyard.outputs.markdown import escaped
from steelyard.results.comparison import Comparison, Reranking

_MOST_CHANGES = 200
_MOST_ROWS = 50
"""A comment on a pull request has an end; what goes beyond it is counted."""


def render(comparison: Comparison) -> str:
    """The news, then what changed and each ranking, folded."""
    versions = escaped(f"From {comparison.before.shown} to {comparison.after.shown}.")
    lines = [f"### {escaped(comparison.decision)}", "", versions, ""]
    lines += [f"{'- ' if comparison.changes else ''}{escaped(sentence)}" for sentence in summary(comparison)]
    if comparison.changes:
        count = len(comparison.changes)
        shown = [f"- {escaped(change.sentence)}" for change in comparison.changes[:_MOST_CHANGES]]
        more = [f"- and {count - _MOST_CHANGES} more"] if count > _MOST_CHANGES else []
        lines += ["", *_folded(f"What changed ({count})", [*shown, *more])]
        for reranking in comparison.rerankings:
            lines += _folded(f"Under {escaped(reranking.title)}", list(_section(reranking)))
    return "\n".join([*lines, ""])


def _folded(summary_line: str, lines: list[str]) -> list[str]:
    return ["<details>", f"<summary>{summary_line}</summary>", "", *lines, "", "</details>", ""]


def _section(reranking: Reranking) -> Iterator[str]:
    yield "| Now | Before | Option | Total | Before | Change |"
    yield "|---:|---:|---|---:|---:|---:|"
    names, criteria = titles_in(reranking), criteria_in(reranking)
    for each in reranking.standings[:_MOST_ROWS]:
        change = "-"
        if each.total_after is not None and each.total_before is not None:
            change = signed(each.total_after - each.total_before)
        yield (
            f"| {each.rank_after or '-'} | {each.rank_before or '-'} | {escaped(names[each.option])} "
            f"| {_total(each.total_after)} | {_total(each.total_before)} | {change} |"
        )
    if len(reranking.standings) > _MOST_ROWS:
        yield ""
        yield f"{len(reranking.standings) - _MOST_ROWS} more options are ranked below these."
    if reranking.shares:
        yield ""
        yield "| Criterion | Share of the weight before | After |"
        yield "|---|---:|---:|"
    for share in reranking.shares:
        yield f"| {escaped(criteria[share.criterion])} | {_percent(share.before)} | {_percent(share.after)} |"
    yield from _swaps(reranking)


def _swaps(reranking: Reranking) -> Iterator[str]:
    names = titles_in(reranking)
    for swap in reranking.swaps:
        yield ""
        yield f"**{escaped(headline_of(swap, names))}**"
        yield ""
        for part in swap.parts:
            yield f"- {escaped(part_of(part, swap))}"
        alone = enough_alone(swap)
        if alone is not None:
            yield f"- {alone}"
    if reranking.more_swaps:
        yield ""
        yield f"{reranking.more_swaps} more pairs of options further down changed order."


def _total(total: float | None) -> str:
    return "-" if total is None else decimals(total)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{decimals(100 * share, 1)}%"
