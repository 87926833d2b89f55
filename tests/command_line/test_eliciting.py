import io
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from projects import decision, lay_out, quantity, weight_set
from running import Ran, Run
from steelyard.check import at_least, check
from steelyard.interviewing.draft import DRAFTS, draft_file

SOUND = Path(__file__).resolve().parents[1] / "sound"
SAID = ("--title", "Drinkers", "--whose", "those who drink", "--why", "They were asked.")
Ask = Callable[..., Ran]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The sound decision about coffee, in a folder of its own."""
    return shutil.copytree(SOUND, tmp_path / "office")


@pytest.fixture
def ask(run: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run an interview about coffee with answers piped in, one a line."""

    def asked(*arguments: object, answers: tuple[object, ...] = (), name: str = "drinkers") -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))
        return run("weights", "elicit", name, "--decision", office, *arguments)

    return asked


def _file(office: Path, name: str = "drinkers") -> Path:
    return office / "criteria" / "weights" / f"{name}.yaml"


def _judged(office: Path, *keys: str) -> object:
    content = yaml.safe_load(_file(office).read_text(encoding="utf-8"))
    return [content[key] for key in keys]


def test_swings_are_asked_for_and_written(ask: Ask, office: Path) -> None:
    """Answers by number, id and title end in the file that a person would have written, and the draft is gone."""
    ran = ask(answers=(1, 60, 35, "The drinkers", "those who drink: all of them", "Taste is what coffee is for."))
    assert (ran.code, ran.err) == (0, "")
    assert _file(office).read_text(encoding="utf-8") == (
        "id: drinkers\n"
        "title: The drinkers\n"
        "whose: 'those who drink: all of them'\n"
        "status: illustrative\n"
        "why: Taste is what coffee is for.\n"
        "method: swing\n"
        "judgements:\n"
        "  taste: 100\n"
        "  noise: 60\n"
        "  price: 35\n"
        "# From the lowest to the highest number of the options that were ranked when the swings were judged.\n"
        "ranges:\n"
        "  taste: [0, 2]\n"
        "  noise: [48, 72]\n"
        "  price: [0, 2100]\n"
    )
    assert not (office / DRAFTS).exists()


def test_what_the_answers_come_to_is_shown(ask: Ask) -> None:
    """By hand: 100, 60 / 0.6 and 35 / 0.7 are 40, 40 and 20 per cent; totals and places before are worked likewise."""
    out = ask(answers=("taste", 60, 35)).out
    shown = [" ".join(line.split()) for line in out.splitlines()]
    for line in (
        "What one gets 40.0%",
        "Taste 40.0% ████████████████████████",
        "What one puts up with 60.0%",
        "Noise 40.0% ████████████████████████",
        "Yearly cost 20.0% ████████████",
        "1 Filter machine 0.727 (1)",
        "2 Capsule machine 0.580 (3)",
        "3 Machine that grinds beans 0.560 (2)",
    ):
        assert line in shown
    assert max(map(len, out.splitlines())) <= 80


def test_the_real_worst_and_best_stand_beside_the_question(ask: Ask) -> None:
    """Each end has its number in words, who stands there, and how much of the whole scale the move is."""
    out = ask(answers=("taste",)).out
    assert (
        "  1  Taste (taste)\n"
        "       from 0 (Left in the cup): Kettle and instant coffee\n"
        "         to 2 (Asked for): Machine that grinds beans\n"
        "  2  Noise (noise)\n"
        "       from 72 decibels: Machine that grinds beans\n"
        "         to 48 decibels: Filter machine\n"
        "  3  Yearly cost (price)\n"
        "       from 2100 EUR a year: Capsule machine\n"
        "         to 0 EUR a year: Kettle and instant coffee\n"
    ) in out
    assert (
        "     Noise (noise)\n"
        "       How loud is it at the nearest desk?\n"
        "       worst  72 decibels: Machine that grinds beans\n"
        "       best   48 decibels: Filter machine\n"
        "       Whole scale: 80 to 40; this is 60% of its value.\n"
        "\n"
        "If going from worst to best on Taste is worth 100 points, how many is it on\n"
        "Noise?\n"
    ) in out
    assert "Question 1 of about 6" in out
    assert "Question 2 of about 6" in out


