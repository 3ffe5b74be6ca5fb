"""`/纠错`: a fault of a question, recorded with the question as the person saw it."""

from __future__ import annotations

from bot.commands.command import Command, Context, Replies
from engine.messages import Argument, Reply

LONGEST = 1000


async def run(context: Context) -> Replies:
    """Record what is wrong with the question replied to or asked last."""
    services, incoming = context.services, context.incoming
    text = context.argument.strip()
    asked = await services.quizzing.find_round(incoming.scene, context.now, incoming.reply_to)
    numbered = services.quizzing.questions_of(asked) if asked is not None else []
    first, _, rest = text.partition(" ")
    if len(numbered) > 1 and first.isdecimal():
        numbered = [(number, question) for number, question in numbered if number == int(first)]
        text = rest.strip()
    if not numbered:
        yield Reply.of("不知道说的是哪道题。请回复那条题目，再发：/纠错 哪里不对")
        return
    if not text:
        yield Reply.of("哪里不对呢？比如：/纠错 B 也说得通")
        return
    if len(numbered) > 1:
        yield Reply.of("这组有好几道题，说一下是第几道，比如：/纠错 2 答案应该是 C")
        return
    if len(text) > LONGEST:
        yield Reply.of(f"有点长，{LONGEST} 字以内说重点就好。")
        return
    number = await services.reports.add(context.learner_id, incoming.scene, numbered[0][1], text, context.now)
    yield Reply.of(f"记下了（第 {number} 号纠错），连同题目一起交给管理员，谢谢你！")


COMMAND = Command(
    "纠错",
    ("report",),
    "告诉我哪道题有错",
    (("/纠错 B 也说得通", "说的是最近一道，或回复的那道"),),
    run,
    arguments=(Argument("哪里不对", "fault", "最近那道题哪里不对；一组题先写题号", required=True),),
)
