"""Replies as what WeCom shows: Markdown in parts that fit, pictures, files, and cards of buttons.

https://developer.work.weixin.qq.com/document/path/101463 (long connection) and /path/101032 (cards).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from adapters.markdown import plain_formulas
from adapters.splitting import split
from adapters.wecom.reading import DONE
from engine.messages import Choice, Choices, File, Image, Reply, Text

LONGEST_TEXT = 20_480
"""Bytes of one message."""
MOST_BUTTONS = 6
"""Of one card."""
LARGEST_IMAGE, LARGEST_FILE = 10 * 2**20, 20 * 2**20


@dataclass(frozen=True, slots=True)
class Words:
    """One message of Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture or file; `instead` is said where it cannot be shown."""

    kind: str
    name: str
    block: Image | File
    instead: str


Part: TypeAlias = Words | Upload | Choices


def parts(reply: Reply) -> list[Part]:
    """What `reply` becomes, in its order; neighbouring texts are one message, more than six buttons several cards."""
    found: list[Part] = []
    texts: list[str] = []

    def say() -> None:
        found.extend(Words(part) for part in split("\n\n".join(texts), LONGEST_TEXT, "bytes"))
        texts.clear()

    for block in reply.blocks:
        if isinstance(block, Text):
            texts.append(plain_formulas(block.markdown))
            continue
        say()
        if isinstance(block, Choices):
            found += [Choices(block.options[at : at + MOST_BUTTONS], block.hint) for at in range(0, len(block.options), MOST_BUTTONS)]
        elif isinstance(block, Image):
            found.append(_image(block))
        else:
            found.append(_file(block))
    say()
    return found


def as_reply(waiting: Sequence[Part]) -> Reply:
    """What is still to be shown, to be said another time."""
    return Reply(
        tuple(Text(part.markdown) if isinstance(part, Words) else part.block if isinstance(part, Upload) else part for part in waiting)
    )


def growing(reply: Reply) -> str:
    """What is shown of an answer that still grows: as much as fits."""
    return next(iter(split(plain_formulas(reply.text), LONGEST_TEXT, "bytes")), "")


def card(choices: Choices, task_id: str) -> dict[str, Any]:
    """A card of buttons. `task_id`: letters, digits, `_-@`, at most 128, never used before."""
    return {
        "card_type": "button_interaction",
        "main_title": {"title": "点按钮作答", "desc": choices.hint[:60]},
        "button_list": [_button(option) for option in choices.options],
        "task_id": task_id,
    }


def answered_card(label: str, task_id: str) -> dict[str, Any]:
    """What becomes of a card for the person who pressed a button; a card without any button is not allowed."""
    shown = f"已选 {label}" if label else "已收到"
    return {
        "card_type": "button_interaction",
        "main_title": {"title": shown},
        "button_list": [{"text": shown, "style": 2, "key": DONE}],
        "task_id": task_id,
    }


def markdown(text: str) -> Mapping[str, Any]:
    """The body of a pushed text."""
    return {"msgtype": "markdown", "markdown": {"content": text}}


def media(kind: str, media_id: str) -> Mapping[str, Any]:
    """The body of a picture or file that was uploaded."""
    return {"msgtype": kind, kind: {"media_id": media_id}}


def _button(option: Choice) -> dict[str, Any]:
    return {"text": option.label, "style": 1, "key": option.value}


def _image(block: Image) -> Part:
    if len(block.content) > LARGEST_IMAGE:
        return Words(block.alt or "（图片太大，这里放不下）")
    return Upload("image", f"picture.{block.media_type.rpartition('/')[2]}", block, block.alt)


def _file(block: File) -> Part:
    if len(block.content) > LARGEST_FILE:
        return Words(f"文件「{block.name}」超过 20 MB，企业微信发不了，请在网页上取。")
    return Upload("file", block.name, block, f"文件「{block.name}」没有发出去，请在网页上取。")
