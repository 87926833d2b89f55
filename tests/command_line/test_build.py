import json
from pathlib import Path

import pytest

from running import Run
from steelyard import assess, load
from steelyard.outputs import shelf as outputs


def files_of(project: Path, *names: str) -> list[str]:
    """The names of the files that these outputs make of a project, exhibits in files of their own included."""
    report = assess.report(load(project))
    return sorted(file for name in names for file, _ in assess.rendered(report, outputs[name]))


def test_every_format_is_built_by_default(run: Run, project: Path) -> None:
    """Without `--to` every artefact lands in the decision's folder `build/`, and its place is said."""
    ran = run("build", "--decision", project)
    assert (ran.code, ran.err) == (0, "")
    written = sorted(file.name for file in (project / "build").iterdir())
    assert written == files_of(project, *outputs)
    assert {f"steelyard{outputs[name].suffix}" for name in outputs} <= set(written)
    assert len(ran.out.splitlines()) == len(written)
    assert all(file in ran.out for file in written)


@pytest.mark.parametrize("name", ["json", "csv", "markdown"])
def test_one_format_is_built_where_it_is_asked_for(run: Run, project: Path, tmp_path: Path, name: str) -> None:
    """`--to` and `--out` choose what is written and where, and nothing else is left behind."""
    out = tmp_path / "a" / "b"
    assert run("build", "--decision", project, "--to", name, "--out", out).code == 0
    assert sorted(file.name for file in out.iterdir()) == files_of(project, name)
    assert not (project / "build").exists()


def test_the_weight_set_shown_first_can_be_chosen(run: Run, project: Path) -> None:
    """`--weights` names the set that artefacts show first; every set is in them all the same."""
    run("build", "--decision", project, "--to", "json", "--weights", "fast")
    whole = json.loads((project / "build" / "steelyard.json").read_text(encoding="utf-8"))
    assert whole["shown"] == "fast"
    assert sorted(whole["rankings"]) == ["even", "fast"]


def test_a_second_build_writes_the_same_bytes(run: Run, project: Path) -> None:
    """The same definitions give the same bytes, whenever they are built."""
    formats = [part for name in ("json", "csv", "markdown") for part in ("--to", name)]
    run("build", "--decision", project, *formats)
    first = {file.name: file.read_bytes() for file in (project / "build").iterdir()}
    run("build", "--decision", project, *formats)
    assert {file.name: file.read_bytes() for file in (project / "build").iterdir()} == first


def test_an_unknown_output_stops_the_build_before_it_starts(run: Run, project: Path) -> None:
    """Where one of several formats does not exist, none is written."""
    ran = run("build", "--decision", project, "--to", "json", "--to", "pdf")
    assert ran.code == 2
    assert not (project / "build").exists()


def test_a_place_that_cannot_be_written_exits_with_2(run: Run, project: Path) -> None:
    """Where the output folder would lie inside a file, one sentence says so and the exit code is 2."""
    ran = run("build", "--decision", project, "--to", "json", "--out", project / "steelyard.yaml" / "out")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("steelyard: cannot write into ")
    assert len(ran.err.splitlines()) == 1
