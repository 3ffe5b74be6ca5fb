"""A word that turns a condition round is heeded, and the answer comes in the notation that is asked for."""

from __future__ import annotations

import pytest

from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("text", "usual", "contrary"),
    [
        (
            "单位分到 192.0.8.0/22，甲科 180 台设备、乙科 90 台、丙科 40 台，用 VLSM，按数量{}、从低地址起依次分配最小够用的子网，写出各科的网络地址和前缀长度。",
            "从大到小",
            "从小到大",
        ),
        ("某以太网{}端到端传播时延为 8 μs，速率 1 Gbps，最短帧长是多少？", "单程", "往返"),
        ("信息 1100101，按偶校验配海明码（校验位在 1、2、4、8 位，{}号在左），写出海明码。", "低位", "高位"),
        (
            "某 Cache 有 8 组，4 路组相联，主存块大小 64 B，按字节编址，则主存 1000 号（{}）单元所在的块应装入 Cache 的第几组？",
            "十进制",
            "十六进制",
        ),
        (
            "某进程分得 3 个页框，开始都空，依次访问地址 90、520、260、400、140（{}，按字节），页面 128 B，LRU 缺页多少次？",
            "十进制",
            "十六进制",
        ),
    ],
)
def test_a_contrary_has_another_answer_or_none(text: str, usual: str, contrary: str) -> None:
    solved = solve_text(text.format(usual), "408")
    assert isinstance(solved, Solved)
    other = solve_text(text.format(contrary), "408")
    assert not isinstance(other, Solved) or other.answer != solved.answer


@pytest.mark.parametrize(
    ("exam", "text", "usual", "contrary"),
    [
        (
            "civil",
            "甲、乙两队同时从两端修一条步道，甲队单独修要 8 天，乙队单独修要 12 天，结果在距中点 1.2 {}处会合。这条步道全长多少千米？",
            "千米",
            "米",
        ),
        ("408", "工程的活动：A(1→2)5{}，B(1→3)3天，C(2→4)4天，D(3→4)7天，总工期是多少天？", "天", "小时"),
    ],
)
def test_a_unit_beside_another_is_heeded(exam: str, text: str, usual: str, contrary: str) -> None:
    solved = solve_text(text.format(usual), exam)
    other = solve_text(text.format(contrary), exam)
    assert isinstance(solved, Solved)
    assert not isinstance(other, Solved) or other.answer != solved.answer


@pytest.mark.parametrize(("asked", "answer"), [("是多少", "1E5CH"), ("是多少（用十进制表示）", "7772"), ("的十进制值是多少", "7772")])
def test_the_notation_asked_for(asked: str, answer: str) -> None:
    solved = solve_text(f"分页系统页长 1 KB，页表：0→3，1→5，2→7。逻辑地址 0A5CH，物理地址{asked}？", "408")
    assert not isinstance(solved, Solved) or solved.answer == answer
    assert isinstance(solved, Solved) or asked == "的十进制值是多少"
