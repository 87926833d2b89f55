"""Text for people: one line a finding, the line of the file with a caret, and the remedy.

options/x.yaml:14:7 S003 the score of 'x' on 'reach' is 9, above the top of the scale (4) [error]
    14 |     value: 9
       |            ^
       = Write a number from 0 to 4.
"""

from collections.abc import Iterator

from steelyard.contracts import FindingFormat
from steelyard.results.checked import Checked
from steelyard.results.finding import NO_FINDINGS, SEVERITIES, Finding

_WIDEST = 100


def render(checked: Checked) -> str:
    """Every live finding with its excerpt, then a line that counts them."""
    lines = [_visible(line) for finding in checked.live for line in _one(finding, checked)]
    return "\n".join([*lines, counted(checked), ""])


def _one(finding: Finding, checked: Checked) -> Iterator[str]:
    yield f"{checked.way}{finding.place} {finding.code} {finding.message} [{finding.severity}]"
    text = checked.lines.get(finding.place, "")
    if text and not text.isspace():
        line, column = _windowed(text, finding.place.column)
        yield f"{finding.place.line:>6} | {line}"
        yield f"{' ' * 6} | {' ' * (column - 1)}^"
    yield f"       = {finding.remedy}"


_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20)},
    **dict.fromkeys((*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF), 0xFFFD),
    0x2028: 0x2424,
    0x2029: 0x2424,
}
"""A sign to see for every character that ends a line, drives a terminal, or turns the order of what is around it."""


def _visible(line: str) -> str:
    """One line whatever the files hold, each of its characters standing where it stands."""
    return line.translate(_PICTURES)


def _windowed(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and the column within it."""
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    before, after = ("..." if start else ""), ("..." if start + _WIDEST < len(line) else "")
    return f"{before}{line[start : start + _WIDEST]}{after}", column - start + len(before)


def counted(checked: Checked) -> str:
    """How many errors, warnings and notes there are, and how many are suppressed, in words."""
    quiet = len(checked.findings) - len(checked.live)
    suppressed = f" {quiet} suppressed: steelyard suppressions." if quiet else ""
    if not checked.live:
        return f"{NO_FINDINGS}{suppressed}"
    counts = {severity: sum(each.severity == severity for each in checked.live) for severity in SEVERITIES}
    parts = [f"{number} {word}{'' if number == 1 else 's'}" for word, number in counts.items() if number]
    files = len({each.place.path for each in checked.live})
    return f"{', '.join(parts)} in {'1 file' if files == 1 else f'{files} files'}.{suppressed}"


text = FindingFormat(render=render, endings=(".txt", ".log"))
