"""Mending what cannot change meaning: ends of lines and files, order of keys, long lines, letters of an id.

A number is never touched, nor a word. Every change is made to the text, checked by reading the text again, and
dropped where the file would then say anything else or lose a comment. Files that cannot be read as YAML, and
links to files elsewhere, are left alone.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from steelyard.documents.assumption import Assumption
from steelyard.documents.definitions import FILES, FOLDERS, path_of
from steelyard.documents.kinds import RECORDS
from steelyard.documents.place import MarkedMapping
from steelyard.documents.record import Record
from steelyard.editing import (
    Splice,
    comments_in,
    keys_in_order,
    lines_of,
    no_trailing_spaces,
    one_final_newline,
    short_lines,
    spliced,
)
from steelyard.reading.contents import OnDisk
from steelyard.reading.suppressions import suppressions_in
from steelyard.reading.yaml_text import parse
from steelyard.writing import write_bytes

WIDTH = 100
"""Columns that a line of text may take."""
SCORE = (
    "value", "low", "high", "distribution", "panel", "confidence", "rationale", "basis", "evidence", "against",
    "implies", "review",
)  # fmt: skip
"""The keys of a score in the order in which one judges: how much, how surely, why, resting on what, seen by whom."""
_BOM = "\ufeff".encode()
_UNUSUAL = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""Ends of lines that programs count differently."""
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_ROUNDS = 5
"""One change can make room for another, as a moved key for empty lines to drop; two rounds do for nearly all files."""
Fixer = Callable[[str], Iterable[Splice]]


@dataclass(frozen=True)
class Fixed:
    """One file that was mended, and what was done to it."""

    path: str
    done: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.path}: {', '.join(self.done)}"


def fix(root: Path) -> Iterator[Fixed]:
    """Mend every definition file of a decision, one after the other, and say what was done to each.

    Raises OutputError where a file cannot be written; those before it are mended then, it and the rest are not.
    """
    contents = OnDisk(root)
    for kind, path in _files(contents):
        try:
            before = contents.read(path)
            text = before.removeprefix(_BOM).decode()
        except (OSError, UnicodeDecodeError):
            continue
        after, done = fixed(text, kind, PurePosixPath(path).stem)
        if done:
            write_bytes(root / path, before[: len(_BOM) * before.startswith(_BOM)] + after.encode())
            yield Fixed(path, done)


