"""How files refer to one another: numbers judged, claims cited and names weighed, each with its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from steelyard.documents.criterion import PairwiseScale
from steelyard.documents.definitions import ASSUMPTIONS_FILE, DECISION_FILE, Definitions, JudgedNumber, path_of
from steelyard.documents.scenario import Scenario
from steelyard.documents.weight_set import WeightSet, judged_names


@dataclass(frozen=True)
class CitedClaim:
    """A claim that a file leans on, as `source#claim`, and where it says so."""

    path: str
    steps: tuple[str | int, ...]
    reference: str


@dataclass(frozen=True)
class ExpectedName:
    """A weight set or an option (`kind`) that an expectation of the decision is about."""

    kind: str
    steps: tuple[str | int, ...]
    name: str


@dataclass(frozen=True)
class StrangeName:
    """A name in a weight set that stands where no such name belongs.

    `known` are the names that could stand there; `home` is the group that a criterion does belong to,
    where it was put under another.
    """

    steps: tuple[str | int, ...]
    known: tuple[str, ...]
    home: str | None = None

    @property
    def name(self) -> str:
        """The name itself."""
        return str(self.steps[-1])


def judged_numbers(definitions: Definitions) -> tuple[JudgedNumber, ...]:
    """Every number stated for an option, whether or not a criterion asks for it."""
    return definitions.judged_numbers


def cited_claims(definitions: Definitions) -> Iterator[CitedClaim]:
    """Every mention of a claim: for or against a number, recommending an option, behind a scenario or assumption."""
    for name, option in definitions.options.items():
        for index, reference in enumerate(option.recommended_by):
            yield CitedClaim(path_of("option", name), ("recommended_by", index), reference)
    for number in judged_numbers(definitions):
        judgement = number.judgement
        if not judgement.evidence and not judgement.against:
            continue
        path, sides = number.path, (("evidence", judgement.evidence), ("against", judgement.against))
        for side, references in sides:
            for index, reference in enumerate(references):
                yield CitedClaim(path, (*number.steps, side, index), reference)
    yield from _cited_in_comparisons(definitions)
    for name, assumption in definitions.assumptions.items():
        for index, reference in enumerate(assumption.evidence):
            yield CitedClaim(ASSUMPTIONS_FILE, ("assumptions", name, "evidence", index), reference)
    yield from _cited_in_scenarios(definitions)


def _cited_in_comparisons(definitions: Definitions) -> Iterator[CitedClaim]:
    for name, criterion in definitions.criteria.items():
        if isinstance(criterion.scale, PairwiseScale):
            for side, references in (("evidence", criterion.scale.evidence), ("against", criterion.scale.against)):
                for index, reference in enumerate(references):
                    yield CitedClaim(path_of("criterion", name), ("scale", side, index), reference)


def _cited_in_scenarios(definitions: Definitions) -> Iterator[CitedClaim]:
    for name, scenario in definitions.scenarios.items():
        path = path_of("scenario", name)
        lists: dict[tuple[str | int, ...], tuple[str, ...]] = {("drawn_from",): scenario.drawn_from}
        lists |= {("signposts", sign, "evidence"): each.evidence for sign, each in scenario.signposts.items()}
        lists |= {("changes", number, "evidence"): each.evidence for number, each in enumerate(scenario.changes)}
        for steps, references in lists.items():
            for index, reference in enumerate(references):
                yield CitedClaim(path, (*steps, index), reference)


@dataclass(frozen=True)
class ChangedName:
    """A criterion or an option (`kind`) whose scores a scenario changes, and where the scenario says so."""

    kind: str
    steps: tuple[str | int, ...]
    name: str


def changed_names(scenario: Scenario) -> Iterator[ChangedName]:
    """Every criterion and option that a scenario names."""
    for number, each in enumerate(scenario.changes):
        here = ("changes", number)
        yield ChangedName("criterion", (*here, "criterion"), each.criterion)
        for key, names in (("options", each.options or ()), ("except", each.exempt)):
            for index, name in enumerate(names):
                yield ChangedName("option", (*here, key, index), name)


def expected_names(definitions: Definitions) -> Iterator[ExpectedName]:
    """Every weight set and option named by the decision's expectations."""
    for index, expected in enumerate(definitions.decision.expectations):
        here = ("expectations", index)
        yield ExpectedName("weights", (*here, "weights"), expected.weights)
        if expected.first is not None:
            yield ExpectedName("option", (*here, "first"), expected.first)
        for number, pair in enumerate(expected.above):
            for position, option in enumerate(pair):
                yield ExpectedName("option", (*here, "above", number, position), option)


