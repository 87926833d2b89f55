"""A key is not one of those that are known in its place.

Mostly it is misspelt, or stands too far left or right and so belongs to another block. Passing over it would lose what
it says without a word, so the remedy names the known key that is nearest.

Wrong:

    # options/filter.yaml, without summary
    title: Filter machine
    sumary: Buy a filter machine with a hot plate.

Right:

    # options/filter.yaml
    title: Filter machine
    summary: Buy a filter machine with a hot plate.
"""

from steelyard.contracts import FaultKind

k001_unknown_key = FaultKind(code="K001", severity="error", title="Unknown key")
