"""Adding a book, killed without warning again and again, ends where an uninterrupted run ends."""

import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from engine.storage.database import Database
from kb.catalogue import Book, Job, PassageRow, PassageText, Source
from kb.vectors import ChromaStore
from tests.unit.kb.hashing import HashEmbedder

ROOT = Path(__file__).resolve().parents[3]
NOTES = ROOT / ".." / "shared" / "data" / "notes"


def _run(home: Path, folder: Path, seconds: float | None = None) -> bool:
    """Let the process work, `seconds` from when it has opened everything, then kill it. True: it had finished."""
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "tests.unit.kb.adding_process", str(home), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline().strip() == b"ready"
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            return False


async def _everything(home: Path) -> dict[str, object]:
    """What is in SQL and in Chroma, without the numbers that depend on the order of events."""
    database = await Database.open(f"sqlite+aiosqlite:///{(home / 'test.db').as_posix()}")
    async with database.reading() as connection:
        passages = (
            await connection.execute(
                select(Source.name, PassageRow.ordinal, PassageRow.path, PassageRow.text_hash, PassageRow.embedded_by).join(Source)
            )
        ).all()
        found: dict[str, object] = {
            "books": sorted((await connection.execute(select(Book.title))).scalars()),
            "sources": sorted((await connection.execute(select(Source.name))).scalars()),
            "passages": sorted((name, ordinal, tuple(path), text, by) for name, ordinal, path, text, by in passages),
            "texts": sorted((await connection.execute(select(PassageText.hash))).scalars()),
            "jobs": (await connection.execute(select(Job.state))).scalars().all(),
        }
        ids = sorted((await connection.execute(select(PassageRow.id))).scalars())
    await database.close()
    store = ChromaStore(home / "chroma", HashEmbedder.name, HashEmbedder.dimension)
    assert sorted(store.ids().tolist()) == ids
    store.close()
    return found


async def _same_after_kills(tmp_path: Path, folder: Path, pauses: Sequence[float]) -> None:
    assert _run(tmp_path / "whole", folder)
    whole = await _everything(tmp_path / "whole")
    assert whole["jobs"] == ["done"] and whole["passages"]
    for seconds in pauses:
        _run(tmp_path / "killed", folder, seconds)
    assert _run(tmp_path / "killed", folder)
    assert await _everything(tmp_path / "killed") == whole


async def test_a_run_that_is_killed_ends_like_one_that_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    generator = random.Random(8408)
    for chapter in range(30):
        sections = "".join(
            f"## {chapter}.{n}\n\n第 {generator.randrange(40)} 段。{'内存管理' * generator.randrange(9, 30)}\n\n" for n in range(12)
        )
        (folder / f"{chapter}.md").write_text(f"# 第 {chapter} 章\n\n{sections}", encoding="utf-8")
    await _same_after_kills(tmp_path, folder, [0.05, 0.3, 0.6])


@pytest.mark.prove
@pytest.mark.parametrize("notes", ["hello-algo", "cs-notes"])
async def test_real_notes_killed_many_times_end_like_an_uninterrupted_run(tmp_path: Path, notes: str) -> None:
    if not (NOTES / notes).is_dir():
        pytest.skip(f"needs ../shared/data/notes/{notes}")
    generator = random.Random(408)
    await _same_after_kills(tmp_path, NOTES / notes, [generator.uniform(0, 3) for _ in range(10)])
