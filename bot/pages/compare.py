"""`/compare`: two models side by side on the same question, as before and after fine-tuning. Both get the same system prompt, the same
words and nothing else; what they write is shown as it comes. For a question of the bank the key is shown once both have ended.

Importing this module imports NiceGUI, which reads its storage path from the environment; `bot.server` imports it only when it mounts.
"""

import asyncio
import hashlib
import logging
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from langchain_core.language_models import BaseChatModel
from nicegui import app as nicegui_app
from nicegui import ui

from adapters.web.rendering import render
from adapters.web.shell import HEAD, LOGO, VIEWPORT
from adapters.web.shell import STATIC as CHAT_STATIC
from engine.evaluation.letters import read_letter
from engine.questions.bank import Bank
from engine.questions.model import LETTERS, Question

log = logging.getLogger(__name__)

MAX_TEXT = 4000
"""Characters of a question."""

REFRESH_SECONDS = 0.1
"""Between two revisions on the page: smooth to read, and far fewer messages than tokens."""

_STATIC = Path(__file__).parent / "static"
_VERSION = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(_STATIC.iterdir()))).hexdigest()[:10]
_KATEX = next(CHAT_STATIC.glob("katex-*")).name


@dataclass(frozen=True, slots=True)
class Rival:
    """One of the two: the name on the page, and the model."""

    name: str
    model: BaseChatModel


def mount(rivals: tuple[Rival, Rival], system: str, bank: Bank, allows: Callable[[dict[str, Any]], bool], chance: random.Random) -> None:
    """Put the page at `/compare`; to be called before the web chat mounts NiceGUI.

    Args:
        system: the system prompt, as in serving.
        allows: whether a session has entered the web page's token.
        chance: draws questions.
    """
    drawable = [question for question in bank.practice() if question.kind == "single"]
    nicegui_app.add_static_files("/compare/static", _STATIC)

    @ui.page("/compare", title="两个模型，同一道题", viewport=VIEWPORT, favicon=LOGO, dark=None, language="zh-CN")
    def compare(request: Request) -> Response | None:
        if not allows(request.session):
            ui.context.client.delete()
            return RedirectResponse("./", 303)
        ui.add_head_html(HEAD)
        ui.add_head_html(
            f'<link rel="stylesheet" href="compare/static/compare.css?v={_VERSION}">'
            f'<script src="compare/static/compare.js?v={_VERSION}"></script>'
            f'<link rel="stylesheet" href="chat/static/{_KATEX}/katex.min.css">'
            f'<script defer src="chat/static/{_KATEX}/katex.min.js"></script>'
        )
        _Page(rivals, system, drawable, chance)
        return None


class _Page:
    """The page of one browser."""

    def __init__(self, rivals: Sequence[Rival], system: str, drawable: Sequence[Question], chance: random.Random) -> None:
        self._system = system
        self._drawable = drawable
        self._chance = chance
        self._drawn: tuple[str, Question] | None = None
        self._tasks: list[asyncio.Task[None]] = []
        with ui.element("main").classes("compare"), ui.element("div").classes("compare-inner"):
            with ui.element("header").classes("compare-head"):
                ui.html(LOGO, sanitize=False).classes("logo")
                with ui.element("div"):
                    ui.html('<h1 class="wordmark">同题对比</h1><p>同样的提示，同样的题，看两个模型怎么答</p>', sanitize=False)
                ui.link("回到聊天", "./")
            with ui.element("section").classes("compare-question"):
                self._text = ui.textarea("问题").props(f"autogrow borderless maxlength={MAX_TEXT}").classes("w-full").style("width: 100%")
                with ui.element("div").classes("compare-actions"):
                    ui.button("一起问", on_click=self._ask, color=None).props("unelevated no-caps").classes("main")
                    if drawable:
                        ui.button("从题库抽一道", on_click=self._draw, color=None).props("unelevated no-caps").classes("other")
                    ui.button("停", on_click=self._stop, color=None).props("unelevated no-caps").classes("other")
                self._key = ui.html("", sanitize=False).classes("compare-key prose")
            with ui.element("section").classes("compare-answers"):
                self._columns = [_Column(rival) for rival in rivals]
        ui.context.client.on_delete(self._stop)

    def _draw(self) -> None:
        question = self._chance.choice(self._drawable)
        options = "\n".join(f"{letter}. {option}" for letter, option in zip(LETTERS, question.options, strict=False))
        text = f"{question.stem}\n\n{options}"
        self._drawn = (text, question)
        self._text.value = text
        self._key.content = ""

    def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._tasks = []

    def _ask(self) -> None:
        text = str(self._text.value or "").strip()[:MAX_TEXT]
        self._stop()
        self._key.content = ""
        if not text:
            self._key.content = render("先写一个问题，或从题库抽一道。")
            return
        question = self._drawn[1] if self._drawn and self._drawn[0].strip() == text else None
        messages = [("system", self._system), ("human", text)]
        answers = [asyncio.create_task(column.answer(messages)) for column in self._columns]
        self._tasks = [*answers, asyncio.create_task(self._reveal(answers, question))]

    async def _reveal(self, answers: Sequence[asyncio.Task[None]], question: Question | None) -> None:
        await asyncio.gather(*answers, return_exceptions=True)
        if question is None:
            return
        for column in self._columns:
            letter = read_letter(column.said, question.options)
            column.judge("没有读出选项" if letter is None else f"选了 {letter}，{'对' if letter == question.key else '错'}")
        self._key.content = render(f"答案是 **{question.key}**。{question.explanation}")


class _Column:
    """One model's answer.

    Attributes:
        said: what it has written so far.
    """

    def __init__(self, rival: Rival) -> None:
        self._model = rival.model
        self.said = ""
        with ui.element("article").classes("compare-answer"):
            with ui.element("h2"):
                ui.label(rival.name)
            self._state = ui.label("").classes("compare-state")
            self._text = ui.html("", sanitize=False).classes("compare-text prose")

    async def answer(self, messages: Sequence[tuple[str, str]]) -> None:
        """Ask the model and show its words as they come."""
        self.said = ""
        began = shown = time.monotonic()
        self._text.content = ""
        self._state.text = "在想…"
        try:
            async for chunk in self._model.astream(list(messages)):
                self.said += str(chunk.text)
                if time.monotonic() - shown >= REFRESH_SECONDS:
                    shown = time.monotonic()
                    self._text.content = render(self.said)
                    self._state.text = f"{shown - began:.1f} 秒"
            self._state.text = f"{time.monotonic() - began:.1f} 秒，写完了"
        except asyncio.CancelledError:
            self._state.text = "停下了"
            raise
        except Exception:
            log.exception("a compared model failed")
            self._state.text = "这个模型没有回应，看看它的服务还在不在，再问一次。"
        finally:
            self._text.content = render(self.said)

    def judge(self, words: str) -> None:
        """Add the verdict to the line above the answer."""
        self._state.text += f"；{words}"
