"""One process owns the index: it alone opens embedded Chroma and runs jobs. Who it is, and how others reach it, stands in a small file.

The lock is the operating system's and is gone with the process, however it ends. What is said over the control URL is left to the bot.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

LOCK, CARD = "index.lock", "index-owner.json"


@dataclass(frozen=True, slots=True)
class OwnerCard:
    """The owner as others see it.

    Attributes:
        pid, started: process id and its start time (seconds since 1970), which together name a process even where ids are used again.
        control_url: where the owner takes requests; empty: it takes none, and jobs in SQL are the way.
        token_file: the file that holds the token for `control_url`; empty: none is needed.
    """

    pid: int
    started: float
    control_url: str
    token_file: str


class IndexOwnership:
    """The lock on the index, held until `release` or the end of the process."""

    def __init__(self, home: Path, lock: FileLock) -> None:
        self._home = home
        self._lock = lock

    @classmethod
    def claim(cls, home: Path, control_url: str = "", token_file: Path | None = None) -> IndexOwnership | None:
        """Become the owner of the index in `home`; None: another process is.

        Raises:
            OSError: the folder cannot be written.
        """
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / LOCK, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return None
        ownership = cls(home, lock)
        try:
            ownership.announce(control_url, token_file)
        except OSError:
            lock.release()
            raise
        return ownership

    def announce(self, control_url: str, token_file: Path | None = None) -> None:
        """Write down how others reach this process."""
        card = OwnerCard(os.getpid(), psutil.Process().create_time(), control_url, str(token_file or ""))
        draft = self._home / (CARD + ".new")
        draft.write_text(json.dumps(asdict(card)), encoding="utf-8")
        draft.replace(self._home / CARD)

    def release(self) -> None:
        """Let another process own the index."""
        (self._home / CARD).unlink(missing_ok=True)
        self._lock.release()


def current_owner(home: Path) -> OwnerCard | None:
    """The process that owns the index in `home`; None: nobody does, or it has not said so yet."""
    try:
        card = OwnerCard(**json.loads((home / CARD).read_text(encoding="utf-8")))
        # A second's tolerance: the clock may have been set since, and systems round differently.
        alive = abs(psutil.Process(card.pid).create_time() - card.started) < 1
    except (OSError, ValueError, TypeError, psutil.Error):
        return None
    return card if alive else None
