"""What each table holds, on one small decision; that contracts always hold is in `test_contracts_hold.py`."""

from dataclasses import replace

import pandas as pd
import pandera.errors
import pytest

from projects import Files, decision, judged, loaded, quantity, weight_set
from steelyard import assess
from steelyard.results.report import Report
from steelyard.tables import claims, criteria, options, scores, sources, valuation, weights
from steelyard.tables.contract import Contract, Table, count, flag, number, table_of, text
from steelyard.tables.framing import framed, schema_of
from steelyard.tables.keeping import keeps_contract


def _files() -> Files:
    made = {"price": quantity(10, 0, group="money"), "reach": quantity(0, 4, group="effect")}
    made["price"]["scale"] = {"kind": "cost", "worst": 10, "best": 0}
    files = decision(
        {"reach": made["reach"]},
        {"stay": ((0, 1, 2),), "go": (3,)},
        {"points": weight_set("direct", judgements={"price": 1, "reach": 3}, ranges={"reach": [0, 2]})},
    )
    files["criteria/price.yaml"] = {"id": "price", **made["price"]}
    files["steelyard.yaml"]["groups"] = {"money": {"title": "Money"}, "effect": {"title": "Effect"}}
    for name, amount in (("stay", 0.0), ("go", 2.5)):
        cost = judged(amount) | {"unit": "EUR", "price_year": 2026, "terms": "real"}
        files[f"options/{name}.yaml"]["cost"] = cost
    return files


@pytest.fixture(scope="module")
def report() -> Report:
    """The report of that decision."""
    return assess.report(loaded(_files()))


def test_options_have_one_row_each(report: Report) -> None:
    """Options come by id, with role and cost, and empty cells where nothing is said."""
    frame = report.tables["options"]
    assert frame["option"].tolist() == ["go", "stay"]
    assert frame["role"].tolist() == ["option", "baseline"]
    assert frame["cost"].tolist() == [2.5, 0]
    assert frame["cost_unit"].tolist() == ["EUR", "EUR"]
    assert frame["instrument"].isna().all()


def test_criteria_have_their_scales(report: Report) -> None:
    """Criteria come group by group, with their scale's ends, unit and shape; a cost takes the options' unit."""
    frame = report.tables["criteria"].set_index("criterion")
    assert frame.index.tolist() == ["price", "reach"]
    scale = ["kind", "unit", "worst", "best", "better"]
    assert frame.loc["price", scale].tolist() == ["cost", "EUR", 10, 0, "less"]
    assert frame.loc["reach", scale].tolist() == ["quantity", "units", 0, 4, "more"]
    assert frame["reads_cost"].tolist() == [True, False]
    assert frame["group_title"].tolist() == ["Money", "Effect"]
    assert frame["shape"].tolist() == ["linear", "linear"]


def test_scores_have_every_number_judged(report: Report) -> None:
    """Costs stand beside scores, bounds are the value where there is no range, and evidence is counted."""
    frame = report.tables["scores"].set_index(["option", "criterion"])
    assert frame.loc[("stay", "reach"), ["low", "value", "high"]].tolist() == [0, 1, 2]
    assert frame.loc[("go", "price"), ["low", "value", "high"]].tolist() == [2.5, 2.5, 2.5]
    assert pd.isna(frame.loc[("go", "price"), "confidence"])
    assert frame["evidence"].tolist() == [1, 1, 1, 1]
    assert frame["against"].tolist() == [0, 0, 0, 0]


def test_weights_have_points_widths_and_shares(report: Report) -> None:
    """Three points on half a scale against one on a whole one: 6 to 1, or 6/7 and 1/7."""
    frame = report.tables["weights"]
    assert frame["criterion"].tolist() == ["price", "reach"]
    assert frame["points"].tolist() == [1, 3]
    assert frame["width"].tolist() == [1, 0.5]
    assert frame["share"].tolist() == pytest.approx([1 / 7, 6 / 7], abs=1e-15)


def test_sources_and_claims(report: Report) -> None:
    """Sources have a row each with their number of claims, claims a row each with their place."""
    assert report.tables["sources"][["source", "claims", "reliability"]].values.tolist() == [["made-up", 1, "F"]]
    claim = report.tables["claims"].loc[0]
    assert (claim["claim"], claim["paragraph"], claim["credibility"]) == ("made-up#said", 1, 6)
    assert pd.isna(claim["section"])


