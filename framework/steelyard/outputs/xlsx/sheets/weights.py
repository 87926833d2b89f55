"""The one sheet with weights as inputs: choose a set, change a number, and everything follows."""

from steelyard.outputs.xlsx import formulas
from steelyard.outputs.xlsx import layout as at
from steelyard.outputs.xlsx.book import Book
from steelyard.outputs.xlsx.content import OWN_TITLE, SetContent
from steelyard.outputs.xlsx.facts import READY
from steelyard.outputs.xlsx.layout import Area, FuturesPlaces
from steelyard.outputs.xlsx.pen import Pen, lines_of
from steelyard.outputs.xlsx.sheets.weights_sets import COLUMN, write_sets
from steelyard.scales import number_text

TITLE = "Weights: how much each criterion matters, and to whom"
NOTE = (
    "Yellow cells are inputs. Choose a weight set by its id, or change its points; every sheet follows. "
    "Stored holds what the definitions say: copy it back to undo a change. To keep changes: steelyard weights import."
)
POINTS_TABLE = "Points for each criterion"
GROUPS_TABLE = "Points for each group (only sets judged in groups have them)"
RANGES_TABLE = "Ranges that the points were judged on, and what the points come to on the full scale"
PROMPT = ("Points", "Any number from 0 up. Twice the points, twice the importance of that swing.")
LOCKED_PROMPT = (
    "Points, worked out",
    "They follow from other judgements, which the definitions hold. Change them to see what would follow.",
)
DATA_PROMPT = (
    "Points that nobody judged",
    "They were worked out from the options' numbers as built, and do not follow a changed score.",
)
ID_HEAD = "Id, and its group"
INPUT_HEAD, LOCKED_HEAD = "Points (input)", "Points (worked out)"
SCENARIO_LABEL = "Scenario to show (input)"
SHOW_LABEL = "Weight set to show (input)"


def write(pen: Pen, book: Book) -> None:
    """Write the sheet."""
    book.open_sheet(pen, TITLE, NOTE, (at.FIRST_ROW, 1), at.BLANK_ROW)
    pen.sheet.set_column(0, 0, 38)
    pen.sheet.set_column(1, 1, 28)
    pen.sheet.set_column(2, at.LEAD + max(at.PER_SET * len(book.content.set_names), at.SET_WIDTH), COLUMN)
    pen.sheet.set_column(2, 2, 14)
    _selector(pen, book)
    if book.places.futures is not None:
        _scenario_selector(pen, book.places.futures)
    write_sets(pen, book)
    _heads(pen, book)
    _labels(pen, book)
    for number, weight_set in enumerate(book.content.sets):
        _points(pen, book, number, weight_set)
    _own_points(pen, book)
    for number in range(len(book.content.set_names)):
        _shares(pen, book, number)
    _chosen(pen, book)


def _selector(pen: Pen, book: Book) -> None:
    """The cell that says which set is shown, with a list to choose from and a message beside it."""
    content, sets = book.content, book.places.weights.sets.here
    row, column = at.SELECTOR
    pen.text(row, 0, SHOW_LABEL, "label")
    pen.text(row, column, content.sets[content.shown].record.id, "input text")
    facts = book.places.workings
    message = f'=IF({facts.fact("ready")}=1,"",{facts.fact("state")})'
    pen.formula(row, column + 1, message, "", "banner")
    pen.sheet.data_validation(
        row, column, row, column,
        {
            "validate": "list",
            "source": f"={sets.column(at.SET_NAME)}",
            "input_title": "Weight set to show",
            "input_message": f"Takes an id, not a title: choose from the list, or '{content.own}' for your own points. "
            "The table Weight sets, below, has each id beside its title.",
            "error_title": "No such weight set",
            "error_message": "Choose one of the ids in the table of weight sets.",
        },
    )  # fmt: skip


def _scenario_selector(pen: Pen, futures: FuturesPlaces) -> None:
    """The cell that says in which scenario the options are shown, with a list to choose from."""
    row, column = at.SCENARIO_SELECTOR
    pen.text(row, 0, SCENARIO_LABEL, "label")
    pen.text(row, column, at.AS_SCORED, "input text")
    pen.sheet.data_validation(
        row, column, row, column,
        {
            "validate": "list",
            "source": f"={futures.table.column(1)}",
            "input_title": "Scenario to show",
            "input_message": f"'{at.AS_SCORED}' shows the scores as they are. Choose a scenario by its id to see every "
            "total and rank in it; Futures has each id beside its title.",
            "error_title": "No such scenario",
            "error_message": f"Choose one of the ids on Futures, or '{at.AS_SCORED}'.",
        },
    )  # fmt: skip


