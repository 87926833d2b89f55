"""A decision's folder in, definitions and every fault of every file out."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from steelyard.contracts import ValueFunction, Weighting
from steelyard.documents.criterion import Criterion
from steelyard.documents.decision import Decision
from steelyard.documents.definitions import DECISION_FILE, FOLDERS, SUFFIX, Definitions, path_of
from steelyard.documents.option import Option
from steelyard.documents.place import START, MarkedMapping, mark_of
from steelyard.documents.source import Source
from steelyard.documents.suppression import Suppression
from steelyard.documents.weight_set import WeightSet
from steelyard.errors import NoDecisionError
from steelyard.reading.contents import Contents, OnDisk
from steelyard.reading.fault import Fault
from steelyard.reading.records import Extraction, extract
from steelyard.reading.remedies import as_id
from steelyard.reading.sentences import as_fault
from steelyard.reading.suppressions import suppressions_in
from steelyard.reading.yaml_text import parse
from steelyard.results.finding import Finding
from steelyard.shelf import did_you_mean

AnyRecord = TypeVar("AnyRecord", Option, Criterion, WeightSet, Source)
Dropped = tuple[str, tuple[str | int, ...]]


@dataclass(frozen=True)
class Vocabulary:
    """The names that files may use, from the shelves that offer them."""

    value_functions: Mapping[str, ValueFunction]
    weightings: Mapping[str, Weighting]


@dataclass(frozen=True)
class Reading:
    """What was read, and every fault met on the way."""

    definitions: Definitions
    faults: tuple[Finding, ...]
    suppressions: tuple[Suppression, ...] = ()


@dataclass
class _Desk:
    """What piles up while a folder is read."""

    contents: Contents
    vocabulary: Vocabulary
    faults: list[Finding] = field(default_factory=list)
    trees: dict[str, object] = field(default_factory=dict)
    dropped: set[Dropped] = field(default_factory=set)
    suppressions: list[Suppression] = field(default_factory=list)

    def report(self, path: str, faults: list[Fault]) -> None:
        self.faults.extend(fault.as_finding(path) for fault in faults)


def find_decision(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds a decision."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / DECISION_FILE).is_file():
            return folder
    raise NoDecisionError(
        f"no {DECISION_FILE} in {start} or above it; go to a decision's folder, name one with --decision, "
        "or lay out an example: steelyard init --example"
    )


def read_folder(root: Path, vocabulary: Vocabulary) -> Reading:
    """Read every definition of a decision; nothing stops at the first fault."""
    return read_contents(OnDisk(root), vocabulary)


def read_contents(contents: Contents, vocabulary: Vocabulary) -> Reading:
    """The same from wherever the files lie."""
    if not contents.holds_decision():
        raise NoDecisionError(f"no {DECISION_FILE} in {contents.root}")
    desk = _Desk(contents, vocabulary)
    with _collector_resting():
        decision = _decision(desk)
        options, option_ids = _records("option", Option, desk)
        criteria, criterion_ids = _records("criterion", Criterion, desk)
        weight_sets, weights_ids = _records("weights", WeightSet, desk)
        sources, source_ids = _records("source", Source, desk)
        desk.faults.extend(_unread(contents))
    known = {"option": option_ids, "criterion": criterion_ids, "weights": weights_ids, "source": source_ids}
    definitions = Definitions(
        contents.root, decision, options, criteria, weight_sets, sources, desk.trees, known, frozenset(desk.dropped)
    )
    return Reading(definitions, tuple(desk.faults), tuple(desk.suppressions))


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Without the cyclic garbage collector: the trees are large, hold no cycles, and are kept anyway."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _decision(desk: _Desk) -> Decision:
    tree = _tree(DECISION_FILE, desk)
    readable = tree is not None
    extraction = extract(tree if readable else MarkedMapping(START), Decision)
    if extraction.record is None:
        extraction = Extraction(extract({}, Decision).record, extraction.faults, frozenset({()}))
    assert extraction.record is not None  # noqa: S101 - every key of a decision has a stand-in
    if readable:
        desk.report(DECISION_FILE, extraction.faults)
    desk.dropped.update((DECISION_FILE, steps) for steps in extraction.dropped)
    return extraction.record


def _records(kind: str, record: type[AnyRecord], desk: _Desk) -> tuple[dict[str, AnyRecord], frozenset[str]]:
    found: dict[str, AnyRecord] = {}
    ids = []
    for name in desk.contents.names_in(FOLDERS[kind]):
        ids.append(name)
        path = path_of(kind, name)
        tree = _tree(path, desk)
        if tree is None:
            continue
        extraction = extract(tree, record)
        desk.report(path, extraction.faults)
        desk.dropped.update((path, steps) for steps in extraction.dropped)
        if extraction.record is not None and _fits(path, extraction.record, desk):
            found[name] = extraction.record.model_copy(update={"id": name})
    return found, frozenset(ids)


def _tree(path: str, desk: _Desk) -> object:
    """The marked tree of one file; None where it cannot be read, with the reason reported."""
    try:
        text = desk.contents.read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        desk.report(path, [_not_text(error)])
        desk.dropped.add((path, ()))
        return None
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        desk.report(path, [Fault("Y001", START, f"the file cannot be opened: {reason}", "Check the file.")])
        desk.dropped.add((path, ()))
        return None
    tree, faults = parse(text)
    desk.report(path, faults)
    desk.suppressions.extend(suppressions_in(text, path))
    desk.trees[path] = tree
    if tree is None:
        desk.dropped.add((path, ()))
    return tree


def _not_text(error: UnicodeDecodeError) -> Fault:
    before = bytes(error.object[: error.start])
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
    return Fault(
        "Y001",
        START._replace(line=line, column=column),
        "the file is not UTF-8 text from this byte on",
        "Save it with the encoding UTF-8.",
    )


def _fits(path: str, record: BaseModel, desk: _Desk) -> bool:
    """Whether names that shelves explain are known; a wrong id is reported and does not stand in the way."""
    desk.report(path, list(_wrong_id(path, record, desk)))
    if isinstance(record, Criterion):
        faults = list(_shape_faults(record, desk.trees[path], desk.vocabulary.value_functions))
    elif isinstance(record, WeightSet):
        faults = list(_method_faults(record, desk.trees[path], desk.vocabulary.weightings))
    else:
        return True
    desk.report(path, faults)
    if faults:
        desk.dropped.add((path, ()))
    return not faults


def _wrong_id(path: str, record: BaseModel, desk: _Desk) -> Iterator[Fault]:
    stem = PurePosixPath(path).stem
    written = getattr(record, "id", stem)
    if written != stem and (path, ("id",)) not in desk.dropped:
        taken = written in desk.contents.names_in(str(PurePosixPath(path).parent))
        yield Fault(
            "K005",
            mark_of(desk.trees[path], ("id",)),
            f"the id is '{written}', but the file is named '{stem}'",
            _one_name(stem, written, taken=taken),
        )


def _one_name(stem: str, written: str, *, taken: bool) -> str:
    """How a file and its id come to one name; `taken` where another file is named as the id already."""
    if as_id(stem) != stem:
        name = as_id(stem) if taken and as_id(stem) else written
        return f"Rename the file to {name}{SUFFIX}{'' if name == written else f', and write `id: {name}`'}."
    if taken:
        return f"Write `id: {stem}`; there is another file named {written}{SUFFIX}."
    return f"Write `id: {stem}`, or rename the file to {written}{SUFFIX}."


def _shape_faults(criterion: Criterion, tree: object, shapes: Mapping[str, ValueFunction]) -> Iterator[Fault]:
    choice = criterion.value_function
    if choice.shape not in shapes:
        yield Fault(
            "K006",
            mark_of(tree, ("value_function", "shape")),
            f"there is no value function '{choice.shape}'",
            did_you_mean(choice.shape, shapes),
        )
        return
    record = shapes[choice.shape].settings
    try:
        record.model_validate(choice.settings)
    except ValidationError as refusal:
        for error in refusal.errors(include_url=False):
            yield as_fault(error, tree, record, inside=("value_function",))


def _method_faults(weights: WeightSet, tree: object, methods: Mapping[str, Weighting]) -> Iterator[Fault]:
    if weights.method not in methods:
        yield Fault(
            "K006",
            mark_of(tree, ("method",)),
            f"there is no weighting method '{weights.method}'",
            did_you_mean(weights.method, methods),
        )


def _unread(contents: Contents) -> Iterator[Finding]:
    """Files lying where definitions are looked for that nothing reads."""
    folders = sorted(set(FOLDERS.values()))
    for top in ("options", "criteria", "seeds"):
        for path in contents.beneath(top):
            file = PurePosixPath(path)
            hidden = any(part.startswith(".") for part in file.parts)
            if hidden or (file.suffix == SUFFIX and str(file.parent) in folders):
                continue
            yield Fault(
                "F001",
                START,
                f"nothing reads this file: definitions are *{SUFFIX} files right inside {', '.join(folders)}",
                f"Move or rename it (ending in {SUFFIX}), or take it out of the folder.",
                "warning",
            ).as_finding(path)
