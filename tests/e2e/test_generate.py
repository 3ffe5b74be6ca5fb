"""`shangan generate` from outside: a kind's name is enough, whichever exam it belongs to."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def generate(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it with an empty home."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "generate", *arguments],
        cwd=PROJECT,
        env={"SHANGAN_HOME": str(home), "PATH": "", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_a_kind_of_the_other_exam_is_found_by_its_name(tmp_path: Path) -> None:
    for kind in ("travel", "page-replacement"):
        done = generate(tmp_path, kind, "--seed", "8", "--difficulty", "1", "--json")
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["id"] == f"gen:{kind}:v1:8:1"


def test_an_unknown_kind_is_told_with_the_way_to_the_list(tmp_path: Path) -> None:
    done = generate(tmp_path, "travl")
    assert done.returncode != 0
    assert "没有题型 travl" in done.stderr + done.stdout
    assert "--list" in done.stderr + done.stdout