def _heads(pen: Pen, book: Book) -> None:
    """The heads of the three tables, in which every set keeps its three columns."""
    weights, content = book.places.weights, book.content
    titles = [*(each.head for each in content.sets), f"{OWN_TITLE}\n({content.own})"]
    tables = (
        (weights.points, POINTS_TABLE, ID_HEAD, "Chosen share", (INPUT_HEAD, "Stored", "Share")),
        (weights.groups, GROUPS_TABLE, "Id", "Chosen share", (INPUT_HEAD, "Stored", "Share")),
        (weights.ranges, RANGES_TABLE,
         "Full scale", "", ("Range judged", "Value it spans", "Points for full scale")),
    )  # fmt: skip
    for area, title, second, third, three in tables:
        pen.text(area.top - 3, 0, title, "heading")
        first = "Group" if area is weights.groups else "Criterion"
        pen.texts(area.top - 1, 0, [first, second, third], "head")
        pen.height(area.top - 1, 2)
        for number, each in enumerate(titles):
            column = area.left + at.PER_SET * number
            pen.merged(area.top - 2, column, at.PER_SET, each, "head centre")
            for offset, text in enumerate(three):
                is_input = text == INPUT_HEAD and (number == len(content.sets) or content.sets[number].typed)
                shown = LOCKED_HEAD if text == INPUT_HEAD and not is_input else text
                pen.text(area.top - 1, column + offset, shown, "head input" if is_input else "head number")
        pen.height(area.top - 2, max(lines_of(each, COLUMN * at.PER_SET - 2) for each in titles))


def _labels(pen: Pen, book: Book) -> None:
    """Criteria and groups, with the full scale that a swing covers."""
    weights, content = book.places.weights, book.content
    for row, criterion in enumerate(content.criteria):
        group = content.groups[content.group_of(row)].title
        pen.text(weights.points.top + row, 0, criterion.title, "label")
        pen.text(weights.points.top + row, 1, f"{criterion.id}\n{group}")
        pen.text(weights.ranges.top + row, 0, criterion.title, "label")
        scale = f"{number_text(criterion.worst)} (worst) to {number_text(criterion.best)} (best)"
        pen.texts(weights.ranges.top + row, 1, [scale, ""])
        lines = max(lines_of(criterion.title, 36), lines_of(scale, 27))
        pen.height(weights.points.top + row, max(lines, lines_of(criterion.id, 27) + lines_of(group, 27)))
        pen.height(weights.ranges.top + row, lines)
    for row, each in enumerate(content.groups):
        pen.text(weights.groups.top + row, 0, each.title, "label")
        pen.text(weights.groups.top + row, 1, each.name)
    pen.texts(weights.points.top + weights.points.height, 0, ["Sum", ""], "label")


def _points(pen: Pen, book: Book, number: int, weight_set: SetContent) -> None:
    """A stored set's inputs with the stored numbers beside them, and the ranges they were judged on."""
    weights, stored = book.places.weights, book.places.baseline
    column = at.PER_SET * number
    _inputs(pen, weights.points.only(column), stored.points.only(number), weight_set.points, weight_set)
    if weight_set.group_points is not None:
        _inputs(pen, weights.groups.only(column), stored.groups.only(number), weight_set.group_points, weight_set)
    else:
        _absent(pen, weights.groups, column)
    for row, criterion in enumerate(book.content.criteria):
        judged = weight_set.record.ranges.get(criterion.id)
        text = "full scale" if judged is None else f"{number_text(judged[0])} to {number_text(judged[1])}"
        pen.text(weights.ranges.top + row, weights.ranges.left + column, text, "text centre")
        pen.number(weights.ranges.top + row, weights.ranges.left + column + 1, weight_set.widths[row], "points")


def _look(weight_set: SetContent) -> tuple[str, tuple[str, str]]:
    """How a set's points look, and what a reader is told who selects one."""
    if weight_set.typed:
        return "input", PROMPT
    return "points", DATA_PROMPT if weight_set.record.from_data else LOCKED_PROMPT


def _inputs(pen: Pen, area: Area, stored: Area, points: tuple[float, ...], weight_set: SetContent) -> None:
    """A column of inputs, each beside its stored number, marked when the two differ.

    Points that were worked out from other judgements look like results and are locked, should a reader protect the
    sheet; a changed one still counts as changed.
    """
    look, prompt = _look(weight_set)
    for row, each in enumerate(points):
        pen.number(area.top + row, area.left, each, look)
        pen.formula(area.top + row, area.left + 1, f"={stored.cell(row, 0, 'none')}", each, "stored")
    _only_points(pen, area, prompt)
    differs = f"={area.here.cell(0, 0, 'none')}<>{area.here.cell(0, 1, 'none')}"
    pen.sheet.conditional_format(
        area.top, area.left, area.top + area.height - 1, area.left,
        {"type": "formula", "criteria": differs, "format": pen.looks.conditions["changed"]},
    )  # fmt: skip


