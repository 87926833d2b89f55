"""Another option is at least as good on every criterion, and better on one.

No weights can make a dominated option better than the other. That is worth knowing and no fault: keep it if
readers will ask for it, but do not count it among the true alternatives. The baseline is exempt, since the
options are meant to be better than it.

Wrong:

    # options/capsules.yaml
    scores: {taste: {value: 1}}

Right:

    # options/capsules.yaml
    scores: {taste: {value: 1.5}}

Source: Keeney & Raiffa (1976), Decisions with Multiple Objectives, chapter 3 (dominance).
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.record import AS_WHOLE, Record
from steelyard.model.dominance import dominated


class Settings(Record, defer_build=True):
    """What a project may set."""

    most_options: Annotated[
        int,
        Field(description="With more options ranked than this, nothing is said: each is compared with each.", ge=0),
        AS_WHOLE,
    ] = 200


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each ranked option that another dominates at the values, with the first such other."""
    assert isinstance(bench.settings, Settings)  # noqa: S101 - each rule is handed its own
    ranked = [option.id for option in definitions.ranked_options()]
    criteria = [criterion.id for criterion in definitions.criteria_in_order()]
    if definitions.dropped or len(ranked) > bench.settings.most_options or not criteria:
        return
    columns = [bench.values.get(name, {}) for name in criteria]
    if not all(option in column for option in ranked for column in columns):
        return
    rows = [tuple(column[option] for column in columns) for option in ranked]
    for option, above in ((ranked[row], ranked[other]) for row, other in dominated(rows).items()):
        if option != definitions.decision.baseline:
            yield Found(
                definitions.place(path_of("option", option)),
                f"'{option}' is dominated: '{above}' is at least as good on every criterion, and better on one",
                f"Say in its summary why it is shown beside '{above}', or look at its scores again.",
            )


o006_dominated_option = Rule(code="O006", severity="note", title="Dominated option", find=find, settings=Settings)
