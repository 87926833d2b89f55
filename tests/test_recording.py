"""Entries put into definition files: what was there stays byte for byte, and what is put in reads as it was meant."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.editing import Entry, comments_in, lines_of
from steelyard.errors import OutputError
from steelyard.reading.yaml_text import parse
from steelyard.recording import with_numbers, with_value, written

HERE = Path(__file__).resolve().parent
OPTIONS = [file for root in (HERE.parent, HERE / "sound") for file in sorted((root / "options").glob("*.yaml"))]
REVIEW: dict[str, Entry] = {"by": "a reader", "on": "2026-01-02", "verdict": "partly", "digest": "ab" * 32}


def _numbers(text: str) -> list[tuple[str, ...]]:
    tree, _ = parse(text)
    assert isinstance(tree, dict)
    costs = [("cost",)] if "cost" in tree else []
    return [*costs, *(("scores", name) for name in tree.get("scores", {}))]


@pytest.mark.parametrize("file", OPTIONS, ids=lambda file: file.stem)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_an_entry_goes_between_lines_that_stay_as_they_were(file: Path, ending: str) -> None:
    """In every option file that we ship, under numbers: the old lines are all there in order, comments too."""
    text = file.read_text(encoding="utf-8").replace("\n", ending)
    for steps in _numbers(text)[::4]:
        changed = with_value(text, steps, "review", REVIEW)
        assert list(comments_in(changed)) == list(comments_in(text))
        old, new = lines_of(text), lines_of(changed)
        kept = iter(new)
        if len(new) > len(old):
            assert all(line in kept for line in old)
            assert len(new) - len(old) == 1 + len(REVIEW)
        assert all(line.endswith(ending) for line in new)


BLOCK = """\
scores:
  # Above the first.
  taste: # beside it
    value: 2 # as one says
    rationale: >-
      Folded
      text.

    # Under the block.
  # Between two.
  noise: {value: 3, low: 1} # in brackets
  price: {}
# At the end."""
SHORT: dict[str, Entry] = {"by": "me", "on": "2026-01-02"}
AFTER = [
    (("scores", "taste"), "      text.\n", "      text.\n    review:\n      by: me\n      on: 2026-01-02\n"),
    (("scores", "noise"), "low: 1}", "low: 1, review: {by: me, on: 2026-01-02}}"),
    (("scores", "price"), "  price: {}", "  price:\n    review:\n      by: me\n      on: 2026-01-02"),
]


@pytest.mark.parametrize(("steps", "before", "after"), AFTER)
def test_where_an_entry_goes(steps: tuple[str, ...], before: str, after: str) -> None:
    """After the block's last value, inside its brackets, or in place of empty ones; comments stay."""
    assert with_value(BLOCK, steps, "review", SHORT) == BLOCK.replace(before, after)


def test_an_entry_at_the_end_of_a_file_without_a_last_line_end() -> None:
    """The last line is ended first."""
    assert with_value("a: 1", [], "b", "two words") == "a: 1\nb: two words\n"


def test_an_entry_that_is_there_is_replaced_word_by_word() -> None:
    """Comments beside the old words stay, in a block as in brackets, and a key that was missing is added."""
    text = "cost:\n  review: # look\n    by: 'some one' # who\n    on: 2025-01-01\nother: {by: x, on: y} # z\n"
    changed = with_value(text, ["cost"], "review", SHORT)
    assert changed == text.replace("'some one'", "me").replace("2025-01-01", "2026-01-02")
    changed = with_value(text, [], "other", {"by": "me", "at": 3})
    assert changed == text.replace("{by: x, on: y}", "{by: me, on: y, at: 3}")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=300).map(
        lambda words: " ".join(words.split())
    )
)
def test_any_text_reads_back_as_it_was_given(words: str) -> None:
    """Colons, quotes, numbers, hashes, long sentences: what is written is read as the same text."""
    if words:
        text = "a:\n  b: 1\nc: {d: 1}\n"
        for steps in (["a"], ["c"]):
            tree, faults = parse(with_value(text, steps, "said", words))
            assert faults == []
            assert isinstance(tree, dict)
            assert tree[steps[0]]["said"] == words


