"""An option answers a gate that `steelyard.yaml` does not declare.

Once gates are declared, they are the ones that every option is held to. An answer under another name is misspelt, or
holds one option to what no other is asked. Where none is declared, options may name gates of their own.

Wrong:

    # steelyard.yaml
    gates:
      safe: {title: Safe, question: "May it be left alone while it is hot?"}
    # options/beans.yaml
    gates: {save: {pass: true, because: It switches itself off.}}

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
from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of
from steelyard.documents.references import left_out_of
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each answer to a gate that is not declared, where any is."""
    declared = definitions.decision.gates
    known = declared.keys() | left_out_of(definitions, DECISION_FILE, "gates")
    for name, option in definitions.options.items():
        for gate in option.gates:
            if declared and gate not in known:
                yield Found(
                    definitions.place(path_of("option", name), "gates", gate, key=True),
                    f"'{name}' answers the gate '{gate}', which steelyard.yaml does not declare",
                    did_you_mean(gate, declared),
                )


g002_unknown_gate = Rule(code="G002", severity="error", title="Gate that is not declared", find=find)
