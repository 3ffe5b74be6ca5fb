"""A process that adds a folder to the library in `home`, as the bot does, to be killed by tests: `python -m tests.unit.kb.adding_process HOME FOLDER`."""

import asyncio
import sys
from pathlib import Path

from engine.storage.database import Database
from kb.library import Library
from kb.loading import Document, load
from kb.ownership import IndexOwnership
from kb.vectors import ChromaStore
from tests.unit.kb.hashing import HashEmbedder


async def in_this_process(path: Path, title: str | None) -> Document:
    """Loading in a child of its own is proved elsewhere."""
    return await asyncio.to_thread(load, path, title)


async def main(home: Path, folder: Path) -> None:
    """Add `folder`, unless a job that was begun before does so already."""
    ownership = IndexOwnership.claim(home)
    assert ownership is not None
    database = await Database.open(f"sqlite+aiosqlite:///{(home / 'test.db').as_posix()}")
    embedder = HashEmbedder()
    store = ChromaStore(home / "chroma", embedder.name, embedder.dimension)
    library = Library(database, embedder=embedder, store=store, owns_index=True, loader=in_this_process)
    await library.start()
    if not await library.recent_jobs():
        await library.add([folder])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await library.run_pending_jobs()
    await library.close()
    await database.close()
    ownership.release()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
