"""The two gates, on small texts with an embedder that needs no model; how good they are on real ones is measured elsewhere."""

from pathlib import Path

import numpy as np
import pytest

from kb.gate import (
    CoverageGate,
    Gates,
    ScopeGate,
    load_gates,
    load_scope,
    save_coverage,
    save_scope,
    vocabulary_evidence,
    vocabulary_pattern,
)
from kb.gate_fitting import FALSE_ACCEPTS, ScopeTexts, fit_coverage, fit_logistic, fit_scope
from kb.gate_notes import NotesEvidence
from kb.holdings import Holdings
from kb.passages import Passage
from tests.unit.kb.hashing import HashEmbedder

_CONCEPTS = ("页表", "快表", "进程", "线程", "死锁", "磁盘调度", "信号量", "缺页中断", "文件目录", "管程")
_CHATTER = ("奶茶", "显卡", "面试", "房租", "演唱会", "驾照", "快递", "火锅", "耳机", "加班")
TEXTS = ScopeTexts(
    inside=tuple(f"{concept}{asked}" for concept in _CONCEPTS for asked in ("是什么", "怎么实现", "有什么用")),
    outside=tuple(f"{word}{said}" for word in _CHATTER for said in ("太贵了", "谁有推荐", "今天好多人")),
    terms=_CONCEPTS,
    notes=tuple(f"{concept}的定义、原理和考法都在这一段里说清楚" for concept in _CONCEPTS),
)
COOKING = ScopeTexts(
    inside=tuple(
        f"{dish}{asked}" for dish in ("红烧肉", "清蒸鱼", "蛋炒饭", "酸辣汤", "糖醋排骨") for asked in ("怎么烧", "放多少盐", "几分钟")
    ),
    outside=(*TEXTS.outside, *TEXTS.inside),
    terms=("红烧肉", "清蒸鱼", "蛋炒饭", "酸辣汤", "糖醋排骨"),
)


@pytest.fixture(scope="module")
def gate() -> ScopeGate:
    return fit_scope({"408": TEXTS}, HashEmbedder())["408"]


def _let_in(gate: ScopeGate, message: str) -> bool:
    return gate.judge(message, HashEmbedder().queries([message])[0]).accepted


def test_what_belongs_is_let_in_and_chatter_is_not(gate: ScopeGate) -> None:
    assert _let_in(gate, "死锁怎么避免") and _let_in(gate, "页表和快表")
    assert not _let_in(gate, "奶茶哪家好喝") and not _let_in(gate, "哈哈哈哈") and not _let_in(gate, "")


def test_few_of_the_texts_that_do_not_belong_are_let_in(gate: ScopeGate) -> None:
    strays = sum(_let_in(gate, message) for message in TEXTS.outside)
    assert strays <= 0.1 * len(TEXTS.outside)


def test_probabilities_are_probabilities(gate: ScopeGate) -> None:
    messages = [*TEXTS.inside, *TEXTS.outside, "", "页表" * 1000]
    probabilities = gate.probabilities(messages, HashEmbedder().queries(messages))
    assert ((probabilities >= 0) & (probabilities <= 1)).all()


def test_fitting_again_and_reading_back_gives_the_same_gate(gate: ScopeGate, tmp_path: Path) -> None:
    save_scope(tmp_path / "a.npz", gate)
    save_scope(tmp_path / "b.npz", fit_scope({"408": TEXTS}, HashEmbedder())["408"])
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    read = load_scope(tmp_path / "a.npz")
    assert read is not None
    vectors = HashEmbedder().queries(TEXTS.inside)
    assert read.probabilities(TEXTS.inside, vectors).tolist() == gate.probabilities(TEXTS.inside, vectors).tolist()


def test_a_spoilt_or_missing_file_is_no_gate(tmp_path: Path) -> None:
    (tmp_path / "spoilt.npz").write_bytes(b"PK but no archive")
    assert load_scope(tmp_path / "spoilt.npz") is None and load_scope(tmp_path / "missing.npz") is None


def test_another_embedders_gate_is_not_used(gate: ScopeGate, tmp_path: Path) -> None:
    save_scope(tmp_path / "408" / "hash-1.npz", gate)
    save_coverage(tmp_path / "coverage-hash-1.json", CoverageGate((1, 1, 0), (1, 0)))
    gates = load_gates({"408": tmp_path / "408"}, tmp_path, "hash-1")
    assert gates is not None and set(gates.scope) == {"408"}
    assert load_gates({"408": tmp_path / "408"}, tmp_path, "other") is None


def test_without_an_exam_any_gate_may_let_a_message_in(gate: ScopeGate) -> None:
    gates = Gates({"408": gate}, CoverageGate((1, 1, 0), (1, 0)))
    vector = HashEmbedder().queries(["死锁怎么避免"])[0]
    assert gates.judge_scope("死锁怎么避免", vector, None) == gates.judge_scope("死锁怎么避免", vector, "408")
    assert gates.judge_scope("死锁怎么避免", vector, "civil") is None


