"""An option does not say whether it passes a gate.

`gates` in `steelyard.yaml` declare what an option must pass to be ranked. Every option answers each of them in its own
file, with the reason: an option that was never asked would be ranked as if it had passed. The baseline answers too, and
is ranked whatever it answers. Discarded options are exempt.

Wrong:

    # steelyard.yaml
    gates:
      safe: {title: Safe, question: "May it be left alone while it is hot?"}
    # options/beans.yaml
    gates: {safe: {pass: true, because: It switches itself off.}}

Right:

    # steelyard.yaml
    gates:
      safe: {title: Safe, question: "May it be left alone while it is hot?"}
    # options/beans.yaml
    gates: {safe: {pass: true, because: It switches itself off.}}
    # options/capsules.yaml
    gates: {safe: {pass: true, because: It switches itself off.}}
    # options/filter.yaml
    gates: {safe: {pass: true, because: The plate has a guard.}}
    # options/kettle.yaml
    gates: {safe: {pass: true, because: It stops when it boils.}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.references import left_out, left_out_of
from steelyard.shelf import nearest


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each gate that an option says nothing of, unless a misspelt or unreadable answer is probably meant for it."""
    declared = definitions.decision.gates
    for name, option in definitions.options.items():
        path = path_of("option", name)
        if option.role == "discarded" or any(left_out(definitions, path, key) for key in ("role", "gates")):
            continue
        answered = option.gates.keys() | left_out_of(definitions, path, "gates")
        meant = {nearest(each, declared) for each in answered if each not in declared}
        for gate, condition in declared.items():
            if gate not in answered | meant:
                yield Found(
                    definitions.place(path, "gates"),
                    f"'{name}' does not say whether it passes the gate '{gate}': {condition.question}",
                    f"Add `{gate}:` under `gates`, with `pass: true` or `pass: false` and the reason in `because`.",
                )


g001_gate_unanswered = Rule(code="G001", severity="error", title="Gate unanswered", find=find)
