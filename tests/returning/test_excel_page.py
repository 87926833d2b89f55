"""The manual's page on workbooks, with the workbook edited as it says."""

import importlib.util
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "manual" / "excel.md"
EDIT = """
from pathlib import Path
from returning.books import Typing
book = Path("build/steelyard.xlsx")
typing = Typing(book.read_bytes())
typing.type({typing.points("balanced", "acceptance"): 50}).saved(book)
"""


def test_what_the_page_shows_is_what_happens(tmp_path: Path) -> None:
    """Blocks marked `text` are run like the others, after acceptance was changed from 40 to 50 in the workbook."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "docs" / "manual" / "run.py")
    assert spec is not None
    assert spec.loader is not None
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    (tmp_path / "edit.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT / 'tests')!r})\n{EDIT}", encoding="utf-8"
    )
    edit = f"```console\n$ {sys.executable} {tmp_path / 'edit.py'}\n```\n\n```text"
    page = PAGE.read_text(encoding="utf-8").replace("```text", edit, 1).replace("```text", "```console")
    (tmp_path / "shell").mkdir()
    shown = run.replayed(page, tmp_path / "shell")
    assert re.findall(r"^```console\n(.*?)^```$", shown, re.MULTILINE | re.DOTALL)
    assert shown == page
