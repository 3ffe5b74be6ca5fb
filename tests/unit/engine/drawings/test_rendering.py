"""Drawings and cards as PNG: every sort is drawn, at the width asked, and texts are data whatever they hold."""

from __future__ import annotations

import pytest

from engine.drawings import (
    Bar,
    Bars,
    Cell,
    Drawing,
    Field,
    Fields,
    Gantt,
    Grid,
    HeadPath,
    Lane,
    Mark,
    MemoryMap,
    Region,
    Row,
    Span,
    Stop,
    card,
    markdown_card,
    render_png,
)
from engine.questions.model import Question

NASTY = '#panic("x") $x$ [a] *b* _c_ `d` \\ <e> @f // "'

DRAWINGS: list[Drawing] = [
    Grid(title=NASTY, columns=tuple(NASTY), rows=(Row(NASTY, tuple(Cell(sign, "new") for sign in NASTY)),), corner="#", note=NASTY),
    Gantt(title=NASTY, lanes=(Lane(NASTY, (Span("P1", 0, 2), Span(NASTY, 2, 5), Span("", 5, 6))),), marks=(Mark(NASTY, 1),), unit="#ms"),
    HeadPath(title=NASTY, least=0, greatest=199, stops=(Stop(53), Stop(199), Stop(0, "quiet"), Stop(14)), note=NASTY),
    MemoryMap(title=NASTY, regions=(Region(NASTY, 10, "good"), Region("x", 1)), addresses=("0", NASTY, "11")),
    Fields(title=NASTY, words=((NASTY, (Field(NASTY, 20, "#1"), Field("页内偏移", 12))),)),
    Bars(title=NASTY, bars=(Bar(NASTY, 1, NASTY), Bar("零", 0, "0"))),
]


def size_of(image: bytes) -> tuple[int, int]:
    assert image.startswith(b"\x89PNG")
    return int.from_bytes(image[16:20], "big"), int.from_bytes(image[20:24], "big")


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.template)
def test_every_sort_is_drawn_and_texts_are_data(drawing: Drawing) -> None:
    width, height = size_of(render_png(drawing))
    assert width == 720
    assert 60 < height < 3000
    assert NASTY.split("`")[0] in drawing.alt


def test_width_is_as_asked() -> None:
    assert size_of(render_png(DRAWINGS[-1], width=1080))[0] == 1080


def test_a_long_table_is_continued_below() -> None:
    def grid(columns: int) -> Grid:
        return Grid(title="t", columns=tuple(map(str, range(columns))), rows=(Row("r", tuple(Cell("1") for _ in range(columns))),))

    assert size_of(render_png(grid(30)))[1] > size_of(render_png(grid(12)))[1]


def test_question_card() -> None:
    question = Question(
        id="x",
        point="os.memory.paging",
        kind="single",
        stem="页表如下，$T(n) = \\lceil \\log_2 n \\rceil$：\n\n| 页号 | 页框号 |\n| --- | --- |\n| 0 | #1 |\n\n```c\nint *p = &a; // $x$\n```\n\n物理地址为",
        options=("$2^{10}$", "`#eval(1)`", "**1 KB**", "$\\unknown{x}$"),
        answer="A",
    )
    shown = card(question, "操作系统 · 页式管理", number=2, total=5)
    assert shown.title == "第 2/5 题 单选题"
    assert "$2^{10}$" in shown.alt
    width, height = size_of(render_png(shown))
    assert width == 720
    assert height > 500


@pytest.mark.parametrize(
    "text", [NASTY, "", "# 标题\n\n1. 一\n2. 二\n   - 三\n\n> 引文\n\n---\n\n<b>html</b>", "$a", "$$x^2$$", "|a|b|\n|-|-|\n|1|"]
)
def test_any_markdown_makes_a_card(text: str) -> None:
    assert size_of(render_png(markdown_card(text, title="解析")))[0] == 720
