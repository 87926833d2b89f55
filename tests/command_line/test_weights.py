from pathlib import Path

from running import Run

BAR = "\N{FULL BLOCK}"


def test_weight_sets_are_listed(run: Run, project: Path) -> None:
    """Each weight set is listed with its title, method, status and whose it is; the default is marked."""
    ran = run("weights", "list", "--decision", project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "even (default): By equal",
        "  equal; illustrative; nobody's",
        "fast: By direct",
        "  direct; illustrative; nobody's",
    ]


def test_long_words_on_a_weight_set_are_wrapped(run: Run, project: Path) -> None:
    """Whose it is may take a sentence: lines end by column 80 and what goes on is set in; the variant is named."""
    file = project / "criteria" / "weights" / "fast.yaml"
    text = file.read_text(encoding="utf-8").replace("nobody's", "those who " + "walk and " * 12 + "run")
    text = text.replace('"direct"', '"pairwise"\n"variant": "geometric-mean"')
    file.write_text(text.replace('"speed": 3\n  "ease": 1', '"speed": {"ease": 3}'), encoding="utf-8")
    ran = run("weights", "list", "--decision", project)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[2] == "fast: By direct"
    assert lines[3].startswith("  pairwise (geometric-mean); illustrative; those who walk and ")
    assert len(lines) == 6
    assert all(line.startswith("  ") for line in lines[4:])
    assert max(map(len, lines)) <= 80


def test_a_weight_set_is_shown_with_its_shares(run: Run, project: Path) -> None:
    """Shares stand by criterion and by group; 3 to 1 are three quarters and one quarter."""
    said = " ".join(run("weights", "show", "fast", "--decision", project).out.split())
    assert f"Group pace 75.0% A quantity 75.0% {16 * BAR} full scale" in said
    assert f"Group comfort 25.0% A quantity 25.0% {5 * BAR} full scale" in said
    assert "Whose: nobody's. Status: illustrative. Method: direct." in said


def test_without_a_name_the_default_is_shown(run: Run, project: Path) -> None:
    """`weights show` alone shows the decision's default weight set."""
    assert (
        run("weights", "show", "--decision", project).out == run("weights", "show", "even", "--decision", project).out
    )
