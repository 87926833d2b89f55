"""A workbook on its way back: opened with care, its inputs found by the names beside them, and merged."""
