"""How questions, verdicts and tallies read. Markdown in Chinese; nothing here decides anything."""

from __future__ import annotations

from collections.abc import Sequence

from engine.exams import Exam
from engine.messages import Choice, Choices
from engine.questions.model import KIND_NAMES, LETTERS, RIGHT, WRONG, Question

_HOW_TO_ANSWER = {
    "single": "回复字母作答，比如 B",
    "multiple": "多选，回复所有字母，比如 ACD",
    "judge": "回复 对 或 错",
    "blank": "发「答案是 …」作答",
    "essay": "想好后发 /解析 看参考答案和评分点",
}


def question_text(question: Question, exam: Exam, number: int = 1, total: int = 1) -> str:
    """A question as it is put: heading, stem, options."""
    subject = exam.subject_of(question.point)
    point = exam.points.get(question.point)
    where = " · ".join(part for part in (subject.name if subject else "", point.name if point else "") if part)
    counted = f"第 {number}/{total} 题 " if total > 1 else ""
    heading = f"**{counted}【{_kind_name(question.kind, exam)}】** {where}".rstrip()
    options = "  \n".join(f"{LETTERS[i]}. {option}" for i, option in enumerate(question.options))
    return f"{heading}\n\n{question.stem}" + (f"\n\n{options}" if options else "")


def _kind_name(kind: str, exam: Exam) -> str:
    """The kind's name; an essay is called what the exam's paper calls it (综合应用, 申论), where all its parts agree."""
    if kind == "essay":
        named = {part.name.partition("·")[0].removesuffix("题") for part in exam.description.paper.parts if part.kind == kind}
        if len(named) == 1:
            return named.pop()
    return KIND_NAMES[kind]


def how_to_answer(questions: Sequence[Question]) -> str:
    """One line on what to type."""
    if len(questions) == 1:
        return _HOW_TO_ANSWER[questions[0].kind]
    examples = {"single": "B", "multiple": "AC", "judge": RIGHT}
    shown = [
        (question.kind, f"{number}{examples[question.kind]}") for number, question in enumerate(questions, 1) if question.kind in examples
    ]
    firsts = dict(reversed(shown))  # so that every way of answering is seen
    chosen = [example for kind, example in shown if example == firsts[kind] or len(firsts) == 1][:3]
    ways = []
    if len(chosen) > 1:
        ways.append(f"可以一起答，比如 {' '.join(chosen)}")
    if chosen:
        ways.append(f"{'也可以' if ways else '，'}一次答一题：{chosen[0]}")
    if blank := next((number for number, question in enumerate(questions, 1) if question.kind == "blank"), None):
        ways.append(f"{'填空' if chosen else '，一次答一题，'}发「{blank}. 答案」")
    return f"{len(questions)} 道题" + "；".join(ways)


def answer_buttons(round_id: int, number: int, question: Question) -> Choices | None:
    """Buttons for a question that takes one letter, or 对/错."""
    labels = list(LETTERS[: len(question.options)]) if question.kind == "single" else [RIGHT, WRONG] if question.kind == "judge" else []
    if not labels:
        return None
    return Choices(tuple(Choice(label, f"answer:{round_id}:{number}:{label}") for label in labels), hint=_HOW_TO_ANSWER[question.kind])


def key_and_explanation(question: Question) -> str:
    """The key, why it is right, and why each other option is wrong."""
    parts = []
    if question.kind == "essay":
        parts.append(f"**参考答案**\n\n{question.key}")
        parts.append("**评分点**\n\n" + "\n".join(f"- {item.text}（{item.points:g} 分）" for item in question.rubric))
    else:
        parts.append(f"**答案：{shown_key(question)}**")
    if question.explanation:
        parts.append(question.explanation)
    if question.why_wrong:
        parts.append("\n".join(f"- {letter}：{reason}" for letter, reason in sorted(question.why_wrong.items())))
    return "\n\n".join(parts)


def shown_key(question: Question) -> str:
    """The key in a line: the letters, with the option's words for a single choice."""
    if question.kind == "single":
        return f"{question.key}（{question.options[LETTERS.index(question.key)]}）"
    return question.key


def verdict_text(question: Question, given: str, correct: bool | None, number: int = 1, total: int = 1) -> str:
    """What a person is told about their own answer."""
    counted = f"第 {number} 题 " if total > 1 else ""
    if correct is None:
        return f"{counted}记下啦，对照评分点给自己打个分：\n\n{key_and_explanation(question)}"
    if correct:
        return f"{counted}✅ 答对了！\n\n{key_and_explanation(question)}"
    return f"{counted}❌ 你答的是 {given}，这次没对，已收进错题本。\n\n{key_and_explanation(question)}"


def tally_text(question: Question, counts: dict[str, int], right_names: Sequence[str], right: int, answered: int) -> str:
    """What a group is told when a question's time is up: key, explanation, how many chose what."""
    if not answered:
        people = "这题没有人作答，一起看看答案："
    else:
        chosen = "，".join(f"{given}：{count} 人" for given, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
        people = f"{answered} 人作答，{right} 人答对（{chosen}）"
        if right_names:
            people += "\n\n👏 " + "、".join(right_names[:10]) + (f" 等 {right} 人" if right > len(right_names[:10]) else "")
    return f"{people}\n\n{key_and_explanation(question)}"


def stem_line(question: Question, length: int = 40) -> str:
    """The stem in one short line without its tables, for lists."""
    prose = [line for line in question.stem.splitlines() if not line.lstrip().startswith(("|", "```"))]
    line = " ".join(" ".join(prose).split()).replace("**", "")
    return line if len(line) <= length else line[: length - 1] + "…"
