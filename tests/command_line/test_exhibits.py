"""Exhibits on a terminal of any width: nothing is broken over lines that could stand closer instead."""

import pytest

from steelyard.command_line.exhibits import print_exhibits, show
from steelyard.results.exhibit import Cell, Column, Exhibit

ROWS: tuple[tuple[Cell, ...], ...] = (("one", "aaaaaa", 111111, "long detail"), ("two", "bbbbbb", 222222, "more of it"))
NAMES = ("allied-end-use-verification", "open-weight-investment")
LONG = "What would be seen, told at a length that no column of a terminal has room for on a line of its own."


def _lines(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, heads: bool
) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    columns = (
        Column("of", "Of", heads=heads),
        Column("word", "A heading of words", brief="Word"),
        Column("count", "Count", "count"),
        Column("detail", "Detail", detail=True),
    )
    show([Exhibit("made-up", "Chapter", "A caption", "What?", columns, ROWS)], "table")
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("width", "row"),
    [(80, "one  aaaaaa  111111"), (19, "one  aaaaaa  111111"), (18, "one aaaaaa 111111"), (17, "one aaaaaa 111111")],
)
def test_columns_stand_closer_where_there_is_little_room(
    width: int, row: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two spaces between columns where they fit and one where they do not; brief headings, and no details."""
    lines = _lines(width, capsys, monkeypatch, heads=False)
    assert row in lines
    assert any(line.split() == ["Of", "Word", "Count"] for line in lines)
    assert not any("etail" in line for line in lines)


def test_cells_break_over_lines_as_a_last_resort(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no room for whole cells everything is still there, within the width."""
    lines = _lines(12, capsys, monkeypatch, heads=False)
    assert max(map(len, lines)) <= 12
    assert "".join(lines).count("a") >= 6


def test_rows_stand_under_the_cell_that_heads_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each group has its head on a line of its own, and columns as wide as those of the others."""
    lines = _lines(80, capsys, monkeypatch, heads=True)
    assert [line for line in lines if line in {"one", "two"}] == ["one", "two"]
    assert lines[lines.index("one") + 3] == "aaaaaa  111111"
    assert lines[lines.index("two") + 3] == "bbbbbb  222222"


def _printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int) -> list[str]:
    columns = (Column("option", "Option"), Column("sign", "Sign"), Column("share", "Share", "share"))
    rows = tuple((name, LONG, 0.5) for name in NAMES)
    monkeypatch.setenv("COLUMNS", str(width))
    print_exhibits([Exhibit("x", "X", "Caption", "Which?", columns, rows)])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("width", [80, 60, 45])
def test_names_break_after_hyphens_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """The pieces of a name in the first column, put together again, are the name; no line is too long."""
    lines = _printed(capsys, monkeypatch, width)
    assert all(len(line) <= width for line in lines)
    pieces = [line.split()[0] for line in lines[3:] if line and not line.startswith(" ")]
    assert "".join(pieces) == "".join(NAMES)
    assert all(piece.endswith("-") or name_ends_with(piece) for piece in pieces)


def name_ends_with(piece: str) -> bool:
    """Whether a piece is the end of a name, from behind one of its hyphens, or all of it."""
    return any(name == piece or name.endswith(f"-{piece}") for name in NAMES)


def test_every_word_is_there_and_numbers_are_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text that runs over lines keeps all its words, and a number stands in one piece."""
    lines = _printed(capsys, monkeypatch, 60)
    assert sum("50.0%" in line for line in lines) == len(NAMES)
    words = " ".join(" ".join(lines).split())
    assert all(words.count(word) >= len(NAMES) for word in ("seen,", "terminal", "own."))
