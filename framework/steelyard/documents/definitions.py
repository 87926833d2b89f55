"""Everything read from a decision's folder, each record with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from steelyard.documents.assumption import Assumption
from steelyard.documents.criterion import Criterion, PairwiseScale
from steelyard.documents.decision import Decision
from steelyard.documents.draws import Draws
from steelyard.documents.option import Judgement, Option
from steelyard.documents.paragraphs import folded
from steelyard.documents.place import Place, mark_of
from steelyard.documents.scenario import Scenario
from steelyard.documents.source import Claim, Source
from steelyard.documents.weight_set import WeightSet

if TYPE_CHECKING:
    from steelyard.documents.panel import Assessor

FOLDERS = {
    "option": "options",
    "criterion": "criteria",
    "weights": "criteria/weights",
    "source": "seeds",
    "scenario": "criteria/scenarios",
}
"""The folder of each kind of file; the decision itself is `steelyard.yaml`."""
DECISION_FILE = "steelyard.yaml"
ASSUMPTIONS_FILE = "assumptions.yaml"
"""The log of assumptions beside the decision, where there is one."""
FILES = {"decision": DECISION_FILE, "assumptions": ASSUMPTIONS_FILE}
"""The kinds of which there is one file."""
SUFFIX = ".yaml"
DEFAULT_SHORTLIST = "default"
"""The shortlist that commands use where none is named; without it, every option."""


def path_of(kind: str, name: str = "") -> str:
    """The path of a definition file inside the decision's folder."""
    return FILES[kind] if kind in FILES else f"{FOLDERS[kind]}/{name}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class JudgedNumber:
    """A number that an option's file states: its cost, or its score on one criterion."""

    option: Option
    steps: tuple[str, ...]
    judgement: Judgement

    @property
    def path(self) -> str:
        """The file it stands in."""
        return path_of("option", self.option.id)

    def as_judged(self) -> "Iterator[tuple[JudgedNumber, Judgement | Assessor]]":
        """The numbers that people wrote for it: itself, or one for each assessor of its panel."""
        if self.judgement.panel is None:
            yield self, self.judgement
            return
        for steps, number in self.judgement.as_judged():
            yield replace(self, steps=(*self.steps, *steps)), number

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        by = f" by '{self.steps[-1]}'" if self.steps[-2:-1] == ("panel",) else ""
        if self.steps[0] == "cost":
            return f"the cost of '{self.option.id}'{by}"
        return f"the score of '{self.option.id}' on '{self.steps[1]}'{by}"


