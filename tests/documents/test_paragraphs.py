from hypothesis import given
from hypothesis import strategies as st

from steelyard.documents.paragraphs import document_digest, folded, paragraph_digest, paragraphs


def test_paragraphs_are_lines_that_are_not_empty() -> None:
    """Blank lines, of spaces too, do not count; headings do; white space is folded."""
    assert paragraphs("Title\n\n  \t\nFirst  line \r\nSecond\n") == ("Title", "First line", "Second")
    assert paragraphs("") == ()


def test_digests_are_those_of_sha256sum() -> None:
    """The digest of a paragraph is that of its folded text in UTF-8, as another program computes it."""
    assert paragraph_digest("  caf\u00e9   au\tlait ") == (
        "7c413039fbb2248e2b18b98e7a8d4d85bdcac7cd79b9477a0923f97e3a1f2b50"
    )
    assert document_digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folded text has single spaces only, and stays as it is."""
    once = folded(text)
    assert folded(once) == once
    assert paragraph_digest(text) == paragraph_digest(f"  {once}\n")
