"""A number is reviewed by the role that judged it.

A review counts because someone else looked. The analyst is the decision's `owner`, unless the option says
`scored_by`; the reviewer is another role.

Wrong:

    # options/beans.yaml
    scored_by: kitchen committee
    scores:
      noise:
        review:
          by: kitchen committee
          on: 2026-03-04
          verdict: supports
          digest:
            3869bcd4ef7e9d585bf07ca26dcf1e8fa5dd29667af253789696f136c0da7aab

Right:

    # options/beans.yaml
    scored_by: kitchen committee
    scores:
      noise:
        review:
          by: second reader
          on: 2026-03-04
          verdict: supports
          digest:
            3869bcd4ef7e9d585bf07ca26dcf1e8fa5dd29667af253789696f136c0da7aab
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers
from steelyard.documents.reviews import analyst_of, same_role


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """Each review whose role is that of the option's analyst."""
    for number in judged_numbers(definitions):
        review = number.judgement.review
        analyst = analyst_of(definitions, number.option)
        if review is not None and same_role(review.by, analyst):
            yield Found(
                definitions.place(number.path, *number.steps, "review", "by"),
                f"the review of {number.name} is by '{review.by}', the role that judged it",
                "Have another role review it, or name the role that judged it: `scored_by` in the option's file.",
            )


r002_reviewed_by_its_analyst = Rule(code="R002", severity="error", title="Reviewed by its own analyst", find=find)
