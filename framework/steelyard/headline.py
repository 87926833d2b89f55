"""What a ranking says, in sentences that are the same in the terminal, in Markdown and in the workbook."""

from collections.abc import Iterator

from steelyard.documents.definitions import Definitions
from steelyard.figures import decimals
from steelyard.model.ranking import OFTEN_AHEAD
from steelyard.results.ranking import Ranking


def headline(ranking: Ranking, definitions: Definitions) -> tuple[str, ...]:
    """Who is first and by how much, whether that is too close to call, and where the baseline stands."""
    return (
        *_first(ranking, definitions),
        *_closeness(ranking, definitions),
        _baseline(ranking, definitions),
        _status(ranking, definitions),
    )


def _titles(ranking: Ranking, definitions: Definitions) -> list[str]:
    """Titles of the options, first to last."""
    valuation = ranking.valuation
    return [definitions.options[valuation.options[row]].title for row in valuation.order]


def _first(ranking: Ranking, definitions: Definitions) -> Iterator[str]:
    titles = _titles(ranking, definitions)
    valuation = ranking.valuation
    tied = [title for title, row in zip(titles, valuation.order, strict=True) if valuation.ranks[row] == 1]
    if len(tied) > 1:
        yield f"{' and '.join(tied)} share first place."
    elif valuation.margin is None:
        yield f"{titles[0]} is the only option ranked."
    else:
        yield f"{titles[0]} is first, {decimals(valuation.margin)} ahead of {titles[1]}."


def _closeness(ranking: Ranking, definitions: Definitions) -> Iterator[str]:
    if not ranking.too_close_to_call:
        return
    close_call = definitions.decision.close_call
    reasons = []
    for leader in ranking.leaders[1:]:
        title = definitions.options[leader.option].title
        if leader.behind <= close_call:
            reasons.append(f"{title} is within {close_call:g} of it")
        else:
            reasons.append(f"{title} is ahead of it in {leader.ahead_in:.0%} of score draws")
    yield (
        f"Too close to call: {'; '.join(reasons)}. "
        f"(Totals within {close_call:g}, or ahead in more than {OFTEN_AHEAD:.0%} of draws "
        "of the scores within their ranges, count as close.)"
    )


def _baseline(ranking: Ranking, definitions: Definitions) -> str:
    valuation = ranking.valuation
    row = valuation.options.index(definitions.decision.baseline)
    title = definitions.options[definitions.decision.baseline].title
    place, of = valuation.ranks[row], len(valuation.options)
    if place == 1:
        return f"The baseline ({title}) is first: no option is worth more than policy as it stands."
    above = sum(1 for rank in valuation.ranks if rank < place)
    return f"The baseline ({title}) ranks {place} of {of}; {_counted(above)} above it."


def _counted(options: int) -> str:
    return "1 option is" if options == 1 else f"{options} options are"


def _status(ranking: Ranking, definitions: Definitions) -> str:
    weight_set = definitions.weight_sets[ranking.weights]
    if weight_set.status == "agreed":
        return f"Weights: {weight_set.title}, agreed at {weight_set.at} on {weight_set.on}."
    return f"Weights: {weight_set.title}, illustrative: nobody has agreed to them."
