"""A file of draws has few rows.

Shares of draws are no finer than the draws: of fifty rows each stands for two per cent, and whether an option is ahead
in a fifth of them is chance. A hundred rows are few; a thousand are usual.

Wrong:

    # steelyard.yaml
    draws: {file: draws/twenty.csv}

Right:

    # steelyard.yaml
    draws: {file: draws/hundred.csv}
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import DECISION_FILE, Definitions
from steelyard.documents.record import AS_WHOLE, Record


class Settings(Record):
    """How many rows are enough."""

    fewest_rows: Annotated[int, Field(description="Fewer rows than these are found.", ge=2), AS_WHOLE] = 100


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """The decision's file of draws, where it has fewer rows than are wanted."""
    draws, settings = definitions.draws, bench.settings
    assert isinstance(settings, Settings)  # noqa: S101 - the conductor hands a rule its own settings
    if draws is not None and draws.rows < settings.fewest_rows:
        yield Found(
            definitions.place(DECISION_FILE, "draws", "file"),
            f"{draws.path} has {draws.rows} draws, fewer than {settings.fewest_rows}",
            "Draw more rows: a thousand are usual.",
        )


s020_few_draws = Rule(code="S020", severity="warning", title="Few draws", find=find, settings=Settings)
