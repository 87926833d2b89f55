"""Who ranked where, counted over the samples of a chunk."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from steelyard.model.ranking import PLACES
from steelyard.model.sampling.chance import SAMPLES_A_CHUNK, Chunk
from steelyard.model.sampling.room import Room
from steelyard.model.sampling.scores import ScoreSource
from steelyard.model.sampling.weights import WeightSource
from steelyard.results.valuation import Numbers

Whole = npt.NDArray[np.int64]
Small = npt.NDArray[np.int8 | np.int16]
Flags = npt.NDArray[np.bool_]

_FEW = 10
"""Up to so many options, comparing each pair is faster than sorting."""
_ORDERS_UP_TO = 7
"""Up to so many options, whole rankings are counted: 5040 of them at most."""
_FIT_A_BYTE = 127
_TOTALS_A_CHUNK = 2**18
_TIE = 0.5 * 10.0**-PLACES
"""Totals no further apart than this may be alike after rounding; those are looked at again."""


@dataclass(frozen=True)
class Question:
    """What is sampled: weights and scores, and what is counted.

    With `pairs` it is also counted how often each option beats each other. `number` keeps the chance of one question
    apart from that of another.
    """

    number: int
    weights: WeightSource
    scores: ScoreSource
    pairs: bool = False

    @property
    def samples_a_chunk(self) -> int:
        """So many that the totals of a chunk stay near the processor, yet outnumber the cells of the table of ranks."""
        options = len(self.scores.values)
        return min(SAMPLES_A_CHUNK, max(_TOTALS_A_CHUNK // options, 4 * options))


@dataclass(frozen=True)
class Tally:
    """Counts over `samples`.

    `ranks` has, for each option (row), in how many samples it had each rank (column); of options that tie, each has an
    equal part of the ranks that they share, so that every rank's parts sum to the samples. `weights` has, for each
    option, the sum of the weights of the samples in which it was first. `wins` counts pairs, ties a half to each.
    `orders` counts whole rankings, where there are few enough.
    """

    samples: int
    ranks: Numbers
    weights: Numbers
    wins: Numbers | None
    orders: Mapping[int, int] | None

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        orders = None if self.orders is None or other.orders is None else _joined(self.orders, other.orders)
        wins = None if self.wins is None or other.wins is None else self.wins + other.wins
        return Tally(self.samples + other.samples, self.ranks + other.ranks, self.weights + other.weights, wins, orders)


def tally(question: Question, chunk: Chunk, room: Room) -> Tally:
    """Count the samples of one chunk."""
    weights = question.weights.draw(chunk, room)
    if question.pairs or len(question.scores.values) <= _FEW:
        return _by_pairs(question.scores.totals(weights, chunk, room), weights, room, pairs=question.pairs)
    return _by_sorting(question.scores.totals_by_sample(weights, chunk, room), weights, room)


def _by_pairs(totals: Numbers, weights: Numbers, room: Room, *, pairs: bool) -> Tally:
    """Ranks by comparing every pair of options, sample by sample side by side."""
    options, samples = totals.shape
    small: type[np.int8 | np.int16] = np.int8 if options <= _FIT_A_BYTE else np.int16
    behind: Small = room.array("behind", (options, samples), small).view(small)
    behind[:] = 0
    wins = np.full((options, options), samples / 2) if pairs else None
    near: dict[int, Flags] = {}
    for one in range(options - 1):
        lead = np.subtract(totals[one], totals[one + 1 :], out=room.array("lead", (options - one - 1, samples)))
        ahead = np.greater(lead, 0, out=room.array("ahead", lead.shape, np.bool_).view(np.bool_))
        behind[one + 1 :] += ahead.view(np.int8)
        behind[one] += len(ahead) - ahead.view(np.int8).sum(axis=0, dtype=small)
        if np.abs(lead, out=lead).min() <= _TIE:
            near[one] = lead <= _TIE
        if wins is not None:
            won = np.count_nonzero(ahead, axis=1) + _undecided(near.get(one), ahead)
            wins[one, one + 1 :], wins[one + 1 :, one] = won, samples - won
    close = np.any([each.any(axis=0) for each in near.values()], axis=0) if near else None
    counted = behind if close is None else behind[:, ~close]
    ranks = np.stack([np.bincount(each, minlength=options) for each in counted]).astype(float)
    orders = _orders(counted) if options <= _ORDERS_UP_TO else None
    kept = weights if close is None else weights[:, ~close]
    leads = np.equal(counted, 0, out=room.array("leads", counted.shape))
    found = Tally(samples, ranks, leads @ kept.T, wins, orders)
    return found if close is None else _with_ties(found, totals[:, close], weights[:, close])


def _undecided(near: Flags | None, ahead: Flags) -> Numbers | int:
    """What ties add to wins that were counted without them: a half for each, and no win by noise alone."""
    if near is None:
        return 0
    adjusted: Numbers = (0.5 * near - (near & ahead)).sum(axis=1)
    return adjusted


def _by_sorting(totals: Numbers, weights: Numbers, room: Room) -> Tally:
    """Ranks by sorting each sample's totals (a row of them), the number of its option in the last bits of each total.

    Totals are brought between 2 and 4, where a double's bits stand in the order of its size, in steps of 2^-51.
    """
    samples, options = totals.shape
    bits = (options - 1).bit_length()
    low, high = float(totals.min()), float(totals.max())
    scale = 1.9 / (high - low) if high > low else 1.0
    totals *= scale
    totals += 2.0 - low * scale
    keys = totals.view(np.int64)
    keys &= ~((1 << bits) - 1)
    keys |= np.arange(options)
    keys.sort(axis=1)
    close = _any_near(keys, int(_TIE * scale * 2.0**51) + (1 << bits), room)
    tied = None if close is None else _back(keys[close], bits, low, scale)
    keys &= (1 << bits) - 1
    sure = keys if close is None else keys[~close]
    first = sure[:, -1].copy()  # a single row's would be the very numbers that are moved next
    sure += np.arange(options) * options
    counts = np.bincount(sure.ravel(), minlength=options * options).reshape(options, options)
    ranks = np.ascontiguousarray(counts[::-1].T).astype(float)
    if close is None or tied is None:
        return Tally(samples, ranks, _weights_of_first(first, weights, options), None, None)
    found = Tally(samples, ranks, _weights_of_first(first, weights[:, ~close], options), None, None)
    return _with_ties(found, tied, weights[:, close])


def _any_near(keys: Whole, near: int, room: Room) -> Flags | None:
    """The samples in which neighbours stand as near as this; None where there is none, which is nearly always."""
    steps = room.array("steps", keys.shape, np.int64).view(np.int64)
    flat = keys.ravel()
    np.subtract(flat[1:], flat[:-1], out=steps.ravel()[:-1])
    steps[:, -1] = near + 1
    if steps.min() > near:
        return None
    return np.asarray((steps <= near).any(axis=1))


def _back(keys: Whole, bits: int, low: float, scale: float) -> Numbers:
    """Totals from sorted keys: one row an option, one column a sample."""
    totals = np.empty(keys.shape)
    places = keys & ((1 << bits) - 1)
    sizes = (keys & ~((1 << bits) - 1)).view(np.float64)
    np.put_along_axis(totals, places, (sizes - 2.0) / scale + low, axis=1)
    return np.ascontiguousarray(totals.T)


def _weights_of_first(first: Whole, weights: Numbers, options: int) -> Numbers:
    sums = [np.bincount(first, weights=each, minlength=options) for each in weights]
    return np.array(sums, dtype=float).T.reshape(options, len(weights))


def _orders(ranks: Small) -> dict[int, int]:
    """How often each whole ranking came about, by a number that spells it."""
    options = len(ranks)
    spelt = np.zeros(ranks.shape[1], dtype=np.int32)
    for each in ranks[::-1]:
        spelt *= options
        spelt += each
    if options**options <= len(spelt):
        counts = np.bincount(spelt)
        found = np.flatnonzero(counts)
        return dict(zip(found.tolist(), counts[found].tolist(), strict=True))
    found, counts = np.unique(spelt, return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))


def _with_ties(found: Tally, totals: Numbers, weights: Numbers) -> Tally:
    """The tally with samples added in which options may tie: totals are rounded as they are for a ranking."""
    options = len(totals)
    ranks, sums = found.ranks.copy(), found.weights.copy()
    compared = np.round(totals, PLACES)
    behind = np.zeros(totals.shape, dtype=np.int16)
    for row, total in enumerate(compared):
        behind[row] = (compared > total).sum(axis=0)
        alike = (compared == total).sum(axis=0)
        part = 1 / alike
        for place in range(int(alike.max())):
            shared = alike > place
            ranks[row] += np.bincount(behind[row, shared] + place, weights=part[shared], minlength=options)
        leads = behind[row] == 0
        sums[row] += weights[:, leads] @ part[leads]
    orders = None if found.orders is None else _joined(found.orders, _orders(behind))
    return replace(found, ranks=ranks, weights=sums, orders=orders)


def _joined(one: Mapping[int, int], other: Mapping[int, int]) -> dict[int, int]:
    joined = dict(one)
    for order, count in other.items():
        joined[order] = joined.get(order, 0) + count
    return joined
