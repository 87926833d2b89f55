"""How far a ranking can be trusted, in one paragraph that is made from facts by rules.

The same facts always give the same words. Shares are rounded down to whole per cents, and "all" is said only where that
is proved and not merely sampled. Each function below is one rule and gives one sentence, or none.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil, floor, inf

from steelyard.documents.definitions import Definitions
from steelyard.figures import counted, decimals, listed
from steelyard.results.robustness import DecisiveScore, Robustness, Sampled
from steelyard.support import FIRM, Footing, support_of

_ALL_BUT, _HARDLY_ANY = 0.99, 0.01
_SMALLEST_GAIN = 0.0005
"""A gain below this would be shown as 0.000."""
_NOISE = 1e-9
_NAMED = 3
"""So many scores are named at most; the exhibit has them all."""


def verdict(robustness: Robustness, definitions: Definitions) -> tuple[str, ...]:
    """The sentences, in the order of reading."""
    facts = _Facts(robustness, definitions)
    if len(robustness.options) == 1:
        return (
            f"{facts.title(facts.first)} is the only option ranked: there is no order that could be trusted or not.",
        )
    return (
        facts.who_is_first(),
        *facts.no_better_than_the_baseline(),
        *facts.among_weightings(),
        *facts.with_scores_drawn(),
        *facts.among_weight_sets(),
        *facts.what_takes_it_away(),
        *facts.decisive_scores(),
        *facts.never_first(),
        *facts.worth_knowing(),
        facts.what_the_figures_are(),
    )


def weak_footing(definitions: Definitions, score: DecisiveScore) -> Footing | None:
    """On what a score stands, where that is judgement alone or one weak document."""
    footing = footing_of(definitions, score.option, score.criterion)
    return None if footing in FIRM else footing


def footing_of(definitions: Definitions, option: str, criterion: str) -> Footing:
    """On what the number of an option on a criterion stands."""
    judged = definitions.options[option].judgement_on(definitions.criteria[criterion])
    if judged is None:
        return Footing.JUDGEMENT
    return support_of(definitions, definitions.options[option], definitions.criteria[criterion], judged).footing


def per_cent(share: float, *, proved: bool = False) -> str:
    """A share of samples in words that are never stronger than it.

    Rounded down to whole per cents; "all" and "none" are said only where they are proved, for what no sample showed may
    still be.
    """
    if proved and share in {0, 1}:
        return "all" if share else "none"
    if share > _ALL_BUT:
        return "more than 99%"
    return "less than 1%" if share < _HARDLY_ANY else f"{floor(100 * share + _NOISE)}%"


def drawn_how(found: Robustness) -> str:
    """How scores are drawn: within ranges, each by itself, or as a file has them."""
    if not found.together:
        return "each by itself within its range"
    if found.together == found.uncertain:
        return "as the file of draws has them"
    return (
        f"{found.together} of {found.uncertain} together as the file of draws has them, the others within their ranges"
    )


def _of_all(words: str) -> str:
    return {"all": "all weightings", "none": "no weighting"}.get(words, f"{words} of all weightings")


def _by(gain: float) -> str:
    return f"by {decimals(gain)}" if gain >= _SMALLEST_GAIN else "by less than 0.001"


def _are(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def _how_many(some: int, of: int) -> str:
    """Who rests on what, in the words of their number: `it rests`, `both rest`, `all 3 rest`, `1 of them rests`."""
    if some in {0, of}:
        return _are(of, "it rests", "both rest" if of == 2 else f"all {of} rest")  # noqa: PLR2004 - a pair has its own word
    return f"{some} of them {_are(some, 'rests', 'rest')}"


class _Facts:
    def __init__(self, robustness: Robustness, definitions: Definitions) -> None:
        self.found = robustness
        self.definitions = definitions
        self.first = robustness.options[0]
        self.sharing = robustness.first_under[robustness.weights]
        self.it = "it" if len(self.sharing) == 1 else self.title(self.first)

    def title(self, option: str) -> str:
        return self.definitions.options[option].title

    def titles(self, options: Sequence[str]) -> str:
        return listed([self.title(each) for each in options])

    def criterion(self, name: str) -> str:
        return self.definitions.criteria[name].title

    def who_is_first(self) -> str:
        under = f"under the weights {self.definitions.weight_sets[self.found.weights].title}"
        others = len(set(self.found.leaders) - set(self.sharing))
        close = f"{counted(others, 'other option')} could well be first" if others else ""
        if len(self.sharing) > 1:
            return f"{self.titles(self.sharing)} share first place {under}{f'; {close}' if close else ''}."
        rest = f", but too close to call: {close}" if close else ", and no other option could well be first"
        return f"{self.title(self.first)} is first {under}{rest}."

    def no_better_than_the_baseline(self) -> Iterator[str]:
        baseline = self.definitions.decision.baseline
        if baseline in self.sharing:
            who = "It is the baseline" if self.sharing == (baseline,) else f"{self.title(baseline)} is the baseline"
            yield f"{who}: no option is worth more than policy as it stands."

    def among_weightings(self) -> Iterator[str]:
        flat, around = self.found.all_weightings.flat.at_values, self.found.around_agreed.block.at_values
        known = self.found.potentially_optimal == (self.first,) or self.first not in self.found.potentially_optimal
        everywhere = per_cent(flat.first(self.first), proved=known)
        near = f", and under {per_cent(around.first(self.first), proved=known)} of {self._around()}"
        alone = "; none near these weights are looked at, since their precision is stated as 0%"
        said = (
            f"With the scores as judged {self.it} is first under {_of_all(everywhere)}{alone if self._exact else near}"
        )
        yield f"{said}{self._more_often(flat, 'under all weightings')}."

    @property
    def _exact(self) -> bool:
        """Whether the weights are stated as so exact that no others are near them."""
        return self.found.around_agreed.precision == 0 and not self.found.around_agreed.region

    def _around(self) -> str:
        if self.found.around_agreed.region:
            return "those that the judgements admit"
        status = self.definitions.weight_sets[self.found.weights].status
        near = "the agreed weights" if status == "agreed" else "these weights"
        return f"those near {near} (each judgement moved by up to {self.found.around_agreed.precision:.0%})"

    def _more_often(self, sampled: Sampled, where: str) -> str:
        """Who is first more often than the first is, where someone is."""
        often = max(sampled.ranks, key=lambda option: (sampled.first(option), option == self.first))
        if often == self.first:
            return ""
        return f"; {where} {self.title(often)} is first more often ({per_cent(sampled.first(often))})"

    def with_scores_drawn(self) -> Iterator[str]:
        flat, around = self.found.all_weightings.flat.drawn, self.found.around_agreed.block.drawn
        if not self.found.uncertain:
            yield "No score has a range, so that nothing is said of doubt about scores."
            return
        how = drawn_how(self.found)
        everywhere, near = per_cent(flat.first(self.first)), per_cent(around.first(self.first))
        if self._exact:
            shares, where = f"this share is {everywhere}, and at these weights it is {near}", "at these weights"
        else:
            shares, where = f"these shares are {everywhere} and {near}", "near these weights"
        yield f"With the scores drawn as well, {how}, {shares}{self._more_often(around, where)}."

    def among_weight_sets(self) -> Iterator[str]:
        under = self.found.first_under
        if len(under) < 2:  # noqa: PLR2004 - one set is no comparison
            return
        illustrative = [name for name in under if self.definitions.weight_sets[name].status != "agreed"]
        count = "all" if len(illustrative) == len(under) else str(len(illustrative))
        status = f" ({count} illustrative)" if illustrative else ""
        own = [first for first in under.values() if self.first in first]
        shared = sum(len(first) > 1 for first in own)
        sharing = f", of which it shares first place under {shared}" if shared else ""
        it = self.it[0].upper() + self.it[1:]
        if len(own) == len(under):
            yield f"{it} is first under every one of the {len(under)} weight sets{status}{sharing}."
            return
        others = Counter(first for first in under.values() if self.first not in first)
        named = listed([f"{self.titles(first)} under {count}" for first, count in others.most_common()])
        yield f"{it} is first under {len(own)} of the {len(under)} weight sets{status}{sharing}; {named}."

    def what_takes_it_away(self) -> Iterator[str]:
        ends = list(self._ends())
        if ends:
            _, name, share, end, option, beyond = min(ends)
            yield (
                f"Of single criteria, {self.criterion(name)} takes first place from {self.it} soonest: "
                f"once its share {beyond} {end:.1%} (now {share:.1%}), {self.title(option)} comes first."
            )
        else:
            yield f"No criterion's share, moved by itself, takes first place from {self.it}."
        change = self.found.smallest_change["l1"]
        if change is not None and len(self.sharing) == 1:
            least, rival = f"{change.distance / 2:.1%}", self.title(change.new_first)
            yield f"The least weight that must move to bring another option level is {least}: {rival}."

    def _ends(self) -> Iterator[tuple[float, str, float, float, str, str]]:
        """Where single shares take first place away, with how many times the share goes up or down, and which way.

        Of options that are level now the way cannot be told from the end, which is the share itself.
        """
        for name, found in self.found.stability.items():
            if name not in self.definitions.criteria or found.first is None:
                continue
            ends = [(found.first.most, found.first.above, "rises above")]
            if found.share > 0:
                ends.append((found.first.least, found.first.below, "falls below"))
            for end, option, beyond in ends:
                if end is not None and option is not None:
                    least, most = sorted((end, found.share))
                    times = 1.0 if least == most else most / least if least > 0 else inf
                    yield times, name, found.share, end, option, beyond

    def decisive_scores(self) -> Iterator[str]:
        if not self.found.uncertain:
            return
        decisive = {(each.option, each.criterion): each for each in self.found.decisive_scores}
        if not decisive:
            yield "No score, moved alone within its own range, puts another option first."
            return
        weak = [each for each in decisive.values() if weak_footing(self.definitions, each) is not None]
        count = len(decisive)
        who = "One score" if count == 1 else f"Each of {count} scores"
        more = "" if weak else "more than "
        yield (
            f"{who}, moved alone within its own range, would put another option first; "
            f"{_how_many(len(weak), count)} on {more}judgement alone or one weak document{self._named(weak)}."
        )

    def _named(self, scores: Sequence[DecisiveScore]) -> str:
        """The scores by name, where they are few."""
        named = [f"{self.title(each.option)} on {self.criterion(each.criterion)}" for each in scores]
        return f" ({'; '.join(named)})" if 0 < len(named) <= _NAMED else ""

    def never_first(self) -> Iterator[str]:
        never = [self.title(each) for each in self.found.options if each not in self.found.potentially_optimal]
        if never:
            yield f"With the scores as judged, no weighting at all puts {listed(never, 'or')} first."

    def worth_knowing(self) -> Iterator[str]:
        whole = next((each for each in self.found.information if each.of == ("all",)), None)
        if whole is None or whole.gain <= 0:
            return
        said = f"Knowing every score exactly before choosing would raise the expected total {_by(whole.gain)}"
        best = self.found.best_expected
        if best != self.first:
            said += f" above that of {self.title(best)}, whose expected total is the highest"
        by_criterion = [each for each in self.found.information if each.of[0] == "criterion"]
        most = max(by_criterion, key=lambda each: each.gain, default=None)
        if most is None or most.gain < _SMALLEST_GAIN:
            yield f"{said}."
            return
        yield (
            f"{said}; knowing those on {self.criterion(most.of[1])} alone, {_by(most.gain)}, the most of any criterion."
        )

    def what_the_figures_are(self) -> str:
        blocks = (self.found.all_weightings.flat, self.found.around_agreed.block)
        every = [
            each.errors[option][0]
            for block in blocks
            for each in (block.at_values, block.drawn)
            for option in each.errors
        ]
        worst = ceil(1000 * max(every) - _NOISE) / 10
        cut = f" Sampling was cut short at {self.found.samples} samples." if self.found.partial else ""
        count = self.found.left_out
        left = (
            f" {counted(count, 'option')} with lower totals {_are(count, 'was', 'were')} not looked at."
            if count
            else ""
        )
        return (
            "These are shares of weightings and of score draws, rounded down, not chances of being right "
            f"(standard error at most {worst:.1f} points).{cut}{left}"
        )
