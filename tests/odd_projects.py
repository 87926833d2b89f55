"""Decisions made up by hypothesis: plain ones for invariants, and odd but legal ones for everything else."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import combinations, pairwise
from typing import Any

from hypothesis import strategies as st

from projects import Files, judged, score, weight_set

_RISKY = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'quoted",
    '"',
    "a|b",
    "<b>bold</b>",
    "[link](http://example.org)",
    "{=cmd}",
    "# heading",
    "no",
    "1e3",
    "nan",
    "None",
    "a, b; c",
    "two\nlines",
    "caf\u00e9 \u4e2d\u56fd \u05e9\u05dc\u05d5\u05dd \U0001f600",
    "\u2028line",
    "x" * 400,
)
_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda text: bool(text.strip(" \t\n\r\x0b\x0c\x85\xa0").strip())
)
odd_texts = st.one_of(st.sampled_from(_RISKY), _ANY_TEXT)
"""Text that is legal in a file and awkward everywhere else."""

_GRID = st.integers(0, 4).map(lambda step: step / 4)
_ENDS = st.one_of(
    st.sampled_from([0.0, 1.0, -1.0, 4.0, 10.0, 100.0, 1e-6, 1e9, -1e9]),
    st.floats(-1e6, 1e6).map(lambda number: round(number, 3)),
)
_FAR_ENDS = st.one_of(_ENDS, st.floats(-1e200, 1e200), st.sampled_from([1e200, -1e200, 1e-9]))


def ids(prefix: str, least: int, most: int) -> st.SearchStrategy[list[str]]:
    """Ids in kebab-case, such as `a-1`, in an order of their own."""
    names = [f"{prefix}-{number}" for number in range(1, most + 1)]
    return st.permutations(names).flatmap(lambda order: st.integers(least, most).map(lambda count: list(order[:count])))


@st.composite
def shapes(draw: st.DrawFn, worst: float, best: float, levels: Sequence[float] = ()) -> dict[str, Any]:
    """A value function that fits a scale, in every shape on offer."""
    kinds = ["linear", "piecewise", "threshold", *(["levels"] if levels else [])]
    kind = draw(st.sampled_from(kinds))
    outside = {"outside": draw(st.sampled_from(["clip", "extrapolate"]))}
    if kind == "linear":
        return {"shape": kind, **(outside if draw(st.booleans()) else {})}
    if kind == "levels":
        inner = sorted(draw(st.lists(_GRID, min_size=len(levels) - 2, max_size=len(levels) - 2)))
        rising = [0.0, *inner, 1.0]
        values = rising if best > worst else rising[::-1]
        return {"shape": kind, "values": dict(zip(map(repr, levels), values, strict=True))}
    between = sorted({draw(st.integers(1, 7)) / 8 for _ in range(2)})
    at = [worst, *(worst * (1 - part) + best * part for part in between), best]
    if kind == "threshold":
        first, last = draw(st.sampled_from([(a, b) for a in range(len(at)) for b in range(a + 1, len(at))]))
        return {"shape": kind, "from": at[first], "to": at[last]}
    inner = sorted(draw(_GRID) for _ in between)
    return {
        "shape": kind,
        "points": [[x, v] for x, v in zip(at, [0.0, *inner, 1.0], strict=True)],
        **outside,
    }


@st.composite
def criteria(draw: st.DrawFn, group: str, *, odd: bool, cost: bool = False) -> dict[str, Any]:
    """A criterion with a scale of any kind and a value function of any shape that fits it."""
    text = odd_texts if odd else st.just("Plain")
    said = {"title": draw(text), "group": group, "question": draw(text)}
    if not cost and draw(st.booleans()):
        count = draw(st.integers(2, 5))
        numbers = sorted(draw(st.lists(_ENDS, min_size=count, max_size=count, unique=True)))
        better = draw(st.sampled_from(["more", "less"]))
        worst, best = (numbers[0], numbers[-1]) if better == "more" else (numbers[-1], numbers[0])
        steps = [{"value": number, "label": f"Level {at}", "anchor": draw(text)} for at, number in enumerate(numbers)]
        scale: dict[str, Any] = {"kind": "levels", "levels": steps}
        shape = draw(shapes(worst, best, numbers))
    else:
        ends = draw(st.lists(_FAR_ENDS if odd else _ENDS, min_size=2, max_size=2, unique=True))
        worst, best = ends
        better = "more" if best > worst else "less"
        scale = {"kind": "cost"} if cost else {"kind": "quantity", "unit": draw(text)}
        scale |= {"worst": worst, "best": best}
        shape = draw(shapes(worst, best))
    return {**said, "better": better, "scale": scale, "value_function": shape}


def ends_of(criterion: dict[str, Any]) -> tuple[float, float]:
    """The worst and best number on a criterion's scale."""
    scale = criterion["scale"]
    if scale["kind"] != "levels":
        return scale["worst"], scale["best"]
    numbers = [level["value"] for level in scale["levels"]]
    return (numbers[0], numbers[-1]) if criterion["better"] == "more" else (numbers[-1], numbers[0])


