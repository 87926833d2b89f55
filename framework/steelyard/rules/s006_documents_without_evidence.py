"""A number is said to rest on documents and cites none.

`basis: documents` (which is meant where no basis is written) promises claims under `evidence` that a
reader can look up. Where no document speaks, `basis: judgement` says so.

Wrong:

    # options/beans.yaml
    scores: {noise: {value: 72, basis: documents, evidence: []}}

Right:

    # options/beans.yaml
    scores: {noise: {value: 72, basis: documents,
                     evidence: [machine-test#grinders-loud]}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers, left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each number of documents without a claim that speaks for it."""
    for number in judged_numbers(definitions):
        if number.judgement.basis != "documents" or number.judgement.evidence:
            continue
        if any(left_out(definitions, number.path, *number.steps, key) for key in ("basis", "evidence")):
            continue
        yield Found(
            definitions.place(number.path, *number.steps),
            f"{number.name} is said to rest on documents, but cites no claim as evidence",
            "Name claims under `evidence`, or write `basis: judgement` with `low` and `high`.",
        )


s006_documents_without_evidence = Rule(code="S006", severity="error", title="Documents without evidence", find=find)
