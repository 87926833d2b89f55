"""The name that was probably meant, among few names and among very many."""

from difflib import get_close_matches

import pytest

from steelyard import shelf
from steelyard.shelf import did_you_mean, nearest

FEW = ("kettle", "kettles", "filter", "capsules")
MANY = (*(f"option-{number}" for number in range(1_000)), "kettle", "filter")
C_TO_T = "'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't'"


@pytest.mark.parametrize(
    ("name", "meant"),
    [("ketle", "kettle"), ("fitler", "filter"), ("kettel", "kettle"), ("capsule", "capsules"), ("zzz", None)],
)
def test_among_few_names_the_most_alike_is_meant(name: str, meant: str | None) -> None:
    """Likeness is that of Python's difflib; where nothing comes near, nothing is meant."""
    assert nearest(name, FEW) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ketle", "kettle"),
        ("kettlee", "kettle"),
        ("kattle", "kettle"),
        ("ektlte", None),
        ("fitler", "filter"),
        ("opton-577", "option-577"),
        ("option-57x", None),
        ("kitchen", None),
        ("x" * 101, None),
    ],
)
def test_among_very_many_names_one_slip_is_seen(name: str, meant: str | None) -> None:
    """A letter more, less, changed, or swapped with its neighbour; anything further off is no slip of the pen."""
    found = nearest(name, MANY)
    assert found is not None and found.startswith("option-57") if name == "option-57x" else found == meant


def test_very_many_names_are_not_compared_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many names are known, a misspelt one is compared with the few that come near."""
    compared: list[int] = []

    def counting(name: str, names: list[str], **settings: float) -> list[str]:
        compared.append(len(names))
        return get_close_matches(name, names, **settings)  # type: ignore[arg-type]  # n is whole

    monkeypatch.setattr(shelf, "get_close_matches", counting)
    known = frozenset(f"option-{number:05}" for number in range(5_000))
    assert [nearest(f"opton-{number:05}", known) for number in range(50)] == [f"option-{n:05}" for n in range(50)]
    assert max(compared) <= 20


@pytest.mark.parametrize("known", [FEW, MANY])
def test_a_name_set_aside_is_not_offered(known: tuple[str, ...]) -> None:
    """What a name cannot mean is neither guessed nor listed."""
    assert nearest("kettle-", known) == "kettle"
    assert nearest("kettle-", known, but="kettle") != "kettle"
    assert "'kettle'" not in did_you_mean("zzz", known, but="kettle")


@pytest.mark.parametrize(
    ("known", "but", "remedy"),
    [
        ((), None, "Nothing of that kind is defined yet."),
        (("a",), "a", "Nothing of that kind is defined yet."),
        (("b", "a"), None, "Known: 'a', 'b'."),
        (("b", "a"), "a", "Known: 'b'."),
        (tuple("abcdefghijklmnopqrst"), None, f"Known: 'a', 'b', {C_TO_T}."),
        (tuple("abcdefghijklmnopqrstu"), "b", f"Known: 'a', {C_TO_T}, 'u'."),
        (tuple("abcdefghijklmnopqrstuv"), "b", f"Known: 'a', {C_TO_T}, 'u', ..."),
        (tuple("abcdefghijklmnopqrstu"), None, f"Known: 'a', 'b', {C_TO_T}, ..."),
    ],
)
def test_where_nothing_comes_near_the_names_are_listed(known: tuple[str, ...], but: str | None, remedy: str) -> None:
    """In order, twenty at most."""
    assert did_you_mean("zzz", known, but) == remedy


@pytest.mark.parametrize(("name", "expected"), [("taste", "taste"), ("tast", "taste"), ("nosie", "noise"), ("x", None)])
def test_the_nearest_name_is_the_one_most_alike(name: str, expected: str | None) -> None:
    """A letter left out or two exchanged lead to the name; nothing leads from a name that is like none."""
    assert nearest(name, ["taste", "noise", "price"]) == expected


def test_a_name_of_a_hundred_letters_is_no_slip_of_the_pen() -> None:
    """Letter by letter it would be compared for long, with every name there is."""
    known = "a" * 101
    assert nearest("a" * 100, [known]) == known
    assert nearest("a" * 101, [known]) is None
    assert did_you_mean("b" * 1_000_000, ["x"]) == "Known: 'x'."
