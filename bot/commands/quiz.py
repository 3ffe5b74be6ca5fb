"""`/刷题`: questions to practise."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands.command import Command, Context, Replies, Typing
from engine.messages import Argument, Reply, Sent

MOST_AT_ONCE = 10


async def run(context: Context) -> Replies:
    """Put one or several questions of the wanted subjects."""
    count, subjects = 1, list(context.choice.subjects)
    wanted: list[str] = []
    for word in context.argument.split():
        if word.isdecimal():
            count = int(word)
        elif (subject := context.exam.find_subject(word)) is not None:
            wanted.append(subject.id)
        else:
            names = "、".join(subject.name for subject in context.exam.subjects)
            yield Reply.of(f"没听懂「{word[:20]}」。科目有：{names}。比如：/刷题 {context.exam.subjects[0].name} 3")
            return
    if not 1 <= count <= MOST_AT_ONCE:
        yield Reply.of(f"一次 1 到 {MOST_AT_ONCE} 道，慢慢来。比如：/刷题 5")
        return
    scene = context.incoming.scene
    learner = context.learner_id if scene.is_private else None
    questions = await context.services.quizzing.choose(context.exam.id, learner, wanted or subjects, count)
    if not questions:
        yield Reply.of("这一科还没有题。换一科试试，或者发 /刷题 从所有科目里抽。")
        return
    asked, reply = await context.services.quizzing.open(scene, context.choice, "quiz", context.learner_id, questions, context.now)
    receipt = yield reply
    if isinstance(receipt, Sent):
        await context.services.quizzing.shown(asked, receipt.message_ids)
        context.services.preparing.begin(asked)


async def suggest(typing: Typing) -> Sequence[str]:
    """The exam's subjects."""
    return [subject.name for subject in typing.exam.subjects]


COMMAND = Command(
    "刷题",
    ("quiz", "来一题"),
    "来一道题，直接回复字母作答",
    (("/刷题", "来一道"), ("/刷题 {subject}", "只要一科"), ("/刷题 5", "一次五道，回复 1B 2AC 3对")),
    run,
    arguments=(Argument("科目", "subject", "只要一科", suggested=True), Argument("题数", "count", "一次几道", number=(1, MOST_AT_ONCE))),
    suggest=suggest,
)
