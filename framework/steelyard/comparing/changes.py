"""What two versions of the definitions say differently, in sentences.

What is compared is what the files say: comments, the order of keys, and how text is folded into lines do not count.
"""

from collections.abc import Iterator, Mapping

from steelyard.comparing.decided import decision_taken, gates_declared
from steelyard.comparing.judged import judged_anew, moved
from steelyard.comparing.names import Names, names_in
from steelyard.comparing.wording import differences, labelled, number, of_doing, of_list, same
from steelyard.documents.assumption import Assumption
from steelyard.documents.criterion import Criterion, LevelsScale, PairwiseScale, Scale
from steelyard.documents.decision import Group
from steelyard.documents.definitions import Definitions
from steelyard.documents.draws import Draws
from steelyard.documents.option import Gate, Ids, Judgement, Option
from steelyard.documents.panel import Assessor
from steelyard.documents.paragraphs import folded
from steelyard.documents.scenario import Scenario
from steelyard.documents.source import Source
from steelyard.documents.weight_set import WeightSet
from steelyard.figures import listed
from steelyard.results.comparison import Change, Subject

_OF_THE_DECISION = ("baseline", "default_weights", "groups", "gates", "shortlists", "taken")
"""Keys of the decision that have sentences of their own."""
_SAID_APART = ("role", "gates", "scores", "cost", "requires", "excludes")
_BOUNDS = ("value", "low", "high", "distribution", "panel", "rationale", "evidence", "against")


def changes_between(before: Definitions, after: Definitions) -> tuple[Change, ...]:
    """Every difference: the decision's, then options, scores, weights, criteria, sources, scenarios and assumptions."""
    names = names_in(before, after)
    return (
        *_decision(before, after, names),
        *_options(before, after, names),
        *_weight_sets(before.weight_sets, after.weight_sets, names),
        *_criteria(before.criteria, after.criteria, names),
        *_sources(before.sources, after.sources),
        *_scenarios(before.scenarios, after.scenarios),
        *_assumptions(before.assumptions, after.assumptions),
    )


def _sentence(subject: Subject, about: str, said: str) -> Change:
    text = folded(said)
    return Change(subject, about, text if text.endswith((".", "!", "?")) else f"{text}.")


def _decision(before: Definitions, after: Definitions, names: Names) -> Iterator[Change]:
    old, new = before.decision, after.decision
    for said in differences(old, new, beside=_OF_THE_DECISION):
        yield _sentence("decision", "decision", f"The decision: {said}")
    for said in _shortlists(old.shortlists, new.shortlists, names):
        yield _sentence("decision", "decision", f"The decision: {said}")
    yield from _draws(before.draws, after.draws)
    if old.baseline != new.baseline:
        said = f"The baseline is now {names.option(new.baseline)}, no longer {names.option(old.baseline)}"
        yield _sentence("decision", "decision/baseline", said)
    if old.default_weights != new.default_weights:
        now, was = names.weights(new.default_weights), names.weights(old.default_weights)
        said = f"The default weights are now {now}, no longer {was}"
        yield _sentence("decision", "decision/default_weights", said)
    for name, said in gates_declared(old.gates, new.gates):
        yield _sentence("gate", name, said)
    for said in decision_taken(old.taken, new.taken, names):
        yield _sentence("decision", "decision/decision", said)
    yield from _groups(old.groups, new.groups, names)


def _groups(old: Mapping[str, Group], new: Mapping[str, Group], names: Names) -> Iterator[Change]:
    if list(old) != list(new) and set(old) == set(new):
        yield _sentence("decision", "decision/groups", "The groups of criteria are shown in another order")
    for name in dict.fromkeys([*old, *new]):
        one, other = old.get(name), new.get(name)
        if one is None or other is None:
            verb, group = ("added", new[name]) if one is None else ("taken out", old[name])
            yield _sentence("decision", f"decision/groups/{name}", f"Group of criteria {verb}: {group.title} ({name})")
        elif not same(one, other):
            said = f"Group of criteria {names.group(name)}: {'; '.join(differences(one, other))}"
            yield _sentence("decision", f"decision/groups/{name}", said)


