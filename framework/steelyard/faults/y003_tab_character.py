"""A line holds a tab character.

What belongs to a key stands further right than it, by spaces. A tab looks like spaces on the screen and is as wide as
each editor likes, so YAML does not take it for any number of them. Most editors can be told to write spaces when the
tab key is pressed.

Wrong:

    # criteria/noise.yaml, with a tab where → stands
    scale:
    →kind: quantity
    →unit: decibels
    →worst: 80
    →best: 40

Right:

    # criteria/noise.yaml
    scale:
      kind: quantity
      unit: decibels
      worst: 80
      best: 40
"""

from steelyard.contracts import FaultKind

y003_tab_character = FaultKind(code="Y003", severity="error", title="Tab character")
