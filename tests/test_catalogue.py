"""This repository's own decision: sound, complete in what the first issue asks of it, and in its own words."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from steelyard.check import at_least, check, read
from steelyard.documents.criterion import CostScale, LevelsScale, QuantityScale
from steelyard.documents.definitions import Definitions
from steelyard.evidence import verify

IN_A_ROW = 9
"""As many words in a row as no tracked file may share with a document: an anchor has eight at most."""
HEADLINES = {
    "export-controls",
    "entity-listing-precision",
    "open-weight-investment",
    "basic-research",
    "outbound-investment-limits",
}
"""The options of the default shortlist, beside the baseline."""
EDGES = re.compile(r"^\W+|\W+$")


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    """The catalogue's definitions."""
    return read(Path(__file__).resolve().parents[1]).definitions


def test_the_catalogue_has_no_errors(catalogue: Path) -> None:
    """Not one error, in any of its files."""
    assert at_least(check(catalogue), "error") == ()


def test_the_default_shortlist_is_five_options_and_the_baseline(definitions: Definitions) -> None:
    """Five courses of action and policy as it stands are ranked, each with a cost and a score on every criterion."""
    decision = definitions.decision
    assert definitions.options[decision.baseline].role == "baseline"
    assert set(decision.shortlists["default"]) == HEADLINES | {decision.baseline}
    for option in definitions.ranked_options():
        assert all(option.judgement_on(each) is not None for each in definitions.criteria_in_order())


def test_the_long_list_has_every_option(definitions: Definitions) -> None:
    """The long list is every option that is not discarded; each layer's list is the options of that layer.

    Every option has a score or a cost on every criterion, no two the same, and every list has the baseline.
    """
    shortlists, baseline = definitions.decision.shortlists, definitions.decision.baseline
    kept = {name: option for name, option in definitions.options.items() if option.role != "discarded"}
    assert set(shortlists["long-list"]) == set(kept)
    by_layer: dict[str, set[str]] = {}
    for name, option in kept.items():
        by_layer.setdefault(f"layer-{option.layer}", {baseline}).add(name)
    del by_layer["layer-None"]
    assert {name: set(each) for name, each in shortlists.items() if name.startswith("layer-")} == by_layer
    criteria = definitions.criteria_in_order()
    rows = {
        name: [None if (found := option.judgement_on(each)) is None else found.value for each in criteria]
        for name, option in kept.items()
    }
    assert all(None not in row for row in rows.values())
    assert len({tuple(row) for row in rows.values()}) == len(rows)


def test_every_recommendation_has_an_option(definitions: Definitions) -> None:
    """Each option is recommended by a claim, and each claim that recommends something is behind some option."""
    options = [option for option in definitions.options.values() if option.role == "option"]
    assert all(option.recommended_by for option in options)
    behind = {claim for option in options for claim in option.recommended_by}
    asks = {
        f"{source}#{name}"
        for source, found in definitions.sources.items()
        for name, claim in found.claims.items()
        if claim.statement.startswith("Recommends")
    }
    assert asks - behind == set()


def test_what_an_option_requires_costs_no_more_than_the_option(definitions: Definitions) -> None:
    """A cost, like a score, counts what the option requires: it is at least the sum of those costs, at each bound."""
    for option in definitions.options.values():
        needed = [definitions.options[each].cost for each in option.requires]
        if option.cost is not None:
            assert sum(each.value for each in needed if each) <= option.cost.value
            assert sum(each.lowest for each in needed if each) <= option.cost.lowest
            assert sum(each.highest for each in needed if each) <= option.cost.highest


def test_criteria_cover_what_was_asked_for(definitions: Definitions) -> None:
    """Eight to twelve criteria in three to five groups; one reads the cost, one is a quantity, one is better when less.

    Every level of every scale has an anchor of its own.
    """
    criteria = definitions.criteria.values()
    assert 8 <= len(criteria) <= 12
    assert 3 <= len({each.group for each in criteria}) <= 5
    assert len([each for each in criteria if isinstance(each.scale, CostScale)]) == 1
    assert any(isinstance(each.scale, QuantityScale) for each in criteria)
    assert any(each.better == "less" for each in criteria)
    assert all(each.definition for each in criteria)
    for each in criteria:
        if isinstance(each.scale, LevelsScale):
            assert len({level.anchor for level in each.scale.levels}) == len(each.scale.levels)


