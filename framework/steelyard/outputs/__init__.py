"""The formats of results: each turns one report into bytes."""

from steelyard.contracts import Output
from steelyard.shelf import Shelf

shelf: Shelf[Output] = Shelf(__name__, __path__, Output)
