"""Why a file cannot be taken for one of our workbooks."""

from steelyard.errors import SteelyardError


class UnreadableBookError(SteelyardError):
    """The file is no workbook of ours, or not all of one; its text says why and what to do."""
