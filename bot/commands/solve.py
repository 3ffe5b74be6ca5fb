"""`/求解`: a computable problem with its working."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.commands.command import Command, Context, Replies
from engine.asking import Question
from engine.asking.solving import SolvingAnswerer, solve
from engine.exams import Exam
from engine.generators import Solved, kinds
from engine.messages import Argument, Image, Reply


async def run(context: Context) -> Replies:
    """Solve, ask for what is missing, or say what can be solved."""
    text = context.argument.strip()
    if text:
        async for answer in SolvingAnswerer().answer(Question(text, context.exam)):
            pictures = [Image(answer.picture, answer.picture_alt)] if answer.picture else []
            yield Reply.of(answer.markdown, *pictures)
            return
    solvable = _titles_by_subject(context.exam)
    if not solvable:
        yield Reply.of("这门考试还没有会算的题型。")
    elif text:
        other = await _exam_that_solves(text, context)
        if other is not None:
            name = other.description.short_name
            yield Reply.of(
                f"这道像是「{name}」的题，这里考的是「{context.exam.description.short_name}」。发 /设置 考试 {name} 换过去，再发一次我就算。"
            )
            return
        yield Reply.of("这道我没把握算对，就不乱算了。把条件写全再试试；发 /求解 看我会算哪些。")
    else:
        lines = "\n".join(f"- **{subject}**：{'、'.join(titles)}" for subject, titles in solvable.items())
        yield Reply.of(f"把题目发给我，我一步步算给你看。我会算的有：\n\n{lines}\n\n整道题贴进来就行，选项一起贴也可以。")


async def _exam_that_solves(text: str, context: Context) -> Exam | None:
    """Another exam whose kinds understand the problem. It is named and no more: its readers were not told what this exam asks."""
    for exam in context.services.exams.values():
        if exam.id != context.exam.id and isinstance(await solve(text, exam), Solved):
            return exam
    return None


def _titles_by_subject(exam: Exam) -> Mapping[str, Sequence[str]]:
    """The names of what can be solved, by subject in the syllabus's order; subjects without any are left out."""
    solvable = [kind for kind in kinds(exam.id).values() if kind.solver is not None]
    found = {
        subject.name: [kind.title for kind in solvable if kind.points[0] in {point.id for point in subject.points()}]
        for subject in exam.subjects
    }
    return {subject: titles for subject, titles in found.items() if titles}


COMMAND = Command(
    "求解",
    ("solve",),
    "计算题一步步算给你看",
    (("/求解 3 个页框，FIFO，访问 1 2 3 4 1 2 5 1 2 3 4 5，缺页几次", "算出答案和过程"), ("/求解", "看会算哪些")),
    run,
    arguments=(Argument("题目", "problem", "把题目贴进来，条件写全；空着看会算哪些"),),
)
