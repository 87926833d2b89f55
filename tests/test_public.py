import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import steelyard
from projects import decision, lay_out, quantity, weight_set
from steelyard.errors import NoDecisionError, UnknownNameError, UnsoundDefinitionsError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound decision: shares of one half, totals 0.125, 0.75 and 0.625."""
    scores = {"stay": (1, 0), "walk": (2, 4), "run": (4, 1)}
    weights = {"even": weight_set("equal"), "fast": weight_set("direct", judgements={"x": 3, "y": 1})}
    return lay_out(decision({"x": quantity(0, 4), "y": quantity(0, 4)}, scores, weights), tmp_path / "decision")


def test_load_and_rank(folder: Path) -> None:
    """Two calls give a frozen ranking whose frames hold ranks, totals, shares and cells."""
    ranking = steelyard.rank(steelyard.load(folder))
    assert ranking.options["option"].tolist() == ["walk", "run", "stay"]
    assert ranking.options["rank"].tolist() == [1, 2, 3]
    assert ranking.options["total"].tolist() == [0.75, 0.625, 0.125]
    assert ranking.options["above_baseline"].tolist() == [0.625, 0.5, 0]
    assert ranking.criteria["share"].tolist() == [0.5, 0.5]
    assert isinstance(ranking.matrix, pd.DataFrame)
    assert (ranking.margin, ranking.too_close_to_call, ranking.weights) == (0.125, False, "even")
    with pytest.raises(dataclasses.FrozenInstanceError):
        ranking.options = None  # type: ignore[misc, assignment]  # that is the point


def test_another_weight_set_by_name(folder: Path) -> None:
    """`weights` names the set; (3 * 4/4 + 1/4) / 4 = 0.8125 makes run the first."""
    ranking = steelyard.rank(steelyard.load(str(folder / "criteria")), weights="fast")
    assert ranking.options.loc[0, "option"] == "run"
    assert ranking.options.loc[0, "total"] == 0.8125


def test_findings_come_from_any_folder_inside(folder: Path) -> None:
    """`findings` looks upwards for the decision, and gives findings, not text."""
    found = steelyard.findings(folder / "options")
    assert [(each.code, each.severity) for each in found] == [("O003", "warning")]


def test_no_decision_is_said_so(tmp_path: Path) -> None:
    """Where no decision is found the exception says what to do."""
    with pytest.raises(NoDecisionError, match="steelyard init --example"):
        steelyard.load(tmp_path)


def test_unsound_definitions_are_refused(folder: Path) -> None:
    """Definitions with errors raise, with the findings."""
    (folder / "options" / "run.yaml").write_text("id: run\n", encoding="utf-8")
    with pytest.raises(UnsoundDefinitionsError) as refusal:
        steelyard.load(folder)
    assert any(each.place.path == "options/run.yaml" for each in refusal.value.findings)


def test_build_writes_artefacts_and_says_where(folder: Path, tmp_path: Path) -> None:
    """Artefacts lie in the folder named, in the order asked for, and carry the findings of the rules."""
    files = steelyard.build(steelyard.load(folder), to=("json", "markdown"), out=tmp_path / "out", weights="fast")
    assert [file.name for file in files] == ["steelyard.json", "steelyard.md"]
    whole = json.loads(files[0].read_text(encoding="utf-8"))
    assert whole["shown"] == "fast"
    assert whole["check"]["summary"] == {"error": 0, "warning": 1, "note": 0}


def test_build_writes_all_or_nothing(folder: Path, tmp_path: Path) -> None:
    """Where one of the formats or the weight set does not exist, nothing is written."""
    definitions = steelyard.load(folder)
    with pytest.raises(UnknownNameError, match="Did you mean 'csv'"):
        steelyard.build(definitions, to=("json", "csvv"), out=tmp_path / "out")
    with pytest.raises(UnknownNameError, match="Did you mean 'fast'"):
        steelyard.build(definitions, to=("json",), out=tmp_path / "out", weights="fest")
    assert not (tmp_path / "out").exists()


def test_the_names_on_offer() -> None:
    """The package offers these names and no others, and says so of a name that it has not."""
    assert steelyard.__all__ == ["__version__", "build", "example_folder", "findings", "load", "rank"]
    assert all(getattr(steelyard, name) for name in steelyard.__all__)
    with pytest.raises(AttributeError, match="module 'steelyard' has no attribute 'ranks'"):
        steelyard.ranks  # type: ignore[attr-defined]  # noqa: B018 - that is the point


def test_importing_the_package_loads_no_frames() -> None:
    """`import steelyard` alone is light: pandas comes with the first name that needs it."""
    program = "import sys, steelyard; print('pandas' in sys.modules, 'pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_example_is_a_sound_decision() -> None:
    """The folder that comes with the program holds a decision without errors."""
    assert not [each for each in steelyard.findings(steelyard.example_folder()) if each.severity == "error"]
