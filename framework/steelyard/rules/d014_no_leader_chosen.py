"""The decision chooses an option that does not lead the ranking, and does not say why.

Choosing another option than a leader is nobody's fault: a ranking advises, and people decide. Yet whoever reads both
will ask, so the record answers in `instead_of_leader`. Leaders are those of the ranking under the decision's `weights`,
otherwise under `default_weights`: what is first, within `close_call` of it, or ahead of it in more than a fifth of the
draws of the scores. Where several are chosen, each is held against the last place that they fill: with three chosen,
against the third.

An option that was first when the decision was taken (`was_first`) needs no reason: D015 says that it no longer is. The
ranking is that of the `default` shortlist.

Wrong:

    # steelyard.yaml
    decision:
      chosen: [kettle]
      because: Nothing has to be bought.
      status: illustrative

Right:

    # steelyard.yaml
    decision:
      chosen: [kettle]
      because: Nothing has to be bought.
      instead_of_leader: The office moves in May, and the new one has a canteen.
      status: illustrative
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, DEFAULT_SHORTLIST, Definitions

if TYPE_CHECKING:
    from steelyard.results.valuation import Standing


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each chosen option that does not lead, where no reason is given."""
    taken = definitions.decision.taken
    if taken is None or taken.instead_of_leader is not None or definitions.shortlist != DEFAULT_SHORTLIST:
        return
    standing = bench.standings.get(definitions.decision.deciding_weights)
    if standing is None:
        return
    from steelyard.model.choosing import leading  # noqa: PLC0415 - arrays load only when a decision is recorded

    leaders = leading(definitions, bench.curves, standing, len(taken.chosen), bench.doubts_from)
    for index, name in enumerate(taken.chosen):
        if name in definitions.options and name not in (*leaders, taken.was_first) and _could_be(definitions, name):
            yield Found(
                definitions.place(DECISION_FILE, "decision", "chosen", index),
                f"the decision chooses '{name}', which {_stands(standing, name, len(taken.chosen))}",
                "Say in `instead_of_leader` why it was chosen all the same.",
            )


def _could_be(definitions: Definitions, name: str) -> bool:
    """Whether D011 has nothing to say of it."""
    option = definitions.options[name]
    return option.role != "discarded" and not option.failed_gates


def _stands(standing: "Standing", name: str, count: int) -> str:
    """Where an option stands that does not lead: its rank, and how far it is behind what does."""
    under = f"under '{standing.weights}'"
    if name not in standing.options:
        return f"is not ranked {under}"
    row, last = standing.options.index(name), standing.order[min(count, len(standing.order)) - 1]
    behind, ahead = float(standing.totals[last] - standing.totals[row]), standing.options[last]
    return f"has rank {standing.ranks[row]} {under}, {behind:.3g} behind '{ahead}' (rank {standing.ranks[last]})"


d014_no_leader_chosen = Rule(code="D014", severity="warning", title="No leader chosen", find=find)
