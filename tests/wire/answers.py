"""What a person may answer to a question of the bot's, by what it says."""

from __future__ import annotations


def some_answer(question: str) -> str:
    """An answer of the kind that a question asks for."""
    return "AB" if "【多选】" in question else "A" if "【单选】" in question else "错" if "【判断】" in question else "答案是 12345"
