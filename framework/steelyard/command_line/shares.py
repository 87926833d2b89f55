"""A weight set as a table: whose it is, why, the share of each criterion, and what its judgements leave open."""

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from steelyard.command_line.matrix import console
from steelyard.command_line.weights.sentences import provenance, remarks, span
from steelyard.figures import decimals
from steelyard.results.importance import Importance

_LONGEST_BAR = 16
_MARK = "\N{FULL BLOCK}"


def print_shares(importance: Importance, *, colour: bool) -> None:
    """Print a weight set's shares, group by group, with a bar for each criterion, and what there is to say of them."""
    screen = console(colour=colour)
    screen.print(Text(importance.weight_set.title, style="bold"))
    screen.print(provenance(importance))
    screen.print(importance.weight_set.why)
    screen.print()
    screen.print(_table(importance))
    screen.print()
    for sentence in remarks(importance):
        screen.print(sentence)


def _table(importance: Importance) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("Criterion", max_width=38)
    table.add_column("Share", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column("Judged on", justify="right", max_width=16)
    largest = max(each.share for group in importance.groups for each in group.criteria)
    for group in importance.groups:
        table.add_row(Text(group.title, style="bold"), Text(_percent(group.share), style="bold"), "", "")
        for each in group.criteria:
            stale = " (stale)" if each.now is not None else ""
            bar = _MARK * round(_LONGEST_BAR * each.share / largest)
            table.add_row(f"  {each.title}", _percent(each.share), bar, f"{span(each.judged_on)}{stale}")
    return table


def _percent(share: float) -> str:
    return f"{decimals(100 * share, 1)}%"
