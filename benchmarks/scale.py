"""How `check` grows: generated options by eight criteria, beside bare YAML loading and two peers.

    python benchmarks/scale.py [OPTIONS ...] [--peers]

For each number of options a decision is generated in a temporary folder, and each command is run as a whole
process three times, in turn; medians, ratios and peak memory are printed. The limits for 10,000 options: at most
2 times `yaml.load` with CSafeLoader over the same files, and 100 KiB of memory an option. `--peers` adds yamllint,
and check-jsonschema with our schema of an option, on the same files (`pip install yamllint check-jsonschema`).
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

CRITERIA = 8
ROUNDS = 3
BARE = (
    "import sys, pathlib, yaml\n"
    "for file in pathlib.Path(sys.argv[1]).rglob('*.yaml'):\n"
    "    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)\n"
)


def write(folder: Path, path: str, text: str) -> None:
    """Write one file of the decision."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def judged(value: int) -> str:
    """A level with a range of a level to either side, as far as the scale goes."""
    return f"    value: {value}\n    low: {max(value - 1, 0)}\n    high: {min(value + 1, 4)}\n"


def option(number: int) -> str:
    """One option file of some seventy lines; no two options below 390,625 have the same scores."""
    role = "baseline" if number == 0 else "option"
    scores = "".join(
        f"  criterion-{each}:\n{judged(number // 5**each % 5)}"
        f"    confidence: moderate\n    rationale: >-\n      Reason {number} of {each}: neither the level above\n"
        f"      nor the level below fits what is known.\n    basis: judgement\n"
        for each in range(CRITERIA)
    )
    return (
        f"id: option-{number}\ntitle: Option {number}\nrole: {role}\nsummary: >-\n  The course of action with the\n"
        f"  number {number}, made up to be counted.\ninstrument: made up\nscores:\n{scores}"
    )


def generate(folder: Path, options: int) -> None:
    """A sound decision with so many options."""
    criteria = range(CRITERIA)
    points = "".join(f"  criterion-{each}: {100 - each}\n" for each in criteria)
    write(
        folder,
        "steelyard.yaml",
        "schema_version: 1\ntitle: Made up\nquestion: Which?\nowner: nobody\nas_of: 2026-01-01\nstandpoint: none\n"
        "horizon: 2031\nbaseline: option-0\ndefault_weights: even\ngroups:\n  all: {title: All}\n",
    )
    levels = "".join(f"    - {{value: {n}, label: Level {n}, anchor: Sign {n} is seen.}}\n" for n in range(5))
    for each in criteria:
        head = f"id: criterion-{each}\ntitle: Criterion {each}\ngroup: all\nquestion: How much?\nbetter: more\n"
        write(folder, f"criteria/criterion-{each}.yaml", f"{head}scale:\n  kind: levels\n  levels:\n{levels}")
    head = "id: even\ntitle: Even\nwhose: nobody\nstatus: illustrative\nwhy: made up\nmethod: swing\n"
    write(folder, "criteria/weights/even.yaml", f"{head}judgements:\n{points}")
    for number in range(options):
        write(folder, f"options/option-{number}.yaml", option(number))


def run(command: list[str]) -> tuple[float, float]:
    """Seconds and peak KiB of one run."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return time.perf_counter() - begun, used.ru_maxrss


def commands(folder: Path, *, peers: bool) -> dict[str, list[str]]:
    """What is measured, by name."""
    python = sys.executable
    found = {
        "yaml.load, CSafeLoader": [python, "-c", BARE, str(folder)],
        "steelyard check": [python, "-m", "steelyard", "check", "--decision", str(folder)],
    }
    if peers:
        schema = folder / "option.schema.json"
        text = subprocess.run([python, "-m", "steelyard", "schema", "option"], capture_output=True, check=True).stdout
        schema.write_bytes(text)
        files = [str(file) for file in sorted((folder / "options").glob("*.yaml"))]
        found["check-jsonschema"] = [python, "-m", "check_jsonschema", "--schemafile", str(schema), *files]
        found["yamllint"] = [python, "-m", "yamllint", "-d", "relaxed", str(folder / "options")]
    return found


def measure(options: int, *, peers: bool) -> None:
    """Print what so many options cost."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        generate(folder, options)
        taken: dict[str, list[tuple[float, float]]] = {}
        for _ in range(ROUNDS):
            for name, command in commands(folder, peers=peers).items():
                taken.setdefault(name, []).append(run(command))
    bare = median(seconds for seconds, _ in taken["yaml.load, CSafeLoader"])
    print(f"{options} options by {CRITERIA} criteria")
    for name, runs in taken.items():
        seconds = median(each for each, _ in runs)
        memory = max(each for _, each in runs)
        print(f"  {name:<24}{seconds:8.2f} s {seconds / bare:7.2f} x bare {memory / options:8.1f} KiB an option")


def main() -> None:
    """Measure every number of options asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("options", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--peers", action="store_true")
    chosen = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for options in chosen.options:
        measure(options, peers=chosen.peers)


if __name__ == "__main__":
    main()
