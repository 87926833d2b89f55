"""A number rests on judgement alone and gives no range.

Where no document speaks, nobody knows the number exactly, and the range says how well it is known. So
`low` is below `high`.

Wrong:

    # options/capsules.yaml, without low and high of scores.noise
    scores: {noise: {value: 60, basis: judgement}}

Right:

    # options/capsules.yaml
    scores: {noise: {value: 60, low: 55, high: 65, basis: judgement}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.references import judged_numbers, left_out


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each number of judgement whose range is absent or has no width."""
    for number in judged_numbers(definitions):
        judgement = number.judgement
        if judgement.basis != "judgement" or judgement.lowest != judgement.highest:
            continue
        if not any(left_out(definitions, number.path, *number.steps, key) for key in ("low", "high")):
            yield _found(definitions, number)


def _found(definitions: Definitions, number: JudgedNumber) -> Found:
    judgement = number.judgement
    given = [key for key in ("low", "high") if getattr(judgement, key) is not None]
    width = f"its range has no width ({judgement.lowest:.15g} to {judgement.highest:.15g})"
    return Found(
        definitions.place(number.path, *number.steps, *given[:1]),
        f"{number.name} rests on judgement alone, but {width if given else 'it has no range'}",
        "Write the `low` and `high` outside which you would be astonished, `low` below `high`.",
    )


s005_judgement_without_range = Rule(code="S005", severity="error", title="Judgement without a range", find=find)
