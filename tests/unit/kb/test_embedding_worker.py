"""Embedding in a child process: the same vectors, a death that is told, another child, and none that outlives its parent."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from kb.embedding import EmbedderUnavailable, EmbeddingFailed, default_model_dir, open_embedder
from kb.embedding.e5_build import build
from kb.embedding.worker import EmbeddingProcess

ROOT = Path(__file__).resolve().parents[3]
TEXTS = [f"第{i}个进程持有资源{i}，等待资源{i + 1}。" for i in range(70)]


@pytest.fixture(scope="session")
def model_dir() -> Path:
    try:
        build(default_model_dir())
    except EmbedderUnavailable as unavailable:
        pytest.skip(f"the weights cannot be had: {unavailable}")
    return default_model_dir()


@pytest.fixture
async def process(model_dir: Path) -> AsyncIterator[EmbeddingProcess]:
    async with EmbeddingProcess("e5", model_dir) as running:
        yield running


def child() -> psutil.Process:
    (found,) = [each for each in psutil.Process().children() if "kb.embedding.worker" in each.cmdline()]
    return found


async def test_the_vectors_are_those_of_the_embedder_itself(process: EmbeddingProcess, model_dir: Path) -> None:
    embedder = open_embedder("e5", model_dir)
    assert (process.name, process.dimension) == (embedder.name, embedder.dimension)
    vectors = await process.passages(TEXTS)
    assert vectors.shape == (70, embedder.dimension)
    assert np.array_equal(vectors, embedder.passages(TEXTS))
    assert (await process.passages([])).shape == (0, embedder.dimension)
    assert (await process.passages(["半个表情\ud83d"])).shape == (1, embedder.dimension)


async def test_the_child_is_small_and_gives_way_to_others(process: EmbeddingProcess) -> None:
    await process.passages(["虚拟内存" * 200] * 8)
    assert child().memory_info().rss < 200 * 2**20
    # A number on POSIX (higher gives way more), a class on Windows: here it only matters that it is not ours.
    assert child().nice() != psutil.Process().nice()


async def test_calls_of_several_tasks_take_turns(process: EmbeddingProcess) -> None:
    together = await asyncio.gather(*(process.passages([text]) for text in TEXTS[:6]))
    one_by_one = [await process.passages([text]) for text in TEXTS[:6]]
    assert all(np.array_equal(a, b) for a, b in zip(together, one_by_one, strict=True))


async def test_a_childs_death_is_told_and_the_next_call_starts_another(process: EmbeddingProcess) -> None:
    waiting = asyncio.create_task(process.passages(TEXTS * 20))
    await asyncio.sleep(0.3)
    child().kill()
    with pytest.raises(EmbeddingFailed, match="没有保存，可以重试"):
        await waiting
    assert (await process.passages(["再来一次"])).shape == (1, process.dimension)


async def test_the_childs_last_words_are_in_the_message(process: EmbeddingProcess) -> None:
    with pytest.raises(EmbeddingFailed, match="TypeError"):
        await process.passages([None])  # type: ignore[list-item]


async def test_a_cancelled_call_leaves_no_answer_for_the_next(process: EmbeddingProcess) -> None:
    waiting = asyncio.create_task(process.passages(TEXTS * 20))
    await asyncio.sleep(0.3)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert (await process.passages(TEXTS[:2])).shape == (2, process.dimension)


async def test_an_embedder_that_cannot_be_had_is_said_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnavailable, match="e5_build"):
        async with EmbeddingProcess("e5", tmp_path):
            pass


async def test_after_the_context_no_child_is_left(model_dir: Path) -> None:
    async with EmbeddingProcess("e5", model_dir):
        running = child()
    assert not running.is_running()


def test_a_child_ends_with_a_parent_that_was_killed(model_dir: Path) -> None:
    parent = """
import asyncio, sys
from pathlib import Path
from kb.embedding.worker import EmbeddingProcess

async def embed_for_ever():
    async with EmbeddingProcess("e5", Path(sys.argv[1])) as process:
        sys.stdout.write("ready\\n")
        sys.stdout.flush()
        while True:
            await process.passages(["虚拟内存" * 200] * 64)

asyncio.run(embed_for_ever())
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", parent, str(model_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as running:
        assert running.stdout is not None
        assert running.stdout.readline().strip() == b"ready"
        (orphan,) = psutil.Process(running.pid).children()
        running.kill()
    orphan.wait(timeout=20)


def test_the_child_imports_only_what_it_needs() -> None:
    listing = "import kb.embedding.worker, kb.embedding.e5, sys; sys.stdout.write(' '.join(sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    found = subprocess.run([sys.executable, "-c", listing], env=environment, capture_output=True, text=True, check=True)
    assert not {"chromadb", "nonebot", "onnx", "torch", "tokenizers", "sqlalchemy"} & set(found.stdout.split())
