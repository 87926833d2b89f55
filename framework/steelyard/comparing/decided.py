"""How it is worded that a gate came, went or changed, and that a decision was recorded or taken anew."""

from collections.abc import Iterator, Mapping

from steelyard.comparing.names import Names
from steelyard.comparing.wording import differences, same
from steelyard.documents.decision import Condition, Taken
from steelyard.figures import listed


def gates_declared(old: Mapping[str, Condition], new: Mapping[str, Condition]) -> Iterator[tuple[str, str]]:
    """The name of each gate that is declared differently, and a sentence."""
    for name in dict.fromkeys([*old, *new]):
        one, other = old.get(name), new.get(name)
        if one is None or other is None:
            verb, gate = ("added", new[name]) if one is None else ("taken out", old[name])
            yield name, f"Gate {verb}: {gate.title} ({name}): {gate.question}"
        elif not same(one, other):
            yield name, f"Gate {other.title}: {'; '.join(differences(one, other))}"


def decision_taken(old: Taken | None, new: Taken | None, names: Names) -> Iterator[str]:
    """In sentences, what is recorded differently of the decision that was taken."""
    if new is None:
        if old is not None:
            yield f"The record of the decision is taken out; it was {_chosen(old, names)}"
        return
    if old is None:
        yield f"{_introduced(new)}: {_chosen(new, names)}. Because: {new.because}"
        return
    others = set(old.chosen) != set(new.chosen)
    if others:
        yield f"The decision is now {_chosen(new, names)}, no longer {_chosen(old, names)}"
    said = list(differences(old, new, beside=("chosen",) if others else ()))
    if said:
        yield f"The record of the decision: {'; '.join(said)}"


def _introduced(taken: Taken) -> str:
    if taken.status == "agreed":
        return f"A decision of {taken.on} ({taken.by}) is recorded"
    return "An illustrative decision, which nobody has taken, is recorded"


def _chosen(taken: Taken, names: Names) -> str:
    return listed([names.option(name) for name in taken.chosen])
