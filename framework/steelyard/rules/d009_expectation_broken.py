"""A ranking is not what the decision expects.

An expectation is a golden ranking: it says what must hold under a weight set, and why. When it breaks, a score,
a weight or an option was changed with an effect that somebody wanted to hear of. Either the change is wrong,
or the expectation has had its day. A tie breaks it too: `first` means first alone.

Wrong:

    # steelyard.yaml
    expectations:
      - {weights: balanced, first: kettle,
         because: It is cheap and quiet enough.}

Right:

    # steelyard.yaml
    expectations:
      - {weights: balanced, first: filter,
         because: It is cheap and quiet enough.}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.decision import Expectation
from steelyard.documents.definitions import DECISION_FILE, Definitions

if TYPE_CHECKING:
    from steelyard.results.valuation import Standing

_MOST_NAMED = 2


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each option that is not first as expected, and each pair that stands the wrong way round."""
    rows_under: dict[str, dict[str, int]] = {}
    for index, expected in enumerate(definitions.decision.expectations):
        standing = bench.standings.get(expected.weights)
        if standing is None:
            continue
        if expected.weights not in rows_under:
            rows_under[expected.weights] = {name: row for row, name in enumerate(standing.options)}
        for steps, message in _broken(standing, rows_under[expected.weights], expected):
            yield Found(
                definitions.place(DECISION_FILE, "expectations", index, *steps),
                f"{message}. It was expected because: {expected.because}",
                "Undo what changed the ranking, or change the expectation and say why it no longer holds.",
            )


def _broken(
    standing: "Standing", rows: dict[str, int], expected: Expectation
) -> "Iterator[tuple[tuple[str | int, ...], str]]":
    """What does not hold, and where it stands in the expectation; options that are not ranked aside."""
    under = f"under '{expected.weights}'"
    if expected.first in rows:
        row = rows[expected.first]
        rival = next((each for each in standing.order if each != row), row)
        if rival != row and standing.ranks[rival] <= standing.ranks[row]:
            yield ("first",), f"{under} '{expected.first}' should be first, but {_cause(standing, rival, row)}"
    for number, (upper, lower) in enumerate(expected.above):
        if upper in rows and lower in rows and standing.ranks[rows[lower]] <= standing.ranks[rows[upper]]:
            message = f"{under} '{upper}' should rank above '{lower}'"
            yield ("above", number), f"{message}, but {_cause(standing, rows[lower], rows[upper])}"


def _cause(standing: "Standing", ahead: int, behind: int) -> str:
    """Who stands where instead, by how much, and the two criteria that add most to the difference."""
    names, ranks = standing.options, standing.ranks
    if ranks[ahead] == ranks[behind]:
        return f"shares rank {ranks[behind]} with '{names[ahead]}'"
    by = float(standing.totals[ahead] - standing.totals[behind])
    gains = (standing.contributions[ahead] - standing.contributions[behind]).tolist()
    largest = sorted(zip(gains, standing.criteria, strict=True), key=lambda each: -each[0])[:_MOST_NAMED]
    most = " and ".join(f"'{criterion}' ({gain:+.3g})" for gain, criterion in largest if gain > 0)
    stands = f"has rank {ranks[behind]}: '{names[ahead]}' (rank {ranks[ahead]})"
    return f"{stands} is {by:.3g} ahead, owing most to {most}"


d009_expectation_broken = Rule(code="D009", severity="error", title="Golden ranking broken", find=find)
