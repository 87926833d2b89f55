"""What a project sets for its rules, under `rules` in `steelyard.yaml`; and what is wrong with it."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from steelyard.contracts import Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions
from steelyard.documents.place import mark_of
from steelyard.documents.record import Record
from steelyard.reading.echoes import without_echoes
from steelyard.reading.fault import Fault
from steelyard.reading.sentences import as_fault
from steelyard.results.finding import Finding
from steelyard.shelf import did_you_mean


def settings_of(rule: Rule, definitions: Definitions) -> Record | None:
    """A rule's settings in this project: its defaults, save where the project says otherwise.

    A setting that cannot be used is left out; `faulty_settings` reports it.
    """
    if rule.settings is None:
        return None
    written = definitions.decision.rules.get(rule.code, {})
    if not written:
        return rule.settings.model_construct()
    wrong = {error["loc"][0] for error in _errors(rule.settings, written)}
    return rule.settings.model_validate({key: value for key, value in written.items() if key not in wrong})


def faulty_settings(definitions: Definitions, members: Mapping[str, Rule]) -> Iterator[Finding]:
    """Each code under `rules` that is no rule's or takes no settings, and each setting that is not allowed."""
    for code, written in definitions.decision.rules.items():
        record = members[code].settings if code in members else None
        if record is None:
            mark = mark_of(definitions.trees[DECISION_FILE], ("rules", code), key=True)
            yield Fault("K001", mark, *_no_settings(code, members)).as_finding(DECISION_FILE)
            continue
        for error in without_echoes(_errors(record, written), record):
            tree = definitions.trees[DECISION_FILE]
            yield as_fault(error, tree, record, inside=("rules", code)).as_finding(DECISION_FILE)


def _errors(record: type[Record], written: Mapping[str, object]) -> list[ErrorDetails]:
    try:
        record.model_validate(written)
    except ValidationError as refusal:
        return refusal.errors(include_url=False)
    return []


def _no_settings(code: str, members: Mapping[str, Rule]) -> tuple[str, str]:
    if code in members:
        return (
            f"the rule {code} has no settings",
            f"Delete `{code}` from `rules`; `severity` makes the rule graver or lighter.",
        )
    adjustable = [each for each, rule in members.items() if rule.settings is not None]
    remedy = f"Write `{code.upper()}`." if code.upper() in members else did_you_mean(code, adjustable)
    return f"there is no rule '{code}' that could be set", remedy
