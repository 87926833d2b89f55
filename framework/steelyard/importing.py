"""A workbook brought back: what its readers changed becomes edits of the definitions, or a reason why it cannot."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.weight_set import WeightSet
from steelyard.editing import digits_of, entries
from steelyard.errors import SteelyardError
from steelyard.returning.baseline import Baseline, baseline_of
from steelyard.returning.inputs import Inputs, numbers_in, scores_in, weights_in
from steelyard.returning.keys import Key
from steelyard.returning.merging import merged, same
from steelyard.returning.new_set import Column, NewSet, refusal, said_of
from steelyard.returning.opening import Cell, Sheet, opened
from steelyard.returning.unreadable import UnreadableBookError
from steelyard.rewriting import Rewriting, rewriting
from steelyard.weightings import shelf as weightings

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
Steps = tuple[str, ...]


class RefusedImportError(SteelyardError):
    """The workbook is ours, and what it holds cannot be merged; `reasons` say why, each in a sentence."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(dict.fromkeys(reasons))
        count = "one thing stands" if len(self.reasons) == 1 else f"{len(self.reasons)} things stand"
        super().__init__(f"{count} in the way of this import, so nothing was written")


@dataclass(frozen=True)
class Change:
    """One number that the workbook changes, where it stands, and what it was and becomes."""

    cell: str
    path: str
    line: int
    steps: Steps
    said: str
    old: float
    new: float

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}"
        return f"{place}: {self.said} from {digits_of(self.old)} to {digits_of(self.new)} ({self.cell})"


@dataclass(frozen=True)
class Import:
    """What an import would do: numbers to change, files to add, and what a reader should know beside."""

    changes: tuple[Change, ...] = ()
    added: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    plan: Rewriting | None = None

    @property
    def does_nothing(self) -> bool:
        """Whether the definitions stay as they are, byte for byte."""
        return self.plan is None


@dataclass
class _Book:
    """One workbook on its way back, with the definitions that it is held against."""

    definitions: Definitions
    name: str
    sheets: tuple[Sheet, ...]
    baseline: Baseline
    weights: Inputs
    reasons: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def refuse_if_reasons(self) -> None:
        """Stop where anything stands in the way."""
        if self.reasons:
            raise RefusedImportError(self.reasons)


def planned(definitions: Definitions, file: Path, *, scores: bool = False, as_new: NewSet | None = None) -> Import:
    """What bringing a workbook back would do; nothing is written yet.

    Raises UnreadableBookError where the file is no workbook of ours, RefusedImportError with every reason where its
    changes cannot be merged, and UnsoundAfterwardsError where the definitions would then have errors.
    """
    sheets = opened(file)
    baseline = baseline_of(sheets, file.name)
    _of_this_decision(definitions, baseline, file.name)
    book = _Book(definitions, file.name, sheets, baseline, weights_in(sheets, baseline))
    return _merged(book, scores=scores) if as_new is None else _added(book, as_new)


def _of_this_decision(definitions: Definitions, baseline: Baseline, name: str) -> None:
    if not {*baseline.criteria} & {*definitions.criteria}:
        title = baseline.facts.get("decision", "")
        raise UnreadableBookError(
            f"{name} was built from another decision ('{title}'): it shares no criterion with this"
        )


def _merged(book: _Book, *, scores: bool) -> Import:
    """The three-way merge of stored weight sets and, where wanted, of scores."""
    own = {key: cell for key, cell in book.weights.cells.items() if key.kind == "own"}
    stored = {key: cell for key, cell in book.weights.cells.items() if key.kind != "own"}
    book.reasons += book.weights.faults
    changes = _changes(book, stored, _points_now(book.definitions))
    if any(cell.value is not None for cell in own.values()):
        book.notes.append("The column Own weights is filled in and stays out: it comes back only with --as ID.")
    if scores:
        inputs = scores_in(book.sheets, book.baseline)
        book.reasons += inputs.faults
        changes += _changes(book, inputs.cells, _scores_now(book.definitions))
    else:
        _count_scores(book)
    numbers = _by_file(book, changes)
    book.refuse_if_reasons()
    plan = rewriting(book.definitions, numbers) if numbers else None
    in_order = sorted(changes, key=lambda each: (each.path, each.line, each.cell))
    return Import(tuple(in_order), (), tuple(book.notes), plan)


