"""KMP: simulator, readers and answers."""
