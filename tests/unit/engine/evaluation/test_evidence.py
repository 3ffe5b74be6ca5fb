"""Answering from the notes alone, with an embedder that only counts characters."""

import pytest

from engine.evaluation.evidence import Notes, asks_for_wrong, by_evidence, by_similarity, sentences_of
from engine.evaluation.items import Item
from kb.passages import Passage
from tests.unit.kb.hashing import HashEmbedder

TEXTS = [
    "快表缓存最近访问过的页表项。快表采用相联存储器实现，命中时不必访问内存中的页表。",
    "分段按逻辑单位划分程序，段长不固定。分段会产生外部碎片，但便于共享与保护。",
    "银行家算法在分配前检查系统是否处于安全状态。它属于死锁避免，不属于死锁预防。",
]
QUESTIONS = [
    Item("a", "s", "快表采用什么实现？", ("磁盘", "相联存储器", "寄存器堆", "光盘"), "B"),
    Item("b", "s", "分段会产生哪种碎片？", ("内部碎片", "没有碎片", "外部碎片", "随机碎片"), "C"),
    Item("c", "s", "银行家算法属于", ("死锁避免", "死锁检测", "死锁解除", "死锁恢复"), "A"),
]


@pytest.fixture(scope="module")
def notes() -> Notes:
    passages = [Passage(("笔记", f"第 {n} 节"), text, n) for n, text in enumerate(TEXTS)]
    embedder = HashEmbedder()
    return Notes.from_passages(passages, embedder.passages([passage.searchable for passage in passages]), embedder)


def test_what_the_notes_say_is_chosen(notes: Notes) -> None:
    assert [choice.place for choice in by_evidence(QUESTIONS, notes)] == ["B", "C", "A"]
    assert by_evidence(QUESTIONS[1:2], notes) == by_evidence(QUESTIONS, notes)[1:2], "questions do not disturb each other"


def test_asked_for_what_is_wrong_the_least_supported_is_chosen(notes: Notes) -> None:
    item = Item("d", "s", "下列关于快表的叙述中，错误的是（ ）。", ("快表采用相联存储器", "快表缓存页表项", "快表存放在磁带机里"), "C")
    (choice,) = by_evidence([item], notes)
    assert choice.place == "C"


def test_a_sentence_is_long_enough_to_say_something() -> None:
    assert sentences_of(TEXTS[0]) == ["快表缓存最近访问过的页表项", "快表采用相联存储器实现，命中时不必访问内存中的页表"]
    assert sentences_of("短。\n") == []


@pytest.mark.parametrize(
    ("stem", "wrong"),
    [
        ("下列叙述中，错误的是（ ）。", True),
        ("下列不属于死锁必要条件的是", True),
        ("x 的值不可能是", True),
        ("下列叙述中，正确的是", False),
        ("不能同时访问的资源称为什么？它的互斥访问由什么实现", False),
    ],
)
def test_stems_that_ask_for_what_is_wrong_are_recognised(stem: str, wrong: bool) -> None:
    assert asks_for_wrong(stem) is wrong


def test_similarity_looks_at_no_notes() -> None:
    item = Item("e", "s", "快表是什么", ("磁带", "快表是什么东西", "打印", "键盘"), "B")
    assert [choice.place for choice in by_similarity([item], HashEmbedder())] == ["B"]
