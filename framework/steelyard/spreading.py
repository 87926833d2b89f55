"""How likely each score is: what the distributions on the shelf make of the ranges that people stated."""
