"""How questions read in lists."""

from pathlib import Path

import pytest

from engine.exams import load_exams
from engine.questions.model import Question, RubricItem
from engine.quizzing.wording import question_text, stem_line

EXAMS = Path(__file__).resolve().parents[4] / "data" / "exams"


def question(stem: str) -> Question:
    return Question(id="q", point="os.memory.paging", kind="judge", stem=stem, answer=("对",))


def test_a_line_for_a_list_has_no_table_in_it() -> None:
    stem = "进程的**到达**时间如下。\n\n| 进程 | 到达 |\n|---|---|\n| P1 | 0 |\n\n用 FCFS 调度，P1 先完成"
    assert stem_line(question(stem)) == "进程的到达时间如下。 用 FCFS 调度，P1 先完成"


def test_a_long_stem_is_cut() -> None:
    assert stem_line(question("一" * 60), length=10) == "一" * 9 + "…"


@pytest.mark.parametrize(("exam", "name"), [("408", "综合应用"), ("civil", "申论")])
def test_an_essay_is_called_what_its_paper_calls_it(exam: str, name: str) -> None:
    essay = Question(id="e", point="x", kind="essay", stem="写。", answer=("略",), rubric=(RubricItem(text="要点", points=5),))
    assert f"【{name}】" in question_text(essay, load_exams(EXAMS)[exam])
