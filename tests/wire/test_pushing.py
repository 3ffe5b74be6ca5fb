"""The daily push to many scenes while the bot is killed on the way: no scene twice, every other delivered or its reason on record."""

import contextlib
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.wire import onebot
from tests.wire.running import RunningBot

SEED = 20261122


@contextlib.contextmanager
def database(bot: RunningBot) -> Iterator[sqlite3.Connection]:
    """The bot's database, looked at from outside."""
    connection = sqlite3.connect(bot.home / "shangan.db", timeout=30)
    try:
        with connection:
            yield connection
    finally:
        connection.close()


def subscribe(bot: RunningBot, count: int) -> None:
    """Let `count` groups want a question at the first minute of the day."""
    scenes = [(f"onebot/{onebot.BOT}/group/{100_000 + number}", "00:00", 1) for number in range(count)]
    with database(bot) as connection:
        connection.executemany("INSERT INTO scenes (scene, daily_time, daily_count) VALUES (?, ?, ?)", scenes)


def fates(bot: RunningBot) -> dict[str, tuple[str, str]]:
    """What became of each scene's push: state and reason."""
    with database(bot) as connection:
        return {row[0]: (row[1], row[2]) for row in connection.execute("SELECT scene, state, reason FROM deliveries WHERE kind = 'daily'")}


async def push_and_kill(home: Path, scenes: int, kills: int) -> tuple[Counter[str], dict[str, tuple[str, str]]]:
    """Push to `scenes` groups, killing the bot `kills` times at random moments: what each group heard, and what is on record."""
    chance = random.Random(SEED)
    # Not at midnight, when a new day's questions would be due on the way.
    zone = "Asia/Shanghai" if datetime.now(UTC).hour != 15 else "Europe/London"
    bot = RunningBot(home, {"ZONE": zone})
    bot.start()
    subscribe(bot, scenes)
    bot.kill()
    heard: Counter[str] = Counter()
    moments = sorted(chance.randrange(scenes // 20, scenes * 9 // 10) for _ in range(kills))
    for moment in [*moments, None]:
        bot.start()
        async with onebot.connected(bot.onebot_url) as qq:
            while True:
                if moment is None and len(fates(bot)) == scenes and "claimed" not in {state for state, _ in fates(bot).values()}:
                    break
                with contextlib.suppress(TimeoutError):
                    said = await qq.next(1)
                    if "公布答案" in said.text:
                        heard[str(said.params["group_id"])] += 1
                if moment is not None and sum(heard.values()) >= moment:
                    break
            bot.kill()
            while not qq.said.empty():  # what was on its way when it died
                said = qq.said.get_nowait()
                heard[str(said.params["group_id"])] += 1
    return heard, fates(bot)


def check(heard: Counter[str], recorded: dict[str, tuple[str, str]], scenes: int, kills: int) -> None:
    """No scene twice; every other delivered, or its reason on record."""
    assert max(heard.values()) == 1
    assert len(recorded) == scenes
    for scene, (state, reason) in recorded.items():
        group = scene.rpartition("/")[2]
        assert (state == "accepted" and heard[group] == 1) or (state == "unknown" and reason), (scene, state, reason, heard[group])
    unknown = sum(state == "unknown" for state, _ in recorded.values())
    assert unknown <= 16 * kills  # as many as are pushed to side by side
    assert len(heard) >= scenes - unknown


async def test_a_push_to_many_groups_survives_being_killed(home: Path) -> None:
    heard, recorded = await push_and_kill(home, 200, 1)
    check(heard, recorded, 200, 1)


@pytest.mark.prove
async def test_ten_thousand_groups_and_three_kills(home: Path) -> None:
    heard, recorded = await push_and_kill(home, 10_000, 3)
    check(heard, recorded, 10_000, 3)
