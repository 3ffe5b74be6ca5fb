"""Lines that a page broke are one sentence again; lines that somebody set apart stay."""

from __future__ import annotations

import pytest

from engine.generators.pasted.lines import unwrapped, without_spaces_between_all
from engine.generators.pasted.normalising import normalise

BROKEN = "某信道上每个字符由 1 位起始位、7 位数据位、\n1 位奇偶位和 1 位终止位组成，采用四相调制，若有\n效数据速率为 700b/s，则码元速率为（ ）波特。"


def test_lines_that_a_page_broke_are_joined() -> None:
    assert unwrapped(BROKEN) == BROKEN.replace("\n", "")


def test_an_option_that_a_page_broke_is_joined_and_the_next_one_is_not() -> None:
    text = "信号量的值为 -1 时（ ）\nA. 没有进程进入临界区\nB. 有一个进程在临界区内，另一个进程正等待进\n入\nC. 有两个进程在临界区内"
    assert unwrapped(text) == text.replace("进\n入", "进入")


@pytest.mark.parametrize(
    "text",
    [
        "甲单独做10天完成\n乙单独做15天完成\n两人合做几天",
        "某县主要农作物的产量如下表所示（单位为万吨，按年份列出）\n年份 2021 2022\n稻谷 52.8 54.6",
        "采用首次适应算法，依次为下面的作业分配内存，问能否分配成功\nA 40KB\nB 90KB",
        "下列各数中最大的是哪一个，请先化成十进制再比较大小然后选择\nA. 1010B\nB. 0FH",
        "某系统有四个进程，它们到达的时刻和要求的运行时间如下所示，\n\nP1 0 6\nP2 1 3",
        "已知某进程依次访问的页号序列如下面一行所示并且页框初始为空\n1 2 3 4 1 2 5 1 2 3 4 5",
    ],
)
def test_lines_set_apart_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_spaces_between_all_characters_part_nothing() -> None:
    assert without_spaces_between_all("某 进 程 分 得 3 个 页 框，缺 页 几 次") == "某进程分得 3 个页框，缺页几次"


def test_spaces_in_place_of_commas_stay() -> None:
    assert without_spaces_between_all("页框三个 初始为空 先进先出 缺页几次") == "页框三个 初始为空 先进先出 缺页几次"


def test_a_point_may_end_a_sentence() -> None:
    assert normalise("命中率为 95%.求平均时间.(1)先访问 Cache 要 10ns.") == "命中率为 95%。求平均时间。(1)先访问 Cache 要 10ns。"
    assert normalise("比例为 1.5 和 2.5") == "比例为 1.5 和 2.5"


def test_paragraphs_of_a_web_page_are_lines() -> None:
    assert normalise("<p>某进程分得3个页框。</p><p>缺页几次？</p>") == "某进程分得3个页框。\n缺页几次?"


def test_figures_stand_close_in_sentences_and_apart_in_rows() -> None:
    assert normalise("机器字长 12 位，其中数符 1 位。") == "机器字长12位,其中数符1位。"
    assert normalise("甲乙12 甲丙5 乙丙10，最少多少") == "甲乙12 甲丙5 乙丙10,最少多少"
