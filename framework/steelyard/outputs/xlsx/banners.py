"""The words that stand on every sheet once something differs, and which numbers those are."""

from collections.abc import Mapping

from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.fact import Fact

WEIGHTS_BANNER = "MODIFIED: NOT THE AGREED WEIGHTS"
SCORES_BANNER = "MODIFIED: SCORES DIFFER FROM THE DEFINITIONS"
OWN_SHOWN = "own weights are shown"
ELSEWHERE = ", none of them in the set shown"


def banners(content: Content, cell: Mapping[str, str]) -> Mapping[str, Fact]:
    """The banner for weights, the banner for scores, and both in one line."""
    own = len(content.sets) + 1
    weights, scores = cell["weights_banner"], cell["scores_banner"]
    count, chosen = cell["weights_changed"], cell["chosen"]
    elsewhere = f'IF(AND({cell["set_changed"]}=0,{chosen}<{own}),"{ELSEWHERE}","")'
    which = (
        f'IF({chosen}={own},"{OWN_SHOWN}"&IF({count}>0,"; ",""),"")'
        f'&IF({count}>0,{_differ(count, "weight")}&" from the files"&{elsewhere},"")'
    )
    return {
        "weights_banner": Fact(
            "Banner: weights", f'=IF(OR({count}>0,{chosen}={own}),"{WEIGHTS_BANNER} ("&{which}&")","")', ""
        ),
        "scores_banner": Fact(
            "Banner: scores",
            f'=IF({cell["scores_changed"]}>0,"{SCORES_BANNER} ("&{_differ(cell["scores_changed"], "score")}&")","")',
            "",
        ),
        "banner": Fact("Banner", f'={weights}&IF(AND({weights}<>"",{scores}<>"")," / ","")&{scores}', ""),
    }


def _differ(count: str, noun: str) -> str:
    """How many differ: 1 weight differs, 2 weights differ."""
    return f'{count}&IF({count}=1," {noun} differs"," {noun}s differ")'
