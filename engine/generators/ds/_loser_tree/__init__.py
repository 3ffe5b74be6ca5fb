"""Loser trees: simulator, readers and answers."""
