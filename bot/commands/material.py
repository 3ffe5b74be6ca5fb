"""`/资料`: the owner's own books: adding one by sending a file, giving it to a group, taking it out."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from bot.commands.command import Command, Context, Replies, Typing
from bot.downloads import DownloadError, download
from engine.messages import Argument, Attachment, Reply
from kb.books import BookInfo

POLL_SECONDS = 0.5
TERMINAL = "terminal"
"""The platform on which nobody can send a file."""

_PHASES = {"": "排队中", "files": "正在读", "vectors": "正在算向量"}


async def run(context: Context) -> Replies:
    """List the owner's books, give one to this scene, or take one out."""
    services, owner = context.services, str(context.learner_id)
    if not await services.learners.is_owner(context.incoming):
        yield Reply.of(_ONLY_OWNERS)
        return
    mine = [book for book in await services.library.books() if book.owner == owner]
    action, _, title = context.argument.strip().partition(" ")
    if not action:
        if context.incoming.files and context.incoming.scene.is_private:
            async for reply in take_files(context):
                yield reply
            return
        yield Reply.of(_listed(mine, context))
        return
    wanted = title.strip().strip("《》")
    found = [book for book in mine if book.title == wanted]
    if action not in ("给", "删", "give", "remove") or not found:
        yield Reply.of(f"没有找到《{wanted or action}》。\n\n{_listed(mine, context)}")
        return
    book = found[0]
    if action in ("给", "give"):
        await services.library.share(book.id, sorted({*book.scenes, str(context.incoming.scene)}))
        yield Reply.of(f"《{book.title}》现在这里也能查了。")
        return
    job = await services.library.remove(book.id)
    async for reply in _followed(context, job):
        yield reply


async def take_files(context: Context) -> Replies:
    """Files sent in private become books of the sender, seen in that conversation only."""
    services, incoming = context.services, context.incoming
    if not incoming.scene.is_private:
        return
    if not await services.learners.is_owner(incoming):
        yield Reply.of(_ONLY_OWNERS)
        return
    for attachment in incoming.files:
        async for reply in _added(context, attachment):
            yield reply


async def _added(context: Context, attachment: Attachment) -> Replies:
    path, fetched = attachment.path, None
    if path is None:
        settings = context.services.settings
        try:
            path = fetched = await download(attachment, settings.home / "uploads", settings.upload_limit_mb * 2**20)
        except DownloadError as error:
            yield Reply.of(str(error))
            return
    title = attachment.name.rsplit(".", 1)[0]
    job = await context.services.library.add([path], title=title, owner=str(context.learner_id), scenes=[str(context.incoming.scene)])
    async for reply in _followed(context, job, title, {path.name: attachment.name}):
        yield reply
    if fetched is not None:
        await asyncio.to_thread(fetched.unlink, missing_ok=True)


async def _followed(context: Context, job: int, title: str = "", sent_as: Mapping[str, str] | None = None) -> Replies:
    """What the job does until it ends. `sent_as`: what people call the files, by their names here."""
    library = context.services.library
    before = ""
    while (status := await library.job(job)) is not None and not status.ended:
        counted = f" {status.done}/{status.total}" if status.total else ""
        now = f"{_PHASES[status.phase]}{counted} …"
        if now != before:
            yield Reply.of(now, stream=f"job{job}", final=False)
            before = now
        await asyncio.sleep(POLL_SECONDS)
    if status is None:
        return
    faults = "\n".join(f"- {fault}" for fault in status.faults)
    for here, sent in (sent_as or {}).items():
        faults = faults.replace(here, sent)
    told = [status.message, faults]
    if status.kind == "add" and status.state == "done":
        if faults and "新增 0 段" in status.message:
            told = [faults]  # nothing of it was taken: the reason is all there is to say
        else:
            hint = "发 /资料 看有哪些书；在群里发 /资料 给 书名，那个群就能查；/资料 删 书名 拿掉。"
            told = [f"《{title}》收好了：{status.message}", faults, hint]
    yield Reply.of("\n\n".join(part for part in told if part), stream=f"job{job}")


_ONLY_OWNERS = "加资料要先成为机器人的主人：把启动窗口里的配对码发给我，/设置 配对 六位数字，再来一次。"


def _listed(books: list[BookInfo], context: Context) -> str:
    if not books:
        sends = context.incoming.scene.platform != TERMINAL
        how = "私聊里把文件发给我就行" if sends else "终端里发不了文件，另开一个窗口运行 shangan kb add 文件"
        return f"你还没有加过资料。{how}：Markdown、文本、PDF、DOCX、PPTX、HTML。"
    lines = "\n".join(f"- 《{book.title}》{book.passages} 段，{len(book.scenes)} 个地方能查" for book in books)
    return f"你的资料：\n\n{lines}\n\n在群里发 /资料 给 书名，那个群就能查；/资料 删 书名 拿掉。"


async def suggest(typing: Typing) -> Sequence[str]:
    """The person's own books."""
    learner = await typing.services.learners.known(typing.scene.platform, typing.sender)
    if learner is None:
        return ()
    return [book.title for book in await typing.services.library.books() if book.owner == str(learner)]


COMMAND = Command(
    "资料",
    ("material",),
    "把自己的书交给我（私聊发文件）",
    (("/资料", "看加过哪些"), ("/资料 给 书名", "让这个群也能查"), ("/资料 删 书名", "拿掉")),
    run,
    seconds=600,
    arguments=(
        Argument("做什么", "action", "给：让这里也能查；删：拿掉；空着就列出来", choices=("给", "删")),
        Argument("书名", "title", "哪一本", suggested=True),
    ),
    suggest=suggest,
)
