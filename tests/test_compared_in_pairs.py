"""Decisions whose options are compared in pairs under a criterion: in differences, scenarios and shortlists."""

import copy
from pathlib import Path
from typing import Any

import pytest

from projects import Files, decision, lay_out, loaded, quantity, weight_set
from scenario_projects import scenario
from steelyard import assess
from steelyard.check import check
from steelyard.compare import WORKING_TREE, comparison_of
from steelyard.documents.criterion import PairwiseScale
from steelyard.documents.futures import in_scenario
from steelyard.model.pairwise_judgements import weighed_on
from steelyard.results.comparison import Version

VERSIONS = Version("before", None), Version(WORKING_TREE, None)


def pairwise(comparisons: dict[str, dict[str, float]], **scale: object) -> dict[str, Any]:
    """A criterion on which options are compared in pairs."""
    return {
        "group": "all",
        "title": "Ease",
        "definition": "How little one has to think.",
        "question": "How easy is it?",
        "better": "more",
        "scale": {"kind": "pairwise", "comparisons": comparisons, "rationale": "Tried side by side.", **scale},
    }


def small(comparisons: dict[str, dict[str, float]], **scale: object) -> Files:
    """Three options with a score on speed, compared in pairs for ease; both count alike."""
    criteria = {"speed": quantity(0, 4), "ease": pairwise(comparisons, **scale)}
    files = decision(criteria, {"stay": (1, 0), "walk": (2, 0), "run": (4, 0)}, {"even": weight_set("equal")})
    for name in ("stay", "walk", "run"):
        del files[f"options/{name}.yaml"]["scores"]["ease"]
    return files


FITTING: dict[str, dict[str, float]] = {"stay": {"walk": 2, "run": 4}, "walk": {"run": 2}}


def test_values_are_the_priorities() -> None:
    """Where stay counts 2 walk and walk 2 run, they are worth 4/7, 2/7 and 1/7 on the criterion."""
    valuation = assess.rank(loaded(small(FITTING))).valuation
    column = valuation.criteria.index("ease")
    values = dict(zip(valuation.options, valuation.values[:, column].tolist(), strict=True))
    assert values == pytest.approx({"stay": 4 / 7, "walk": 2 / 7, "run": 1 / 7}, abs=1e-12)


def test_the_variant_of_the_scale_is_used() -> None:
    """Of four options whose comparisons do not fit, geometric means make other priorities than the usual way.

    The products of rows are 1/6, 4, 1/80 and 120, of which the fourth roots are taken.
    """
    judged = {
        "ride": {"stay": 6.0, "walk": 4.0, "run": 5.0},
        "walk": {"stay": 4.0, "run": 4.0},
        "stay": {"run": 4.0},
    }
    roots = {"stay": (1 / 6) ** 0.25, "walk": 4**0.25, "run": (1 / 80) ** 0.25, "ride": 120**0.25}
    by_hand = {name: root / sum(roots.values()) for name, root in roots.items()}
    scale = PairwiseScale(kind="pairwise", comparisons=judged, rationale="Tried.", variant="geometric-mean")
    assert weighed_on(scale, list(roots)).points == pytest.approx(by_hand, abs=1e-12)
    usual = scale.model_copy(update={"variant": "eigenvector"})
    assert weighed_on(usual, list(roots)).points["stay"] != pytest.approx(by_hand["stay"], abs=0.001)


def test_reasons_are_those_of_the_scale() -> None:
    """The number has the rationale and the claims of the comparisons, and rests on judgement where none is cited."""
    plain = loaded(small(FITTING))
    judgement = plain.options["walk"].judgement_on(plain.criteria["ease"])
    assert judgement is not None
    assert (judgement.rationale, judgement.basis, judgement.evidence) == ("Tried side by side.", "judgement", ())
    cited = loaded(small(FITTING, evidence=["made-up#said"]))
    judgement = cited.options["walk"].judgement_on(cited.criteria["ease"])
    assert judgement is not None
    assert (judgement.basis, judgement.evidence) == ("documents", ("made-up#said",))


