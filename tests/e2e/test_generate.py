"""`shangan generate` and `shangan solve` from outside: a kind's name is enough, whichever exam it belongs to; drawings; errors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def generate(home: Path, *arguments: str, command: str = "generate") -> subprocess.CompletedProcess[str]:
    """Run it with an empty home."""
    return subprocess.run(
        [sys.executable, "-m", "bot", command, *arguments],
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


def test_a_drawing_is_kept_or_said_not_to_be(tmp_path: Path) -> None:
    drawn = tmp_path / "f.png"
    pages = "3 个页框，FIFO，访问 1 2 3 4，缺页几次"
    assert generate(tmp_path, pages, "--draw", str(drawn), command="solve").returncode == 0
    assert drawn.read_bytes().startswith(b"\x89PNG")
    nowhere = generate(tmp_path, pages, "--draw", str(tmp_path / "no" / "f.png"), command="solve")
    assert (nowhere.returncode, "图写不到" in nowhere.stderr, "Traceback" in nowhere.stderr) == (1, True, False)
    shared_work = "甲乙两人合做一项工程，甲单独做需10天，乙单独做需15天，两人合作需要多少天完成？"
    without = generate(tmp_path, shared_work, "--exam", "civil", "--draw", str(drawn), command="solve")
    assert (without.returncode, "6 天" in without.stdout, "没有配图" in without.stderr) == (1, True, True)
    assert "--exam civil" in generate(tmp_path, shared_work, command="solve").stderr
