"""Embedding many passages in a child process of low priority, so that a book being added does not slow the conversation down. `EmbeddingProcess` is the
parent's side; run as `python -m kb.embedding.worker SPEC MODEL_DIR`, this module is the child. Which passages, and where the vectors
go, is left to the caller.

The two speak over the child's stdin and stdout in frames, each four bytes of length (big-endian) and as many bytes of content. The child opens
with a JSON object, {"name", "dimension"} or {"unavailable"}. Then, for each frame with a JSON array of texts, it answers one with their
vectors: float32, little-endian, row after row. It ends when its stdin does, so that it never outlives its parent, however that died.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from kb.embedding.choose import open_embedder
from kb.embedding.protocol import EmbedderUnavailable, EmbeddingFailed

_LENGTH = struct.Struct(">I")
_TEXTS_IN_A_FRAME = 64
_LAST_WORDS_BYTES = 4000
_LAST_WORDS_LINES = 5
_SECONDS_TO_END = 5.0
_NICENESS = 10


class EmbeddingProcess:
    """A child process that embeds passages. Use it as an asynchronous context; calls from several tasks take turns.

    A child that died is started again by the next call, unless it would now be another embedder.

    Attributes:
        name, dimension: the embedder's, as in `Embedder`; known once the context is entered.
    """

    name: str
    dimension: int

    def __init__(self, spec: str, model_dir: Path) -> None:
        """`spec` and `model_dir` as in `open_embedder`. Nothing is started yet."""
        self._spec = spec
        self._model_dir = model_dir
        self._child: _Child | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> EmbeddingProcess:
        """Start the child.

        Raises:
            EmbedderUnavailable: the embedder cannot be had; the message says what to do.
            EmbeddingFailed: the child died before it was ready.
        """
        async with self._turn:
            await self._ready()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._child is not None:
            await self._child.end()
            self._child = None

    async def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of `texts`, float32 of shape (len(texts), dimension), L2-normalised.

        Raises:
            EmbeddingFailed: the child died meanwhile; its last words are in the message. Nothing was kept; calling again starts another.
            EmbedderUnavailable: another child was needed, and cannot be had.
        """
        async with self._turn:
            child = await self._ready()
            parts = [np.empty((0, self.dimension), dtype=np.float32)]
            try:
                for first in range(0, len(texts), _TEXTS_IN_A_FRAME):
                    answer = await child.ask(json.dumps(list(texts[first : first + _TEXTS_IN_A_FRAME])).encode("ascii"))
                    parts.append(np.frombuffer(answer, dtype="<f4").reshape(-1, self.dimension))
            except BaseException:
                # Cancelled as well: an answer that nobody waits for any more would be taken for the next one.
                self._child = None
                await child.end(at_once=True)
                raise
            return np.concatenate(parts)

    async def _ready(self) -> _Child:
        if self._child is not None and self._child.alive:
            return self._child
        if self._child is not None:
            await self._child.end(at_once=True)
            self._child = None
        child = await _Child.start(self._spec, self._model_dir)
        try:
            opening = json.loads(await child.hear())
            if "unavailable" in opening:
                raise EmbedderUnavailable(str(opening["unavailable"]))
            name, dimension = str(opening["name"]), int(opening["dimension"])
            if getattr(self, "name", name) != name:
                raise EmbedderUnavailable(f"向量模型已从 {self.name} 变成 {name}，两者的向量不能混用。请重建索引后再添加。")
        except BaseException:
            await child.end(at_once=True)
            raise
        self.name, self.dimension = name, dimension
        self._child = child
        return child


class _Child:
    """The process, its two pipes, and the end of what it wrote to stderr."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._last_words = bytearray()
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls, spec: str, model_dir: Path) -> _Child:
        # The child finds this package wherever the parent found it, installed or not.
        search = [str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "kb.embedding.worker",
            spec,
            str(model_dir),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, search)), "PYTHONIOENCODING": "utf-8", "MALLOC_ARENA_MAX": "2"},
            creationflags=_low_priority_flags(),
        )
        return cls(process)

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def _listen(self) -> None:
        assert self._process.stderr is not None
        while part := await self._process.stderr.read(_LAST_WORDS_BYTES):
            self._last_words += part
            del self._last_words[:-_LAST_WORDS_BYTES]

    async def ask(self, content: bytes) -> bytes:
        assert self._process.stdin is not None
        # A pipe that breaks here leaves no answer to be heard either, and that is where the failure is reported.
        with contextlib.suppress(ConnectionError):
            self._process.stdin.write(_LENGTH.pack(len(content)) + content)
            await self._process.stdin.drain()
        return await self.hear()

    async def hear(self) -> bytes:
        assert self._process.stdout is not None
        try:
            (length,) = _LENGTH.unpack(await self._process.stdout.readexactly(_LENGTH.size))
            return await self._process.stdout.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError) as broken:
            # Not at once: killing a process that is just dying may take its exit code away from whoever waits for it.
            await self.end()
            lines = self._last_words.decode("utf-8", "replace").strip().splitlines()[-_LAST_WORDS_LINES:]
            code = self._process.returncode
            raise EmbeddingFailed("\n".join([f"向量计算进程意外退出（代码 {code}），这一批没有保存，可以重试。", *lines])) from broken

    async def end(self, at_once: bool = False) -> None:
        """Close the child's stdin and wait for its end; kill it when it takes too long, or `at_once`."""
        assert self._process.stdin is not None
        if at_once and self.alive:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
        self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), _SECONDS_TO_END)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        await self._listening


def _low_priority_flags() -> int:
    if sys.platform == "win32":
        return subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
    return 0


def _read(size: int) -> bytes:
    """`size` bytes of stdin, fewer at its end. Not through `sys.stdin`, whose lock, held by a waiting thread, stops the interpreter from ending."""
    content = bytearray()
    while len(content) < size and (part := os.read(0, size - len(content))):
        content += part
    return bytes(content)


def _read_frame() -> bytes | None:
    """The next frame's content; None at the end, be it in the middle of a frame."""
    head = _read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = _read(length)
    return content if len(content) == length else None


def _write_frame(pipe: BinaryIO, content: bytes) -> None:
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def _read_until_the_end(requests: queue.SimpleQueue[bytes]) -> None:
    while (content := _read_frame()) is not None:
        requests.put(content)
    # Not `sys.exit`: the main thread may be in the middle of a long batch that nobody waits for.
    os._exit(0)


def main(arguments: Sequence[str]) -> int:
    """The child. `arguments`: spec and model_dir of `open_embedder`."""
    spec, model_dir = arguments
    if sys.platform != "win32":
        os.nice(_NICENESS)
    # Ctrl+C in a terminal reaches the whole group; the parent ends this process by closing its stdin.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever a library prints must not get between the frames.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read_until_the_end, args=(requests,), daemon=True).start()
    try:
        embedder = open_embedder(spec, Path(model_dir))
    except EmbedderUnavailable as unavailable:
        _write_frame(answers, json.dumps({"unavailable": str(unavailable)}).encode("ascii"))
        return 0
    _write_frame(answers, json.dumps({"name": embedder.name, "dimension": embedder.dimension}).encode("ascii"))
    while True:
        texts = json.loads(requests.get())
        _write_frame(answers, np.ascontiguousarray(embedder.passages(texts), dtype="<f4").tobytes())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
