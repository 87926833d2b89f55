"""The single cells that the rest asks for by name: which set is shown, what was changed, who comes first.

Each fact is a formula with the result it has as the workbook leaves us. They stand at the top of `Workings`.
"""

from collections.abc import Mapping

from steelyard.model.ranking import rounded
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.banners import banners
from steelyard.outputs.xlsx.closeness import close_call, closeness
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.fact import Fact
from steelyard.outputs.xlsx.layout import Layout
from steelyard.outputs.xlsx.remarks import remarks

READY = "ready"
ILLUSTRATIVE, BY_NOBODY = "illustrative", ": nobody has agreed to these weights"
NO_SET = "No weight set has this name: choose one from the list."
NO_SCENARIO = "No scenario has this name: choose one from the list."
NO_SCORES = "No option has a score on every criterion."
IN_SCENARIO = ". SCENARIO SHOWN, NOT THE SCORES AS THEY ARE: "
TIED = " (shares first place with another option)"
BASELINE_BEHIND = "The baseline does not win: at least one option scores above it."
BASELINE_SHARES = "The baseline shares first place: the best option does no better than current policy."
BASELINE_WINS = "The baseline wins: no option scores above current policy as it stands."
BASELINE_UNRANKED = "The baseline is not ranked."


def facts_of(content: Content, places: Layout) -> Mapping[str, Fact]:
    """Every fact by name, in the order in which they stand."""
    found = {**_choice(content, places), **_changes(places), **banners(content, _own(places))}
    found |= {**_front(content, places), **closeness(content, places, _own(places)), **_verdicts(content, places)}
    found |= remarks(content, places)
    return {name: found[name] for name in at.FACTS}


def _own(places: Layout) -> dict[str, str]:
    """The facts' cells as formulas on `Workings` name them."""
    area = places.workings.facts.here
    return {name: area.cell(row) for row, name in enumerate(at.FACTS)}


def _choice(content: Content, places: Layout) -> dict[str, Fact]:
    """Which weight set is shown, and whether its numbers will do."""
    cell, sets = _own(places), places.weights.sets
    record, status_shown = content.sets[content.shown].record, content.sets[content.shown].status
    selector = f"{sets.sheet}!${at.letters(at.SELECTOR[1])}${at.SELECTOR[0] + 1}"
    title, name, status = (
        f"INDEX({sets.column(column)},{cell['chosen']})" for column in (at.SET_TITLE, at.SET_NAME, at.SET_STATUS)
    )
    state = f"INDEX({sets.column(at.SET_STATE)},{cell['chosen']})"
    nobody = BY_NOBODY if status_shown == ILLUSTRATIVE else ""
    shown = f"Weights shown: {record.title} ({record.id}), {status_shown}{nobody}"
    return {
        "chosen": Fact(
            "Number of the chosen weight set",
            f"=IFERROR(MATCH({selector},{sets.column(at.SET_NAME)},0),0)",
            content.shown + 1,
        ),
        "state": Fact(
            "Can it be used?",
            f'=IF({cell["chosen"]}=0,"{NO_SET}",{_unless_no_scenario(places, state)})',
            READY,
        ),
        "ready": Fact("1 if it can", f'=IF({cell["state"]}="{READY}",1,0)', 1),
        "shown": Fact(
            "The weights shown, in words",
            f'=IF({cell["chosen"]}=0,"{NO_SET}","Weights shown: "&{title}&" ("&{name}&"), "&{status}'
            f'&IF({status}="{ILLUSTRATIVE}","{BY_NOBODY}",""){_scenario_shown(places)})',
            shown,
        ),
    }


def _unless_no_scenario(places: Layout, state: str) -> str:
    """A set's state, unless a scenario is asked for that is not there."""
    futures = places.futures
    return state if futures is None else f'IF({futures.chosen.cell()}<0,"{NO_SCENARIO}",{state})'


def _scenario_shown(places: Layout) -> str:
    """The end of the sentence on what is shown: which scenario, if any."""
    futures = places.futures
    if futures is None:
        return ""
    chosen = futures.chosen.cell()
    title, name = (f"INDEX({futures.table.column(column)},{chosen}+1)" for column in (0, 1))
    return f'&IF({chosen}>0,"{IN_SCENARIO}"&{title}&" ("&{name}&")","")'


