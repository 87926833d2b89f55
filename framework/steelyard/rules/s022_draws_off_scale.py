"""Some of a file's draws lie off the criterion's scale.

Beyond the scale's ends value no longer changes, so such a draw counts as the end. A few in a long tail do little; many
say that the scale is too short, or that the draws are in another unit. (A value function with `outside: extrapolate`
goes on beyond the ends, and its draws are free.)

Wrong:

    # steelyard.yaml
    draws: {file: draws/loud.csv}  # filter/noise to 95; the scale ends at 80

Right:

    # steelyard.yaml
    draws: {file: draws/hundred.csv}             # filter/noise from 45 to 55
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each column with numbers off its criterion's scale, and the share of them."""
    for cell, drawn in definitions.draws.columns.items() if definitions.draws is not None else ():
        option, name = cell
        criterion, curve = definitions.criteria.get(name), bench.curves.get(name)
        if definitions.draws is None or criterion is None or curve is None or curve.outside == "extrapolate":
            continue
        lowest, highest = min(criterion.worst, criterion.best), max(criterion.worst, criterion.best)
        beyond = sum(not lowest <= each <= highest for each in drawn)
        if beyond:
            yield Found(
                definitions.draws.places[cell],
                f"{beyond / len(drawn):.1%} of the draws of '{option}' on '{name}' are off its scale, "
                f"which runs from {lowest:.15g} to {highest:.15g}, and count as its end",
                "Widen the scale, or mend the draws.",
            )


s022_draws_off_scale = Rule(code="S022", severity="warning", title="Draws off the scale", find=find)
