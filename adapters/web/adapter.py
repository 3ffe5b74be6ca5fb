"""The web chat as an adapter: it fulfils `engine.messages.Adapter` and puts its page on the server.

One browser is one session is one private scene. Everything the person does becomes an `Incoming`, handed over in a task of its own;
everything sent to a scene goes into its conversation, which the open pages draw.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from adapters.web.access import Access
from adapters.web.routes import routes, scene_of
from adapters.web.session import Conversation, Sessions, Shown
from adapters.web.uploads import Uploads
from engine.messages import AdapterStatus, Capabilities, Handle, Incoming, Receipt, Refused, Reply, Scene, Sent, Text

log = logging.getLogger(__name__)

GREETING = "把不懂的发给我，我去你的书里找，\n并告诉你出自哪一节。\n\n或者，先来一道题热热身。"
SUBTITLE = "问有出处，错有回响"
COMMANDS = (("刷题", "/刷题"), ("求解", "/求解"), ("错题", "/错题"), ("每日", "/每日"), ("战绩", "/战绩"), ("帮助", "/帮助"))


def _now() -> datetime:
    return datetime.now(UTC)


class WebAdapter:
    """Chat in a browser.

    Args:
        handle: is called once with every event.
        token: what a person must enter once to use the page; None: nothing, for a page that only this machine reaches.
        greeting: Markdown above an empty conversation.
        title: the name in the header.
        subtitle: the line under it.
        commands: the chips above the input, as (label, text to send); a text that ends with a space is put into the input instead, for
            the person to go on.
        uploads: where the files are kept that people hand in; None: a new folder in the system's place for temporary files. An event that
            may be taken up again after a restart needs a folder that is still there.
        max_upload: the largest file taken, in bytes.
        now: the clock (UTC).
    """

    platform = "web"

    def __init__(
        self,
        handle: Handle,
        token: str | None = None,
        greeting: str = GREETING,
        title: str = "上岸",
        *,
        subtitle: str = SUBTITLE,
        commands: Sequence[tuple[str, str]] = COMMANDS,
        uploads: Path | None = None,
        max_upload: int = 50 * 2**20,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._handle = handle
        self._access = Access(token)
        self._greeting = greeting
        self._title = title
        self._subtitle = subtitle
        self._commands = tuple(commands)
        self._uploads = Uploads(uploads, max_upload)
        self._now = now
        self._sessions = Sessions()
        self._tasks: set[asyncio.Task[None]] = set()
        self._mounted = False

    def capabilities(self, scene: Scene) -> Capabilities:
        """A browser can show everything."""
        return Capabilities(max_length=100_000, markdown=True, buttons=True, images=True, files=True, edit=True)

    def reaches(self, scene: Scene) -> bool:
        """True for every browser session once the page is mounted: what is sent while nobody looks is kept until somebody does."""
        return self._mounted and bool(scene.id) and scene == scene_of(scene.id)

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Put `reply` into the conversation, and onto every page that shows it. A stream's revisions keep one id."""
        if not self.reaches(scene):
            return Refused(f"not a conversation of the web page: {scene}")
        conversation = self._sessions.open(scene.id)
        if in_reply_to is not None and in_reply_to.scene == scene and conversation.get(in_reply_to.id) is None:
            # An event of before a restart: without the question nobody would know what this answers.
            conversation.say(in_reply_to, _shown(in_reply_to), self._now())
        message = conversation.answer(reply, self._now(), in_reply_to.id if in_reply_to else None)
        return Sent((message.id,))

    def status(self) -> AdapterStatus:
        """`on` while a page is open."""
        if not self._mounted:
            return AdapterStatus("off", "网页没有打开。")
        pages = self._sessions.watchers
        if pages == 0:
            return AdapterStatus("waiting", "网页已就绪，等人打开。")
        return AdapterStatus("on", f"有 {pages} 个页面开着。")

    def allows(self, session: dict[str, Any]) -> bool:
        """True if `session` (`request.session` of a request to this server) has entered the token; for other pages to ask."""
        return self._access.allows(session)

    def mount(self, app: FastAPI, storage_secret: str) -> None:
        """Put the page at `/` of `app` and let NiceGUI serve everything that `app` has no route for.

        To be called once a process and after every other route has been added. NiceGUI is imported here: the environment variable
        NICEGUI_STORAGE_PATH must be set by then.

        Args:
            storage_secret: signs the session cookie; with another one every browser becomes a new person.
        """
        from nicegui import app as nicegui_app

        from adapters.web import page

        nicegui_app.include_router(
            routes(self._sessions, self._access, self._uploads, self._take, self._hand_over_later, self._title, self._subtitle)
        )
        # FastAPI's own answer repeats what was sent, which may be nothing that can be sent back.
        for server in (app, nicegui_app):
            server.add_exception_handler(RequestValidationError, _unreadable)
        page.mount(
            app,
            storage_secret,
            self._sessions,
            self._access,
            title=self._title,
            subtitle=self._subtitle,
            greeting=self._greeting,
            commands=self._commands,
            max_upload=self._uploads.max_bytes,
            now=self._now,
        )
        self._mounted = True

    def _take(self, conversation: Conversation, incoming: Incoming, shown: tuple[Shown, ...]) -> None:
        if conversation.say(incoming, shown, self._now()):
            self._hand_over_later(conversation, incoming)

    def _hand_over_later(self, conversation: Conversation, incoming: Incoming) -> None:
        conversation.settle(incoming.id, "waiting")
        task = asyncio.create_task(self._hand_over(conversation, incoming))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _hand_over(self, conversation: Conversation, incoming: Incoming) -> None:
        try:
            await self._handle(incoming)
        except Exception:
            # Whatever went wrong over there: the person must see that nobody will answer, and can try again.
            log.exception("event %s could not be handed over", incoming.event_key)
            message = conversation.get(incoming.id)
            if message is not None and message.state == "waiting":
                conversation.settle(incoming.id, "failed")


def _unreadable(request: Request, error: Exception) -> Response:
    return JSONResponse({"detail": "这条没有看懂，刷新页面再试试。"}, 422)


def _shown(incoming: Incoming) -> tuple[Shown, ...]:
    label = incoming.context.get("label")
    words = label if isinstance(label, str) else incoming.text
    return (*((Text(words),) if words else ()), *incoming.images, *incoming.files)
