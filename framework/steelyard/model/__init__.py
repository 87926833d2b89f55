"""The arithmetic that everything shares, on plain arrays."""
