"""Draw the README's picture, the ranked matrix as the terminal shows it: python docs/pictures/draw.py."""

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

import steelyard
from steelyard.command_line.matrix import print_matrix

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "docs" / "pictures" / "ranking.svg"
WIDTH = 84
_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="Ranked matrix">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
line-height: {line_height}px; }}
.{unique_id}-matrix text {{ white-space: pre; }}
{styles}
</style>
<defs>
{lines}
</defs>
<rect fill="#fdfdfb" width="100%" height="100%" rx="8"/>
<g transform="translate(16, 16)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def drawn() -> str:
    """The picture as SVG text."""
    definitions = steelyard.load(ROOT)
    screen = Console(record=True, width=WIDTH, file=io.StringIO(), markup=False, highlight=False)
    print_matrix(steelyard.rank(definitions), definitions, screen)
    return screen.export_svg(theme=DEFAULT_TERMINAL_THEME, code_format=_FRAME, unique_id="ranking")


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8", newline="\n")
