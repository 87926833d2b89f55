"""A breach of a frame's contract, which check should have prevented, still names the file and line it came from."""

from collections.abc import Callable
from dataclasses import replace
from math import inf, nan
from pathlib import Path

import pytest

from steelyard import assess, public
from steelyard.check import read
from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions
from steelyard.errors import UnsoundDefinitionsError
from steelyard.tables.criteria import criteria
from steelyard.tables.frames import Frames
from steelyard.tables.options import options

SOUND = Path(__file__).resolve().parents[1] / "sound"


def definitions() -> Definitions:
    """The sound project, past all checks."""
    return read(SOUND).definitions


def out_of_range(**changes: float) -> Definitions:
    """The same, with the score of the filter machine on taste (0 to 1.5, most likely 1) as Python may make it."""
    sound = definitions()
    option = sound.options["filter"]
    spoilt = option.scores["taste"].model_copy(update=changes)
    scores = {**option.scores, "taste": spoilt}
    return replace(sound, options={**sound.options, "filter": option.model_copy(update={"scores": scores})})


WAYS: dict[str, Callable[[Definitions, Path], object]] = {
    "report": lambda spoilt, _: assess.report(spoilt),
    "rank": lambda spoilt, _: public.rank(spoilt),
    "rank in a method": lambda spoilt, _: public.rank(spoilt, method="topsis"),
    "robustness": lambda spoilt, _: assess.robustness(spoilt),
    "build": lambda spoilt, out: public.build(spoilt, out=out),
}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("key", "number", "line"), [("low", 1.25, 23), ("high", 0.5, 24)])
def test_a_score_outside_its_range_is_placed_at_the_bound(
    way: str, key: str, number: float, line: int, tmp_path: Path
) -> None:
    """The finding points at the key that is out of order, before anything is worked out and numpy warns of it."""
    with pytest.raises(UnsoundDefinitionsError) as refused:
        WAYS[way](out_of_range(**{key: number}), tmp_path)
    (finding,) = refused.value.findings
    assert (finding.code, finding.severity) == ("T001", "error")
    assert finding.place == ("options/filter.yaml", line, 5)
    assert "scores" in finding.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings("error")
def test_a_score_that_is_no_number_is_placed_at_its_value() -> None:
    """Each promise that it breaks points at the cell that it is about."""
    with pytest.raises(UnsoundDefinitionsError) as refused:
        assess.rank(out_of_range(value=nan))
    assert [each.place for each in refused.value.findings] == [
        ("options/filter.yaml", line, 5) for line in (22, 23, 24)
    ]


def test_a_breach_of_a_cost_or_a_scale_is_placed_where_the_cell_comes_from() -> None:
    """Columns that gather what stands in blocks of their own lead back into these."""
    sound = definitions()
    cost = sound.options["filter"].cost
    assert cost is not None
    dear = sound.options["filter"].model_copy(update={"cost": cost.model_copy(update={"value": inf})})
    with pytest.raises(UnsoundDefinitionsError) as refused:
        assess.report(replace(sound, options={**sound.options, "filter": dear}))
    assert ("options/filter.yaml", 5, 3) in [each.place for each in refused.value.findings]
    fresh = sound.criteria["noise"].model_dump(by_alias=True)
    scale = {**fresh["scale"], "worst": 40}
    flat = Criterion.model_validate({**fresh, "scale": scale})
    frames = Frames({"criteria": criteria(replace(sound, criteria={**sound.criteria, "noise": flat}))}, sound)
    with pytest.raises(UnsoundDefinitionsError) as refused:
        frames["criteria"]
    assert [each.place for each in refused.value.findings] == [("criteria/noise.yaml", 7, 41)]


def test_a_breach_of_a_claim_is_placed_at_the_claim() -> None:
    """A digest that is none breaks the table of claims, and the finding points at that claim's digest."""
    sound = definitions()
    source = sound.sources["machine-test"]
    name = next(iter(source.claims))
    claims = {**source.claims, name: source.claims[name].model_copy(update={"sha256": "none"})}
    spoilt = replace(sound, sources={"machine-test": source.model_copy(update={"claims": claims})})
    with pytest.raises(UnsoundDefinitionsError) as refused:
        assess.report(spoilt)
    assert [each.place for each in refused.value.findings] == [("seeds/machine-test.yaml", 15, 5)]


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
