"""Hash tables: simulator, readers and answers."""
