"""`steelyard weights`: the weight sets, each command in a file of its own."""

import typer

from steelyard.command_line.weights.compare import compare_weights
from steelyard.command_line.weights.eliciting import elicit_weights
from steelyard.command_line.weights.importing import import_weights
from steelyard.command_line.weights.listing import list_weights
from steelyard.command_line.weights.setting import set_weights
from steelyard.command_line.weights.show import show_weights

weights = typer.Typer(
    help="Show the weight sets, where they differ, ask for new ones, and change them.", no_args_is_help=True
)
weights.command("list")(list_weights)
weights.command("show")(show_weights)
weights.command("compare")(compare_weights)
weights.command("elicit")(elicit_weights)
weights.command("set")(set_weights)
weights.command("import")(import_weights)
