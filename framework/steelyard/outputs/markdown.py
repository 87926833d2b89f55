"""Markdown of the ranked matrix, fit for a pull request or a memo."""

from collections.abc import Iterator, Sequence

from steelyard.contracts import Output
from steelyard.documents.definitions import Definitions
from steelyard.figures import decimals, shown, signed
from steelyard.headline import headline, why_decided
from steelyard.results.exhibit import Exhibit, by_chapter
from steelyard.results.ranking import Ranking
from steelyard.results.report import Report
from steelyard.results.stamp import Stamp

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|~#"})


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return " ".join(text.split()).translate(_SPECIAL)


def _matrix(ranking: Ranking, definitions: Definitions) -> Iterator[str]:
    """The options in order, and what each group of criteria adds to their totals."""
    valuation = ranking.valuation
    groups = [name for name in definitions.decision.groups if name in _members(ranking, definitions)]
    members = _members(ranking, definitions)
    titles = [escaped(definitions.decision.groups[name].title) for name in groups]
    yield f"| Rank | Option | Total | Above baseline | {' | '.join(titles)} |"
    yield f"|---:|---|---:|---:|{'---:|' * len(groups)}"
    for row in valuation.order:
        option = definitions.options[valuation.options[row]]
        sums = [decimals(valuation.contributions[row, members[name]].sum()) for name in groups]
        tie = "=" if valuation.tied_with(row) else ""
        title = escaped(option.title) + (" (baseline)" if option.role == "baseline" else "")
        yield (
            f"| {valuation.ranks[row]}{tie} | {title} | {decimals(valuation.totals[row])} "
            f"| {signed(valuation.above_baseline[row])} | {' | '.join(sums)} |"
        )


def _members(ranking: Ranking, definitions: Definitions) -> dict[str, list[int]]:
    """The columns of each group's criteria."""
    members: dict[str, list[int]] = {}
    for column, name in enumerate(ranking.valuation.criteria):
        members.setdefault(definitions.criteria[name].group, []).append(column)
    return members


def _section(ranking: Ranking, definitions: Definitions, reasons: Sequence[str]) -> Iterator[str]:
    """The matrix, what it says, the reasons of the decision where no exhibit gives them, and who is not ranked."""
    weight_set = definitions.weight_sets[ranking.weights]
    yield f"## {escaped(weight_set.title)}"
    yield ""
    yield from _matrix(ranking, definitions)
    yield ""
    for sentence in (*headline(ranking, definitions), *reasons):
        yield f"- {escaped(sentence)}"
    for each in ranking.unranked:
        yield f"- Not ranked: {escaped(each.title)}: {escaped(each.because)}."


def _exhibit(exhibit: Exhibit, level: int) -> Iterator[str]:
    """Caption, question, what the table shows in sentences, the table, and how it was worked out."""
    exhibit = exhibit.beside_sentences()
    yield f"{'#' * level} {escaped(exhibit.caption)}"
    yield ""
    yield escaped(exhibit.question)
    yield ""
    for sentence in exhibit.takeaways:
        yield f"- {escaped(sentence)}"
    if exhibit.takeaways:
        yield ""
    if exhibit.rows:
        yield f"| {' | '.join(escaped(column.heading) for column in exhibit.columns)} |"
        yield f"|{'|'.join('---' if column.unit == 'text' else '---:' for column in exhibit.columns)}|"
        for row in exhibit.rows:
            cells = (escaped(shown(cell, column.unit)) for cell, column in zip(row, exhibit.columns, strict=True))
            yield f"| {' | '.join(cells)} |"
        yield ""
    for sentence in exhibit.notes:
        yield f"*{escaped(sentence)}*"
        yield ""


def _chapters(exhibits: Sequence[Exhibit]) -> Iterator[str]:
    for chapter, members in by_chapter(exhibits).items():
        yield f"## {escaped(chapter)}"
        yield ""
        for exhibit in members:
            yield from _exhibit(exhibit, 3)


def _document(
    rankings: list[Ranking], definitions: Definitions, stamp: Stamp, exhibits: Sequence[Exhibit] = ()
) -> bytes:
    lines = [f"# {escaped(definitions.decision.title)}", "", escaped(definitions.decision.question), ""]
    reasons = () if exhibits else tuple(why_decided(definitions))
    for ranking in rankings:
        lines += [*_section(ranking, definitions, reasons), ""]
    lines += _chapters(exhibits)
    lines += [escaped(f"{stamp.line}."), ""]
    return "\n".join(lines).encode()


def render(report: Report) -> bytes:
    """The weight set that is shown first, every other, then every exhibit by chapter."""
    rest = [ranking for name, ranking in report.rankings.items() if name != report.shown]
    return _document([report.ranking, *rest], report.definitions, report.stamp, report.exhibits)


def render_ranking(ranking: Ranking, definitions: Definitions) -> bytes:
    """One weight set's ranking."""
    return _document([ranking], definitions, ranking.stamp)


def render_exhibit(exhibit: Exhibit) -> bytes:
    """One exhibit by itself."""
    return "\n".join(_exhibit(exhibit, 1)).encode()


markdown = Output(suffix=".md", render=render, render_ranking=render_ranking, render_exhibit=render_exhibit)
