"""WeChat's messages and events as `Incoming`."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.weixin.documents import read_document
from adapters.weixin.reading import LONGEST_IDENTITY, UNHEARD, UNREADABLE, Delivered, read
from engine.messages import Incoming, Scene

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
SAMPLES = Path(__file__).parents[5] / "shared" / "data" / "wechat" / "xml"
HEAD = {"ToUserName": "gh_1", "FromUserName": "oAnna", "CreateTime": "1348831860"}


def delivered(**fields: str) -> Delivered:
    found = read({**HEAD, **fields}, "wx1", "你好呀", NOW)
    assert found is not None
    return found


def incoming(**fields: str) -> Incoming:
    found = delivered(**fields).incoming
    assert found is not None
    return found


def test_a_text() -> None:
    message = incoming(MsgType="text", Content=" /刷题 ", MsgId="42")
    assert (message.id, message.text, message.kind) == ("oAnna-42", "/刷题", "message")
    assert message.scene == Scene("weixin", "wx1", "private", "oAnna")
    assert message.sender.id == "oAnna"
    assert message.reply_deadline == NOW + timedelta(hours=48)
    assert message.context == {"account": "gh_1"}
    assert Incoming.from_json(message.to_json()) == message


def test_a_voice_message_is_its_recognised_text() -> None:
    assert incoming(MsgType="voice", MediaId="m", Format="amr", Recognition="为什么要分页", MsgId="1").text == "为什么要分页"
    assert delivered(MsgType="voice", MediaId="m", Format="amr", MsgId="1").answer == UNHEARD
    assert delivered(MsgType="voice", MediaId="m", Format="amr", Recognition=" ", MsgId="1").answer == UNHEARD


def test_a_menu_click_is_its_key_and_another_event_each_time() -> None:
    first = incoming(MsgType="event", Event="CLICK", EventKey="/刷题 操作系统")
    assert first.text == "/刷题 操作系统"
    assert incoming(MsgType="event", Event="CLICK", EventKey="/刷题 操作系统").id == first.id
    assert incoming(MsgType="event", Event="CLICK", EventKey="/刷题 操作系统", CreateTime="1348831861").id != first.id


def test_a_picture() -> None:
    message = incoming(MsgType="image", PicUrl="http://mmbiz.qpic.cn/x", MediaId="m", MsgId="7")
    assert (message.text, message.images[0].url, message.images[0].name) == ("", "http://mmbiz.qpic.cn/x", "m.jpg")


def test_followers_are_greeted_and_the_rest_is_let_pass() -> None:
    assert delivered(MsgType="event", Event="subscribe").answer == "你好呀"
    assert delivered(MsgType="event", Event="subscribe", EventKey="qrscene_1", Ticket="t").answer == "你好呀"
    for event in ("unsubscribe", "SCAN", "VIEW", "LOCATION", "no such event"):
        found = delivered(MsgType="event", Event=event, EventKey="x")
        assert (found.incoming, found.answer) == (None, "")


@pytest.mark.parametrize("kind", ["video", "shortvideo", "location", "link", "file", "text"])
def test_what_cannot_be_read_is_told_so(kind: str) -> None:
    found = delivered(MsgType=kind, MsgId="1", MediaId="m")
    assert (found.incoming, found.answer) == (None, UNREADABLE)


@given(
    st.dictionaries(
        st.sampled_from([*HEAD, "MsgType", "MsgId", "Content", "Event", "EventKey", "PicUrl", "MediaId"]), st.text(max_size=400)
    )
)
def test_any_fields_are_read_or_refused(fields: dict[str, str]) -> None:
    found = read(fields, "wx1", "你好呀", NOW)
    if found is not None:
        assert len(found.id) <= LONGEST_IDENTITY
        assert found.person


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs ../shared/data/wechat/xml")
def test_published_samples_are_understood() -> None:
    texts = {}
    for path in SAMPLES.glob("test_[pe]*.xml"):
        found = read(read_document(path.read_bytes().strip()), "wx1", "你好呀", NOW)
        if found is not None and (found.incoming is not None or found.answer):
            texts[path.name.rpartition("__")[2]] = found.incoming.text if found.incoming is not None else found.answer
    assert texts["test_parse_text_message.xml"] == "this is a test"
    assert texts["test_click_event.xml"] == "EVENTKEY"
    assert texts["test_parse_subscribe_scan_event.xml"] == "你好呀"
    assert texts["test_parse_location_message.xml"] == UNREADABLE
    assert "test_unsubscribe_event.xml" not in texts
