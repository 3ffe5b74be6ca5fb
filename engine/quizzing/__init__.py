"""Quizzing: which questions to ask, how they read, what an answer is worth, and when a key may be shown."""
