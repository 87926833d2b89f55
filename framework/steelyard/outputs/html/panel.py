"""A panel: one part of the page with its heading, its template, and what that shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Panel:
    """One part of the page.

    `at` is where it stands, `heading` what the list of contents calls it. `template` is the file beside the panel's
    own that lays it out, `shows` what it is given by name.
    """

    at: str
    heading: str
    template: str
    shows: dict[str, object]
