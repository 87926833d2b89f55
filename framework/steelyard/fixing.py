"""Mending what cannot change meaning."""
