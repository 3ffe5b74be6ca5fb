"""A fault in a reader of problems does not keep the books from answering."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from engine.asking import Answer, Question
from engine.asking import solving as asking_solving
from engine.asking.solving import SolvingAnswerer
from engine.exams import load_exam

EXAM = load_exam(Path(__file__).resolve().parents[3] / "data" / "exams" / "408")


def test_a_fault_is_logged_and_nothing_said(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def faulty(text: str, exam: str) -> None:
        raise ValueError("a reader's fault")

    async def answers() -> list[Answer]:
        return [answer async for answer in SolvingAnswerer().answer(Question("什么是死锁？", EXAM))]

    monkeypatch.setattr(asking_solving, "solve_text", faulty)
    with caplog.at_level(logging.ERROR):
        assert asyncio.run(answers()) == []
    assert "a reader failed" in caplog.text
