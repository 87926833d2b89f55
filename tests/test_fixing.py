"""Mending never changes what a file says, loses no comment, and is done after one time."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import steelyard
from steelyard.documents.assumption import Assumption
from steelyard.documents.definitions import FILES, FOLDERS
from steelyard.documents.key_order import CHANGE, COST, SCORE
from steelyard.documents.kinds import RECORDS
from steelyard.documents.option import Cost, Score
from steelyard.documents.place import MarkedMapping
from steelyard.documents.scenario import ScoreChange
from steelyard.editing import Splice, comments_in
from steelyard.errors import OutputError
from steelyard.fixing import WIDTH, Fixed, fix, fixed, out_of_order
from steelyard.reading.yaml_text import parse

SOUND = Path(__file__).parent / "sound"
SKELETON = Path(steelyard.__file__).parent / "skeleton"
FILES_WITH_KINDS = [
    (kind, file)
    for folder in (SOUND, SKELETON)
    for kind, pattern in {**FILES, **{kind: f"{inside}/*.yaml" for kind, inside in FOLDERS.items()}}.items()
    for file in sorted(folder.glob(pattern))
]
UNSURE = "a comment could come to stand at another key than its own"
LONG = " ".join(f"word{number}" for number in range(30))


def _mended(text: str, kind: str = "option", stem: str = "a-b") -> str:
    return fixed(text, kind, stem)[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a-b", "id: a-b\n"),
        ("id: a-b\n\n  \n", "id: a-b\n"),
        ("id: a-b\r\ntitle: x\r\n\r\n", "id: a-b\r\ntitle: x\r\n"),
        ("id: a-b\r\ntitle: x", "id: a-b\r\ntitle: x\r\n"),
        ("id: a-b\ntitle: |+\n  kept\n\n", "id: a-b\ntitle: |+\n  kept\n\n"),
        ("id: a-b\ntitle: |\n  unended", "id: a-b\ntitle: |\n  unended"),
        ("id: a-b  \ntitle: |\n  unended", "id: a-b\ntitle: |\n  unended"),
        ("id: a-b\ntitle: >-\n  ended\n\n", "id: a-b\ntitle: >-\n  ended\n"),
        ("id: a-b\ntitle: x\n# the end\n\n", "id: a-b\ntitle: x\n# the end\n"),
    ],
)
def test_a_file_ends_with_one_line_end(before: str, after: str) -> None:
    """Exactly one, of the kind that the file uses; where text would change with it, nothing is done."""
    assert _mended(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a-b  \ntitle: x # why  \n  \n# so \nrole: option\n", "id: a-b\ntitle: x # why\n\n# so\nrole: option\n"),
        ("id: a-b \r\ntitle: x\r\n", "id: a-b\r\ntitle: x\r\n"),
        ("id: a-b\ntitle: |\n  two  \n  spaces \n", "id: a-b\ntitle: |\n  two  \n  spaces \n"),
        ("id: a-b\ntitle: >- \n  a  \n  b\n", "id: a-b\ntitle: >-\n  a  \n  b\n"),
        ('id: a-b\ntitle: "a  \n  b" \n', 'id: a-b\ntitle: "a  \n  b"\n'),
        ("id: a-b\ntitle: a  \n  b \n", "id: a-b\ntitle: a\n  b\n"),
    ],
)
def test_spaces_at_line_ends_go(before: str, after: str) -> None:
    """Spaces that no reader sees are dropped, but never from text in blocks or quotes."""
    assert _mended(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: A-B # why\ntitle: x\n", "id: a-b # why\ntitle: x\n"),
        ("id: 'A-b'\n", "id: 'a-b'\n"),
        ('title: x\nid: "a-B"\n', 'id: "a-b"\ntitle: x\n'),
        ("id: A-C\n", "id: A-C\n"),
        ("id: a_b\n", "id: a_b\n"),
        ("id: a-b\n", "id: a-b\n"),
    ],
)
def test_only_the_letters_of_an_id_are_mended(before: str, after: str) -> None:
    """An id that differs from the file's name in large and small letters alone is written like it, quotes kept."""
    assert _mended(before) == after


