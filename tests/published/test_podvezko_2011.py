"""Case 09: four economies by weighted sums of values that were normalised beforehand, in two ways.

Podvezko (2011), The comparative analysis of MCDA methods SAW and COPRAS, Inzinerine Ekonomika-Engineering
Economics 22(2), 134-146, doi 10.5755/j01.ee.22.2.310, tables 1 to 3, 5 and 6.

Linear: x / max x for a benefit, min x / x for a cost. Sum: costs turned by min x / x, then each column over
its sum. Steelyard has no relative scales, so the normalised numbers are the scores here, on 0 to 1.
"""

from collections.abc import Mapping

import pytest

from matrices import matrix_of
from projects import decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.documents.record import Record
from steelyard.methods.copras import copras
from steelyard.results.valuation import Valuation

Table = Mapping[str, tuple[float, ...]]

WEIGHTS = {"a-gdp": 0.35, "b-production": 0.1, "c-salary": 0.17, "d-unemployment": 0.25, "e-trade": 0.13}
LINEAR: Table = {
    "estonia": (5.1 / 9.7, 9.8 / 16.1, 430 / 501, 9.3 / 9.3, 0.7 / 0.79),
    "latvia": (7.5 / 9.7, 6.5 / 16.1, 298 / 501, 9.3 / 10.3, 0.55 / 0.79),
    "lithuania": (9.7 / 9.7, 16.1 / 16.1, 306 / 501, 9.3 / 11.6, 0.73 / 0.79),
    "poland": (3.8 / 9.7, 8.4 / 16.1, 501 / 501, 9.3 / 19.3, 0.79 / 0.79),
}
ORDER = {"lithuania": 1, "estonia": 2, "latvia": 3, "poland": 4}


def _valuation(table: Table) -> Valuation:
    criteria = {name: quantity(0, 1) for name in WEIGHTS}
    weights = {"paper": weight_set("direct", judgements=WEIGHTS)}
    return assess.rank(loaded(decision(criteria, table, weights))).valuation


def _totals(table: Table) -> dict[str, float]:
    valuation = _valuation(table)
    return dict(zip(valuation.options, valuation.totals.tolist(), strict=True))


def test_three_linear_scores_as_printed() -> None:
    """Estonia, Latvia and Poland have the printed scores 0.756, 0.728 and 0.610."""
    totals = _totals(LINEAR)
    assert totals["estonia"] == pytest.approx(0.756, abs=0.0005)
    assert totals["latvia"] == pytest.approx(0.728, abs=0.0005)
    assert totals["poland"] == pytest.approx(0.610, abs=0.0005)


def test_lithuania_as_printed_only_with_the_papers_misprint() -> None:
    """Lithuania's printed 0.872 needs the misprinted salary 0.599 of table 2; 306 / 501 is 0.611."""
    misprinted = {**LINEAR, "lithuania": (1.0, 1.0, 0.599, 9.3 / 11.6, 0.73 / 0.79)}
    assert _totals(misprinted)["lithuania"] == pytest.approx(0.872, abs=0.0005)
    assert _totals(LINEAR)["lithuania"] != pytest.approx(0.872, abs=0.0005)


def test_linear_scores_without_the_misprint() -> None:
    """With 306 / 501 in its place, the four scores are 0.756, 0.7283, 0.8744 and 0.6098."""
    totals = _totals(LINEAR)
    assert totals["estonia"] == pytest.approx(0.756, abs=0.00005)
    assert totals["latvia"] == pytest.approx(0.7283, abs=0.00005)
    assert totals["lithuania"] == pytest.approx(0.8744, abs=0.00005)
    assert totals["poland"] == pytest.approx(0.6098, abs=0.00005)


def test_sum_scores_as_printed() -> None:
    """Normalised by sums, the four scores are 0.251, 0.246, 0.301 and 0.202, as printed."""
    unemployment = (9.3 / 9.3, 9.3 / 10.3, 9.3 / 11.6, 9.3 / 19.3)
    columns = (
        (5.1, 7.5, 9.7, 3.8),
        (9.8, 6.5, 16.1, 8.4),
        (430, 298, 306, 501),
        unemployment,
        (0.7, 0.55, 0.73, 0.79),
    )
    shares = [[each / sum(column) for each in column] for column in columns]
    table = {name: tuple(column[row] for column in shares) for row, name in enumerate(LINEAR)}
    totals = _totals(table)
    assert totals["estonia"] == pytest.approx(0.251, abs=0.0005)
    assert totals["latvia"] == pytest.approx(0.246, abs=0.0005)
    assert totals["lithuania"] == pytest.approx(0.301, abs=0.0005)
    assert totals["poland"] == pytest.approx(0.202, abs=0.0005)
    assert _ranks(table) == ORDER


def test_copras_on_benefits_alone_is_the_weighted_sum() -> None:
    """With costs turned to benefits nothing is left but S+, the printed sums 0.251, 0.246, 0.301 and 0.202."""
    rows = [(5.1, 9.8, 430, 9.3 / 9.3, 0.7), (7.5, 6.5, 298, 9.3 / 10.3, 0.55)]
    rows += [(9.7, 16.1, 306, 9.3 / 11.6, 0.73), (3.8, 8.4, 501, 9.3 / 19.3, 0.79)]
    found = copras.aggregate(matrix_of(rows, list(WEIGHTS.values())), Record())
    assert found.workings["Q"].tolist() == pytest.approx([0.251, 0.246, 0.301, 0.202], abs=0.0005)


def test_the_printed_order() -> None:
    """Lithuania is first, then Estonia, Latvia and Poland, as printed."""
    assert _ranks(LINEAR) == ORDER


def _ranks(table: Table) -> dict[str, int]:
    valuation = _valuation(table)
    return dict(zip(valuation.options, valuation.ranks, strict=True))
