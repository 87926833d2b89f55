"""Asking for weights: from an interview that can be left and resumed to a weight set that `check` accepts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from steelyard.bench import bench_for
from steelyard.check import at_least, findings_of
from steelyard.contracts import Bench, Weighting
from steelyard.distributions import shelf as distributions
from steelyard.documents.definitions import SUFFIX, Definitions, path_of
from steelyard.errors import OutputError, UnknownNameError
from steelyard.interviewing.answering import open_answer, reads, text_of
from steelyard.interviewing.course import TEXTS, Course, Part, course_of, parts_of
from steelyard.interviewing.draft import ABOUT_THE_SET, Answer, Draft, Over, drop, keep, kept
from steelyard.interviewing.file import file_text
from steelyard.interviewing.swings import Swing, swings_of
from steelyard.reading.contents import MOST_BYTES, OnDisk
from steelyard.reading.folder import read_contents
from steelyard.reading.vocabulary import Vocabulary
from steelyard.results.finding import Finding
from steelyard.shelf import did_you_mean
from steelyard.value_functions import shelf as value_functions
from steelyard.weightings import shelf as weightings
from steelyard.writing import write_bytes

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line; what is None is as the draft has it, or as is usual."""

    method: str | None = None
    over: Over | None = None
    groups: bool | None = None
    known: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Sitting:
    """An interview as it stands: whom it asks about what, and its draft."""

    definitions: Definitions
    name: str
    draft: Draft
    swings: Mapping[str, Swing]

    @property
    def weighting(self) -> Weighting:
        """The method by which is asked."""
        return weightings[self.draft.method]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The lists of judgements that are asked for."""
        return parts_of(self.definitions, groups=self.draft.groups)

    @cached_property
    def course(self) -> Course:
        """How far the interview has come."""
        return course_of(self.parts, self.weighting, self.draft.answers, self.draft.known)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each name that the next question may be about."""
        groups = self.definitions.decision.groups
        criteria = {name: each.title for name, each in self.definitions.criteria.items()}
        asks_of_groups = self.course.part is not None and self.course.part.steps == ("groups",)
        return {name: each.title for name, each in groups.items()} if asks_of_groups else criteria

    @property
    def about_the_set(self) -> bool:
        """Whether what is asked next is about the set as a whole, in words."""
        return self.course.part is not None and self.course.part.of == ABOUT_THE_SET


@dataclass(frozen=True)
class Outcome:
    """What a finished interview comes to: the text of the file, and the definitions with it.

    `errors` are what `check` would find wrong with them; where there are none, `bench` has shares and standings.
    """

    text: str
    definitions: Definitions
    errors: tuple[Finding, ...]

    @cached_property
    def bench(self) -> Bench:
        """What the shelves make of the definitions with the new set."""
        return bench_for(self.definitions)


def sat_down(definitions: Definitions, name: str, wanted: Wanted, *, restart: bool) -> Sitting:
    """Begin an interview, or take it up where it was left; nothing is written yet.

    Raises OutputError where the id is taken or no id, or where a draft is of another interview than the one wanted;
    UnknownNameError for a method that is not there.
    """
    if not _ID.fullmatch(name):
        raise OutputError(f"'{name}' cannot name a weight set: write small letters, digits and single hyphens")
    if name in definitions.known["weights"]:
        raise OutputError(f"there is a weight set '{name}' already ({path_of('weights', name)}); choose another id")
    before = None if restart else kept(definitions.root, name)
    _check_method(wanted.method or (before.method if before is not None else "swing"))
    curves = bench_for(definitions).curves
    if before is None:
        swings = swings_of(definitions, curves, wanted.over or "options")
        draft = Draft(
            method=wanted.method or "swing", over=wanted.over or "options", groups=bool(wanted.groups),
            shown={criterion: each.shown for criterion, each in swings.items()}, known=dict(wanted.known or {}),
        )  # fmt: skip
        return Sitting(definitions, name, draft, swings)
    swings = swings_of(definitions, curves, before.over)
    for difference in (_otherwise(before, wanted), _moved(before, swings)):
        if difference:
            raise OutputError(f"the draft of '{name}' {difference}; or begin anew with --restart")
    return Sitting(definitions, name, before.with_known(wanted.known or {}), swings)


def _check_method(name: str) -> None:
    asking = [each for each in weightings if weightings[each].interview is not None]
    if name not in weightings:
        raise UnknownNameError(f"there is no weighting method '{name}'. {did_you_mean(name, asking)}")
    if name not in asking:
        raise UnknownNameError(f"the method '{name}' asks nobody anything; those that ask: {', '.join(asking)}")


def _otherwise(draft: Draft, wanted: Wanted) -> str:
    """In what a draft is of another interview than the one wanted."""
    if wanted.method not in (None, draft.method):
        return f"was begun with --method {draft.method}: resume it without --method"
    if wanted.over not in (None, draft.over):
        return f"was begun with --over {draft.over}: resume it without --over"
    if wanted.groups not in (None, draft.groups):
        begun = "group by group" if draft.groups else "without groups"
        return f"was begun {begun}: resume it without {'--groups' if wanted.groups else '--no-groups'}"
    return ""


