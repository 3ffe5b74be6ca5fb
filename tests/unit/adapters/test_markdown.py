"""Markdown for platforms without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.markdown import pieces, plain_formulas, to_plain


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**答案：B**（快表）", "答案：B（快表）"),
        ("# 内存管理\n\n分页把内存分成*页框*。", "【内存管理】\n分页把内存分成页框。"),
        ("- A. 先来先服务\n- B. 短作业优先", "· A. 先来先服务\n· B. 短作业优先"),
        ("1. 关中断\n2. 保存断点", "1. 关中断\n2. 保存断点"),
        ("| 页 | 框 |\n|---|---|\n| 0 | 3 |\n| 1 | 5 |", "页 | 框\n0 | 3\n1 | 5"),
        ("```c\nwait(S);\nS--;\n```", "wait(S);\nS--;"),
        (r"命中率 $\frac{h}{n} \times 100\%$", "命中率 (h)/(n) × 100%"),
        ("`a_b*c` 和 $x_i*y_i$", "a_b*c 和 x_i*y_i"),
        ("页号 = 地址 / 页长，用 2 * 3 * 4 估算", "页号 = 地址 / 页长，用 2 * 3 * 4 估算"),
        ("[快表](#os.memory.tlb)见上", "快表见上"),
        ("前\n\n---\n\n后", "前\n\n—————\n\n后"),
    ],
)
def test_plain_text_reads_as_a_person_would_type_it(markdown: str, plain: str) -> None:
    assert to_plain(markdown) == plain


@given(st.text())
def test_anything_can_be_made_plain(text: str) -> None:
    to_plain(text)


@pytest.mark.parametrize(
    ("markdown", "lost"),
    [
        ("普通的一段话，$2^{26}$ 字节。", [False]),
        ("先看表：\n\n| 页 | 框 |\n|---|---|\n| 0 | 3 |\n\n命中几次？", [False, True, False]),
        ("```c\nwait(S);\n```", [False]),
        ("```c\nwait(S);\nx = 1;\nsignal(S);\n```", [True]),
        (r"平均为 $\sum_{i=1}^{n} \sqrt{p_i}$ 次。", [True]),
        (r"命中率 $\frac{h}{n} \times 100\%$", [False]),
        ("- 一\n- 二", [False]),
        ("`a | b` 或 a | b", [False]),
        ("> **[1] 书 > 节**\n>\n> | 页 | 框 |\n> |---|---|\n> | 0 | 3 |\n>\n> 完", [False, True, False]),
    ],
)
def test_what_plain_text_would_lose_is_known(markdown: str, lost: list[bool]) -> None:
    assert [piece.is_lost for piece in pieces(markdown)] == lost


@given(st.lists(st.sampled_from(["一段话。", "- 项", "| a | b |\n|---|---|\n| 1 | 2 |", "```\nx\n```", "> 引", "# 题"]), max_size=8))
def test_pieces_hold_every_word(blocks: list[str]) -> None:
    markdown = "\n\n".join(blocks)
    assert "".join("".join(piece.markdown for piece in pieces(markdown)).split()) == "".join(markdown.replace("> ", "").split())


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        (r"查找 $\varepsilon$，命中率 $\alpha=90\%$", "查找 ε，命中率 α=90%"),
        (r"$$\text{EAT}=\alpha(\varepsilon+t)$$", "EAT=α(ε+t)"),
        (r"$x\leftarrow y$，$a\le b$，$2\times100$", "x← y，a≤ b，2×100"),
        (r"$\int x$", r"\int x"),  # what is not known stays as it is, and is not read as a shorter word
        ("`$\\alpha$`", "`$\\alpha$`"),
        ("> 时间：\n> $$\n> a=\n> b\n> $$\n> 完", "> 时间：\n> a= b\n> 完"),
    ],
)
def test_formulas_are_written_plainly(markdown: str, plain: str) -> None:
    assert plain_formulas(markdown) == plain


@given(st.lists(st.sampled_from(["*", "_", "a", "|", "[x]", "`", "<b>", "&lt;", "#", "~~"]), min_size=1, max_size=6))
def test_where_markdown_has_escapes_a_formula_keeps_its_marks(marks: list[str]) -> None:
    formula = "".join(marks)
    assert to_plain(plain_formulas(f"设 $x{formula}y$ 成立", escaped=True)) == f"设 x{formula}y 成立"
