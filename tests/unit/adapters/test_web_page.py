"""The web chat as a browser meets it: a real server in a process of its own (this file, run as a script), spoken to over HTTP and
NiceGUI's socket, and once by a real Chromium where there is one.
"""

from __future__ import annotations

import asyncio
import html
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import socketio  # type: ignore[import-untyped]

from adapters.web import WebAdapter
from engine.messages import Choice, Choices, File, Image, Incoming, Reply

TOKEN = "上岸-2027"
GREETING = "你好，$x^2$ <img src=x onerror=\"document.title='hacked'\"> [点我](javascript:alert(1))"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
MAX_UPLOAD = 100_000


def serve(port: int, folder: Path) -> None:
    """A bot that answers a few words, behind the real adapter."""
    import uvicorn
    from fastapi import FastAPI

    received: list[str] = []

    async def handle(incoming: Incoming) -> None:
        received.append(incoming.to_json())
        if incoming.text == "/刷题":
            await web.send(
                Reply.of("选哪个？", Choices((Choice("甲", "q1:A"), Choice("乙", "q1:B")), "回复甲或乙")), incoming.scene, incoming
            )
        elif incoming.text == "慢慢说":
            for text, final in (("快表", False), ("快表又称", False), ("快表又称**联想寄存器**", True)):
                await web.send(Reply.of(text, stream="answer", final=final), incoming.scene, incoming)
        elif incoming.text == "坏了" and len([event for event in received if "坏了" in event]) == 1:
            raise RuntimeError("the inbox is away")
        elif incoming.text == "重启前":
            earlier = replace(incoming, id="event-of-before", text="上一个进程里问的")
            await web.send(Reply.of("迟到的回答"), earlier.scene, earlier)
        elif incoming.text == "别人的":
            receipt = await web.send(Reply.of("不该看到"), replace(incoming.scene, platform="onebot"))
            await web.send(Reply.of(type(receipt).__name__), incoming.scene, incoming)
        elif incoming.text == "文件":
            blocks = (Image(PIXEL, "战绩"), File("错题 本.html", b"<script>1</script>", "text/html"), Image(b"<html>", "怪图", "text/html"))
            await web.send(Reply(blocks), incoming.scene, incoming)
        elif incoming.text != "没有回音":
            await web.send(Reply.of(f"收到 {incoming.text or incoming.choice or '文件'}"), incoming.scene, incoming)

    web = WebAdapter(handle, token=TOKEN, greeting=GREETING, uploads=folder / "uploads", max_upload=MAX_UPLOAD)
    app = FastAPI()

    @app.get("/received")
    async def show_received() -> list[Any]:
        return [json.loads(event) for event in received]

    @app.get("/status")
    async def show_status() -> dict[str, str]:
        return {"state": web.status().state, "detail": web.status().detail}

    web.mount(app, "a secret of this test")
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("web")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    root = Path(__file__).resolve().parents[3]
    environment = os.environ | {"PYTHONPATH": str(root), "NICEGUI_STORAGE_PATH": str(folder / "nicegui"), "PYTHONUTF8": "1"}
    for name in ("PYTEST_CURRENT_TEST", "NICEGUI_SCREEN_TEST_PORT"):
        environment.pop(name, None)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([sys.executable, __file__, str(port), str(folder)], env=environment, stdout=log, stderr=log, cwd=folder)
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(150):
                try:
                    httpx.get(address + "/status", trust_env=False)
                    break
                except httpx.ConnectError:
                    assert process.poll() is None, (folder / "log").read_text(errors="replace")
                    time.sleep(0.2)
            yield address
        finally:
            process.terminate()
            process.wait(15)


class Browser(httpx.Client):
    """A browser without its JavaScript: it keeps its cookie and does what the page's script does."""

    def __init__(self, address: str) -> None:
        super().__init__(base_url=address, trust_env=False, timeout=10)

    def enter(self) -> Browser:
        assert self.post("/", data={"token": TOKEN}).status_code == 303
        return self

    def say(self, text: str, **more: str) -> str:
        event = uuid4().hex
        response = self.post("/chat/say", json={"id": event, "text": text, **more})
        assert response.status_code == 202, response.text
        return event

    def page(self) -> dict[str, Any]:
        """What the page is told when it is opened: the component's settings, with its messages."""
        source = re.search(r"parseElements\(String\.raw`(.*?)`\)", self.get("/").text, re.DOTALL)
        assert source is not None
        elements = json.loads(html.unescape(source[1]))
        return next(element["props"] for element in elements.values() if "messages" in element.get("props", {}))

    def until(self, ready: Callable[[list[dict[str, Any]]], Any]) -> list[dict[str, Any]]:
        """The messages, as soon as `ready` holds for them."""
        for _ in range(100):
            messages: list[dict[str, Any]] = self.page()["messages"]
            if messages and ready(messages):
                return messages
            time.sleep(0.05)
        raise AssertionError(messages)

    def received(self, event: str) -> list[dict[str, Any]]:
        return [incoming for incoming in self.get("/received").json() if incoming["id"] == event]


