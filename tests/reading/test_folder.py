"""Whole folders: what is read, how it is named in findings, and that nothing whatever makes `check` fail."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odd_projects import plain_decisions
from projects import Files, as_yaml, decision, lay_out, quantity, weight_set
from steelyard.check import check, read
from steelyard.errors import NoDecisionError
from steelyard.reading import find_decision


def _files() -> Files:
    criteria = {"x": quantity(0, 4), "y": quantity(0, 4)}
    weights = {"even": weight_set("equal")}
    return decision(criteria, {"a": (1, 2), "b": (2, 1)}, weights, severity={"O003": "off"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A sound decision without a single finding."""
    lay_out(_files(), tmp_path)
    assert check(tmp_path) == ()
    return tmp_path


def _codes(root: Path) -> list[tuple[str, str]]:
    return [(each.place.path, each.code) for each in check(root)]


def test_a_byte_order_mark_is_no_fault(root: Path) -> None:
    """Files saved by Windows editors with a byte order mark are read like any other."""
    for file in root.rglob("*.yaml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert check(root) == ()


def test_line_ends_of_windows_are_no_fault(root: Path) -> None:
    """Files with CRLF line ends give the same definitions."""
    before = read(root).definitions
    for file in root.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    after = read(root).definitions
    assert check(root) == ()
    assert (after.options, after.criteria, after.weight_sets) == (
        before.options,
        before.criteria,
        before.weight_sets,
    )


def test_places_are_right_below_a_byte_order_mark_and_crlf(root: Path) -> None:
    """A finding points at the same line and column whatever the file's line ends and mark."""
    file = root / "options" / "b.yaml"
    text = file.read_text(encoding="utf-8").replace('"title"', '"titel"')
    found = []
    for content in (text.encode(), b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()):
        file.write_bytes(content)
        found.append([(each.code, each.place) for each in check(root)])
    assert found[0] == found[1]
    assert found[0]
    assert found[0][0][1][1:] == (2, 1)


def test_a_file_that_is_not_utf_8_is_a_fault_at_the_byte(root: Path) -> None:
    """The first byte that is no UTF-8 is pointed at by line and column."""
    (root / "options" / "b.yaml").write_bytes("id: b\ntitle: caf\u00e9\n".encode("latin-1"))
    found = next(each for each in check(root) if each.code == "Y001")
    assert found.place == ("options/b.yaml", 2, 11)


def test_a_folder_named_like_a_file_is_a_fault(root: Path) -> None:
    """A folder where a definition file should be is reported, not opened."""
    (root / "options" / "c.yaml").mkdir()
    assert any(each.place.path == "options/c.yaml" for each in check(root))


def test_files_that_nothing_reads_are_pointed_out(root: Path) -> None:
    """Files of another kind, or in a folder further down, are warnings; hidden ones are nobody's business."""
    (root / "options" / "draft.yml").write_text("id: draft\n", encoding="utf-8")
    (root / "options" / "old").mkdir()
    (root / "options" / "old" / "c.yaml").write_text("id: c\n", encoding="utf-8")
    (root / "options" / ".hidden").write_text("", encoding="utf-8")
    assert _codes(root) == [("options/draft.yml", "F001"), ("options/old/c.yaml", "F001")]


def test_an_id_must_be_the_file_name(root: Path) -> None:
    """An id that differs from the file's name is a fault at the id, and the file's name counts."""
    file = root / "options" / "b.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('"b"', '"bee"', 1), encoding="utf-8")
    found = check(root)
    assert [(each.code, each.place) for each in found] == [("K005", ("options/b.yaml", 1, 7))]
    assert list(read(root).definitions.options) == ["a", "b"]


def test_faults_of_every_file_come_in_one_run(root: Path) -> None:
    """A fault in one file hides none in another, and all come in order of file and line."""
    (root / "criteria" / "x.yaml").write_text("id: [x\n", encoding="utf-8")
    (root / "options" / "b.yaml").write_text("id: b\nid: b\n", encoding="utf-8")
    (root / "seeds" / "made-up.yaml").write_bytes(b"\xff")
    found = _codes(root)
    assert {("criteria/x.yaml", "Y002"), ("options/b.yaml", "Y004"), ("seeds/made-up.yaml", "Y001")} <= set(found)
    assert [path for path, _ in found] == sorted(path for path, _ in found)


def test_unknown_keys_come_with_the_nearest(root: Path) -> None:
    """A misspelt key is a fault with the key that was probably meant, and is not reported as missing too."""
    file = root / "options" / "b.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('"summary"', '"sumary"'), encoding="utf-8")
    (found,) = [each for each in check(root) if each.code == "K001"]
    assert "'sumary'" in found.message
    assert found.remedy == "Did you mean 'summary'?"


def test_the_decision_is_the_nearest_above(root: Path, tmp_path: Path) -> None:
    """The nearest folder upwards with a `steelyard.yaml` is the decision; above all folders there is none."""
    assert find_decision(root / "criteria" / "weights") == root.resolve()
    inner = root / "options" / "inner"
    lay_out(_files(), inner)
    assert find_decision(inner / "options") == inner.resolve()
    with pytest.raises(NoDecisionError, match="steelyard init --example"):
        find_decision(Path(tmp_path.anchor))


def _checked(files: dict[str, bytes]) -> None:
    """Check a folder of raw files; only findings may come of it, each with a place, a sentence and a remedy."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        for found in check(root):
            assert found.message
            assert found.remedy
            assert found.place.line >= 1
            assert found.place.column >= 1


PATHS = (
    "steelyard.yaml",
    "options/a.yaml",
    "criteria/x.yaml",
    "criteria/weights/even.yaml",
    "seeds/made-up.yaml",
)


@given(st.sampled_from(PATHS), st.binary(max_size=60))
def test_no_bytes_make_check_fail(path: str, content: bytes) -> None:
    """Whatever bytes stand in a definition file, `check` reports findings and raises nothing."""
    files = {each: as_yaml(content).encode() for each, content in _files().items()}
    _checked(files | {path: content})


_MARKS = [
    "a",
    ": ",
    "\n",
    "  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "'",
    '"',
    "|",
    ">",
    "&a",
    "*a",
    "!!int",
    "? ",
    "#",
    "~",
]
_WORDS = [
    "id",
    "scores",
    "value",
    "kind: levels",
    "shape: levels",
    "true",
    "<<",
    "\\",
    "---",
    "...",
    "%YAML 1.1",
]
_NUMBERS = ["1e999", "-0", "0x" + "f" * 5000, "0o" + "7" * 5000, "9" * 5000, ".nan", "2026-02-30"]
_SIGNS = ["~", "\u0085", "\ufeff", "\U0010ffff"]
_YAML_BITS = st.sampled_from([*_MARKS, *_WORDS, *_NUMBERS, *_SIGNS])
_KEYS = (
    "horizon",
    "seed",
    "close_call",
    "as_of",
    "schema_version",
    "groups",
    "baseline",
    "severity",
    "title",
)


@given(st.sampled_from(_KEYS), st.sampled_from([*_NUMBERS, *_WORDS, *_SIGNS, "[]", "{}", "[~]", "{a: ~}", "'"]))
def test_no_value_of_a_key_makes_check_fail(key: str, text: str) -> None:
    """A key of the decision may hold anything at all; what is wrong with it is a finding."""
    files = {each: as_yaml(content).encode() for each, content in _files().items()}
    without = {name: value for name, value in _files()["steelyard.yaml"].items() if name != key}
    _checked(files | {"steelyard.yaml": f"{as_yaml(without)}{key}: {text}\n".encode()})


@given(st.sampled_from(PATHS), st.lists(_YAML_BITS, max_size=25).map("".join))
def test_no_yaml_makes_check_fail(path: str, text: str) -> None:
    """Nor does any text made of YAML's own marks, keys of ours, and numbers beyond all bounds."""
    files = {each: as_yaml(content).encode() for each, content in _files().items()}
    _checked(files | {path: text.encode()})


_ODD_VALUES = [
    None, True, -1, 0, 1e308, -1e308, 10**400, 0.5, "", " ", "no", "a#b", "a", [], [[]], [None], {}, {"a": None},
    {"kind": "levels"}, {"shape": "levels"}, {"shape": "piecewise", "points": [[0, 0]]}, [1, 2, 3], "2026-13-01", "=1",
]  # fmt: skip


def _parts(content: object, here: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    steps = list(content.items()) if isinstance(content, dict) else []
    steps = list(enumerate(content)) if isinstance(content, list) else steps
    return [here, *(part for step, inner in steps for part in _parts(inner, (*here, step)))]


@given(plain_decisions(ranges=True), st.integers(0, 2**32))
def test_no_change_of_a_sound_decision_makes_check_fail(files: Files, seed: int) -> None:
    """Parts of a sound decision deleted, replaced or renamed give findings, whatever the part."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    changed = {path: _copied(content) for path, content in files.items()}
    for _ in range(chance.randint(1, 4)):
        path = chance.choice(sorted(changed))
        steps = chance.choice(_parts(changed[path])[1:] or [()])
        _spoil(changed[path], steps, chance)
    _checked({path: as_yaml(content).encode() for path, content in changed.items()})


def _copied(content: object) -> object:
    if isinstance(content, dict):
        return {key: _copied(each) for key, each in content.items()}
    return [_copied(each) for each in content] if isinstance(content, list) else content


def _spoil(content: object, steps: tuple[object, ...], chance: random.Random) -> None:
    if not steps:
        return
    for step in steps[:-1]:
        content = content[step]  # type: ignore[index]
    kind, last = chance.choice(["delete", "replace", "rename"]), steps[-1]
    if kind == "replace" or isinstance(content, list):
        content[last] = chance.choice(_ODD_VALUES)  # type: ignore[index]
    elif kind == "delete":
        del content[last]  # type: ignore[attr-defined]
    else:
        content[f"{last}-s"] = content.pop(last)  # type: ignore[index, attr-defined]
