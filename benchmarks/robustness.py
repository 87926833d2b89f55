"""How long `steelyard robustness` takes, and how sampling grows with options and with samples.

    python benchmarks/robustness.py [--rounds 5] [--picture docs/pictures/growth.svg]

The whole command on the catalogue with 100,000 samples, beside `import pandas`, in turn; the limit is 3 times. Then a
question with fixed scores: from 10 to 1,000 options with 100,000 samples, and from 10^4 to 10^7 samples of 20 options,
10 criteria each. Processor time on one thread, medians of so many rounds (of one for what takes over ten seconds).
"""

# ruff: noqa: E402 - the number of threads is read as numpy is loaded
import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import argparse
import sys
from collections.abc import Mapping
from functools import partial
from math import log10
from pathlib import Path
from statistics import median

from sampling import ours, seconds, values_of
from scale import Run, run, typical

ROOT = Path(__file__).resolve().parents[1]
SAMPLES, CRITERIA, OPTIONS = 100_000, 10, 20
COMMANDS = {
    "import pandas": [sys.executable, "-c", "import pandas"],
    "steelyard robustness": [
        *(sys.executable, "-m", "steelyard", "robustness"),
        *("--samples", str(SAMPLES), "--decision", str(ROOT)),
    ],
}
OPTION_COUNTS = (10, 11, 20, 30, 50, 100, 200, 300, 500, 1_000)
SAMPLE_COUNTS = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
_LONG = 10.0
_WIDTH, _HEIGHT, _LEFT, _TOP, _SIDE, _BETWEEN = 860, 380, 80, 50, 300, 120
_GREY, _BLUE = "#888", "#1f5f99"


def whole_command(rounds: int) -> None:
    """Print what the command takes beside an import of pandas."""
    taken: dict[str, list[Run]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            taken[name].append(run(command))
    pandas, own = (typical(each) for each in taken.values())
    for name, each in zip(COMMANDS, (pandas, own), strict=True):
        print(f"{name:<24}{each.clock:7.2f} s by the clock{each.processor:7.2f} s of processor time")
    print(f"ratio {own.clock / pandas.clock:.2f} by the clock, {own.processor / pandas.processor:.2f} (limit 3)")


def taken_by(options: int, samples: int, rounds: int) -> float:
    """Seconds that one question takes."""
    work = partial(ours, values_of((options, CRITERIA)), samples)
    first = seconds(work)
    return first if first > _LONG else median([first, *(seconds(work) for _ in range(rounds - 1))])


def grown(rounds: int) -> tuple[dict[int, float], dict[int, float]]:
    """Print and give back seconds by options, and by samples."""
    by_options = {each: taken_by(each, SAMPLES, rounds) for each in OPTION_COUNTS}
    print(f"\n{SAMPLES:,} samples, {CRITERIA} criteria")
    for options, time in by_options.items():
        print(f"  {options:>6,} options {time:8.3f} s {time / SAMPLES / options * 1e9:8.1f} ns an option and sample")
    by_samples = {each: taken_by(OPTIONS, each, rounds) for each in SAMPLE_COUNTS}
    print(f"\n{OPTIONS} options, {CRITERIA} criteria")
    for samples, time in by_samples.items():
        print(f"  {samples:>12,} samples {time:8.3f} s {time / samples * 1e9:8.0f} ns a sample")
    return by_options, by_samples


def picture(by_options: Mapping[int, float], by_samples: Mapping[int, float]) -> str:
    """Both growths as SVG, side by side, logarithmic along both axes; the dashed line grows in proportion."""
    left = _panel(by_options, _LEFT, f"options ({SAMPLES:,} samples)")
    right = _panel(by_samples, _LEFT + _SIDE + _BETWEEN, f"samples ({OPTIONS} options)")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'aria-label="Time of sampling by options and by samples" font-family="system-ui, sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="#fdfdfb" rx="8"/>\n'
        f'<text x="{_LEFT}" y="28" font-size="14">Seconds of one question, fixed scores, one thread</text>\n'
        f"{left}{right}</svg>\n"
    )


def _panel(points: Mapping[int, float], left: int, named: str) -> str:
    """One curve with its axes, a power of ten a line."""
    low_x, high_x = log10(min(points)), log10(max(points))
    low_y, high_y = -3, 1
    high_y = max(high_y, -(-log10(max(points.values())) // 1))

    def across(x: float) -> float:
        return round(left + (log10(x) - low_x) / (high_x - low_x) * _SIDE, 1)

    def down(y: float) -> float:
        return round(_TOP + (high_y - log10(y)) / (high_y - low_y) * (_HEIGHT - _TOP - 60), 1)

    bottom = down(10.0**low_y)
    lines = []
    for power in range(low_y, int(high_y) + 1):
        y = down(10.0**power)
        lines.append(f'<path d="M{left} {y}h{_SIDE}" stroke="#ddd"/>')
        lines.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{10.0**power:g}</text>')
    for power in range(round(low_x), round(high_x) + 1):
        x = across(10.0**power)
        lines.append(f'<path d="M{x} {_TOP}V{bottom}" stroke="#ddd"/>')
        lines.append(f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{10**power:,}</text>')
    lines.append(f'<text x="{left + _SIDE / 2}" y="{bottom + 40}" text-anchor="middle">{named}</text>')
    start, end = min(points), max(points)
    proportional = points[end] / end * start
    lines.append(
        f'<path d="M{across(start)} {down(proportional)}L{across(end)} {down(points[end])}" '
        f'stroke="{_GREY}" stroke-dasharray="5 4"/>'
    )
    curve = "L".join(f"{across(x)} {down(y)}" for x, y in points.items())
    lines.append(f'<path d="M{curve}" fill="none" stroke="{_BLUE}" stroke-width="2"/>')
    lines += [f'<circle cx="{across(x)}" cy="{down(y)}" r="3" fill="{_BLUE}"/>' for x, y in points.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure everything; draw the growth where a file is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--picture", type=Path)
    chosen = parser.parse_args()
    whole_command(chosen.rounds)
    growth = grown(chosen.rounds)
    if chosen.picture:
        chosen.picture.write_text(picture(*growth), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
