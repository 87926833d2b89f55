"""The rules that definitions are checked against, one file each."""

from steelyard.contracts import Rule
from steelyard.shelf import Shelf

shelf: Shelf[Rule] = Shelf(__name__, __path__, Rule)
