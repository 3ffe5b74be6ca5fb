"""Faults of questions that people told us about (`/纠错`), each with the question as they saw it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from engine.messages import Scene
from engine.questions.model import Question
from engine.storage.database import Database
from engine.storage.schema import Report


class Reports:
    """The reports of every learner."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, learner_id: int, scene: Scene, question: Question, text: str, now: datetime) -> int:
        """Record a report; returns its number."""
        async with self._database.writing() as connection:
            result = await connection.execute(
                insert(Report)
                .values(
                    learner_id=learner_id,
                    scene=str(scene),
                    question_id=question.id,
                    content_hash=question.content_hash,
                    question=question.as_row(),
                    text=text,
                    reported_at=now,
                )
                .returning(Report.id)
            )
            return int(result.scalar_one())

    async def all(self) -> list[dict[str, Any]]:
        """Every report, oldest first, as plain data for the owner."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(Report.__table__).order_by(Report.id))
            return [dict(row._mapping) for row in rows]
