"""Definition files, spoilt: by structure, by line, by byte, beyond all measure, and without a plan.

Every input has a number, and the number alone decides what it is: an input that fails can be made again by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from fuzz import nasty, trees
from fuzz.changes import CHANGES
from fuzz.seeds import BROKEN, CATALOGUE, DONORS, PROJECTS, SKELETON, SMALL, SOUND, SPOILT, TEXTS, TREES
from fuzz.slips import SLIPS

Spoilt = tuple[bytes, tuple[str, ...]]
"""What is left of a file, and how that came about."""


@dataclass(frozen=True)
class Mutation:
    """One spoilt file of one decision, and how it was spoilt."""

    number: int
    project: str
    path: str
    content: bytes
    recipe: tuple[str, ...]

    def files(self) -> dict[str, bytes]:
        """The whole decision, with the spoilt file in its place."""
        return {**PROJECTS[self.project], self.path: self.content}

    def original(self) -> dict[str, bytes]:
        """The decision before it was spoilt."""
        return {**PROJECTS[self.project]}


def mutation(number: int) -> Mutation:
    """The input of a number."""
    chance = Random(f"input {number}")  # noqa: S311 - no secret
    projects = (SMALL, SOUND, SKELETON, chance.choice(BROKEN), CATALOGUE)
    project = chance.choices(projects, (32, 28, 18, 20, 2))[0]
    path = chance.choice(SPOILT[project])
    kind, spoil = chance.choices(_KINDS, _OFTEN)[0]
    content, recipe = spoil(project, path, chance)
    if kind != "bytes" and chance.random() < 0.1:
        content, more = _bytes_spoilt(content, chance)
        recipe += more
    return Mutation(number, project, path, content, (kind, *recipe))


def by_structure(project: str, path: str, chance: Random) -> Spoilt:
    """A file whose tree was changed in one to four ways, written out in some style."""
    where = (project, path)
    tree = trees.copied(TREES[where if where in TREES else chance.choice(DONORS)])
    recipe = []
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        name, change = chance.choice(CHANGES)
        tree = change(tree, chance)
        recipe.append(name)
    return trees.written(tree, trees.any_style(chance), chance).encode("utf-8", "surrogatepass"), tuple(recipe)


def by_line(project: str, path: str, chance: Random) -> Spoilt:
    """A file with one to four lines changed."""
    lines = TEXTS[project, path].splitlines()
    recipe = []
    for _ in range(chance.choice((1, 1, 2, 4))):
        name, change = chance.choice(SLIPS)
        change(lines, chance.randrange(len(lines)) if lines else 0, chance)
        recipe.append(name)
    end = chance.choice(("\n", "\n", "\n", "\r\n", "\r", "\u2028", "\u0085"))
    return (end.join(lines) + chance.choice(("", end))).encode("utf-8", "surrogatepass"), tuple(recipe)


def by_byte(project: str, path: str, chance: Random) -> Spoilt:
    """A file with some of its bytes changed."""
    return _bytes_spoilt(PROJECTS[project][path], chance)


def _bytes_spoilt(content: bytes, chance: Random) -> Spoilt:
    recipe = []
    for _ in range(chance.choice((1, 1, 2, 5))):
        name = chance.choice(("flip", "insert", "delete", "truncate", "splice", "encoding", "ends", "repeat"))
        content = _byte_change(name, content, chance)
        recipe.append(name)
    return content, tuple(recipe)


def _byte_change(name: str, content: bytes, chance: Random) -> bytes:
    at, other = sorted((chance.randint(0, len(content)), chance.randint(0, len(content))))
    before, between, after = content[:at], content[at:other], content[other:]
    if name == "encoding":
        return content.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")
    if name == "ends":
        return content.replace(
            b"\n", chance.choice((b"\r", b"\r\n", b"\r\r\n", b"\n\n", b"\xe2\x80\xa8", b"\xc2\x85", b""))
        )
    changed = {
        "flip": lambda: bytes(each ^ (1 << chance.randrange(8)) for each in between[:1]) + between[1:],
        "insert": lambda: chance.choice(nasty.BYTES) * chance.choice((1, 1, 3)) + between,
        "delete": lambda: between[chance.choice((1, 2, 10)) :],
        "repeat": lambda: between * 2,
        "splice": lambda: _some_of_another(chance),
    }
    if name == "truncate":
        return chance.choice((before, after))
    return before + changed[name]() + after


def _some_of_another(chance: Random) -> bytes:
    strange = TEXTS[chance.choice(DONORS)].encode()
    start = chance.randint(0, len(strange))
    return strange[start : start + chance.randint(0, 500)]


_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7", "utf-8-sig")


def beyond_measure(project: str, path: str, chance: Random) -> Spoilt:
    """A file too deep, too large or too often the same; alone, or at the end of a sound one."""
    make = chance.choice((nasty.alias_bomb, nasty.deep, nasty.huge_scalar, nasty.many_lines))
    text = make(chance)
    before = chance.choice(("", TEXTS[project, path]))
    return (before + text).encode(), (make.__name__,)


def without_plan(_project: str, _path: str, chance: Random) -> Spoilt:
    """Text made of the marks of YAML, words of ours and nothing else, or of bytes."""
    if chance.random() < 0.2:
        return chance.randbytes(chance.randint(0, 80)), ("bytes",)
    return "".join(chance.choices(nasty.SOUP, k=chance.randint(0, 40))).encode(), ("soup",)


Spoil = Callable[[str, str, Random], Spoilt]
_KINDS: tuple[tuple[str, Spoil], ...] = (
    ("structure", by_structure),
    ("line", by_line),
    ("bytes", by_byte),
    ("measure", beyond_measure),
    ("no plan", without_plan),
)
KINDS = tuple(name for name, _ in _KINDS)
_OFTEN = (58, 20, 14, 2, 6)
