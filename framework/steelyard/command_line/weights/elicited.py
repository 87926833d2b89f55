"""What an interview's answers come to: shares with bars, how well they fit together, and who is first."""

from collections.abc import Iterator

from steelyard.command_line.weights.asking import remarked, wrapped
from steelyard.contracts import Bench
from steelyard.documents.definitions import Definitions
from steelyard.eliciting import Outcome, Sitting
from steelyard.figures import decimals, listed
from steelyard.results.valuation import Standing

_BAR = 24
_TITLE = 44
_PLACES = 3
_OPTION = 58
_PAIR = 2
"""Of two names there is one comparison, which nothing can contradict."""


def outcome_shown(sitting: Sitting, found: Outcome) -> Iterator[str]:
    """The lines of what the judgements come to."""
    name, definitions = sitting.name, found.definitions
    yield ""
    yield "What these answers come to, as shares of the weight:"
    yield ""
    yield from _shares(definitions, found.bench, name)
    if sitting.draft.over == "options":
        yield ""
        yield wrapped("Shares are of moves along whole scales: the same points for half a scale weigh double.")
    yield from _consistency(sitting, found.bench)
    if name in found.bench.standings:
        yield from _first_places(found.definitions, found.bench, name)


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
    """How well the answers fit together: the measures that have a limit, and the first of each list in any case."""
    lists = bench.weighed[sitting.name].lists
    for steps, each in lists.items():
        where = f" within '{sitting.definitions.decision.groups[steps[1]].title}'" if steps[0] == "within" else ""
        for fact in each.consistency:
            first = fact is each.consistency[0] and len(each.points) > _PAIR
            if fact.limit is None and not first:
                continue
            limit = (
                f", {'within' if fact.holds else 'above'} the limit of {fact.limit:g}" if fact.limit is not None else ""
            )
            figure = f"{decimals(fact.value, 2)}{limit}"
            said = remarked(f"{fact.measure}{where}: {figure}; {fact.said}.", sitting.titles)
            yield wrapped(said[0].upper() + said[1:])
    if any(each.region is not None for each in lists.values()):
        yield wrapped("Many weights agree with these answers; the shares stand for the middle of them.")


def _first_places(definitions: Definitions, bench: Bench, name: str) -> Iterator[str]:
    """The first options under the new weights, with their places under the decision's default ones."""
    default = definitions.decision.default_weights
    here, there = bench.standings[name], bench.standings.get(default)
    yield ""
    yield f"First under these weights{f' (and its place under `{default}`)' if there else ''}:"
    yield ""
    for row in here.order[:_PLACES]:
        title = _cut(definitions.options[here.options[row]].title, _OPTION)
        before = f"  ({_placed(there, there.options.index(here.options[row])).strip()})" if there else ""
        yield f"{_placed(here, row)}  {title:<{_OPTION}}  {decimals(here.totals[row])}{before}"
    if there:
        first = [there.options[row] for row in there.order if there.ranks[row] == 1]
        if not set(first) <= {here.options[row] for row in here.order[:_PLACES]}:
            yield wrapped(f"Under `{default}`: {listed([definitions.options[each].title for each in first])}.", "    ")


def _placed(standing: Standing, row: int) -> str:
    """The place of a row, with a sign where it is shared."""
    return f"{standing.ranks[row]:>2}{'=' if standing.tied_with(row) else ' '}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 3]}..."