def fixed(text: str, kind: str, stem: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file with everything mended that can be, and what was mended; `stem` is the file's name."""
    tree, faults = parse(text)
    if faults or not isinstance(tree, MarkedMapping) or _UNUSUAL.search(text):
        return text, ()
    fixers: dict[str, Fixer] = {
        "spaces at the ends of lines": no_trailing_spaces,
        "one line end at the end": one_final_newline,
        "letters of the id": lambda text: _id_like_the_file(text, stem if kind in FOLDERS else None),
        "order of keys": lambda text: _keys_in_order(text, kind),
        "order of keys in assumptions": lambda text: _assumptions_in_order(text, kind),
        "order of keys in scores": lambda text: _scores_in_order(text, kind),
        "long lines": lambda text: short_lines(text, WIDTH),
    }
    done: list[str] = []
    mended = text
    for _ in range(_MOST_ROUNDS):
        before = mended
        for name, fixer in fixers.items():
            better = _carefully(mended, tuple(fixer(mended)), stem)
            done += [name] if better != mended and name not in done else []
            mended = better
        if mended == before:
            break
    if mended == text or not _says_the_same(text, mended, stem):
        return text, ()
    return mended, tuple(done)


def _files(contents: OnDisk) -> Iterator[tuple[str, str]]:
    for kind, path in [*_single(contents), *_members(contents)]:
        if not (contents.root / path).is_symlink():
            yield kind, path


def _single(contents: OnDisk) -> Iterator[tuple[str, str]]:
    for kind, path in FILES.items():
        if kind == "decision" or (contents.root / path).is_file():
            yield kind, path


def _members(contents: OnDisk) -> Iterator[tuple[str, str]]:
    for kind, folder in FOLDERS.items():
        with suppress(OSError):
            yield from ((kind, path_of(kind, name)) for name in contents.names_in(folder))


def _fields(record: type[Record]) -> list[str]:
    return [field.alias or name for name, field in record.model_fields.items()]


def _carefully(text: str, splices: tuple[Splice, ...], stem: str) -> str:
    """The text with every splice that keeps its meaning: all at once, or else each by itself, from the end up."""
    if not splices:
        return text
    together = spliced(text, splices)
    if _says_the_same(text, together, stem):
        return together
    for splice in sorted(splices, key=lambda each: each.first, reverse=True):
        alone = spliced(text, [splice])
        if _says_the_same(text, alone, stem):
            text = alone
    return text


def _says_the_same(before: str, after: str, stem: str) -> bool:
    """Whether two texts hold the same tree, the same comments, and the same suppressions."""
    was, is_now = parse(before), parse(after)
    return (
        not is_now[1]
        and _content(was[0], stem) == _content(is_now[0], stem)
        and sorted(comments_in(before)) == sorted(comments_in(after))
        and _suppressed(before) == _suppressed(after)
    )


def _content(tree: object, stem: str) -> str:
    """Everything that a file says, in an order of its own where order says nothing, with the types of values.

    The order of names matters (groups are shown in it); that of keys on top, in a score and in an assumption does not.
    """
    assert isinstance(tree, MarkedMapping)  # noqa: S101 - only such files are mended
    plain = dict(sorted(tree.items()))
    name = plain.get("id")
    if isinstance(name, str) and name.lower() == stem:
        plain["id"] = stem
    for key in ("scores", "assumptions"):
        block = plain.get(key)
        if isinstance(block, dict):
            plain[key] = [
                (each, sorted(said.items()) if isinstance(said, dict) else said) for each, said in block.items()
            ]
    return json.dumps(plain)


def _suppressed(text: str) -> list[tuple[tuple[str, ...], str]]:
    return sorted((each.codes, each.reason) for each in suppressions_in(text, ""))


def _id_like_the_file(text: str, stem: str | None) -> Iterator[Splice]:
    """Write an id that differs from the file's name only in large and small letters as the file's name."""
    tree, _ = parse(text)
    written = tree.get("id") if isinstance(tree, MarkedMapping) else None
    if stem is None or not _KEBAB.fullmatch(stem) or not isinstance(written, str):
        return
    if written == stem or written.lower() != stem:
        return
    assert isinstance(tree, MarkedMapping)  # noqa: S101 - it has an id
    mark = tree.value_marks["id"]
    line = lines_of(text)[mark.line - 1]
    at = line.find(written, mark.column - 1)
    if at >= 0:
        yield Splice(mark.line - 1, mark.line, (line[:at] + stem + line[at + len(stem) :],))


def _keys_in_order(text: str, kind: str) -> Iterator[Splice]:
    tree, _ = parse(text)
    order = _fields(RECORDS[kind])
    if not _in_order(tree, order):
        yield from keys_in_order(text, (), order)


def _scores_in_order(text: str, kind: str) -> Iterator[Splice]:
    tree, _ = parse(text)
    scores = tree.get("scores") if kind == "option" and isinstance(tree, MarkedMapping) else None
    for name, score in scores.items() if isinstance(scores, MarkedMapping) else ():
        if not _in_order(score, SCORE):
            yield from keys_in_order(text, ("scores", name), SCORE)


def _assumptions_in_order(text: str, kind: str) -> Iterator[Splice]:
    tree, _ = parse(text)
    log = tree.get("assumptions") if kind == "assumptions" and isinstance(tree, MarkedMapping) else None
    order = _fields(Assumption)
    for name, assumption in log.items() if isinstance(log, MarkedMapping) else ():
        if not _in_order(assumption, order):
            yield from keys_in_order(text, ("assumptions", name), order)


def _in_order(block: object, order: Sequence[str]) -> bool:
    """Whether a block's keys stand in order already: most do, and need no second look."""
    at = {key: number for number, key in enumerate(order)}
    places = [at.get(key, len(at)) for key in block] if isinstance(block, MarkedMapping) else []
    return places == sorted(places)
