"""Reading a file in a child process, watched: a hostile or broken file can hang, crash or fill the memory, and must not take the bot along.

The child runs at low priority. Time, resident memory and the size of what it sends are bounded from here, where it can be killed; it ends
by itself when this process ends. A thread watches rather than the event loop: asyncio's subprocesses do not work on every loop of Windows.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import psutil

from kb.loading import DEFAULT_LIMITS, Document, LoadingFailed, LoadingLimits, Progress
from kb.loading.limits import MEGABYTE
from kb.passages import Section

_LOGGER = logging.getLogger(__name__)

_WATCH_INTERVAL = 0.1
"""Seconds between two looks at the child's memory. Unpacking fills a few hundred megabytes in one."""
_NICENESS = 10
_TOO_MUCH = b"\n"
"""No line of the child's: they are JSON."""
_INHERITED = frozenset({
    "PATH", "PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL", "HOME",
    "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "OMP_NUM_THREADS", "OMP_WAIT_POLICY",
})  # fmt: skip
"""What Python needs of the environment. The bot's tokens are in there as well, and no business of what reads a stranger's file."""
_SOURCE_ROOT = Path(__file__).resolve().parents[2]


async def load_in_child(
    path: Path, title: str | None = None, limits: LoadingLimits = DEFAULT_LIMITS, progress: Progress | None = None
) -> Document:
    """Read a file as `kb.loading.load` does, in a child process that is killed when it passes a bound or this task is cancelled.

    Args:
        progress: called on this event loop with (pages done, pages in all).

    Raises:
        LoadingFailed: as from `load`; or a bound was passed, and the message names it and its setting; or the child crashed.
    """
    loop = asyncio.get_running_loop()

    def report(done: int, total: int) -> None:
        if progress is not None:
            with suppress(RuntimeError):  # the loop has been closed meanwhile
                loop.call_soon_threadsafe(progress, done, total)

    cancelled = threading.Event()
    executor = ThreadPoolExecutor(1, "loading")
    try:
        return await loop.run_in_executor(executor, _supervise, path, title, limits, report, cancelled)
    finally:
        cancelled.set()
        executor.shutdown(wait=False)


def _supervise(path: Path, title: str | None, limits: LoadingLimits, progress: Progress, cancelled: threading.Event) -> Document:
    request = {"path": str(path.resolve()), "title": title, "limits": asdict(limits)}
    with tempfile.TemporaryFile() as errors, _start(errors) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        reader = threading.Thread(target=_pump, args=(process.stdout, lines.put, _most_output(limits)), daemon=True)
        reader.start()
        try:
            with suppress(OSError):  # it died at once; its exit status tells
                os.write(process.stdin.fileno(), json.dumps(request).encode("ascii") + b"\n")
            document = _collect(process, lines, limits, progress, cancelled)
        finally:
            process.kill()
            reader.join()
        if document is None:
            errors.seek(0)
            tail = errors.read()[-2000:].decode("utf-8", "replace")
            _LOGGER.warning("the child that read %s ended with status %s: %s", path.name, process.wait(), tail)
            raise LoadingFailed("读这个文件的程序中途退出了，文件可能已经损坏。", "请另存一份再传；如果还是不行，请把日志发给维护者。")
        return document


def _start(errors: IO[bytes]) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name.upper() in _INHERITED}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_SOURCE_ROOT), environment.get("PYTHONPATH"))))
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    process = subprocess.Popen(
        # -P: a file called json.py in the working directory is not imported.
        [sys.executable, "-P", "-X", "utf8", "-m", "kb.loading.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env=environment,
        creationflags=flags,
    )
    if sys.platform != "win32":
        with suppress(psutil.Error):
            psutil.Process(process.pid).nice(_NICENESS)
    return process


def _pump(stream: IO[bytes], put: Callable[[bytes], None], most: int) -> None:
    received = 0
    for line in stream:
        received += len(line)
        if received > most:
            put(_TOO_MUCH)
            return
        put(line)
    put(b"")


def _collect(
    process: subprocess.Popen[bytes],
    lines: queue.SimpleQueue[bytes],
    limits: LoadingLimits,
    progress: Progress,
    cancelled: threading.Event,
) -> Document | None:
    """What the child sends; None if it ended without saying how.

    Raises:
        LoadingFailed: it said so, or passed a bound.
    """
    deadline = time.monotonic() + limits.seconds
    watched = psutil.Process(process.pid)
    sections: list[Section] = []
    looked = 0.0
    while True:
        now = time.monotonic()
        if now >= deadline:
            raise limits.exceeded("seconds", "读这个文件花的时间太长")
        if now - looked >= _WATCH_INTERVAL:
            looked = now
            if cancelled.is_set():
                raise asyncio.CancelledError
            with suppress(psutil.Error):
                if watched.memory_info().rss > limits.memory_mb * MEGABYTE:
                    raise limits.exceeded("memory_mb", "读这个文件占用的内存太多")
        try:
            line = lines.get(timeout=min(_WATCH_INTERVAL, deadline - now))
        except queue.Empty:
            continue
        if not line:
            return None
        if line == _TOO_MUCH:
            raise limits.exceeded("file_mb", "这个文件里的文字太多")
        message: dict[str, Any] = json.loads(line)
        if "page" in message:
            progress(message["page"], message["pages"])
        elif "section" in message:
            fields = message["section"]
            sections.append(Section(tuple(fields["path"]), fields["text"], fields["page"], fields["anchor"]))
        elif "failed" in message:
            raise LoadingFailed(message["failed"]["happened"], message["failed"]["next_step"])
        else:
            return Document(sections=sections, **message["document"])


def _most_output(limits: LoadingLimits) -> int:
    """Bytes of JSON that text of `file_mb` may take: a Chinese character has three bytes in a file, six as an escape."""
    return 2 * limits.file_mb * MEGABYTE
