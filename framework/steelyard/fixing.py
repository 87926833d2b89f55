"""Mending what cannot change meaning: ends of lines and files, order of keys, long lines, letters of an id.

A number is never touched, nor a word. Every change is made to the text, checked by reading the text again, and
dropped where the file would then say anything else or lose a comment. Files that cannot be read as YAML, and
links to files elsewhere, are left alone.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from steelyard.documents.definitions import FILES, FOLDERS, path_of
from steelyard.documents.key_order import Block, Step, blocks_of, names_in
from steelyard.documents.place import MarkedMapping
from steelyard.editing import (
    Splice,
    comments_in,
    lines_of,
    no_trailing_spaces,
    one_final_newline,
    one_kind_of_line_end,
    short_lines,
    spliced,
)
from steelyard.reading.contents import OnDisk
from steelyard.reading.suppressions import suppressions_in
from steelyard.reading.yaml_text import parse
from steelyard.reordering import in_brackets, keys_in_order
from steelyard.writing import write_bytes

WIDTH = 100
"""Columns that a line of text may take."""
_BOM = "\ufeff".encode()
_UNUSUAL = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""Ends of lines that programs count differently."""
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_ROUNDS = 5
"""One change can make room for another, as a moved key for empty lines to drop; two rounds do for nearly all files."""
Fixer = Callable[[str], Iterable[Splice]]


@dataclass(frozen=True)
class Fixed:
    """One file, what was done to it, and in sentences what had to be left as it stands."""

    path: str
    done: tuple[str, ...]
    left: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.path}: {', '.join(self.done)}"


def fix(root: Path) -> Iterator[Fixed]:
    """Mend every definition file of a decision, one after the other, and say what was done to each and what was not.

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
        left = tuple(
            f"the keys {f'in `{where}`' if where else 'on top'} stay out of order: {because}"
            for where, because in out_of_order(after, kind).items()
        )
        if done or left:
            yield Fixed(path, done, left)


def fixed(text: str, kind: str, stem: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file with everything mended that can be, and what was mended; `stem` is the file's name."""
    tree, faults = parse(text)
    if faults or not isinstance(tree, MarkedMapping) or _UNUSUAL.search(text):
        return text, ()
    fixers = _fixers(tree, kind, stem)
    done: list[str] = []
    mended = text
    for _ in range(_MOST_ROUNDS):
        before = mended
        for name, fixer in fixers.items():
            better = _carefully(mended, tuple(fixer(mended)), kind, stem)
            done += [name] if better != mended and name not in done else []
            mended = better
        if mended == before:
            break
    if mended == text or not _says_the_same(text, mended, kind, stem):
        return text, ()
    return mended, tuple(done)


def out_of_order(text: str, kind: str) -> dict[str, str]:
    """Why keys stand in another order than theirs, by the steps to their block; nothing where no file can be read."""
    tree, faults = parse(text)
    blocks = [] if faults else [each for each in blocks_of(tree, kind) if not each.is_in_order]
    return {names_in(each.steps): _why_left(text, each) for each in blocks}


def _why_left(text: str, block: Block) -> str:
    unknown = [key for key in block.keys if key not in block.order]
    if unknown:
        return f"`{unknown[0]}` is not known there"
    if in_brackets(text, block.steps):
        return "they stand in brackets"
    return "a comment could come to stand at another key than its own"


def _fixers(tree: MarkedMapping, kind: str, stem: str) -> dict[str, Fixer]:
    """What mends, by what is then said of it; keys only where some are out of order."""
    names = dict.fromkeys(_whose(each) for each in blocks_of(tree, kind) if not each.is_in_order)
    return {
        "line ends": one_kind_of_line_end,
        "spaces at the ends of lines": no_trailing_spaces,
        "one line end at the end": one_final_newline,
        "letters of the id": lambda text: _id_like_the_file(text, stem if kind in FOLDERS else None),
        **{f"order of keys in {name}" if name else "order of keys": partial(_in_order, kind, name) for name in names},
        "long lines": lambda text: short_lines(text, WIDTH),
    }


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


def _carefully(text: str, splices: tuple[Splice, ...], kind: str, stem: str) -> str:
    """The text with every splice that keeps its meaning: all at once, or else each by itself, from the end up."""
    if not splices:
        return text
    together = spliced(text, splices)
    if _says_the_same(text, together, kind, stem):
        return together
    for splice in sorted(splices, key=lambda each: each.first, reverse=True):
        alone = spliced(text, [splice])
        if _says_the_same(text, alone, kind, stem):
            text = alone
    return text


def _says_the_same(before: str, after: str, kind: str, stem: str) -> bool:
    """Whether two texts hold the same tree, the same comments, and the same suppressions of the same keys."""
    was, is_now = parse(before), parse(after)
    return (
        not is_now[1]
        and _content(was[0], kind, stem) == _content(is_now[0], kind, stem)
        and sorted(comments_in(before)) == sorted(comments_in(after))
        and _suppressed(before) == _suppressed(after)
    )


def _content(tree: object, kind: str, stem: str) -> str:
    """Everything that a file says, in an order of its own where order says nothing, with the types of values.

    The order of names matters (groups are shown in it); that of keys does not.
    """
    assert isinstance(tree, MarkedMapping)  # noqa: S101 - only such files are mended
    plain = dict(tree)
    name = plain.get("id")
    if isinstance(name, str) and name.lower() == stem:
        plain["id"] = stem
    return json.dumps(_plain(plain, (), {each.steps for each in blocks_of(tree, kind)}))


def _plain(node: object, steps: tuple[Step, ...], blocks: Collection[tuple[Step, ...]]) -> object:
    """A value with its blocks of names and keys as lists of pairs, those of keys sorted."""
    if isinstance(node, Mapping):
        pairs = [(key, _plain(each, (*steps, key), blocks)) for key, each in node.items()]
        return {"pairs": sorted(pairs, key=lambda pair: str(pair[0])) if steps in blocks else pairs}
    if isinstance(node, list):
        return [_plain(each, (*steps, number), blocks) for number, each in enumerate(node)]
    return node


def _suppressed(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    """What is allowed, why, and at which key; the line of a text that only looks like it counts as one."""
    lines = text.splitlines()
    return sorted(
        (each.codes, each.reason, lines[each.first - 1].partition(":")[0].strip(" -"))
        for each in suppressions_in(text, "")
    )


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


def _in_order(kind: str, name: str, text: str) -> Iterator[Splice]:
    """Put in order the keys on top, or those of every block in one of them; what lies inside another comes after it."""
    tree, _ = parse(text)
    moved: list[tuple[Step, ...]] = []
    for block in blocks_of(tree, kind):
        around = any(block.steps[: len(each)] == each for each in moved)
        if _whose(block) == name and not block.is_in_order and not around:
            splices = tuple(keys_in_order(text, block.steps, block.order))
            moved += [block.steps] if splices else []
            yield from splices


def _whose(block: Block) -> str:
    """The key on top under which a block stands; nothing for the keys on top themselves."""
    return str(block.steps[0]) if block.steps else ""
