"""The web page as a peer of the contract suite: one browser a person, without its JavaScript; it sends what the page's script sends."""

from __future__ import annotations

import asyncio
import contextlib
import html
import json
import re
import zlib
from collections.abc import Iterable
from typing import Any

import httpx

from tests.contract.peer import Heard, Traits
from tests.wire.running import RunningBot

_TAGS = re.compile(r"<[^>]+>")
_MATH = re.compile(r'<span class="math (inline|block)">(.*?)</span>', re.DOTALL)


class WebPeer:
    """Browsers on the page."""

    platform = "web"
    bot = RunningBot
    traits = Traits(groups=False, buttons=True, refuses=False, limits_rate=False, keeps_connection=False, limit=100_000)

    def __init__(self) -> None:
        self.settings = {"WEB_TOKEN": "a page for two"}
        self._browsers: dict[str, httpx.AsyncClient] = {}
        self._known: dict[str, dict[str, str]] = {}
        self._heard: list[Heard] = []
        self._url = ""

    async def connect(self, bot: RunningBot) -> None:
        """Nothing to wait for: a person opens the page when they come."""
        self._url = bot.url

    async def close(self) -> None:
        """Close all browsers."""
        for browser in self._browsers.values():
            await browser.aclose()

    async def say(
        self,
        text: str,
        person: str = "1",
        group: str | None = None,
        *,
        mention: bool = False,
        reply_to: str | None = None,
        event_id: str | None = None,
        image: bytes | None = None,
    ) -> str:
        """Type into the page, or hand in a picture."""
        browser = await self._browser(person)
        number = f"event-{zlib.crc32((event_id or f'{person}{text}{self._count()}').encode()):08x}"
        if image is not None:
            sent = await browser.post("/chat/upload", params={"id": number, "name": "photo.png"}, content=image)
        else:
            sent = await browser.post("/chat/say", json={"id": number, "text": text, "reply_to": reply_to})
        assert sent.status_code == 202, sent.text
        return number

    def _count(self) -> int:
        return sum(map(len, self._known.values())) + len(self._heard)

    async def press(self, heard: Heard, label: str, person: str = "1") -> None:
        """Press the button of that label."""
        browser = await self._browser(person)
        message = next(message for message in await _messages(browser) if message["id"] == heard.message_id)
        block, part = next((place, part) for place, part in enumerate(message["parts"]) if part["type"] == "choices")
        pressed = {
            "id": f"press-{heard.message_id[:20]}",
            "message": heard.message_id,
            "block": block,
            "option": part["options"].index(label),
        }
        assert (await browser.post("/chat/press", json=pressed)).status_code == 202

    async def next(self, seconds: float = 20) -> Heard:
        """What is new on anybody's page, or grew there."""
        async with asyncio.timeout(seconds):
            while not self._heard:
                for person, browser in self._browsers.items():
                    for message in await _messages(browser):
                        if message["author"] == "bot":
                            self._look(person, message)
                await asyncio.sleep(0.05)
        return self._heard.pop(0)

    def _look(self, person: str, message: dict[str, Any]) -> None:
        known = self._known.setdefault(person, {})
        content = json.dumps([part for part in message["parts"] if part["type"] != "choices"])
        if known.get(message["id"]) == content:
            return
        parts = message["parts"]
        self._heard.append(
            Heard(
                text="\n\n".join(_words(part["html"]) for part in parts if part["type"] == "text"),
                message_id=message["id"],
                person=person,
                images=sum(part["type"] == "image" for part in parts),
                buttons=tuple(label for part in parts if part["type"] == "choices" for label in part["options"]),
                revised=message["id"] in known,
            )
        )
        known[message["id"]] = content

    async def refuse_next(self, reason: str) -> None:
        """Not asked of the page, which is ours."""
        raise NotImplementedError

    async def limit_next(self, seconds: float) -> None:
        """Not asked of the page, which is ours."""
        raise NotImplementedError

    async def drop(self) -> None:
        """Not asked of the page: every request stands alone."""
        raise NotImplementedError

    async def forge(self) -> int | None:
        """Speak without the token."""
        async with httpx.AsyncClient(base_url=self._url, trust_env=False) as stranger:
            return (await stranger.post("/chat/say", json={"id": "12345678", "text": "在吗"})).status_code

    async def hostile(self, frames: Iterable[bytes]) -> None:
        """Post raw bodies."""
        browser = await self._browser("1")
        for number, frame in enumerate(frames):
            path = ("/chat/say", "/chat/press", "/chat/again")[number % 3]
            with contextlib.suppress(httpx.TransportError):
                answer = await browser.post(path, content=frame, headers={"Content-Type": "application/json"})
                assert answer.status_code < 500, answer.text

    async def _browser(self, person: str) -> httpx.AsyncClient:
        if person not in self._browsers:
            browser = httpx.AsyncClient(base_url=self._url, trust_env=False, timeout=20)
            assert (await browser.post("/", data={"token": self.settings["WEB_TOKEN"]})).status_code == 303
            await browser.get("/")
            self._browsers[person] = browser
        return self._browsers[person]


def _words(markup: str) -> str:
    """What a person reads there: paragraphs apart, a table's cells apart, formulas between dollars."""
    text = _MATH.sub(
        lambda match: f"${' '.join(match[2].split())}$" if match[1] == "inline" else f"\n\n$${' '.join(match[2].split())}$$\n\n", markup
    )
    text = re.sub(r"</t[hd]>\s*<t[hd]", " | <t", text)
    text = re.sub(r"<tr>\s*", "", re.sub(r"\s*</tr>", "", text))
    text = text.replace("<li>\n<p>", "· ").replace("<li>", "· ")
    text = re.sub(r"</(p|ul|ol|table|blockquote|h\d)>", r"\n</\1>", text)
    return re.sub(r"\n{3,}", "\n\n", html.unescape(_TAGS.sub("", text)))


async def _messages(browser: httpx.AsyncClient) -> list[dict[str, Any]]:
    source = re.search(r"parseElements\(String\.raw`(.*?)`\)", (await browser.get("/")).text, re.DOTALL)
    assert source is not None
    elements = json.loads(html.unescape(source[1]))
    found: list[dict[str, Any]] = next(element["props"] for element in elements.values() if "messages" in element.get("props", {}))[
        "messages"
    ]
    return found


def peer() -> WebPeer:
    """A new page."""
    return WebPeer()
