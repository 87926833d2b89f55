"""A value is of the right kind, but not one that its key takes.

Some keys take one of a few words, some a number within bounds, some an id, which is small letters, digits and hyphens.
The message says which. Anything else would stand in the file and mean nothing.

Wrong:

    # options/capsules.yaml
    scores: {noise: {value: 60, basis: guess}}

Right:

    # options/capsules.yaml
    scores: {noise: {value: 60, basis: judgement}}
"""

from steelyard.contracts import FaultKind

k004_value_not_allowed = FaultKind(code="K004", severity="error", title="Value not allowed")
