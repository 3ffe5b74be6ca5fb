"""LaTeX, Markdown, HTML and the line ends of print leave nothing in a problem's text."""

from __future__ import annotations

import pytest

from engine.generators.pasted.normalising import normalise


@pytest.mark.parametrize(
    ("set_", "plain"),
    [
        (r"页面大小为 $2^{10}$ 字节", "页面大小为 2^10 字节"),
        (r"命中率为 $\dfrac{9}{10}$，即 90\%", "命中率为 9/10 ,即 90%"),
        (r"$v_{10}\rightarrow v_{2}$", "v10→ v2"),
        (r"时延为 $20\mu s$，$a \times b$", "时延为 20μs,a × b"),
        (r"\(x = 5\) 时", "x = 5 时"),
        ("速率为 10<sup>6</sup> b/s<br>求时延", "速率为 10^6 b/s\n求时延"),
        (r"对应的位置是\_\_\_\_。", "对应的位置是多少。"),
        ("构造平衡二 叉树", "构造平衡二叉树"),
    ],
)
def test_what_typesetting_leaves_goes(set_: str, plain: str) -> None:
    assert normalise(set_).replace(" ", "") == plain.replace(" ", "")


def test_options_set_as_a_table_are_set_line_by_line() -> None:
    assert normalise("缺页次数为（ ）\n| A | 5 |\n| B | 6 |\n| C | 7 |\n| D | 8 |").splitlines()[1:] == ["A. 5", "B. 6", "C. 7", "D. 8"]


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    assert normalise("這個隊列裡還有幾個元素？棧頂為 3") == "这个队列里还有几个元素?栈顶为 3"


def test_terms_of_taiwan_are_read_as_the_mainlands() -> None:
    assert normalise("匯流排的時脈頻率為100MHz,每個週期傳送32位元資料") == "总线的时钟频率为100MHz,每个周期传送32位数据"


def test_simplified_characters_stay_as_they_are() -> None:
    assert normalise("他的著作、乾坤、余数、后面") == "他的著作、乾坤、余数、后面"


def test_marks_of_a_notebook_go() -> None:
    assert normalise("✅12. 页框有3个（ ）\n\n```\nA. 4\nB. 5\n```").split() == ["12.", "页框有3个(", ")", "A.", "4", "B.", "5"]


def test_how_a_character_is_pronounced_goes() -> None:
    assert normalise("從1到9的數(shù)字中任取兩(liǎng)個") == "从1到9的数字中任取两个"
    assert normalise("函数f(x)的值") == "函数f(x)的值"


def test_the_ends_of_an_edge_may_each_be_a_formula() -> None:
    assert "v0→v1" in normalise("有向图的边集 E={<$v_{0}$,$v_{1}$>，<$v_{0}$,$v_{2}$>}")
