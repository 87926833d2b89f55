"""The JSON Schemas say what reading says: what one refuses of a file's form, the other refuses."""

import copy
import json
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from projects import as_yaml
from schema_files import files_of
from steelyard.check import check
from steelyard.documents.decision import Decision
from steelyard.documents.definitions import FILES, FOLDERS, path_of
from steelyard.documents.kinds import RECORDS
from steelyard.documents.record import Record
from steelyard.errors import UnknownNameError
from steelyard.reading.yaml_text import parse
from steelyard.schema import CONTRADICTIONS, Schema, as_text, schema_of

HERE = Path(__file__).resolve().parent
Tree = Any
_OF_FOLDER = {folder: kind for kind, folder in FOLDERS.items()} | {file: kind for kind, file in FILES.items()}


def _for_python(part: Tree) -> Tree:
    """A schema whose patterns end where JSON Schema means `$`: at the very end, where Python lets a line end follow."""
    if isinstance(part, list):
        return [_for_python(each) for each in part]
    if not isinstance(part, dict):
        return part
    mended = {key: _for_python(each) for key, each in part.items()}
    if isinstance(part.get("pattern"), str):
        mended["pattern"] = re.sub(r"\$$", r"\\Z", part["pattern"])
    if "patternProperties" in part:
        mended["patternProperties"] = {
            re.sub(r"\$$", r"\\Z", key): each for key, each in mended["patternProperties"].items()
        }
    return mended


SCHEMAS = {kind: _for_python(schema_of(kind)) for kind in RECORDS}
VALIDATORS = {kind: Draft7Validator(SCHEMAS[kind], format_checker=Draft7Validator.FORMAT_CHECKER) for kind in RECORDS}


def _kind(path: str) -> str:
    return _OF_FOLDER[path.rpartition("/")[0] or path]


def _files() -> Iterator[tuple[str, Tree]]:
    """Every definition file of the catalogue and of the sound project, by kind."""
    for root in (HERE.parent, HERE / "sound"):
        for file in [
            *(root / each for each in FILES.values() if (root / each).exists()),
            *sorted(each for top in FOLDERS.values() for each in (root / top).glob("*.yaml")),
        ]:
            tree, faults = parse(file.read_text(encoding="utf-8"))
            assert faults == []
            yield _kind(file.relative_to(root).as_posix()), json.loads(json.dumps(tree))


def _with_panels(option: Tree) -> Tree:
    """An option whose cost and scores follow from panels of one to three assessors."""
    panel = {"assessor-a": {"value": 2, "low": 1, "high": 2.5}, "b": {"value": 3}, "c": {"value": 2, "high": 4}}
    panelled = copy.deepcopy(option)
    for size, judged in enumerate([panelled["cost"], *panelled["scores"].values()]):
        for key in ("value", "low", "high"):
            judged.pop(key, None)
        judged["panel"] = dict(list(panel.items())[size % 3 :])
    return panelled


_DISTRIBUTIONS = (
    {"shape": "fixed"},
    {"shape": "triangular", "interval": 90},
    {"shape": "uniform", "interval": 50},
    {"shape": "pert", "interval": 99.9},
    {"shape": "normal", "mean": 2, "sd": 0.5},
    {"shape": "lognormal", "log_mean": -1, "log_sd": 2},
    {"shape": "beta", "alpha": 0.1, "beta": 100_000, "least": -1, "most": 4},
)


def _spread(option: Tree, shape: Tree) -> Tree:
    """An option whose cost and first score state a distribution."""
    spread = copy.deepcopy(option)
    for judged in (spread["cost"], next(iter(spread["scores"].values()))):
        judged["distribution"] = shape
    return spread


