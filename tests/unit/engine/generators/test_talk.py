"""What people say around a problem goes; what tells something stays."""

from __future__ import annotations

import pytest

from engine.generators.pasted.normalising import normalise
from engine.generators.pasted.talk import without_talk
from engine.generators.solving import Solved, solve_text

PROBLEM = "循环队列长 40,front=31,rear=9,队里有几个元素"


@pytest.mark.parametrize(
    "said",
    [
        "我老是搞混要不要+1",
        "我得42感觉不对",
        "我算出来是176",
        "我室友算的3，我算的5，到底谁对",
        "答案不是",
        "算出来2%和题解不一样",
        "我总担心V会让它清零",
        "写到头秃🥲",
        "感觉要画死人",
        "大佬们给个思路也行",
        "有大佬会吗？",
        "求助求助",
        "求对答案",
        "打卡第5天",
        "题目就这么问的",
        "是不是套公式就行",
        "在线等，挺急的",
        "我算了三遍都不一样",
        "我画出来根是3，答案说不对",
        "手写转了三遍三个结果",
        "我同学说17我算的是26",
        "我同学一个算320一个算730",
        "阶码减127之后我就懵了",
        "这个公式我一直记不住",
    ],
)
def test_talk_goes(said: str) -> None:
    assert without_talk(normalise(f"{PROBLEM}，{said}")).strip("。\n ") == PROBLEM
    assert without_talk(normalise(f"{said}\n{PROBLEM}")).strip() == PROBLEM


def test_where_a_problem_is_from_goes() -> None:
    assert without_talk(normalise(f"我照着408那年的真题改了数：{PROBLEM}（改编自教材）")).strip() == PROBLEM


@pytest.mark.parametrize(
    "said",
    [
        "我们规定每次额外花费5",
        "我同学说页框数是4",
        "我记得题目说不计初始装入",
        "我把第3个数据抄错了，应为8",
        "每次要多用2个单位",
        "P2的到达时间是5",
        "其中有3个不算",
        "假设最后一个失败",
        "我算的时候没算初始装入",
        "答案要求不计返回的距离",
        "若改为4个呢",
        "下一年的3月10日是星期几",
        "队满的条件是什么",
        "我想知道根是几",
        "老师要求按编号从小到大",
        "若失败则重做一次",
        "同学选了英语的有20人",
        "有人选A的30人",
    ],
)
def test_what_tells_something_stays(said: str) -> None:
    text = normalise(f"{PROBLEM}，{said}")
    assert without_talk(text) == text


def test_a_text_of_talk_alone_stays() -> None:
    assert without_talk("大佬们在吗") == "大佬们在吗"


def test_talk_behind_the_options_is_no_part_of_the_last() -> None:
    text = "数组A[0..49]做循环队列，front指向队头元素，rear指向队尾元素的下一个位置，front=30，rear=10，元素个数为（ ）\nA. 20\nB. 29\nC. 30\nD. 31\n我得20感觉不对"
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved) and solved.option == "C"


def test_the_unit_behind_a_blank_stays() -> None:
    assert without_talk(normalise("两两通话一次，共通话28次，参加的有（ ）人。")).endswith("( )人。")
