"""What lies in the place of a definition is a link out of the folder, or no file at all, or its name is no text.

Everything that a decision rests on lies in its own folder, so that a copy of it is whole and git keeps all of its
history. A link that leads elsewhere breaks both, and may bring in what nobody meant to share.

Wrong:

    # options/filter.yaml, a link to a file elsewhere

Right:

    # options/filter.yaml, the file itself
"""

from steelyard.contracts import FaultKind

f002_cannot_be_a_definition = FaultKind(code="F002", severity="error", title="File that cannot be a definition")
