"""`shangan train`: from an exam's folder to a fine-tuned, quantised, served model, step by step."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import gate
from bot.cli.output import err, fail, out, shown_errors

if TYPE_CHECKING:
    from training.publishing import Manifest
    from training.workspace import Workspace


class Device(StrEnum):
    """Where the tools run."""

    CUDA = "cuda"
    CPU = "cpu"


app = typer.Typer(help="训练：数据、微调、合并、量化、上线。", no_args_is_help=True)
app.command("gate")(gate.gate)

ExamOption = Annotated[str | None, typer.Option("--exam", help="哪门考试；默认用 SHANGAN_EXAM")]
SettingsOption = Annotated[Path | None, typer.Option("--settings", help="训练设置；默认是考试目录里的 training/settings.toml")]
DeviceOption = Annotated[Device | None, typer.Option("--device", help="cuda 或 cpu；默认看训练设置")]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


def _workspace(exam: str | None, path: Path | None, device: str | None = None) -> Workspace:
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
    if device is not None:
        told = told.model_copy(update={"device": device})
    return Workspace(chosen, told, settings.home.resolve(), lambda line: err.print(line, markup=False, highlight=False, soft_wrap=True))


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


@app.command("environment")
@shown_errors
async def environment(
    name: Annotated[str, typer.Argument(help="xtuner、lmdeploy 或 opencompass")],
    cpu: Annotated[bool, typer.Option("--cpu", help="没有显卡的那一套，用来验证流程")] = False,
) -> None:
    """建好某个工具自己的环境（它们的版本互相冲突，也和机器人冲突）；断了再来会接着装。"""
    from bot.settings import load_settings
    from training import environments

    wanted = environments.environment(load_settings().home.resolve(), name, "cpu" if cpu else "cuda")
    built = environments.build(wanted, lambda line: err.print(line, markup=False, highlight=False, soft_wrap=True))
    out.print(f"{'建好了' if built else '早就建好了'}：{wanted.folder}", style="green", markup=False, highlight=False, soft_wrap=True)


@app.command("finetune")
@shown_errors
async def finetune(exam: ExamOption = None, settings: SettingsOption = None, device: DeviceOption = None, as_json: Json = False) -> None:
    """微调：xtuner 的 QLoRA，按留出数据的 loss 挑检查点；断了再来会从最后的检查点继续。"""
    from training.finetune import finetune as step

    workspace = _workspace(exam, settings, device)
    _show(workspace.checkpoints, step(workspace), as_json)


@app.command("convert")
@shown_errors
async def convert(exam: ExamOption = None, settings: SettingsOption = None, device: DeviceOption = None, as_json: Json = False) -> None:
    """转换：把挑中的检查点变成通用的 LoRA 适配器。"""
    from training.convert import convert as step

    workspace = _workspace(exam, settings, device)
    _show(workspace.adapter, step(workspace), as_json)


@app.command("merge")
@shown_errors
async def merge(exam: ExamOption = None, settings: SettingsOption = None, device: DeviceOption = None, as_json: Json = False) -> None:
    """合并：底座加适配器，成为一个完整的 16 bit 模型。"""
    from training.merge import merge as step

    workspace = _workspace(exam, settings, device)
    _show(workspace.merged, step(workspace), as_json)


@app.command("quantise")
@shown_errors
async def quantise(exam: ExamOption = None, settings: SettingsOption = None, device: DeviceOption = None, as_json: Json = False) -> None:
    """量化：AWQ 4 bit，用这门考试自己的数据校准，再和量化前核对。"""
    from training.quantise import quantise as step

    workspace = _workspace(exam, settings, device)
    _show(workspace.quantised, step(workspace), as_json)


@app.command("serve")
@shown_errors
async def serve(
    exam: ExamOption = None,
    settings: SettingsOption = None,
    device: DeviceOption = None,
    check: Annotated[bool, typer.Option("--check", help="只检查模型（格式、对话模板、停止词），不启动")] = False,
    show: Annotated[bool, typer.Option("--print", help="只打印启动命令")] = False,
) -> None:
    """上线：检查后用 lmdeploy 的 TurboMind 启动 OpenAI 兼容接口，再问一句看它答得对不对。"""
    from training import serve as serving

    workspace = _workspace(exam, settings, device)
    if show:
        import shlex

        typer.echo(shlex.join(serving.server(workspace).command))
    elif check:
        serving.check_model(workspace, engine=False)
        out.print("格式、对话模板和停止词都对。", style="green")
    else:
        raise typer.Exit(serving.serve(workspace))
