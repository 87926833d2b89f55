"""A finding: what is wrong, where, how much it matters, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from steelyard.documents.place import Place

Severity = Literal["error", "warning", "note"]
NO_FINDINGS = "No findings: the definitions are sound."
"""What is said where a check found nothing."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Finding:
    """One thing found by a check. `message` is a sentence; `remedy` says what would mend it."""

    code: str
    severity: Severity
    place: Place
    message: str
    remedy: str
    suppressed: str | None = None


def findings_as_data(findings: Sequence[Finding]) -> dict[str, object]:
    """Findings in the shape of the contract `steelyard/findings@1`; suppressed ones are shown and not counted."""
    counted = [each.severity for each in findings if each.suppressed is None]
    return {
        "schema": "steelyard/findings@1",
        "findings": [
            {
                "code": each.code,
                "severity": each.severity,
                "path": each.place.path,
                "line": each.place.line,
                "column": each.place.column,
                "message": each.message,
                "remedy": each.remedy,
                "suppressed": each.suppressed,
            }
            for each in findings
        ],
        "summary": {severity: counted.count(severity) for severity in SEVERITIES},
    }
