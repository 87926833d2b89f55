"""Steelyard: choose between policy options, and defend the choice."""

from importlib import import_module
from typing import TYPE_CHECKING

from steelyard import version

__version__ = version.VERSION

if TYPE_CHECKING:
    from steelyard.catalogue_files import example_folder as example_folder
    from steelyard.public import build as build
    from steelyard.public import findings as findings
    from steelyard.public import load as load
    from steelyard.public import rank as rank

_HOMES = {
    "build": "steelyard.public",
    "example_folder": "steelyard.catalogue_files",
    "findings": "steelyard.public",
    "load": "steelyard.public",
    "rank": "steelyard.public",
}
__all__ = ["__version__", "build", "example_folder", "findings", "load", "rank"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `steelyard check` never pays for pandas."""
    if name not in _HOMES:
        raise AttributeError(f"module 'steelyard' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
