"""Running a module of `inside/` in a tool's own environment, with its output in a log and its end tied to ours."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.errors import TrainingError
from training.environments import Environment
from training.workspace import Workspace

PROJECT = Path(__file__).resolve().parents[1]
_SHOWN_AT_THE_END = 12
_PROGRESS = re.compile(r"Iter\(train\) \[\s*(\d+)/(\d+)\].*?eta: (\S+).*?loss: (\S+)")
_NOTEWORTHY = re.compile(r"^(?:shangan: )(.+)")


def run_inside(
    environment: Environment, module: str, request: Mapping[str, Any], *, workspace: Workspace, work: Path, what: str
) -> dict[str, Any]:
    """Run `training.inside.<module>` and return what it answers.

    Args:
        module: a name in `inside/`, or a dotted one.
        request: JSON values; `result` is added.
        work: its working folder; caches are kept there and go with it.
        what: the step in a few words, for messages.

    Raises:
        TrainingError: it ended without an answer; the message shows the end of the log and where the whole of it is.
    """
    work.mkdir(parents=True, exist_ok=True)
    name = module.rpartition(".")[2]
    result = work / f"{name}.result.json"
    result.unlink(missing_ok=True)
    asked = work / f"{name}.request.json"
    asked.write_text(json.dumps({**request, "result": str(result)}, ensure_ascii=False, indent=2), encoding="utf-8")
    log = workspace.folder / "logs" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    tail: deque[str] = deque(maxlen=_SHOWN_AT_THE_END)
    command = [str(environment.python), "-m", module if "." in module else f"training.inside.{module}", str(asked)]
    # Standard input stays open and empty: its end tells the other side that we are gone, however we went.
    with log.open("a", encoding="utf-8") as file, subprocess.Popen(
        command, cwd=work, env=_variables(work), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace", start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        try:
            for line in process.stdout:
                file.write(line)
                file.flush()
                if line.strip():
                    tail.append(line.rstrip())
                _tell(line, workspace)
            code = process.wait()
        finally:
            _end(process)
    if code == 0 and result.is_file():
        answer: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
        asked.unlink()
        result.unlink()
        return answer
    shown = "\n".join(f"  {line}" for line in tail)
    raise TrainingError(
        f"{what}没有做完（退出码 {code}），没有发布任何东西，做好的步骤都还在。最后的输出：\n{shown}\n完整记录在 {log}。改好后再运行一次，会从能接上的地方继续。"
    )


def _end(process: subprocess.Popen[str]) -> None:
    """The tool, and what it has started."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _tell(line: str, workspace: Workspace) -> None:
    if progress := _PROGRESS.search(line):
        workspace.say(f"第 {progress[1]}/{progress[2]} 步，loss {progress[4]}，还要 {progress[3]}")
    elif noteworthy := _NOTEWORTHY.search(line):
        workspace.say(noteworthy[1])


def _variables(work: Path) -> dict[str, str]:
    """The environment: nothing is looked up on a hub, caches lie in the work folder, and no user's site-packages leak in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHANGAN_", "PYTHON"))}
    return kept | {
        "PYTHONPATH": str(PROJECT),
        "PYTHONNOUSERSITE": "1",
        "PYTHONUNBUFFERED": "1",
        "HF_HUB_OFFLINE": "1",
        "HF_DATASETS_OFFLINE": "1",
        "HF_DATASETS_CACHE": str(work / "cache" / "datasets"),
        "HF_MODULES_CACHE": str(work / "cache" / "modules"),
        "TOKENIZERS_PARALLELISM": "false",
        # One process on this machine: DeepSpeed asks MPI and the host's own address otherwise.
        "RANK": "0",
        "LOCAL_RANK": "0",
        "WORLD_SIZE": "1",
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(_free_port()),
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
