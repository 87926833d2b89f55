"""From a folder of definitions to rankings and a report, step by step."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from steelyard.analyses import shelf as analyses
from steelyard.bench import bench_for
from steelyard.check import at_least, findings_of, lasting, read
from steelyard.contracts import Assessment, Bench, DecisionMatrix, Output
from steelyard.documents.definitions import Definitions
from steelyard.documents.futures import in_scenario
from steelyard.errors import MethodRefusedError, UnknownNameError, UnsoundDefinitionsError
from steelyard.methods import shelf as methods
from steelyard.model import ranking
from steelyard.model.leading import ahead_of_first
from steelyard.model.shares import judged_widths
from steelyard.model.standing import grid, standing
from steelyard.probing.effort import Effort
from steelyard.probing.probe import probed
from steelyard.probing.subject import Subject
from steelyard.provenance import stamp_of
from steelyard.results.exhibit import Exhibit
from steelyard.results.finding import Finding
from steelyard.results.ranking import Ranking, Unranked
from steelyard.results.report import Report
from steelyard.results.robustness import Robustness
from steelyard.results.stamp import Stamp
from steelyard.results.valuation import Numbers, Valuation
from steelyard.shelf import did_you_mean
from steelyard.spreading import doubts_of, draws_of, spreads_of
from steelyard.tables.claims import claims
from steelyard.tables.contract import Table
from steelyard.tables.criteria import criteria
from steelyard.tables.frames import proved
from steelyard.tables.options import options
from steelyard.tables.scores import scores
from steelyard.tables.sources import sources
from steelyard.tables.valuation import matrix, ranked, shared
from steelyard.tables.weights import weights
from steelyard.weightings import shelf as weightings

Anything = TypeVar("Anything")


def _quietly(step: str) -> None:
    """Progress that nobody watches."""


def load(folder: Path, shortlist: str | None = None) -> tuple[Definitions, tuple[Finding, ...]]:
    """Sound definitions and the lesser findings; UnsoundDefinitionsError where there are errors."""
    reading = read(folder, shortlist)
    findings = findings_of(reading)
    if at_least(findings, "error"):
        raise UnsoundDefinitionsError(findings, folder)
    return reading.definitions, findings


def rank(
    definitions: Definitions, weight_set: str | None = None, method: str = "additive", scenario: str | None = None
) -> Ranking:
    """The ranking under one weight set, the decision's default where none is named; with a scenario's scores if asked.

    Raises UnknownNameError, with the nearest name, for a weight set, a method or a scenario that is not there, and
    MethodRefusedError where the method cannot take the decision's scales or numbers.
    """
    prove_scores(definitions)
    bench = bench_for(definitions)  # weights that come from the options' numbers are those of the scores as they are
    if scenario is not None:
        definitions = in_scenario(definitions, _known_scenario(definitions, scenario))
    return _ranking(definitions, bench, weight_set, method, stamp_of(definitions))


def prove_scores(definitions: Definitions) -> None:
    """Hold the numbers judged against their contract before anything is worked out with them.

    Raises UnsoundDefinitionsError, with places in the files, where one lies outside its range or is no number.
    """
    proved({"scores": scores(definitions)}, definitions)


def report(
    definitions: Definitions,
    findings: tuple[Finding, ...] = (),
    weight_set: str | None = None,
    progress: Callable[[str], None] = _quietly,
) -> Report:
    """Everything that outputs show: the ranking under every weight set, and every table.

    `progress` is told each step in words as it begins.
    """
    bench, stamp = bench_for(definitions), stamp_of(definitions)
    rankings = {}
    progress("tables")
    tables = proved(_tables(definitions, bench), definitions)
    for name in definitions.weight_sets:
        progress(f"ranking under {name}")
        rankings[name] = _ranking(definitions, bench, name, "additive", stamp)
    shown = _known_weights(definitions, weight_set)
    valuations = {name: each.valuation for name, each in rankings.items()}
    assessment = _assessment(definitions, bench, valuations, shown, Effort())
    return Report(
        definitions=definitions,
        curves=bench.curves,
        widths={
            name: judged_widths(bench.curves, weight_set.ranges) for name, weight_set in definitions.weight_sets.items()
        },
        rankings=rankings,
        shown=shown,
        tables=tables,
        exhibits=tuple(_examined(assessment, analyses, progress)),
        findings=lasting(findings),
        stamp=stamp,
        data_driven=assessment.data_driven,
        by_points=frozenset(
            name for name, each in definitions.weight_sets.items() if weightings[each.method].takes_points
        ),
    )


def exhibits(
    definitions: Definitions,
    names: Iterable[str],
    weight_set: str | None = None,
    progress: Callable[[str], None] = _quietly,
) -> tuple[Exhibit, ...]:
    """What the analyses of those names find under every weight set, in order of showing."""
    return tuple(_examined(_fresh_assessment(definitions, weight_set, Effort()), names, progress))


def robustness(definitions: Definitions, weight_set: str | None = None, effort: Effort | None = None) -> Robustness:
    """How far the ranking under one weight set can be trusted; the decision's default where none is named.

    Raises UnknownNameError, with the nearest name, for a weight set that is not there.
    """
    return _fresh_assessment(definitions, weight_set, effort or Effort()).robustness


def robustness_exhibits(
    definitions: Definitions, weight_set: str | None = None, effort: Effort | None = None
) -> tuple[Robustness, tuple[Exhibit, ...]]:
    """The same, with the exhibits that show it."""
    assessment = _fresh_assessment(definitions, weight_set, effort or Effort())
    return assessment.robustness, tuple(_examined(assessment, ["robustness", "sensitivity"], _quietly))


def _fresh_assessment(definitions: Definitions, weight_set: str | None, effort: Effort) -> Assessment:
    prove_scores(definitions)
    bench, shown = bench_for(definitions), _known_weights(definitions, weight_set)
    valuations = {name: _valuation(definitions, bench, name, "additive") for name in definitions.weight_sets}
    return _assessment(definitions, bench, valuations, shown, effort)


def _assessment(
    definitions: Definitions, bench: Bench, valuations: Mapping[str, Valuation], shown: str, effort: Effort
) -> Assessment:
    low, high = _bounds(definitions)
    futures = {
        scenario: {name: standing(changed, bench, name) for name in valuations}
        for scenario, changed in ((each, in_scenario(definitions, each)) for each in definitions.scenarios)
    }
    data_driven = _data_driven(definitions)
    judged = {name: each for name, each in valuations.items() if name not in data_driven or name == shown}
    probe = partial(_probed, definitions, bench, judged, shown, effort)
    return Assessment(
        definitions, bench.curves, valuations, low, high, methods, shown, futures, bench.doubts_from, data_driven, probe
    )


def _probed(
    definitions: Definitions, bench: Bench, valuations: Mapping[str, Valuation], shown: str, effort: Effort
) -> Robustness:
    """How far the ranking that is shown can be trusted."""
    low, high = _bounds(definitions)
    valuation = valuations[shown]
    subject = Subject(
        definitions=definitions,
        valuation=valuation,
        valuations=valuations,
        curves=[bench.curves[name] for name in valuation.criteria],
        weighed=bench.weighed[shown],
        widths=judged_widths(bench.curves, definitions.weight_sets[shown].ranges),
        low=low,
        high=high,
        doubts=_by_place(valuation, spreads_of(definitions)),
        draws=_by_place(valuation, draws_of(definitions)),
    )
    return probed(subject, effort)


def _by_place(valuation: Valuation, by_cell: Mapping[tuple[str, str], Anything]) -> dict[tuple[int, int], Anything]:
    """What is known of cells by option and criterion, by row and column instead."""
    rows = {name: row for row, name in enumerate(valuation.options)}
    columns = {name: column for column, name in enumerate(valuation.criteria)}
    return {(rows[option], columns[criterion]): each for (option, criterion), each in by_cell.items()}


def _data_driven(definitions: Definitions) -> frozenset[str]:
    """The weight sets that come from the options' numbers and are nobody's judgement."""
    return frozenset(name for name, each in definitions.weight_sets.items() if weightings[each.method].data_driven)


def _examined(assessment: Assessment, names: Iterable[str], progress: Callable[[str], None]) -> Iterable[Exhibit]:
    for name in sorted(names, key=lambda each: (analyses[each].order, each)):
        progress(f"looking at {name.replace('_', ' ')}")
        yield from analyses[name].examine(assessment)


def rendered(report: Report, output: Output) -> Iterable[tuple[str, bytes]]:
    """The name and the bytes of each file that an output makes of a report."""
    yield f"steelyard{output.suffix}", output.render(report)
    if output.one_table_a_file and output.render_exhibit is not None:
        for exhibit in report.exhibits:
            yield f"steelyard-{exhibit.name}{output.suffix}", output.render_exhibit(exhibit)


def known_output(name: str, outputs: Mapping[str, Output]) -> Output:
    """The output of that name; UnknownNameError, with the nearest name, where there is none."""
    if name not in outputs:
        raise UnknownNameError(f"there is no output '{name}'. {did_you_mean(name, outputs)}")
    return outputs[name]


def _tables(definitions: Definitions, bench: Bench) -> Mapping[str, Table]:
    return {
        "options": options(definitions),
        "criteria": criteria(definitions),
        "sources": sources(definitions),
        "claims": claims(definitions),
        "scores": scores(definitions),
        "weights": weights(definitions, bench.curves, bench.points),
    }


def _ranking(definitions: Definitions, bench: Bench, weight_set: str | None, method: str, stamp: Stamp) -> Ranking:
    valuation = _valuation(definitions, bench, _known_weights(definitions, weight_set), method)
    return Ranking(
        decision=definitions.decision.title,
        valuation=valuation,
        frames=proved(_ranking_tables(valuation, definitions), definitions),
        unranked=tuple(_unranked(definitions)),
        stamp=stamp,
    )


def _ranking_tables(valuation: Valuation, definitions: Definitions) -> Mapping[str, Table]:
    return {
        "options": ranked(valuation, definitions),
        "criteria": shared(valuation, definitions),
        "matrix": matrix(valuation),
    }


def _known_weights(definitions: Definitions, weight_set: str | None) -> str:
    name = weight_set or definitions.decision.default_weights
    if name not in definitions.weight_sets:
        raise UnknownNameError(f"there is no weight set '{name}'. {did_you_mean(name, definitions.weight_sets)}")
    return name


def _known_scenario(definitions: Definitions, scenario: str) -> str:
    if scenario not in definitions.scenarios:
        raise UnknownNameError(f"there is no scenario '{scenario}'. {did_you_mean(scenario, definitions.scenarios)}")
    return scenario


def _valuation(definitions: Definitions, bench: Bench, weight_set: str, method: str) -> Valuation:
    if method not in methods:
        raise UnknownNameError(f"there is no method '{method}'. {did_you_mean(method, methods)}")
    if method != "additive":
        return _audit(definitions, bench, weight_set, method)
    found = standing(definitions, bench, weight_set)
    low, high = _bounds(definitions)
    curves = [bench.curves[name] for name in found.criteria]
    chance = definitions.decision.seed
    doubts = doubts_of(definitions, low, found.scores, high)
    ahead = ahead_of_first(doubts, curves, found.shares, found.totals, chance)
    leaders = ranking.leaders(found.options, found.totals, definitions.decision.close_call, ahead)
    return Valuation(**vars(found), leaders=leaders, scenario=definitions.scenario)


def _audit(definitions: Definitions, bench: Bench, weight_set: str, method: str) -> Valuation:
    """The valuation by a method other than the house model: only ties count as close, as totals are in other units."""
    chosen = methods[method]

    def totals(matrix: DecisionMatrix) -> Numbers:
        try:
            return chosen.aggregate(matrix, chosen.settings()).totals
        except ValueError as reason:
            raise MethodRefusedError(f"{chosen.title} cannot rank this decision: {reason}") from reason

    found = standing(definitions, bench, weight_set, method, totals)
    leaders = ranking.leaders(found.options, found.totals, 0, None)
    return Valuation(**vars(found), leaders=leaders, scenario=definitions.scenario, audit=chosen.title)


def _bounds(definitions: Definitions) -> tuple[Numbers, Numbers]:
    """The lowest and the highest number of every ranked option (rows) on every criterion (columns)."""
    return grid(definitions, lambda each: each.lowest), grid(definitions, lambda each: each.highest)


def _unranked(definitions: Definitions) -> list[Unranked]:
    shortlist = definitions.shortlisted()
    found = []
    for option in definitions.options.values():
        if option.role == "discarded":
            found.append(Unranked(option.id, option.title, f"discarded: {_unstopped(option.discarded_because or '')}"))
        elif option.role == "option" and option.failed_gates and option in shortlist:
            reasons = (f"{name} ({_unstopped(option.gates[name].because)})" for name in option.failed_gates)
            found.append(Unranked(option.id, option.title, f"fails the gate {'; '.join(reasons)}"))
    return found


def _unstopped(reason: str) -> str:
    """A reason without its full stop, to stand inside another sentence."""
    return reason.rstrip().removesuffix(".")
