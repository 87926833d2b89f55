"""A change of a scenario is said to rest on documents and cites none.

`basis: documents` (which is meant where no basis is written) promises claims under `evidence` that a reader can
look up. Where no document speaks, `basis: judgement` says so.

Wrong:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - {criterion: noise, options: [beans], change: {kind: set, value: 45},
         because: Less to hear., basis: documents}

Right:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - criterion: noise
        options: [beans]
        change: {kind: set, value: 45}
        because: Less to hear.
        basis: documents
        evidence: [machine-test#grinders-loud]
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each change that rests on documents without a claim that speaks for it."""
    for name, scenario in definitions.scenarios.items():
        path = path_of("scenario", name)
        for number, each in enumerate(scenario.changes):
            unread = any(definitions.was_dropped(path, "changes", number, key) for key in ("basis", "evidence"))
            if each.basis == "documents" and not each.evidence and not unread:
                yield Found(
                    definitions.place(path, "changes", number),
                    f"change {number + 1} of the scenario '{name}' is said to rest on documents, "
                    "but cites no claim as evidence",
                    "Name claims under `evidence`, or write `basis: judgement`.",
                )


n006_change_without_evidence = Rule(code="N006", severity="error", title="Change without evidence", find=find)
