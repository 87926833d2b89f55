"""The judgements behind a weight set do not fit together.

Who compares swings says more than is needed, and part of it follows from the rest: three times as important as a
second swing that is three times as important as a third makes nine times. Small misfits are human. Above the limit of
the measure (0.1 for the consistency ratio of comparisons in pairs; what is published for best-worst) the weights say
more about the contradiction than about the swings, and the sentence names the judgements that fit least.

Wrong:

    # criteria/weights/quiet-first.yaml, without groups and within
    method: pairwise
    judgements:
      noise: {price: 3, taste: 2}
      price: {taste: 3}

Right:

    # criteria/weights/quiet-first.yaml, without groups and within
    method: pairwise
    judgements:
      noise: {price: 3, taste: 6}
      price: {taste: 2}

Source: Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill; Liang, Brunelli & Rezaei (2020), Consistency issues
in the best worst method: measurements and thresholds, Omega 96, 102175.
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each list of judgements that exceeds a limit of consistency, at the first of those that fit least."""
    for name, weighed in bench.weighed.items():
        for steps, judged in weighed.lists.items():
            for fact in judged.consistency:
                if not fact.holds:
                    yield Found(
                        definitions.place(path_of("weights", name), *steps, *fact.at),
                        f"the judgements of '{name}' do not fit together "
                        f"({fact.measure} {fact.value:.2g}, above {fact.limit:g}): {fact.said}",
                        "Ask those who judged to look at these again, and mend the one that is not what was meant.",
                    )


w012_judgements_do_not_fit_together = Rule(
    code="W012", severity="warning", title="Judgements do not fit together", find=find
)
