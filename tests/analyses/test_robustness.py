"""The exhibits of robustness show each figure of the record where its heading says."""

from dataclasses import replace
from typing import Any

import pytest

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.analyses.robustness import robustness
from steelyard.contracts import Assessment
from steelyard.results.exhibit import Exhibit
from steelyard.results.robustness import AllWeightings, AroundAgreed, Block, Robustness, Sampled


def _files(options: int = 3) -> Files:
    rows = {f"o{number}": [1 - number / 100, number / 100] for number in range(options)}
    return decision({"x": quantity(0, 1), "y": quantity(0, 1)}, rows, {"w": weight_set("equal")})


def _sampled(options: tuple[str, ...], start: float, **changes: Any) -> Sampled:  # noqa: ANN401 - any field
    """Figures that are all different, so that one in another's place shows: `start`, and a hundredth more each."""
    count = len(options)
    ranks = {name: tuple(start + (row * count + at) / 100 for at in range(count)) for row, name in enumerate(options)}
    return Sampled(
        samples=1000,
        ranks=ranks,
        errors={name: tuple(each / 1000 for each in row) for name, row in ranks.items()},
        expected_rank={name: start + 1.006 * (row + 1) for row, name in enumerate(options)},
        rank_entropy={name: start + 0.004 * row for row, name in enumerate(options)},
        central=dict.fromkeys(options),
        **changes,
    )


def _record(files: Files, **changes: Any) -> Robustness:  # noqa: ANN401 - any field
    """What was found of the options in the order of their names, with figures made up."""
    found = assess.robustness(loaded(files))
    options = tuple(sorted(found.options))
    beaten = {one: {other: 0.5 for other in options if other != one} for one in options}
    everywhere = AllWeightings(
        flat=Block(_sampled(options, 0.1), _sampled(options, 0.2)),
        grouped=Block(_sampled(options, 0.3), _sampled(options, 0.4)),
        pairwise=beaten,
        pairwise_grouped=beaten,
        ties=(),
    )
    around = AroundAgreed(0.25, region=False, block=Block(_sampled(options, 0.5), _sampled(options, 0.6, wins=beaten)))
    return replace(found, options=options, all_weightings=everywhere, around_agreed=around, **changes)


def _shown(files: Files, record: Robustness) -> dict[str, Exhibit]:
    definitions = loaded(files)
    nothing: Any = {}
    assessment = Assessment(definitions, nothing, nothing, nothing, nothing, nothing, "w", probe=lambda: record)
    return {each.name: each for each in robustness.examine(assessment)}


def test_first_places_stand_under_their_headings() -> None:
    """The first rank of each way of drawing, and the largest of the four errors of first place."""
    files = _files()
    found = _shown(files, _record(files))["first-place"]
    assert [each.name for each in found.columns] == [
        "option",
        "all",
        "all_drawn",
        "grouped",
        "around",
        "around_drawn",
        "error",
    ]
    # Of three options with three ranks each, first ranks stand 0, 3 and 6 hundredths above the start of their figures.
    assert found.rows == (
        ("o0", *_close(0.10, 0.20, 0.40, 0.50, 0.60, 0.00060)),
        ("o1", *_close(0.13, 0.23, 0.43, 0.53, 0.63, 0.00063)),
        ("o2", *_close(0.16, 0.26, 0.46, 0.56, 0.66, 0.00066)),
    )
    assert any(note.startswith("Around: ") and "moved by up to 25% of itself" in note for note in found.notes)


def _close(*numbers: float) -> list[Any]:
    return [pytest.approx(each, abs=1e-12) for each in numbers]


@pytest.mark.parametrize("largest", ["at_values", "drawn"])
@pytest.mark.parametrize("of", ["flat", "around"])
def test_the_error_is_the_largest_of_all_shown(of: str, largest: str) -> None:
    """Wherever the largest standard error of an option's first place stands, it is the one that is shown."""
    files = _files()
    record = _record(files)
    block = record.all_weightings.flat if of == "flat" else record.around_agreed.block
    worse = dict.fromkeys(record.options, (0.03, 0.9, 0.9))
    block = replace(block, **{largest: replace(getattr(block, largest), errors=worse)})
    record = (
        replace(record, all_weightings=replace(record.all_weightings, flat=block))
        if of == "flat"
        else replace(record, around_agreed=replace(record.around_agreed, block=block))
    )
    assert [row[-1] for row in _shown(files, record)["first-place"].rows] == [0.03] * 3


def test_without_groups_that_count_their_column_is_empty() -> None:
    """A dash where groups make no difference; a region is called one."""
    files = _files()
    record = _record(files)
    record = replace(
        record,
        all_weightings=replace(record.all_weightings, grouped=None),
        around_agreed=replace(record.around_agreed, region=True),
    )
    found = _shown(files, record)["first-place"]
    assert [row[3] for row in found.rows] == [None] * 3
    assert "Around: every weighting that the judgements of the weight set admit." in found.notes


