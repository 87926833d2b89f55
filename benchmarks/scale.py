"""How `check` grows: generated options by eight criteria, beside bare YAML loading and two peers.

    python benchmarks/scale.py [OPTIONS ...] [--peers] [--findings] [--rounds 3]

For each number of options a decision is generated in a temporary folder, with a document a criterion, every other score
resting on one of its claims and the rest on judgement; and each command is run as a whole
process, in turn, so that a busy machine slows all alike. Printed are medians of the time by the clock and of the
processor time, their ratios to `yaml.load` with CSafeLoader over the same files, and the peak of memory; then what
the check's own time goes to, and how time and memory an option grow from one number of options to the next.

The limits for 10,000 options: at most 2 times bare loading, at once if it can be, and 100 KiB of memory an option.
`--findings` makes every option like every other, with ranges as wide as the scale: nine findings an option.
`--peers` adds yamllint, and check-jsonschema with our schema of an option, each once and last, on the option files
(`pip install yamllint check-jsonschema`); ours is to be ten times faster than check-jsonschema.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

CRITERIA, CLAIMS = 8, 50
MOST_TIMES_BARE, MOST_KIB, LIMITED = 2.0, 100, 10_000
"""The limits, which are set for so many options."""
BARE, OURS = "yaml.load, CSafeLoader", "steelyard check"
BARE_LOADING = """
import sys, pathlib, yaml
for file in pathlib.Path(sys.argv[1]).rglob('*.yaml'):
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
"""
SPENT = """
import gc; gc.disable()
import sys
from time import process_time as now
begun = now()
from pathlib import Path
import steelyard.command_line.application, steelyard.check as check
from steelyard.reading import contents, folder
from steelyard.finding_formats import shelf
from steelyard.rules import shelf as rules

spent = dict.fromkeys(("files", "yaml"), 0.0)
def timed(work, name):
    def timing(*given):
        begun = now()
        done = work(*given)
        spent[name] += now() - begun
        return done
    return timing
for way in ("read", "names_in"):
    setattr(contents.OnDisk, way, timed(getattr(contents.OnDisk, way), "files"))
folder.plain = timed(folder.plain, "yaml")

steps = [now()]
reading = check.read(Path(sys.argv[1]))
steps.append(now())
members = {rules[name].code: rules[name] for name in rules}
steps.append(now())
found = check.findings_of(reading)
steps.append(now())
shelf["text"].render(check.checked_from(found, Path(sys.argv[1])))
steps.append(now())
read, loaded, judged, shown = (after - before for before, after in zip(steps, steps[1:]))
print(f"python and imports\\t{steps[0] + loaded}")
print(f"opening files\\t{spent['files']}")
print(f"YAML to plain values\\t{spent['yaml']}")
print(f"records, and what is left of reading\\t{read - spent['files'] - spent['yaml']}")
print(f"{len(members)} rules\\t{judged}")
print(f"showing {len(found)} findings\\t{shown}")
"""


def write(folder: Path, path: str, text: str) -> None:
    """Write one file of the decision."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def judged(value: int) -> str:
    """A level with a range of a level to either side, as far as the scale goes."""
    return f"    value: {value}\n    low: {max(value - 1, 0)}\n    high: {min(value + 1, 4)}\n"


def resting(number: int, criterion: int) -> str:
    """What a score rests on: a claim of the criterion's document, or judgement alone."""
    if (number + criterion) % 2:
        return "    basis: judgement\n"
    return f"    evidence: [report-{criterion}#said-{number // 2 % CLAIMS}]\n"


def report(criterion: int) -> str:
    """A document with its claims, each pinned to a paragraph of its own."""
    claims = "".join(
        f"  said-{each}:\n    statement: What was seen in place {each} of the report on {criterion}.\n"
        f"    at: {{section: Part {each % 7}, paragraph: {each}}}\n    anchor: seen in place {each}\n"
        f"    sha256: a{1000 * criterion + each:063x}\n    credibility: {1 + each % 3}\n"
        for each in range(1, CLAIMS + 1)
    ).replace(f"  said-{CLAIMS}:", "  said-0:")
    return (
        f"id: report-{criterion}\ntype: report\ntitle: Report on {criterion}\nissued: 2025-11\naccessed: 2025-12-01\n"
        f"document:\n  file: report-{criterion}.txt\n  sha256: b{criterion:063x}\n"
        f"reliability: B\nreliability_because: Made up to be cited.\nclaims:\n{claims}"
    )


