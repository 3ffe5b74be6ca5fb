"""Answers are told in the unit asked for."""

from __future__ import annotations

from engine.generators.kind import Solution
from engine.generators.unit_asked import in_percent_asked, in_unit_asked


def test_an_answer_is_told_in_the_unit_asked() -> None:
    assert in_unit_asked("位示图占多少KB？", Solution(answer="2 MB", steps="")).answer == "2048 KB"
    assert in_unit_asked("位示图占多少？", Solution(answer="2 MB", steps="")).answer == "2 MB"
    assert in_unit_asked("总寻道时间多少秒？", Solution(answer="寻道时间 500 ms", steps="")).answer == "寻道时间 0.5 s"
    both = Solution(answer="发送时延 400 ms，总时延 420 ms", steps="")
    assert in_unit_asked("发送时延是多少秒，总时延多少毫秒？", both).answer == "发送时延 0.4 s，总时延 420 ms"
    assert in_unit_asked("各是多少？要多少秒？", both).answer == both.answer
    assert in_unit_asked("要多少个字节？", Solution(answer="100 bit", steps="")).answer == "12.5 B"


def test_a_fraction_is_told_in_per_cent_where_that_is_asked() -> None:
    share = Solution(answer="1/3", steps="")
    assert in_percent_asked("完成了全部的百分之几？", share).answer == "约 33.33%"
    assert in_percent_asked("占百分之多少？", Solution(answer="3/8", steps="")).answer == "37.5%"
    assert in_percent_asked("完成了几分之几？", share).answer == "1/3"
    assert in_percent_asked("有多少人？占百分之几？", share).answer == "1/3"  # which of both is told?
    assert in_percent_asked("占百分之几？", Solution(answer="20 人", steps="")).answer == "20 人"
