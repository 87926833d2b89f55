import pytest

from steelyard.documents.place import Mark, MarkedMapping, MarkedSequence, mark_of
from steelyard.reading.contents import MOST_BYTES
from steelyard.reading.yaml_text import DEEPEST, MOST_LINES, MOST_VALUES, parse

TEXT = """\
# a comment
id: here
scores:
  first: {value: 2, low: 1}
  "second one":
    value:   3
    evidence:
      - a#b
      -   c#d
levels: [10, 20,
  30]
"""


def _tree() -> MarkedMapping:
    tree, faults = parse(TEXT)
    assert faults == []
    assert isinstance(tree, MarkedMapping)
    return tree


@pytest.mark.parametrize(
    ("steps", "key", "line", "column"),
    [
        ((), False, 2, 1),
        (("id",), False, 2, 5),
        (("id",), True, 2, 1),
        (("scores",), False, 3, 1),
        (("scores", "first"), False, 4, 3),
        (("scores", "first", "value"), False, 4, 18),
        (("scores", "first", "value"), True, 4, 11),
        (("scores", "first", "low"), False, 4, 26),
        (("scores", "second one"), True, 5, 3),
        (("scores", "second one", "value"), False, 6, 14),
        (("scores", "second one", "evidence"), False, 7, 5),
        (("scores", "second one", "evidence", 0), False, 8, 9),
        (("scores", "second one", "evidence", 1), False, 9, 11),
        (("levels", 0), False, 10, 10),
        (("levels", 2), False, 11, 3),
        (("scores", "third"), False, 3, 1),
        (("scores", "second one", "evidence", 7), False, 7, 5),
        (("nothing", "at", "all"), False, 2, 1),
    ],
)
def test_every_part_knows_its_place(steps: tuple[str | int, ...], *, key: bool, line: int, column: int) -> None:
    """Keys, values and items know line and column, counted from 1; a missing part points at its parent."""
    assert mark_of(_tree(), steps, key=key) == Mark(line, column)


def test_the_content_is_plain_data() -> None:
    """The marked tree is a mapping of lists and mappings like any other."""
    assert _tree() == {
        "id": "here",
        "scores": {"first": {"value": 2, "low": 1}, "second one": {"value": 3, "evidence": ["a#b", "c#d"]}},
        "levels": [10, 20, 30],
    }
    assert isinstance(_tree()["levels"], MarkedSequence)


def test_a_key_written_twice_is_a_fault_and_the_first_counts() -> None:
    """The second of two equal keys is reported at its place; the first keeps its value."""
    tree, faults = parse("a: 1\nb:\n  c: 2\n  c: 3\na: 4\n")
    assert tree == {"a": 1, "b": {"c": 2}}
    assert [(each.code, each.mark) for each in faults] == [("Y004", Mark(4, 3)), ("Y004", Mark(5, 1))]
    assert "the first stands on line 1" in faults[1].message


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb:\t2\n", "Y003", 2, 3),
        ("a: \x00\n", "Y001", 1, 4),
        ("a: 1\n\x07b: 2\n", "Y001", 2, 1),
        ("a: 1\nb: c\x85d: \x9f\n", "Y001", 3, 4),
        ("\ufffea: 1\n", "Y001", 1, 1),
        ("a: 1\rb: 2\u2028c: 3\n\td: 4\n", "Y003", 4, 1),
        ("", "Y006", 1, 1),
        ("# only a comment\n", "Y006", 1, 1),
        ("- a\n- b\n", "Y006", 1, 1),
        ("just words\n", "Y006", 1, 1),
        ("a: &x 1\n", "Y005", 1, 4),
        ("a: !!str 1\n", "Y005", 1, 4),
        ("a: *x\n", "Y005", 1, 4),
        ("a: 1\n---\nb: 2\n", "Y005", 2, 1),
        ("? [a, b]\n: 1\n", "Y005", 1, 3),
        ("a: " + "[" * (DEEPEST + 5), "Y007", 1, DEEPEST + 3),
        ("a: " + "[" * 30_000, "Y007", 1, DEEPEST + 3),
        ("a: 1\n" * (MOST_LINES + 1), "Y008", MOST_LINES + 1, 1),
        (f"a: [{'1,' * MOST_VALUES}]\n", "Y008", 1, 5 + 2 * (MOST_VALUES - 3)),
        ("a" * (MOST_BYTES + 1), "Y008", 1, 1),
    ],
)
def test_what_is_not_used_here_is_a_fault_at_its_place(text: str, code: str, line: int, column: int) -> None:
    """Tabs, control characters, empty files and YAML's extras are faults with their line and column."""
    _, faults = parse(text)
    assert (faults[0].code, faults[0].mark) == (code, Mark(line, column))
    assert faults[0].message
    assert faults[0].remedy


