import shutil
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from projects import Files, decision, lay_out, loaded, quantity, weight_set
from steelyard import assess
from steelyard.check import at_least, check
from steelyard.contracts import Question
from steelyard.documents.definitions import Definitions
from steelyard.eliciting import Sitting, Wanted, answered, outcome, sat_down, taken_back, written
from steelyard.errors import OutputError
from steelyard.interviewing.answering import fits, reads, text_of
from steelyard.interviewing.draft import DRAFTS, Answer, Draft, draft_file, kept
from steelyard.interviewing.swings import End
from steelyard.weightings import shelf

METHODS = [name for name in shelf if shelf[name].interview is not None]
SCHEMAS = Path(".schemas")
TEXTS = {"title": "T", "whose": "W", "why": "Y"}
_FAR_TOO_MANY = 400


def _files() -> Files:
    """Four criteria in two groups, two of them with ids that YAML could take for a number and for `false`."""
    criteria = {
        "1e3": quantity(0, 4, group="pace"),
        "no": quantity(4, 0, group="pace"),
        "ease": quantity(0, 4, group="comfort"),
        "alike": quantity(0, 4, group="comfort"),
    }
    rows = {"stay": (1, 3, 0, 2), "walk": (2, 2.5, 4, 2), "run": (4, 3, 1, 2)}
    return decision(
        criteria, rows, {"even": weight_set("equal")}, severity={"C010": "off", "W008": "off", "O003": "off"}
    )


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The decision's files, to be copied."""
    return lay_out(_files(), tmp_path_factory.mktemp("origin"))


def _reply(question: Question, titles: dict[str, str]) -> st.SearchStrategy[str]:
    """What somebody might type."""
    if question.among:
        ids = [each for each in question.among if each not in titles or not each.isdecimal()]
        return st.one_of(st.integers(1, len(question.among)).map(str), st.sampled_from(ids))
    ends = st.sampled_from([question.least, question.most])
    return st.one_of(ends, st.floats(question.least, question.most)).map(repr)