@dataclass(frozen=True)
class Definitions:
    """The decision and its options, criteria, weight sets, sources and scenarios, by id in order of file name.

    `assumptions` are those of the log, by name in its order; none where there is no log.

    `trees` holds each file's marked contents by path; `known` the ids of each kind for which a file
    exists, readable or not; `dropped` the (path, steps) of parts left out because they could not be read.
    `shortlist` names the subset of options that is looked at; `scenario` the future whose scores these are,
    None for the scores as the files have them. `draws` are those of the file that the decision names, where it does.
    """

    root: Path
    decision: Decision
    options: Mapping[str, Option]
    criteria: Mapping[str, Criterion]
    weight_sets: Mapping[str, WeightSet]
    sources: Mapping[str, Source]
    trees: Mapping[str, object] = field(repr=False)
    known: Mapping[str, frozenset[str]] = field(repr=False)
    dropped: frozenset[tuple[str, tuple[str | int, ...]]] = frozenset()
    shortlist: str = DEFAULT_SHORTLIST
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    scenario: str | None = None
    draws: Draws | None = None

    def on_shortlist(self, name: str) -> "Definitions":
        """The same definitions, looking at the options of another shortlist."""
        return replace(self, shortlist=name)

    def place(self, path: str, *steps: str | int, key: bool = False) -> Place:
        """Where a part of a definition file stands; a part that is missing points at its parent."""
        return Place(path, *mark_of(self.trees.get(path), steps, key=key))

    def place_of_number(self, option: Option, criterion: Criterion) -> Place:
        """Where an option's number on a criterion stands: in its own file, or among the criterion's comparisons."""
        if isinstance(criterion.scale, PairwiseScale):
            return self.place(path_of("criterion", criterion.id), "scale", "comparisons")
        return self.place(path_of("option", option.id), *option.steps_to(criterion))

    def was_dropped(self, path: str, *steps: str | int) -> bool:
        """Whether the part reached by `steps`, or one that holds it, could not be read."""
        return any((path, steps[:length]) in self.dropped for length in range(len(steps) + 1))

    def source_of(self, reference: str) -> Source | None:
        """The source that `source#claim` names, where there is one."""
        return self.sources.get(reference.partition("#")[0])

    def claim(self, reference: str) -> Claim | None:
        """The claim that `source#claim` names, where there is one."""
        found = self.source_of(reference)
        return found.claims.get(reference.partition("#")[2]) if found else None

    def criteria_in_order(self) -> tuple[Criterion, ...]:
        """The criteria, group by group in the order of `steelyard.yaml`, then by id."""
        order = {group: number for number, group in enumerate(self.decision.groups)}
        return tuple(sorted(self.criteria.values(), key=lambda each: (order.get(each.group, len(order)), each.id)))

    def shortlisted(self) -> tuple[Option, ...]:
        """The options that are looked at: those of the shortlist with the baseline, or else every option."""
        chosen = self.decision.shortlists.get(self.shortlist)
        if chosen is None:
            return tuple(self.options.values())
        wanted = {*chosen, self.decision.baseline}
        return tuple(option for name, option in self.options.items() if name in wanted)

    def ranked_options(self) -> tuple[Option, ...]:
        """The options that are ranked: neither discarded nor failing a gate; the baseline always."""
        return tuple(
            option
            for option in self.shortlisted()
            if option.role == "baseline" or (option.role == "option" and not option.failed_gates)
        )

    def answering(self) -> tuple[Option, ...]:
        """The options that are looked at and can answer a gate: all but the discarded."""
        return tuple(option for option in self.shortlisted() if option.role != "discarded")

    def gates(self) -> tuple[str, ...]:
        """The gates that are declared, then those that only options name."""
        named = (gate for option in self.answering() for gate in option.gates)
        return tuple(dict.fromkeys([*self.decision.gates, *named]))

    def gate_title(self, gate: str) -> str:
        """The title of a gate on one line; its id where it is not declared."""
        condition = self.decision.gates.get(gate)
        return gate if condition is None else folded(condition.title)

    def judgements(self) -> tuple[tuple[Option, Criterion, Judgement], ...]:
        """Every number judged, with its option and criterion; discarded options included."""
        return self._judged

    @cached_property
    def judged_numbers(self) -> tuple[JudgedNumber, ...]:
        """Every number stated for an option, whether or not a criterion asks for it; gathered once for all rules."""
        return tuple(self._stated())

    def _stated(self) -> Iterator[JudgedNumber]:
        for option in self.options.values():
            if option.cost is not None:
                yield JudgedNumber(option, ("cost",), option.cost)
            for criterion, score in option.scores.items():
                yield JudgedNumber(option, ("scores", criterion), score)

    @cached_property
    def _judged(self) -> tuple[tuple[Option, Criterion, Judgement], ...]:
        order = self.criteria_in_order()
        judged = (
            (option, criterion, option.judgement_on(criterion))
            for option in self.options.values()
            for criterion in order
        )
        return tuple((option, criterion, each) for option, criterion, each in judged if each is not None)

    def reads_cost(self) -> tuple[str, ...]:
        """The criteria that read the options' cost."""
        return self._cost_readers

    @cached_property
    def _cost_readers(self) -> tuple[str, ...]:
        return tuple(name for name, each in self.criteria.items() if each.reads_cost)
