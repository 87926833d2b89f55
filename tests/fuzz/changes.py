"""Spoilt by structure: what can happen to the tree of a definition file."""

import json
import re
from collections.abc import Callable
from random import Random

from fuzz import nasty, trees
from fuzz.seeds import DONORS, TREES
from fuzz.trees import Block, Node, Row


def _spot(tree: Node, chance: Random) -> trees.Spot | None:
    found = list(trees.spots(tree))
    return chance.choice(found) if found else None


def _delete(tree: Node, chance: Random) -> Node:
    spot = _spot(tree, chance)
    if spot is not None:
        del spot[0][spot[1]]
    return tree


def _duplicate(tree: Node, chance: Random) -> Node:
    spot = _spot(tree, chance)
    if spot is not None:
        holder, number = spot
        holder.insert(chance.randint(0, len(holder)), holder[number])
    return tree


def _swap(tree: Node, chance: Random) -> Node:
    one, other = _spot(tree, chance), _spot(tree, chance)
    if one is not None and other is not None:
        first, second = trees.copied(trees.value_at(one)), trees.copied(trees.value_at(other))
        trees.put(one, second)
        trees.put(other, first)
    return tree


def _shuffle(tree: Node, chance: Random) -> Node:
    spot = _spot(tree, chance)
    if spot is not None:
        chance.shuffle(spot[0])
    return tree


def _rename(tree: Node, chance: Random) -> Node:
    blocks = [(holder, number) for holder, number in trees.spots(tree) if isinstance(holder, Block)]
    if blocks:
        holder, number = chance.choice(blocks)
        key, value = holder[number]
        holder[number] = (chance.choice((_misspelt(key, chance), chance.choice(nasty.KEYS), _other_key(chance))), value)
    return tree


def _misspelt(key: str, chance: Random) -> str:
    at = chance.randrange(len(key)) if key else 0
    return chance.choice(
        (key[:at] + key[at + 1 :], key[:at] + key[at : at + 1] * 2 + key[at + 1 :], key.upper(), f"{key}s")
    )


def _other_key(chance: Random) -> str:
    spot = _spot(TREES[chance.choice(DONORS)], chance)
    holder, number = spot if spot is not None else (Row(), 0)
    return holder[number][0] if isinstance(holder, Block) else "a"


def _add_key(tree: Node, chance: Random) -> Node:
    holders = [each for each in (tree, *map(trees.value_at, trees.spots(tree))) if isinstance(each, Block)]
    if holders:
        holder = chance.choice(holders)
        key = chance.choice((chance.choice(nasty.KEYS), _other_key(chance)))
        holder.insert(chance.randint(0, len(holder)), (key, _any_value(chance)))
    return tree


def _any_value(chance: Random) -> Node:
    """A nasty scalar, or some part of some other file."""
    if chance.random() < 0.7:
        return chance.choice(nasty.SCALARS)
    spot = _spot(TREES[chance.choice(DONORS)], chance)
    return "a" if spot is None else trees.copied(trees.value_at(spot))


def _replace(tree: Node, chance: Random) -> Node:
    spot = _spot(tree, chance)
    if spot is not None:
        trees.put(spot, _any_value(chance))
    return tree


def _scalar_spot(tree: Node, chance: Random) -> trees.Spot | None:
    found = [spot for spot in trees.spots(tree) if isinstance(trees.value_at(spot), str)]
    return chance.choice(found) if found else None


def _replace_scalar(tree: Node, chance: Random) -> Node:
    spot = _scalar_spot(tree, chance)
    if spot is not None:
        trees.put(spot, chance.choice(nasty.SCALARS))
    return tree


def _other_number(tree: Node, chance: Random) -> Node:
    """A number made another; most such files are still sound, or nearly."""
    found = [spot for spot in trees.spots(tree) if _is_number(trees.value_at(spot))]
    if found:
        spot = chance.choice(found)
        number = float(str(trees.value_at(spot)))
        other = chance.choice(
            (number + 1, -number, number / 2, number * 1000, number + 1e-9, 0.0, 1e200, -1e200, 5e-324)
        )
        trees.put(spot, chance.choice((repr(other), f"{other:g}", str(int(other)))))
    return tree


def _is_number(node: Node) -> bool:
    return isinstance(node, str) and len(node) < 200 and re.fullmatch(r"-?\d+(\.\d*)?", node, re.ASCII) is not None


def _other_name(tree: Node, chance: Random) -> Node:
    """A scalar replaced by another scalar of the same file, such as one id by another."""
    one, other = _scalar_spot(tree, chance), _scalar_spot(tree, chance)
    if one is not None and other is not None:
        trees.put(one, trees.value_at(other))
    return tree


def _quote(tree: Node, chance: Random) -> Node:
    """Text made of a number, and the other way round."""
    spot = _scalar_spot(tree, chance)
    if spot is not None:
        value = str(trees.value_at(spot))
        trees.put(spot, value.strip('"') if value.startswith('"') else json.dumps(value))
    return tree


