"""Letters as answers: not a command anybody types, but what a letter or a button means."""

from __future__ import annotations

from bot.commands.command import Context
from engine.messages import Incoming, Reply
from engine.storage.rounds import AskedRound


def pressed(incoming: Incoming) -> tuple[int, int, str] | None:
    """Round, question number and letter of a pressed answer button; None: it is no such button."""
    parts = (incoming.choice or "").split(":", 3)
    if len(parts) != 4 or parts[0] != "answer" or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    return int(parts[1]), int(parts[2]), parts[3]


async def answer(context: Context, asked: AskedRound, number: int | None = None) -> Reply | None:
    """Take `context.argument` as an answer to `asked`; None: it is not one."""
    incoming = context.incoming
    taken = await context.services.quizzing.take(
        asked,
        context.argument,
        context.learner_id,
        incoming.scene,
        incoming.event_key,
        context.now,
        context.choice,
        number,
        addressed=incoming.reply_to is not None or number is not None,
    )
    if taken is None:
        return None
    if taken.outcome == "unclear":
        return Reply.of(taken.hint, ephemeral=True)
    if taken.outcome == "closed":
        return Reply.of("这题已经公布答案啦，发 /解析 可以再看一遍。", ephemeral=True)
    if not taken.quiet:
        return await context.services.quizzing.verdict(taken)
    if not any(item.counted for item in taken.marked):
        return Reply.of("你已经答过啦，以第一次为准。", ephemeral=True)
    left = "，还剩第 " + "、".join(map(str, taken.left)) + " 题" if taken.left else ""
    return Reply.of(f"收到{left}", ephemeral=True)
