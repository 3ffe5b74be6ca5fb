"""Shortest paths: simulator, readers and answers."""
