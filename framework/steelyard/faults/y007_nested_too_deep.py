"""Something in a file lies inside more than forty others.

No definition needs more than a handful of levels. So many come of a file that a program wrote, or of brackets that a
slip multiplied, and reading on could take without end.

Wrong:

    # options/filter.yaml
    summary:
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Buy a filter machine.
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Right:

    # options/filter.yaml
    summary: Buy a filter machine.
"""

from steelyard.contracts import FaultKind

y007_nested_too_deep = FaultKind(code="Y007", severity="error", title="Nested too deep")
