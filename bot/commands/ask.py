"""`/问`: an answer from the books, with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.commands.command import Command, Context, Replies, Typing
from engine.asking import Question
from engine.messages import Argument, Image, Reply
from kb.search import SearchScope

_BOOK = re.compile(r"^\s*《([^》]{1,200})》\s*")


async def run(context: Context) -> Replies:
    """Ask, and show the answer as it grows."""
    argument = context.argument
    book = None
    if match := _BOOK.match(argument):
        book, argument = match.group(1), argument[match.end() :]
    question = Question(argument, context.exam, str(context.incoming.scene), book)
    async for answer in context.services.asking.ask(question):
        pictures = [Image(answer.picture, answer.picture_alt)] if answer.picture else []
        yield Reply.of(answer.markdown, *pictures, stream="answer", final=answer.final)


async def suggest(typing: Typing) -> Sequence[str]:
    """The books that are searched here, as they are written in front of a question."""
    books = await typing.services.library.books(SearchScope(exam=typing.exam.id, scene=str(typing.scene)))
    return [f"《{book.title}》" for book in books]


COMMAND = Command(
    "问",
    ("ask", "问答"),
    "问考点，我从书里找答案并注明出处",
    (("/问 为什么有了页表还要快表", "从你们的书里找"), ("/问 《操作系统》 什么是抖动", "只在一本书里找，讲什么的书都行")),
    run,
    seconds=120,
    arguments=(Argument("书", "book", "只在这本书里找", suggested=True), Argument("问题", "question", "想问的考点", required=True)),
    suggest=suggest,
)