def test_whole_scales_can_be_judged(ask: Ask, office: Path) -> None:
    """With --over scale the ends are those of the scales, and no ranges are written: 60 of 200 stays 30%."""
    ran = ask("--over", "scale", *SAID, answers=("taste", 60, 40))
    assert "worst  80 decibels\n" in ran.out
    assert "The options run from 72 to 48: 60% of the scale's value." in ran.out
    assert "ranges" not in _file(office).read_text(encoding="utf-8")
    assert "  Noise                                       30.0%" in ran.out


def test_where_options_do_not_differ_the_whole_scale_is_judged(ask: Ask, office: Path) -> None:
    """A swing of no width cannot be judged: the whole scale stands in, which is said, and no range is written."""
    for file in (office / "options").iterdir():
        content = yaml.safe_load(file.read_text("utf-8"))
        content["scores"]["noise"] |= {"value": 60, "low": 50, "high": 70}
        file.write_text(yaml.dump(content, allow_unicode=True), encoding="utf-8")
    ran = ask(*SAID, answers=("taste", 60, 35))
    assert (ran.code, ran.err) == (0, "")
    assert "All options stand at 60 decibels, so think of the whole scale." in ran.out
    assert _judged(office, "ranges") == [{"taste": [0, 2], "price": [0, 2100]}]


def test_an_option_between_levels_is_described_by_both(ask: Ask, office: Path) -> None:
    """A score of 1.5 lies between two labels."""
    file = office / "options" / "beans.yaml"
    file.write_text(file.read_text("utf-8").replace("value: 2\n", "value: 1.5\n"), encoding="utf-8")
    said = "to 1.5 (between Drunk and Asked for): Machine that grinds beans and Capsule machine"
    assert said in " ".join(ask().out.split())


def test_an_option_beyond_all_levels_has_its_number_alone(ask: Ask, office: Path) -> None:
    """Where value goes on beyond the ends, a score of 2.5 stands above the highest label, which does not say it."""
    criterion, option = office / "criteria" / "taste.yaml", office / "options" / "beans.yaml"
    shape, on = "{shape: levels, values: {0: 0, 1: 0.6, 2: 1}}", "{shape: linear, outside: extrapolate}"
    criterion.write_text(criterion.read_text("utf-8").replace(shape, on), encoding="utf-8")
    text = option.read_text("utf-8").replace("value: 2\n", "value: 2.5\n").replace("high: 2\n", "high: 2.5\n")
    option.write_text(text, encoding="utf-8")
    assert "         to 2.5: Machine that grinds beans\n" in ask().out


def test_groups_come_first_and_then_what_is_in_them(ask: Ask, office: Path) -> None:
    """With --groups the groups are judged, then each with more than one criterion; a lone one needs no question."""
    ran = ask("--groups", *SAID, answers=("What one puts up with", 50, "noise", 20))
    assert (ran.code, ran.err) == (0, "")
    assert "     What one gets (quality)\n       Taste: from 0 (Left in the cup) to 2 (Asked for)\n" in ran.out
    assert "Question 3 of about 4, within What one puts up with" in ran.out
    assert _judged(office, "groups", "within") == [
        {"quality": 50, "burden": 100},
        {"quality": {"taste": 100}, "burden": {"noise": 100, "price": 20}},
    ]


def test_a_lone_criterion_has_all_the_weight_of_its_group(ask: Ask, office: Path) -> None:
    """Where points would be asked for, a criterion that is alone in its group gets them unasked."""
    ran = ask("--groups", "--method", "direct", *SAID, answers=(30, 20, 4, 1))
    assert (ran.code, ran.err) == (0, "")
    assert _judged(office, "groups", "within") == [
        {"quality": 30, "burden": 20},
        {"quality": {"taste": 100}, "burden": {"noise": 4, "price": 1}},
    ]


