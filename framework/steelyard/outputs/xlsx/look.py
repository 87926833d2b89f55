"""How cells look: a few calm formats, each with one meaning."""

from functools import cached_property
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FONT = {"font_name": "Arial", "font_size": 10}
INK, ACCENT, PALE, LINE, MUTED = "#1F2933", "#17405C", "#E9EFF4", "#C3CDD6", "#5B6875"
INPUT, ALERT, WARM = "#FFF4CC", "#9C1C1C", "#FBE3E1"
GROUP_COLOURS = (
    "#17405C", "#D98E2B", "#5F9EA0", "#8C3B4A", "#9DB7D5", "#5C6E2F", "#C9A6C4", "#3F3F3F", "#E3C16F", "#7A5C99",
)  # fmt: skip
OPTION_COLOUR, BASELINE_COLOUR = "#17405C", "#9AA5B1"

_LINED = {"border": 1, "border_color": LINE}
_WRAP = {"text_wrap": True, "valign": "top"}
_PADDED = {"indent": 1, "align": "left"}
_NUMBER = {"valign": "top", "align": "right", "indent": 1}
_INPUT = {"bg_color": INPUT, "locked": False, "border": 1, "border_color": "#B08900"}

LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": ACCENT},
    "banner": {"bold": True, "font_color": ALERT},
    "shown": {"font_color": INK, "bold": True},
    "note": {"font_color": MUTED},
    "note wrap": {**_WRAP, "font_color": MUTED},
    "heading": {"bold": True, "font_size": 12, "font_color": ACCENT},
    "head": {**_LINED, **_WRAP, "bold": True, "bg_color": PALE, "font_color": INK, **_PADDED},
    "head number": {**_LINED, **_WRAP, "bold": True, "bg_color": PALE, "align": "right", "indent": 1},
    "head centre": {**_LINED, **_WRAP, "bold": True, "bg_color": PALE, "align": "center"},
    "head input": {**_LINED, **_WRAP, "bold": True, "bg_color": INPUT, "align": "right", "indent": 1},
    "head small": {**_LINED, **_WRAP, "align": "center", "font_color": MUTED, "bg_color": PALE, "font_size": 9},
    "text": {**_LINED, **_WRAP, **_PADDED},
    "text right": {**_LINED, **_WRAP, "align": "right", "indent": 1},
    "text centre": {**_LINED, **_WRAP, "align": "center"},
    "label": {**_LINED, **_WRAP, "bold": True, **_PADDED},
    "muted": {**_LINED, **_WRAP, "font_color": MUTED, "font_size": 9},
    "plain": {},
    "total or rank": {**_LINED, **_WRAP, "align": "center", "num_format": "[=0]0.000;[<1]0.000;General"},
    "answer": {**_LINED, **_WRAP, **_PADDED, "bold": True, "font_color": ACCENT},
    "answer number": {
        **_LINED,
        **_WRAP,
        "bold": True,
        "font_color": ACCENT,
        "num_format": "0.000",
        "align": "left",
        **_PADDED,
    },
    "answer whole": {
        **_LINED,
        **_WRAP,
        "bold": True,
        "font_color": ACCENT,
        "num_format": "0",
        "align": "left",
        **_PADDED,
    },
    "points": {**_LINED, **_NUMBER, "num_format": "0.00"},
    "exhibit count": {**_LINED, **_NUMBER, "num_format": "0"},
    "exhibit share": {**_LINED, **_NUMBER, "num_format": "0.0%"},
    "exhibit value": {**_LINED, **_NUMBER, "num_format": "0.000"},
    "exhibit number": {**_LINED, **_NUMBER, "num_format": "General"},
    "legend input": {**_INPUT, **_PADDED},
    "legend stored": {**_LINED, "font_color": MUTED, "italic": True, **_PADDED},
    "plain left": {"align": "left"},
    "value": {**_LINED, **_NUMBER, "num_format": "0.0000"},
    "stored share": {**_LINED, **_NUMBER, "num_format": "0.0%", "font_color": MUTED, "italic": True},
    "plain wrap": {**_WRAP},
    "plain label": {"bold": True, "valign": "top"},
    "verdict": {**_WRAP, "bold": True, "font_color": ACCENT, "font_size": 12},
    "number": {**_LINED, **_NUMBER},
    "whole": {**_LINED, **_NUMBER, "num_format": "0"},
    "total": {**_LINED, **_NUMBER, "num_format": "0.000"},
    "signed": {**_LINED, **_NUMBER, "num_format": "+0.000;-0.000;0.000"},
    "strong total": {**_LINED, **_NUMBER, "num_format": "0.000", "bold": True},
    "exact": {**_LINED, **_NUMBER, "num_format": "0.000000000"},
    "share": {**_LINED, **_NUMBER, "num_format": "0.0%"},
    "strong share": {**_LINED, **_NUMBER, "num_format": "0.0%", "bold": True},
    "strong whole": {**_LINED, **_NUMBER, "num_format": "0", "bold": True, "align": "center", "indent": 0},
    "stored": {**_LINED, **_NUMBER, "font_color": MUTED, "italic": True},
    "plain total": {"num_format": "0.000", "align": "left", "valign": "top", "bold": True},
    "plain whole": {"num_format": "0", "align": "left"},
    "input": {**_INPUT, **_NUMBER},
    "input text": {**_INPUT, "valign": "top", "bold": True, "align": "left"},
    "absent": {**_LINED, "bg_color": "#F4F6F8"},
    "head share": {**_LINED, **_WRAP, "bold": True, "bg_color": PALE, "align": "center", "num_format": "0%"},
    "swept total": {**_LINED, "valign": "top", "align": "center", "num_format": "0.000"},
    "result": {**_LINED, **_WRAP, "bold": True, "align": "center"},
}
"""Every format by the name that the sheets use."""

CONDITIONS: dict[str, dict[str, Any]] = {
    "alert": {"bold": True, "font_color": "#FFFFFF", "bg_color": ALERT},
    "changed": {"bold": True, "font_color": ALERT, "bg_color": WARM},
    "best": {"bold": True, "bg_color": "#DDE9E1"},
    "worst": {"underline": 1, "bg_color": "#F6ECE2"},
    "baseline": {"italic": True, "bg_color": "#F1F3F5"},
    "look": {"bold": True, "font_color": ALERT, "bg_color": WARM},
}
"""Formats that appear by condition; each says in words or shape what its colour says."""


class Looks:
    """The formats of one workbook, made when first asked for."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        """The format of that name."""
        if name not in self._made:
            self._made[name] = self._workbook.add_format({**FONT, **LOOKS[name]})
        return self._made[name]

    @cached_property
    def conditions(self) -> dict[str, Format]:
        """The conditional formats, by name."""
        return {name: self._workbook.add_format(facts) for name, facts in CONDITIONS.items()}
