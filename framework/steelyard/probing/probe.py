"""Everything that is worked out about how far a ranking can be trusted, step by step."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from steelyard.model.curves import value_spans
from steelyard.model.decisive import decisive_scores
from steelyard.model.information import Cell, Outlook, Run, worth_of_a_score, worth_of_scores
from steelyard.model.optimality import dominance, potentially_optimal
from steelyard.model.ranking import rounded
from steelyard.model.sampling.scores import shares_clipped
from steelyard.model.sampling.weights import on_simplex, over_groups
from steelyard.model.smallest_change import smallest_change
from steelyard.model.stability import stability
from steelyard.model.tornado import score_swings, weight_swings
from steelyard.model.winning import ties, values_of_groups, winning_shares
from steelyard.probing.effort import Effort
from steelyard.probing.sampled import Sampler, by_pair
from steelyard.probing.sources import admits_a_region, around_agreed
from steelyard.probing.subject import Subject
from steelyard.results.robustness import (
    AllWeightings,
    AroundAgreed,
    DecisiveScore,
    Information,
    Robustness,
    Stability,
    Swing,
)
from steelyard.results.valuation import Valuation
from steelyard.support import Footing
from steelyard.verdict import footing_of

_OF_INFORMATION = 900_000
"""Where the numbers of questions about information begin."""
_MOST_FOR_EVERYTHING, _MOST_FOR_A_PART = 1_000_000, 20_000
"""What is averaged scatters so little that more samples would change no figure that is shown."""


def probed(subject: Subject, effort: Effort) -> Robustness:
    """How far the ranking of a subject can be trusted."""
    seed = subject.definitions.decision.seed if effort.seed is None else effort.seed
    sampler = Sampler(subject, effort, seed)
    standing, (low, high) = subject.standing, subject.bounds
    all_weightings, around = _all_weightings(subject, sampler), _around_agreed(subject, sampler)
    least, most = value_spans(subject.curves, low, high)
    options = standing.options
    return Robustness(
        weights=standing.weights,
        seed=seed,
        samples=all_weightings.flat.drawn.samples,
        partial=sampler.interrupted,
        options=options,
        left_out=len(subject.valuation.options) - len(options),
        uncertain=len(subject.doubts_here) + len(subject.draws_here),
        together=len(subject.draws_here),
        all_weightings=all_weightings,
        around_agreed=around,
        stability=dict(_stability(subject)),
        smallest_change={measure: smallest_change(standing, measure) for measure in ("l1", "euclidean")},
        dominance=_named(options, dominance(standing.values, standing.values)),
        dominance_in_ranges=_named(options, dominance(least, most)),
        potentially_optimal=tuple(options[row] for row in potentially_optimal(standing.values)),
        leaders=tuple(each.option for each in subject.valuation.leaders),
        first_under={name: _first(each) for name, each in subject.valuations.items()},
        decisive_scores=tuple(_weakest_first(subject, decisive_scores(standing, subject.curves, low, high))),
        tornado=tuple(sorted(_swings(subject), key=lambda each: (-each.width, each.of))),
        best_expected=_best_expected(subject),
        information=tuple(_information(subject, sampler)),
        clipped=_clipped(subject),
    )


def _all_weightings(subject: Subject, sampler: Sampler) -> AllWeightings:
    standing, columns = subject.standing, list(subject.groups.values())
    options, values = standing.options, standing.values
    apart = len(columns) > 1 and any(len(each) > 1 for each in columns)
    return AllWeightings(
        flat=sampler.block(on_simplex(len(standing.criteria)), central=True),
        grouped=sampler.block(over_groups(columns)) if apart else None,
        pairwise=by_pair(options, winning_shares(values)),
        pairwise_grouped=by_pair(options, winning_shares(values_of_groups(values, standing.shares, columns))),
        ties=_named(options, ties(values)),
    )


def _around_agreed(subject: Subject, sampler: Sampler) -> AroundAgreed:
    precision = subject.definitions.weight_sets[subject.valuation.weights].precision
    block = sampler.block(around_agreed(subject, precision), pairs=True)
    return AroundAgreed(precision, admits_a_region(subject), block)


def _stability(subject: Subject) -> Iterator[tuple[str, Stability]]:
    """Criteria, then groups of more than one."""
    standing = subject.standing
    parts = {name: [column] for column, name in enumerate(standing.criteria)}
    parts |= {name: columns for name, columns in subject.groups.items() if len(columns) > 1 and name not in parts}
    for name, columns in parts.items():
        yield name, stability(standing.values, standing.shares, columns, standing.options, standing.totals)


def _named(
    options: Sequence[str], pairs: Iterator[tuple[int, int]] | Sequence[tuple[int, int]]
) -> tuple[tuple[str, str], ...]:
    return tuple((options[one], options[other]) for one, other in pairs)


def _swings(subject: Subject) -> Iterator[Swing]:
    """Every score of the first two options, and every weight that was judged, moved by itself."""
    standing = subject.standing
    if len(standing.options) > 1:
        yield from score_swings(standing, subject.curves, *subject.bounds)
        precision = subject.definitions.weight_sets[standing.weights].precision
        yield from weight_swings(standing, dict(_judged(subject)), precision)


def _judged(subject: Subject) -> Iterator[tuple[str, tuple[list[int], list[int]]]]:
    """What was judged: the columns that each judgement moves, and those among which it is shared out."""
    everything = list(range(len(subject.standing.criteria)))
    if ("judgements",) in subject.weighed.lists:
        yield from ((name, ([column], everything)) for column, name in enumerate(subject.standing.criteria))
        return
    for group, columns in subject.groups.items():
        yield group, (columns, everything)
        if len(columns) > 1:
            yield from ((subject.standing.criteria[column], ([column], columns)) for column in columns)


def _first(valuation: Valuation) -> tuple[str, ...]:
    """Everyone who is first."""
    return tuple(valuation.options[row] for row in valuation.order if valuation.ranks[row] == 1)


def _weakest_first(subject: Subject, found: Iterable[DecisiveScore]) -> list[DecisiveScore]:
    """Decisive scores in order of what they rest on, judgement alone first; then by rank of their options, and name."""
    weakness, place = list(Footing), subject.standing.options.index
    return sorted(
        found,
        key=lambda each: (
            weakness.index(footing_of(subject.definitions, each.option, each.criterion)),
            place(each.option),
            each.criterion,
        ),
    )


def _best_expected(subject: Subject) -> str:
    """Who has the highest expected total; of several, the one of highest rank."""
    totals = [rounded(float(each)) for each in _outlook(subject).expected @ subject.standing.shares]
    return subject.standing.options[totals.index(max(totals))]


def _outlook(subject: Subject) -> Outlook:
    standing = subject.standing
    return Outlook(standing.values, standing.shares, subject.doubts_here, subject.curves, subject.draws_here)


def _information(subject: Subject, sampler: Sampler) -> Iterator[Information]:
    """What it is worth to know everything, and each option, group, criterion and score by itself."""
    outlook, doubts = _outlook(subject), subject.doubts_here
    cells = sorted({*doubts, *subject.draws_here})
    if not cells:
        return
    everything = Run(sampler.at_most(_MOST_FOR_EVERYTHING), sampler.seed, _OF_INFORMATION)
    yield Information(("all",), *worth_of_scores(outlook, cells, everything))
    in_part = sampler.at_most(_MOST_FOR_A_PART)
    for number, (of, bundle) in enumerate(_bundles(subject, cells), start=_OF_INFORMATION + 1):
        if of[0] == "score" and bundle[0] in doubts:
            yield Information(of, worth_of_a_score(outlook, bundle[0]))
        else:
            yield Information(of, *worth_of_scores(outlook, bundle, Run(in_part, sampler.seed, number)))


def _bundles(subject: Subject, cells: Sequence[Cell]) -> Iterator[tuple[tuple[str, ...], list[Cell]]]:
    """The scores in doubt of each option, each group and each criterion, and each by itself."""
    standing = subject.standing
    for row, option in enumerate(standing.options):
        yield ("option", option), [cell for cell in cells if cell[0] == row]
    for group, columns in subject.groups.items():
        if len(columns) > 1:
            yield ("group", group), [cell for cell in cells if cell[1] in columns]
    for column, criterion in enumerate(standing.criteria):
        yield ("criterion", criterion), [cell for cell in cells if cell[1] == column]
    for row, column in cells:
        yield ("score", standing.options[row], standing.criteria[column]), [(row, column)]


def _clipped(subject: Subject) -> Mapping[tuple[str, str], float]:
    doubts = {cell: doubt.quantile for cell, doubt in subject.doubts_here.items()}
    found = shares_clipped(doubts, subject.curves)
    for (row, column), drawn in subject.draws_here.items():
        curve = subject.curves[column]
        beyond = float(((drawn < curve.x[0]) | (drawn > curve.x[-1])).mean())
        if beyond and curve.outside == "clip":
            found[row, column] = beyond
    names = subject.standing
    return {(names.options[row], names.criteria[column]): share for (row, column), share in found.items()}
