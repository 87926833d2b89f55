"""A decision's folder in, definitions and every fault of every file out."""

import gc
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from steelyard.documents.assumption import Assumption, AssumptionsLog
from steelyard.documents.criterion import Criterion, PairwiseScale
from steelyard.documents.decision import Decision
from steelyard.documents.definitions import ASSUMPTIONS_FILE, DECISION_FILE, FOLDERS, SUFFIX, Definitions, path_of
from steelyard.documents.draws import Draws
from steelyard.documents.names import AnyNames
from steelyard.documents.option import Option
from steelyard.documents.place import START, Place, mark_of
from steelyard.documents.scenario import Scenario
from steelyard.documents.source import Source
from steelyard.documents.suppression import Suppression
from steelyard.documents.weight_set import WeightSet, judged_as
from steelyard.errors import NoDecisionError
from steelyard.reading.contents import MOST_BYTES, Contents, OnDisk
from steelyard.reading.draws import MOST_BYTES as MOST_BYTES_OF_DRAWS
from steelyard.reading.draws import Names, draws_in
from steelyard.reading.fault import Fault
from steelyard.reading.plain import plain
from steelyard.reading.records import Extraction, extract
from steelyard.reading.remedies import as_id
from steelyard.reading.suppressions import suppressions_in
from steelyard.reading.trees import Trees
from steelyard.reading.unopened import not_opened
from steelyard.reading.vocabulary import Vocabulary, distribution_faults, method_faults, shape_faults
from steelyard.reading.yaml_text import larger_than, mark_at_end_of
from steelyard.results.finding import Finding

AnyRecord = TypeVar("AnyRecord", Option, Criterion, WeightSet, Source, Scenario)
AnyKind = TypeVar("AnyKind", bound=BaseModel)
Dropped = tuple[str, tuple[str | int, ...]]
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
"""How Python writes the bytes of a file's name that are no text."""


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
    trees: Trees = field(default_factory=Trees)
    dropped: set[Dropped] = field(default_factory=set)
    suppressions: list[Suppression] = field(default_factory=list)

    def report(self, path: str, faults: list[Fault]) -> None:
        self.faults.extend(fault.as_finding(path) for fault in faults)


