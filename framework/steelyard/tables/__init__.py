"""Definitions and results as frames, each validated by its contract: schema and builder together."""
