from __future__ import annotations

import json
from collections.abc import Callable

from engine.exams import Exam
from engine.questions.bank import Bank
from engine.questions.stats import bank_stats

from .conftest import NOTE, row


def test_points_are_counted_by_kind_and_difficulty_and_gaps_are_named(make_exam: Callable[..., Exam]) -> None:
    judge = row(3, kind="judge", options=None, answer="对", why_wrong=None, difficulty=1)
    notes = NOTE.split("## 分段")[0]
    exam = make_exam([row(1), row(2, difficulty=3), judge, row(4, point="net.link.crc", evaluation=True)], notes=notes)
    stats = bank_stats(exam, Bank.load(exam))
    paging, segment, crc = stats.points
    assert paging.counts == {("single", 2): 1, ("single", 3): 1, ("judge", 1): 1}
    assert (paging.total, paging.of_kind("single"), paging.of_difficulty(1), paging.has_note) == (3, 2, 1, True)
    assert (segment.total, segment.has_note) == (0, False)
    assert (crc.total, crc.evaluation) == (1, 1)
    assert [(gap.what, gap.where) for gap in stats.gaps] == [
        ("note", "os.memory.segment"),
        ("question", "os.memory.segment"),
        ("note", "net.link.crc"),
        ("practice", "net.link.crc"),
        ("difficulty", "net"),
        ("difficulty", "net"),
    ]
    page = stats.to_markdown()
    assert "| 操作系统 | 2 | 1 | 3 | 2 | 0 | 1 |" in page
    assert "- 操作系统 · 分段：没有题" in page
    assert json.loads(json.dumps(stats.as_dict()))["points"][0]["counts"] == {"judge/1": 1, "single/2": 1, "single/3": 1}
