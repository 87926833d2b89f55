"""A finding: what is wrong, where, how much it matters, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

from steelyard.documents.place import Place

Severity = Literal["error", "warning", "note"]
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
