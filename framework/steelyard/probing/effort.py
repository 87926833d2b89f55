"""How much work to put into sampling, and by whom it is done."""

from concurrent.futures import Executor
from dataclasses import dataclass, field

from steelyard.model.sampling.running import Progress, unheard

USUAL_SAMPLES = 20_000
"""What is asked for where nobody says: the same in every output, so that all say the same words of the same facts."""


@dataclass(frozen=True)
class Effort:
    """How many samples a question is given, from which seed (None: the decision's), and who works them through."""

    samples: int = field(default_factory=lambda: USUAL_SAMPLES)
    seed: int | None = None
    executor: Executor | None = None
    progress: Progress = unheard
