"""The numbers of an option as the page shows them: each with its place, its standing, and the claims it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.option import Judgement, Option, Score
from steelyard.documents.reviews import review_sentence
from steelyard.documents.source import Claim, Source
from steelyard.outputs.html.anchors import cost_at, score_at
from steelyard.results.report import Report
from steelyard.scales import level_label, range_text, unit_of
from steelyard.support import support_of

NO_CRITERION = "Cost, which no criterion reads"


@dataclass(frozen=True)
class Cited:
    """A claim as it is cited: by `source#claim`, for a number or against it, and what it would make of that alone."""

    reference: str
    claim: Claim
    source: Source
    implies: float | None = None

    @property
    def grade(self) -> str:
        """The source's reliability, then the claim's credibility."""
        return f"{self.source.reliability}{self.claim.credibility}"


@dataclass(frozen=True)
class Worth:
    """What a ranked option's number is worth: its value, the criterion's share, and what that adds to the total."""

    value: float
    share: float
    adds: float


@dataclass(frozen=True)
class Stated:
    """A number that an option's file states: where it stands on the page, what it is of, and how it was judged."""

    at: str
    option: Option
    criterion: Criterion | None
    judgement: Judgement
    steps: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the number is of."""
        return NO_CRITERION if self.criterion is None else self.criterion.title


@dataclass(frozen=True)
class Account:
    """A number with all that is said of it."""

    stated: Stated
    figure: str
    bounds: str
    confidence: str
    footing: str
    review: str
    worth: Worth | None
    evidence: tuple[Cited, ...]
    against: tuple[Cited, ...]


def stated_numbers(definitions: Definitions, option: Option) -> Iterator[Stated]:
    """Every number of an option, criteria in order; last its cost, where no criterion reads it."""
    for criterion in definitions.criteria_in_order():
        judgement = option.judgement_on(criterion)
        if judgement is not None:
            at = score_at(option.id, criterion.id)
            yield Stated(at, option, criterion, judgement, option.steps_to(criterion))
    if option.cost is not None and not definitions.reads_cost():
        yield Stated(cost_at(option.id), option, None, option.cost, ("cost",))


def account_of(report: Report, stated: Stated, row: int | None) -> Account:
    """All that is said of a number of the option that stands in a row of the ranking, or in none."""
    definitions, judgement = report.definitions, stated.judgement
    return Account(
        stated=stated,
        figure=_figure(definitions, stated),
        bounds=range_text(judgement.lowest, judgement.highest),
        confidence=judgement.confidence if isinstance(judgement, Score) else "",
        footing=_footing(definitions, stated),
        review=review_sentence(definitions, JudgedNumber(stated.option, stated.steps, judgement)),
        worth=None if row is None else _worth(report, stated, row),
        evidence=cited(definitions, judgement.evidence, judgement.implies),
        against=cited(definitions, judgement.against, judgement.implies),
    )


def cited(
    definitions: Definitions, references: tuple[str, ...], implies: Mapping[str, float] | None = None
) -> tuple[Cited, ...]:
    """The claims that references name, with their sources."""
    found = ((each, definitions.claim(each), definitions.source_of(each)) for each in references)
    return tuple(
        Cited(reference, claim, source, (implies or {}).get(reference))
        for reference, claim, source in found
        if claim is not None and source is not None
    )


def _figure(definitions: Definitions, stated: Stated) -> str:
    """The number as it is read: with its unit, or with its level's label."""
    number = range_text(stated.judgement.value, stated.judgement.value)
    if stated.criterion is None:
        cost = stated.option.cost
        return number if cost is None else f"{number} {cost.unit}, {cost.price_year} prices, {cost.terms}"
    said = level_label(stated.criterion, stated.judgement.value)
    if said:
        return f"{number}, {said}"
    unit = unit_of(stated.criterion, (stated.option, *definitions.options.values()))
    return f"{number} {unit}" if unit else number


def _footing(definitions: Definitions, stated: Stated) -> str:
    """What the number rests on, in the words of every output."""
    if stated.criterion is None:
        return stated.judgement.basis
    return str(support_of(definitions, stated.option, stated.criterion, stated.judgement).footing)


def _worth(report: Report, stated: Stated, row: int) -> Worth | None:
    """What the number is worth under the weight set that is shown; nothing for a cost that no criterion reads."""
    valuation = report.ranking.valuation
    if stated.criterion is None:
        return None
    column = valuation.criteria.index(stated.criterion.id)
    return Worth(
        float(valuation.values[row, column]),
        float(valuation.shares[column]),
        float(valuation.contributions[row, column]),
    )
