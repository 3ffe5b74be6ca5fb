"""Differences and last questions that an answer passes over, and answers in the unit asked for."""

import pytest

from engine.generators.guards.differences import difference_passed_over, last_question_lost
from engine.generators.kind import Solution
from engine.generators.unit_asked import in_unit_asked


@pytest.mark.parametrize(
    ("text", "answer", "passed_over"),
    [
        ("出栈序列以4结尾的有几种?以1结尾的比它多几种?", "5 种；5 种", True),
        ("FIFO缺页几次?LRU缺页比它多几次?", "FIFO 比 LRU 少 1 次", False),
        ("投资36.8亿元,同比下降8%,上年多少?比其少多少亿元?", "40 亿元；3.2 亿元", False),
        ("直接映射,标记几位?改为4路组相联,标记多几位?", "标记 12 位；标记 14 位", True),
    ],
)
def test_both_sides_are_no_difference(text: str, answer: str, passed_over: bool) -> None:
    assert (difference_passed_over(text, answer, lambda _: None) is not None) is passed_over


def test_a_second_case_asks_every_question_again() -> None:
    text = "要几片?片选几位?若用16K×4位芯片呢?"
    assert last_question_lost(text, "芯片 16 片；片选 3 位；片选 2 位", lambda _: "芯片 16 片；片选 3 位") is not None
    assert last_question_lost(text, "芯片 16 片；片选 3 位；芯片 16 片；片选 2 位", lambda _: "芯片 16 片；片选 3 位") is None


def test_an_answer_is_told_in_the_unit_asked() -> None:
    assert in_unit_asked("位示图占多少KB？", Solution(answer="2 MB", steps="")).answer == "2048 KB"
    assert in_unit_asked("位示图占多少？", Solution(answer="2 MB", steps="")).answer == "2 MB"
    assert in_unit_asked("总寻道时间多少秒？", Solution(answer="寻道时间 500 ms", steps="")).answer == "寻道时间 0.5 s"
    both = Solution(answer="发送时延 400 ms，总时延 420 ms", steps="")
    assert in_unit_asked("发送时延是多少秒，总时延多少毫秒？", both).answer == "发送时延 0.4 s，总时延 420 ms"
    assert in_unit_asked("各是多少？要多少秒？", both).answer == both.answer
    assert in_unit_asked("要多少个字节？", Solution(answer="100 bit", steps="")).answer == "12.5 B"
