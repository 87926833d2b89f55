"""The examples on every rule's manual page are so: the wrong one gives the finding, the right one gives none."""

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from projects import as_yaml
from steelyard.check import at_least, check
from steelyard.results.finding import Finding
from steelyard.rules import shelf
from steelyard.shelf import module_name

SOUND = Path(__file__).parent / "sound"
NAMES = sorted(shelf)
REMOVE = "~remove~"
"""Stands in an example for a key, or for a whole file, that is not there."""
HEADING = re.compile(r"^# (\S+\.yaml)$", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    """Reads `on`, `yes` and `no` as the text that they are in YAML 1.2."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in known if first in "tTfF" or not tag.endswith(":bool")]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def example(name: str, heading: str) -> dict[str, Any]:
    """The one example under a heading of a rule's page: fragments of files by path."""
    assert isinstance(shelf[name].code, str)
    page = sys.modules[f"steelyard.rules.{module_name(name)}"].__doc__ or ""
    blocks = re.findall(rf"^{heading}:\n\n((?:    .*\n|\n)+)", page, re.MULTILINE)
    assert len(blocks) == 1, f"{name} has {len(blocks)} examples under {heading}"
    before, *parts = HEADING.split(re.sub(r"^    ", "", blocks[0], flags=re.MULTILINE))
    assert not before.strip(), f"{name} does not say which file its example is from"
    texts = zip(parts[::2], parts[1::2], strict=True)
    return {path: yaml.load(text, _Loader) for path, text in texts}  # noqa: S506 - it is a safe loader


def merged(whole: Any, part: Any) -> Any:  # noqa: ANN401 - whatever stands in a YAML file
    """A file's contents with a fragment laid over them, key by key."""
    if not isinstance(whole, dict) or not isinstance(part, dict):
        return part
    laid = whole | {key: merged(whole.get(key), value) for key, value in part.items()}
    return {key: value for key, value in laid.items() if value != REMOVE}


def findings_with(fragments: dict[str, Any], target: Path) -> tuple[Finding, ...]:
    """What is found in the sound project with an example laid over it."""
    project = target / "project"
    shutil.copytree(SOUND, project)
    for path, fragment in fragments.items():
        file = project / path
        if fragment == REMOVE:
            file.unlink()
            continue
        whole = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
        file.parent.mkdir(exist_ok=True)
        file.write_text(as_yaml(merged(whole, fragment)), encoding="utf-8")
    return check(project)


@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_example_gives_the_finding(name: str, tmp_path: Path) -> None:
    """Laid over a sound project, what the page calls wrong is found by its rule."""
    assert shelf[name].code in {each.code for each in findings_with(example(name, "Wrong"), tmp_path)}


@pytest.mark.parametrize("name", NAMES)
def test_the_right_example_gives_no_such_finding(name: str, tmp_path: Path) -> None:
    """What the page calls right is not found by its rule, and breaks nothing else."""
    found = findings_with(example(name, "Right"), tmp_path)
    assert shelf[name].code not in {each.code for each in found}
    assert at_least(found, "error") == ()


def test_columns_are_not_called_alike_while_an_option_is_out_of_sight(tmp_path: Path) -> None:
    """One unreadable option may be the very one that tells two criteria apart, so nothing is said of them."""
    files = example("c008-columns-alike", "Wrong")
    files["steelyard.yaml"] = {"rules": {"C008": {"fewest_options": 3}}}
    assert "C008" in {each.code for each in findings_with(files, tmp_path / "whole")}
    files["options/beans.yaml"] = {"scores": {"taste": {"value": "good"}}}
    assert "C008" not in {each.code for each in findings_with(files, tmp_path / "broken")}
