"""What a check found in one decision, with what every format needs to show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from steelyard.documents.place import Place
from steelyard.results.finding import SEVERITIES, Finding, Severity


@dataclass(frozen=True)
class Checked:
    """The findings of one decision.

    `files` are the definition files that were read, `lines` the text of each line that a finding points at,
    `titles` what each code stands for. `folder` is the decision's folder as seen from the root of its repository, for
    servers that want paths from there, and `way` as seen from where the command runs, for people; both end in a slash
    or are empty. Findings that are suppressed stay in the list.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    lines: Mapping[Place, str]
    titles: Mapping[str, str]
    fail_level: Severity
    version: str
    folder: str = ""
    way: str = ""

    @property
    def live(self) -> tuple[Finding, ...]:
        """The findings that nobody has suppressed."""
        return tuple(each for each in self.findings if each.suppressed is None)

    def failing(self, level: Severity | None = None) -> tuple[Finding, ...]:
        """The live findings that reach the level at which a check fails."""
        reach = SEVERITIES.index(level or self.fail_level)
        return tuple(each for each in self.live if SEVERITIES.index(each.severity) <= reach)

    def path(self, finding: Finding) -> str:
        """A finding's file as seen from the root of its repository."""
        return f"{self.folder}{finding.place.path}"