def test_nobody_is_asked_about_what_is_in_a_group_that_counts_for_nothing(ask: Ask, office: Path) -> None:
    """A group with 0 points leaves nothing to share out."""
    ran = ask("--groups", *SAID, answers=("quality", 0))
    assert (ran.code, ran.err) == (0, "")
    assert _judged(office, "groups", "within") == [{"quality": 100, "burden": 0}, {"quality": {"taste": 100}}]


@pytest.mark.parametrize(
    ("method", "answers", "judgements"),
    [
        ("swing", ("noise", 90, 0), {"taste": 90, "noise": 100, "price": 0}),
        ("direct", (30, "12,5", 7), {"taste": 30, "noise": 12.5, "price": 7}),
        ("rank-order", ("price", "Taste"), {"taste": 2, "noise": 3, "price": 1}),
        ("intervals", (40, 60, 20, 40, 10, 20), {"taste": [0.4, 0.6], "noise": [0.2, 0.4], "price": [0.1, 0.2]}),
        ("orderings", ("taste", 1, "Noise"), {"taste": ["noise", "price"], "noise": ["price"], "price": []}),
    ],
)
def test_each_method_is_asked_by(
    ask: Ask, office: Path, method: str, answers: tuple[object, ...], judgements: object
) -> None:
    """What is typed in an interview by each method ends in the judgements that its files hold, without a warning."""
    ran = ask("--method", method, *SAID, answers=answers)
    assert (ran.code, ran.err) == (0, "")
    assert _judged(office, "method", "judgements") == [method, judgements]
    assert at_least(check(office), "warning") == ()


def test_what_may_be_left_open_can_be_skipped(ask: Ask, office: Path) -> None:
    """`skip` stands for the answer that leaves a question open; where there is none, it is said."""
    ran = ask("--method", "orderings", *SAID, answers=("skip", "Skip", "noise"))
    assert "  3  cannot say\n" in ran.out
    assert _judged(office, "judgements") == [{"taste": [], "noise": ["price"], "price": []}]
    assert "The method swing needs an answer here." in ask(name="another", answers=("skip",)).out


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("tast",), "There is no 'tast' in the list; did you mean 'Taste'?"),
        (("prise",), "There is no 'prise' in the list; did you mean 'Yearly cost'?"),
        (("zzz",), "There is no 'zzz' in the list; type a number, a title or an id."),
        ((4,), "There is no number 4 in the list; type one from 1 to 3."),
        ((0,), "There is no number 0 in the list; type one from 1 to 3."),
        (("9" * 5000,), "There is no number 9"),
        (("taste", "much"), "'much' is not a number; type one from 0 to 100."),
        (("taste", "1_0"), "'1_0' is not a number; type one from 0 to 100."),
        (("taste", "nan"), "'nan' is not a number; type one from 0 to 100."),
        (("taste", 101), "101 is out of range; type a number from 0 to 100."),
        (("taste", "-1"), "-1 is out of range; type a number from 0 to 100."),
        (("taste", "1,000"), "'1,000' is not a number; type one from 0 to 100."),
        (("back",), "This is the first question; there is nothing to go back to."),
        (("taste", 60, 35, "bell \a"), "That has a character that cannot be printed; please type it again."),
        (("taste", 60, 35, "long " * 500), "That is longer than 2000 characters; please say it more shortly."),
    ],
)
def test_an_answer_that_is_none_is_said_and_asked_again(ask: Ask, answers: tuple[object, ...], said: str) -> None:
    """What does not fit is said in a sentence, and the question still waits for its answer."""
    ran = ask(answers=answers)
    assert said in ran.out
    assert f"Question {len(answers)} of about" in ran.out
    assert f"Question {len(answers) + 1} of about" not in ran.out


