"""Files appear whole or not at all."""

import os
import tempfile
from pathlib import Path

from steelyard.errors import OutputError


def write_bytes(path: Path, content: bytes) -> Path:
    """Write a file under a temporary name beside its place, then move it there.

    Raises OutputError where the folder or the file cannot be written; an older file then stays as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise OutputError(f"cannot write into {path.parent}: {error.strerror or error}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise OutputError(f"cannot write {path}: {error.strerror or error}; is it open in another program?") from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
