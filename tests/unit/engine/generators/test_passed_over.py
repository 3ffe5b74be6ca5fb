"""A problem that asks for more than is understood is left alone, whichever kind reads it."""

from __future__ import annotations

import pytest

from engine.generators.guards.passed_over import fewer_said, question_passed_over, said_twice
from engine.generators.pasted.normalising import normalise
from engine.generators.solving import Solved, solve_text

PROBLEM = "分页系统给进程 3 个页框，初始为空，采用 FIFO，访问序列 1,2,3,4,1,2,5,1,2,3,4,5，缺页几次？"


@pytest.mark.parametrize(
    "more",
    [
        "并求出其中最大的那个占总数的百分比。",
        "它的倒数是多少？",
        "(2)若其中一个数据加倍，结果变为多少？",
        "以及相邻两个之差。",
        "中间那个是谁？",
    ],
)
def test_a_second_question_that_nobody_understands_silences(more: str) -> None:
    assert isinstance(solve_text(PROBLEM, "408"), Solved)
    assert not isinstance(solve_text(PROBLEM + more, "408"), Solved)


@pytest.mark.parametrize("more", ["写出过程。", "并说明理由。", "保留一位小数。"])
def test_what_asks_for_no_other_value_does_not(more: str) -> None:
    plain, solved = solve_text(PROBLEM, "408"), solve_text(PROBLEM + more, "408")
    assert isinstance(plain, Solved) and isinstance(solved, Solved) and solved.answer == plain.answer


def test_a_question_is_heard_if_the_answer_changes_without_it_or_speaks_of_it() -> None:
    text = normalise("缺页多少次？缺页率多少？")
    assert question_passed_over(text, "9", lambda rest: "9") is not None
    assert question_passed_over(text, "9；75%", lambda rest: "9" if "率" not in rest else "75%") is None
    assert question_passed_over(normalise("次数多少？是否溢出？"), "次数 3，溢出", lambda rest: "次数 3，溢出") is None


@pytest.mark.parametrize("more", ["，访问了哪些边", "，所需空间为多少", "及其方差", "以及标准差"])
def test_a_question_joined_by_a_comma_or_a_word_silences_too(more: str) -> None:
    text = PROBLEM.rstrip("？")
    assert isinstance(solve_text(text, "408"), Solved)
    assert not isinstance(solve_text(f"{text}{more}？", "408"), Solved)


def test_what_is_only_said_otherwise_is_no_second_question() -> None:
    for text in (
        "6 个村庄之间的公路（km）：A-B 6，A-C 3，B-C 2，B-D 5，C-D 3，C-E 4，D-E 2，D-F 3，E-F 5。求 A 村到 F 村的最短里程及其路线。",
        "结点 G 与邻居 H、I、J 相连，实测延迟分别为 8、10、12。到目的 K 的延迟估计：H 为 20，I 为 15，J 为 14。G 选哪个作下一跳，估计延迟多少？",
    ):
        assert isinstance(solve_text(text, "408"), Solved), text


@pytest.mark.parametrize("asked", ["装入率为( )%,", "装入率为____%，", "此时的周转时间是（21）ms，"])
def test_a_blank_in_the_middle_that_nobody_fills_silences(asked: str) -> None:
    told, question = PROBLEM.rsplit("，", 1)
    assert isinstance(solve_text(f"{told}，则{question.replace('几次？', '为（22）次。')}", "408"), Solved)
    assert not isinstance(solve_text(f"{told}，则{asked}{question.replace('几次？', '为（22）次。')}", "408"), Solved)


def test_the_same_said_twice_is_a_question_whose_condition_nobody_heard() -> None:
    assert said_twice("速率 64 Mbps，速率 64 Mbps") == "速率 64 Mbps"
    assert said_twice("FIFO：缺页 9 次；LRU：缺页 9 次") is None
    assert said_twice("首次适应：1 号区，35 KB 的不能满足；最坏适应：2 号区，35 KB 的不能满足") is None
    text = "信道带宽 8 MHz，信号有 4 种状态。不计噪声时最大传输速率是多少？信噪比为 50 dB，传输速率又是多少？"
    assert not isinstance(solve_text(text, "408"), Solved)


def test_an_answer_has_a_part_for_every_numbered_question() -> None:
    text = normalise("某系统……。（1）缺页几次？（2）缺页率多少？（3）说明理由。")
    assert fewer_said(text, "9 次")
    assert not fewer_said(text, "9 次；75%")
    assert not fewer_said(normalise("页框 3 个，序列（1）（2）（3），缺页几次？"), "9 次")


def test_one_thing_said_answers_one_question_mark() -> None:
    text = normalise("模式串 abaab 的 next 数组是什么？第 4 个字符失配时右移几位？")
    assert fewer_said(text, "右移 2 位")
    assert not fewer_said(text, "next：0, 1, 1, 2, 2；右移 2 位")
    assert not fewer_said(normalise("是赚了还是亏了？赚或亏多少元？"), "亏 200 元")
