"""Who could well be first: by the margin live, by draws of the scores only while these hold.

Draws are made when the workbook is built, under each stored set. They are given up as soon as the set that is
shown, or any score, is no longer what was drawn; from then on every count says that it is a lower bound.
"""

from collections.abc import Mapping

from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.fact import Fact
from steelyard.outputs.xlsx.layout import Layout

LEADS, NOT_KNOWN = "yes", "not known"
AT_THE_VALUES, NOT_DRAWN = "first at the values", "not drawn again"
CLOSE, CLOSE_END = "Too close to call: ", " options could well be first; Summary marks them."
CLEAR = "Not too close to call: no other option is near enough, or often enough ahead, to be first."
SEVERAL, AT_LEAST = "Too close to call: at least ", "At least "
MARGIN_ALONE = " could well be first by the margin alone; the scores' ranges are not drawn again"
ALONE = "Only one option is ranked, so there is nothing to compare it with."
EACH_BY_ITSELF = (
    "Shares of draws: each score is drawn by itself, so doubt that all options share "
    "overstates the doubt about their order."
)


def closeness(content: Content, places: Layout, cell: Mapping[str, str]) -> Mapping[str, Fact]:
    """Whether the draws settle who could well be first, how many could, and that in a sentence."""
    leads, led = places.ranking.column(at.LEADER), places.workings.led.here.row()
    chosen, stored = cell["chosen"], len(content.sets)
    count = leader_count(content, content.shown)
    return {
        "settled": Fact(
            "1 if the draws, or the want of any range, settle who could well be first",
            f"={cell['as_built'] if content.ranged else cell['ready']}",
            1,
        ),
        "leaders": Fact("Options known to be able to be first", f'=COUNTIF({leads},"{LEADS}")', count),
        "leaders_built": Fact(
            "As built",
            f'=IF(AND({chosen}>0,{chosen}<={stored})," (as built: "&INDEX({led},{chosen})&")","")',
            f" (as built: {count})",
        ),
        "verdict": Fact("How close", _verdict_formula(cell), _verdict(content)),
    }


def leader_count(content: Content, number: int) -> int:
    """How many options lead under a stored set, as worked out with draws of the scores."""
    return len(content.sets[number].valuation.leaders)


def close_call(content: Content) -> float:
    """The margin up to which it is too close to call."""
    return content.report.definitions.decision.close_call


def _verdict_formula(cell: Mapping[str, str]) -> str:
    count = cell["leaders"]
    known = f'IF({count}>1,"{CLOSE}"&{count}&"{CLOSE_END}","{CLEAR}")'
    bound = f'IF({count}>1,"{SEVERAL}","{AT_LEAST}")&{count}&"{MARGIN_ALONE}"&{cell["leaders_built"]}&"."'
    return f'=IF({cell["ranked"]}=0,"",IF({cell["ranked"]}=1,"{ALONE}",IF({cell["settled"]}=1,{known},{bound})))'


def _verdict(content: Content) -> str:
    leaders = leader_count(content, content.shown)
    if len(content.options) == 1:
        return ALONE
    return f"{CLOSE}{leaders}{CLOSE_END}" if leaders > 1 else CLEAR
