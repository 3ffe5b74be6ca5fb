"""Measuring retrieval and refusal: figures that can be checked by hand, and the files that are shipped with the exams."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import ShanganError
from engine.evaluation.gates import labelled_notes, scope_texts, shared_folder, shipped_gates
from engine.evaluation.intervals import Share
from engine.evaluation.refusal import evaluate_coverage, evaluate_refusal, read_messages
from engine.evaluation.retrieval import evaluate_retrieval, measures, read_beir
from engine.exams import load_exams
from engine.expected import read_expected
from kb.builtin import notes_passages, saved_vectors
from kb.expected import expected_path, fingerprint, load_expected
from kb.filling import searchable_hash
from kb.gate import CoverageGate, Gates
from kb.gate_fitting import ScopeTexts, fit_scope
from tests.unit.kb.hashing import HashEmbedder

ROOT = Path(__file__).resolve().parents[4]
EXAMS = load_exams(ROOT / "data" / "exams")
SHIPPED_FOR = "multilingual-e5-small-int8-1"
REBUILD = "notes, syllabus or calibration texts have changed: run `python -m engine.evaluation` and commit what it writes"

WriteBeir = Callable[..., Path]


@pytest.fixture
def write_beir(tmp_path: Path) -> WriteBeir:
    def write(qrels: str = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t1\nq2\td3\t0\n") -> Path:
        corpus = {"d1": "页表把页号映射到页框号", "d2": "快表缓存页表项", "d3": "磁盘调度", "d4": "银行家算法"}
        rows = [{"_id": name, "title": "", "text": text} for name, text in corpus.items()]
        (tmp_path / "corpus.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        queries = [{"_id": "q1", "text": "页框号"}, {"_id": "q2", "text": "快表"}, {"_id": "q3", "text": "没有答案"}]
        (tmp_path / "queries.jsonl").write_text("\n".join(json.dumps(row) for row in queries), encoding="utf-8")
        (tmp_path / "qrels").mkdir(exist_ok=True)
        (tmp_path / "qrels" / "test.tsv").write_text(qrels, encoding="utf-8")
        return tmp_path

    return write


def test_measures_are_those_of_the_textbook() -> None:
    found = {"a": ["x", "right", "y"], "b": ["right"], "c": ["x", "y"]}
    figures = measures(found, {"a": frozenset({"right"}), "b": frozenset({"right", "other"}), "c": frozenset({"right"})})
    assert figures["recall@1"] == pytest.approx((0 + 0.5 + 0) / 3, abs=1e-4)
    assert figures["recall@5"] == pytest.approx((1 + 0.5 + 0) / 3, abs=1e-4)
    assert figures["mrr@10"] == pytest.approx((1 / 2 + 1 + 0) / 3, abs=1e-4)
    ideal = 1 + 1 / np.log2(3)
    assert figures["ndcg@10"] == pytest.approx((1 / np.log2(3) + 1 / ideal + 0) / 3, abs=1e-4)


def test_a_collection_is_searched_by_each_retriever_and_by_both(write_beir: WriteBeir) -> None:
    figures = evaluate_retrieval(read_beir(write_beir()), HashEmbedder())
    assert (figures["passages"], figures["queries"]) == (4, 2)
    assert set(figures["retrievers"]) == {"bm25", "dense", "fused"}
    assert figures["recall@1"] == figures["retrievers"]["fused"]["recall@1"] == 1
    assert figures["query_p50_ms"] > 0 and figures["passages_per_second"] > 0
    assert "dense" not in evaluate_retrieval(read_beir(write_beir()), None)["retrievers"]


def test_a_faulty_collection_is_refused_with_file_and_line(write_beir: WriteBeir) -> None:
    folder = write_beir()
    with (folder / "corpus.jsonl").open("a", encoding="utf-8") as corpus:
        corpus.write("\n{half a row\n")
    with pytest.raises(ShanganError, match=r"corpus\.jsonl 第 5 行"):
        read_beir(folder)
    with pytest.raises(ShanganError, match="BEIR"):
        read_beir(folder / "nowhere")


@settings(max_examples=50)
@given(st.integers(1, 400), st.floats(0, 1))
def test_an_interval_holds_its_share_and_stays_between_nothing_and_all(total: int, share: float) -> None:
    low, high = Share(share * total, total).interval
    assert 0 <= low <= share + 1e-9 and share - 1e-9 <= high <= 1


@pytest.fixture(scope="module")
def gates() -> Gates:
    inside = [f"{word}{asked}" for word in ("页表", "快表", "进程", "死锁", "磁盘", "管程") for asked in ("是什么", "怎么实现", "有什么用")]
    outside = [
        f"{word}{said}" for word in ("奶茶", "显卡", "面试", "房租", "快递", "火锅") for said in ("太贵了", "谁有推荐", "今天好多人")
    ]
    terms = ("页表", "快表", "进程", "死锁", "磁盘", "管程")
    return Gates(
        fit_scope({"408": ScopeTexts(tuple(inside), tuple(outside), terms)}, HashEmbedder()), CoverageGate((3.0, 1.0, -3.0), (1.0, -1.0))
    )


def test_refusal_is_measured_as_shipped_and_on_halves(gates: Gates) -> None:
    belong = [f"{word}{asked}" for word in ("页表", "死锁", "进程") for asked in ("呢", "怎么考", "讲讲")]
    stray = [f"{word}{said}" for word in ("咖啡", "耳机", "航班", "演唱会") for said in ("呢", "贵吗", "真好")]
    figures = evaluate_refusal(belong, stray, HashEmbedder(), gates, "408")
    assert figures["shipped"]["recall"] == {"value": 1, "interval": [pytest.approx(0.7, abs=0.01), 1], "n": 9}
    assert figures["shipped"]["let_through"]["value"] <= 0.1
    assert figures["halves"]["splits"] == 20 and figures["halves"]["recall"]["value"] > 0.8
    assert figures == evaluate_refusal(belong, stray, HashEmbedder(), gates, "408")  # the seed is fixed
    with pytest.raises(ValueError, match="civil"):
        evaluate_refusal(belong, stray, HashEmbedder(), gates, "civil")


def test_coverage_is_measured_with_all_and_with_half_of_the_topics(write_beir: WriteBeir, gates: Gates) -> None:
    figures = evaluate_coverage(read_beir(write_beir()), HashEmbedder(), gates.coverage, rounds=5)
    assert (figures["queries"], figures["topics"]) == (2, 2)
    assert 0 <= figures["complete"]["answered"]["value"] <= 1
    half = figures["half"]
    assert half["balanced_accuracy"]["value"] == pytest.approx((half["answered"]["value"] + half["refused"]["value"]) / 2, abs=1e-3)


def test_a_missing_or_empty_file_of_messages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n\n", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(b"\xff\xfe\xfa")
    for name in ("nowhere.txt", "empty.txt", "latin.txt"):
        with pytest.raises(ShanganError, match=re.escape(name)):
            read_messages(tmp_path / name)


@pytest.mark.parametrize("exam", EXAMS.values(), ids=lambda exam: exam.id)
def test_the_shipped_gate_was_fitted_on_the_texts_of_today(exam: object) -> None:
    exam = EXAMS[exam.id]  # type: ignore[attr-defined]
    gates = shipped_gates(EXAMS, SHIPPED_FOR)
    assert gates is not None, REBUILD
    assert gates.scope[exam.id].fingerprint == scope_texts(exam, EXAMS).fingerprint, REBUILD


@pytest.mark.parametrize("exam", [exam for exam in EXAMS.values() if exam.notes], ids=lambda exam: exam.id)
def test_every_passage_of_the_notes_has_its_vector(exam: object) -> None:
    exam = EXAMS[exam.id]  # type: ignore[attr-defined]
    vectors = saved_vectors(exam.folder / "vectors", SHIPPED_FOR)
    wanted = {searchable_hash(passage.searchable) for passage in notes_passages(exam.notes_title, exam.folder)}
    assert vectors.keys() == wanted, REBUILD


@pytest.mark.parametrize("exam", EXAMS.values(), ids=lambda exam: exam.id)
def test_every_point_with_a_note_has_expected_questions_with_their_vectors(exam: object) -> None:
    exam = EXAMS[exam.id]  # type: ignore[attr-defined]
    questions = read_expected(exam)
    assert {point for point, _ in questions} == set(exam.points)
    shipped = load_expected(expected_path(exam.folder / "vectors", SHIPPED_FOR))
    assert shipped is not None and shipped.fingerprint == fingerprint(questions), REBUILD


def test_no_calibration_text_stands_on_both_sides() -> None:
    shared = [line for path in shared_folder(EXAMS["408"]).glob("*.txt") for line in path.read_text(encoding="utf-8").split("\n") if line]
    assert len(shared) == len(set(shared))
    for exam in EXAMS.values():
        texts = scope_texts(exam, EXAMS)
        assert not set(texts.inside) & set(texts.outside)
        assert labelled_notes(exam).questions or not exam.notes
