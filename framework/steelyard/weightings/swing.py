"""Swing weights: how much each move from worst to best matters, the most important move being 100.

    method: swing
    judgements: {lasting-effect: 100, fiscal-cost: 20}

Imagine an option at its worst on every criterion. Which single criterion would you most want to move to its
best? That swing gets 100; every other swing gets points in proportion. Each swing was judged on a range of
scores: the full scale, unless `ranges` says otherwise. `order`, where it is given, records how the swings were ranked
before they got points, most important first; points that contradict it are found (W010).

Source: von Winterfeldt & Edwards (1986), Decision Analysis and Behavioral Research.
"""

from steelyard.contracts import Weighting
from steelyard.documents.weight_set import Points
from steelyard.weightings.direct import weigh

swing = Weighting(weigh=weigh, judgements=Points, takes_points=True)
