"""Reviews are reopened: what they were bound to has changed since.

A review says that a number followed from its claims as both stood on that day. It is bound to them by a digest, so
any edit of the number, its range, its rationale or a claim it cites reopens it, and its verdict no longer counts.
An illustrative review, which never counted, is held to the same.

Have the reviewer look again, then write the review anew: `steelyard evidence review OPTION CRITERION --by ROLE
--verdict supports --status agreed`. There is one finding an option.

Wrong:

    # options/beans.yaml
    scores:
      noise:
        value: 71
        review:
          by: second reader
          on: 2026-03-04
          verdict: supports
          digest:
            3869bcd4ef7e9d585bf07ca26dcf1e8fa5dd29667af253789696f136c0da7aab

Right:

    # options/beans.yaml
    scores:
      noise:
        value: 72
        review:
          by: second reader
          on: 2026-03-04
          verdict: supports
          digest:
            3869bcd4ef7e9d585bf07ca26dcf1e8fa5dd29667af253789696f136c0da7aab
"""

from collections.abc import Iterator

from steelyard.contracts import Bench, Found, Rule
from steelyard.documents.definitions import Definitions, JudgedNumber
from steelyard.documents.references import judged_numbers
from steelyard.documents.reviews import has_changed_since


def find(definitions: Definitions, _: Bench) -> Iterator[Found]:
    """One finding for each option with reopened reviews, at the first of them."""
    reopened: dict[str, list[tuple[JudgedNumber, str]]] = {}
    for number in judged_numbers(definitions):
        review = number.judgement.review
        if review is not None and has_changed_since(definitions, number, review):
            reopened.setdefault(number.option.id, []).append((number, review.status))
    for (first, status), *others in reopened.values():
        more = f" (as are {len(others)} more of its reviews)" if len(others) > 1 else ""
        more = " (as is 1 more of its reviews)" if len(others) == 1 else more
        yield Found(
            definitions.place(first.path, *first.steps, "review", "digest"),
            f"the review of {first.name} is reopened{more}: the number or a claim it cites has changed since",
            f"Have it looked at again: steelyard evidence review {first.option.id} {first.steps[-1]} --by ROLE "
            f"--verdict VERDICT --status {status}.",
        )


r001_review_reopened = Rule(code="R001", severity="warning", title="Review reopened", find=find)