def _more() -> Iterator[tuple[str, Tree]]:
    """Sound files that use what the shipped ones do not."""
    files = list(_files())
    criterion = next(tree for kind, tree in files if kind == "criterion")
    for shape in (
        {"shape": "threshold", "from": 1, "to": 2.5},
        {"shape": "piecewise", "points": [[0, 0], [1, 0.5], [4, 1]], "outside": "extrapolate"},
        {"shape": "levels", "values": {"0": 0, "1.5": 0.5, "-1.0e3": 1, ".5": 0}},
        {"shape": "linear", "outside": "clip"},
    ):
        yield "criterion", {**criterion, "value_function": shape}
    option = next(tree for kind, tree in files if kind == "option")
    yield "option", {**option, "role": "discarded", "discarded_because": "It is too late."}
    yield "option", {**option, "gates": {"lawful": {"pass": False, "because": "It is not."}}, "requires": ["other"]}
    yield "option", _with_panels(option)
    yield from (("option", _spread(option, shape)) for shape in _DISTRIBUTIONS)
    yield "decision", {**next(tree for kind, tree in files if kind == "decision"), "panel_aggregate": "mean"}
    for file in ("draws/scores.csv", "draws/2026-03.b_2.parquet"):
        yield "decision", {**next(tree for kind, tree in files if kind == "decision"), "draws": {"file": file}}
    review = {"by": "a reader", "on": "2026-01-02", "verdict": "does-not", "digest": "ab" * 32, "status": "agreed"}
    name, score = next((name, each) for name, each in option["scores"].items() if each.get("evidence"))
    reviewed = {**score, "implies": {score["evidence"][0]: 1.5}, "review": review}
    scores = {**option["scores"], name: reviewed}
    yield "option", {**option, "scores": scores, "cost": {**option["cost"], "review": review}, "scored_by": "a clerk"}
    flat = next(tree for kind, tree in files if kind == "weights" and "judgements" in tree)
    yield "weights", {**flat, "status": "agreed", "on": "2026-03-01", "at": "a meeting", "recorded_by": "a clerk"}
    decision = next(tree for kind, tree in files if kind == "decision")
    yield "decision", {**decision, "severity": {"S001": "off"}, "seed": 0, "schema_version": 1.0, "horizon": 2031.0}
    golden = [
        {"weights": "even", "first": "walk", "because": "It is."},
        {"weights": "even", "above": [["walk", "stay"]], "because": "It is."},
    ]
    yield "decision", {**decision, "expectations": golden}
    taken = {"chosen": ["walk"], "because": "It is near.", "status": "illustrative"}
    gates = {"lawful": {"title": "Lawful", "question": "Is it?"}}
    yield "decision", {**decision, "gates": gates, "decision": taken}
    more = {"by": "a board", "on": "2026-03-01", "weights": "even", "was_first": "stay", "instead_of_leader": "Rain."}
    yield "decision", {**decision, "decision": {**taken, **more, "status": "agreed"}}
    yield "decision", {**decision, "rules": {"C008": {"correlation": 0.9, "fewest_options": 4.0}, "W004": {}}}
    source = next(tree for kind, tree in files if kind == "source")
    yield "source", {**source, "draws_on": ["another"]}
    yield from (
        ("source", {**source, "issued": issued, "accessed": "2026-02-28"}) for issued in (2026, 2026.0, "2026-03")
    )


SOUND = [*_files(), *_more()]


