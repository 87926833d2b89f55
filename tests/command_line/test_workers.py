"""Who does long work, as it is asked for."""

import signal
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from threading import Event

import pytest

from steelyard.command_line.workers import workers_of
from steelyard.errors import HelpersError


@pytest.mark.parametrize("by", ["processes", "threads"])
def test_one_worker_is_this_process(by: str) -> None:
    """Nobody is hired for what one can do."""
    with workers_of(1, by, None) as pool:  # type: ignore[arg-type]  # one of the two
        assert pool is None


def test_threads_or_processes_are_as_many_as_asked_for() -> None:
    """The kind and the number are those that were named."""
    with workers_of(3, "threads", None) as pool:
        assert isinstance(pool, ThreadPoolExecutor)
        assert pool._max_workers == 3  # noqa: SLF001 - nothing else tells
    with workers_of(2, "processes", None) as pool:
        assert isinstance(pool, ProcessPoolExecutor)
        assert pool._max_workers == 2  # noqa: SLF001 - as above


def test_processes_leave_ctrl_c_to_the_one_that_asked() -> None:
    """A terminal sends it to all of them, and only one has something to say."""
    with workers_of(2, "processes", None) as pool:
        assert pool is not None
        assert pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


def test_who_leaves_does_not_wait_for_what_was_not_begun() -> None:
    """What runs is waited for; what stands in line behind it is cancelled, also where an error ends the work."""
    gate = Event()
    running, in_line = [], []

    def leaving() -> None:
        with workers_of(2, "threads", None) as pool:
            assert pool is not None
            running.extend(pool.submit(gate.wait, 5) for _ in range(2))
            in_line.extend(pool.submit(gate.wait, 5) for _ in range(3))
            in_line[0].add_done_callback(lambda _: gate.set())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        leaving()
    assert [each.cancelled() for each in in_line] == [True] * 3
    assert [each.result() for each in running] == [True] * 2


def test_what_is_no_address_has_no_scheduler() -> None:
    """One sentence says that nobody answers there."""
    with (
        pytest.raises(HelpersError, match="no Dask scheduler answers at no such thing://x: "),
        workers_of(1, "threads", "no such thing://x"),
    ):
        pass
