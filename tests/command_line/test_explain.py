from pathlib import Path

import pytest

from running import Run
from steelyard.faults import shelf as faults
from steelyard.rules import shelf as rules


def test_an_option_is_explained(run: Run, project: Path) -> None:
    """Rank, total, every criterion's contribution, the swap, each score with its evidence and place are shown."""
    ran = run("explain", "walk", "--decision", project)
    assert (ran.code, ran.err) == (0, "")
    said = " ".join(ran.out.split())
    assert said.startswith("Option walk Do walk. Rank 1 of 3, total 0.750, +0.625 against the baseline")
    assert "What walk does for speed." in said
    assert "options/walk.yaml:" in said
    assert "For: Whatever a test needs. [made-up#said, paragraph 1, reliability F, credibility 6]" in said
    assert max(map(len, ran.out.splitlines())) <= 80


def test_what_each_assessor_judged_is_shown(run: Run, project: Path) -> None:
    """Under a number that follows from a panel stand its assessors' own, and how the number was made of them."""
    file = project / "options" / "walk.yaml"
    text = file.read_text(encoding="utf-8")
    panel = '"panel": {"assessor-a": {"value": 1, "low": 0.5}, "assessor-b": {"value": 2}}'
    file.write_text(text.replace('"value": 2', panel, 1), encoding="utf-8")
    said = " ".join(run("explain", "walk", "--decision", project).out.split())
    assert (
        "A quantity: 1.5 (from 0.5 to 2) The median of 2 assessors, and from the lowest to the highest: "
        "assessor-a: 1 (from 0.5 to 1) assessor-b: 2 (from 2 to 2) What walk does for speed."
    ) in said


def test_an_option_is_explained_against_another(run: Run, project: Path) -> None:
    """Beside another option the table shows what each criterion adds more, and the smallest single swap.

    Walk is 0.125 ahead of run at shares of one half, so a value that falls by 0.25 draws level: on ease, where
    it has 1, or on speed, where it has 0.5.
    """
    said = " ".join(run("explain", "walk", "--against", "run", "--decision", project).out.split())
    assert "Total 0.750 +0.125" in said
    assert "fell by 0.250 of the scale" in said


def test_what_is_not_ranked_says_why(run: Run, project: Path) -> None:
    """A discarded option cannot be explained by numbers; the reason for its absence is said instead."""
    ran = run("explain", "crawl", "--decision", project)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "steelyard: 'crawl' is not ranked: discarded: nobody wants to\n"


def test_reviews_and_what_claims_imply_are_shown(run: Run, project: Path) -> None:
    """A number says who reviewed it and whether that holds; a claim says what it implies where that is stated."""
    named = ("--decision", project, "--by", "a reader", "--verdict", "does-not", "--on", "2026-01-02")
    stands = ("--status", "agreed")
    file = project / "options" / "walk.yaml"
    before, ease, after = file.read_text(encoding="utf-8").partition('  "ease":')
    after = after.replace('"value": 4', '"value": 4\n    "low": 2\n    "implies": {"made-up#said": 2.5}', 1)
    file.write_text(before + ease + after, encoding="utf-8")
    assert run("evidence", "review", "walk", "ease", *named).code == 0
    said = " ".join(run("explain", "walk", "--decision", project).out.split())
    assert "Not reviewed; the verdict of a reader on 2026-01-02 (does-not) is illustrative." in said
    assert run("evidence", "review", "walk", "ease", *named, *stands).code == 0
    said = " ".join(run("explain", "walk", "--decision", project).out.split())
    assert said.count("Not reviewed.") == 1
    assert "Reviewed by a reader on 2026-01-02: does not." in said
    assert "credibility 6, implies 2.5]" in said
    file.write_text(file.read_text(encoding="utf-8").replace("2.5", "3.5"), encoding="utf-8")
    said = " ".join(run("explain", "walk", "--decision", project).out.split())
    assert "The review by a reader on 2026-01-02 is reopened: the number or a claim changed since." in said


