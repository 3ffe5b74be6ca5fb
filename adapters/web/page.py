"""The NiceGUI page: draws a conversation when it is opened and passes every later change on to the browser.

What is seen and touched is one Vue component, `static/chat.js`. Importing this module imports NiceGUI, which reads its storage path
from the environment, so `adapter` imports it only when it mounts.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import app as nicegui_app
from nicegui import ui
from nicegui.element import Element

from adapters.web.access import Access
from adapters.web.rendering import render
from adapters.web.routes import MAX_TEXT, WRONG_TOKEN
from adapters.web.session import Conversation, Message, Sessions
from adapters.web.shell import HEAD, LOGO, STATIC, VIEWPORT, login_page
from adapters.web.view import view

RECONNECT_SECONDS = 30.0
"""How long a page may be away (a phone in a pocket) before it has to load anew; with NiceGUI's own 3 s every glance aside reloads it."""

COOKIE_SECONDS = 180 * 24 * 3600
"""How long a browser is remembered: about the length of a preparation."""

_YEAR = 365 * 24 * 3600


class Chat(Element, component=STATIC / "chat.js"):
    """The whole chat as one element, showing `conversation` until its browser is gone."""

    def __init__(self, conversation: Conversation, now: datetime, **settings: object) -> None:
        super().__init__()
        self._conversation = conversation
        self._props["messages"] = [view(message, conversation) for message in conversation]
        self._props["now"] = int(now.timestamp() * 1000)
        for name, value in settings.items():
            self._props[name] = value
        self.client.on_delete(conversation.listen(self._put))

    def _put(self, message: Message) -> None:
        self.run_method("put", view(message, self._conversation))


def mount(
    app: FastAPI,
    storage_secret: str,
    sessions: Sessions,
    access: Access,
    *,
    title: str,
    subtitle: str,
    greeting: str,
    commands: Sequence[tuple[str, str]],
    max_upload: int,
    now: Callable[[], datetime],
) -> None:
    """Put the page at `/` of `app`, after every other route of it: what is mounted at the root shadows what comes later."""

    @ui.page("/", title=title, viewport=VIEWPORT, favicon=LOGO, dark=None, language="zh-CN", reconnect_timeout=RECONNECT_SECONDS)
    def chat(request: Request, token: str = "") -> Response | None:
        session = request.session
        if token:
            address = request.client.host if request.client else ""
            verdict = access.admit(session, token, address)
            if verdict == "admitted" or access.allows(session):
                # So that the token stays in no address bar, bookmark or screenshot.
                return _without_page(RedirectResponse("./", 303))
            status, problem = WRONG_TOKEN[verdict]
            return _without_page(HTMLResponse(login_page(title, subtitle, problem), status))
        if not access.allows(session):
            return _without_page(HTMLResponse(login_page(title, subtitle), 401))
        ui.add_head_html(HEAD)
        Chat(
            sessions.open(str(session["id"])),
            now(),
            title=title,
            subtitle=subtitle,
            logo=LOGO,
            greeting=render(greeting),
            commands=[{"label": label, "text": text} for label, text in commands],
            max_text=MAX_TEXT,
            max_upload=max_upload,
        )
        return None

    nicegui_app.add_static_files("/chat/static", STATIC, max_cache_age=_YEAR)
    ui.run_with(
        app,
        title=title,
        favicon=LOGO,
        dark=None,
        language="zh-CN",
        reconnect_timeout=RECONNECT_SECONDS,
        # Tailwind compiles its styles in the browser, long after the first paint; the page brings its own style sheet.
        tailwind=False,
        storage_secret=storage_secret,
        session_middleware_kwargs={"max_age": COOKIE_SECONDS, "same_site": "lax"},
        show_welcome_message=False,
    )


def _without_page(response: Response) -> Response:
    # NiceGUI has made a client for a page that will not be shown.
    ui.context.client.delete()
    return response
