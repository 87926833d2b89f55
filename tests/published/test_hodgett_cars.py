"""Case 24: the priorities of four cars, and four measures of how comparisons fit together.

The car example of R. E. Hodgett in the R package MCDA, with measures of Saaty (1980); Koczkodaj (1993), Mathematical
and Computer Modelling 18(7), 79-84; and Siraj, Mikhailov & Keane (2015), European Journal of Operational Research
242(2), 557-567. Its random index of four names is 0.882 (Aguarón & Moreno-Jiménez 2003); against Saaty's 0.90 the
ratio would be 0.161.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from hierarchies import lay_out_hierarchy, ranked_in, said_by
from steelyard.contracts import Judged
from steelyard.model.pairwise import (
    SAATY,
    congruence,
    consistency_ratio,
    dissonance,
    koczkodaj,
    worst_triad,
)
from steelyard.model.pairwise_judgements import matrix_of
from steelyard.weightings import shelf

CARS = ["corsa", "clio", "fiesta", "sandero"]
CRITERIA = ["style", "reliability", "fuel"]
IMPORTANCE = {"reliability": {"style": 2, "fuel": 4}, "style": {"fuel": 3}}
COMPARED = {
    "style": {
        "corsa": {"fiesta": 4},
        "clio": {"corsa": 4, "fiesta": 4},
        "sandero": {"corsa": 6, "clio": 4, "fiesta": 5},
    },
    "reliability": {
        "corsa": {"clio": 2, "fiesta": 5, "sandero": 1},
        "clio": {"fiesta": 3, "sandero": 2},
        "sandero": {"fiesta": 4},
    },
    "fuel": {
        "corsa": {"clio": 2, "fiesta": 4, "sandero": 1},
        "clio": {"fiesta": 3, "sandero": 2},
        "sandero": {"fiesta": 5},
    },
}


@pytest.fixture
def cars(tmp_path: Path) -> Path:
    """The folder of the decision, whose cars have no scores of their own: all of it is comparisons in pairs."""
    return lay_out_hierarchy(CARS, COMPARED, IMPORTANCE, tmp_path)


def test_it_ranks_to_the_printed_priorities(cars: Path) -> None:
    """Ranked by the command, the four cars come to 0.2922, 0.2767, 0.0697 and 0.3613, and to the derived six digits."""
    ranked = ranked_in(cars)
    totals = {each["id"]: each["total"] for each in ranked}
    assert [totals[name] for name in CARS] == pytest.approx([0.2922, 0.2767, 0.0697, 0.3613], abs=0.000051)
    assert [totals[name] for name in CARS] == pytest.approx([0.292226, 0.27675, 0.06974, 0.361284], abs=0.0000005)
    assert [each["id"] for each in ranked] == ["sandero", "corsa", "clio", "fiesta"]


def test_the_check_names_the_comparisons_that_do_not_fit(cars: Path) -> None:
    """Of the four matrices only that of style is above 0.1, and it is said where to look; nothing is an error."""
    found = json.loads(said_by("check", "--decision", str(cars), "--format", "json"))
    assert found["summary"]["error"] == 0
    (said,) = (each for each in found["findings"] if each["code"] in {"C014", "W012"})
    assert "consistency ratio 0.16" in said["message"]
    assert said["path"] == "criteria/style.yaml"


def test_four_measures_of_the_style_matrix_as_printed() -> None:
    """On style, the ratio is 0.164, congruence 1.275, dissonance 0.083 and Koczkodaj's index 0.792."""
    facts = {each.measure: each for each in shelf["pairwise"].weigh(Judged(COMPARED["style"], CARS)).consistency}
    assert facts["consistency ratio"].value == pytest.approx(0.164, abs=0.0005)
    assert facts["congruence"].value == pytest.approx(1.275, abs=0.0005)
    assert facts["dissonance"].value == pytest.approx(0.083, abs=0.0005)
    assert facts["Koczkodaj index"].value == pytest.approx(0.792, abs=0.0005)
    assert not facts["consistency ratio"].holds


def test_against_the_older_random_index() -> None:
    """Against Saaty's 0.90 for four names, the ratio of the same comparisons is 0.161."""
    assert consistency_ratio(matrix_of(COMPARED["style"], CARS), table=SAATY) == pytest.approx(0.161, abs=0.0005)


def test_the_worst_three_are_named() -> None:
    """Sandero 6 times Corsa and Corsa 4 times Fiesta make 24, where 5 was judged: 1 - 5/24 is the printed 0.792."""
    matrix = matrix_of(COMPARED["style"], CARS)
    assert [CARS[each] for each in worst_triad(matrix) or ()] == ["sandero", "corsa", "fiesta"]
    assert koczkodaj(matrix) == pytest.approx(1 - 5 / 24, abs=1e-12)
    (ratio, *_) = shelf["pairwise"].weigh(Judged(COMPARED["style"], CARS)).consistency
    assert ratio.at == ("sandero", "corsa")
    assert ratio.said == (
        "'sandero' counts 6 times 'corsa', and 'corsa' 4 times 'fiesta', so 'sandero' would count 24 times 'fiesta'; "
        "judged is 'sandero' 5 times 'fiesta'"
    )


def test_measures_are_those_of_the_matrix_alone() -> None:
    """Congruence and dissonance follow by hand where three names contradict one another: a 2 b, b 3 c, c 1 a.

    Direct and indirect comparisons differ by the factor 6 for each of the six ordered pairs. Of a over b the way by c
    says 1/3 against 2, of b over c the way by a says 1/2 against 3: contrary, both ways; of a over c, 6 against 1.
    """
    matrix = matrix_of({"a": {"b": 2}, "b": {"c": 3}, "c": {"a": 1}}, ["a", "b", "c"])
    assert congruence(matrix) == pytest.approx(np.log(6), abs=1e-12)
    assert dissonance(matrix) == pytest.approx(4 / 6, abs=1e-12)
