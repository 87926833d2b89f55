"""The command line: it parses into plain values, calls a conductor, and shows; only it prints or exits."""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; whoever interrupts it while it still loads sees no traceback either."""
    try:
        from steelyard.command_line.application import main as run  # noqa: PLC0415 - so that loading is inside

        run()
    except KeyboardInterrupt:
        sys.stderr.write("steelyard: stopped; nothing was half written\n")
        sys.exit(130)
