"""The judgements of a weight set give no weights.

A criterion or group has no points, points are negative, all of them are 0, or the method does not take the
judgements it is given. A criterion that should count for nothing says so with 0 points.

Wrong:

    # criteria/weights/balanced.yaml, without judgements.price
    judgements: {noise: 50, taste: 100}

Right:

    # criteria/weights/balanced.yaml
    judgements: {noise: 50, price: 0, taste: 100}
"""

from collections.abc import Iterator, Mapping

from steelyard.contracts import Bench, Found, Misfit, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.references import strange_names
from steelyard.documents.weight_set import WeightSet, judged_names


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each weight set that its method refuses, unless another finding explains why."""
    for name, misfit in bench.point_misfits.items():
        weights = definitions.weight_sets[name]
        if not definitions.criteria or _explained(definitions, weights, misfit):
            continue
        yield Found(
            definitions.place(path_of("weights", name), *misfit.steps),
            f"the weight set '{name}' gives no weights: {misfit.because}",
            misfit.remedy,
        )


def _explained(definitions: Definitions, weights: WeightSet, misfit: Misfit) -> bool:
    """Whether a misspelt name, an unknown group or an unread criterion already accounts for it."""
    grouped = misfit.steps[0] != "judgements"
    groups = definitions.decision.groups
    if grouped and any(each.group not in groups for each in definitions.criteria.values()):
        return True
    judgements = dict(weights.lists()).get(tuple(map(str, misfit.steps)), {})
    given = {steps[-1] for steps in judged_names(judgements)}
    if _needed(definitions, misfit) - given:
        return any(strange_names(definitions, weights))
    unread = definitions.known["criterion"] - definitions.criteria.keys()
    return bool(unread & given) and not _worthless(judgements)


def _worthless(judgements: Mapping[str, object]) -> bool:
    """Whether numbers are below 0, or none is above it: what no unread criterion accounts for."""
    points = [each for each in judgements.values() if isinstance(each, float)]
    return bool(points) and (min(points) < 0 or max(points) <= 0)


def _needed(definitions: Definitions, misfit: Misfit) -> set[str]:
    criteria = definitions.criteria.values()
    if misfit.steps[0] == "groups":
        return {each.group for each in criteria}
    return {each.id for each in criteria if misfit.steps[0] == "judgements" or each.group == misfit.steps[1]}


w001_weights_do_not_fit = Rule(code="W001", severity="error", needed_to_rank=True, title="No weights follow", find=find)