def test_an_option_set_aside_keeps_its_part() -> None:
    """Priorities are of all options compared: those that a shortlist leaves share what is left."""
    files = small(FITTING)
    files["steelyard.yaml"]["shortlists"] = {"few": ["stay", "walk"]}
    valuation = assess.rank(loaded(files).on_shortlist("few")).valuation
    column = valuation.criteria.index("ease")
    assert valuation.options == ("stay", "walk")
    assert valuation.values[:, column].tolist() == pytest.approx([4 / 7, 2 / 7], abs=1e-12)


def test_a_difference_says_which_comparison_moved_and_what_it_did() -> None:
    """Comparisons that moved are one sentence by the options' names, and the swap they made is laid to the criterion.

    Priorities of stay, walk and run go from 4/7, 2/7 and 1/7 to 2/7, 4/7 and 1/7; with speeds of 1/4 and 1/2, walk less
    stay goes from 1/8 - 1/7 to 1/8 + 1/7.
    """
    before = small(FITTING)
    after = copy.deepcopy(before)
    after["criteria/ease.yaml"]["scale"]["comparisons"] = {"walk": {"stay": 2, "run": 4}, "stay": {"run": 2}}
    found = comparison_of(loaded(before), loaded(after), VERSIONS)
    (change,) = found.changes
    assert (change.subject, change.about) == ("criterion", "ease")
    assert change.sentence == (
        "Criterion Ease: the comparison of Option stay with Option walk is taken out; "
        "the comparison of Option stay with Option run goes from 4 times to 2 times; "
        "the comparison of Option walk with Option run goes from 2 times to 4 times; "
        "the comparison of Option walk with Option stay is now given: 2 times."
    )
    (reranking,) = found.rerankings
    (swap,) = reranking.swaps
    assert (swap.up, swap.down) == ("walk", "stay")
    assert (swap.before, swap.after) == (pytest.approx(1 / 8 - 1 / 7), pytest.approx(1 / 8 + 1 / 7))
    (part,) = swap.parts
    assert part.about == ("criterion/ease",)
    assert part.value == pytest.approx(2 / 7)


def test_differences_of_weights_compared_in_pairs() -> None:
    """A comparison of swings that moved is said by both names, and another way of computing by both ways."""
    before = decision(
        {"speed": quantity(0, 4), "ease": quantity(0, 4)},
        {"stay": (1, 3), "walk": (2, 1)},
        {"pairs": weight_set("pairwise", judgements={"speed": {"ease": 2}})},
    )
    after = copy.deepcopy(before)
    after["criteria/weights/pairs.yaml"] |= {"variant": "geometric-mean", "judgements": {"speed": {"ease": 4}}}
    (change,) = comparison_of(loaded(before), loaded(after), VERSIONS).changes
    assert change.sentence == (
        "Weights By pairwise: they are now computed by geometric-mean, before by eigenvector, the usual way; "
        "the judgement of A quantity (speed) over A quantity (ease) goes from 2 to 4."
    )


def test_a_scenario_may_set_a_priority(tmp_path: Path) -> None:
    """A future in which staying is hard says so by its number; the other priorities stay."""
    files = small(FITTING)
    files["criteria/scenarios/hard.yaml"] = scenario(
        "hard", {"criterion": "ease", "options": ["stay"], "change": {"kind": "set", "value": 0.1}}
    )
    definitions = in_scenario(loaded(files), "hard")
    judged = [definitions.options[name].judgement_on(definitions.criteria["ease"]) for name in ("stay", "walk", "run")]
    assert [each.value for each in judged if each is not None] == pytest.approx([0.1, 2 / 7, 1 / 7], abs=1e-12)
    assert "C013" not in {each.code for each in check(lay_out(files, tmp_path))}


def test_a_claim_cited_by_comparisons_is_no_unused_one(tmp_path: Path) -> None:
    """What speaks for comparisons counts as cited, and speaks for each option's number."""
    files = small(FITTING, evidence=["made-up#said"])
    for name in ("stay", "walk", "run"):
        files[f"options/{name}.yaml"]["scores"]["speed"] |= {"basis": "judgement", "low": 0, "high": 4, "evidence": []}
    assert "E006" not in {each.code for each in check(lay_out(files, tmp_path))}
