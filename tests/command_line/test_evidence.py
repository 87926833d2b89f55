import hashlib
import json
from pathlib import Path

import pytest

from running import Ran, Run

TEXT = "A document that nobody wrote\n\nWhat is made up stands here.\n"


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    """A folder with the project's one document; the project pins it wrongly until it is pinned again."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "made-up.txt").write_text(TEXT, encoding="utf-8", newline="\n")
    file = project / "seeds" / "made-up.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"paragraph": 1', '"paragraph": 2'), encoding="utf-8", newline="\n")
    return documents


def test_verify_exits_with_1_until_the_digests_are_pinned(run: Run, project: Path, folder: Path) -> None:
    """Wrong digests are findings with exit code 1; once pinned, everything holds and says so."""
    ran = run("evidence", "verify", "--decision", project, "--documents", folder)
    assert ran.code == 1
    assert " V002 " in ran.out
    assert " V004 " in ran.out
    pinned = run("evidence", "pin", "--decision", project, "--documents", folder)
    assert (pinned.code, pinned.out) == (0, "made-up: 2 digests changed\n")
    digest = hashlib.sha256(b"What is made up stands here.").hexdigest()
    assert digest in (project / "seeds" / "made-up.yaml").read_text(encoding="utf-8")
    ran = run("evidence", "verify", "--decision", project, "--documents", folder)
    assert (ran.code, ran.out) == (0, "Held against 1 document, 1 claim with locator, anchor and digest: no fault.\n")


def test_documents_default_to_the_environment(
    run: Run, project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without `--documents` the folder is the one that STEELYARD_DOCUMENTS names."""
    monkeypatch.setenv("STEELYARD_DOCUMENTS", str(folder))
    assert run("evidence", "pin", "--decision", project).code == 0
    assert run("evidence", "verify", "--decision", project).code == 0


def test_without_documents_the_usage_is_wrong(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With neither the option nor the variable the exit code is 2."""
    monkeypatch.delenv("STEELYARD_DOCUMENTS", raising=False)
    assert run("evidence", "verify", "--decision", project).code == 2


def test_a_missing_document_is_named_and_the_others_are_pinned(
    run: Run, project: Path, folder: Path, tmp_path: Path
) -> None:
    """A document that is not there cannot be pinned: one sentence, exit code 2, its file unchanged, the next pinned."""
    seeds = project / "seeds"
    before = (seeds / "made-up.yaml").read_bytes()
    ran = run("evidence", "pin", "made-up", "--decision", project, "--documents", tmp_path / "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("steelyard: made-up: the document made-up.txt is not in ")
    assert (seeds / "made-up.yaml").read_bytes() == before
    lost = before.decode().replace('"made-up"', '"lost"').replace("made-up.txt", "lost.txt")
    (seeds / "lost.yaml").write_text(lost, encoding="utf-8", newline="\n")
    ran = run("evidence", "pin", "--decision", project, "--documents", folder)
    assert (ran.code, ran.out) == (2, "made-up: 2 digests changed\n")
    assert ran.err.startswith("steelyard: lost: the document lost.txt is not in ")


def test_a_source_that_is_not_there_cannot_be_pinned(run: Run, project: Path, folder: Path) -> None:
    """A misspelt source is named with the nearest one, and no path of the machine."""
    ran = run("evidence", "pin", "made-upp", "--decision", project, "--documents", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "steelyard: there is no source 'made-upp'. Did you mean 'made-up'?\n"


@pytest.fixture
def supported(project: Path) -> Path:
    """The project with its one document made good, and one of the two numbers of `run` left to judgement."""
    seed = project / "seeds" / "made-up.yaml"
    text = seed.read_text(encoding="utf-8").replace('"reliability": "F"', '"reliability": "B"')
    seed.write_text(text.replace('"credibility": 6', '"credibility": 2'), encoding="utf-8", newline="\n")
    file = project / "options" / "run.yaml"
    before, ease, after = file.read_text(encoding="utf-8").partition('  "ease":')
    after = after.replace('"documents"', '"judgement"\n    "low": 0\n    "high": 2')
    after = after.replace('    "evidence":\n    - "made-up#said"\n', "")
    file.write_text(before + ease + after, encoding="utf-8", newline="\n")
    return project


def test_coverage_shows_what_every_option_rests_on_in_80_columns(
    run: Run, supported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Claims, documents, grades, and how many numbers rest on judgement alone: one row an option, none folded."""
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("evidence", "coverage", "--decision", supported)
    assert ran.code == 0
    rows = [line.split() for line in ran.out.splitlines()]
    assert ["Option", "For", "Against", "Docs", "Grades", "Judged", "Weak", "Firm", "Reviewed"] in rows
    assert ["run", "1", "0", "1", "B", "1", "0", "50.0%", "0"] in rows
    assert ["walk", "2", "0", "1", "B", "0", "0", "100.0%", "0"] in rows
    assert max(map(len, ran.out.splitlines())) <= 80


def test_coverage_number_by_number_stands_under_each_option(run: Run, supported: Path) -> None:
    """By number, an option heads the rows of its numbers, and each says what it rests on."""
    lines = run("evidence", "coverage", "--decision", supported, "--by", "number").out.splitlines()
    below = lines[lines.index("run") :]
    assert next(line for line in below if line.startswith("ease")).split()[:6] == ["ease", "0", "0", "0", "0", "-"]
    assert "judgement alone" in next(line for line in below if line.startswith("ease"))


def test_coverage_speaks_json(run: Run, supported: Path) -> None:
    """One exhibit as one object, with the names that other programs rely on."""
    said = json.loads(run("evidence", "coverage", "--decision", supported, "--by", "number", "--format", "json").out)
    assert (said["schema"], said["name"]) == ("steelyard/exhibit@1", "coverage-by-number")
    row = next(each for each in said["rows"] if (each["option"], each["criterion"]) == ("run", "ease"))
    assert (row["for"], row["footing"]) == (0, "judgement alone")


def test_coverage_looks_at_the_shortlist_named(run: Run, supported: Path) -> None:
    """With a shortlist, only its options and the baseline are covered, and only they can fall short."""
    file = supported / "steelyard.yaml"
    file.write_text(file.read_text(encoding="utf-8") + '"shortlists": {"slow": ["walk", "stay"]}\n', encoding="utf-8")
    ran = run("evidence", "coverage", "--decision", supported, "--shortlist", "slow", "--minimum", 100)
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines() if line.startswith(("walk", "run", "stay"))] == [
        "stay",
        "walk",
    ]


