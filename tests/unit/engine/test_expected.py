"""An exam's expected questions are read whole or refused with every fault, and embedded once."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import ExamError
from engine.exams import Exam, load_exam
from engine.expected import open_expected, read_expected
from tests.unit.kb.hashing import HashEmbedder

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def exam(tmp_path: Path) -> Exam:
    (tmp_path / "expected.jsonl").write_text('{"point": "os.memory.tlb", "text": "快表是干嘛的"}\n', encoding="utf-8")
    return replace(load_exam(PROJECT / "data" / "exams" / "408"), folder=tmp_path)


def test_a_points_name_is_expected_too(exam: Exam) -> None:
    assert read_expected(exam) == [("os.memory.tlb", "快表是干嘛的"), ("os.memory.tlb", exam.points["os.memory.tlb"].name)]


def test_without_a_file_nothing_is_expected(exam: Exam, tmp_path: Path) -> None:
    (tmp_path / "expected.jsonl").unlink()
    assert read_expected(exam) == []
    assert open_expected({"408": exam}, HashEmbedder(), tmp_path) == {}


def test_every_fault_is_told(exam: Exam, tmp_path: Path) -> None:
    lines = ["not JSON", '{"point": "os.memory.tlb"}', '{"point": "os.nowhere", "text": "?"}', '{"point": "os.memory.tlb", "text": " "}']
    (tmp_path / "expected.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ExamError) as raised:
        read_expected(exam)
    assert all(f"第 {number} 行" in str(raised.value) for number in (1, 2, 3, 4))


def test_they_are_embedded_again_only_when_they_have_changed(exam: Exam, tmp_path: Path) -> None:
    class Counting(HashEmbedder):
        asked = 0

        def queries(self, texts: object) -> object:  # type: ignore[override]
            self.asked += 1
            return super().queries(texts)  # type: ignore[arg-type]

    embedder = Counting()
    for _ in range(2):
        assert open_expected({"408": exam}, embedder, tmp_path / "cache")["408"].points == ("os.memory.tlb",)  # type: ignore[arg-type]
    assert embedder.asked == 1
    (tmp_path / "expected.jsonl").write_text('{"point": "os.memory.paging", "text": "页号是啥"}\n', encoding="utf-8")
    assert open_expected({"408": exam}, embedder, tmp_path / "cache")["408"].points == ("os.memory.paging",)  # type: ignore[arg-type]
    assert embedder.asked == 2
