"""A criterion belongs to a group that does not exist.

Groups are listed under `groups` in `steelyard.yaml`; each criterion names the one that it belongs to.

Wrong:

    # criteria/noise.yaml
    group: burdn

Right:

    # criteria/noise.yaml
    group: burden
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each criterion whose group is not among the decision's."""
    groups = definitions.decision.groups
    for name, criterion in definitions.criteria.items():
        path, group = path_of("criterion", name), criterion.group
        ours, theirs = (path, "group"), (DECISION_FILE, "groups", group)
        unread = definitions.was_dropped(*ours) or definitions.was_dropped(*theirs)
        if group not in groups and not unread:
            yield Found(
                definitions.place(path, "group"),
                f"the criterion '{name}' belongs to '{group}', which is no group of {DECISION_FILE}",
                did_you_mean(group, groups),
            )


c001_unknown_group = Rule(code="C001", severity="error", needed_to_rank=True, title="Unknown group", find=find)
