"""A robustness record in the shape of the contract `steelyard/robustness@1`."""

from collections.abc import Mapping

from steelyard.documents.definitions import Definitions
from steelyard.results.robustness import Block, Holds, Robustness, Sampled
from steelyard.results.stamp import Stamp
from steelyard.verdict import footing_of, verdict


def as_data(found: Robustness, definitions: Definitions, stamp: Stamp) -> dict[str, object]:
    """Everything by name, numbers unrounded."""
    return {
        "schema": "steelyard/robustness@1",
        "weights": found.weights,
        "samples": found.samples,
        "seed": found.seed,
        "partial": found.partial,
        "options": list(found.options),
        "left_out": found.left_out,
        "scores_in_doubt": found.uncertain,
        "drawn_together": found.together,
        "all_weightings": _all_weightings(found),
        "around_agreed": _around_agreed(found),
        **_what_would_change_it(found, definitions),
        "verdict": " ".join(verdict(found, definitions)),
        "stamp": vars(stamp),
    }


def _all_weightings(found: Robustness) -> dict[str, object]:
    everywhere = found.all_weightings
    return {
        "pairwise_exact": everywhere.pairwise,
        "pairwise_exact_grouped": everywhere.pairwise_grouped,
        "ties": [list(each) for each in everywhere.ties],
        **_sampled(everywhere.flat.drawn),
        "central_weights": everywhere.flat.drawn.central,
        "confidence_factor": everywhere.flat.drawn.confidence,
        "at_values": _sampled(everywhere.flat.at_values),
        **_grouped(everywhere.grouped or everywhere.flat),
    }


def _around_agreed(found: Robustness) -> dict[str, object]:
    around = found.around_agreed
    return {
        "precision": around.precision,
        "region": around.region,
        **_sampled(around.block.drawn),
        "pairwise": around.block.drawn.wins,
        "at_values": _sampled(around.block.at_values),
    }


def _what_would_change_it(found: Robustness, definitions: Definitions) -> dict[str, object]:
    return {
        "stability": {
            name: _stability(each.share, each.first, each.whole_ranking) for name, each in found.stability.items()
        },
        "smallest_change": {
            measure: None
            if each is None
            else {"distance": each.distance, "shares": each.shares, "new_first": each.new_first}
            for measure, each in found.smallest_change.items()
        },
        "dominance": [list(each) for each in found.dominance],
        "dominance_in_ranges": [list(each) for each in found.dominance_in_ranges],
        "potentially_optimal": list(found.potentially_optimal),
        "leaders": list(found.leaders),
        "first_under": found.first_under,
        "decisive_scores": [
            {**vars(each), "footing": str(footing_of(definitions, each.option, each.criterion))}
            for each in found.decisive_scores
        ],
        "tornado": [{"of": list(each.of), "low": each.low, "high": each.high} for each in found.tornado],
        "best_expected": found.best_expected,
        "value_of_information": [
            {"of": list(each.of), "gain": each.gain, "standard_error": each.error} for each in found.information
        ],
        "clipped": [
            {"option": option, "criterion": criterion, "share": share}
            for (option, criterion), share in found.clipped.items()
        ],
    }


def _sampled(found: Sampled) -> dict[str, object]:
    return {
        "rank_acceptability": {option: list(ranks) for option, ranks in found.ranks.items()},
        "standard_error": {option: list(errors) for option, errors in found.errors.items()},
        "expected_rank": found.expected_rank,
        "ranking_entropy": found.entropy,
        "rank_entropy": found.rank_entropy,
    }


def _grouped(block: Block) -> dict[str, object]:
    return {
        "grouped_rank_acceptability": {option: list(ranks) for option, ranks in block.drawn.ranks.items()},
        "grouped_standard_error": {option: list(errors) for option, errors in block.drawn.errors.items()},
        "grouped_at_values": _sampled(block.at_values),
    }


def _stability(share: float, first: Holds | None, whole: Holds | None) -> Mapping[str, object]:
    return {
        "share": share,
        "first": [None, None] if first is None else [first.least, first.most],
        "first_below": None if first is None else first.below,
        "first_above": None if first is None else first.above,
        "whole_ranking": [None, None] if whole is None else [whole.least, whole.most],
    }
