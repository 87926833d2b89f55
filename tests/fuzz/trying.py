"""Try spoilt decisions in this process, as `check` does: `python tests/fuzz/trying.py FIRST [LAST]`.

A watchdog ends an input after a second of the processor's time. It is no measurement of speed, and nothing here is
compared with another run: an input that holds the program up that long is a fault of the handling of input, as an
exception would be.
"""

import gc
import json
import os
import re
import resource
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from errno import ENOENT
from pathlib import Path, PurePosixPath
from types import FrameType
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.mutating import Mutation, mutation
from fuzz.seeds import TESTS
from steelyard import assess
from steelyard.check import at_least, checked, findings_of
from steelyard.command_line import diff_text
from steelyard.compare import comparison_of
from steelyard.distributions import shelf as distributions
from steelyard.documents.definitions import FOLDERS, SUFFIX, Definitions
from steelyard.finding_formats import shelf as formats
from steelyard.fixing import fixed
from steelyard.model.sampling import chance
from steelyard.outputs import shelf as outputs
from steelyard.probing import effort
from steelyard.reading.contents import MOST_BYTES
from steelyard.reading.folder import read_contents
from steelyard.reading.vocabulary import Vocabulary
from steelyard.results.checked import Checked
from steelyard.results.comparison import Version
from steelyard.results.finding import SEVERITIES, Finding
from steelyard.value_functions import shelf as value_functions
from steelyard.weightings import shelf as weightings

SECOND = 1.0
MEGABYTES = 200
BETWEEN_LOOKS = 10
_BETWEEN_COLLECTIONS = 500
_LEAKED = re.compile(
    r"pydantic|pandera|(?<![.\w])yaml\.\w|Error\b|Traceback|NoneType|<class|object at 0x|line \d+, in |codec|"
    r"Input should|string_|_type\b|validat|expected <|dict_|simple_key|"
    r"while (scanning|parsing)|did not find|could not find|found (un|char|inv)|not allowed in this context"
)
"""Words of the libraries below us, none of which a reader of findings should meet."""
_VOCABULARY = Vocabulary(value_functions, distributions, weightings)


class TooLongError(BaseException):
    """An input took a second of the processor's time; no handler of errors may take it for one of its own."""


class InMemory:
    """The files of a decision that lies nowhere."""

    root = TESTS / "sound"

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def holds_decision(self) -> bool:
        """Whether there is a decision's file."""
        return "steelyard.yaml" in self._files

    def holds(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self._files

    def names_in(self, folder: str) -> list[str]:
        """The ids of the definition files right inside a folder."""
        inside = (path.rpartition("/") for path in sorted(self._files))
        return [name.removesuffix(SUFFIX) for where, _, name in inside if where == folder]

    def beneath(self, folder: str) -> Iterator[str]:
        """The paths of all files inside a folder."""
        return (path for path in sorted(self._files) if path.startswith(f"{folder}/"))

    def read(self, path: str, most: int = MOST_BYTES) -> bytes:  # noqa: ARG002 - they are all in memory already
        """The bytes of one file; OSError where there is none."""
        if path not in self._files:
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), path)
        return self._files[path]


@dataclass
class Tried:
    """What came of many inputs."""

    inputs: int = 0
    sound: int = 0
    ranked: int = 0
    rendered: int = 0
    findings: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)
    megabytes: float = 0.0