def left_out(definitions: Definitions, path: str, *steps: str) -> bool:
    """Whether a part that seems absent may be there after all: unreadable, or under a misspelt key."""
    if not definitions.dropped:
        return False
    beside = left_out_of(definitions, path, *steps[:-1])
    return definitions.was_dropped(path, *steps) or bool(get_close_matches(steps[-1], beside))


def left_out_of(definitions: Definitions, path: str, *steps: str) -> frozenset[str]:
    """The keys of a block, in lower case, whose contents could not be read."""
    return _by_block(definitions.dropped).get((path, steps), frozenset())


@lru_cache(maxsize=1)
def _by_block(
    dropped: frozenset[tuple[str, tuple[str | int, ...]]],
) -> Mapping[tuple[str, tuple[str | int, ...]], frozenset[str]]:
    blocks: dict[tuple[str, tuple[str | int, ...]], set[str]] = {}
    for path, steps in dropped:
        if steps:
            blocks.setdefault((path, steps[:-1]), set()).add(str(steps[-1]).lower())
    return {block: frozenset(keys) for block, keys in blocks.items()}


def documents_cited(references: Iterable[str]) -> tuple[str, ...]:
    """The sources named in `source#claim`, each once, in the order in which they are first cited."""
    return tuple(dict.fromkeys(reference.partition("#")[0] for reference in references))


def names_no_source(definitions: Definitions, reference: str) -> bool:
    """Whether the source in `source#claim` has no file at all."""
    return reference.partition("#")[0] not in definitions.known["source"]


def names_no_claim(definitions: Definitions, reference: str) -> bool:
    """Whether the source is there and read, but has no such claim."""
    source, _, claim = reference.partition("#")
    found = definitions.sources.get(source)
    unread = definitions.was_dropped(path_of("source", source), "claims", claim)
    return found is not None and claim not in found.claims and not unread


def names_nothing(definitions: Definitions, reference: str) -> bool:
    """Whether `source#claim` names no claim, and that is not for want of reading its source."""
    return names_no_source(definitions, reference) or names_no_claim(definitions, reference)


def strange_names(definitions: Definitions, weights: WeightSet) -> Iterator[StrangeName]:
    """Names in a weight set that name no criterion, no group, or a criterion of another group."""
    for steps, judgements in weights.lists():
        for names in judged_names(judgements):
            whole = (*steps, *names)
            if steps[0] == "groups":
                yield from _strange_group(definitions, whole)
            else:
                yield from _strange_criterion(definitions, whole)
            if steps[0] == "within":
                yield from _stray_criterion(definitions, whole)
    for group in weights.within or {}:
        yield from _strange_group(definitions, ("within", group))


def _strange_criterion(definitions: Definitions, steps: tuple[str | int, ...]) -> Iterator[StrangeName]:
    known = definitions.known["criterion"]
    if known and steps[-1] not in known:
        yield StrangeName(steps, tuple(sorted(known)))


def _strange_group(definitions: Definitions, steps: tuple[str | int, ...]) -> Iterator[StrangeName]:
    known = definitions.decision.groups
    if steps[-1] not in known and not definitions.was_dropped(DECISION_FILE, "groups", steps[-1]):
        yield StrangeName(steps, tuple(known))


def _stray_criterion(definitions: Definitions, steps: tuple[str | int, ...]) -> Iterator[StrangeName]:
    group, leaf = str(steps[1]), str(steps[-1])
    criterion = definitions.criteria.get(leaf)
    groups = definitions.decision.groups
    if criterion is None or criterion.group == group or group not in groups or criterion.group not in groups:
        return
    if not definitions.was_dropped(path_of("criterion", leaf), "group"):
        own = (each.id for each in definitions.criteria.values() if each.group == group)
        yield StrangeName(steps, tuple(own), criterion.group)


def usable_confidence_scale(definitions: Definitions) -> tuple[str, ...]:
    """The words for confidence, lowest first; none where the scale has faults that are reported by themselves."""
    scale = definitions.decision.confidence_scale
    faulty = len(scale) < 2 or left_out(definitions, DECISION_FILE, "confidence_scale")  # noqa: PLR2004 - D007 says so
    return () if faulty else scale
