"""Intervals and squares: simulator, readers and answers."""
