"""What each scene's owner chose, with the bot's defaults filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from engine.messages import Scene
from engine.storage.database import Database
from engine.storage.schema import SceneSettings


@dataclass(frozen=True, slots=True)
class SceneChoice:
    """How the bot behaves in one scene.

    Attributes:
        exam: the exam's id.
        subjects: ids of the subjects to practise; empty: all.
        zone: the scene's IANA time zone.
        daily_time: `HH:MM` in that zone; None: no daily push.
        daily_count: questions a day.
        answer_seconds: how long a question to a group stays open.
    """

    exam: str
    zone: str
    subjects: tuple[str, ...] = ()
    daily_time: str | None = None
    daily_count: int = 1
    answer_seconds: int = 60

    def local(self, now: datetime) -> datetime:
        """`now` on this scene's clock."""
        return now.astimezone(ZoneInfo(self.zone))

    def local_day(self, now: datetime) -> str:
        """The scene's calendar day at `now`, `YYYY-MM-DD`."""
        return self.local(now).date().isoformat()


class Scenes:
    """Settings by scene. Few and read with every message, so all of them are kept in memory."""

    def __init__(self, database: Database, default: SceneChoice) -> None:
        self._database = database
        self._default = default
        self._chosen: dict[str, SceneChoice] | None = None

    async def of(self, scene: Scene) -> SceneChoice:
        """The settings of `scene`."""
        return (await self._all()).get(str(scene), self._default)

    async def subscribed(self) -> dict[Scene, SceneChoice]:
        """Every scene that wants a daily push."""
        return {Scene.parse(name): choice for name, choice in (await self._all()).items() if choice.daily_time is not None}

    async def change(self, scene: Scene, **changes: Any) -> SceneChoice:
        """Change fields of `SceneChoice` for `scene` and return the settings as they now are."""
        every = await self._all()
        choice = replace(every.get(str(scene), self._default), **changes)
        values = {
            "scene": str(scene),
            "exam": choice.exam,
            "subjects": list(choice.subjects),
            "zone": choice.zone,
            "daily_time": choice.daily_time,
            "daily_count": choice.daily_count,
            "answer_seconds": choice.answer_seconds,
        }
        async with self._database.writing() as connection:
            await connection.execute(self._database.upsert(SceneSettings, ["scene"], values))
        every[str(scene)] = choice
        return choice

    def drop_cache(self) -> None:
        """Read again at the next question, after rows went (`/忘记我`)."""
        self._chosen = None

    async def _all(self) -> dict[str, SceneChoice]:
        if self._chosen is None:
            async with self._database.reading() as connection:
                rows = (await connection.execute(select(SceneSettings.__table__))).all()
            self._chosen = {row.scene: self._filled(row) for row in rows}
        return self._chosen

    def _filled(self, row: Any) -> SceneChoice:
        default = self._default
        return SceneChoice(
            exam=row.exam or default.exam,
            zone=row.zone or default.zone,
            subjects=tuple(row.subjects or ()),
            daily_time=row.daily_time,
            daily_count=row.daily_count or default.daily_count,
            answer_seconds=row.answer_seconds or default.answer_seconds,
        )
