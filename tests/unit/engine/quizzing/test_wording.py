"""How questions read in lists."""

from engine.questions.model import Question
from engine.quizzing.wording import stem_line


def question(stem: str) -> Question:
    return Question(id="q", point="os.memory.paging", kind="judge", stem=stem, answer=("对",))


def test_a_line_for_a_list_has_no_table_in_it() -> None:
    stem = "进程的**到达**时间如下。\n\n| 进程 | 到达 |\n|---|---|\n| P1 | 0 |\n\n用 FCFS 调度，P1 先完成"
    assert stem_line(question(stem)) == "进程的到达时间如下。 用 FCFS 调度，P1 先完成"


def test_a_long_stem_is_cut() -> None:
    assert stem_line(question("一" * 60), length=10) == "一" * 9 + "…"
