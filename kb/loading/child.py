"""The child process that reads one file: `python -m kb.loading.child`, started by `kb.loading.process` and of no use by hand.

One line of JSON comes in on standard input: `{"path", "title", "limits"}`; the input then stays open as long as the parent lives. Lines of
JSON go out on standard output: `{"page", "pages"}` while reading, `{"section": {...}}` for each section, and last `{"document": {...}}`, or
`{"failed": {...}}`.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kb.loading import LoadingFailed, LoadingLimits, load

ORPHANED = 3
"""Exit status when the parent has gone."""


def main() -> None:
    """Read the file that is asked for and write what it holds."""
    request = json.loads(_read_line())
    threading.Thread(target=_exit_with_parent, daemon=True).start()
    try:
        document = load(Path(request["path"]), request["title"], LoadingLimits(**request["limits"]), _report_progress)
    except LoadingFailed as error:
        _write({"failed": {"happened": error.happened, "next_step": error.next_step}})
        return
    for section in document.sections:
        _write({"section": asdict(section)})
    _write({"document": {"title": document.title, "format": document.format, "pages": document.pages, "warnings": document.warnings}})


def _read_line() -> bytes:
    # Not `sys.stdin`: a thread that waits in its buffer keeps the interpreter from shutting down cleanly.
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 4096)
        if not byte:
            break
        line += byte
    return line


def _exit_with_parent() -> None:
    while os.read(0, 4096):
        pass
    os._exit(ORPHANED)


def _report_progress(done: int, total: int) -> None:
    _write({"page": done, "pages": total})


def _write(message: dict[str, Any]) -> None:
    # ASCII only: a lone surrogate in a file must not break the pipe's encoding.
    sys.stdout.buffer.write(json.dumps(message).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
