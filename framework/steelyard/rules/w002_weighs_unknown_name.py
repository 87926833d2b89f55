"""A weight set names a criterion or group that does not exist, or a criterion in the wrong group.

Points given to such a name would count for nothing.

Wrong:

    # criteria/weights/quiet-first.yaml
    within:
      burden: {noise: 100, price: 20}
      quality: {taste: 100, price: 20}      # price belongs to the group burden

Right:

    # criteria/weights/quiet-first.yaml
    within:
      burden: {noise: 100, price: 20}
      quality: {taste: 100}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.references import StrangeName, strange_names
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each name that is weighed where no such name belongs."""
    for name, weights in definitions.weight_sets.items():
        for strange in strange_names(definitions, weights):
            place = definitions.place(path_of("weights", name), *strange.steps, key=True)
            yield Found(place, *_sentences(name, strange))


def _sentences(weights: str, strange: StrangeName) -> tuple[str, str]:
    name = strange.name
    if strange.home is not None:
        within = f"puts '{name}' within '{strange.steps[1]}', but it belongs to '{strange.home}'"
        return f"the weight set '{weights}' {within}", f"Move it to `{strange.home}:`."
    is_group = strange.steps[0] == "groups" or strange.steps[:-1] == ("within",)
    what = "group" if is_group else "criterion"
    message = f"the weight set '{weights}' weighs '{name}', which is no {what}"
    return message, did_you_mean(name, strange.known)


w002_weighs_unknown_name = Rule(
    code="W002", severity="error", needed_to_rank=True, title="Weighs an unknown name", find=find
)
