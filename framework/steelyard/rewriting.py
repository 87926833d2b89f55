"""Numbers changed in several definition files at once: planned, checked and written as a whole.

Nothing is written before every text is made and the definitions that would result are found sound. All files are then
flushed beside their places before the first is moved there. A failure leaves all of them old; a kill in the moment of
the moves leaves each of them old or new, and doing the same again finishes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from os.path import realpath
from pathlib import Path

from steelyard.check import at_least, checked_from, findings_of
from steelyard.distributions import shelf as distributions
from steelyard.documents.definitions import SUFFIX, Definitions
from steelyard.documents.place import Place
from steelyard.errors import OutputError, SteelyardError
from steelyard.reading.contents import MOST_BYTES, OnDisk
from steelyard.reading.folder import read_contents
from steelyard.reading.vocabulary import Vocabulary
from steelyard.recording import with_numbers
from steelyard.results.checked import Checked
from steelyard.results.finding import Finding
from steelyard.value_functions import shelf as value_functions
from steelyard.weightings import shelf as weightings
from steelyard.writing import write_together

_BOM = "\ufeff".encode()
Numbers = Mapping[str, Mapping[tuple[str, ...], float]]
"""New numbers by file, and by the steps to each."""


class UnsoundAfterwardsError(SteelyardError):
    """With the changes the definitions would have errors, so none was made; `checked` says which."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        count = len(checked.failing("error"))
        errors = "an error" if count == 1 else f"{count} errors"
        super().__init__(f"with these changes the definitions would have {errors}, so nothing was written")


@dataclass(frozen=True)
class Rewriting:
    """Files as they are and as they would be, and the definitions that would result."""

    root: Path
    before: Mapping[str, bytes | None]
    after: Mapping[str, bytes]
    definitions: Definitions
    findings: tuple[Finding, ...]

    def write(self) -> None:
        """Move every new text into its place, unless a file became another meanwhile; then none."""
        for path, content in self.before.items():
            if _content(self.root, path) != content:
                raise OutputError(f"{path} was changed while this ran, so nothing was written; do it again")
        write_together({Path(realpath(self.root / path)): content for path, content in sorted(self.after.items())})


def rewriting(definitions: Definitions, numbers: Numbers, new: Mapping[str, str] | None = None) -> Rewriting:
    """The plan to change numbers and to add new files; UnsoundAfterwardsError where errors would come of it."""
    root = definitions.root
    before = {path: _content(root, path) for path in [*numbers, *(new or {})]}
    after = {path: _with_numbers(path, before[path], each) for path, each in numbers.items()}
    after |= {path: text.encode() for path, text in (new or {}).items()}
    contents = _Planned(root, after)
    reading = read_contents(contents, Vocabulary(value_functions, distributions, weightings))
    looked_at = reading.definitions.on_shortlist(definitions.shortlist)
    findings = findings_of(replace(reading, definitions=looked_at))
    if at_least(findings, "error"):
        raise UnsoundAfterwardsError(_checked(contents, findings))
    return Rewriting(root, before, after, looked_at, findings)


def _content(root: Path, path: str) -> bytes | None:
    """What a file holds; None where there is none."""
    contents = OnDisk(root)
    try:
        return contents.read(path) if contents.holds(path) else None
    except OSError as error:
        raise OutputError(f"cannot read {path}: {error.strerror or error}") from error


def _with_numbers(path: str, content: bytes | None, numbers: Mapping[tuple[str, ...], float]) -> bytes:
    if content is None:
        raise OutputError(f"cannot read {path}: it is not there any more")
    mark = _BOM if content.startswith(_BOM) else b""
    try:
        text = content.removeprefix(_BOM).decode()
        return mark + with_numbers(text, numbers).encode()
    except UnicodeDecodeError as error:
        raise OutputError(f"{path} is not UTF-8 text") from error
    except OutputError as error:
        raise OutputError(f"{path}: {error}") from error


class _Planned(OnDisk):
    """A decision's files as they would be."""

    def __init__(self, root: Path, after: Mapping[str, bytes]) -> None:
        super().__init__(root)
        self._after = after

    def holds(self, path: str) -> bool:
        return path in self._after or super().holds(path)

    def names_in(self, folder: str) -> list[str]:
        inside = {
            path.rpartition("/")[2].removesuffix(SUFFIX) for path in self._after if path.rpartition("/")[0] == folder
        }
        return sorted({*super().names_in(folder), *inside}, key=lambda name: f"{name}{SUFFIX}")

    def read(self, path: str, most: int = MOST_BYTES) -> bytes:
        return self._after[path] if path in self._after else super().read(path, most)


def _checked(contents: _Planned, findings: tuple[Finding, ...]) -> Checked:
    """The errors with their lines as they would be."""
    checked = checked_from(findings, contents.root)
    errors = checked.failing("error")
    return replace(checked, findings=errors, lines=dict(_lines(contents, {each.place for each in errors})))


def _lines(contents: _Planned, places: set[Place]) -> Iterator[tuple[Place, str]]:
    for place in places:
        try:
            lines = contents.read(place.path).decode("utf-8-sig", errors="replace").splitlines()
        except OSError:
            continue
        if place.line <= len(lines):
            yield place, lines[place.line - 1]
