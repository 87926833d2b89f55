"""Exhibits on a terminal of any width: nothing is broken over lines that could stand closer instead."""

import pytest

from steelyard.command_line.exhibits import show
from steelyard.results.exhibit import Cell, Column, Exhibit

ROWS: tuple[tuple[Cell, ...], ...] = (("one", "aaaaaa", 111111, "long detail"), ("two", "bbbbbb", 222222, "more of it"))


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
