"""The command line: it parses into plain values, calls a conductor, and shows; only it prints or exits."""

from steelyard.command_line.application import main

__all__ = ["main"]
