"""A question of a computable kind is computed: the verified simulator answers with its working."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

from engine.asking import Answer, Question
from engine.drawings import render_png
from engine.exams import Exam
from engine.generators import NeedsParameter, Solved, solve_text

log = logging.getLogger(__name__)


class SolvingAnswerer:
    """Recognises a problem, asks for the one condition that is missing, or stays out of the way."""

    async def answer(self, question: Question) -> AsyncIterator[Answer]:
        """The solution with its drawing, the question for a missing condition, or nothing."""
        if question.book is not None:
            return
        solved = await solve(question.text, question.exam)
        if isinstance(solved, NeedsParameter):
            yield Answer("solve", solved.markdown, details=solved.as_data())
        elif isinstance(solved, Solved):
            picture = await asyncio.to_thread(render_png, solved.drawing) if solved.drawing is not None else None
            alt = solved.drawing.alt if solved.drawing is not None else ""
            yield Answer("solve", solved.markdown, details=solved.as_data(), picture=picture, picture_alt=alt)


async def solve(text: str, exam: Exam) -> Solved | NeedsParameter | None:
    """What the kinds of `exam` make of a problem; None: nothing."""
    try:
        return await asyncio.to_thread(solve_text, text, exam.id)
    except Exception:  # hundreds of readers look at whatever people paste: a fault of one must not keep the books from answering
        log.exception("a reader failed; the books answer instead: %r", text)
        return None
