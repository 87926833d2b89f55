"""Run commands, two at a time, and say how each ended and what it took: `launching.py COMMANDS RESULTS [CPU WAIT]`.

A process of its own, because the system counts the memory of whoever starts a process as that process's first.
A command is killed that takes CPU seconds of the processor's time, or that is not over after WAIT seconds.
"""

import json
import os
import resource
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

AT_ONCE = 2
LONGEST_CPU = 20
LONGEST_WAIT = 300
MOST_ADDRESSES = 8 * 2**30


def run(command: dict[str, Any], longest_wait: float) -> dict[str, Any]:
    """One command: `argv`, `cwd`, `more` of an environment, and under `flickers` a file that comes and goes."""
    with Path(f"{command['said']}.out").open("wb") as out, Path(f"{command['said']}.err").open("wb") as err:
        around = {**os.environ, **command.get("more", {})}
        process = subprocess.Popen(
            command["argv"], cwd=command["cwd"], env=around, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
        hung = threading.Timer(longest_wait, process.kill)
        hung.start()
        over = threading.Event()
        flickering = threading.Thread(target=_flicker, args=(command.get("flickers"), over))
        flickering.start()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        hung.cancel()
        over.set()
        flickering.join()
    megabytes = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return {"code": process.returncode, "seconds": used.ru_utime + used.ru_stime, "megabytes": megabytes}


def _flicker(path: str | None, over: threading.Event) -> None:
    if path is None:
        return
    file, away = Path(path), Path(f"{path}.away")
    while not over.wait(0.002):
        file.rename(away)
        over.wait(0.002)
        away.rename(file)


def environment() -> dict[str, str]:
    """This environment, less what would measure the coverage of a process and so slow it down, and less GitHub's."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_PROCESS", "GITHUB_"))}


def main(commands: Path, results: Path, cpu: int = LONGEST_CPU, wait: int = LONGEST_WAIT) -> None:
    """Run all commands of a file."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 5))
    if sys.platform != "darwin":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        todo = json.loads(commands.read_text(encoding="utf-8"))
        ended = list(pool.map(partial(run, longest_wait=wait), todo))
    results.write_text(json.dumps(ended), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
