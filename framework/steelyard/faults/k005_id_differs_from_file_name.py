"""A file says another id than the one that it is named after.

Other files name an option, a criterion or a source by its id, and people look for it by the name of its file. Both are
the same, so that either leads to the other.

Wrong:

    # options/filter.yaml
    id: filter-machine

Right:

    # options/filter.yaml
    id: filter
"""

from steelyard.contracts import FaultKind

k005_id_differs_from_file_name = FaultKind(code="K005", severity="error", title="Id differs from the file name")
