"""Files that people send on a platform, fetched from the address it tells: bounded in size and time, and never from inside our own network.

A message decides which address is fetched, so an address counts only if it is a public one, or that of the platform's own client.
What was looked up is what is connected to, and every redirect is looked at anew.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from uuid import uuid4

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from engine.errors import ShanganError
from engine.messages import Attachment

SECONDS = 120.0
"""For a whole file."""

MOST_REDIRECTS = 4
CHUNK = 64 * 1024


class DownloadError(ShanganError):
    """A file could not be fetched; nothing of it was kept."""


async def download(attachment: Attachment, directory: Path, max_bytes: int, seconds: float = SECONDS) -> Path:
    """Fetch `attachment` into `directory`.

    Args:
        max_bytes: of the file; more is not read.
        seconds: for all of it.

    Returns:
        The file, named by chance with the suffix of the attachment's name. Whoever asked deletes it.

    Raises:
        DownloadError: what stood in the way, for the person who sent it.
    """
    from adapters.web.uploads import FolderFullError, TooLargeError, Uploads

    shown = f"「{attachment.name[:60]}」"
    if attachment.url is None:
        raise DownloadError(f"{shown}在这里还收不了，请在网页上发给我，或用 shangan kb add。")
    too_large = f"{shown}超过 {max_bytes // 2**20} MB，没有收。拆小一点再发，或用 shangan kb add。"
    if attachment.size is not None and attachment.size > max_bytes:
        raise DownloadError(too_large)
    try:
        async with asyncio.timeout(seconds):
            kept = await Uploads(directory, max_bytes).keep(
                uuid4().hex, attachment.name, _content(attachment.url, attachment.client, max_bytes)
            )
    except TooLargeError:
        raise DownloadError(too_large) from None
    except FolderFullError:
        raise DownloadError(f"{shown}没有收：等着处理的文件太多了，过一会儿再发。") from None
    except ForbiddenAddress:
        raise DownloadError(f"{shown}的地址在内网，出于安全没有去取。请在网页上发给我，或用 shangan kb add。") from None
    except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
        raise DownloadError(f"{shown}没取下来（{type(error).__name__}），什么也没有留下。再发一次试试，或用 shangan kb add。") from error
    assert kept.path is not None
    return kept.path


class ForbiddenAddress(Exception):
    """The address leads into a network that is nobody's business."""


async def _content(url: str, client: str, max_bytes: int) -> AsyncIterator[bytes]:
    trusted = await _addresses(client) if client else frozenset()
    connector = aiohttp.TCPConnector(resolver=_GuardedResolver(trusted), use_dns_cache=False)
    # A proxy would look names up by itself, past our resolver.
    async with aiohttp.ClientSession(connector=connector, trust_env=False, auto_decompress=False) as session:
        for _ in range(MOST_REDIRECTS + 1):
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise ForbiddenAddress(url)
            _check_literal(parts.hostname, trusted)
            async with session.get(url, allow_redirects=False, headers={"Accept-Encoding": "identity"}) as answer:
                if answer.status in (301, 302, 303, 307, 308) and "Location" in answer.headers:
                    url = urljoin(url, answer.headers["Location"])
                    continue
                answer.raise_for_status()
                if answer.content_length is not None and answer.content_length > max_bytes:
                    from adapters.web.uploads import TooLargeError

                    raise TooLargeError
                async for chunk in answer.content.iter_chunked(CHUNK):
                    yield chunk
                return
        raise ValueError("too many redirects")


class _GuardedResolver(AbstractResolver):
    """Looks names up and keeps only addresses that may be connected to."""

    def __init__(self, trusted: frozenset[str]) -> None:
        self._trusted = trusted
        self._resolver = ThreadedResolver()

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        """The addresses of `host`.

        Raises:
            ForbiddenAddress: none of them may be connected to.
        """
        found = [result for result in await self._resolver.resolve(host, port, family) if _is_allowed(result["host"], self._trusted)]
        if not found:
            raise ForbiddenAddress(host)
        return found

    async def close(self) -> None:
        """Nothing is held."""


def _check_literal(host: str, trusted: frozenset[str]) -> None:
    """A host that is an address is not looked up, so it is looked at here."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return
    if not _is_allowed(host, trusted):
        raise ForbiddenAddress(host)


def _is_allowed(address: str, trusted: frozenset[str]) -> bool:
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        found = _inner(found)
    if found.is_global and not found.is_multicast:
        return True
    if found.is_loopback:
        return any(ipaddress.ip_address(one).is_loopback for one in trusted)
    return str(found) in trusted


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 one stands for, where it does: that is where a gateway would lead."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


async def _addresses(host: str) -> frozenset[str]:
    """What `host` is called by number."""
    try:
        return frozenset({str(ipaddress.ip_address(host))})
    except ValueError:
        pass
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None)
    except OSError:
        return frozenset()
    return frozenset(str(entry[4][0]).split("%")[0] for entry in found)
