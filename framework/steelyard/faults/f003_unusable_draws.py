"""The file of draws that a decision names is not there, or cannot be used as it stands.

Its first line names a column for each number as `option/criterion`, with commas between. Each further line is one draw
of all of them, with as many numbers as there are names. One entry that is none would leave its whole draw in doubt, so
none is passed over.

Wrong:

    # steelyard.yaml
    draws: {file: draws/tasted.csv}
    # draws/tasted.csv
    filter/taste,capsules/taste
    0.5,1
    1,good

Right:

    # steelyard.yaml
    draws: {file: draws/tasted.csv}
    # draws/tasted.csv
    filter/taste,capsules/taste
    0.5,1
    1,1.5
"""

from steelyard.contracts import FaultKind

f003_unusable_draws = FaultKind(code="F003", severity="error", title="Draws that cannot be used")
