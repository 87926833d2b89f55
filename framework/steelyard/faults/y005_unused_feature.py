"""A file uses a part of YAML that definition files do without.

YAML can name a value with `&` and repeat it with `*`, mark kinds of values with `!`, and hold several documents in one
file. What such a file says depends on other lines of it, and readers would have to know how. Here every line says what
it says. Text that is meant to begin with one of these signs goes in quotes.

Wrong:

    # options/filter.yaml
    title: &filter Buy a filter machine
    summary: *filter

Right:

    # options/filter.yaml
    title: Buy a filter machine
    summary: Buy a filter machine
"""

from steelyard.contracts import FaultKind

y005_unused_feature = FaultKind(code="Y005", severity="error", title="YAML feature that is not used here")
