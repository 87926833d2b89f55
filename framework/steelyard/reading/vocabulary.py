"""The names that files may use because a shelf offers them, and what is amiss where they use others."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from steelyard.contracts import Distribution, ValueFunction, Weighting
from steelyard.documents.criterion import Criterion, ValueFunctionChoice
from steelyard.documents.place import mark_of
from steelyard.documents.ranged import DistributionChoice
from steelyard.documents.weight_set import WeightSet
from steelyard.reading.echoes import without_echoes
from steelyard.reading.fault import Fault
from steelyard.reading.sentences import as_fault
from steelyard.shelf import did_you_mean

Tree = Callable[[], object]
"""Gives the tree of a file with its places; it is made only where something is amiss."""


@dataclass(frozen=True)
class Vocabulary:
    """The names that files may use, from the shelves that offer them."""

    value_functions: Mapping[str, ValueFunction]
    distributions: Mapping[str, Distribution]
    weightings: Mapping[str, Weighting]


def shape_faults(tree: Tree, criterion: Criterion, vocabulary: Vocabulary) -> Iterator[Fault]:
    """What is amiss with the value function that a criterion names, or with its settings."""
    yield from _choice_faults(
        tree, ("value_function",), criterion.value_function, vocabulary.value_functions, "value function"
    )


def distribution_faults(
    tree: Tree, steps: tuple[str, ...], choice: DistributionChoice, vocabulary: Vocabulary
) -> Iterator[Fault]:
    """What is amiss with the distribution that a number names, or with its settings."""
    yield from _choice_faults(tree, steps, choice, vocabulary.distributions, "distribution")


def _choice_faults(
    tree: Tree,
    steps: tuple[str, ...],
    choice: ValueFunctionChoice | DistributionChoice,
    offered: Mapping[str, ValueFunction] | Mapping[str, Distribution],
    what: str,
) -> Iterator[Fault]:
    if choice.shape not in offered:
        mark = mark_of(tree(), (*steps, "shape"))
        yield Fault("K006", mark, f"there is no {what} '{choice.shape}'", did_you_mean(choice.shape, offered))
        return
    record = offered[choice.shape].settings
    try:
        record.model_validate(choice.settings)
    except ValidationError as refusal:
        for error in without_echoes(refusal.errors(include_url=False), record):
            yield as_fault(error, tree(), record, inside=steps)


def method_faults(tree: Tree, weights: WeightSet, vocabulary: Vocabulary) -> Iterator[Fault]:
    """What is amiss with the method that a weight set names, or with its variant."""
    methods = vocabulary.weightings
    if weights.method not in methods:
        yield Fault(
            "K006",
            mark_of(tree(), ("method",)),
            f"there is no weighting method '{weights.method}'",
            did_you_mean(weights.method, methods),
        )
    elif weights.variant is not None and weights.variant not in methods[weights.method].variants:
        variants = methods[weights.method].variants
        yield Fault(
            "K006",
            mark_of(tree(), ("variant",)),
            f"the method '{weights.method}' has no variant '{weights.variant}'",
            did_you_mean(weights.variant, variants) if variants else "Delete `variant`; the method has none.",
        )
