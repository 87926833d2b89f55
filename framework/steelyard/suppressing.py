"""Findings that someone has allowed, with a reason; and allowances that allow nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from steelyard.contracts import Rule
from steelyard.documents.suppression import Suppression
from steelyard.results.finding import Finding
from steelyard.shelf import did_you_mean

TITLES = {"X001": "Suppression that suppresses nothing", "X002": "Suppression that cannot be followed"}
"""What can be wrong with a suppression, by code. Neither can be suppressed in turn."""
_FORM = "Write `# steelyard: allow CODE: reason`."


def suppressed(
    findings: Sequence[Finding], suppressions: Sequence[Suppression], rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """The findings, those that are allowed marked with the reason; then what is wrong with suppressions."""
    if not suppressions:
        yield from findings
        return
    faults = [(each, fault) for each in suppressions if (fault := _fault(each, rules)) is not None]
    broken = {id(each) for each, _ in faults}
    sound = [each for each in suppressions if id(each) not in broken]
    used: set[tuple[int, str]] = set()
    for finding in findings:
        allowed = next((each for each in sound if _covers(each, finding)), None)
        if allowed is not None:
            used.add((id(allowed), finding.code))
        yield finding if allowed is None else replace(finding, suppressed=allowed.reason)
    yield from (fault for _, fault in faults)
    for each in sound:
        for code in each.codes:
            if (id(each), code) not in used:
                message = f"nothing here gives {code}, so there is nothing to allow"
                yield Finding("X001", "warning", each.place, message, f"Take {code} out of the comment.")


def _covers(suppression: Suppression, finding: Finding) -> bool:
    return (
        finding.code in suppression.codes
        and finding.place.path == suppression.place.path
        and suppression.first <= finding.place.line <= suppression.last
    )


def _fault(suppression: Suppression, rules: Mapping[str, Rule]) -> Finding | None:
    """What is wrong with the comment itself."""
    if not suppression.codes:
        return _refused(suppression, "this comment to Steelyard names no code to allow", _FORM)
    if not suppression.reason:
        return _refused(suppression, f"{suppression.codes[0]} is allowed without a reason", _FORM)
    for code in suppression.codes:
        if code not in rules:
            return _refused(suppression, f"there is no rule '{code}' that could be allowed", did_you_mean(code, rules))
        if rules[code].needed_to_rank:
            remedy = "Mend what it is about: no ranking is possible without."
            return _refused(suppression, f"{code} cannot be allowed", remedy)
    return None


def _refused(suppression: Suppression, message: str, remedy: str) -> Finding:
    return Finding("X002", "error", suppression.place, message, remedy)
