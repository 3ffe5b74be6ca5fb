"""The banker's algorithm: simulator, readers and answers."""