def _draws(old: Draws | None, new: Draws | None) -> Iterator[Change]:
    """Other draws in the same file; another file is a difference of the decision."""
    if old is not None and new is not None and old.path == new.path and old.digest != new.digest:
        count = f"{new.rows} draws" if old.rows == new.rows else f"{new.rows} draws, where there were {old.rows}"
        yield _sentence("decision", "decision/draws", f"The numbers in {new.path} are others: {count}")


def _shortlists(old: Mapping[str, Ids], new: Mapping[str, Ids], names: Names) -> Iterator[str]:
    for name in dict.fromkeys([*old, *new]):
        if name not in new or name not in old:
            yield f"the shortlist {name} is {'taken out' if name in old else 'added'}"
        else:
            yield from of_list(f"the shortlist {name}", *_titled(old[name], new[name], names))


def _titled(old: Ids, new: Ids, names: Names) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the options of two lists are called."""
    return tuple(map(names.option, old)), tuple(map(names.option, new))


def _options(before: Definitions, after: Definitions, names: Names) -> Iterator[Change]:
    for name in dict.fromkeys([*before.options, *after.options]):
        old, new = before.options.get(name), after.options.get(name)
        if new is None:
            yield _sentence("option", name, f"Option taken out: {before.options[name].title} ({name})")
        elif old is None:
            because = f", discarded: {new.discarded_because}" if new.role == "discarded" else ""
            yield _sentence("option", name, f"Option added: {new.title} ({name}){because}")
        else:
            yield from _option(old, new, names)
            yield from _gates(old, new, names)
            yield from _numbers(old, new, (before, after), names)


def _option(old: Option, new: Option, names: Names) -> Iterator[Change]:
    if old.role != new.role:
        yield _sentence("option", new.id, f"{names.option(new.id)} {_new_role(old, new)}")
    beside = {*_SAID_APART, *(("discarded_because",) if old.role != new.role else ())}
    said = [
        *differences(old, new, beside=beside),
        *of_doing("requires", *_titled(old.requires, new.requires, names)),
        *of_doing("excludes", *_titled(old.excludes, new.excludes, names)),
    ]
    if said:
        yield _sentence("option", new.id, f"{names.option(new.id)}: {'; '.join(said)}")


def _new_role(old: Option, new: Option) -> str:
    if new.role == "discarded":
        return f"is discarded: {new.discarded_because}"
    if new.role == "baseline":
        return "is the baseline now"
    return "is no longer discarded" if old.role == "discarded" else "is no longer the baseline"


def _gates(old: Option, new: Option, names: Names) -> Iterator[Change]:
    for name in dict.fromkeys([*old.gates, *new.gates]):
        one, other = old.gates.get(name), new.gates.get(name)
        if same(one, other):
            continue
        yield _sentence("gate", f"{new.id}/{name}", f"{names.option(new.id)} {_gate(name, one, other)}")


def _gate(name: str, one: Gate | None, other: Gate | None) -> str:
    if other is None:
        return f"is no longer held to the gate {name}"
    if one is not None and one.passed == other.passed:
        return f"still {'passes' if other.passed else 'fails'} the gate {name}, for another reason: {other.because}"
    verb = "passes" if other.passed else "fails"
    return f"{'now ' if one else ''}{verb} the {'' if one else 'new '}gate {name}: {other.because}"


def _numbers(old: Option, new: Option, versions: tuple[Definitions, Definitions], names: Names) -> Iterator[Change]:
    """Scores and the cost; scores on a criterion that came or went are said by that criterion."""
    (before, after), option = versions, names.option(new.id)
    order = [each.id for version in versions for each in version.criteria_in_order()]
    for name in dict.fromkeys([*order, *old.scores, *new.scores]):
        one, other = old.scores.get(name), new.scores.get(name)
        came_or_went = (name in before.criteria) != (name in after.criteria)
        if not same(one, other) and not came_or_went:
            said = _judged(one, other, before.criteria.get(name), after.criteria.get(name))
            yield _sentence("score", f"{new.id}/{name}", f"{option}: {names.criterion(name)} {said}")
    if not same(old.cost, new.cost):
        yield _sentence("cost", new.id, f"{option}: cost {_judged(old.cost, new.cost, None, None)}")


def _judged(one: Judgement | None, other: Judgement | None, was: Criterion | None, now: Criterion | None) -> str:
    """What is said differently of a number: itself, its range, its reasons and its evidence."""
    if one is None and other is not None:
        return f"is now judged, at {labelled(other.value, now)}"
    if other is None or one is None:
        return "is no longer judged"
    if one.value == other.value:
        head, said = f"stays at {labelled(other.value, now)}", list(_beside(one, other))
    else:
        verb = "rises" if other.value > one.value else "falls"
        head = f"{verb} from {labelled(one.value, was)} to {labelled(other.value, now)}"
        said = list(_beside(one, other))
    return f"{head}{', but ' if one.value == other.value else '; '}{'; '.join(said)}" if said else head


def _beside(one: Judgement, other: Judgement) -> Iterator[str]:
    if (one.low, one.high) != (other.low, other.high):
        yield _became("range of", _range(one), _range(other))
    if not same(one.distribution, other.distribution):
        yield _became("distribution", _distribution(one), _distribution(other))
    yield from _panel(one.panel or {}, other.panel or {})
    yield from differences(one, other, beside=_BOUNDS, article="its")
    if not same(one.rationale, other.rationale):
        yield "its rationale is rewritten"
    yield from of_list("its evidence", one.evidence, other.evidence)
    yield from of_list("its counter-evidence", one.against, other.against)


def _became(what: str, one: str | None, other: str | None) -> str:
    """What came, went or became another; None where there is none."""
    if one is None:
        return f"a {what} {other} is added"
    return f"its {what} {one} {'is taken out' if other is None else f'becomes {other}'}"


def _panel(before: Mapping[str, Assessor], after: Mapping[str, Assessor]) -> Iterator[str]:
    for name in dict.fromkeys([*before, *after]):
        one, other = before.get(name), after.get(name)
        if one is None and other is not None:
            yield f"{name} judges {number(other.value)}"
        elif other is None:
            yield f"{name} no longer judges"
        elif one is not None and one.value != other.value:
            yield f"{name} moves from {number(one.value)} to {number(other.value)}"
        elif one != other:
            yield f"{name} keeps {number(other.value)} in another range"


def _distribution(judgement: Judgement) -> str | None:
    return None if judgement.distribution is None else f"({judgement.distribution.words})"


def _range(judgement: Judgement) -> str | None:
    if judgement.low is None and judgement.high is None:
        return None
    return f"{number(judgement.lowest)} to {number(judgement.highest)}"


def _weight_sets(before: Mapping[str, WeightSet], after: Mapping[str, WeightSet], names: Names) -> Iterator[Change]:
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old is None or new is None:
            verb, found = ("taken out", before[name]) if new is None else ("added", after[name])
            yield _sentence("weights", name, f"Weight set {verb}: {found.title} ({name})")
        elif not same(old, new):
            yield _sentence(
                "weights", name, f"Weights {names.weights(name)}: {'; '.join(judged_anew(old, new, names))}"
            )


def _criteria(before: Mapping[str, Criterion], after: Mapping[str, Criterion], names: Names) -> Iterator[Change]:
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old is None or new is None:
            verb, found = ("taken out", before[name]) if new is None else ("added", after[name])
            yield _sentence("criterion", name, f"Criterion {verb}: {found.title} ({name})")
        elif not same(old, new):
            said = [*differences(old, new, beside=("group", "scale", "value_function")), *_scale(old, new)]
            said += [*_compared(old.scale, new.scale, names), *_shape(old, new)]
            if old.group != new.group:
                said.append(f"it moves from the group {names.group(old.group)} to the group {names.group(new.group)}")
            yield _sentence("criterion", name, f"Criterion {names.criterion(name)}: {'; '.join(said)}")


def _scale(old: Criterion, new: Criterion) -> Iterator[str]:
    if old.scale.kind != new.scale.kind:
        yield f"the kind of scale goes from {old.scale.kind} to {new.scale.kind}"
        return
    if (old.worst, old.best) != (new.worst, new.best):
        yield f"the scale of {_ends(old)} becomes {_ends(new)}"
    if isinstance(old.scale, LevelsScale) and isinstance(new.scale, LevelsScale):
        was = {level.value: level for level in old.scale.levels}
        now = {level.value: level for level in new.scale.levels}
        gained, lost = ([number(each) for each in one if each not in two] for one, two in ((now, was), (was, now)))
        if gained:
            yield f"{_levels(gained)} added"
        if lost:
            yield f"{_levels(lost)} taken out"
        reworded = [number(value) for value in was if value in now and not same(was[value], now[value])]
        if reworded:
            yield f"{_levels(reworded)} reworded"
    else:
        yield from differences(old.scale, new.scale, beside=("worst", "best", "comparisons", "priorities"))


def _levels(numbers: list[str]) -> str:
    return f"level {numbers[0]} is" if len(numbers) == 1 else f"levels {listed(numbers)} are"


def _compared(old: Scale, new: Scale, names: Names) -> Iterator[str]:
    """Comparisons of options that came, went or moved, and the options whose numbers moved by them."""
    if not isinstance(old, PairwiseScale) or not isinstance(new, PairwiseScale):
        return
    one, other = (dict(_pairs(scale, names)) for scale in (old, new))
    for name in dict.fromkeys([*one, *other]):
        if one.get(name) != other.get(name):
            yield f"the comparison of {name} {moved(one.get(name), other.get(name))}"


def _pairs(scale: PairwiseScale, names: Names) -> Iterator[tuple[str, str]]:
    for one, others in scale.comparisons.items():
        for other, times in others.items():
            yield f"{names.option(one)} with {names.option(other)}", f"{number(times)} times"


def _ends(criterion: Criterion) -> str:
    return f"{number(criterion.worst)} (worst) to {number(criterion.best)} (best)"


def _shape(old: Criterion, new: Criterion) -> Iterator[str]:
    one, other = old.value_function, new.value_function
    if one.shape != other.shape:
        yield f"the value function goes from {one.shape} to {other.shape}"
    elif not same(one.settings, other.settings):
        yield f"the value function ({other.shape}) has other settings"


def _sources(before: Mapping[str, Source], after: Mapping[str, Source]) -> Iterator[Change]:
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old is None or new is None:
            verb, found = ("taken out", before[name]) if new is None else ("added", after[name])
            yield _sentence("source", name, f"Source {verb}: {found.title} ({name})")
            continue
        said = list(differences(old, new, beside=("claims",)))
        if said:
            yield _sentence("source", name, f"Source {new.title}: {'; '.join(said)}")
        for claim in dict.fromkeys([*old.claims, *new.claims]):
            one, other = old.claims.get(claim), new.claims.get(claim)
            if one is None or other is None:
                verb, stated = ("taken out", old.claims[claim]) if other is None else ("added", new.claims[claim])
                yield _sentence("claim", f"{name}#{claim}", f"Claim {verb}: {name}#{claim}: {stated.statement}")
            elif not same(one, other):
                said = list(differences(one, other))
                yield _sentence("claim", f"{name}#{claim}", f"Claim {name}#{claim}: {'; '.join(said)}")


def _scenarios(before: Mapping[str, Scenario], after: Mapping[str, Scenario]) -> Iterator[Change]:
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old is None or new is None:
            verb, found = ("taken out", before[name]) if new is None else ("added", after[name])
            yield _sentence("scenario", name, f"Scenario {verb}: {found.title} ({name})")
        elif not same(old, new):
            yield _sentence("scenario", name, f"Scenario {new.title}: {'; '.join(differences(old, new))}")


def _assumptions(before: Mapping[str, Assumption], after: Mapping[str, Assumption]) -> Iterator[Change]:
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old is None or new is None:
            verb, found = ("taken out", before[name]) if new is None else ("added", after[name])
            yield _sentence("assumption", name, f"Assumption {verb}: {name}: {found.statement}")
        elif not same(old, new):
            yield _sentence("assumption", name, f"Assumption {name}: {'; '.join(differences(old, new))}")
