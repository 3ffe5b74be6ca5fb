"""OneBot 11 events as `Incoming`, and frames that must not hurt."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nonebot.adapters.onebot.v11 import Adapter, MessageEvent

from adapters.frames import DEEPEST_FRAME, read_frame
from adapters.onebot.reading import read_event
from engine.messages import Incoming, Scene


def group_message(message: Any, **changes: Any) -> dict[str, Any]:
    """A group message as a client sends it."""
    return {
        "time": 1700000000,
        "self_id": 10000,
        "post_type": "message",
        "message_type": "group",
        "sub_type": "normal",
        "message_id": 42,
        "group_id": 700,
        "user_id": 20001,
        "anonymous": None,
        "message": message,
        "raw_message": "",
        "font": 0,
        "sender": {"user_id": 20001, "nickname": "小林", "card": "班长小林", "role": "admin"},
        **changes,
    }


def read(event: dict[str, Any]) -> Incoming | None:
    parsed = Adapter.json_to_event(event)
    assert isinstance(parsed, MessageEvent)
    return read_event(parsed)


def test_mention_reply_picture_and_words() -> None:
    incoming = read(
        group_message(
            [
                {"type": "reply", "data": {"id": "41"}},
                {"type": "at", "data": {"qq": "10000"}},
                {"type": "text", "data": {"text": " 选B "}},
                {"type": "image", "data": {"file": "a.png", "url": "http://127.0.0.1/a.png"}},
            ]
        )
    )
    assert incoming is not None
    assert incoming.scene == Scene("onebot", "10000", "group", "700")
    assert (incoming.id, incoming.text, incoming.mentions_bot, incoming.reply_to) == ("42", "选B", True, "41")
    assert (incoming.sender.name, incoming.sender.role) == ("班长小林", "admin")
    assert incoming.images[0].url == "http://127.0.0.1/a.png"
    assert Incoming.from_json(incoming.to_json()) == incoming


def test_a_client_that_sends_cq_codes_is_understood_as_well() -> None:
    incoming = read(group_message("[CQ:at,qq=10000] 快表有什么用"))
    assert incoming is not None
    assert (incoming.text, incoming.mentions_bot) == ("快表有什么用", True)


def test_somebody_elses_mention_stays_in_the_words() -> None:
    incoming = read(group_message([{"type": "at", "data": {"qq": "30000"}}, {"type": "text", "data": {"text": " B"}}]))
    assert incoming is not None
    assert (incoming.text, incoming.mentions_bot) == ("@30000  B", False)


@pytest.mark.parametrize("changes", [{"user_id": 10000}, {"anonymous": {"id": 1, "name": "匿名", "flag": "x"}}])
def test_our_own_words_and_anonymous_ones_are_left_alone(changes: dict[str, Any]) -> None:
    assert read(group_message([{"type": "text", "data": {"text": "/帮助"}}], **changes)) is None


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_frame_can_be_read_or_dropped(frame: str | bytes) -> None:
    value = read_frame(frame)
    assert value is None or isinstance(value, dict)


def test_a_frame_nested_too_deeply_is_dropped() -> None:
    deep = '{"a":' * (DEEPEST_FRAME + 1) + "1" + "}" * (DEEPEST_FRAME + 1)
    assert read_frame(deep) is None
