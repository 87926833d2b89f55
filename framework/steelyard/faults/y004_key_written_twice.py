"""A key stands twice in the same block.

Only one of the two can hold, and nothing says which. Programs that read YAML mostly take the last one without a word,
so that whoever edits the first sees no effect.

Wrong:

    # options/filter.yaml
    title: Filter machine
    summary: Buy a filter machine with a hot plate.
    title: Filter coffee

Right:

    # options/filter.yaml
    title: Filter coffee
    summary: Buy a filter machine with a hot plate.
"""

from steelyard.contracts import FaultKind

y004_key_written_twice = FaultKind(code="Y004", severity="error", title="Key written twice")
