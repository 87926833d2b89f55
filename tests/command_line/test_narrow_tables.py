"""Tables of exhibits on a terminal: no name is broken but after a hyphen, and nothing is lost."""

import pytest

from steelyard.command_line.exhibits import print_exhibits
from steelyard.results.exhibit import Column, Exhibit

NAMES = ("allied-end-use-verification", "open-weight-investment")
LONG = "What would be seen, told at a length that no column of a terminal has room for on a line of its own."


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
