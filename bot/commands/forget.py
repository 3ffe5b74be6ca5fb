"""`/忘记我`: erase a person everywhere."""

from __future__ import annotations

from bot.commands.command import Command, Context, Replies
from engine.messages import Argument, Reply

_NAMES = {
    "attempts": "作答记录",
    "reports": "纠错",
    "rounds": "出给你的题",
    "messages": "收到过的命令",
    "scenes": "私聊设置",
    "identities": "身份",
    "books": "资料",
}


async def run(context: Context) -> Replies:
    """Ask first; then erase and say what went."""
    if context.argument.strip() not in ("确认", "yes"):
        yield Reply.of("这会删掉你的全部作答、错题、纠错、设置和你的资料，删了就找不回来。确定的话发：/忘记我 确认")
        return
    services, incoming = context.services, context.incoming
    books = await services.library.remove_owner(str(context.learner_id))
    erased = await services.learners.forget(incoming.scene.platform, incoming.sender)
    services.scenes.drop_cache()
    gone = [f"{_NAMES[name]} {count} 条" for name, count in {**erased, "books": books}.items() if count]
    yield Reply.of(f"已经全部删除：{'、'.join(gone)}。以后再来，我们从头认识。" if gone else "我这里没有你的任何记录。")


COMMAND = Command(
    "忘记我",
    ("forget",),
    "删除关于我的一切",
    (("/忘记我", "先说明会删什么"), ("/忘记我 确认", "真的删除")),
    run,
    arguments=(Argument("确认", "confirm", "想好了再选", choices=("确认",)),),
)