@contextmanager
def watchdog(seconds: float = SECOND) -> Iterator[None]:
    """TooLongError once the process has used that much of the processor's time, whatever else the machine does."""

    def bite(_signal: int, _frame: FrameType | None) -> None:
        raise TooLongError(f"over {seconds} s of the processor's time")

    before = signal.signal(signal.SIGPROF, bite)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def found_in(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """What `check` finds."""
    return findings_of(read_contents(InMemory(files), _VOCABULARY))


def tried(numbers: Iterable[int], one: Callable[[Mutation, Tried], None]) -> Tried:
    """Try inputs one after the other; every failure is kept with its number, and none stops the rest."""
    so_far = Tried(megabytes=megabytes())
    for number in numbers:
        spoilt = mutation(number)
        try:
            one(spoilt, so_far)
        except (Exception, TooLongError):  # noqa: BLE001 - whatever escapes is what we are after
            so_far.failures.append((number, f"{_about(spoilt)}\n{traceback.format_exc(limit=-6)}"))
        so_far.inputs += 1
        if so_far.inputs % BETWEEN_LOOKS == 0:
            _look_at_memory(spoilt, so_far)
        if so_far.inputs % _BETWEEN_COLLECTIONS == 0:
            gc.collect()
    return so_far


def _look_at_memory(spoilt: Mutation, so_far: Tried) -> None:
    """Not after every input, since asking takes as long as checking a small decision."""
    before, so_far.megabytes = so_far.megabytes, megabytes()
    if so_far.megabytes > max(before, MEGABYTES):
        told = f"{so_far.megabytes:.0f} MB, {before:.0f} before the {BETWEEN_LOOKS} inputs up to this one"
        so_far.failures.append((spoilt.number, f"{_about(spoilt)}\n{told}"))


def megabytes() -> float:
    """The most memory that this process has held so far.

    Linux hands on to a new process what its parent held as `ru_maxrss`, so there its own peak is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 2**10
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


def _about(spoilt: Mutation) -> str:
    return f"input {spoilt.number}, {spoilt.project}/{spoilt.path} by {', '.join(spoilt.recipe)}"


def check_one(spoilt: Mutation, so_far: Tried) -> None:
    """Check one input; by its number, some of them twice, in every format, with `--fix`, and through to a ranking."""
    files = spoilt.files()
    with watchdog():
        reading = read_contents(InMemory(files), _VOCABULARY)
        findings = findings_of(reading)
    so_far.findings += len(findings)
    so_far.codes.update({each.code for each in findings})
    inspect(findings, files)
    if spoilt.number % 20 == 0:
        with watchdog():
            assert found_in(files) == findings, "a second check finds something else"
    if spoilt.number % 50 == 1:
        so_far.rendered += 1
        render_all(files, findings)
    if spoilt.number % 20 == 2:
        mend(spoilt)
    if not at_least(findings, "error"):
        so_far.sound += 1
        if spoilt.number % 20 == 3:
            so_far.ranked += 1
            go_on(reading.definitions, findings, spoilt)


def mend(spoilt: Mutation) -> None:
    """What `check --fix` makes of a file is as good as it gets: mended once more it stays as it is."""
    with suppress(UnicodeDecodeError):
        text, stem = spoilt.content.decode(), PurePosixPath(spoilt.path).stem
        kind = next((kind for kind, folder in FOLDERS.items() if spoilt.path.rpartition("/")[0] == folder), "decision")
        with watchdog():
            mended, done = fixed(text, kind, stem)
        assert bool(done) == (mended != text)
        if done:
            assert fixed(mended, kind, stem) == (mended, ())


def go_on(definitions: Definitions, findings: tuple[Finding, ...], spoilt: Mutation) -> None:
    """Where nothing stands in the way, everything else works too: ranking, report, outputs, and a comparison."""
    assess.rank(definitions)
    report = assess.report(definitions, findings)
    if spoilt.number % 100 == 3:
        for name in outputs:
            assert outputs[name].render(report)
    before = read_contents(InMemory(spoilt.original()), _VOCABULARY)
    if not at_least(findings_of(before), "error"):
        versions = Version("before", None), Version("after", None)
        assert diff_text.render(comparison_of(before.definitions, definitions, versions))


def inspect(findings: tuple[Finding, ...], files: Mapping[str, bytes]) -> None:
    """Every finding has a place in one of the files, a sentence and a remedy, in words of ours."""
    pointed_at = {each.place.path for each in findings}
    assert pointed_at <= set(files)
    lines = {path: len(files[path].decode("utf-8", "replace").splitlines()) for path in pointed_at}
    for each in findings:
        assert 1 <= each.place.line <= lines[each.place.path] + 1, each
        assert each.place.column >= 1, each
        assert each.severity in SEVERITIES, each
        assert each.message.strip(), each
        assert not _LEAKED.search(_ours(each)), each
        assert each.remedy.rstrip()[-1] in ".?)`", each


def _ours(finding: Finding) -> str:
    """A finding without what it quotes from the file."""
    return re.sub(r"'.*?'|`.*?`", "", f"{finding.message} {finding.remedy}", flags=re.DOTALL)


def render_all(files: Mapping[str, bytes], findings: tuple[Finding, ...]) -> None:
    """From disk, in every format: the same findings, and each document whole in its own notation."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_bytes(content)
        with watchdog():
            found = checked(Path(folder))
    assert found.findings == findings, "on disk something else is found"
    shown = {}
    for name in formats:
        with watchdog():
            shown[name] = formats[name].render(found)
    for text in shown.values():
        text.encode()
    assert len(json.loads(shown["json"])["findings"]) == len(findings)
    assert len(json.loads(shown["sarif"])["runs"][0]["results"]) == len(findings)
    assert len(json.loads(shown["gitlab"])) == len(found.live)
    ET.fromstring(shown["junit"])  # noqa: S314 - our own output
    assert len(shown["github"].splitlines()) == len(found.live)
    _inspect_text(shown["text"], found)


def _inspect_text(text: str, found: Checked) -> None:
    """One line for each finding, at most two of the file, and one for the remedy; nothing that drives a terminal."""
    starts = [line for line in text.split("\n") if re.match(r"\S+:\d+:\d+ [A-Z]\d{3} ", line)]
    assert len(starts) >= len(found.live)
    assert len(text.splitlines()) <= 4 * len(found.live) + 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", text), "a control character reaches the terminal"


def main(first: int, last: int) -> None:
    """Try the inputs from a number to a number, and say what came of them as JSON."""
    gc.disable()  # as the command does
    effort.USUAL_SAMPLES, chance.LEAST_SHIFTS = 64, 2  # what is looked for is faults, and not figures
    print(json.dumps(vars(tried(range(first, last), check_one))))  # noqa: T201 - read by the test, or by whoever asked


if __name__ == "__main__":
    begin = int(sys.argv[1])
    main(begin, int(sys.argv[2]) if len(sys.argv) > 2 else begin + 1)
