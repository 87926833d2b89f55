"""A GitLab code quality report: one entry a finding, shown beside the line in a merge request.

Source of the format: GitLab, "Code Quality", custom tool reports.
"""

import json as notation

from steelyard.contracts import FindingFormat
from steelyard.results.checked import Checked
from steelyard.results.fingerprint import fingerprinted

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def render(checked: Checked) -> str:
    """A list of entries, as indented JSON."""
    entries = [
        {
            "description": f"{finding.message}. {finding.remedy}",
            "check_name": finding.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": checked.path(finding), "lines": {"begin": finding.place.line}},
        }
        for finding, fingerprint in fingerprinted(checked, checked.live)
    ]
    return notation.dumps(entries, indent=2, ensure_ascii=False) + "\n"


gitlab = FindingFormat(render=render, endings=(".json",))
