"""How a source document is counted and pinned: paragraphs, and digests of them."""

import hashlib


def folded(text: str) -> str:
    """Text with every run of white space made one space, stripped at both ends."""
    return " ".join(text.split())


def paragraphs(document: str) -> tuple[str, ...]:
    """The non-empty lines of a document, headings included, white space folded; the first is paragraph 1."""
    return tuple(line for line in map(folded, document.split("\n")) if line)


def paragraph_digest(paragraph: str) -> str:
    """The SHA-256 digest of a paragraph: UTF-8, white space folded and stripped."""
    return hashlib.sha256(folded(paragraph).encode()).hexdigest()


def document_digest(content: bytes) -> str:
    """The SHA-256 digest of a document's bytes."""
    return hashlib.sha256(content).hexdigest()
