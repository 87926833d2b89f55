"""What can be wrong with a file before any rule looks at it."""

from dataclasses import dataclass

from steelyard.documents.place import Mark, Place
from steelyard.results.finding import Finding, Severity

TITLES = {
    "Y001": "Not readable as text",
    "Y002": "Not readable as YAML",
    "Y003": "Tab character",
    "Y004": "Key written twice",
    "Y005": "YAML feature that is not used here",
    "Y006": "Nothing to read",
    "Y007": "Nested too deep",
    "Y008": "Too large",
    "K001": "Unknown key",
    "K002": "Missing key",
    "K003": "Wrong kind of value",
    "K004": "Value not allowed",
    "K005": "Id differs from the file name",
    "K006": "Unknown choice",
    "F001": "File that nothing reads",
    "F002": "File that cannot be a definition",
    "F003": "Draws that cannot be used",
}
"""The faults of reading, by code. They cannot be switched off: what is not read cannot be judged."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong in one file."""

    code: str
    mark: Mark
    message: str
    remedy: str
    severity: Severity = "error"

    def as_finding(self, path: str) -> Finding:
        """The same, with the file's path."""
        return Finding(self.code, self.severity, Place(path, *self.mark), self.message, self.remedy)
