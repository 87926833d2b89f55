"""A cluster does the same work, also when one of its workers is killed midway."""

import os
import signal

import distributed
import numpy as np

from steelyard.model.sampling.running import counted
from steelyard.model.sampling.scores import ScoreSource
from steelyard.model.sampling.tally import Question
from steelyard.model.sampling.weights import on_simplex


def test_a_killed_worker_of_a_cluster_changes_nothing() -> None:
    """The scheduler hands what a lost worker had to another; the figures are those of one process, to the last bit."""
    question = Question(0, on_simplex(3), ScoreSource(np.random.default_rng(1).random((4, 3))))
    alone = counted(question, 3_000_000, 1)
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        workers = list(client.run(os.getpid).values())
        killed: list[int] = []

        def progress(done: int, of: int) -> None:
            if not killed and done < of:
                killed.append(workers[0])
                os.kill(workers[0], signal.SIGKILL)

        found = counted(question, 3_000_000, 1, client.get_executor(), progress)
    assert killed
    assert not found.partial
    assert [each.ranks.tobytes() for each in found.shifts] == [each.ranks.tobytes() for each in alone.shifts]
    assert [each.weights.tobytes() for each in found.shifts] == [each.weights.tobytes() for each in alone.shifts]
