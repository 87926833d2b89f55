"""Findings that a comment allows are in the workbook, with the reason."""

import io
import shutil
from pathlib import Path

from openpyxl import load_workbook

from steelyard import assess
from steelyard.outputs import shelf

SOUND = Path(__file__).resolve().parents[1] / "sound"


def test_the_checks_sheet_shows_what_is_allowed_and_why(tmp_path: Path) -> None:
    """A suppressed finding stands on Checks as allowed, with the reason in place of the remedy."""
    project = tmp_path / "project"
    shutil.copytree(SOUND, project)
    option = project / "options" / "filter.yaml"
    kettle = next(line for line in (project / "options" / "kettle.yaml").read_text().splitlines() if "title:" in line)
    lines = option.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("title:"))
    lines[at] = f"{kettle}  # steelyard: allow O005: sold under one name"
    option.write_text("\n".join(lines) + "\n", encoding="utf-8")
    kettle_file = project / "options" / "kettle.yaml"
    text = kettle_file.read_text(encoding="utf-8")
    kettle_file.write_text(
        text.replace(kettle, f"{kettle}  # steelyard: allow O005: sold under one name"), encoding="utf-8"
    )
    definitions, findings = assess.load(project)
    book = load_workbook(io.BytesIO(shelf["xlsx"].render(assess.report(definitions, findings))))
    rows = [[cell.value for cell in row] for row in book["Checks"].iter_rows()]
    (row,) = [row for row in rows if row[1] == "O005 allowed"]
    assert row[3] == "Allowed, with this reason: sold under one name"
