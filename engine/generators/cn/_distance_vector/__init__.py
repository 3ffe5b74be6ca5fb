"""Distance vectors and RIP: simulator, readers and answers."""
