"""It is not clear which option is the baseline.

The baseline is the world in which nothing new is done, and every result is compared with it. So
`steelyard.yaml` names it, exactly one option has the role, and both mean the same option.

Wrong:

    # steelyard.yaml
    baseline: kettle
    # options/kettle.yaml
    role: option

Right:

    # steelyard.yaml
    baseline: kettle
    # options/kettle.yaml
    role: baseline
"""

from collections.abc import Iterator, Sequence

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of
from steelyard.documents.references import left_out
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """A baseline that names no option, an option that lacks the role, and options that have it beside it."""
    holders = [name for name, option in definitions.options.items() if option.role == "baseline"]
    named = definitions.decision.baseline
    known = definitions.known["option"]
    if left_out(definitions, DECISION_FILE, "baseline") or not known:
        yield from _surplus(definitions, holders[:1], holders[1:])
    elif named not in known:
        yield _unknown(definitions, holders)
        yield from _surplus(definitions, holders[:1], holders[1:])
    elif _lacks_role(definitions, named) and len(holders) == 1:
        yield _two_minds(definitions, holders[0])
    else:
        if _lacks_role(definitions, named):
            yield _without_role(definitions)
        yield from _surplus(definitions, [named], [name for name in holders if name != named])


def _lacks_role(definitions: Definitions, name: str) -> bool:
    option = definitions.options.get(name)
    unread = left_out(definitions, path_of("option", name), "role")
    return option is not None and option.role != "baseline" and not unread


def _unknown(definitions: Definitions, holders: Sequence[str]) -> Found:
    named = definitions.decision.baseline
    return Found(
        definitions.place(DECISION_FILE, "baseline"),
        f"the baseline '{named}' is no option: there is no {path_of('option', named)}",
        did_you_mean(named, holders if len(holders) == 1 else definitions.known["option"]),
    )


def _two_minds(definitions: Definitions, holder: str) -> Found:
    named = definitions.decision.baseline
    return Found(
        definitions.place(DECISION_FILE, "baseline"),
        f"the decision's baseline is '{named}', but the option with the role baseline is '{holder}'",
        f"Write `baseline: {holder}`, or give '{named}' the role and take it from '{holder}'.",
    )


def _without_role(definitions: Definitions) -> Found:
    named = definitions.decision.baseline
    return Found(
        definitions.place(path_of("option", named), "role"),
        f"'{named}' is the decision's baseline, but its role is '{definitions.options[named].role}'",
        f"Write `role: baseline` in this file, or name another baseline in {DECISION_FILE}.",
    )


def _surplus(definitions: Definitions, first: Sequence[str], others: Sequence[str]) -> Iterator[Found]:
    for name in others:
        yield Found(
            definitions.place(path_of("option", name), "role"),
            f"'{name}' has the role baseline beside '{first[0]}'; a decision has exactly one",
            "Write `role: option` here, or there.",
        )


d001_baseline_unclear = Rule(
    code="D001", severity="error", needed_to_rank=True, title="Not exactly one baseline", find=find
)
