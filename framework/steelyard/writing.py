"""Files appear whole or not at all."""

import os
import stat
import tempfile
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
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        handle, temporary = tempfile.mkstemp(prefix=f"{_prefix(path)}{os.getpid()}.", dir=path.parent)
    except FileExistsError as error:
        raise OutputError(f"cannot write into {path.parent}: it is a file; name a folder") from error
    except OSError as error:
        raise OutputError(f"cannot write into {path.parent}: {error.strerror or error}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise OutputError(f"cannot write {path}: {error.strerror or error}; is it open in another program?") from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path


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
