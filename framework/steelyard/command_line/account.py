"""The account of one option: what each criterion adds, and what speaks for and against each score."""

from collections.abc import Iterator, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from steelyard.command_line.matrix import console
from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.option import Judgement, Option, Score
from steelyard.documents.reviews import review_sentence
from steelyard.errors import UnknownNameError
from steelyard.figures import decimals, signed
from steelyard.headline import decided, standing, why_decided
from steelyard.results.ranking import Ranking
from steelyard.scales import level_label
from steelyard.shelf import did_you_mean


def print_account(name: str, against: str | None, ranking: Ranking, definitions: Definitions, *, colour: bool) -> None:
    """Print where an option stands and why; beside another option where one is named."""
    row = _row(name, ranking, definitions)
    rival = _row(against or definitions.decision.baseline, ranking, definitions)
    screen = console(colour=colour)
    option = definitions.options[name]
    screen.print(Text(option.title, style="bold"))
    screen.print(option.summary)
    screen.print(standing(row, ranking, definitions))
    for sentence in _decision(name, definitions):
        screen.print(sentence)
    screen.print(_contributions(row, rival, ranking, definitions))
    screen.print(_swap(row, rival, ranking, definitions))
    for criterion in definitions.criteria_in_order():
        judged = option.judgement_on(criterion)
        if judged is not None:
            _print_score(screen, criterion, option, judged, definitions)


def _decision(name: str, definitions: Definitions) -> Iterator[str]:
    """What was decided and why, where this option was chosen."""
    taken = definitions.decision.taken
    if taken is not None and name in taken.chosen:
        yield from decided(definitions)
        yield from why_decided(definitions)


def _row(name: str, ranking: Ranking, definitions: Definitions) -> int:
    valuation = ranking.valuation
    if name in valuation.options:
        return valuation.options.index(name)
    reason = next((each.because for each in ranking.unranked if each.option == name), None)
    if reason is not None:
        raise UnknownNameError(f"'{name}' is not ranked: {reason}")
    if name in definitions.options:
        raise UnknownNameError(
            f"'{name}' is not on the shortlist `{definitions.shortlist}`, so it is not ranked; see --shortlist"
        )
    raise UnknownNameError(f"there is no option '{name}'. {did_you_mean(name, definitions.options)}")


def _contributions(row: int, rival: int, ranking: Ranking, definitions: Definitions) -> Table:
    valuation = ranking.valuation
    other = definitions.options[valuation.options[rival]]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("Criterion", max_width=34)
    for heading in ("Score", "Value", "Share", "Adds"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column(f"More than {other.title}", justify="right", max_width=18)
    lead = valuation.contributions[row] - valuation.contributions[rival]
    for column in sorted(range(len(valuation.criteria)), key=lambda each: -abs(lead[each])):
        criterion = definitions.criteria[valuation.criteria[column]]
        table.add_row(
            criterion.title,
            f"{valuation.scores[row, column]:g}",
            decimals(valuation.values[row, column]),
            f"{valuation.shares[column]:.1%}",
            decimals(valuation.contributions[row, column]),
            signed(lead[column]),
        )
    table.add_row("Total", "", "", "", decimals(valuation.totals[row]), signed(lead.sum()), style="bold")
    return table


def _swap(row: int, rival: int, ranking: Ranking, definitions: Definitions) -> str:
    """What would change the order of the two options: the smallest change of a single score."""
    valuation = ranking.valuation
    lead = float(valuation.totals[row] - valuation.totals[rival])
    title = definitions.options[valuation.options[row]].title
    other = definitions.options[valuation.options[rival]].title
    if row == rival:
        return "This is the baseline itself."
    reach = valuation.shares * (valuation.values[row] if lead > 0 else 1 - valuation.values[row])
    enough = [column for column in range(len(reach)) if reach[column] > abs(lead)]
    moves = "fell" if lead > 0 else "rose"
    if not enough:
        return f"No change of a single score of {title} would swap it with {other}."
    easiest = min(enough, key=lambda column: abs(lead) / valuation.shares[column])
    criterion = definitions.criteria[valuation.criteria[easiest]]
    needed = abs(lead) / float(valuation.shares[easiest])
    return (
        f"It would swap with {other} if its value on {criterion.title} {moves} by "
        f"{decimals(needed)} of the scale (from {decimals(valuation.values[row, easiest])}), all else the same."
    )


def _print_score(
    screen: Console, criterion: Criterion, option: Option, judged: Judgement, definitions: Definitions
) -> None:
    place = definitions.place_of_number(option, criterion)
    screen.print()
    screen.print(Text(f"{criterion.title}: {_level(criterion, judged)}", style="bold"))
    for line in _assessors(judged, definitions):
        screen.print(Padding(line, (0, 0, 0, 2)))
    screen.print(Padding(f"{judged.rationale}", (0, 0, 0, 2)))
    confidence = f"Confidence {judged.confidence}. " if isinstance(judged, Score) else ""
    basis = {
        "documents": "Rests on documents.",
        "judgement": "Rests on judgement alone.",
        "definition": "True by definition.",
    }[judged.basis]
    review = review_sentence(definitions, JudgedNumber(option, option.steps_to(criterion), judged))
    screen.print(Padding(f"{confidence}{basis} {review} {place}", (0, 0, 0, 2)))
    for word, references in (("For", judged.evidence), ("Against", judged.against)):
        for line in _claims(word, references, judged.implies, definitions):
            screen.print(Padding(line, (0, 0, 0, 2)))


def _assessors(judged: Judgement, definitions: Definitions) -> Iterator[str]:
    """What each assessor of a panel judged, and how the number follows; nothing where there is no panel."""
    if judged.panel is not None:
        count = len(judged.panel)
        yield f"The {definitions.decision.panel_aggregate} of {count} assessors, and from the lowest to the highest:"
        for name, assessor in judged.panel.items():
            yield f"  {name}: {assessor.value:g} (from {assessor.lowest:g} to {assessor.highest:g})"


def _level(criterion: Criterion, judged: Judgement) -> str:
    shape = "" if judged.distribution is None else f"; {judged.distribution.words}"
    text = f"{judged.value:g} (from {judged.lowest:g} to {judged.highest:g}{shape})"
    label = level_label(criterion, judged.value)
    return f"{text}, {label}" if label else text


def _claims(
    word: str, references: Sequence[str], implies: Mapping[str, float], definitions: Definitions
) -> Iterator[str]:
    for reference in references:
        claim, source = definitions.claim(reference), definitions.source_of(reference)
        if claim is not None and source is not None:
            implied = f", implies {implies[reference]:g}" if reference in implies else ""
            yield (
                f"{word}: {claim.statement} [{reference}, paragraph {claim.at.paragraph}, "
                f"reliability {source.reliability}, credibility {claim.credibility}{implied}]"
            )
