"""What one can add: one record a family, on one page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from steelyard.documents.criterion import Criterion
from steelyard.documents.definitions import Definitions
from steelyard.documents.place import Place
from steelyard.documents.record import Record
from steelyard.results.curve import Curve
from steelyard.results.finding import Severity
from steelyard.results.weighed import Weighed, WeighedSet
from steelyard.today import today

if TYPE_CHECKING:
    from steelyard.results.aggregation import Aggregation
    from steelyard.results.checked import Checked
    from steelyard.results.doubts import DoubtsFrom
    from steelyard.results.exhibit import Exhibit
    from steelyard.results.ranking import Ranking
    from steelyard.results.report import Report
    from steelyard.results.robustness import Robustness
    from steelyard.results.spread import Spread
    from steelyard.results.valuation import Numbers, Standing, Valuation


@dataclass(frozen=True)
class ValueFunction:
    """A shape that turns numbers on a scale into value.

    `settings` checks the shape's own keys in YAML; `reduce` turns them, with the criterion's scale and
    direction, into the breakpoints of a curve. It raises ValueError, in a sentence, where they do not fit.
    """

    settings: type[Record]
    reduce: Callable[[Record, Criterion], Curve]


@dataclass(frozen=True)
class Bounds:
    """What someone judged of a number, beside the shape: the value thought most likely, and its range.

    `outside` is the chance that the number lies below `low`, and that it lies above `high`: 0 where they are bounds,
    0.05 where they are the 5th and the 95th percentiles. Without a range both are the value.
    """

    low: float
    value: float
    high: float
    outside: float = 0.0


@dataclass(frozen=True)
class Distribution:
    """A shape that says how likely each number within a range is.

    `settings` checks the shape's own keys in YAML; `fit` turns them, with the bounds, into a spread. It raises
    ValueError, in a sentence, where they do not fit.
    """

    settings: type[Record]
    fit: "Callable[[Record, Bounds], Spread]"


def no_performance() -> "Performance":
    """What is handed to a method where no options' numbers are at hand."""
    raise ValueError("this method weighs by the options' numbers, and there are none here")


@dataclass(frozen=True)
class Performance:
    """The numbers of the ranked options, for methods that weigh by data: each criterion's, in the options' order."""

    scores: Mapping[str, Sequence[float]]
    better: Mapping[str, Literal["more", "less"]]


@dataclass(frozen=True)
class Judged:
    """One list of judgements and what it has to cover.

    `judgements` are of the kind that the weighting declares, or None where the file leaves them out; `names` are the
    criteria (or groups) to weigh. `variant` is one of the weighting's, or empty where it has none. `performance` gives
    the options' numbers; it raises ValueError, in a sentence, where a number is missing or groups are weighed.
    """

    judgements: Mapping[str, Any] | None
    names: Sequence[str]
    variant: str = ""
    performance: Callable[[], Performance] = no_performance


Answers = Mapping[str, str | float]
"""What has been answered so far in an interview, by question."""


@dataclass(frozen=True)
class Question:
    """One thing to ask of a person whose judgements are wanted.

    `key` is the name under which the answer is kept. In `asks` each criterion or group stands in braces by its id, as
    in "{price}", to be shown by its title; `about` are those whose worst and best are to be shown beside it.
    The answer is one of the names `among`, where there are any, and otherwise a number from `least` to `most`.
    """

    key: str
    asks: str
    about: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 100.0
    hint: str = ""


@dataclass(frozen=True)
class Interview:
    """How to ask for judgements.

    `ask` gives the next question about the names, given the answers so far, and None once nothing is left to ask.
    `settle` turns the answers of a finished interview into the list of judgements that a file holds. `remark` says, in
    sentences, what of the answers so far does not fit together.
    """

    ask: Callable[[Sequence[str], Answers], Question | None]
    settle: Callable[[Sequence[str], Answers], Mapping[str, Any]]
    remark: Callable[[Sequence[str], Answers], Iterable[str]] = lambda _names, _answers: ()


