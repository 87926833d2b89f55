"""How the options fare in each scenario: ranks, regret, rules for choosing among futures, and what to watch.

The scores as they are stand beside the scenarios for comparison; they are not one of them, so no rule counts them.
Regret is how far a total is below the best of its scenario, at one weight set (Savage 1951). Probabilities are used
only where the decision declares a set of scenarios that exclude one another and leave nothing out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from steelyard.contracts import Analysis, Assessment
from steelyard.documents.decision import ScenarioSet
from steelyard.figures import counted, listed
from steelyard.model import decision_rules
from steelyard.results.exhibit import Cell, Column, Exhibit, Unit
from steelyard.results.valuation import Numbers, Standing

CHAPTER = "Scenarios"
_BESIDE = "As scored stands beside the scenarios and is not one of them: no rule counts it."


@dataclass(frozen=True)
class _Set:
    """Scenarios to which the rules are applied together; `declared` is None where the decision names no sets."""

    name: str
    scenarios: tuple[str, ...]
    declared: ScenarioSet | None = None

    @property
    def probabilities(self) -> Numbers | None:
        """One a scenario, where the decision gives them and may."""
        if self.declared is None or not self.declared.has_an_expectation:
            return None
        return np.array([self.declared.probabilities[each] for each in self.scenarios])


def examine(assessment: Assessment) -> Iterator[Exhibit]:
    """Ranks and totals in each scenario, then regret and rules for each set of them, then the signposts."""
    if not assessment.futures:
        return
    yield _ranks(assessment)
    yield _totals(assessment)
    for each in _sets(assessment):
        yield _regret(assessment, each)
        yield _rules(assessment, each)
    yield _first_places(assessment)
    yield _signposts(assessment)


def _sets(assessment: Assessment) -> tuple[_Set, ...]:
    declared = assessment.definitions.decision.scenario_sets
    if not declared:
        return (_Set("", tuple(assessment.futures)),)
    known = {name: [each for each in group.scenarios if each in assessment.futures] for name, group in declared.items()}
    return tuple(_Set(name, tuple(known[name]), group) for name, group in declared.items() if known[name])


def _columns(assessment: Assessment, scenarios: Sequence[str], unit: Unit) -> tuple[Column, ...]:
    titles = assessment.definitions.scenarios
    return tuple(Column(name, titles[name].title, unit) for name in scenarios)


def _shown(assessment: Assessment, scenario: str) -> Standing:
    return assessment.futures[scenario][assessment.shown]


def _payoffs(assessment: Assessment, scenarios: Sequence[str]) -> Numbers:
    """Totals at the weights shown: options in rows, scenarios in columns."""
    return np.column_stack([_shown(assessment, each).totals for each in scenarios])


def _titles(assessment: Assessment, rows: Sequence[int]) -> str:
    """The titles of the options in those rows, as part of a sentence."""
    options = assessment.valuation.options
    return listed([assessment.definitions.options[options[row]].title for row in rows])


def _first(standing: Standing) -> tuple[int, ...]:
    return tuple(row for row, rank in enumerate(standing.ranks) if rank == 1)


def _weights(assessment: Assessment) -> str:
    return f"At the weights '{assessment.definitions.weight_sets[assessment.shown].title}'."


def _ranks(assessment: Assessment) -> Exhibit:
    names = tuple(assessment.futures)
    standings = [assessment.valuation, *(_shown(assessment, each) for each in names)]
    rows: list[tuple[Cell, ...]] = [
        (assessment.valuation.options[row], *(each.ranks[row] for each in standings))
        for row in assessment.valuation.order
    ]
    return Exhibit(
        name="scenarios-ranks",
        chapter=CHAPTER,
        caption="Ranks in each scenario",
        question="Which option is first in which future?",
        columns=(
            Column("option", "Option"),
            Column("as_scored", "As scored", "count"),
            *_columns(assessment, names, "count"),
        ),
        rows=tuple(rows),
        takeaways=tuple(_who_is_first(assessment)),
        notes=(f"{_weights(assessment)} {_BESIDE}",),
    )


def _who_is_first(assessment: Assessment) -> Iterator[str]:
    """In which scenarios first place changes hands, and to whom."""
    now = _first(assessment.valuation)
    changing = [name for name in assessment.futures if _first(_shown(assessment, name)) != now]
    count = len(assessment.futures)
    if not changing:
        yield f"{_titles(assessment, now)} {_is(now)} first as scored and in each of the {count} scenarios."
        return
    changes = f"First place changes in {len(changing)} of {counted(count, 'scenario')}"
    yield f"{changes}; as scored, {_titles(assessment, now)} has it."
    for name in changing:
        then = _first(_shown(assessment, name))
        yield f"In '{assessment.definitions.scenarios[name].title}', {_titles(assessment, then)} {_is(then)} first."


def _is(rows: Sequence[int]) -> str:
    return "is" if len(rows) == 1 else "are"


def _totals(assessment: Assessment) -> Exhibit:
    names = tuple(assessment.futures)
    now = assessment.valuation
    totals = _payoffs(assessment, names)
    return Exhibit(
        name="scenarios-totals",
        chapter=CHAPTER,
        caption="Totals in each scenario",
        question="What is each option worth in each future?",
        columns=(
            Column("option", "Option"),
            Column("as_scored", "As scored", "value"),
            *_columns(assessment, names, "value"),
        ),
        rows=tuple((now.options[row], float(now.totals[row]), *totals[row].tolist()) for row in now.order),
        notes=(f"{_weights(assessment)} {_BESIDE}",),
    )


def _regret(assessment: Assessment, group: _Set) -> Exhibit:
    payoffs = _payoffs(assessment, group.scenarios)
    regrets, greatest = decision_rules.regrets(payoffs), decision_rules.greatest_regret(payoffs)
    order = sorted(range(len(greatest)), key=lambda row: (float(greatest[row]), row))
    return Exhibit(
        name=_named("scenarios-regret", group),
        chapter=CHAPTER,
        caption=_captioned("Regret", group),
        question="How far is each option below the best of each future?",
        columns=(
            Column("option", "Option"),
            Column("greatest", "Greatest", "value"),
            *_columns(assessment, group.scenarios, "value"),
        ),
        rows=tuple((assessment.valuation.options[row], float(greatest[row]), *regrets[row].tolist()) for row in order),
        notes=(f"{_weights(assessment)} Regret: the best total of that scenario less the option's own (Savage 1951).",),
    )


def _named(name: str, group: _Set) -> str:
    return f"{name}-{group.name}" if group.name else name


def _captioned(caption: str, group: _Set) -> str:
    return f"{caption}: {group.declared.title}" if group.declared is not None else f"{caption}, over all scenarios"


def _rules(assessment: Assessment, group: _Set) -> Exhibit:
    payoffs, optimism = _payoffs(assessment, group.scenarios), assessment.definitions.decision.hurwicz
    figures: dict[str, Numbers] = {
        "worst": decision_rules.worst(payoffs),
        "best": decision_rules.best(payoffs),
        "hurwicz": decision_rules.hurwicz(payoffs, optimism),
        "greatest_regret": decision_rules.greatest_regret(payoffs),
    }
    headings = {"worst": "Worst", "best": "Best", "hurwicz": "Hurwicz", "greatest_regret": "Greatest regret"}
    if group.probabilities is not None:
        figures["expected"] = decision_rules.expected(payoffs, group.probabilities)
        headings["expected"] = "Expected"
    options = assessment.valuation.options
    rows: list[tuple[Cell, ...]] = [
        (options[row], *(float(each[row]) for each in figures.values())) for row in assessment.valuation.order
    ]
    return Exhibit(
        name=_named("scenarios-rules", group),
        chapter=CHAPTER,
        caption=_captioned("Rules for choosing among futures", group),
        question="Which option does each rule choose when it is not known which future comes?",
        columns=(Column("option", "Option"), *(Column(name, headings[name], "value") for name in figures)),
        rows=tuple(rows),
        takeaways=tuple(_choices(assessment, payoffs, figures)),
        notes=(f"{_weights(assessment)} {_BESIDE}", *_about_rules(group, optimism)),
    )


def _choices(assessment: Assessment, payoffs: Numbers, figures: dict[str, Numbers]) -> Iterator[str]:
    """What each rule chooses, in a sentence each, and who is best somewhere and worst nowhere."""
    rules = {
        "worst": ("Maximin (the best worst total)", 1),
        "greatest_regret": ("Minimax regret (the least greatest regret)", -1),
        "hurwicz": ("Hurwicz (between best and worst)", 1),
        "expected": ("The expected total", 1),
    }
    for name, (rule, sign) in rules.items():
        if name in figures:
            yield f"{rule} chooses {_titles(assessment, decision_rules.chosen(sign * figures[name]))}."
    safe = decision_rules.best_somewhere_nowhere_worst(payoffs)
    if safe:
        yield f"Best in at least one scenario and worst in none: {_titles(assessment, safe)}."
    else:
        yield "No option is best in at least one scenario and worst in none."


def _about_rules(group: _Set, optimism: float) -> Iterator[str]:
    yield (
        f"Hurwicz (1951): {optimism:g} times the best total plus {1 - optimism:.6g} times the worst; `hurwicz` in "
        "steelyard.yaml. Maximin: Wald (1950). Minimax regret: Savage (1951)."
    )
    if group.probabilities is not None and group.declared is not None:
        given = ", ".join(f"{name} {group.declared.probabilities[name]:g}" for name in group.scenarios)
        yield f"Probabilities: {given}. The scenarios count as exclusive and exhaustive: {group.declared.because}"
    elif group.declared is None or not group.declared.exclusive_and_exhaustive:
        yield (
            "No expected total: the scenarios are not declared exclusive and exhaustive, so probabilities over them "
            "would mean nothing."
        )
    else:
        yield "No expected total: the scenarios have no probabilities."


def _first_places(assessment: Assessment) -> Exhibit:
    """Which option is first in each scenario, and under which weight sets that is another than as scored."""
    rows: list[tuple[Cell, ...]] = []
    for name, standings in assessment.futures.items():
        elsewhere = [each for each in standings if _changes_hands(assessment, name, each)]
        first = _ids(assessment, _first(standings[assessment.shown]))
        changes = "yes" if assessment.shown in elsewhere else "no"
        rows.append((name, first, changes, len(elsewhere), ", ".join(elsewhere) or None))
    count = len(assessment.valuations)
    return Exhibit(
        name="scenarios-first",
        chapter=CHAPTER,
        caption="Which scenario would change the choice",
        question="In which futures, and under whose weights, is another option first than as scored?",
        columns=(
            Column("scenario", "Scenario"),
            Column("first", "First"),
            Column("changes_first", "Changed?"),
            Column("weight_sets", "Sets", "count"),
            Column("under", "Changed under"),
        ),
        rows=tuple(rows),
        notes=(f"{_weights(assessment)} Sets: under how many of the {count} weight sets first place changes hands.",),
    )


def _changes_hands(assessment: Assessment, scenario: str, weights: str) -> bool:
    """Whether another option than as scored is first in a scenario."""
    return _first(assessment.futures[scenario][weights]) != _first(assessment.valuations[weights])


def _ids(assessment: Assessment, rows: Sequence[int]) -> str:
    return ", ".join(assessment.valuation.options[row] for row in rows)


def _signposts(assessment: Assessment) -> Exhibit:
    rows: list[tuple[Cell, ...]] = []
    for name, scenario in assessment.definitions.scenarios.items():
        changes = "yes" if _changes_hands(assessment, name, assessment.shown) else "no"
        rows += [(name, changes, each.sign, each.look_at) for each in scenario.signposts.values()]
    return Exhibit(
        name="scenarios-signposts",
        chapter=CHAPTER,
        caption="Signposts: what to watch, and whether it would change the choice",
        question="What would one see if each future came, where, and would another option then be first?",
        columns=(
            Column("scenario", "Scenario"),
            Column("changes_first", "Changed?"),
            Column("sign", "Sign"),
            Column("look_at", "Where to look"),
        ),
        rows=tuple(rows),
        takeaways=tuple(_to_watch(assessment)),
        notes=(f"{_weights(assessment)} Changed: another option is first in that scenario than as scored.",),
    )


def _to_watch(assessment: Assessment) -> Iterator[str]:
    """Where a sign is worth watching: the scenarios that change the choice, and how each would be seen."""
    for name, scenario in assessment.definitions.scenarios.items():
        if _changes_hands(assessment, name, assessment.shown):
            then = _first(_shown(assessment, name))
            signs = "; ".join(each.sign.rstrip(".") for each in scenario.signposts.values())
            yield f"If '{scenario.title}' comes, {_titles(assessment, then)} {_is(then)} first. Signs of it: {signs}."


scenarios = Analysis(examine=examine, order=40)
