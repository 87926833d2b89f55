"""The files of a git revision, straight from git's objects: the working tree is neither read nor touched."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from errno import EISDIR, ENOENT
from pathlib import Path, PurePosixPath
from posixpath import normpath
from shutil import which

from steelyard.documents.definitions import DECISION_FILE, FILES, FOLDERS, SUFFIX
from steelyard.documents.draws import DRAWS_FOLDER
from steelyard.errors import SteelyardError

_LINK = "120000"
_MOST_HOPS = 8
"""A link to a link to a link ... is followed no further than this."""


class RevisionError(SteelyardError):
    """A revision that cannot be read: no git, no repository, no such revision, or no decision in it."""


@dataclass(frozen=True)
class AtRevision:
    """The files of one decision as a commit holds them; `blobs` their bytes by path, links already followed.

    A link that leads nowhere in the decision's folder has no bytes.
    """

    root: Path
    revision: str
    commit: str
    blobs: Mapping[str, bytes | None] = field(repr=False)

    def holds_decision(self) -> bool:
        """Whether the commit holds the decision's file."""
        return self.blobs.get(DECISION_FILE) is not None

    def holds(self, path: str) -> bool:
        """Whether the commit has something at a path."""
        return path in self.blobs or any(self.beneath(path))

    def names_in(self, folder: str) -> list[str]:
        """The ids of the definition files right inside a folder, in order of file name."""
        inside = (PurePosixPath(path).relative_to(folder).parts[0] for path in self.beneath(folder))
        return [name.removesuffix(SUFFIX) for name in sorted(set(inside)) if name.endswith(SUFFIX) and name != SUFFIX]

    def beneath(self, folder: str) -> Iterator[str]:
        """The paths of all files inside a folder."""
        return (path for path in sorted(self.blobs) if path.startswith(f"{folder}/"))

    def read(self, path: str, most: int = 0) -> bytes:  # noqa: ARG002 - git has read all of it
        """The bytes of one file."""
        blob = self.blobs.get(path)
        if blob is not None:
            return blob
        if path in self.blobs:
            raise FileNotFoundError(ENOENT, "it is a link to nothing in the decision's folder", path)
        raise IsADirectoryError(EISDIR, "it is a folder", path)


def revision_of(root: Path, revision: str) -> AtRevision:
    """The files of the decision in `root` as `revision` (a commit, a tag, a branch, HEAD~1) holds them.

    Raises RevisionError, in a sentence, where there is no git, no repository, no such revision, or no
    decision in that folder at that revision.
    """
    commit = _commit(root, revision)
    prefix = _asked(root, "rev-parse", "--show-prefix").decode(errors="surrogateescape").rstrip("\n")
    tops = [*FILES.values(), *sorted({folder.split("/")[0] for folder in FOLDERS.values()}), DRAWS_FOLDER]
    listed = _listed(root, commit, [f"{prefix}{top}" for top in tops])
    contents = _contents(root, commit, listed, prefix)
    found = AtRevision(root, revision, commit, {path.removeprefix(prefix): blob for path, blob in contents.items()})
    if not found.holds_decision():
        where = f"in {prefix.rstrip('/')} " if prefix else ""
        raise RevisionError(f"there was no decision {where}at {revision} ({commit[:12]}): {DECISION_FILE} is not in it")
    return found


def _commit(root: Path, revision: str) -> str:
    """The full name of the commit that a revision names."""
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise RevisionError(f"{root} is not in a git repository, so there are no revisions to compare")
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = None if "\0" in revision else _git(root, *asked)
    if found is None:
        shallow = (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
        remedy = "this clone is shallow: fetch more of the history" if shallow else "see git log for those there are"
        raise RevisionError(f"git knows no revision '{revision}' here; {remedy}")
    return found.decode().strip()


def _listed(root: Path, commit: str, paths: list[str]) -> dict[str, tuple[str, str]]:
    """Mode and object of every file at or beneath the paths."""
    answer = _asked(root, "--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
    listed = {}
    for entry in filter(None, answer.split(b"\0")):
        facts, _, path = entry.partition(b"\t")
        mode, kind, name = facts.decode().split()
        if kind == "blob":
            listed[os.fsdecode(path)] = (mode, name)
    return listed


def _contents(root: Path, commit: str, listed: Mapping[str, tuple[str, str]], prefix: str) -> dict[str, bytes | None]:
    """The bytes of every file, links followed inside the decision's folder; a link to elsewhere has none."""
    names = {path: name for path, (_, name) in listed.items()}
    links = {path for path, (mode, _) in listed.items() if mode == _LINK}
    for _ in range(_MOST_HOPS):
        if not links:
            break
        targets = _blobs(root, [names[path] for path in sorted(links)])
        for path, target in zip(sorted(links), targets, strict=True):
            way = normpath(str(PurePosixPath(path).parent / os.fsdecode(target or b"")))
            inside = way.startswith(prefix) and not way.startswith(("/", ".."))
            found = list(_listed(root, commit, [way]).items()) if inside else []
            links.discard(path)
            if len(found) == 1 and found[0][0] == way:
                mode, names[path] = found[0][1]
                links |= {path} if mode == _LINK else set()
            else:
                del names[path]
    blobs = dict(zip(names, _blobs(root, list(names.values())), strict=True))
    return {path: None if path in links else blobs.get(path) for path in listed}


def _blobs(root: Path, objects: list[str]) -> list[bytes | None]:
    """The bytes of many objects, from one process."""
    answer = _asked(root, "cat-file", "--batch", said="".join(f"{name}\n" for name in objects).encode())
    found: list[bytes | None] = []
    at = 0
    for _ in objects:
        end = answer.index(b"\n", at)
        facts = answer[at:end].split()
        at = end + 1
        if facts[-1] == b"missing":
            found.append(None)
            continue
        size = int(facts[2])
        found.append(answer[at : at + size])
        at += size + 1
    return found


def _asked(root: Path, *arguments: str, said: bytes = b"") -> bytes:
    """What git answers; RevisionError where it fails, which a sound repository never does."""
    answer = _git(root, *arguments, said=said)
    if answer is None:
        raise RevisionError(f"git could not read its objects in {root}; try: git fsck")
    return answer


def _git(root: Path, *arguments: str, said: bytes = b"") -> bytes | None:
    program = which("git")
    if program is None:
        raise RevisionError("git is not installed here, and revisions are read with it")
    try:
        done = subprocess.run(  # noqa: S603 - git itself; a revision never stands where an option could
            [program, "-C", str(root), *arguments], input=said, capture_output=True, check=False
        )
    except OSError as error:
        raise RevisionError(f"git cannot be started: {error.strerror or error}") from error
    return done.stdout if done.returncode == 0 else None
