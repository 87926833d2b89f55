"""Annotations for GitHub Actions: one workflow command a finding, shown beside the line it is about.

    ::error file=options/x.yaml,line=14,col=7,title=S003 Score off the scale::the score ... Write a number ...

GitHub shows ten annotations of a kind for each step and drops the rest, so the plain text is printed as well.

Source of the format: GitHub, "Workflow commands for GitHub Actions".
"""

from steelyard.contracts import FindingFormat
from steelyard.results.checked import Checked
from steelyard.results.finding import Finding

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(checked: Checked) -> str:
    """One workflow command a finding, each on its own line."""
    return "".join(f"{_one(finding, checked)}\n" for finding in checked.live)


def _one(finding: Finding, checked: Checked) -> str:
    title = f"{finding.code} {checked.titles.get(finding.code, '')}".strip()
    place = {
        "file": checked.path(finding),
        "line": str(finding.place.line),
        "col": str(finding.place.column),
        "title": title,
    }
    properties = ",".join(f"{name}={_in_property(value)}" for name, value in place.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_in_message(f'{finding.message}. {finding.remedy}')}"


def _in_message(text: str) -> str:
    """Text with the characters that end a command written in their own notation."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")


github = FindingFormat(render=render, endings=(".txt", ".log"))
