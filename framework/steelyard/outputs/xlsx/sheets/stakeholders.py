"""Every weight set's ranking side by side, live, and the option that nobody ranks low."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from steelyard.model.ranking import rounded
from steelyard.model.views import Views
from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.across import title_lines
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.content import OWN_TITLE
from steelyard.outputs.xlsx.facts import READY
from steelyard.outputs.xlsx.layout import Area
from steelyard.outputs.xlsx.pen import Pen, Result, lines_of

TITLE = "Stakeholders: the ranking under every weight set, side by side"
NOTE = "Live: changed weights, scores and the scenario shown count in every column at once. No inputs here."
LEFT_OUT = " Sets worked out from the options' numbers are nobody's judgement: the worst and best ranks leave them out."
ANSWERS = (
    "Least objectionable: the best worst rank",
    "Its worst rank",
    "Is it above the baseline in every stored set of judgements?",
    "Least objectionable of those that are",
)
FOUND = (
    "Worst rank",
    "Best rank",
    "Sets of judgements with it above the baseline",
    "Above the baseline in all of these?",
)
ORDER = ("Sum of its ranks", "Order: worst rank, then sum", "The same, of the acceptable")
RANKS, TOTALS = "Ranks under each weight set", "Totals under each weight set"
ROUNDED, SHARES = "Totals, nine places: what ranks compare", "Shares of each weight set, laid across"
YES, NO, UNKNOWN, NONE, BASELINE = "yes", "no", "not known", "none", "the baseline"
SHOWN, UNUSABLE = "shown", "cannot be used"
BIG = 1_000_000
"""More than any sum of ranks, so that the worst rank counts first."""
_COLUMN, _ID = 15, 26


@dataclass(frozen=True)
class _Sides:
    """Which weight set stands in which column: sets of judgements, then those that data make, then one's own.

    `numbers` count the sets as `Weights` does; the first `judged` of them are somebody's stored judgement.
    """

    book: Book
    numbers: tuple[int, ...]
    judged: int

    @property
    def views(self) -> Views:
        """The stored sets of judgements, as built."""
        sets = self.book.content.sets
        valuations = tuple(sets[number].valuation for number in self.numbers[: self.judged])
        baseline = self.book.content.report.definitions.decision.baseline
        return Views(valuations, valuations[0].options.index(baseline))

    def results(self, of: Callable[[int, int], Result]) -> list[list[Result]]:
        """For each option a result for each column, blank for one's own weights."""
        stored = len(self.book.content.sets)
        rows = range(len(self.book.content.options))
        return [["" if number == stored else of(number, row) for number in self.numbers] for row in rows]

    def span(self, area: Area) -> str:
        """The cells of the stored sets of judgements in a row left open."""
        return f"{area.beside(0)}:{area.beside(self.judged - 1)}"


def _sides(book: Book) -> _Sides:
    data = book.content.report.data_driven
    sets = book.content.sets
    judged = [number for number, each in enumerate(sets) if each.record.id not in data]
    made = [number for number, each in enumerate(sets) if each.record.id in data]
    return _Sides(book, (*judged, *made, len(sets)), len(judged) or len(sets))


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    places, sides = book.places.stakeholders, _sides(book)
    data_driven = len(sides.numbers) - 1 > sides.judged
    book.open_sheet(pen, TITLE, NOTE + LEFT_OUT * data_driven, (at.FIRST_ROW, 1), at.BLANK_ROW)
    pen.sheet.set_column(0, 0, 46)
    pen.sheet.set_column(1, 1, _ID)
    pen.sheet.set_h_pagebreaks([places.rounded.top - 2])
    pen.sheet.set_column(2, 2 + max(places.ranks.width + places.found.width, places.shares.width), _COLUMN)
    _answers(pen, sides)
    _ranks(pen, sides)
    _found(pen, sides)
    _totals(pen, sides)
    _rounded(pen, sides)
    _order(pen, sides)
    _shares(pen, sides)


def _heads(pen: Pen, sides: _Sides, area: Area, title: str, more: tuple[str, ...] = ()) -> None:
    """A table's title, the weight sets above its columns, and the options before its rows."""
    content = sides.book.content
    every = (*(each.head for each in content.sets), f"{OWN_TITLE}\n({content.own})")
    heads = [every[number] for number in sides.numbers]
    top = area.top - (2 if area is sides.book.places.stakeholders.ranks else 1)
    pen.text(top - 1, 0, title, "heading")
    pen.texts(top, 0, ["Option", "Id"], "head")
    pen.texts(top, area.left, heads, "head number")
    pen.texts(top, area.left + area.width, more, "head number")
    pen.height(top, max(lines_of(each, _COLUMN - 3) for each in (*heads, *more)))
    for row, option in enumerate(content.options, start=area.top):
        pen.texts(row, 0, [option.title, option.id])
        pen.height(row, title_lines(option.title))


