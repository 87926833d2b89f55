"""The single cells that the rest asks for by name: which set is shown, what was changed, who comes first.

Each fact is a formula with the result it has as the workbook leaves us. They stand at the top of `Workings`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from steelyard.model.ranking import rounded
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.content import Content
from steelyard.outputs.xlsx.layout import Layout
from steelyard.outputs.xlsx.pen import Result

READY, LEADS = "ready", "yes"
WEIGHTS_BANNER = "MODIFIED: NOT THE AGREED WEIGHTS"
SCORES_BANNER = "MODIFIED: SCORES DIFFER FROM THE DEFINITIONS"
NO_SET = "No weight set has this name: choose one from the list."
NO_SCORES = "No option has a score on every criterion."
TIED = " (shares first place with another option)"
CLOSE, CLOSE_END = "Too close to call: ", " options could well be first; Summary marks them."
CLEAR = "Not too close to call: no other option is near enough, or often enough ahead, to be first."
MARGIN_ONLY = "Not too close by the margin. The ranges of the scores were not drawn again for these numbers."
ALONE = "Only one option is ranked, so there is nothing to compare it with."
BASELINE_BEHIND = "The baseline does not win: at least one option scores above it."
BASELINE_SHARES = "The baseline shares first place: the best option does no better than current policy."
BASELINE_WINS = "The baseline wins: no option scores above current policy as it stands."
BASELINE_UNRANKED = "The baseline is not ranked."


@dataclass(frozen=True)
class Fact:
    """A single cell: what it says, its formula, its result as built, and how it is shown."""

    label: str
    formula: str
    result: Result
    look: str = "plain"


def facts_of(content: Content, places: Layout) -> Mapping[str, Fact]:
    """Every fact by name, in the order in which they stand."""
    found = {**_choice(content, places), **_changes(places), **_banners(content, places)}
    found |= {**_front(content, places), **_verdicts(content, places)}
    return {name: found[name] for name in at.FACTS}


def leader_count(content: Content, number: int) -> int:
    """How many options lead under a stored set, as worked out with draws of the scores."""
    return len(content.sets[number].valuation.leaders)


def _own(places: Layout) -> dict[str, str]:
    """The facts' cells as formulas on `Workings` name them."""
    area = places.workings.facts.here
    return {name: area.cell(row) for row, name in enumerate(at.FACTS)}


def _choice(content: Content, places: Layout) -> dict[str, Fact]:
    """Which weight set is shown, and whether its numbers will do."""
    cell, sets = _own(places), places.weights.sets
    record = content.sets[content.shown].record
    selector = f"{sets.sheet}!${at.letters(at.SELECTOR[1])}${at.SELECTOR[0] + 1}"
    title, name, status = (
        f"INDEX({sets.column(column)},{cell['chosen']})" for column in (at.SET_TITLE, at.SET_NAME, at.SET_STATUS)
    )
    shown = f"Weights shown: {record.title} ({record.id}), {record.status}"
    return {
        "chosen": Fact(
            "Number of the chosen weight set",
            f"=IFERROR(MATCH({selector},{sets.column(at.SET_NAME)},0),0)",
            content.shown + 1,
        ),
        "state": Fact(
            "Can it be used?",
            f'=IF({cell["chosen"]}=0,"{NO_SET}",INDEX({sets.column(at.SET_STATE)},{cell["chosen"]}))',
            READY,
        ),
        "ready": Fact("1 if it can", f'=IF({cell["state"]}="{READY}",1,0)', 1),
        "shown": Fact(
            "The weights shown, in words",
            f'=IF({cell["chosen"]}=0,"{NO_SET}","Weights shown: "&{title}&" ("&{name}&"), "&{status})',
            shown,
        ),
    }


def _changes(places: Layout) -> dict[str, Fact]:
    """What differs from the definitions."""
    cell, sets = _own(places), places.weights.sets
    stored = sets.height - 1
    changed = sets.span((0, at.SET_CHANGED), (stored - 1, at.SET_CHANGED))
    scores = f"Scores!$C${places.scores.top + 1}:$C${places.scores.top + places.scores.height}"
    as_built = (
        f"=IF(AND({cell['ready']}=1,{cell['weights_changed']}=0,{cell['scores_changed']}=0,"
        f"{cell['chosen']}<={stored}),1,0)"
    )
    return {
        "weights_changed": Fact("Weights changed", f"=SUM({changed})", 0),
        "scores_changed": Fact("Scores changed", f"=SUM({scores})", 0),
        "as_built": Fact("1 if a stored set is shown and nothing was changed", as_built, 1),
    }


def _banners(content: Content, places: Layout) -> dict[str, Fact]:
    """The words that stand on every sheet once something differs."""
    cell = _own(places)
    own = len(content.sets) + 1
    weights, scores = cell["weights_banner"], cell["scores_banner"]
    return {
        "weights_banner": Fact(
            "Banner: weights",
            f'=IF(OR({cell["weights_changed"]}>0,{cell["chosen"]}={own}),"{WEIGHTS_BANNER}","")',
            "",
        ),
        "scores_banner": Fact("Banner: scores", f'=IF({cell["scores_changed"]}>0,"{SCORES_BANNER}","")', ""),
        "banner": Fact("Banner", f'={weights}&IF(AND({weights}<>"",{scores}<>"")," / ","")&{scores}', ""),
    }


def _front(content: Content, places: Layout) -> dict[str, Fact]:
    """The numbers behind first place: best, second, margin, how many share or come near."""
    cell, totals, valuation = _own(places), places.workings.totals.here, content.valuation
    total, ranks = totals.column(at.TOTAL), totals.column(at.RANK)
    ordered = sorted((float(each) for each in valuation.totals), reverse=True)
    best, second, count = cell["best"], cell["second"], cell["ranked"]
    leads = places.ranking.column(at.LEADER)
    near = sum(rounded(ordered[0] - each) <= _close_call(content) for each in ordered)
    gap = f"IF(ROUND({best},9)=ROUND({second},9),0,{best}-{second})"
    return {
        "close_call": Fact("Margin up to which it is too close to call", "", _close_call(content)),
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
        "leaders": Fact(
            "Options that could well be first", f'=COUNTIF({leads},"{LEADS}")', leader_count(content, content.shown)
        ),
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
        "verdict": Fact("How close", _verdict_formula(cell), _verdict(content)),
        "baseline": _baseline(content, places),
    }


def _verdict_formula(cell: Mapping[str, str]) -> str:
    return (
        f'=IF({cell["ranked"]}=0,"",IF({cell["ranked"]}=1,"{ALONE}",IF({cell["leaders"]}>1,'
        f'"{CLOSE}"&{cell["leaders"]}&"{CLOSE_END}",IF({cell["as_built"]}=1,"{CLEAR}","{MARGIN_ONLY}"))))'
    )


def _verdict(content: Content) -> str:
    leaders = leader_count(content, content.shown)
    if len(content.options) == 1:
        return ALONE
    return f"{CLOSE}{leaders}{CLOSE_END}" if leaders > 1 else CLEAR


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


def _close_call(content: Content) -> float:
    return content.report.definitions.decision.close_call
