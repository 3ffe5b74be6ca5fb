"""What the page sends: words, button presses, files, the token; and the files it fetches. The answers travel over `page`'s socket.

Every event carries an id that the browser made, so that a request repeated on a bad line counts once. Cross-site requests carry no
session: the cookie is SameSite=Lax.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.requests import ClientDisconnect

from adapters.web.access import Access
from adapters.web.session import Conversation, Sessions, Shown
from adapters.web.shell import login_page
from adapters.web.uploads import FolderFullError, TooLargeError, Uploads
from adapters.web.view import PICTURES
from engine.messages import Attachment, File, Image, Incoming, Scene, Sender, Text

MAX_TEXT = 8000
"""Characters of one message."""

WRONG_TOKEN = {"wrong": (401, "口令不对，再看看？"), "too many": (429, "试得太多了，过五分钟再来。")}
"""Status and words for each way of not being admitted."""

_MAX_BODY = 64 * 1024
_ID = r"^[A-Za-z0-9-]{8,64}$"
_INLINE = frozenset(PICTURES.values()) | {"image/svg+xml"}
# A file from outside is opened as what we say it is, and can do nothing in this page's name.
_HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Cache-Control": "private, max-age=86400",
}


class _Said(BaseModel):
    id: str = Field(pattern=_ID)
    text: str = Field(max_length=MAX_TEXT)
    reply_to: str | None = Field(default=None, max_length=64)


class _Pressed(BaseModel):
    id: str = Field(pattern=_ID)
    message: str = Field(max_length=64)
    block: int
    option: int


class _Again(BaseModel):
    id: str = Field(pattern=_ID)


def scene_of(session_id: str) -> Scene:
    """The private conversation of one browser session."""
    return Scene("web", "web", "private", session_id)


def _bounded(request: Request) -> None:
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > _MAX_BODY:
        raise HTTPException(413, "这条太长了，分几次发吧。")


def routes(
    sessions: Sessions,
    access: Access,
    uploads: Uploads,
    take: Callable[[Conversation, Incoming, tuple[Shown, ...]], None],
    again: Callable[[Conversation, Incoming], None],
    title: str,
    subtitle: str,
) -> APIRouter:
    """The page's requests.

    Args:
        take: called with an event and what to show of it, in the event loop's thread.
        again: called with an event that is shown already but could not be handed over.
    """
    router = APIRouter(include_in_schema=False)

    async def session_id(request: Request) -> str:
        if not access.allows(request.session):
            raise HTTPException(401, "请先输入口令。")
        return str(request.session["id"])

    @router.post("/", dependencies=[Depends(_bounded)])
    async def login(request: Request, token: str = Form("", max_length=200)) -> Response:
        verdict = access.admit(request.session, token, request.client.host if request.client else "")
        if verdict == "admitted":
            return RedirectResponse("./", 303)
        status, problem = WRONG_TOKEN[verdict]
        return HTMLResponse(login_page(title, subtitle, problem), status)

    @router.post("/chat/say", dependencies=[Depends(_bounded)], status_code=202)
    async def say(said: _Said, session: str = Depends(session_id)) -> None:
        if not said.text.strip():
            raise HTTPException(422, "写点什么再发吧。")
        incoming = Incoming(said.id, scene_of(session), Sender(session, role="owner"), text=said.text, reply_to=said.reply_to)
        take(sessions.open(session), incoming, (Text(said.text),))

    @router.post("/chat/press", dependencies=[Depends(_bounded)], status_code=202)
    async def press(pressed: _Pressed, session: str = Depends(session_id)) -> None:
        conversation = sessions.open(session)
        if conversation.get(pressed.id):
            return
        choice = conversation.option(pressed.message, pressed.block, pressed.option)
        if choice is None:
            raise HTTPException(410, "这一条已经收起来了，重新来一题吧。")
        if not conversation.choose(pressed.message, pressed.block, pressed.option):
            raise HTTPException(409, "这一行已经选过了。")
        incoming = Incoming(
            pressed.id,
            scene_of(session),
            Sender(session, role="owner"),
            kind="button",
            choice=choice.value,
            reply_to=pressed.message,
            context={"label": choice.label},
        )
        take(conversation, incoming, (Text(choice.label),))

    @router.post("/chat/upload", status_code=202)
    async def upload(
        request: Request,
        id: Annotated[str, Query(pattern=_ID)],
        name: Annotated[str, Query(max_length=300)],
        reply_to: Annotated[str | None, Query(max_length=64)] = None,
        session: str = Depends(session_id),
    ) -> None:
        conversation = sessions.open(session)
        if conversation.get(id):
            return
        too_large = f"这个文件超过 {uploads.max_bytes // 2**20} MB 了，没有收下；拆小一点再发。"
        length = request.headers.get("content-length", "")
        if length.isdigit() and int(length) > uploads.max_bytes:
            raise HTTPException(413, too_large)
        try:
            attachment = await uploads.keep(id, name, request.stream())
        except TooLargeError:
            raise HTTPException(413, too_large) from None
        except FolderFullError:
            raise HTTPException(507, "暂存的文件太多了，这个没有收下；过几天再发，或请搭建的人清理一下。") from None
        except (FileExistsError, ClientDisconnect):
            # The same request is still under way on another connection, or nobody waits for this one any more.
            return
        except OSError:
            raise HTTPException(507, "这台机器的磁盘写不进去，文件没有收下。") from None
        picture = attachment.path is not None and attachment.path.suffix in PICTURES
        incoming = Incoming(
            id,
            scene_of(session),
            Sender(session, role="owner"),
            kind="message" if picture else "file",
            images=(attachment,) if picture else (),
            files=() if picture else (attachment,),
            reply_to=reply_to,
        )
        take(conversation, incoming, (attachment,))

    @router.post("/chat/again", dependencies=[Depends(_bounded)], status_code=202)
    async def say_again(wanted: _Again, session: str = Depends(session_id)) -> None:
        conversation = sessions.open(session)
        message = conversation.get(wanted.id)
        if message is None or message.incoming is None:
            raise HTTPException(410, "这一条已经收起来了，再说一遍吧。")
        if message.state == "failed":
            again(conversation, message.incoming)

    @router.get("/chat/files/{message_id}/{block}")
    async def fetch(message_id: str, block: int, session: str = Depends(session_id)) -> Response:
        message = sessions.open(session).get(message_id)
        if message is None or not 0 <= block < len(message.blocks):
            raise HTTPException(404, "这个文件已经收起来了。")
        match message.blocks[block]:
            case Image(content, _, media_type) if media_type in _INLINE:
                return Response(content, media_type=media_type, headers=_HARMLESS)
            case Image(content, alt):
                return _download(content, alt)
            case File(name, content):
                return _download(content, name)
            case Attachment(name, path=Path() as path) if path.is_file():
                picture = PICTURES.get(path.suffix)
                kind = "inline" if picture else "attachment"
                return FileResponse(
                    path,
                    media_type=picture or "application/octet-stream",
                    filename=name,
                    headers=_HARMLESS,
                    content_disposition_type=kind,
                )
        raise HTTPException(404, "这个文件已经收起来了。")

    return router


def _download(content: bytes, name: str) -> Response:
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, media_type="application/octet-stream", headers=_HARMLESS | {"Content-Disposition": disposition})
