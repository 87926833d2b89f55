"""Which options pass the gates: what each must pass to be ranked, whatever its scores, and why it does or does not.

An option that fails one is not ranked. The baseline is, whatever it fails: every option is read against it.
"""

from collections.abc import Iterator, Sequence

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.decision import Condition
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Gate, Option
from steelyard.documents.paragraphs import folded
from steelyard.figures import listed
from steelyard.headline import stopped
from steelyard.results.exhibit import Column, Exhibit

CHAPTER = "Gates and decision"


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """Who passes what, and the reasons; nothing where there is no gate."""
    definitions = assessment.definitions
    options, gates = definitions.answering(), definitions.gates()
    if gates:
        yield _passing(definitions, options, gates)
        yield _reasons(definitions, options, gates)


def _answer(gate: Gate | None) -> str | None:
    if gate is None:
        return None
    return "passes" if gate.passed else "fails"


def _passing(definitions: Definitions, options: Sequence[Option], gates: Sequence[str]) -> Exhibit:
    ranked = {option.id for option in definitions.ranked_options()}
    return Exhibit(
        name="gates",
        chapter=CHAPTER,
        caption="Gates: what an option must pass to be ranked",
        question="Which options pass every gate, and which are left out of the ranking for failing one?",
        columns=(
            Column("option", "Option"),
            *(Column(f"gate_{gate}", definitions.gate_title(gate)) for gate in gates),
            Column("ranked", "Ranked"),
        ),
        rows=tuple(
            (
                option.id,
                *(_answer(option.gates.get(gate)) for gate in gates),
                "yes" if option.id in ranked else "no",
            )
            for option in options
        ),
        takeaways=tuple(_takeaways(definitions, options)),
        notes=tuple(_notes(definitions.decision.gates)),
    )


def _takeaways(definitions: Definitions, options: Sequence[Option]) -> Iterator[str]:
    count = sum(option.role != "baseline" for option in options)
    yield from tuple(stopped(definitions)) or (f"None of the {count} options beside the baseline fails a gate.",)
    for option in options:
        if option.role == "baseline" and option.failed_gates:
            failed = listed([definitions.gate_title(gate) for gate in option.failed_gates])
            yield f"The baseline fails {failed}. It is ranked all the same: every option is read against it."


def _notes(declared: dict[str, Condition]) -> Iterator[str]:
    for condition in declared.values():
        yield f"{folded(condition.title)}: {folded(condition.question)}"
    if not declared:
        yield "steelyard.yaml declares no gates: these are the ones that options name, and a dash stands for no answer."


def _reasons(definitions: Definitions, options: Sequence[Option], gates: Sequence[str]) -> Exhibit:
    return Exhibit(
        name="gate-reasons",
        chapter=CHAPTER,
        caption="Why each option passes or fails",
        question="For what reason does each option pass or fail each gate?",
        columns=(
            Column("gate", "Gate", heads=True),
            Column("option", "Option"),
            Column("answer", "Answer"),
            Column("because", "Because"),
        ),
        rows=tuple(
            (definitions.gate_title(gate), option.id, _answer(option.gates[gate]), folded(option.gates[gate].because))
            for gate in gates
            for option in options
            if gate in option.gates
        ),
    )


gates = Analysis(examine=examine, order=5)
