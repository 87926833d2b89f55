"""A file names a value function, a distribution, a weighting method or a kind of scale that there is not.

What such a name stands for is worked out by the program, so it has to be one that the program has. The remedy gives the
nearest one.

Wrong:

    # criteria/noise.yaml
    value_function: {shape: straight}

Right:

    # criteria/noise.yaml
    value_function: {shape: linear}
"""

from steelyard.contracts import FaultKind

k006_unknown_choice = FaultKind(code="K006", severity="error", title="Unknown choice")
