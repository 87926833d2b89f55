"""A weight set as a table: whose it is, why, and the share of each criterion."""

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from steelyard.command_line.matrix import console
from steelyard.documents.definitions import Definitions
from steelyard.results.ranking import Ranking


def print_shares(ranking: Ranking, definitions: Definitions, *, colour: bool) -> None:
    """Print a weight set's shares, group by group."""
    screen = console(colour=colour)
    weight_set = definitions.weight_sets[ranking.weights]
    screen.print(Text(weight_set.title, style="bold"))
    screen.print(f"Whose: {weight_set.whose}. Status: {weight_set.status}. Method: {weight_set.method}.")
    screen.print(weight_set.why)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("Criterion", max_width=44)
    table.add_column("Share", justify="right", no_wrap=True)
    table.add_column("Judged on", justify="right", max_width=20)
    shares = dict(zip(ranking.valuation.criteria, ranking.valuation.shares, strict=True))
    for group, definition in definitions.decision.groups.items():
        members = [each for each in definitions.criteria_in_order() if each.group == group]
        if members:
            whole = sum(float(shares[each.id]) for each in members)
            table.add_row(Text(definition.title, style="bold"), Text(f"{whole:.1%}", style="bold"), "")
        for each in members:
            judged = weight_set.ranges.get(each.id)
            on = f"{judged[0]:g} to {judged[1]:g}" if judged else "full scale"
            table.add_row(f"  {each.title}", f"{shares[each.id]:.1%}", on)
    screen.print(table)