@pytest.mark.parametrize(
    "text",
    [
        "a: [1\n",
        "a: 'open\n",
        "a: b: c\n",
        "a: 1\n  b: 2\n",
        "a: @x\n",
        'a: "\\q"\n',
        "a\nb: 1\n",
        "}",
        "a: {",
    ],
)
def test_broken_yaml_is_a_fault(text: str) -> None:
    """Text that is no YAML gives no tree and one fault that says so, never an exception."""
    tree, faults = parse(text)
    assert tree is None
    assert [each.code for each in faults] == ["Y002"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: | x\n", "a `|` or `>`"),
        ("a: >2x\n", "a `|` or `>`"),
        ("a: & b\n", "a `&` or `*` that YAML takes for a sign of its own"),
        ("a: *\n", "a `&` or `*` that YAML takes for a sign of its own"),
        ("a: !<x\n", "a `!` that YAML takes for a tag"),
        ("a: !x!y b\n", "a `!` that YAML takes for a tag"),
        ("%FOO bar\n", "a line that starts with `%`"),
        ("%YAML x\n---\na: 1\n", "a line that starts with `%`"),
        ("%YAML 1.1\n%YAML 1.1\n---\na: 1\n", "a line that starts with `%`"),
        ("%TAG ! x\n%TAG ! x\n---\na: 1\n", "a line that starts with `%`"),
        ('a: "\\ud800"\n', "a backslash with a code that stands for no character"),
        ('a: "\\xzz"\n', "a backslash that means nothing inside double quotes"),
        ("a: - ? c\n  ? d\n", "a list entry where none can stand"),
        ("a: ? b\n", "a `?` where none can stand"),
    ],
)
def test_broken_yaml_is_told_in_words_of_ours(text: str, said: str) -> None:
    """Not in the parser's, which speak of scanning tokens."""
    _, faults = parse(text)
    assert [each.code for each in faults] == ["Y002"]
    assert said in faults[0].message


def test_a_file_just_small_enough_is_read() -> None:
    """The bounds themselves are allowed: as many lines, and as many keys and values."""
    assert parse("a: 1\n" + "\n" * (MOST_LINES - 1))[1] == []
    tree, faults = parse(f"a: [{'1,' * (MOST_VALUES - 3)}]\n")
    assert (faults, len(tree["a"]) if isinstance(tree, MarkedMapping) else 0) == ([], MOST_VALUES - 3)
    assert parse(f"a: {'word, ' * MOST_VALUES}\n")[1] == []


def test_every_tab_is_reported() -> None:
    """Each line with a tab is a fault of its own."""
    _, faults = parse("a:\t1\nb: 2\n\tc: 3\n")
    assert [(each.code, each.mark.line) for each in faults] == [("Y003", 1), ("Y003", 3)]


def test_line_ends_of_windows_change_neither_content_nor_places() -> None:
    """A file with CRLF line ends reads like the same file with LF."""
    tree, faults = parse(TEXT.replace("\n", "\r\n"))
    assert faults == []
    assert tree == _tree()
    steps = ("scores", "second one", "evidence", 1)
    assert mark_of(tree, steps) == mark_of(_tree(), steps)


def test_lines_are_counted_as_the_parser_counts_them() -> None:
    """A value left empty behind any of YAML's line breaks is looked for on its own line, where a comment may stand."""
    for end in ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"):
        tree, faults = parse(f"a: 1{end}b:{end}")
        assert isinstance(tree, dict)
        assert (tree["a"], tree["b"], faults) == (1, None, []), repr(end)
