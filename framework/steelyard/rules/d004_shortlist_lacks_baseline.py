"""The default shortlist leaves the baseline out.

Every result is read against the baseline, and a ranking in which doing nothing new does not appear cannot say
that doing nothing new would be better.

Wrong:

    # steelyard.yaml
    baseline: kettle
    shortlists: {default: [beans, capsules, filter]}

Right:

    # steelyard.yaml
    baseline: kettle
    shortlists: {default: [beans, capsules, filter, kettle]}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions
from steelyard.shelf import nearest


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """A default shortlist without the baseline, unless a misspelt name on it is probably meant."""
    baseline, known = definitions.decision.baseline, definitions.known["option"]
    shortlist = definitions.decision.shortlists.get("default")
    if shortlist is None or baseline not in known or baseline in shortlist:
        return
    if any(nearest(name, known) == baseline for name in shortlist if name not in known):
        return
    yield Found(
        definitions.place(DECISION_FILE, "shortlists", "default"),
        f"the default shortlist leaves out the baseline '{baseline}', which every option is compared with",
        f"Add '{baseline}' to the list.",
    )


d004_shortlist_lacks_baseline = Rule(
    code="D004", severity="error", title="Default shortlist lacks the baseline", find=find
)
