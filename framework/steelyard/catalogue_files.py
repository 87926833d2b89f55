"""Where the catalogue lies that comes with the program."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def example_folder() -> Path:
    """The folder of the decision that comes with Steelyard: what Washington should change about AI.

    In an installed package it lies inside the package; in a checkout it is the checkout itself.
    """
    packaged = _HERE / "catalogue"
    return packaged if packaged.is_dir() else _HERE.parents[1]
