"""Files appear whole or not at all, and several of them together."""

import os
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from steelyard.errors import OutputError

_MODE = 0o644
"""Who may read and write a new file: its owner both, everybody else read."""


def write_bytes(path: Path, content: bytes) -> Path:
    """Write a file under a temporary name beside its place, flush it to the disk, then move it there.

    Whatever stops this, a kill or a power cut included, leaves the older file or the new one, never a part of either.
    What a kill leaves of the temporary file is swept away when that file is next written. Raises OutputError where
    the folder or the file cannot be written; an older file then stays as it was.

    A pipe or a device, such as /dev/stdout, is written to as it is: nothing could take its place.
    """
    if _is_pipe_or_device(path):
        _pour(path, content)
    else:
        write_together({path: content})
    return path


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write several files: all of them are flushed under temporary names before the first is moved to its place.

    No file system moves several at one go. What fails, or is stopped by Ctrl-C, leaves all the older files: those that
    were moved are put back. Only a kill or a power cut in the moment of the moves leaves some older and some new, each
    of them whole.
    """
    ready: dict[Path, Path] = {}
    moved: list[Path] = []
    before = {path: _content(path) for path in contents} if len(contents) > 1 else {}
    try:
        for path, content in contents.items():
            ready[path] = _prepared(path)
            _fill(path, ready[path], content)
        for path, temporary in ready.items():
            _move(path, temporary)
            moved.append(path)
    except BaseException:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)
        for path in moved:
            _put_back(path, before[path])
        raise


def _is_pipe_or_device(path: Path) -> bool:
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except OSError:
        return False


def _pour(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as stream:
            stream.write(content)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _prepared(path: Path) -> Path:
    """An empty file under a temporary name beside a file's place."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        handle, temporary = tempfile.mkstemp(prefix=f"{_prefix(path)}{os.getpid()}.", dir=path.parent)
        os.close(handle)
    except FileExistsError as error:
        raise OutputError(f"cannot write into {path.parent}: it is a file; name a folder") from error
    except OSError as error:
        raise OutputError(f"cannot write into {path.parent}: {error.strerror or error}") from error
    return Path(temporary)


def _fill(path: Path, temporary: Path, content: bytes) -> None:
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
    except OSError as error:
        raise _cannot_write(path, error) from error


def _move(path: Path, temporary: Path) -> None:
    try:
        temporary.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot write {path}: {error.strerror or error}; is it open in another program?")


def _content(path: Path) -> bytes | None:
    """What a file holds before it is written; None where there is none."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise OutputError(f"cannot read {path}: {error.strerror or error}") from error


def _put_back(path: Path, content: bytes | None) -> None:
    """Make a file what it was before others could not be written; where that fails too, the first failure is said."""
    with suppress(OSError, OutputError):
        if content is None:
            path.unlink()
        else:
            write_bytes(path, content)


def _mode(path: Path) -> int:
    """Who may do what with a file: those who may with the older one."""
    try:
        return stat.S_IMODE(path.stat().st_mode) if path.is_file() else _MODE
    except OSError:
        return _MODE


def _prefix(path: Path) -> str:
    return f".{path.name}."


def _sweep(path: Path) -> None:
    """Delete what killed writers of a file left beside it; a writer that still runs keeps its own."""
    with os.scandir(path.parent) as inside:
        names = [each.name for each in inside if each.name.startswith(_prefix(path))]
    for name in names:
        writer = name.removeprefix(_prefix(path)).partition(".")[0]
        if writer.isascii() and writer.isdigit() and not _runs(int(writer)):
            with suppress(OSError):
                (path.parent / name).unlink()


def _runs(process: int) -> bool:
    """Whether a process is there. Where one cannot ask, as on Windows, a file in use cannot be deleted anyway."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
