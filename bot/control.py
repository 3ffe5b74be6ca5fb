"""What other processes on this machine may ask of the running bot: searching the index that it owns.

Loopback only, with a token that lies in the home folder: whoever can read it could read the database as well.
"""

from __future__ import annotations

import hmac
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import FastAPI, Header, HTTPException
from pydantic import BaseModel

from bot.library import TOKEN_HEADER
from bot.services import Services
from kb.search import SearchScope


class SearchRequest(BaseModel):
    """The arguments of `Library.search`."""

    text: str
    k: int
    scene: str | None = None
    exam: str | None = None
    book: str | None = None
    subject: str | None = None


def add_control_routes(app: FastAPI, services: Services) -> None:
    """Add `POST /control/search`."""

    @app.post("/control/search", include_in_schema=False)
    async def search(request: SearchRequest, token: Annotated[str, Header(alias=TOKEN_HEADER)] = "") -> dict[str, Any]:
        if not hmac.compare_digest(token.encode("utf-8", "replace"), services.library.token.encode()):
            raise HTTPException(401)
        scope = SearchScope(request.scene, request.exam, request.book, request.subject)
        return asdict(await services.library.search(request.text, scope, request.k))
