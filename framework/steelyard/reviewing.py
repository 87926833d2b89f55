"""Writing a review into an option's file: nobody types a digest, and comments stay."""

from dataclasses import dataclass
from datetime import date

from steelyard.documents.criterion import CostScale
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.option import Option
from steelyard.documents.reviews import analyst_of, review_digest, same_role
from steelyard.errors import OutputError, UnknownNameError
from steelyard.recording import written
from steelyard.shelf import did_you_mean
from steelyard.today import today

COST = "cost"


@dataclass(frozen=True)
class NewReview:
    """What a reviewer found about a number, before it is bound to what stands there.

    `status` says whether that role stands by it (`agreed`) or it only shows what a review looks like (`illustrative`).
    """

    by: str
    on: date
    verdict: str
    status: str


def review(definitions: Definitions, number: JudgedNumber, new: NewReview) -> None:
    """Write what a reviewer found about one number, bound to the digest of what stands there now.

    Raises OutputError where the reviewer is the analyst, where the day is yet to come, or where the file is not written
    so that the review can be put in.
    """
    analyst = analyst_of(definitions, number.option)
    if not new.by.strip():
        raise OutputError("a review names the role that reviewed: --by ROLE")
    if same_role(new.by, analyst):
        raise OutputError(f"{number.name} was judged by '{analyst}', so another role has to review it")
    if new.on > today():
        raise OutputError(f"a review is dated on the day on which someone looked, and {new.on} is yet to come")
    found = {
        "by": " ".join(new.by.split()), "on": new.on.isoformat(), "verdict": new.verdict, "status": new.status,
        "digest": review_digest(definitions, number),
    }  # fmt: skip
    written(definitions.root / number.path, number.steps, "review", found)


def number_of(definitions: Definitions, option: str, criterion: str) -> JudgedNumber:
    """The number that an option states on a criterion (its id, or `cost`); UnknownNameError where there is none."""
    if option not in definitions.options:
        raise UnknownNameError(f"there is no option '{option}'. {did_you_mean(option, definitions.options)}")
    found = definitions.options[option]
    steps = _steps(definitions, found, criterion)
    judgement = found.cost if steps == (COST,) else found.scores.get(criterion)
    if judgement is None:
        what = "cost" if steps == (COST,) else f"score on '{criterion}'"
        raise UnknownNameError(f"'{option}' states no {what}")
    return JudgedNumber(found, steps, judgement)


def _steps(definitions: Definitions, option: Option, criterion: str) -> tuple[str, ...]:
    known = definitions.criteria.get(criterion)
    if known is not None:
        return (COST,) if isinstance(known.scale, CostScale) else option.steps_to(known)
    if criterion != COST:
        raise UnknownNameError(
            f"there is no criterion '{criterion}'. {did_you_mean(criterion, [*definitions.criteria, COST])}"
        )
    return (COST,)
