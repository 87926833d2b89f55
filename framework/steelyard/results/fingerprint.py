"""A fingerprint tells a finding again after lines above it have moved."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from steelyard.results.checked import Checked
from steelyard.results.finding import Finding

_MOST_OF_A_LINE = 1_000


def fingerprinted(checked: Checked, findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its fingerprint: 64 hexadecimal digits, different for every finding of a run.

    It is a digest of the code, the file and the text of the line that the finding points at, white space
    folded, never of the line's number; of a long line its beginning counts. Findings alike in all three are
    told apart by their order.
    """
    met: Counter[str] = Counter()
    for finding in findings:
        line = " ".join(checked.lines.get(finding.place, "")[:_MOST_OF_A_LINE].split())
        seen = f"{finding.code}\n{finding.place.path}\n{line}"
        met[seen] += 1
        yield finding, hashlib.sha256(f"{seen}\n{met[seen]}".encode()).hexdigest()