@pytest.fixture
def browser(server: str) -> Iterator[Browser]:
    with Browser(server) as opened:
        yield opened.enter()


def answered(messages: list[dict[str, Any]]) -> bool:
    return bool(messages[-1]["author"] == "bot" and messages[-1]["state"] == "settled")


def test_the_page_asks_nobody_but_this_server(browser: Browser) -> None:
    page = browser.get("/")
    assert page.status_code == 200
    addresses = set(re.findall(r"""(?:src|href|url|import)\s*[=(:]?\s*["']?(https?:)?//([^"'\s)]+)""", page.text))
    assert addresses <= {("http:", "www.w3.org/2000/svg")}
    assert "default-src 'self'" in page.text
    for name in ("theme.js", "chat.css", "logo.svg", "katex-0.19.1/katex.min.js", "katex-0.19.1/katex.min.css"):
        answer = browser.get(f"/chat/static/{name}")
        assert answer.status_code == 200
        if name.endswith(".css"):
            assert "@import" not in answer.text
            for address in re.findall(r"url\(([^)]+)\)", answer.text):
                assert not address.strip("\"'").startswith(("http", "//"))


def test_without_the_token_there_is_only_the_login_card(server: str) -> None:
    with Browser(server) as stranger:
        page = stranger.get("/")
        assert page.status_code == 401
        assert 'name="token"' in page.text
        assert "parseElements" not in page.text
        for answer in (
            stranger.post("/chat/say", json={"id": uuid4().hex, "text": "在吗"}),
            stranger.post("/chat/press", json={"id": uuid4().hex, "message": "m", "block": 0, "option": 0}),
            stranger.post("/chat/upload", params={"id": uuid4().hex, "name": "a.txt"}, content=b"1"),
            stranger.post("/chat/again", json={"id": uuid4().hex}),
            stranger.get("/chat/files/m/0"),
        ):
            assert answer.status_code == 401
        wrong = stranger.post("/", data={"token": "不对"})
        assert wrong.status_code == 401
        assert "口令不对" in wrong.text


def test_the_token_is_remembered_and_stays_in_no_address(server: str) -> None:
    with Browser(server) as newcomer:
        assert newcomer.get("/", params={"token": "不对"}).status_code == 401
        link = newcomer.get("/", params={"token": TOKEN})
        assert (link.status_code, link.headers["location"]) == (303, "./")
        assert newcomer.get("/").status_code == 200
        cookie = link.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie


def test_a_word_becomes_an_event_and_the_answer_a_bubble(browser: Browser) -> None:
    event = browser.say("快表是什么")
    asked, answer = browser.until(answered)
    (incoming,) = browser.received(event)
    session = incoming["sender"]["id"]
    assert incoming["scene"] == {"platform": "web", "account": "web", "kind": "private", "id": session}
    assert (incoming["kind"], incoming["text"], incoming["sender"]["role"]) == ("message", "快表是什么", "owner")
    assert (asked["id"], asked["author"], asked["state"]) == (event, "person", "settled")
    assert answer["parts"][0]["html"] == "<p>收到 快表是什么</p>\n"


def test_a_request_repeated_on_a_bad_line_counts_once(browser: Browser) -> None:
    event = uuid4().hex
    for _ in range(3):
        assert browser.post("/chat/say", json={"id": event, "text": "在吗"}).status_code == 202
    assert len(browser.until(answered)) == 2
    assert len(browser.received(event)) == 1


def test_typing_is_shown_while_nobody_has_answered(browser: Browser) -> None:
    browser.say("没有回音")
    (asked,) = browser.until(bool)
    assert asked["state"] == "waiting"


def test_the_revisions_of_an_answer_are_one_bubble(browser: Browser) -> None:
    browser.say("慢慢说")
    messages = browser.until(answered)
    assert len(messages) == 2
    assert "<strong>联想寄存器</strong>" in messages[1]["parts"][0]["html"]