@pytest.mark.parametrize(("minimum", "code"), [(50, 0), (51, 1), (100, 1), (0, 0)])
def test_a_minimum_of_firm_numbers_is_a_gate(run: Run, supported: Path, minimum: int, code: int) -> None:
    """An option at the minimum passes; one below it is named with its share, and the exit code is 1."""
    ran = run("evidence", "coverage", "--decision", supported, "--minimum", minimum)
    assert ran.code == code
    if code:
        assert ran.err == (
            "steelyard: run: 1 of 2 numbers (50.0%) rest on more than judgement alone or one weak document; "
            f"at least {minimum}% are wanted\n"
        )
    else:
        assert ran.err == ""


def _review(run: Run, project: Path, *more: object, by: str = "second reader") -> Ran:
    named = ("--decision", project, "--by", by, "--verdict", "partly", "--on", "2026-01-02", "--status", "agreed")
    return run("evidence", "review", *more, *named)


def test_a_review_is_written_and_any_edit_reopens_it(run: Run, project: Path) -> None:
    """The command computes the digest; `check` and `rank` take it, until the number or its claim is edited."""
    ran = _review(run, project, "walk", "ease")
    assert (ran.code, ran.out) == (0, "walk, ease: reviewed by second reader on 2026-01-02, verdict partly.\n")
    assert " R001 " not in run("check", "--decision", project).out
    assert "1 of the 8 scores has been reviewed (partly: 1)." in " ".join(
        run("rank", "--decision", project).out.split()
    )
    for path, old, new in (
        ("options/walk.yaml", '"value": 4', '"value": 3'),
        ("seeds/made-up.yaml", "Whatever a test needs.", "Whatever it needs."),
    ):
        file = project / path
        before = file.read_text(encoding="utf-8")
        file.write_text(before.replace(old, new), encoding="utf-8", newline="\n")
        assert "R001 the review of the score of 'walk' on 'ease' is reopened" in run("check", "--decision", project).out
        assert (
            '"reopened"' in run("evidence", "coverage", "--decision", project, "--by", "number", "--format", "json").out
        )
        file.write_text(before, encoding="utf-8", newline="\n")
    assert " R001 " not in run("check", "--decision", project).out


def test_a_review_is_illustrative_until_someone_is_said_to_stand_by_it(run: Run, project: Path) -> None:
    """Without --status it counts as none and the answer says so; written anew with it, it counts, in the same lines."""
    file, named = project / "options" / "walk.yaml", ("evidence", "review", "walk", "ease", "--decision", project)
    said = ("--by", "second reader", "--verdict", "partly", "--on", "2026-01-02")
    assert run(*named, *said).out == (
        "walk, ease: an illustrative review by second reader on 2026-01-02, verdict partly.\n"
        "It counts as no review; where that role stands by it, write it anew with --status agreed.\n"
    )
    ranked = " ".join(run("rank", "--decision", project).out.split())
    assert (
        "None of the 8 scores has been reviewed. 1 carries an illustrative review: nobody has agreed to it." in ranked
    )
    rows = json.loads(run("evidence", "coverage", "--decision", project, "--format", "json").out)
    counts = {row["option"]: (row["reviewed"], row["reopened"], row["illustrative"]) for row in rows["rows"]}
    assert counts.pop("walk") == (0, 0, 1)
    assert set(counts.values()) == {(0, 0, 0)}
    before = file.read_text(encoding="utf-8")
    assert run(*named, *said, "--status", "agreed").code == 0
    assert file.read_text(encoding="utf-8") == before.replace("illustrative", "agreed")
    assert "1 of the 8 scores has been reviewed (partly: 1)." in run("rank", "--decision", project).out


