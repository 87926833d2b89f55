"""The shapes of doubt about a number: each, with a range, says how likely every score is."""

from steelyard.contracts import Distribution
from steelyard.shelf import Shelf

shelf: Shelf[Distribution] = Shelf(__name__, __path__, Distribution)