def test_an_id_is_not_made_like_a_name_that_is_no_id() -> None:
    """Where the file's own name has capital letters, the id stays: it is the name that is wrong."""
    assert _mended("id: a-b\n", stem="A-B") == "id: a-b\n"
    assert _mended("id: A-b\n", stem="A-B") == "id: A-b\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\nid: a-b\n", "id: a-b\ntitle: x\n"),
        ("title: x  # of title\n# of id\nid: a-b  # id\n", "# of id\nid: a-b  # id\ntitle: x  # of title\n"),
        ("id: a-b\n\nsummary: s\n\n# t\ntitle: x\n", "id: a-b\n\n# t\ntitle: x\n\nsummary: s\n"),
        ("# header\n\n# of title\ntitle: x\nid: a-b\n", "# header\n\nid: a-b\n# of title\ntitle: x\n"),
        ("# of the file\ntitle: x\nrole: option\nid: a-b\n", "# of the file\nid: a-b\ntitle: x\nrole: option\n"),
        (
            "# f\n\n# t\ntitle: x\n\n# r\nrole: option\n\n# i\nid: a-b\n",
            "# f\n\n# i\nid: a-b\n\n# t\ntitle: x\n\n# r\nrole: option\n",
        ),
        (
            "id: a-b\n\nrole: option\n\n# s\nsummary: s\n# t\ntitle: x\n",
            "id: a-b\n# t\ntitle: x\n\nrole: option\n\n# s\nsummary: s\n",
        ),
        ('title: "x\n# y"\nid: a-b\n', 'id: a-b\ntitle: "x\n# y"\n'),
        ("title: x\r\nid: a-b", "id: a-b\r\ntitle: x\r\n"),
        ("id: a-b\nscores: {}\ncost:\n  # in\n  value: 1\n", "id: a-b\ncost:\n  # in\n  value: 1\nscores: {}\n"),
        ("id: a-b\nsummary: >-\n  s\n\n  t\ntitle: x\n", "id: a-b\ntitle: x\nsummary: >-\n  s\n\n  t\n"),
        (
            "scores:\n  c:\n    # why\n    basis: judgement\n    value: 1 # v\n    low: 0\n  d: {low: 1, value: 2}\n",
            "scores:\n  c:\n    value: 1 # v\n    low: 0\n    # why\n    basis: judgement\n  d: {low: 1, value: 2}\n",
        ),
    ],
)
def test_keys_move_with_their_comments(before: str, after: str) -> None:
    """Keys on top and in scores take the records' order, each with the comments above and beside it."""
    assert _mended(before) == after