def _changes(book: _Book, cells: Mapping[Key, Cell], now: Mapping[Key, float]) -> list[Change]:
    """The changes of one sheet; what stands in their way goes among the reasons."""
    base = book.baseline.numbers
    typed = numbers_in(cells, book.baseline, book.reasons)
    edited = {key: number for key, number in typed.items() if key in base and not same(number, base[key])}
    barred = dict(_barred(book, edited))
    book.reasons += [f"{cells[key].name}: {why}" for key, why in barred.items()]
    found = merged(base, now, {key: number for key, number in edited.items() if key not in barred})
    book.reasons += [_conflict(book, key, cells[key], now.get(key), typed[key]) for key in found.conflicts]
    if found.settled:
        count = "One changed number is" if len(found.settled) == 1 else f"{len(found.settled)} changed numbers are"
        book.notes.append(f"{count} in the definitions already.")
    book.notes += [
        f"{cells[key].name} ({key.said}) holds a formula; its stored result {digits_of(typed[key])} is taken."
        for key in edited
        if cells[key].formula
    ]
    return [_change(book.definitions, key, cells[key], *numbers) for key, numbers in found.changes.items()]


def _change(definitions: Definitions, key: Key, cell: Cell, old: float, new: float) -> Change:
    path, steps = _place_of(definitions, key)
    return Change(cell.name, path, definitions.place(path, *steps).line, steps, key.said, old, new)


def _place_of(definitions: Definitions, key: Key) -> tuple[str, Steps]:
    """The file and the steps in it where a number stands."""
    if key.kind == "score":
        criterion = definitions.criteria[key.name]
        return path_of("option", key.of), (*definitions.options[key.of].steps_to(criterion), "value")
    group = (definitions.criteria[key.name].group,) if key.kind == "within" else ()
    return path_of("weights", key.of), (key.kind, *group, key.name)


def _conflict(book: _Book, key: Key, cell: Cell, now: float | None, typed: float) -> str:
    """Two changes of one number that contradict one another, with all three values."""
    was, becomes = digits_of(book.baseline.numbers[key]), digits_of(typed)
    if now is None:
        gone = _gone(book.definitions, key)
        return f"{cell.name}: {key.said} stood at {was} when the workbook was built, now at {becomes} in it, but {gone}"
    path, steps = _place_of(book.definitions, key)
    place = f"{path}:{book.definitions.place(path, *steps).line}"
    return (
        f"{cell.name}, {place}: {key.said} stood at {was} when the workbook was built, "
        f"at {digits_of(now)} in the definitions now, and at {becomes} in the workbook"
    )


def _gone(definitions: Definitions, key: Key) -> str:
    """Why the definitions lack a number that the workbook has, and what to do."""
    kind = "option" if key.kind == "score" else "weights"
    path = path_of(kind, key.of)
    if key.of not in definitions.known.get(kind, ()):
        other = "" if key.kind == "score" else ", or make a weight set of the column with --as ID"
        return f"{path} is no longer there: bring the file back{other}"
    unread = any(path == each for each, _ in definitions.dropped)
    return f"{path} {'cannot be read: run `steelyard check`' if unread else 'has no such number now'}"


def _points_now(definitions: Definitions) -> dict[Key, float]:
    """The points that the definitions state, as a workbook shows them: a criterion that is left out has none."""
    found: dict[Key, float] = {}
    for name, record in definitions.weight_sets.items():
        if weightings[record.method].takes_points:
            found |= {Key(*key): number for key, number in _points_of(name, record, definitions)}
    return found


def _points_of(name: str, record: WeightSet, definitions: Definitions) -> Iterator[tuple[Key, float]]:
    criteria = definitions.criteria_in_order()
    if record.groups is None:
        yield from (
            (Key("judgements", name, each.id), (record.judgements or {}).get(each.id, 0.0)) for each in criteria
        )
        return
    for each in criteria:
        yield Key("within", name, each.id), (record.within or {}).get(each.group, {}).get(each.id, 0.0)
    for group in {each.group for each in criteria}:
        yield Key("groups", name, group), record.groups.get(group, 0.0)


def _scores_now(definitions: Definitions) -> dict[Key, float]:
    return {
        Key("score", option.id, criterion.id): judged.value for option, criterion, judged in definitions.judgements()
    }


def _barred(book: _Book, edited: Iterable[Key]) -> Iterator[tuple[Key, str]]:
    """The edits that cannot come back whatever the definitions say, and why not."""
    for key in edited:
        why = _barred_score(book, key) if key.kind == "score" else _barred_points(book, key)
        if why is not None:
            yield key, why


def _barred_points(book: _Book, key: Key) -> str | None:
    record = book.definitions.weight_sets.get(key.of)
    if record is None:
        return None
    if not weightings[record.method].takes_points:
        return (
            f"{key.said} cannot be typed in: that set is judged by the method {record.method}, which takes no points; "
            "put the number back, or make a weight set of the column with --as ID"
        )
    group_of = {each.id: each.group for each in book.definitions.criteria.values()}
    if key.kind == "within" and group_of.get(key.name, "") not in ("", book.baseline.group_of.get(key.name)):
        return f"'{key.name}' has moved to the group '{group_of[key.name]}' since the workbook was built"
    if key.kind == "groups" and _members(key.name, group_of) != _members(key.name, book.baseline.group_of):
        return f"the group '{key.name}' holds other criteria than when the workbook was built"
    criteria = _members(key.name, group_of) if key.kind == "groups" else {key.name}
    moved = [name for name in sorted(criteria) if record.ranges.get(name) != book.baseline.ranges.get((key.of, name))]
    if moved:
        names = ", ".join(f"'{name}'" for name in moved)
        return (
            f"the range that the swing of {names} is judged on in '{key.of}' has changed since the workbook was built"
        )
    return None


