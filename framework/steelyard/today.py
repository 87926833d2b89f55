"""Which day it is, for what falls due.

Builds that are to come out the same on any day set SOURCE_DATE_EPOCH (the specification of reproducible-builds.org:
seconds since 1970 began, UTC); otherwise it is the day of the clock.
"""

import os
from datetime import UTC, date, datetime

from steelyard.errors import SteelyardError

VARIABLE = "SOURCE_DATE_EPOCH"


def today() -> date:
    """The day that SOURCE_DATE_EPOCH names, where it is set; otherwise the clock's, UTC."""
    if not is_fixed():
        return datetime.now(UTC).date()
    written = os.environ[VARIABLE]
    try:
        return datetime.fromtimestamp(int(written), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise SteelyardError(f"{VARIABLE} is '{written}', which is not a count of seconds since 1970") from error


def is_fixed() -> bool:
    """Whether the day is set from outside, so that it is the same on every run."""
    return bool(os.environ.get(VARIABLE))
