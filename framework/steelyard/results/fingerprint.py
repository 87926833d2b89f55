"""A fingerprint tells a finding again after lines above it have moved."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from steelyard.results.checked import Checked
from steelyard.results.finding import Finding


def fingerprinted(checked: Checked, findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its fingerprint: 64 hexadecimal digits, different for every finding of a run.

    It is a digest of the code, the file and the text of the line that the finding points at, white space
    folded, never of the line's number. Findings alike in all three are told apart by their order.
    """
    met: Counter[str] = Counter()
    for finding in findings:
        line = " ".join(checked.lines.get(finding.place, "").split())
        seen = f"{finding.code}\n{finding.place.path}\n{line}"
        met[seen] += 1
        yield finding, hashlib.sha256(f"{seen}\n{met[seen]}".encode()).hexdigest()