@dataclass(frozen=True)
class Weighting:
    """A way of judging importance.

    `weigh` turns judgements into points of equal meaning, with facts about their consistency, and a region where they
    admit more than one point. It raises ValueError, in a sentence, where they do not fit; normalising to shares
    happens once, in `model`. `judgements` is the type of a list of judgements in a file, None where the method takes
    none; `variants` name the ways of computing on offer, the usual one first.

    A method without an `interview` is not asked for. `takes_points` says that judgements are points themselves, which
    the cells of a workbook can hold; `data_driven`, that weights come from the options' numbers and from nobody's
    judgement of importance, so that they are never the default.
    """

    weigh: Callable[[Judged], Weighed]
    judgements: Any = None
    variants: tuple[str, ...] = ()
    interview: Interview | None = None
    takes_points: bool = False
    data_driven: bool = False


@dataclass(frozen=True)
class Found:
    """What a rule reports: a place, a sentence, and a remedy."""

    place: Place
    message: str
    remedy: str


@dataclass(frozen=True)
class Misfit:
    """Why a member of a shelf would not take what a file gives it, where in that file (`steps`), and what to do."""

    steps: tuple[str | int, ...]
    because: str
    remedy: str = ""


JudgedCell = tuple[str, tuple[str, ...]]
"""A number that an option states: the option's id, and the steps to the number in its file."""


@dataclass(frozen=True)
class Bench:
    """What `check.py` hands to every rule beside the definitions: what the shelves make of them.

    `curves` holds the value curve of each criterion that has a sound one, `curve_misfits` the reason for
    each that has not. `weighed` holds what each weight set's judgements come to, with points by criterion (groups
    already dealt out to their criteria), `point_misfits` the reasons where there are none. `shares` holds the shares
    of the full scale that follow, where every judged range is worth something. `rule_codes` are the codes on offer.

    Three things are worked out when they are asked for. `values` gives, for a criterion, the value of each
    option by name; it has no criterion without a curve, and no option that is discarded, unscored
    or off the scale there.
    `standings` gives, for a weight set, where the ranked options stand under it; it has none where something
    is missing that a ranking needs. `spreads` hold, for each number that states a distribution, how likely each score
    is, or why the distribution does not fit; `doubts_from` gives all that is known of ranked options' scores from their
    lows, values and highs. `settings` are those of the rule at work. `today` is the day, for what falls due.
    """

    curves: Mapping[str, Curve]
    curve_misfits: Mapping[str, Misfit]
    weighed: Mapping[str, WeighedSet]
    point_misfits: Mapping[str, Misfit]
    shares: Mapping[str, Mapping[str, float]]
    values: Mapping[str, Mapping[str, float]]
    standings: "Mapping[str, Standing]"
    rule_codes: tuple[str, ...]
    spreads: "Mapping[JudgedCell, Spread | Misfit]" = field(default_factory=dict)
    doubts_from: "DoubtsFrom | None" = None
    settings: Record | None = None
    today: date = field(default_factory=today)

    @property
    def points(self) -> Mapping[str, Mapping[str, float]]:
        """Each weight set's points by criterion, where its judgements give any."""
        return {name: weighed.points for name, weighed in self.weighed.items()}


@dataclass(frozen=True)
class Rule:
    """A check over all definitions. Its module's docstring is its manual page.

    `settings` is the record of what a project may set for it under `rules` in `steelyard.yaml`; each has a
    default. `find` is handed one, filled in, as the bench's `settings`.

    `needed_to_rank` marks an error without which no total could be worked out, or none that means anything:
    no project can switch it off or make it less.

    `by_the_day` marks a rule that finds other things as days pass, in files that nobody touched. What it finds is
    left out of what is built, unless the day is set from outside: the same commit gives the same bytes.
    """

    code: str
    severity: Severity
    title: str
    find: Callable[[Definitions, Bench], Iterable[Found]]
    needed_to_rank: bool = False
    settings: type[Record] | None = None
    by_the_day: bool = False


