"""Markdown: headings as path, ids as anchors, and what a chat cannot show turned into words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.loading import LoadingFailed, load
from kb.loading.blocks import blocks
from kb.loading.inline import clean
from kb.loading.markdown import parse

NOTES = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "notes"


def test_headings_become_the_path_and_ids_the_anchor() -> None:
    document = parse(
        "# 操作系统笔记\n引言\n## 内存管理 {#os.memory}\n### 分页 {#os.memory.paging .重点}\n页表记录映射。\n## 进程\n进程有状态。",
        None,
        "os",
    )
    assert document.title == "操作系统笔记"
    assert [(section.path[1:], section.anchor, section.text) for section in document.sections] == [
        ((), None, "引言"),
        (("内存管理",), "os.memory", ""),
        (("内存管理", "分页"), "os.memory.paging", "页表记录映射。"),
        (("进程",), None, "进程有状态。"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("# 唯一\n文", None, "唯一"),
        ("# 甲\n文\n# 乙\n文", None, "文件名"),
        ("文\n# 不在最前也算\n文", None, "不在最前也算"),
        ("## 二级\n# 一级\n文", None, "文件名"),
        ("---\ntitle: 'YAML 里的'\ntags: [a]\n---\n# 一\n文", None, "YAML 里的"),
        ("# 唯一\n文", "给定的", "给定的"),
        ("没有标题", None, "文件名"),
    ],
)
def test_the_title(text: str, title: str | None, expected: str) -> None:
    document = parse(text, title, "文件名")
    assert document.title == expected
    assert all(section.path[0] == expected for section in document.sections)


def test_a_heading_that_repeats_the_title_is_not_said_twice() -> None:
    assert [section.path for section in parse("# 数据结构\n## 栈\n文", "数据结构", "x").sections] == [("数据结构",), ("数据结构", "栈")]


@pytest.mark.parametrize(
    "heading",
    [
        "## 分页",
        "## 分页 ##",
        "##分页",
        "##\u3000分页",
        "分页\n----",
        "## **分页**",
        "## [分页](#paging)",
        "<h2 align='center'>分页</h2>",
        "## 分页 {-}",
    ],
)
def test_ways_to_write_a_heading(heading: str) -> None:
    assert parse(f"{heading}\n\n正文", "书", "x").sections[0].path == ("书", "分页")


@pytest.mark.parametrize(
    "text",
    [
        "```python\n# 注释\n```",
        "~~~\n# 注释\n```\n# 还在里面\n~~~",
        "    # 缩进四格的代码",
        "- 列表\n  ```c\n  # include <stdio.h>\n  ```",
        "> ```\n> # 引用里的代码\n> ```",
        "#标签 一句话",
        "#include <stdio.h>",
        "<!-- # 注释\n## 还是注释 -->文",
        "一句话。\n---",
        "| a | b |\n| - | - |\n| # | 1 |",
        "前文\n\n***\n\n后文",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert [section.path for section in parse(text, "书", "x").sections] == [("书",)]


def test_headings_keep_their_formulas_braces_and_sharps() -> None:
    sections = parse("# $O(n)$ 与 `C#`\n文\n# C#\n文\n# 集合 {1, 2}\n文", "书", "x").sections
    assert [section.path[1] for section in sections] == ["$O(n)$ 与 C#", "C#", "集合 {1, 2}"]


def test_a_heading_right_below_html_counts() -> None:
    assert parse('<div align="center"> <img src="a.png"/> </div><br>\n### 最近未使用\n文', "书", "x").sections[0].path == (
        "书",
        "最近未使用",
    )


def test_admonitions_tabs_and_alerts_lose_their_frames() -> None:
    text = (
        '!!! note "补充"\n    第一句。\n\n    ```c\n    int a;\n    ```\n\n'
        '=== "C++"\n\n    ```cpp\n    # define N 1\n    ```\n\n=== "<2>"\n    ![第二步的样子](b.png)\n\n'
        "??? tip\n\t第二句。\n外面。\n\n::: warning 小心\n第三句。\n:::\n\n> [!IMPORTANT]\n> 第四句。"
    )
    (section,) = parse(text, "书", "x").sections
    assert section.text == (
        "**补充**\n\n第一句。\n\n```c\nint a;\n```\n\n**C++**\n\n```cpp\n# define N 1\n```\n\n（图：第二步的样子）\n\n"
        "**提示**\n\n第二句。\n\n外面。\n\n**小心**\n\n第三句。\n\n> **重要**\n> 第四句。"
    )


def test_code_and_formulas_are_left_alone() -> None:
    text = "```html\n<b>x</b> <!-- 注释 --> ![图](a.png)\n\n\n!!! note\n```\n\n$$\na < b > c\n$$\n\n行内 `<br>` 与 $a<b>c$ 与 `![](x)`。"
    assert parse(text, "书", "x").sections[0].text == text


def test_includes_are_left_out_and_counted() -> None:
    text = '--8<-- "a.md"\n\n```src\n[file]{array}-[class]{}-[func]{insert}\n```\n\n{% include "b.html" %}\n\n```jinja\n{% include "c" %}\n{{ x }}\n```'
    document = parse(text, "书", "x")
    assert document.warnings == ["有 3 处引用了别的文件里的内容，没有读入。"]
    assert document.sections[0].text == '```jinja\n{% include "c" %}\n{{ x }}\n```'


def test_a_table_of_contents_of_links_is_left_out() -> None:
    assert parse("[TOC]\n\n* [一](#1)\n    * [二](#2)\n    * [三](#3)\n\n正文", "书", "x").sections[0].text == "正文"


def test_what_is_wrong_is_told() -> None:
    warnings = parse("## 甲 {#a}\n文\n## 乙 {#a}\n文\n```c\n没有结束", "书", "x").warnings
    assert warnings == ["有一处代码块没有结束标记（```c），其后的内容都当作代码。", "标题的编号 a 出现了不止一次。"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert parse("---\n一段话，不是元数据。\n---\n另一段。", "书", "x").sections[0].text.startswith("一段话")


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("![页表的结构](img/a (1).png){ width=30 }", "（图：页表的结构）"),
        ("![](a.png)![image-2024](b.png)![adjacency_matrix](c.png)", ""),
        ("![图](data:image/png;base64," + "A" * 100_000 + ")", ""),
        ('<img src="a.png" alt="时钟算法">', "（图：时钟算法）"),
        ("见[分页](#paging)、[段](../a.md)与[官网](https://example.org/x)", "见分页、段与[官网](https://example.org/x)"),
        ("dp[i](j) 与 vector<int> 与 a<b && c>d", "dp[i](j) 与 vector<int> 与 a<b && c>d"),
        ("<u>数组</u>有 2<sup>n</sup> 个，记作 a<sub>i+1</sub>", "数组有 2^n 个，记作 a_(i+1)"),
        ("x &lt; y&nbsp;且<br>换行", "x < y 且\n换行"),
        ('<p align="center">表 1</p>', "表 1"),
        ("转义 \\$5 和 `&lt;`", "转义 \\$5 和 `&lt;`"),
        ("运行：https://example.org/#code=" + "x" * 300, "运行："),
    ],
)
def test_inline_markup(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_a_file_that_is_no_markdown_is_refused(tmp_path: Path) -> None:
    junk, empty = tmp_path / "junk.md", tmp_path / "empty.md"
    junk.write_bytes(bytes((7 * n * n + 13 * n) % 256 for n in range(5000)))
    empty.write_bytes(b" \n\n")
    with pytest.raises(LoadingFailed, match="不是文本"):
        load(junk)
    with pytest.raises(LoadingFailed, match="空"):
        load(empty)


MARKS = [
    "`",
    "```",
    "~~~",
    "$",
    "$$",
    "#",
    "## ",
    "|",
    "| - |",
    "-",
    "> ",
    "- ",
    "1. ",
    "!!! note",
    '=== "a"',
    ":::",
    "<!--",
    "-->",
    "![](",
    ")",
]
MARKDOWN = st.lists(
    st.sampled_from([*MARKS, "<b>", "{#a}", "\n", "\n", "\n\n", "    ", "\t", "字", "word ", "。", "\ud800"]), max_size=60
).map("".join)


@given(MARKDOWN)
@settings(max_examples=300)
def test_any_text_can_be_read(text: str) -> None:
    document = parse(text, None, "书")
    assert parse(text, None, "书") == document
    assert all(section.path[0] == document.title for section in document.sections)


@given(MARKDOWN)
@settings(max_examples=300)
def test_blocks_lose_nothing_but_blank_lines(text: str) -> None:
    kept = [line for block in blocks(text) for line in (block.lines if block.closed else block.lines[:-1]) if line.strip()]
    assert kept == [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(("folder", "files", "sections"), [("hello-algo", 120, 546), ("cs-notes", 24, 281)])
def test_real_notes(folder: str, files: int, sections: int) -> None:
    root = NOTES / folder
    if not root.is_dir():
        pytest.skip("the shared notes are not on this machine")
    documents = [load(path) for path in sorted(root.rglob("*.md"))]
    assert len(documents) == files
    assert sum(len(document.sections) for document in documents) == sections
    assert all("没有读入" in warning for document in documents for warning in document.warnings)
    text = "\n".join(section.text for document in documents for section in document.sections)
    assert not any(mark in text for mark in (".png)", "<div", "GFM-TOC", "[class]{"))