def test_empty_lines_ask_again(ask: Ask) -> None:
    """Nothing typed is no answer, and no fault either."""
    lines = ask(answers=("", "  ", "taste")).out.splitlines()
    assert [line for line in lines if line.startswith("1 to 3")] == [
        "1 to 3, a title or an id: ", "1 to 3, a title or an id: ", "1 to 3, a title or an id: taste",
    ]  # fmt: skip


def test_help_shows_the_question_again(ask: Ask) -> None:
    """`?` says what can be typed and shows the question once more."""
    out = ask(answers=("?",)).out
    assert out.count("Question 1 of about 6") == 2
    assert "`back` to undo the last one" in out


def test_an_answer_can_be_taken_back(ask: Ask, office: Path) -> None:
    """`back` undoes one answer after the other, those about the set too."""
    ran = ask(answers=("noise", "back", "taste", 10, 20, "Wrong", "back", "back", 35, "Title", "whose", "why"))
    assert (ran.code, ran.err) == (0, "")
    assert _judged(office, "judgements", "title") == [{"taste": 100, "noise": 10, "price": 35}, "Title"]


def test_what_does_not_fit_together_is_said_at_once(ask: Ask) -> None:
    """A remark follows the answer that caused it, by title, and is not repeated after the next."""
    out = ask(answers=("taste", 100, 35)).out
    after = out.split("0 to 100: 100\n")[1]
    assert after.startswith(
        "  'Taste' was said to matter most, but 'Noise' gets 100 points: as many.\n"
        "  Type `back` to change the answer, or go on if it is what you mean.\n"
    )
    assert out.count("was said to matter most") == 1


@pytest.mark.parametrize("left_after", range(1, 6))
def test_an_interview_can_be_left_and_resumed(ask: Ask, office: Path, left_after: int) -> None:
    """Wherever it is left, the same command goes on there, and the file is the one of an interview in one go."""
    answers = ("taste", 60, 35, "Title", "whose", "why")
    assert ask(answers=answers).code == 0
    whole = _file(office).read_bytes()
    _file(office).unlink()
    left = ask(answers=answers[:left_after])
    kept = "1 answer is" if left_after == 1 else f"{left_after} answers are"
    assert left.code == 1
    assert left.err == (
        f"steelyard: the interview is not finished; {kept} kept, go on with: "
        f"steelyard weights elicit drinkers --decision {office}\n"
    )
    assert not _file(office).exists()
    resumed = ask(answers=answers[left_after:])
    assert resumed.out.startswith(f"Going on after {left_after} answer")
    assert f"Question {left_after + 1} of about 6" in resumed.out
    assert (resumed.code, _file(office).read_bytes()) == (0, whole)


def test_who_took_all_answers_back_begins(ask: Ask) -> None:
    """A draft without an answer is nothing to go on from: the welcome is that of a new interview."""
    ask(answers=("taste", "back"))
    ran = ask(answers=("taste",))
    assert ran.out.startswith("Weights by the method `swing` for: ")
    assert "1 answer is kept" in ran.err


def test_what_was_said_of_the_set_on_the_command_line_is_kept(ask: Ask, office: Path) -> None:
    """A title given when the interview began is not asked for when it is resumed without one."""
    ask("--title", "Drinkers", answers=("taste",))
    assert ask(answers=(60, 35, "those who drink", "They were asked.")).code == 0
    assert _judged(office, "title", "whose") == ["Drinkers", "those who drink"]


def test_what_is_said_on_the_command_line_goes_before_what_was_answered(ask: Ask, office: Path) -> None:
    """A title given on resuming takes the place of the one that was typed in before."""
    ask(answers=("taste", 60, 35, "Old", "those who drink"))
    assert ask("--title", "New", answers=("They were asked.",)).code == 0
    assert _judged(office, "title", "whose") == ["New", "those who drink"]