def test_weight_sets_are_five_and_nobodys_agreement(definitions: Definitions) -> None:
    """Five weight sets, all illustrative; one at least weighs criteria, one at least groups and within them."""
    sets = definitions.weight_sets.values()
    assert len(sets) >= 5
    assert {each.status for each in sets} == {"illustrative"}
    assert any(each.judgements is not None for each in sets)
    assert any(each.groups is not None for each in sets)


def test_every_number_rests_on_something(definitions: Definitions) -> None:
    """Numbers rest on claims, on judgement with a range, or, for the baseline, on a definition."""
    for option, _, judgement in definitions.judgements():
        if judgement.basis == "documents":
            assert judgement.evidence
        elif judgement.basis == "judgement":
            assert judgement.lowest < judgement.highest
        else:
            assert option.role == "baseline"


def test_documents_that_disagree_are_cited_on_both_sides(definitions: Definitions) -> None:
    """Some scores cite claims against themselves, those of export controls above all."""
    against = {option.id for option, _, judgement in definitions.judgements() if judgement.against}
    assert "export-controls" in against


def test_what_disagreeing_claims_imply_is_stated(definitions: Definitions) -> None:
    """Where claims stand on both sides, one at least says what number it is for; docs/catalogue.md has the exception.

    No claim that stands against a number implies that very number, and every range spans what is implied.
    """
    silent = set()
    for option, criterion, judged in definitions.judgements():
        if judged.evidence and judged.against and not judged.implies:
            silent.add((option.id, criterion.id))
        assert all(judged.implies.get(each) != judged.value for each in judged.against)
        assert all(judged.lowest <= implied <= judged.highest for implied in judged.implies.values())
    assert silent == {("data-governance", "developer-reliance")}


def test_five_documents_with_a_reason_for_their_grade(definitions: Definitions) -> None:
    """Each source has a reliability, the reason for it, and claims of at most eight words of anchor."""
    assert len(definitions.sources) >= 5
    for source in definitions.sources.values():
        assert source.reliability_because
        assert source.claims
        anchors = [claim.anchor.lower().replace("\u2019", "'") for claim in source.claims.values()]
        assert all(len(re.findall(r"[a-z0-9']+", anchor)) <= 8 for anchor in anchors)  # hyphens and points part words


def test_every_claim_holds_against_the_documents(definitions: Definitions, documents: Path) -> None:
    """Locators, anchors and digests hold against the copies that were read."""
    assert verify(definitions, documents) == ()


def _words(text: str) -> list[str]:
    """Words as people count them: parted by white space, without quotes and full stops."""
    return [word for word in (EDGES.sub("", each) for each in text.casefold().split()) if word]


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    yield from (tuple(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1))


def _tracked(catalogue: Path) -> list[Path]:
    git = which("git")
    if git is None or not (catalogue / ".git").exists():
        pytest.skip("not a git checkout, so there are no tracked files to look through")
    listed = subprocess.run([git, "-C", str(catalogue), "ls-files", "-z"], capture_output=True, check=True)
    return [catalogue / name for name in listed.stdout.decode().split("\0") if name]


def test_no_sentence_of_the_documents_is_in_the_repository(
    definitions: Definitions, documents: Path, catalogue: Path
) -> None:
    """No nine words in a row of a document stand in any tracked text file, but for the documents' titles."""
    titles = {run for source in definitions.sources.values() for run in _runs(source.title)}
    theirs: dict[tuple[str, ...], str] = {}
    for source in definitions.sources.values():
        text = (documents / source.document.file).read_text(encoding="utf-8", errors="replace")
        theirs |= {run: source.id for run in _runs(text) if run not in titles}
    assert theirs
    found = []
    for file in _tracked(catalogue):
        try:
            text = file.read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue  # a picture or a workbook, or a file that somebody is about to delete
        found += [f"{file.relative_to(catalogue)}: {' '.join(run)}" for run in _runs(text) if run in theirs]
    assert found == []
