"""Markdown for platforms without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.markdown import split, to_plain


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


@given(st.text(alphabet="页框 a😀。；\n", max_size=300), st.integers(8, 60), st.sampled_from(["characters", "bytes"]))
def test_parts_fit_and_nothing_is_lost(text: str, limit: int, unit: str) -> None:
    parts = split(text, limit, unit)  # type: ignore[arg-type]
    for part in parts:
        assert (len(part) if unit == "characters" else len(part.encode())) <= limit
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_long_text_is_cut_between_paragraphs() -> None:
    assert split("第一段。\n\n第二段。\n\n第三段。", 12) == ["第一段。\n\n第二段。", "第三段。"]
