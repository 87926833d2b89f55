"""A stamp: which program and which definitions an artefact was made from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stamp:
    """The program's version, the definitions' git commit, whether they were edited since, and their digest."""

    version: str
    commit: str | None
    dirty: bool
    definitions: str
