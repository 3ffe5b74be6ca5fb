"""The comparison page as a browser meets it: the real bot, its NiceGUI socket, and a model's endpoint that streams."""

import asyncio
import html
import json
import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import socketio  # type: ignore[import-untyped]

from tests.wire.model import fake_model
from tests.wire.running import RunningBot, running_bot

SAID = "**快表**缓存页表项，<b>不是</b>内存。答案是 B。"


class Tab:
    """One open page: its elements as the browser has them, brought up to date by the socket."""

    def __init__(self, source: str) -> None:
        found = re.search(r"parseElements\(String\.raw`(.*?)`\)", source, re.DOTALL)
        client = re.search(r"['\"]client_id['\"]: ['\"]([0-9a-f-]+)", source)
        assert found is not None and client is not None
        self.elements: dict[str, dict[str, Any]] = json.loads(html.unescape(found[1]))
        self.client = client[1]
        self.socket = socketio.AsyncClient()
        self.revisions: list[str] = []
        self.socket.on("update", self._update)

    async def connect(self, url: str) -> None:
        query = f"client_id={self.client}&next_message_id=0&implicit_handshake=true&tab_id={uuid4()}&document_id={uuid4()}"
        await self.socket.connect(f"{url}?{query}", socketio_path="/_nicegui_ws/socket.io", transports=["websocket"])

    async def _update(self, changed: dict[str, Any]) -> None:
        for id, element in changed.items():
            if id.isdigit() and element:
                self.elements.setdefault(id, {}).update(element)
                self.revisions.append(json.dumps(element, ensure_ascii=False))

    def texts(self) -> str:
        return json.dumps(self.elements, ensure_ascii=False)

    async def press(self, label: str) -> None:
        id, element = next((id, e) for id, e in self.elements.items() if e.get("props", {}).get("label") == label)
        await self._event(id, element, "click", [])

    async def write(self, text: str) -> None:
        id, element = next((id, e) for id, e in self.elements.items() if e.get("props", {}).get("label") == "问题")
        await self._event(id, element, "update:value", [json.dumps(text)])

    async def _event(self, id: str, element: dict[str, Any], kind: str, arguments: list[Any]) -> None:
        listener = next(event["listener_id"] for event in element["events"] if event["type"] == kind)
        await self.socket.emit("event", {"id": int(id), "client_id": self.client, "listener_id": listener, "args": arguments})

    async def until(self, *words: str) -> str:
        for _ in range(200):
            shown = self.texts()
            if all(word in shown for word in words):
                return shown
            await asyncio.sleep(0.05)
        raise AssertionError((words, self.texts()))


async def opened(bot: RunningBot, client: httpx.AsyncClient) -> Tab:
    page = await client.get(f"{bot.url}/compare")
    assert page.status_code == 200
    tab = Tab(page.text)
    await tab.connect(bot.url)
    return tab


async def test_two_models_answer_the_same_question_side_by_side(home: Path) -> None:
    with fake_model(SAID) as model, running_bot(home, MODEL_URL=model.url, COMPARE_A="base-7b", COMPARE_B="tuned-7b") as bot:
        async with httpx.AsyncClient(trust_env=False) as client:
            tab = await opened(bot, client)
            assert "base-7b" in tab.texts() and "tuned-7b" in tab.texts()
            await tab.write("为什么有了页表还要快表？")
            await tab.press("一起问")
            shown = await tab.until("写完了", "<strong>快表</strong>")
            for _ in range(100):
                if (shown := tab.texts()).count("写完了") == 2:
                    break
                await asyncio.sleep(0.05)
            assert shown.count("写完了") == 2 and shown.count("<strong>快表</strong>") == 2
            assert "<b>" not in shown, "what a model writes is text"
            asked = {request["model"]: request["messages"] for request in model.requests}
            assert set(asked) == {"base-7b", "tuned-7b"}
            assert asked["base-7b"] == asked["tuned-7b"], "the same prompt, word for word"
            assert asked["base-7b"][-1]["content"] == "为什么有了页表还要快表？"

            await tab.press("从题库抽一道")
            await tab.until("\\nA. ")
            await tab.press("一起问")
            shown = await tab.until("选了 B", "答案是 <strong>")

            model.status = 503
            await tab.press("一起问")
            await tab.until("没有回应")
            await tab.socket.disconnect()


async def test_the_page_is_behind_the_token_and_off_unless_asked_for(home: Path) -> None:
    with (
        fake_model(SAID) as model,
        running_bot(home, MODEL_URL=model.url, COMPARE_A="base-7b", COMPARE_B="tuned-7b", WEB_TOKEN="shangan-2027") as bot,
    ):
        async with httpx.AsyncClient(trust_env=False) as client:
            refused = await client.get(f"{bot.url}/compare")
            assert refused.status_code == 303 and "base-7b" not in refused.text
            await client.post(f"{bot.url}/", data={"token": "shangan-2027"})
            assert "base-7b" in (await client.get(f"{bot.url}/compare")).text


async def test_without_models_to_compare_there_is_no_page_and_half_a_pair_is_refused(home: Path, tmp_path: Path) -> None:
    with running_bot(home) as bot:
        async with httpx.AsyncClient(trust_env=False) as client:
            assert (await client.get(f"{bot.url}/compare")).status_code == 404
    code, _, told = await RunningBot(tmp_path, {"COMPARE_A": "base-7b"}).command("run")
    assert code == 1
    assert "SHANGAN_COMPARE_B 和 SHANGAN_MODEL_URL" in told
