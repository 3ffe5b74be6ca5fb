"""WeCom's AI bot as an adapter: callbacks become `Incoming`, replies are said by `speaking`, the connection is kept by whoever calls `run`."""

from __future__ import annotations

import asyncio
import logging
import secrets
import ssl
from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from adapters.markdown import to_plain
from adapters.wecom.media import FetchError, fetch
from adapters.wecom.pace import Pace, TooFastError
from adapters.wecom.reading import DONE, Entered, Media, Message, Pressed, fingerprint, read_event, read_message
from adapters.wecom.speaking import Speaker
from adapters.wecom.wire import TOO_OFTEN, Connection, NoAnswerError, NotSentError, RefusalError, ReplacedError, tls_context
from adapters.wecom.writing import LONGEST_TEXT, answered_card, as_reply
from engine.messages import (
    AdapterStatus,
    Attachment,
    Capabilities,
    Choices,
    CredentialsRefused,
    Deferred,
    Handle,
    Incoming,
    Receipt,
    Refused,
    Reply,
    Scene,
    Sent,
    Unknown,
)

log = logging.getLogger(__name__)

CAPABILITIES = Capabilities(max_length=LONGEST_TEXT, unit="bytes", markdown=True, buttons=True, images=True, files=True, edit=True)
"""The pace is a conversation's, not the account's, so the adapter keeps it (`pace.py`)."""

