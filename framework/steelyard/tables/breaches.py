"""Where a frame breaks its contract, the places in the files that its rows came from."""

from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd
from pandera.errors import SchemaErrors

from steelyard.documents.definitions import DECISION_FILE, Definitions, path_of
from steelyard.documents.place import Place
from steelyard.errors import UnsoundDefinitionsError
from steelyard.faults import severity_of
from steelyard.results.finding import Finding

CODE = "T001"
_REMEDY = "Look at this entry, and please report that `steelyard check` let it pass."


@contextmanager
def breaches_placed(definitions: Definitions) -> Iterator[None]:
    """Turn a frame's breaches of contract into findings with file, line and column."""
    try:
        yield
    except SchemaErrors as error:
        findings = sorted(set(_findings(error, definitions)), key=lambda each: (*each.place, each.message))
        raise UnsoundDefinitionsError(findings, definitions.root) from error


def _findings(error: SchemaErrors, definitions: Definitions) -> Iterator[Finding]:
    table = str(error.schema.name)
    for case in error.failure_cases.itertuples():
        row = error.data.loc[case.index] if pd.notna(case.index) and case.index in error.data.index else None
        one_cell = row is not None and case.schema_context == "Column"
        about = f" ({case.column}: {case.failure_case})" if one_cell else ""
        message = f"the table of {table} does not meet its contract here: {case.check}{about}"
        yield Finding(CODE, severity_of(CODE), _place(row, definitions), message, _REMEDY)


def _place(row: "pd.Series[str] | None", definitions: Definitions) -> Place:
    """Where in the files a row comes from; the decision's file where a breach is of no single row."""
    known = {} if row is None else row.to_dict()
    option, criterion = known.get("option"), known.get("criterion")
    if isinstance(option, str) and option in definitions.options:
        steps: tuple[str, ...] = ()
        if isinstance(criterion, str) and criterion in definitions.criteria:
            steps = definitions.options[option].steps_to(definitions.criteria[criterion])
        return definitions.place(path_of("option", option), *steps)
    if isinstance(known.get("claim"), str):
        source, _, claim = str(known["claim"]).partition("#")
        return definitions.place(path_of("source", source), "claims", claim)
    for kind, name in (("weights", "weight_set"), ("criterion", "criterion"), ("source", "source")):
        if isinstance(known.get(name), str):
            return definitions.place(path_of(kind, str(known[name])))
    return definitions.place(DECISION_FILE)
