"""An option has no number for a criterion.

An empty cell is refused, never filled in: a silent zero, or an average, would be a judgement that nobody
made. The baseline needs every number too. Discarded options are exempt, since they are not ranked.

Wrong:

    # options/kettle.yaml, without scores.noise

Right:

    # options/kettle.yaml
    scores:
      noise:
        {value: 55, low: 50, high: 60, confidence: high, basis: judgement,
         rationale: It boils for two minutes a cup.}
"""

from collections.abc import Iterator, Mapping

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.criterion import PairwiseScale
from steelyard.documents.definitions import Definitions, path_of
from steelyard.documents.option import Option
from steelyard.documents.references import left_out, left_out_of
from steelyard.shelf import nearest


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each score that an option lacks, and each cost or comparison where a criterion reads such."""
    for option in definitions.options.values():
        if option.role != "discarded" and not left_out(definitions, path_of("option", option.id), "role"):
            yield from _missing_scores(definitions, option)
            yield from _missing_cost(definitions, option)
            yield from _missing_comparisons(definitions, option)


def _missing_scores(definitions: Definitions, option: Option) -> Iterator[Found]:
    path, known = path_of("option", option.id), definitions.known["criterion"]
    if left_out(definitions, path, "scores"):
        return
    there = option.scores.keys() | left_out_of(definitions, path, "scores")
    meant = {nearest(name, known) for name in there if name not in known}
    accounted_for = there | meant | set(definitions.reads_cost()) | {name for name, _ in _compared(definitions)}
    for criterion in definitions.criteria:
        if criterion not in accounted_for:
            yield Found(
                definitions.place(path, "scores"),
                f"'{option.id}' has no score on '{criterion}'",
                f"{_add(definitions, option, criterion)}; where no document speaks, say `basis: judgement`.",
            )


def _add(definitions: Definitions, option: Option, criterion: str) -> str:
    """Where the score belongs; the block of scores may be missing too."""
    tree = definitions.trees.get(path_of("option", option.id))
    there = bool(option.scores) or (isinstance(tree, Mapping) and "scores" in tree)
    return f"Add `{criterion}:` under `scores`" if there else f"Add `scores:`, and under it `{criterion}:`"


def _missing_cost(definitions: Definitions, option: Option) -> Iterator[Found]:
    path, readers = path_of("option", option.id), definitions.reads_cost()
    if readers and option.cost is None and not left_out(definitions, path, "cost"):
        yield Found(
            definitions.place(path),
            f"'{option.id}' has no cost, which the criterion '{readers[0]}' reads",
            "Add `cost:`, with 0 as its value if it costs nothing more than the baseline.",
        )


def _missing_comparisons(definitions: Definitions, option: Option) -> Iterator[Found]:
    for name, scale in _compared(definitions):
        path, there = path_of("criterion", name), scale.compared()
        if there and option.id not in there and not left_out(definitions, path, "scale", "comparisons"):
            yield Found(
                definitions.place(path, "scale", "comparisons"),
                f"'{option.id}' is compared with no other option on '{name}'",
                f"Add it under `comparisons`, as in `{option.id}: {{{there[0]}: 1}}`; one comparison is enough.",
            )


def _compared(definitions: Definitions) -> Iterator[tuple[str, PairwiseScale]]:
    for name, criterion in definitions.criteria.items():
        if isinstance(criterion.scale, PairwiseScale):
            yield name, criterion.scale


s001_unscored_cell = Rule(code="S001", severity="error", needed_to_rank=True, title="Unscored cell", find=find)
