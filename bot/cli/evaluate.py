"""`shangan eval`: measuring retrieval, refusal and accuracy, with intervals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import accuracy, gate, opencompass
from bot.cli.output import fail, out, shown_errors

if TYPE_CHECKING:
    from bot.settings import Settings
    from kb.embedding import Embedder

app = typer.Typer(help="测量：检索、拒答、覆盖、正确率。", no_args_is_help=True)
app.command("accuracy")(accuracy.accuracy)
app.command("gate")(gate.gate)
app.command("opencompass")(opencompass.opencompass)

Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


def _embedder(settings: Settings) -> Embedder:
    from kb.embedding import EmbedderUnavailable, default_model_dir, open_embedder

    try:
        return open_embedder(settings.embedder, default_model_dir())
    except EmbedderUnavailable as error:
        raise fail(str(error)) from None


def _show(figures: dict[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        out.print_json(data=figures)


@app.command("retrieval")
@shown_errors
async def retrieval(beir: Annotated[Path, typer.Option("--beir", help="BEIR 格式的文件夹")], as_json: Json = False) -> None:
    """检索：recall@1/5/10、MRR@10、nDCG@10，单个检索器与融合后的对比，以及向量模型的速度。"""
    from bot.settings import load_settings
    from engine.evaluation.retrieval import evaluate_retrieval, read_beir

    _show(evaluate_retrieval(read_beir(beir), _embedder(load_settings())), as_json)


@app.command("points")
@shown_errors
async def points(
    questions: Annotated[Path, typer.Argument(help="JSON 行：exam、point、text", exists=True, dir_okay=False)], as_json: Json = False
) -> None:
    """内置笔记：一句口语的问话能不能找到该讲它的知识点（第一个、前五个）。"""
    from bot.settings import load_settings
    from engine.evaluation.points import evaluate_points, read_point_questions
    from engine.exams import load_exams

    settings = load_settings()
    exams = load_exams(settings.exams)
    _show(evaluate_points(read_point_questions(questions, exams), exams, _embedder(settings)), as_json)


@app.command("refusal")
@shown_errors
async def refusal(
    in_scope: Annotated[Path, typer.Option("--in-scope", help="在考试范围内的消息，一行一条")],
    off_topic: Annotated[Path, typer.Option("--off-topic", help="无关的消息，一行一条")],
    exam: Annotated[str | None, typer.Option("--exam", help="用哪门考试的门；默认用 SHANGAN_EXAM")] = None,
    as_json: Json = False,
) -> None:
    """拒答：该答的答了多少，不该答的放进来多少；出厂阈值与随机对半校准各测一遍，带区间。"""
    from bot.settings import load_settings
    from engine.evaluation.gates import fitted_gates
    from engine.evaluation.refusal import evaluate_refusal, read_messages
    from engine.exams import load_exams

    settings = load_settings()
    embedder = _embedder(settings)
    gates = fitted_gates(load_exams(settings.exams), embedder, settings.home / "gates")
    if gates is None:
        raise fail("没有可用的门：考试目录里缺 gate/in_scope.txt。")
    try:
        _show(evaluate_refusal(read_messages(in_scope), read_messages(off_topic), embedder, gates, exam or settings.exam), as_json)
    except ValueError as error:
        raise fail(f"测不了：{error}") from None


@app.command("coverage")
@shown_errors
async def coverage(beir: Annotated[Path, typer.Option("--beir", help="BEIR 格式的文件夹")], as_json: Json = False) -> None:
    """覆盖：书全在时答了多少；随机拿掉一半主题后，该答的答了多少、该说没有的说了多少。"""
    from bot.settings import load_settings
    from engine.evaluation.gates import fitted_gates
    from engine.evaluation.refusal import evaluate_coverage
    from engine.evaluation.retrieval import read_beir
    from engine.exams import load_exams

    settings = load_settings()
    embedder = _embedder(settings)
    gates = fitted_gates(load_exams(settings.exams), embedder, settings.home / "gates")
    if gates is None:
        raise fail("没有可用的门：考试目录里缺 gate/in_scope.txt。")
    _show(evaluate_coverage(read_beir(beir), embedder, gates.coverage), as_json)
