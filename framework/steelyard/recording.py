"""Entries and numbers put into a definition file: all else stays byte for byte, or the file stays as it is."""

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from steelyard.documents.place import MarkedMapping
from steelyard.editing import Entry, comments_in, digits_of, value_of, with_entry
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
        changed = _with_numbers(text, numbers)
    except ValueError as error:
        raise OutputError(f"cannot set numbers: {error}") from error
    found, faults = parse(changed)
    if faults or found != wanted or list(comments_in(changed)) != list(comments_in(text)):
        where = ", ".join(f"`{'.'.join(steps)}`" for steps in numbers)
        raise OutputError(f"cannot set {where}: write the block around it with one key a line")
    return changed


def _with_numbers(text: str, numbers: Mapping[tuple[str, ...], float]) -> str:
    """The text with each number at its steps put in the place of the one there; nothing else in it is changed.

    A number that is not there yet comes after the last one of its block. Raises ValueError where the place of one is
    no block, or holds something over several lines. Whoever calls it reads the text again to see what came of it.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    spans: list[tuple[int, int, str]] = []
    missing: list[tuple[str, ...]] = []
    for steps, number in numbers.items():
        node = root
        for step in steps:
            node = value_of(node, step)
        if node is None:
            missing.append(steps)
        elif not isinstance(node, yaml.ScalarNode) or node.style or node.start_mark.line != node.end_mark.line:
            raise ValueError(f"'{'.'.join(steps)}' is not a number on one line")
        else:
            spans.append((node.start_mark.index, node.end_mark.index, digits_of(number)))
    for start, end, digits in sorted(spans, reverse=True):
        text = f"{text[:start]}{digits}{text[end:]}"
    for steps in missing:
        block, value = _outermost_missing(text, steps, numbers[steps])
        text = with_entry(text, block[:-1], block[-1], value)
    return text


def _outermost_missing(text: str, steps: tuple[str, ...], number: float) -> tuple[tuple[str, ...], Entry]:
    """The steps to the first key on the way that is not there, and what it has to hold."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    depth, value = 0, value_of(node, steps[0])
    while value is not None and depth < len(steps) - 1:
        depth, node = depth + 1, value
        value = value_of(node, steps[depth])
    entry: Entry = number
    for step in reversed(steps[depth + 1 :]):
        entry = {step: entry}
    return steps[: depth + 1], entry


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
