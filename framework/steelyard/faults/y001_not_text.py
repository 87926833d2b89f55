"""A file cannot be opened, or what is in it is not plain text.

Definition files are text saved as UTF-8, the encoding in which every editor can save. Others write letters such as é
and signs such as € in other bytes, and guessing at them would put wrong letters into reports. Word processors and
spreadsheets save more than text: copy what they show into a text editor.

Wrong:

    # options/filter.yaml, saved as Latin-1
    title: Café filter machine

Right:

    # options/filter.yaml, saved as UTF-8
    title: Café filter machine
"""

from steelyard.contracts import FaultKind

y001_not_text = FaultKind(code="Y001", severity="error", title="Not readable as text")
