"""The ways of judging importance: each gives points that are normalised once."""

from steelyard.contracts import Weighting
from steelyard.shelf import Shelf

shelf: Shelf[Weighting] = Shelf(__name__, __path__, Weighting)
