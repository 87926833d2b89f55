"""Definitions and results as tables, each with its contract, proved on plain arrays and made frames when asked for."""
