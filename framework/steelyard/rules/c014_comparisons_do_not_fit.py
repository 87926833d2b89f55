"""The options' comparisons under a criterion do not fit together.

If beans are three times as good as capsules and capsules three times as good as filters, beans are nine times as good
as filters; whoever says twice has contradicted themselves. Small misfits are human. Above a consistency ratio of 0.1
the numbers say more about the contradiction than about the options, and the sentence names the three comparisons
that fit least.

Wrong:

    # criteria/taste.yaml, without value_function and scale.levels
    scale:
      kind: pairwise
      rationale: Tried by twelve people side by side.
      comparisons:
        beans: {filter: 2, capsules: 3}
        capsules: {filter: 3, kettle: 2}
    # options/beans.yaml, without scores.taste
    # options/capsules.yaml, without scores.taste
    # options/filter.yaml, without scores.taste
    # options/kettle.yaml, without scores.taste

Right:

    # criteria/taste.yaml, without value_function and scale.levels
    scale:
      kind: pairwise
      rationale: Tried by twelve people side by side.
      comparisons:
        beans: {filter: 6, capsules: 3}
        capsules: {filter: 2, kettle: 2}
    # options/beans.yaml, without scores.taste
    # options/capsules.yaml, without scores.taste
    # options/filter.yaml, without scores.taste
    # options/kettle.yaml, without scores.taste

Source: Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill (consistency ratio).
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import PairwiseScale
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each criterion whose comparisons exceed a limit of consistency, at the first of the three that fit least."""
    for name, criterion in definitions.criteria.items():
        if isinstance(criterion.scale, PairwiseScale) and criterion.priorities:
            yield from _misfits(definitions, name, criterion.scale)


def _misfits(definitions: Definitions, criterion: str, scale: PairwiseScale) -> Iterator[Found]:
    from steelyard.model.pairwise_judgements import weighed_on  # noqa: PLC0415 - arrays load only when they are wanted

    for fact in weighed_on(scale, definitions.known["option"]).consistency:
        if not fact.holds:
            yield Found(
                definitions.place(path_of("criterion", criterion), "scale", "comparisons", *fact.at),
                f"the comparisons on '{criterion}' do not fit together "
                f"({fact.measure} {fact.value:.2g}, above {fact.limit:g}): {fact.said}",
                "Look at these three again, and mend the one that is not what was meant.",
            )


c014_comparisons_do_not_fit = Rule(code="C014", severity="warning", title="Comparisons do not fit together", find=find)
