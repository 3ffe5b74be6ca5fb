"""What people say to somebody and ask no book: a greeting, thanks, how this works. No command that anybody types."""

from __future__ import annotations

import re

from bot.commands import help as helping
from bot.commands.command import Command, Context, Replies
from engine.messages import Reply

_END = r"[呀啊哦吗呢啦吧了哈~～!！。.,，?？\s]*"
_HELLO = re.compile(
    rf"(?:你好|您好|大家好|嗨|哈喽|哈啰|hi|hello|hey|在吗|在不在|早|早安|早上好|上午好|中午好|下午好|晚上好|开始|start|"
    rf"(?:请问)?你(?:是谁|叫什么(?:名字)?|是什么|是干什么的|会什么|会些?什么|能做什么|能干什么|能干嘛|会干什么|有什么功能|怎么用)|"
    rf"怎么用|怎么使用|怎么玩|如何使用|使用说明|使用方法|帮助|菜单|功能|命令|help){_END}",
    re.IGNORECASE,
)
_THANKS = re.compile(
    rf"(?:好的?|嗯+|ok)?[，,\s]*(?:多谢|谢谢|感谢|谢了|谢啦|辛苦了|辛苦|thanks|thank you|thx|3q)(?:你|您|上岸|老师)?{_END}", re.IGNORECASE
)


async def _welcome(_: Context) -> Replies:
    yield Reply.of("不客气，加油！想接着练就发 /刷题。")


_WELCOME = Command("不客气", (), "", (), _welcome)


def meant(text: str) -> Command | None:
    """What answers `text` if it is small talk and nothing else."""
    said = text.strip()
    if _HELLO.fullmatch(said):
        return helping.COMMAND
    return _WELCOME if _THANKS.fullmatch(said) else None
