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

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Program, commit and definitions in full, each with its name."""
        state = "edited since that commit" if self.dirty else "as committed"
        return (
            ("Steelyard", self.version),
            ("Commit", self.commit or "none: the definitions lie outside git"),
            ("Definitions", f"{self.definitions} ({state})" if self.commit else self.definitions),
        )
