"""The few ways in which Steelyard cannot go on, each saying what to do."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steelyard.results.finding import Finding


class SteelyardError(Exception):
    """Something that stops the work; its text is a sentence for the person who started it."""


class NoDecisionError(SteelyardError):
    """No `steelyard.yaml` was found where one was looked for."""


class UnknownNameError(SteelyardError):
    """A name given on the command line or to the Python API names nothing in this decision."""


class MethodRefusedError(SteelyardError):
    """A method of aggregation cannot take this decision's scales or numbers."""


class HelpersError(SteelyardError):
    """Those who were to share the work cannot be had."""


class OutputError(SteelyardError):
    """A result could not be written where it was asked for."""


class UnsoundDefinitionsError(SteelyardError):
    """The definitions in the folder `root` have errors, so nothing is worked out; `findings` says which."""

    def __init__(self, findings: "Sequence[Finding]", root: Path) -> None:
        self.findings = tuple(findings)
        self.root = root
        count = sum(finding.severity == "error" for finding in self.findings)
        errors = "1 error" if count == 1 else f"{count} errors"
        super().__init__(f"the definitions have {errors}; mend them first: steelyard check")
