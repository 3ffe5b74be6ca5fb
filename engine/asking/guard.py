"""What cannot be answered at all: an empty question, one far too long."""

from __future__ import annotations

from collections.abc import AsyncIterator

from engine.asking import Answer, Question

LONGEST_QUESTION = 2000
"""Characters. An exam question with its options has a few hundred; beyond this it is a pasted document."""


class UnanswerableGuard:
    """Stands first in the list: turns away what no answerer should spend time on."""

    async def answer(self, question: Question) -> AsyncIterator[Answer]:
        """A hint what to send instead, or nothing."""
        text = question.text.strip()
        if not any(character.isalnum() for character in text):
            yield Answer("decline", "想问什么？把问题写在后面就好，比如：/问 快表有什么用", declined="empty")
        elif len(text) > LONGEST_QUESTION:
            yield Answer(
                "decline",
                f"这段有 {len(text)} 个字，太长啦，我只读得完 {LONGEST_QUESTION} 字以内的问题。挑最想问的一句发给我吧。",
                declined="too_long",
            )
