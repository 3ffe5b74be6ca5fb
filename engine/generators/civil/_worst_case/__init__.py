"""The worst case: simulator, readers and answers."""