@pytest.mark.parametrize("code", ["S003", "s003"])
def test_a_rule_is_explained_without_a_decision(
    run: Run, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule's page has its title, severity, a wrong and a right example, and needs no decision."""
    monkeypatch.chdir(tmp_path)
    ran = run("explain", code)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("S003  Score off the scale (error)\n")
    assert "Wrong:" in ran.out
    assert "Right:" in ran.out


CODES = {each.code: each for each in (*faults.values(), *rules.values())}


def test_every_code_has_a_page(run: Run) -> None:
    """Every rule, and every fault that is always looked for, has a page that fits 80 columns."""
    for code, member in CODES.items():
        ran = run("explain", code)
        assert ran.code == 0
        assert ran.out.startswith(f"{code}  {member.title} ({member.severity})\n\n")
        assert max(map(len, ran.out.splitlines())) <= 80


def test_pages_are_fitted_to_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a narrow terminal prose and settings run over more lines, in a wide one over fewer; examples stay."""
    page, settings = {}, {}
    for width in (50, 120):
        monkeypatch.setenv("COLUMNS", f"{width}")
        page[width], settings[width] = run("explain", "C008").out.split("Settings, ")
    examples = {width: [line for line in text.splitlines() if line[:4] == "    "] for width, text in page.items()}
    assert examples[50] == examples[120]
    prose = {width: [line for line in text.splitlines() if line[:4] != "    "] for width, text in page.items()}
    assert max(map(len, prose[50] + settings[50].splitlines())) <= 50
    assert 80 < max(map(len, prose[120])) <= 120
    assert 80 < max(map(len, settings[120].splitlines())) <= 120


def test_a_fault_that_is_always_looked_for_says_so(run: Run) -> None:
    """Nobody looks for a way to switch it off; of a rule it is not said, and what can be set for one is."""
    assert "no setting switches it off, and no comment allows it" in " ".join(run("explain", "K001").out.split())
    ran = run("explain", "C008")
    assert "always on" not in ran.out
    assert "    fewest_options: 5    With fewer options" in ran.out


def test_a_table_that_breaks_its_contract_is_explained(run: Run) -> None:
    """Definitions that pass the check never give it, so its page says whose mistake it is."""
    said = " ".join(run("explain", "T001").out.split())
    assert "Definitions that pass `steelyard check` never give this fault" in said


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("s3", "Did you mean 'S003'?"),
        ("K01", "Did you mean 'K001'?"),
        ("S0003", "Did you mean 'S003'?"),
        ("wlak", "Did you mean 'walk'?"),
        ("Walk", "Did you mean 'walk'?"),
        ("nothing-like-it", "See the folder `options`, and `steelyard rules`."),
    ],
)
def test_what_is_neither_option_nor_code_is_said_shortly(run: Run, project: Path, name: str, remedy: str) -> None:
    """The nearest option or code is offered, and otherwise where to look: never a list of all of them."""
    ran = run("explain", name, "--decision", project)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"steelyard: there is no option and no rule '{name}'. {remedy}\n"


def test_a_misspelt_code_needs_no_sound_decision(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a decision, or with one that has errors, a code is still offered; an option is still looked for."""
    (project / "options" / "run.yaml").write_text("id: run\n", encoding="utf-8")
    said = "steelyard: there is no rule 's3'. Did you mean 'S003'?\n"
    assert run("explain", "s3", "--decision", project).err == said
    (project / "options" / "s3.yaml").write_text("id: s3\n", encoding="utf-8")
    assert "mend them first" in run("explain", "s3", "--decision", project).err
    assert "mend them first" in run("explain", "wlak", "--decision", project).err
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert run("explain", "s3").err == said
    assert run("explain", "z77").err == "steelyard: there is no rule 'z77'. See `steelyard rules`.\n"
    assert "no steelyard.yaml" in run("explain", "walk").err


def test_an_option_may_be_named_like_a_code_that_is_none(run: Run, project: Path) -> None:
    """`a100` is no rule, and so it is looked for among the options."""
    text = (project / "options" / "run.yaml").read_text(encoding="utf-8")
    (project / "options" / "a100.yaml").write_text(text.replace('"run"', '"a100"', 1), encoding="utf-8")
    ran = run("explain", "a100", "--decision", project)
    assert (ran.code, ran.err) == (0, "")


def test_rules_lists_every_code(run: Run) -> None:
    """`rules` lists every rule and fault once, with its severity."""
    ran = run("rules")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(line.split()[0] for line in ran.out.splitlines()) == sorted(CODES)
    for line in ran.out.splitlines():
        code, severity, *_ = line.split()
        assert severity == CODES[code].severity
