import pytest
from pydantic import ValidationError

from projects import Files, decision, judged, loaded, quantity, weight_set
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.option import Option
from steelyard.documents.references import cited_claims, judged_numbers


def _files(**changes: object) -> Files:
    criteria = {
        "zeal": quantity(0, 4, group="first"),
        "alms": quantity(0, 4, group="second"),
        "calm": quantity(0, 4, group="first"),
    }
    scores = {"stay": (1, 1, 1), "go": (2, (1, 2, 3), 2), "hop": (3, 3, 3)}
    return decision(criteria, scores, {"even": weight_set("equal")}, **changes)


def _definitions(**changes: object) -> Definitions:
    return loaded(_files(**changes))


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("option", "options/a.yaml"),
        ("criterion", "criteria/a.yaml"),
        ("weights", "criteria/weights/a.yaml"),
        ("source", "seeds/a.yaml"),
        ("decision", "steelyard.yaml"),
    ],
)
def test_every_kind_of_file_has_its_place(kind: str, path: str) -> None:
    """Each kind lies in its own folder, the decision at the root."""
    assert path_of(kind, "a") == path


def test_criteria_stand_group_by_group() -> None:
    """Criteria come in the order of their groups in `steelyard.yaml`, then by id."""
    assert [each.id for each in _definitions().criteria_in_order()] == ["calm", "zeal", "alms"]


def test_without_a_shortlist_every_option_is_used() -> None:
    """Options come in order of file name."""
    assert [each.id for each in _definitions().shortlisted()] == ["go", "hop", "stay"]


def test_a_shortlist_chooses_and_other_lists_do_not() -> None:
    """Only the list `default` chooses, in order of file name."""
    lists = {"default": ["stay", "hop"], "other": ["go"]}
    assert [each.id for each in _definitions(shortlists=lists).shortlisted()] == ["hop", "stay"]


def test_a_claim_is_found_by_source_and_name() -> None:
    """`source#claim` names a claim, or nothing."""
    definitions = _definitions()
    claim = definitions.claim("made-up#said")
    assert claim is not None
    assert claim.anchor == "made up"
    assert definitions.claim("made-up#unsaid") is None
    assert definitions.claim("nobody#said") is None


def test_a_number_without_a_range_is_its_own_bounds() -> None:
    """Where low or high is absent, the value stands for it."""
    files = _files()
    del files["options/go.yaml"]["scores"]["alms"]["high"]
    score = loaded(files).options["go"].scores["alms"]
    assert (score.lowest, score.value, score.highest) == (1, 2, 2)


def test_a_cost_criterion_reads_the_cost() -> None:
    """The number judged for a criterion that reads the cost is the option's cost, at its place in the file."""
    files = _files()
    files["criteria/alms.yaml"]["scale"] = {"kind": "cost", "worst": 10, "best": 0}
    files["criteria/alms.yaml"]["better"] = "less"
    for number, name in enumerate(("stay", "go", "hop")):
        del files[f"options/{name}.yaml"]["scores"]["alms"]
        cost = judged(float(number)) | {"unit": "EUR", "price_year": 2026, "terms": "real"}
        files[f"options/{name}.yaml"]["cost"] = cost
    definitions = loaded(files)
    option, criterion = definitions.options["hop"], definitions.criteria["alms"]
    judgement = option.judgement_on(criterion)
    assert judgement is not None
    assert judgement.value == 2
    assert option.steps_to(criterion) == ("cost",)
    assert definitions.reads_cost() == ("alms",)


def test_every_number_and_citation_is_listed() -> None:
    """References list every number judged, and every claim that is cited, each with its steps."""
    definitions = _definitions()
    numbers = list(judged_numbers(definitions))
    assert len(numbers) == 9
    assert numbers[0].name == "the score of 'go' on 'zeal'"
    cited = list(cited_claims(definitions))
    assert len(cited) == 9
    assert (cited[0].path, cited[0].steps) == ("options/go.yaml", ("scores", "zeal", "evidence", 0))


def test_records_are_frozen() -> None:
    """What people wrote cannot be changed by accident."""
    option = _definitions().options["go"]
    with pytest.raises(ValidationError):
        option.title = "Other"  # type: ignore[misc]  # that is the point


@pytest.mark.parametrize(("role", "reason"), [("discarded", None), ("option", "because"), ("baseline", "because")])
def test_discarding_and_its_reason_go_together(role: str, reason: str | None) -> None:
    """A discarded option, and only one, says why it was discarded."""
    said = {"id": "a", "title": "A", "summary": "Do.", "role": role, "discarded_because": reason}
    with pytest.raises(ValidationError):
        Option.model_validate(said)
