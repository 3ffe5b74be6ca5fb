"""`shangan run`, `shangan chat`, `shangan doctor`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.cli.output import out, shown_errors

Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


@shown_errors
async def run() -> None:
    """启动机器人：网页、QQ（OneBot 11）和定时任务。"""
    from bot.server import serve
    from bot.settings import load_settings

    await serve(load_settings(), out)


@shown_errors
async def chat() -> None:
    """在终端里和机器人聊天。"""
    from rich.prompt import Prompt

    from adapters.terminal import TerminalAdapter
    from bot.bootstrap import build, utc_now
    from bot.dispatcher import Dispatcher
    from bot.sending import Outlet
    from bot.settings import load_settings

    settings = load_settings()
    services = await build(settings)
    try:
        dispatcher = Dispatcher(services, utc_now)
        terminal = TerminalAdapter(dispatcher.handle, out, settings.home / "received")
        services.adapters["terminal"] = Outlet(terminal)
        out.print(services.exams[settings.exam].description.greeting.strip())
        out.print("[dim]直接提问，或发 /刷题、/帮助；输入 退出 结束。[/dim]")
        await terminal.run(lambda: Prompt.ask("[bold cyan]你[/bold cyan]", console=out))
    finally:
        await services.close()


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