@pytest.mark.parametrize(
    ("text", "steps", "key"),
    [
        ("a: [1]\n", ["a"], "b"),
        ("a: 1\n", ["a", "b"], "c"),
        ("a: {b: >-\n", ["a"], "b"),
        ("a:\n  b: >-\n    text\n", ["a"], "b"),
    ],
)
def test_a_place_that_is_no_block_is_refused(text: str, steps: list[str], key: str) -> None:
    """Lists, words, faulty files and values over several lines are refused in a sentence."""
    with pytest.raises(OutputError, match="cannot set"):
        with_value(text, steps, key, "x")


def test_a_file_that_is_refused_stays_as_it_is(tmp_path: Path) -> None:
    """Nothing is written where nothing can be set, and a file that is not there is named."""
    file = tmp_path / "file.yaml"
    file.write_text("a: [1]\n", encoding="utf-8")
    with pytest.raises(OutputError):
        written(file, ["a"], "b", "x")
    assert file.read_text(encoding="utf-8") == "a: [1]\n"
    with pytest.raises(OutputError, match="cannot read"):
        written(tmp_path / "none.yaml", [], "b", "x")


def test_a_text_that_would_say_something_else_is_refused() -> None:
    """Empty lines that belong to the text above would be lost to it; the file is left to its writer instead."""
    with pytest.raises(OutputError, match="cannot set `b`: write the block around it with one key a line"):
        with_value("a: |+\n  text\n\n\n", [], "b", "x")


NUMBERS = "a: # top\n  b: 1.50 # one\n  c: {d: -2, e: 1e3} # two\nf: 007 # odd\n"


@pytest.mark.parametrize(
    ("numbers", "after"),
    [
        ({("a", "b"): 2.0}, NUMBERS.replace("1.50", "2")),
        ({("a", "c", "d"): 0.1, ("a", "c", "e"): -1e22}, NUMBERS.replace("-2", "0.1").replace("1e3", "-1.0e+22")),
        ({("a", "x"): 5.0}, NUMBERS.replace("# two\n", "# two\n  x: 5\n")),
        ({("a", "c", "x"): 5.0}, NUMBERS.replace("1e3}", "1e3, x: 5}")),
        ({("n", "o"): 1e-7}, f"{NUMBERS}n:\n  o: 1.0e-07\n"),
    ],
)
def test_numbers_take_the_place_of_numbers(numbers: dict[tuple[str, ...], float], after: str) -> None:
    """Many at once, in blocks and brackets; what is not there comes last in its block; all else stays."""
    assert with_numbers(NUMBERS, numbers) == after


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("a: [1]\n", ("a",)),
        ("a: [1]\n", ("a", "b")),
        ("a: '1'\n", ("a",)),
        ("a: >-\n  1\n", ("a",)),
        ("a: {b: >-\n", ("a",)),
        ("a: 1\na: 2\n", ("a",)),
    ],
)
def test_a_number_in_the_place_of_anything_else_is_refused(text: str, steps: tuple[str, ...]) -> None:
    """Lists, quoted and folded text, and faulty files."""
    with pytest.raises(OutputError, match="cannot set"):
        with_numbers(text, {steps: 3.0})


@given(st.floats(-1e200, 1e200).map(lambda number: float(f"{number:.15g}")))
def test_any_number_reads_back_as_it_was_given(number: float) -> None:
    """Of any size, to fifteen digits, in a block and in brackets."""
    tree, faults = parse(with_numbers("a: 1\nc: {d: 1}\n", {("a",): number, ("c", "d"): number}))
    assert faults == []
    assert tree == {"a": number, "c": {"d": number}}
