"""An edit in a few words, for the middle of a sentence; and why an option is not ranked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from steelyard.comparing.edits import Edit, Edits, scale_of
from steelyard.comparing.wording import moved
from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions
from steelyard.documents.paragraphs import folded
from steelyard.figures import listed

if TYPE_CHECKING:
    from steelyard.documents.option import Judgement

_MOST_NAMED = 3


def phrases_of(group: frozenset[Edit], edits: Edits) -> str:
    """What a group of edits does, in a few words; the first three of many, in order of weight."""
    recast = sorted(edit for edit in group if edit[0] == "criterion")
    if recast:
        return f"{listed([_phrase(edit, edits) for edit in recast])}{_with(group)}"
    order = {"weights": 1, "score": 2, "cost": 3}
    said = [_phrase(edit, edits) for edit in sorted(group, key=lambda edit: (order[edit[0]], edit))]
    more = len(said) - _MOST_NAMED
    if more == 1:
        return f"{', '.join(said[:_MOST_NAMED])} and {said[-1]}"
    return listed(said) if more <= 0 else f"{', '.join(said[:_MOST_NAMED])} and {more} edits that go with it"


def _with(group: frozenset[Edit]) -> str:
    """What goes with a changed criterion."""
    kinds = {edit[0] for edit in group}
    numbers = [word for kind, word in (("score", "scores"), ("cost", "costs"), ("weights", "weights")) if kind in kinds]
    return f" (with the {listed(numbers)} that go with it)" if numbers else ""


def _phrase(edit: Edit, edits: Edits) -> str:
    before, after, names = edits.before, edits.after, edits.names
    if edit[0] == "weights":
        return f"the weights {names.weights(edit[1])} changed"
    if edit[0] == "criterion":
        name = names.criterion(edit[1])
        return _recast(name, before.criteria.get(edit[1]), after.criteria.get(edit[1]))
    option = names.option(edit[1])
    one: Judgement | None
    other: Judgement | None
    if edit[0] == "cost":
        one, other, what = before.options[edit[1]].cost, after.options[edit[1]].cost, "the cost"
    else:
        one, other = (version.options[edit[1]].scores.get(edit[2]) for version in (before, after))
        what = names.criterion(edit[2])
    if one is None or other is None:
        return f"{what} of {option} {'is judged now' if one is None else 'is no longer judged'}"
    if one.value == other.value:
        return f"the range of {what} of {option} changed"
    return f"{what} of {option} {moved(one.value, other.value)}"


def _recast(name: str, old: Criterion | None, new: Criterion | None) -> str:
    if old is None or new is None:
        return f"the criterion {name} {'was added' if old is None else 'was taken out'}"
    what = []
    if scale_of(old) != scale_of(new):
        what.append("scale")
    if old.value_function != new.value_function:
        what.append("value function")
    if old.group != new.group:
        what.append("group")
    return f"the {listed(what)} of {name} changed"


def why_unranked(option: str, definitions: Definitions) -> str:
    """Why an option is not ranked in a version, in a few words."""
    found = definitions.options.get(option)
    if found is None:
        return "not among the options"
    if found.role == "discarded":
        return f"discarded: {folded(found.discarded_because or '').removesuffix('.')}"
    if found not in definitions.shortlisted():
        return f"not on the shortlist `{definitions.shortlist}`"
    return "; ".join(_gates(option, definitions)) or "not ranked"


def _gates(option: str, definitions: Definitions) -> Iterator[str]:
    found = definitions.options[option]
    for name in found.failed_gates:
        yield f"fails the gate {name}: {folded(found.gates[name].because).removesuffix('.')}"
