"""JUnit XML, for dashboards of tests: one test case a definition file, failed where it holds what fails the check.

Findings below the level that fails the check stand in the case's output, so that nothing is lost.

Source of the format: the Jenkins xUnit schema for JUnit (junit-10.xsd).
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from steelyard.contracts import FindingFormat
from steelyard.results.checked import Checked
from steelyard.results.finding import Finding


def render(checked: Checked) -> str:
    """One test suite named `steelyard check`, as XML."""
    failing = {id(each) for each in checked.failing()}
    by_file: dict[str, list[Finding]] = {}
    for finding in checked.live:
        by_file.setdefault(finding.place.path, []).append(finding)
    files = sorted({*checked.files, *by_file})
    failed = sum(any(id(each) in failing for each in here) for here in by_file.values())
    suite = Element("testsuite", name="steelyard check", tests=str(len(files)), failures=str(failed), errors="0")
    for file in files:
        seen = f"{checked.folder}{file}"
        case = SubElement(suite, "testcase", classname="steelyard", name=_clean(file), file=_clean(seen))
        here = by_file.get(file, [])
        _fill(case, [each for each in here if id(each) in failing], [each for each in here if id(each) not in failing])
    suites = Element("testsuites", tests=str(len(files)), failures=str(failed), errors="0")
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _fill(case: Element, failing: list[Finding], rest: list[Finding]) -> None:
    """What fails the check as a failure, and the rest as output."""
    if failing:
        message = failing[0].message if len(failing) == 1 else f"{len(failing)} findings"
        SubElement(case, "failure", message=_clean(message), type=failing[0].code).text = _listed(failing)
    if rest:
        SubElement(case, "system-out").text = _listed(rest)


def _listed(findings: list[Finding]) -> str:
    return _clean("\n".join(f"{each.place} {each.code} {each.message} = {each.remedy}" for each in findings))


def _clean(text: str) -> str:
    """Text without the characters that XML cannot carry."""
    return "".join(each for each in text if each in "\t\n\r" or each >= " ").replace("\ufffe", "").replace("\uffff", "")


junit = FindingFormat(render=render, endings=(".xml",))
