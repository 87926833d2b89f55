"""How sure each option is to be first at the weightings that speak for it, with scores drawn."""

from collections.abc import Iterable

import numpy as np

from steelyard.model.ranking import PLACES
from steelyard.model.sampling.chance import Chunk
from steelyard.model.sampling.room import Room
from steelyard.model.sampling.scores import ScoreSource
from steelyard.model.sampling.tally import Whole
from steelyard.results.valuation import Numbers


def confidence_factors(source: ScoreSource, central: Numbers, chunks: Iterable[Chunk]) -> Numbers:
    """The share of score draws in which each option is first at its own row of `central`; NaN where that is NaN.

    All options are looked at with the same draws. Options that tie for first place share it.

    Source: Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3), 444-454.
    """
    known = np.flatnonzero(~np.isnan(central).any(axis=1))
    first, samples, room = np.zeros(len(known)), 0, Room()
    for chunk in chunks:
        first += _firsts(source, known, central[known], chunk, room)
        samples += chunk.count
    factors = np.full(len(central), np.nan)
    factors[known] = first / samples
    return factors


def _firsts(source: ScoreSource, known: Whole, weightings: Numbers, chunk: Chunk, room: Room) -> Numbers:
    """In how many samples each option of `known` is first at its weighting, option by option against the best so far.

    Arrays have a row a weighting and a column a sample.
    """
    shape = (len(known), chunk.count)
    best, own = np.full(shape, -np.inf), np.empty(shape)
    alike = np.zeros(shape, dtype=np.int16)
    for option, values in enumerate(source.values_by_option(chunk, room)):
        totals = np.round(weightings @ values, PLACES)
        alike *= totals <= best
        alike += totals >= best
        np.maximum(best, totals, out=best)
        own[known == option] = totals[known == option]
    parts: Numbers = ((own == best) / alike).sum(axis=1)
    return parts
