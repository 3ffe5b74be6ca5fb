"""Page replacement: simulator, readers and answers."""
