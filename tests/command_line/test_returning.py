"""`steelyard weights import` and `steelyard weights set`, as their users see them."""

from pathlib import Path

import pytest

from returning.books import Typing, built, contents, laid_out, retyped
from running import Run

BALANCED = "criteria/weights/balanced.yaml"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook of the decision about coffee."""
    return built(laid_out(tmp_path_factory.mktemp("built") / "coffee"))


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    """The decision itself."""
    return laid_out(tmp_path / "coffee")


@pytest.fixture
def edited(book: bytes, tmp_path: Path) -> Path:
    """The workbook with one number changed: price from 40 to 90 in the default set."""
    typing = Typing(book)
    return typing.type({typing.points("balanced", "price"): 90}).saved(tmp_path / "back.xlsx")


def test_nothing_to_bring_back(run: Run, coffee: Path, book: bytes, tmp_path: Path) -> None:
    """An untouched workbook says so and ends well."""
    (tmp_path / "back.xlsx").write_bytes(book)
    ran = run("weights", "import", tmp_path / "back.xlsx", "--decision", coffee)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Nothing to bring back: the definitions stay as they are.\n"


def test_a_dry_run_shows_the_lines_and_the_ranking_and_writes_nothing(run: Run, coffee: Path, edited: Path) -> None:
    """The change in words, the lines as git shows them, and what it does to the ranking."""
    before = contents(coffee)
    ran = run("weights", "import", edited, "--dry-run", "--decision", coffee)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith(f"{BALANCED}:9: the points of 'price' in 'balanced' from 40 to 90 (Weights!")
    assert lines[1] == "Nothing is written (--dry-run)."
    assert {"-  price: 40  # money", "+  price: 90  # money", f"--- a/{BALANCED}"} <= set(lines)
    assert "From the definitions to this import:" in lines
    assert "- Weights Balanced: the points of Yearly cost go from 40 to 90." in lines
    assert contents(coffee) == before


def test_an_import_is_written_and_compared(run: Run, coffee: Path, edited: Path) -> None:
    """The file changes, the diff of lines is git's to show, and a second import has nothing left to do."""
    ran = run("weights", "import", edited, "--decision", coffee)
    assert (ran.code, ran.err) == (0, "")
    assert "From the definitions to this import:" in ran.out
    assert "+++" not in ran.out
    assert "  price: 90  # money\n" in (coffee / BALANCED).read_text(encoding="utf-8")
    again = run("weights", "import", edited, "--decision", coffee)
    assert again.err == "One changed number is in the definitions already.\n"
    assert again.out == "Nothing to bring back: the definitions stay as they are.\n"


def test_conflicts_end_with_1(run: Run, coffee: Path, edited: Path) -> None:
    """Every reason on standard error, a line each, then what that means."""
    retyped(coffee, BALANCED, "price: 40", "price: 30")
    ran = run("weights", "import", edited, "--decision", coffee)
    assert (ran.code, ran.out) == (1, "")
    reason, end = ran.err.splitlines()
    assert "stood at 40 when the workbook was built, at 30 in the definitions now, and at 90 in the workbook." in reason
    assert end == "steelyard: one thing stands in the way of this import, so nothing was written"


def test_files_that_are_no_workbook_end_with_2(run: Run, coffee: Path, tmp_path: Path) -> None:
    """One sentence each."""
    (tmp_path / "notes.xlsx").write_text("criterion,points\n", encoding="utf-8")
    for name, says in {"notes.xlsx": "is no workbook", "none.xlsx": "cannot read"}.items():
        ran = run("weights", "import", tmp_path / name, "--decision", coffee)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("steelyard: ")
        assert says in ran.err


def test_what_check_would_refuse_ends_with_1(run: Run, coffee: Path, book: bytes, tmp_path: Path) -> None:
    """The finding is shown with its line as it would be."""
    typing = Typing(book)
    file = typing.type({typing.score("capsules", "noise"): 70}, "Scores").saved(tmp_path / "back.xlsx")
    ran = run("weights", "import", file, "--scores", "--decision", coffee)
    assert ran.code == 1
    assert "S004" in ran.err
    assert "`high` of the score of 'capsules' on 'noise' is 65, below its value 70" in ran.err
    assert ran.err.endswith(
        "steelyard: with these changes the definitions would have an error, so nothing was written\n"
    )


def test_own_weights_give_a_new_set_and_its_ranking(run: Run, coffee: Path, book: bytes, tmp_path: Path) -> None:
    """Named on the command line; what is said of it stands in its file, and its ranking is shown."""
    typing = Typing(book)
    typing.type({typing.points("own", name): 10 for name in ("price", "noise", "taste")})
    said = ("--as", "mine", "--title", "Ours", "--whose", "the third floor", "--why", "We sit beside it: all day.")
    ran = run("weights", "import", typing.saved(tmp_path / "back.xlsx"), *said, "--decision", coffee)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("criteria/weights/mine.yaml: a new weight set\n\nA coffee machine for the office\n")
    assert (coffee / "criteria/weights/mine.yaml").read_text(encoding="utf-8") == (
        "id: mine\ntitle: Ours\nwhose: the third floor\nstatus: illustrative\nwhy: 'We sit beside it: all day.'\n"
        "method: direct\njudgements:\n  taste: 10\n  noise: 10\n  price: 10\n"
    )


def test_points_are_set_and_the_first_places_shown(run: Run, coffee: Path) -> None:
    """What changed, where, and who comes first now."""
    ran = run("weights", "set", "balanced", "price=45", "taste=100", "--decision", coffee)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:2] == [f"{BALANCED}:9: judgements.price from 40 to 45", "First under Balanced now:"]
    assert len(lines) == 5
    assert lines[2].startswith("   1  ")
    again = run("weights", "set", "balanced", "price=45", "--decision", coffee)
    assert again.out == "Nothing to set: these are the points already.\n"


def test_points_that_cannot_be_set(run: Run, coffee: Path) -> None:
    """A name that is none ends with 2, what `check` would refuse with 1; nothing is written."""
    before = contents(coffee)
    ran = run("weights", "set", "balanced", "prise=45", "--decision", coffee)
    assert (ran.code, ran.err) == (2, "steelyard: there is no criterion 'prise'. Did you mean 'price'?\n")
    ran = run("weights", "set", "balanced", "price=-1", "--decision", coffee)
    assert ran.code == 1
    assert "W001" in ran.err
    assert contents(coffee) == before