def test_a_button_sends_its_value_and_shows_its_label(browser: Browser) -> None:
    browser.say("/刷题")
    question = browser.until(answered)[-1]
    assert question["parts"][1] == {"type": "choices", "options": ["甲", "乙"], "chosen": None}
    press = {"id": uuid4().hex, "message": question["id"], "block": 1, "option": 1}
    assert browser.post("/chat/press", json=press).status_code == 202
    _, question, pressed, answer = browser.until(lambda messages: len(messages) == 4)
    (incoming,) = browser.received(press["id"])
    assert (incoming["kind"], incoming["choice"], incoming["text"], incoming["reply_to"]) == ("button", "q1:B", "", question["id"])
    assert question["parts"][1]["chosen"] == 1
    assert pressed["parts"] == [{"type": "plain", "text": "乙"}]
    assert answer["parts"][0]["markdown"] == "收到 q1:B"
    # The same press again is the same press; another one on that row comes too late.
    assert browser.post("/chat/press", json=press).status_code == 202
    assert browser.post("/chat/press", json={**press, "id": uuid4().hex, "option": 0}).status_code == 409
    assert browser.post("/chat/press", json={**press, "id": uuid4().hex, "block": 7}).status_code == 410
    assert len(browser.until(bool)) == 4


def test_a_reply_names_the_message_and_quotes_it(browser: Browser) -> None:
    browser.say("/刷题")
    question = browser.until(answered)[-1]
    event = browser.say("为什么", reply_to=question["id"])
    messages = browser.until(lambda messages: len(messages) == 4)
    assert browser.received(event)[0]["reply_to"] == question["id"]
    assert messages[2]["quote"] == {"id": question["id"], "text": "选哪个？"}


def test_a_file_arrives_with_its_name_and_its_place(browser: Browser) -> None:
    event = uuid4().hex
    query = {"id": event, "name": "讲义 第3章.pdf"}
    assert browser.post("/chat/upload", params=query, content=b"%PDF-1.7").status_code == 202
    assert browser.post("/chat/upload", params=query, content=b"%PDF-1.7").status_code == 202
    shown = browser.until(answered)[0]
    (incoming,) = browser.received(event)
    (attachment,) = incoming["files"]
    assert (incoming["kind"], attachment["name"], attachment["size"]) == ("file", "讲义 第3章.pdf", 8)
    assert Path(attachment["path"]).read_bytes() == b"%PDF-1.7"
    assert shown["parts"][0]["name"] == "讲义 第3章.pdf"
    assert browser.get("/" + shown["parts"][0]["url"]).headers["content-disposition"].startswith("attachment")


def test_a_picture_comes_as_a_picture_as_on_every_platform(browser: Browser) -> None:
    event = uuid4().hex
    assert browser.post("/chat/upload", params={"id": event, "name": "题.PNG"}, content=PIXEL).status_code == 202
    shown = browser.until(answered)[0]["parts"][0]
    (incoming,) = browser.received(event)
    assert (incoming["kind"], incoming["files"], incoming["images"][0]["name"]) == ("message", [], "题.PNG")
    picture = browser.get("/" + shown["url"])
    assert (shown["type"], picture.headers["content-type"], picture.content) == ("image", "image/png", PIXEL)


