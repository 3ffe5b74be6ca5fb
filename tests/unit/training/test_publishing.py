"""A result is whole or not there: manifests, changed files, two processes, kills at random moments."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.errors import TrainingError
from tests.wire.running import PROJECT
from training.publishing import is_done, making, publish, read_manifest, require_whole


def _make(folder: Path, key: str = "k", content: str = "whole") -> None:
    with making(folder, key) as part:
        (part / "model.bin").write_text(content, encoding="utf-8")
        publish(part, folder, step="merge", key=key, made_of={}, settings={}, versions={}, figures={})


def test_a_published_folder_is_accepted_and_known_to_be_done(tmp_path: Path) -> None:
    folder = tmp_path / "merged"
    _make(folder)
    assert require_whole(folder, "merge", "make it").files.keys() == {"model.bin"}
    assert is_done(folder, "k") is not None
    assert is_done(folder, "other settings") is None
    assert sorted(path.name for path in tmp_path.iterdir()) in ([".merged.lock", "merged"], ["merged"])


@pytest.mark.parametrize("harm", ["truncated", "changed", "missing", "no manifest", "half a manifest", "nothing"])
def test_half_made_or_changed_input_is_refused(tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "merged"
    if harm != "nothing":
        _make(folder)
    model, manifest = folder / "model.bin", folder / "manifest.json"
    if harm == "truncated":
        model.write_text("who", encoding="utf-8")
    elif harm == "changed":
        model.write_text("Whole", encoding="utf-8")
    elif harm == "missing":
        model.unlink()
    elif harm == "no manifest":
        manifest.unlink()
    elif harm == "half a manifest":
        manifest.write_text(manifest.read_text(encoding="utf-8")[:40], encoding="utf-8")
    with pytest.raises(TrainingError, match="shangan train merge"):
        require_whole(folder, "merge", "shangan train merge")


def test_another_step_s_result_is_refused(tmp_path: Path) -> None:
    _make(tmp_path / "merged")
    with pytest.raises(TrainingError, match="这里要的是 data"):
        require_whole(tmp_path / "merged", "data", "shangan train data")


def test_a_step_that_can_go_on_finds_what_was_left_with_the_same_key_only(tmp_path: Path) -> None:
    folder = tmp_path / "finetuned"
    with making(folder, "first") as part:
        (part / "checkpoint").touch()
    with making(folder, "first", resumable=True) as part:
        assert (part / "checkpoint").exists()
    with making(folder, "other settings", resumable=True) as part:
        assert not (part / "checkpoint").exists()
    assert not folder.exists()


def test_two_processes_do_not_make_the_same_result(tmp_path: Path) -> None:
    with making(tmp_path / "merged", "k"), pytest.raises(TrainingError, match="另一个进程"), making(tmp_path / "merged", "k"):
        pass


def test_a_kill_between_the_two_renames_keeps_the_old_result(tmp_path: Path) -> None:
    folder = tmp_path / "merged"
    _make(folder, content="old")
    folder.replace(tmp_path / ".merged.old")
    with making(folder, "new"):
        assert (folder / "model.bin").read_text(encoding="utf-8") == "old"


_SLOW_STEP = """
import sys, time
from pathlib import Path
from training.publishing import making, publish
folder = Path(sys.argv[1])
with making(folder, "k") as part:
    for n in range(12):
        (part / f"shard-{n}.bin").write_bytes(bytes([n]) * 200_000)
        time.sleep(0.002)
    publish(part, folder, step="merge", key="k", made_of={}, settings={}, versions={}, figures={})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_step_killed_at_random_moments_never_publishes_half_a_result(tmp_path: Path) -> None:
    """Whatever moment the kill comes at: no result or a whole one, and the next run starts cleanly."""
    folder = tmp_path / "merged"
    chance = random.Random(408)
    command = [sys.executable, "-c", _SLOW_STEP, str(folder)]
    started = time.monotonic()
    subprocess.run(command, cwd=PROJECT, check=True)
    duration = time.monotonic() - started
    whole = read_manifest(folder)
    assert whole is not None
    for _ in range(6):
        process = subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 1.05) * duration)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if folder.exists():
            assert require_whole(folder, "merge", "make it").digest == whole.digest
    subprocess.run(command, cwd=PROJECT, check=True)
    assert require_whole(folder, "merge", "make it").digest == whole.digest
    assert json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["step"] == "merge"
