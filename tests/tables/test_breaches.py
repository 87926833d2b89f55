"""A breach of a frame's contract, which check should have prevented, still names the file and line it came from."""

from dataclasses import replace
from pathlib import Path

import pytest

from steelyard import assess
from steelyard.check import read
from steelyard.documents.definitions import Definitions
from steelyard.errors import UnsoundDefinitionsError

SOUND = Path(__file__).resolve().parents[1] / "sound"


def definitions() -> Definitions:
    """The sound project, past all checks."""
    return read(SOUND).definitions


def test_a_score_outside_its_range_is_placed_at_the_score() -> None:
    """A value above its high breaks the table of scores, and the finding points at that score's key."""
    sound = definitions()
    option = sound.options["filter"]
    name = next(iter(option.scores))
    score = option.scores[name]
    spoilt = score.model_copy(update={"high": score.value - 1})
    options = {**sound.options, "filter": option.model_copy(update={"scores": {**option.scores, name: spoilt}})}
    with pytest.raises(UnsoundDefinitionsError) as refused:
        assess.report(replace(sound, options=options))
    (finding,) = refused.value.findings
    assert (finding.code, finding.severity) == ("T001", "error")
    assert finding.place == sound.place("options/filter.yaml", "scores", name)
    assert "scores" in finding.message


def test_a_breach_of_a_claim_is_placed_at_the_claim() -> None:
    """A digest that is none breaks the table of claims, and the finding points at that claim."""
    sound = definitions()
    source = sound.sources["machine-test"]
    name = next(iter(source.claims))
    claims = {**source.claims, name: source.claims[name].model_copy(update={"sha256": "none"})}
    spoilt = replace(sound, sources={"machine-test": source.model_copy(update={"claims": claims})})
    with pytest.raises(UnsoundDefinitionsError) as refused:
        assess.report(spoilt)
    assert [each.place for each in refused.value.findings] == [sound.place("seeds/machine-test.yaml", "claims", name)]
