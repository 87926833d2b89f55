"""The fast way of reading gives what the careful one gives, or leaves the file to it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects import decision, lay_out, quantity, weight_set
from steelyard.check import check
from steelyard.reading import trees
from steelyard.reading.plain import plain
from steelyard.reading.yaml_text import DEEPEST, parse

ROOT = Path(__file__).resolve().parents[2]
OFF = {"O003": "off", "C009": "off"}
CATALOGUE = [
    ROOT / "steelyard.yaml",
    *(file for top in ("options", "criteria", "seeds") for file in (ROOT / top).rglob("*.yaml")),
]
TESTED = sorted(file for top in ("sound", "broken") for file in (ROOT / "tests" / top).rglob("*.yaml"))
SNIPPETS = (
    "a", "b: ", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", "? ", "[", "]", "{", "}", ", ", ",", "'", '"', "# c",
    "|\n  t\n", ">-\n  t\n", "&x ", "*x", "!t ", "! ", "!!int ", "---\n", "...\n", "%YAML 1.2\n", "<<: ",
    "1", "0o17", "0x1F", "1e3", ".inf", "-.INF", ".nan", "~", "null", "true", "no", "12:30", "010",
    "\t", "\x07", "\ufeff", "\r\n", "\x85", "\u2028", "\u00e9", "\U0001f680",
)  # fmt: skip


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig", errors="replace")


def _agree(text: str) -> bool:
    """Hold the fast way against the careful one, types included, and say whether the fast one was enough."""
    content = plain(text)
    if content is not None:
        tree, faults = parse(text)
        assert faults == []
        assert json.dumps(content) == json.dumps(tree)
        assert not getattr(tree, "holds_empty", True)
    return content is not None


@pytest.mark.parametrize("file", CATALOGUE, ids=lambda file: file.name)
def test_sound_files_are_read_the_fast_way(file: Path) -> None:
    """A file of the catalogue is read alike both ways, and needs only the fast one."""
    assert _agree(_text(file))


def test_files_of_every_broken_project_are_read_alike() -> None:
    """Whatever the fast way makes something of is what the careful one makes of it, without a fault."""
    fast = sum(_agree(_text(file)) for file in TESTED)
    assert len(TESTED) / 2 < fast < len(TESTED)


@given(st.lists(st.sampled_from(SNIPPETS), max_size=25).map("".join))
def test_any_text_is_read_alike(text: str) -> None:
    """The same for texts put together from all that YAML has."""
    _agree(text)
    _agree(f"k:\n  {text}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "word",
        "- a\n- b\n",
        "a: 1\na: 2\n",
        "a: {b: 1, b: 2}\n",
        "a:\n",
        "a: [1, ~]\n",
        "a: &x 1\n",
        "a: &x [1]\n",
        "a: &x {b: 1}\n",
        "&x a: 1\n",
        "a: !!str 1\n",
        "a: ! 1\n",
        "a: !!set {b: 1}\n",
        "!!str a: 1\n",
        "a: [&x 1, *x]\n",
        "*a : 1\n",
        "[a]: 1\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\n---\n",
        "a: [1\n",
        "a: 1\n b: 2\n",
        "a:\t1\n",
        "a: \x001\n",
        "a: " + "[" * DEEPEST + "1" + "]" * DEEPEST,
        "a: " + "[" * 200_000,
    ],
)  # fmt: skip
def test_what_is_unusual_is_left_to_the_careful_way(text: str) -> None:
    """Everything that `parse` reports, or whose place `extract` may need, is none of the fast way's business."""
    assert plain(text) is None


def test_every_character_is_read_alike() -> None:
    """Characters that YAML may refuse, in a value, in quotes and in a comment: no way takes what the other refuses."""
    edges = (*range(0x180), *range(0x2000, 0x2070), *range(0xD7F0, 0xD800), *range(0xFE00, 0x10010), 0x10FFFF)
    for character in map(chr, edges):
        for text in (f"a: b{character}c\n", f'a: "b{character}c"\n', f"a: b # {character}\n"):
            _agree(text)


def test_the_deepest_nesting_is_still_read() -> None:
    """As deep as `parse` goes, and no deeper."""
    assert _agree("a: " + "[" * (DEEPEST - 1) + "1" + "]" * (DEEPEST - 1))


def test_only_files_with_findings_are_read_with_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One score off its scale in one file: that file is parsed for the place, and no other, and only once."""
    files = decision({"x": quantity(0, 4)}, {"a": (9,), "b": (1,)}, {"even": weight_set("equal")}, severity=OFF)
    parsed: list[str] = []
    monkeypatch.setattr(trees, "parse", lambda text: parsed.append(text) or parse(text))
    project = lay_out(files, tmp_path)
    assert [each.code for each in check(project)] == ["S003"]
    assert parsed == [(project / "options" / "a.yaml").read_text(encoding="utf-8")]
