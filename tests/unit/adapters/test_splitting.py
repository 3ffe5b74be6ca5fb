"""Long texts in parts that a platform takes."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.splitting import split

Unit = Literal["characters", "bytes"]


@given(st.text(alphabet="页框 a😀。；\n", max_size=300), st.integers(40, 90), st.sampled_from(["characters", "bytes"]))
def test_parts_fit_and_nothing_is_lost(text: str, limit: int, unit: Unit) -> None:
    parts = split(text, limit, unit)
    for part in parts:
        assert (len(part) if unit == "characters" else len(part.encode())) <= limit
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_long_text_is_cut_between_paragraphs() -> None:
    first, second = "第一段。" * 8, "第二段。" * 8
    assert split(f"{first}\n\n{second}", 50) == [first, second]


LINES = st.lists(st.sampled_from(["int x = 0;", "while (x < 页数) x++;", "", "    return 0;"]), min_size=1, max_size=40)


@given(
    st.lists(st.one_of(LINES.map(lambda lines: "```c\n" + "\n".join(lines) + "\n```"), st.just("讲一讲。" * 5)), max_size=6),
    st.integers(60, 200),
)
def test_a_code_block_is_closed_and_opened_again(blocks: list[str], limit: int) -> None:
    parts = split("\n\n".join(blocks), limit)
    for part in parts:
        assert len(part) <= limit
        assert sum(line.startswith("```") for line in part.splitlines()) % 2 == 0, part
    whole = "\n".join(parts)
    for block in blocks:
        for line in block.splitlines():
            assert whole.count(line) >= 1


@given(
    st.lists(st.sampled_from(["平均寻道长度是", "$a_1 + b_2 \\times c$", "，其中", "$$S = \\sum_i x_i$$", "\n"]), max_size=40),
    st.integers(40, 120),
)
def test_a_formula_is_never_cut(words: list[str], limit: int) -> None:
    for part in split("".join(words), limit):
        assert part.count("$") % 2 == 0, part


@pytest.mark.parametrize("text", ["```" + "x" * 500, "```\n" * 200, "$" * 300, "```a\n" + "长" * 400 + "\n```", "~~~\n" + "a\n" * 300])
@pytest.mark.parametrize("unit", ["characters", "bytes"])
def test_strange_texts_end_too(text: str, unit: Unit) -> None:
    for part in split(text, 40, unit):
        assert (len(part) if unit == "characters" else len(part.encode())) <= 40
