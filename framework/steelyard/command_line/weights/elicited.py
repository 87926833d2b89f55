"""What an interview's answers come to: shares with bars, how well they fit together, and who is first."""

from collections.abc import Iterator

from steelyard.command_line.weights.asking import remarked, wrapped
from steelyard.contracts import Bench
from steelyard.documents.definitions import Definitions
from steelyard.eliciting import Outcome, Sitting
from steelyard.figures import decimals
from steelyard.results.valuation import Standing

_BAR = 24
_TITLE = 44
_PLACES = 3
_COLUMN = 36


def outcome_shown(sitting: Sitting, found: Outcome) -> Iterator[str]:
    """The lines of what the judgements come to."""
    name, definitions = sitting.name, found.definitions
    yield ""
    yield "What these answers come to, as shares of the weight:"
    yield ""
    yield from _shares(definitions, found.bench, name)
    if sitting.draft.over == "options":
        yield ""
        yield wrapped("A share stands for the move along a whole scale, worked out from the range that was shown.")
    yield from _consistency(sitting, found.bench)
    if name in found.bench.standings:
        yield from _first_places(found.definitions, found.bench, name)
    yield ""


def errors_shown(found: Outcome) -> Iterator[str]:
    """Why the file cannot be written as it is."""
    yield ""
    yield "With these answers `steelyard check` would find errors, so nothing can be written:"
    for each in found.errors:
        yield wrapped(f"{each.code} {each.message}. {each.remedy}", "  ")


def _shares(definitions: Definitions, bench: Bench, name: str) -> Iterator[str]:
    shares = bench.shares[name]
    largest = max(shares.values())
    for group, definition in definitions.decision.groups.items():
        members = [each for each in definitions.criteria_in_order() if each.group == group]
        if not members:
            continue
        whole = sum(shares[each.id] for each in members)
        yield f"{_cut(definition.title, _TITLE):<{_TITLE}} {100 * whole:5.1f}%"
        for each in members:
            bar = "█" * max(round(_BAR * shares[each.id] / largest), shares[each.id] > 0)
            title = _cut(f"  {each.title}", _TITLE)
            yield f"{title:<{_TITLE}} {100 * shares[each.id]:5.1f}%  {bar}".rstrip()


def _consistency(sitting: Sitting, bench: Bench) -> Iterator[str]:
    lists = bench.weighed[sitting.name].lists
    for steps, each in lists.items():
        where = f" within '{sitting.definitions.decision.groups[steps[1]].title}'" if steps[0] == "within" else ""
        for fact in each.consistency:
            said = remarked(f"{fact.measure}{where}: {decimals(fact.value, 2)}; {fact.said}.", sitting.titles)
            yield wrapped(said[0].upper() + said[1:])
    if any(each.region is not None for each in lists.values()):
        yield wrapped("Many weights agree with these answers; the shares stand for the middle of them.")


def _first_places(definitions: Definitions, bench: Bench, name: str) -> Iterator[str]:
    """The first options under the new weights, beside those under the decision's default ones."""
    default = definitions.decision.default_weights
    here = list(_placed(definitions, bench.standings[name]))
    there = list(_placed(definitions, bench.standings[default])) if default in bench.standings else []
    yield ""
    yield f"{'First under these weights':<{_COLUMN}}    Under `{_cut(default, 24)}`"
    for place in range(min(_PLACES, len(here))):
        yield f"{here[place]:<{_COLUMN}}    {there[place] if there else ''}".rstrip()


def _placed(definitions: Definitions, standing: Standing) -> Iterator[str]:
    for row in standing.order:
        tie = "=" if standing.tied_with(row) else " "
        title = _cut(definitions.options[standing.options[row]].title, _COLUMN - 10)
        yield f"{standing.ranks[row]}{tie} {title:<{_COLUMN - 10}} {decimals(standing.totals[row])}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 3]}..."
