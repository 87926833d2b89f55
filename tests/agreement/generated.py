"""Whole decisions made up from a seed: every kind of scale, curve and weight set, and the odd corners of each.

`write_decision(folder, seed)` writes one as YAML files that pass `steelyard check` without errors. The same
seed gives the same files. Nothing in them means anything.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random

import yaml

BASELINE = "as-it-is"
ODD_TITLES = (
    "Plain words", "=1+1", "+44 more", "@everyone", "-2 steps", 'Quoted "twice"', "It's <b>bold</b> & brave",
    "Zürich, naïve €", "日本語の題", '=HYPERLINK("http://example.org","go")', "'quoted", "100%", "{=1}", "a;b,c\\d",
    "[0] and [1]", "Title that goes on for rather longer than any column of a table would like it to go on",
)  # fmt: skip
Yaml = dict[str, object]


@dataclass
class MadeCriterion:
    """A made-up criterion, with the breakpoints of its curve for choosing scores and ranges."""

    id: str
    group: str
    knots: list[tuple[float, float]]
    yaml: Yaml
    steps: list[float] = field(default_factory=list)
    goes_on: bool = False
    is_cost: bool = False

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest number on the scale."""
        return self.knots[0][0], self.knots[-1][0]


def write_decision(folder: Path, seed: int) -> None:
    """Write the decision of this seed into a folder."""
    for path, content in decision_files(seed).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")


def decision_files(seed: int) -> dict[str, Yaml]:
    """The decision of this seed: contents by path."""
    chance = Random(seed)  # noqa: S311 - test data, not secrets
    groups = [f"group-{number}" for number in range(chance.randint(1, 5))]
    criteria = _criteria(chance, groups)
    used = list(dict.fromkeys(each.group for each in criteria))
    sets = [_weight_set(chance, number, criteria, used) for number in range(chance.randint(1, 5))]
    options = _options(chance, criteria)
    files: dict[str, Yaml] = {"steelyard.yaml": _decision(chance, groups, used, sets, options)}
    files |= {f"criteria/{each.id}.yaml": each.yaml for each in criteria}
    files |= {f"criteria/weights/{each['id']}.yaml": each for each in sets}
    files |= {f"options/{each['id']}.yaml": each for each in options}
    return files | {"seeds/source.yaml": _source()}


def odd_title(chance: Random, name: str) -> str:
    """A title that is sometimes awkward and always the only one of its kind."""
    return f"{chance.choice(ODD_TITLES)} {name}" if chance.random() < 0.5 else f"Title of {name}"


def _decision(chance: Random, groups: list[str], used: list[str], sets: list[Yaml], options: list[Yaml]) -> Yaml:
    """The root file."""
    made: Yaml = {
        "schema_version": 1,
        "title": odd_title(chance, "decision"),
        "question": "Which of these made-up options comes first?",
        "owner": "tests",
        "as_of": "2026-01-31",
        "standpoint": "nowhere",
        "horizon": 2040,
        "baseline": BASELINE,
        "default_weights": chance.choice(sets)["id"],
        "close_call": chance.choice([0, 0.02, 0.3]),
        "seed": chance.randint(0, 9),
        "groups": {name: {"title": odd_title(chance, name)} for name in groups if name in used},
    }
    if chance.random() < 0.2:
        made["shortlists"] = {"default": [each["id"] for each in options]}
    return made


def _criteria(chance: Random, groups: list[str]) -> list[MadeCriterion]:
    """One to ten criteria, one of which may read the cost."""
    count = chance.randint(1, 10)
    cost = chance.randrange(count) if chance.random() < 0.4 else -1
    return [_criterion(chance, f"criterion-{number}", groups, number == cost) for number in range(count)]


def _criterion(chance: Random, name: str, groups: list[str], is_cost: bool) -> MadeCriterion:  # noqa: FBT001 - a fact
    """One criterion: a scale, a direction and a curve that fit together."""
    better = "less" if is_cost else chance.choice(["more", "less"])
    by_levels = not is_cost and chance.random() < 0.4
    numbers = _level_numbers(chance) if by_levels else _scale_ends(chance, is_cost)
    kind = "levels" if by_levels else ("cost" if is_cost else "quantity")
    shape, knots, goes_on = _curve(chance, numbers, better, by_levels)
    made: Yaml = {
        "id": name,
        "title": odd_title(chance, name),
        "group": chance.choice(groups),
        "question": f"How does {name} fare?",
        "better": better,
        "scale": _scale(chance, kind, numbers, better),
        "value_function": shape,
    }
    steps = numbers if by_levels else []
    return MadeCriterion(name, str(made["group"]), knots, made, steps, goes_on, is_cost)


