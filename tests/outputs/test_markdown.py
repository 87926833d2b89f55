from itertools import groupby

from hypothesis import given, settings

from odd_projects import odd_texts
from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.outputs import shelf
from steelyard.outputs.markdown import escaped


def _files() -> Files:
    weights = {"even": weight_set("equal"), "x-only": weight_set("direct", judgements={"x": 1, "y": 0})}
    criteria = {"x": quantity(0, 4, group="first"), "y": quantity(0, 4, group="second")}
    return decision(criteria, {"a": (1, 0), "b": (3, 4), "c": (0, 0)}, weights)


def _lines(files: Files, weights: str | None = None) -> list[str]:
    return shelf["markdown"].render(assess.report(loaded(files), weight_set=weights)).decode().splitlines()


def test_the_matrix_is_a_table() -> None:
    """Options stand in order of rank with total, distance from the baseline, and what each group adds."""
    lines = _lines(_files())
    at = lines.index("| Rank | Option | Total | Above baseline | Group first | Group second |")
    assert lines[at + 1] == "|---:|---|---:|---:|---:|---:|"
    assert lines[at + 2 : at + 5] == [
        "| 1 | Option b | 0.875 | +0.750 | 0.375 | 0.500 |",
        "| 2 | Option a (baseline) | 0.125 | 0.000 | 0.125 | 0.000 |",
        "| 3 | Option c | 0.000 | -0.125 | 0.000 | 0.000 |",
    ]


def test_the_weight_set_asked_for_stands_first() -> None:
    """Every weight set has a section, the one that is shown first at the top."""
    heads = [line for line in _lines(_files(), "x-only") if line.startswith("## ")]
    assert heads[:2] == ["## By direct", "## By equal"]


def test_what_is_not_ranked_says_why() -> None:
    """Discarded options stand below the table with their reason."""
    files = _files()
    files["options/c.yaml"] |= {"role": "discarded", "discarded_because": "it is unlawful"}
    assert "- Not ranked: Option c: discarded: it is unlawful." in _lines(files)


def test_marks_are_shown_and_not_obeyed() -> None:
    """Pipes, emphasis, links, tags and headings in a title are escaped; line breaks become spaces."""
    assert escaped("a|b *c* [d](e) <f> #g `h` ~i~ \\j_k\n\nl") == (
        "a\\|b \\*c\\* \\[d\\](e) \\<f\\> \\#g \\`h\\` \\~i\\~ \\\\j\\_k l"
    )


@settings(max_examples=30)
@given(odd_texts)
def test_no_title_breaks_the_table(title: str) -> None:
    """Whatever a title holds, every row of a table has the same number of columns."""
    files = _files()
    files["options/b.yaml"]["title"] = title
    tables = [list(rows) for is_row, rows in groupby(_lines(files), lambda line: line.startswith("|")) if is_row]
    assert [len(rows) for rows in tables[:2]] == [5, 5]
    for rows in tables:
        assert len({row.replace("\\\\", "").replace("\\|", "").count("|") for row in rows}) == 1
