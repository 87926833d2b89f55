"""There are more criteria than anyone can weigh.

Nobody keeps twenty swings apart, and with many criteria each counts for little, so that weights become noise.
Merge criteria that serve one end, and leave out those on which the options hardly differ.

Wrong:

    # steelyard.yaml
    rules: {C009: {most: 2}}

Right:

    # steelyard.yaml
    rules: {C009: {most: 3}}

Source: Dodgson, Spackman, Pearman & Phillips (2009), Multi-criteria analysis: a manual, section 5.4.2 (no more
criteria than a sound decision needs; six to twenty are typical).
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions
from steelyard.documents.record import AS_WHOLE, Record


class Settings(Record, defer_build=True):
    """What a project may set."""

    most: Annotated[int, Field(description="So many criteria can still be weighed.", ge=1), AS_WHOLE] = 15


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """More criteria, unreadable ones included, than the project allows."""
    assert isinstance(bench.settings, Settings)  # noqa: S101 - each rule is handed its own
    count, most = len(definitions.known["criterion"]), bench.settings.most
    if count > most:
        yield Found(
            definitions.place(DECISION_FILE, "groups"),
            f"there are {count} criteria, more than {most}",
            "Merge criteria that serve one end, and leave out those on which the options hardly differ.",
        )


c009_too_many_criteria = Rule(code="C009", severity="warning", title="Too many criteria", find=find, settings=Settings)
