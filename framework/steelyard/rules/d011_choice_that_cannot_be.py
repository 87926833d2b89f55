"""The decision chooses an option that is discarded or fails a gate, or options that rule one another out.

Discarded options were set aside, and a gate is what an option must pass whatever its scores. Of two options that
exclude one another only one can be had, and the baseline is policy without any of the others. Either the record is
wrong, or what the files say of those options.

Wrong:

    # steelyard.yaml
    decision:
      chosen: [beans, capsules]                  # and capsules exclude beans
      because: Nobody could agree.
      status: illustrative

Right:

    # steelyard.yaml
    decision:
      chosen: [beans]
      because: Taste is why people drink it.
      status: illustrative
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each chosen option that could not be chosen, or not together with those before it."""
    taken = definitions.decision.taken
    chosen = taken.chosen if taken else ()
    for index, name in enumerate(chosen):
        place = definitions.place(DECISION_FILE, "decision", "chosen", index)
        for said, remedy in (*_alone(definitions, name), *_together(definitions, name, chosen, index)):
            yield Found(place, f"the decision chooses '{name}', {said}", remedy)


def _alone(definitions: Definitions, name: str) -> Iterator[tuple[str, str]]:
    option = definitions.options.get(name)
    if option is None:
        return
    if option.role == "discarded":
        yield "which is discarded", "Choose an option that is not, or take it up again in its own file."
    for gate in option.failed_gates:
        yield (
            f"which fails the gate '{gate}': {option.gates[gate].because}",
            "Choose an option that passes, or write in its own file why it passes after all.",
        )


def _together(definitions: Definitions, name: str, chosen: tuple[str, ...], index: int) -> Iterator[tuple[str, str]]:
    earlier = chosen[:index]
    if name in earlier:
        yield "which it has chosen already", "Name it once."
    if name == definitions.decision.baseline and set(chosen) != {name}:
        yield "the baseline, beside options that would change it", "Choose the baseline alone, or leave it out."
    for other in dict.fromkeys(earlier):
        if other != name and _excluded(definitions, name, other):
            yield f"which cannot be had together with '{other}'", "Choose one of the two."


def _excluded(definitions: Definitions, one: str, other: str) -> bool:
    options = definitions.options
    return (one in options and other in options[one].excludes) or (other in options and one in options[other].excludes)


d011_choice_that_cannot_be = Rule(code="D011", severity="error", title="Choice that cannot be", find=find)