def _level_numbers(chance: Random) -> list[float]:
    """Levels, not always whole and not always in equal steps."""
    numbers = sorted(chance.sample(range(-3, 12), chance.randint(2, 6)))
    step = chance.choice([1.0, 1.0, 1.0, 0.5, 0.1])
    return [round(number * step, 6) for number in numbers]


def _scale_ends(chance: Random, is_cost: bool) -> list[float]:  # noqa: FBT001 - a fact of the criterion
    """The ends of a scale between a millionth and a thousand million wide, not always beginning at 0."""
    width = float(f"{10 ** chance.uniform(-6, 9):.4g}")
    start = 0.0 if is_cost or chance.random() < 0.5 else float(f"{width * chance.uniform(-3, 3):.4g}")
    return [start, start + width]


def _scale(chance: Random, kind: str, numbers: list[float], better: str) -> Yaml:
    if kind == "levels":
        levels = [
            {"value": each, "label": odd_title(chance, f"level {each:g}"), "anchor": f"It is at {each:g}."}
            for each in numbers
        ]
        return {"kind": kind, "levels": levels}
    worst, best = numbers if better == "more" else numbers[::-1]
    ends: Yaml = {"worst": worst, "best": best}
    return {"kind": kind, **ends} if kind == "cost" else {"kind": kind, "unit": "pints", **ends}


def _curve(
    chance: Random,
    numbers: list[float],
    better: str,
    by_levels: bool,  # noqa: FBT001 - a fact of the scale
) -> tuple[Yaml, list[tuple[float, float]], bool]:
    """A value function's settings, its breakpoints lowest first, and whether it goes on beyond them."""
    low, high = numbers[0], numbers[-1]
    shape = chance.choice(["linear", "piecewise", "threshold", *(["levels", "levels"] if by_levels else [])])
    if shape == "linear":
        knots = _turned([(low, 0.0), (high, 1.0)], better)
    elif shape == "threshold":
        first, second = sorted(chance.sample([0.0, 0.2, 0.35, 0.7, 1.0], 2))
        first, second = (_part_of(low, high, part) for part in (first, second))
        lower, upper = (0.0, 1.0) if better == "more" else (1.0, 0.0)
        knots = sorted({low: lower, first: lower, second: upper, high: upper}.items())
        begins, ends = (first, second) if better == "more" else (second, first)
        return {"shape": shape, "from": begins, "to": ends}, knots, False
    else:
        inner = numbers[1:-1] if shape == "levels" else _between(chance, low, high)
        values = sorted(chance.choice([0.0, 1.0, round(chance.random(), 3)]) for _ in inner)
        knots = _turned(list(zip([low, *inner, high], [0.0, *values, 1.0], strict=True)), better)
    goes_on = shape != "levels" and chance.random() < 0.25
    settings: Yaml = {"shape": shape, **({"outside": "extrapolate"} if goes_on else {})}
    if shape == "levels":
        settings["values"] = {repr(x): v for x, v in knots}
    elif shape == "piecewise":
        settings["points"] = [[x, v] for x, v in knots]
    return settings, knots, goes_on


def _part_of(low: float, high: float, part: float) -> float:
    """A number part of the way along a scale; its ends exactly."""
    return {0.0: low, 1.0: high}.get(part, low + (high - low) * part)


def _between(chance: Random, low: float, high: float) -> list[float]:
    """Up to four numbers strictly between two ends."""
    parts = sorted(chance.sample(range(1, 20), chance.randint(0, 4)))
    return [low + (high - low) * part / 20 for part in parts]


def _turned(knots: list[tuple[float, float]], better: str) -> list[tuple[float, float]]:
    """The same curve for a criterion of which less is better: mirrored values, 1 at the lowest number."""
    if better == "more":
        return knots
    return [(x, v) for (x, _), (_, v) in zip(knots, reversed(knots), strict=True)]


def _weight_set(chance: Random, number: int, criteria: list[MadeCriterion], groups: list[str]) -> Yaml:
    """A weight set of any method, flat or by groups, with or without judged ranges."""
    name = chance.choice(["set", "own", "balanced"]) + (f"-{number}" if number else "")
    made: Yaml = {
        "id": name,
        "title": odd_title(chance, name),
        "whose": "a generator",
        "status": "illustrative",
        "why": "To see whether cells and program agree.",
        "method": chance.choice(["swing", "direct", "direct", "equal"]),
    }
    if made["method"] == "equal":
        pass
    elif chance.random() < 0.5:
        made["judgements"] = _points(chance, [each.id for each in criteria])
    else:
        made["groups"] = _points(chance, groups)
        made["within"] = {
            group: _points(chance, [each.id for each in criteria if each.group == group]) for group in groups
        }
    if chance.random() < 0.5:
        made["ranges"] = {each.id: _range(chance, each) for each in criteria if chance.random() < 0.6}
    return made


