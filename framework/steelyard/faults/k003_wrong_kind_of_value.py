"""A value is of another kind than its key takes: text in the place of a number, one word in the place of a list.

A number stands alone, without its unit, which the criterion or the cost states once. A list stands in square brackets
or with a dash before each entry. A key with nothing behind its colon has no value at all.

Wrong:

    # options/filter.yaml
    scores: {noise: {value: 48 decibels}}

Right:

    # options/filter.yaml
    scores: {noise: {value: 48}}
"""

from steelyard.contracts import FaultKind

k003_wrong_kind_of_value = FaultKind(code="K003", severity="error", title="Wrong kind of value")
