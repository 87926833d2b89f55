"""Points given straight to each criterion, on any scale one likes.

    method: direct
    judgements: {lasting-effect: 30, fiscal-cost: 10}

Points count for the swing from worst to best of the range that they were judged on (the full scale unless
`ranges` says otherwise). Twice the points, twice the importance of that swing.

Source: Doyle, Green & Bottomley (1997), Judging relative importance: direct rating and point allocation are not
equivalent, Organizational Behavior and Human Decision Processes 70(1), 65-72.
"""

from collections.abc import Mapping, Sequence

from steelyard.contracts import Answers, Interview, Judged, Question, Weighting
from steelyard.documents.weight_set import Points
from steelyard.results.weighed import Weighed


def weigh(judged: Judged) -> Weighed:
    """The points as given."""
    given = judged.judgements or {}
    missing = [name for name in judged.names if name not in given]
    if missing:
        raise ValueError(f"no points are given for {', '.join(missing)}")
    if any(given[name] < 0 for name in judged.names):
        raise ValueError("points are never negative")
    if all(given[name] == 0 for name in judged.names):
        raise ValueError("all points are 0, so nothing would count")
    return Weighed({name: given[name] for name in judged.names})


def ask(names: Sequence[str], answers: Answers) -> Question | None:
    """The points of each swing, one after the other; the last gets some if no other has any."""
    for name in names:
        if name not in answers:
            nothing_yet = name == names[-1] and not any(answers.values())
            return Question(
                key=name,
                asks=f"How many points does going from worst to best on {{{name}}} get?",
                about=(name,),
                least=1 if nothing_yet else 0,
                hint="Twice the points, twice as important; 0 if it should not count.",
            )
    return None


def settle(names: Sequence[str], answers: Answers) -> Mapping[str, float]:
    """The points as answered."""
    return {name: float(answers[name]) for name in names}


direct = Weighting(weigh=weigh, judgements=Points, interview=Interview(ask, settle), takes_points=True)
