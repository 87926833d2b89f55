"""The ranking has changed since the decision: another option is first.

`was_first` in the decision names the option that was first when it was taken, under the decision's `weights`, otherwise
under `default_weights`. The record stays as it was written, so it is not `was_first` that is to be changed: whoever
decided hears of it, and decides anew, or says in a comment why the decision stands: `# steelyard: allow D015: ...`.
A shared first place is a first place. The ranking is that of the `default` shortlist.

Wrong:

    # steelyard.yaml
    decision:
      chosen: [filter]
      because: It is cheap and quiet enough.
      status: illustrative
      was_first: beans

Right:

    # steelyard.yaml
    decision:
      chosen: [filter]
      because: It is cheap and quiet enough.
      status: illustrative
      was_first: filter
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, DEFAULT_SHORTLIST, Definitions

if TYPE_CHECKING:
    from steelyard.results.valuation import Standing


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """The option that was first, where it is not any more."""
    taken = definitions.decision.taken
    if taken is None or taken.was_first is None or definitions.shortlist != DEFAULT_SHORTLIST:
        return
    standing = bench.standings.get(definitions.decision.deciding_weights)
    if standing is None:
        return
    name = taken.was_first
    if name in definitions.options and name not in _first(standing):
        yield Found(
            definitions.place(DECISION_FILE, "decision", "was_first"),
            f"'{name}' was first when the decision was taken, but under '{standing.weights}' {_now(standing, name)}",
            "Decide anew, or allow this with a comment that says why the decision stands.",
        )


def _first(standing: "Standing") -> tuple[str, ...]:
    return tuple(name for name, rank in zip(standing.options, standing.ranks, strict=True) if rank == 1)


def _now(standing: "Standing", name: str) -> str:
    if name not in standing.options:
        return f"it is not ranked now; '{_first(standing)[0]}' is first"
    row, first = standing.options.index(name), standing.order[0]
    ahead = float(standing.totals[first] - standing.totals[row])
    return f"it has rank {standing.ranks[row]} now: '{standing.options[first]}' is {ahead:.3g} ahead"


d015_ranking_changed_since = Rule(
    code="D015", severity="warning", title="Ranking changed since the decision", find=find
)
