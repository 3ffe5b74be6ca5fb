"""A conversation of the web page in memory: bubbles, streams, buttons, who is told, and what is let go."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.web import WebAdapter
from adapters.web.access import Access
from adapters.web.session import Conversation, Message, Sessions
from adapters.web.uploads import FolderFullError, TooLargeError, Uploads
from adapters.web.view import view
from engine.messages import Attachment, Choice, Choices, File, Image, Incoming, Refused, Reply, Scene, Sender, Text

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SCENE = Scene("web", "web", "private", "s1")
QUESTION = Reply.of("选哪个？", Choices((Choice("A", "q:A"), Choice("B", "q:B")), "回复 A 或 B"))


def said(text: str, id: str = "event-1", reply_to: str | None = None) -> Incoming:
    return Incoming(id, SCENE, Sender("s1", role="owner"), text=text, reply_to=reply_to)


def test_a_question_waits_until_its_first_answer() -> None:
    conversation = Conversation()
    assert conversation.say(said("快表是什么"), (Text("快表是什么"),), NOW)
    assert [(message.author, message.state) for message in conversation] == [("person", "waiting")]
    conversation.answer(Reply.of("联想寄存器"), NOW, "event-1")
    assert [(message.author, message.state) for message in conversation] == [("person", "settled"), ("bot", "settled")]


def test_an_event_that_arrives_twice_is_shown_once() -> None:
    conversation = Conversation()
    assert conversation.say(said("在吗"), (Text("在吗"),), NOW)
    assert not conversation.say(said("在吗"), (Text("在吗"),), NOW)
    assert len(conversation) == 1


STEPS = [("快表", False), ("快表又称", False), ("快表又称联想寄存器", True)]


def test_the_revisions_of_a_stream_are_one_bubble() -> None:
    conversation = Conversation()
    ids = {conversation.answer(Reply.of(text, stream="answer", final=final), NOW, "event-1").id for text, final in STEPS}
    assert len(ids) == 1
    (message,) = conversation
    assert (message.text, message.state) == ("快表又称联想寄存器", "settled")


def test_the_streams_of_two_events_do_not_meet() -> None:
    conversation = Conversation()
    first = conversation.answer(Reply.of("甲", stream="answer", final=False), NOW, "event-1")
    second = conversation.answer(Reply.of("乙", stream="answer", final=False), NOW, "event-2")
    conversation.answer(Reply.of("甲甲", stream="answer"), NOW, "event-1")
    assert (first.text, first.state, second.text, second.state) == ("甲甲", "settled", "乙", "growing")


def test_a_stream_that_has_ended_begins_anew() -> None:
    conversation = Conversation()
    first = conversation.answer(Reply.of("一", stream="daily"), NOW)
    second = conversation.answer(Reply.of("二", stream="daily"), NOW)
    assert first.id != second.id


def test_a_row_of_buttons_is_answered_once() -> None:
    conversation = Conversation()
    question = conversation.answer(QUESTION, NOW)
    assert conversation.option(question.id, 1, 0) == Choice("A", "q:A")
    assert conversation.choose(question.id, 1, 0)
    assert not conversation.choose(question.id, 1, 1)
    assert view(question, conversation)["parts"][1] == {"type": "choices", "options": ["A", "B"], "chosen": 0}


@pytest.mark.parametrize(("block", "option"), [(0, 0), (1, 2), (1, -1), (2, 0), (-1, 0)])
def test_a_button_that_is_not_there_cannot_be_pressed(block: int, option: int) -> None:
    conversation = Conversation()
    question = conversation.answer(QUESTION, NOW)
    assert conversation.option(question.id, block, option) is None
    assert conversation.option("gone", 1, 0) is None


def test_every_page_that_watches_is_told_until_it_stops() -> None:
    conversation = Conversation()
    one: list[str] = []
    two: list[str] = []
    stop = conversation.listen(lambda message: one.append(message.text))
    conversation.listen(lambda message: two.append(message.text))
    conversation.answer(Reply.of("早上好"), NOW)
    stop()
    stop()
    conversation.answer(Reply.of("今天的题"), NOW)
    assert (one, two) == (["早上好"], ["早上好", "今天的题"])
    assert conversation.watchers == 1


def test_only_the_newest_messages_are_kept() -> None:
    conversation = Conversation(max_messages=3)
    for number in range(5):
        conversation.answer(Reply.of(str(number)), NOW)
    assert [message.text for message in conversation] == ["2", "3", "4"]


def test_files_are_kept_up_to_a_size_and_the_newest_always() -> None:
    conversation = Conversation(max_bytes=100)
    conversation.answer(Reply((File("a", b"x" * 60),)), NOW)
    conversation.answer(Reply.of("说明"), NOW)
    conversation.answer(Reply((Image(b"x" * 60, "图"),)), NOW)
    assert [message.bytes_held for message in conversation] == [0, 60]
    conversation.answer(Reply((File("b", b"x" * 500),)), NOW)
    assert [message.bytes_held for message in conversation] == [500]


def test_a_stream_whose_bubble_was_let_go_goes_on_in_a_new_one() -> None:
    conversation = Conversation(max_messages=1)
    conversation.answer(Reply.of("一", stream="answer", final=False), NOW, "event-1")
    conversation.answer(Reply.of("别的"), NOW)
    conversation.answer(Reply.of("一二", stream="answer", final=False), NOW, "event-1")
    assert [message.text for message in conversation] == ["一二"]


def test_the_session_unused_longest_is_let_go_unless_somebody_watches() -> None:
    sessions = Sessions(max_conversations=2)
    sessions.open("watched").listen(lambda message: None)
    sessions.open("idle").answer(Reply.of("一"), NOW)
    sessions.open("new")
    assert len(sessions.open("idle")) == 0
    assert sessions.open("watched").watchers == sessions.watchers == 1


def test_what_the_page_is_told() -> None:
    conversation = Conversation()
    bot = conversation.answer(Reply.of("**第 1 题** 选哪个？" + "长" * 80), NOW)
    conversation.say(said("<b>为什么</b>", reply_to=bot.id), (Text("<b>为什么</b>"),), NOW + timedelta(seconds=1))
    asked = conversation.get("event-1")
    assert asked is not None
    told = view(asked, conversation)
    assert told["at"] == 1_795_334_401_000
    assert told["quote"]["id"] == bot.id
    assert told["quote"]["text"].startswith("第 1 题 选哪个？长")
    assert len(told["quote"]["text"]) == 61
    assert told["parts"] == [{"type": "plain", "text": "<b>为什么</b>"}]


def test_pictures_and_files_are_told_by_address(tmp_path: Path) -> None:
    blocks = (Image(b"png", "战绩"), File("错题 本.docx", b"12345"), Attachment("题.png", path=tmp_path / "a.png", size=9))
    message = Message("m/1", "bot", blocks, NOW)
    assert view(message, Conversation())["parts"] == [
        {"type": "image", "url": "chat/files/m%2F1/0", "alt": "战绩"},
        {"type": "file", "url": "chat/files/m%2F1/1", "name": "错题 本.docx", "size": 5},
        {"type": "image", "url": "chat/files/m%2F1/2", "alt": "题.png"},
    ]


def test_broken_characters_do_not_stop_a_message() -> None:
    message = Message("m", "bot", (Text("甲\ud800乙"), Choices((Choice("A\udfff", "a"),))), NOW)
    str(view(message, Conversation())).encode()


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_an_upload_is_kept_under_its_id_with_its_own_suffix(tmp_path: Path) -> None:
    kept = await Uploads(tmp_path / "new", 100).keep("id-1", r"C:\书\..\讲义.PDF", chunks(b"12", b"34"))
    assert kept == Attachment("讲义.PDF", path=tmp_path / "new" / "id-1.pdf", size=4)
    assert (tmp_path / "new" / "id-1.pdf").read_bytes() == b"1234"


@pytest.mark.parametrize("name", ["../../etc/passwd", "a.p/d", "x." + "y" * 20, ".hidden", "a.\x00b", ""])
async def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    kept = await Uploads(tmp_path, 100).keep("id-1", name, chunks(b"1"))
    assert kept.path is not None
    assert kept.path.parent == tmp_path
    assert kept.path.stem == "id-1"
    assert kept.name


async def test_a_file_too_large_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(TooLargeError):
        await Uploads(tmp_path, 5).keep("id-1", "a.txt", chunks(b"123", b"456"))
    assert list(tmp_path.iterdir()) == []


async def test_a_full_folder_takes_no_more(tmp_path: Path) -> None:
    (tmp_path / "earlier").write_bytes(b"x" * 98)
    with pytest.raises(FolderFullError):
        await Uploads(tmp_path, 5).keep("id-1", "a.txt", chunks(b"123"))
    assert [path.name for path in tmp_path.iterdir()] == ["earlier"]


def test_the_token_is_asked_for_once() -> None:
    access, session = Access("上岸"), {"id": "s1"}
    assert not access.allows(session)
    assert access.admit(session, "不对", "1.2.3.4") == "wrong"
    assert not access.allows(session)
    assert access.admit(session, " 上岸 ", "1.2.3.4") == "admitted"
    assert access.allows(session)
    assert "上岸" not in str(session)


def test_the_pass_of_one_session_or_of_an_old_token_does_not_open_another() -> None:
    access, session = Access("上岸"), {"id": "s1"}
    access.admit(session, "上岸", "1.2.3.4")
    assert not access.allows({**session, "id": "s2"})
    assert not Access("换了").allows(session)


def test_after_ten_wrong_tries_even_the_right_token_waits_but_only_there() -> None:
    access = Access("上岸")
    verdicts = [access.admit({"id": "x"}, str(number), "1.2.3.4") for number in range(11)]
    assert verdicts == ["wrong"] * 10 + ["too many"]
    assert access.admit({"id": "x"}, "上岸", "1.2.3.4") == "too many"
    assert access.admit({"id": "y"}, "上岸", "5.6.7.8") == "admitted"


def test_without_a_token_everybody_may() -> None:
    assert Access(None).allows({})


async def test_before_the_page_is_mounted_nothing_is_reached() -> None:
    async def handle(incoming: Incoming) -> None:
        raise AssertionError

    adapter = WebAdapter(handle)
    assert adapter.platform == "web"
    assert not adapter.reaches(SCENE)
    assert isinstance(await adapter.send(Reply.of("在吗"), SCENE), Refused)
    assert adapter.status().state == "off"
    shown = adapter.capabilities(SCENE)
    assert shown.markdown
    assert shown.buttons
    assert shown.images
    assert shown.files
    assert shown.edit
    assert shown.max_length >= 20_000
