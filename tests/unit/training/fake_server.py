"""As much of lmdeploy's api_server as is asked of it: `fake_server PORT ANSWER`, where an empty answer means that it cannot start.

It ends, as when a person presses Ctrl-C, once it has answered a question.
"""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer


class FakeServer(BaseHTTPRequestHandler):
    """Lists one model, and always gives the same answer."""

    answer = "我是上岸。"

    def do_GET(self) -> None:
        self._send({"data": [{"id": "internlm2"}]})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._send({"choices": [{"message": {"content": self.answer}}]})

    def _send(self, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _AnsweringOnce(FakeServer):
    def do_POST(self) -> None:
        super().do_POST()
        if "停不下来" not in self.answer:
            threading.Thread(target=self.server.shutdown).start()


if __name__ == "__main__":
    _, port, _AnsweringOnce.answer = sys.argv
    if not _AnsweringOnce.answer:
        sys.exit(3)
    with HTTPServer(("127.0.0.1", int(port)), _AnsweringOnce) as http:
        http.serve_forever()
