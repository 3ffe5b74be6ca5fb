"""A small exam in a folder of its own, and helpers that write its files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.exams import Exam, load_exam

SHARED = Path(__file__).resolve().parents[4] / ".." / "shared" / "data"

EXAM_TOML = """
id = "tiny"
name = "小考试"
short_name = "小"
date = 2026-12-19
greeting = "你好"
system_prompt = "你是助教"

[paper]
total = 100
minutes = 60

[[subjects]]
id = "os"
name = "操作系统"
aliases = ["operating_system", "OperatingSystem"]

[[subjects.chapters]]
id = "os.memory"
name = "内存管理"
points = [{ id = "os.memory.paging", name = "分页" }, { id = "os.memory.segment", name = "分段" }]

[[subjects]]
id = "net"
name = "计算机网络"

[[subjects.chapters]]
id = "net.link"
name = "数据链路层"
points = [{ id = "net.link.crc", name = "循环冗余校验" }]
"""

NOTE = """# 操作系统

## 分页 {#os.memory.paging}

逻辑地址分成页号和页内偏移，见[分段](#os.memory.segment)。

## 分段 {#os.memory.segment}

段有长有短。

# 网络

## 循环冗余校验 {#net.link.crc}

用生成多项式做模 2 除法，见 [分页](../notes/os.md#os.memory.paging)。
"""

Row = dict[str, object]


def row(number: int, **changes: object) -> Row:
    """A faultless single-choice question as it stands in a file."""
    fields: Row = {
        "id": f"tiny-{number}",
        "point": "os.memory.paging",
        "kind": "single",
        "stem": f"第 {number} 号系统的页面大小为 {number} KB，页内偏移占多少位？",
        "options": [f"{number + 8} 位", f"{number + 9} 位", f"{number + 10} 位", f"{number + 11} 位"],
        "answer": "C",
        "explanation": "由页面大小得到偏移的位数。",
        "why_wrong": {"A": "少算两位", "B": "少算一位", "D": "多算一位"},
    }
    return {name: value for name, value in (fields | changes).items() if value is not None}


def to_lines(rows: list[Row]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows)


@pytest.fixture
def make_exam(tmp_path: Path) -> Callable[..., Exam]:
    """`make_exam(rows, notes=...)` -> an exam whose bank is these rows, or this text."""

    def make(questions: list[Row] | str = "", notes: str = NOTE) -> Exam:
        folder = tmp_path / "tiny"
        for name in ("notes", "questions"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "exam.toml").write_text(EXAM_TOML, encoding="utf-8")
        (folder / "notes" / "os.md").write_text(notes, encoding="utf-8")
        text = questions if isinstance(questions, str) else to_lines(questions)
        (folder / "questions" / "os.jsonl").write_text(text, encoding="utf-8")
        return load_exam(folder)

    return make
