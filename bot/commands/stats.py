"""`/战绩`: how a person is doing."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from bot.commands.command import Command, Context, Replies, spaced
from engine.messages import Reply


async def run(context: Context) -> Replies:
    """Totals, subjects, streak, days to the exam."""
    totals = await context.services.attempts.totals(context.learner_id, context.exam.id)
    if not totals.answered and not totals.days:
        yield Reply.of("还没有做过题。发 /刷题 开始第一道吧！")
        return
    today = context.choice.local(context.now).date()
    by_subject: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for question_id, (right, wrong) in totals.by_question.items():
        question = context.services.quizzing.question(context.exam.id, question_id)
        subject = context.exam.subject_of(question.point) if question else None
        by_subject[subject.name if subject else "其他"][0] += right
        by_subject[subject.name if subject else "其他"][1] += wrong
    lines = [
        f"- {name}：{right + wrong} 题，对 {_percent(right, right + wrong)}" for name, (right, wrong) in by_subject.items() if right + wrong
    ]
    left = (context.exam.description.date - today).days
    parts = [
        f"**你的战绩**\n\n一共答了 {totals.answered} 题，对 {totals.right} 题（{_percent(totals.right, totals.answered)}）",
        "\n".join(lines),
        f"连续打卡 {streak(totals.days, today)} 天，累计 {len(totals.days)} 天",
        f"错题本里 {totals.wrong_open} 道，已掌握 {totals.mastered} 道",
    ]
    if left >= 0:
        parts.append(f"距离{spaced(context.exam.description.short_name)}还有 **{left}** 天，加油！")
    yield Reply.of("\n\n".join(part for part in parts if part))


def streak(days: tuple[str, ...], today: date) -> int:
    """Days in a row up to today, or up to yesterday while today is not over; `days` are ISO dates on the person's own clock."""
    practised = {date.fromisoformat(day) for day in days}
    day = today if today in practised else today - timedelta(days=1)
    count = 0
    while day in practised:
        count += 1
        day -= timedelta(days=1)
    return count


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "—"


COMMAND = Command("战绩", ("stats",), "看自己做了多少、对了多少", (("/战绩", "总数、各科正确率、连续天数"),), run)
