"""Discord's dialect of Markdown, messages that fit its limits, and which gateway frames are let in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.composing import LONGEST_CONTENT, LONGEST_EMBED, MOST_ATTACHMENTS, Attached, Card, compose
from adapters.discord.gateway import is_sound, read_frame
from adapters.discord.markdown import RULE, to_discord
from engine.messages import Choice, Choices, File, Image, Reply, Text
from tests.wire.discord_rules import message_fault


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("**粗** *斜* `a||b`", "**粗** *斜* `a||b`"),
        ("### 三级\n#### 四级", "### 三级\n**四级**"),
        ("上\n\n---\n\n下", f"上\n\n{RULE}\n\n下"),
        (r"共 $2^{10}$ 项，$a \times b$", "共 `2^10` 项，`a × b`"),
        ("短路运算 a || b || c", r"短路运算 a \|\| b \|\| c"),
        ("叫一下 <@1100000000000000001>", "叫一下 <\u200b@1100000000000000001>"),
        ("![一棵树](http://x/y.png)", "［图：一棵树］"),
        ("```c\nif (a || b) $x$ # 五\n---\n```", "```c\nif (a || b) $x$ # 五\n---\n```"),
        ("- 一\n  - 二\n1. 三", "- 一\n  - 二\n1. 三"),
        ("价格 5$", "价格 5$"),
    ],
)
def test_what_discord_lacks_is_said_otherwise_and_its_own_marks_do_no_harm(markdown: str, shown: str) -> None:
    assert to_discord(markdown) == shown


def test_a_table_becomes_aligned_code() -> None:
    table = "看：\n\n| 页号 | 块号 |\n| --- | :-: |\n| 0 | 12 |\n| 10 | **3** |\n\n完"
    assert to_discord(table).split("\n") == ["看：", "", "```", "页号  块号", "----  ----", "0     12", "10    3", "```", "", "完"]


@given(st.text(alphabet="ab|-`$#*_~<@>\\\n \ue000\ue0011字", max_size=300))
def test_any_text_can_be_shown(text: str) -> None:
    shown = to_discord(text)
    assert shown.count("字") == text.count("字") or "$" in text or "|" in text or "![" in text


_BLOCKS = st.lists(
    st.one_of(
        st.builds(Text, st.text(alphabet="字a \n`$|-", max_size=9000)),
        st.builds(Image, st.binary(max_size=5), st.text(max_size=2000)),
        st.builds(File, st.text(min_size=1, max_size=20), st.binary(max_size=5)),
        st.builds(Choices, st.lists(st.builds(Choice, st.text(max_size=100), st.text(max_size=120)), max_size=30).map(tuple)),
    ),
    max_size=14,
)


@given(_BLOCKS, st.booleans())
def test_every_message_is_one_discord_takes(blocks: list[Any], may_embed: bool) -> None:
    posts = compose(Reply(tuple(blocks)), may_embed)
    assert posts
    for post in posts:
        view = post.view()
        components = view.to_components() if view is not None else []
        body = {"content": post.content, "embeds": [embed.to_dict() for embed in post.embeds()], "components": components}
        assert message_fault(body, len(post.attachments)) is None
        assert may_embed or not post.cards
    pictures = [block for block in blocks if isinstance(block, Image | File)]
    assert sum(len(post.attachments) for post in posts) == len(pictures)


def test_a_question_reads_in_its_order_with_buttons_last() -> None:
    reply = Reply((Text("题干"), Image(b"1", "图"), Text("A. 一\n\nB. 二"), Choices((Choice("A", "a"), Choice("B", "b")))))
    (together,) = compose(reply)
    assert together.cards == (Card("题干", "picture1.png"), Card("A. 一\n\nB. 二"))
    assert [choice.label for choice in together.choices] == ["A", "B"]
    assert together.embeds()[0].image.url == "attachment://picture1.png"
    first, last = compose(reply, may_embed=False)
    assert (first.content, first.attachments) == ("题干", (Attached("picture1.png", b"1", "图", is_picture=True),))
    assert (last.content, [choice.label for choice in last.choices]) == ("A. 一\n\nB. 二", ["A", "B"])


def test_a_picture_at_the_end_needs_no_card() -> None:
    (post,) = compose(Reply((Text("没对"), Image(b"1", "页表"))))
    assert (post.content, post.cards, len(post.attachments)) == ("没对", (), 1)


def test_lengths_decide_between_plain_text_embed_and_parts() -> None:
    assert [bool(post.cards) for post in compose(Reply.of("字" * LONGEST_CONTENT))] == [False]
    assert [bool(post.cards) for post in compose(Reply.of("字" * (LONGEST_CONTENT + 1)))] == [True]
    assert len(compose(Reply.of("字" * (LONGEST_EMBED + 1)))) == 2
    assert len(compose(Reply.of("字" * (LONGEST_EMBED + 1)), may_embed=False)) == 3


def test_too_many_pictures_and_a_file_too_large() -> None:
    pictures = compose(Reply(tuple(Image(b"x", "图") for _ in range(MOST_ATTACHMENTS + 2))))
    assert [len(post.attachments) for post in pictures] == [MOST_ATTACHMENTS, 2]
    (large,) = compose(Reply((File("book.pdf", bytes(11 * 2**20)),)))
    assert "book.pdf" in large.content
    assert not large.attachments


READY = {
    "op": 0,
    "t": "READY",
    "s": 1,
    "d": {"user": {"id": "1", "username": "x"}, "session_id": "s", "resume_gateway_url": "ws://x", "guilds": []},
}


@pytest.mark.parametrize(
    ("frame", "greeted", "identified", "sound"),
    [
        ({"op": 10, "d": {"heartbeat_interval": 41250}}, False, False, True),
        ({"op": 10, "d": {"heartbeat_interval": 41250}}, True, False, False),
        ({"op": 10, "d": {"heartbeat_interval": 0}}, False, False, False),
        (READY, True, False, True),
        (READY, True, True, False),
        ({**READY, "d": {}}, True, False, False),
        ({"op": 0, "t": "MESSAGE_CREATE", "s": 2, "d": {}}, True, True, True),
        ({"op": 0, "t": "MESSAGE_CREATE", "s": "2", "d": {}}, True, True, False),
        ({"op": 0, "t": ["x"], "d": {}}, True, True, False),
        ({"op": "0"}, True, True, False),
        ({"op": 11}, True, True, True),
    ],
)
def test_frames_are_let_in_by_shape_and_time(frame: dict[str, Any], greeted: bool, identified: bool, sound: bool) -> None:
    assert is_sound(frame, greeted, identified) is sound


@given(
    st.text(max_size=100)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner)
    ).map(json.dumps)
)
def test_any_frame_is_let_in_or_not(text: str) -> None:
    frame = read_frame(text)
    assert frame is None or isinstance(is_sound(frame, False, False), bool)
