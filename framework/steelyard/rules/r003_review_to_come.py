"""A review is dated on a day that is yet to come.

A record says who has looked at a number, and when. The day is held against the clock's, or against the one that
SOURCE_DATE_EPOCH names; what is built leaves this finding out unless that is set.

Wrong:

    # options/beans.yaml
    scores:
      noise:
        review:
          by: second reader
          on: 2998-03-04
          verdict: supports
          digest: >-
            3869bcd4ef7e9d585bf07ca26dcf1e8fa5dd29667af253789696f136c0da7aab

Right:

    # options/beans.yaml
    scores:
      noise:
        review:
          by: second reader
          on: 2026-03-04
          verdict: supports
          digest: >-
            3869bcd4ef7e9d585bf07ca26dcf1e8fa5dd29667af253789696f136c0da7aab
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions
from steelyard.documents.references import judged_numbers


def find(definitions: Definitions, bench: Bench) -> Iterator[Found]:
    """Each review whose day is after today."""
    for number in judged_numbers(definitions):
        review = number.judgement.review
        if review is not None and review.on > bench.today:
            yield Found(
                definitions.place(number.path, *number.steps, "review", "on"),
                f"the review of {number.name} is dated {review.on}, which is yet to come",
                "Write the day on which it was looked at; until then, leave `review` out.",
            )


r003_review_to_come = Rule(code="R003", severity="error", title="Review yet to come", find=find, by_the_day=True)