def test_a_review_written_anew_closes_what_was_reopened(run: Run, project: Path) -> None:
    """Reviewing again binds the review to what stands there now, and adds no line."""
    _review(run, project, "walk", "ease")
    file = project / "options" / "walk.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('"value": 4', '"value": 3'), encoding="utf-8")
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert " R001 " in run("check", "--decision", project).out
    assert _review(run, project, "walk", "ease", by="third reader").code == 0
    assert " R001 " not in run("check", "--decision", project).out
    assert len(file.read_text(encoding="utf-8").splitlines()) == lines


@pytest.mark.parametrize(
    ("named", "by", "said"),
    [
        (("wlak", "ease"), "a reader", "there is no option 'wlak'. Did you mean 'walk'?"),
        (("walk", "eas"), "a reader", "there is no criterion 'eas'. Did you mean 'ease'?"),
        (("walk", "cost"), "a reader", "'walk' states no cost"),
        (("walk", "ease"), "A  Test", "was judged by 'a test', so another role has to review it"),
        (("walk", "ease"), " ", "a review names the role that reviewed"),
    ],
)
def test_a_review_of_nothing_or_by_the_analyst_is_refused(
    run: Run, project: Path, named: tuple[str, str], by: str, said: str
) -> None:
    """Names that are not there and the role that judged the number: one sentence, exit code 2, no file touched."""
    before = (project / "options" / "walk.yaml").read_bytes()
    ran = _review(run, project, *named, by=by)
    assert ran.code == 2
    assert said in ran.err
    assert (project / "options" / "walk.yaml").read_bytes() == before


def test_whoever_an_option_says_it_was_scored_by_is_its_analyst(run: Run, project: Path) -> None:
    """`scored_by` takes the place of the decision's owner, who may then review."""
    file = project / "options" / "walk.yaml"
    file.write_text(file.read_text(encoding="utf-8") + '"scored_by": "the walkers"\n', encoding="utf-8")
    assert _review(run, project, "walk", "ease", by="the walkers").code == 2
    assert _review(run, project, "walk", "ease", by="a test").code == 0
    assert " R002 " not in run("check", "--decision", project).out


def test_a_near_match_is_shown_and_fails_only_if_asked_to(run: Run, project: Path, folder: Path) -> None:
    """With everything pinned and an anchor in another case: a warning with exit code 0, or 1 with --fail-level."""
    run("evidence", "pin", "--decision", project, "--documents", folder)
    file = project / "seeds" / "made-up.yaml"
    text = file.read_text(encoding="utf-8").replace('"anchor": "made up"', '"anchor": "Made up"')
    file.write_text(text, encoding="utf-8", newline="\n")
    for level, code in (("error", 0), ("warning", 1)):
        ran = run("evidence", "verify", "--decision", project, "--documents", folder, "--fail-level", level)
        assert ran.code == code
        assert " V009 claim said: the anchor 'Made up' is in paragraph 2 only as 'made up' [warning]" in ran.out


def test_a_claim_is_added_from_a_document(run: Run, project: Path, tmp_path: Path) -> None:
    """By a name in the folder of documents or by a path; the reference is shown, and `verify` finds it holds."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "tea.txt").write_text(TEXT, encoding="utf-8", newline="\n")
    place = ("--paragraph", 2, "--statement", "It stands there.", "--decision", project)
    named = ("evidence", "add", "tea", "tea.txt", "--documents", documents, *place)
    ran = run(*named, "--anchor", "made up stands")
    assert ran.code == 2
    assert "to make it, say what it is: --type, --title, --reliability, --reliability-because" in ran.err
    known = ("--type", "report", "--title", "Tea", "--reliability", "C", "--reliability-because", "Nobody knows.")
    ran = run(*named, "--anchor", "made up stands", *known)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("tea#made-up-stands is recorded, drawn from paragraph 2 of tea.txt.\n")
    ran = run("evidence", "add", "tea", documents / "tea.txt", *place, "--anchor", "stands here", "--credibility", 3)
    assert ran.out.startswith("tea#stands-here is recorded")
    verified = run("evidence", "verify", "--decision", project, "--documents", documents)
    assert "seeds/made-up.yaml" in verified.out, "whose document is not at hand"
    assert "seeds/tea.yaml" not in verified.out
    assert run("check", "--decision", project).code == 0
