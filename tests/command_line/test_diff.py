"""`steelyard diff`: revisions against revisions and the working tree, as its users call it."""

import json
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from projects import decision, lay_out, quantity, weight_set
from running import Run


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as someone whose settings are nobody's."""
    told = ("-c", "user.name=A Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", "-C", str(folder), *told, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


def edit(file: Path, old: str, new: str) -> None:
    """Replace the one place where a text stands."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def repository(project: Path) -> Path:
    """The small project, committed once."""
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "The start")
    return project


@pytest.fixture
def edited(repository: Path) -> Path:
    """Run's score on ease goes from 1 to 4, which brings it from second to first under equal weights."""
    edit(repository / "options" / "run.yaml", '"value": 1\n', '"value": 4\n')
    return repository


def test_the_working_tree_against_a_commit(run: Run, edited: Path) -> None:
    """The news comes first, then what changed, then each ranking with the reasons for each swap."""
    ran = run("diff", "HEAD", "--decision", edited)
    assert (ran.code, ran.err) == (0, "")
    said = " ".join(ran.out.split())
    assert "to the working tree:" in said
    assert (
        "- Option run moves from 2nd to 1st under By equal, past Option walk, because A quantity (ease) of "
        "Option run rose from 1 to 4 (a swing of 0.375)." in said
    )
    assert "What changed - Option run: A quantity (ease) rises from 1 to 4." in said
    assert "1 2 Option run 1.000 +0.375 2 1 Option walk 0.750 0.000" in said
    assert "Option run goes ahead of Option walk (from 0.125 behind to 0.250 ahead)." in said
    assert said.index("moves from 2nd") < said.index("What changed") < said.index("goes ahead of")


def test_two_revisions(run: Run, edited: Path) -> None:
    """With two revisions the working tree does not matter, and the news turns round with their order."""
    git(edited, "commit", "--quiet", "--all", "--message", "A step")
    (edited / "options" / "walk.yaml").write_text("broken: [", encoding="utf-8")
    forth = run("diff", "HEAD~1", "HEAD", "--decision", edited)
    back = run("diff", "HEAD", "HEAD~1", "--decision", edited)
    assert (forth.code, back.code) == (0, 0)
    assert "Option run moves from 2nd to 1st" in forth.out
    assert "Option walk moves from 2nd to 1st" in back.out


def test_nothing_changed(run: Run, repository: Path) -> None:
    """Comments, blank lines and the folding of text are no change: one sentence, exit 0, in each format."""
    file = repository / "options" / "run.yaml"
    text = file.read_text(encoding="utf-8").replace('"summary": "Do run."', "summary: >-\n  Do\n  run.")
    file.write_text(f"# a comment\n\n{text}", encoding="utf-8")
    ran = run("diff", "HEAD", "--decision", repository)
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "Nothing changed in what the definitions say."
    markdown = run("diff", "HEAD", "--decision", repository, "--format", "markdown")
    assert markdown.out.splitlines()[-1] == "Nothing changed in what the definitions say."
    found = json.loads(run("diff", "HEAD", "--decision", repository, "--format", "json").out)
    assert (found["changed"], found["changes"]) == (False, [])


def test_json_has_the_keys_of_the_contract(run: Run, edited: Path) -> None:
    """JSON has every key that other programs rely on, with unrounded numbers."""
    found = json.loads(run("diff", "HEAD", "--decision", edited, "--format", "json").out)
    assert found["schema"] == "steelyard/diff@1"
    assert {"decision", "before", "after", "changed", "summary", "changes", "weights"} <= set(found)
    assert found["before"] == {"name": "HEAD", "commit": git(edited, "rev-parse", "HEAD")}
    assert found["after"] == {"name": "the working tree", "commit": None}
    assert found["changes"] == [
        {"subject": "score", "about": "run/ease", "sentence": "Option run: A quantity (ease) rises from 1 to 4."}
    ]
    assert set(found["weights"]) == {"even", "fast"}
    (swap,) = found["weights"]["even"]["swaps"]
    assert {"up", "down", "before", "after", "swing", "order_before", "order_after", "parts"} == set(swap)
    assert (swap["up"], swap["down"], swap["before"], swap["after"], swap["swing"]) == (
        "run",
        "walk",
        -0.125,
        0.25,
        0.375,
    )
    assert swap["parts"] == [
        {
            "edit": "A quantity (ease) of Option run rose from 1 to 4",
            "about": ["score/run/ease"],
            "value": 0.375,
            "error": 0.0,
            "alone": True,
            "cited": {"evidence_gained": [], "evidence_lost": [], "against_gained": [], "against_lost": []},
        }
    ]
    options = {each["option"]: each for each in found["weights"]["even"]["options"]}
    assert (options["run"]["rank_before"], options["run"]["rank_after"], options["run"]["total_after"]) == (2, 1, 1)


def turned_round(folder: Path, count: int, title: str = "Option", weight_sets: int = 1) -> Path:
    """A repository of options o0, o1, ... on one criterion, the last of which was first and is last now."""
    names = [f"o{number}" for number in range(count)]
    weights = {f"even-{number}": weight_set("equal") for number in range(weight_sets)}
    for turned in (False, True):
        scores = {name: (count - 1 - at if turned else at,) for at, name in enumerate(names)}
        files = decision({"height": quantity(0, count)}, scores, weights)
        for name in names:
            files[f"options/{name}.yaml"]["title"] = f"{title} {name}"
        lay_out(files, folder)
        if not turned:
            git(folder, "init", "--quiet")
            git(folder, "add", "--all")
            git(folder, "commit", "--quiet", "--message", "The start")
    return folder


def test_every_swap_is_in_json_and_text_shows_the_first(run: Run, tmp_path: Path) -> None:
    """Eight options that turn their order round make 8 * 7 / 2 = 28 swaps; text and Markdown show 20 of them."""
    folder = turned_round(tmp_path, 8)
    found = json.loads(run("diff", "HEAD", "--decision", folder, "--format", "json").out)
    swaps = found["weights"]["even-0"]["swaps"]
    names = [f"o{number}" for number in range(8)]
    assert {(each["up"], each["down"]) for each in swaps} == set(combinations(names, 2))
    assert len(swaps) == 28
    for each in swaps:
        assert sum(part["value"] for part in each["parts"]) == pytest.approx(each["swing"], abs=1e-12)
    text = run("diff", "HEAD", "--decision", folder).out
    markdown = run("diff", "HEAD", "--decision", folder, "--format", "markdown").out
    assert len(re.findall(r"^Option o\d goes ahead of", text, re.MULTILINE)) == 20
    assert markdown.count("**Option o") == 20
    for out in (text, markdown):
        assert (
            "8 more pairs of options changed order; `steelyard diff --format json` gives every one of them with its "
            "reasons." in " ".join(out.split())
        )


def test_markdown_has_an_end_and_says_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    """A great change stays below what GitHub takes, keeps the news and the first ranking, and counts the rest."""
    title = f"Something whose title has so many words{' and words' * 10} that not everything has room, named"
    folder = turned_round(tmp_path, 80, title, weight_sets=7)
    out = run("diff", "HEAD", "--decision", folder, "--format", "markdown").out
    assert 40_000 < len(out) <= 60_000
    assert out.count("<details>") == out.count("</details>")
    assert f"- {title} o0 moves from 80th to 1st under By equal" in out.split("<details>")[0]
    assert "<summary>What changed (80)</summary>" in out
    assert "<summary>Under By equal</summary>" in out
    changes = len(re.findall(r"^- Something .* o\d+: A quantity", out, re.MULTILINE))
    rankings = out.count("<summary>Under")
    last = out.splitlines()[-1]
    assert last.startswith("Left out here, where a comment has no room: ")
    assert f"{80 - changes} more changes" in last
    assert f"{7 - rankings} more ranking" in last
    assert last.endswith("`steelyard diff` without `--format markdown` shows all that changed and every ranking.")


def test_markdown_is_fit_for_a_pull_request(run: Run, edited: Path) -> None:
    """The news stands open, all else is folded; what people wrote cannot become markup."""
    edit(edited / "options" / "run.yaml", '"Option run"', '"<b>Run|now</b>"')
    out = run("diff", "HEAD", "--decision", edited, "--format", "markdown").out
    before, *_ = out.split("<details>")
    assert "moves from 2nd to 1st" in before
    assert out.count("<details>") == out.count("</details>") == 3
    assert "<summary>What changed (2)</summary>" in out
    assert "| 1 | 2 |" in out
    assert "<b>" not in out
    for row in (line for line in out.splitlines() if line.startswith("| 1 |")):
        assert row.replace("\\|", "").count("|") == 7


def test_errors_at_a_revision(run: Run, repository: Path) -> None:
    """Errors at the revision are shown with the lines as they stood there, and it is named; exit 1."""
    edit(repository / "options" / "run.yaml", '"title"', '"titel"')
    git(repository, "commit", "--quiet", "--all", "--message", "A slip")
    edit(repository / "options" / "run.yaml", '"titel"', '"title"')
    ran = run("diff", "HEAD", "--decision", repository)
    assert (ran.code, ran.out) == (1, "")
    assert "In HEAD (" in ran.err
    assert "options/run.yaml:2:1 K001" in ran.err
    assert '| "titel": "Option run"' in ran.err
    assert "the working tree" not in ran.err
    assert "so nothing is compared; a revision stays as it is, so name another revision, such as a later one" in ran.err
    assert "mend them first" not in ran.err


def test_errors_at_a_revision_and_in_the_working_tree(run: Run, repository: Path) -> None:
    """Errors on both sides: those here are to be mended, and for the other side another revision is to be named."""
    edit(repository / "options" / "run.yaml", '"title"', '"titel"')
    git(repository, "commit", "--quiet", "--all", "--message", "A slip")
    ran = run("diff", "HEAD", "--decision", repository)
    assert ran.code == 1
    assert ") and the working tree, so nothing is compared; mend them here, and name another revision" in ran.err


def test_errors_in_the_working_tree(run: Run, repository: Path) -> None:
    """Errors here are shown and said to be here; exit 1."""
    edit(repository / "options" / "run.yaml", '"title"', '"titel"')
    ran = run("diff", "HEAD", "--decision", repository)
    assert ran.code == 1
    assert "In the working tree:" in ran.err
    assert "errors in the working tree, so nothing is compared; mend them first" in ran.err


@pytest.mark.parametrize("revision", ["no-such-branch", "HEAD~7"])
def test_an_unknown_revision_is_one_sentence(run: Run, repository: Path, revision: str) -> None:
    """What git does not know is one sentence on standard error; exit 2."""
    ran = run("diff", revision, "--decision", repository)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"steelyard: git knows no revision '{revision}' here; see git log for those there are"
    ]


