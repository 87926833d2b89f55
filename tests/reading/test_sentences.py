"""How a record's refusal is worded. Whole projects with every fault stand under `broken/`; here are the words."""

from typing import Any

import pytest

from projects import as_yaml, decision, quantity, weight_set
from steelyard.documents.criterion import Criterion
from steelyard.documents.decision import Decision
from steelyard.documents.weight_set import Points, WeightSet, judged_as
from steelyard.reading.fault import Fault
from steelyard.reading.records import extract
from steelyard.reading.yaml_text import parse


def _faults(record: type[Criterion | WeightSet], content: dict[str, Any]) -> list[Fault]:
    tree, faults = parse(as_yaml(content))
    assert faults == []
    return extract(tree, record).faults


def _criterion(**changes: object) -> dict[str, Any]:
    return {"id": "x", **quantity(0, 4), **changes}


@pytest.mark.parametrize(
    ("changes", "code", "said"),
    [
        ({"title": 7}, "K003", "'title' must be text; it is the number 7"),
        ({"title": "  "}, "K004", "'title' is blank"),
        ({"title": None}, "K003", "'title'"),
        ({"better": "mor"}, "K004", "'better' is the text 'mor', which is not one of 'more' or 'less'"),
        ({"id": "Not Kebab"}, "K004", "an id has lower-case letters and digits, joined by single hyphens"),
        ({"scale": 4}, "K003", "'scale' must be a block of keys with values; it is the number 4"),
        ({"scale": {}}, "K002", "the key 'kind' is missing"),
        ({"scale": {"kind": "quantty"}}, "K006", "there is no kind 'quantty'"),
        ({"titel": "x"}, "K001", "the key 'titel' is not known here"),
        ({"[key]": "x"}, "K001", "the key '[key]' is not known here"),
        ({"kind: levels": "x"}, "K001", "the key 'kind: levels' is not known here"),
        ({"scale": {"kind": "cost", "worst": 0, "best": 1, "kind: cost": 1}}, "K001", "the key 'kind: cost'"),
    ],
)
def test_a_refusal_is_a_sentence_with_a_code(changes: dict[str, Any], code: str, said: str) -> None:
    """Each way of being wrong has its code, and a sentence that names the key and what stands there."""
    found = _faults(Criterion, _criterion(**changes))
    assert [each.code for each in found] == [code]
    assert said in found[0].message
    assert found[0].remedy.endswith((".", "?"))
    assert "pydantic" not in found[0].message


def test_a_number_in_quotes_is_told_how_to_be_one() -> None:
    """Text that looks like a number is not read as one; the remedy is to take the quotes off."""
    scale = {"kind": "quantity", "unit": "steps", "worst": "0", "best": 4}
    (found,) = _faults(Criterion, _criterion(scale=scale))
    assert found.message == "'scale.worst' must be a number; it is the text '0'"
    assert found.remedy == "Take the quotes off, or write digits."


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        ({"value_function": "linear"}, "Write keys with values below it: `shape: linear`."),
        ({"value_function": 4}, "Write a block of keys with values."),
        ({"value_function": [1]}, "Write a block of keys with values."),
        ({"value_function": [{"shape": "linear"}]}, "Delete the hyphens: a block of keys has none."),
        ({"value_function": "x" * 41}, "Write keys with values below it: `shape: ...`."),
    ],
)
def test_a_bare_value_is_shown_as_a_block(changes: dict[str, Any], remedy: str) -> None:
    """What stands there is put under the key that takes it, beside the other keys that are needed."""
    (found,) = _faults(Criterion, _criterion(**changes))
    assert (found.code, found.remedy) == ("K003", remedy)


def _expecting(above: object) -> list[Fault]:
    changes = {"expectations": [{"weights": "even", "above": above, "because": "It must."}]}
    files = decision({"x": quantity(0, 4)}, {"a": (1,)}, {"even": weight_set("equal")}, **changes)
    tree, faults = parse(as_yaml(files["steelyard.yaml"]))
    assert faults == []
    return extract(tree, Decision).faults


