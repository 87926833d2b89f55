"""What must hold of every method whatever the numbers are: drawn at random, and PROMETHEE by two ways."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrices import Better, matrix_of
from steelyard.contracts import DecisionMatrix, Method
from steelyard.methods import shelf
from steelyard.methods.promethee import Preference, flows, paired_sums, preference_indices, sorted_sums
from steelyard.methods.promethee import Settings as Functions
from steelyard.model.decision_matrix import rows_of
from steelyard.results.valuation import Numbers

METHODS = [pytest.param(shelf[name], id=name) for name in shelf]


@st.composite
def matrices(draw: st.DrawFn) -> DecisionMatrix:
    """Two to six options by one to four criteria, in whole numbers above 0, with whole weights."""
    criteria = draw(st.integers(1, 4))
    row = st.lists(st.integers(1, 9), min_size=criteria, max_size=criteria)
    weights = draw(st.lists(st.integers(1, 9), min_size=criteria, max_size=criteria))
    better = draw(st.lists(st.sampled_from(["more", "less"]), min_size=criteria, max_size=criteria))
    scores = draw(st.lists(row, min_size=2, max_size=6))
    return on_the_scale(scores, [each / sum(weights) for each in weights], better)


def on_the_scale(scores: list[list[int]], shares: list[float], better: list[Better]) -> DecisionMatrix:
    """A matrix whose values run over a declared scale from 0 to 10, whatever options there are."""
    matrix = matrix_of(scores, shares, better)
    more = np.array([each == "more" for each in better])
    return replace(matrix, values=np.where(more, matrix.scores, 10 - matrix.scores) / 10)


def _beside(matrix: DecisionMatrix, values: Numbers) -> DecisionMatrix:
    """The matrix with more options, whose scores are their values ten times over."""
    return replace(matrix, scores=np.vstack([matrix.scores, values * 10]), values=np.vstack([matrix.values, values]))


def totals(method: Method, matrix: DecisionMatrix) -> Numbers:
    """The totals with the usual settings."""
    return method.aggregate(matrix, method.settings()).totals


@pytest.mark.parametrize("method", METHODS)
@given(matrix=matrices(), data=st.data())
@settings(max_examples=40, deadline=None)
def test_permuting_options_permutes_totals(method: Method, matrix: DecisionMatrix, data: st.DataObject) -> None:
    """No option owes its total to the place of its row, nor to the place of a criterion's column."""
    order = np.array(data.draw(st.permutations(range(len(matrix.scores)))))
    columns = data.draw(st.permutations(range(len(matrix.criteria))))
    shuffled = replace(
        rows_of(matrix, order),
        criteria=tuple(matrix.criteria[each] for each in columns),
        better=tuple(matrix.better[each] for each in columns),
        ratio=tuple(matrix.ratio[each] for each in columns),
        shares=matrix.shares[list(columns)],
    )
    shuffled = replace(shuffled, scores=shuffled.scores[:, columns], values=shuffled.values[:, columns])
    assert totals(method, shuffled) == pytest.approx(totals(method, matrix)[order], abs=1e-12)


@pytest.mark.parametrize("method", METHODS)
@given(matrix=matrices(), data=st.data())
@settings(max_examples=40, deadline=None)
def test_identical_options_tie(method: Method, matrix: DecisionMatrix, data: st.DataObject) -> None:
    """A copy of an option has the same total to the last bit."""
    row = data.draw(st.integers(0, len(matrix.scores) - 1))
    found = totals(method, rows_of(matrix, np.array([*range(len(matrix.scores)), row])))
    assert found[-1] == found[row]


