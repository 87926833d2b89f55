"""The range of a number is the whole scale.

It says that anything is possible, so the value in it is hardly a judgement. That may be honest. Then the
criterion cannot tell this option from any other. Where nobody can know better, allow the finding with that reason:
`# steelyard: allow S014: ...` beside `low`.

Wrong:

    # options/kettle.yaml
    scores: {taste: {low: 0, high: 2}}

Right:

    # options/kettle.yaml
    scores: {taste: {low: 0, high: 1}}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, path_of


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each range that reaches both ends of its scale."""
    ends = {name: sorted((each.worst, each.best)) for name, each in definitions.criteria.items()}
    for option, criterion, judgement in definitions.judgements():
        low, high = ends[criterion.id]
        if option.role != "discarded" and judgement.lowest <= low < high <= judgement.highest:
            steps = option.steps_to(criterion)
            yield Found(
                definitions.place(path_of("option", option.id), *steps, "low"),
                f"the range of '{option.id}' on '{criterion.id}' is the whole scale, {low:.15g} to {high:.15g}",
                "Narrow it to what would not astonish you, or allow it with the reason why nobody can know: "
                "`# steelyard: allow S014: ...`.",
            )


s014_range_is_the_whole_scale = Rule(code="S014", severity="note", title="Range as wide as the scale", find=find)