def _reading_refuses(kind: str, tree: Tree) -> list[str]:
    """What `check` says of the form of one file: faults of its keys, less the id that differs from its name."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / path_of(kind, "it")
        file.parent.mkdir(parents=True, exist_ok=True)
        (Path(folder) / "steelyard.yaml").write_text("{}", encoding="utf-8")
        file.write_text(as_yaml(tree), encoding="utf-8")
        here = path_of(kind, "it")
        found = [each for each in check(Path(folder)) if each.code[0] in "KY"]
        return [f"{each.code} {each.message}" for each in found if each.place.path == here and each.code != "K005"]


def _schema_refuses(kind: str, tree: Tree) -> list[str]:
    return [each.message for each in VALIDATORS[kind].iter_errors(tree)]


def _schemas_in(part: object) -> Iterator[Schema]:
    """Every schema inside a schema."""
    if isinstance(part, list):
        for each in part:
            yield from _schemas_in(each)
    elif isinstance(part, dict):
        yield part
        for key, inner in part.items():
            blocks = key in ("properties", "patternProperties", "definitions")
            for each in inner.values() if blocks else [inner] if key not in ("default", "dependencies") else []:
                yield from _schemas_in(each)


@pytest.mark.parametrize("kind", RECORDS)
def test_schemas_are_draft_07(kind: str) -> None:
    """Every schema is valid draft-07, and uses no word of a newer draft: editors would ignore it in silence."""
    schema = schema_of(kind)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    text = as_text(schema)
    assert json.loads(text) == schema
    assert not re.search(r'"(\$defs|prefixItems|unevaluated\w+|dependent\w+)"', text)
    assert all(set(each) == {"$ref"} for each in _schemas_in(schema) if "$ref" in each)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_key_is_described(kind: str) -> None:
    """Whoever types a key is told in a sentence what it is for, however deep the key stands."""
    told = 0
    for schema in _schemas_in(schema_of(kind)):
        for key, inner in schema.get("properties", {}).items():
            if set(inner) <= {"const", "minItems"}:  # a condition on a key that is described elsewhere
                continue
            assert len(inner.get("description", "")) > len(key), key
            assert inner["description"].endswith("."), key
            told += 1
    assert told >= len(RECORDS[kind].model_fields)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_block_is_closed(kind: str) -> None:
    """A key or a name that nobody reads is refused everywhere, as reading refuses it."""
    for schema in _schemas_in(schema_of(kind)):
        if schema.get("type") == "object" and "oneOf" not in schema:
            assert "additionalProperties" in schema
            assert schema["additionalProperties"] is False or "properties" not in schema


@pytest.mark.parametrize(("kind", "tree"), SOUND)
def test_sound_files_pass(kind: str, tree: Tree) -> None:
    """Every file of the catalogue and the tests passes its schema, and reading."""
    assert _schema_refuses(kind, tree) == []
    assert _reading_refuses(kind, tree) == []


VALUES = st.sampled_from([
    None, True, False, 1.0, 2031.0, 2031.5, float("nan"), float("inf"), float("-inf"), -0.0, 1e300, 1e-300,
    0, 1, -1, 2, 6, 7, 0.5, 3.5, -(10**250), 10**250, 1, 999, 1000, 2026, 9999, 10000, 2201,
    "", " ", "\u0085", "\u00a0\n", "text", "Basic", "a-b", "a--b", "a#b", "a#", "a\n", "0", "1e3", "1_0", "x",
    "2026", "2026-03", "2026-3", "2026-01-01", "2026-02-30", "2024-02-29", "2026-13-01", "0000-01-01", "26-01-01",
    "2026-13", "0999-12-31", "1000-01-01", "1900-02-29", "2000-02-29", "2026-04-31", "\uff12\uff10\uff12\uff16",
    "2026-01-01T00:00:00", " swing ", " linear", "levels\n",
    "swing", "equal", "direct", "Swing", "linear", "levels", "piecewise", "threshold", "quantity", "cost",
    "agreed", "illustrative", "discarded", "baseline", "option", "more", "less", "off", "A", "G", "clip",
    "0" * 64, "0" * 63, "F" * 64, [], {}, [1], ["a"], ["a", "a"], ["a#b"], [0, 1], [1, 0.5, 2], [[0, 0], [1, 1]],
    [None], {"a": 1}, {"a": None}, {"a": "b"}, {"a-b": {"c": 2}}, {"A": 1}, {"0": 0, "1": 1}, {"x": 1},
    {"-0": 0}, {"1.0": 1}, {"01": 1}, {"\u0661": 1}, {"1e3": 1}, {"9" * 400: 1}, {" 1": 1},
    {"C008": {"fewest_options": 5.0}},
    {"shape": "linear"},
    {"shape": "threshold", "from": 0, "to": 1}, {"shape": "levels", "values": {".5": 1, "5.": 2, " 1": 0}},
    {"shape": "levels", "values": {"1__0": 1}}, {"shape": "piecewise", "points": [[0, 0], [1]]},
    {"shape": "piecewise", "points": [[0, 0]]}, {"shape": "linear", "values": {}},
    {"kind": "cost", "worst": 1, "best": 2},
    {"kind": "levels", "levels": []}, {"kind": "cost", "worst": 1, "best": 2, "unit": "x"},
    {"pass": True, "because": "x"},
])  # fmt: skip
KEYS = sorted(
    {"new", "A", "a b", "passed", "0"}
    | {key for kind in RECORDS for schema in _schemas_in(schema_of(kind)) for key in schema.get("properties", {})}
)


def _blocks(tree: Tree) -> list[Tree]:
    """Every block and list of a file, the file itself first."""
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else []
    return ([tree] if isinstance(tree, dict | list) else []) + [found for each in inner for found in _blocks(each)]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, Tree]:
    """A sound file with up to three changes: a key dropped, added, renamed, given another value, or nested wrongly."""
    kind, sound = draw(st.sampled_from(SOUND))
    tree = copy.deepcopy(sound)
    for _ in range(draw(st.integers(1, 3))):
        block = draw(st.sampled_from([each for each in _blocks(tree) if each] or [tree]))
        steps = list(block) if isinstance(block, dict) else list(range(len(block)))
        if not steps:
            continue
        step = draw(st.sampled_from(steps))
        match draw(st.sampled_from(["drop", "add", "rename", "change", "nest", "lift"])):
            case "drop":
                del block[step]
            case "add" if isinstance(block, dict):
                block[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(VALUES))
            case "rename" if isinstance(block, dict):
                block[draw(st.sampled_from(KEYS))] = block.pop(step)
            case "nest":
                block[step] = draw(st.sampled_from([{str(step): block[step]}, [block[step]]]))
            case "lift" if isinstance(block[step], dict) and isinstance(block, dict):
                block |= block.pop(step)
            case _:
                block[step] = copy.deepcopy(draw(VALUES))
    return kind, tree


_GROUPED = next(tree for kind, tree in SOUND if kind == "weights" and "within" in tree)


def _score_with(**changes: Tree) -> tuple[str, Tree]:
    """An option with panels, one of whose scores is changed."""
    option = copy.deepcopy(next(tree for kind, tree in SOUND if kind == "option" and "panel" in tree.get("cost", {})))
    next(iter(option["scores"].values())).update(changes)
    return "option", option


@given(mutated())
@example(("weights", _GROUPED | {"judgements": {"a": 1}}))
@example(("weights", next(t for k, t in SOUND if k == "weights") | {"status": "agreed"}))
@example(("weights", {key: value for key, value in _GROUPED.items() if key != "within"}))
@example(("weights", {key: value for key, value in _GROUPED.items() if key != "groups"}))
@example(("criterion", next(t for k, t in SOUND if k == "criterion") | {"definition": None}))
@example(_score_with(value=2))
@example(_score_with(low=2))
@example(_score_with(high=2))
@example(_score_with(panel={}))
@example(_score_with(panel=None))
@example(_score_with(panel=None, value=2))
@example(_score_with(panel=[1], value=2))
@example(_score_with(panel={"a": {"value": 10**250}}))
@example(_score_with(panel={"a": {"low": 1}}))
@example(_score_with(panel={"a": 2}))
@example(("option", next(t for k, t in SOUND if k == "option") | {"role": "discarded"}))
@example(("option", next(t for k, t in SOUND if k == "option" and "role" not in t) | {"discarded_because": "x"}))
def test_schema_and_reading_refuse_the_same(case: tuple[str, Tree]) -> None:
    """However a sound file is spoilt, its schema refuses it exactly when `check` does."""
    kind, tree = case
    by_reading, by_schema = _reading_refuses(kind, tree), _schema_refuses(kind, tree)
    assert bool(by_reading) == bool(by_schema), f"reading: {by_reading}\nschema: {by_schema}\n{tree}"


def _changed(kind: str, **changes: Tree) -> tuple[str, Tree]:
    return kind, next(copy.deepcopy(tree) for each, tree in SOUND if each == kind) | changes


_NAN, _INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    "case",
    [
        _changed("criterion", value_function={"shape": "threshold", "from": _INFINITE, "to": _INFINITE}),
        _changed("criterion", value_function={"shape": "piecewise", "points": [[0, 0], [_NAN, 1]]}),
        _changed("criterion", value_function={"shape": "linear\n"}),
        *(
            _changed("criterion", value_function={"shape": "levels", "values": {level: 1}})
            for level in ("", ".", "1_0", " 1", "1\n", "one", "1e400", "\u0661", "9" * 400)
        ),
        _changed("criterion", scale={"kind": "cost", "worst": _NAN, "best": 1}),
        _changed("decision", schema_version=True),
        _changed("decision", horizon=2031.5),
        _changed("decision", horizon=True),
        _changed("decision", close_call=_NAN),
        _changed("decision", as_of="2026-02-29"),
        _changed("decision", as_of="0999-01-01"),
        _changed("decision", expectations=[{"weights": "even", "because": "It is."}]),
        _changed("decision", expectations=[{"weights": "even", "above": [], "because": "It is."}]),
        _changed("decision", gates={"lawful": {"title": "Lawful"}}),
        _changed("decision", decision={"chosen": [], "because": "It is.", "status": "illustrative"}),
        _changed("decision", decision={"chosen": ["walk"], "because": "It is.", "status": "agreed", "by": "a board"}),
        _changed(
            "decision", decision={"chosen": ["walk"], "because": "It is.", "status": "agreed", "on": "2026-01-01"}
        ),
        _changed("decision", taken={"chosen": ["walk"], "because": "It is.", "status": "illustrative"}),
        _changed("decision", rules={"C008": {"fewest_options": 4.5}}),
        _changed("decision", rules={"W004": {"largest": _INFINITE}}),
        _changed("weights", method=" swing "),
        _changed("weights", precision=_NAN),
        _changed("source", issued=True),
        _changed("source", issued="2026-13"),
        _changed("source", issued="2026-02-29"),
        _changed("source", issued="\uff12\uff10\uff12\uff16"),
    ],
)
def test_what_one_would_miss_both_refuse(case: tuple[str, Tree]) -> None:
    """Numbers that JSON has not, days that no calendar has, and what Python takes for a number: refused twice."""
    assert _schema_refuses(*case) != []
    assert _reading_refuses(*case) != []


def test_a_grade_is_no_flag() -> None:
    """`true` is the number 1 to Python alone: as a claim's credibility both refuse it."""
    kind, source = _changed("source")
    next(iter(source["claims"].values()))["credibility"] = True
    assert _schema_refuses(kind, source) != []
    assert [each.split()[0] for each in _reading_refuses(kind, source)] == ["K003"]


