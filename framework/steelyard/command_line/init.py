"""`steelyard init`: lay out a decision to start from."""

import shutil
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from steelyard.catalogue_files import example_folder
from steelyard.documents.definitions import DECISION_FILE, FILES, FOLDERS, SUFFIX
from steelyard.errors import OutputError

SCHEMAS = ".schemas"
"""Where in a decision's folder editors find the schemas that the files' first lines name."""
_MODELINE = "# yaml-language-server: $schema="
"""What editors look for in a file's first line."""
_WIDEST = 100
"""Columns up to which a paragraph is easy to read, however wide the terminal."""
_SKELETON = Path(__file__).resolve().parents[1] / "skeleton"
_NEXT = """
Next:
{go}  steelyard check     says what is missing or wrong, with file and line
  steelyard rank      shows the ranked matrix
"""
_THEN = (
    "Then open steelyard.yaml: its comments say how the files are written and where to start. Every word and number "
    "in the files is made up to show the form. An editor with a YAML language server completes keys and explains them."
)


def init(
    directory: Annotated[
        Path | None,
        typer.Argument(help="Where to lay it out.", show_default="my-decision; with --example, steelyard-example"),
    ] = None,
    example: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--example", help="Lay out the catalogue that comes with Steelyard.")
    ] = False,
) -> None:
    """Lay out a decision's folder to start from: a commented skeleton, or a whole example.

    Example: steelyard init my-decision
    """
    directory = directory or Path("steelyard-example" if example else "my-decision")
    _refuse_if_in_use(directory)
    _lay_out(example_folder() if example else _SKELETON, directory)
    what = "The catalogue that comes with Steelyard" if example else "A skeleton of a decision"
    here = directory.resolve() == Path.cwd()
    typer.echo(f"{what} is laid out in {'this folder' if here else directory}.")
    typer.echo(_NEXT.format(go="" if here else f"  cd {directory}\n"), nl=False)
    if not example:
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        typer.echo(f"\n{textwrap.fill(_THEN, width, break_long_words=False)}")


def _refuse_if_in_use(directory: Path) -> None:
    try:
        in_use = directory.exists() and (not directory.is_dir() or any(directory.iterdir()))
    except OSError as error:
        raise OutputError(f"cannot look into {directory}: {error.strerror or error}") from error
    if in_use:
        raise OutputError(f"{directory} is not empty; name a new folder")


def _lay_out(origin: Path, directory: Path) -> None:
    """Write a decision's files under a temporary name, then move them into place: whole or not at all."""
    if directory.exists():
        _whole_or_not(directory, directory / ".growing", origin, lambda growing: _move_in(growing, directory))
    else:
        growing = directory.with_name(f".{directory.name}.growing")
        _whole_or_not(directory, growing, origin, lambda growing: growing.rename(directory))


def _whole_or_not(directory: Path, growing: Path, origin: Path, settle: Callable[[Path], object]) -> None:
    try:
        shutil.rmtree(growing, ignore_errors=True)
        _grow(origin, growing)
        settle(growing)
    except OSError as error:
        raise OutputError(f"cannot lay out {directory}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(growing, ignore_errors=True)


def _grow(origin: Path, growing: Path) -> None:
    """A decision's files, and the schemas with which editors read them."""
    from steelyard.documents.kinds import RECORDS  # noqa: PLC0415 - loaded only when wanted
    from steelyard.schema import as_text, schema_of  # noqa: PLC0415

    for top in sorted({folder.split("/")[0] for folder in FOLDERS.values()}):
        shutil.copytree(origin / top, growing / top)
    for file in FILES.values():
        if file == DECISION_FILE or (origin / file).exists():
            shutil.copyfile(origin / file, growing / file)
    for kind, written in _files(growing):
        _lead_to_schema(written, kind, growing)
    (growing / SCHEMAS).mkdir()
    for kind in RECORDS:
        (growing / SCHEMAS / f"{kind}.json").write_text(as_text(schema_of(kind)), encoding="utf-8", newline="\n")


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every definition file of a decision, with its kind."""
    yield from ((kind, folder / file) for kind, file in FILES.items() if (folder / file).exists())
    yield from ((kind, file) for kind, inside in FOLDERS.items() for file in (folder / inside).glob(f"*{SUFFIX}"))


def _lead_to_schema(file: Path, kind: str, folder: Path) -> None:
    """Put above a file the line that leads editors to its schema, unless it has one."""
    content = file.read_bytes()
    if not content.startswith(_MODELINE.encode()):
        up = "../" * (len(file.relative_to(folder).parts) - 1)
        file.write_bytes(f"{_MODELINE}{up}{SCHEMAS}/{kind}.json\n".encode() + content)


def _move_in(growing: Path, directory: Path) -> None:
    """Fill an empty folder, the decision's own file last; on a failure it is emptied again."""
    moved: list[Path] = []
    try:
        for each in sorted(growing.iterdir(), key=lambda each: each.name == DECISION_FILE):
            moved.append(each.rename(directory / each.name))  # noqa: PERF401 - known, should the next one fail
    except OSError:
        for each in moved:
            each.unlink() if each.is_file() else shutil.rmtree(each, ignore_errors=True)
        raise
