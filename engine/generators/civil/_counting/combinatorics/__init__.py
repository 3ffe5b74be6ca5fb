"""Permutations and combinations: simulator, readers and answers."""
