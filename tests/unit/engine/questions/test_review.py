"""The review's counts come from its records."""

import json
from pathlib import Path

import pytest

from engine.errors import ExamError
from engine.exams import load_exams
from engine.questions.bank import Bank
from engine.questions.review import Review, read_review


def rows(path: Path, *found: dict[str, object]) -> None:
    """Write JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")


def question(number: int, key: str, kind: str = "single") -> dict[str, object]:
    """A question with the key `key`."""
    row: dict[str, object] = {"id": f"q-{number}", "point": "a.one", "kind": kind, "stem": f"第 {number} 个问题", "answer": key}
    if kind == "single":
        row |= {"options": ["甲", "乙", "丙", "丁"], "why_wrong": {}}
    if kind == "essay":
        row |= {"rubric": [{"points": 5, "text": "要点"}]}
    return row


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An exam with five questions, four of them solved again."""
    exam = Path(__file__).resolve().parents[4] / "data" / "exams" / "408" / "exam.toml"
    (tmp_path / "408").mkdir()
    (tmp_path / "408" / "exam.toml").write_text(exam.read_text(encoding="utf-8"), encoding="utf-8")
    point = "os.memory.paging"
    questions = [question(1, "A"), question(2, "B"), question(3, "C"), question(4, "3"), question(5, "长篇", "essay"), question(6, "D")]
    questions[3] |= {"kind": "blank"}
    questions[3].pop("options")
    questions[3].pop("why_wrong")
    rows(tmp_path / "408" / "questions" / "os-1.jsonl", *({**row, "point": point} for row in questions))
    rows(
        tmp_path / "408" / "review" / "os-1.answers.jsonl",
        {"id": "q-1", "answer": "A"},
        {"id": "q-2", "answer": "C"},
        {"id": "q-3", "answer": "C", "objection": "题干有歧义"},
        {"id": "q-4", "answer": "3 次"},
        {"id": "q-5", "answer": "也是长篇"},
        {"id": "gone", "answer": "B"},
    )
    return tmp_path / "408"


def review_of(folder: Path) -> Review:
    """Compute it."""
    exam = load_exams(folder.parent)["408"]
    return read_review(exam, Bank.load(exam))


def test_disagreements_and_objections_are_counted_and_wait_for_a_decision(folder: Path) -> None:
    (counted,) = review_of(folder).files
    assert (counted.answered, counted.unanswered, counted.objected) == (6, 1, 1)
    assert {"q-2", "q-3"} <= set(counted.undecided)


def test_a_decision_settles_and_keeps_what_was_compared_then(folder: Path) -> None:
    rows(
        folder / "review" / "decisions.jsonl",
        {"id": "q-2", "action": "mended", "key_then": "B", "note": "答案改了"},
        {"id": "q-3", "action": "kept", "note": "没有歧义"},
        {"id": "q-4", "action": "kept", "note": "单位"},
        {"id": "q-5", "action": "kept", "agrees": False, "note": "逐问核对"},
        {"id": "gone", "action": "dropped", "key_then": "A", "note": "两个都对"},
    )
    review = review_of(folder)
    (counted,) = review.files
    assert (counted.mended, counted.dropped, counted.undecided) == (1, 1, ())
    assert counted.disagreed >= 3
    assert "`gone`（已删）：两个都对" in review.to_markdown()


def test_planted_keys_are_caught_by_the_blind_answers(folder: Path) -> None:
    (folder / "review" / "planted.json").write_text(json.dumps({"q-1": "D", "q-3": "A", "q-2": "C", "q-6": "A"}), encoding="utf-8")
    review = review_of(folder)
    assert (review.planted, review.caught) == (4, 2)  # q-2 was answered as planted, q-6 not at all


def test_every_unreadable_record_is_named(folder: Path) -> None:
    rows(folder / "review" / "decisions.jsonl", {"id": "q-2", "action": "burnt", "note": ""}, {"id": "q-3"})
    with pytest.raises(ExamError, match="2 处") as caught:
        review_of(folder)
    assert "第 1 行" in str(caught.value)
    assert "第 2 行" in str(caught.value)
