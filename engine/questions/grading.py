"""Whether an answer is right, and what to say about it. What a message means is read by `answers`; whether the key may be shown
already (not in a group before time is up) is the caller's decision: the feedback of a wrong answer names it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.questions.answers import Answer, NotAnAnswer, read_answers
from engine.questions.model import Question
from engine.questions.quantities import same_answer

__all__ = ["Answer", "Grade", "NotAnAnswer", "grade", "read_answers"]


@dataclass(frozen=True, slots=True)
class Grade:
    """The judgement of one answer.

    Attributes:
        correct: None where only the learner can say (an essay), or where the answer could not be read.
        given: the answer as it was read: `AC`, `错`, the words; empty if it could not be read.
        feedback: a sentence or two for the learner, in Chinese, without the explanation.
    """

    correct: bool | None
    given: str
    feedback: str


def grade(question: Question, raw: str | Answer) -> Grade:
    """Judge an answer as typed or as read. A multiple choice is right only with exactly the right letters."""
    if isinstance(raw, Answer):
        given = raw.given
    else:
        answers = read_answers(raw, (question,), addressed=True)
        if isinstance(answers, NotAnAnswer) or answers[0] is None:
            hint = answers.hint if isinstance(answers, NotAnAnswer) else ""
            return Grade(None, "", hint or "这个答案没有读懂，再发一次？")
        given = answers[0].given
    match question.kind:
        case "essay":
            return Grade(None, given, _rubric(question))
        case "blank":
            correct = same_answer(given, question.answer)
        case _:
            correct = given == question.key
    return Grade(correct, given, "答对了！" if correct else _correction(question, given))


def _correction(question: Question, given: str) -> str:
    if question.kind == "judge":
        return f"不对，答案是“{question.key}”。"
    if question.kind == "blank":
        return f"不对，参考答案：{question.key}"
    said = [f"{letter}：{reason}" for letter in given if (reason := question.why_wrong.get(letter, "").strip())]
    if question.kind == "multiple":
        missed = "".join(letter for letter in question.key if letter not in given)
        extra = "".join(letter for letter in given if letter not in question.key)
        parts = [*([f"漏了 {missed}"] if missed else []), *([f"多了 {extra}"] if extra else [])]
        head = f"不对，答案是 {question.key}，{'，'.join(parts)}。"
    else:
        head = f"不对，答案是 {question.key}。"
    return "\n".join((head, *said))


def _rubric(question: Question) -> str:
    total = sum(item.points for item in question.rubric)
    lines = [f"- {item.points:g} 分：{item.text}" for item in question.rubric]
    return "\n".join((f"对照评分标准给自己打分（共 {total:g} 分）：", *lines))
