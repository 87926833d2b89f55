"""YAML files as trees that can be spoilt and written out again, in any style that YAML knows.

A mapping is a `Block` of pairs, so that a key may stand in it twice; a list is a `Row`; everything else is the
text of a scalar as it will stand in the file, quotes, anchors and all.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import yaml

_FLOW_MARKS = frozenset(",[]{}")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Row(list["Node"]):
    """A list of a file."""


class Block(list[tuple[str, "Node"]]):
    """A mapping of a file: keys with values, in order."""


Node = Row | Block | str
Spot = tuple[list[Any], int]
"""A holder, and the number of one of its entries."""


def read(text: str) -> Node:
    """The tree of a sound file."""
    root = yaml.compose(text, Loader=_LOADER)
    assert root is not None
    return _node(root)


def _node(node: yaml.Node) -> Node:
    if isinstance(node, yaml.MappingNode):
        return Block((_scalar(key), _node(value)) for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        return Row(_node(each) for each in node.value)
    return _scalar(node)


def _scalar(node: yaml.Node) -> str:
    """A scalar as it can stand anywhere, in brackets too."""
    assert isinstance(node, yaml.ScalarNode)
    plain = not node.style and not _FLOW_MARKS & set(node.value)
    return str(node.value) if plain else json.dumps(node.value, ensure_ascii=False)


def copied(node: Node) -> Node:
    """A copy that can be spoilt."""
    if isinstance(node, Block):
        return Block((key, copied(value)) for key, value in node)
    return Row(copied(each) for each in node) if isinstance(node, Row) else node


def spots(node: Node) -> Iterator[Spot]:
    """Every place in a tree that an entry stands in, the outermost first."""
    if isinstance(node, str):
        return
    for number, entry in enumerate(node):
        yield node, number
        yield from spots(entry[1] if isinstance(entry, tuple) else entry)


def value_at(spot: Spot) -> Node:
    """What stands in a place."""
    holder, number = spot
    entry: Node | tuple[str, Node] = holder[number]
    return entry[1] if isinstance(entry, tuple) else entry


def put(spot: Spot, node: Node) -> None:
    """Put something in a place; a key stays."""
    holder, number = spot
    if isinstance(holder, Block):
        holder[number] = (holder[number][0], node)
    else:
        holder[number] = node


@dataclass(frozen=True)
class Style:
    """How a tree is written: how far in, how often in brackets, with which ends of lines."""

    indent: int = 2
    flow: float = 0.1
    hanging: bool = True
    explicit: float = 0.0
    comments: float = 0.0
    ends: str = "\n"


def any_style(chance: Random) -> Style:
    """A style as somebody's editor may have it."""
    return Style(
        indent=chance.choice((1, 2, 2, 2, 3, 4, 8)),
        flow=chance.choice((0.0, 0.1, 0.5, 1.0)),
        hanging=chance.random() < 0.7,
        explicit=chance.choice((0.0, 0.0, 0.0, 0.3)),
        comments=chance.choice((0.0, 0.0, 0.2)),
        ends=chance.choice(("\n", "\n", "\n", "\r\n", "\r")),
    )


def written(node: Node, style: Style, chance: Random) -> str:
    """The text of a file that holds a tree."""
    if isinstance(node, str):
        return f"{node}{style.ends}"
    lines = list(_lines(node, style, chance))
    return style.ends.join([*lines, ""])


_REMARKS = ("# remark", "# steelyard: allow S011: agreed", "# steelyard: allow", "#", "   # \u2028 x")


def _lines(node: Node, style: Style, chance: Random) -> Iterator[str]:
    """The lines of a block of keys or a list, not indented."""
    pad = " " * style.indent
    for entry in node or ():
        if chance.random() < style.comments:
            yield chance.choice(_REMARKS)
        key, value = entry if isinstance(entry, tuple) else (None, entry)
        head = "-" if key is None else f"{key}:"
        if key is not None and chance.random() < style.explicit:
            yield f"? {key}"
            head = ":"
        if isinstance(value, str) or not value or chance.random() < style.flow:
            yield f"{head} {_flow(value)}"
            continue
        inside = list(_lines(value, style, chance))
        deeper = "" if isinstance(value, Row) and key is not None and not style.hanging else pad
        if key is None:
            yield f"-{' ' * max(1, style.indent - 1)}{inside[0]}"
            yield from (f"{' ' * max(2, style.indent)}{line}" for line in inside[1:])
        else:
            yield head
            yield from (f"{deeper}{line}" for line in inside)


def _flow(node: Node) -> str:
    """Everything on one line."""
    if isinstance(node, Block):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in node) + "}"
    return f"[{', '.join(map(_flow, node))}]" if isinstance(node, Row) else node
