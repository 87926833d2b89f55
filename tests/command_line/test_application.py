"""What the command does before any command begins."""

import gc
import os

import pytest

from running import Run
from steelyard.command_line import application
from steelyard.command_line.workers import workers_of


def test_linear_algebra_has_one_thread_here_and_in_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who set no number of threads gets one, processes of ours as well; a number that was set stays."""
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.setenv("MKL_NUM_THREADS", "7")
    monkeypatch.delenv("MKL_NUM_THREADS")
    application.start_light()
    gc.enable()
    with workers_of(2, "processes", None) as pool:
        assert pool is not None
        told = [pool.submit(os.getenv, f"{name}_NUM_THREADS").result() for name in ("OPENBLAS", "OMP", "MKL")]
    assert told == ["1", "3", "1"]


def test_an_interrupt_while_the_program_loads_ends_it_in_words(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Whoever presses Ctrl-C before anything has begun sees one sentence, and code 130."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(application, "start_light", interrupted)
    ran = run("check")
    assert (ran.code, ran.out, ran.err) == (130, "", "steelyard: stopped; nothing was half written\n")
