"""What can be asked of an assessment: each analysis answers a question with exhibits that every output shows."""

from steelyard.contracts import Analysis
from steelyard.shelf import Shelf

shelf: Shelf[Analysis] = Shelf(__name__, __path__, Analysis)