def _points(chance: Random, names: list[str]) -> Yaml:
    """Points, some of them 0, some very large or small, never all 0."""
    scale = chance.choice([1.0, 1.0, 1e-4, 1e7])
    points = {name: chance.choice([0.0, 100.0, round(chance.uniform(1, 100), 1)]) * scale for name in names}
    points[chance.choice(names)] = 100.0 * scale
    return dict(points)


def _range(chance: Random, criterion: MadeCriterion) -> list[float]:
    """Two numbers on the scale that differ in value by at least a twentieth."""
    knots = criterion.knots
    pairs = [[a, b] for a, v in knots for b, w in knots if abs(v - w) >= 0.05]
    return chance.choice(pairs)


def _options(chance: Random, criteria: list[MadeCriterion]) -> list[Yaml]:
    """The baseline and one to twelve options, some of them alike, some set aside or stopped by a gate."""
    made = [_option(chance, BASELINE, criteria)]
    for number in range(chance.randint(1, 12)):
        option = _option(chance, f"option-{number}", criteria)
        if chance.random() < 0.25:
            twin = chance.choice(made)
            option |= {key: twin[key] for key in ("scores", "cost") if key in twin}
        if chance.random() < 0.08:
            option |= {"role": "discarded", "discarded_because": "=set aside"}
        elif chance.random() < 0.08:
            option["gates"] = {"lawful": {"pass": False, "because": "+it is not"}}
        made.append(option)
    return made


def _option(chance: Random, name: str, criteria: list[MadeCriterion]) -> Yaml:
    made: Yaml = {
        "id": name,
        "title": odd_title(chance, name),
        "role": "baseline" if name == BASELINE else "option",
        "summary": "Made up.",
    }
    if any(each.is_cost for each in criteria):
        cost = next(each for each in criteria if each.is_cost)
        made["cost"] = {
            **_judgement(chance, cost, name), "unit": "crowns a year", "price_year": 2026, "terms": "real",
        }  # fmt: skip
    made["scores"] = {
        each.id: {**_judgement(chance, each, name), "confidence": "moderate"} for each in criteria if not each.is_cost
    }
    return made


def _judgement(chance: Random, criterion: MadeCriterion, name: str) -> Yaml:
    """A number with its range, resting on judgement or on claims."""
    low, high = criterion.ends
    value = score_on(chance, criterion)
    bounds = (min(low, value), max(high, value)) if chance.random() < 0.8 else _close_bounds(value, low, high)
    made: Yaml = {"value": value, "low": bounds[0], "high": bounds[1]}
    made["rationale"] = f"{name} on {criterion.id}: {chance.choice(ODD_TITLES)}"
    if chance.random() < 0.4:
        return {**made, "basis": "documents", "evidence": ["source#first"], "against": ["source#second"]}
    return {**made, "basis": "judgement"}


def _close_bounds(value: float, low: float, high: float) -> tuple[float, float]:
    """Bounds a tenth of the scale to either side, kept on the scale that the value may have left."""
    reach = (high - low) / 10
    low, high = min(low, value), max(high, value)
    return max(low, value - reach), min(high, value + reach)


def score_on(chance: Random, criterion: MadeCriterion) -> float:
    """A number on a criterion's scale: a level or a half level, an end, or anything between; or beyond."""
    low, high = criterion.ends
    if criterion.goes_on and chance.random() < 0.4:
        return low + (high - low) * chance.uniform(-1, 2)
    if criterion.steps and chance.random() < 0.8:
        return chance.choice(criterion.steps)
    if criterion.steps:
        first = chance.randrange(len(criterion.steps) - 1)
        return (criterion.steps[first] + criterion.steps[first + 1]) / 2
    return chance.choice([low, high, *(x for x, _ in criterion.knots), chance.uniform(low, high)])


def _source() -> Yaml:
    """One source with two claims."""

    def claim(number: int) -> Yaml:
        return {
            "statement": f"=Claim {number}, as made up as the rest",
            "at": {"section": "Part <one>", "paragraph": number},
            "anchor": "made up",
            "sha256": sha256(str(number).encode()).hexdigest(),
            "credibility": 3,
        }

    return {
        "id": "source",
        "type": "report",
        "title": "@ source of nothing",
        "document": {"file": "none.txt", "sha256": sha256(b"none").hexdigest()},
        "reliability": "F",
        "reliability_because": "It does not exist.",
        "claims": {"first": claim(1), "second": claim(2)},
    }
