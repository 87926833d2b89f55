"""A breach of a frame's contract, which check should have prevented, still names the file and line it came from."""

from dataclasses import replace
from pathlib import Path

import pytest

from steelyard import assess
from steelyard.check import read
from steelyard.documents.definitions import Definitions
from steelyard.errors import UnsoundDefinitionsError
from steelyard.tables.criteria import criteria
from steelyard.tables.frames import Frames
from steelyard.tables.options import options

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


def test_a_breach_in_a_ranking_is_placed_at_the_option() -> None:
    """Ranking proves its tables too: an option without a title breaks the ranked options, and is pointed at."""
    sound = definitions()
    untitled = sound.options["filter"].model_copy(update={"title": None})
    with pytest.raises(UnsoundDefinitionsError) as refused:
        assess.rank(replace(sound, options={**sound.options, "filter": untitled}))
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.path) == ("T001", "options/filter.yaml")
    assert "the table of ranked options" in finding.message


def test_a_frame_that_breaks_its_contract_is_placed_when_it_is_asked_for() -> None:
    """Tables that nobody has proved are held against their contracts when their frames are made."""
    sound = definitions()
    untitled = sound.options["filter"].model_copy(update={"title": None})
    spoilt = replace(sound, options={**sound.options, "filter": untitled})
    frames = Frames({"options": options(spoilt), "criteria": criteria(spoilt)}, spoilt)
    assert frames["criteria"] is frames["criteria"]
    with pytest.raises(UnsoundDefinitionsError) as refused:
        frames["options"]
    assert [each.place.path for each in refused.value.findings] == ["options/filter.yaml"]
