"""A severity is set for a rule that does not exist, or that cannot be changed.

`severity` in `steelyard.yaml` raises, lowers or switches off a rule in one project. A code that is no rule
would do nothing. Codes that begin with Y, K or F are faults of reading: what cannot be read cannot be judged,
so they stay as they are.

Wrong:

    # steelyard.yaml
    severity: {C05: "off", Y004: warning}

Right:

    # steelyard.yaml
    severity: {C005: "off"}
"""

import re
from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions

_READING = re.compile(r"[YKF]\d{3}\Z")


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each code under `severity` that is no rule's."""
    for code in definitions.decision.severity:
        if code not in bench.rule_codes:
            place = definitions.place(DECISION_FILE, "severity", code, key=True)
            yield Found(place, *_sentences(code, bench))


def _sentences(code: str, bench: Bench) -> tuple[str, str]:
    if _READING.match(code):
        message = f"the severity of {code} cannot be changed: what is not read cannot be judged"
        return message, f"Delete `{code}` from `severity`, and mend what the finding is about."
    known = code.upper() in bench.rule_codes
    remedy = f"Write `{code.upper()}`." if known else "See the codes with: steelyard rules."
    return f"there is no rule '{code}' whose severity could be set", remedy


d005_severity_names_unknown_rule = Rule(code="D005", severity="error", title="Severity of an unknown rule", find=find)
