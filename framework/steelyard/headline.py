"""What a ranking says, in sentences that are the same in every output."""

from collections import Counter
from collections.abc import Iterator

from steelyard.documents.definitions import DEFAULT_SHORTLIST, Definitions
from steelyard.documents.futures import changed_numbers
from steelyard.documents.option import Option
from steelyard.documents.paragraphs import folded
from steelyard.documents.reviews import ReviewState, review_state, reviewable_numbers
from steelyard.figures import decimals, listed, signed
from steelyard.model.ranking import OFTEN_AHEAD
from steelyard.results.ranking import Ranking
from steelyard.results.valuation import Leader

_MOST = 0.5


def headline(ranking: Ranking, definitions: Definitions) -> tuple[str, ...]:
    """Who is first and by how much, whether that is too close to call, and where the baseline stands."""
    return (
        *_audit(ranking),
        *_scenario(ranking, definitions),
        *_first(ranking, definitions),
        *_closeness(ranking, definitions),
        _baseline(ranking, definitions),
        _status(ranking, definitions),
        *reviews(definitions),
        *_left_off(definitions),
        *decided(definitions),
    )


def decided(definitions: Definitions) -> Iterator[str]:
    """What was decided, when and by which role, or that nobody has; nothing where no decision is recorded."""
    taken = definitions.decision.taken
    if taken is None:
        return
    options = definitions.options
    chosen = listed([folded(options[name].title) if name in options else name for name in taken.chosen])
    if taken.status == "agreed":
        yield f"Decided on {taken.on} ({folded(taken.by or '')}): {chosen}. The decision stands apart from the ranking."
    else:
        yield f"An illustrative decision, which nobody has taken: {chosen}. It stands apart from the ranking."


def why_decided(definitions: Definitions) -> Iterator[str]:
    """Why the options were chosen, and why no leader was instead; nothing where no decision is recorded."""
    taken = definitions.decision.taken
    if taken is not None:
        yield f"Reason: {folded(taken.because)}"
        if taken.instead_of_leader is not None:
            yield f"Why no leader instead: {folded(taken.instead_of_leader)}"


def stopped(definitions: Definitions) -> Iterator[str]:
    """Which options fail a gate and are not ranked for it; nothing where none does."""
    beside = [option for option in definitions.answering() if option.role != "baseline"]
    failing = [option for option in beside if option.failed_gates]
    if failing:
        fail = "fails a gate and is" if len(failing) == 1 else "fail a gate and are"
        said = listed([f"{folded(each.title)} ({_failed(each, definitions)})" for each in failing])
        yield f"Of the {len(beside)} options beside the baseline {len(failing)} {fail} not ranked: {said}."


def _failed(option: Option, definitions: Definitions) -> str:
    return ", ".join(definitions.gate_title(gate) for gate in option.failed_gates)


def apart(definitions: Definitions) -> tuple[str, ...]:
    """What to know beside every table: which options a gate keeps out of it, and what was decided."""
    return *stopped(definitions), *decided(definitions)


def left_out(definitions: Definitions, name: str) -> str:
    """Why an option is not ranked, in few words."""
    option = definitions.options.get(name)
    if option is None:
        return "there is no such option"
    if option.role == "discarded":
        return "discarded"
    if option.failed_gates:
        return f"fails the gate {', '.join(option.failed_gates)}"
    return f"not on the shortlist {definitions.shortlist}"


def _audit(ranking: Ranking) -> Iterator[str]:
    """That the ranking is by another method than the house model, and what cannot be read from it."""
    if ranking.valuation.audit is not None:
        yield (
            f"An audit by {ranking.valuation.audit}, never a vote: the decision is ranked by the additive model, and "
            "this shows what another way of aggregating makes of it. Totals are in the method's own units, so nothing "
            "is said of closeness; contributions are the additive model's."
        )


def standing(row: int, ranking: Ranking, definitions: Definitions) -> str:
    """Where one option stands: its rank, who shares it, its total, and how far that is from the baseline's."""
    valuation = ranking.valuation
    weight_set = definitions.weight_sets[valuation.weights]
    tied = [definitions.options[name].title for name in valuation.tied_with(row)]
    return (
        f"Rank {valuation.ranks[row]} of {len(valuation.options)}"
        f"{', tied with ' + ', '.join(tied) if tied else ''}, total {decimals(valuation.totals[row])}, "
        f"{signed(valuation.above_baseline[row])} against the baseline, "
        f"under the weights {weight_set.title} ({weight_set.status})."
    )


