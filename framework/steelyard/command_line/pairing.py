"""Which format of findings goes to which file: an `--output` belongs to the `--format` before it."""

import sys
from collections.abc import Iterator, Sequence
from os.path import realpath
from pathlib import Path

from steelyard.errors import UnknownNameError

Pair = tuple[str, Path | None]
"""A format, and its file; None for the screen."""
_HOW = "write each --output right behind its --format; one format may go without, to the screen"


def paired(formats: Sequence[str], outputs: Sequence[Path]) -> list[Pair]:
    """Each format with its file. UnknownNameError, in a sentence, where that is not clear, or the files do not do."""
    from steelyard.finding_formats import shelf  # noqa: PLC0415 - lists file names only
    from steelyard.shelf import did_you_mean  # noqa: PLC0415

    for name in formats:
        if name not in shelf:
            raise UnknownNameError(f"there is no format '{name}' for findings. {did_you_mean(name, shelf)}")
    pairs = list(_pairs(formats, outputs))
    _refuse_one_file_for_two(pairs)
    for name, file in pairs:
        _refuse_another_s_ending(name, file)
    return pairs


def _pairs(formats: Sequence[str], outputs: Sequence[Path]) -> Iterator[Pair]:
    if len(formats) == len(outputs) or (len(formats) == 1 and not outputs):
        files: Sequence[Path | None] = outputs or [None]
        yield from zip(formats, files, strict=True)
        return
    if not len(formats) - 1 <= len(outputs) <= len(formats):
        said = f"{_counted(formats, 'format')} and {_counted(outputs, 'output')}"
        raise UnknownNameError(f"{said} do not pair: {_HOW}")
    typed = list(_typed())
    if [name for name, _ in typed] != [*formats] or sum(len(files) for _, files in typed) != len(outputs):
        raise UnknownNameError(f"it is not clear which format goes to {outputs[0]}: {_HOW}")
    for name, behind in typed:
        if len(behind) > 1:
            raise UnknownNameError(f"{behind[0]} and {behind[1]} would both be for {name}: {_HOW}")
        yield name, behind[0] if behind else None


def _typed() -> Iterator[tuple[str, list[Path]]]:
    """Each format that was typed, with the outputs typed between it and the next one."""
    name, files = "", list[Path]()
    for option, value in _options():
        if option == "--output":
            files.append(Path(value))
            continue
        if name or files:
            yield name, files
        name, files = value, []
    yield name, files


def _options() -> Iterator[tuple[str, str]]:
    """The formats and outputs in the order in which they were typed, which the parser of options does not keep."""
    words = iter(sys.argv[1:])
    for word in words:
        option, equals, value = word.partition("=")
        if option in ("--format", "--output"):
            yield option, value if equals else next(words, "")


def _refuse_one_file_for_two(pairs: Sequence[Pair]) -> None:
    files = [(file, realpath(file)) for _, file in pairs if file is not None]
    places = [place for _, place in files]
    for file, place in files:
        if places.count(place) > 1:
            raise UnknownNameError(f"two formats would go to {file}, one over the other; give each a file of its own")


def _refuse_another_s_ending(name: str, file: Path | None) -> None:
    """Refuse a file that is named as another format's files are, and not as this one's."""
    from steelyard.finding_formats import shelf  # noqa: PLC0415

    ending = "" if file is None else file.suffix.lower()
    others = [each for each in shelf if ending in shelf[each].endings]
    if others and name not in others:
        meant = next((each for each in others if ending == f".{each}"), others[-1])
        raise UnknownNameError(
            f"{name} would go to {file}, which is named as a file of {' or '.join(others)} is; write "
            f"--format {meant} --output {file}, or choose another name"
        )


def _counted(things: Sequence[object], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"
