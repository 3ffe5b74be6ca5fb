"""The steps around the tools, without the tools: what is refused before anything is loaded, and what a killed caller leaves behind."""

import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path
from typing import Any

import pytest

from engine.errors import TrainingError
from engine.exams import Exam
from tests.unit.training.fake_server import FakeServer
from tests.wire.running import PROJECT, free_port
from training import environments, memory, serve
from training.configuration import DROP, changes
from training.convert import convert
from training.data.making import make_data
from training.environments import Environment
from training.finetune import finetune
from training.inside import configuration as inside_configuration
from training.inside.configuration import flat
from training.inside.finetune import checkpoints, last_checkpoint, losses
from training.merge import merge
from training.processes import run_inside
from training.quantise import quantise
from training.settings import FinetuneSettings, TrainingSettings
from training.workspace import Workspace

SEVEN_B = {
    "architectures": ["InternLM2ForCausalLM"], "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32,
    "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 92544,
}  # fmt: skip
"""The figures of internlm2-chat-7b's config.json."""


@pytest.fixture
def here() -> Environment:
    """This very Python, as if it were a tool's environment."""
    return Environment("here", Path(sys.prefix), environments.REQUIREMENTS / "xtuner-cpu.txt")


@pytest.fixture
def workspace(tiny: Exam, tmp_path: Path) -> Workspace:
    return Workspace(tiny, TrainingSettings(base=tmp_path / "base", device="cpu"), tmp_path / "home")


def _base(folder: Path, **changed: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(SEVEN_B | changed), encoding="utf-8")
    return folder


def test_the_size_of_a_model_is_read_from_its_configuration(tmp_path: Path) -> None:
    shape = memory.read_shape(_base(tmp_path))
    assert shape.weights == pytest.approx(7.74e9, rel=0.01), "internlm2-chat-7b has 7.74 billion weights"


def test_a_7b_fits_into_24_gb_and_not_into_8(tmp_path: Path) -> None:
    needed = sum(memory.finetune_bytes(memory.read_shape(_base(tmp_path)), TrainingSettings()).values())
    assert 13e9 < needed < 20e9
    memory.require_memory(needed, "cuda", "微调", "", free=23.5e9)
    with pytest.raises(TrainingError, match=r"大约需要 1\d\.\d GB 显存，现在只有 8\.0 GB 空闲，所以没有开始"):
        memory.require_memory(needed, "cuda", "微调", "", free=8e9)


def test_longer_rows_and_more_rank_need_more(tmp_path: Path) -> None:
    shape = memory.read_shape(_base(tmp_path))

    def needed(**told: Any) -> float:
        return sum(memory.finetune_bytes(shape, TrainingSettings(finetune=FinetuneSettings(**told))).values())

    assert needed(max_length=1024) < needed() < needed(max_length=4096)
    assert needed(lora_rank=8) < needed() < needed(batch_size=2)


def test_another_architecture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="LlamaForCausalLM"):
        memory.read_shape(_base(tmp_path, architectures=["LlamaForCausalLM"]))
    with pytest.raises(TrainingError, match="没有可用的模型"):
        memory.read_shape(tmp_path / "nothing")


@pytest.mark.parametrize(("step", "first"), [(finetune, "data"), (convert, "finetune"), (merge, "convert"), (quantise, "merge")])
def test_a_step_without_its_input_names_the_step_to_run_first(workspace: Workspace, step: Any, first: str) -> None:
    with pytest.raises(TrainingError, match=f"shangan train {first} --exam tiny"):
        step(workspace)


def test_a_step_without_its_environment_says_how_to_build_it(workspace: Workspace) -> None:
    make_data(workspace)
    with pytest.raises(TrainingError, match="shangan train environment xtuner --cpu"):
        finetune(workspace)


