"""A stamp: which program and which definitions an artefact was made from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stamp:
    """The program's version, the definitions' git commit, whether they were edited since, and their digest."""

    version: str
    commit: str | None
    dirty: bool
    definitions: str

    @property
    def line(self) -> str:
        """Program, commit and definitions in one line, digests cut short."""
        commit = f"commit {self.commit[:12]}" if self.commit else "no commit"
        edited = ", edited since" if self.dirty else ""
        return f"Steelyard {self.version}, {commit}{edited}, definitions {self.definitions[:19]}"
