"""The formats of findings: each turns what a check found into text for people or for another program."""

from steelyard.contracts import FindingFormat
from steelyard.shelf import Shelf

shelf: Shelf[FindingFormat] = Shelf(__name__, __path__, FindingFormat)