def _mark(pen: Pen, sides: _Sides, area: Area) -> None:
    """The column of the weight set that is shown stands out."""
    state = sides.book.places.stakeholders.usable.here.cell(0, 0, "row")
    rule = {"type": "formula", "criteria": f'={state}="{SHOWN}"', "format": pen.looks.conditions["best"]}
    pen.sheet.conditional_format(area.top, area.left, area.top + area.height - 1, area.left + area.width - 1, rule)


def _ranks(pen: Pen, sides: _Sides) -> None:
    """Ranks, and above them which set is shown and which cannot be used."""
    places, content = sides.book.places.stakeholders, sides.book.content
    area, compared = places.ranks, places.rounded.here
    _heads(pen, sides, area, RANKS, FOUND)
    pen.texts(area.top - 1, 0, ["", ""], "head")
    pen.texts(area.top - 1, area.left + area.width, ["", "", "", ""], "head")
    chosen = sides.book.places.workings.fact("chosen")
    for column, number in enumerate(sides.numbers):
        usable = places.shares.here.cell(column, 0)
        state = f'=IF(COUNT({usable})=0,"{UNUSABLE}",IF({chosen}={number + 1},"{SHOWN}",""))'
        stored = UNUSABLE if number == len(content.sets) else SHOWN if number == content.shown else ""
        pen.formula(area.top - 1, area.left + column, state, stored, "head small")
    patterns = [
        formulas.rank(compared.beside(column, 1), compared.column(column, "row")) for column in range(area.width)
    ]
    results = sides.results(lambda number, row: content.sets[number].valuation.ranks[row])
    pen.formulas((area, places.rounded), patterns, results, "whole")
    _mark(pen, sides, area)


def _totals(pen: Pen, sides: _Sides) -> None:
    """Each option's total under each set."""
    places, content = sides.book.places.stakeholders, sides.book.content
    area, values = places.totals, sides.book.places.workings.values
    _heads(pen, sides, area, TOTALS)
    across = f"{values.beside(0, 1)}:$" + at.letters(values.left + values.width - 1) + "[1]"
    patterns = []
    for column in range(area.width):
        shares = places.shares.here.row(column)
        guard = f"AND(COUNT({shares})={values.width},COUNT({across})={values.width})"
        patterns.append(f'=IF({guard},SUMPRODUCT({across},{shares}),"")')
    results = sides.results(lambda number, row: float(content.sets[number].valuation.totals[row]))
    pen.formulas((area, values), patterns, results, "total")
    _mark(pen, sides, area)


def _rounded(pen: Pen, sides: _Sides) -> None:
    """Totals as ranks compare them."""
    places, content = sides.book.places.stakeholders, sides.book.content
    area, totals = places.rounded, places.totals.here
    _heads(pen, sides, area, ROUNDED, ORDER)
    patterns = [
        formulas.only_if_number(totals.beside(column, 1), f"ROUND({totals.beside(column, 1)},{formulas.PLACES})")
        for column in range(area.width)
    ]
    results = sides.results(lambda number, row: rounded(float(content.sets[number].valuation.totals[row])))
    pen.formulas((area, places.totals), patterns, results, "exact")


def _found(pen: Pen, sides: _Sides) -> None:
    """What the ranks under stored sets of judgements come to; the baseline is not compared with itself."""
    places, views = sides.book.places.stakeholders, sides.views
    area, ranks, count = places.found, places.ranks.here, sides.judged
    span, above = sides.span(ranks), area.here.beside(at.SETS_ABOVE)
    against = ranks.span((views.baseline, 0), (views.baseline, count - 1))
    known = f"COUNT({span})={count}"
    patterns = [
        f'=IF({known},MAX({span}),"")',
        f'=IF({known},MIN({span}),"")',
        f'=IF(AND({known},COUNT({against})={count}),SUMPRODUCT(1*({span}<{against})),"")',
        f'=IF(ISNUMBER({above}),IF({above}={count},"{YES}","{NO}"),"{UNKNOWN}")',
    ]
    said = [YES if row in views.acceptable else NO for row in range(area.height)]
    numbers = list(zip(views.worst, views.best, views.above_baseline, strict=True))
    pen.formulas((replace(area, width=at.ACCEPTABLE),), patterns[: at.ACCEPTABLE], numbers, "whole")
    pen.formulas((area.only(at.ACCEPTABLE),), patterns[at.ACCEPTABLE :], [[each] for each in said], "text centre")
    pen.text(area.top + views.baseline, area.left + at.ACCEPTABLE, BASELINE, "text centre")


