"""`shangan run`, `shangan chat`, `shangan doctor`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.cli.output import out, shown_errors

Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


@shown_errors
async def run() -> None:
    """启动机器人：网页、设好的各个平台（QQ、Discord、微信……）和定时任务。"""
    from bot.server import serve
    from bot.settings import load_settings

    await serve(load_settings(), out)


@shown_errors
async def chat() -> None:
    """在终端里和机器人聊天。"""
    from bot.chatting import chat as talk
    from bot.settings import load_settings

    await talk(load_settings(), out)


@shown_errors
async def doctor(as_json: Json = False) -> None:
    """检查平台、模型、题库和知识库，缺什么就说缺什么。"""
    from bot.doctor import examine
    from bot.settings import load_settings
    from bot.status import table

    sections = await examine(load_settings())
    if as_json:
        from bot.status import as_data

        typer.echo(json.dumps({name: as_data(lines) for name, lines in sections.items()}, ensure_ascii=False, indent=2))
    else:
        for name, lines in sections.items():
            out.print(table(lines, name))
    if any(line.state == "failed" for lines in sections.values() for line in lines):
        raise typer.Exit(1)
