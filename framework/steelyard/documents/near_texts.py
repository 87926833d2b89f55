"""Texts that are nearly the same: words that differ in quotes, dashes, case or a few letters."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from steelyard.documents.paragraphs import folded, paragraph_digest

NEAR = 0.9
"""Above this share of letters in common (Ratcliff and Obershelp's ratio, as `difflib` has it) texts are near."""
_QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'") | dict.fromkeys("\u201c\u201d\u201e\u2033", '"')
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def near_words(words: str, text: str) -> str | None:
    """The run of words in a text that is nearest to the given ones, where one is near enough."""
    wanted, said = _plain(words), text.split()
    length = len(words.split())
    best, found = NEAR, None
    for size in {max(1, length - 1), length, length + 1}:
        for start in range(len(said) - size + 1):
            run = " ".join(said[start : start + size])
            ratio = _ratio(wanted, _plain(run), best)
            if ratio > best:
                best, found = ratio, run
    return found


def same_but_for_signs(digest: str, paragraph: str) -> str | None:
    """The text with that digest, where it is the paragraph written with other quotes, dashes or unseen signs."""
    return next((each for each in _written_otherwise(paragraph) if paragraph_digest(each) == digest), None)


def where_it_stands(digest: str, anchor: str, lines: Sequence[str]) -> int | None:
    """The number of the paragraph that has both the digest and the anchor."""
    return next(
        (number for number, line in enumerate(lines, 1) if anchor in line and paragraph_digest(line) == digest), None
    )


def nearest_with(anchor: str, lines: Sequence[str], number: int) -> int | None:
    """The number of the paragraph that holds the anchor, the one nearest to `number` where there are several."""
    found = [each for each, line in enumerate(lines, 1) if anchor in line]
    return min(found, key=lambda each: (abs(each - number), each)) if found else None


def _ratio(one: str, other: str, least: float) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > least and matcher.quick_ratio() > least else 0.0


def _plain(text: str) -> str:
    """Text in small letters, with plain quotes and dashes and nothing unseen."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return folded(plain.translate(_QUOTES).translate(_DASHES)).casefold()


def _written_otherwise(paragraph: str) -> Iterator[str]:
    seen = folded(_UNSEEN.sub("", paragraph))
    for text in (seen, *(unicodedata.normalize(form, seen) for form in ("NFC", "NFD", "NFKC"))):
        yield from (text, text.translate(_QUOTES), text.translate(_DASHES), text.translate(_QUOTES).translate(_DASHES))
