"""How fast the bot answers over the real wire, and what it weighs."""

from __future__ import annotations

import asyncio
import statistics
import time
from pathlib import Path

import psutil

from tests.wire import onebot
from tests.wire.answers import some_answer
from tests.wire.running import RunningBot, running_bot

ROUNDS = 200
CROWD = 200
THINKING = 15.0
"""Seconds between a question and its answers, in which the bot draws what it will show; a person takes longer."""

PEOPLE = iter(range(1_000_000, 9_000_000))


async def measure(folder: Path) -> dict[str, float]:
    """Latencies (ms) of one person after another, answers a second for a crowd, memory (MB)."""
    with running_bot(folder / "home") as bot:
        started = _start_seconds(bot)
        async with onebot.connected(bot.onebot_url) as qq:
            await qq.ask("/帮助", user=next(PEOPLE))
            idle = memory(bot)
            figures = {"start_s": started, "idle_mb": idle}
            figures |= await _one_by_one(qq, "help", None, "/帮助")
            figures |= await _one_by_one(qq, "answer", "/刷题", None, THINKING)
            figures |= await _one_by_one(qq, "answer_at_once", "/刷题", None)
            figures |= await _one_by_one(qq, "ask", None, "/问 为什么有了页表还要快表")
            figures |= await _crowd(qq, "help", None, "/帮助")
            figures |= await _crowd(qq, "answer", "/刷题", None, THINKING)
            figures |= await _crowd(qq, "answer_at_once", "/刷题", None)
    return figures


def _start_seconds(bot: RunningBot) -> float:
    bot.kill()
    began = time.perf_counter()
    bot.start()
    return time.perf_counter() - began


async def _words(qq: onebot.FakeQQ, people: list[int], before: str | None, text: str | None) -> list[str]:
    """What each of `people` will say: `text`, or without it an answer to what the bot said to `before`."""
    heard = [(await qq.ask(before, user=person)).text if before is not None else "" for person in people]
    return [text if text is not None else some_answer(question) for question in heard]


async def _one_by_one(qq: onebot.FakeQQ, name: str, before: str | None, text: str | None, pause: float = 0) -> dict[str, float]:
    people = [next(PEOPLE) for _ in range(ROUNDS)]
    words = await _words(qq, people, before, text)
    await asyncio.sleep(pause)
    times = []
    for person, said in zip(people, words, strict=True):
        began = time.perf_counter()
        await qq.ask(said, user=person)
        times.append((time.perf_counter() - began) * 1000)
    return {f"{name}_p50_ms": statistics.median(times), f"{name}_p95_ms": statistics.quantiles(times, n=20)[18]}


async def _crowd(qq: onebot.FakeQQ, name: str, before: str | None, text: str | None, pause: float = 0) -> dict[str, float]:
    people = [next(PEOPLE) for _ in range(CROWD)]
    words = await _words(qq, people, before, text)
    await asyncio.sleep(pause)
    began = time.perf_counter()
    await asyncio.gather(*(qq.send(said, user=person) for person, said in zip(people, words, strict=True)))
    answered = {(await qq.next(30)).params["user_id"] for _ in people}
    return {f"{name}_crowd_per_s": CROWD / (time.perf_counter() - began), f"{name}_crowd_answered": len(answered & set(people))}


def memory(bot: RunningBot) -> float:
    """Resident memory of the bot and its children, MB; pages they share are counted once where the system can tell."""
    assert bot.process is not None
    parent = psutil.Process(bot.process.pid)
    total = 0
    for process in (parent, *parent.children(recursive=True)):
        try:
            full = process.memory_full_info()
            total += getattr(full, "pss", full.rss)
        except psutil.Error:
            continue  # it ended meanwhile
    return total / 1e6


def resident(bot: RunningBot) -> float:
    """Plain resident memory of the bot and its children, MB, shared pages counted every time."""
    assert bot.process is not None
    parent = psutil.Process(bot.process.pid)
    total = 0
    for process in (parent, *parent.children(recursive=True)):
        try:
            total += process.memory_info().rss
        except psutil.Error:
            continue
    return total / 1e6
