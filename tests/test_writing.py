import ast
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from steelyard.errors import OutputError
from steelyard.writing import write_bytes, write_together


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


@pytest.mark.parametrize("error", [OSError(13, "Permission denied"), KeyboardInterrupt()])
def test_several_files_are_all_written_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Where the third cannot be moved into its place, the two before it become what they were: old, and not there."""
    files = [tmp_path / name for name in ("a", "b", "c", "d")]
    for file in (files[0], files[2], files[3]):
        file.write_bytes(b"old")
    move = Path.replace

    def fail_at_c(self: Path, target: Path) -> Path:
        if target == files[2]:
            raise error
        return move(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail_at_c)
        with pytest.raises(OutputError if isinstance(error, OSError) else KeyboardInterrupt):
            write_together(dict.fromkeys(files, b"new"))
    assert {name: (tmp_path / name).read_bytes() for name in _names(tmp_path)} == {
        "a": b"old",
        "c": b"old",
        "d": b"old",
    }
    write_together(dict.fromkeys(files, b"new"))
    assert {name: (tmp_path / name).read_bytes() for name in _names(tmp_path)} == dict.fromkeys("abcd", b"new")


def test_all_files_are_flushed_before_the_first_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what a kill could part is a few renames and nothing slow."""
    done: list[str] = []
    flush, move = os.fsync, Path.replace

    def flushed(handle: int) -> None:
        done.append("flush")
        flush(handle)

    def moved(self: Path, target: Path) -> Path:
        done.append("move")
        return move(self, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", moved)
    write_together({tmp_path / name: b"new" for name in "abc"})
    assert done == ["flush"] * 3 + ["move"] * 3


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
    with pytest.raises(OutputError, match=r"cannot write into .*: it is a file; name a folder"):
        write_bytes(tmp_path / "file" / "inner", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="files belong to groups on POSIX")
def test_whoever_may_write_a_file_still_may(tmp_path: Path) -> None:
    """A new file is readable for everybody; an older one keeps what its owner allowed."""
    file = tmp_path / "file"
    write_bytes(file, b"old")
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    file.chmod(0o660)
    write_bytes(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o660


def test_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    """The next write of that file deletes it; what a running writer has, and files of other names, stay."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for name in (f".file.{gone.pid}.x", f".file.{os.getpid()}.y", f".file2.{gone.pid}.x", ".file.notes", "file.bak"):
        (tmp_path / name).write_bytes(b"half")
    write_bytes(tmp_path / "file", b"new")
    assert _names(tmp_path) == sorted(
        [f".file.{os.getpid()}.y", f".file2.{gone.pid}.x", ".file.notes", "file.bak", "file"]
    )


KILLS = """
import os, random, signal, sys, time
from pathlib import Path
from steelyard.writing import write_bytes
old, new, file = b"o" * 300_000, b"n" * 200_000, Path(sys.argv[1])
chance, seen = random.Random(20261125), {}
write_bytes(file, old)
for _ in range(200):
    writer = os.fork()
    if not writer:
        while True:
            write_bytes(file, new)
            write_bytes(file, old)
    time.sleep(chance.uniform(0, 0.02))
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    found = file.read_bytes()
    what = "old" if found == old else "new" if found == new else "half"
    seen[what] = seen.get(what, 0) + 1
    beside = len(list(file.parent.iterdir())) - 1
    seen["most left over"] = max(beside, seen.get("most left over", 0))
print(seen)
"""


@pytest.mark.skipif(os.name != "posix", reason="processes are killed as POSIX kills them")
def test_two_hundred_kills_leave_the_old_file_or_the_new(tmp_path: Path) -> None:
    """Writers that never rest are killed at 200 random moments: no half file, and no heap of what was left over."""
    file = tmp_path / "file"
    done = subprocess.run([sys.executable, "-c", KILLS, str(file)], capture_output=True, check=True, text=True)
    seen = ast.literal_eval(done.stdout)
    assert "half" not in seen
    assert seen["old"] + seen["new"] == 200
    assert min(seen["old"], seen["new"]) > 20
    assert seen["most left over"] == 1
    write_bytes(file, b"at last")
    assert _names(tmp_path) == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are made otherwise there")
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """What is no file cannot be replaced by one: whoever reads the pipe gets the bytes, and the pipe is still there."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_bytes)
        write_bytes(pipe, b"all of it")
        assert read.result(timeout=60) == b"all of it"
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
