"""Travel: simulator, readers and answers."""
