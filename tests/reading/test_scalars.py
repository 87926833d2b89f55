import math

import pytest

from steelyard.reading.scalars import resolve
from steelyard.reading.yaml_text import parse


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("n", "n"),
        ("NO", "NO"),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("null", None),
        ("Null", None),
        ("~", None),
        ("", None),
        ("none", "none"),
        ("010", 10),
        ("-010", -10),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b101", "0b101"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("1:30", "1:30"),
        ("1e3", 1000.0),
        ("1E-3", 0.001),
        (".5", 0.5),
        ("5.", 5.0),
        ("+.5e1", 5.0),
        ("-1", -1),
        ("+7", 7),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("inf", "inf"),
        ("nan", "nan"),
        ("2026-01-02", "2026-01-02"),
        ("1.2.3", "1.2.3"),
        ("1e", "1e"),
        (".", "."),
        ("-", "-"),
        ("+", "+"),
        ("e5", "e5"),
        ("0x", "0x"),
        ("0o8", "0o8"),
        ("=", "="),
        ("<<", "<<"),
        ("9" * 300, int("9" * 300)),
        ("9" * 400, math.inf),
        ("-" + "9" * 400, -math.inf),
        ("1\u0662", "1\u0662"),
    ],
)
def test_plain_scalars_follow_yaml_1_2(text: str, meaning: object) -> None:
    """An unquoted scalar means what section 10.3.2 of YAML 1.2.2 says, and never what YAML 1.1 said."""
    found = resolve(text)
    assert found == meaning
    assert type(found) is type(meaning)


@pytest.mark.parametrize("text", [".nan", ".NaN", ".NAN"])
def test_not_a_number_is_read_as_such(text: str) -> None:
    """The three spellings of NaN are read, so that records can refuse them with a sentence."""
    found = resolve(text)
    assert isinstance(found, float)
    assert math.isnan(found)


@pytest.mark.parametrize("text", ["0x" + "f" * 9000, "0o" + "7" * 9000])
def test_endless_whole_numbers_of_any_base_do_no_harm(text: str) -> None:
    """A hexadecimal or octal number too long for any scale is read without complaint and can be shown."""
    tree, faults = parse(f"a: {text}\n")
    assert faults == []
    assert isinstance(tree, dict)
    assert repr(tree["a"])


def test_quotes_make_text() -> None:
    """What stands in quotes, or in a block, is text whatever it looks like."""
    tree, faults = parse("a: '010'\nb: \"true\"\nc: |\n  12\nd: 010\n")
    assert faults == []
    assert tree == {"a": "010", "b": "true", "c": "12\n", "d": 10}


def test_keys_are_text() -> None:
    """A key that looks like a number or a truth value is the text that was written."""
    tree, _ = parse("010: a\ntrue: b\n1.50: c\n~: d\n")
    assert isinstance(tree, dict)
    assert list(tree) == ["010", "true", "1.50", "~"]
