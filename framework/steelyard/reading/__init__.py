"""YAML folders in, definitions out, every fault with its line."""

from steelyard.reading.folder import Reading, find_decision, read_folder

__all__ = ["Reading", "find_decision", "read_folder"]
