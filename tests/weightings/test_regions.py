"""Whatever is written, judgements that admit a region weigh inside it, or are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steelyard.contracts import Judged
from steelyard.weightings import shelf

NAMES = st.sampled_from(["a", "b", "c", "d"])
SHARES = st.one_of(st.sampled_from([0.0, 0.1, 0.25, 0.3, 0.5, 1.0]), st.floats(0, 1))
JUDGEMENTS = {
    "rank-order": st.dictionaries(NAMES, st.integers(1, 10**30)),
    "intervals": st.dictionaries(NAMES, st.tuples(SHARES, SHARES)),
    "orderings": st.dictionaries(NAMES, st.lists(st.one_of(NAMES, st.just("unknown")), max_size=3)),
}
SLACK = 1e-8


@pytest.mark.parametrize("method", JUDGEMENTS)
@given(data=st.data())
def test_the_point_lies_in_its_region_or_is_refused(method: str, data: st.DataObject) -> None:
    """Under every variant: weights that sum to 1, keep their bounds, and do not rise where one is above another."""
    given = data.draw(JUDGEMENTS[method])
    names = data.draw(st.lists(NAMES, min_size=1, unique=True))
    for variant in shelf[method].variants or ("",):
        try:
            weighed = shelf[method].weigh(Judged(given, names, variant))
        except ValueError:
            continue
        points, region = weighed.points, weighed.region
        assert region is not None
        assert list(points) == names
        assert sum(points.values()) == pytest.approx(1, abs=SLACK)
        assert all(points[name] >= least - SLACK for name, least in region.least.items())
        assert all(points[name] <= most + SLACK for name, most in region.most.items())
        assert all(points[one] >= points[other] - SLACK for one, other in region.above)