def option(number: int, *, findings: bool) -> str:
    """One option file of some seventy lines; no two options below 390,625 have the same scores, or all have."""
    role = "baseline" if number == 0 else "option"
    numbers = [
        "    value: 2\n    low: 0\n    high: 4\n" if findings else judged(number // 5**n % 5) for n in range(CRITERIA)
    ]
    scores = "".join(
        f"  criterion-{each}:\n{numbers[each]}"
        f"    confidence: moderate\n    rationale: >-\n      Reason {number} of {each}: neither the level above\n"
        f"      nor the level below fits what is known.\n{resting(number, each)}"
        for each in range(CRITERIA)
    )
    return (
        f"id: option-{number}\ntitle: Option {number}\nrole: {role}\nsummary: >-\n  The course of action with the\n"
        f"  number {number}, made up to be counted.\ninstrument: made up\nscores:\n{scores}"
    )


def generate(folder: Path, options: int, *, findings: bool = False) -> None:
    """A decision with so many options: sound, or with nine findings in each."""
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
        write(folder, f"seeds/report-{each}.yaml", report(each))
        write(folder, f"criteria/criterion-{each}.yaml", f"{head}scale:\n  kind: levels\n  levels:\n{levels}")
    head = "id: even\ntitle: Even\nwhose: nobody\nstatus: illustrative\nwhy: made up\nmethod: swing\n"
    write(folder, "criteria/weights/even.yaml", f"{head}judgements:\n{points}")
    for number in range(options):
        write(folder, f"options/option-{number}.yaml", option(number, findings=findings))


@dataclass(frozen=True)
class Run:
    """Seconds by the clock, seconds of processor time, and peak KiB of one or many runs."""

    clock: float
    processor: float
    memory: float


def run(command: list[str]) -> Run:
    """What one run of a command takes; one that fails has not done its work and is not measured."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, ended, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(ended) != 0:
        sys.exit(f"{' '.join(command[:4])} ended with {os.waitstatus_to_exitcode(ended)}")
    return Run(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss)


def typical(runs: list[Run]) -> Run:
    """The medians of the times, and the highest peak."""
    return Run(
        median(each.clock for each in runs), median(each.processor for each in runs), max(each.memory for each in runs)
    )


def peers_of(folder: Path) -> dict[str, list[str]]:
    """The commands of the peers, over the option files."""
    python, schema = sys.executable, folder / "option.schema.json"
    schema.write_bytes(
        subprocess.run([python, "-m", "steelyard", "schema", "option"], capture_output=True, check=True).stdout
    )
    files = [str(file) for file in sorted((folder / "options").glob("*.yaml"))]
    return {
        "check-jsonschema": [python, "-m", "check_jsonschema", "--schemafile", str(schema), *files],
        "yamllint": [python, "-m", "yamllint", "-d", "relaxed", str(folder / "options")],
    }


def measure(options: int, rounds: int, *, peers: bool, findings: bool) -> Run:
    """Print what so many options cost, and give back what they cost us."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        generate(folder, options, findings=findings)
        commands = {
            BARE: [sys.executable, "-c", BARE_LOADING, str(folder)],
            OURS: [sys.executable, "-m", "steelyard", "check", "--decision", str(folder)],
        }
        taken: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(run(command))
        print(f"\n{options:,} options by {CRITERIA} criteria{', nine findings each' if findings else ''}")
        shown = {name: typical(runs) for name, runs in taken.items()}
        shown |= {name: run(command) for name, command in (peers_of(folder) if peers else {}).items()}
        show(shown, options)
        account(folder)
    return shown[OURS]


def show(taken: Mapping[str, Run], options: int) -> None:
    """A line for each command; how many times ours goes into the peers."""
    bare, ours = taken[BARE], taken[OURS]
    print(f"  {'':<26}{'clock':>10}{'x bare':>8}{'processor':>12}{'x bare':>8}{'KiB an option':>16}{'x ours':>8}")
    for name, each in taken.items():
        print(
            f"  {name:<26}{each.clock:8.2f} s{each.clock / bare.clock:8.2f}{each.processor:10.2f} s"
            f"{each.processor / bare.processor:8.2f}{each.memory / options:16.1f}{each.processor / ours.processor:8.2f}"
        )
    if options == LIMITED:
        times, memory = ours.processor / bare.processor, ours.memory / options
        kept = times <= MOST_TIMES_BARE and memory <= MOST_KIB
        limits = f"at most {MOST_TIMES_BARE:g} times bare loading and {MOST_KIB} KiB an option"
        print(f"  {limits}: {'kept' if kept else 'NOT KEPT'}")


def account(folder: Path) -> None:
    """Print what a check's processor time goes to; measured apart, so it adds up to a little more."""
    done = subprocess.run([sys.executable, "-c", SPENT, str(folder)], capture_output=True, text=True, check=True)
    spent = {what: float(seconds) for what, _, seconds in (line.partition("\t") for line in done.stdout.splitlines())}
    for what, seconds in spent.items():
        print(f"    {what:<38}{seconds:6.2f} s{seconds / sum(spent.values()):6.0%}")


def main() -> None:
    """Measure every number of options asked for, then say how time and memory grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("options", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--findings", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    grown = {
        options: measure(options, chosen.rounds, peers=chosen.peers, findings=chosen.findings)
        for options in chosen.options
    }
    print("\nsteelyard check, growth")
    for options, ours in grown.items():
        print(
            f"  {options:>8,} options{ours.processor / options * 1e3:8.3f} ms{ours.memory / options:8.1f} KiB an option"
        )


if __name__ == "__main__":
    main()
