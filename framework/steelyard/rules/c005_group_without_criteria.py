"""A group has no criteria.

A branch of the criteria tree that nothing hangs on is shown to readers and weighs nothing. Either a criterion
is still to be written, or one names another group by mistake.

Wrong:

    # steelyard.yaml
    groups:
      fairness: {title: Who gets a cup}  # but no criterion says group: fairness

Right:

    # steelyard.yaml
    groups:
      quality: {title: What one gets}
      burden: {title: What one puts up with}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of
from steelyard.shelf import nearest


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each group that no criterion names, where every criterion's group could be read."""
    if not definitions.criteria or not _all_read(definitions):
        return
    groups = definitions.decision.groups
    named = {criterion.group for criterion in definitions.criteria.values()}
    meant = {nearest(group, groups) for group in named if group not in groups}
    for group in groups:
        if group not in named | meant:
            yield Found(
                definitions.place(DECISION_FILE, "groups", group, key=True),
                f"no criterion belongs to the group '{group}'",
                f"Write a criterion with `group: {group}`, or delete the group.",
            )


def _all_read(definitions: Definitions) -> bool:
    unread = definitions.known["criterion"] - definitions.criteria.keys()
    return not unread and not any(
        definitions.was_dropped(path_of("criterion", name), "group") for name in definitions.criteria
    )


c005_group_without_criteria = Rule(code="C005", severity="warning", title="Group without criteria", find=find)
