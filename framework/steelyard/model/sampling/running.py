"""Chunks of samples worked through: here, by threads or processes, or by anyone's executor.

Whoever does the work, the same chunks are worked through and added up in the same order, so the result is the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import suppress
from dataclasses import dataclass, field

from steelyard.model.sampling.chance import Chunk, chunks
from steelyard.model.sampling.room import Room
from steelyard.model.sampling.tally import Question, Tally, tally

Progress = Callable[[int, int], None]
"""Told how many samples are done, out of how many."""
Counted = list[tuple[Chunk, Tally]]
_CHUNKS_A_TASK = 8
"""A task is worth sending to another process."""
_TASKS_AHEAD = 4
"""Tasks that wait for each worker, so that memory stays flat however many samples there are."""
_USUAL_WORKERS = 8


@dataclass(frozen=True)
class Counts:
    """The tally of each shift, and whether all of them are whole. `asked` is how many samples were wanted."""

    shifts: tuple[Tally, ...]
    asked: int
    partial: bool = False

    @property
    def samples(self) -> int:
        """How many samples were counted."""
        return sum(each.samples for each in self.shifts)


def unheard(done: int, of: int) -> None:
    """Progress that nobody watches."""


def counted(
    question: Question, samples: int, seed: int, executor: Executor | None = None, progress: Progress = unheard
) -> Counts:
    """Count a question's samples.

    Without an executor the work is done here. With one, chunks go to it a few at a time; work that a broken executor
    or a lost worker did not bring back is done here instead. An interrupt gives what was counted so far, said to be
    partial; where nothing was, it is raised.
    """
    tasks = _tasks(list(chunks(seed, question.number, samples, question.samples_a_chunk)))
    whole = sum(chunk.count for task in tasks for chunk in task)
    shifts, interrupted = _Shifts(), False
    try:
        for number, brought in _brought(question, tasks, executor):
            shifts.add(number, brought)
            progress(shifts.samples, whole)
    except KeyboardInterrupt:
        if not shifts.summed():
            raise
        interrupted = True
    return Counts(shifts.summed(), samples, interrupted)


@dataclass
class _Shifts:
    """The tally of each shift, added up in the order of the tasks: sums come out the same to the last bit.

    Tasks that come before their turn wait for it; so no more is kept than the shifts and what is ahead.
    """

    samples: int = 0
    _sums: dict[int, Tally] = field(default_factory=dict)
    _early: dict[int, Counted] = field(default_factory=dict)
    _turn: int = 0

    def add(self, number: int, brought: Counted) -> None:
        self.samples += sum(chunk.count for chunk, _ in brought)
        self._early[number] = brought
        while self._turn in self._early:
            self._add_up(self._early.pop(self._turn))
            self._turn += 1

    def summed(self) -> tuple[Tally, ...]:
        """One tally a shift; those whose turn never came are added last."""
        for number in sorted(self._early):
            self._add_up(self._early.pop(number))
        return tuple(self._sums[shift] for shift in sorted(self._sums))

    def _add_up(self, brought: Counted) -> None:
        for chunk, each in brought:
            so_far = self._sums.get(chunk.shift)
            self._sums[chunk.shift] = each if so_far is None else so_far.plus(each)


def _tasks(every: Sequence[Chunk]) -> list[tuple[Chunk, ...]]:
    return [tuple(every[at : at + _CHUNKS_A_TASK]) for at in range(0, len(every), _CHUNKS_A_TASK)]


def _work(question: Question, task: Sequence[Chunk]) -> Counted:
    """One task's chunks, counted; what is sent to a worker."""
    room = Room()
    return [(chunk, tally(question, chunk, room)) for chunk in task]


def _brought(
    question: Question, tasks: Sequence[tuple[Chunk, ...]], executor: Executor | None
) -> Iterator[tuple[int, Counted]]:
    """Each task's number with what came back of it."""
    left = dict(enumerate(tasks))
    if executor is not None:
        for number, brought in _from_executor(question, tasks, executor):
            del left[number]
            yield number, brought
    for number, task in left.items():
        yield number, _work(question, task)


def _from_executor(
    question: Question, tasks: Sequence[tuple[Chunk, ...]], executor: Executor
) -> Iterator[tuple[int, Counted]]:
    """Each task's number with what came back of it, as it comes; nothing of those that failed.

    Who cancels what was sent, as a cluster does that has lost its scheduler, brings nothing any more.
    """
    ahead = _TASKS_AHEAD * int(getattr(executor, "_max_workers", _USUAL_WORKERS))
    waiting: dict[Future[Counted], int] = {}
    numbered = iter(enumerate(tasks))
    try:
        while True:
            with suppress(StopIteration, BrokenExecutor, RuntimeError):
                while len(waiting) < ahead:
                    number, task = next(numbered)
                    waiting[executor.submit(_work, question, task)] = number
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                number = waiting.pop(future)
                if future.cancelled():
                    return
                if future.exception() is None:
                    yield number, future.result()
    finally:
        _cancel(waiting)


def _cancel(waiting: Iterable[Future[Counted]]) -> None:
    for future in waiting:
        future.cancel()