def _moved(draft: Draft, swings: Mapping[str, Swing]) -> str:
    """What has changed since of that on which a draft's swings were judged."""
    new, gone = sorted(swings.keys() - draft.shown.keys()), sorted(draft.shown.keys() - swings.keys())
    moved = [name for name in sorted(draft.shown.keys() & swings.keys()) if draft.shown[name] != swings[name].shown]
    said = [
        *(f"'{name}' is new" for name in new),
        *(f"'{name}' is gone" for name in gone),
        *(f"'{name}' ran {_from_to(draft.shown[name])} and now runs {_from_to(swings[name].shown)}" for name in moved),
    ]
    return f"was begun when criteria or scores were others ({'; '.join(said)}): restore them" if said else ""


def _from_to(ends: Sequence[float]) -> str:
    return f"from {ends[0]:g} to {ends[1]:g}"


def answered(sitting: Sitting, typed: str) -> Sitting:
    """The sitting with an answer to its next question, kept on disk; ValueError, in a sentence, where it is none."""
    course = sitting.course
    assert course.part is not None  # noqa: S101 - only what is asked is answered
    assert course.question is not None  # noqa: S101 - as above
    said = text_of(typed) if sitting.about_the_set else _judged(sitting, typed)
    return _kept(sitting, sitting.draft.with_answer(Answer(of=course.part.of, key=course.question.key, said=said)))


def _judged(sitting: Sitting, typed: str) -> str | float:
    question = sitting.course.question
    assert question is not None  # noqa: S101 - only what is asked is answered
    if typed.strip().casefold() == "skip":
        left_open = open_answer(question, sitting.titles)
        if left_open is None:
            raise ValueError(f"The method {sitting.draft.method} needs an answer here.")
        return left_open
    return reads(question, typed, sitting.titles)


def taken_back(sitting: Sitting) -> Sitting:
    """The sitting without its last answer; ValueError, in a sentence, where there is none."""
    if not sitting.draft.answers:
        raise ValueError("This is the first question; there is nothing to go back to.")
    return _kept(sitting, sitting.draft.without_last())


def _kept(sitting: Sitting, draft: Draft) -> Sitting:
    keep(sitting.definitions.root, sitting.name, draft)
    return Sitting(sitting.definitions, sitting.name, draft, sitting.swings)


def outcome(sitting: Sitting, schemas: Path) -> Outcome:
    """What the judgements come to; `schemas` is the folder where editors look for what files may hold."""
    root, path = sitting.definitions.root, path_of("weights", sitting.name)
    schema = f"../../{schemas.name}/weights.json" if (root / schemas.name / "weights.json").is_file() else None
    text = file_text(sitting.name, sitting.draft.method, sitting.course, sitting.swings.values(), schema)
    reading = read_contents(_With(root, path, text), Vocabulary(value_functions, distributions, weightings))
    errors = at_least(findings_of(reading), "error")
    return Outcome(text, reading.definitions.on_shortlist(sitting.definitions.shortlist), errors)


def written(sitting: Sitting, schemas: Path) -> Path:
    """Write the file of a finished interview and take its draft away; OutputError where `check` would refuse it."""
    found = outcome(sitting, schemas)
    file = sitting.definitions.root / path_of("weights", sitting.name)
    if found.errors:
        said = "; ".join(f"{each.code} {each.message}" for each in found.errors)
        raise OutputError(f"nothing is written, since check would find: {said}")
    if file.exists():
        raise OutputError(f"{file} has appeared meanwhile; nothing is written over it")
    write_bytes(file, found.text.encode())
    drop(sitting.definitions.root, sitting.name)
    return file


def whole(known: Mapping[str, str | None]) -> dict[str, str]:
    """What was said of the set on the command line; OutputError where a file could not hold it."""
    found = {}
    for key in TEXTS:
        said = known.get(key)
        if said is None:
            continue
        try:
            found[key] = text_of(said)
        except ValueError as reason:
            raise OutputError(f"--{key}: {reason}") from reason
        if not found[key]:
            raise OutputError(f"--{key} says nothing")
    return found


class _With(OnDisk):
    """A decision's folder with one more weight set in it than lies on disk."""

    def __init__(self, root: Path, path: str, text: str) -> None:
        super().__init__(root)
        self._path, self._text = path, text

    def names_in(self, folder: str) -> list[str]:
        """The ids of the definition files right inside a folder, the new one among them."""
        names = super().names_in(folder)
        inside, _, name = self._path.rpartition("/")
        return sorted({*names, name.removesuffix(SUFFIX)}) if folder == inside else names

    def holds(self, path: str) -> bool:
        """Whether something lies at a path."""
        return path == self._path or super().holds(path)

    def read(self, path: str, most: int = MOST_BYTES) -> bytes:
        """The bytes of one file."""
        return self._text.encode() if path == self._path else super().read(path, most)
