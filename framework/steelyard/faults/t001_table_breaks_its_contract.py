"""A table that a result is built from does not hold what it promises.

Before anything is shown, its tables are held against what is known of them: no total is missing, the value of a score
lies within its range, every claim has its digest. Definitions that pass `steelyard check` never give this fault, and
`check` itself never reports it. Where `rank`, `build` or another command does, Steelyard has a mistake: the finding
points at the entry that the row came from. Please report it together with that entry.

Wrong:

    a score whose `high` is below its `value`, which a check has let pass

Right:

    the same score, which a check has found and somebody has mended
"""

from steelyard.contracts import FaultKind

t001_table_breaks_its_contract = FaultKind(code="T001", severity="error", title="Table that breaks its contract")