def _members(group: str, group_of: Mapping[str, str]) -> set[str]:
    return {name for name, each in group_of.items() if each == group}


def _barred_score(book: _Book, key: Key) -> str | None:
    option, criterion = book.definitions.options.get(key.of), book.definitions.criteria.get(key.name)
    judged = None if option is None or criterion is None else option.judgement_on(criterion)
    if option is None or criterion is None or judged is None:
        return None
    path, steps = path_of("option", key.of), option.steps_to(criterion)
    if judged.panel is not None:
        line = book.definitions.place(path, *steps, "panel").line
        return f"{key.said} follows from its panel; change what the assessors judged, at {path}:{line}"
    low, high = sorted((criterion.worst, criterion.best))
    if (low, high) != book.baseline.scales.get(key.name):
        return f"the scale of '{key.name}' has changed since the workbook was built; build it anew"
    return None


def _by_file(book: _Book, changes: Iterable[Change]) -> dict[str, dict[Steps, float]]:
    """The new numbers by file; two cells that give one number two values are refused."""
    found: dict[str, dict[Steps, float]] = {}
    cells: dict[tuple[str, Steps], str] = {}
    for each in changes:
        here = found.setdefault(each.path, {})
        if here.setdefault(each.steps, each.new) != each.new:
            other = cells[each.path, each.steps]
            book.reasons.append(f"{other} and {each.cell} give one number of {each.path} two values; make them agree")
        cells.setdefault((each.path, each.steps), each.cell)
    return found


def _count_scores(book: _Book) -> None:
    """Say that scores were changed and stay out."""
    try:
        inputs = scores_in(book.sheets, book.baseline)
    except UnreadableBookError:
        return
    base = book.baseline.numbers
    typed = numbers_in(inputs.cells, book.baseline, [])
    count = sum(not same(number, base[key]) for key, number in typed.items() if key in base)
    if count:
        many = "One changed score stays" if count == 1 else f"{count} changed scores stay"
        book.notes.append(f"{many} out: scores come back only with --scores.")


def _added(book: _Book, new: NewSet) -> Import:
    """A new weight set of the reader's own points or, where that column is blank, of a stored set that was changed."""
    if not _ID.fullmatch(new.id):
        raise RefusedImportError(
            [f"'{new.id}' cannot name a weight set: write small letters, digits and single hyphens"]
        )
    of = _column_for(book)
    cells = {key: cell for key, cell in book.weights.cells.items() if key.of == of}
    book.reasons += [each for each in book.weights.faults if f"'{of}'" in each]
    numbers = numbers_in(cells, book.baseline, book.reasons)
    book.refuse_if_reasons()
    book.notes += [
        f"{cell.name} ({key.said}) holds a formula; its stored result {digits_of(numbers[key])} is taken."
        for key, cell in cells.items()
        if cell.formula
    ]
    made = said_of(new, numbers, Column(book.name, of, book.baseline), book.definitions)
    path = path_of("weights", new.id)
    if (book.definitions.root / path).exists():
        why = refusal(new, made, path, book.definitions.weight_sets.get(new.id))
        if why:
            raise RefusedImportError([why])
        return Import(notes=(*book.notes, f"{path} says all this already."))
    plan = rewriting(book.definitions, {}, {path: entries(made)})
    return Import(added=(path,), notes=tuple(book.notes), plan=plan)


def _column_for(book: _Book) -> str:
    """The weight set whose column becomes a new set."""
    own = book.baseline.own
    base, changed = book.baseline.numbers, []
    typed = numbers_in({key: cell for key, cell in book.weights.cells.items() if key.kind != "own"}, book.baseline, [])
    for key, number in typed.items():
        if key in base and not same(number, base[key]) and key.of not in changed:
            changed.append(key.of)
    if any(cell.value is not None or cell.formula for key, cell in book.weights.cells.items() if key.of == own):
        if changed:
            book.notes.append(f"Changes to {', '.join(changed)} stay out: --as takes the column Own weights.")
        return own
    if len(changed) == 1:
        return changed[0]
    if book.weights.shown in changed:
        others = ", ".join(each for each in changed if each != book.weights.shown)
        book.notes.append(f"Changes to {others} stay out: --as takes the weight set that is shown.")
        return book.weights.shown
    if not changed:
        raise RefusedImportError(
            ["the column Own weights is blank and no weight set was changed: nothing to make one of"]
        )
    raise RefusedImportError(
        [f"{' and '.join(changed)} were both changed: choose on the sheet Weights which one to show"]
    )
