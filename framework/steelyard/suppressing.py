"""Findings that someone has allowed, with a reason; and allowances that allow nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush

from steelyard.contracts import Rule
from steelyard.documents.suppression import Suppression
from steelyard.faults import severity_of
from steelyard.faults import shelf as faults
from steelyard.results.finding import Finding
from steelyard.shelf import did_you_mean

_FORM = "Write `# steelyard: allow CODE: reason`."
_FEWEST_LETTERS = 3
"""A reason with fewer letters than this tells a reader nothing."""
_NOT_READ = "Mend what it is about: what is not read cannot be judged."
_NEVER = {
    "X": "Mend the comment that it is about, or delete it.",
    "T": "Mend the entry that it is about: no table is shown that does not hold what it promises.",
}
"""What to do instead of allowing a fault that is no rule's, by the first letter of its code; else `_NOT_READ`."""


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
    allowing = _allowing(findings, sound)
    used = {(id(each), code) for (_, _, code), each in allowing.items()}
    for finding in findings:
        allowed = allowing.get(_spot(finding))
        yield finding if allowed is None else replace(finding, suppressed=allowed.reason)
    yield from (fault for _, fault in faults)
    for each in sound:
        for code in each.codes:
            if (id(each), code) not in used:
                message = f"nothing here gives {code}, so there is nothing to allow"
                yield Finding("X001", severity_of("X001"), each.place, message, f"Take {code} out of the comment.")


_Spot = tuple[str, int, str]
"""A path, a line and a code: findings alike in all three are allowed alike."""


def _spot(finding: Finding) -> _Spot:
    return finding.place.path, finding.place.line, finding.code


def _allowing(findings: Sequence[Finding], sound: Sequence[Suppression]) -> Mapping[_Spot, Suppression]:
    """What allows the findings at each spot: of the suppressions that cover it, the one written first."""
    by_code: dict[tuple[str, str], list[Suppression]] = {}
    for each in sound:
        for code in each.codes:
            by_code.setdefault((each.place.path, code), []).append(each)
    spots: dict[tuple[str, str], set[int]] = {}
    for path, line, code in map(_spot, findings):
        if (path, code) in by_code:
            spots.setdefault((path, code), set()).add(line)
    return {
        (path, line, code): allowed
        for (path, code), lines in spots.items()
        for line, allowed in _covering(sorted(lines), by_code[path, code])
    }


def _covering(lines: Sequence[int], written: Sequence[Suppression]) -> Iterator[tuple[int, Suppression]]:
    """Each line that a suppression covers, with the first one that does; a file may hold thousands of both."""
    waiting = sorted(enumerate(written), key=lambda each: -each[1].first)
    open_: list[int] = []
    for line in lines:
        while waiting and waiting[-1][1].first <= line:
            heappush(open_, waiting.pop()[0])
        while open_ and written[open_[0]].last < line:
            heappop(open_)
        if open_:
            yield line, written[open_[0]]


def _fault(suppression: Suppression, rules: Mapping[str, Rule]) -> Finding | None:
    """What is wrong with the comment itself."""
    if not suppression.codes:
        return _refused(suppression, "this comment to Steelyard names no code to allow", _FORM)
    if not suppression.reason:
        return _refused(suppression, f"{suppression.codes[0]} is allowed without a reason", _FORM)
    if sum(map(str.isalpha, suppression.reason)) < _FEWEST_LETTERS:
        message = f"{suppression.codes[0]} is allowed with the reason '{suppression.reason}', which says nothing"
        return _refused(suppression, message, "Say in a few words why it stands on purpose.")
    refused = (_refused_code(suppression, code, rules) for code in suppression.codes)
    return next((fault for fault in refused if fault is not None), None)


def _refused_code(suppression: Suppression, code: str, rules: Mapping[str, Rule]) -> Finding | None:
    """What is wrong with allowing a code: it cannot be allowed, or it is no rule's."""
    if any(name.startswith(f"{code.lower()}-") for name in faults):
        return _refused(suppression, f"{code} cannot be allowed", _NEVER.get(code[0], _NOT_READ))
    if code not in rules:
        return _refused(suppression, f"there is no rule '{code}' that could be allowed", did_you_mean(code, rules))
    if rules[code].needed_to_rank:
        remedy = "Mend what it is about: no ranking is possible without."
        return _refused(suppression, f"{code} cannot be allowed", remedy)
    return None


def _refused(suppression: Suppression, message: str, remedy: str) -> Finding:
    return Finding("X002", severity_of("X002"), suppression.place, message, remedy)
