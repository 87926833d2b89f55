"""SARIF 2.1.0, for code scanning: every finding with its rule, place, fix in words, and a lasting fingerprint.

Suppressed findings are in it, marked as suppressed with their reason. Fingerprints do not depend on line
numbers, so a finding is known again when lines above it move.

Source of the format: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import json as notation
from urllib.parse import quote

from steelyard.contracts import FindingFormat
from steelyard.results.checked import Checked
from steelyard.results.finding import Finding
from steelyard.results.fingerprint import fingerprinted

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LONGEST_SNIPPET = 1_000
"""A longer line is not quoted: a thousand findings in a line of a megabyte would be a log of a gigabyte."""


def render(checked: Checked) -> str:
    """One run with its rules and results, as indented JSON."""
    codes = sorted({each.code for each in checked.findings})
    driver = {
        "name": "Steelyard",
        "version": checked.version,
        "rules": [_rule(code, checked) for code in codes],
    }
    results = [
        _result(finding, fingerprint, codes, checked)
        for finding, fingerprint in fingerprinted(checked, checked.findings)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return notation.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str, checked: Checked) -> dict[str, object]:
    return {"id": code, "shortDescription": {"text": checked.titles.get(code, code)}}


def _result(finding: Finding, fingerprint: str, codes: list[str], checked: Checked) -> dict[str, object]:
    region: dict[str, object] = {"startLine": finding.place.line, "startColumn": finding.place.column}
    line = checked.lines.get(finding.place)
    if line is not None and len(line) <= _LONGEST_SNIPPET:
        region["snippet"] = {"text": line}
    place = {"artifactLocation": {"uri": quote(checked.path(finding))}, "region": region}
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity,
        "message": {"text": f"{finding.message}. {finding.remedy}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"steelyard/v1": fingerprint},
    }
    if finding.suppressed is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.suppressed}]
    return result


sarif = FindingFormat(render=render, endings=(".sarif", ".json"))
