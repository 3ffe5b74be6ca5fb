"""The tools' own Python environments. Their pins exclude each other and the bot's, so each has a folder of its own, built from a
file in which every package stands with its version (`requirements/training/`), installed without resolving anything.

    xtuner     fine-tuning, converting, merging       (transformers 4.48.0)
    lmdeploy   quantising and serving                 (transformers 4.57.6)
    opencompass  accuracy on C-Eval and our own set   (numpy < 2)

Each is there a second time for machines without a GPU, named `NAME-cpu`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from engine.errors import TrainingError

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements" / "training"
Device = Literal["cuda", "cpu"]
NAMES = ("xtuner", "lmdeploy", "opencompass")
_STAMP = ".shangan-installed"


@dataclass(frozen=True, slots=True)
class Environment:
    """One tool's environment.

    Attributes:
        folder: a virtual environment.
        requirements: the file that names every package of it.
    """

    name: str
    folder: Path
    requirements: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def is_for_cpu(self) -> bool:
        """Whether it computes without a GPU."""
        return self.name.endswith("-cpu")

    @property
    def wanted(self) -> str:
        """Hash of what shall be in it: the requirements, and the Python it is made with."""
        version = ".".join(map(str, sys.version_info[:2]))
        return hashlib.sha256(self.requirements.read_bytes() + version.encode()).hexdigest()

    @property
    def is_built(self) -> bool:
        """Whether everything was installed, and of these requirements."""
        stamp = self.folder / _STAMP
        return self.python.exists() and stamp.is_file() and stamp.read_text(encoding="ascii") == self.wanted

    def versions(self) -> dict[str, str]:
        """Name -> version of every package that shall be in it: what a result depends on."""
        lines = self.requirements.read_text(encoding="utf-8").splitlines()
        pins = (line.split(";")[0].split("==") for line in lines if "==" in line and not line.startswith("#"))
        return {name.strip(): version.strip() for name, version in pins}


def environment(home: Path, name: str, device: Device) -> Environment:
    """The environment `name` below `home/environments`; that for the CPU is another one."""
    if name not in NAMES:
        raise TrainingError(f"没有环境 {name}。有：{'、'.join(NAMES)}")
    cpu = device == "cpu" and (REQUIREMENTS / f"{name}-cpu.txt").is_file()
    full = f"{name}-cpu" if cpu else name
    return Environment(full, (home / "environments" / full).resolve(), REQUIREMENTS / f"{full}.txt")


def require(home: Path, name: str, device: Device) -> Environment:
    """The environment, which must be built.

    Raises:
        TrainingError: it is not, or was built of older requirements; the message says how to build it.
    """
    found = environment(home, name, device)
    if not found.is_built:
        flag = " --cpu" if device == "cpu" else ""
        raise TrainingError(
            f"环境 {found.name} 还没有建好（或版本清单改过），这一步没有开始。请先运行：shangan train environment {name}{flag}"
        )
    return found


def build(wanted: Environment, say: Callable[[str], None]) -> bool:
    """Make the environment what its requirements say; returns False if it was so already. An interrupted build goes on where it was.

    Raises:
        TrainingError: a package could not be installed, or another process is building it.
    """
    if wanted.is_built:
        return False
    if not wanted.requirements.is_file():
        raise TrainingError(f"没有 {wanted.requirements}。训练要在源码目录里运行（git clone 下来的那个）。")
    wanted.folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(wanted.folder.with_name(f".{wanted.name}.lock"), timeout=0):
            (wanted.folder / _STAMP).unlink(missing_ok=True)
            if not wanted.python.exists():
                say(f"正在建立 {wanted.folder} …")
                venv.create(wanted.folder, with_pip=True)
            size = "约 3 GB" if wanted.is_for_cpu else "约 8 到 10 GB"
            say(f"正在安装 {wanted.name} 的 {len(wanted.versions())} 个包（{size}），要几分钟到几十分钟 …")
            for step in _steps(wanted):
                command = [str(wanted.python), "-m", "pip", "install", "--quiet", "--no-deps", *step]
                done = subprocess.run(command, env={**os.environ, **_BUILDING}, check=False)
                if done.returncode:
                    raise TrainingError(
                        f"环境 {wanted.name} 没有装完（pip 退出码 {done.returncode}，原因见上面）。装好的都留着，改好后再运行一次会接着装。"
                        + (
                            "找不到 torch 的 +cpu 版时，把 PyTorch 官网安装页上 CPU 版的地址写进环境变量 PIP_EXTRA_INDEX_URL。"
                            if wanted.is_for_cpu
                            else ""
                        )
                    )
            (wanted.folder / _STAMP).write_text(wanted.wanted, encoding="ascii")
            return True
    except Timeout:
        raise TrainingError(f"另一个进程正在建环境 {wanted.name}。等它做完再试。") from None


_BUILT_FROM_SOURCE = ("deepspeed",)
"""Packages without a wheel whose build looks for torch: they come last and build in the environment itself."""
_BUILDING = {"DS_ACCELERATOR": "cpu"}
"""deepspeed compiles what it needs when it needs it; told of a GPU its installation asks for the CUDA compiler all the same."""


def _steps(wanted: Environment) -> list[list[str]]:
    """The arguments of each call of pip."""
    versions = wanted.versions()
    apart = ("torch", *_BUILT_FROM_SOURCE) if wanted.is_for_cpu else _BUILT_FROM_SOURCE
    first = wanted.folder / ".requirements-first.txt"
    first.write_text("".join(f"{name}=={version}\n" for name, version in versions.items() if name not in apart), encoding="utf-8")
    steps = [["--requirement", str(first)]]
    if "torch" in versions and "torch" in apart:
        # The usual build does not even load without the CUDA libraries, which a CPU's environment leaves out.
        steps.append([f"torch=={versions['torch']}+cpu"])
    if late := [f"{name}=={versions[name]}" for name in _BUILT_FROM_SOURCE if name in versions]:
        steps.append(["--no-build-isolation", *late])
    return steps
