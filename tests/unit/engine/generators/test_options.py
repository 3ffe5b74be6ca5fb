"""Options pasted with a problem, in the many ways they are set."""

from __future__ import annotations

import pytest

from engine.generators.choices.options import split_options, without_separators
from engine.generators.pasted.normalising import normalise


def test_options_are_split_off() -> None:
    stem, options = split_options("缺页次数为（ ）\nA. 7 B．8\nC、9 D) 10")
    assert (stem, options) == ("缺页次数为（ ）", ("7", "8", "9", "10"))
    assert split_options("进程 A、B、C 依次到达") == ("进程 A、B、C 依次到达", ())


def test_options_without_marks() -> None:
    assert split_options("52的左右孩子分别是？\nA 43、60 B 48、60 C 48、70 D 43、70") == (
        "52的左右孩子分别是？",
        ("43、60", "48、60", "48、70", "43、70"),
    )
    assert split_options("依次并入S的次序是\nA v2 v1 v4\nB v2 v4 v1\nC v1 v2 v4\nD v4 v1 v2")[1] == (
        "v2 v1 v4",
        "v2 v4 v1",
        "v1 v2 v4",
        "v4 v1 v2",
    )
    assert split_options("abcd依次进栈 下面哪个不可能 A dcba B cbda C bdca D cdab")[1] == ("dcba", "cbda", "bdca", "cdab")


def test_options_marked_by_brackets_alone() -> None:
    stem, options = split_options("发送时延是( )。(A)2 s(B) 0.2 s(C) 0.02 s(D) 0.002 s")
    assert options == ("2 s", "0.2 s", "0.02 s", "0.002 s")
    assert "(A)" not in stem and stem.startswith("发送时延是( )")
    assert split_options("信号量为 S(A)、S(B)、S(C)、S(D)")[1] == ()


def test_options_glued_together_labelled_and_five() -> None:
    assert split_options("还需几天?备选选项:A.9B.12C.15D.18") == ("还需几天?", ("9", "12", "15", "18"))
    assert split_options("可能性是\nA、0.1\nB、0.25\nC、0.4\nD、0.5\nE、0.75")[1] == ("0.1", "0.25", "0.4", "0.5", "0.75")
    assert split_options("频度 A:45, B:13, C:12, D:16, E:9")[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "进程 到达时间 运行时间\nA 0 3\nB 2 6\nC 4 4\nD 6 5",
        "顶点有 A B C D",
        "A B 5 C D 6",
    ],
)
def test_rows_of_a_table_are_no_options(text: str) -> None:
    assert split_options(text) == (text, ())


def test_options_in_a_table_or_a_list_of_markdown() -> None:
    table = normalise("磁头移动的道数是（ ）。\n|编号|选项|\n|:-|:-|\n|A|80|\n|B|136|\n|C|165|\n|D|162|")
    assert split_options(table)[1] == ("80", "136", "165", "162")
    assert split_options(normalise("所需簇的个数为（ ）\n- A. 80\n- B. 320\n- C. 80K\n- D. 320K"))[1] == ("80", "320", "80K", "320K")
    assert split_options(normalise("对应的位置是（ ）\nA\\. 3，5\nB\\. 4，4\nC\\. 3，4\nD\\. 4，5"))[1] == ("3,5", "4,4", "3,4", "4,5")


def test_letters_within_an_option_are_no_marks() -> None:
    text = "此时安全性检测的结果是（ ）。\nA. 唯一序列 B、C、A\nB. 不存在\nC. 多个\nD. 唯一序列 B、A、C"
    assert split_options(text)[1] == ("唯一序列 B、C、A", "不存在", "多个", "唯一序列 B、A、C")


def test_four_lines_without_any_mark_behind_a_blank() -> None:
    assert split_options(normalise("优化后 P 的执行时间是（）\n6.3 秒\n8.8 秒\n10.5 秒\n12.6 秒"))[1] == (
        "6.3 秒",
        "8.8 秒",
        "10.5 秒",
        "12.6 秒",
    )
    assert split_options(normalise("信号量 S 的取值范围为___。\n-2~n\n-(n-1)~1\n-(n-1)~2\n-(n-2)~2"))[1][3] == "-(n-2)~2"
    assert split_options("下面各进程的到达时间和运行时间为\n0 3\n2 6\n4 4\n6 5")[1] == ()
    assert split_options("数据传输率为( )\nA1200bps\nB2400bps\nC4800bps\nD9600bps")[1] == ("1200bps", "2400bps", "4800bps", "9600bps")


def test_what_a_judge_or_a_page_puts_between_the_question_and_its_options() -> None:
    assert split_options(normalise("栈的容量至少应该是（   ）。\n\n{{ select(7) }}\n\n- 6\n- 5\n- 4\n- 3"))[1] == ("6", "5", "4", "3")
    assert split_options(normalise("最大信道利用率为( )。\n\n### CHOICES\n\n- A. 80%\n- B. 66.7%\n- C. 44.4%\n- D. 40%"))[1][3] == "40%"


def test_a_row_of_numbers_keeps_its_commas() -> None:
    assert without_separators(["1,500", "约 2,000 亿元", "900"], "约 1495.94 亿元") == ["1500", "约 2000 亿元", "900"]
    assert without_separators(["1,500", "2,000"], "1,500") == ["1,500", "2,000"]


def test_a_form_has_each_letter_below_its_option_and_a_button_at_the_end() -> None:
    stem, options = split_options(normalise("单选题\n2分\n\n帧长至少为多少？\n\n90b\n\nA\n\n170b\n\nB\n\n250b\n\nC\n\n330b\n\nD\n\n提交"))
    assert options == ("90b", "170b", "250b", "330b")
    assert stem.endswith("帧长至少为多少?")
    assert split_options("帧长至少为多少?\n90b\nA\n170b\nB\n250b\nC\n330b\nD")[1] == ()
