"""The web page of the real bot: asked, answered, practised; and shut without its token."""

from __future__ import annotations

import html
import json
import re
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from tests.wire.running import RunningBot, running_bot


class Browser(httpx.Client):
    """A browser without its JavaScript: it keeps its cookie and sends what the page's script sends."""

    def __init__(self, bot: RunningBot) -> None:
        super().__init__(base_url=bot.url, trust_env=False, timeout=20)

    def messages(self) -> list[dict[str, Any]]:
        """The conversation as the page is told when it is opened."""
        source = re.search(r"parseElements\(String\.raw`(.*?)`\)", self.get("/").text, re.DOTALL)
        assert source is not None
        elements = json.loads(html.unescape(source[1]))
        props = next(element["props"] for element in elements.values() if "messages" in element.get("props", {}))
        found: list[dict[str, Any]] = props["messages"]
        return found

    def ask(self, text: str) -> str:
        """Say something; the bot's answer as HTML."""
        before = len(self.messages())  # opening the page also brings the cookie
        assert self.post("/chat/say", json={"id": uuid4().hex, "text": text}).status_code == 202
        for _ in range(200):
            messages = self.messages()
            if len(messages) >= before + 2 and messages[-1]["author"] == "bot" and messages[-1]["state"] == "settled":
                return json.dumps(messages[-1], ensure_ascii=False)
            time.sleep(0.05)
        raise AssertionError("no answer")


def test_asked_answered_and_practised_on_the_page(bot: RunningBot) -> None:
    with Browser(bot) as browser:
        answer = browser.ask("为什么有了页表还要快表")
        assert "快表与有效访问时间" in answer
        assert "<blockquote" in answer
        assert "第 3/3 题" in browser.ask("/刷题 3")
        assert "还没有做过题" in browser.ask("/战绩")
    with Browser(bot) as stranger:
        assert stranger.messages() == []  # another browser is another conversation


def test_health_tells_every_platform_and_model(bot: RunningBot) -> None:
    health = httpx.get(f"{bot.url}/healthz", trust_env=False).json()
    assert health["status"] == "ok"
    assert {line["name"] for line in health["platforms"]} >= {"网页", "QQ（OneBot 11）", "终端"}
    assert any("SHANGAN_MODEL_URL" in line["detail"] for line in health["models"])


def test_without_its_token_the_page_and_the_index_are_shut(home: Path) -> None:
    with running_bot(home, WEB_TOKEN="secret") as guarded:
        assert httpx.get(guarded.url, trust_env=False).status_code == 401
        assert httpx.post(f"{guarded.url}/chat/say", json={"id": "1", "text": "在吗"}, trust_env=False).status_code == 401
        query = {"text": "快表", "k": 1}
        for headers in ({}, {"X-Shangan-Token": "guess"}):
            assert httpx.post(f"{guarded.url}/control/search", json=query, headers=headers, trust_env=False).status_code == 401


async def test_the_command_line_beside_a_running_bot(bot: RunningBot, tmp_path: Path) -> None:
    book = tmp_path / "夜宵.md"
    book.write_text("# 夜宵\n\n食堂三楼的馄饨卖到 22 点 45 分。\n", encoding="utf-8")
    code, out, err = await bot.command("kb", "add", str(book))
    assert (code, "新增 1 段" in out) == (0, True), err
    _, out, _ = await bot.command("kb", "search", "馄饨几点打烊", "-k", "1", "--json")
    assert json.loads(out)["hits"][0]["book"] == "夜宵"
    assert json.loads(out)["hits"][0]["dense"] is not None  # the running bot's vectors were asked, not a second index


def test_read_in_at_the_start_it_answers_as_ever(tmp_path: Path) -> None:
    with running_bot(tmp_path, WARM_START="1") as bot, Browser(bot) as browser:
        time.sleep(2)  # in the midst of it
        assert "缺页 9 次" in browser.ask("/求解 3 个页框，FIFO，访问 1 2 3 4 1 2 5 1 2 3 4 5，缺页几次？")
        assert browser.get("/healthz").status_code == 200