def test_the_ranking_as_frames(report: Report) -> None:
    """Options stand in order of rank, and the matrix has a row for each cell.

    Go: 1/7 * 3/4 + 6/7 * 3/4 = 3/4. Stay: 1/7 * 1 + 6/7 * 1/4 = 10/28 = 5/14.
    """
    ranking = report.ranking
    assert ranking.options["option"].tolist() == ["go", "stay"]
    assert ranking.options["total"].tolist() == pytest.approx([3 / 4, 5 / 14], abs=1e-15)
    assert ranking.options["leads"].tolist() == [True, False]
    assert ranking.options["tied"].tolist() == [False, False]
    assert ranking.matrix[["option", "criterion"]].values.tolist() == [
        ["go", "price"],
        ["go", "reach"],
        ["stay", "price"],
        ["stay", "reach"],
    ]
    assert ranking.matrix["value"].tolist() == [0.75, 0.75, 1, 0.25]


def test_a_decision_without_sources_has_empty_tables() -> None:
    """A decision that rests on judgement alone has sources and claims with columns and no rows."""
    files = _files()
    del files["seeds/made-up.yaml"]
    for name in ("stay", "go"):
        option = files[f"options/{name}.yaml"]
        for each in (option["cost"], option["scores"]["reach"]):
            each |= {
                "basis": "judgement",
                "evidence": [],
                "low": each["value"] - 0.5,
                "high": each["value"] + 0.5,
            }
        option["cost"] |= {"low": 0, "high": option["cost"]["value"] + 1}
    tables = assess.report(loaded(files)).tables
    assert len(tables["sources"]) == len(tables["claims"]) == 0
    assert list(tables["claims"].columns) == list(claims.CONTRACT.columns)


def _breach(frame: pd.DataFrame, column: str, row: int, value: object) -> pd.DataFrame:
    spoiled = frame.copy()
    spoiled[column] = [value if at == row else each for at, each in enumerate(frame[column])]
    return spoiled


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("options", "option", "stay"),
        ("options", "role", "option"),
        ("options", "role", "favourite"),
        ("criteria", "better", "most"),
        ("criteria", "worst", 4.0),
        ("criteria", "best", float("inf")),
        ("scores", "low", 9.0),
        ("scores", "high", -1.0),
        ("scores", "value", float("nan")),
        ("scores", "evidence", -1),
        ("weights", "share", 0.5),
        ("weights", "share", 1.5),
        ("weights", "points", -1.0),
        ("claims", "sha256", "short"),
        ("claims", "credibility", 7),
        ("claims", "paragraph", 0),
        ("sources", "reliability", "G"),
    ],
)
def test_contracts_refuse_what_must_not_be(report: Report, table: str, column: str, value: object) -> None:
    """Each table's contract refuses a cell that contradicts what the table promises, in a frame and without one."""
    modules = {"options": options, "criteria": criteria, "scores": scores, "weights": weights}
    contract = {**modules, "claims": claims, "sources": sources}[table].CONTRACT
    schema, frame = schema_of(contract), report.tables[table]
    row = len(frame) - 1 if column != "option" else 0
    schema.validate(frame)
    with pytest.raises((pandera.errors.SchemaErrors, pandera.errors.SchemaError)):
        schema.validate(_breach(frame, column, row, value), lazy=True)
    plain = {name: frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in contract.columns}
    assert keeps_contract(Table(contract, plain))
    plain[column][row] = value
    assert not keeps_contract(Table(contract, plain))


def test_a_contribution_that_is_not_value_times_share_is_refused(report: Report) -> None:
    """The matrix refuses contributions that are off by more than the last digits of a product."""
    found = report.ranking.valuation
    assert len(framed(valuation.matrix(found))) == 4
    spoilt = valuation.matrix(replace(found, contributions=found.contributions + 1e-6))
    assert not keeps_contract(spoilt)
    with pytest.raises(pandera.errors.SchemaErrors, match="a contribution is value times share"):
        framed(spoilt)


def test_every_breach_is_reported_together() -> None:
    """A frame with several breaches names all of them, not the first."""
    table = table_of(valuation.SHARED, [("a", "A", "g", -0.5), ("a", "A", "g", 1.5)])
    with pytest.raises(pandera.errors.SchemaErrors) as refusal:
        framed(table)
    assert len(refusal.value.failure_cases) >= 3


def test_columns_have_the_types_their_contract_names() -> None:
    """Text, numbers, counts and flags are typed even where a frame has no rows."""
    contract = Contract({"a": text(), "b": number(), "c": count(), "d": flag()}, name="all kinds")
    full, empty = framed(table_of(contract, [("x", 1, 2, True)])), framed(table_of(contract, []))
    assert full.dtypes.astype(str).tolist() == empty.dtypes.astype(str).tolist()
    assert [str(each) for each in full.dtypes] == ["str", "float64", "int64", "bool"]
