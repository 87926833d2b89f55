"""Where a frame breaks its contract, the places in the files that its rows came from."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pandas as pd
from pandera.errors import SchemaErrors

from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of
from steelyard.documents.place import Place
from steelyard.errors import UnsoundDefinitionsError
from steelyard.faults import severity_of
from steelyard.results.finding import Finding
from steelyard.tables.contract import Contract

CODE = "T001"
_REMEDY = "Mend this entry; if `steelyard check` lets it pass, please report that."
_HOMES = {
    "cost": ("cost", "value"),
    "cost_low": ("cost", "low"),
    "cost_high": ("cost", "high"),
    "cost_unit": ("cost", "unit"),
    "worst": ("scale", "worst"),
    "best": ("scale", "best"),
    "kind": ("scale", "kind"),
    "unit": ("scale", "unit"),
    "shape": ("value_function", "shape"),
    "section": ("at", "section"),
    "paragraph": ("at", "paragraph"),
}
"""Where a column's cells come from, for columns that are not named like a key of the block that a row comes from."""


@contextmanager
def breaches_placed(definitions: Definitions, contract: Contract) -> Iterator[None]:
    """Turn a frame's breaches of contract into findings with file, line and column."""
    try:
        yield
    except SchemaErrors as error:
        cells = {check.says: check.cell for check in contract.checks}
        findings = sorted(set(_findings(error, definitions, cells)), key=lambda each: (*each.place, each.message))
        raise UnsoundDefinitionsError(findings, definitions.root) from error


def _findings(error: SchemaErrors, definitions: Definitions, cells: Mapping[str, str]) -> Iterator[Finding]:
    table = str(error.schema.name)
    for case in error.failure_cases.itertuples():
        row = error.data.loc[case.index] if pd.notna(case.index) and case.index in error.data.index else None
        one_cell = row is not None and case.schema_context == "Column"
        about = f" ({case.column}: {case.failure_case})" if one_cell else ""
        message = f"the table of {table} does not meet its contract here: {case.check}{about}"
        cell = str(case.column) if one_cell else cells.get(str(case.check), "")
        place = _place(row, definitions, _HOMES.get(cell, (cell,)))
        yield Finding(CODE, severity_of(CODE), place, message, _REMEDY)


def _place(row: "pd.Series[str] | None", definitions: Definitions, cell: tuple[str, ...]) -> Place:
    """Where in the files a row's cell comes from; the decision's file where a breach is of no single row."""
    known = {} if row is None else row.to_dict()
    option, criterion = known.get("option"), known.get("criterion")
    if isinstance(option, str) and option in definitions.options:
        steps: tuple[str, ...] = ()
        if isinstance(criterion, str) and criterion in definitions.criteria:
            steps = definitions.options[option].steps_to(definitions.criteria[criterion])
        return definitions.place(path_of("option", option), *steps, *cell, key=True)
    if isinstance(known.get("claim"), str):
        source, _, claim = str(known["claim"]).partition("#")
        return definitions.place(path_of("source", source), "claims", claim, *cell, key=True)
    for kind, name in (("weights", "weight_set"), ("criterion", "criterion"), ("source", "source")):
        if isinstance(known.get(name), str):
            return definitions.place(path_of(kind, str(known[name])), *cell, key=True)
    return definitions.place(DECISION_FILE)