def test_exams_asked_together_let_in_no_more_than_one_alone() -> None:
    gates = fit_scope({"408": TEXTS, "cooking": COOKING}, HashEmbedder())
    together = Gates(gates, CoverageGate((1, 1, 0), (1, 0)))
    strays = [message for message in TEXTS.outside if message in COOKING.outside]
    vectors = HashEmbedder().queries(strays)
    let_in = [
        judged
        for text, vector in zip(strays, vectors, strict=True)
        if (judged := together.judge_scope(text, vector, None)) and judged.accepted
    ]
    assert len(let_in) <= FALSE_ACCEPTS * len(strays)
    for gate in gates.values():
        assert gate.threshold_together >= gate.threshold >= 0.5
    vector = HashEmbedder().queries(["红烧肉怎么烧"])[0]
    found = together.judge_scope("红烧肉怎么烧", vector, None)
    assert found is not None and found.accepted


def test_an_exam_alone_needs_no_higher_threshold(gate: ScopeGate) -> None:
    assert gate.threshold_together == gate.threshold


def test_the_built_in_notes_are_asked_for_the_closest_and_for_one_that_stands_out() -> None:
    embedder = HashEmbedder()
    notes = NotesEvidence.of(TEXTS.notes, embedder)
    messages = ["死锁的定义", "奶茶"]
    asked, stray = notes.ask(messages, embedder.queries(messages))
    assert asked[0] > stray[0] and asked[1] > stray[1]
    read = NotesEvidence.of_arrays(notes.arrays())
    assert read.ask(messages, embedder.queries(messages)).tolist() == [asked.tolist(), stray.tolist()]


def test_an_exam_without_notes_is_judged_by_its_texts_alone() -> None:
    embedder = HashEmbedder()
    assert NotesEvidence.of((), embedder).ask(["死锁"], embedder.queries(["死锁"])).tolist() == [[0, 0]]
    gate = fit_scope({"408": ScopeTexts(TEXTS.inside, TEXTS.outside, TEXTS.terms)}, embedder)["408"]
    assert _let_in(gate, "死锁怎么避免") and not _let_in(gate, "奶茶哪家好喝")


def test_too_few_texts_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 5"):
        fit_scope({"408": ScopeTexts(("一",), ("二",), ())}, HashEmbedder())


def test_vocabulary_counts_the_characters_of_the_longest_terms() -> None:
    pattern = vocabulary_pattern(("页表", "多级页表", "tcp"))
    assert vocabulary_evidence(["多级页表？"], pattern)[0].tolist() == [1, pytest.approx(4 / 12)]
    assert vocabulary_evidence(["ＴＣＰ 的事"], pattern)[0, 0] == pytest.approx(3 / 5)
    assert vocabulary_evidence(["页 表 tcp连接"], pattern)[0].tolist() == [pytest.approx(5 / 7), pytest.approx(5 / 12)]
    assert vocabulary_evidence(["error 404"], vocabulary_pattern(("rr", "红黑树", "red-black tree"))).tolist() == [[0, 0]]
    assert vocabulary_evidence(["red-black  tree"], vocabulary_pattern(("red-black tree",)))[0, 0] == 1
    assert vocabulary_evidence(["", "……"], pattern).tolist() == [[0, 0], [0, 0]]
    assert vocabulary_evidence(["页表"], vocabulary_pattern(())).tolist() == [[0, 0]]


def test_coverage_tells_what_the_books_hold_from_what_they_do_not() -> None:
    embedder = HashEmbedder()
    topics = [f"第{number}种方法" for number in range(30)]
    words = [f"{chr(0x4E00 + 37 * number)}{chr(0x6000 + 41 * number)}{chr(0x7000 + 43 * number)}" for number in range(30)]
    passages = [Passage(("书",), f"{word}的做法是先{word}再说，{word}最重要。", number) for number, word in enumerate(words)]
    questions = [f"{word}怎么做" for word in words]
    gate = fit_coverage(passages, topics, questions, topics, embedder)
    half = Holdings.of(passages[:15], embedder.passages([passage.searchable for passage in passages[:15]]))
    everything = np.ones(15, bool)
    for by_words in (False, True):
        vectors = [None] * 30 if by_words else list(embedder.queries(questions))
        judged = [gate.judge(half.scores(question, vector, everything)) for question, vector in zip(questions, vectors, strict=True)]
        right = sum(judgement.accepted == (number < 15) for number, judgement in enumerate(judged))
        assert right >= 27
    assert not gate.judge(half.scores("页表", None, np.zeros(15, bool))).accepted


def test_logistic_regression_finds_the_odds_of_a_coin() -> None:
    generator = np.random.default_rng(0)
    evidence = generator.normal(size=(4000, 1)) * 3 + 5
    positive = generator.random(4000) < 1 / (1 + np.exp(-(evidence[:, 0] - 5)))
    slope, constant = fit_logistic(evidence, positive)
    assert slope == pytest.approx(1, abs=0.15) and -constant / slope == pytest.approx(5, abs=0.3)