NOT_CONNECTED = "企业微信没有连上"
_MOST_REMEMBERED = 5_000
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class WeComAdapter:
    """One bot.

    Args:
        handle: takes its events.
        now: the clock (UTC).
        url: of the long connection (wss).
        authority: a PEM file with a certificate authority to be trusted beside the usual ones.
        greeting: Markdown; said when somebody opens the private chat for the first time that day.
        uploads: the folder where pictures and files that people send are kept.
        largest_upload: bytes.
    """

    platform = "wecom"

    def __init__(
        self,
        handle: Handle,
        now: Callable[[], datetime],
        bot_id: str,
        secret: str,
        *,
        url: str,
        authority: Path | None,
        greeting: str,
        uploads: Path,
        largest_upload: int,
    ) -> None:
        self._handle = handle
        self._now = now
        self._bot_id = bot_id
        self._account = bot_id.replace("/", "_")
        self._secret = secret
        self._url = url
        self._authority = authority
        self._greeting = to_plain(greeting)
        self._uploads = uploads
        self._largest_upload = largest_upload
        self._pace = Pace()
        self._connection: Connection | None = None
        self._tls: ssl.SSLContext | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._welcomed: deque[str] = deque(maxlen=1_000)
        self._cards: OrderedDict[str, Choices] = OrderedDict()
        self._newest: OrderedDict[tuple[str, str], str] = OrderedDict()

    def capabilities(self, scene: Scene) -> Capabilities:
        """The same everywhere on WeCom."""
        return CAPABILITIES

    def reaches(self, scene: Scene) -> bool:
        """True while this bot is connected."""
        return self._connection is not None and scene.account == self._account

    def status(self) -> AdapterStatus:
        """Connected or not."""
        return AdapterStatus("waiting", "正在连接企业微信") if self._connection is None else AdapterStatus("on", f"已连接：{self._bot_id}")

    async def run(self) -> None:
        """Connect and stay connected.

        Raises:
            CredentialsRefused: WeCom does not know this bot, or the same bot runs somewhere else.
        """
        try:
            self._tls = self._tls or tls_context(self._authority)
        except OSError as error:
            raise CredentialsRefused(f"读不了 SHANGAN_WECOM_CA 指的证书 {self._authority}") from error
        connection = Connection(self._bot_id, self._secret, self._url, self._tls, self._on_message, self._on_event)
        try:
            await connection.open()
            self._connection = connection
            await connection.lasts()
        except ReplacedError as error:
            raise CredentialsRefused("同一个机器人在别处连上了，企业微信只留最新的一处，这里先让开；请只留一处在用") from error
        finally:
            self._connection = None
            await connection.close()

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Say `reply`: as the answer to a message while WeCom takes that, else as a push."""
        connection = self._connection
        if connection is None or scene.account != self._account:
            return Refused(NOT_CONNECTED)
        speaker = Speaker(connection, self._pace, scene, in_reply_to, self._remember_card)
        try:
            if not reply.final:
                await speaker.grow(reply)
                return Sent()
            await speaker.say(reply)
        except NoAnswerError as error:
            return Unknown(str(error))
        except NotSentError:
            if not speaker.has_shown:
                return Refused(NOT_CONNECTED)
        except TooFastError:
            return self._put_off("这个会话一分钟只能发 30 条", speaker)
        except RefusalError as error:
            if error.code in TOO_OFTEN:
                return self._put_off(str(error), speaker)
            if not speaker.has_shown:
                return Refused(str(error))
            log.warning("a reply on WeCom was cut short: %s", error)
        return Sent(self._message_ids(scene, speaker.said))

    def _put_off(self, reason: str, speaker: Speaker) -> Deferred:
        rest = as_reply(speaker.waiting) if speaker.has_shown else None
        return Deferred(self._now() + timedelta(minutes=1), reason, rest)

    def _message_ids(self, scene: Scene, said: list[str]) -> tuple[str, ...]:
        """WeCom gives messages no ids. A text is known again by its words; of several with the same words the newest is meant."""
        found: list[str] = []
        for print_ in dict.fromkeys(print_ for text in said if (print_ := fingerprint(text)) is not None):
            newest = f"{print_}-{secrets.token_hex(4)}"
            _remember(self._newest, (str(scene), print_), newest)
            found += [print_, newest]
        return tuple(found)

    def _remember_card(self, task_id: str, choices: Choices) -> None:
        _remember(self._cards, task_id, choices)

    def _on_message(self, frame: Mapping[str, Any]) -> None:
        message = read_message(frame, self._account, self._now())
        if message is not None:
            self._start(self._take(message))

    def _on_event(self, frame: Mapping[str, Any]) -> None:
        event = read_event(frame, self._account)
        if isinstance(event, Pressed):
            self._start(self._press(event))
        elif isinstance(event, Entered) and event.id not in self._welcomed:
            self._welcomed.append(event.id)
            self._start(self._welcome(event))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take(self, message: Message) -> None:
        incoming = message.incoming
        if message.quoted is not None:
            newest = self._newest.get((str(incoming.scene), message.quoted), message.quoted)
            incoming = replace(incoming, reply_to=newest)
        if message.media:
            fetched = [(one.kind, await self._fetch(one)) for one in message.media]
            images = tuple(attachment for kind, attachment in fetched if kind == "image")
            files = tuple(attachment for kind, attachment in fetched if kind == "file")
            incoming = replace(incoming, images=images, files=files)
        await self._handle(incoming)

    async def _fetch(self, media: Media) -> Attachment:
        """The picture or file; without a place where it could not be had, so that the person is told."""
        assert self._tls is not None
        try:
            return await fetch(media, self._uploads, self._largest_upload, self._tls)
        except (FetchError, OSError) as error:
            log.warning("a %s from WeCom was not fetched: %s", media.kind, error)
            return Attachment("图片" if media.kind == "image" else "文件")

    async def _press(self, pressed: Pressed) -> None:
        choice = pressed.incoming.choice
        options = self._cards[pressed.task_id].options if pressed.task_id in self._cards else ()
        label = next((option.label for option in options if option.value == choice), "")
        # WeCom waits five seconds for the card; the answer may take longer.
        self._start(self._change_card(pressed, label))
        if choice != DONE:
            await self._handle(pressed.incoming)

    async def _change_card(self, pressed: Pressed, label: str) -> None:
        connection = self._connection
        if connection is None:
            return
        try:
            await connection.update_card(pressed.req_id, answered_card(label, pressed.task_id), pressed.incoming.sender.id)
        except (RefusalError, NotSentError, NoAnswerError) as error:
            log.warning("a card on WeCom was not changed: %s", error)

    async def _welcome(self, entered: Entered) -> None:
        connection = self._connection
        if connection is None or not self._greeting:
            return
        try:
            await connection.welcome(entered.req_id, self._greeting)
        except (RefusalError, NotSentError, NoAnswerError) as error:
            log.warning("the welcome on WeCom was not taken: %s", error)


def _remember(kept: OrderedDict[_Key, _Value], key: _Key, value: _Value) -> None:
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > _MOST_REMEMBERED:
        kept.popitem(last=False)
