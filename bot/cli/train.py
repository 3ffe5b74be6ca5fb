"""`shangan train`: from an exam's folder to a fine-tuned, quantised, served model, step by step."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.output import err, fail, out, shown_errors

if TYPE_CHECKING:
    from training.publishing import Manifest
    from training.workspace import Workspace

app = typer.Typer(help="训练：数据、微调、合并、量化、上线。", no_args_is_help=True)

ExamOption = Annotated[str | None, typer.Option("--exam", help="哪门考试；默认用 SHANGAN_EXAM")]
SettingsOption = Annotated[Path | None, typer.Option("--settings", help="训练设置；默认是考试目录里的 training/settings.toml")]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


def _workspace(exam: str | None, path: Path | None) -> Workspace:
    from bot.settings import load_settings
    from engine.exams import load_exams
    from training.settings import load_training_settings, settings_path
    from training.workspace import Workspace

    settings = load_settings()
    exams = load_exams(settings.exams)
    chosen = exams.get(exam or settings.exam)
    if chosen is None:
        raise fail(f"没有考试 {exam}。现有：{'、'.join(exams)}")
    told = load_training_settings(path or settings_path(chosen.folder))
    return Workspace(chosen, told, settings.home.resolve(), lambda line: err.print(line, markup=False, highlight=False))


def _show(folder: Path, manifest: Manifest, as_json: bool) -> None:
    if as_json:
        shown: dict[str, Any] = {"folder": str(folder), **manifest.as_dict()}
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        out.print(f"做好了：{folder}", style="green", markup=False, highlight=False, soft_wrap=True)
        out.print_json(data=dict(manifest.figures))


@app.command("data")
@shown_errors
async def data(
    exam: ExamOption = None,
    settings: SettingsOption = None,
    imported: Annotated[list[Path] | None, typer.Option("--import", help="再带上这些数据文件", exists=True, dir_okay=False)] = None,
    general: Annotated[list[Path] | None, typer.Option("--general", help="再带上这些日常对话", exists=True, dir_okay=False)] = None,
    evaluation: Annotated[list[Path] | None, typer.Option("--evaluation", help="这些题不许进训练数据", exists=True, dir_okay=False)] = None,
    as_json: Json = False,
) -> None:
    """训练数据：题库、笔记、计算题和自己的数据，清洗、去重、冲淡、查泄漏，并写一份报告。"""
    from dataclasses import replace

    from training.data.making import make_data

    workspace = _workspace(exam, settings)
    told = workspace.settings.data
    more = {
        "imported": (*told.imported, *(path.resolve() for path in imported or ())),
        "general": (*told.general, *(path.resolve() for path in general or ())),
        "evaluation": (*told.evaluation, *(path.resolve() for path in evaluation or ())),
    }
    workspace = replace(workspace, settings=workspace.settings.model_copy(update={"data": told.model_copy(update=more)}))
    manifest = make_data(workspace)
    if not as_json:
        from rich.markdown import Markdown

        out.print(Markdown((workspace.data / "report.md").read_text(encoding="utf-8")))
    _show(workspace.data, manifest, as_json)


@app.command("audit")
@shown_errors
async def audit(
    files: Annotated[list[Path], typer.Argument(help="要看的数据文件", exists=True, dir_okay=False)], as_json: Json = False
) -> None:
    """只看不改：别人的训练数据里有多少重复、矛盾、自我介绍。"""
    from training.data.audit import audit as look
    from training.data.importing import read_rows

    figures = {path.name: look(read_rows(path).rows).as_dict() for path in files}
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        out.print_json(data=figures)
