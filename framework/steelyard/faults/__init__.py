"""What is found in every project beside the rules, one file a code: faults of files, comments and tables."""

from steelyard.contracts import FaultKind
from steelyard.results.finding import Severity
from steelyard.shelf import Shelf

shelf: Shelf[FaultKind] = Shelf(__name__, __path__, FaultKind)


def severity_of(code: str) -> Severity:
    """How grave a fault is, by its code."""
    name = next(name for name in shelf if name.startswith(f"{code.lower()}-"))
    return shelf[name].severity