def _scenario(ranking: Ranking, definitions: Definitions) -> Iterator[str]:
    """Which scenario the scores are of, where they are not those of the files."""
    if ranking.valuation.scenario is not None:
        scenario = definitions.scenarios[ranking.valuation.scenario]
        touched = {(each.option.id, each.criterion.id) for each in changed_numbers(definitions, scenario)}
        changes = sum(option in ranking.valuation.options for option, _ in touched)
        numbers = "1 number" if changes == 1 else f"{changes} numbers"
        yield f"In the scenario '{scenario.title}' ({scenario.id}), which changes {numbers} of the options ranked:"


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
    if not ranking.too_close_to_call or ranking.valuation.audit is not None:
        return
    close_call = definitions.decision.close_call
    rivals = ranking.leaders[1:]
    yield f"Too close to call: {'; '.join(_rival(each, definitions) for each in rivals)}."
    usually_ahead = [definitions.options[each.option].title for each in rivals if (each.ahead_in or 0) > _MOST]
    if usually_ahead:
        yield (
            f"It is first on the values judged most likely, yet behind {listed(usually_ahead)} in most draws: "
            "the ranges lean towards them."
        )
    yield (
        f"(An option could well be first if its total is within {close_call:g} of the first, or if it is ahead in more "
        f"than {OFTEN_AHEAD:.0%} of draws of the scores within their ranges. Each score is drawn by itself, so doubt "
        "that all options share counts as doubt about their order.)"
    )


def _rival(leader: Leader, definitions: Definitions) -> str:
    """Why an option that is not first could well be."""
    reasons = []
    if leader.behind <= definitions.decision.close_call:
        reasons.append(f"within {definitions.decision.close_call:g} of it")
    if leader.ahead_in is not None:
        reasons.append(f"ahead of it in {leader.ahead_in:.0%} of score draws")
    return f"{definitions.options[leader.option].title} is {' and '.join(reasons)}"


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


def reviews(definitions: Definitions) -> Iterator[str]:
    """How many scores someone other than the analyst has looked at, what they found, and what changed since.

    Illustrative reviews are counted apart, as what they are: nobody's.
    """
    states = Counter(review_state(definitions, each) for each in reviewable_numbers(definitions))
    held = sum(count for state, count in states.items() if state.holds)
    reopened = states[ReviewState.REOPENED]
    said = f"{held or 'None'} of the {states.total()} scores {'have' if held > 1 else 'has'} been reviewed"
    found = [f"{state}: {states[state]}" for state in ReviewState if state.holds and states[state]]
    if reopened:
        found.append(f"reopened, as the score or a claim changed since: {reopened}")
    yield f"{said} ({', '.join(found)})." if found else f"{said}."
    examples = states[ReviewState.ILLUSTRATIVE]
    if examples:
        yield f"{examples} {'carry' if examples > 1 else 'carries'} an illustrative review: nobody has agreed to it."


def _left_off(definitions: Definitions) -> Iterator[str]:
    """Which shortlist is looked at, where it is not the usual one, and which options are not on it."""
    name = definitions.shortlist
    if name != DEFAULT_SHORTLIST:
        yield f"Only the options of the shortlist `{name}` are ranked."
    shortlist = {option.id for option in definitions.shortlisted()}
    off = [name for name, option in definitions.options.items() if name not in shortlist and option.role == "option"]
    if off:
        yield f"Not on the shortlist `{name}` in steelyard.yaml, so not ranked: {', '.join(off)}."


def _status(ranking: Ranking, definitions: Definitions) -> str:
    weight_set = definitions.weight_sets[ranking.weights]
    if weight_set.from_data:
        agreed = "" if weight_set.status == "illustrative" else f" Agreed at {weight_set.at} on {weight_set.on}."
        return f"Weights: {weight_set.title}, worked out from the options' numbers: nobody judged what matters.{agreed}"
    if weight_set.status == "agreed":
        return f"Weights: {weight_set.title}, agreed at {weight_set.at} on {weight_set.on}."
    return f"Weights: {weight_set.title}, illustrative: nobody has agreed to them."
