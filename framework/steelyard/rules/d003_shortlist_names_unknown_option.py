"""A shortlist names an option that does not exist.

A shortlist is a named subset of the options; `default` is the one that commands use. A misspelt name would
leave an option out of the ranking without a word.

Wrong:

    # steelyard.yaml
    shortlists: {default: [beans, capsuls, filter, kettle]}

Right:

    # steelyard.yaml
    shortlists: {default: [beans, capsules, filter, kettle]}
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions
from steelyard.shelf import did_you_mean


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each name on a shortlist for which there is no option file."""
    known = definitions.known["option"]
    for shortlist, names in definitions.decision.shortlists.items():
        for index, name in enumerate(names):
            if known and name not in known:
                yield Found(
                    definitions.place(DECISION_FILE, "shortlists", shortlist, index),
                    f"the shortlist '{shortlist}' names '{name}', which is no option",
                    did_you_mean(name, known),
                )


d003_shortlist_names_unknown_option = Rule(
    code="D003", severity="error", title="Shortlist names an unknown option", find=find
)
