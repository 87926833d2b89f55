"""The files that are spoilt: sound decisions, and broken ones, whose files say things that sound ones do not."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import groupby, islice
from pathlib import Path

import yaml

from fuzz import trees
from projects import as_yaml, decision, quantity, weight_set
from steelyard.documents.definitions import FOLDERS

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
SMALL, SOUND, SKELETON, CATALOGUE = "small", "sound", "skeleton", "catalogue"
Files = Mapping[str, bytes]
Where = tuple[str, str]
"""A decision's name, and the path of one of its files."""


def _files_of(root: Path) -> dict[str, bytes]:
    folders = [root, *(root / folder for folder in FOLDERS.values())]
    found = (file for folder in folders for file in sorted(folder.glob("*.yaml")) if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found if not file.name.startswith(".")}


def _small() -> dict[str, bytes]:
    """The smallest decision with a file of each kind that is checked without a finding."""
    scale = {"kind": "levels", "levels": [{"value": at, "label": f"L{at}", "anchor": f"Sign {at}."} for at in range(5)]}
    criteria = {"x": quantity(0, 4, shape="linear", outside="extrapolate"), "y": {**quantity(0, 4), "scale": scale}}
    weights = {"swung": weight_set("swing", judgements={"x": 100, "y": 40})}
    laid = decision(criteria, {"a": (1, 2), "b": ((1, 2, 3), 3)}, weights, severity={"O003": "off"})
    return {path: as_yaml(content).encode() for path, content in laid.items()}


_HOMES = {SOUND: TESTS / "sound", SKELETON: ROOT / "framework" / "steelyard" / "skeleton", CATALOGUE: ROOT}
_LAID_OVER = {
    f"broken/{folder.name}": {path: content for path, content in _files_of(folder).items() if path != "expected.yaml"}
    for folder in sorted((TESTS / "broken").iterdir())
}
PROJECTS: dict[str, Files] = {SMALL: _small(), **{name: _files_of(root) for name, root in _HOMES.items()}}
"""The decisions: small ones, the catalogue, which takes longer to check, and the broken ones over the sound one."""
A_FEW = 3
"""Files of each folder of the catalogue that are spoilt: the others are of the same kind, and take memory."""


def _a_few_of_each_folder(paths: Iterable[str]) -> tuple[str, ...]:
    folders = groupby(
        sorted(paths, key=lambda path: (path.rpartition("/")[0], path)), lambda path: path.rpartition("/")[0]
    )
    return tuple(path for _, inside in folders for path in islice(inside, A_FEW))


SPOILT: dict[str, tuple[str, ...]] = {
    name: _a_few_of_each_folder(files) if name == CATALOGUE else tuple(files) for name, files in PROJECTS.items()
}
"""The paths that are spoilt in each: all of a small one's, those that make it broken of a broken one's."""
for _name, _files in _LAID_OVER.items():
    if _files:
        PROJECTS[_name] = {**PROJECTS[SOUND], **_files}
        SPOILT[_name] = tuple(_files)
BROKEN = tuple(name for name in PROJECTS if name.startswith("broken/"))
TEXTS: dict[Where, str] = {
    (name, path): PROJECTS[name][path].decode("utf-8", "replace") for name in PROJECTS for path in SPOILT[name]
}


_LARGE = 15_000
"""Characters of a file that is broken by its size: made larger still, it would tell nothing new."""


def _trees() -> dict[Where, trees.Node]:
    found: dict[Where, trees.Node] = {}
    for where, text in TEXTS.items():
        if len(text) < _LARGE and "*" not in text:  # an alias may stand for more than any memory holds
            with suppress(yaml.YAMLError, AssertionError, RecursionError):
                found[where] = trees.read(text)
    return found


TREES = _trees()
"""The tree of every file that has one."""
DONORS: tuple[Where, ...] = tuple(TREES)
"""The files of which parts may be put into others."""