def test_a_year_may_end_in_a_point_and_a_nought() -> None:
    """`2031.0`, as spreadsheets write it, is the year 2031 to both, and reads as the whole number."""
    case = _changed("decision", horizon=2031.0, seed=7.0)
    assert _schema_refuses(*case) == _reading_refuses(*case) == []
    record = Decision.model_validate(case[1])
    assert (repr(record.horizon), repr(record.seed)) == ("2031", "7")


@pytest.mark.parametrize("year", [1000, 1900, 1996, 2000, 2023, 2024, 2100, 2400, 9996, 9999])
def test_the_calendar_is_spelt_out_right(year: int) -> None:
    """The pattern for days takes the days that the calendar has, and no others, in common and leap years."""
    pattern = schema_of("decision")["properties"]["as_of"]["pattern"]
    for month in range(14):
        for day in range(33):
            try:
                real = bool(date(year, month, day))
            except ValueError:
                real = False
            assert bool(re.search(pattern, f"{year}-{month:02}-{day:02}")) == real


def _records_in(annotation: object) -> Iterator[type[Record]]:
    """Every record that an annotation leads to."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
        for each in annotation.model_fields.values():
            yield from _records_in(each.annotation)
    for inner in get_args(annotation):
        yield from _records_in(inner)


def test_each_contradiction_is_said_in_the_schema() -> None:
    """Every record that holds its keys against one another says so in its schema too, and no other does."""
    records = {each for kind in RECORDS for each in _records_in(RECORDS[kind])}
    checking = {each for each in records if each.__pydantic_decorators__.model_validators}
    assert checking == set(CONTRADICTIONS)


@pytest.mark.parametrize("kind", RECORDS)
@given(data=st.data())
def test_what_a_schema_allows_can_be_read(kind: str, data: st.DataObject) -> None:
    """Files drawn from the schema alone, with every key that it knows, are read without a fault of form."""
    tree = data.draw(files_of(SCHEMAS[kind]))
    if _schema_refuses(kind, tree) == []:
        assert _reading_refuses(kind, tree) == []
    else:
        assert _reading_refuses(kind, tree) != []


def test_every_member_of_the_shelves_is_offered() -> None:
    """Editors offer every shape with its own settings, and every method, each with what it is."""
    shapes = schema_of("criterion")["definitions"]["ValueFunctionChoice"]["oneOf"]
    assert [each["properties"]["shape"]["const"] for each in shapes] == ["levels", "linear", "piecewise", "threshold"]
    assert list(shapes[3]["properties"]) == ["shape", "from", "to"]
    assert shapes[3]["description"].startswith("A ramp: no value up to one threshold")
    method = schema_of("weights")["properties"]["method"]
    assert {"direct", "equal", "swing"} <= set(method["enum"])
    assert "`equal`: Every criterion's full range matters alike." in method["description"]


@pytest.mark.parametrize(
    ("rules", "sound"),
    [
        ({"C008": {"share": 0.2}}, None),
        ({"S999": {}}, False),
        ({"S001": {"x": 1}}, False),
        ({"s008": {}}, False),
        ({}, True),
    ],
)
def test_settings_of_rules_are_known(rules: Tree, sound: bool | None) -> None:  # noqa: FBT001 - what is expected
    """A project's settings of a rule are held to that rule's own keys, by the schema as by `check`."""
    case = _changed("decision", rules=rules)
    assert bool(_schema_refuses(*case)) == bool(_reading_refuses(*case))
    assert sound is None or (_schema_refuses(*case) == []) == sound


def test_an_unknown_kind_is_told_the_nearest() -> None:
    """A misspelt kind is answered with the kind that was meant."""
    with pytest.raises(UnknownNameError, match=re.escape("no kind of file 'wieghts'. Did you mean 'weights'?")):
        schema_of("wieghts")
