import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from odd_projects import odd_texts
from projects import decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.outputs import shelf
from steelyard.outputs.csv import safe
from steelyard.results.report import Report


def _report(title: str = "Option b") -> Report:
    weights = {"even": weight_set("equal"), "x-only": weight_set("direct", judgements={"x": 1, "y": 0})}
    criteria = {"x": quantity(0, 4), "y": quantity(0, 4)}
    files = decision(criteria, {"a": (1, 0), "b": (3, 4)}, weights)
    files["options/b.yaml"]["title"] = title
    return assess.report(loaded(files))


def test_every_weight_set_stands_in_one_table() -> None:
    """One heading, then each weight set's options in order of rank; Excel is told that it is UTF-8."""
    content = shelf["csv"].render(_report())
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 5
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == [
        *("weights", "weights status", "rank", "option", "title", "role", "total", "above baseline"),
        *("could well be first", "value of x", "value of y", "method", "not ranked because", "chosen"),
        *("decision status", "decided by", "decided on", "decided because", "instead of a leader because"),
    ]
    assert [row[11:] for row in rows[1:]] == [["additive", "", "", "", "", "", "", ""]] * 4
    assert [row[:11] for row in rows[1:]] == [
        ["even", "illustrative", "1", "b", "Option b", "option", "0.875", "0.75", "yes", "0.75", "1.0"],
        ["even", "illustrative", "2", "a", "Option a", "baseline", "0.125", "0.0", "no", "0.25", "0.0"],
        ["x-only", "illustrative", "1", "b", "Option b", "option", "0.75", "0.5", "yes", "0.75", "1.0"],
        ["x-only", "illustrative", "2", "a", "Option a", "baseline", "0.25", "0.0", "no", "0.25", "0.0"],
    ]


def test_one_ranking_is_plain_for_a_pipe() -> None:
    """A single ranking has no byte order mark and plain line ends."""
    report = _report()
    render = shelf["csv"].render_ranking
    assert render is not None
    content = render(report.ranking, report.definitions)
    assert content.startswith(b"weights,weights status,rank,")
    assert b"\r" not in content


def _gated(**taken: object) -> list[dict[str, str]]:
    """The rows of a ranking of a baseline and two options, of which `c` fails a gate, with a decision."""
    chosen = {"because": "It is\n near.", "instead_of_leader": "=rain", "status": "agreed", **taken}
    rows = {"a": (1,), "b": (3,), "c": (4,), "d": (2,)}
    gates = {"lawful": {"title": "Lawful", "question": "Is it?"}}
    files = decision(
        {"x": quantity(0, 4)},
        rows,
        {"even": weight_set("equal")},
        gates=gates,
        decision=chosen,
        shortlists={"default": ["a", "b", "c"]},
        severity={"D011": "off"},
    )
    for name in rows:
        files[f"options/{name}.yaml"]["gates"] = {"lawful": {"pass": name != "c", "because": "So the law says."}}
    definitions = loaded(files)
    render = shelf["csv"].render_ranking
    assert render is not None
    text = render(assess.rank(definitions), definitions).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_an_option_that_fails_a_gate_has_a_row_without_a_rank() -> None:
    """It stands below the ranked ones with the reason, and every row says how its option answers the gate."""
    rows = _gated(chosen=["a"], by="a board", on="2026-03-01")
    assert [(row["option"], row["rank"], row["total"], row["gate lawful"]) for row in rows] == [
        ("b", "1", "0.75", "passes"),
        ("a", "2", "0.25", "passes"),
        ("c", "", "", "fails"),
    ]
    assert [row["not ranked because"] for row in rows] == ["", "", "fails the gate lawful (So the law says)"]
    assert [rows[2][name] for name in ("above baseline", "could well be first", "value of x")] == ["", "", ""]


def test_the_decision_stands_in_the_rows_of_what_was_chosen() -> None:
    """Who decided, when and why, text disarmed; an option that was chosen off the shortlist has a row as well."""
    rows = {row["option"]: row for row in _gated(chosen=["a", "d"], by="a board", on="2026-03-01")}
    assert {name: row["chosen"] for name, row in rows.items()} == {"b": "no", "a": "yes", "c": "no", "d": "yes"}
    last = ("decision status", "decided by", "decided on", "decided because", "instead of a leader because")
    assert [rows["a"][name] for name in last] == ["agreed", "a board", "2026-03-01", "It is near.", "'=rain"]
    assert [rows["b"][name] for name in last] == [""] * 5
    assert (rows["d"]["rank"], rows["d"]["not ranked because"]) == ("", "not on the shortlist default")


def test_another_method_is_named_and_says_nothing_of_closeness() -> None:
    """Totals in other units are never close or far, so the column stays empty; which method it was stands in each."""
    definitions = loaded(decision({"x": quantity(0, 4)}, {"a": (1,), "b": (3,)}, {"even": weight_set("equal")}))
    render = shelf["csv"].render_ranking
    assert render is not None
    text = render(assess.rank(definitions, method="topsis"), definitions).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["option"], row["could well be first"], row["method"]) for row in rows] == [
        ("b", "", "topsis"),
        ("a", "", "topsis"),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_text_that_looks_like_a_formula_is_disarmed(text: str) -> None:
    """A risky first character gets an apostrophe before it; other text stays as it is."""
    assert safe(text) == f"'{text}"
    assert safe(f"a{text}") == f"a{text}"


def test_numbers_are_never_touched() -> None:
    """A negative number stays a number: totals below the baseline have no apostrophe."""
    report = _report()
    render = shelf["csv"].render_ranking
    assert render is not None
    files = decision({"x": quantity(0, 4)}, {"a": (3,), "b": (1,)}, {"even": weight_set("equal")})
    definitions = loaded(files)
    rows = list(csv.DictReader(io.StringIO(render(assess.rank(definitions), definitions).decode())))
    assert rows[1]["above baseline"] == "-0.5"
    assert report.shown == "even"


@settings(max_examples=30)
@given(odd_texts)
def test_a_title_comes_back_as_it_was(title: str) -> None:
    """Whatever a title holds, it is one field of one row, the same as written but for the apostrophe."""
    report = _report(title)
    rows = list(csv.reader(io.StringIO(shelf["csv"].render(report).decode("utf-8-sig"), newline="")))
    assert len(rows) == 5
    written = report.definitions.options["b"].title
    assert rows[1][4] == safe(written)


@given(st.floats(0, 1), st.floats(0, 1))
def test_numbers_come_back_to_the_last_bit(first: float, second: float) -> None:
    """Totals and values in CSV are unrounded."""
    files = decision({"x": quantity(0, 1)}, {"a": (first,), "b": (second,)}, {"even": weight_set("equal")})
    definitions = loaded(files)
    render = shelf["csv"].render_ranking
    assert render is not None
    text = render(assess.rank(definitions), definitions).decode()
    rows = {row["option"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (float(rows["a"]["total"]), float(rows["b"]["total"])) == (first, second)


def test_weights_from_data_are_marked_in_every_row() -> None:
    """A spreadsheet is filtered and copied: that nobody judged the weights stands beside their status in each row."""
    weights = {"even": weight_set("equal"), "spread": weight_set("standard-deviation")}
    files = decision({"x": quantity(0, 4)}, {"a": (1,), "b": (3,)}, weights)
    content = shelf["csv"].render(assess.report(loaded(files))).decode("utf-8-sig")
    assert [row[:2] for row in csv.reader(io.StringIO(content, newline=""))][1:] == [
        *[["even", "illustrative"]] * 2,
        *[["spread", "illustrative, from data"]] * 2,
    ]
