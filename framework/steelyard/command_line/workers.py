"""Who does long work: this process, more of them beside it, threads, or a cluster."""

import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Literal

from steelyard.errors import HelpersError


@contextmanager
def workers_of(count: int, by: Literal["processes", "threads"], scheduler: str | None) -> Iterator[Executor | None]:
    """An executor for as many workers, or a cluster's; None where the work is done here.

    Raises HelpersError where a cluster is asked for and cannot be had.
    """
    if scheduler is not None:
        with _cluster(scheduler) as executor:
            yield executor
    elif count == 1:
        yield None
    else:
        pool = ThreadPoolExecutor(count) if by == "threads" else _processes(count)
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def _processes(count: int) -> Executor:
    """Processes that leave Ctrl-C, which a terminal sends to all of them, to the one that asked for the work."""
    leave_be = (signal.SIGINT, signal.SIG_IGN)
    return ProcessPoolExecutor(count, get_context("spawn"), initializer=signal.signal, initargs=leave_be)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client  # noqa: PLC0415 - only where a cluster is asked for
    except ImportError as error:
        raise HelpersError("a Dask scheduler needs Dask: install steelyard[dask]") from error
    try:
        client = Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise HelpersError(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        yield client.get_executor()  # type: ignore[no-untyped-call]
