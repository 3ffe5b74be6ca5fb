"""`/错题`: what went wrong, and asking it again."""

from __future__ import annotations

from bot.commands.command import Command, Context, Replies
from bot.commands.quiz import MOST_AT_ONCE
from engine.messages import Argument, Reply, Sent
from engine.quizzing.wording import stem_line
from engine.storage.attempts import DAYS_TO_MASTER

SHOWN = 10


async def run(context: Context) -> Replies:
    """List the wrong questions, or ask some of them again."""
    services = context.services
    wrong = [
        (item, question)
        for item in await services.attempts.wrong_questions(context.learner_id, context.exam.id)
        if (question := services.quizzing.question(context.exam.id, item.question_id)) is not None
    ]
    if not wrong:
        yield Reply.of("错题本是空的，继续保持！发 /刷题 接着练。")
        return
    words = context.argument.split()
    if words and words[0] in ("重练", "重做", "redo"):
        count = int(words[1]) if len(words) > 1 and words[1].isdecimal() else 1
        chosen = [services.quizzing.again(question) for _, question in wrong[: max(1, min(count, MOST_AT_ONCE))]]
        asked, reply = await services.quizzing.open(context.incoming.scene, context.choice, "redo", context.learner_id, chosen, context.now)
        receipt = yield reply
        if isinstance(receipt, Sent):
            await services.quizzing.shown(asked, receipt.message_ids)
            services.preparing.begin(asked)
        return
    lines = [
        f"{n}. {stem_line(question)}（错 {item.wrong} 次"
        + (f"，再对 {DAYS_TO_MASTER - item.right_days} 天就掌握" if item.right_days else "")
        + "）"
        for n, (item, question) in enumerate(wrong[:SHOWN], 1)
    ]
    more = f"\n\n还有 {len(wrong) - SHOWN} 道没列出来。" if len(wrong) > SHOWN else ""
    yield Reply.of(
        f"你有 {len(wrong)} 道错题：\n\n"
        + "\n".join(lines)
        + more
        + f"\n\n发 /错题 重练 再做一遍；在 {DAYS_TO_MASTER} 个不同的日子答对就算掌握。"
    )


COMMAND = Command(
    "错题",
    ("wrong",),
    "看错题本，或者重练",
    (("/错题", "列出没掌握的题"), ("/错题 重练 3", "重做三道")),
    run,
    arguments=(
        Argument("做什么", "action", "空着就列出来", choices=("重练",)),
        Argument("题数", "count", "重练几道", number=(1, MOST_AT_ONCE)),
    ),
)