@st.composite
def numbers_on(draw: st.DrawFn, criterion: dict[str, Any], *, ranges: bool) -> Any:  # noqa: ANN401 - see `Number`
    """A number on a criterion's scale, or beyond it where its value goes on; with a range or without."""
    worst, best = ends_of(criterion)
    beyond = criterion["value_function"].get("outside") == "extrapolate"
    part = st.integers(-2, 6).map(lambda step: step / 4) if beyond else _GRID
    parts = sorted(draw(part) for _ in range(3))
    low, value, high = sorted(worst * (1 - each) + best * each for each in parts)
    if not beyond:
        low, value, high = (min(max(each, min(worst, best)), max(worst, best)) for each in (low, value, high))
    return (low, value, high) if ranges and draw(st.booleans()) else value


def _points(names: Sequence[str], *, odd: bool) -> st.SearchStrategy[dict[str, float]]:
    number = st.sampled_from([0, 1, 10, 50, 100])
    if odd:
        number = st.one_of(number, st.floats(0, 1e200))
    return st.fixed_dictionaries(dict.fromkeys(names, number)).filter(lambda points: any(points.values()))


def _share() -> st.SearchStrategy[float]:
    return st.integers(0, 10).map(lambda tenth: tenth / 10)


@st.composite
def _intervals(draw: st.DrawFn, names: Sequence[str]) -> dict[str, list[float]]:
    """Bounds around weights that fit, some of them to the point; now and then so that nothing does."""
    points = [draw(st.integers(0, 5)) for _ in names]
    points[0] += not any(points)
    slack = st.sampled_from([0, 0, 0.1, 0.5, 1])
    if draw(st.integers(0, 9)) == 0:
        return {name: sorted([draw(_share()), draw(_share())]) for name in names}
    shares = [point / sum(points) for point in points]
    return {
        name: [max(share - draw(slack), 0), min(share + draw(slack), 1)]
        for name, share in zip(names, shares, strict=True)
    }


@st.composite
def _orderings(draw: st.DrawFn, names: Sequence[str]) -> dict[str, list[str]]:
    """A partial order: each name above some of those that come later in an order of all."""
    order = draw(st.permutations(names))
    return {
        name: draw(st.lists(st.sampled_from(order[at + 1 :]), unique=True)) if order[at + 1 :] else []
        for at, name in enumerate(order)
    }