def test_outside_git(run: Run, project: Path) -> None:
    """Without a repository there is nothing to compare with; exit 2."""
    ran = run("diff", "HEAD", "--decision", project)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "is not in a git repository" in ran.err


def test_the_decision_may_be_younger_than_the_revision(run: Run, project: Path) -> None:
    """A revision from before the decision, which lies in a sub-folder: said so; exit 2."""
    home = project.parent
    git(home, "init", "--quiet")
    git(home, "commit", "--quiet", "--allow-empty", "--message", "Before")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--message", "The decision")
    ran = run("diff", "HEAD~1", "--decision", project)
    assert ran.code == 2
    assert "there was no decision in project at HEAD~1 (" in ran.err
    assert run("diff", "HEAD", "--decision", project).code == 0


def test_text_fits_80_columns(run: Run, edited: Path) -> None:
    """No line is longer than 80 characters, whatever the titles."""
    for title in ("many words " * 30, "x" * 300):
        text = (edited / "options" / "walk.yaml").read_text(encoding="utf-8")
        edit(edited / "options" / "walk.yaml", '"Option walk"', f'"{title}"')
        ran = run("diff", "HEAD", "--decision", edited)
        assert ran.code == 0
        assert max(map(len, ran.out.splitlines())) <= 80
        (edited / "options" / "walk.yaml").write_text(text, encoding="utf-8")


def test_frames_are_not_loaded(edited: Path, run_apart: Run) -> None:
    """The command needs no frame, so it starts without pandas and pandera."""
    code = (
        "import sys; from pathlib import Path; from steelyard.compare import compare; "
        "compare(Path('.'), 'HEAD'); print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=edited, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert run_apart("diff", "HEAD", cwd=edited / "options").code == 0
