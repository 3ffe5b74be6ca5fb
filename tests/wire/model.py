"""A fake of an OpenAI-compatible chat endpoint that streams where it is asked to, written from the protocol.

It answers with the text handed to it and keeps every request. By hand: `python -m tests.wire.model "快表缓存页表项[1]。"`.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class FakeModel(ThreadingHTTPServer):
    """The endpoint. `status` other than 200 is answered with an error; `requests` are the bodies that came in; `delay` seconds pass before it begins."""

    daemon_threads = True

    def __init__(self, answer: str, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.answer = answer
        self.status = 200
        self.delay = 0.0
        self.requests: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        """What `SHANGAN_MODEL_URL` should be."""
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: FakeModel

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append(body)
        time.sleep(self.server.delay)
        if self.server.status != 200:
            self.send_response(self.server.status)
            self.end_headers()
            self.wfile.write(b'{"error": {"message": "overloaded"}}')
            return
        if not body.get("stream"):
            self._whole()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for start in range(0, len(self.server.answer), 5):
            self._event({"delta": {"role": "assistant", "content": self.server.answer[start : start + 5]}, "finish_reason": None})
        self._event({"delta": {}, "finish_reason": "stop"})
        self.wfile.write(b"data: [DONE]\n\n")

    def _whole(self) -> None:
        choice = {"index": 0, "message": {"role": "assistant", "content": self.server.answer}, "finish_reason": "stop"}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        answer = {"id": "x", "object": "chat.completion", "created": 0, "model": "fake", "choices": [choice], "usage": usage}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _event(self, choice: dict[str, Any]) -> None:
        chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "fake", "choices": [{"index": 0, **choice}]}
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextlib.contextmanager
def fake_model(answer: str) -> Iterator[FakeModel]:
    """A running endpoint."""
    server = FakeModel(answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    with fake_model(sys.argv[1] if len(sys.argv) > 1 else "书里没有[1]。") as running:
        sys.stdout.write(f"SHANGAN_MODEL=openai SHANGAN_MODEL_NAME=fake SHANGAN_MODEL_URL={running.url}\n")
        threading.Event().wait()
