"""What pages, files and online judges leave in a text goes, and nothing of the problem with it."""

from __future__ import annotations

import pytest

from engine.generators.pasted.pages import without_page
from engine.generators.solving import Solved, solve_text

PROBLEM = "初始为空的 3 个页框，\n采用 FIFO，依次访问 1、2、3、4、1、2、5、1、2、3、4、5，缺页几次？\nA. 8 次\nB. 9 次\nC. 10 次\nD. 11 次"


@pytest.mark.parametrize(
    ("copied", "plain"),
    [
        ("\ufeff页面大小为\u200b 4KB", "页面大小为 4KB"),
        ("第一行\r\n第二行", "第一行\n第二行"),
        ("&emsp;&emsp;设栈&nbsp;S&ldquo;初始为空&rdquo;", "  设栈\xa0S“初始为空”"),
        ("b = c &a; d &mask; e", "b = c &a; d &mask; e"),
        ("求平均等待时间\\n单位 ms", "求平均等待时间\n单位 ms"),
        ("其中 $a \\neq b$，$\\nu$ 是频率", "其中 $a \\neq b$，$\\nu$ 是频率"),
        ("> 设有 5 个进程\n> 求平均周转时间", "设有 5 个进程\n求平均周转时间"),
        ("现有磁道访问\n\n![](https://example.com/a.png)\n\n请求序列", "现有磁道访问请求序列"),
        ("初始为空。\n<img src='a.png' width=3>\n缺页几次？", "初始为空。\n缺页几次？"),
        ("则缺页率\n— 12 —\n为多少", "则缺页率为多少"),
        ("共有\n第 3 页（共 12 页）\n(1) 缺页几次", "共有\n(1) 缺页几次"),
        ("缺页几次 [单选题] *\nA. 8", "缺页几次 \nA. 8"),
        ("@上岸 缺页几次", "缺页几次"),
        ("单选题\n2分\n缺页几次？\n8\nA\n9\nB\n10\nC\n11\nD\n提交", "缺页几次？\nA. 8\nB. 9\nC. 10\nD. 11"),
        ("缺页几次" + " " * 900 + "？" + "\n" * 900 + "3 个页框", "缺页几次" + " " * 16 + "？\n\n\n\n3 个页框"),
        ("有 *n* 个结点，2*x*3", "有 n 个结点，2*x*3"),
        ("A. ABCD/+*EF*-G+", "A. ABCD/+*EF*-G+"),
    ],
)
def test_what_stands_around_a_problem_goes(copied: str, plain: str) -> None:
    assert without_page(copied) == plain


@pytest.mark.parametrize(
    "pasted",
    [
        PROBLEM.replace("\n", "\r\n"),
        "&emsp;" + PROBLEM,
        PROBLEM + "\n![](https://example.com/a.png)",
        PROBLEM.replace("，\n", "，\n— 7 —\n"),
        PROBLEM + "\n选哪个？为啥",
        PROBLEM + " 怎么算啊",
        PROBLEM + "\n\n参考答案：B\n解析：FIFO 每次换出最早进入的页。",
        PROBLEM.replace("A. ", "a) ").replace("B. ", "b) ").replace("C. ", "c) ").replace("D. ", "d) "),
        PROBLEM.replace("A. ", "○ A. ").replace("B. ", "○ B. ").replace("C. ", "○ C. ").replace("D. ", "○ D. "),
        PROBLEM.replace("A. ", "【A】").replace("B. ", "【B】").replace("C. ", "【C】").replace("D. ", "【D】"),
        PROBLEM.replace("A. ", "").replace("B. ", "").replace("C. ", "").replace("D. ", ""),
        PROBLEM.replace("\nB. 9 次\nC. 10 次", "\nC. 10 次\nB. 9 次"),
    ],
)
def test_a_pasted_question_gets_the_letter_of_its_answer(pasted: str) -> None:
    solved = solve_text(pasted, "408")
    assert isinstance(solved, Solved)
    assert (solved.answer, solved.option) == ("缺页 9 次", "B")


def test_a_second_question_below_a_key_is_not_taken_away() -> None:
    two = PROBLEM + "\n答案：B\n2. 若用 LRU 呢，缺页几次？"
    solved = solve_text(two, "408")
    assert not isinstance(solved, Solved) or "10" in solved.answer
