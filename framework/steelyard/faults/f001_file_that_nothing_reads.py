"""A file lies among the definitions, and nothing reads it.

Definitions are the files that end in `.yaml` right inside `options`, `criteria`, `criteria/weights`, `seeds` and the
like. One that ends in `.yml`, or lies in a folder further down, would be left out of the ranking without a word. Notes
have their place elsewhere.

Wrong:

    # options/notes.txt
    Ask the dealers who takes back old machines.

Right:

    # notes/options.txt
    Ask the dealers who takes back old machines.
"""

from steelyard.contracts import FaultKind

f001_file_that_nothing_reads = FaultKind(code="F001", severity="warning", title="File that nothing reads")