def _changes(places: Layout) -> dict[str, Fact]:
    """What differs from the definitions."""
    cell, sets = _own(places), places.weights.sets
    stored = sets.height - 1
    changed = sets.span((0, at.SET_CHANGED), (stored - 1, at.SET_CHANGED))
    scores = f"Scores!$C${places.scores.top + 1}:$C${places.scores.top + places.scores.height}"
    in_shown = f"INDEX({sets.column(at.SET_CHANGED)},{cell['chosen']})"
    as_scored = "" if places.futures is None else f",{places.futures.chosen.cell()}=0"
    as_built = (
        f"=IF(AND({cell['ready']}=1,{cell['set_changed']}=0,{cell['scores_changed']}=0,"
        f"{cell['chosen']}<={stored}{as_scored}),1,0)"
    )
    return {
        "weights_changed": Fact("Weights changed, in any stored set", f"=SUM({changed})", 0),
        "set_changed": Fact(
            "Weights changed, in the set shown",
            f"=IF(AND({cell['chosen']}>0,{cell['chosen']}<={stored}),{in_shown},0)",
            0,
        ),
        "scores_changed": Fact("Scores changed", f"=SUM({scores})", 0),
        "as_built": Fact("1 if a stored set is shown, and neither it nor a score was changed", as_built, 1),
    }


def _front(content: Content, places: Layout) -> dict[str, Fact]:
    """The numbers behind first place: best, second, margin, how many share or come near."""
    cell, totals, valuation = _own(places), places.workings.totals.here, content.valuation
    total, ranks = totals.column(at.TOTAL), totals.column(at.RANK)
    ordered = sorted((float(each) for each in valuation.totals), reverse=True)
    best, second, count = cell["best"], cell["second"], cell["ranked"]
    near = sum(rounded(ordered[0] - each) <= close_call(content) for each in ordered)
    gap = f"IF(ROUND({best},9)=ROUND({second},9),0,{best}-{second})"
    return {
        "close_call": Fact("Margin up to which it is too close to call", "", close_call(content)),
        "ranked": Fact("Options ranked", f"=COUNT({ranks})", len(ordered)),
        "best": Fact("Best total", f'=IF({count}>0,MAX({total}),"")', ordered[0]),
        "second": Fact("Second total", f'=IF({count}>1,LARGE({total},2),"")', ordered[1] if len(ordered) > 1 else ""),
        "margin": Fact(
            "Margin over the next",
            f'=IF({count}>1,{gap},"")',
            "" if valuation.margin is None else valuation.margin,
        ),
        "first_count": Fact("Options in first place", f"=COUNTIF({ranks},1)", valuation.ranks.count(1)),
        "within": Fact("Options within the close-call margin of the first", f"=SUM({totals.column(at.WITHIN)})", near),
    }


def _verdicts(content: Content, places: Layout) -> dict[str, Fact]:
    """First place, how close it is, and where the baseline stands, in sentences."""
    cell, valuation = _own(places), content.valuation
    first = content.options[valuation.order[0]].title
    titles = f"$A${places.workings.totals.top + 1}:$A${places.workings.totals.top + len(content.options)}"
    position = places.workings.sorted.here.cell(0, at.SORTED_ROW)
    several = valuation.ranks.count(1) > 1
    return {
        "first_title": Fact("First in order", f'=IF({cell["ranked"]}>0,INDEX({titles},{position}),"")', first),
        "first": Fact(
            "First place",
            f'=IF({cell["ranked"]}=0,IF({cell["ready"]}=1,"{NO_SCORES}",{cell["state"]}),'
            f'{cell["first_title"]}&IF({cell["first_count"]}>1,"{TIED}",""))',
            first + (TIED if several else ""),
        ),
        "baseline": _baseline(content, places),
    }


def _baseline(content: Content, places: Layout) -> Fact:
    label = "The baseline"
    if content.baseline is None:
        return Fact(label, "", BASELINE_UNRANKED)
    totals, row = places.workings.totals.here, content.baseline
    rank, tied = totals.cell(row, at.RANK), totals.cell(row, at.TIED)
    formula = (
        f'=IF(ISNUMBER({rank}),IF({rank}>1,"{BASELINE_BEHIND}",'
        f'IF({tied}>0,"{BASELINE_SHARES}","{BASELINE_WINS}")),"{BASELINE_UNRANKED}")'
    )
    ranks = content.valuation.ranks
    if ranks[row] > 1:
        return Fact(label, formula, BASELINE_BEHIND)
    return Fact(label, formula, BASELINE_SHARES if ranks.count(1) > 1 else BASELINE_WINS)
