"""`shangan eval opencompass`: the configuration for OpenCompass."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import fail, out, shown_errors


@shown_errors
async def opencompass(
    folder: Annotated[Path, typer.Argument(help="配置和题目写到这个目录")],
    model_path: Annotated[Path | None, typer.Option("--model-path", help="合并好的模型目录，由 OpenCompass 自己载入")] = None,
    model_url: Annotated[str | None, typer.Option("--model-url", help="或者：已经上线的 OpenAI 兼容接口，以 /v1 结尾")] = None,
    model_name: Annotated[str | None, typer.Option("--model-name", help="接口上的模型名；默认用 SHANGAN_MODEL_NAME")] = None,
    tokenizer: Annotated[Path | None, typer.Option("--tokenizer", help="接口模型的分词器目录，用来数提示词长度")] = None,
    ceval: Annotated[
        Path | None, typer.Option("--ceval", help="C-Eval 的目录（里面有 dev/、val/、test/）；不写由 OpenCompass 自己取")
    ] = None,
    exam: Annotated[str | None, typer.Option("--exam", help="哪门考试的评测集；默认用 SHANGAN_EXAM")] = None,
) -> None:
    """OpenCompass 的配置：C-Eval 52 科加自己的评测集，推理不截断；跑完的 CSV 交给 train gate。"""
    from bot.settings import load_settings
    from engine.evaluation.items import evaluation_items
    from engine.evaluation.opencompass import ModelFolder, ServedModel, write_configuration
    from engine.exams import load_exams

    settings = load_settings()
    exams = load_exams(settings.exams)
    chosen = exams.get(exam or settings.exam)
    if chosen is None:
        raise fail(f"没有考试 {exam}。现有：{'、'.join(exams)}")
    if (model_path is None) == (model_url is None):
        raise fail("用 --model-path 指一个模型目录，或用 --model-url 指一个接口，二选一。")
    model: ModelFolder | ServedModel
    if model_path is not None:
        model = ModelFolder(model_path)
    else:
        name = model_name or settings.model_name
        if not name:
            raise fail("还差接口上的模型名：--model-name，或设 SHANGAN_MODEL_NAME。")
        model = ServedModel(str(model_url), name, tokenizer)
    configuration = write_configuration(folder, chosen.id, evaluation_items(chosen), model, ceval)
    out.print(f"写好了：{configuration}", style="green", markup=False, highlight=False, soft_wrap=True)
    out.print(
        f"在 OpenCompass 的环境里运行：opencompass {configuration} --work-dir {folder / 'results'}",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
