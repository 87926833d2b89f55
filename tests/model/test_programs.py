import numpy as np
import pytest

from steelyard.model.programs import UNBOUNDED, minimised


def test_a_linear_programme_worked_by_hand() -> None:
    """The most of 3x + 2y under x + y <= 4 and x + 3y <= 6, x up to 3, is 11 at (3, 1)."""
    found = minimised([-3, -2], [[1, 1], [1, 3]], (-UNBOUNDED, [4, 6]), (0, [3, UNBOUNDED]))
    assert found is not None
    assert found.at == pytest.approx([3, 1], abs=1e-9)
    assert found.objective == pytest.approx(-11, abs=1e-9)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """The solver keeps to itself: what a command prints is for its reader alone."""
    minimised([1], [[1]], ([1], [2]))
    minimised([1], curvature=[[2]])
    assert capfd.readouterr() == ("", "")


def test_without_rows_each_number_lies_at_a_bound() -> None:
    """Costs alone drive each number to its better bound."""
    found = minimised([1, -1], bounds=([2, -5], [7, 4]))
    assert found is not None
    assert found.at == pytest.approx([2, 4])


def test_bounds_that_exclude_one_another_have_no_solution() -> None:
    """Where nothing keeps within the bounds, there is no solution, and no error."""
    assert minimised([1, 1], [[1, 1]], ([3], [UNBOUNDED]), (0, 1)) is None


def test_an_objective_that_falls_without_end_is_refused() -> None:
    """A sum that can be made ever smaller has no least."""
    with pytest.raises(ArithmeticError, match="no solution"):
        minimised([-1, 0], [[1, -1]], ([-UNBOUNDED], [1]))


def test_the_nearest_point_of_a_simplex() -> None:
    """Nearest to (1, 1/2, -1) on the simplex, by squared distance, is (3/4, 1/4, 0), at 9/8 from it."""
    point = np.array([1, 0.5, -1])
    found = minimised(-2 * point, [[1, 1, 1]], ([1], [1]), curvature=2 * np.eye(3))
    assert found is not None
    assert found.at == pytest.approx([0.75, 0.25, 0], abs=1e-6)
    assert found.objective + point @ point == pytest.approx(1 / 16 + 1 / 16 + 1, abs=1e-6)


def test_curvature_beside_the_diagonal_counts_once() -> None:
    """x^2 + xy + y^2 - 3x - 3y, with Q = [[2, 1], [1, 2]], is least at (1, 1), where it is -3."""
    found = minimised([-3, -3], bounds=(-10, 10), curvature=[[2, 1], [1, 2]])
    assert found is not None
    assert found.at == pytest.approx([1, 1], abs=1e-6)
    assert found.objective == pytest.approx(-3, abs=1e-6)
