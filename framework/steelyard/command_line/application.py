"""The command `steelyard` and its subcommands."""

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from steelyard.command_line.assumptions import assumptions
from steelyard.command_line.build import build
from steelyard.command_line.check import check
from steelyard.command_line.diff import diff
from steelyard.command_line.evidence import evidence
from steelyard.command_line.explain import explain
from steelyard.command_line.folder import Before, Decision, Shortlist
from steelyard.command_line.gates import gates
from steelyard.command_line.init import init
from steelyard.command_line.methods import methods
from steelyard.command_line.rank import rank
from steelyard.command_line.robustness import robustness
from steelyard.command_line.rules import rules, suppressions
from steelyard.command_line.scenarios import scenarios
from steelyard.command_line.schema import schema
from steelyard.command_line.weights import weights
from steelyard.errors import NoDecisionError, SteelyardError, UnsoundDefinitionsError
from steelyard.version import VERSION

application = typer.Typer(
    name="steelyard",
    help="Choose between policy options, and defend the choice.\n\n"
    "Options, criteria, weights and evidence are plain files in git; Steelyard checks them, scores the options "
    "and shows how the ranking came about.",
    epilog="Start with: steelyard init --example   Then, in that folder: steelyard check, steelyard rank",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    init, check, rank, robustness, methods, scenarios, gates, explain, assumptions, build, diff, rules, suppressions,
    schema,
)  # fmt: skip
for command in COMMANDS:
    application.command()(command)
application.add_typer(weights, name="weights")
application.add_typer(evidence, name="evidence")

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What the libraries that numpy may be built on read as they are loaded."""


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer hands the flag over
    if wanted:
        typer.echo(f"steelyard {VERSION}")
        raise typer.Exit


@application.callback()
def steelyard(
    context: typer.Context,
    decision: Decision = None,
    shortlist: Shortlist = None,
    version: Annotated[  # noqa: ARG001, FBT002 - `_show_version` answers it
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Choose between policy options, and defend the choice."""
    context.obj = Before(decision, shortlist)


def main() -> None:
    """Run the command line; errors are one sentence on standard error, never a traceback."""
    _speak_utf8()
    start_light()
    try:
        _stand_somewhere()
        application(prog_name="steelyard")
    except UnsoundDefinitionsError as error:
        from steelyard.command_line.findings import show_unsound  # noqa: PLC0415 - only on the way out

        show_unsound(error)
        sys.exit(1)
    except SteelyardError as error:
        typer.echo(f"steelyard: {error}", err=True)
        sys.exit(2)


def _stand_somewhere() -> None:
    """Make sure that the working folder is there: paths are taken from it, and it may have been deleted meanwhile."""
    try:
        Path.cwd()
    except OSError as error:
        raise NoDecisionError("the working folder is gone; go to a decision's folder") from error


def start_light() -> None:
    """Leave out what a short-lived process has no use for; the Python API keeps it.

    Records hold no cycles, and walking them again and again for the garbage collector costs a fifth of a check.
    numpy's linear algebra would start a thread a core, and wake them for products so small that they only get in each
    other's way. Processes started from here inherit this; whoever set a number of threads keeps it.
    """
    gc.disable()
    for name in _THREADS:
        os.environ.setdefault(name, "1")


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page, so that no title breaks an output."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
