"""One official account as an adapter: its web route, and the ways in which something can be said to a person.

First in the response to their own message (one message, within five seconds); else by the customer-service API (48 hours, five
messages to each of theirs, and only for accounts that have it); else not now: the bot keeps it for the person's next message.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import FastAPI, Request, Response
from nonebot.adapters.wxmp.exception import ActionFailed
from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect

from adapters.markdown import to_plain
from adapters.splitting import split
from adapters.weixin.checking import Checker, Forbidden, Unreadable
from adapters.weixin.documents import LARGEST, Fields, write_document
from adapters.weixin.exchanges import DELIVERIES, Exchange, Exchanges, Picture
from adapters.weixin.reading import PLATFORM, Delivered, read, scene_of
from adapters.weixin.wire import BUSY_ERRORS, Account, described
from engine.messages import (
    AdapterStatus,
    Capabilities,
    Choices,
    Deferred,
    File,
    Handle,
    Image,
    Incoming,
    Receipt,
    Refused,
    Reply,
    Scene,
    Sent,
    Text,
    Unknown,
)

log = logging.getLogger(__name__)

PATH = "/weixin"

LIMIT = 2048
"""Bytes of a text, in a response and by the API."""

PATIENCE = 4.0
"""Seconds after which a request is answered with what there is: WeChat waits five, and the way back takes time."""

GIVEN_UP = 2.0
"""Seconds more, after which WeChat has surely given a request up."""

WITHOUT_RIGHTS = 48001
"""The account may not use this API."""

CLOSED_WINDOW = {45015, 45047, 45009}
"""48 hours have passed; five messages were sent; the day's calls are used up."""

MESSAGES_EACH = 5
"""Messages that the API lets through after each message of a person."""

ASKED_AGAIN = timedelta(hours=1)
"""After this an account that had no customer-service API is tried again: accounts are verified some day."""

ROOM = 200
"""Bytes of a message left for what plain text adds to Markdown (brackets of headings) and for a last line of ours."""

SHORTEST_CUT = 400
"""Bytes of Markdown; what grows beyond a message from so little is cut as plain text."""

MORE = "（还有没发完的，随便回一句就接着发）"
LATER = "这条要想一会儿。答案我给你留着，过几秒随便发一句就给你。"


@dataclass(slots=True)
class _Part:
    """One message's worth of a reply: its block, the plain words of it, and, once WeChat has the picture, its id."""

    block: Text | Image
    text: str
    media_id: str = ""


