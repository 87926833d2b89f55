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
    failing = checked.failing()
    files = sorted({*checked.files, *(each.place.path for each in checked.live)})
    failed = {each.place.path for each in failing}
    suite = Element("testsuite", name="steelyard check", tests=str(len(files)), failures=str(len(failed)), errors="0")
    for file in files:
        case = SubElement(suite, "testcase", classname="steelyard", name=file, file=f"{checked.folder}{file}")
        here = [each for each in failing if each.place.path == file]
        if here:
            message = here[0].message if len(here) == 1 else f"{len(here)} findings"
            SubElement(case, "failure", message=_clean(message), type=here[0].code).text = _listed(here)
        rest = [each for each in checked.live if each.place.path == file and each not in here]
        if rest:
            SubElement(case, "system-out").text = _listed(rest)
    suites = Element("testsuites", tests=str(len(files)), failures=str(len(failed)), errors="0")
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _listed(findings: list[Finding]) -> str:
    return _clean("\n".join(f"{each.place} {each.code} {each.message} = {each.remedy}" for each in findings))


def _clean(text: str) -> str:
    """Text without the characters that XML cannot carry."""
    return "".join(each for each in text if each in "\t\n\r" or each >= " ").replace("\ufffe", "").replace("\uffff", "")


junit = FindingFormat(render=render)
