"""Delays and store-and-forward: readers and answers."""
