"""The ways of aggregating values: the additive model decides, others audit it."""

from steelyard.contracts import Method
from steelyard.shelf import Shelf

shelf: Shelf[Method] = Shelf(__name__, __path__, Method)
