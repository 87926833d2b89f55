"""The same rationale stands under several numbers.

A rationale says why this number and not its neighbour. Word for word the same one for another option or
another criterion says why of neither. Numbers of the baseline that hold by definition are exempt.

Say for each what tells it from the level above and the level below.

Wrong:

    # options/filter.yaml
    scores: {noise: {rationale: A pump hums.}}
    # options/capsules.yaml
    scores: {noise: {rationale: A pump hums.}}

Right:

    # options/filter.yaml
    scores: {noise: {rationale: It gurgles now and then.}}
    # options/capsules.yaml
    scores: {noise: {rationale: A pump hums for half a minute a cup.}}
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.record import AS_WHOLE, Record
from steelyard.documents.references import judged_numbers


class Settings(Record, defer_build=True):
    """What a project may set."""

    shortest: Annotated[
        int, Field(description="Rationales of fewer characters than this may stand twice.", ge=0), AS_WHOLE
    ] = 0


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """One finding for each rationale that stands in several places, at the second of them."""
    assert isinstance(bench.settings, Settings)  # noqa: S101 - each rule is handed its own
    shortest = bench.settings.shortest
    alike: dict[str, list[JudgedNumber]] = {}
    for number in judged_numbers(definitions):
        if number.judgement.basis != "definition" and len(number.judgement.rationale) >= shortest:
            alike.setdefault(" ".join(number.judgement.rationale.casefold().split()), []).append(number)
    for first, *others in alike.values():
        if others:
            more = f" (and {len(others) - 1} more)" if len(others) > 1 else ""
            yield Found(
                definitions.place(others[0].path, *others[0].steps, "rationale"),
                f"the rationale of {others[0].name} is word for word that of {first.name}{more}",
                "Say for each number why it is this one and not its neighbour.",
            )


s013_rationale_pasted = Rule(code="S013", severity="warning", title="Rationale pasted", find=find, settings=Settings)
