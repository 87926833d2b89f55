"""Where things stand on the page: an id for each, made of the names in the files, so that links stay good.

Names hold no dots. Names joined by dots are therefore never the same for two things.
"""


def option_at(option: str) -> str:
    """The place of an option."""
    return f"option.{option}"


def score_at(option: str, criterion: str) -> str:
    """The place of the number judged for an option on a criterion."""
    return f"score.{option}.{criterion}"


def cost_at(option: str) -> str:
    """The place of a cost that no criterion reads."""
    return f"cost.{option}"


def criterion_at(criterion: str) -> str:
    """The place of a criterion."""
    return f"criterion.{criterion}"


def weights_at(weight_set: str) -> str:
    """The place of a weight set."""
    return f"weights.{weight_set}"


def source_at(source: str) -> str:
    """The place of a source."""
    return f"source.{source}"


def claim_at(reference: str) -> str:
    """The place of the claim that `source#claim` names."""
    return f"claim.{reference.replace('#', '.')}"


def exhibit_at(exhibit: str) -> str:
    """The place of an exhibit."""
    return f"exhibit.{exhibit}"


def chapter_at(first_exhibit: str) -> str:
    """The place of a chapter of exhibits, called after its first."""
    return f"chapter.{first_exhibit}"
