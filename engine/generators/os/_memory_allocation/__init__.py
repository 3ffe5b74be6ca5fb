"""Areas of memory: simulator, readers and answers."""