def _change_kind(tree: Node, chance: Random) -> Node:
    """A list made of a scalar, a mapping of a list, a list of a mapping."""
    spot = _spot(tree, chance)
    if spot is None:
        return tree
    value = trees.value_at(spot)
    if isinstance(value, Block):
        pairs: Node = Row(Block([pair]) for pair in value)
        made: Node = chance.choice((pairs, Row(each for _, each in value)))
    elif isinstance(value, Row):
        made = Block((str(at), each) for at, each in enumerate(value))
    else:
        made = chance.choice(
            (Row([value]), Row([value, value]), Block([("value", value)]), Block([(value or "a", value)]))
        )
    trees.put(spot, made)
    return tree


def _nest(tree: Node, chance: Random) -> Node:
    spot = _spot(tree, chance)
    if spot is not None:
        value = trees.value_at(spot)
        for _ in range(chance.choice((1, 2, 5, 45))):
            value = Row([value]) if chance.random() < 0.5 else Block([("a", value)])
        trees.put(spot, value)
    return tree


def _unwrap(tree: Node, chance: Random) -> Node:
    """A value in the place of what held it."""
    spot = _spot(tree, chance)
    value = trees.value_at(spot) if spot is not None else tree
    inner = _spot(value, chance)
    if spot is not None and inner is not None:
        trees.put(spot, trees.value_at(inner))
    return tree


def _move(tree: Node, chance: Random) -> Node:
    """A block of some file put under a block of this one, with its key."""
    holders = [each for each in (tree, *map(trees.value_at, trees.spots(tree))) if isinstance(each, Block)]
    spot = _spot(TREES[chance.choice(DONORS)], chance)
    if holders and spot is not None:
        holder, number = spot
        entry = holder[number]
        value = trees.copied(trees.value_at(spot))
        chance.choice(holders).append((entry[0] if isinstance(entry, tuple) else "a", value))
    return tree


def _other_kind(tree: Node, chance: Random) -> Node:  # noqa: ARG001 - nothing of the file is left
    """The whole contents of another file, of whatever kind."""
    return trees.copied(TREES[chance.choice(DONORS)])


def _multiply(tree: Node, chance: Random) -> Node:
    """An entry of a list or a mapping, many times over, under names of its own."""
    spot = _spot(tree, chance)
    if spot is None:
        return tree
    holder, number = spot
    count = 3_000 if chance.random() < 0.02 else chance.choice((3, 10, 50, 300))
    alike = chance.random() < 0.5
    entry = holder[number]
    for at in range(count):
        if isinstance(entry, tuple):
            holder.append((f"{entry[0]}-{at}", entry[1] if alike else _numbered(entry[1], at)))
        else:
            holder.append(entry if alike else _numbered(entry, at))
    return tree


def _numbered(node: Node, at: int) -> Node:
    """The same with words made words of their own: ids, claims and sentences that no other has."""
    if isinstance(node, Block):
        return Block((key, _numbered(value, at)) for key, value in node)
    if isinstance(node, Row):
        return Row(_numbered(each, at) for each in node)
    return f"{node[:-1]}-{at}{node[-1]}" if node.endswith('"') else (f"{node}-{at}" if node.isidentifier() else node)


def _yaml_extra(tree: Node, chance: Random) -> Node:
    """An anchor with its alias, a merge key, or a tag."""
    one, other = _scalar_spot(tree, chance), _spot(tree, chance)
    if one is None or other is None:
        return tree
    value = str(trees.value_at(one))
    kind = chance.choice(("anchor", "tag", "merge"))
    if kind == "tag":
        trees.put(one, f"{chance.choice(('!!str', '!!int', '!!float', '!', '!x', '!!set', '!<a>'))} {value}")
        return tree
    trees.put(one, f"&same {value}")
    if kind == "anchor":
        trees.put(other, "*same")
    elif isinstance(other[0], Block):
        other[0].insert(other[1], ("<<", "*same"))
    return tree


def _style_only(tree: Node, chance: Random) -> Node:  # noqa: ARG001 - only how it is written changes
    return tree


CHANGES: tuple[tuple[str, Callable[[Node, Random], Node]], ...] = (
    ("delete", _delete),
    ("duplicate", _duplicate),
    ("swap", _swap),
    ("shuffle", _shuffle),
    ("rename", _rename),
    ("add key", _add_key),
    ("replace", _replace),
    ("replace scalar", _replace_scalar),
    ("replace scalar", _replace_scalar),
    ("other number", _other_number),
    ("other number", _other_number),
    ("other name", _other_name),
    ("quote", _quote),
    ("change kind", _change_kind),
    ("nest", _nest),
    ("unwrap", _unwrap),
    ("move", _move),
    ("other kind", _other_kind),
    ("multiply", _multiply),
    ("extra", _yaml_extra),
    ("style", _style_only),
)
"""Everything that can be done to a tree, by name; what mends nothing and breaks little comes twice."""
