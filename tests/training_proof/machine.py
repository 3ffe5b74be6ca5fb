"""A machine on which the chapter of the documentation is followed: its folders, its commands, and their sudden ends."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from tests import tool_environments
from tests.wire.running import PROJECT

SETTINGS = """
base = "{base}"
device = "cpu"

[data]
generated = 0
identity = ["identity.jsonl"]

[finetune]
max_length = 640
epochs = {epochs}
accumulate = 2
learning_rate = 0.01
lora_rank = 8
checkpoints = {checkpoints}
evaluation_every = 10000
deepspeed = {deepspeed}

[quantise]
samples = 8
length = 256
"""


FOLDERS = {"finetune": "finetuned", "convert": "adapter", "merge": "merged", "quantise": "quantised"}


class Machine:
    """A machine with the tools' environments and a tiny base model.

    Attributes:
        ran: every command of `shangan train` that was run, as words.
        seconds: what a command took when it was run for the first time.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.base = home / "models" / "tiny"
        self.seconds: dict[str, float] = {}
        self.ran: list[tuple[str, ...]] = []
        self.figures: dict[str, Any] = {}
        built = tool_environments.folder()
        built.mkdir(parents=True, exist_ok=True)
        (home / "environments").symlink_to(built)
        # A part of the exam, so that the proof takes minutes: one file of questions, one chapter of notes.
        self.exam = home / "exams" / "408"
        for name in ("exam.toml", "questions/os-1.jsonl", "notes/os/1-intro.md", "training/identity.jsonl"):
            (self.exam / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / "data" / "exams" / "408" / name, self.exam / name)

    def tell(self, **told: object) -> None:
        """Write the exam's settings of training."""
        (self.exam / "training" / "settings.toml").write_text(SETTINGS.format(base=self.base, **told), encoding="utf-8")

    def result(self, step: str) -> Path:
        """The folder in which a step publishes."""
        return self.home / "training" / "408" / FOLDERS[step]

    @property
    def variables(self) -> dict[str, str]:
        return {
            **os.environ,
            "SHANGAN_HOME": str(self.home),
            "SHANGAN_EXAMS": str(self.exam.parent),
            "SHANGAN_EXAM": "408",
            "OMP_NUM_THREADS": "1",
        }

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        self.ran.append(arguments)
        command = [sys.executable, "-m", "bot", "train", *arguments]
        return subprocess.Popen(
            command, cwd=PROJECT, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    def run(self, *arguments: str, code: int = 0, label: str = "") -> str:
        """Run a command of the documentation; its output."""
        started = time.monotonic()
        process = self.start(*arguments)
        out, err = process.communicate()
        self.seconds.setdefault(label or " ".join(arguments[:2]), round(time.monotonic() - started, 1))
        assert process.returncode == code, (
            f"shangan train {' '.join(arguments)} ended with {process.returncode}:\n{out[-3000:]}\n{err[-6000:]}"
        )
        return out + err

    def step(self, name: str, *arguments: str, label: str = "") -> dict[str, Any]:
        """Run a step and return its manifest."""
        out = self.run(name, *arguments, "--json", label=label or name)
        manifest: dict[str, Any] = json.loads(out[out.index("{") : out.rindex("}") + 1])
        self.figures.setdefault(label or name, manifest["figures"])
        return manifest

    def interrupt(self, step: str, moment: float, victim: Callable[[psutil.Process], psutil.Process | None]) -> None:
        """Run a step and SIGKILL `victim` of it `moment` seconds later, or as soon as there is one, unless the step was faster."""
        process = self.start(step, "--json")
        started = time.monotonic()
        try:
            while process.poll() is None:
                if time.monotonic() - started > moment and (found := victim(psutil.Process(process.pid))) is not None:
                    found.kill()
                    break
                time.sleep(0.02)
            _, err = process.communicate()
        finally:
            process.kill()
        assert "Traceback" not in err.split("最后的输出")[0], err[-3000:]

    def inside(self, environment: str, module: str, request: dict[str, Any]) -> dict[str, Any]:
        """Run one of the proof's own modules in a tool's environment."""
        path = self.home / "request.json"
        path.write_text(json.dumps({**request, "result": str(self.home / "result.json")}), encoding="utf-8")
        python = self.home / "environments" / environment / "bin" / "python"
        command = [str(python), "-m", f"tests.training_proof.{module}", str(path)]
        variables = {**self.variables, "PYTHONPATH": str(PROJECT), "HF_HUB_OFFLINE": "1", "HF_MODULES_CACHE": str(self.home / "modules")}
        with subprocess.Popen(command, cwd=self.home, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:  # fmt: skip
            assert process.stdout is not None
            shown = process.stdout.read()
            assert process.wait() == 0, shown[-4000:]
        result: dict[str, Any] = json.loads((self.home / "result.json").read_text(encoding="utf-8"))
        return result


def the_command(process: psutil.Process) -> psutil.Process:
    """As a power cut would, or the person's `kill -9`."""
    return process


def the_tool(process: psutil.Process) -> psutil.Process | None:
    """As the kernel does when memory runs out: xtuner or lmdeploy itself, below the command."""
    with contextlib.suppress(psutil.NoSuchProcess):
        for child in process.children():
            if any(word.startswith("training.inside.") for word in child.cmdline()):
                return child
    return None
