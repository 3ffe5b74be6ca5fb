"""Answering as the bot does without a model: a solver where one is sure, otherwise what was answered before."""

from engine.evaluation.computing import by_computation, with_computation
from engine.evaluation.items import Item, presentations
from engine.evaluation.runs import Answered, Choice, Run

PAGES = Item("q1", "操作系统", "页面访问序列 1,2,3,4,1,2,5,1,2,3,4,5，分配 3 个页框，用 FIFO 置换，缺页次数是", ("7", "8", "9", "10"), "C")
WORDS = Item("q2", "操作系统", "快表里放的是", ("页表项", "段表", "文件", "进程"), "A")


def test_what_can_be_computed_is_computed() -> None:
    assert by_computation(PAGES, "408").place == "C"
    assert by_computation(WORDS, "408").place is None


def test_the_rest_stays_as_it_was_answered() -> None:
    shown = list(presentations((PAGES, WORDS), 0, 0))
    before = Run({"answerer": "evidence"}, "只靠笔记", {(one.item.id, 0): Answered.of(one, Choice("A")) for one in shown})
    after = with_computation(shown, before, "408").plain()
    assert [after[name].place for name in ("q1", "q2")] == ["C", "A"]
