"""Files that people hand in on the page: written to a folder of their own, bounded in size and number, forgotten after a week."""

from __future__ import annotations

import asyncio
import re
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

from engine.messages import Attachment

_KEPT_SECONDS = 7 * 24 * 3600
_KEPT_TOTAL = 20
"""The folder holds at most this many times the size of the largest file that is taken."""


class TooLargeError(Exception):
    """The file is larger than what is taken; nothing of it was kept."""


class FolderFullError(Exception):
    """Too much is waiting in the folder already; nothing of the file was kept."""


class Uploads:
    """The folder.

    Attributes:
        max_bytes: the largest file that is taken.
    """

    def __init__(self, directory: Path | None, max_bytes: int) -> None:
        self._directory = directory
        self.max_bytes = max_bytes

    async def keep(self, upload_id: str, name: str, chunks: AsyncIterator[bytes]) -> Attachment:
        """Write a file as it arrives.

        Args:
            upload_id: letters, digits and hyphens; names the file on disk together with the suffix of `name`.
            name: what the person's device calls it; text from outside, of which only the suffix reaches the disk.

        Raises:
            TooLargeError, FolderFullError: see there.
            OSError: the disk refuses.
        """
        directory = self._prepared()
        room = _KEPT_TOTAL * self.max_bytes - await asyncio.to_thread(_tidy, directory)
        suffix = Path(name).suffix.lower()
        path = directory / (upload_id + (suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""))
        size = 0
        try:
            with path.open("xb") as file:
                async for chunk in chunks:
                    size += len(chunk)
                    if size > self.max_bytes:
                        raise TooLargeError
                    if size > room:
                        raise FolderFullError
                    await asyncio.to_thread(file.write, chunk)
        except FileExistsError:
            raise
        except BaseException:
            # Also when the browser goes away in the middle: half a file is of no use to anybody.
            path.unlink(missing_ok=True)
            raise
        return Attachment(name=_shown(name), path=path, size=size)

    def _prepared(self) -> Path:
        if self._directory is None:
            self._directory = Path(tempfile.mkdtemp(prefix="shangan-web-"))
        self._directory.mkdir(parents=True, exist_ok=True)
        return self._directory


def _tidy(directory: Path) -> int:
    """Delete what is older than a week and return how many bytes remain."""
    remaining = 0
    for path in directory.iterdir():
        if path.is_file():
            status = path.stat()
            if time.time() - status.st_mtime > _KEPT_SECONDS:
                path.unlink(missing_ok=True)
            else:
                remaining += status.st_size
    return remaining


def _shown(name: str) -> str:
    """The last part of a path of any system, without control characters, at most 120 characters long."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", "", last).strip()[-120:] or "文件"
