"""Counting and chance: what permutations and probability read alike."""
