"""Folders that are no decision's folder as anybody means one: what lies in them is spoilt, or is no file at all."""

import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from fuzz import nasty
from fuzz.mutating import mutation

Spoil = Callable[[Path, Random], None]
FOLDERS = ("options", "criteria", "criteria/weights", "seeds")


def spoilt_files(project: Path, chance: Random) -> None:
    """One file, or three, spoilt as for the inputs that are tried in one process."""
    for _ in range(chance.choice((1, 1, 1, 3))):
        spoilt = mutation(chance.randrange(1_000_000, 10**9))
        file = project / spoilt.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(spoilt.content)


def files_in(project: Path) -> list[Path]:
    """The definition files that lie where they should."""
    return [
        project / "steelyard.yaml",
        *(file for folder in FOLDERS for file in sorted((project / folder).glob("*.yaml"))),
    ]


def _any_file(project: Path, chance: Random) -> Path:
    return chance.choice(files_in(project))


def _new_file(project: Path, chance: Random, name: str = "strange.yaml") -> Path:
    return project / chance.choice(FOLDERS) / name


def _replaced(project: Path, chance: Random) -> Path:
    """The path of a file that was there, or of one that was not."""
    if chance.random() < 0.3:
        return _new_file(project, chance)
    file = _any_file(project, chance)
    file.unlink()
    return file


def link_out(project: Path, chance: Random) -> None:
    """A link that leads out of the folder, to a file, to nothing, or to what never ends."""
    target = chance.choice(
        ("/etc/passwd", "/dev/zero", "/dev/stdin", "/dev/tty", "../../../nowhere.yaml", "/", "/proc/self/mem")
    )
    _replaced(project, chance).symlink_to(target)


def link_in_a_circle(project: Path, chance: Random) -> None:
    """A link to itself, or two to one another."""
    file = _replaced(project, chance)
    file.symlink_to(file.name if chance.random() < 0.5 else "other.yaml")
    (file.parent / "other.yaml").symlink_to(file.name)


def link_for_a_folder(project: Path, chance: Random) -> None:
    """A folder of definitions that is a link: to everything, to itself, to its parent, to nothing."""
    folder = project / chance.choice(FOLDERS)
    folder.rename(project / "kept")
    folder.symlink_to(chance.choice(("/", ".", "..", folder.name, "nowhere", project / "kept", "/proc/self")))


def link_among_files(project: Path, chance: Random) -> None:
    """A link to a folder where files are looked for."""
    _new_file(project, chance, chance.choice(("strange", "strange.yaml"))).symlink_to(
        chance.choice(("/", ".", "..", "/dev/fd"))
    )


def folder_for_a_file(project: Path, chance: Random) -> None:
    """A folder named like a file, with files in it."""
    folder = _replaced(project, chance)
    folder.mkdir()
    (folder / chance.choice(("a.yaml", "steelyard.yaml"))).write_bytes(b"id: a\n")


def file_for_a_folder(project: Path, chance: Random) -> None:
    """A file where a folder of definitions should be."""
    folder = project / chance.choice(FOLDERS)
    folder.rename(project / "kept")
    folder.write_bytes(chance.choice((b"", b"id: a\n")))


def pipe(project: Path, chance: Random) -> None:
    """A pipe that nobody writes into."""
    os.mkfifo(_replaced(project, chance))


def pipe_by_a_link(project: Path, chance: Random) -> None:
    """A link to a pipe inside the folder."""
    os.mkfifo(project / "pipe")
    _replaced(project, chance).symlink_to(project / "pipe")


def bound_socket(project: Path, chance: Random) -> None:
    """A socket where a file should be."""
    file = _replaced(project, chance)
    here = Path.cwd()
    os.chdir(file.parent)  # a socket's address is short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(file.name)
    os.chdir(here)


def shut_file(project: Path, chance: Random) -> None:
    """A file that may not be read, save by a superuser."""
    _any_file(project, chance).chmod(0)


def shut_folder(project: Path, chance: Random) -> None:
    """A folder that may not be looked into, save by a superuser."""
    (project / chance.choice(FOLDERS)).chmod(chance.choice((0, 0o600, 0o400, 0o300)))


