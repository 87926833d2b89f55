"""Whether every claim still stands where it says it stands, and the computing of digests."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.near_texts import near_words, nearest_with, same_but_for_signs, where_it_stands
from steelyard.documents.paragraphs import document_digest, folded, paragraph_digest, paragraphs
from steelyard.documents.place import MarkedMapping
from steelyard.documents.source import Claim, Source
from steelyard.editing import with_plain_scalar
from steelyard.errors import OutputError
from steelyard.reading.contents import OnDisk
from steelyard.reading.yaml_text import parse
from steelyard.results.finding import Finding, Severity
from steelyard.writing import write_bytes

_SHOWN = 160
"""So much of a paragraph is shown in a finding."""
_LOOK = (
    "Compare the two texts; where they say the same, mend what the file says, then have the digests computed: "
    "steelyard evidence pin."
)
_REPIN = "Compare the texts; if the claim still holds, have the digest computed: steelyard evidence pin."


def verify(definitions: Definitions, documents: Path) -> tuple[Finding, ...]:
    """Every locator, anchor and digest that does not hold against the documents in a folder.

    What is not exact is an error. Where another text is near enough to be meant, a warning shows both texts: instead
    of the error where only quotes, dashes, case or a few letters differ or the anchor stands in another paragraph,
    and beside it where the claim points at the wrong paragraph.
    """
    return tuple(
        finding for source in definitions.sources.values() for finding in _verify(source, definitions, documents)
    )


def _verify(source: Source, definitions: Definitions, documents: Path) -> Iterator[Finding]:
    path = path_of("source", source.id)
    content = _content(documents / source.document.file)
    if content is None:
        place = definitions.place(path, "document", "file")
        message = f"the document {source.document.file} cannot be read in the folder of documents"
        yield Finding("V001", "error", place, message, "Put a copy there, or name another folder: --documents DIR.")
        return
    if document_digest(content) != source.document.sha256:
        place = definitions.place(path, "document", "sha256")
        message = f"the document {source.document.file} is not the copy that was read: its digest differs"
        yield Finding("V002", "error", place, message, _REPIN)
    lines = paragraphs(content.decode("utf-8", errors="replace"))
    for name, claim in source.claims.items():
        for each in _disagreements(claim, lines):
            place = definitions.place(path, "claims", name, *each.steps)
            severity: Severity = "warning" if each.near else "error"
            yield Finding(each.code, severity, place, f"claim {name}: {each.said}", _LOOK if each.near else _REPIN)


@dataclass(frozen=True)
class _Disagreement:
    """What does not hold of a claim; `near` where another text is so near that it may be meant."""

    steps: tuple[str, ...]
    code: str
    said: str
    near: bool = False


def _disagreements(claim: Claim, lines: tuple[str, ...]) -> Iterator[_Disagreement]:
    number, anchor = claim.at.paragraph, folded(claim.anchor)
    paragraph = lines[number - 1] if number <= len(lines) else None
    moved = where_it_stands(claim.sha256, anchor, lines)
    if paragraph is None:
        said = f"there is no paragraph {number}; the document has {len(lines)}"
        yield _Disagreement(("at", "paragraph"), "V003", said)
    else:
        yield from _digest(claim, paragraph)
    if moved is not None and moved != number:
        yield _moved(number, moved, lines)
    if paragraph is not None and moved is None:
        yield from _anchor(number, anchor, claim.anchor, lines)
    section = claim.at.section
    if section is not None and not any(line.startswith(folded(section)) for line in lines[:number]):
        yield _Disagreement(("at", "section"), "V006", f"no line up to paragraph {number} begins with '{section}'")


def _moved(number: int, moved: int, lines: tuple[str, ...]) -> _Disagreement:
    there = f"'{_short(lines[number - 1])}'" if number <= len(lines) else "no text"
    said = f"the text pinned stands in paragraph {moved}: '{_short(lines[moved - 1])}'; paragraph {number} has {there}"
    return _Disagreement(("at", "paragraph"), "V007", said, near=True)


def _digest(claim: Claim, paragraph: str) -> Iterator[_Disagreement]:
    number = claim.at.paragraph
    if paragraph_digest(paragraph) == claim.sha256:
        return
    pinned = same_but_for_signs(claim.sha256, paragraph)
    if pinned is None:
        yield _Disagreement(("sha256",), "V004", f"the digest of paragraph {number} differs")
    else:
        said = f"paragraph {number} is pinned as '{_short(pinned)}' and reads '{_short(paragraph)}'"
        yield _Disagreement(("sha256",), "V008", said, near=True)


def _anchor(number: int, anchor: str, written: str, lines: tuple[str, ...]) -> Iterator[_Disagreement]:
    paragraph = lines[number - 1]
    if anchor in paragraph:
        return
    words, elsewhere = near_words(anchor, paragraph), nearest_with(anchor, lines, number)
    if words is not None:
        said = f"the anchor '{written}' is in paragraph {number} only as '{words}'"
        yield _Disagreement(("anchor",), "V009", said, near=True)
    elif elsewhere is not None:
        said = (
            f"the anchor '{written}' is in paragraph {elsewhere}: '{_short(lines[elsewhere - 1])}'; "
            f"paragraph {number} has '{_short(paragraph)}'"
        )
        yield _Disagreement(("anchor",), "V009", said, near=True)
    else:
        yield _Disagreement(("anchor",), "V005", f"the anchor '{written}' is not in paragraph {number}")


def _short(text: str) -> str:
    """A paragraph as far as a finding shows it."""
    return shorten(text, _SHOWN, placeholder=" ...")


def _content(file: Path) -> bytes | None:
    """The bytes of a document; None where there is none. Only files are opened: a pipe or a device may never end."""
    try:
        return file.read_bytes() if file.is_file() else None
    except (OSError, ValueError):  # a name with a NUL in it is no name
        return None


def pin(root: Path, source: str, documents: Path) -> int:
    """Compute every digest of one source file from its document; the number of digests that changed.

    Works on the file's text, so comments and untouched lines stay. Raises OutputError where the document, a
    paragraph or an anchor is not found: a claim is pinned only to the words it was drawn from.
    """
    file = root / path_of("source", source)
    try:
        text = OnDisk(root).read(path_of("source", source)).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"cannot read {file}: {error}") from error
    before, (name, content) = text, _pinned_document(text, documents)
    lines = paragraphs(content.decode("utf-8", errors="replace"))
    changed = 0
    for steps, digest in [(("document",), document_digest(content)), *_claim_digests(text, lines, name)]:
        mapping = _mapping_at(text, *steps)
        if mapping.get("sha256") != digest:
            text, changed = _with_digest(text, steps, digest), changed + 1
    if text != before:
        write_bytes(file, text.encode())
    return changed


def _with_digest(text: str, steps: tuple[str, ...], digest: str) -> str:
    """The text with the digest of one block set, and nothing else in it changed."""
    expected, _ = parse(text)
    block = expected
    for step in steps:
        block = block[step]  # type: ignore[index]  # `_mapping_at` has walked this path
    block["sha256"] = digest  # type: ignore[index]
    changed = with_plain_scalar(text, _mapping_at(text, *steps), "sha256", digest)
    found, faults = parse(changed)
    if faults or found != expected:
        raise OutputError(f"cannot set `sha256` of {'.'.join(steps)}: write it on a line of its own, as one word")
    return changed


def _pinned_document(text: str, documents: Path) -> tuple[str, bytes]:
    name = str(_mapping_at(text, "document").get("file"))
    content = _content(documents / name)
    if content is None:
        raise OutputError(f"the document {name} is not in {documents}")
    return name, content


def _claim_digests(text: str, lines: tuple[str, ...], document: str) -> list[tuple[tuple[str, ...], str]]:
    found: list[tuple[tuple[str, ...], str]] = []
    for name in _mapping_at(text, "claims"):
        number = _mapping_at(text, "claims", name, "at").get("paragraph")
        anchor = folded(str(_mapping_at(text, "claims", name).get("anchor", "")))
        if not isinstance(number, int) or not 1 <= number <= len(lines):
            raise OutputError(f"claim {name}: there is no paragraph {number} in {document}")
        if not anchor or anchor not in lines[number - 1]:
            raise OutputError(f"claim {name}: the anchor '{anchor}' is not in paragraph {number} of {document}")
        found.append((("claims", name), paragraph_digest(lines[number - 1])))
    return found


def _mapping_at(text: str, *steps: str) -> MarkedMapping:
    here, faults = parse(text)
    for step in steps:
        here = here.get(step) if isinstance(here, MarkedMapping) else None
    if faults or not isinstance(here, MarkedMapping):
        where = ".".join(steps) or "the file"
        raise OutputError(f"'{where}' is not a block of keys with values; run `steelyard check` first")
    return here
