"""Chances: simulator, readers and answers."""