@pytest.mark.parametrize(
    ("kind", "before", "after", "done"),
    [
        (
            "option",
            "cost:\n  high: 3  # h\n  # v\n  value: 2\n  low: 1\n",
            "cost:\n  # v\n  value: 2\n  low: 1\n  high: 3  # h\n",
            "order of keys in cost",
        ),
        (
            "option",
            (
                "scores:\n  c:\n    value: 1\n    review:\n      on: 2026-01-01\n      by: x\n    panel:\n      a:\n"
                "        low: 1\n        value: 2\n"
            ),
            (
                "scores:\n  c:\n    value: 1\n    panel:\n      a:\n        value: 2\n        low: 1\n    review:\n"
                "      by: x\n      on: 2026-01-01\n"
            ),
            "order of keys in scores",
        ),
        (
            "criterion",
            (
                "scale:\n  levels:\n    - label: none\n      # why 0\n      value: 0\n    - label: one\n"
                "      anchor: a\n\n      value: 1\n  kind: levels\n"
            ),
            (
                "scale:\n  kind: levels\n  levels:\n    - label: none\n      # why 0\n      value: 0\n"
                "    - value: 1\n\n      label: one\n      anchor: a\n"
            ),
            "order of keys in scale",
        ),
        (
            "criterion",
            "value_function:\n  points: [[0, 0], [1, 1]]\n  shape: piecewise\n",
            "value_function:\n  shape: piecewise\n  points: [[0, 0], [1, 1]]\n",
            "order of keys in value_function",
        ),
        (
            "source",
            "claims:\n  z:\n    at:\n      paragraph: 1\n      section: S\n    statement: x\n  a: {}\n",
            "claims:\n  z:\n    statement: x\n    at:\n      section: S\n      paragraph: 1\n  a: {}\n",
            "order of keys in claims",
        ),
        (
            "scenario",
            "changes:\n  - change:\n      by: 1\n      kind: shift\n    criterion: c\n",
            "changes:\n  - criterion: c\n    change:\n      kind: shift\n      by: 1\n",
            "order of keys in changes",
        ),
        (
            "decision",
            "groups:\n  z:\n    question: q\n    title: t\n  a:\n    title: t\n",
            "groups:\n  z:\n    title: t\n    question: q\n  a:\n    title: t\n",
            "order of keys in groups",
        ),
    ],
)
def test_keys_of_every_record_are_put_in_order(kind: str, before: str, after: str, done: str) -> None:
    """Inside costs, panels, reviews, scales, claims, changes and groups too, in lists and out of them; names stay."""
    assert fixed(before, kind, "a-b") == (after, (done,))
    assert fixed(after, kind, "a-b") == (after, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("title: x\nid: a-b\n# of id or of the file?\n", {"": UNSURE}),
        ("# steelyard: allow S013: why\ntitle: x\nid: a-b\n", {"": UNSURE}),
        ("cost: {low: 1, value: 2}\n", {"cost": "they stand in brackets"}),
        ("scores:\n  c: {value: 1}\n  d: {rationale: x, value: 1}\n", {"scores.d": "they stand in brackets"}),
        ("title: x\nnew: y\nid: a-b\n", {"": "`new` is not known there"}),
        ("id: a-b\ntitle: x\n", {}),
        ("title: [x\n", {}),
    ],
)
def test_what_is_left_out_of_order_is_named(text: str, left: dict[str, str]) -> None:
    """The steps to each block whose keys cannot be moved, and why; nothing of a file that cannot be read."""
    after, _ = fixed(text, "option", "a-b")
    assert out_of_order(after, "option") == left


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a-b\ntitle: x\r\nrole: option\n", "id: a-b\ntitle: x\nrole: option\n"),
        ("id: a-b\r\ntitle: x\r\nrole: option\n", "id: a-b\r\ntitle: x\r\nrole: option\r\n"),
        ("id: a-b\r\ntitle: x\n", "id: a-b\r\ntitle: x\r\n"),
        ("id: a-b\ntitle: x\r\n", "id: a-b\ntitle: x\n"),
        ("id: a-b\nsummary: >-\n  one\r\n\n  two\n", "id: a-b\nsummary: >-\n  one\n\n  two\n"),
    ],
)
def test_lines_end_as_most_do(before: str, after: str) -> None:
    """One stray line end becomes what the others are; where both are equally many, what the first is."""
    assert fixed(before, "option", "a-b") == (after, ("line ends",))


@pytest.mark.parametrize(
    "text",
    [
        "title: x\n# of title or of id?\n\nid: a-b\n",
        "title: x\n  # of title\nid: a-b\n",
        "title: x\nid: a-b\n# of id or of the file?\n",
        "title: x\nnew: y\nid: a-b\n",
        "{title: x, id: a-b}\n",
        "scores:\n  c:\n    low: 1\n    value: 2\n    # of whom?\n  d: {}\n",
        "scores:\n  c:\n      # of whom?\n    low: 1\n    value: 2\n",
        "? title\n: x\n? id\n: a-b\n",
        "cost: {rationale: r, value: 1}\n",
        "cost:\n    # further in, of whom?\n  rationale: r\n  value: 1\n",
        "# steelyard: allow S013: of the title\ntitle: x\nid: a-b\n",
        "gates: {}\nrequires: []\n",
    ],
)
def test_unsure_is_left_alone(text: str) -> None:
    """Where a comment could belong to either of two keys, or a key is unknown, the order stays."""
    assert _mended(text) == text


def test_names_keep_their_order() -> None:
    """The order of groups is the order of showing; only keys are put in order, never names."""
    text = "schema_version: 1\ngroups:\n  z: {title: Z}\n  a: {title: A}\n"
    assert _mended(text, "decision") == text


