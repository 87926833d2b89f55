"""How long `check` and `rank` take from a cold start, beside the imports they cannot do without, and pandera's.

    python benchmarks/start_up.py [ROUNDS]

Each round runs every command once, in turn, so that a busy machine slows all alike; medians and their ratios are
printed. The limits are: check at most 2 times its imports, rank at most 1.5 times the import of pandera, which it did
not do without before frames were made when they are asked for.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = {
    "imports of check": [
        "-c",
        "import typer, yaml; from pydantic import BaseModel; type('A', (BaseModel,), {})",
    ],
    "steelyard check": ["-m", "steelyard", "--decision", str(ROOT), "check"],
    "imports of rank": [
        "-c",
        "import typer, yaml, numpy, rich.table; from pydantic import BaseModel; type('A', (BaseModel,), {})",
    ],
    "import pandera.pandas": ["-c", "import pandera.pandas"],
    "steelyard rank": ["-m", "steelyard", "--decision", str(ROOT), "rank"],
}
RATIOS = (
    ("steelyard check", "imports of check", "limit 2"),
    ("steelyard rank", "imports of rank", "no limit set"),
    ("steelyard rank", "import pandera.pandas", "limit 1.5"),
)


def seconds(arguments: list[str]) -> float:
    """How long one run of Python takes, from start to end."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Measure, then print medians and ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, arguments in COMMANDS.items():
            taken[name].append(seconds(arguments))
    for name, times in taken.items():
        print(f"{name:<24}{median(times) * 1000:7.0f} ms   (median of {rounds})")
    for name, peer, limit in RATIOS:
        print(f"{name} / {peer}: {median(taken[name]) / median(taken[peer]):.2f} ({limit})")


if __name__ == "__main__":
    main()
