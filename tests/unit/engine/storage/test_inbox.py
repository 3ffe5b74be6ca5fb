"""The inbox: answered once, taken up after a crash, never answered twice."""

import asyncio
from datetime import UTC, datetime, timedelta

from engine.messages import Incoming, Scene, Sender
from engine.storage.database import Database
from engine.storage.inbox import KEPT, LEASE, Inbox

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SCENE = Scene("onebot", "10000", "group", "700")


def event(name: str, text: str = "/帮助") -> Incoming:
    return Incoming(name, SCENE, Sender("20001", "小林"), text=text, context={"seq": 7})


async def test_a_redelivered_event_is_received_once(database: Database) -> None:
    inbox = Inbox(database, "this")
    received = await asyncio.gather(*(inbox.receive(event("1"), NOW) for _ in range(50)))
    assert sum(received) == 1


async def test_what_died_before_sending_is_taken_up_by_one_worker(database: Database) -> None:
    dead, first, second = Inbox(database, "dead"), Inbox(database, "first"), Inbox(database, "second")
    await dead.receive(event("1", "/问 死锁"), NOW)
    assert await first.left_over(NOW) == []  # the lease still runs
    later = NOW + LEASE + timedelta(seconds=1)
    (left,) = await first.left_over(later)
    assert (left.text, left.context, left.scene) == ("/问 死锁", {"seq": 7}, SCENE)
    assert await first.claim(left, later)
    assert not await second.claim(left, later)


async def test_what_died_while_being_sent_is_never_sent_again(database: Database) -> None:
    dead, alive = Inbox(database, "dead"), Inbox(database, "alive")
    await dead.receive(event("1"), NOW)
    await dead.sending(event("1"))
    assert await alive.left_over(NOW + LEASE * 2) == []
    assert not await alive.receive(event("1"), NOW + LEASE * 2)


async def test_a_process_that_serves_alone_need_not_wait_for_leases(database: Database) -> None:
    dead, alive = Inbox(database, "dead"), Inbox(database, "alive")
    await dead.receive(event("1"), NOW)
    await alive.receive(event("2"), NOW)
    await alive.release_dead(["onebot"], NOW)
    assert [left.id for left in await alive.left_over(NOW)] == ["1"]


async def test_what_was_said_is_not_kept_after_the_answer(database: Database) -> None:
    inbox = Inbox(database, "this")
    await inbox.receive(event("1", "悄悄话"), NOW)
    inbox.done(event("1"))
    await inbox.settle()
    async with database.reading() as connection:
        rows = (await connection.exec_driver_sql("select payload, state from inbox")).all()
    assert [tuple(row) for row in rows] == [("", "done")]
    await inbox.prune(NOW + KEPT + timedelta(seconds=1))
    async with database.reading() as connection:
        assert (await connection.exec_driver_sql("select count(*) from inbox")).scalar() == 0
