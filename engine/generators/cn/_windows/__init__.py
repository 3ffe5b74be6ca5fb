"""Sliding windows: simulator, readers and answers."""
