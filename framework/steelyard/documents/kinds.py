"""The kinds of file that a decision is written in, and the record that reads each."""

from collections.abc import Mapping

from steelyard.documents.assumption import AssumptionsLog
from steelyard.documents.criterion import Criterion
from steelyard.documents.decision import Decision
from steelyard.documents.option import Option
from steelyard.documents.record import Record
from steelyard.documents.scenario import Scenario
from steelyard.documents.source import Source
from steelyard.documents.weight_set import WeightSet

RECORDS: Mapping[str, type[Record]] = {
    "decision": Decision,
    "option": Option,
    "criterion": Criterion,
    "weights": WeightSet,
    "source": Source,
    "scenario": Scenario,
    "assumptions": AssumptionsLog,
}
"""The record that reads each kind of file."""
