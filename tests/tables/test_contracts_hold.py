import csv
import io
import json
import math
import tempfile
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, assume, given, settings

from odd_projects import odd_decisions
from projects import Files, lay_out
from steelyard import assess
from steelyard.check import at_least, findings_of, read
from steelyard.outputs import shelf
from steelyard.results.ranking import Ranking
from steelyard.tables.claims import claims
from steelyard.tables.criteria import criteria
from steelyard.tables.keeping import keeps_contract
from steelyard.tables.options import options
from steelyard.tables.scores import scores
from steelyard.tables.sources import sources
from steelyard.tables.valuation import matrix, ranked, shared

FORMATS = ("csv", "json", "markdown")


def _no_such_number(name: str) -> float:
    raise AssertionError(f"JSON holds {name}")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(odd_decisions())
def test_what_passes_check_never_fails_a_table_or_an_output(files: Files) -> None:
    """A decision without errors loads, ranks under every weight set, and fits every table and format."""
    with tempfile.TemporaryDirectory() as folder:
        root = lay_out(files, Path(folder))
        reading = read(root)
        assume(not at_least(findings_of(reading), "error"))
        definitions, findings = assess.load(root)
        report = assess.report(definitions, findings)
    tables = [each(definitions) for each in (options, criteria, sources, claims, scores)]
    assert all(map(keeps_contract, tables))
    frames = dict(report.tables)
    assert set(frames) == {"options", "criteria", "sources", "claims", "scores", "weights"}
    assert len(frames["options"]) == len(definitions.options)
    assert list(report.rankings) == sorted(each["id"] for path, each in files.items() if "weights/" in path)
    for ranking in report.rankings.values():
        _sound(ranking, files)
        valued = ranking.valuation
        assert all(map(keeps_contract, (matrix(valued), ranked(valued, definitions), shared(valued, definitions))))
        for name in FORMATS:
            render = shelf[name].render_ranking
            assert render is not None
            assert render(ranking, definitions).decode()
    whole = json.loads(shelf["json"].render(report), parse_constant=_no_such_number)
    assert whole["decision"] == definitions.decision.title
    rows = list(csv.reader(io.StringIO(shelf["csv"].render(report).decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    chosen = () if definitions.decision.taken is None else definitions.decision.taken.chosen
    shown = {*report.ranking.valuation.options, *(each.option for each in report.ranking.unranked), *chosen}
    assert len(rows) == 1 + len(report.rankings) * len(shown)
    assert shelf["markdown"].render(report).decode().startswith("# ")


def _sound(ranking: Ranking, files: Files) -> None:
    valuation = ranking.valuation
    for column, name in enumerate(valuation.criteria):
        if files[f"criteria/{name}.yaml"]["value_function"].get("outside") != "extrapolate":
            assert (valuation.values[:, column] >= 0).all()
            assert (valuation.values[:, column] <= 1).all()
    assert np.isfinite(valuation.totals).all()
    assert abs(math.fsum(valuation.shares) - 1) < 1e-12
    assert min(valuation.ranks) == 1
    assert len(ranking.options) == len(valuation.options)
    assert len(ranking.criteria) == len(valuation.criteria)
    assert len(ranking.matrix) == len(valuation.options) * len(valuation.criteria)