def _order(pen: Pen, sides: _Sides) -> None:
    """One number an option, lowest for the least objectionable; a second one only for those that are acceptable."""
    places, views = sides.book.places.stakeholders, sides.views
    area, found = places.order, places.found.here
    worst, total = found.beside(at.WORST, 1), area.here.beside(at.RANK_SUM)
    span = f"{places.ranks.here.beside(0, 1)}:{places.ranks.here.beside(sides.judged - 1, 1)}"
    patterns = [
        formulas.only_if_number(worst, f"SUM({span})"),
        formulas.only_if_number(worst, f"{worst}*{BIG}+{total}"),
        f'=IF({found.beside(at.ACCEPTABLE, 1)}="{YES}",{area.here.beside(at.OBJECTION)},"")',
    ]
    keys = [worst * BIG + total for worst, total in views.objection]
    rows: list[list[Result]] = [
        [views.objection[row][1], keys[row], keys[row] if row in views.acceptable else ""] for row in range(area.height)
    ]
    pen.formulas((area, places.found), patterns, rows, "whole")


def _answers(pen: Pen, sides: _Sides) -> None:
    """The least objectionable option, and whether it is above the baseline in every stored set."""
    places, views, content = sides.book.places.stakeholders, sides.views, sides.book.content
    answers, found, order = places.answers, places.found.here, places.order.here
    titles = Area("", places.ranks.top, 0, places.ranks.height).column()
    all_keys, accepted = order.column(at.OBJECTION), order.column(at.ACCEPTED)
    least = views.least_objectionable(range(len(content.options)))
    among = views.least_objectionable(views.acceptable)
    place = f"MATCH(MIN({all_keys}),{all_keys},0)"
    unranked, incomparable = f"COUNT({all_keys})=0", f"COUNT({found.column(at.SETS_ABOVE)})=0"
    verdict = BASELINE if least[0] == views.baseline else YES if least[0] in views.acceptable else NO
    cells: tuple[tuple[str, Result, str], ...] = (
        (_named(titles, all_keys, unranked), _titles(sides, least), "answer"),
        (f'=IF({unranked},"",INDEX({found.column(at.WORST)},{place}))', views.worst[least[0]], "answer whole"),
        (f'=IF({unranked},"",INDEX({found.column(at.ACCEPTABLE)},{place}))', verdict, "answer"),
        (_named(titles, accepted, incomparable), _titles(sides, among) if among else NONE, "answer"),
    )
    for row, (label, (formula, result, look)) in enumerate(zip(ANSWERS, cells, strict=True), start=answers.top):
        pen.text(row, 0, label, "label")
        pen.height(row, lines_of(label, 44))
        pen.merged(row, answers.left, 5, "", look)
        pen.formula(row, answers.left, formula, result, look)


def _named(titles: str, keys: str, unknown: str) -> str:
    """The formula that names the option with the lowest number, and says how many others share it."""
    least = f"MIN({keys})"
    more = f'IF(COUNTIF({keys},{least})>1," and "&(COUNTIF({keys},{least})-1)&" more","")'
    name = f"INDEX({titles},MATCH({least},{keys},0))&{more}"
    return f'=IF({unknown},"{UNKNOWN}",IF(COUNT({keys})=0,"{NONE}",{name}))'


def _titles(sides: _Sides, rows: tuple[int, ...]) -> str:
    first = sides.book.content.options[rows[0]].title
    return first if len(rows) == 1 else f"{first} and {len(rows) - 1} more"


def _shares(pen: Pen, sides: _Sides) -> None:
    """The shares of every set from `Weights`, a set a row; blank while a set cannot be used."""
    book, content = sides.book, sides.book.content
    area, weights = book.places.stakeholders.shares, book.places.weights
    titles = [each.title for each in content.criteria]
    pen.text(area.top - 2, 0, SHARES, "heading")
    pen.texts(area.top - 1, 0, ["Weight set", "Id"], "head")
    pen.texts(area.top - 1, area.left, titles, "head number")
    pen.height(area.top - 1, max(lines_of(each, _COLUMN - 3) for each in titles))
    for row, number in enumerate(sides.numbers):
        own = number == len(content.sets)
        head = f"{OWN_TITLE}\n({content.own})" if own else content.sets[number].head
        title, _, name = head.partition("\n")
        pen.texts(area.top + row, 0, [title, name.strip("()")])
        pen.height(area.top + row, lines_of(title, 44))
        state = weights.sets.cell(number, at.SET_STATE)
        usable = f'{state}="{READY}"' if book.places.futures is None else (
            f'AND({state}="{READY}",{book.places.futures.chosen.cell()}>=0)')  # fmt: skip
        for column in range(area.width):
            share = weights.points.cell(column, at.PER_SET * number + 2)
            result = "" if own else float(content.sets[number].shares[column])
            pen.formula(area.top + row, area.left + column, f'=IF({usable},{share},"")', result, "share")
