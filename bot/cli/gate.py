"""The forgetting gate on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import out, shown_errors
from engine.evaluation.forgetting import MARGIN


@shown_errors
async def gate(
    before: Annotated[Path, typer.Argument(help="微调前：eval accuracy 的记录，或 OpenCompass 的成绩 CSV")],
    after: Annotated[Path, typer.Argument(help="微调后：同一种")],
    margin: Annotated[float, typer.Option("--margin", min=0, help="最多允许下降多少分")] = MARGIN,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """遗忘关：微调后通用能力若退步，或说明不了没退步，就不发布（退出码 1）。"""
    from engine.evaluation.forgetting import judge_files

    verdict = judge_files(before, after, margin)
    if as_json:
        typer.echo(json.dumps(verdict.as_data(), ensure_ascii=False, indent=2))
    else:
        out.print(verdict.reason, style="green" if verdict.passes else "red", markup=False, highlight=False, soft_wrap=True)
    if not verdict.passes:
        raise typer.Exit(1)
