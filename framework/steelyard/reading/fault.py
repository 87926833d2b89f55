"""What can be wrong with a file before any rule looks at it."""

from dataclasses import dataclass

from steelyard.documents.place import Mark, Place
from steelyard.faults import severity_of
from steelyard.results.finding import Finding, Severity


@dataclass(frozen=True)
class Fault:
    """One thing wrong in one file, as grave as its kind says unless it has a severity of its own."""

    code: str
    mark: Mark
    message: str
    remedy: str
    severity: Severity | None = None

    def as_finding(self, path: str) -> Finding:
        """The same, with the file's path."""
        severity = self.severity or severity_of(self.code)
        return Finding(self.code, severity, Place(path, *self.mark), self.message, self.remedy)
