"""`/解析`: key and explanation of the question asked last, or of the one replied to."""

from __future__ import annotations

from bot.commands.command import Command, Context, Replies
from engine.messages import Argument, Reply
from engine.quizzing.wording import key_and_explanation, stem_line


async def run(context: Context) -> Replies:
    """Explain, unless others may still answer."""
    services, incoming = context.services, context.incoming
    asked = await services.quizzing.find_round(incoming.scene, context.now, incoming.reply_to)
    if asked is None:
        yield Reply.of("最近没有出过题。发 /刷题 来一道吧。")
        return
    if asked.learner_id is None and asked.is_open(context.now):
        yield Reply.of("大家还在答呢，时间到了我会公布答案和解析。")
        return
    numbered = services.quizzing.questions_of(asked)
    if context.argument.strip().isdecimal():
        numbered = [(number, question) for number, question in numbered if number == int(context.argument)]
    if not numbered:
        yield Reply.of("没有这一题。直接发 /解析 看最近一组题的解析。")
        return
    parts = [f"**{number}. {stem_line(question)}**\n\n{key_and_explanation(question)}" for number, question in numbered]
    yield Reply.of("\n\n---\n\n".join(parts))


COMMAND = Command(
    "解析",
    ("explain", "答案"),
    "看刚才那道题的答案和解析",
    (("/解析", "最近一道；也可以回复那条题目"), ("/解析 2", "一组题里的第 2 道")),
    run,
    arguments=(Argument("题号", "number", "一组题里的第几道", number=(1, 100)),),
)
