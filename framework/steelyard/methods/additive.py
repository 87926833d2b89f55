"""The additive multi-attribute value model: each value times its criterion's share, summed.

It is the house model. It holds where criteria are preferentially independent: how much a gain on one is
worth does not depend on the level of another.

Source: Keeney & Raiffa (1976), Decisions with Multiple Objectives, chapter 3.
"""

from steelyard.contracts import Method
from steelyard.model.additive import totals

additive = Method(totals=totals)