def find_decision(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds a decision."""
    start = Path(os.path.realpath(start))
    for folder in (start, *start.parents):
        if os.path.isfile(folder / DECISION_FILE):  # noqa: PTH113 - it says no where one may not look
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
        scenarios, scenario_ids = _records("scenario", Scenario, desk)
        assumptions = _assumptions(desk)
        draws = _draws(decision, Names(option_ids, criterion_ids), desk)
        known = {"option": option_ids, "criterion": criterion_ids, "weights": weights_ids, "source": source_ids}
        known["scenario"] = scenario_ids
        desk.faults.extend(_unread(contents, known))
    if decision.panel_aggregate != "median":
        options = {name: option.aggregated(decision.panel_aggregate) for name, option in options.items()}
    criteria = {name: _with_priorities(criterion, option_ids) for name, criterion in criteria.items()}
    dropped = frozenset(desk.dropped)
    definitions = Definitions(
        contents.root, decision, options, criteria, weight_sets, sources, desk.trees, known, dropped,
        assumptions=assumptions, scenarios=scenarios, draws=draws,
    )  # fmt: skip
    return Reading(definitions, tuple(desk.faults), tuple(desk.suppressions))


def _with_priorities(criterion: Criterion, options: frozenset[str]) -> Criterion:
    """A criterion with the priorities of the options that it compares in pairs; another as it is."""
    if not isinstance(criterion.scale, PairwiseScale):
        return criterion
    from steelyard.model.pairwise_judgements import prioritised  # noqa: PLC0415 - arrays load only when they are wanted

    return criterion.model_copy(update={"scale": prioritised(criterion.scale, options)})


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
    text = _text(DECISION_FILE, desk)
    decision = None if text is None else _record(DECISION_FILE, text, Decision, desk)
    if decision is None:
        desk.dropped.add((DECISION_FILE, ()))
        decision = extract({}, Decision).record
    assert decision is not None  # noqa: S101 - every key of a decision has a stand-in
    return decision


def _records(kind: str, record: type[AnyRecord], desk: _Desk) -> tuple[dict[str, AnyRecord], frozenset[str]]:
    found: dict[str, AnyRecord] = {}
    names = _names(kind, desk)
    for name in names or ():
        path = path_of(kind, name)
        text = _text(path, desk)
        read = None if text is None else _record(path, text, record, desk)
        if read is not None and _fits(path, read, desk):
            found[name] = read if read.id == name else read.model_copy(update={"id": name})
    return found, AnyNames() if names is None else frozenset(names)


def _assumptions(desk: _Desk) -> Mapping[str, Assumption]:
    """The log of assumptions; empty where there is none."""
    if not desk.contents.holds(ASSUMPTIONS_FILE):
        return {}
    text = _text(ASSUMPTIONS_FILE, desk)
    log = None if text is None else _record(ASSUMPTIONS_FILE, text, AssumptionsLog, desk)
    return {} if log is None else log.assumptions


def _draws(decision: Decision, names: Names, desk: _Desk) -> Draws | None:
    """The draws in the file that the decision names; None where it names none, or they cannot be used."""
    if decision.draws is None:
        return None
    path = decision.draws.file
    at = Place(DECISION_FILE, *mark_of(desk.trees.get(DECISION_FILE), ("draws", "file")))
    try:
        content = desk.contents.read(path, MOST_BYTES_OF_DRAWS)
    except OSError as error:
        unopened = _not_opened(error, "file of draws", path, desk)
        draws, faults, has_lines = None, [replace(unopened, code="F003")], False
    else:
        (draws, faults), has_lines = draws_in(content, path, at, names), path.endswith(".csv")
    found = (each.as_finding(path) for each in faults)
    desk.faults.extend(each if has_lines else replace(each, place=at) for each in found)
    if draws is None:
        desk.dropped.add((path, ()))
    return draws


def _names(kind: str, desk: _Desk) -> list[str] | None:
    """The ids of the files of a kind, less those that no text can hold; None where the folder is shut."""
    try:
        names = list(desk.contents.names_in(FOLDERS[kind]))
    except OSError as error:
        desk.report(FOLDERS[kind], [_not_opened(error, "folder", FOLDERS[kind], desk)])
        desk.dropped.add((FOLDERS[kind], ()))
        return None
    for name in names:
        if _as_text(name) != name:
            fault = Fault("F002", START, "the file's name is not UTF-8 text", "Rename the file after its id.")
            desk.report(_as_text(path_of(kind, name)), [fault])
    return [name for name in names if _as_text(name) == name]


def _as_text(path: str) -> str:
    """A path as it can be written; each byte that is no UTF-8 is shown as such."""
    return _NO_CHARACTER.sub("\ufffd", path)


def _text(path: str, desk: _Desk) -> str | None:
    """The text of one file; None where it cannot be read as text, with the reason reported."""
    try:
        text = _decoded(desk.contents.read(path))
    except _UnreadError as error:
        fault = error.fault
    except OSError as error:
        fault = _not_opened(error, "file", path, desk)
    else:
        desk.suppressions.extend(suppressions_in(text, path))
        desk.trees.add(path, text)
        return text
    desk.report(path, [fault])
    desk.dropped.add((path, ()))
    return None


def _record(path: str, text: str, record: type[AnyKind], desk: _Desk) -> AnyKind | None:
    """The record of one file, as much of it as can be read, with its faults reported; None where too little can.

    A file in which nothing is amiss is read without places: nothing in it has to be pointed at here.
    """
    content = plain(text)
    if content is not None:
        with suppress(ValidationError):
            return _held_to(record, content, desk).model_validate(content)
    tree, faults = desk.trees.parsed(path)
    desk.report(path, faults)
    unread: Extraction[AnyKind] = Extraction(None, [], frozenset({()}))
    extraction = unread if tree is None else extract(tree, _held_to(record, tree, desk))
    desk.report(path, extraction.faults)
    desk.dropped.update((path, steps) for steps in extraction.dropped)
    return extraction.record


def _held_to(record: type[AnyKind], content: object, desk: _Desk) -> type[AnyKind]:
    """The record that a file is held to: a weight set is what its method makes of it, judgements and all."""
    method = content.get("method") if record is WeightSet and isinstance(content, Mapping) else None
    if not isinstance(method, str) or method not in desk.vocabulary.weightings:
        return record
    weighting = desk.vocabulary.weightings[method]
    return judged_as(weighting.judgements, from_data=weighting.data_driven)  # type: ignore[return-value]  # it is a WeightSet


def _not_opened(error: OSError, what: str, path: str, desk: _Desk) -> Fault:
    return not_opened(error, what, path, is_there=desk.contents.holds(path))


class _UnreadError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def _decoded(content: bytes) -> str:
    """The text of a file, less a mark at its start."""
    if len(content) > MOST_BYTES:
        raise _UnreadError(larger_than(MOST_BYTES, "bytes"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _UnreadError(_not_text(error)) from error


def _not_text(error: UnicodeDecodeError) -> Fault:
    before = bytes(error.object[: error.start]).decode("utf-8", errors="replace")
    return Fault(
        "Y001",
        mark_at_end_of(before),
        "the file is not UTF-8 text from this byte on",
        "Save it with the encoding UTF-8.",
    )


def _fits(path: str, record: BaseModel, desk: _Desk) -> bool:
    """Whether names that shelves explain are known; a wrong id is reported and does not stand in the way."""
    desk.report(path, list(_wrong_id(path, record, desk)))
    if isinstance(record, Criterion):
        faults = list(shape_faults(partial(desk.trees.__getitem__, path), record, desk.vocabulary))
    elif isinstance(record, WeightSet):
        faults = list(method_faults(partial(desk.trees.__getitem__, path), record, desk.vocabulary))
    elif isinstance(record, Option):
        _take_out_distributions(path, record, desk)
        return True
    else:
        return True
    desk.report(path, faults)
    if faults:
        desk.dropped.add((path, ()))
    return not faults


def _wrong_id(path: str, record: BaseModel, desk: _Desk) -> Iterator[Fault]:
    stem = path.rpartition("/")[2].removesuffix(SUFFIX)
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


def _take_out_distributions(path: str, option: Option, desk: _Desk) -> None:
    """Report each distribution that cannot be read, and count it as dropped; the number it is about still stands."""
    judged = {("scores", name): score for name, score in option.scores.items()}
    for steps, judgement in (judged | ({("cost",): option.cost} if option.cost else {})).items():
        if judgement.distribution is None:
            continue
        choice, tree = judgement.distribution, partial(desk.trees.__getitem__, path)
        faults = list(distribution_faults(tree, (*steps, "distribution"), choice, desk.vocabulary))
        desk.report(path, faults)
        if faults:
            desk.dropped.add((path, (*steps, "distribution")))


def _unread(contents: Contents, known: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Files lying where definitions are looked for that nothing reads."""
    read = {path_of(kind, name) for kind, names in known.items() for name in names}
    folders = ", ".join(sorted(set(FOLDERS.values())))
    for top in ("options", "criteria", "seeds"):
        for path in contents.beneath(top):
            if path in read or _is_reported(path) or any(part.startswith(".") for part in PurePosixPath(path).parts):
                continue
            yield Fault(
                "F001",
                START,
                f"nothing reads this file: definitions are *{SUFFIX} files right inside {folders}",
                f"Move or rename it (ending in {SUFFIX}), or take it out of the folder.",
                "warning",
            ).as_finding(_as_text(path))


def _is_reported(path: str) -> bool:
    """Whether a definition file was not read for its name, which is no text."""
    file = PurePosixPath(path)
    return _as_text(path) != path and file.suffix == SUFFIX and str(file.parent) in FOLDERS.values()
