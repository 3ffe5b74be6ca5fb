"""Expressions and operand stacks: simulator, readers and answers."""
