"""Fewer than four options are ranked.

With fewer, the choice is between doing nothing, a favourite and an extreme that makes the favourite look
moderate. Discarded options and those that fail a gate are not ranked. The warning may be switched off where
the choice truly is between two or three.

Wrong:

    # steelyard.yaml
    shortlists: {default: [kettle, filter, capsules]}

Right:

    # steelyard.yaml
    shortlists: {default: [kettle, filter, capsules, beans]}

Source: HM Treasury (2022), The Green Book, chapter 4 (generating options).
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, FOLDERS, Definitions
from steelyard.documents.record import AS_WHOLE, Record


class Settings(Record, defer_build=True):
    """What a project may set."""

    fewest: Annotated[
        int, Field(description="So many options a choice needs, the baseline included.", ge=1), AS_WHOLE
    ] = 4


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """A ranking of fewer options than a choice needs, counting those whose files could not be read."""
    assert isinstance(bench.settings, Settings)  # noqa: S101 - each rule is handed its own
    fewest = bench.settings.fewest
    known = definitions.known["option"]
    names = [option.id for option in definitions.ranked_options()]
    shut = definitions.was_dropped(FOLDERS["option"])
    if not known or shut or len(names) + _out_of_sight(definitions) >= fewest:
        return
    counted = "only 1 option is" if len(names) == 1 else f"only {len(names)} options are"
    yield Found(
        definitions.place(DECISION_FILE, "shortlists", definitions.shortlist),
        f"{counted} ranked ({', '.join(names)}); a choice needs at least {fewest}, the baseline included",
        "Add options that differ in kind, or set `severity: {O003: off}` if these are all there are.",
    )


def _out_of_sight(definitions: Definitions) -> int:
    """Options that may be ranked once other findings are mended."""
    shortlist = definitions.decision.shortlists.get(definitions.shortlist)
    wanted = definitions.known["option"] if shortlist is None else frozenset(shortlist)
    return len(wanted - definitions.options.keys())


o003_too_few_options = Rule(
    code="O003", severity="warning", title="Too few options ranked", find=find, settings=Settings
)
