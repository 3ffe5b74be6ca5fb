"""Work shared between people or pipes: simulator, readers and answers."""