def test_a_file_too_large_is_refused_in_words(browser: Browser) -> None:
    for content in (b"x" * (MAX_UPLOAD + 1), (b"x" * 1000 for _ in range(MAX_UPLOAD // 1000 + 1))):
        event = uuid4().hex
        answer = browser.post("/chat/upload", params={"id": event, "name": "a.pdf"}, content=content)
        assert answer.status_code == 413
        assert "没有收下" in answer.json()["detail"]
        assert browser.received(event) == []


def test_files_from_the_bot_are_downloaded_and_cannot_act(browser: Browser) -> None:
    browser.say("文件")
    picture, file, odd = browser.until(answered)[-1]["parts"]
    assert browser.get("/" + picture["url"]).headers["content-type"] == "image/png"
    for part in (file, odd):
        answer = browser.get("/" + part["url"])
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
    with Browser(str(browser.base_url)) as other:
        assert other.enter().get("/" + file["url"]).status_code == 404


def test_what_could_not_be_handed_over_says_so_and_can_be_sent_again(browser: Browser) -> None:
    event = browser.say("坏了")
    browser.until(lambda messages: messages[0]["state"] == "failed")
    assert browser.post("/chat/again", json={"id": event}).status_code == 202
    messages = browser.until(answered)
    assert (messages[0]["state"], messages[1]["parts"][0]["markdown"]) == ("settled", "收到 坏了")
    assert browser.post("/chat/again", json={"id": event}).status_code == 202
    assert len(browser.received(event)) == 2


def test_an_answer_to_a_question_of_before_a_restart_brings_the_question_along(browser: Browser) -> None:
    browser.say("重启前")
    texts = [message["parts"][0].get("text", message["parts"][0].get("markdown")) for message in browser.until(answered)]
    assert texts == ["重启前", "上一个进程里问的", "迟到的回答"]


def test_another_platforms_scene_is_refused(browser: Browser) -> None:
    browser.say("别人的")
    assert browser.until(answered)[-1]["parts"][0]["markdown"] == "Refused"


def test_nobody_sees_anothers_conversation(browser: Browser) -> None:
    browser.say("秘密")
    browser.until(answered)
    with Browser(str(browser.base_url)) as other:
        assert other.enter().page()["messages"] == []


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("say", {"id": "event-0001", "text": "   "}, 422),
        ("say", {"id": "../../x", "text": "在"}, 422),
        ("say", {"id": "event-0002", "text": "长" * 8001}, 422),
        ("say", {"id": "event-0003", "text": "x" * 70_000}, 413),
        ("say", {}, 422),
        ("again", {"id": "event-0004"}, 410),
        ("press", {"id": "event-0005", "message": "没有", "block": 0, "option": 0}, 410),
    ],
)
def test_odd_requests_are_refused(browser: Browser, path: str, body: dict[str, Any], status: int) -> None:
    assert browser.post("/chat/" + path, json=body).status_code == status
    assert browser.page()["messages"] == []


async def test_two_tabs_show_the_same_conversation_live(browser: Browser) -> None:
    seen: list[list[dict[str, Any]]] = [[], []]
    tabs = [socketio.AsyncClient() for _ in seen]

    def watch(tab: socketio.AsyncClient, messages: list[dict[str, Any]]) -> None:
        @tab.on("run_javascript")  # type: ignore[untyped-decorator]
        async def run(message: dict[str, str]) -> None:
            call = re.search(r'runMethod\(\d+, "put", (\[.*\])\)$', message["code"])
            assert call is not None
            messages.append(json.loads(call[1])[0])

    for tab, messages in zip(tabs, seen, strict=True):
        watch(tab, messages)
        page = browser.get("/").text
        client = re.search(r"['\"]client_id['\"]: ['\"]([0-9a-f-]+)", page)
        assert client is not None
        query = f"client_id={client[1]}&next_message_id=0&implicit_handshake=true&tab_id={uuid4()}&document_id={uuid4()}"
        await tab.connect(f"{browser.base_url}?{query}", socketio_path="/_nicegui_ws/socket.io", transports=["websocket"])
    assert browser.get("/status").json()["state"] == "on"
    browser.say("慢慢说")
    for _ in range(100):
        if all(messages and messages[-1]["state"] == "settled" and messages[-1]["author"] == "bot" for messages in seen):
            break
        await asyncio.sleep(0.05)
    assert seen[0] == seen[1]
    assert [message["state"] for message in seen[0] if message["author"] == "bot"] == ["growing", "growing", "settled"]
    assert len({message["id"] for message in seen[0]}) == 2
    for tab in tabs:
        await tab.disconnect()


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: the page is then tested by its protocol only")
def test_a_real_browser_draws_the_page_and_asks_nobody_else(server: str, tmp_path: Path) -> None:
    assert CHROMIUM is not None
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    flags += ["--disable-component-update", "--disable-sync", "--timeout=6000", "--dump-dom"]
    flags.append("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
    folders = [f"--user-data-dir={tmp_path / 'profile'}", f"--log-net-log={tmp_path / 'net.json'}"]
    done = subprocess.run(
        [CHROMIUM, *flags, *folders, f"{server}/?token={TOKEN}"],
        capture_output=True,
        timeout=60,
        check=True,
        encoding="utf-8",
        errors="replace",
    )
    assert '<header class="bar"' in done.stdout
    assert 'class="katex"' in done.stdout
    assert "<title>上岸</title>" in done.stdout
    assert not re.search(r"<img|href=.javascript", done.stdout.split("<body", 1)[1].split('<script type="module">')[0])
    # Chromium makes requests of its own; those of the page name it as their initiator.
    log = (tmp_path / "net.json").read_text(encoding="utf-8", errors="replace")
    asked = set(re.findall(rf'"initiator":"{re.escape(server)}"[^\n]*?"url":"[a-z]+://([^/"]+)', log))
    assert asked == {server.removeprefix("http://")}


if __name__ == "__main__":
    serve(int(sys.argv[1]), Path(sys.argv[2]))