def test_not_enough_memory_is_said_before_anything_is_loaded(
    workspace: Workspace, here: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_data(workspace)
    _base(workspace.settings.base)
    monkeypatch.setattr(environments, "require", lambda *_: here)
    monkeypatch.setattr(memory, "free_memory", lambda _: 4e9)
    with pytest.raises(TrainingError, match=r"现在只有 4\.0 GB 空闲，所以没有开始，什么也没有加载"):
        finetune(workspace)
    assert not list(workspace.folder.glob(".finetuned.part"))


def test_every_pin_of_an_environment_is_exact() -> None:
    for path in sorted(environments.REQUIREMENTS.glob("*.in")):
        lines = path.with_suffix(".txt").read_text(encoding="utf-8").split("\n")
        loose = [line for line in lines if line and "==" not in line]
        assert not loose, f"{path.stem}: {loose}"
    cpu = environments.environment(Path("home"), "xtuner", "cpu").versions()
    gpu = environments.environment(Path("home"), "xtuner", "cuda").versions()
    assert cpu["xtuner"] == gpu["xtuner"] == "0.2.0" and cpu["transformers"] == gpu["transformers"] == "4.48.0"
    assert gpu["bitsandbytes"] == "0.45.0" and gpu["torch"] == "2.5.1"
    assert environments.environment(Path("home"), "lmdeploy", "cuda").versions()["transformers"] == "4.57.6"


@pytest.mark.parametrize(("device", "torch"), [("cpu", ["torch==2.13.0+cpu"]), ("cuda", None)])
def test_an_environment_is_installed_without_resolving_and_in_an_order_that_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, device: environments.Device, torch: list[str] | None
) -> None:
    """For a CPU torch's build without CUDA is asked for by name; deepspeed, which looks for torch, comes last."""
    wanted = environments.environment(tmp_path, "xtuner", device)
    called: list[list[str]] = []

    def pip(command: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
        called.append(command[command.index("--no-deps") + 1 :])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(venv, "create", lambda *_, **__: None)
    monkeypatch.setattr(subprocess, "run", pip)
    assert environments.build(wanted, lambda _: None)
    first = Path(called[0][1]).read_text(encoding="utf-8").split()
    assert called[0][0] == "--requirement" and called[-1] == ["--no-build-isolation", "deepspeed==0.16.2"]
    assert called[1:-1] == ([torch] if torch else [])
    assert ("torch==2.5.1" in first) == (device == "cuda")
    assert len(first) + len(called) - 1 == len(wanted.versions())


def test_a_half_built_environment_is_not_taken_for_a_built_one(tmp_path: Path) -> None:
    wanted = environments.environment(tmp_path, "lmdeploy", "cpu")
    wanted.python.parent.mkdir(parents=True)
    wanted.python.touch()
    assert not wanted.is_built
    (wanted.folder / ".shangan-installed").write_text("of older requirements", encoding="ascii")
    assert not wanted.is_built


def test_the_changes_are_the_seeds_and_the_exam_s_data() -> None:
    """max_length 2048, 12 epochs, evaluation every 90, a JSON file, no map function; nothing of the model or the optimiser on a GPU."""
    changed = changes(TrainingSettings(), base=Path("/base"), rows=Path("/rows.jsonl"), system="你是{上岸}", questions=["一？"])
    expected = {
        "max_length": 2048, "max_epochs": 12, "train_cfg.max_epochs": 12, "evaluation_freq": 90, "custom_hooks.1.every_n_iters": 90,
        "batch_size": 1, "accumulative_counts": 16, "lr": 2e-4, "model.lora.r": 64, "model.lora.lora_alpha": 16, "model.lora.lora_dropout": 0.1,
        "train_dataset.dataset.path": "json", "train_dataset.dataset_map_fn": None, "train_dataloader.dataset.dataset_map_fn": None,
        "custom_hooks.1.evaluation_inputs": ["一？"], "custom_hooks.1.system": "你是{{上岸}}", "SYSTEM": "你是{上岸}",
    }  # fmt: skip
    assert {field: changed[field] for field in expected} == expected
    assert not any(field.startswith(("model.llm.quantization", "optim_wrapper.type", "env_cfg")) for field in changed)
    assert DROP == inside_configuration.DROP


def test_a_configuration_is_compared_field_by_field() -> None:
    assert flat({"a": {"b": 1}, "hooks": [{"type": "x"}, {"every": 2}], "betas": (0.9, 0.999), "none": None}) == {
        "a.b": 1,
        "hooks.0.type": "x",
        "hooks.1.every": 2,
        "betas": [0.9, 0.999],
        "none": None,
    }


def test_only_a_checkpoint_that_was_written_to_its_end_is_gone_on_from(tmp_path: Path) -> None:
    for name in ("iter_90.pth", "iter_180.pth", "iter_1000.pth"):
        (tmp_path / name).touch()
    assert last_checkpoint(tmp_path) is None
    (tmp_path / "last_checkpoint").write_text("/somewhere/else/iter_180.pth", encoding="utf-8")
    assert last_checkpoint(tmp_path) == tmp_path / "iter_180.pth"
    assert [path.name for path in checkpoints(tmp_path)] == ["iter_90.pth", "iter_180.pth", "iter_1000.pth"]


def test_losses_of_several_runs_count_once(tmp_path: Path) -> None:
    for run, lines in {"1": [(10, 5.0), (20, 4.0)], "2": [(20, 3.9), (30, 3.0)]}.items():
        folder = tmp_path / run / "vis_data"
        folder.mkdir(parents=True)
        (folder / "scalars.json").write_text("\n".join(json.dumps({"loss": loss, "step": step}) for step, loss in lines), encoding="utf-8")
    assert losses(tmp_path) == [{"iteration": 10, "loss": 5.0}, {"iteration": 20, "loss": 3.9}, {"iteration": 30, "loss": 3.0}]


def test_a_tool_answers_and_its_progress_is_told(workspace: Workspace, here: Environment, tmp_path: Path) -> None:
    told: list[str] = []
    speaking = Workspace(workspace.exam, workspace.settings, workspace.home, told.append)
    request = {"pid": str(tmp_path / "pid"), "seconds": 0, "fail": False}
    answer = run_inside(here, "tests.unit.training.slow_tool", request, workspace=speaking, work=tmp_path / "work", what="试一下")
    assert answer == {"done": True, "offline": "1"}
    assert told == ["第 10/100 步，loss 2.5，还要 0:01:30"]


def test_a_tool_that_fails_is_reported_with_the_end_of_its_output(workspace: Workspace, here: Environment, tmp_path: Path) -> None:
    request = {"pid": str(tmp_path / "pid"), "seconds": 0, "fail": True}
    with pytest.raises(TrainingError, match="CUDA out of memory") as caught:
        run_inside(here, "tests.unit.training.slow_tool", request, workspace=workspace, work=tmp_path / "work", what="微调")
    assert "没有发布任何东西" in str(caught.value) and "slow_tool.log" in str(caught.value)


_CALLER = """
import sys
from pathlib import Path
from engine.exams import load_exam
from training.environments import REQUIREMENTS, Environment
from training.processes import run_inside
from training.settings import TrainingSettings
from training.workspace import Workspace
folder = Path(sys.argv[1])
workspace = Workspace(load_exam(Path(sys.argv[2])), TrainingSettings(), folder)
here = Environment("here", Path(sys.prefix), REQUIREMENTS / "xtuner-cpu.txt")
request = {"pid": str(folder / "pid"), "seconds": 60, "fail": False}
run_inside(here, "tests.unit.training.slow_tool", request, workspace=workspace, work=folder / "work", what="x")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_tool_ends_when_its_caller_is_killed(tiny: Exam, tmp_path: Path) -> None:
    """Otherwise it would go on writing into a folder that the next run makes anew."""
    caller = subprocess.Popen([sys.executable, "-c", _CALLER, str(tmp_path), str(tiny.folder)], cwd=PROJECT)
    try:
        tool = int(_eventually(lambda: (tmp_path / "pid").read_text(encoding="utf-8")))
        caller.send_signal(signal.SIGKILL)
    finally:
        caller.kill()
        caller.wait()
    _eventually(lambda: "ended" if not _is_running(tool) else "")


def _eventually(look: Any, seconds: float = 30) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := look():
                return str(found)
        except OSError:
            pass
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/status")
    return not (status.exists() and "State:\tZ" in status.read_text(encoding="utf-8"))


@pytest.fixture
def served() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), FakeServer) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}/v1"
        http.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("answer", "fault"),
    [("我是上岸。", ""), ("我是上岸。<|im_end|>", ""), ("我是上岸。<|im_end|>\n<|im_start|>user\n你好", "停不下来"), ("  ", "是空的")],
)
def test_a_running_server_is_asked_once(served: str, monkeypatch: pytest.MonkeyPatch, answer: str, fault: str) -> None:
    monkeypatch.setattr(FakeServer, "answer", answer)
    if fault:
        with pytest.raises(TrainingError, match=fault):
            serve.check_server(served, "internlm2")
    else:
        assert serve.check_server(served, "internlm2") == answer


def test_a_server_without_the_model_or_none_at_all_is_reported(served: str) -> None:
    with pytest.raises(TrainingError, match="没有模型 other，有的是：internlm2"):
        serve.check_server(served, "other")
    with pytest.raises(TrainingError, match="没有按 OpenAI 接口回答"):
        serve.check_server("http://127.0.0.1:1/v1", "internlm2")


def _served_by(monkeypatch: pytest.MonkeyPatch, answer: str) -> int:
    """Have `serve` start a stand-in for lmdeploy, which needs a GPU; returns its port."""
    port = free_port()
    command = (sys.executable, "-m", "tests.unit.training.fake_server", str(port), answer)
    monkeypatch.setattr(serve, "check_model", lambda _: {"faults": []})
    monkeypatch.setattr(serve, "server", lambda _: serve.Server(command, f"http://127.0.0.1:{port}/v1", "internlm2"))
    return port


def test_a_server_counts_as_started_when_it_has_answered(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    port = _served_by(monkeypatch, "我是上岸。")
    assert serve.serve(Workspace(workspace.exam, workspace.settings, workspace.home, told.append)) == 0
    assert f"已经上线：http://127.0.0.1:{port}/v1，模型名 internlm2。它说：我是上岸。" in told
    assert told[-1].endswith(f"SHANGAN_MODEL=openai SHANGAN_MODEL_URL=http://127.0.0.1:{port}/v1 SHANGAN_MODEL_NAME=internlm2 make run")


def test_a_server_that_answers_wrong_is_stopped(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    port = _served_by(monkeypatch, "停不下来<|im_end|>\n<|im_start|>user\n")
    with pytest.raises(TrainingError, match="对话模板或停止词不对"):
        serve.serve(workspace)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_a_server_that_cannot_start_is_reported(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    _served_by(monkeypatch, "")
    with pytest.raises(TrainingError, match="退出码 3"):
        serve.serve(workspace)


def test_the_server_s_command_says_what_turbomind_needs(workspace: Workspace) -> None:
    words = serve.server(workspace).command
    pairs = dict(itertools.pairwise(words))
    assert (pairs["--backend"], pairs["--model-format"], pairs["--quant-policy"]) == ("turbomind", "awq", "8")
    assert pairs["--server-name"] == "127.0.0.1" and "--trust-remote-code" in words and "--enable-prefix-caching" in words
