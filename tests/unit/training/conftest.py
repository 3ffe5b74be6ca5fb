"""An exam made on the spot: two subjects, notes, a few questions of which one belongs to the evaluation set."""

import json
from pathlib import Path

import pytest

from engine.exams import Exam, load_exam

EXAM_TOML = """
id = "tiny"
name = "小考试"
short_name = "小考"
date = 2026-12-20
greeting = "你好"
system_prompt = "你是小考的辅导老师。只依据资料回答。"

[paper]
total = 100
minutes = 60

[[subjects]]
id = "a"
name = "甲科"
  [[subjects.chapters]]
  id = "a.one"
  name = "第一章"
  points = [{ id = "a.one.paging", name = "分页" }, { id = "a.one.tlb", name = "快表" }]

[[subjects]]
id = "b"
name = "乙科"
  [[subjects.chapters]]
  id = "b.one"
  name = "第一章"
  points = [{ id = "b.one.tree", name = "二叉树" }]
"""

NOTES = {
    "a.md": """# 甲科

## 第一章

### 分页 {#a.one.paging}

分页把内存切成**等大的页框**。

- 页号查页表
- 页内偏移不变

| 项 | 值 |
| --- | --- |
| 页大小 | 4 KB |

### 快表 {#a.one.tlb}

快表是页表的高速缓存，命中时少访问一次内存。
""",
    "b.md": "# 乙科\n\n## 第一章\n\n### 二叉树 {#b.one.tree}\n\n每个结点最多有两个孩子的树叫二叉树。\n",
}

QUESTIONS = [
    {"id": "t-1", "point": "a.one.paging", "kind": "single", "stem": "分页系统中，逻辑地址由哪两部分组成？",
     "options": ["页号和页内偏移", "段号和段内偏移", "块号和扇区号", "行号和列号"], "answer": "A", "explanation": "页号查表，偏移照抄。",
     "why_wrong": {"B": "那是分段"}},
    {"id": "t-2", "point": "b.one.tree", "kind": "judge", "stem": "二叉树的每个结点都有两个孩子。", "answer": "错", "explanation": "最多两个。"},
    {"id": "t-3", "point": "a.one.tlb", "kind": "single", "stem": "快表命中时，访问一个数据需要访问几次内存才能把它取到？",
     "options": ["0 次", "1 次", "2 次", "3 次"], "answer": "B", "evaluation": True},
]  # fmt: skip


@pytest.fixture
def tiny(tmp_path: Path) -> Exam:
    """The exam."""
    folder = tmp_path / "exams" / "tiny"
    (folder / "notes").mkdir(parents=True)
    (folder / "questions").mkdir()
    (folder / "exam.toml").write_text(EXAM_TOML, encoding="utf-8")
    for name, text in NOTES.items():
        (folder / "notes" / name).write_text(text, encoding="utf-8")
    rows = "".join(json.dumps(question, ensure_ascii=False) + "\n" for question in QUESTIONS)
    (folder / "questions" / "all.jsonl").write_text(rows, encoding="utf-8")
    return load_exam(folder)
