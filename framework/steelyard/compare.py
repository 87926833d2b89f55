"""Compare two versions of a decision: what they say differently, and what that did to each ranking."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot
from pathlib import Path

import numpy as np

from steelyard.bench import bench_for
from steelyard.check import checked_from, findings_of, looking_at
from steelyard.comparing.changes import changes_between
from steelyard.comparing.citing import cited_in
from steelyard.comparing.edits import Edit, Edits, edits_between
from steelyard.comparing.phrases import phrases_of, why_unranked
from steelyard.comparing.valuing import Attributing, Standings, as_array, compared, sign_of, standings
from steelyard.contracts import Bench
from steelyard.distributions import shelf as distributions
from steelyard.documents.definitions import Definitions
from steelyard.documents.place import Place
from steelyard.errors import SteelyardError
from steelyard.reading.contents import Contents, OnDisk
from steelyard.reading.folder import read_contents
from steelyard.reading.revision import revision_of
from steelyard.reading.vocabulary import Vocabulary
from steelyard.results.checked import Checked
from steelyard.results.comparison import (
    Cited,
    Comparison,
    Part,
    Reranking,
    ShareChange,
    Standing,
    Swap,
    Unpaired,
    Version,
)
from steelyard.value_functions import shelf as value_functions
from steelyard.weightings import shelf as weightings

WORKING_TREE = "the working tree"
SMALLEST_SHARE = 1e-12
"""Differences of shares and parts below this are noise of the arithmetic."""


class UnsoundVersionsError(SteelyardError):
    """A version has errors, so nothing is compared; `versions` holds the findings of each that has."""

    def __init__(self, versions: Sequence[tuple[Version, Checked]]) -> None:
        self.versions = tuple(versions)
        where = " and ".join(version.shown for version, _ in self.versions)
        super().__init__(f"the definitions have errors in {where}, so nothing is compared; {self._remedy()}")

    def _remedy(self) -> str:
        """What one can do: mend the files as they lie here, but name another revision, for what is past stays."""
        past = [version for version, _ in self.versions if version.commit is not None]
        here = len(past) < len(self.versions)
        if not past:
            return "mend them first"
        other = "name another revision, such as a later one in which they are mended (git log lists them)"
        return f"mend them here, and {other}" if here else f"a revision stays as it is, so {other}"


@dataclass(frozen=True)
class _Side:
    version: Version
    definitions: Definitions
    checked: Checked


def compare(folder: Path, before: str, after: str | None = None, shortlist: str | None = None) -> Comparison:
    """Compare a decision at one git revision with another, or with the working tree where none is named.

    Raises UnsoundVersionsError where either version has errors, and a SteelyardError, in a sentence, where a
    revision is unknown, has no decision, or there is no git.
    """
    old = _side(folder, before, shortlist)
    new = _side(folder, after, shortlist)
    unsound = [(side.version, side.checked) for side in (old, new) if side.checked.failing("error")]
    if unsound:
        raise UnsoundVersionsError(unsound)
    return comparison_of(old.definitions, new.definitions, (old.version, new.version))


def comparison_of(before: Definitions, after: Definitions, versions: tuple[Version, Version]) -> Comparison:
    """Compare two sound definitions."""
    edits = edits_between(before, after)
    benches = bench_for(before), bench_for(after)
    names = sorted({*before.weight_sets, *after.weight_sets})
    both = [name for name in names if name in before.weight_sets and name in after.weight_sets]
    both.sort(key=lambda name: name != after.decision.default_weights)
    return Comparison(
        decision=after.decision.title,
        before=versions[0],
        after=versions[1],
        changes=changes_between(before, after),
        rerankings=tuple(_reranking(name, edits, benches) for name in both),
        weights_added=tuple(
            _unpaired(name, edits, after, benches[1]) for name in names if name not in before.weight_sets
        ),
        weights_removed=tuple(
            _unpaired(name, edits, before, benches[0]) for name in names if name not in after.weight_sets
        ),
    )


def _side(folder: Path, revision: str | None, shortlist: str | None) -> _Side:
    """One version, read and checked like any folder."""
    if revision is None:
        return _read(OnDisk(folder), Version(WORKING_TREE, None), shortlist)
    found = revision_of(folder, revision)
    return _read(found, Version(revision, found.commit), shortlist)


def _read(contents: Contents, version: Version, shortlist: str | None) -> _Side:
    reading = looking_at(shortlist, read_contents(contents, Vocabulary(value_functions, distributions, weightings)))
    checked = checked_from(findings_of(reading), contents.root)
    lines = dict(_lines(contents, {each.place for each in checked.failing("error")}))
    return _Side(version, reading.definitions, replace(checked, lines=lines))


def _lines(contents: Contents, places: set[Place]) -> Iterator[tuple[Place, str]]:
    """The text of each line that a finding points at, as that version has it."""
    for place in places:
        try:
            text = contents.read(place.path).decode("utf-8-sig", errors="replace").splitlines()
        except OSError:
            continue
        if place.line <= len(text):
            yield place, text[place.line - 1]


def _reranking(weights: str, edits: Edits, benches: tuple[Bench, Bench]) -> Reranking:
    """What the edits did under one weight set."""
    old = standings(edits.before, benches[0], weights)
    new = standings(edits.after, benches[1], weights)
    return Reranking(
        weights=weights,
        title=edits.after.weight_sets[weights].title,
        standings=tuple(_standings(edits, old, new)),
        shares=tuple(_share_changes(edits, old, new)),
        swaps=tuple(_swaps(weights, edits, old, new)),
        close_before=old.leaders if len(old.leaders) > 1 else (),
        close_after=new.leaders if len(new.leaders) > 1 else (),
    )


def _unpaired(weights: str, edits: Edits, definitions: Definitions, bench: Bench) -> Unpaired:
    """Who is first under a weight set that only one version has."""
    found = standings(definitions, bench, weights)
    first = [name for name, rank in found.ranks.items() if rank == 1]
    close = found.leaders if len(found.leaders) > 1 else ()
    titles = edits.names.option
    return Unpaired(
        weights,
        edits.names.weights(weights),
        {name: titles(name) for name in first},
        {name: titles(name) for name in close},
    )


def _standings(edits: Edits, old: Standings, new: Standings) -> Iterator[Standing]:
    """Every option ranked in either version, in order of rank now; those that left come last."""
    last = len(new.ranks) + 1
    order = sorted(
        {**old.ranks, **new.ranks}, key=lambda name: (new.ranks.get(name, last), old.ranks.get(name, 0), name)
    )
    for name in order:
        because = None
        if name not in new.ranks:
            because = why_unranked(name, edits.after)
        elif name not in old.ranks:
            because = why_unranked(name, edits.before)
        home = edits.after if name in edits.after.options else edits.before
        yield Standing(
            name,
            home.options[name].title,
            old.ranks.get(name),
            new.ranks.get(name),
            old.totals.get(name),
            new.totals.get(name),
            because,
        )


def _share_changes(edits: Edits, old: Standings, new: Standings) -> Iterator[ShareChange]:
    """The criteria whose share of the weight is another now."""
    for name in dict.fromkeys([*new.shares, *old.shares]):
        one, other = old.shares.get(name), new.shares.get(name)
        if one is None or other is None or abs(one - other) > SMALLEST_SHARE:
            home = edits.after if name in edits.after.criteria else edits.before
            yield ShareChange(name, home.criteria[name].title, one, other)


def _swaps(weights: str, edits: Edits, old: Standings, new: Standings) -> Iterator[Swap]:
    """Every pair of options that changed order, explained; those nearest to first place come first."""
    pairs = [pair if _gained(pair, old, new) else pair[::-1] for pair in _swapped(edits.staying, old, new)]
    pairs.sort(key=lambda pair: sorted(new.ranks[each] for each in pair))
    groups = [
        _Described(phrases_of(each, edits), _about(each), cited_in(each, edits)) for each in edits.groups if pairs
    ]
    attributing = Attributing(edits, weights, np.random.default_rng(edits.after.decision.seed))
    return (_swap(pair, groups, attributing, old, new) for pair in pairs)


def _swapped(names: Sequence[str], old: Standings, new: Standings) -> Iterator[tuple[str, str]]:
    """The pairs that stand in another order, row by row so that memory grows with the options and no faster."""
    order = tuple(sorted(names, key=lambda name: (new.ranks[name], old.ranks[name], name)))
    one, other = as_array(old.totals, order), as_array(new.totals, order)
    for at, name in enumerate(order):
        swapped = np.sign(one[at] - one[at + 1 :]) != np.sign(other[at] - other[at + 1 :])
        yield from ((name, order[at + 1 + below]) for below in np.flatnonzero(swapped).tolist())


def _gained(pair: tuple[str, str], old: Standings, new: Standings) -> bool:
    """Whether the first of a pair is the one that gained on the other."""
    one, other = pair
    return compared(new.totals[one], new.totals[other]) > compared(old.totals[one], old.totals[other])


@dataclass(frozen=True)
class _Described:
    """A group of edits in words, the ids that it is about, and the claims that came and went with it."""

    edit: str
    about: tuple[str, ...]
    cited: Cited


def _about(group: frozenset[Edit]) -> tuple[str, ...]:
    return tuple(sorted("/".join(edit) for edit in group))


def _swap(
    pair: tuple[str, str], groups: Sequence[_Described], attributing: Attributing, old: Standings, new: Standings
) -> Swap:
    """One pair, with what each group of edits accounts for; the largest part of the swing first."""
    up, down = pair
    level = compared(old.totals[up], old.totals[down]) == 0
    stays_level = compared(new.totals[up], new.totals[down]) == 0
    return Swap(
        up=up,
        down=down,
        before=old.totals[up] - old.totals[down],
        after=new.totals[up] - new.totals[down],
        order_before="level" if level else "behind",
        order_after="level" if stays_level else "ahead",
        parts=tuple(_parts(pair, groups, attributing, compared(new.totals[up], new.totals[down]))),
    )


def _parts(pair: tuple[str, str], groups: Sequence[_Described], attributing: Attributing, order: int) -> list[Part]:
    """The groups of edits that moved a pair's difference of totals; none under weights that each of them moves."""
    if attributing.from_data:
        return []
    up, down = (attributing.parts(option) for option in pair)
    found = []
    for number in sorted({*up.values, *down.values}):
        value = up.values.get(number, 0.0) - down.values.get(number, 0.0)
        error = hypot(up.errors.get(number, 0.0), down.errors.get(number, 0.0))
        if abs(value) > SMALLEST_SHARE or error:
            alone = sign_of(attributing.total_with(pair[0], number) - attributing.total_with(pair[1], number)) == order
            said = groups[number]
            found.append(Part(said.edit, said.about, value, error, alone, said.cited))
    return sorted(found, key=lambda part: (-part.value, part.about))
