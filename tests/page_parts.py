"""The page as a tree, read by the standard library's parser, and strict where browsers forgive."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

_EMPTY = {"meta", "link", "br", "hr", "img", "input", "col", "base"}
"""Elements that have no end tag."""


@dataclass
class Part:
    """An element: its tag, its attributes, and what is in it."""

    tag: str
    attributes: dict[str, str | None]
    inside: "list[Part | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, white space folded as a browser folds it."""
        return " ".join("".join(self.pieces()).split())

    def pieces(self) -> Iterator[str]:
        """The text in it, piece by piece as it stands."""
        for each in self.inside:
            yield from (each,) if isinstance(each, str) else each.pieces()

    def all(self, *tags: str) -> "Iterator[Part]":
        """Every element inside with one of those tags, or with any, in order."""
        for each in self.inside:
            if isinstance(each, Part):
                if not tags or each.tag in tags:
                    yield each
                yield from each.all(*tags)

    def one(self, tag: str) -> "Part":
        """The only element inside with that tag."""
        (found,) = self.all(tag)
        return found

    def at(self, name: str) -> "Part":
        """The only element inside with that id."""
        (found,) = self._by_id[name]
        return found

    @cached_property
    def _by_id(self) -> "Mapping[str, list[Part]]":
        """The elements inside that have an id, for pages are long and are asked often."""
        named: dict[str, list[Part]] = {}
        for each in self.all():
            named.setdefault(each.attributes.get("id") or "", []).append(each)
        return named

    def texts(self, *tags: str) -> list[str]:
        """The text of every element inside with one of those tags."""
        return [each.text for each in self.all(*tags)]

    def table(self, caption: str) -> "list[list[Part]]":
        """The cells of the only table with that caption, row by row, heads included."""
        (found,) = (each for each in self.all("table") if each.one("caption").text == caption)
        return [list(row.all("th", "td")) for row in found.all("tr")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Part("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute stands twice in {tag}"
        part = Part(tag, dict(attrs))
        self.open[-1].inside.append(part)
        if tag not in _EMPTY:
            self.open.append(part)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"{tag} is closed inside {self.open[-1].tag}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def parts_of(page: bytes) -> Part:
    """A page as a tree; fails where a tag is not closed where it should be, or closed where it is not open."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    (root,) = reader.open
    return root
