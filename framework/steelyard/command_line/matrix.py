"""The ranked matrix as a table that fits 80 columns."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from steelyard.documents.definitions import Definitions
from steelyard.figures import decimals, signed
from steelyard.headline import headline
from steelyard.results.ranking import Ranking

_TITLE_WIDTH = 30


def console(*, colour: bool) -> Console:
    """A console that shows text as it is: no markup, no guessing at numbers."""
    return Console(markup=False, highlight=False, no_color=not colour, emoji=False, soft_wrap=False)


def print_matrix(ranking: Ranking, definitions: Definitions, *, colour: bool) -> None:
    """Print the options in order with what each group of criteria adds, then what that says."""
    screen = console(colour=colour)
    decision = definitions.decision
    screen.print(Text(decision.title, style="bold"))
    screen.print(decision.question)
    screen.print(_table(ranking, definitions))
    for sentence in headline(ranking, definitions):
        screen.print(sentence)
    for each in ranking.unranked:
        screen.print(f"Not ranked: {each.title}: {each.because}.")


def _table(ranking: Ranking, definitions: Definitions) -> Table:
    valuation = ranking.valuation
    groups = _groups(ranking, definitions)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Option", max_width=_TITLE_WIDTH, overflow="fold")
    table.add_column("Total", justify="right", no_wrap=True)
    table.add_column("Above\nbaseline", justify="right", no_wrap=True)
    for name, columns in groups.items():
        share = sum(float(valuation.shares[column]) for column in columns)
        title = definitions.decision.groups[name].title
        table.add_column(f"{title} {share:.0%}", justify="right", overflow="fold")
    for row in valuation.order:
        table.add_row(*_cells(row, ranking, definitions, groups))
    return table


def _cells(
    row: int, ranking: Ranking, definitions: Definitions, groups: dict[str, list[int]]
) -> list[str | Text]:
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
