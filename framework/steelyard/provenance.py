"""Which program and which definitions a result comes from."""

import hashlib
import json
import subprocess
from pathlib import Path
from shutil import which

from steelyard.documents.definitions import FILES, FOLDERS, Definitions
from steelyard.documents.draws import DRAWS_FOLDER
from steelyard.results.stamp import Stamp
from steelyard.version import VERSION


def stamp_of(definitions: Definitions) -> Stamp:
    """The program's version, and the commit, state and digest of the definitions."""
    commit, dirty = _git_state(definitions.root)
    return Stamp(VERSION, commit, dirty, digest_of(definitions))


def digest_of(definitions: Definitions) -> str:
    """A digest of what the definitions say: the same whatever their comments, key order and line breaks."""
    content: dict[str, object] = {
        "files": {path: definitions.trees[path] for path in sorted(definitions.trees)},
        "order of groups": list(definitions.decision.groups),
    }
    if definitions.draws is not None:
        content["draws"] = definitions.draws.digest
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def _git_state(root: Path) -> tuple[str | None, bool]:
    """The commit of the definitions and whether they were edited since; None outside git."""
    watched = [*FILES.values(), *sorted({folder.split("/")[0] for folder in FOLDERS.values()}), DRAWS_FOLDER]
    status = _git(root, "status", "--porcelain=v2", "--branch", "--", *watched)
    if status is None:
        return None, False
    lines = status.splitlines()
    commit = next((line.split()[-1] for line in lines if line.startswith("# branch.oid ")), "(initial)")
    edited = any(not line.startswith("#") for line in lines)
    return (None if commit == "(initial)" else commit), edited


def _git(root: Path, *arguments: str) -> str | None:
    program = which("git")
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - git itself, with arguments of our own
            [program, "-C", str(root), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
