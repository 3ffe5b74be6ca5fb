"""Sets that overlap: simulator, readers and answers."""
