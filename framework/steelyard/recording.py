"""Entries put into a definition file: comments and untouched lines stay byte for byte, or the file stays as it is."""

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path

from steelyard import editing
from steelyard.documents.place import MarkedMapping
from steelyard.editing import Entry, comments_in, with_entry
from steelyard.errors import OutputError
from steelyard.reading.yaml_text import parse
from steelyard.writing import write_bytes


def written(file: Path, steps: Sequence[str], key: str, value: Entry) -> None:
    """Set a key of the block at `steps` in a file.

    Raises OutputError where the file cannot be read or written, or would then say anything else than it should.
    """
    try:
        content = file.read_bytes()
        text = content.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"cannot read {file}: {error}") from error
    write_bytes(file, with_value(text, steps, key, value).encode())


def with_numbers(text: str, numbers: Mapping[tuple[str, ...], float]) -> str:
    """The text with numbers set, read again to make sure that it says them and nothing else, all comments kept."""
    tree, faults = parse(text)
    wanted = copy.deepcopy(tree)
    if faults or not isinstance(wanted, MarkedMapping):
        raise OutputError("cannot set numbers: the file has faults; run `steelyard check` first")
    for steps, number in numbers.items():
        block: dict[str, object] = wanted
        for step in steps[:-1]:
            inner = block.setdefault(step, {})
            if not isinstance(inner, dict):
                raise OutputError(f"cannot set `{'.'.join(steps)}`: `{step}` is not a block of keys")
            block = inner
        block[steps[-1]] = number
    try:
        changed = editing.with_numbers(text, numbers)
    except ValueError as error:
        raise OutputError(f"cannot set numbers: {error}") from error
    found, faults = parse(changed)
    if faults or found != wanted or list(comments_in(changed)) != list(comments_in(text)):
        where = ", ".join(f"`{'.'.join(steps)}`" for steps in numbers)
        raise OutputError(f"cannot set {where}: write the block around it with one key a line")
    return changed


def with_value(text: str, steps: Sequence[str], key: str, value: Entry) -> str:
    """The text with a key set, read again to make sure that it says that and nothing else."""
    tree, faults = parse(text)
    wanted = copy.deepcopy(tree)
    block: object = wanted
    for step in steps:
        block = block.get(step) if isinstance(block, MarkedMapping) else None
    where = ".".join([*steps, key])
    if faults or not isinstance(block, MarkedMapping):
        raise OutputError(f"cannot set `{where}`: the file has faults; run `steelyard check` first")
    before = block.get(key)
    block[key] = {**before, **value} if isinstance(before, dict) and isinstance(value, Mapping) else value
    try:
        changed = with_entry(text, steps, key, value)
    except ValueError as error:
        raise OutputError(f"cannot set `{where}`: {error}") from error
    found, faults = parse(changed)
    if faults or found != wanted:
        raise OutputError(f"cannot set `{where}`: write the block around it with one key a line")
    return changed
