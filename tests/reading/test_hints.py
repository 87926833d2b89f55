"""Where YAML cannot be read, the remedy names the slip where the lines show it."""

import pytest

from steelyard.reading.yaml_text import parse

ENTRY = "but the keys of this list entry begin after"
APART = "Line {} begins with {}, its neighbours with {}: make them equal."
CLOSE = "Close the {} that opens in line {}, column {}: put {}."
COMMA = "Put a comma between the entries in line 1; text with a quote or bracket in it goes into quotes."
BACKSLASH = "Inside double quotes a backslash begins a code: write it twice, or put the text in single quotes."
HYPHEN = "Delete the hyphen before `c:` in line {}: the keys beside it have none."


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("a:\n    b: 1\n     c: 2\n", "Line 3 begins with 5 spaces, line 2 with 4 spaces: make them equal."),
        ("a:\n  b: 1\n c: 2\n", "Line 3 begins with 1 space, line 2 with 2 spaces: make them equal."),
        ("a:\n  - b: 1\n   c: 2\n", f"Line 3 begins with 3 spaces, {ENTRY} 4 spaces: make them equal."),
        ("a:\n    b:\n        c: 1\n        d: 1\n     e: 2\n", APART.format(5, "5 spaces", "4 spaces")),
        ("a:\n  low:1\n  b: 2\n", "Put a space after the colon in line 2: `low: ...`."),
        ("a: b: c\n", "The text after `a:` in line 1 has a colon in it: put the whole of it in quotes."),
        ('a: "b" c\n', "The text in line 1 begins with a quote: put the whole of it in single quotes."),
        ("a: [b] c\n", "The text in line 1 begins with a bracket: put the whole of it in double quotes."),
        ("a: {b: 1} c\n", "The text in line 1 begins with a brace: put the whole of it in double quotes."),
        ("a: ? b\n", "The text in line 1 begins with a question mark: put the whole of it in double quotes."),
        ("a: %b\n", "The text in line 1 begins with a per cent sign: put the whole of it in double quotes."),
        ("a: `b`\n", "The text in line 1 begins with a backtick: put the whole of it in double quotes."),
        ("a: 1\nb = 2\n", "Write a colon instead of the equals sign in line 2: `b: ...`."),
        (
            "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n",
            "Line 2 is a mark that git left where two edits met: keep one side, and delete the marks.",
        ),
        (
            "a:\n  b: 1\n \u00a0c: 2\n  d: 3\n",
            "Line 3 begins with a no-break space, which YAML does not take as a space: type it anew.",
        ),
        (
            "a: 1\nb 2\n",
            (
                "If line 2 goes on with the text above, let it begin with more spaces than that; "
                "if it begins a key, put a colon and a space after the key."
            ),
        ),
        ("a:\n  b: 'it's'\n", "Inside single quotes write an apostrophe twice (line 2), or use double quotes."),
        ("a: [1, 2\nb: 3\n", "Close the bracket that opens in line 1, column 4: put `]` behind its last entry."),
        ("a:\n  b: {c: 1,\n      d: [2]\n  e: {}", CLOSE.format("brace", 2, 6, "`}` behind its last entry")),
        ('a: ["b" "c"]\n', COMMA),
        ("a: {b: 1,\n  c: 2 d: 3\n}\n", COMMA.replace("line 1", "line 2")),
        ("a: 'http://x\nb: 1", CLOSE.format("quote", 1, 4, "' at the end of its text")),
        ('a: 1\nb: "x\nc: 2\n', CLOSE.format("quote", 2, 4, '" at the end of its text')),
        ("a: *b* c\n", "The text in line 1 begins with a star: put the whole of it in double quotes."),
        ("a:\n  - & b\n", "The text in line 2 begins with an ampersand: put the whole of it in double quotes."),
        ("a: !b! c\n", "The text in line 1 begins with an exclamation mark: put the whole of it in double quotes."),
        ("a: > 5\n", "The text in line 1 begins with a greater-than sign: put the whole of it in double quotes."),
        ("a: | b\n", "The text in line 1 begins with a bar: put the whole of it in double quotes."),
        ('a: "C:\\path"\n', BACKSLASH),
        ('a: "\\ud800"\n', "Write the character itself in place of its code, or put the text in single quotes."),
    ],
)
def test_a_slip_that_the_lines_show_is_named(text: str, remedy: str) -> None:
    """Lines indented unlike their neighbours, colons, quotes and brackets out of place, what git and Word leave."""
    (fault,) = parse(text)[1]
    assert (fault.code, fault.remedy) == ("Y002", remedy)


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("a:\n  b:\n    c: 1\nlow: 8\n    d: 2\n", 4, APART.format(4, "no space", "4 spaces")),
        ("a:\n  b:\n    c: 1\n  low: 8\n    d: 2\n  e:\n", 4, APART.format(4, "2 spaces", "4 spaces")),
        ("a:\n  b:\n    c: 1\n\n   low: 8\n    # d\n    d: 2\n", 5, APART.format(5, "3 spaces", "4 spaces")),
        ("a:\n  b:\n  low: 8\n    c: 1\n    d: 2\n", 3, APART.format(3, "2 spaces", "4 spaces")),
        ("a:\n  low: 8\n   b: 1\n   c: 1\n", 2, APART.format(2, "2 spaces", "3 spaces")),
        ("a:\n  b: 1\n   c: 1\n  d: 1\n", 3, APART.format(3, "3 spaces", "2 spaces")),
        ('a: "b\nc: d\ne: "f"\n', 1, CLOSE.format("quote", 1, 4, '" at the end of its text')),
        ("a:\n  b: 1\n  - c:\n      d: 2\n", 3, HYPHEN.format(3)),
        ("a:\n  b: 1\n- c: 2\n", 3, HYPHEN.format(3)),
    ],
)
def test_the_line_that_stands_out_is_blamed(text: str, line: int, remedy: str) -> None:
    """Often the parser stumbles over a right line below it; the finding is placed where the slip is."""
    (fault,) = parse(text)[1]
    assert (fault.code, fault.mark.line, fault.remedy) == ("Y002", line, remedy)


@pytest.mark.parametrize("text", ["a: {b: ]}\n", "a: - ? c\n  ? d\n", "a:\n- b: 1\n}\n"])
def test_other_faults_keep_the_general_advice(text: str) -> None:
    """Where the lines show no such slip, nothing is guessed."""
    (fault,) = parse(text)[1]
    assert fault.remedy.startswith("Look at this line and the one above;")


@pytest.mark.parametrize(("sign", "what"), [("*", "alias"), ("&", "anchor")])
def test_text_that_begins_with_a_sign_of_yaml_is_told_of_quotes(sign: str, what: str) -> None:
    """A writer who meant emphasis, or a firm's name, is told what to do with the sign."""
    (fault,) = parse(f"a: {sign}b\n")[1]
    assert (fault.code, fault.message.split("`")[0]) == ("Y005", f"the {what} ")
    assert fault.remedy.startswith(f"Put text that begins with {sign} in quotes, or ")
