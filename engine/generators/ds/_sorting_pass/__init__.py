"""Sorting: simulator, readers and answers."""
