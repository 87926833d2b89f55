"""The claims that numbers gained and lost along with a group of edits."""

from collections.abc import Iterator

from steelyard.comparing.edits import Edit, Edits
from steelyard.comparing.wording import gained_and_lost
from steelyard.documents.criterion import PairwiseScale
from steelyard.documents.definitions import Definitions
from steelyard.documents.option import Judgement
from steelyard.results.comparison import Cited


def cited_in(group: frozenset[Edit], edits: Edits) -> Cited:
    """The claims that came and went, on either side, where a number stands on claims in both versions.

    A number that is judged for the first time has nothing but new claims, so they say nothing of why it moved.
    """
    pairs = [pair for edit in sorted(group) if (pair := _before_and_after(edit, edits)) is not None]
    return Cited(
        *_over_all([gained_and_lost(old.evidence, new.evidence) for old, new in pairs]),
        *_over_all([gained_and_lost(old.against, new.against) for old, new in pairs]),
    )


def _over_all(found: list[tuple[list[str], list[str]]]) -> Iterator[tuple[str, ...]]:
    """What was gained, and then what was lost, over all numbers, each claim once."""
    for way in (0, 1):
        yield tuple(dict.fromkeys(claim for each in found for claim in each[way]))


def _before_and_after(edit: Edit, edits: Edits) -> tuple[Judgement | PairwiseScale, Judgement | PairwiseScale] | None:
    old, new = _standing_on_claims(edit, edits.before), _standing_on_claims(edit, edits.after)
    return None if old is None or new is None else (old, new)


def _standing_on_claims(edit: Edit, definitions: Definitions) -> Judgement | PairwiseScale | None:
    """What an edit is about in one version, where claims speak for that."""
    if edit[0] == "score":
        return definitions.options[edit[1]].scores.get(edit[2])
    if edit[0] == "cost":
        return definitions.options[edit[1]].cost
    criterion = definitions.criteria.get(edit[1]) if edit[0] == "criterion" else None
    return criterion.scale if criterion is not None and isinstance(criterion.scale, PairwiseScale) else None
