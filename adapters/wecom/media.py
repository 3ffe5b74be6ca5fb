"""Pictures and files: what people send is fetched and decrypted, what the bot sends is uploaded in chunks over the connection."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import math
import re
import secrets
import ssl
from email.message import Message as Headers
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import aiohttp

from adapters.wecom.reading import Media
from adapters.wecom.wire import Connection, RefusalError, decrypt_file
from adapters.wecom.writing import Upload
from engine.messages import Attachment

CHUNK = 512 * 1024
"""Bytes; WeCom takes at most 100 chunks."""
FETCH_SECONDS = 60
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_PADDING = 32
"""Bytes that the encryption adds at most."""


class FetchError(Exception):
    """It could not be had. The text says why, in Chinese."""


async def fetch(media: Media, folder: Path, largest: int, tls: ssl.SSLContext) -> Attachment:
    """Download and decrypt `media` into `folder`.

    Args:
        largest: bytes.

    Raises:
        FetchError: its address is not https, it is too large, does not come or cannot be decrypted.
        OSError: the disk refuses.
    """
    if urlsplit(media.url).scheme != "https":
        raise FetchError("地址不是 https")
    try:
        encrypted, name = await asyncio.wait_for(_download(media.url, largest + _PADDING, tls), FETCH_SECONDS)
        content = await asyncio.to_thread(decrypt_file, encrypted, media.key)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise FetchError("没有下载到") from error
    except (ValueError, RuntimeError) as error:
        raise FetchError("解不开") from error
    name = name or ("图片.png" if media.kind == "image" else "文件")
    suffix = PurePosixPath(name).suffix.lower()
    path = folder / (f"wecom-{secrets.token_hex(8)}" + (suffix if _SUFFIX.fullmatch(suffix) else ""))
    await asyncio.to_thread(_write, path, content)
    return Attachment(name, path=path, size=len(content))


async def _download(url: str, largest: int, tls: ssl.SSLContext) -> tuple[bytes, str]:
    # The SDK's own download reads whatever comes into memory, however much.
    async with (
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=tls), trust_env=True) as session,
        session.get(url, allow_redirects=False) as answer,
    ):
        if answer.status != 200:
            raise FetchError(f"下载时得到 {answer.status}")
        content = bytearray()
        async for piece in answer.content.iter_chunked(64 * 1024):
            content += piece
            if len(content) > largest:
                raise FetchError("太大")
        return bytes(content), _name(answer.headers.get("Content-Disposition", ""))


def _name(disposition: str) -> str:
    """The file's name in a Content-Disposition header, without any folder."""
    headers = Headers()
    headers["Content-Disposition"] = disposition.replace("\r", " ").replace("\n", " ")
    return re.sub(r"[\x00-\x1f/\\]", "_", headers.get_filename() or "")[:120]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


async def upload(connection: Connection, wanted: Upload) -> str:
    """Hand a picture or file to WeCom; its `media_id`, which holds for three days.

    Raises:
        RefusalError, NotSentError, NoAnswerError: see there.
    """
    content = wanted.block.content
    begun = await connection.call(
        "aibot_upload_media_init",
        {
            "type": wanted.kind,
            "filename": wanted.name,
            "total_size": len(content),
            "total_chunks": max(1, math.ceil(len(content) / CHUNK)),
            "md5": hashlib.md5(content, usedforsecurity=False).hexdigest(),
        },
    )
    upload_id = begun.get("upload_id")
    for number, at in enumerate(range(0, len(content), CHUNK)):
        data = base64.b64encode(content[at : at + CHUNK]).decode()
        await connection.call("aibot_upload_media_chunk", {"upload_id": upload_id, "chunk_index": number, "base64_data": data})
    finished = await connection.call("aibot_upload_media_finish", {"upload_id": upload_id})
    media_id = finished.get("media_id")
    if not isinstance(media_id, str) or not media_id:
        raise RefusalError(0, "企业微信没有给出素材号")
    return media_id
