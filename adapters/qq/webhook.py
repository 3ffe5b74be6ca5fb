"""QQ's webhook: events over HTTP, each signed with a key that both sides derive from the bot's secret (Ed25519)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI, Request, Response

from adapters.frames import read_frame

PATH = "/qq/webhook"

LARGEST_BODY = 2**20
"""Bytes of a request; the platform's largest event has some ten thousand."""

_TOKEN = re.compile(r"[0-9A-Za-z_-]{1,128}")
_STAMP = re.compile(r"\d{1,20}")

Take = Callable[[str, Mapping[str, Any], str | None], None]


def add_route(app: FastAPI, app_id: str, secret: str, take: Take) -> None:
    """Serve the webhook: `take` is called with type, data and id of each event that is the platform's own."""
    key = key_of(secret)

    @app.post(PATH, include_in_schema=False)
    async def receive(request: Request) -> Response:
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                return Response("too large", 413)
        if request.headers.get("X-Bot-Appid", app_id) != app_id:
            return Response("another bot", 403)
        payload = read_frame(body)
        if payload is not None and payload.get("op") == 13:
            answer = validation(key, payload.get("d"))
            return Response("not a validation", 400) if answer is None else Response(answer, media_type="application/json")
        signature, stamp = request.headers.get("X-Signature-Ed25519"), request.headers.get("X-Signature-Timestamp")
        if not is_signed(key, signature, stamp, body):
            return Response("bad signature", 401)
        if payload is None:
            return Response("not a payload", 400)
        kind, data, event_id = payload.get("t"), payload.get("d"), payload.get("id")
        if payload.get("op") == 0 and isinstance(kind, str) and isinstance(data, dict):
            take(kind, data, event_id if isinstance(event_id, str) else None)
        return Response('{"op":12}', media_type="application/json")


def key_of(secret: str) -> Ed25519PrivateKey:
    """The key whose seed is the secret, repeated to 32 bytes."""
    seed = secret.encode()
    return Ed25519PrivateKey.from_private_bytes((seed * (32 // len(seed) + 1))[:32])


def is_signed(key: Ed25519PrivateKey, signature: str | None, stamp: str | None, body: bytes) -> bool:
    """True if `signature` (hexadecimal) is that of `stamp` and `body`."""
    if not signature or not stamp:
        return False
    try:
        key.public_key().verify(bytes.fromhex(signature), stamp.encode() + body)
    except (InvalidSignature, ValueError):
        return False
    return True


def validation(key: Ed25519PrivateKey, data: object) -> str | None:
    """The answer that proves to the platform that this address is ours; None: it does not look like the platform's question.

    The question comes unsigned, and the answer is a signature of what it holds. Only letters and digits are signed, so that
    nobody can have us sign an event, which is a JSON object.
    """
    if not isinstance(data, dict):
        return None
    token, stamp = data.get("plain_token"), data.get("event_ts")
    if not (isinstance(token, str) and isinstance(stamp, str) and _TOKEN.fullmatch(token) and _STAMP.fullmatch(stamp)):
        return None
    return json.dumps({"plain_token": token, "signature": key.sign((stamp + token).encode()).hex()})