@st.composite
def _pairwise(draw: st.DrawFn, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Comparisons that connect all names, each from the side of the first, at odds with one another or not."""
    times = st.sampled_from([1, 2, 3, 9, 0.5, 1 / 3])
    chain = {one: {other: draw(times)} for one, other in pairwise(names)}
    for one, other in combinations(names, 2):
        if other not in chain[one] and draw(st.booleans()):
            chain[one][other] = draw(times)
    return chain


@st.composite
def _best_worst(draw: st.DrawFn, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """The first of an order compared with all others, and all others with the last."""
    best, *others = draw(st.permutations(names))
    times = st.sampled_from([1, 2, 3, 9, 2.5])
    found = {name: {others[-1]: draw(times)} for name in others[:-1]}
    return found | ({best: {name: draw(times) for name in others}} if others else {})


def _places(names: Sequence[str]) -> st.SearchStrategy[dict[str, int]]:
    return st.fixed_dictionaries(dict.fromkeys(names, st.integers(1, 5)))


_JUDGED: Mapping[str, Callable[[Sequence[str]], st.SearchStrategy[dict[str, Any]]]] = {
    "rank-order": _places,
    "orderings": _orderings,
    "intervals": _intervals,
    "pairwise": _pairwise,
    "best-worst": _best_worst,
}
"""What each method asks for of a list of names, beside points."""
_FROM_DATA = ("entropy", "critic", "standard-deviation")
_VARIANTS = {
    "rank-order": ("centroid", "rank-sum", "reciprocal"),
    "pairwise": ("eigenvector", "geometric-mean"),
    "best-worst": ("linear", "nonlinear"),
    "entropy": ("raw", "min-max"),
}


@st.composite
def weight_sets(draw: st.DrawFn, members: dict[str, list[str]], *, odd: bool, judged: bool = True) -> dict[str, Any]:
    """A weight set for the criteria of some groups: flat, equal, or groups times within.

    Odd ones are made by any method, by one that weighs by the options' numbers only where nobody need have `judged`.
    """
    methods = ["equal", "direct", "swing", *(_JUDGED if odd else ()), *(_FROM_DATA if odd and not judged else ())]
    method = draw(st.sampled_from(methods))
    leaves = [name for names in members.values() for name in names]
    asked = _JUDGED.get(method, partial(_points, odd=odd))
    if method == "equal" or method in _FROM_DATA:
        said = weight_set(method)
    elif draw(st.booleans()):
        said = weight_set(method, judgements=draw(asked(leaves)))
    else:
        within = {group: draw(asked(names)) for group, names in members.items()}
        said = weight_set(method, groups=draw(asked(list(members))), within=within)
    if method in _VARIANTS and draw(st.booleans()):
        said["variant"] = draw(st.sampled_from(_VARIANTS[method]))
    if odd:
        said |= {"title": draw(odd_texts), "whose": draw(odd_texts)}
        if draw(st.booleans()):
            said |= {"status": "agreed", "on": "2026-01-02", "at": draw(odd_texts), "recorded_by": "a clerk"}
    return said


def _grouped(draw: st.DrawFn, *, most: int, odd: bool) -> tuple[dict[str, list[str]], dict[str, dict[str, Any]]]:
    """Groups with the ids of their criteria, and the criteria by id; odd ones may read the cost."""
    groups = draw(ids("g", 1, 3))
    names = draw(ids("c", len(groups), most))
    members: dict[str, list[str]] = {group: [] for group in groups}
    for number, name in enumerate(names):
        members[groups[number] if number < len(groups) else draw(st.sampled_from(groups))].append(name)
    reader = names[0] if odd and draw(st.booleans()) else None
    made = {
        name: draw(criteria(group, odd=odd, cost=name == reader)) for group, each in members.items() for name in each
    }
    return members, made


def _decision(members: dict[str, list[str]], baseline: str, default: str, **changes: object) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "title": "Made up",
        "question": "Which?",
        "owner": "a test",
        "as_of": "2026-01-01",
        "standpoint": "a test",
        "horizon": 2030,
        "baseline": baseline,
        "default_weights": default,
        "groups": {group: {"title": f"Group {group}"} for group in members},
        **changes,
    }


@st.composite
def plain_decisions(draw: st.DrawFn, *, ranges: bool = False) -> Files:
    """A small sound decision without text to trip over: two to five options, one to five criteria."""
    members, made = _grouped(draw, most=5, odd=False)
    options = draw(ids("o", 2, 5))
    files: Files = {"steelyard.yaml": _decision(members, options[0], "w-1")}
    files |= {f"criteria/{name}.yaml": {"id": name, **each} for name, each in made.items()}
    files["criteria/weights/w-1.yaml"] = {"id": "w-1", **draw(weight_sets(members, odd=False))}
    for name in options:
        row = {each: score(draw(numbers_on(made[each], ranges=ranges))) for each in made}
        role = "baseline" if name == options[0] else "option"
        files[f"options/{name}.yaml"] = {
            "id": name,
            "title": f"Option {name}",
            "role": role,
            "summary": "Do it.",
            "scores": row,
        }
    return files | {"seeds/made-up.yaml": _source()}


def _source() -> dict[str, Any]:
    from projects import MADE_UP  # noqa: PLC0415 - a copy, so that no test changes the original

    return {**MADE_UP}


@st.composite
def _odd_option(draw: st.DrawFn, name: str, role: str, made: dict[str, dict[str, Any]]) -> dict[str, Any]:
    reader = next((each for each in made.values() if each["scale"]["kind"] == "cost"), None)
    said: dict[str, Any] = {"id": name, "title": draw(odd_texts), "role": role, "summary": draw(odd_texts)}
    if role == "discarded":
        said["discarded_because"] = draw(odd_texts)
    if draw(st.booleans()):
        said["gates"] = {"lawful": {"pass": draw(st.booleans()), "because": draw(odd_texts)}}
    if draw(st.booleans()):
        said |= {"instrument": draw(odd_texts), "lead_agency": draw(odd_texts), "layer": "compute"}
    if reader is not None or draw(st.booleans()):
        amount = draw(numbers_on(reader, ranges=True)) if reader else draw(st.sampled_from([0.0, 1.5]))
        said["cost"] = judged(amount) | {"unit": "=money", "price_year": 2026, "terms": "real"}
    wanted = [each for each in made if made[each]["scale"]["kind"] != "cost"]
    if role == "discarded" and draw(st.booleans()):
        wanted = wanted[1:]
    said["scores"] = {each: draw(_odd_score(made[each], role)) for each in wanted}
    return said


@st.composite
def _odd_score(draw: st.DrawFn, criterion: dict[str, Any], role: str) -> dict[str, Any]:
    number = draw(numbers_on(criterion, ranges=True))
    said = score(number) | {"rationale": draw(odd_texts)}
    bases = ["documents", *(["definition"] if role == "baseline" else [])]
    if isinstance(number, tuple) and number[0] < number[2]:
        bases.append("judgement")
    said["basis"] = draw(st.sampled_from(bases))
    if said["basis"] != "documents":
        said["evidence"] = []
    if isinstance(number, tuple) and draw(st.booleans()):
        del said[draw(st.sampled_from(["low", "high"]))]
        said |= {"basis": "documents", "evidence": ["made-up#said"]}
    if draw(st.booleans()):
        said = {key: each for key, each in said.items() if key not in ("value", "low", "high")}
        said |= {"panel": draw(_panels(criterion)), "basis": "documents", "evidence": ["made-up#said"]}
    return said


@st.composite
def _panels(draw: st.DrawFn, criterion: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Two to four assessors, with a range or without."""
    panel = {}
    for name in draw(ids("assessor", 2, 4)):
        number = draw(numbers_on(criterion, ranges=True))
        keys = ("low", "value", "high")
        panel[name] = dict(zip(keys, number, strict=True)) if isinstance(number, tuple) else {"value": number}
    return panel


@st.composite
def _odd_assumptions(draw: st.DrawFn) -> dict[str, Any]:
    """A log of up to three assumptions."""
    rating, day = st.sampled_from(["low", "moderate", "high"]), st.sampled_from(["2026-01-01", "2030-12-31"])
    one = {
        "statement": odd_texts,
        "effect": odd_texts,
        "quality": rating,
        "impact": rating,
        "owner": odd_texts,
        "on": st.just("2026-01-01"),
        "review_by": day,
        "evidence": st.sampled_from([[], ["made-up#said"]]),
    }
    log = {name: draw(st.fixed_dictionaries(one)) for name in draw(ids("a", 0, 3))}
    return {"assumptions": log}


@st.composite
def _odd_records(draw: st.DrawFn, options: list[str], sets: list[str]) -> dict[str, Any]:
    """The record of a decision, of any of the options, ranked or not."""
    taken: dict[str, Any] = {
        "chosen": draw(st.lists(st.sampled_from(options), min_size=1, unique=True)),
        "because": draw(odd_texts),
        "status": draw(st.sampled_from(["illustrative", "agreed"])),
    }
    if taken["status"] == "agreed" or draw(st.booleans()):
        taken |= {"by": draw(odd_texts), "on": "2026-03-01"}
    if draw(st.booleans()):
        taken["instead_of_leader"] = draw(odd_texts)
    if draw(st.booleans()):
        taken |= {"weights": draw(st.sampled_from(sets)), "was_first": draw(st.sampled_from(options))}
    return taken


@st.composite
def odd_decisions(draw: st.DrawFn) -> Files:
    """A decision that is odd in every way the file shapes allow; `check` may still find fault with it."""
    members, made = _grouped(draw, most=4, odd=True)
    options = draw(ids("o", 1, 5))
    sets = draw(ids("w", 1, 3))
    changes: dict[str, Any] = {"title": draw(odd_texts), "question": draw(odd_texts)}
    changes["close_call"] = draw(st.sampled_from([0, 0.02, 1]))
    if draw(st.booleans()):
        others = draw(st.lists(st.sampled_from(options), unique=True))
        changes["shortlists"] = {"default": list(dict.fromkeys([options[0], *others]))}
    changes["panel_aggregate"] = draw(st.sampled_from(["median", "mean"]))
    if draw(st.booleans()):
        changes["decision"] = draw(_odd_records(options, sets))
    if draw(st.booleans()):
        changes["gates"] = {"lawful": {"title": draw(odd_texts), "question": draw(odd_texts)}}
    files: Files = {"steelyard.yaml": _decision(members, options[0], sets[0], **changes)}
    for group in members:
        files["steelyard.yaml"]["groups"][group]["title"] = draw(odd_texts)
    files |= {f"criteria/{name}.yaml": {"id": name, **each} for name, each in made.items()}
    for name in sets:
        files[f"criteria/weights/{name}.yaml"] = {
            "id": name,
            **draw(weight_sets(members, odd=True, judged=name == sets[0])),
        }
        if draw(st.booleans()):
            chosen = draw(st.sampled_from(list(made)))
            files[f"criteria/weights/{name}.yaml"]["ranges"] = {chosen: list(ends_of(made[chosen]))}
    for name in options:
        role = "baseline" if name == options[0] else draw(st.sampled_from(["option", "option", "discarded"]))
        files[f"options/{name}.yaml"] = draw(_odd_option(name, role, made))
    if draw(st.booleans()):
        files["assumptions.yaml"] = draw(_odd_assumptions())
    return files | {"seeds/made-up.yaml": _source() | {"title": draw(odd_texts), "publisher": draw(odd_texts)}}
