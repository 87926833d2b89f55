"""What a sweep shows, in a sentence: the formula, and the same words as built."""

from collections.abc import Mapping

from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.facts import TIED
from steelyard.outputs.xlsx.formulas import PLACES
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.pen import Result
from steelyard.outputs.xlsx.sweep import HOLDS_ALL, READY, Sweep

GOES, TO, STAYS = "First place goes from ", " to ", " stays first whatever the share of "
ONCE, PASSES, FALLS = " once the share of ", " passes ", " falls below "
AND_TO, IT_FALLS = ", and to ", " once that share falls below "
NOW, NOW_END = ". That share is ", " now."


def said_formula(book: Book, cell: Mapping[str, str]) -> str:
    """The sentence as a formula. A tie that comes about only at 0 or at 1 lets no option pass the first."""
    work = book.places.workings
    titles = Area("", work.totals.top, 0, work.totals.height).column()
    front = work.facts.here.cell(at.FACTS.index("first"))
    above, below = (f"INDEX({titles},{cell[name]})" for name in ("above", "below"))
    most, least, share = (f'ROUND(100*{cell[name]},1)&"%"' for name in ("most", "least", "share"))
    rises = f"IF({cell['above']}>0,ROUND({cell['most']},{PLACES})<1,1=0)"
    falls = f"IF({cell['below']}>0,ROUND({cell['least']},{PLACES})>0,1=0)"
    goes, once = f'"{GOES}"&{front}&"{TO}"', f'"{ONCE}"&{cell["part_title"]}'
    both = f'IF({falls},"{AND_TO}"&{below}&"{IT_FALLS}"&{least},"")'
    up = f'{goes}&{above}&{once}&"{PASSES}"&{most}&{both}'
    down = f'{goes}&{below}&{once}&"{FALLS}"&{least}'
    stays = f'{front}&"{STAYS}"&{cell["part_title"]}'
    sentence = f'IF({rises},{up},IF({falls},{down},{stays}))&"{NOW}"&{share}&"{NOW_END}"'
    return f'IF({cell["state"]}="{READY}",{sentence},{cell["state"]})'


def said(sweep: Sweep) -> str:
    """The sentence as built."""
    if not sweep.ready:
        return f"{sweep.title}{HOLDS_ALL}"
    options, ranks = sweep.content.options, sweep.content.valuation.ranks
    front = options[sweep.first].title + (TIED if ranks.count(1) > 1 else "")
    (least, most), (below, above) = sweep.holds, (options[row - 1].title for row in sweep.after)
    rises, falls = most != "" and _rounded(most) < 1, least != "" and _rounded(least) > 0
    sentence = f"{front}{STAYS}{sweep.title}"
    if rises:
        also = f"{AND_TO}{below}{IT_FALLS}{sweep.percent(least)}" if falls else ""
        sentence = f"{GOES}{front}{TO}{above}{ONCE}{sweep.title}{PASSES}{sweep.percent(most)}{also}"
    elif falls:
        sentence = f"{GOES}{front}{TO}{below}{ONCE}{sweep.title}{FALLS}{sweep.percent(least)}"
    return f"{sentence}{NOW}{sweep.percent(sweep.share)}{NOW_END}"


def _rounded(share: Result) -> float:
    return round(float(share), PLACES)
