import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.documents.place import MarkedMapping
from steelyard.editing import Splice, comments_in, lines_of, spliced, with_plain_scalar
from steelyard.reading.yaml_text import parse


def _set(text: str, value: str = "new", block: str = "document") -> str:
    tree, faults = parse(text)
    assert faults == []
    assert isinstance(tree, MarkedMapping)
    mapping = tree[block]
    assert isinstance(mapping, MarkedMapping)
    return with_plain_scalar(text, mapping, "sha256", value)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("document:\n  sha256: old\n", "document:\n  sha256: new\n"),
        ("document:\n  sha256:   old   # why\n", "document:\n  sha256:   new   # why\n"),
        ("document:\n  sha256: 'it''s old' # why\n", "document:\n  sha256: new # why\n"),
        ('document:\n  sha256: "o\\"l\\x64"\n', "document:\n  sha256: new\n"),
        ("document:\n  sha256: 000\n", "document:\n  sha256: new\n"),
        ("document:\n  sha256:\n  file: a\n", "document:\n  sha256: new\n  file: a\n"),
        ("document:\n  sha256:   # soon\n", "document:\n  sha256: new   # soon\n"),
        ("document:\n  sha256: ~\n", "document:\n  sha256: new\n"),
        ("document: {sha256: old, file: a}\n", "document: {sha256: new, file: a}\n"),
        ("document: {file: a, sha256: old}\n", "document: {file: a, sha256: new}\n"),
        ("document: {sha256: , file: a}\n", "document: {sha256: new, file: a}\n"),
        ("document:\r\n  sha256: old\r\n", "document:\r\n  sha256: new\r\n"),
        ("\ufeffdocument:\n  sha256: old\n", "\ufeffdocument:\n  sha256: new\n"),
        ("document:\n  file: a\n", "document:\n  file: a\n  sha256: new\n"),
        ("document:\n  file: a", "document:\n  file: a\n  sha256: new\n"),
        ("document:\r\n  file: a\r\nnext: b\r\n", "document:\r\n  file: a\r\n  sha256: new\r\nnext: b\r\n"),
        ("document:\n  a: >-\n    b\n\n    c\n\nd: e\n", "document:\n  a: >-\n    b\n\n    c\n  sha256: new\n\nd: e\n"),
        ("document:\n  file: a  # x\n  # y\nnext: b\n", "document:\n  file: a  # x\n  sha256: new\n  # y\nnext: b\n"),
    ],
)  # fmt: skip
def test_a_value_is_set_and_nothing_else(before: str, after: str) -> None:
    """The value is put in its place, or on a line of its own; comments, quotes elsewhere and line ends stay."""
    assert _set(before) == after


_COMMENT = st.sampled_from(["", "  # a comment", "   # '\"", " # sha256: no"])
_LINE = st.sampled_from(["# a comment", "", "    # indented", "  "])
_VALUE = st.sampled_from(["old", "'old'", '"old"', "", "0", "1e3", "a-b_c", "'#'"])
_OTHER = st.sampled_from(["file: a.txt", "read: 2026-01-02", "title: 'sha256: x'", 'file: "caf\u00e9 \U0001f600"'])


@st.composite
def _files(draw: st.DrawFn) -> str:
    """A block of keys, one of them `sha256` or not, among comments, blank lines and other blocks."""
    lines = [*draw(st.lists(_LINE, max_size=2)), "before: 1" + draw(_COMMENT), "document:" + draw(_COMMENT)]
    keys = draw(st.lists(_OTHER, min_size=1, max_size=2, unique_by=lambda key: key.partition(":")[0]))
    if draw(st.booleans()):
        keys.insert(draw(st.integers(0, len(keys))), f"sha256: {draw(_VALUE)}")
    for key in keys:
        lines += [f"  {key}{draw(_COMMENT)}", *draw(st.lists(_LINE, max_size=2))]
    lines += ["after:" + draw(_COMMENT), "  sha256: untouched", *draw(st.lists(_LINE, max_size=2))]
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))


@given(_files())
def test_untouched_lines_stay_byte_for_byte(before: str) -> None:
    """At most one line changes or is added; the file then says what it said, and the new value."""
    tree, _ = parse(before)
    assert isinstance(tree, MarkedMapping)
    block = tree["document"]
    assert isinstance(block, MarkedMapping)
    there = "sha256" in block
    after = _set(before, "f" * 64)
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if there:
        at = block.value_marks["sha256"].line - 1
        assert len(new) == len(old)
        assert (new[:at], new[at + 1 :]) == (old[:at], old[at + 1 :])
        assert new[at].partition("#")[2] == old[at].partition("#")[2] or "'#'" in old[at]
    else:
        at = next(number for number, line in enumerate(new) if "f" * 64 in line)
        assert new[:at] + new[at + 1 :] == old
    block["sha256"] = "f" * 64
    assert parse(after) == (tree, [])


@given(_files())
def test_setting_a_value_twice_is_setting_it_once(before: str) -> None:
    """A value that is there already stays as it is."""
    once = _set(before, "a" * 64)
    assert _set(once, "a" * 64) == once


@given(st.text(st.sampled_from("ab #\r\n\x85\u2028")))
def test_lines_are_put_together_again(text: str) -> None:
    """Taking a text apart into lines loses nothing, and only line feeds end a line."""
    assert "".join(lines_of(text)) == text
    assert len(lines_of(text)) == text.count("\n") + (not text.endswith("\n") and text != "")
    assert spliced(text, []) == text


def test_splices_do_not_disturb_one_another() -> None:
    """Each splice speaks of the lines as they were, whatever the order in which they are given."""
    splices = [Splice(0, 1, ("A\n", "A\n")), Splice(3, 4, ("D\n",)), Splice(1, 2, ())]
    assert spliced("a\nb\nc\nd\n", splices) == "A\nA\nc\nD\n"
    assert spliced("a\nb\nc\nd\n", splices[::-1]) == "A\nA\nc\nD\n"


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("# one\na: b  # two \n  # three\n", ["# one", "# two", "# three"]),
        ("a: 'b # no'  # yes\nc: d#no\n", ["# yes"]),
        ('a: "b\n  # no"\n', []),
        ("a: >-  # head\n  # no\n  b # no\n\n# yes\nc: d\n", ["# head", "# yes"]),
        ("a: |\n  # no\n", []),
        ("a: [b, # yes\n  c]\n", ["# yes"]),
        ("a: {b: '#no'} #\n", ["#"]),
        ("a:\n  - b\n  # yes\n  - c # and # this\n", ["# yes", "# and # this"]),
    ],
)
def test_comments_are_told_from_text(text: str, comments: list[str]) -> None:
    """A `#` inside quotes, words or blocks of text is no comment; every other one is, to the line's end."""
    assert list(comments_in(text)) == comments
