"""`shangan exam`: laying out a new exam."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from bot.cli.output import fail, out, shown_errors

app = typer.Typer(help="考试：新建一门。", no_args_is_help=True)


@app.callback()
def exams() -> None:
    """考试：新建一门。"""


@app.command("new")
@shown_errors
async def new(
    identifier: Annotated[str, typer.Argument(metavar="NAME", help="考试的 id，也是目录名，如 teacher-2027")],
    name: Annotated[str | None, typer.Option("--name", help="给人看的名字，如 教师资格证；默认同 id")] = None,
    day: Annotated[str | None, typer.Option("--date", help="考试日期，如 2027-03-08；默认半年后")] = None,
) -> None:
    """铺好一门新考试的目录：里面有一个知识点、一节笔记、三道题，马上能问能练，照着改成自己的。"""
    from bot.settings import load_settings
    from engine.new_exam import lay_out

    settings = load_settings()
    try:
        held = date.fromisoformat(day) if day else datetime.now().date() + timedelta(days=180)
    except ValueError:
        raise fail(f"看不懂日期 {day!r}，写成 2027-03-08 的样子。") from None
    exam = lay_out(settings.exams, identifier, name or identifier, held)
    out.print(f"建好了 {exam.folder}：", style="green", highlight=False)
    for path, meaning in (
        ("exam.toml", "考试、科目和知识点"),
        ("notes/", "笔记，一个知识点一节"),
        ("questions/", "题目，一行一题"),
        ("gate/in_scope.txt", "这门考试的人会怎么问"),
    ):
        out.print(f"  {path}  {meaning}", highlight=False)
    out.print(f"改好后检查：shangan bank check --exam {identifier}", highlight=False)
    out.print(f"试一试：SHANGAN_EXAM={identifier} shangan chat", highlight=False)
