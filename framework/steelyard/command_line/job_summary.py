"""The summary of a job under GitHub Actions: what was found in numbers, the ranked matrix, and every finding.

GitHub drops the whole summary of a step where it holds more than a mebibyte, so long ones are cut, and what is left
out is counted.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from steelyard.errors import OutputError
from steelyard.finding_formats.text import counted
from steelyard.results.checked import Checked

MOST_BYTES = 900_000
"""What a step may hold, less what else it may come to write."""
_MATRIX_BYTES = 400_000
"""What of it the matrix may take; there is room for two thousand options."""
_REMARK_BYTES = 100_000
"""What of it the sentences below the matrix may take."""


def write_summary(file: Path, root: Path, found: Checked, shortlist: str | None = None) -> None:
    """Add the summary to the file that GitHub names; other commands of the step may have written to it before."""
    ranking = _ranking(root, found, shortlist)
    try:
        with file.open("a", encoding="utf-8") as summary:
            room = MOST_BYTES - summary.tell()
            lines = ["## Steelyard", "", counted(found), "", *_shown(ranking, room)]
            lines += _listed(found, room - sum(map(_size, lines)))
            summary.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise OutputError(f"cannot add to the job summary {file}: {error.strerror or error}") from error


def _listed(found: Checked, room: int) -> Iterator[str]:
    """Every finding that there is room for, since annotations stop at ten a step."""
    if not found.live:
        return
    from steelyard.outputs.markdown import escaped  # noqa: PLC0415 - only where there is something to list

    rows = [
        f"| {escaped(each.severity)} | {each.code} | {escaped(f'{found.folder}{each.place}')} "
        f"| {escaped(each.message)} | {escaped(each.remedy)} |"
        for each in found.live
    ]
    yield from ("", "| severity | code | place | finding | remedy |", "|---|---|---|---|---|")
    yield from _cut(rows, room, "finding", "steelyard check lists all")


def _ranking(root: Path, found: Checked, shortlist: str | None) -> list[str]:
    """The ranked matrix under the decision's default weights, where the definitions are sound."""
    if found.failing("error"):
        return ["No ranking: the definitions have errors."]
    from steelyard import assess  # noqa: PLC0415 - the arithmetic loads when it is wanted
    from steelyard.outputs import shelf  # noqa: PLC0415

    definitions, _ = assess.load(root, shortlist)
    render = shelf["markdown"].render_ranking
    assert render is not None  # noqa: S101 - Markdown shows a single ranking
    return render(assess.rank(definitions), definitions).decode().splitlines()


def _shown(ranking: list[str], room: int) -> list[str]:
    """The matrix and what is said below it, as far as there is room for each."""
    below = max((number for number, line in enumerate(ranking, 1) if line.startswith("|")), default=0)
    matrix = _cut(ranking[:below], min(_MATRIX_BYTES, room), "row", "steelyard rank shows all")
    left = room - sum(map(_size, matrix))
    return [*matrix, *_cut(ranking[below:], min(_REMARK_BYTES, left), "line", "steelyard rank shows all")]


def _cut(lines: Sequence[str], room: int, word: str, where: str) -> list[str]:
    """The lines that there is room for, from the first on, and how many are left out."""
    fitting = sum(filled <= room for filled in accumulate(map(_size, lines)))
    left = len(lines) - fitting
    more = f"{left} more {word} is" if left == 1 else f"{left} more {word}s are"
    return [*lines[:fitting], *(["", f"{more} left out here: {where}."] if left else [])]


def _size(line: str) -> int:
    return len(line.encode()) + 1
