"""Says one reply in one conversation: in the message's own stream while WeCom takes replies to it, else as a push.

A callback takes one kind of answer: a message any number of streams and media, a pressed button nothing but its card, so that what follows
a button is pushed. Cards are pushed too: phones were seen not to show one that comes together with a stream.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from adapters.wecom.media import upload
from adapters.wecom.pace import Pace
from adapters.wecom.wire import NOT_ANSWERABLE, TOO_OFTEN, Connection, NoAnswerError, RefusalError
from adapters.wecom.writing import Part, Upload, Words, card, growing, markdown, media, parts
from engine.messages import Choices, Incoming, Reply, Scene

LIMIT_WAITS = (2.0, 5.0)
"""Seconds before a message that came too often is tried again; WeCom does not say how long to wait."""

_CHAT_TYPE = {"private": 1, "group": 2}


class Speaker:
    """Where and how one reply is said.

    Args:
        on_card: is told each card's task_id and buttons before it is sent.
        sleep: waits so many seconds.

    Attributes:
        said: the texts that WeCom has taken.
        waiting: what is still to be said.
        has_shown: something is to be seen.
    """

    def __init__(
        self,
        connection: Connection,
        pace: Pace,
        scene: Scene,
        in_reply_to: Incoming | None,
        on_card: Callable[[str, Choices], None],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._connection = connection
        self._pace = pace
        self._scene = scene
        self._event = in_reply_to
        self._on_card = on_card
        self._sleep = sleep
        self._req_id = _req_id(scene, in_reply_to)
        self.said: list[str] = []
        self.waiting: list[Part] = []
        self.has_shown = False

    async def grow(self, reply: Reply) -> None:
        """Show how far an answer has grown; nothing where it cannot be shown growing."""
        text = growing(reply)
        if self._req_id is None or not text:
            return
        try:
            await self._connection.stream(self._req_id, self._stream_id(reply), text, False)
        except RefusalError as error:
            if error.code not in TOO_OFTEN | NOT_ANSWERABLE:  # the whole answer comes another way
                raise

    async def say(self, reply: Reply) -> None:
        """Say all of it.

        Raises:
            RefusalError, NotSentError, NoAnswerError, TooFastError: what had been taken before is in `said`, the rest in `waiting`.
        """
        waiting = self.waiting = parts(reply)
        stream_id = self._stream_id(reply)
        while waiting:
            part, following = waiting[0], waiting[1] if len(waiting) > 1 else None
            taken = 1
            if isinstance(part, Words) and isinstance(following, Choices):
                await self._question(part.markdown, following, stream_id)
                taken = 2
            elif isinstance(part, Words):
                await self._words(part.markdown, stream_id)
            elif isinstance(part, Upload):
                await self._upload(part)
            elif not await self._offer(part):
                await self._words(part.hint, self._stream_id(None))
            if isinstance(part, Words):
                stream_id = self._stream_id(None)
            del waiting[:taken]

    async def _question(self, text: str, choices: Choices, stream_id: str) -> None:
        """Words, then their buttons. The bubble ends after its card, so that it can still say what to type where the card is not taken."""
        await self._words(text, stream_id, finish=False)
        is_streamed = self._req_id is not None
        untold = "" if await self._offer(choices) or choices.hint in text else choices.hint
        if is_streamed:
            await self._words(f"{text}\n\n{untold}".rstrip(), stream_id)
        else:
            await self._words(untold, stream_id)

    async def _words(self, text: str, stream_id: str, finish: bool = True) -> None:
        if not text:
            return

        def stream(req_id: str) -> Awaitable[None]:
            return self._connection.stream(req_id, stream_id, text, finish)

        await self._deliver(stream, markdown(text))
        self.said.append(text)

    async def _upload(self, wanted: Upload) -> None:
        try:
            body = media(wanted.kind, await upload(self._connection, wanted))
            await self._deliver(lambda req_id: self._connection.respond(req_id, body), body)
        except RefusalError as error:
            if error.code in TOO_OFTEN or not wanted.instead:
                raise
            await self._words(wanted.instead, self._stream_id(None))

    async def _offer(self, choices: Choices) -> bool:
        """Push a card; False: it was not taken, or nobody knows, and people must be told what to type."""
        task_id = secrets.token_hex(16)
        self._on_card(task_id, choices)
        try:
            await self._push({"msgtype": "template_card", "template_card": card(choices, task_id)})
        except (RefusalError, NoAnswerError):
            return False
        return True

    async def _deliver(self, respond: Callable[[str], Awaitable[None]], pushed: Mapping[str, Any]) -> None:
        req_id = self._req_id
        if req_id is not None:
            try:
                await self._insist(lambda: respond(req_id))
                return
            except RefusalError as error:
                if error.code not in NOT_ANSWERABLE:
                    raise
                self._req_id = None
        await self._push(pushed)

    async def _push(self, body: Mapping[str, Any]) -> None:
        whole = {"chat_type": _CHAT_TYPE[self._scene.kind], **body}
        await self._insist(lambda: self._connection.push(self._scene.id, whole))

    async def _insist(self, send: Callable[[], Awaitable[None]]) -> None:
        await self._pace.turn(self._scene.id)
        for wait in (*LIMIT_WAITS, None):
            try:
                await send()
            except RefusalError as error:
                if error.code not in TOO_OFTEN or wait is None:
                    raise
                await self._sleep(wait)
            else:
                break
        self.has_shown = True

    def _stream_id(self, reply: Reply | None) -> str:
        """The same for all revisions of a growing answer, also after a restart; else a new one."""
        if reply is None or reply.stream is None or self._event is None:
            return secrets.token_hex(16)
        return hashlib.sha256(f"{self._event.event_key}/{reply.stream}".encode()).hexdigest()[:32]


def _req_id(scene: Scene, event: Incoming | None) -> str | None:
    """What a reply to `event` names; None: it must be pushed."""
    if event is None or event.scene != scene:
        return None
    req_id = event.context.get("req_id")
    return req_id if isinstance(req_id, str) else None
