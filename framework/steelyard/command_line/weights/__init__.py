"""`steelyard weights`: the weight sets, each command in a file of its own."""

import typer

from steelyard.command_line.weights.compare import compare_weights
from steelyard.command_line.weights.listing import list_weights
from steelyard.command_line.weights.show import show_weights

weights = typer.Typer(help="Show the weight sets, and where they differ.", no_args_is_help=True)
weights.command("list")(list_weights)
weights.command("show")(show_weights)
weights.command("compare")(compare_weights)
