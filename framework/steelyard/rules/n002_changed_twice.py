"""A scenario changes the same number twice.

Which of the two is meant would depend on their order in the file.

Wrong:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - {criterion: noise, options: [beans], change: {kind: set, value: 45},
         because: Less to hear., basis: judgement}
      - {criterion: noise, change: {kind: shift, by: -2},
         because: All grow quieter., basis: judgement}

Right:

    # criteria/scenarios/quiet-grinders.yaml
    id: quiet-grinders
    title: Quiet grinders come to market
    summary: A maker sells a grinder that nobody hears.
    signposts: {listed: {sign: A grinder below 50 decibels is listed.,
                         look_at: The makers' catalogues.}}
    changes:
      - {criterion: noise, options: [beans], change: {kind: set, value: 45},
         because: Less to hear., basis: judgement}
      - criterion: noise
        except: [beans]
        change: {kind: shift, by: -2}
        because: All others grow quieter.
        basis: judgement
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.futures import changed_numbers


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each change that is about numbers which an earlier change of the same scenario is about."""
    for name, scenario in definitions.scenarios.items():
        by: dict[tuple[str, ...], int] = {}
        again: dict[tuple[int, int], list[str]] = {}
        for each in changed_numbers(definitions, scenario):
            earlier = by.setdefault((each.option.id, *each.option.steps_to(each.criterion)), each.number)
            if earlier != each.number:
                again.setdefault((each.number, earlier), []).append(each.option.id)
        for (number, earlier), options in again.items():
            yield Found(
                definitions.place(path_of("scenario", name), "changes", number),
                f"change {number + 1} of the scenario '{name}' is about numbers on "
                f"'{scenario.changes[number].criterion}' that change {earlier + 1} is about: {', '.join(options)}",
                "Name the options of one of the two so that each number is changed once.",
            )


n002_changed_twice = Rule(code="N002", severity="error", title="Number changed twice in a scenario", find=find)
