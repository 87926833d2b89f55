"""JSON with a version, `steelyard/findings@1`: every finding, the suppressed ones marked, and the counts.

The names are a contract: more may be added, none changes its meaning.
"""

import json as notation

from steelyard.contracts import FindingFormat
from steelyard.results.checked import Checked
from steelyard.results.finding import findings_as_data


def render(checked: Checked) -> str:
    """The findings as indented JSON with a final newline."""
    return notation.dumps(findings_as_data(checked.findings), indent=2, ensure_ascii=False) + "\n"


json = FindingFormat(render=render, endings=(".json",))
