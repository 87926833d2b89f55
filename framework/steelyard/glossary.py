"""What the words of every output mean, and by which method its numbers were worked out."""

Meanings = tuple[tuple[str, str], ...]
"""Words, each with what it means."""

WORDS: Meanings = (
    (
        "Score",
        (
            "A number on a criterion's own scale: what an option achieves by the horizon, judged from the standpoint, "
            "under current policy plus this option and what it requires."
        ),
    ),
    (
        "Value",
        (
            "A score turned into value by the criterion's curve: 0 at the worst end of the declared scale, 1 at the "
            "best. Scores beyond the ends count as the ends unless the curve is declared to go on."
        ),
    ),
    ("Points", "What people judged: how much the swing over the range judged matters, beside other swings."),
    (
        "Share",
        (
            "A criterion's weight on its full scale: points over the value that the judged range spans, divided by "
            "the sum over all criteria. In sets judged by groups, a group's points are dealt out to its criteria. "
            "Shares sum to 1."
        ),
    ),
    ("Contribution", "Value times share: what a criterion adds to an option's total."),
    (
        "Total",
        (
            "The sum of an option's contributions, from 0 to 1. It compares these options on these criteria under "
            "these weights; it has no meaning outside that."
        ),
    ),
    (
        "Rank",
        (
            "The order of totals rounded to nine places. Equal totals share a rank, and the next rank is left out "
            "(1, 2, 2, 4)."
        ),
    ),
    (
        "Above the baseline",
        (
            "An option's total less the baseline's. The baseline is current policy, unchanged; it is "
            "scored and ranked like any option."
        ),
    ),
    ("Confidence", "How open a judgement is to change. It is not the range, and not a probability."),
    ("Low, high", "Bounds outside which the team would be astonished."),
)

METHOD: Meanings = (
    (
        "Model",
        (
            "Additive multi-attribute value model (Keeney and Raiffa 1976): total = sum of share x value. It "
            "holds where how much a gain on one criterion is worth does not depend on the others."
        ),
    ),
    (
        "Weights",
        (
            "Swing weights (von Winterfeldt and Edwards 1986): tied to the range of scores on which each swing "
            "was judged."
        ),
    ),
    ("Draws", "Each score is drawn from a triangle over its range with the value as its peak, each on its own."),
)
