"""The summary of a job under GitHub Actions: what was found, and the ranked matrix."""

from pathlib import Path

from steelyard.errors import OutputError
from steelyard.finding_formats.text import counted
from steelyard.results.checked import Checked


def write_summary(file: Path, root: Path, found: Checked, shortlist: str | None = None) -> None:
    """Add the summary to the file that GitHub names; other steps may have written to it before."""
    text = f"## Steelyard\n\n{counted(found)}\n\n{_listed(found)}{_ranking(root, found, shortlist)}"
    try:
        with file.open("a", encoding="utf-8") as summary:
            summary.write(text)
    except OSError as error:
        raise OutputError(f"cannot add to the job summary {file}: {error.strerror or error}") from error


def _listed(found: Checked) -> str:
    """Every finding, since annotations stop at ten a step."""
    if not found.live:
        return ""
    from steelyard.outputs.markdown import escaped  # noqa: PLC0415 - only where there is something to list

    rows = [
        f"| {escaped(each.severity)} | {each.code} | {escaped(f'{found.folder}{each.place}')} "
        f"| {escaped(each.message)} | {escaped(each.remedy)} |"
        for each in found.live
    ]
    return "\n".join(["| severity | code | place | finding | remedy |", "|---|---|---|---|---|", *rows, "", ""])


def _ranking(root: Path, found: Checked, shortlist: str | None) -> str:
    """The ranked matrix under the decision's default weights, where the definitions are sound."""
    if found.failing("error"):
        return "No ranking: the definitions have errors.\n"
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.outputs import shelf  # noqa: PLC0415

    definitions, _ = assess.load(root, shortlist)
    render = shelf["markdown"].render_ranking
    assert render is not None  # noqa: S101 - Markdown shows a single ranking
    return render(assess.rank(definitions), definitions).decode()
