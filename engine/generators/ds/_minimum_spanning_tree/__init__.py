"""Minimum spanning trees: simulator, readers and answers."""
