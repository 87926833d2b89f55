from typing import Any

from projects import Files, decision, loaded, quantity, weight_set
from steelyard import assess
from steelyard.results.exhibit import Exhibit

LEVELS = {
    "kind": "levels",
    "levels": [{"value": at, "label": f"L{at}", "anchor": f"What {at} takes."} for at in range(5)],
}


def _files(panels: dict[tuple[str, str], tuple[float | None, ...]]) -> Files:
    """Three options on a quantity from 20 to 0 and on levels from 0 to 4, some numbers with a panel of a, b and c."""
    criteria: dict[str, dict[str, Any]] = {"quantity": quantity(20, 0), "levels": quantity(0, 4)}
    criteria["levels"]["scale"] = LEVELS
    scores = {"stay": (1, 0), "walk": (5, 2), "run": (9, 3)}
    files = decision(criteria, scores, {"even": weight_set("equal")})
    for (option, criterion), values in panels.items():
        score = files[f"options/{option}.yaml"]["scores"][criterion]
        del score["value"]
        score["panel"] = {name: {"value": at} for name, at in zip("abc", values, strict=False) if at is not None}
    return files


def _exhibits(files: Files) -> tuple[Exhibit, ...]:
    return assess.exhibits(loaded(files), ["panels"])


def test_agreement_is_shown_by_criterion() -> None:
    """Pairs (0, 1) and (10, 10) have interval alpha 1 - 0.5 / 60.5; the same order of levels ordinal 1 - 0.5 / 3."""
    agreement, _ = _exhibits(
        _files(
            {
                ("stay", "quantity"): (0, 1),
                ("run", "quantity"): (10, 10),
                ("stay", "levels"): (0, None, 1),
                ("walk", "levels"): (4, None, 4),
            }
        )
    )
    assert [row[:5] for row in agreement.rows] == [
        ("levels", "A quantity", 2, 2, "ordinal"),
        ("quantity", "A quantity", 2, 2, "interval"),
    ]
    levels, quantities = (float(row[5] or 0) for row in agreement.rows)
    assert abs(levels - (1 - 0.5 / 3)) < 1e-12
    assert abs(quantities - (1 - 0.5 / 60.5)) < 1e-12
    assert agreement.takeaways == ("Alpha is below 0.667 on 0 of the 2 criteria that have one.",)


def test_the_most_divided_cells_come_first() -> None:
    """Apart is measured on the scale: 2 of 4 levels are half of it, 5 of 20 units a quarter; agreement is not shown."""
    _, divided = _exhibits(
        _files(
            {
                ("walk", "quantity"): (4, 9, 5),
                ("run", "levels"): (2, 4),
                ("walk", "levels"): (2, 2),
            }
        )
    )
    assert divided.rows == (
        ("run", "levels", 3.0, 2.0, 4.0, 0.5, 2),
        ("walk", "quantity", 5.0, 4.0, 9.0, 0.25, 3),
    )
    assert divided.takeaways == ("The assessors differ on 2 of the 3 cells that have a panel.",)


def test_where_nothing_varies_alpha_is_left_open() -> None:
    """Assessors who say the same of one option have no alpha, and that is said."""
    agreement, divided = _exhibits(_files({("run", "levels"): (3, 3, 3)}))
    assert agreement.rows == (("levels", "A quantity", 1, 3, "ordinal", None),)
    assert agreement.takeaways == ("Nowhere do the assessors' numbers vary enough to say how far they agree.",)
    assert divided.rows == ()


def test_one_cell_alone_has_no_alpha() -> None:
    """Within a single cell all variation is disagreement, so alpha would be 0 whatever the assessors say."""
    agreement, divided = _exhibits(_files({("run", "levels"): (3, 3, 4)}))
    assert agreement.rows == (("levels", "A quantity", 1, 3, "ordinal", None),)
    assert divided.rows == (("run", "levels", 3.0, 3.0, 4.0, 0.25, 3),)


def test_without_panels_there_is_nothing_to_show() -> None:
    """A decision whose numbers have no panel has no such exhibit."""
    assert _exhibits(_files({})) == ()


def test_ten_cells_are_shown_and_the_rest_counted() -> None:
    """Of twelve divided cells the ten most divided stand in the table; a note counts the others."""
    criteria = {f"c{number:02}": quantity(0, 100) for number in range(12)}
    files = decision(criteria, {"stay": (0,) * 12, "go": (0,) * 12}, {"even": weight_set("equal")})
    for number, name in enumerate(criteria):
        score = files["options/go.yaml"]["scores"][name]
        del score["value"]
        score["panel"] = {"a": {"value": 0}, "b": {"value": number + 1}}
    _, divided = _exhibits(files)
    assert [row[1] for row in divided.rows] == [f"c{number:02}" for number in range(11, 1, -1)]
    assert divided.notes[-1] == "2 more cells divide it less."