class WeixinAdapter:
    """Chat with the followers of one official account.

    Args:
        account: its API.
        checker: checks requests.
        handle: is called once with every event.
        greeting: what a new follower is told (Markdown).
        now: the clock (UTC).
        patience: seconds until a request is answered with what there is.
    """

    platform = PLATFORM

    def __init__(
        self, account: Account, checker: Checker, handle: Handle, greeting: str, now: Callable[[], datetime], patience: float = PATIENCE
    ) -> None:
        self._account = account
        self._checker = checker
        self._handle = handle
        self._greeting = split(to_plain(greeting), LIMIT, "bytes")[0]
        self._now = now
        self._patience = patience
        self._exchanges = Exchanges()
        self._tasks: set[asyncio.Task[None]] = set()
        self._heard_of = False
        self._signed_in = False
        self._api_trouble = ""
        self._without_service_since: datetime | None = None
        self._told: dict[str, int] = {}  # messages by the API to each person since they last wrote

    @property
    def _may_message(self) -> bool:
        """False while the customer-service API is known to be closed to this account."""
        since = self._without_service_since
        return since is None or self._now() - since > ASKED_AGAIN

    def capabilities(self, scene: Scene) -> Capabilities:
        """Pictures only with the customer-service API: a response holds one thing, and the words are what matters."""
        return Capabilities(max_length=LIMIT, unit="bytes", images=self._may_message)

    def reaches(self, scene: Scene) -> bool:
        """True for every follower of this account."""
        return scene == scene_of(self._account.self_id, scene.id)

    def status(self) -> AdapterStatus:
        """`on` once WeChat has called."""
        if self._checker.trouble:
            return AdapterStatus("failed", self._checker.trouble)
        if self._heard_of and self._api_trouble:
            return AdapterStatus("failed", f"接口用不了，只能在 5 秒内直接回复：{self._api_trouble}")
        if self._heard_of:
            note = "" if self._may_message else "；没有客服消息权限，只能在对方发来消息时回复"
            return AdapterStatus("on", f"公众号 {self._account.self_id} 已接通{note}")
        if self._signed_in:
            return AdapterStatus("waiting", f"access_token 已拿到，等微信服务器访问 {PATH}")
        return AdapterStatus("waiting", f"等微信服务器访问 {PATH}")

    async def run(self) -> None:
        """Keep the account's token fresh.

        Raises:
            CredentialsRefused: WeChat does not know the AppID or its secret. Responses to messages work all the same.
            ConnectionError: WeChat gives no token now.
        """
        while True:
            try:
                seconds = await self._account.sign_in()
            except Exception as error:
                # Kept for the status: people can be answered all the same, but not later than in five seconds.
                self._api_trouble = str(error) or type(error).__name__
                raise
            self._api_trouble, self._signed_in = "", True
            await asyncio.sleep(seconds)

    def mount(self, app: FastAPI) -> None:
        """Put the route that WeChat calls on the server."""
        app.add_api_route(PATH, self._echo, methods=["GET"], include_in_schema=False)
        app.add_api_route(PATH, self._post, methods=["POST"], include_in_schema=False)

    async def _echo(self, request: Request) -> Response:
        """WeChat asks whether this address is ours."""
        try:
            self._checker.check(request.query_params)
        except Forbidden as error:
            log.warning("weixin: a request was refused: %s", error)
            return Response("forbidden", 403)
        self._heard_of = True
        return Response(request.query_params.get("echostr", ""), media_type="text/plain")

    async def _post(self, request: Request) -> Response:
        content = await _body(request)
        if content is None:
            return Response("too large", 413)
        try:
            opened = self._checker.open(request.query_params, content)
        except Forbidden as error:
            log.warning("weixin: a request was refused: %s", error)
            return Response("forbidden", 403)
        except Unreadable as error:
            log.warning("weixin: a request could not be read: %s", error)
            return Response("unreadable", 400)
        self._heard_of = True
        delivered = read(opened.fields, self._account.self_id, self._greeting, self._now())
        if delivered is None:
            return Response("unreadable", 400)
        exchange = self._exchanges.deliver(delivered.id, delivered.person, delivered.account, LIMIT, self._now())
        await self._converse(exchange, delivered)
        if exchange.said is None:
            return Response("success", media_type="text/plain", background=BackgroundTask(exchange.written))
        document = _response(exchange, exchange.said)
        if opened.encrypted:
            document = self._checker.close(document)
        return Response(document, media_type="application/xml", background=BackgroundTask(exchange.written))

    async def _converse(self, exchange: Exchange, delivered: Delivered) -> None:
        """Let the bot answer, as long as WeChat waits."""
        delivery = exchange.deliveries
        if delivery == 1:
            self._told.pop(delivered.person, None)
            if delivered.incoming is None:
                if delivered.answer:
                    exchange.say(delivered.answer)
                exchange.release()
            else:
                task = asyncio.create_task(self._hand_over(exchange, delivered.incoming))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        if await exchange.listen(self._patience):
            return
        if exchange.said is None and not self._may_message:
            # There is no other way to answer later: keep WeChat waiting, so that it delivers the event again.
            if delivery < DELIVERIES:
                await exchange.listen(GIVEN_UP)
                return
            exchange.say(LATER)
        exchange.release()

    async def _hand_over(self, exchange: Exchange, incoming: Incoming) -> None:
        try:
            await self._handle(incoming)
        except Exception:
            log.exception("weixin: an event could not be handed over")
        finally:
            exchange.release()

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Say it in the response that WeChat waits for, else by the customer-service API, else not now."""
        if not self.reaches(scene):
            return Refused(f"不是这个公众号的会话：{scene.account}")
        parts = _parts(reply)
        begun = False
        exchange = self._exchanges.of_event(in_reply_to.id) if in_reply_to is not None else None
        # A response holds one message. Only where nothing can follow it is more gathered into it than one reply.
        if exchange is not None and (exchange.said is None or not self._may_message) and await exchange.is_heard():
            begun = await self._respond(exchange, parts)
        failure: Deferred | Refused | Unknown | None = None
        if parts and self._may_message:
            if exchange is not None:
                await exchange.until_written()
            waiting = len(parts)
            failure = await self._message(scene.id, parts)
            begun = begun or len(parts) < waiting
            if isinstance(failure, Unknown):
                return failure
        other = self._exchanges.open_with(scene.id) if in_reply_to is not None else None
        if parts and other is not None and other is not exchange and await other.is_heard():
            # They have written again meanwhile: this goes before what they will be told then.
            begun = await self._respond(other, parts) or begun
        if not parts:
            return Sent()
        if isinstance(failure, Refused) and not begun:
            return failure
        rest = Reply(tuple(part.block for part in parts)) if begun else None
        reason = failure.reason if failure is not None else f"{WITHOUT_RIGHTS} 没有客服消息权限"
        return Deferred(failure.until if isinstance(failure, Deferred) else None, reason, rest)

    async def _respond(self, exchange: Exchange, parts: list[_Part]) -> bool:
        """Move as many of `parts` as fit from the list into the response. False: nothing did."""
        begun = False
        if not self._may_message:
            parts[:] = _without_pictures(parts)
        while parts:
            part = parts[0]
            if isinstance(part.block, Image):
                if exchange.said is not None or not await self._has_picture(part):
                    return begun
                fits = exchange.say(Picture(part.media_id))
            else:
                fits = exchange.say(part.text)
            if not fits:
                break
            begun = True
            del parts[0]
        if parts and not self._may_message:
            # There is no second message: as much of the next part as fits goes into this one.
            room = exchange.room - len(MORE.encode()) - 2
            if room >= SHORTEST_CUT and isinstance(block := parts[0].block, Text):
                first, *others = split(block.markdown, room, "bytes")
                if exchange.say(to_plain(first)):
                    begun = True
                    parts[:1] = [part for piece in others for part in _texts(piece)]
            exchange.say(MORE)
            exchange.release()
        return begun

    async def _has_picture(self, part: _Part) -> bool:
        """Hand the picture over for a response. False: it could not be; the customer-service API will tell why."""
        try:
            await self._upload(part)
        except Exception as error:
            # Whatever went wrong, nothing was shown yet, and the picture is tried again on its other way.
            log.warning("weixin: a picture could not be uploaded: %s", type(error).__name__)
            return False
        return True

    async def _upload(self, part: _Part) -> None:
        if isinstance(part.block, Image) and not part.media_id:
            extension = part.block.media_type.rpartition("/")[2].replace("jpeg", "jpg")
            part.media_id = await self._account.upload(part.block.content, f"card.{extension}")

    async def _message(self, person: str, parts: list[_Part]) -> Deferred | Refused | Unknown | None:
        """Send `parts` by the customer-service API, taking from the list what was accepted; what stopped it, or None."""
        try:
            await self._account.get_access_token()
        except ActionFailed as error:
            return Refused(f"拿不到 access_token：{described(error)}")
        except Exception as error:
            return Refused(f"连不上微信接口：{type(error).__name__}")
        self._api_trouble = ""
        try:
            while parts:
                part = parts[0]
                last = len(parts) > 1 and self._told.get(person, 0) == MESSAGES_EACH - 1  # and more waits
                if last and not _fits_with_word_of_more(part):
                    await self._account.tell(person, MORE)  # the part itself comes with the rest
                elif isinstance(part.block, Image):
                    await self._upload(part)
                    await self._account.show(person, part.media_id)
                    del parts[0]
                else:
                    await self._account.tell(person, f"{part.text}\n\n{MORE}" if last else part.text)
                    del parts[0]
                self._without_service_since = None
                self._told[person] = self._told.get(person, 0) + 1
        except ActionFailed as error:
            return self._failure(error)
        except Exception as error:
            # A connection that ends under a call raises whatever its library likes; whether it was shown is not known.
            log.warning("weixin: a call failed: %s", type(error).__name__)
            return Unknown(type(error).__name__)
        return None

    def _failure(self, error: ActionFailed) -> Deferred | Refused | Unknown:
        if error.code is None:
            return Unknown(described(error))
        if error.code == WITHOUT_RIGHTS:
            self._without_service_since = self._now()
            return Deferred(None, described(error))
        if error.code in CLOSED_WINDOW:
            return Deferred(None, described(error))
        if error.code in BUSY_ERRORS:
            return Deferred(self._now() + timedelta(minutes=1), described(error))
        return Refused(described(error))


def _fits_with_word_of_more(part: _Part) -> bool:
    """Whether a line below the part can say how to get the rest: a picture has no line."""
    return not isinstance(part.block, Image) and len(f"{part.text}\n\n{MORE}".encode()) <= LIMIT


def _parts(reply: Reply) -> list[_Part]:
    """A reply as messages. Choices are left out: the question's own text says which letters to type."""
    parts: list[_Part] = []
    for block in reply.blocks:
        if isinstance(block, Text):
            parts += _texts(block.markdown)
        elif isinstance(block, Image):
            parts.append(_Part(block, to_plain(block.alt)))
        elif isinstance(block, File):
            parts += _texts(f"文件「{block.name}」在公众号里发不了，请在网页上取。")
        elif isinstance(block, Choices):
            continue
    return parts


