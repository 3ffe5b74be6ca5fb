"""Plain text: encodings and headings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.loading import LoadingFailed, load
from kb.loading.encoding import decode
from kb.loading.text import sections

CHINESE = "第一章 计算机系统概述\r\n冯·诺依曼机由五个部分组成：运算器、控制器、存储器、输入设备、输出设备。\r\nCPU 的主频是 3.2 GHz。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_are_recognised(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)) == (CHINESE.replace("\r\n", "\n"), [])


@given(st.text(st.characters(codec="gb18030", exclude_categories=["Cc", "Cf", "Co", "Zl", "Zp"]), min_size=1).filter(str.strip))
@settings(max_examples=100)
def test_utf8_text_comes_back_whole(text: str) -> None:
    assert decode(text.encode()) == (text.replace("\xa0", " "), [])


def test_a_few_damaged_characters_are_told() -> None:
    data = (CHINESE * 10).encode() + b"\xff\xfe"
    text, warnings = decode(data)
    assert text.count("\ufffd") == 2
    assert warnings == ["文件里有 2 处字符损坏，已用 \ufffd 代替。"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "空"),
        (b"\r\n  \n", "空"),
        (b"%PDF-1.7 ...", r"其实是PDF.*\.pdf"),
        (b"PK\x03\x04....", "其实是Word"),
        (b"\xd0\xcf\x11\xe0....", "旧版 Office"),
        (b"\x00\x01\x02\x03" * 100, "不是文本"),
        (bytes(range(256)) * 4, "不是文本"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(LoadingFailed, match=message):
        decode(data)


def test_chapters_and_numbers_become_the_path(tmp_path: Path) -> None:
    text = "前言在此。\n\n第一章 绪论\n开头。\n第一节：定义\n\n1.2 数据类型\n\n类型是值的集合。\n第二章\n另一章。\n\n一、判断推理\n\n四种题型。"
    path = tmp_path / "行测.txt"
    path.write_text(text, encoding="gb18030")
    document = load(path)
    assert (document.title, document.format, document.pages) == ("行测", "text", None)
    assert [(section.path[1:], section.text) for section in document.sections] == [
        ((), "前言在此。"),
        (("第一章 绪论",), "开头。"),
        (("第一章 绪论", "第一节：定义"), ""),
        (("第一章 绪论", "第一节：定义", "1.2 数据类型"), "类型是值的集合。"),
        (("第二章",), "另一章。"),
        (("第二章", "一、判断推理"), "四种题型。"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "第一章讲的是绪论，第二章讲的是进程。",
        "第三次工业革命",
        "1.5 GHz 的主频，比上一代快。",
        "3.14 是圆周率的近似值，一般够用了。",
        "2024 年真题",
        "1. 进程",
        "第一章 绪论 ........ 12",
        "一、坚持实事求是；",
        "1.2.3.4.5 太深",
        "# 井号",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert [section.path for section in sections(f"文\n\n{line}\n\n文", "书")] == [("书",)]


def test_a_numbered_line_within_a_paragraph_is_no_heading() -> None:
    assert len(sections("指标如下\n1.2 倍 增长\n1.3 倍 下降", "书")) == 1


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_nothing_of_a_text_is_lost(text: str) -> None:
    def characters(whole: str) -> str:
        return "".join(whole.split())

    text = text.replace("\r", "").replace("\x85", "")
    found = sections(text, "书")
    assert "".join(
        characters("".join(section.path[-1:] if len(section.path) > 1 else ()) + section.text) for section in found
    ) == characters(text)
