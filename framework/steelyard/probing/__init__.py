"""How far a ranking can be trusted: everything that is worked out by moving weights and scores."""
