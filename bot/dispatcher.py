"""The way of one event: clean, deduplicate, limit, journal, route, run, send.

Every adapter hands its events to `Dispatcher.handle`. A redelivered event is answered once; a command that fails is answered
with a short apology and a reference number; a command's replies go back through the adapter of the scene it came from.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from weakref import WeakValueDictionary

from limits import parse
from sqlalchemy.exc import DBAPIError

from bot.commands.answer import answer
from bot.commands.command import Context
from bot.commands.table import CommandTable
from bot.limiting import Limiter
from bot.metrics import Metrics
from bot.routing import Route, Router
from bot.sending import Outlet
from bot.services import Services
from engine.errors import ShanganError
from engine.messages import Deferred, Incoming, Receipt, Refused, Reply, Scene, Unknown

log = logging.getLogger(__name__)

LONGEST_TEXT = 20_000
"""Characters of a message that are looked at; what is longer is told so, not cut."""

LAST_SENDS = 2.0
"""Seconds that the end waits for answers that are half sent."""


class _TooLateError(Exception):
    """An answer is ready, but the platforms are being closed. For the dispatcher itself; people never see it."""


class Dispatcher:
    """Takes events from adapters and answers them."""

    def __init__(
        self,
        services: Services,
        clock: Callable[[], datetime],
        commands: CommandTable | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._services = services
        self._clock = clock
        self._commands = commands or CommandTable()
        self._router = Router(self._commands, services.quizzing)
        settings = services.settings
        self._limiter = Limiter()
        self._person_limit = parse(settings.person_limit)
        self._scene_limit = parse(settings.scene_limit)
        self._told: set[str] = set()
        self._metrics = metrics
        self._at_work = 0
        self._begun: set[str] = set()
        self._ending = self._ended = False
        # One person's messages in one scene are worked on in their order.
        self._lanes: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    @property
    def adapters(self) -> Mapping[str, Outlet]:
        """Every adapter that is on, by platform."""
        return self._services.adapters

    async def handle(self, incoming: Incoming) -> None:
        """Answer `incoming`, or keep silent. Never raises for anything a person sent."""
        incoming = _cleaned(incoming)
        if not self._router.concerns(incoming):
            return
        began = time.perf_counter()
        if self._metrics is not None:
            self._metrics.took(incoming.scene.platform, incoming.kind)
        try:
            # The lane comes first: who wrote first is answered first.
            async with self._lane(incoming):
                route = await self._router.route(incoming, self._clock())
                if route is not None and await self._services.inbox.receive(incoming, self._clock()) and not self._ending:
                    await self._work(incoming, route)
                    if self._metrics is not None:
                        self._metrics.answered(incoming.scene.platform, time.perf_counter() - began)
        except _TooLateError:
            log.warning("the end came before an answer on %s: the next start gives it", incoming.scene.platform)
        except Exception as error:
            await self._apologise(incoming, error)

    async def drain(self, seconds: float) -> None:
        """Before the platforms are closed: finish what is being answered, for at most `seconds`.

        What comes in from now on is written down and left to the next start, and so is whatever takes longer. An answer of which
        something has been seen could not be given again, so it may take `LAST_SENDS` more.
        """
        self._ending = True
        await _until(lambda: not self._at_work, seconds)
        self._ended = True
        await _until(lambda: not self._begun, LAST_SENDS)

    async def resume(self) -> None:
        """Answer what came in before a crash and had not been answered."""
        now = self._clock()
        for incoming in await self._services.inbox.left_over(now):
            adapter = self.adapters.get(incoming.scene.platform)
            if self._ending or adapter is None or not adapter.reaches(incoming.scene):
                continue
            if not await self._services.inbox.claim(incoming, now):
                continue
            if incoming.reply_deadline is not None and incoming.reply_deadline <= now:
                await self._services.inbox.miss(incoming)
                continue
            async with self._lane(incoming):
                try:
                    route = await self._router.route(incoming, now)
                    if route is None:
                        self._services.inbox.done(incoming)
                    else:
                        await self._work(incoming, route)
                except _TooLateError:
                    return
                except Exception as error:
                    await self._apologise(incoming, error)

    def _lane(self, incoming: Incoming) -> asyncio.Lock:
        key = (str(incoming.scene), incoming.sender.id)
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = asyncio.Lock()
        return lane

    async def _work(self, incoming: Incoming, route: Route) -> None:
        self._at_work += 1
        try:
            await self._answer(incoming, route)
        finally:
            self._at_work -= 1
            self._begun.discard(incoming.event_key)

    async def _answer(self, incoming: Incoming, route: Route) -> None:
        services, now = self._services, self._clock()
        if not await self._within_limits(incoming):
            services.inbox.done(incoming)
            return
        if len(incoming.text) > LONGEST_TEXT:
            await self._say(incoming, f"这条有 {len(incoming.text)} 个字，太长啦，我没有往下读。挑最想问的一段发给我吧。")
            return
        learner_id = await services.learners.learner_of(incoming.scene.platform, incoming.sender, now)
        choice = await services.scenes.of(incoming.scene)
        exam = services.exams[choice.exam if choice.exam in services.exams else services.settings.exam]
        context = Context(
            services=services,
            commands=self._commands.all,
            incoming=incoming,
            argument=route.argument,
            learner_id=learner_id,
            choice=choice,
            exam=exam,
            may_administer=incoming.sender.role != "member" or incoming.scene.is_private or await services.learners.is_owner(incoming),
            now=now,
        )
        try:
            await self._run(context, route)
        except ShanganError as error:
            await self._say(incoming, str(error))
        await self._catch_up(incoming, now)

    async def _catch_up(self, incoming: Incoming, now: datetime) -> None:
        """What could not be said before goes along with this answer."""
        missed = await self._services.inbox.take_missed(incoming)
        if missed:
            said = "\n".join(f"- {' '.join(one.text.split())[:60] or '一张图片或一个文件'}" for one in missed)
            told = Reply.of(f"对了，之前我断线，这几条没来得及回你：\n\n{said}\n\n还想知道的话，再发一次就好。")
            await self.adapters[incoming.scene.platform].send(told, incoming.scene, incoming)
        await self._services.pushing.deliver_owed(incoming, now)

    async def _run(self, context: Context, route: Route) -> None:
        incoming = context.incoming
        if route.asked is not None:
            reply = await answer(context, route.asked, route.number)
            if reply is not None:
                self._finish(incoming, [await self._send(incoming, reply)])
                return
        if route.unknown:
            await self._say(incoming, "没有这个命令。发 /帮助 看看我会什么。")
            return
        if route.unreadable:
            await self._say(incoming, "我还看不懂图片，把题目打成文字发给我吧。")
            return
        if route.command is None:
            self._services.inbox.done(incoming)
            return
        receipts: list[Receipt] = []
        try:
            async with asyncio.timeout(route.command.seconds or self._services.settings.command_seconds):
                replies = route.command.run(context)
                try:
                    reply = await anext(replies, None)
                    while reply is not None:
                        receipt = await self._send(incoming, reply)
                        if receipt is not None:
                            receipts.append(receipt)
                        try:
                            reply = await replies.asend(receipt)
                        except StopAsyncIteration:
                            reply = None
                finally:
                    await replies.aclose()
        except TimeoutError:
            log.warning("command %s took too long", route.command.name)
            receipts.append(await self._send(incoming, Reply.of("这次想得太久，先停下了，没有丢什么。过一会儿再发一次吧。")) or Unknown())
        self._finish(incoming, receipts)

    async def _send(self, incoming: Incoming, reply: Reply) -> Receipt | None:
        """Hand a reply to the platform; None: a revision that this platform cannot show."""
        scene = incoming.scene
        if reply.to == "sender" and not scene.is_private:
            scene = Scene(scene.platform, scene.account, "private", incoming.sender.id)
        adapter = self.adapters[scene.platform]
        if not reply.final and not adapter.capabilities(scene).edit:
            return None
        reply = await adapter.ready(reply, scene)
        if self._ended and incoming.event_key not in self._begun:
            raise _TooLateError
        self._begun.add(incoming.event_key)
        await self._services.inbox.sending(incoming)
        receipt = await adapter.hand_over(reply, scene, incoming)
        if isinstance(receipt, Refused | Unknown):
            log.warning("a reply on %s was not accepted: %s", scene.platform, receipt.reason)
        elif isinstance(receipt, Deferred) and reply.final:
            await self._services.pushing.keep(reply, scene, incoming, receipt, self._clock())
        return receipt

    async def _say(self, incoming: Incoming, markdown: str) -> None:
        receipt = await self._send(incoming, Reply.of(markdown))
        self._finish(incoming, [receipt])

    def _finish(self, incoming: Incoming, receipts: list[Receipt] | list[Receipt | None]) -> None:
        self._services.inbox.done(incoming, "unknown" if any(isinstance(receipt, Unknown) for receipt in receipts) else "done")

    async def _within_limits(self, incoming: Incoming) -> bool:
        scene, person = str(incoming.scene), f"{incoming.scene.platform}/{incoming.sender.id}"
        if not self._limiter.hit(self._scene_limit, "scene", scene):
            log.warning("a scene on %s is over its limit", incoming.scene.platform)
            return False
        if self._limiter.hit(self._person_limit, "person", person):
            self._told.discard(person)
            return True
        if person not in self._told:  # said once, not to every message: a flood is not answered with a flood
            self._told.add(person)
            await self._send(incoming, Reply.of("慢一点，我跟不上啦，歇一分钟再来。"))
        return False

    async def _apologise(self, incoming: Incoming, error: Exception) -> None:
        """Say that it failed, past the journal: where the disk is full, nothing can be written any more."""
        reference = secrets.token_hex(3)
        log.error("reference %s: a command failed", reference, exc_info=error)
        told = _DISK_TROUBLE if isinstance(error, DBAPIError) else _TROUBLE
        try:
            await self.adapters[incoming.scene.platform].send(Reply.of(told.format(reference)), incoming.scene, incoming)
            self._services.inbox.done(incoming)
        except Exception:
            # A closed socket, or still no room for a row: the log above has it.
            log.exception("reference %s: the apology or its entry did not go through", reference)


_TROUBLE = "抱歉，我这边出了点问题，没能处理这条消息。请把编号 {} 告诉管理员，稍后再试。"
_DISK_TROUBLE = "抱歉，我的数据库写不进去了（多半是磁盘满了），这条没有记下，之前的都还在。请管理员腾出空间，再发一次就好。编号 {}"


async def _until(met: Callable[[], bool], seconds: float) -> None:
    """Return once `met`, or after `seconds`."""
    until = time.monotonic() + seconds
    while not met() and time.monotonic() < until:
        await asyncio.sleep(0.02)


def _cleaned(incoming: Incoming) -> Incoming:
    """Without lone surrogates and NULs, which neither databases nor platforms take."""
    text = incoming.text
    try:
        text.encode()
        if "\0" not in text:
            return incoming
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode()
    return replace(incoming, text=text.replace("\0", ""))
