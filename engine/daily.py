"""The daily push: which scenes are due, and pushing each at most once a day.

Due-ness is computed from the scenes' settings and the outbox at every tick, so nothing needs to survive a restart: what was
missed while the bot was down is caught up once, on the same day.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, time, timedelta

from engine.messages import Receipt, Refused, Scene
from engine.pushing import Pushing
from engine.quizzing.service import Quizzing
from engine.storage.outbox import Outbox
from engine.storage.scenes import SceneChoice, Scenes

log = logging.getLogger(__name__)

KIND = "daily"
SHORTEST_OPEN = timedelta(hours=1)

NO_QUESTIONS = "所选科目还没有题"
TIME_PAST = "今天的时间已过，从明天开始"
COMPOSING_FAILED = "出题时出错"
OWN_REASONS = (NO_QUESTIONS, TIME_PAST, COMPOSING_FAILED)
"""How the reasons begin for which the bot itself sent nothing; every other reason is a platform's."""

AT_ONCE = 16
"""Scenes pushed to side by side; a kill leaves at most so many pushes unknown."""


class Daily:
    """Pushes questions to the scenes that want them."""

    def __init__(self, scenes: Scenes, outbox: Outbox, quizzing: Quizzing, pushing: Pushing, close_at: time) -> None:
        self._scenes = scenes
        self._outbox = outbox
        self._quizzing = quizzing
        self._pushing = pushing
        self._close_at = close_at

    async def tick(self, now: datetime) -> int:
        """Push to every scene that is due and can be reached; how many were pushed to."""
        room = asyncio.Semaphore(AT_ONCE)

        async def push(scene: Scene, choice: SceneChoice) -> bool:
            async with room:
                try:
                    return await self.push(scene, choice, now)
                except Exception:
                    # One scene's trouble is on record with its delivery; the others are pushed to all the same.
                    log.exception("the daily push to a scene on %s failed", scene.platform)
                    return False

        return sum(await asyncio.gather(*(push(scene, choice) for scene, choice in await self._due(now))))

    async def _due(self, now: datetime) -> list[tuple[Scene, SceneChoice]]:
        had: dict[str, set[str]] = {}
        due = []
        for scene, choice in (await self._scenes.subscribed()).items():
            day = choice.local_day(now)
            if choice.daily_time is None or choice.local(now).strftime("%H:%M") < choice.daily_time:
                continue
            if day not in had:
                had[day] = await self._outbox.claimed_slots(KIND, day)
            if str(scene) not in had[day] and self._pushing.reaches(scene):
                due.append((scene, choice))
        return due

    async def push(self, scene: Scene, choice: SceneChoice, now: datetime) -> bool:
        """Push today's questions to one scene. False: today's are spoken for, or there are none."""
        return await self._push(scene, choice, choice.local_day(now), now) is not None

    async def try_out(self, scene: Scene, choice: SceneChoice, now: datetime) -> Receipt:
        """Push questions here and now, besides the day's: how an owner finds out whether pushes arrive. What the platform said."""
        slot = f"试推 {choice.local(now):%m-%d %H:%M:%S}"
        return await self._push(scene, choice, slot, now, unprompted=True) or Refused(f"{NO_QUESTIONS}，或刚刚试过")

    async def _push(self, scene: Scene, choice: SceneChoice, slot: str, now: datetime, unprompted: bool = False) -> Receipt | None:
        claim = await self._outbox.claim(scene, KIND, slot, now)
        if claim is None:
            return None
        try:
            questions = await self._quizzing.choose(choice.exam, None, choice.subjects, choice.daily_count)
            if not questions:
                await self._outbox.finish(claim, Refused(NO_QUESTIONS), now)
                return None
            asked, reply = await self._quizzing.open(scene, choice, "daily", None, questions, now, self._closes_at(scene, choice, now))
        except Exception as error:
            await self._outbox.finish(claim, Refused(f"{COMPOSING_FAILED}：{type(error).__name__}"), now)
            raise
        return await self._pushing.send(claim, scene, replace(reply, unprompted=unprompted), now, asked.id)

    async def skip_today_if_past(self, scene: Scene, choice: SceneChoice, now: datetime) -> bool:
        """After a change to a time that has passed today, the first push is tomorrow's: nobody expects one on the spot. Whether it is."""
        if choice.daily_time is None or choice.local(now).strftime("%H:%M") < choice.daily_time:
            return False
        claim = await self._outbox.claim(scene, KIND, choice.local_day(now), now)
        if claim is not None:
            await self._outbox.finish(claim, Refused(TIME_PAST), now)
        return True

    def _closes_at(self, scene: Scene, choice: SceneChoice, now: datetime) -> datetime | None:
        if scene.is_private:
            return None
        local = choice.local(now)
        closes = datetime.combine(local.date(), self._close_at, local.tzinfo)
        return max(closes, now + SHORTEST_OPEN).astimezone(now.tzinfo)
