"""`shangan ask`."""

from __future__ import annotations

import json
import time
from typing import Annotated

import typer

from bot.cli.output import fail, out, shown_errors


@shown_errors
async def ask(
    text: Annotated[str, typer.Argument(help="问题")],
    exam: Annotated[str | None, typer.Option("--exam", help="哪门考试；默认用 SHANGAN_EXAM")] = None,
    book: Annotated[str | None, typer.Option("--book", help="只在这本书里找")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """问一个问题，答案注明出处。"""
    from rich.markdown import Markdown

    from bot.bootstrap import build
    from bot.settings import load_settings
    from engine.asking import Answer, Question

    settings = load_settings()
    services = await build(settings)
    try:
        chosen = services.exams.get(exam or settings.exam)
        if chosen is None:
            raise fail(f"没有考试 {exam}。现有：{'、'.join(services.exams)}")
        if book is not None and book not in {known.title for known in await services.library.books()}:
            raise fail(f"没有《{book}》这本书。用 shangan kb list 看看都有哪些。")
        text = text.encode("utf-8", "replace").decode()
        started = time.perf_counter()
        answer: Answer | None = None
        async for revision in services.asking.ask(Question(text, chosen, None, book)):
            answer = revision
        latency = (time.perf_counter() - started) * 1000
    finally:
        await services.close()
    assert answer is not None  # the last answerer always answers
    if as_json:
        data = {
            "route": answer.route,
            "answer": answer.markdown,
            "citations": [citation.as_data() for citation in answer.citations],
            "declined": answer.declined,
            "latency_ms": round(latency, 1),
        }
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        out.print(Markdown(answer.markdown))
    if answer.declined in ("empty", "too_long"):
        raise typer.Exit(1)