@settings(max_examples=10)
@pytest.mark.parametrize("groups", [False, True], ids=["flat", "groups"])
@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
def test_any_answers_and_backs_end_in_a_file_that_check_accepts(
    origin: Path, method: str, *, groups: bool, data: st.DataObject
) -> None:
    """Whatever is answered and taken back, left and resumed: the set is read as it was judged, and ranks."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(origin, Path(folder) / "project"))
        definitions = assess.load(root)[0]
        over = data.draw(st.sampled_from(["scale", "options"]), "over")
        sitting = sat_down(definitions, "new", Wanted(method, over, groups, {"title": "T"}), restart=False)
        backs = data.draw(st.integers(0, 6), "backs")
        for _ in range(_FAR_TOO_MANY):
            question = sitting.course.question
            if question is None:
                break
            if sitting.draft.answers and backs and data.draw(st.booleans(), "back?"):
                backs, sitting = backs - 1, taken_back(sitting)
                assert kept(root, "new") == sitting.draft
                sitting = sat_down(definitions, "new", Wanted(), restart=False)
                continue
            typed = "so: 'it' is #1" if sitting.about_the_set else data.draw(_reply(question, dict(sitting.titles)))
            sitting = answered(sitting, typed)
            assert kept(root, "new") == sitting.draft
            assert sitting.course.number <= sitting.course.total + 1
        text = outcome(sitting, SCHEMAS).text
        file = written(sitting, SCHEMAS)
        assert file.read_text("utf-8") == text
        weighed = yaml.safe_load(text)["groups" if groups else "judgements"]
        assert set(weighed) <= ({"pace", "comfort"} if groups else {"1e3", "no", "ease", "alike"}), "no reader errs"
        assert not draft_file(root, "new").exists()
        assert at_least(check(root), "error") == ()
        found = assess.load(root)[0].weight_sets["new"]
        assert (found.method, found.title, found.whose, found.status) == (method, "T", "so: 'it' is #1", "illustrative")
        _judged_alike(sitting, {steps: dict(judged) for steps, judged in found.lists()})
        assert set(found.ranges) == ({"1e3", "no", "ease"} if over == "options" else set())


def _judged_alike(sitting: Sitting, found: dict[tuple[str, ...], object]) -> None:
    """What the file says is what was answered."""
    assert {steps: dict(each) for steps, each in sitting.course.lists.items()} == found


def _begun(definitions: Definitions, **wanted: object) -> Sitting:
    return sat_down(definitions, "new", Wanted(**wanted), restart=False)  # type: ignore[arg-type]


def test_nothing_is_written_before_the_first_answer(origin: Path) -> None:
    """To look at the first question leaves no trace."""
    before = sorted(origin.rglob("*"))
    assert _begun(assess.load(origin)[0]).course.number == 1
    assert sorted(origin.rglob("*")) == before


def test_ranges_are_judged_where_options_differ(origin: Path) -> None:
    """Less is better on `no`: its worst is the highest number; where all are alike the ends are those of the scale."""
    sitting = _begun(assess.load(origin)[0])
    assert {name: each.shown for name, each in sitting.swings.items()} == {
        "1e3": (1, 4), "no": (3, 2.5), "ease": (0, 4), "alike": (0, 4),
    }  # fmt: skip
    assert [name for name, each in sitting.swings.items() if each.over_scale] == ["alike"]
    assert sitting.swings["no"].span == 0.125
    worst = sitting.swings["no"].options[0]
    assert (worst.words, worst.options) == ("3 units", ("Option run", "Option stay"))


def test_options_that_differ_beyond_the_steep_part_do_not_differ() -> None:
    """Scores whose value is the same have no swing between them, whatever their numbers are."""
    flat = quantity(0, 10, shape="threshold", **{"from": 5, "to": 6})
    files = decision({"x": flat}, {"stay": (1,), "go": (4,)}, {"even": weight_set("equal")}, severity={"C010": "off"})
    assert _begun(loaded(files)).swings["x"].over_scale


@pytest.mark.parametrize(
    ("options", "at_most", "said"),
    [
        (("a",), 1, "a"),
        (("a", "b"), 1, "a and b"),
        (("a", "b", "c"), 1, "a and 2 others"),
        (("a", "b", "c"), 2, "a, b and c"),
        (("a", "b", "c", "d"), 2, "a; b and 2 others"),
    ],
)
def test_many_options_at_one_end_are_counted(options: tuple[str, ...], at_most: int, said: str) -> None:
    """A few are named, and never is a single one counted."""
    assert End(0, "0", options).named(at_most) == said


NUMBER = Question("k", "How much?", most=10)
NAMES = Question("k", "Which?", among=("a-b", "2", "neither of them"))
TITLES = {"a-b": "Alpha, the first", "2": "Two"}


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (NUMBER, "7", 7),
        (NUMBER, " 7,5 ", 7.5),
        (NUMBER, "7.25 %", 7.25),
        (NUMBER, "7,25 %", 7.25),
        (NUMBER, "1e1", 10),
        (NAMES, "1", "a-b"),
        (NAMES, "2", "2"),
        (NAMES, "3", "neither of them"),
        (NAMES, "A-B", "a-b"),
        (NAMES, "alpha,  THE first", "a-b"),
        (NAMES, "Neither of them", "neither of them"),
    ],
)
def test_answers_are_read_as_people_type_them(question: Question, typed: str, answer: str | float) -> None:
    """Decimal commas, per cent signs, capitals and spaces do not matter; an id goes before a place in the list."""
    assert reads(question, typed, TITLES) == answer
    assert fits(question, answer)


def test_the_answer_that_leaves_open_is_guessed_by_its_own_words() -> None:
    """What is no name has no title: it is shown as it is to be typed."""
    with pytest.raises(
        ValueError, match=r"There is no 'neither of then' in the list; did you mean 'neither of them'\?"
    ):
        reads(NAMES, "neither of then", TITLES)


@given(st.text())
def test_whatever_is_typed_is_an_answer_or_a_sentence(typed: str) -> None:
    """No text breaks the reading of an answer."""
    for question in (NUMBER, NAMES):
        try:
            assert fits(question, reads(question, typed, TITLES))
        except ValueError as reason:
            assert str(reason).endswith((".", "?"))  # noqa: PT017 - either is right


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_about_the_set_is_read_back(origin: Path, typed: str) -> None:
    """Title, whose and why stand in the file as they were typed, spaces aside, or are refused."""
    try:
        said = text_of(typed)
    except ValueError:
        return
    if not said:
        return
    definitions = assess.load(origin)[0]
    known = dict.fromkeys(TEXTS, said)
    draft = Draft(method="orderings", over="scale", groups=True, shown={}, known=known)
    sitting = Sitting(definitions, "new", draft, _begun(definitions, over="scale").swings)
    while sitting.course.question is not None:
        part, question = sitting.course.part, sitting.course.question
        assert part is not None
        answer = Answer(of=part.of, key=question.key, said=question.among[-1])
        sitting = Sitting(definitions, "new", sitting.draft.with_answer(answer), sitting.swings)
    found = outcome(sitting, SCHEMAS)
    assert found.errors == ()
    new = found.definitions.weight_sets["new"]
    assert (new.title, new.whose, new.why) == (said, said, said)
    assert not (origin / DRAFTS).exists()


def test_the_count_of_questions_follows_the_answers(origin: Path) -> None:
    """Four names in order are six pairs; with no > 1e3 > alike and 1e3 > ease, only one of the other three is open."""
    sitting = _begun(assess.load(origin)[0], method="orderings", known=TEXTS)
    totals = [sitting.course.total]
    for typed in ("no", "1e3", "1e3", "ease"):
        sitting = answered(sitting, typed)
        totals.append(sitting.course.total)
    assert sitting.course.question is None
    assert totals == [6, 4, 4, 4, 4]
    shutil.rmtree(origin / DRAFTS)


def test_a_remark_outlives_a_group_that_needs_no_question() -> None:
    """At most 10 of 100 points leave the other at least 90, which is said also where a lone criterion comes after."""
    criteria = {"x": quantity(0, 4, group="two"), "y": quantity(0, 4, group="two"), "z": quantity(0, 4, group="lone")}
    files = decision(criteria, {"stay": (0, 1, 2), "go": (4, 3, 0)}, {"even": weight_set("equal")})
    sitting = _begun(loaded(files), method="intervals", groups=True)
    said = [0, 100, 0, 100, 0, 10, 0]
    for answer in (*said, 100):
        assert sitting.course.remarks == ()
        part, question = sitting.course.part, sitting.course.question
        assert part is not None
        assert question is not None
        draft = sitting.draft.with_answer(Answer(of=part.of, key=question.key, said=answer))
        sitting = Sitting(sitting.definitions, "new", draft, sitting.swings)
    assert sitting.course.judged
    assert sitting.course.remarks == (
        "As shares of 1, 'y' cannot weigh as little as 0, since the others leave it 0.9.",
    )


def test_who_comes_to_another_list_has_not_seen_what_is_in_it() -> None:
    """The groups were looked at a moment ago, and not the criteria within, though the first is named as its group."""
    criteria = {"x": quantity(0, 4, group="x"), "y": quantity(0, 4, group="x"), "z": quantity(0, 4, group="z")}
    files = decision(criteria, {"stay": (0, 1, 2), "go": (4, 3, 0)}, {"even": weight_set("equal")})
    sitting = _begun(loaded(files), groups=True)
    before = []
    for key, said in (("most important", "x"), ("z", 50)):
        draft = sitting.draft.with_answer(Answer(of="groups", key=key, said=said))
        sitting = Sitting(sitting.definitions, "new", draft, sitting.swings)
        before.append(sitting.course.before)
    assert [each.key if each is not None else None for each in before] == ["most important", None]
    assert sitting.course.part is not None
    assert sitting.course.part.steps == ("within", "x")


def test_what_is_said_of_the_set_takes_no_judgement_away(origin: Path) -> None:
    """Only what was answered about the set is forgotten, and not the points of a criterion that is called `why`."""
    given = (Answer(of="judgements", key="why", said=5), Answer(of="about the set", key="why", said="Because."))
    draft = _begun(assess.load(origin)[0], method="direct").draft.model_copy(update={"answers": given})
    assert draft.with_known({"why": "So."}).answers == given[:1]
    assert draft.with_known({"title": "T"}).answers == given


def test_more_answers_than_questions_are_no_draft_of_ours(origin: Path) -> None:
    """A draft with an answer to nothing is refused."""
    sitting = _begun(assess.load(origin)[0], known=TEXTS)
    extra = Answer(of="judgements", key="ease", said=1)
    answers = (Answer(of="judgements", key="most important", said="no"),)
    answers += tuple(Answer(of="judgements", key=name, said=1) for name in ("1e3", "alike", "ease"))
    draft = sitting.draft.model_copy(update={"answers": answers})
    assert Sitting(sitting.definitions, "new", draft, sitting.swings).course.question is None
    with pytest.raises(OutputError, match="do not fit the questions any more"):
        _ = Sitting(sitting.definitions, "new", draft.with_answer(extra), sitting.swings).course


def test_nothing_is_written_that_check_would_refuse(tmp_path: Path) -> None:
    """The file stays unwritten and the draft stays, also where nobody looked at the outcome first."""
    files = _files()
    files["steelyard.yaml"]["severity"]["W008"] = "error"
    sitting = _begun(assess.load(lay_out(files, tmp_path))[0], known=TEXTS)
    for typed in ("ease", "50", "0.01", "50"):
        sitting = answered(sitting, typed)
    with pytest.raises(OutputError, match="nothing is written, since check would find: W008"):
        written(sitting, SCHEMAS)
    assert not (tmp_path / "criteria/weights/new.yaml").exists()
    assert kept(tmp_path, "new") == sitting.draft
