"""Texts of several questions: what is told to all, what each asks, and where one leans on another."""

from __future__ import annotations

import pytest

from engine.generators import Solved, solve_text
from engine.generators.several import divided

TOLD = "主存容量为 64 KB,块长 16 B。"


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (f"{TOLD}(1)标记几位?(2)组号几位?", ("标记几位?", "组号几位?")),
        (f"{TOLD}\n1. 标记几位?\n2. 组号几位?", ("标记几位?", "组号几位?")),
        (f"{TOLD}请回答:(一)标记几位?(二)组号几位?", ("标记几位?", "组号几位?")),
        (f"{TOLD}标记几位?组号几位?", ("标记几位?", "组号几位?")),
        (f"{TOLD}(1)标记的位数;(2)组号的位数。", ("求标记的位数", "求组号的位数")),
    ],
)
def test_every_question_stands_behind_what_is_told_to_all(text: str, questions: tuple[str, ...]) -> None:
    found = divided(text)
    assert found is not None
    assert found.told == TOLD or found.told == TOLD + "\n"
    assert tuple(question.strip("。") for question in found.questions) == questions


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD}标记几位?",
        f"{TOLD}(1)标记几位?(2)由(1)的结果,组号几位?",
        f"{TOLD}(1)标记几位?(2)然后块长改为 32 B,组号几位?",
        f"{TOLD}(1)标记几位?(3)组号几位?",
        "(1)标记几位?(2)组号几位?",
        f"{TOLD}标记几位?(1)直接映射;(2)全相联映射。",
    ],
)
def test_questions_that_lean_on_each_other_are_not_parted(text: str) -> None:
    assert divided(text) is None


def test_questions_of_two_kinds_are_answered_together() -> None:
    solved = solve_text("依次插入 10、20、30、40、50，(1) 得到的红黑树的根是多少？(2) 得到的平衡二叉树的高度是多少？", "408")
    assert isinstance(solved, Solved)
    assert [question["kind"] for question in solved.parameters["questions"]] == ["red-black-insertion", "avl-insertion"]
    assert solved.solution.steps.startswith("**第 1 问**\n\n| 插入 |")


def test_a_condition_that_one_question_does_not_understand_is_never_left_out() -> None:
    text = "同步总线地址线与数据线复用，共 32 根，时钟频率 66 MHz，每个时钟周期传送两次数据。（1）总线带宽是多少？（2）{}"
    assert solve_text(text.format("传送 128 位数据，传送地址另占一个时钟周期，一共至少要多少时间？"), "408") is None
