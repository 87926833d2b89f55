"""A comparison as Markdown, fit for a comment on a pull request: the news first, the rest folded away.

A comment has an end: GitHub refuses one of more than 65,536 characters. So the news, what changed and the rankings each
have room; where that is not enough, swaps of options are left out first, those of the last weight set before others,
then rankings from the last one on. What is left out is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
from steelyard.figures import decimals, listed, signed
from steelyard.outputs.markdown import escaped
from steelyard.results.comparison import Comparison, Reranking, Swap

LONGEST = 60_000
"""Characters of the whole; below GitHub's limit, so that whoever posts it can add a line."""
_FOR_NEWS = 20_000
_FOR_CHANGES = 15_000
_FOR_NOTES = 4_000
"""Room for the title, the versions, and for saying what is left out."""
_LONGEST_LINE = 1_000
_ELSEWHERE = "`steelyard diff` without `--format markdown` shows all that changed and every ranking."
_MOST_ROWS = 50
_FOLDED = len("<details>\n<summary></summary>\n\n\n</details>\n\n")
_MORE_SWAPS = 150
"""Room for saying how many more pairs changed order."""


@dataclass(frozen=True)
class _Section:
    """One weight set: its ranking and shares, and its swaps, each in lines."""

    reranking: Reranking
    ranking: list[str]
    swaps: list[list[str]]

    @property
    def title(self) -> str:
        """What the weight set is called, as Markdown."""
        return _cut(escaped(self.reranking.title))

    @property
    def size(self) -> int:
        """Characters that it takes without its swaps."""
        return _FOLDED + len(f"Under {self.title}") + _size(self.ranking) + _MORE_SWAPS


def render(comparison: Comparison) -> str:
    """The news, then what changed and each ranking, folded, as far as a comment has room; then what is left out."""
    versions = escaped(f"From {comparison.before.shown} to {comparison.after.shown}.")
    lines = [f"### {_cut(escaped(comparison.decision))}", "", _cut(versions), ""]
    mark = "- " if comparison.changes else ""
    news = [f"{mark}{escaped(sentence)}" for sentence in summary(comparison)]
    changes = [f"- {_cut(escaped(change.sentence))}" for change in comparison.changes]
    told, shown = _fitting(news, _FOR_NEWS), _fitting(changes, _FOR_CHANGES)
    room = LONGEST - _FOR_NOTES - _size(told) - _size(shown)
    sections = [_section(each) for each in comparison.rerankings if comparison.changes]
    kept = _within(sections, room)
    left_out = list(_left_out(len(news) - len(told), len(changes) - len(shown), len(sections) - len(kept)))
    lines += told
    if comparison.changes:
        lines += ["", *_folded(f"What changed ({len(changes)})", shown)]
        for section in kept:
            lines += _folded(f"Under {section.title}", list(_lines(section)))
    if left_out:
        lines += [f"Left out here, where a comment has no room: {listed(left_out)}. {_ELSEWHERE}"]
    return "\n".join([*lines, ""])


def _left_out(news: int, changes: int, rankings: int) -> Iterator[str]:
    """What there was no room for, counted."""
    for count, one, several in (
        (news, "sentence of the news", "sentences of the news"),
        (changes, "change", "changes"),
        (rankings, "ranking", "rankings"),
    ):
        if count:
            yield f"{count} more {one if count == 1 else several}"


def _fitting(lines: list[str], room: int) -> list[str]:
    """The first lines that fit."""
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    return kept


def _within(sections: list[_Section], room: int) -> list[_Section]:
    """The first weight sets whose rankings fit, each with as many swaps as there is room for after that."""
    kept: list[_Section] = []
    for section in sections:
        if section.size > room:
            break
        room -= section.size
        kept.append(section)
    for at, section in enumerate(kept):
        swaps: list[list[str]] = []
        for swap in section.swaps:
            if _size(swap) > room:
                break
            room -= _size(swap)
            swaps.append(swap)
        kept[at] = replace(section, swaps=swaps)
    return kept


def _size(lines: Sequence[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _cut(text: str) -> str:
    """A text of which one line shows enough."""
    return text if len(text) <= _LONGEST_LINE else f"{text[: _LONGEST_LINE - 4].rstrip(chr(92))} ..."


def _folded(summary_line: str, lines: list[str]) -> list[str]:
    return ["<details>", f"<summary>{summary_line}</summary>", "", *lines, "", "</details>", ""]


def _section(reranking: Reranking) -> _Section:
    names = titles_in(reranking)
    swaps = [list(_swap(each, names)) for each in reranking.swaps[:SWAPS_SHOWN]]
    return _Section(reranking, [*_ranking(reranking, names), *_shares(reranking)], swaps)


def _lines(section: _Section) -> Iterator[str]:
    yield from section.ranking
    for swap in section.swaps:
        yield from swap
    more = more_swaps(section.reranking, len(section.swaps))
    if more is not None:
        yield ""
        yield more


def _ranking(reranking: Reranking, names: dict[str, str]) -> Iterator[str]:
    yield "| Now | Before | Option | Total | Before | Change |"
    yield "|---:|---:|---|---:|---:|---:|"
    for each in reranking.standings[:_MOST_ROWS]:
        change = "-"
        if each.total_after is not None and each.total_before is not None:
            change = signed(each.total_after - each.total_before)
        yield (
            f"| {each.rank_after or '-'} | {each.rank_before or '-'} | {_cut(escaped(names[each.option]))} "
            f"| {_total(each.total_after)} | {_total(each.total_before)} | {change} |"
        )
    if len(reranking.standings) > _MOST_ROWS:
        yield ""
        yield f"{len(reranking.standings) - _MOST_ROWS} more options are ranked below these."


def _shares(reranking: Reranking) -> Iterator[str]:
    criteria = criteria_in(reranking)
    if reranking.shares:
        yield ""
        yield "| Criterion | Share of the weight before | After |"
        yield "|---|---:|---:|"
    for share in reranking.shares:
        title = _cut(escaped(criteria[share.criterion]))
        yield f"| {title} | {_percent(share.before)} | {_percent(share.after)} |"


def _swap(swap: Swap, names: dict[str, str]) -> Iterator[str]:
    yield ""
    yield f"**{escaped(headline_of(swap, names))}**"
    yield ""
    for part in swap.parts:
        yield f"- {escaped(part_of(part, swap))}"
    alone = enough_alone(swap)
    if alone is not None:
        yield f"- {alone}"


def _total(total: float | None) -> str:
    return "-" if total is None else decimals(total)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{decimals(100 * share, 1)}%"
