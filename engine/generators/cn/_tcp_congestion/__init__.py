"""TCP's congestion window: simulator, readers and answers."""