_NAMES = (
    b"caf\xe9.yaml", b"\xff\xfe.yaml", b"\xed\xa0\x80.yaml", b"a\nb.yaml", b"\x1b[31m.yaml", b"\x01.yaml", b" .yaml",
    b"a .yaml", b"-rf.yaml", b"--fix.yaml", b".yaml", b".hidden.yaml", b"a.yaml.yaml", b"A.yaml", b"CON.yaml",
    b"'.yaml", b'".yaml', b"a#b.yaml", b"a%20b.yaml", b"a\\b.yaml", b"*.yaml", b"[a].yaml", b"{a}.yaml", b"$HOME.yaml",
    b"x" * 250 + b".yaml", "\u4e2d\u56fd.yaml".encode(), "\U0001f600.yaml".encode(), "\u202e.yaml".encode(),
    "e\u0301.yaml".encode(), "\u2028.yaml".encode(), b"a\tb.yaml", b"caf\xe9.txt", b"a\nb.txt", b"\x7f", b"~", b"a.yml",
)  # fmt: skip


def strange_name(project: Path, chance: Random) -> None:
    """Files under names that are no ids, and some that are no text."""
    for name in chance.sample(_NAMES, 4):
        folder = os.fsencode(project / chance.choice(FOLDERS))
        content = chance.choice((b"", b"id: a\n", _any_file(project, chance).read_bytes()))
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123 - a Path is text
            file.write(content)


def nothing_in_it(project: Path, chance: Random) -> None:
    """A file without a single byte, or a folder without a file."""
    if chance.random() < 0.5:
        _any_file(project, chance).write_bytes(b"")
    else:
        for file in (project / chance.choice(FOLDERS)).glob("*.yaml"):
            file.unlink()


def file_gone(project: Path, chance: Random) -> None:
    """A file that is not there any more, and one that is there twice."""
    file = _any_file(project, chance)
    content = file.read_bytes()
    file.unlink()
    _new_file(project, chance, f"{file.stem}-again.yaml").write_bytes(content)


def far_too_large(project: Path, chance: Random) -> None:
    """A value of 5 MB, 100,000 lines, 10,000 levels, a file of a gigabyte that holds nothing, and bombs of aliases."""
    file = _any_file(project, chance)
    before = chance.choice((b"", file.read_bytes()))
    kind = chance.choice(("value", "lines", "flow", "dashes", "block", "sparse", "aliases", "key"))
    if kind == "sparse":
        with file.open("r+b") as opened:
            opened.truncate(2**30)
        return
    many = {
        "value": lambda: "title: " + chance.choice(("a", "word ", "9", "\u00e9", "'' ")) * 1_000_000,
        "key": lambda: "? " + "k" * 900_000 + "\n: 1",
        "lines": lambda: nasty.many_lines(chance, 100_000),
        "flow": lambda: "x: " + chance.choice(("[", "{a: ", "{? ")) * 10_000,
        "dashes": lambda: chance.choice(("- ", "? ", "- ? ")) * 10_000,
        "block": lambda: "\n".join(f"{' ' * at}a:" for at in range(10_000)),
        "aliases": lambda: nasty.alias_bomb(chance),
    }
    file.write_bytes(before + many[kind]().encode() + b"\n")


def deep_folders(project: Path, chance: Random) -> None:
    """Folders in folders, deeper than a path can be long."""
    here = Path.cwd()
    os.chdir(project / chance.choice(FOLDERS))
    for _ in range(250):
        Path("d" * 20).mkdir()
        os.chdir("d" * 20)
    Path("a.yaml").write_bytes(b"id: a\n")
    os.chdir(here)


FOLDER_FAULTS: Mapping[str, Spoil] = {
    each.__name__: each
    for each in (
        link_out,
        link_in_a_circle,
        link_for_a_folder,
        link_among_files,
        folder_for_a_file,
        file_for_a_folder,
        pipe,
        pipe_by_a_link,
        bound_socket,
        shut_file,
        shut_folder,
        strange_name,
        nothing_in_it,
        file_gone,
        far_too_large,
        deep_folders,
    )
}
"""Everything that can be wrong with a folder, by name."""
