"""A key that is needed is not there.

Some things every file of a kind has to say, such as what an option consists in or why a score is what it is. Nothing is
put in their place: a default would be a statement that nobody made.

Wrong:

    # options/filter.yaml, without summary
    title: Filter machine

Right:

    # options/filter.yaml
    title: Filter machine
    summary: Buy a filter machine with a hot plate.
"""

from steelyard.contracts import FaultKind

k002_missing_key = FaultKind(code="K002", severity="error", title="Missing key")
