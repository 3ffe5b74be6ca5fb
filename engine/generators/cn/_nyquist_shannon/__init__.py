"""What channels carry: simulator, readers and answers."""
