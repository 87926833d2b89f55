"""One passage is evidence for two numbers of one option.

A passage that speaks for two scores of the same option may well do so rightly. It may also be one effect that
is counted twice under two criteria, so look whether each score says what it takes from the passage. Where it does,
allow the finding with that reason: `# steelyard: allow E009: ...` beside the claim. Two claims pinned to the same
paragraph are one passage.

Wrong:

    # options/beans.yaml
    scores:
      noise: {evidence: [machine-test#grinders-loud, machine-test#beans-taste]}

Right:

    # options/beans.yaml
    scores:
      noise: {evidence: [machine-test#grinders-loud]}

Source: Dodgson, Spackman, Pearman & Phillips (2009), Multi-criteria analysis: a manual, section 5.4.4.5 (avoiding
double counting).
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.references import judged_numbers


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """One finding for each passage and option, at the second number that leans on it."""
    passages = _passages(definitions)
    leaning: dict[tuple[str, str, int], list[tuple[JudgedNumber, int, str]]] = {}
    for number in judged_numbers(definitions):
        for index, reference in enumerate(number.judgement.evidence):
            if reference in passages:
                passage = (number.option.id, *passages[reference])
                leaning.setdefault(passage, []).append((number, index, reference))
    for (_option, source, paragraph), mentions in leaning.items():
        first = mentions[0][0]
        others = [each for each in mentions if each[0] != first]
        if others:
            number, index, reference = others[0]
            yield Found(
                definitions.place(number.path, *number.steps, "evidence", index),
                f"'{reference}' (paragraph {paragraph} of '{source}') is evidence for {number.name} "
                f"and for {first.name}",
                "Look whether one effect counts twice; if each number takes something else from it, allow it with that "
                "reason: `# steelyard: allow E009: ...`.",
            )


def _passages(definitions: Definitions) -> dict[str, tuple[str, int]]:
    """The source and the paragraph of each claim, by `source#claim`."""
    return {
        f"{source}#{name}": (source, claim.at.paragraph)
        for source, found in definitions.sources.items()
        for name, claim in found.claims.items()
    }


e009_passage_counts_twice = Rule(code="E009", severity="note", title="One passage for two numbers", find=find)