@dataclass(frozen=True)
class FaultKind:
    """Something wrong that is looked for in every project. Its module's docstring is its manual page.

    Unlike what a rule finds, it cannot be switched off, made graver or lighter, or allowed by a comment.
    """

    code: str
    severity: Severity
    title: str


@dataclass(frozen=True)
class FindingFormat:
    """A way of showing findings. `render` gives text that ends with a line's end."""

    render: "Callable[[Checked], str]"


@dataclass(frozen=True)
class DecisionMatrix:
    """What a method is handed: options in rows, criteria in columns.

    `scores` are the numbers on each scale, and `better` says which way is better there; `ratio`, where twice the
    number is twice as much. `values` run from 0, the worst end of each scale, to 1; `shares` sum to 1.
    """

    criteria: tuple[str, ...]
    better: tuple[Literal["more", "less"], ...]
    ratio: tuple[bool, ...]
    scores: "Numbers"
    values: "Numbers"
    shares: "Numbers"


@dataclass(frozen=True)
class Method:
    """A way of aggregating: options by criteria in, one total an option out, the more the better.

    `aggregate` takes the matrix and the method's settings. It raises ValueError, in a sentence, where it cannot
    take the scales or the numbers. `title` is the method's name inside a sentence. Every one of the `settings` has a
    default; `uses` names the parts of the matrix that it looks at with these.
    """

    title: str
    aggregate: "Callable[[DecisionMatrix, Any], Aggregation]"
    uses: tuple[Literal["scores", "better", "ratio", "values", "shares"], ...]
    settings: type[Record] = Record


@dataclass(frozen=True)
class Assessment:
    """What `assess.py` hands to every analysis: the decision as worked out under every weight set.

    `valuations` are keyed by weight set; `shown` names the one shown first. Rows of every array are the ranked
    options, columns the criteria. `low` and `high` bound the scores, which stand in each valuation.
    `futures` hold, by scenario and weight set, where the same options stand when that scenario's scores hold.
    `doubts_from` gives all that is known of the scores from their lows, values and highs.
    How far the ranking that is shown first can be trusted is worked out by `probe`, once, when it is first asked for.
    `data_driven` names the weight sets that come from the options' numbers and are nobody's judgement.
    """

    definitions: Definitions
    curves: Mapping[str, Curve]
    valuations: "Mapping[str, Valuation]"
    low: "Numbers"
    high: "Numbers"
    methods: "Mapping[str, Method]"
    shown: str
    futures: "Mapping[str, Mapping[str, Standing]]" = field(default_factory=dict)
    doubts_from: "DoubtsFrom | None" = None
    data_driven: frozenset[str] = frozenset()
    probe: "Callable[[], Robustness] | None" = None

    @cached_property
    def robustness(self) -> "Robustness":
        """How far the ranking that is shown first can be trusted."""
        if self.probe is None:
            raise ValueError("nothing was handed in that works out how far the ranking can be trusted")
        return self.probe()

    @property
    def valuation(self) -> "Valuation":
        """The valuation under the weight set that is shown first."""
        return self.valuations[self.shown]


@dataclass(frozen=True)
class Analysis:
    """A question asked of an assessment. `examine` answers it with exhibits, in the order of showing.

    It gives none where the decision has nothing for it to look at. Analyses stand in the order of
    their `order`, lowest first.
    """

    examine: "Callable[[Assessment], Iterable[Exhibit]]"
    order: int = 50


@dataclass(frozen=True)
class Output:
    """A format. `render` turns a report into the bytes of one file that ends in `suffix`.

    `render_ranking` does so for a single ranking, and `render_exhibit` for a single exhibit, where the format can
    show one by itself. A format with `one_table_a_file` has its exhibits in files of their own beside the first.
    """

    suffix: str
    render: "Callable[[Report], bytes]"
    render_ranking: "Callable[[Ranking, Definitions], bytes] | None" = None
    render_exhibit: "Callable[[Exhibit], bytes] | None" = None
    one_table_a_file: bool = False
