"""What limits the thing asked for is heeded, and an answer has the form that is asked for, in problems of computing."""

from __future__ import annotations

import pytest

from engine.generators import Solved, solve_text
from engine.generators.guards.figures import figure_told_once_more
from engine.generators.guards.forms import other_form_answered
from engine.generators.guards.limited import limit_passed_over


@pytest.mark.parametrize(
    ("text", "answer", "passed_over"),
    [
        ("访问串1,2,3,1,5,页号为奇数的页缺页几次?", "缺页 4 次", True),
        ("访问串1,2,3,1,5,偶数号页命中几次?", "命中 1 次", True),
        ("磁头60,LOOK,掉头以后移动多少道?", "共移动 130 个磁道", True),
        ("磁头60,FCFS,最后一次移动多少道?", "共移动 130 个磁道", True),
        ("磁头60,SSTF,向磁道号增大的方向共移动多少道?", "共移动 130 个磁道", True),
        ("磁头60,向磁道号增大的方向移动,共移动多少道?", "共移动 130 个磁道", False),
        ("结点中红色的有几个?", "8 个结点", True),
        ("曾被阻塞过的进程共几个?", "3 个", True),
        ("最先完成的进程的周转时间?", "最先完成的是 P2", True),
        ("每组的标记一共多少位?", "标记共 2560 位", True),
        ("每行的标记多少位?", "标记 10 位", False),
        ("最外层页表占几页?", "1024 页", True),
        ("外层页表有几项?", "外层页表 256 项", True),
        ("第二个分片的片偏移值是多少?", "片偏移 100", False),
        ("块内偏移的值是多少?", "块内地址 6 位", True),
        ("快速排序第一趟的结果是什么?", "3, 1, 2", False),
        ("拥塞窗口首次达到8是第几轮?", "第 4 轮", False),
        ("除数据块外还要几个索引块?", "3 个", False),
    ],
)
def test_a_limit_changes_the_answer(text: str, answer: str, passed_over: bool) -> None:
    assert (limit_passed_over(text, answer, lambda _: answer) is not None) is passed_over
    assert limit_passed_over(text, answer, lambda _: "another") is None


@pytest.mark.parametrize(
    ("text", "answer", "of_another_form"),
    [
        ("-20的8位补码中1的个数?", "[x]补 = 11101100", True),
        ("机器码里有几个1?", "40F00000H；3F800000H", True),
        ("校验码里有几个1?", "3 个", False),
        ("主存地址1234H对应的组号?该组最后一行的行号?", "第 3 组；组号 4 位", True),
        ("组号占几位?主存地址1234H在哪一组?", "组号 4 位；第 3 组", False),
        ("信号量有几个可能的值?", "-8～2", True),
        ("更新后下一跳为R2的有几个?", "N1：6，下一跳 R2；N2：6，下一跳 R3", True),
        ("机器码的低16位是?", "C2ED4000H", True),
        ("机器码是?", "C2ED4000H", False),
        ("转成中缀需要几对括号?", "a+b*(c-d)", True),
        ("下一跳?掩码长度是几?", "C", True),
        ("最后淘汰的页?", "依次淘汰 1, 2, 3, 4", True),
        ("按淘汰次序写出各页,最后淘汰哪一页?", "依次淘汰 1, 2, 3, 4", False),
        ("分别溢出否?x的真值?", "[x+y]补 = 0.0001，不溢出", True),
    ],
)
def test_an_answer_has_the_form_asked_for(text: str, answer: str, of_another_form: bool) -> None:
    assert (other_form_answered(text, answer) is not None) is of_another_form


@pytest.mark.parametrize(
    ("text", "answer", "told"),
    [
        ("主存地址28位,比较器几个?每个几位?", "比较器 8 个，主存地址 28 位", True),
        ("主存地址28位,主存多大?标记几位?", "主存 256 MB，标记 13 位", False),
    ],
)
def test_what_is_told_is_no_answer(text: str, answer: str, told: bool) -> None:
    assert (figure_told_once_more(text, answer, lambda _: None) is not None) is told


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("172.20.4.0/24，网关占一个地址，最多还能接多少台主机？", "还能接 253 台"),
        ("RTT 为 30ms，MSS 1KB，cwnd 初值 1KB，门限 8KB，发送 40KB 文件共需几个 RTT？", "7 个 RTT"),
        ("IP 数据报总长 3000B，首部 20B，MTU 1420，第 2 片的片偏移对应的字节序号是多少？", "片偏移的字节值 1400"),
    ],
)
def test_some_of_them_are_computed(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert answer in solved.answer


@pytest.mark.parametrize(
    "text",
    [
        "172.20.4.0/24，网关占了第一个地址，主机可用的最小地址和最大地址？",
        "32 位逻辑地址，页面 4KB，页表项 4B，程序大小 9MB，页表占几页？",
        "入栈序列 1 2 3，不可能的出栈序列是？A. 321 B. 312 C. 213 D. 123，其中能得到且最先出栈的是 3 的是哪个？",
    ],
)
def test_others_are_left(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)
