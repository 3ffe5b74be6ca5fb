"""A new exam's folder can be used the moment it is laid out."""

from datetime import date
from pathlib import Path

import pytest

from engine.errors import ExamError
from engine.exams import load_exams
from engine.new_exam import lay_out
from engine.questions.bank import Bank
from engine.questions.checking import check_bank
from engine.questions.stats import bank_stats

DAY = date(2027, 3, 8)


def test_what_is_laid_out_passes_every_check(tmp_path: Path) -> None:
    exam = lay_out(tmp_path, "teacher-2027", "教师资格证", DAY)
    assert (exam.name, exam.description.date) == ("教师资格证", DAY)
    assert check_bank(exam) == []
    bank = Bank.load(load_exams(tmp_path)["teacher-2027"])
    assert {question.kind for question in bank.practice()} == {"single", "judge", "blank"}
    assert bank_stats(exam, bank).gaps == ()


@pytest.mark.parametrize("identifier", ["", "A", "teacher 2027", "../escape", "a", "x" * 40, "考试"])
def test_an_id_that_will_not_do_is_said(tmp_path: Path, identifier: str) -> None:
    with pytest.raises(ExamError, match="id"):
        lay_out(tmp_path, identifier, "名字", DAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", '教师"资格', "a\\b", "两\n行"])
def test_a_name_that_would_break_the_file_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExamError, match="名字"):
        lay_out(tmp_path, "teacher", name, DAY)


def test_what_exists_is_not_touched(tmp_path: Path) -> None:
    lay_out(tmp_path, "teacher", "甲", DAY)
    with pytest.raises(ExamError, match="已经有了"):
        lay_out(tmp_path, "teacher", "乙", DAY)
    assert load_exams(tmp_path)["teacher"].name == "甲"
