"""The solver as people meet it: what it says, what it asks, and when it is silent."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, kinds, solve_text
from engine.generators.choices.choosing import same_answer

PROBLEM = "FIFO，3个页框，访问 1,2,3,4,1,2,5,1,2,3,4,5，缺页多少次"


def test_the_answer_shows_what_it_rests_on() -> None:
    solved = solve_text(PROBLEM, "408")
    assert isinstance(solved, Solved)
    for part in ("**缺页 9 次**", "页框数：3", "算法：FIFO", "| 访问 |", "最初装入的几次也计为缺页"):
        assert part in solved.markdown
    data = json.loads(json.dumps(solved.as_data(), ensure_ascii=False))
    assert (data["kind"], data["answer"], data["confident"]) == ("page-replacement", "缺页 9 次", True)
    assert data["parameters"]["frames"] == [3]
    assert solved.drawing is not None


def test_a_missing_parameter_is_asked_for() -> None:
    asked = solve_text("LRU，访问 1,2,3,4,1,2,5,1,2,3,4,5，缺页多少次", "408")
    assert isinstance(asked, NeedsParameter)
    assert "分配了几个页框" in asked.markdown
    assert json.loads(json.dumps(asked.as_data()))["confident"] is False
    solved = solve_text(asked.completed(" 4 "), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "缺页 8 次"


def test_the_reply_goes_before_pasted_options() -> None:
    asked = solve_text("LRU，访问 1,2,3,4,1,2,5,1,2,3,4,5，缺页次数为 A. 7 B. 8 C. 9 D. 10", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("4"), "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"


def test_another_exam_has_other_kinds() -> None:
    assert solve_text(PROBLEM, "civil") is None
    assert solve_text(PROBLEM, "no-such-exam") is None
    assert "page-replacement" not in kinds("civil")
    assert len(kinds("no-such-exam")) == 0


@pytest.mark.parametrize("text", ["", "   ", "你好", "1", PROBLEM * 60])
def test_silence(text: str) -> None:
    assert solve_text(text, "408") is None


@pytest.mark.parametrize(
    ("option", "answer", "equal"),
    [
        ("9", "缺页 9 次", True),
        ("9次", "9 次", True),
        ("75%", "缺页率 9/12 = 75%", True),
        ("6.67 ms", "平均 20/3 ≈ 6.6667 ms", True),
        ("6.7", "平均 20/3 ≈ 6.6667 ms", True),
        ("7", "平均 20/3 ≈ 6.6667 ms", False),
        ("9 KB", "9 MB", False),
        ("10 次", "9 次", False),
        ("9，10", "FIFO：9 次；LRU：10 次", True),
        ("都不对", "9 次", False),
    ],
)
def test_options_that_say_the_answer(option: str, answer: str, equal: bool) -> None:
    assert same_answer(option, answer) is equal


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            (
                "FIFO",
                "LRU",
                "3个页框",
                "缺页",
                "多少次",
                "1,2,3,4,5,1,2",
                "银行家",
                "%",
                "死锁",
                "\n|",
                "页面大小4KB",
                "信号量",
                "？",
                "不",
                "每个",
            )
        ),
        max_size=9,
    )
)
def test_no_jumble_of_its_own_words_breaks_it(words: list[str]) -> None:
    solve_text("，".join(words), "408")
    solve_text("".join(words), "408")


def test_a_figure_of_nought_is_no_problem() -> None:
    assert solve_text("某系统主存容量0KB，逻辑空间0页，每页0KB。逻辑地址和物理地址各需要多少位？", "408") is None
