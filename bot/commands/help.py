"""`/帮助`: what the bot can do."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands.command import Command, Context, Replies, Typing, spaced
from engine.messages import Argument, Reply


async def run(context: Context) -> Replies:
    """All commands in a line each, or one with examples."""
    wanted = context.argument.strip().lstrip("/／")
    if wanted:
        command = next((each for each in context.commands if wanted.casefold() in (each.name, *each.aliases)), None)
        if command is None:
            yield Reply.of(f"没有「{wanted[:20]}」这个命令。发 /帮助 看看都有哪些。")
            return
        examples = "\n".join(f"- `{example}` {meaning}" for example, meaning in command.examples(context.exam))
        yield Reply.of(f"**/{command.name}**（/{command.aliases[0]}）{command.summary}\n\n{examples}")
        return
    lines = "\n".join(f"- **/{command.name}** {command.summary}" for command in context.commands)
    where = "私聊里直接发问题也行。" if context.incoming.scene.is_private else "在群里叫我要用命令，或者 @我。"
    exam = spaced(context.exam.description.short_name, "。")
    yield Reply.of(f"我是上岸，陪你备考{exam}{where}\n\n{lines}\n\n看某个命令怎么用：/帮助 刷题")


async def suggest(typing: Typing) -> Sequence[str]:
    """Every command."""
    return [command.name for command in typing.commands]


COMMAND = Command(
    "帮助",
    ("help",),
    "看看我会什么",
    (("/帮助", "列出所有命令"), ("/帮助 刷题", "看一个命令的用法")),
    run,
    arguments=(Argument("命令", "command", "看一个命令怎么用", suggested=True),),
    suggest=suggest,
)
