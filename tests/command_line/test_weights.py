from pathlib import Path

from running import Run

BAR = "\N{FULL BLOCK}"


def test_weight_sets_are_listed(run: Run, project: Path) -> None:
    """Each weight set is listed with its title, status and whose it is; the default is marked."""
    ran = run("weights", "list", "--decision", project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "even (default): By equal; illustrative; nobody's",
        "fast: By direct; illustrative; nobody's",
    ]


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
