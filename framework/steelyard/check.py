"""Read everything, run every rule, report every finding."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from steelyard.bench import bench_for
from steelyard.contracts import Rule
from steelyard.distributions import shelf as distributions
from steelyard.documents.definitions import Definitions
from steelyard.documents.place import Place
from steelyard.errors import UnknownNameError
from steelyard.faults import shelf as faults
from steelyard.reading import Reading, read_folder
from steelyard.reading.contents import OnDisk
from steelyard.reading.vocabulary import Vocabulary
from steelyard.results.checked import Checked
from steelyard.results.finding import Finding, Severity
from steelyard.rule_settings import faulty_settings, settings_of
from steelyard.rules import shelf as rules
from steelyard.shelf import did_you_mean
from steelyard.suppressing import suppressed
from steelyard.today import is_fixed
from steelyard.value_functions import shelf as value_functions
from steelyard.version import VERSION
from steelyard.weightings import shelf as weightings

LONGEST_SENTENCE = 1_000


def read(folder: Path, shortlist: str | None = None) -> Reading:
    """Read a decision's folder with the names that the shelves offer, to look at a shortlist where one is named."""
    return looking_at(shortlist, read_folder(folder, Vocabulary(value_functions, distributions, weightings)))


def looking_at(shortlist: str | None, reading: Reading) -> Reading:
    """What was read, looking at the options of a shortlist; UnknownNameError, with the nearest, where there is none."""
    definitions = reading.definitions
    if shortlist is None or shortlist == definitions.shortlist:
        return reading
    named = definitions.decision.shortlists
    if shortlist not in named:
        raise UnknownNameError(f"there is no shortlist '{shortlist}'. {did_you_mean(shortlist, named)}")
    return replace(reading, definitions=definitions.on_shortlist(shortlist))


def check(folder: Path, shortlist: str | None = None) -> tuple[Finding, ...]:
    """Every finding in a decision's folder, in order of file, line and code."""
    return findings_of(read(folder, shortlist))


def checked(folder: Path, fail_level: Severity = "error", shortlist: str | None = None) -> Checked:
    """Every finding, with the lines they point at and what their codes stand for."""
    reading = read(folder, shortlist)
    return checked_from(findings_of(reading), folder, tuple(reading.definitions.trees), fail_level)


def checked_from(
    findings: tuple[Finding, ...], folder: Path, files: tuple[str, ...] = (), fail_level: Severity = "error"
) -> Checked:
    """Findings with the lines they point at and what their codes stand for."""
    return Checked(
        findings=findings,
        files=tuple(sorted({*files, *(each.place.path for each in findings)})),
        lines=dict(_lines(folder, {each.place for each in findings})),
        titles=titles(),
        fail_level=fail_level,
        version=VERSION,
        folder=_seen_from_here(folder),
    )


def titles() -> dict[str, str]:
    """What every code stands for."""
    always = {each.code: each.title for each in faults.values()}
    return {**always, **{each.code: each.title for each in rules.values()}}


def findings_of(reading: Reading) -> tuple[Finding, ...]:
    """Every fault met in reading, and everything that the rules find; suppressed ones say the reason."""
    members = {rules[name].code: rules[name] for name in rules}
    faults = (*reading.faults, *faulty_settings(reading.definitions, members))
    findings = [*faults, *_run(reading.definitions, members)]
    found = map(_shortened, suppressed(findings, reading.suppressions, members))
    return tuple(sorted(found, key=lambda each: (*each.place, each.code, each.message)))


def _shortened(finding: Finding) -> Finding:
    """A finding whose sentences can be read: what a file says may be of any length, and findings quote it."""
    if len(finding.message) <= LONGEST_SENTENCE and len(finding.remedy) <= LONGEST_SENTENCE:
        return finding
    return replace(finding, message=_cut(finding.message), remedy=_cut(finding.remedy))


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SENTENCE else f"{sentence[: LONGEST_SENTENCE - 3]}..."


def _lines(folder: Path, places: Iterable[Place]) -> Iterator[tuple[Place, str]]:
    """The text of each line that a finding points at."""
    pointed_at: dict[str, set[Place]] = {}
    for place in places:
        pointed_at.setdefault(place.path, set()).add(place)
    contents = OnDisk(folder)
    for path, here in pointed_at.items():
        try:
            text = contents.read(path).decode("utf-8-sig", errors="replace").splitlines()
        except OSError:
            continue
        yield from ((place, text[place.line - 1]) for place in here if place.line <= len(text))


def _seen_from_here(folder: Path) -> str:
    """The way from the working folder to the decision's, with a final slash; nothing where they are the same."""
    try:
        way = folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return ""
    return "" if way == "." else f"{way}/"


def _run(definitions: Definitions, members: Mapping[str, Rule]) -> Iterator[Finding]:
    bench = bench_for(definitions, tuple(members))
    chosen = definitions.decision.severity
    for code, rule in members.items():
        severity = _severity(rule, chosen)
        if severity is not None:
            held = " (Needed to rank: an error whatever `severity` says.)" if _is_held(rule, chosen) else ""
            equipped = replace(bench, settings=settings_of(rule, definitions))
            for found in rule.find(definitions, equipped):
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


def lasting(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that the same files give on any day, or on the day that is set from outside."""
    passing = set() if is_fixed() else {rules[name].code for name in rules if rules[name].by_the_day}
    return tuple(each for each in findings if each.code not in passing)


def at_least(findings: tuple[Finding, ...], level: Severity) -> tuple[Finding, ...]:
    """The findings that reach a level and are not suppressed."""
    order = {"error": 0, "warning": 1, "note": 2}
    return tuple(each for each in findings if each.suppressed is None and order[each.severity] <= order[level])
