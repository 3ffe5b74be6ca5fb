"""Stacks and what leaves them: simulator, readers and answers."""