@pytest.mark.parametrize(
    ("above", "remedy"),
    [
        (["a", "b"], "Write the pair in brackets of its own: `above: [[a, b]]`."),
        ("a, b", "Write the pair in brackets of its own: `above: [[a, b]]`."),
        (["a", "b", "c"], "Write each pair in brackets of its own: `above: [[a, b]]`."),
        ([["a", "b"], "c"], "Write each pair in brackets of its own: `above: [[c, ...]]`."),
        ([{"a": "b"}], "Write each pair in brackets of its own: `above: [[first, second]]`."),
        ([["a", "b", "c"]], "Write a pair for each two: `[a, b], [b, c]`."),
        ([["a"]], "Write two entries, as in `[first, second]`."),
        ([[]], "Write two entries, as in `[first, second]`."),
    ],
)
def test_a_pair_is_asked_for_once_and_written_out(above: object, remedy: str) -> None:
    """Names in a row, a text, a chain of three: one slip is one finding, with the pair that was meant."""
    (found,) = _expecting(above)
    assert found.remedy == remedy


@pytest.mark.parametrize(
    ("stated", "remedy"),
    [
        ([0, 1, 2], "Leave two of them."),
        ([0], "Write two entries, as in `[first, second]`."),
        (5, "Write two entries, as in `[first, second]`."),
    ],
)
def test_a_range_has_two_ends(stated: object, remedy: str) -> None:
    """Where a single pair is asked for, nobody is told of lists with hyphens."""
    (found,) = _faults(WeightSet, {"id": "w", **weight_set("equal"), "ranges": {"x": stated}})
    assert found.remedy == remedy


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (float("inf"), "not a finite number"),
        (float("nan"), "not a finite number"),
        (1e201, "must be at most 1e+200"),
    ],
)
def test_numbers_without_measure_are_refused(number: float, said: str) -> None:
    """Infinite numbers, NaN and numbers beyond computing are refused where they stand."""
    content = {"id": "w", **weight_set("direct", judgements={"x": number})}
    (found,) = _faults(judged_as(Points), content)
    assert found.code == "K004"
    assert said in found.message


def test_agreed_weights_need_a_record_of_the_agreement() -> None:
    """Weights that are said to be agreed and do not say when, where and by whom are refused."""
    (found,) = _faults(WeightSet, {"id": "w", **weight_set("equal"), "status": "agreed"})
    assert found.code == "K004"
    assert found.message.endswith("missing: on, at, recorded_by")


def test_two_ways_of_judging_exclude_each_other() -> None:
    """A weight set states judgements, or groups with within; never both, and groups never alone."""
    both = weight_set("direct", judgements={"x": 1}, groups={"g": 1}, within={"g": {"x": 1}})
    assert [each.code for each in _faults(WeightSet, {"id": "w", **both})] == ["K004"]
    alone = weight_set("direct", groups={"g": 1})
    assert [each.code for each in _faults(WeightSet, {"id": "w", **alone})] == ["K004"]


def test_what_can_be_read_is_read_beside_the_faults() -> None:
    """A faulty part is left out and named as dropped; the rest of the record is there."""
    tree, _ = parse(as_yaml(_criterion(definition=7, titel="x")))
    extraction = extract(tree, Criterion)
    assert extraction.record is not None
    assert extraction.record.title == "A quantity"
    assert extraction.record.definition is None
    assert ("definition",) in extraction.dropped


@pytest.mark.parametrize("key", ["[key]", "kind: cost", "kind: x"])
def test_keys_named_like_a_word_of_the_reader(key: str) -> None:
    """The reader's own marks, written as a key, are keys like any other: pointed at, left out, and nothing else."""
    judged = {"x": 1, key: 2}
    tree, _ = parse(as_yaml({"id": "w", **weight_set("direct", judgements=judged)}))
    extraction = extract(tree, WeightSet)
    (fault,) = extraction.faults
    assert fault.message.startswith(f"'judgements.{key}' is the text '{key}', but an id has")
    assert extraction.dropped == {("judgements", key)}
    assert extraction.record is not None
    assert extraction.record.judgements == {"x": 1}
