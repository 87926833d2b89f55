"""The draft of an interview: kept after every answer, so that whoever is called away goes on where they left."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from steelyard.documents.definitions import FOLDERS
from steelyard.documents.record import Number, Record
from steelyard.errors import OutputError
from steelyard.writing import write_bytes

DRAFTS = f"{FOLDERS['weights']}/.drafts"
"""A folder that nothing else reads: its name begins with a dot, and git is told to leave out all that is in it."""
ABOUT_THE_SET = "about the set"
"""The last part of every interview: what a weight set says of itself. It is no list of judgements."""
Over = Literal["scale", "options"]
"""What swings are judged on: the whole declared scales, or the ranges of the options ranked."""


class Answer(Record):
    """One answer: of which list of judgements, by which key of its question, and what was said."""

    of: str
    key: str
    said: str | float


class Draft(Record):
    """An interview that is not finished.

    `shown` are the worst and the best number of each criterion that swings were judged on; `known` is what was said of
    the set as a whole on the command line.
    """

    method: str
    over: Over
    groups: bool
    shown: dict[str, Annotated[tuple[Number, Number], Field(strict=False)]]
    known: dict[str, str] = {}
    answers: Annotated[tuple[Answer, ...], Field(strict=False)] = ()

    def with_answer(self, answer: Answer) -> "Draft":
        """The draft with one more answer."""
        return self.model_copy(update={"answers": (*self.answers, answer)})

    def without_last(self) -> "Draft":
        """The draft without the answer that was given last."""
        return self.model_copy(update={"answers": self.answers[:-1]})

    def with_known(self, known: Mapping[str, str]) -> "Draft":
        """The draft with what else is known of the set; what was answered to the same is forgotten."""
        left = tuple(each for each in self.answers if each.of != ABOUT_THE_SET or each.key not in known)
        return self.model_copy(update={"known": {**self.known, **known}, "answers": left})


def draft_file(root: Path, name: str) -> Path:
    """Where the draft of a weight set lies."""
    return root / DRAFTS / f"{name}.json"


def kept(root: Path, name: str) -> Draft | None:
    """The draft of a weight set, None where there is none; OutputError where it cannot be read."""
    file = draft_file(root, name)
    try:
        return Draft.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise OutputError(f"the draft {file} cannot be read; begin anew with --restart") from error


def keep(root: Path, name: str, draft: Draft) -> None:
    """Write a draft: whole, or the earlier one stays."""
    ignored = root / DRAFTS / ".gitignore"
    if not ignored.exists():
        write_bytes(ignored, b"*\n")
    write_bytes(draft_file(root, name), f"{draft.model_dump_json(indent=2)}\n".encode())


def drop(root: Path, name: str) -> None:
    """Take a draft away, and its folder once no other draft is in it."""
    file = draft_file(root, name)
    with suppress(OSError):
        file.unlink()
        if {each.name for each in file.parent.iterdir()} <= {".gitignore"}:
            (file.parent / ".gitignore").unlink(missing_ok=True)
            file.parent.rmdir()
