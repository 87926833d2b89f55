"""Linear programmes, and quadratic ones of a convex objective: the least of a sum under bounds.

Solved by HiGHS, which is imported only when a programme is: Huangfu & Hall (2018), Parallelizing the dual revised
simplex method, Mathematical Programming Computation 10(1), 119-142.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from steelyard.results.valuation import Numbers

if TYPE_CHECKING:
    from highspy import HighsHessian, HighsLp
    from highspy._core import _Highs

Bounds = tuple[ArrayLike, ArrayLike]
"""The least and the most: one number for all, or one for each."""
UNBOUNDED = np.inf


@dataclass(frozen=True)
class Solution:
    """Where the objective is least, and how low it is there."""

    at: Numbers
    objective: float


def minimised(
    costs: ArrayLike,
    rows: ArrayLike = (),
    row_bounds: Bounds = (-UNBOUNDED, UNBOUNDED),
    bounds: Bounds = (0.0, UNBOUNDED),
    curvature: ArrayLike | None = None,
) -> Solution | None:
    """Where costs x (and, with `curvature` Q, plus x Q x / 2) is least; None where no x keeps within the bounds.

    Each row of `rows` times x lies within the least and the most of `row_bounds`, and each x within those of `bounds`:
    one number for all, or one for each; infinite where there is no bound. Q is symmetric and bends nowhere downwards.
    For the point nearest to p, by squared distance, Q is twice the identity and costs are -2 p; |p|^2 is to be added.
    Raises ArithmeticError where the objective falls without end, or no solution is found.
    """
    from highspy import HighsModel  # noqa: PLC0415 - only where a programme is solved

    solver, model = _quiet_solver(), HighsModel()
    model.lp_ = _linear(_floats(costs), _floats(rows), row_bounds, bounds)
    if curvature is not None:
        model.hessian_ = _curved(_floats(curvature))
    solver.passModel(model)
    return _solution(solver)


def _quiet_solver() -> "_Highs":
    """A solver that prints nothing; the class made for users says its name before it can be told not to."""
    from highspy._core import _Highs  # noqa: PLC0415

    solver = _Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - it names its options by word
    solver.setOptionValue("threads", 1)
    return solver


def evened(rows: Numbers) -> Numbers:
    """The rows with 1 as the largest size in each, for bounds of 0: a solver takes no numbers near the largest."""
    sizes = np.abs(rows).max(axis=1, initial=0.0, keepdims=True)
    scaled: Numbers = rows / np.where(sizes > 0, sizes, 1.0)
    return scaled


def _floats(numbers: ArrayLike) -> Numbers:
    return np.asarray(numbers, dtype=float)


def _linear(costs: Numbers, rows: Numbers, row_bounds: Bounds, bounds: Bounds) -> "HighsLp":
    from highspy import HighsLp, MatrixFormat  # noqa: PLC0415

    matrix = rows.reshape(-1, len(costs))
    programme = HighsLp()
    programme.num_col_, programme.num_row_ = len(costs), len(matrix)
    programme.col_cost_ = costs
    programme.col_lower_, programme.col_upper_ = (_spread(each, len(costs)) for each in bounds)
    programme.row_lower_, programme.row_upper_ = (_spread(each, len(matrix)) for each in row_bounds)
    programme.a_matrix_.format_ = MatrixFormat.kRowwise
    programme.a_matrix_.start_, programme.a_matrix_.index_, programme.a_matrix_.value_ = _sparse(matrix)
    return programme


def _spread(bound: ArrayLike, count: int) -> Numbers:
    """A bound for each of so many, where one number stands for all."""
    return np.broadcast_to(_floats(bound), (count,)).copy() if count else np.zeros(0)


def _sparse(matrix: Numbers) -> tuple[NDArray[np.int32], NDArray[np.int32], Numbers]:
    """Where each row begins, the columns of its numbers, and the numbers that are not 0."""
    rows, columns = np.nonzero(matrix)
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(matrix)))])
    return starts.astype(np.int32), columns.astype(np.int32), matrix[rows, columns]


def _curved(curvature: Numbers) -> "HighsHessian":
    from highspy import HessianFormat, HighsHessian  # noqa: PLC0415

    hessian = HighsHessian()
    hessian.dim_, hessian.format_ = len(curvature), HessianFormat.kTriangular
    # HiGHS reads the lower half by columns, which are the rows of the upper.
    hessian.start_, hessian.index_, hessian.value_ = _sparse(np.triu(curvature))
    return hessian


def _solution(solver: "_Highs") -> Solution | None:
    from highspy import HighsModelStatus as Status  # noqa: PLC0415

    solver.run()
    if solver.getModelStatus() == Status.kUnboundedOrInfeasible:  # which of the two, only the whole programme tells
        solver.setOptionValue("presolve", "off")
        solver.run()
    status = solver.getModelStatus()
    if status == Status.kInfeasible:
        return None
    if status != Status.kOptimal:
        raise ArithmeticError(f"the programme has no solution: {solver.modelStatusToString(status)}")
    return Solution(np.array(solver.getSolution().col_value), float(solver.getInfo().objective_function_value))
