"""Passages: whole where they fit, cut where it hurts least, nothing lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.loading import load
from kb.loading.blocks import blocks
from kb.passages import Passage, Section
from kb.splitting import DEFAULT_SIZE, split, tokens

NOTES = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "notes"
SENTENCE = "分页把进程的地址空间分成大小相同的页，把物理内存分成同样大小的页框。"


def section(text: str, *path: str, page: int | None = None, anchor: str | None = None) -> Section:
    return Section(("操作系统", *path), text, page, anchor)


def characters(text: str) -> str:
    return "".join(text.split())


def texts(passages: list[Passage]) -> list[str]:
    return [passage.text for passage in passages]


def test_a_section_that_fits_stays_whole() -> None:
    text = "\n\n".join([SENTENCE] * 8)
    assert split([section(text, "分页", page=3, anchor="os.memory.paging")]) == [
        Passage(("操作系统", "分页"), text, 0, 3, "os.memory.paging"),
    ]


def test_a_long_section_is_cut_between_paragraphs_into_even_parts() -> None:
    paragraphs = [f"{number}。{SENTENCE * 3}" for number in range(9)]
    passages = split([section("\n\n".join(paragraphs), "分页", anchor="a")])
    assert [text for passage in passages for text in passage.text.split("\n\n")] == paragraphs
    lengths = [tokens(passage.searchable) for passage in passages]
    assert max(lengths) <= DEFAULT_SIZE
    assert max(lengths) - min(lengths) <= tokens(paragraphs[0]) + 5
    assert {(passage.path, passage.anchor) for passage in passages} == {(("操作系统", "分页"), "a")}
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    passages = split([section(SENTENCE * 40)])
    assert len(passages) > 1
    assert all(passage.text.endswith("。") and passage.text.startswith("分页") for passage in passages)


def test_a_line_that_announces_stays_with_what_it_announces() -> None:
    code = "```c\n" + "x = x + 1;\n" * 25 + "```"
    for before in range(1, 12):
        passages = split([section("\n\n".join([SENTENCE] * before + ["代码如下：", code]))])
        assert any("代码如下：\n\n```c" in passage.text for passage in passages)


def test_a_long_code_block_is_cut_between_lines_with_its_fence_repeated() -> None:
    lines = [f"int value_{number} = compute({number});" for number in range(90)]
    passages = split([section("````c title='a'\n" + "\n".join(lines) + "\n````")])
    assert len(passages) > 2
    assert all(passage.text.startswith("````c title='a'\n") and passage.text.endswith("\n````") for passage in passages)
    assert [line for passage in passages for line in passage.text.split("\n")[1:-1]] == lines


def test_a_long_table_is_cut_between_rows_with_its_header_repeated() -> None:
    header = ["| 算法 | 时间 | 说明 |", "| --- | --- | --- |"]
    rows = [f"| 算法{number} | $O(n^{number})$ | 第 {number} 种做法 |" for number in range(60)]
    passages = split([section("\n".join(header + rows))])
    assert len(passages) > 2
    assert all(passage.text.split("\n")[:2] == header for passage in passages)
    assert [row for passage in passages for row in passage.text.split("\n")[2:]] == rows


def test_a_header_that_leaves_no_room_is_said_once() -> None:
    header = "| " + "很长的表头" * 60 + " | b |"
    passages = split([section("\n".join([header, "| - | - |", *[f"| {n} | {SENTENCE} |" for n in range(20)]]))])
    assert sum(header in passage.text for passage in passages) == 1
    assert len(passages) > 2


@pytest.mark.parametrize(
    "atom",
    [
        "$a。b，c d e$",
        "$$x = 1。y = 2$$",
        "`while (a。b) c`",
        "\\(p。q，r s t\\)",
        "[一个。链接](https://example.org/a。b)",
        "https://example.org/aaaaaaaaaaaaaaa",
    ],
)
def test_formulas_code_and_links_in_a_line_are_not_cut(atom: str) -> None:
    text = "".join(f"第{number}个式子是 {atom} 它很重要没有标点" for number in range(60))
    passages = split([section(text)])
    assert len(passages) > 2
    assert sum(passage.text.count(atom) for passage in passages) == 60


def test_a_display_formula_stays_whole() -> None:
    formula = "$$\n\\begin{aligned}\n" + "a &= b + c \\\\\n" * 40 + "\\end{aligned}\n$$"
    passages = split([section(f"{SENTENCE * 6}\n\n{formula}\n\n{SENTENCE * 6}")])
    assert sum(formula in passage.text for passage in passages) == 1


def test_characters_that_belong_together_are_not_parted() -> None:
    for unit in ("\ud83d\ude00", "e\u0301", "\U0001f468\u200d\U0001f469", "❤\ufe0f"):
        for passage in split([section(unit * 3000)]):
            assert len(passage.text) % len(unit) == 0
            assert passage.text == unit * (len(passage.text) // len(unit))


def test_small_neighbours_under_one_heading_are_joined() -> None:
    passages = split(
        [
            section("HTTP 有几种方法。", "HTTP", "方法"),
            section("获取资源。", "HTTP", "方法", "GET"),
            section("提交数据。", "HTTP", "方法", "POST"),
            section(SENTENCE * 4, "HTTP", "状态码"),
            section("在客户端。", "HTTP", "Cookie"),
        ]
    )
    assert [(passage.path[1:], passage.text) for passage in passages] == [
        (("HTTP", "方法"), "HTTP 有几种方法。\n\n**GET**\n\n获取资源。\n\n**POST**\n\n提交数据。"),
        (("HTTP", "状态码"), SENTENCE * 4),
        (("HTTP", "Cookie"), "在客户端。"),
    ]


def test_a_knowledge_point_is_never_joined_with_another() -> None:
    passages = split([section("互斥。", "条件", anchor="a"), section("占有。", "条件二", anchor="b"), section("其他。", "条件三")])
    assert [(passage.anchor, passage.text) for passage in passages] == [("a", "互斥。"), ("b", "占有。"), (None, "其他。")]


def test_small_slides_keep_their_page() -> None:
    passages = split([section("甲。", "一", page=1), section("乙。", "二", page=2)])
    assert [(passage.page, passage.text) for passage in passages] == [(1, "甲。"), (2, "乙。")]


def test_pages_of_one_heading_are_cut_as_one_and_keep_their_page() -> None:
    passages = split([section(SENTENCE * 5, "分页", page=7), section("", "分页", page=8), section(SENTENCE * 20, "分页", page=9)])
    assert characters("".join(texts(passages))) == SENTENCE * 25
    assert passages[0].page == 7
    assert passages[0].text.startswith(f"{SENTENCE * 5}\n\n{SENTENCE}")
    assert {passage.page for passage in passages[1:]} == {9}


def test_sections_without_text_yield_nothing() -> None:
    assert split([section(""), section(" \n\n", "空")]) == []


def test_a_long_place_leaves_room_for_text() -> None:
    passages = split([section(SENTENCE * 20, *["很长的标题" * 10] * 8)])
    assert all(tokens(passage.text) <= DEFAULT_SIZE // 2 for passage in passages)


def test_the_estimate_of_tokens() -> None:
    assert tokens("") == 0
    assert tokens("分页" * 50) == 75
    assert tokens("page table " * 10) == 36
    assert tokens("{}();" * 4) == 20
    with pytest.raises(ValueError, match="64"):
        split([], 10)


WORDS = [
    "字",
    "页表",
    "word ",
    "。",
    "，",
    ". ",
    "\n",
    "\n\n",
    "$x^2$",
    "`a b`",
    "|",
    "| a | b |\n| - | - |\n",
    "- ",
    "> ",
    "    ",
    "\U0001f600",
]
LINES = st.lists(st.sampled_from([*WORDS, "```\n", "~~~c\n", "> ```\n", "- ```\n", "$$\n", "## ", SENTENCE, "```"]), max_size=80).map(
    "".join
)
SECTIONS = st.lists(st.builds(section, LINES, st.sampled_from("甲乙"), anchor=st.sampled_from([None, "a"])), max_size=4)


@given(SECTIONS, st.sampled_from([64, 100, DEFAULT_SIZE]))
@settings(max_examples=300)
def test_no_character_is_lost_and_each_run_gives_the_same(sections: list[Section], size: int) -> None:
    passages = split(sections, size)
    assert split(sections, size) == passages
    wanted = Counter(characters("".join(one.text for one in sections)))
    found = Counter(characters("".join(texts(passages))))
    assert not wanted - found
    # What is repeated: the lines of fences and headers of tables, and the headings of joined neighbours.
    repeated = [line for one in sections for line in one.text.split("\n") if re.search(r"```|~~~|\|", line)]
    assert set(found - wanted) <= set("".join(repeated) + "`*甲乙")


@given(SECTIONS, st.sampled_from([64, 100, DEFAULT_SIZE]))
@settings(max_examples=300)
def test_passages_are_short_and_their_fences_closed(sections: list[Section], size: int) -> None:
    for passage in split(sections, size):
        parts = list(blocks(passage.text))
        assert all(block.closed for block in parts)
        # A formula, a row and a line of code are not cut, however long; nor is a sentence before three backticks, which would open a fence.
        uncut = [
            block
            for block in parts
            if block.kind == "table" or (block.kind == "fence" and len(block.lines) <= 3) or (block.kind == "text" and "```" in block.text)
        ]
        if not uncut and "$$" not in passage.text:
            assert tokens(passage.searchable) <= size


@pytest.mark.parametrize(("folder", "least", "most"), [("hello-algo", 700, 860), ("cs-notes", 220, 275)])
def test_real_notes(folder: str, least: int, most: int) -> None:
    root = NOTES / folder
    if not root.is_dir():
        pytest.skip("the shared notes are not on this machine")
    passages: list[Passage] = []
    for path in sorted(root.rglob("*.md")):
        document = load(path)
        own = split(document.sections)
        source = Counter(characters("".join(one.text for one in document.sections)))
        assert not source - Counter(characters("".join(texts(own))))
        passages += own
    assert least <= len(passages) <= most
    lengths = sorted(tokens(passage.searchable) for passage in passages)
    assert lengths[-1] <= DEFAULT_SIZE
    assert lengths[len(lengths) // 2] > 150
    assert all(block.closed for passage in passages for block in blocks(passage.text))
    assert not any(re.fullmatch(r"\*\*[^*]+\*\*", passage.text) for passage in passages)
