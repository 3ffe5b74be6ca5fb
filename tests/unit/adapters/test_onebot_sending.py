"""Replies on OneBot 11: parts, and a forwarded conversation where there would be many."""

from __future__ import annotations

from typing import Any, cast

import pytest
from nonebot.adapters.onebot.v11 import ActionFailed, Bot, Message

from adapters.onebot.adapter import OneBotAdapter
from adapters.onebot.wire import Wire
from engine.messages import Image, Incoming, Receipt, Refused, Reply, Scene, Sent, Text

GROUP = Scene("onebot", "10000", "group", "700")
LONG = "\n\n".join(f"第 {number} 段。" + "字" * 990 for number in range(14))


class Client:
    """What stands where nonebot's adapter would: keeps the calls, and does not know those in `unknown`."""

    def __init__(self, *unknown: str) -> None:
        self.unknown = unknown
        self.calls: list[tuple[str, dict[str, Any]]] = []

    async def _call_api(self, bot: Bot, api: str, **data: Any) -> Any:
        self.calls.append((api, data))
        if api in self.unknown:
            raise ActionFailed(status="failed", retcode=1404, wording="不支持的Api")  # type: ignore[no-untyped-call]
        return {"message_id": len(self.calls)}


class FakeWire:
    """Connected as one account."""

    def __init__(self, client: Client) -> None:
        self.bots = {"10000": Bot(cast(Any, client), "10000")}
        self.connections = {"10000": object()}
        self.clients: dict[str, str] = {}


async def nobody(_: Incoming) -> None:
    raise AssertionError


async def send(client: Client, *replies: Reply, scene: Scene = GROUP) -> list[Receipt]:
    adapter = OneBotAdapter(cast(Wire, FakeWire(client)), nobody)
    return [await adapter.send(reply, scene) for reply in replies]


@pytest.mark.parametrize(
    ("scene", "action"), [(GROUP, "send_group_forward_msg"), (Scene("onebot", "10000", "private", "1"), "send_private_forward_msg")]
)
async def test_a_long_answer_is_one_forwarded_conversation(scene: Scene, action: str) -> None:
    client = Client()
    assert await send(client, Reply((Text(LONG), Image(b"x", "图"))), scene=scene) == [Sent(("1",))]
    (called, data) = client.calls[0]
    assert called == action
    assert len(data["messages"]) == 4
    words = "".join(Message(node["data"]["content"]).extract_plain_text() for node in data["messages"])
    assert words.replace("\n", "") == LONG.replace("\n", "")
    assert data["messages"][-1]["data"]["content"][-1].type == "image"
    assert all(node["data"]["user_id"] == 10000 for node in data["messages"])


async def test_a_client_without_forwards_gets_parts_and_is_not_asked_again() -> None:
    client = Client("send_group_forward_msg")
    first, second = await send(client, Reply.of(LONG), Reply.of(LONG))
    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    assert len(first.message_ids) == len(second.message_ids) == 4
    assert [called for called, _ in client.calls] == ["send_group_forward_msg", *["send_group_msg"] * 8]


async def test_two_parts_are_two_messages() -> None:
    client = Client()
    await send(client, Reply.of("字" * 5000))
    assert [called for called, _ in client.calls] == ["send_group_msg"] * 2


async def test_a_client_that_takes_nothing_refuses() -> None:
    assert await send(Client("send_group_forward_msg", "send_group_msg"), Reply.of(LONG)) == [Refused("不支持的Api")]
