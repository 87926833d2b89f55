"""The Python API: findings, load, rank, build."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from steelyard import assess
from steelyard.check import check, findings_of
from steelyard.documents.definitions import Definitions
from steelyard.outputs import shelf as outputs
from steelyard.reading import Reading, find_decision
from steelyard.results.finding import Finding
from steelyard.results.ranking import Ranking
from steelyard.writing import write_bytes

Folder = str | PathLike[str]


def findings(folder: Folder = ".") -> tuple[Finding, ...]:
    """Every finding in the decision that holds a folder, in order of file and line.

    Raises NoDecisionError where no `steelyard.yaml` is found there or above.
    """
    return check(find_decision(Path(folder)))


def load(folder: Folder = ".") -> Definitions:
    """The definitions of the decision that holds a folder.

    Raises UnsoundDefinitionsError, which carries the findings, where the definitions have errors.
    """
    return assess.load(find_decision(Path(folder)))[0]


def rank(
    definitions: Definitions, weights: str | None = None, method: str = "additive", scenario: str | None = None
) -> Ranking:
    """The options ranked under one weight set, the decision's default where none is named; in a scenario if one is.

    The result is a frozen record: `options`, `criteria` and `matrix` are validated frames; totals and values
    run from 0 to 1 and shares sum to 1.
    """
    return assess.rank(definitions, weights, method, scenario)


def build(
    definitions: Definitions, to: Sequence[str] = ("xlsx",), out: Folder = "build", weights: str | None = None
) -> tuple[Path, ...]:
    """Write artefacts (xlsx, html, json, csv, markdown) into a folder, and say where each lies.

    Nothing is written before everything is made.
    """
    chosen = [assess.known_output(name, outputs) for name in to]
    assess.prove_scores(definitions)
    report = assess.report(definitions, findings_of(Reading(definitions, ())), weights)
    made = [each for output in chosen for each in assess.rendered(report, output)]
    return tuple(write_bytes(Path(out) / file, content) for file, content in made)
