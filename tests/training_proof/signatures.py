"""Our calls into lmdeploy's TurboMind, held against the real package's signatures: they cannot be run without a GPU."""

from __future__ import annotations

import inspect
import shlex
from dataclasses import fields
from typing import Any

from training.inside.request import read_request, write_result


def main() -> None:
    """Report every call that the installed lmdeploy would not take."""
    request = read_request()
    import lmdeploy
    from lmdeploy.cli.cli import CLI
    from lmdeploy.cli.serve import SubCliServe
    from lmdeploy.serve.core import AsyncEngine
    from lmdeploy.serve.managers import SessionManager

    faults: list[str] = []

    def takes(function: Any, *arguments: str, **named: object) -> None:
        try:
            inspect.signature(function).bind(*arguments, **named)
        except TypeError as error:
            faults.append(f"{function.__qualname__}: {error}")

    # engine/models/turbomind.py, call by call
    settings = {"model_format", "session_len", "cache_max_entry_count", "enable_prefix_caching", "quant_policy"}
    if missing := settings - {field.name for field in fields(lmdeploy.TurbomindEngineConfig)}:
        faults.append(f"TurbomindEngineConfig lacks {sorted(missing)}")
    if missing := {"max_new_tokens", "temperature", "do_sample", "stop_words"} - {
        field.name for field in fields(lmdeploy.GenerationConfig)
    }:
        faults.append(f"GenerationConfig lacks {sorted(missing)}")
    takes(AsyncEngine.__init__, "self", "path", backend="turbomind", backend_config=None, trust_remote_code=True)
    takes(AsyncEngine.start_loop, "self", "loop", use_async_api=True)
    takes(AsyncEngine.preprocess, "self", [], session_id=1, gen_config=None)  # type: ignore[arg-type]
    takes(AsyncEngine.generate, "self", "request", stream_response=True)
    takes(SessionManager.get, "self")
    session = SessionManager().get()
    if not inspect.iscoroutinefunction(session.async_abort):
        faults.append("Session.async_abort is no coroutine function")
    if not hasattr(session, "session_id"):
        faults.append("Session has no session_id")

    # the command of `shangan train serve`, read by lmdeploy's own parser
    CLI.add_parsers()
    SubCliServe.add_parsers()
    words = shlex.split(request["command"])
    parsed = vars(CLI.parser.parse_args(words[words.index("lmdeploy") + 1 :]))
    wanted = {"model_path": request["folder"], "backend": "turbomind", "model_format": "awq", "trust_remote_code": True}
    faults += [f"the parser reads {name} as {parsed.get(name)!r}" for name, value in wanted.items() if parsed.get(name) != value]
    shown = {name: parsed[name] for name in ("model_format", "enable_prefix_caching", "session_len", "quant_policy", "server_port")}
    write_result(request, {"faults": faults, "parsed": shown})


if __name__ == "__main__":
    main()
