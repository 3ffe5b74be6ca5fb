"""Questions that are expected: they put built-in passages in a better order and leave other books' places alone."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.expected import ExpectedQuestions, expected_path, likeness, load_expected, save_expected
from kb.search import SearchScope, reordered
from tests.unit.kb.conftest import OpenLibrary
from tests.unit.kb.hashing import HashEmbedder

ASKED = [("os.tlb", "快表是干嘛的"), ("os.tlb", "查页表太慢怎么办"), ("os.disk", "磁头来回跑"), ("os.bank", "借钱会不会还不上")]


@pytest.fixture
def expected() -> ExpectedQuestions:
    return ExpectedQuestions.of(ASKED, HashEmbedder())


def test_the_point_of_the_nearest_question_stands_out(expected: ExpectedQuestions) -> None:
    found = expected.likeness(HashEmbedder().queries(["磁头来回跑"])[0])
    assert max(found, key=found.__getitem__) == "os.disk"
    assert sum(found.values()) == pytest.approx(0, abs=1e-5)


def test_a_point_nobody_asks_about_has_no_likeness(expected: ExpectedQuestions) -> None:
    vector = HashEmbedder().queries(["磁头来回跑"])[0]
    known = likeness({"408": expected}, "408", vector, {"os.new": 0, "os.disk": 1})
    assert np.isnan(known).tolist() == [True, False, True]
    assert np.isnan(likeness({"408": expected}, "civil", vector, {"os.disk": 0})).all()
    assert not np.isnan(likeness({"408": expected}, None, vector, {"os.disk": 0})[0])


def test_written_and_read_they_are_the_same(expected: ExpectedQuestions, tmp_path: Path) -> None:
    path = expected_path(tmp_path, expected.embedder)
    save_expected(path, expected)
    again = load_expected(path)
    assert again is not None
    assert (again.points, again.fingerprint) == (expected.points, expected.fingerprint)
    assert np.array_equal(again.vectors, expected.vectors)
    path.write_bytes(b"half a file")
    assert load_expected(path) is None


SCORES = st.lists(st.tuples(st.floats(-5, 5, width=32), st.one_of(st.just(float("nan")), st.floats(-3, 3, width=32))), max_size=30)


@given(SCORES)
def test_scores_are_dealt_out_anew_among_known_passages_only(rows: list[tuple[float, float]]) -> None:
    fused = np.array([score for score, _ in rows], np.float32)
    known = np.array([value for _, value in rows], np.float32)
    dealt = reordered(fused, known)
    unknown = np.isnan(known)
    assert np.array_equal(dealt[unknown], fused[unknown])
    assert sorted(dealt) == sorted(fused)


async def test_a_note_is_found_in_the_words_of_an_expected_question(
    open_library: OpenLibrary, tmp_path: Path, expected: ExpectedQuestions
) -> None:
    notes = tmp_path / "408" / "notes"
    notes.mkdir(parents=True)
    (notes / "os.md").write_text(
        "# 操作系统\n\n## 磁盘 {#os.disk}\n\n最短寻道优先可能让远处的请求饿死。\n\n## 银行家算法 {#os.bank}\n\n先试着分配，再找安全序列。\n\n"
        "## 快表 {#os.tlb}\n\n缓存最近用过的页表项。\n",
        encoding="utf-8",
    )
    library = await open_library(expected={"408": expected})
    job = await library.add_notes("408", "笔记", tmp_path / "408")
    assert job is not None
    await library.run_pending_jobs()
    for point, question in ASKED:
        (best, *_) = (await library.search(question, SearchScope(None, "408"))).hits
        assert best.passage.anchor == point