@pytest.mark.parametrize("method", METHODS)
@given(matrix=matrices(), data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_criterion_without_weight_changes_nothing(
    method: Method, matrix: DecisionMatrix, data: st.DataObject
) -> None:
    """Whatever stands in a column of share 0, even what the method would refuse, totals stay the same to the bit."""
    column = np.array(data.draw(st.lists(st.integers(-9, 9), min_size=len(matrix.scores), max_size=len(matrix.scores))))
    wider = DecisionMatrix(
        criteria=(*matrix.criteria, "z"),
        better=(*matrix.better, "more"),
        ratio=(*matrix.ratio, False),
        scores=np.column_stack([matrix.scores, column]),
        values=np.column_stack([matrix.values, column / 9]),
        shares=np.append(matrix.shares, 0.0),
    )
    assert totals(method, wider).tolist() == totals(method, matrix).tolist()


@pytest.mark.parametrize("method", METHODS)
@given(matrix=matrices(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_worsening_a_score_never_helps(method: Method, matrix: DecisionMatrix, data: st.DataObject) -> None:
    """An option that loses on a criterion comes ahead of nobody whom it was not ahead of.

    TOPSIS and VIKOR measure from the ends at hand, which move with an option that stands at one: there an option at
    either end of every scale stands by.
    """
    row = data.draw(st.integers(0, len(matrix.scores) - 1))
    column = data.draw(st.integers(0, len(matrix.criteria) - 1))
    worse = matrix.scores.copy()
    worse[row, column] = data.draw(st.integers(1, 9))
    if matrix.better[column] == "more":
        worse[row, column] = min(worse[row, column], matrix.scores[row, column])
    else:
        worse[row, column] = max(worse[row, column], matrix.scores[row, column])
    after = on_the_scale(worse.tolist(), matrix.shares.tolist(), list(matrix.better))
    if method.title in {"TOPSIS", "VIKOR"}:
        ends = np.array([[1.0] * len(matrix.criteria), [0.0] * len(matrix.criteria)])
        matrix, after = _beside(matrix, ends), _beside(after, ends)
    then, now = totals(method, matrix), totals(method, after)
    not_behind = then >= then[row] - 1e-9
    assert (now[not_behind] >= now[row] - 1e-9).all()


@pytest.mark.parametrize("method", METHODS)
@given(matrix=matrices())
@settings(max_examples=20, deadline=None)
def test_methods_use_what_they_declare(method: Method, matrix: DecisionMatrix) -> None:
    """Without the parts of the matrix that a method does not name, its totals are the same."""
    blank: dict[str, Any] = {
        "scores": np.full_like(matrix.scores, np.nan),
        "values": np.full_like(matrix.values, np.nan),
        "better": ("less",) * len(matrix.better),
        "ratio": (False,) * len(matrix.ratio),
    }
    unused = {name: content for name, content in blank.items() if name not in method.uses}
    assert totals(method, replace(matrix, **unused)).tolist() == totals(method, matrix).tolist()


FUNCTIONS = [
    Preference(function="usual"),
    Preference(function="ushape", q=2),
    Preference(function="vshape", p=3),
    Preference(function="level", q=1, p=4),
    Preference(function="linear", q=0.5, p=2.5),
    Preference(function="gauss", s=2),
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=[each.function for each in FUNCTIONS])
@pytest.mark.parametrize("offset", [0, 1e6])
def test_promethee_by_sorting_is_promethee_by_pairs(function: Preference, offset: float) -> None:
    """On 300 options with many ties, plus and minus flows agree to 1e-12, wherever the scale begins."""
    chance = np.random.default_rng(20260531)
    scores = offset + np.column_stack([chance.integers(0, 12, 300), chance.integers(0, 120, 300) / 10])
    matrix = matrix_of(scores.tolist(), [0.6, 0.4], ("more", "less"))
    chosen = Functions(preference=function)
    sorting, pairs = flows(matrix, chosen, sorted_sums), flows(matrix, chosen, paired_sums)
    assert np.abs(np.array(sorting) - np.array(pairs)).max() <= 1e-12


def test_a_slope_too_steep_for_sums_is_compared_in_pairs() -> None:
    """Scores a million times the width of the slope apart: the flows still agree to 1e-12."""
    chance = np.random.default_rng(20260531)
    scores = np.sort(chance.uniform(0, 1e6, 300))
    scores[100:110] = scores[100] + np.arange(10) / 8
    matrix = matrix_of(scores[:, None].tolist(), [1.0])
    chosen = Functions(preference=Preference(function="vshape", p=1))
    sorting, pairs = flows(matrix, chosen, sorted_sums), flows(matrix, chosen, paired_sums)
    assert np.abs(np.array(sorting) - np.array(pairs)).max() <= 1e-12


@given(matrix=matrices(), function=st.sampled_from(FUNCTIONS))
@settings(max_examples=60, deadline=None)
def test_flows_are_the_means_of_the_pair_matrix(matrix: DecisionMatrix, function: Preference) -> None:
    """Row means of the preference indices are the plus flows and column means the minus flows; net flows sum to 0."""
    chosen = Functions(preference=function)
    indices, others = preference_indices(matrix, chosen), len(matrix.scores) - 1
    for way in (paired_sums, sorted_sums):
        plus, minus = flows(matrix, chosen, way)
        assert plus == pytest.approx(indices.sum(axis=1) / others, abs=1e-12)
        assert minus == pytest.approx(indices.sum(axis=0) / others, abs=1e-12)
        assert (plus - minus).sum() == pytest.approx(0, abs=1e-12)


def test_noise_of_the_arithmetic_is_no_preference() -> None:
    """0.1 + 0.2 against 0.3 is a tie, and 0.4 - 0.3 does not exceed a threshold of 0.1, by either way."""
    matrix = matrix_of([[0.1 + 0.2], [0.3]], [1.0])
    near = matrix_of([[0.4], [0.3]], [1.0])
    for way in (paired_sums, sorted_sums):
        assert np.array(flows(matrix, Functions(), way)).tolist() == [[0, 0], [0, 0]]
        step = Functions(preference=Preference(function="ushape", q=0.1))
        assert np.array(flows(near, step, way)).tolist() == [[0, 0], [0, 0]]


def test_promethee_takes_the_short_way_above_a_hundred_options() -> None:
    """Net flows of 101 options are those of all pairs as well."""
    chance = np.random.default_rng(7)
    matrix = matrix_of(chance.integers(0, 50, (101, 3)).tolist(), [0.5, 0.3, 0.2])
    plus, minus = flows(matrix, Functions(), paired_sums)
    found: Any = shelf["promethee"]
    assert totals(found, matrix) == pytest.approx(plus - minus, abs=1e-12)


def test_copeland_compares_many_options_a_few_at_a_time() -> None:
    """Of 600 options on two criteria, each beats those that it leads where the weight is: the count is of all pairs."""
    chance = np.random.default_rng(11)
    matrix = matrix_of(chance.integers(0, 30, (600, 2)).tolist(), [0.6, 0.4])
    first, second = np.sign(matrix.scores.T[:, :, None] - matrix.scores.T[:, None, :])
    # The first criterion decides; where it ties, the second does.
    decided = np.where(first != 0, first, second)
    assert totals(shelf["copeland"], matrix).tolist() == decided.sum(axis=1).tolist()
