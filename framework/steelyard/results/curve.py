"""A value curve: straight lines between breakpoints, the one form every value function reduces to."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

STEEPEST = 1e15
"""Value gained per unit of the scale, beyond which a double has no digits left between two breakpoints."""


@dataclass(frozen=True)
class Curve:
    """Value between breakpoints.

    `x` are numbers on the scale, strictly rising; `v` the value at each. Outside the breakpoints the value
    clips to the nearest end, or, where `outside` is "extrapolate", goes on along the last straight line.
    """

    x: tuple[float, ...]
    v: tuple[float, ...]
    outside: Literal["clip", "extrapolate"] = "clip"

    def __post_init__(self) -> None:
        rising = all(a < b for a, b in zip(self.x, self.x[1:], strict=False))
        if len(self.x) < 2 or len(self.x) != len(self.v) or not rising:  # noqa: PLR2004 - a line needs two
            raise ValueError("a curve needs two or more breakpoints, strictly rising, with a value at each")
        if max(map(abs, self.slopes)) > STEEPEST:
            raise ValueError("two of its breakpoints are too close together to tell numbers between them apart")

    @cached_property
    def slopes(self) -> tuple[float, ...]:
        """Value gained per unit of the scale on each stretch between breakpoints."""
        ends = zip(self.x, self.x[1:], self.v, self.v[1:], strict=False)
        return tuple((high - low) / (b - a) for a, b, low, high in ends)

    def value(self, x: float) -> float:
        """The value of one number on the scale, by linear interpolation between breakpoints."""
        if self.outside == "clip":
            x = min(max(x, self.x[0]), self.x[-1])
        stretch = min(max(bisect_right(self.x, x) - 1, 0), len(self.x) - 2)
        if x == self.x[stretch + 1]:
            return self.v[stretch + 1]
        return self.v[stretch] + self.slopes[stretch] * (x - self.x[stretch])
