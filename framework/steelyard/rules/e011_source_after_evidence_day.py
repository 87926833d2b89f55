"""A source was published or read after the day up to which the evidence was read.

`as_of` in `steelyard.yaml` promises readers that nothing later is counted. A source of a later day breaks that
promise, or `as_of` has not been moved on.

Wrong:

    # seeds/machine-test.yaml
    accessed: 2026-04-01

Right:

    # steelyard.yaml
    as_of: 2026-04-01
    # seeds/machine-test.yaml
    accessed: 2026-04-01
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each date of a source that is later than `as_of`."""
    if definitions.was_dropped(DECISION_FILE, "as_of"):
        return
    last = definitions.decision.as_of.isoformat()
    for name, source in definitions.sources.items():
        dates = {("issued",): source.issued, ("accessed",): source.accessed, ("document", "read"): source.document.read}
        for steps, day in dates.items():
            written = "" if day is None else str(day)
            if written > last[: len(written)]:
                yield Found(
                    definitions.place(path_of("source", name), *steps),
                    f"'{steps[-1]}' of the source '{name}' is {written}, later than {last}, the day of the evidence",
                    f"Move `as_of` in {DECISION_FILE} on, or leave the source out.",
                )


e011_source_after_evidence_day = Rule(
    code="E011", severity="warning", title="Source later than the evidence", find=find
)