def _texts(markdown: str, limit: int = LIMIT - ROOM) -> list[_Part]:
    """Markdown in parts whose plain words fit; cut as Markdown, so that what is kept for later is still that."""
    parts: list[_Part] = []
    for piece in split(markdown, limit, "bytes"):
        text = to_plain(piece)
        if len(text.encode()) > LIMIT and limit > SHORTEST_CUT:
            parts += _texts(piece, limit // 2)
        else:
            parts += [_Part(Text(piece), words) for words in split(text, LIMIT, "bytes")]
    return parts


def _without_pictures(parts: list[_Part]) -> list[_Part]:
    found: list[_Part] = []
    for part in parts:
        found += _texts(part.block.alt or "［图］") if isinstance(part.block, Image) else [part]
    return found


def _response(exchange: Exchange, said: str | Picture) -> str:
    content: Fields = (
        {"MsgType": "image", "Image": {"MediaId": said.media_id}} if isinstance(said, Picture) else {"MsgType": "text", "Content": said}
    )
    addressed = {"ToUserName": exchange.person, "FromUserName": exchange.account, "CreateTime": str(int(exchange.began.timestamp()))}
    return write_document({**addressed, **content})


async def _body(request: Request) -> bytes | None:
    """The content of a request; None: too much of it, or it ended early."""
    content = bytearray()
    try:
        async for chunk in request.stream():
            content += chunk
            if len(content) > LARGEST:
                return None
    except ClientDisconnect:
        return None
    return bytes(content)
