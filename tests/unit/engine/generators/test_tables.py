"""Tables of HTML and of LaTeX become those of Markdown, and nothing else does."""

from __future__ import annotations

import pytest

from engine.generators.pasted.normalising import normalise
from engine.generators.pasted.tables import with_tables_in_bars


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        (
            '<table border="1"><tr><th>作业</th><th>到达<br/>时间</th></tr>\n<tr><td>J1</td><td> 0 </td></tr><tr><td>J2</td><td><b>3</b></td></tr></table>',
            ["| 作业 | 到达 时间 |", "| --- | --- |", "| J1 | 0 |", "| J2 | 3 |"],
        ),
        (
            "<table><tbody><tr><td rowspan='2'>进程</td><td colspan=\"2\">已分配</td></tr><tr><td>A<td>B</tr><tr><td>P1<td>1<td>0</tr></tbody></table>",
            ["| 进程 | 已分配 | |", "| --- | --- | --- |", "| | A | B |", "| P1 | 1 | 0 |"],
        ),
        (
            r"\begin{tabular}{|c|c|} \hline 页号 & 块号 \\ \hline 0 & 5 \\ 1 & 2 \\ \hline \end{tabular}",
            ["| 页号 | 块号 |", "| --- | --- |", "| 0 | 5 |", "| 1 | 2 |"],
        ),
        (
            r"$$\begin{array}{c|cc}\text{作业} & \text{到达} \\ \hline J_1 & 0 \\ J_2 & 1\end{array}$$",
            ["| 作业 | 到达 |", "| --- | --- |", "| J1 | 0 |", "| J2 | 1 |"],
        ),
    ],
)
def test_a_table_becomes_rows_between_bars(written: str, rows: list[str]) -> None:
    text = normalise(f"如下表所示。{written}求平均周转时间。")
    assert [line.strip() for line in text.split("\n") if "|" in line] == rows
    assert text.startswith("如下表所示。\n") and text.endswith("\n求平均周转时间。")


@pytest.mark.parametrize(
    "text",
    [
        r"$\begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array}$",
        "若 a<t 且 t>b，求 <tr> 的次数。",
        "<table><tr><td>只有一格</td></tr></table>",
    ],
)
def test_what_is_no_table_stays(text: str) -> None:
    assert with_tables_in_bars(text) == text
