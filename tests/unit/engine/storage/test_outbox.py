"""The outbox: claimed once, its fate on record, owed until it is taken or too old."""

import asyncio
from datetime import UTC, datetime, timedelta

from engine.messages import Deferred, Image, Refused, Reply, Scene, Sent, Unknown
from engine.storage.database import Database
from engine.storage.outbox import ANSWER, LEASE, OWED_FOR, Outbox

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SCENE = Scene("onebot", "10000", "group", "700")
REPLY = Reply.of("今天的题", Image(b"\x89PNG\xff", "图"))


async def claimed(outbox: Outbox, slot: str = "2026-11-22") -> int:
    """A claim of today's push."""
    claim = await outbox.claim(SCENE, "daily", slot, NOW)
    assert claim is not None
    return claim


async def test_one_of_many_claims_wins(database: Database) -> None:
    workers = [Outbox(database, f"w{number}") for number in range(4)]
    claims = await asyncio.gather(*(worker.claim(SCENE, "daily", "2026-11-22", NOW) for worker in workers for _ in range(25)))
    assert sum(claim is not None for claim in claims) == 1


async def test_a_refused_push_is_owed_and_handed_out_once(database: Database) -> None:
    outbox = Outbox(database, "this")
    await outbox.finish(await claimed(outbox), Refused("40034105 无主动消息权限"), NOW, reply=REPLY)
    (record,) = await outbox.recent(SCENE, "daily")
    assert (record.state, record.reason) == ("refused", "40034105 无主动消息权限")
    (owed,) = await outbox.take_owed(SCENE, NOW)
    assert owed.reply == REPLY
    assert await outbox.take_owed(SCENE, NOW) == []
    await outbox.finish(owed.id, Sent(("1",)), NOW)
    assert [record.state for record in await outbox.recent(SCENE)] == ["accepted"]


async def test_of_what_was_begun_only_the_rest_is_owed_and_not_to_the_same_event(database: Database) -> None:
    outbox = Outbox(database, "this")
    for slot in ("event1-1", "event1-2", "event2-1"):
        claim = await outbox.claim(SCENE, ANSWER, slot, NOW)
        assert claim is not None
        await outbox.finish(claim, Deferred(None, "45047", rest=Reply.of(slot)), NOW, reply=REPLY)
    assert [owed.reply.text for owed in await outbox.take_owed(SCENE, NOW, "event1-")] == ["event2-1"]
    assert [owed.reply.text for owed in await outbox.take_owed(SCENE, NOW, "event3-")] == ["event1-1", "event1-2"]
    assert await outbox.take_owed(SCENE, NOW, "event3-") == []


async def test_refused_again_it_stays_owed_also_after_a_restart(database: Database) -> None:
    outbox = Outbox(database, "this")
    await outbox.finish(await claimed(outbox), Deferred(None, "45015 超过 48 小时"), NOW, reply=REPLY)
    for worker in ("this", "next"):
        outbox = Outbox(database, worker)
        (owed,) = await outbox.take_owed(SCENE, NOW)
        await outbox.finish(owed.id, Refused("again"), NOW, reply=owed.reply)
    assert await Outbox(database, "late").take_owed(SCENE, NOW + OWED_FOR) == []


async def test_what_was_put_off_until_a_time_is_due_then(database: Database) -> None:
    outbox = Outbox(database, "this")
    await outbox.finish(await claimed(outbox), Deferred(NOW + timedelta(minutes=5), "429"), NOW, reply=REPLY)
    assert await outbox.take_due(NOW + timedelta(minutes=4)) == []
    (owed,) = await outbox.take_due(NOW + timedelta(minutes=5))
    assert owed.scene == SCENE
    assert await outbox.take_due(NOW + timedelta(minutes=6)) == []


async def test_what_may_have_been_seen_is_never_owed(database: Database) -> None:
    outbox = Outbox(database, "this")
    await outbox.finish(await claimed(outbox), Unknown("timeout"), NOW, reply=REPLY)
    await claimed(outbox, "2026-11-23")  # and dies
    alive = Outbox(database, "alive")
    assert await alive.give_up_dead_claims(NOW + LEASE / 2) == 0
    assert await alive.give_up_dead_claims(NOW + LEASE * 2) == 1
    assert {record.state for record in await alive.recent(SCENE)} == {"unknown"}
    assert await alive.take_owed(SCENE, NOW) == []


async def test_a_process_that_serves_alone_need_not_wait_for_leases(database: Database) -> None:
    await claimed(Outbox(database, "dead"))
    alive = Outbox(database, "alive")
    await alive.release_dead(["discord"], NOW)
    assert await alive.give_up_dead_claims(NOW) == 0
    await alive.release_dead(["discord", "onebot"], NOW)
    assert await alive.give_up_dead_claims(NOW) == 1
