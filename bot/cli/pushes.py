"""`shangan pushes`: what was pushed where, and what became of it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.cli.output import fail, out, shown_errors


@shown_errors
async def pushes(
    scene: Annotated[str | None, typer.Option("--scene", help="只看这个会话，如 onebot/10000/group/700；默认全部")] = None,
    count: Annotated[int, typer.Option("-n", help="最近多少条", min=1)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """每次推送发到了哪里，什么时候，没送到是为什么。"""
    from rich.table import Table

    from bot.commands.daily import state_of
    from bot.settings import load_settings
    from engine.messages import Scene
    from engine.storage.database import Database
    from engine.storage.outbox import ANSWER, Outbox

    try:
        wanted = Scene.parse(scene) if scene is not None else None
    except ValueError:
        raise fail(f"看不懂会话 {scene!r}，写成 平台/账号/group/群号 的样子，比如 onebot/10000/group/700。") from None
    database = await Database.open(load_settings().database)
    try:
        records = await Outbox(database, "").recent(wanted, None, count)
    finally:
        await database.close()
    if as_json:
        rows = [
            {
                "scene": str(record.scene),
                "kind": record.kind,
                "slot": record.slot,
                "state": record.state,
                "reason": record.reason,
                "claimed_at": record.claimed_at.isoformat(),
            }
            for record in records
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    table = Table("会话", "推送", "哪一次", "结果", "原因", header_style="bold")
    kinds = {"daily": "每日一题", "reveal": "公布答案", ANSWER: "没能马上说的回答"}
    for record in records:
        table.add_row(str(record.scene), kinds.get(record.kind, record.kind), record.slot, state_of(record), record.reason)
    out.print(table if records else "还没有推送过。")