def _only_points(pen: Pen, area: Area, prompt: tuple[str, str]) -> None:
    pen.sheet.data_validation(
        area.top, area.left, area.top + area.height - 1, area.left,
        {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "input_title": prompt[0],
            "input_message": prompt[1],
            "error_title": "Points are numbers from 0 up",
            "error_message": "Type a number that is not below zero.",
        },
    )  # fmt: skip


def _absent(pen: Pen, area: Area, column: int) -> None:
    for row in range(area.height):
        pen.texts(area.top + row, area.left + column, ["", ""], "absent")


def _own_points(pen: Pen, book: Book) -> None:
    """The reader's own column: blank inputs, each for the swing over the full scale."""
    weights, column = book.places.weights, at.PER_SET * len(book.content.sets)
    for row in range(weights.points.height):
        pen.text(weights.points.top + row, weights.points.left + column, "", "input")
        pen.text(weights.points.top + row, weights.points.left + column + 1, "", "absent")
        pen.text(weights.ranges.top + row, weights.ranges.left + column, "full scale", "text centre")
        pen.number(weights.ranges.top + row, weights.ranges.left + column + 1, 1.0, "points")
    _only_points(pen, weights.points.only(column), PROMPT)
    _absent(pen, weights.groups, column)


def _shares(pen: Pen, book: Book, number: int) -> None:
    """From a set's points to its shares: on the full scale, over everyone's, and summed by group."""
    weights, column = book.places.weights, at.PER_SET * number
    stored = book.content.sets[number] if number < len(book.content.sets) else None
    state = weights.sets.here.cell(number, at.SET_STATE)
    points, full = weights.points.here, weights.ranges.here
    for row in range(points.height):
        share = formulas.share_of_points(full.cell(row, column + 2, "none"), full.column(column + 2, "row"), state)
        result = "" if stored is None else float(stored.shares[row])
        pen.formula(weights.ranges.top + row, full.left + column + 2, *_full_scale(book, number, row), "points")
        pen.formula(weights.points.top + row, points.left + column + 2, share, result, "share")
    pen.formula(
        points.top + points.height, points.left + column + 2,
        f'=IF({state}="{READY}",SUM({points.column(column + 2, "row")}),"")', "" if stored is None else 1.0, "share",
    )  # fmt: skip
    for row, group in enumerate(book.content.groups):
        span = points.span((group.start, column + 2), (group.stop - 1, column + 2))
        total = "" if stored is None else float(stored.shares[group.start : group.stop].sum())
        pen.formula(
            weights.groups.top + row,
            points.left + column + 2,
            f'=IF({state}="{READY}",SUM({span}),"")',
            total,
            "share",
        )


def _full_scale(book: Book, number: int, row: int) -> tuple[str, float]:
    """A criterion's points for its full scale: the formula, and its result as stored."""
    weights, content, column = book.places.weights, book.content, at.PER_SET * number
    points, width = weights.points.here, weights.ranges.here.cell(row, column + 1, "none")
    own = points.cell(row, column, "none")
    if number == len(content.sets):
        return formulas.weight_on_full_scale(own, width, None, ""), 0.0
    stored, of = content.sets[number], content.group_of(row)
    group = content.groups[of]
    spans = stored.widths[row]
    if stored.group_points is None:
        return formulas.weight_on_full_scale(own, width, None, ""), _over(stored.points[row], spans)
    siblings = points.span((group.start, column), (group.stop - 1, column), "row")
    above = weights.groups.here.cell(of, column, "row")
    whole = sum(stored.points[group.start : group.stop])
    dealt = _over(stored.group_points[of] * stored.points[row], whole)
    return formulas.weight_on_full_scale(own, width, above, siblings), _over(dealt, spans)


def _over(points: float, whole: float) -> float:
    return points / whole if points and whole else 0.0


def _chosen(pen: Pen, book: Book) -> None:
    """The shares of the chosen set, which every other sheet reads."""
    weights, facts, content = book.places.weights, book.places.workings, book.content
    ready, chosen = facts.fact("ready"), facts.fact("chosen")
    shares = content.valuation.shares
    results = [float(each) for each in shares]
    by_group = [float(shares[group.start : group.stop].sum()) for group in content.groups]
    for target, source, stored in (
        (weights.chosen, weights.points.here, results),
        (weights.chosen_groups, weights.groups.here, by_group),
    ):
        for row, result in enumerate(stored):
            pick = f'=IF({ready}=1,INDEX({source.row(row, "column")},{at.PER_SET}*{chosen}),"")'
            pen.formula(target.top + row, target.left, pick, result, "strong share")
    whole = weights.chosen.here.column()
    pen.formula(
        weights.chosen.top + weights.chosen.height, weights.chosen.left, f'=IF({ready}=1,SUM({whole}),"")', 1.0,
        "strong share",
    )  # fmt: skip
