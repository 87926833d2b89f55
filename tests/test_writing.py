import os
from pathlib import Path

import pytest

from steelyard.errors import OutputError
from steelyard.writing import write_bytes


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_and_its_folders_appear(tmp_path: Path) -> None:
    """The content is written as it is, folders on the way are made, and the path comes back."""
    file = tmp_path / "a" / "b.bin"
    assert write_bytes(file, b"\x00\r\n\xff") == file
    assert file.read_bytes() == b"\x00\r\n\xff"
    assert _names(file.parent) == ["b.bin"]


def test_an_older_file_is_replaced_whole(tmp_path: Path) -> None:
    """A shorter content leaves nothing of a longer one before it."""
    file = tmp_path / "file"
    file.write_bytes(b"a long old content")
    write_bytes(file, b"new")
    assert file.read_bytes() == b"new"
    assert _names(tmp_path) == ["file"]


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    """Where writing or moving fails, or is stopped, the old file stands untouched and no temporary file is left."""
    file = tmp_path / "file"
    file.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(os if step == "fsync" else Path, step, fail)
        with pytest.raises(OutputError if isinstance(error, OSError) else KeyboardInterrupt) as refusal:
            write_bytes(file, b"new")
    if isinstance(error, OSError):
        assert str(refusal.value).startswith(f"cannot write {file}: No space left on device")
    assert file.read_bytes() == b"old"
    assert _names(tmp_path) == ["file"]


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    """A folder with the file's name is not replaced."""
    (tmp_path / "file" / "inner").mkdir(parents=True)
    with pytest.raises(OutputError, match="cannot write"):
        write_bytes(tmp_path / "file", b"new")
    assert _names(tmp_path) == ["file"]
    assert _names(tmp_path / "file") == ["inner"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """Where a folder would have to be, a file is in the way; it stays."""
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OutputError, match="cannot write into"):
        write_bytes(tmp_path / "file" / "inner", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
