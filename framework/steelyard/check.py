"""Read everything, run every rule, report every finding."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from steelyard.bench import bench_for
from steelyard.contracts import Rule
from steelyard.documents.definitions import Definitions
from steelyard.reading import Reading, read_folder
from steelyard.reading.folder import Vocabulary
from steelyard.results.finding import Finding, Severity
from steelyard.rules import shelf as rules
from steelyard.value_functions import shelf as value_functions
from steelyard.weightings import shelf as weightings


def read(folder: Path) -> Reading:
    """Read a decision's folder with the names that the shelves offer."""
    return read_folder(folder, Vocabulary(value_functions, weightings))


def check(folder: Path) -> tuple[Finding, ...]:
    """Every finding in a decision's folder, in order of file, line and code."""
    return findings_of(read(folder))


def findings_of(reading: Reading) -> tuple[Finding, ...]:
    """Every fault met in reading, and everything that the rules find."""
    ruled = _run(reading.definitions)
    return tuple(sorted([*reading.faults, *ruled], key=lambda each: (*each.place, each.code, each.message)))


def _run(definitions: Definitions) -> Iterator[Finding]:
    members = {rules[name].code: rules[name] for name in rules}
    bench = bench_for(definitions, tuple(members))
    chosen = definitions.decision.severity
    for code, rule in members.items():
        severity = _severity(rule, chosen)
        if severity is not None:
            held = " (Needed to rank: an error whatever `severity` says.)" if _is_held(rule, chosen) else ""
            for found in rule.find(definitions, bench):
                yield Finding(code, severity, found.place, found.message, f"{found.remedy}{held}")


def _is_held(rule: Rule, chosen: Mapping[str, str]) -> bool:
    """Whether a project asks for another severity of a rule that has to stay as it is."""
    return rule.needed_to_rank and chosen.get(rule.code, rule.severity) != rule.severity


def _severity(rule: Rule, chosen: Mapping[str, str]) -> Severity | None:
    """The severity of a rule in this project; None where it is off."""
    if rule.needed_to_rank:
        return rule.severity
    severity = chosen.get(rule.code, rule.severity)
    return None if severity == "off" else severity  # type: ignore[return-value]  # the record allows no other


def at_least(findings: tuple[Finding, ...], level: Severity) -> tuple[Finding, ...]:
    """The findings that reach a level and are not suppressed."""
    order = {"error": 0, "warning": 1, "note": 2}
    return tuple(each for each in findings if each.suppressed is None and order[each.severity] <= order[level])