def test_ranks_are_those_with_scores_drawn() -> None:
    """Every rank of every option, then its mean rank and the spread of its ranks, to two places."""
    files = _files()
    found = _shown(files, _record(files))
    everywhere, around = found["ranks-all-weightings"], found["ranks-around"]
    assert [each.name for each in everywhere.columns] == [
        "option",
        "rank_1",
        "rank_2",
        "rank_3",
        "expected_rank",
        "entropy",
    ]
    assert [each.heading for each in everywhere.columns[1:4]] == ["Rank 1", "Rank 2", "Rank 3"]
    assert everywhere.rows == (
        ("o0", *_close(0.20, 0.21, 0.22), 1.21, 0.2),
        ("o1", *_close(0.23, 0.24, 0.25), 2.21, 0.2),
        ("o2", *_close(0.26, 0.27, 0.28), 3.22, 0.21),
    )
    assert around.rows[2] == ("o2", *_close(0.66, 0.67, 0.68), 3.62, 0.61)
    assert "all weightings" in everywhere.caption
    assert "weightings around the weight set shown" in around.caption


@pytest.mark.parametrize(("options", "ranks"), [(12, 12), (13, 3)])
def test_of_very_many_options_three_ranks_are_shown(options: int, ranks: int) -> None:
    """Twelve options still have all of their ranks in the table; of thirteen it shows the first three."""
    files = _files(options)
    shown = _shown(files, _record(files))["ranks-all-weightings"]
    assert [each.name for each in shown.columns if each.name.startswith("rank_")] == [
        f"rank_{rank}" for rank in range(1, ranks + 1)
    ]
    assert {len(row) for row in shown.rows} == {ranks + 3}


def test_pairs_are_the_first_against_all_and_then_neighbours() -> None:
    """Each pair once, the higher in rank in front, with its exact shares and that of the draws around."""
    files = _files(4)
    record = _record(files)
    pairs = [("o0", "o1"), ("o0", "o2"), ("o0", "o3"), ("o1", "o2"), ("o2", "o3")]
    given = {pair: (0.01 * at, 0.2 + 0.01 * at, 0.4 + 0.01 * at) for at, pair in enumerate(pairs)}

    def wins(which: int) -> dict[str, dict[str, float]]:
        return {
            one: {other: given.get((one, other), (9.0,) * 3)[which] for other in record.options if other != one}
            for one in record.options
        }

    around = record.around_agreed.block
    drawn = replace(around.drawn, wins=wins(2))
    record = replace(
        record,
        all_weightings=replace(record.all_weightings, pairwise=wins(0), pairwise_grouped=wins(1), ties=(("o1", "o3"),)),
        around_agreed=replace(record.around_agreed, block=replace(around, drawn=drawn)),
    )
    found = _shown(files, record)["pairwise-shares"]
    assert [each.name for each in found.columns] == ["one", "other", "all", "grouped", "around"]
    assert found.rows == tuple((*pair, *numbers) for pair, numbers in given.items())
    assert found.takeaways == ("No weighting tells o1 and o3 apart.",)


def test_central_weights_stand_by_criterion() -> None:
    """The confidence factor and the mean weights of those for whom an option is best; a dash where nobody is."""
    files = _files()
    record = _record(files)
    flat = record.all_weightings.flat
    drawn = replace(
        flat.drawn,
        central={"o0": None, "o1": {"x": 0.7, "y": 0.3}, "o2": {"x": 0.2, "y": 0.8}},
        confidence={"o0": None, "o1": 0.9, "o2": 0.4},
    )
    record = replace(record, all_weightings=replace(record.all_weightings, flat=replace(flat, drawn=drawn)))
    found = _shown(files, record)["central-weights"]
    assert [each.name for each in found.columns] == ["option", "most", "confidence", "x", "y"]
    assert [(row[0], *row[2:]) for row in found.rows] == [
        ("o0", None, None, None),
        ("o1", 0.9, 0.7, 0.3),
        ("o2", 0.4, 0.2, 0.8),
    ]
    assert found.rows[0][1] is None
    assert str(found.rows[1][1]).startswith("x 70")
    assert str(found.rows[2][1]).startswith("y 80")


def test_the_verdict_lists_who_is_first_under_each_set() -> None:
    """One row a weight set, the option in front; the notes say how many samples, which seed, and how doubt is drawn."""
    files = _files()
    record = _record(files, first_under={"w": ("o1", "o2")}, samples=123, seed=45, uncertain=6)
    found = _shown(files, record)["verdict"]
    assert [each.name for each in found.columns] == ["weights", "first"]
    assert found.rows == (("w", "o1, o2"),)
    assert found.notes[0] == "123 samples a question, seed 45."
    assert found.notes[1].startswith("Scores in doubt: 6, each drawn by itself")
    together = _shown(files, replace(record, together=6))["verdict"]
    assert together.notes[1] == "Scores in doubt: 6, 6 of them drawn together from a file."
