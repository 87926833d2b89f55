"""The shapes of value functions: each reduces to the breakpoints of a curve."""

from steelyard.contracts import ValueFunction
from steelyard.shelf import Shelf

shelf: Shelf[ValueFunction] = Shelf(__name__, __path__, ValueFunction)
