"""The catalogue travels whole: every definition file of this repository is in the wheel and in the source archive."""

import tomllib
from pathlib import Path

from steelyard.documents.definitions import FILES, FOLDERS

ROOT = Path(__file__).resolve().parents[2]
BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]


def test_what_lies_here_is_packed() -> None:
    """Single files and the tops of folders; a path that is not there is in no wheel, for the build would stop at it."""
    tops = {*FILES.values(), *(folder.split("/")[0] for folder in FOLDERS.values())}
    here = {top for top in tops if (ROOT / top).exists()}
    packed = BUILD["wheel"]["force-include"]
    assert packed == {top: f"steelyard/catalogue/{top}" for top in packed}
    assert set(packed) == here
    assert here <= set(BUILD["sdist"]["include"])
