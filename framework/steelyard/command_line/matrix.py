"""The ranked matrix as a table that fits 80 columns."""

from string import ascii_uppercase

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from steelyard.documents.definitions import Definitions
from steelyard.figures import decimals, signed
from steelyard.headline import headline, why_decided
from steelyard.results.ranking import Ranking

_NARROWEST_TITLE = 24


def console(*, colour: bool) -> Console:
    """A console that shows text as it is: no markup, no guessing at numbers; without colour no bold either."""
    return Console(markup=False, highlight=False, color_system="auto" if colour else None, emoji=False, soft_wrap=False)


def print_matrix(ranking: Ranking, definitions: Definitions, screen: Console) -> None:
    """Print the options in order with what each group of criteria adds, then what that says."""
    decision = definitions.decision
    groups = _groups(ranking, definitions)
    shown = groups if _room_for_titles(screen.width, len(groups)) >= _NARROWEST_TITLE else {}
    screen.print(Text(decision.title, style="bold"))
    screen.print(decision.question)
    screen.print()
    screen.print(_table(ranking, definitions, shown, screen.width))
    screen.print(_legend(ranking, definitions, shown))
    screen.print()
    for sentence in (*headline(ranking, definitions), *why_decided(definitions)):
        screen.print(sentence)
    for each in ranking.unranked:
        screen.print(f"Not ranked: {each.title}: {each.because}.")


def _room_for_titles(width: int, groups: int) -> int:
    """Columns left for titles beside rank, total, distance from the baseline, and the groups."""
    return width - len("10=  ") - len("Total  ") - len("baseline  ") - groups * len("0.000 ")


def _legend(ranking: Ranking, definitions: Definitions, groups: dict[str, list[int]]) -> str:
    """What the letters above the columns stand for, and the weight of each."""
    if not groups:
        return "What each criterion adds: steelyard explain OPTION."
    parts = []
    for letter, (name, columns) in zip(ascii_uppercase, groups.items(), strict=False):
        share = sum(float(ranking.valuation.shares[column]) for column in columns)
        parts.append(f"{letter} {definitions.decision.groups[name].title} ({share:.0%})")
    whole = "each total" if ranking.valuation.audit is None else "the additive total"
    return f"Of {whole}, by group of criteria (and its weight): {', '.join(parts)}."


def _table(ranking: Ranking, definitions: Definitions, groups: dict[str, list[int]], width: int) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Option", max_width=max(_NARROWEST_TITLE, _room_for_titles(width, len(groups))))
    table.add_column("Total", justify="right", no_wrap=True)
    table.add_column("Above\nbaseline", justify="right", no_wrap=True)
    for letter, _ in zip(ascii_uppercase, groups, strict=False):
        table.add_column(letter, justify="right", no_wrap=True)
    for row in ranking.valuation.order:
        table.add_row(*_cells(row, ranking, definitions, groups))
    return table


def _cells(row: int, ranking: Ranking, definitions: Definitions, groups: dict[str, list[int]]) -> list[str | Text]:
    valuation = ranking.valuation
    option = definitions.options[valuation.options[row]]
    tie = "=" if valuation.tied_with(row) else ""
    title = f"{option.title} (baseline)" if option.role == "baseline" else option.title
    first = valuation.ranks[row] == 1
    return [
        f"{valuation.ranks[row]}{tie}",
        Text(title, style="bold" if first else ""),
        decimals(valuation.totals[row]),
        "-" if option.role == "baseline" else signed(valuation.above_baseline[row]),
        *(decimals(valuation.contributions[row, columns].sum()) for columns in groups.values()),
    ]


def _groups(ranking: Ranking, definitions: Definitions) -> dict[str, list[int]]:
    """The columns of each group's criteria, in order of showing."""
    members: dict[str, list[int]] = {}
    for column, name in enumerate(ranking.valuation.criteria):
        members.setdefault(definitions.criteria[name].group, []).append(column)
    return members
