"""Every shelf: names are file names, members have a manual page, and nothing is imported before it is asked for."""

import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module

import pytest

from steelyard.shelf import module_name

WINGS = (
    "value_functions", "distributions", "weightings", "methods", "analyses", "rules", "faults", "outputs",
    "finding_formats",
)  # fmt: skip


def shelf_of(wing: str) -> Mapping[str, object]:
    """The shelf of a wing."""
    shelf: Mapping[str, object] = import_module(f"steelyard.{wing}").shelf
    return shelf


@pytest.mark.parametrize("wing", WINGS)
def test_every_member_is_there_and_explains_itself(wing: str) -> None:
    """A member is the constant named like its module, and its module's docstring is its manual page."""
    shelf = shelf_of(wing)
    assert len(shelf) > 0
    for name in shelf:
        module = import_module(f"steelyard.{wing}.{module_name(name)}")
        assert shelf[name] is getattr(module, module_name(name))
        page = module.__doc__
        assert page is not None
        assert page.strip().splitlines()[0].endswith("."), f"{wing}.{name} begins without a whole sentence"


@pytest.mark.parametrize("wing", ["value_functions", "weightings", "methods"])
def test_every_formula_names_its_source(wing: str) -> None:
    """The manual page of each value function, weighting and method cites where its formula comes from."""
    for name in shelf_of(wing):
        assert "Source:" in (import_module(f"steelyard.{wing}.{module_name(name)}").__doc__ or ""), f"{wing}.{name}"


@pytest.mark.parametrize("wing", WINGS)
def test_listing_imports_no_member(wing: str) -> None:
    """Asking a shelf for its names imports none of its members."""
    code = (
        f"import sys; from steelyard.{wing} import shelf; names = list(shelf); "
        f"print(sum(f'steelyard.{wing}.{{n.replace(chr(45), chr(95))}}' in sys.modules for n in names), len(names))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported, listed = map(int, done.stdout.split())
    assert imported == 0
    assert listed > 0


def test_names_have_hyphens_where_files_have_underscores() -> None:
    """What YAML and the command line call `rank-order` is `rank_order` in the file `rank_order.py`."""
    from steelyard.weightings import rank_order, shelf  # noqa: PLC0415 - only this test is about one member

    assert "rank-order" in shelf
    assert "rank_order" not in shelf
    assert shelf["rank-order"] is rank_order.rank_order


def test_a_shelf_refuses_what_is_not_on_it() -> None:
    """An unknown name raises KeyError, like any mapping."""
    with pytest.raises(KeyError):
        shelf_of("methods")["no-such-method"]
