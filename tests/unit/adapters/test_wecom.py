"""WeCom frames as `Incoming`, replies as WeCom's messages, and the pace of a conversation."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.wecom.pace import LONGEST_WAIT, MESSAGES, SECONDS, Pace, TooFastError
from adapters.wecom.reading import DONE, Entered, Message, Pressed, fingerprint, read_event, read_message
from adapters.wecom.wire import read_frame
from adapters.wecom.writing import LONGEST_TEXT, Upload, Words, answered_card, as_reply, card, growing, parts
from engine.messages import Choice, Choices, File, Image, Incoming, Reply, Scene, Text

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)

OPTIONS = Choices((Choice("A", "answer:1:1:A"),), "回复字母")


def message(body: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A callback of a private message."""
    whole = {"msgid": "m1", "aibotid": "aib1", "chattype": "single", "from": {"userid": "lin"}, "msgtype": "text", **body}
    return {"cmd": "aibot_msg_callback", "headers": {"req_id": "r1"}, "body": {**whole, **changes}}


def text(content: str) -> dict[str, Any]:
    """The part of a text message."""
    return {"msgtype": "text", "text": {"content": content}}


def read(frame: dict[str, Any]) -> Message:
    found = read_message(frame, "aib1", NOW)
    assert found is not None
    return found


def test_a_private_message() -> None:
    incoming = read(message(text(" 什么是抖动 "))).incoming
    assert incoming.scene == Scene("wecom", "aib1", "private", "lin")
    assert (incoming.id, incoming.text, incoming.mentions_bot, incoming.sender.role) == ("m1", "什么是抖动", False, "owner")
    assert incoming.reply_deadline == NOW + timedelta(hours=24)
    assert incoming.context == {"req_id": "r1"}
    assert Incoming.from_json(incoming.to_json()) == incoming


@pytest.mark.parametrize("said", ["@上岸 /刷题 10", "@上岸\u2005/刷题 10", "  @上岸   /刷题 10", "/刷题 10 @上岸"])
def test_in_a_group_the_bots_name_is_not_part_of_the_words(said: str) -> None:
    incoming = read(message(text(said), chattype="group", chatid="wr7")).incoming
    assert incoming.scene == Scene("wecom", "aib1", "group", "wr7")
    assert (incoming.text, incoming.mentions_bot, incoming.sender.role) == ("/刷题 10", True, "member")


def test_other_peoples_names_stay() -> None:
    assert read(message(text("@上岸 问问 @小林 吧"), chattype="group", chatid="wr7")).incoming.text == "问问 @小林 吧"
    assert read(message(text("@小林 在吗"))).incoming.text == "@小林 在吗"


def test_voice_is_read_as_the_words_it_was_recognised_as() -> None:
    assert read(message({"msgtype": "voice", "voice": {"content": "什么是快表"}})).incoming.text == "什么是快表"


def test_words_and_pictures_mixed() -> None:
    items = [text("看这题"), {"msgtype": "image", "image": {"url": "https://x/1", "aeskey": "k"}}, "junk", text("选哪个")]
    found = read(message({"msgtype": "mixed", "mixed": {"msg_item": items}}))
    assert found.incoming.text == "看这题\n选哪个"
    assert [(one.kind, one.url, one.key) for one in found.media] == [("image", "https://x/1", "k")]


def test_a_file_is_a_file() -> None:
    found = read(message({"msgtype": "file", "file": {"url": "https://x/1", "aeskey": "k"}}))
    assert (found.incoming.kind, found.media[0].kind) == ("file", "file")


def test_a_quote_is_known_by_its_words_whatever_became_of_the_marks() -> None:
    quote = {"msgtype": "text", "text": {"content": "第 1 题 单选 快表放在哪里"}}
    assert read(message(text("B"), quote=quote)).quoted == fingerprint("**第 1 题**【单选】\n\n快表放在哪里？")
    assert fingerprint("…！") is None


def test_a_pressed_button_and_an_opened_chat() -> None:
    pressed = {"card_type": "button_interaction", "event_key": "answer:1:1:B", "task_id": "t1"}
    event = {"eventtype": "template_card_event", "template_card_event": pressed}
    found = read_event(message({"msgtype": "event", "event": event}), "aib1")
    assert isinstance(found, Pressed)
    assert (found.incoming.kind, found.incoming.choice, found.task_id, found.req_id) == ("button", "answer:1:1:B", "t1", "r1")
    assert "req_id" not in found.incoming.context  # it takes no words
    assert read_event(message({"msgtype": "event", "event": {"eventtype": "enter_chat"}}), "aib1") == Entered("m1", "r1")
    assert read_event(message({"msgtype": "event", "event": {"eventtype": "feedback_event"}}), "aib1") is None


