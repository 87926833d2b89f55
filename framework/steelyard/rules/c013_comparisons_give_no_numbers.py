"""The options' comparisons under a criterion give them no numbers.

With `kind: pairwise`, options are compared two by two: `beans: {filter: 3}` says that beans are three times as good as
filters on this criterion. Each pair stands once, no option beside itself, and a chain of comparisons has to lead from
each option to each. Only options are compared; a score of an option on such a criterion would be read by nothing.

Wrong:

    # criteria/taste.yaml, without value_function and scale.levels
    scale:
      kind: pairwise
      rationale: Tried by twelve people side by side.
      comparisons:
        beans: {filter: 3}
        capsules: {kettle: 2}
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
        beans: {filter: 3, capsules: 2}
        capsules: {kettle: 2}
    # options/beans.yaml, without scores.taste
    # options/capsules.yaml, without scores.taste
    # options/filter.yaml, without scores.taste
    # options/kettle.yaml, without scores.taste

Source: Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill.
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import PairwiseScale
from steelyard.documents.definitions import Definitions, path_of
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each name that is no option, each score beside comparisons, and comparisons from which nothing follows."""
    for name, criterion in definitions.criteria.items():
        if isinstance(criterion.scale, PairwiseScale):
            strange = list(_strange(definitions, name, criterion.scale))
            yield from strange
            if not strange:
                yield from _without_priorities(definitions, name, criterion.scale)
            yield from _scored_beside(definitions, name)


def _strange(definitions: Definitions, criterion: str, scale: PairwiseScale) -> Iterator[Found]:
    known = definitions.known["option"]
    for steps in _named_in(scale):
        if steps[-1] not in known:
            yield Found(
                definitions.place(path_of("criterion", criterion), "scale", "comparisons", *steps, key=True),
                f"the comparisons on '{criterion}' name '{steps[-1]}', which is no option",
                did_you_mean(steps[-1], known),
            )


def _named_in(scale: PairwiseScale) -> Iterator[tuple[str, ...]]:
    """The steps to each name that is compared, and to each that it is compared with."""
    for one, others in scale.comparisons.items():
        yield (one,)
        yield from ((one, other) for other in others)


def _without_priorities(definitions: Definitions, criterion: str, scale: PairwiseScale) -> Iterator[Found]:
    from steelyard.model.pairwise_judgements import weighed_on  # noqa: PLC0415 - arrays load only when they are wanted

    path = path_of("criterion", criterion)
    if any(dropped[:1] == (path,) for dropped in definitions.dropped):
        return
    try:
        weighed_on(scale, definitions.known["option"])
    except ValueError as reason:
        yield Found(
            definitions.place(path, "scale", "comparisons"),
            f"the comparisons on '{criterion}' give no numbers: {reason}",
            "State each pair once, and so many that a chain of them leads from each option to each.",
        )


def _scored_beside(definitions: Definitions, criterion: str) -> Iterator[Found]:
    for name, option in definitions.options.items():
        if criterion in option.scores:
            yield Found(
                definitions.place(path_of("option", name), "scores", criterion, key=True),
                f"'{name}' has a score on '{criterion}', which compares the options in pairs instead",
                "Delete this score; the number follows from the comparisons.",
            )


c013_comparisons_give_no_numbers = Rule(
    code="C013", severity="error", needed_to_rank=True, title="Comparisons give no numbers", find=find
)