@pytest.mark.parametrize("word", ["quit", "EXIT"])
def test_one_can_leave_with_a_word(ask: Ask, word: str) -> None:
    """A word leaves as the end of the input does; without an answer there is nothing to keep."""
    ran = ask(answers=(word, "taste"))
    assert ran.code == 1
    assert ran.err == "steelyard: the interview is not finished; nothing was answered, so nothing is kept\n"


def test_an_interruption_keeps_the_answers(run: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at a prompt on a terminal says what is kept and how to go on, and exits as interrupted commands do."""
    typed = iter(["taste", "60"])

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def typing(prompt: str) -> str:
        assert prompt.endswith(": ")
        for each in typed:
            return each
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("builtins.input", typing)
    ran = run("weights", "elicit", "drinkers", "--decision", office)
    assert ran.code == 130
    assert "2 answers are kept, go on with: steelyard weights elicit drinkers --decision" in ran.err


def test_a_draft_is_nobodys_business(ask: Ask, run: Run, office: Path) -> None:
    """No other command reads a draft, `check` finds nothing, and git is told to leave it out."""
    before = run("check", "--decision", office).out
    ask(answers=("taste",))
    assert draft_file(office, "drinkers").is_file()
    assert run("check", "--decision", office).out == before
    assert "drinkers" not in run("weights", "list", "--decision", office).out
    assert (office / DRAFTS / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_two_drafts_lie_side_by_side(ask: Ask, office: Path) -> None:
    """An interview that ends leaves the draft of another where it is."""
    ask(name="others", answers=("noise",))
    assert ask(*SAID, answers=("taste", 60, 35)).code == 0
    assert sorted(each.name for each in (office / DRAFTS).iterdir()) == [".gitignore", "others.json"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--method", "direct"), "was begun with --method swing: resume it without --method"),
        (("--over", "scale"), "was begun with --over options: resume it without --over"),
        (("--groups",), "was begun without groups: resume it without --groups"),
    ],
)
def test_a_draft_of_another_interview_is_refused(ask: Ask, office: Path, arguments: tuple[str, ...], said: str) -> None:
    """Answers to other questions are not taken for answers to these; --restart begins anew."""
    ask(answers=("taste", 60))
    kept = draft_file(office, "drinkers").read_bytes()
    ran = ask(*arguments)
    assert (ran.code, ran.err) == (2, f"steelyard: the draft of 'drinkers' {said}; or begin anew with --restart\n")
    assert draft_file(office, "drinkers").read_bytes() == kept
    anew = ask("--restart", *arguments, answers=(1,))
    assert "Question 1 of about" in anew.out
    assert "1 answer is kept" in anew.err


def test_a_draft_from_before_a_score_changed_is_refused(ask: Ask, office: Path) -> None:
    """People judged another swing than the one that is there now, and the sentence says which."""
    ask(answers=("taste", 60))
    file = office / "options" / "beans.yaml"
    file.write_text(file.read_text("utf-8").replace("value: 72", "value: 74"), encoding="utf-8")
    ran = ask()
    assert ran.code == 2
    assert "'noise' ran from 72 to 48 and now runs from 74 to 48" in ran.err


def test_a_draft_from_before_a_criterion_came_is_refused(ask: Ask, office: Path) -> None:
    """A criterion that was not there when the interview began is named."""
    ask(answers=("taste",))
    file = draft_file(office, "drinkers")
    file.write_text(file.read_text("utf-8").replace('"noise": [', '"odour": ['), encoding="utf-8")
    ran = ask()
    assert ran.code == 2
    assert "('noise' is new; 'odour' is gone): restore them; or begin anew with --restart" in ran.err


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"swing"', '"swing'),
        ('"taste"\n', '"tea"\n'),
        ('"most important"', '"least important"'),
        ("60", "600"),
        ("60", "-1"),
        ("60", '"60"'),
    ],
)
def test_a_damaged_draft_is_said_to_be(ask: Ask, office: Path, before: str, after: str) -> None:
    """What is not the answer to its question is refused, with the way out."""
    ask(answers=("taste", 60))
    file = draft_file(office, "drinkers")
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")
    ran = ask()
    assert ran.code == 2
    assert ran.err.startswith("steelyard: the ")
    assert "begin anew with --restart" in ran.err
    assert ask("--restart", *SAID, answers=("taste", 60, 35)).code == 0


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("balanced", (), "there is a weight set 'balanced' already (criteria/weights/balanced.yaml)"),
        ("Not an id", (), "'Not an id' cannot name a weight set"),
        ("../out", (), "'../out' cannot name a weight set"),
        ("new", ("--method", "swung"), "there is no weighting method 'swung'. Did you mean 'swing'?"),
        ("new", ("--method", "equal"), "the method 'equal' asks nobody anything; those that ask: "),
        ("new", ("--title", "  "), "--title says nothing"),
        ("new", ("--why", "\a"), "--why: That has a character that cannot be printed"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(
    ask: Ask, office: Path, name: str, arguments: tuple[str, ...], said: str
) -> None:
    """One sentence says why, and nothing is written."""
    before = sorted(office.rglob("*"))
    ran = ask(*arguments, name=name, answers=("taste", 60, 35))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"steelyard: {said}")
    assert sorted(office.rglob("*")) == before


def test_what_check_would_refuse_is_not_written(ask: Ask, office: Path) -> None:
    """Where answers end in an error, it is said, and only going back helps; then the file is written."""
    file = office / "steelyard.yaml"
    file.write_text(file.read_text("utf-8") + "severity: {W008: error}\n", encoding="utf-8")
    ran = ask(*SAID, answers=("taste", 60, 0.1))
    assert ran.code == 1
    assert "W008 'price' has a share of" in ran.out
    assert not _file(office).exists()
    ran = ask(*SAID, answers=("on", "back", 35))
    assert (ran.code, ran.err) == (0, "")
    assert _judged(office, "judgements") == [{"taste": 100, "noise": 60, "price": 35}]


def test_a_file_that_appears_meanwhile_is_left_alone(ask: Ask, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's file of the same name is not written over, and the answers stay."""
    import steelyard.eliciting as eliciting  # noqa: PLC0415, PLR0402 - to reach the module itself

    outcome = eliciting.outcome

    def slow(*arguments: object) -> object:
        _file(office).write_text("mine", encoding="utf-8")
        return outcome(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(eliciting, "outcome", slow)
    ran = ask(*SAID, answers=("taste", 60, 35))
    assert ran.code == 2
    assert "has appeared meanwhile; nothing is written over it" in ran.err
    assert _file(office).read_text("utf-8") == "mine"
    assert draft_file(office, "drinkers").is_file()


def test_a_crash_between_answers_loses_none(ask: Ask, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where keeping an answer fails half way, those before it are kept."""
    ask(answers=("taste", 60))
    replace = Path.replace

    def full(_: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    ran = ask(answers=(35,))
    assert ran.code == 2
    assert "No space left on device" in ran.err
    monkeypatch.setattr(Path, "replace", replace)
    assert ask(*SAID, answers=(35,)).code == 0
    assert _judged(office, "judgements") == [{"taste": 100, "noise": 60, "price": 35}]


def test_the_schema_is_named_where_there_is_one(ask: Ask, run: Run, office: Path, tmp_path: Path) -> None:
    """In a decision that `init` laid out, the file's first line leads an editor to the schema."""
    run("init", tmp_path / "mine")
    shutil.copytree(tmp_path / "mine" / ".schemas", office / ".schemas")
    ask(*SAID, answers=("taste", 60, 35))
    first = _file(office).read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../.schemas/weights.json"
    assert stat.S_IMODE(_file(office).stat().st_mode) == 0o644


def test_a_long_list_is_shown_at_length_once(ask: Ask, office: Path) -> None:
    """After the first answer a list of three or more has a line each; `?` shows who stands where again."""
    shutil.rmtree(office)
    criteria = {name: quantity(0, 4) | {"title": name.title()} for name in ("calm", "ease", "fit", "joy")}
    rows = {"stay": (0, 1, 2, 3), "go": (4, 3, 4, 1)}
    lay_out(decision(criteria, rows, {"even": weight_set("equal")}), office)
    shown = ask("--method", "rank-order", answers=("joy", "?")).out.split("Question 2 of about ")
    assert "  1  Calm (calm)\n       from 0 to 4 units\n  2  Ease (ease)\n" in shown[1]
    assert "  1  Calm (calm)\n       from 0 units: Option stay\n         to 4 units: Option go\n" in shown[2]


def test_what_stood_there_a_moment_ago_is_shown_shortly(ask: Ask) -> None:
    """The swing that others are measured by is described once, and again to whoever comes back to the interview."""
    at_length = "     Taste (taste)\n       How does the coffee taste in the tenth cup of the day?\n"
    first, second, third = ask(answers=("taste", 60)).out.split("Question ")[1:]
    assert at_length not in first
    assert at_length in second
    assert "     Taste (taste)\n       from 0 (Left in the cup): Kettle and instant coffee\n" in third
    assert at_length in ask().out


def test_the_way_back_is_the_shortest_that_leads_there(ask: Ask, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside the decision's folder the command to go on with needs no folder; another shortlist is named."""
    monkeypatch.chdir(office / "options")
    assert ask(answers=("taste",)).err.endswith("go on with: steelyard weights elicit drinkers\n")
    file = office / "steelyard.yaml"
    text = file.read_text("utf-8").replace("shortlists:\n", "shortlists:\n  dear: [beans, capsules]\n")
    file.write_text(text, encoding="utf-8")
    left = ask("--shortlist", "dear", name="others", answers=("price",))
    assert "from 2100 EUR a year: Capsule machine" in left.out
    assert left.err.endswith("go on with: steelyard weights elicit others --shortlist dear\n")
    ran = ask("--shortlist", "dear", *SAID, name="others", answers=(60, 35))
    assert ran.out.endswith("Next: steelyard rank --weights others --shortlist dear\n")


def test_the_end_says_how_well_comparisons_with_best_and_worst_fit(ask: Ask) -> None:
    """Noise 3 times price and price 9 times taste make 27 where 3 was judged: |27 - 3| / (9 - 3) = 4, above the limit.

    Liang, Brunelli and Rezaei publish 0.1667 for three names and a best that counts 3 times the worst.
    """
    ran = ask("--method", "best-worst", answers=("noise", "taste", 3, 3, 9), name="pairs")
    said = " ".join(ran.out.partition("What these answers come to")[2].split())
    assert "Input-based ratio: 4.00, above the limit of 0.1667; " in said
    assert "would count 27 times " in said


def test_the_end_says_where_no_limit_is_published(ask: Ask) -> None:
    """Noise 2 times price and price 2 times taste make 4 where 2 was judged: |4 - 2| / (4 - 2) = 1, and no limit."""
    ran = ask("--method", "best-worst", answers=("noise", "taste", 2, 2, 2), name="pairs")
    said = " ".join(ran.out.partition("What these answers come to")[2].split())
    assert "Input-based ratio: 1.00; " in said
    assert "judged is 2 times; no limit is published for comparisons like these." in said


def test_the_end_gives_the_consistency_ratio_of_pairs(ask: Ask) -> None:
    """Three comparisons of which each follows from the others: the ratio is 0, within Saaty's limit."""
    answers = (1, 2, 1, 4, 1, 2)
    ran = ask("--method", "pairwise", answers=answers, name="pairs")
    said = " ".join(ran.out.partition("What these answers come to")[2].split())
    assert "Consistency ratio: 0.00, within the limit of 0.1; every comparison follows from the others." in said
