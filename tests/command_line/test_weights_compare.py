import json
from pathlib import Path

from projects import decision, lay_out, quantity, weight_set
from running import Run
from view_projects import with_views

NAMES = [
    "views-ranks", "views-totals", "views-objections", "views-joint", "views-concordance", "views-agreement",
    "views-criteria", "views-options", "views-swaps", "views-parts",
]  # fmt: skip


def test_weight_sets_are_compared_within_80_columns(run: Run, tmp_path: Path) -> None:
    """All exhibits as tables; of the swaps criterion by criterion only the widest, and the rest is said to be left."""
    folder = lay_out(with_views(), tmp_path)
    ran = run("weights", "compare", "--decision", folder)
    assert (ran.code, ran.err) == (0, "")
    text = " ".join(ran.out.split())
    assert "Least objectionable: Option b, 2 at worst ('X counts')." in text
    assert "for-x puts a above b, for-y below" in text
    assert "even puts b above a" not in text
    assert "Left out here: 4 more rows; name two weight sets, or take another --format." in text
    assert max(len(line) for line in ran.out.splitlines()) <= 80


def test_two_sets_are_compared_by_name(run: Run, tmp_path: Path) -> None:
    """Only those named are looked at, in that order; the default set need not be among them."""
    folder = lay_out(with_views(), tmp_path)
    data = json.loads(run("weights", "compare", "for-y", "even", "--format", "json", "--decision", folder).out)
    assert [each["name"] for each in data] == NAMES
    assert data[0]["rows"][0] == {"option": "b", "for-y": 1, "even": 1}
    assert len(data[-1]["rows"]) == 2


def test_every_format_shows_the_same_tables(run: Run, tmp_path: Path) -> None:
    """As CSV and Markdown every row is there, also those that a terminal leaves out."""
    folder = lay_out(with_views(), tmp_path)
    csv = run("weights", "compare", "--format", "csv", "--decision", folder).out
    assert csv.count('"even puts b above a, for-x below"') == 2
    assert "| Option | Worst rank |" in run("weights", "compare", "--format", "markdown", "--decision", folder).out


def test_a_long_table_is_cut_on_a_terminal(run: Run, tmp_path: Path) -> None:
    """Two opposite orders of 7 options swap 21 pairs: 15 are shown, and 6 are said to be left out."""
    scores = {f"o{number}": (number, 6 - number) for number in range(7)}
    sets = {name: weight_set("direct", judgements={"x": 0, "y": 0} | {name: 1}) for name in ("x", "y")}
    folder = lay_out(decision({"x": quantity(0, 6), "y": quantity(0, 6)}, scores, sets), tmp_path)
    ran = run("weights", "compare", "--decision", folder)
    assert "Left out here: 6 more rows" in ran.out
    data = json.loads(run("weights", "compare", "--format", "json", "--decision", folder).out)
    assert len(next(each for each in data if each["name"] == "views-options")["rows"]) == 21


def test_an_unknown_set_is_told_its_nearest_name(run: Run, tmp_path: Path) -> None:
    """It could not run, and says which name comes near."""
    ran = run("weights", "compare", "evn", "--decision", lay_out(with_views(), tmp_path))
    assert ran.code == 2
    assert "there is no weight set 'evn'. Did you mean 'even'?" in ran.err


def test_one_set_alone_is_not_compared(run: Run, tmp_path: Path) -> None:
    """One sentence, and no table."""
    ran = run("weights", "compare", "even", "--decision", lay_out(with_views(), tmp_path))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "There is nothing to compare: it takes two options and two weight sets of judgements.\n"


def test_the_sets_of_a_shortlist(run: Run, project: Path) -> None:
    """A shortlist narrows the options that are compared."""
    file = project / "steelyard.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}shortlists: {{two: [stay, walk]}}\n", encoding="utf-8")
    shown = run("weights", "compare", "--shortlist", "two", "--format", "json", "--decision", project)
    assert {row["option"] for row in json.loads(shown.out)[0]["rows"]} == {"stay", "walk"}


def test_many_sets_stand_under_letters(run: Run, tmp_path: Path) -> None:
    """With 14 sets no id and no number is broken: letters stand above ranks, and wide tables go on in a second one."""
    names = ("as-it-is", "entity-listing-precision", "outbound-investment-limits")
    scores = {name: (number, 2 - number) for number, name in enumerate(names)}
    sets = {
        f"view-{number}": weight_set("direct", judgements={"x": number, "y": 20 - number}) | {"title": f"View {number}"}
        for number in range(1, 15)
    }
    folder = lay_out(decision({"x": quantity(0, 2), "y": quantity(0, 2)}, scores, sets), tmp_path)
    lines = run("weights", "compare", "--decision", folder).out.splitlines()
    assert max(map(len, lines)) <= 80
    (heads,) = (line for line in lines if line.split() == ["Option", *"ABCDEFGHIJKLMN"])
    rows = lines[lines.index(heads) + 2 :][:3]
    assert [row.split()[0] for row in rows] == list(names)
    assert all(len(row.split()) == 15 for row in rows)
    totals = [line.split() for line in lines if line.startswith("Option ") and line.split()[-1] in {"I", "N"}]
    assert totals[-2:] == [["Option", *"ABCDEFGHI"], ["Option", *"JKLMN"]]
    assert "(A: View 1 (view-1); B: View 10 (view-10); C: View 11 (view-11);" in " ".join(lines)
    assert " ".join(lines).count("A: View 1 (view-1)") == 1