@pytest.mark.parametrize(
    "before",
    [
        f"summary: >-\n  {LONG}\n",
        f"summary: >\n  short\n  one\n\n  {LONG}\n\n  short\n",
        f"summary: {LONG}\n",
        f"summary: {LONG}\n  and more\n",
        f"cost:\n  rationale: >-  # of it\n    {LONG}\n\n\n    {LONG}\nscores: {{}}\n",
        f"scores:\r\n  c:\r\n    rationale: {LONG}\r\n",
        f"summary: >2-\n  {LONG}\n",
        f"evidence:\n  - {LONG}\n  - b\n",
    ],
)
def test_long_lines_are_wrapped(before: str) -> None:
    """Folded and plain text runs over lines of at most 100 columns, and says what it said."""
    after, done = fixed(before, "source" if "evidence" in before else "option", "a-b")
    assert done == ("long lines",)
    assert max(map(len, after.splitlines())) <= WIDTH
    assert parse(after) == parse(before)
    assert [line for line in after.splitlines() if "short" in line] == [
        line for line in before.splitlines() if "short" in line
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"summary: |\n  {LONG}\n",
        f"summary: '{LONG}'\n",
        f"summary: {LONG}  # why\n",
        f"# {LONG}\nsummary: x\n",
        f"summary: >-\n  {LONG}\n    indented {LONG}\n",
        f"summary: >-\n  {LONG}\n\n    indented\n",
        f"summary: >-\n  {LONG} \n  more\n",
        f"gates: {{lawful: {{because: {LONG}}}}}\n",
        f"summary: >-\n  {'x' * 200}\n",
        f"URL: https://example.org/{'x' * 200}\n",
        f"summary: >-\n  {'two  spaces' * 20}\n",
        "summary: " + " ".join(["word"] * 18) + "\n",
    ],
)
def test_lines_that_cannot_be_wrapped_stay(text: str) -> None:
    """Quoted text, text in brackets, comments, and words that are too long are not touched."""
    assert _mended(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "title: x \ntitle: y",
        "title: [x \n",
        "title:\tx ",
        "- a ",
        "",
        "a: *b ",
        "title: x\u2028 \nid: a-b",
        "a: x\r \r",
    ],
)
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    """Files with faults of YAML, and those whose lines programs count differently, stay byte for byte."""
    assert fixed(text, "option", "a-b") == (text, ())


