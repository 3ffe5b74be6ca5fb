"""How a step speaks with what it runs in another environment: a JSON file in, a JSON file out, and an end when the caller ends."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any


def read_request() -> dict[str, Any]:
    """The request named on the command line. From now on this process ends when its caller does, even when that is killed."""
    threading.Thread(target=_end_with_caller, daemon=True).start()
    request: dict[str, Any] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.argv = sys.argv[:1]
    return request


def write_result(request: dict[str, Any], result: object) -> None:
    """Answer; the file appears whole or not at all."""
    path = Path(request["result"])
    beside = path.with_name(path.name + ".new")
    beside.write_text(json.dumps(result, ensure_ascii=False, indent=2), encoding="utf-8")
    beside.replace(path)


def _end_with_caller() -> None:
    """The caller holds the other end of standard input and writes nothing: the end of the file is the caller's end."""
    try:
        while os.read(0, 4096):  # not sys.stdin, whose lock a daemon thread would hold at the end
            pass
    except OSError:
        pass
    if os.name == "posix" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # with whatever the tool has started
    os._exit(86)