@pytest.mark.parametrize(
    "changes",
    [
        {"msgid": None},
        {"msgid": "\ud83d"},
        {"msgid": "x" * 300},
        {"from": {"userid": ["lin"]}},
        {"from": "lin"},
        {"chattype": "group"},
        {"chattype": "group", "chatid": {}},
        {"chattype": []},
        {"text": {"content": {"a": 1}}},
        {"text": "words"},
        {"msgtype": ["text"]},
        {"msgtype": "video", "video": {"url": "https://x"}},
        {"msgtype": "mixed", "mixed": {"msg_item": {"a": 1}}},
        {"msgtype": "image", "image": {"url": 5, "aeskey": None}},
    ],
)
def test_what_is_not_of_the_protocol_is_left_out(changes: dict[str, Any]) -> None:
    assert read_message(message(text("在吗"), **changes), "aib1", NOW) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["content", "url", "msgtype", "text"]), inner, max_size=3),
    max_leaves=8,
)


@given(
    body=st.dictionaries(st.sampled_from(["msgid", "from", "chattype", "msgtype", "text", "mixed", "quote", "event"]), JSON),
    headers=JSON,
)
def test_reading_never_raises(body: dict[str, Any], headers: Any) -> None:
    for frame in ({"headers": headers, "body": body}, message(body), message({**body, "from": {"userid": "lin"}, "msgid": "m1"})):
        read_message(frame, "aib1", NOW)
        read_event(frame, "aib1")


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_a_frame_is_an_object_or_nothing(raw: bytes | str) -> None:
    frame = read_frame(raw)
    assert frame is None or isinstance(frame, dict)


def test_frames_that_are_too_deep_or_hold_too_large_a_number_are_nothing() -> None:
    assert read_frame("[" * 100_000) is None
    assert read_frame('{"a":' * 100_000) is None
    assert read_frame('{"a": ' + "9" * 5000 + "}") is None
    assert read_frame(json.dumps({"a": 1})) == {"a": 1}


def test_texts_side_by_side_are_one_message_and_formulas_are_written_plainly() -> None:
    assert parts(Reply((Text("**甲** $a \\times b$"), Text("`$x$` 乙")))) == [Words("**甲** a × b\n\n`$x$` 乙")]


@given(st.lists(st.sampled_from(["第一段。", "```c\nint x;\n```", "字" * 3000, "$a_1$", "😀" * 900, "\n\n"]), min_size=1, max_size=12))
def test_every_part_fits(pieces: list[str]) -> None:
    reply = Reply.of("\n\n".join(pieces))
    assert all(len(part.markdown.encode()) <= LONGEST_TEXT for part in parts(reply) if isinstance(part, Words))
    assert len(growing(reply).encode()) <= LONGEST_TEXT


def test_more_than_six_buttons_are_two_cards() -> None:
    options = tuple(Choice(str(number), f"v{number}") for number in range(8))
    found = parts(Reply((Choices(options, "回复数字"),)))
    assert [len(one.options) for one in found if isinstance(one, Choices)] == [6, 2]


def test_cards_keep_to_the_protocol() -> None:
    shown = card(OPTIONS, "t1")
    assert shown["button_list"] == [{"text": "A", "style": 1, "key": "answer:1:1:A"}]
    assert shown["main_title"]["title"]
    assert answered_card("A", "t1")["button_list"] == [{"text": "已选 A", "style": 2, "key": DONE}]
    assert answered_card("", "t1")["main_title"] == {"title": "已收到"}


def test_what_is_too_large_to_upload_is_said_in_words() -> None:
    too_large = parts(Reply((Image(b"x" * (10 * 2**20 + 1), "一张图"), File("书.pdf", b"x" * (20 * 2**20 + 1)))))
    assert too_large[0] == Words("一张图")
    assert isinstance(too_large[1], Words)
    assert "书.pdf" in too_large[1].markdown
    picture = Image(b"x", "一张图")
    assert parts(Reply((picture,))) == [Upload("image", "picture.png", picture, "一张图")]


def test_what_is_still_to_be_shown_is_a_reply_again() -> None:
    blocks = (Text("甲"), OPTIONS, Image(b"x", "一张图"), File("a.txt", b"y"))
    assert as_reply(parts(Reply(blocks))).blocks == blocks


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def test_thirty_messages_in_any_minute_and_no_more() -> None:
    clock = Clock()
    pace = Pace(clock, clock.sleep)
    turns: list[float] = []
    refused = 0
    for _ in range(200):
        try:
            await pace.turn("wr7")
            turns.append(clock.now)
        except TooFastError:
            refused += 1
        clock.now += 0.7
    assert refused
    assert all(later - earlier > 60 for earlier, later in zip(turns, turns[MESSAGES:], strict=False))


async def test_a_conversation_does_not_wait_for_another() -> None:
    clock = Clock()
    pace = Pace(clock, clock.sleep)
    for _ in range(MESSAGES):
        await pace.turn("wr7")
    await pace.turn("lin")
    assert clock.now == 0
    with pytest.raises(TooFastError):
        await pace.turn("wr7")
    clock.now = SECONDS - LONGEST_WAIT
    await pace.turn("wr7")
    assert clock.now == SECONDS
