"""Files of draws: what they hold, and every way in which they cannot be used."""

import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from projects import Files, decision, lay_out, quantity, weight_set
from steelyard import check as checking
from steelyard.documents.draws import Draws
from steelyard.documents.place import Place
from steelyard.reading import draws as reading
from steelyard.reading.draws import Names, draws_in
from steelyard.reading.fault import Fault

AT = Place("steelyard.yaml", 9, 8)
NAMES = Names({"walk", "stay"}, {"time"})


def _read(content: bytes, path: str = "draws/mine.csv") -> tuple[Draws | None, list[Fault]]:
    return draws_in(content, path, AT, NAMES)


def _said(content: bytes, path: str = "draws/mine.csv") -> list[str]:
    found, faults = _read(content, path)
    assert found is None
    return [each.message for each in faults]


def _decision(**changes: object) -> Files:
    scores = {"stay": ((1, 2, 3),), "walk": ((2, 3, 4),)}
    return decision({"time": quantity(0, 4)}, scores, {"even": weight_set("equal")}, **changes)


def test_columns_keep_their_rows_together() -> None:
    """Names are read by option and criterion, numbers in the order of the rows; marks of a byte order do not matter."""
    found, faults = _read(b"\xef\xbb\xbfstay/time, walk/time\r\n1,2.5\r\n\r\n-1e1,.5\r\n")
    assert faults == []
    assert found is not None
    assert {cell: list(column) for cell, column in found.columns.items()} == {
        ("stay", "time"): [1, -10],
        ("walk", "time"): [2.5, 0.5],
    }
    assert (found.rows, found.path, found.places["walk", "time"]) == (
        2,
        "draws/mine.csv",
        Place("draws/mine.csv", 1, 11),
    )
    assert list(found.without({("stay", "time")}).columns) == [("walk", "time")]


def test_the_digest_is_that_of_the_bytes() -> None:
    """As a reader would compute it: sha256sum of a file that holds just these 14 bytes."""
    found, _ = _read(b"stay/time\n1\n2\n")
    assert found is not None
    assert found.digest == "0667881ed05fb7510651ebcc6d99f0a075dbfc9eb419f3fd40a74827fbc5b4dd"


def test_faults_are_told_up_to_a_number() -> None:
    """A file in which nothing is a number gives twenty findings, not a million."""
    assert len(_said(b"stay/time\n" + b"none\n" * 1000)) == 20


def test_what_is_too_large_is_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is not parsed at all."""
    monkeypatch.setattr(reading, "MOST_BYTES", 2_000_000)
    assert _said(b"1" * 2_000_001) == ["the file of draws is larger than 2 million bytes"]


def test_what_is_no_text_or_no_csv_is_refused() -> None:
    """Bytes that are no text, and quotes that never close, are said to be unreadable."""
    assert _said(b"stay/time\n\xff\xfe\n") == ["the file cannot be read as CSV: it is not UTF-8 text"]
    (message,) = _said(b'stay/time\n"1\n2\n')
    assert message.startswith("the file cannot be read as CSV: ")


def test_numbers_that_no_score_can_be_are_refused() -> None:
    """Infinity, and numbers beyond what can be computed with, are no draws."""
    assert _said(b"stay/time\ninf\n1e201\n") == ["'inf' is not a number", "'1e201' is not a number"]


def test_long_entries_are_cut() -> None:
    """A paragraph in the place of a number is not quoted whole."""
    assert _said(b"stay/time\n" + b"x" * 50 + b"\n") == [f"'{'x' * 30}...' is not a number"]


def _frame(monkeypatch: pytest.MonkeyPatch, columns: dict[str, list[Any]]) -> None:
    monkeypatch.setattr(pd, "read_parquet", lambda _: pd.DataFrame(columns))


def test_parquet_is_read_by_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Parquet file has no lines: its columns stand where the decision names it."""
    _frame(monkeypatch, {"stay/time": [1, 2], "walk/time": [0.5, 3]})
    found, faults = _read(b"", "draws/mine.parquet")
    assert faults == []
    assert found is not None
    assert list(found.columns["walk", "time"]) == [0.5, 3]
    assert found.places["walk", "time"] == AT


def test_parquet_is_held_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unknown names, and whatever is no number, are told by row and column."""
    _frame(monkeypatch, {"stay/tme": [1, 2], "walk/time": [0.5, None]})
    assert _said(b"", "draws/mine.parquet") == [
        "there is no criterion 'tme'",
        "row 2 of the column 'walk/time' holds 'nan', which is not a number",
    ]
    _frame(monkeypatch, {"stay/time": []})
    assert _said(b"", "draws/mine.parquet") == ["the file holds no draws"]


def test_parquet_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the reader makes of a damaged file, one sentence is said."""

    def fails(_: object) -> None:
        raise OSError("Could not open Parquet input source")

    monkeypatch.setattr(pd, "read_parquet", fails)
    assert _said(b"nonsense", "draws/mine.parquet") == ["the file cannot be read as Parquet"]


def test_parquet_without_its_reader_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyarrow is missing, `check` names the extra, at the line of the decision that names the file."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    root = lay_out(_decision(draws={"file": "draws/mine.parquet"}), tmp_path)
    (root / "draws").mkdir()
    (root / "draws" / "mine.parquet").write_bytes(b"PAR1")
    (found,) = [each for each in checking.check(root) if each.code == "F003"]
    assert found.place.path == "steelyard.yaml"
    assert found.message == "Parquet files are read with pyarrow, which is not installed here"
    assert "steelyard[parquet]" in found.remedy


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A file of draws that is a link to elsewhere is not opened."""
    (tmp_path / "elsewhere.csv").write_text("stay/time\n1\n", encoding="utf-8")
    root = lay_out(_decision(draws={"file": "draws/mine.csv"}), tmp_path / "decision")
    (root / "draws").mkdir()
    (root / "draws" / "mine.csv").symlink_to(tmp_path / "elsewhere.csv")
    (found,) = [each for each in checking.check(root) if each.code == "F003"]
    assert found.message == "the file is reached by a link that leads out of the decision's folder"
