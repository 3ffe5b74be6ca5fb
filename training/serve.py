"""Serving: the quantised model behind lmdeploy's api_server on TurboMind, checked before and after it starts.

What must hold, and goes wrong silently otherwise: TurboMind can run here (lmdeploy falls back to another engine without a word), the
tokenizer's chat template is the one of training, and `<|im_end|>` ends an answer.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import Any

import httpx

from engine.errors import TrainingError
from training import environments
from training.processes import PROJECT, run_inside
from training.publishing import require_whole
from training.workspace import Workspace

TURN_END = "<|im_end|>"
START_SECONDS = 600.0
"""Until a 7B answers: weights are read from the disk and their kernels tuned."""


@dataclass(frozen=True)
class Server:
    """How the server is started and reached."""

    command: tuple[str, ...]
    url: str
    name: str


def server(workspace: Workspace) -> Server:
    """The command and address for the workspace's quantised model; nothing is checked or started."""
    told = workspace.settings.serve
    environment = environments.environment(workspace.home, "lmdeploy", workspace.settings.device)
    command = (
        str(environment.python), "-m", "lmdeploy", "serve", "api_server", str(workspace.quantised),
        "--backend", "turbomind",
        "--model-format", "awq",
        "--session-len", str(told.session_length),
        "--cache-max-entry-count", str(told.cache_share),
        "--enable-prefix-caching",
        "--quant-policy", str(told.cache_bits),
        "--model-name", told.name,
        "--server-name", told.host,
        "--server-port", str(told.port),
        "--trust-remote-code",
    )  # fmt: skip
    return Server(command, f"http://{told.host}:{told.port}/v1", told.name)


def check_model(workspace: Workspace, *, engine: bool = True) -> dict[str, Any]:
    """Look at the model, and with `engine` at whether TurboMind can run it here, in lmdeploy's own environment.

    Raises:
        TrainingError: the model is not whole, or would not be served as it was trained; the message names every fault.
    """
    require_whole(workspace.quantised, "quantise", workspace.command("quantise"))
    environment = environments.require(workspace.home, "lmdeploy", workspace.settings.device)
    work = workspace.folder / ".serve-check"
    request = {"folder": str(workspace.quantised), "engine": engine}
    found = run_inside(environment, "serve_check", request, workspace=workspace, work=work, what="上线前的检查")
    shutil.rmtree(work, ignore_errors=True)
    if found["faults"]:
        listed = "\n".join(f"  {fault}" for fault in found["faults"])
        raise TrainingError(f"还不能上线，没有启动：\n{listed}")
    return found


def check_server(url: str, name: str, *, seconds: float = 60.0) -> str:
    """Ask a running server one short question and return its answer.

    Raises:
        TrainingError: it does not list the model, does not answer, or its answer runs over its end.
    """
    with httpx.Client(base_url=url.rstrip("/"), timeout=seconds, trust_env=False) as client:
        try:
            known = [entry["id"] for entry in client.get("/models").raise_for_status().json()["data"]]
            if name not in known:
                raise TrainingError(f"{url} 上没有模型 {name}，有的是：{'、'.join(known)}。请看端口是不是被别的服务占了。")
            asked = {
                "model": name,
                "messages": [{"role": "user", "content": "你好，请用一句话介绍你自己。"}],
                "max_tokens": 128,
                "temperature": 0,
                "skip_special_tokens": False,
            }
            choice = client.post("/chat/completions", json=asked).raise_for_status().json()["choices"][0]
        except (httpx.HTTPError, KeyError, IndexError, ValueError) as error:
            raise TrainingError(f"{url} 没有按 OpenAI 接口回答（{type(error).__name__}：{error}）。请看 lmdeploy 的输出。") from None
    text = str(choice["message"]["content"] or "")
    if TURN_END in text.removesuffix(TURN_END) or "<|im_start|>" in text:
        raise TrainingError(f"模型说完了停不下来（回答里有 {TURN_END}），对话模板或停止词不对：{text[:80]}")
    if not text.strip():
        raise TrainingError("模型的回答是空的。请用 shangan train quantise 重新量化，或看 lmdeploy 的输出。")
    return text


def serve(workspace: Workspace) -> int:
    """Check, start, check again, and stay until the server ends; returns its exit code.

    Raises:
        TrainingError: a check failed; a server that was started is stopped.
    """
    check_model(workspace)
    wanted = server(workspace)
    workspace.say("正在启动：" + " ".join(wanted.command))
    process = subprocess.Popen(wanted.command, cwd=PROJECT)
    try:
        _wait(process, wanted.url)
        answer = check_server(wanted.url, wanted.name)
        workspace.say(f"已经上线：{wanted.url}，模型名 {wanted.name}。它说：{answer}")
        workspace.say(f"让机器人用它：SHANGAN_MODEL=openai SHANGAN_MODEL_URL={wanted.url} SHANGAN_MODEL_NAME={wanted.name} make run")
        return process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    """Until the server lists its models.

    Raises:
        TrainingError: it ended, or did not answer in time.
    """
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise TrainingError(f"lmdeploy 启动时退出了（退出码 {process.returncode}），原因见上面它的输出。")
        try:
            if httpx.get(f"{url}/models", timeout=5, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(1)
    raise TrainingError(f"lmdeploy 过了 {START_SECONDS:.0f} 秒还没有回应 {url}，已经停掉它。")
