import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import distributed
import pytest

from projects import Files, decision, lay_out, loaded, quantity, weight_set
from running import Run
from steelyard import assess
from steelyard.command_line import progress
from steelyard.command_line.robustness_json import as_data
from steelyard.model.sampling.running import Progress
from steelyard.probing.effort import Effort
from steelyard.results.robustness import Sampled

SAMPLES = ("--samples", "4096")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three options on two criteria, one score in doubt."""
    files: Files = decision(
        {"x": quantity(0, 1), "y": quantity(0, 1)},
        {"stay": [0.4, 0.4], "go": [0.8, 0.2], "hop": [0.2, 0.7]},
        {"w": weight_set("direct", judgements={"x": 2, "y": 1}), "even": weight_set("equal")},
    )
    files["options/go.yaml"]["scores"]["x"] |= {"low": 0.3, "high": 0.9, "rationale": "Between these."}
    return lay_out(files, tmp_path)


def test_the_verdict_stands_first(run: Run, folder: Path) -> None:
    """The paragraph, then its tables, within 80 columns."""
    ran = run("robustness", *SAMPLES, "--decision", folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("How far the ranking can be trusted\nOption go is first under the weights By direct")
    assert "How far each share can move" in ran.out
    assert "What it would be worth to know before choosing" in ran.out
    assert max(len(line) for line in ran.out.splitlines()) <= 80


def test_json_has_the_shape_of_the_contract(run: Run, folder: Path) -> None:
    """Every key of `steelyard/robustness@1`, numbers unrounded, and the verdict in one string."""
    data = json.loads(run("robustness", *SAMPLES, "--seed", "3", "--format", "json", "--decision", folder).out)
    assert (data["schema"], data["weights"], data["samples"], data["seed"]) == ("steelyard/robustness@1", "w", 4096, 3)
    everywhere, around = data["all_weightings"], data["around_agreed"]
    options = {"go", "hop", "stay"}
    assert set(everywhere["pairwise_exact"]) == options
    assert everywhere["pairwise_exact"]["go"]["hop"] == pytest.approx(6 / 11, abs=1e-15)
    assert everywhere["ties"] == []
    for block in (everywhere, around, everywhere["at_values"], around["at_values"]):
        assert set(block["rank_acceptability"]) == set(block["standard_error"]) == options
        for rank in range(3):
            assert sum(ranks[rank] for ranks in block["rank_acceptability"].values()) == pytest.approx(1)
    assert set(everywhere["grouped_rank_acceptability"]) == set(everywhere["confidence_factor"]) == options
    assert set(everywhere["central_weights"]["go"]) == {"x", "y"}
    assert around["precision"] == 0.25
    assert set(around["pairwise"]["go"]) == {"hop", "stay"}
    assert data["stability"]["x"]["first"] == [pytest.approx(5 / 11), None]
    assert (data["stability"]["x"]["first_below"], data["stability"]["x"]["first_above"]) == ("hop", None)
    assert set(data["smallest_change"]) == {"l1", "euclidean"}
    assert set(data["smallest_change"]["l1"]) == {"distance", "shares", "new_first"}
    assert data["dominance"] == []
    assert data["potentially_optimal"] == ["go", "hop"]
    assert data["leaders"][0] == "go"
    assert [each["option"] for each in data["decisive_scores"]] == ["go"]
    assert data["verdict"].startswith("Option go is first")
    assert data["stamp"]["definitions"].startswith("sha256:")


def _holds(block: dict[str, Any], sampled: Sampled) -> bool:
    ranks = {option: tuple(each) for option, each in block["rank_acceptability"].items()}
    errors = {option: tuple(each) for option, each in block["standard_error"].items()}
    figures = (block["expected_rank"], block["rank_entropy"], block["ranking_entropy"])
    return (ranks, errors, *figures) == (
        sampled.ranks,
        sampled.errors,
        sampled.expected_rank,
        sampled.rank_entropy,
        sampled.entropy,
    )


def test_each_block_stands_under_its_name() -> None:
    """All weightings, those of groups and those around, with scores as judged and drawn: none in another's place."""
    files = decision(
        {"x": quantity(0, 1, group="one"), "y": quantity(0, 1, group="two"), "z": quantity(0, 1, group="two")},
        {"stay": [0.5, 0.5, 0.5], "go": [(0.2, 0.9, 1), 0.1, 0.25], "hop": [0.1, 0.9, (0, 0.25, 0.5)]},
        {"w": weight_set("direct", judgements={"x": 2, "y": 1, "z": 1})},
    )
    definitions = loaded(files)
    found = assess.robustness(definitions, effort=Effort(256))
    stamp: Any = SimpleNamespace(version="0")
    data: Any = as_data(found, definitions, stamp)
    everywhere, around, grouped = data["all_weightings"], data["around_agreed"], found.all_weightings.grouped
    assert grouped is not None
    flat, near = found.all_weightings.flat, found.around_agreed.block
    assert _holds(everywhere, flat.drawn)
    assert _holds(everywhere["at_values"], flat.at_values)
    assert _holds(everywhere["grouped_at_values"], grouped.at_values)
    of_groups = {
        option: (tuple(each), tuple(everywhere["grouped_standard_error"][option]))
        for option, each in everywhere["grouped_rank_acceptability"].items()
    }
    assert of_groups == {
        option: (grouped.drawn.ranks[option], grouped.drawn.errors[option]) for option in found.options
    }
    assert _holds(around, near.drawn)
    assert _holds(around["at_values"], near.at_values)
    assert around["pairwise"] == near.drawn.wins != near.at_values.wins
    assert everywhere["central_weights"] == flat.drawn.central != flat.at_values.central
    assert everywhere["pairwise_exact_grouped"] == found.all_weightings.pairwise_grouped
    # Six blocks that all differ, or the above would show nothing.
    blocks = [flat.drawn, flat.at_values, grouped.drawn, grouped.at_values, near.drawn, near.at_values]
    assert len({str(each.ranks) for each in blocks}) == 6
    first = data["stability"]["y"]
    assert first["first"] == [found.stability["y"].first.least, found.stability["y"].first.most]  # type: ignore[union-attr]
    tornado = [(tuple(each["of"]), each["low"], each["high"]) for each in data["tornado"]]
    assert tornado == [(each.of, each.low, each.high) for each in found.tornado]
    worth = [(tuple(each["of"]), each["gain"], each["standard_error"]) for each in data["value_of_information"]]
    assert worth == [(each.of, each.gain, each.error) for each in found.information]


