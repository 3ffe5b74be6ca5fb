"""Files are fetched within bounds, and never from inside our own network."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.downloads import DownloadError, _is_allowed, download
from engine.messages import Attachment

LIMIT = 1000


@pytest.fixture
async def server() -> AsyncIterator[str]:
    """Files on loopback: the address in front of their names."""

    async def book(_: web.Request) -> web.Response:
        return web.Response(body="# 书".encode())

    async def redirect(request: web.Request) -> web.Response:
        raise web.HTTPFound(request.query["to"])

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x" * 100)
            await asyncio.sleep(0.001)

    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    app = web.Application()
    app.router.add_get("/book.md", book)
    app.router.add_get("/redirect", redirect)
    app.router.add_get("/endless", endless)
    app.router.add_get("/slow", slow)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"  # type: ignore[union-attr]
    await runner.cleanup()


def file(url: str | None, client: str = "127.0.0.1", size: int | None = None) -> Attachment:
    return Attachment("书.md", url=url, client=client, size=size)


async def test_a_file_of_a_local_client_is_fetched(server: str, tmp_path: Path) -> None:
    path = await download(file(f"{server}/book.md"), tmp_path, LIMIT)
    assert path.read_text(encoding="utf-8") == "# 书"
    assert path.suffix == ".md"


async def test_a_name_that_leads_to_loopback_counts_as_loopback(server: str, tmp_path: Path) -> None:
    named = server.replace("127.0.0.1", "localhost")
    assert (await download(file(f"{named}/book.md"), tmp_path, LIMIT)).exists()
    with pytest.raises(DownloadError, match="内网"):
        await download(file(f"{named}/book.md", client="203.0.113.7"), tmp_path, LIMIT)


@pytest.mark.parametrize("client", ["", "203.0.113.7", "10.1.2.3"])
async def test_a_client_elsewhere_cannot_lead_us_into_our_own_network(server: str, tmp_path: Path, client: str) -> None:
    with pytest.raises(DownloadError, match="内网"):
        await download(file(f"{server}/book.md", client), tmp_path, LIMIT)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
    ],
)
async def test_a_redirect_is_looked_at_anew(server: str, tmp_path: Path, to: str) -> None:
    with pytest.raises(DownloadError, match="内网"):
        await download(file(f"{server}/redirect?to={to}"), tmp_path, LIMIT)


async def test_a_circle_of_redirects_ends(server: str, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="没取下来"):
        await download(file(f"{server}/redirect?to=/redirect%3Fto%3D/redirect"), tmp_path, LIMIT)


@pytest.mark.parametrize(("path", "seconds", "told"), [("/endless", 30, "超过"), ("/slow", 0.3, "没取下来"), ("/gone", 30, "没取下来")])
async def test_too_much_too_slow_and_not_there(server: str, tmp_path: Path, path: str, seconds: float, told: str) -> None:
    with pytest.raises(DownloadError, match=told):
        await download(file(f"{server}{path}"), tmp_path, LIMIT, seconds)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("attachment", "told"),
    [
        (file(None), "收不了"),
        (file("http://127.0.0.1:1/x", size=LIMIT + 1), "超过"),
        (file("http://127.0.0.1:1/x"), "没取下来"),
        (file("http:///x"), "内网"),
    ],
)
async def test_what_cannot_be_fetched_is_said(attachment: Attachment, told: str, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match=told):
        await download(attachment, tmp_path, LIMIT)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::", "224.0.0.1", "nonsense"],
)  # fmt: skip
def test_addresses_inside_are_not_allowed(address: str) -> None:
    assert not _is_allowed(address, frozenset())
    assert not _is_allowed(address, frozenset({"203.0.113.7"}))


@given(st.ip_addresses())
def test_a_client_vouches_for_its_own_address_only(address: object) -> None:
    assert _is_allowed(str(address), frozenset()) <= _is_allowed(str(address), frozenset({"10.1.2.3"}))
    assert _is_allowed("10.1.2.3", frozenset({"10.1.2.3"}))
    assert not _is_allowed("10.1.2.4", frozenset({"10.1.2.3"}))
