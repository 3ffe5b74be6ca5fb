"""Merging runs: readers and answers."""