def test_the_same_whoever_works(run: Run, folder: Path) -> None:
    """One process, two, or two threads give the same bytes; another weight set gives its own."""
    plain = ["robustness", "--samples", "70000", "--format", "json", "--decision", folder]
    alone = run(*plain).out
    assert run(*plain, "--workers", "2").out == alone
    assert run(*plain, "--workers", "2", "--by", "threads").out == alone
    assert json.loads(run(*plain, "--weights", "even").out)["weights"] == "even"


def test_what_cannot_be_done_is_said_in_a_sentence(run: Run, folder: Path) -> None:
    """Unknown weights, too few samples, a scheduler that is not there: a sentence and code 2."""
    ran = run("robustness", "--weights", "evn", "--decision", folder)
    assert ran.code == 2
    assert "Did you mean 'even'?" in ran.err
    assert run("robustness", "--samples", "3", "--decision", folder).code == 2
    ran = run("robustness", "--scheduler", "tcp://127.0.0.1:1", "--decision", folder)
    assert ran.code == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in ran.err
    assert "Traceback" not in ran.err


def test_a_cluster_does_the_same_work(run: Run, folder: Path) -> None:
    """A Dask cluster on this machine gives the same bytes as one process."""
    plain = ["robustness", "--samples", "70000", "--format", "json", "--decision", folder]
    alone = run(*plain).out
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        assert run(*plain, "--scheduler", cluster.scheduler_address).out == alone


def test_every_output_shows_the_verdict(run: Run, folder: Path) -> None:
    """Markdown, JSON, the page and the workbook's sheet of exhibits carry the same sentence."""
    said = "Option go is first under the weights By direct"
    assert said in run("robustness", *SAMPLES, "--format", "markdown", "--decision", folder).out
    assert run("build", "--to", "markdown", "--to", "json", "--to", "html", "--decision", folder).code == 0
    for suffix in (".md", ".json", ".html"):
        assert said in (folder / "build" / f"steelyard{suffix}").read_text(encoding="utf-8")


def test_an_interrupt_shows_what_is_done_and_ends_with_130(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C during the second question: the first is whole, later ones are short, and all of it is said to be part."""

    @contextmanager
    def interrupting() -> Iterator[Progress]:
        told: list[int] = []

        def tell(done: int, of: int) -> None:
            told.append(done)
            if sum(done == of for done in told) == 1 and done < of:
                told.append(of)
                told.append(of)
                signal.raise_signal(signal.SIGINT)

        yield tell

    monkeypatch.setattr(progress, "samples_shown", interrupting)
    ran = run("robustness", "--samples", "200000", "--format", "json", "--decision", folder)
    data = json.loads(ran.out)
    assert (ran.code, data["partial"]) == (130, True)
    assert "partial figures" in ran.err
    assert data["samples"] < 200_000
    assert data["verdict"].endswith(f"Sampling was cut short at {data['samples']} samples.")
    for ranks in (data["all_weightings"]["rank_acceptability"], data["around_agreed"]["rank_acceptability"]):
        assert sum(each[0] for each in ranks.values()) == pytest.approx(1)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal to read progress from")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_in_a_terminal(folder: Path, workers: str) -> None:
    """Once progress is shown, an interrupt of all processes brings partial figures within a while, and code 130."""
    import pty  # noqa: PLC0415 - only where there are any

    reader, terminal = pty.openpty()
    command = [sys.executable, "-m", "steelyard", "robustness", "--samples", "500000000", "--format", "json"]
    environment = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "CI"}}
    with (folder / "out.json").open("wb") as out:
        working = subprocess.Popen(
            [*command, "--workers", workers, "--decision", str(folder)],
            stdout=out,
            stderr=terminal,
            env={**environment, "TERM": "xterm"},
            start_new_session=True,
        )
    os.close(terminal)
    shown, interrupted = b"", False
    with suppress(OSError):  # how a terminal that nobody writes to any more is read
        while said := os.read(reader, 4096):
            shown += said
            if not interrupted and re.search(rb"[1-9]\d*/\d", shown):
                os.killpg(working.pid, signal.SIGINT)
                interrupted = True
    os.close(reader)
    assert working.wait(timeout=300) == 130, shown[-2000:]
    assert b"partial figures" in shown
    assert b"Traceback" not in shown
    data = json.loads((folder / "out.json").read_bytes())
    assert data["partial"] is True
    assert data["samples"] < 500_000_000
