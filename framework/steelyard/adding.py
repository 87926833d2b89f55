"""Recording a claim: its place, anchor and digest are taken from the document, and nobody types a digest."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.near_texts import near_words, nearest_with
from steelyard.documents.paragraphs import document_digest, folded, paragraph_digest, paragraphs
from steelyard.documents.source import LONGEST_ANCHOR, Source
from steelyard.editing import Entry, entries
from steelyard.errors import OutputError
from steelyard.reading.sentences import as_fault
from steelyard.recording import written
from steelyard.writing import write_bytes

NEEDED = ("type", "title", "reliability", "reliability_because")
"""What a new source cannot go without: `check` asks for the reason of a grade too."""
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class NewClaim:
    """A claim as the reader states it; `name` may be empty, and then follows from the anchor."""

    paragraph: int
    anchor: str
    statement: str
    credibility: int
    section: str = ""
    name: str = ""


def add(definitions: Definitions, source: str, document: Path, claim: NewClaim, known: Mapping[str, str]) -> str:
    """Put a claim into its source's file, digests computed; its reference, as scores cite it.

    A source that has no file gets one, pinned to the document, with the keys `known` of it. Raises OutputError where
    the document is not the one that the source pins, or the paragraph, the anchor, the section or the name do not
    fit; nothing is written then.
    """
    content = _read(document)
    lines = paragraphs(content.decode("utf-8", errors="replace"))
    name = claim.name or "-".join(re.findall("[a-z0-9]+", claim.anchor.casefold()))
    _check_place(claim, lines, document.name)
    _check_words(claim, _longest(definitions))
    _check_name(definitions, source, name)
    block = _block(claim, lines)
    file = definitions.root / path_of("source", source)
    if source in definitions.sources:
        _check_document(definitions.sources[source], document, content)
        written(file, [], "claims", {name: block})
    else:
        pinned: dict[str, Entry] = {"file": document.name, "sha256": document_digest(content)}
        write_bytes(file, _new_file(source, pinned, known, {name: block}).encode())
    return f"{source}#{name}"


def _read(document: Path) -> bytes:
    try:
        return document.read_bytes()
    except OSError as error:
        raise OutputError(f"cannot read the document {document}: {error.strerror or error}") from error


def _check_place(claim: NewClaim, lines: Sequence[str], document: str) -> None:
    number, anchor = claim.paragraph, folded(claim.anchor)
    if not 1 <= number <= len(lines):
        raise OutputError(f"there is no paragraph {number} in {document}, which has {len(lines)}")
    if not anchor or anchor not in lines[number - 1]:
        hint = _hint(anchor, lines, number)
        raise OutputError(f"the anchor '{anchor}' is not in paragraph {number} of {document}{hint}")
    section = folded(claim.section)
    if section and not any(line.startswith(section) for line in lines[:number]):
        raise OutputError(f"no line of {document} up to paragraph {number} begins with '{section}'")


def _hint(anchor: str, lines: Sequence[str], number: int) -> str:
    """What stands there instead, or where it stands."""
    near = near_words(anchor, lines[number - 1]) if anchor else None
    elsewhere = nearest_with(anchor, lines, number) if anchor else None
    if near is not None:
        return f"; nearest there: '{near}'"
    return f"; it is in paragraph {elsewhere}" if elsewhere is not None else ""


def _check_words(claim: NewClaim, longest: int) -> None:
    words = len(claim.anchor.split())
    if words > longest:
        raise OutputError(f"the anchor has {words} words; at most {longest} are allowed, enough to find the paragraph")
    if not folded(claim.statement):
        raise OutputError("the statement says nothing: put into your own words what the source says")


def _longest(definitions: Definitions) -> int:
    """So many words an anchor may have in this project (rule E002)."""
    setting = definitions.decision.rules.get("E002", {}).get("longest", LONGEST_ANCHOR)
    return setting if isinstance(setting, int) else LONGEST_ANCHOR


def _check_name(definitions: Definitions, source: str, name: str) -> None:
    for what, word in (("source", source), ("claim", name)):
        if not _ID.fullmatch(word):
            raise OutputError(f"'{word}' cannot name a {what}: write small letters, digits and single hyphens")
    if source not in definitions.sources and source in definitions.known["source"]:
        raise OutputError(f"{path_of('source', source)} cannot be read; run `steelyard check` first")
    if definitions.claim(f"{source}#{name}") is not None:
        raise OutputError(f"the source '{source}' has a claim '{name}' already; give another name: --claim NAME")


def _check_document(source: Source, document: Path, content: bytes) -> None:
    pinned = source.document
    if document.name != pinned.file:
        raise OutputError(f"the source '{source.id}' was drawn from {pinned.file}, not from {document.name}")
    if document_digest(content) != pinned.sha256:
        raise OutputError(
            f"{document.name} is not the copy that '{source.id}' was drawn from: its digest differs; "
            "compare them, then: steelyard evidence pin"
        )


def _block(claim: NewClaim, lines: Sequence[str]) -> dict[str, Entry]:
    section: dict[str, Entry] = {"section": folded(claim.section)} if folded(claim.section) else {}
    return {
        "statement": folded(claim.statement),
        "at": {**section, "paragraph": claim.paragraph},
        "anchor": folded(claim.anchor),
        "sha256": paragraph_digest(lines[claim.paragraph - 1]),
        "credibility": claim.credibility,
    }


def _new_file(source: str, document: Entry, known: Mapping[str, str], claims: Entry) -> str:
    """The text of a new source's file, with what `check` asks of it."""
    known = {key: folded(value) for key, value in known.items() if folded(value)}
    missing = [f"--{key.replace('_', '-')}" for key in NEEDED if key not in known]
    if missing:
        raise OutputError(f"there is no source '{source}' yet; to make it, say what it is: {', '.join(missing)}")
    before = {key: value for key, value in known.items() if key not in ("reliability", "reliability_because")}
    grade = {key: known[key] for key in ("reliability", "reliability_because")}
    made: dict[str, Entry] = {"id": source, **before, "document": document, **grade, "claims": claims}
    try:
        Source.model_validate(made)
    except ValidationError as error:
        faults = [as_fault(each, made, Source) for each in error.errors(include_url=False)]
        said = " ".join(f"{each.message}. {each.remedy}" for each in faults)
        raise OutputError(f"the new source cannot be written: {said}") from error
    return entries(made)