@pytest.mark.parametrize(
    "line",
    ["low: 1.0", "value: 2", "low: '1'", "low: 1", "", "low: 1  # of whom?", "low: 1  # steelyard: allow W001: yes"],
)
def test_a_change_that_would_say_something_else_is_dropped(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    """Whatever is wrong with what mends, no file comes to say anything else, and no comment is lost."""
    text = "value: 1\nlow: 1  # steelyard: allow S013: yes\n"
    lines = (line + "\n",) if line else ()
    monkeypatch.setattr("steelyard.fixing.short_lines", lambda *_: [Splice(1, 2, lines)])
    assert fixed(text, "option", "a-b") == (text, ())


def test_no_comment_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that would lose a comment is dropped, though the file would say the same without it."""
    monkeypatch.setattr("steelyard.fixing.short_lines", lambda *_: [Splice(0, 1, ())])
    assert fixed("# mine\nvalue: 1\n", "option", "a-b") == ("# mine\nvalue: 1\n", ())


def test_text_that_reads_as_a_suppression_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Suppressions are found line by line, so no line that reads as one may be broken."""
    text = "title: >-\n  a\n  # steelyard: allow S013: yes\n"
    monkeypatch.setattr(
        "steelyard.fixing.short_lines", lambda *_: [Splice(1, 3, ("  a # steelyard: allow\n", "  S013: yes\n"))]
    )
    assert fixed(text, "option", "a-b") == (text, ())


def test_the_order_of_names_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of the order in which groups are shown counts as a change of what the file says."""
    text = "groups:\n  z: {title: Z}\n  a: {title: A}\n"
    lines = ("  a: {title: A}\n", "  z: {title: Z}\n")
    monkeypatch.setattr("steelyard.fixing.short_lines", lambda *_: [Splice(1, 3, lines)])
    assert fixed(text, "decision", "steelyard") == (text, ())


def test_orders_name_all_keys() -> None:
    """An order that differs from that of the record names every key that the record can have."""
    assert sorted(SCORE) == sorted(Score.model_fields)
    assert sorted(COST) == sorted(Cost.model_fields)
    assert sorted(CHANGE) == sorted(each.alias or name for name, each in ScoreChange.model_fields.items())


def test_an_assumption_s_keys_are_put_in_order() -> None:
    """Statement, effect, ratings, owner and days, with their comments; the order of the log itself is left alone."""
    before = (
        "assumptions:\n  z:\n    review_by: 2027-01-01\n    # why\n    statement: x\n  a:\n    effect: y\n"
        "    statement: x\n"
    )
    after = (
        "assumptions:\n  z:\n    # why\n    statement: x\n    review_by: 2027-01-01\n  a:\n    statement: x\n"
        "    effect: y\n"
    )
    assert fixed(before, "assumptions", "assumptions") == (after, ("order of keys in assumptions",))


_COMMENT = st.sampled_from(["", "", "  # beside", " #", "  # steelyard: allow S013: it's so", "   "])
_BETWEEN = st.lists(
    st.sampled_from(["# above", "#", "", "  ", "  # further in", "# steelyard: allow W001: yes"]), max_size=3
)
_TEXT = st.sampled_from(["x", LONG, f"a # b {LONG}".replace("# ", "#"), f"{LONG}:x", "- x" * 40, "a  b " * 30 + "c"])
_BLOCK_LINES = st.lists(
    st.sampled_from(["short", LONG, "", "# no comment", "  more", "end ", "- x: " + LONG]), min_size=1, max_size=4
)


@st.composite
def _values(draw: st.DrawFn, indent: int) -> list[str]:  # noqa: PLR0911 - one for each style
    """A value as lines: the first goes beside its key."""
    match draw(st.sampled_from(["plain", "number", "quoted", "double", "block", "flow", "list"])):
        case "plain":
            return [" " + draw(_TEXT) + draw(_COMMENT)]
        case "number":
            return [" " + draw(st.sampled_from(["1", "1.0", "1e3", "true", "010", "2026-01-01", "~"])) + draw(_COMMENT)]
        case "quoted":
            return [f" '{draw(_TEXT)} # it''s" + draw(_COMMENT), " " * indent + "  more  'x'".replace("'x'", "'")]
        case "double":
            return [f' "{draw(_TEXT)} \\u0041" ' + draw(_COMMENT)]
        case "block":
            style = draw(st.sampled_from([">-", ">", ">+", "|", "|-", "|+"]))
            lines = [" " * (indent + 2) + line if line else "" for line in draw(_BLOCK_LINES)]
            return [f" {style}" + draw(_COMMENT), " " * (indent + 2) + "first", *lines]
        case "flow":
            return [" {z: 1," + draw(_COMMENT), " " * (indent + 2) + "a: [x, 'y' ]}" + draw(_COMMENT)]
        case _:
            return [draw(_COMMENT), " " * indent + "- " + draw(_TEXT), " " * indent + "# in", " " * indent + "- b "]


@st.composite
def _blocks(draw: st.DrawFn, keys: tuple[str, ...], indent: int) -> list[str]:
    """Keys in any order with values, and comments and empty lines anywhere between them."""
    lines: list[str] = []
    for key in draw(st.lists(st.sampled_from(keys), min_size=1, max_size=5, unique=True)):
        lines += [" " * indent + line if line.strip() else line for line in draw(_BETWEEN)]
        if key in ("scores", "assumptions"):
            lines.append(f"{key}:{draw(_COMMENT)}")
            for name in ("c", "a"):
                inner = SCORE if key == "scores" else tuple(Assumption.model_fields)
                lines += [f"  {name}:{draw(_COMMENT)}", *draw(_blocks(inner, 4))]
        else:
            first, *rest = draw(_values(indent))
            lines += [" " * indent + key + ":" + first, *rest]
    return lines


@st.composite
def _files(draw: st.DrawFn) -> tuple[str, str]:
    """Any file of any kind, full of comments: mostly readable, its keys in any order."""
    kind = draw(st.sampled_from(sorted(RECORDS)))
    lines = draw(st.sampled_from([[], ["# yaml-language-server: $schema=x"], ["# opens", ""], ["---"]]))
    keys = tuple(key for key in RECORDS[kind].model_fields if key != "id")
    lines = [*lines, *draw(_blocks(keys, 0))]
    if draw(st.booleans()):
        lines.insert(draw(st.integers(0, len(lines))), draw(st.sampled_from(["id: a-b", "id: 'A-B'  # id", "id: A-c"])))
    lines += draw(_BETWEEN)
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return ending.join(lines) + ending * draw(st.integers(0, 2)), kind


def _said(text: str) -> str:
    """What a file says: keys on top, in scores and in assumptions by the alphabet, names as they are, ids small."""
    tree, faults = parse(text)
    assert faults == []
    assert isinstance(tree, MarkedMapping)
    if str(tree.get("id")).lower() == "a-b":
        tree["id"] = "a-b"
    for key in ("scores", "assumptions"):
        if isinstance(tree.get(key), dict):
            tree[key] = [
                [name, sorted(said.items()) if isinstance(said, dict) else said] for name, said in tree[key].items()
            ]
    return json.dumps(sorted(tree.items()))


@given(_files())
@example(("title: x\nquestion: >-\n  first\n  \ndefinition: x", "criterion"))
def test_mending_never_changes_what_a_file_says(case: tuple[str, str]) -> None:
    """Whatever the file: the same content, the same comments, the same kind of line ends; and once is enough."""
    before, kind = case
    after, done = fixed(before, kind, "a-b")
    if parse(before)[1]:
        assert (after, done) == (before, ())
        return
    assert bool(done) == (after != before)
    assert _said(after) == _said(before)
    assert sorted(comments_in(after)) == sorted(comments_in(before))
    assert ("\r\n" in after) == ("\r\n" in before)
    assert after.count("\n") == after.count("\r\n") or "\r" not in after
    assert fixed(after, kind, "a-b") == (after, ())


@given(_files())
def test_lines_that_need_no_mending_stay(case: tuple[str, str]) -> None:
    """Where no text is wrapped anew, every line is still there, byte for byte but for spaces at its end."""
    before, kind = case
    text, done = fixed(before, kind, "a-b")
    if "long lines" not in done:
        after = {line.rstrip() for line in text.splitlines()}
        lines = [line.rstrip() for line in before.splitlines() if line.strip() and not line.startswith("id")]
        assert [line for line in lines if line not in after] == []


def test_a_folder_is_mended_file_by_file(tmp_path: Path) -> None:
    """Each file is written whole, and what was done is said; marks of encoding stay, and links are not followed."""
    (tmp_path / "options").mkdir()
    (tmp_path / "steelyard.yaml").write_bytes(b"title: x\n\n")
    (tmp_path / "options" / "a-b.yaml").write_bytes("\ufefftitle: café \r\nid: A-B\r\n".encode())
    (tmp_path / "options" / "bad.yaml").write_bytes(b"title: \xff \n\n")
    (tmp_path / "options" / "fine.yaml").write_bytes(b"id: fine\n")
    (tmp_path / "elsewhere").write_bytes(b"id: link \n")
    (tmp_path / "options" / "link.yaml").symlink_to(tmp_path / "elsewhere")
    assert [str(each) for each in fix(tmp_path)] == [
        "steelyard.yaml: one line end at the end",
        "options/a-b.yaml: spaces at the ends of lines, letters of the id, order of keys",
    ]
    assert (tmp_path / "steelyard.yaml").read_bytes() == b"title: x\n"
    assert (tmp_path / "options" / "a-b.yaml").read_bytes() == "\ufeffid: a-b\r\ntitle: café\r\n".encode()
    assert (tmp_path / "options" / "bad.yaml").read_bytes() == b"title: \xff \n\n"
    assert (tmp_path / "elsewhere").read_bytes() == b"id: link \n"
    assert list(fix(tmp_path)) == []


def test_what_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be replaced stays as it was, and the command ends with one sentence."""
    (tmp_path / "steelyard.yaml").write_bytes(b"title: x")

    def refusing(*_: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(OutputError, match="Permission denied"):
        list(fix(tmp_path))
    assert (tmp_path / "steelyard.yaml").read_bytes() == b"title: x"


def test_the_skeleton_needs_no_mending(tmp_path: Path) -> None:
    """What `init` lays out is in the form that `check --fix` gives."""
    shutil.copytree(SKELETON, tmp_path / "mine")
    assert list(fix(tmp_path / "mine")) == []


@pytest.mark.parametrize("blank", ["", "\n"])
def test_what_moves_takes_its_comments_and_leaves_the_empty_lines_of_others(blank: str) -> None:
    """The way of better, moved to the end with its comment, comes back; every other line stands where it stood."""
    text = SKELETON.joinpath("criteria", "people-hurt.yaml").read_text(encoding="utf-8")
    moved = "# Which way is better: more or less. Here fewer is better.\nbetter: less\n"
    assert text.count(f"\n{moved}\n") == 1
    spoilt = text.replace(f"\n{moved}\n", "\n") + blank + moved
    after, done = fixed(spoilt, "criterion", "people-hurt")
    assert done == ("order of keys",)
    assert after == text.replace(f"\n{moved}\n", f"{blank}{moved}\n")


def _pieces(lines: list[str], column: int) -> list[list[str]]:
    """The lines of a block by key, each key with the lines above it up to the key before."""
    pieces: list[list[str]] = [[]]
    seen = False
    for line in lines:
        own = len(line) - len(line.lstrip(" "))
        begins = line.strip() != "" and own == column
        if seen and (begins or not line.strip()) and not line.lstrip().startswith("- "):
            pieces.append([])
            seen = False
        pieces[-1].append(line)
        seen = seen or (begins and not line.lstrip().startswith("#"))
    return [piece for piece in pieces if piece]


@st.composite
def _shuffled(draw: st.DrawFn) -> tuple[str, str, str]:
    """A file of the sound project or of the skeleton with the keys on top, and those one level in, in any order."""
    kind, file = draw(st.sampled_from(FILES_WITH_KINDS))
    top = draw(st.permutations(_pieces(file.read_text(encoding="utf-8").splitlines(keepends=True), 0)))
    lines: list[str] = []
    for piece in top:
        at = next((number for number, line in enumerate(piece) if line[:1] not in ("#", "\n", " ")), len(piece))
        inner = _pieces(piece[at + 1 :], draw(st.sampled_from([2, 4])))
        lines += piece[: at + 1]
        lines += [line for each in draw(st.permutations(inner)) for line in each]
    return "".join(lines), kind, file.stem


@given(_shuffled())
def test_keys_in_any_order_lose_nothing(case: tuple[str, str, str]) -> None:
    """However the keys of real files are shuffled, every comment, empty line and value stays, and once is enough."""
    before, kind, stem = case
    after, done = fixed(before, kind, stem)
    assert fixed(after, kind, stem) == (after, ())
    if "long lines" not in done:
        assert sorted(line.strip(" -") for line in after.splitlines()) == sorted(
            line.strip(" -") for line in before.splitlines()
        )
    assert sorted(comments_in(after)) == sorted(comments_in(before)) if done else after == before
    assert _sorted(parse(after)[0]) == _sorted(parse(before)[0])


def _sorted(node: object) -> object:
    """A value with every block in the order of its keys, whatever stands in them."""
    if isinstance(node, dict):
        return sorted((key, _sorted(each)) for key, each in node.items())
    return [_sorted(each) for each in node] if isinstance(node, list) else node


def test_shuffled_files_are_really_put_in_order() -> None:
    """Each file of the skeleton, its keys in reverse, comes to have them in order again, down to the lines' places."""
    for kind, file in FILES_WITH_KINDS:
        text = file.read_text(encoding="utf-8")
        header, *pieces = _pieces(text.splitlines(keepends=True), 0)
        spoilt = "".join([*header, *(line for piece in pieces[::-1] for line in piece)])
        after, _ = fixed(spoilt, kind, file.stem)
        assert "" not in out_of_order(after, kind), file


def test_what_was_done_is_one_line() -> None:
    """One line a file, naming the file first."""
    assert str(Fixed("options/x.yaml", ("order of keys", "long lines"))) == "options/x.yaml: order of keys, long lines"


def test_links_are_left_alone(tmp_path: Path) -> None:
    """A link stays a link, to the decision's file too, and what it leads to stays as it is."""
    project = tmp_path / "mine"
    shutil.copytree(Path(__file__).parent / "sound", project)
    linked = [project / "steelyard.yaml", next((project / "options").glob("*.yaml"))]
    for file in linked:
        kept = project / f"{file.name}.kept"
        kept.write_text(f"{file.read_text(encoding='utf-8')}\n\n\n", encoding="utf-8")
        file.unlink()
        file.symlink_to(kept)
    assert not {each.path for each in fix(project)} & {file.relative_to(project).as_posix() for file in linked}
    assert all(file.is_symlink() for file in linked)
