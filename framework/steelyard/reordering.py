"""Keys of a block of YAML put in another order, each with the comments and the empty lines that belong to it.

A key takes along what stands above it, up to the key before, and what stands inside it. A comment in the first lines
of a file is about the file and stays there. Where it is unsure to which key a comment belongs, nothing is done.
"""

from collections.abc import Iterator, Sequence

import yaml

from steelyard.editing import LOADER, Splice, indent_of, is_comment, last_line, lines_of


def keys_in_order(text: str, steps: Sequence[str | int], order: Sequence[str]) -> Iterator[Splice]:
    """Put the keys of the block at `steps` in order, in one piece; nothing where that cannot be done safely."""
    block = _block_at(yaml.compose(text, Loader=LOADER), steps)
    keys = [str(key.value) for key, _ in block.value] if block is not None else []
    wanted = sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
    if block is None or keys == wanted or not set(keys) <= set(order) or len(set(keys)) < len(keys):
        return
    lines = lines_of(text)
    chunks = _chunks(lines, block)
    if chunks is None:
        return
    pieces = dict(zip(keys, (lines[first:end] for first, end in chunks), strict=True))
    if keys[0] != wanted[0] and not _exchange_tops(pieces, keys[0], wanted[0], block.value[0][0].start_mark.column):
        return
    yield Splice(chunks[0][0], chunks[-1][1], tuple(line for key in wanted for line in pieces[key]))


def in_brackets(text: str, steps: Sequence[str | int]) -> bool:
    """Whether the block at `steps` is written in brackets, where keys are not moved."""
    return _block_at(yaml.compose(text, Loader=LOADER), steps) is None


def _exchange_tops(pieces: dict[str, list[str]], old: str, new: str, column: int) -> bool:
    """Give the key that was first the empty lines above the one that will be, and that one the dash of a list's entry.

    Whether it could be done: a comment above a key has no room behind a dash.
    """
    gap = next(number for number, line in enumerate(pieces[new]) if line.strip())
    above, pieces[new] = pieces[new][:gap], pieces[new][gap:]
    top = pieces[old][0]
    if top[:column].strip(" ") == "-":
        if is_comment(pieces[new][0]):
            return False
        pieces[new][0] = top[:column] + pieces[new][0][column:]
        pieces[old][0] = " " * column + top[column:]
    pieces[old] = [*above, *pieces[old]]
    return True


def _block_at(node: yaml.Node | None, steps: Sequence[str | int]) -> yaml.MappingNode | None:
    """The block of keys reached by steps; None where there is none, or it stands in brackets."""
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        else:
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            node = next((value for key, value in pairs if key.value == step), None)
    return node if isinstance(node, yaml.MappingNode) and not node.flow_style else None


def _chunks(lines: list[str], block: yaml.MappingNode) -> list[tuple[int, int]] | None:
    """For each key the lines that go with it, one key's after the other's; None where a comment could be of either."""
    column = block.value[0][0].start_mark.column
    chunks: list[tuple[int, int]] = []
    for key, value in block.value:
        line = key.start_mark.line
        lead = lines[line][:column].strip(" ")
        if key.start_mark.column != column or lead not in ("", "-") or (lead and chunks):
            return None
        start = _top(lines, line, column, chunks[-1][1] if chunks else None, in_list=bool(lead))
        if start is None:
            return None
        chunks.append((start, max(line, last_line(lines, value)) + 1))
    below = next((line for line in lines[chunks[-1][1] :] if line.strip()), "")
    return None if is_comment(below) and indent_of(below) >= column else chunks


def _top(lines: list[str], line: int, column: int, floor: int | None, *, in_list: bool) -> int | None:
    """The first line that goes with the key on a line; `floor` is where the key before it ends, None for the first."""
    start = line
    while (
        start > (floor or 0) and not in_list and is_comment(lines[start - 1]) and indent_of(lines[start - 1]) == column
    ):
        start -= 1
    if floor is None:
        start = line if start == 0 else start  # what opens the file speaks of all of it
        return None if start and is_comment(lines[start - 1]) and column and not in_list else start
    return None if any(each.strip() for each in lines[floor:start]) else floor
