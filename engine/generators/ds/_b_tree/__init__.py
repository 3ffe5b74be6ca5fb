"""B trees: simulator, readers and answers."""
