"""QQ's events as `Incoming`, replies as messages, the counts it keeps, and signatures."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.qq.reading import Reader
from adapters.qq.webhook import is_signed, key_of, validation
from adapters.qq.windows import MOST_REPLIES, Pushes, Windows
from adapters.qq.writing import LIMIT, compose, keyboard, without_links
from engine.messages import Choice, Choices, File, Image, Incoming, Reply, Scene, Text

NOW = datetime(2026, 11, 22, 1, 0, 30, tzinfo=UTC)
READER = Reader("102", "9900", "127.0.0.1")


def group_message(**changes: Any) -> dict[str, Any]:
    """A group message that mentions the bot, as the platform sends it."""
    return {
        "id": "ROBOT1.0_abc.def!",
        "content": " /帮助 ",
        "timestamp": "2026-11-22T09:00:00+08:00",
        "group_id": "GROUP",
        "group_openid": "GROUP",
        "author": {"id": "MEMBER", "member_openid": "MEMBER", "union_openid": "UNION"},
        **changes,
    }


def read(kind: str, data: dict[str, Any], event_id: str | None = None) -> Incoming:
    incoming = READER.read(kind, data, event_id, NOW)
    assert incoming is not None
    assert Incoming.from_json(incoming.to_json()) == incoming
    return incoming


def test_a_group_message() -> None:
    incoming = read("GROUP_AT_MESSAGE_CREATE", group_message())
    assert incoming.scene == Scene("qq", "102", "group", "GROUP")
    assert (incoming.id, incoming.text, incoming.mentions_bot) == ("ROBOT1.0_abc.def!", "/帮助", True)
    assert (incoming.sender.id, incoming.sender.role) == ("102:MEMBER", "member")
    assert incoming.reply_deadline == datetime(2026, 11, 22, 1, 5, tzinfo=UTC)


def test_a_private_message_can_be_answered_for_an_hour() -> None:
    incoming = read("C2C_MESSAGE_CREATE", group_message(author={"user_openid": "USER"}))
    assert incoming.scene == Scene("qq", "102", "private", "USER")
    assert incoming.sender.role == "owner"
    assert incoming.reply_deadline == datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def test_all_messages_of_a_group_say_whether_they_mention_us() -> None:
    ours = {"scope": "single", "is_you": True, "member_openid": "BOT", "id": "BOT", "username": "上岸", "bot": True}
    other = {"scope": "single", "is_you": False, "member_openid": "M2", "id": "M2", "username": "小林"}
    said = read(
        "GROUP_MESSAGE_CREATE", group_message(content='<@BOT> 问 <@M2> 快表<faceType=1,faceId="13",ext="x">', mentions=[ours, other])
    )
    assert (said.text, said.mentions_bot) == ("问 @小林  快表", True)
    plain = read("GROUP_MESSAGE_CREATE", group_message(content="吃什么"))
    assert not plain.mentions_bot


@pytest.mark.parametrize(
    ("roles", "role"), [(["4"], "owner"), (["2", "11"], "admin"), (["11"], "member"), ("4", "member"), (None, "member")]
)
def test_a_guild_message(roles: object, role: str) -> None:
    data = {
        "id": "08a",
        "guild_id": "77",
        "channel_id": "88",
        "content": "<@!9900> 什么是 &lt;TLB&gt;",
        "author": {"id": "5", "username": "u", "bot": False},
        "member": {"roles": roles, "nick": "小林"},
        "message_reference": {"message_id": "08f"},
        "attachments": [{"url": "gchat.qpic.cn/a.png"}],
    }
    incoming = read("AT_MESSAGE_CREATE", data)
    assert incoming.scene == Scene("qq", "102", "channel", "88")
    assert (incoming.text, incoming.mentions_bot, incoming.reply_to) == ("什么是 <TLB>", True, "08f")
    assert (incoming.sender.name, incoming.sender.role) == ("小林", role)
    assert incoming.images[0].url == "https://gchat.qpic.cn/a.png"
    assert read("DIRECT_MESSAGE_CREATE", data).scene == Scene("qq", "102", "private", "dms-77")


def test_pictures_files_voice_and_what_is_replied_to() -> None:
    attachments = [
        {"content_type": "image/jpeg", "filename": "a.jpg", "url": "https://multimedia.nt.qq.com.cn/a", "size": 3},
        {"content_type": "file", "filename": "讲义.pdf", "url": "https://multimedia.nt.qq.com.cn/b", "size": 9},
    ]
    scene = {"source": "default", "ext": ["msg_idx=REFIDX_2", "ref_msg_idx=REFIDX_1"]}
    incoming = read(
        "C2C_MESSAGE_CREATE", group_message(content="", author={"user_openid": "U"}, attachments=attachments, message_scene=scene)
    )
    assert (incoming.kind, incoming.reply_to) == ("file", "REFIDX_1")
    assert (incoming.images[0].size, incoming.files[0].name, incoming.files[0].client) == (3, "讲义.pdf", "127.0.0.1")
    voice = [{"content_type": "voice", "url": "x", "asr_refer_text": "快表是什么"}]
    assert read("C2C_MESSAGE_CREATE", group_message(content="", author={"user_openid": "U"}, attachments=voice)).text == "快表是什么"


def test_a_button_and_a_newcomer() -> None:
    press = {
        "id": "i-1",
        "type": 11,
        "chat_type": 1,
        "group_openid": "GROUP",
        "group_member_openid": "MEMBER",
        "data": {"resolved": {"button_data": "answer:1:1:B", "button_id": "2"}},
    }
    incoming = read("INTERACTION_CREATE", press, "INTERACTION_CREATE:e")
    assert (incoming.kind, incoming.choice, incoming.scene.id) == ("button", "answer:1:1:B", "GROUP")
    assert incoming.context["event_id"] == "INTERACTION_CREATE:e"
    joined = read("GROUP_ADD_ROBOT", {"group_openid": "GROUP", "op_member_openid": "M", "timestamp": 1}, "e2")
    assert (joined.kind, joined.id) == ("join", "e2")


@pytest.mark.parametrize(
    "changes",
    [
        {"id": None},
        {"id": "a b"},
        {"group_openid": "../../users/@me"},
        {"group_openid": None},
        {"author": None},
        {"author": {"member_openid": "M", "bot": True}},
    ],
)
def test_what_has_no_place_or_no_speaker_is_no_event(changes: dict[str, Any]) -> None:
    assert READER.read("GROUP_AT_MESSAGE_CREATE", group_message(**changes), None, NOW) is None


_JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=6)  # fmt: skip
_KINDS = [
    "GROUP_AT_MESSAGE_CREATE",
    "GROUP_MESSAGE_CREATE",
    "C2C_MESSAGE_CREATE",
    "AT_MESSAGE_CREATE",
    "DIRECT_MESSAGE_CREATE",
    "INTERACTION_CREATE",
    "FRIEND_ADD",
    "X",
]
_FIELDS = [
    *group_message(),
    "channel_id",
    "guild_id",
    "mentions",
    "member",
    "attachments",
    "message_scene",
    "message_reference",
    "data",
    "chat_type",
    "type",
    "openid",
]


@given(st.sampled_from(_KINDS), st.dictionaries(st.sampled_from(_FIELDS), _JSON))
def test_whatever_comes_it_is_read_or_left(kind: str, changes: dict[str, Any]) -> None:
    incoming = READER.read(kind, {**group_message(), **changes}, "e", NOW)
    if incoming is not None:
        assert incoming.scene.platform == "qq"
        assert incoming.reply_deadline is not None
        assert incoming.reply_deadline <= NOW + timedelta(hours=1)


LONG = st.lists(st.text(alphabet="快表 abc。\n`|*$", max_size=400), min_size=1, max_size=8).map("\n\n".join)


@given(
    st.lists(LONG.map(Text) | st.just(Image(b"x", "图")) | st.just(File("a.pdf", b"")), min_size=1, max_size=6),
    st.integers(1, 5),
    st.booleans(),
)
def test_a_reply_fits_the_replies_that_are_left(blocks: list[Any], most: int, markdown: bool) -> None:
    drafts = compose(Reply(tuple(blocks)), markdown, True, most)
    assert len(drafts) <= most
    assert all(len(draft.markdown) <= LIMIT for draft in drafts)
    assert all(draft.text or draft.picture is not None for draft in drafts if draft.markdown.strip("`|*$ \n"))


def test_buttons_come_with_the_last_words_and_in_rows_of_five() -> None:
    choices = Choices(tuple(Choice(f"选项{number}" * 4, f"v{number}") for number in range(7)))
    drafts = compose(Reply((Text("一"), Image(b"x", "图"), Text("二"), choices)), True, True, 5)
    assert [(draft.markdown, draft.choices) for draft in drafts] == [("", None), ("一\n\n二", choices)]
    assert compose(Reply((Text("一"), choices)), True, False, 5)[-1].choices is None
    rows = keyboard(choices)["content"]["rows"]
    assert [len(row["buttons"]) for row in rows] == [5, 2]
    assert all(len(button["render_data"]["label"]) <= 10 for row in rows for button in row["buttons"])


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("[书](http://a.cn) 与 <https://b.cn/x>。", "书 与 （链接在 QQ 上发不了）。"),
        ("www.a.com，看", "（链接在 QQ 上发不了），看"),
        ("![图](http://a.cn/x.png)", "![图](（链接在 QQ 上发不了）)"),
        ("a[0](b) 与 3.14", "a0 与 3.14"),
        ("没有链接", "没有链接"),
    ],
)
def test_links_are_taken_out(said: str, shown: str) -> None:
    assert without_links(said) == shown


def test_words_of_others_mention_nobody() -> None:
    said = "@everyone <@!1> <qqbot-at-everyone /> #include <stdio.h>"
    for markdown in (True, False):
        (draft,) = compose(Reply.of(said), markdown, True, 5)
        assert draft.text == "＠everyone ＜@!1> ＜qqbot-at-everyone /> #include <stdio.h>"


def test_replies_are_counted_and_their_numbers_rise_over_restarts() -> None:
    incoming = read("GROUP_AT_MESSAGE_CREATE", group_message())
    windows, context, now = Windows(), incoming.context, NOW
    windows.opened(incoming)
    numbers = []
    for left in range(MOST_REPLIES, 0, -1):
        assert windows.left(context) == left
        assert windows.find(incoming.scene, now) == context
        numbers.append(windows.number(context, now))
        windows.use(context)
    assert windows.find(incoming.scene, now) is None
    again = Windows()
    for _ in range(3):
        now += timedelta(milliseconds=10)
        numbers.append(again.number(context, now))
    assert numbers == sorted(set(numbers))
    assert again.number(context, NOW - timedelta(days=1)) > numbers[-1]  # also when the clock is set back


def test_a_window_closes_in_time() -> None:
    incoming = read("GROUP_AT_MESSAGE_CREATE", group_message())
    windows = Windows()
    windows.opened(incoming)
    assert windows.find(incoming.scene, NOW + timedelta(minutes=4)) is not None
    assert windows.find(incoming.scene, NOW + timedelta(minutes=5)) is None


def test_a_refusal_lasts_until_midnight_in_shanghai() -> None:
    scene, pushes = Scene("qq", "102", "group", "G"), Pushes()
    pushes.refused(scene, "无权限", NOW)
    assert pushes.refusal(scene, NOW + timedelta(hours=14)) == "无权限"
    assert pushes.refusal(scene, datetime(2026, 11, 22, 16, 0, tzinfo=UTC)) is None


def test_a_signature_is_checked_and_only_questions_are_signed() -> None:
    key = key_of("naOC0ocQE3shWLAfffVLB1rhYPG7")
    signature = key.sign(b"1725442341" + b"{}").hex()
    assert is_signed(key, signature, "1725442341", b"{}")
    for wrong in (None, "", "zz", "00" * 64, signature[:-2], signature + "00"):
        assert not is_signed(key, wrong, "1725442341", b"{}")
    assert not is_signed(key, signature, "1725442342", b"{}")
    assert not is_signed(key, signature, None, b"{}")
    answer = validation(key, {"plain_token": "Arq0D5A61EgUu4OxUvOp", "event_ts": "1725442341"})
    assert answer is not None
    assert is_signed(key, json.loads(answer)["signature"], "1725442341", b"Arq0D5A61EgUu4OxUvOp")


@given(st.text(), st.text())
def test_nothing_that_could_be_an_event_is_ever_signed(token: str, stamp: str) -> None:
    answer = validation(key_of("s"), {"plain_token": token, "event_ts": stamp})
    assert answer is None or "{" not in token + stamp
