"""`shangan eval accuracy`: how many questions a model, or the notes alone, get right."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from bot.cli.output import err, fail, out, shown_errors

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from bot.settings import Settings
    from engine.evaluation.accuracy import Report
    from engine.evaluation.evidence import Notes
    from engine.evaluation.items import Item, Presentation
    from engine.evaluation.runs import Choice, Run, RunFile
    from engine.exams import Exam
    from kb.embedding import Embedder

CHUNK = 16
"""Questions embedded together: quick, and little is lost when interrupted."""


class Answerer(StrEnum):
    """Who answers."""

    EVIDENCE = "evidence"
    MODEL = "model"


class ModelKind(StrEnum):
    """Which model, as in SHANGAN_MODEL."""

    NONE = "none"
    OPENAI = "openai"
    TURBOMIND = "turbomind"


class Scoring(StrEnum):
    """How a model's choice is taken."""

    GENERATED = "generated"
    LOGITS = "logits"


@shown_errors
async def accuracy(
    files: Annotated[list[Path] | None, typer.Argument(help="题目：JSONL、C-Eval 或 CMMLU 的 CSV；不写就用考试自己的评测集")] = None,
    exam: Annotated[str | None, typer.Option("--exam", help="用哪门考试的笔记和评测集；默认用 SHANGAN_EXAM")] = None,
    answerer: Annotated[
        Answerer | None, typer.Option("--answerer", help="谁来答：evidence 只靠笔记，model 语言模型；默认看有没有模型")
    ] = None,
    model: Annotated[ModelKind | None, typer.Option("--model", help="用哪种模型；默认用 SHANGAN_MODEL")] = None,
    model_name: Annotated[str | None, typer.Option("--model-name", help="接口上的模型名；默认用 SHANGAN_MODEL_NAME")] = None,
    notes: Annotated[bool, typer.Option("--with-notes/--without", help="模型答题时带不带找到的段落")] = False,
    scoring: Annotated[Scoring, typer.Option("--scoring", help="generated 读它写的答案，logits 比各字母的概率")] = Scoring.GENERATED,
    shuffles: Annotated[int, typer.Option("--shuffles", min=0, help="再把选项打乱几次，看它偏不偏位置")] = 0,
    seed: Annotated[int, typer.Option("--seed", help="打乱用的种子")] = 0,
    max_tokens: Annotated[int | None, typer.Option("--max-tokens", min=1, help="一个回答最长多少；默认不截断")] = None,
    parallel: Annotated[int, typer.Option("--parallel", min=1, help="同时问几题")] = 4,
    label: Annotated[str | None, typer.Option("--label", help="表里叫什么，如 微调后")] = None,
    compare: Annotated[list[str] | None, typer.Option("--compare", help="再列出以前的记录并逐题比较：[名字=]记录.jsonl，可多次")] = None,
    run: Annotated[Path | None, typer.Option("--run", help="记录写到哪里；默认在 SHANGAN_HOME/accuracy，同样的测法接着测")] = None,
    markdown: Annotated[Path | None, typer.Option("--markdown", help="表写成 Markdown")] = None,
    table: Annotated[Path | None, typer.Option("--csv", help="表写成 CSV")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """正确率：分科带区间，和基线、和以前的记录逐题比较；Ctrl-C 停下也留着做完的。"""
    from bot.settings import load_settings
    from engine.evaluation.accuracy import report
    from engine.evaluation.accuracy_tables import to_csv, to_markdown
    from engine.evaluation.computing import with_computation
    from engine.evaluation.evidence import blind_runs
    from engine.evaluation.items import evaluation_items, presentations, read_items
    from engine.evaluation.runs import load_run, open_run, run_name
    from engine.exams import load_exams

    settings = load_settings()
    exams = load_exams(settings.exams)
    chosen = exams.get(exam or settings.exam)
    if chosen is None:
        raise fail(f"没有考试 {exam}。现有：{'、'.join(exams)}")
    kind: Literal["none", "openai", "turbomind"] = model.value if model else settings.model
    answerer = answerer or (Answerer.EVIDENCE if kind == "none" else Answerer.MODEL)
    if answerer is Answerer.EVIDENCE and shuffles:
        raise fail("只靠笔记答题时选项的次序不起作用，不用 --shuffles。")
    if answerer is Answerer.MODEL and kind == "none":
        raise fail("让模型答题要先说用哪个：--model openai 或 turbomind（接口写在 SHANGAN_MODEL_URL）。没有模型就用 --answerer evidence。")
    before = [_labelled(one) for one in compare or ()]
    earlier = [load_run(path, name) for name, path in before]
    read = read_items(files, chosen) if files else evaluation_items(chosen)
    if not read.items:
        raise fail(f"{chosen.name}没有评测集。写上题目文件再试。")
    shown = list(presentations(read.items, shuffles, seed))
    about: dict[str, Any] = {"questions": "+".join(path.stem for path in files) if files else chosen.id, "fingerprint": read.fingerprint}
    baselines = blind_runs([one for one in shown if one.variant == 0])
    if answerer is Answerer.EVIDENCE:
        sitting = await asyncio.to_thread(_notes, settings, chosen)
        about |= {"notes": sitting.fingerprint, "embedder": sitting.embedder.name}
        told = {**about, "answerer": "evidence"}
        with open_run(run or settings.home / "accuracy" / run_name(told), told, label or "只靠笔记") as file:
            await _without_model(file, shown, sitting, None)
        similarity = {**about, "answerer": "similarity", "notes": ""}
        with open_run(settings.home / "accuracy" / run_name(similarity), similarity, "题干与选项的相似度（不看笔记）") as other:
            await _without_model(other, shown, None, sitting.embedder)
        baselines += [other.run, await asyncio.to_thread(with_computation, shown, file.run, chosen.id)]
    else:
        found = await asyncio.to_thread(_notes, settings, chosen) if notes else None
        choice = replace(
            settings.model_choice,
            kind=kind,
            name=model_name or settings.model_name,
            temperature=0.0,
            max_tokens=max_tokens,
            timeout_seconds=600,
        )
        told = {
            **about, "answerer": "model", "model": choice.name if kind == "openai" else str(choice.path), "scoring": str(scoring),
            "seed": seed, "max_tokens": max_tokens, "exam": chosen.id, "notes": found.fingerprint if found else "",
            "embedder": found.embedder.name if found else "",
        }  # fmt: skip
        named = label or f"{told['model']}{'（带笔记）' if notes else ''}"
        with open_run(run or settings.home / "accuracy" / run_name(told), told, named) as file:
            await _with_model(file, shown, found, chosen, choice, scoring, parallel)
    figures = report([*earlier, file.run], baselines, read.left_out)
    _write(figures, markdown, to_markdown(figures), table, to_csv(figures))
    if as_json:
        typer.echo(json.dumps({**figures.as_data(), "run": str(file.path)}, ensure_ascii=False, indent=2))
    else:
        from rich.markdown import Markdown

        out.print(Markdown(to_markdown(figures)))
        out.print(f"逐题的记录：{file.path}", markup=False, highlight=False, soft_wrap=True)


def _labelled(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    return (name, Path(path)) if equals and not Path(text).is_file() else ("", Path(text))


def _notes(settings: Settings, exam: Exam) -> Notes:
    from engine.evaluation.evidence import Notes
    from kb.embedding import EmbedderUnavailable, default_model_dir, open_embedder

    if not exam.notes:
        raise fail(f"{exam.name}还没有笔记，没有可依据的。")
    try:
        return Notes.of(exam, open_embedder(settings.embedder, default_model_dir()))
    except EmbedderUnavailable as error:
        raise fail(str(error)) from None


async def _without_model(file: RunFile, shown: Sequence[Presentation], notes: Notes | None, embedder: Embedder | None) -> None:
    """Answer what is left by evidence, or without notes by similarity."""
    from engine.evaluation.evidence import by_evidence, by_similarity
    from engine.evaluation.runs import Answered

    def choices(items: Sequence[Item]) -> list[Choice]:
        if notes is not None:
            return by_evidence(items, notes)
        assert embedder is not None
        return by_similarity(items, embedder)

    left = _left(file.run, shown)
    with _progress(file.run.label, len(shown), len(shown) - len(left)) as (bar, task):
        for start in range(0, len(left), CHUNK):
            some = left[start : start + CHUNK]
            for one, choice in zip(some, await asyncio.to_thread(choices, [one.item for one in some]), strict=True):
                file.add(Answered.of(one, choice))
            bar.advance(task, len(some))


async def _with_model(
    file: RunFile, shown: Sequence[Presentation], notes: Notes | None, exam: Exam, choice: Any, scoring: Scoring, parallel: int
) -> None:
    from engine import prompting
    from engine.evaluation.examinee import Examinee, answer_all
    from engine.evaluation.runs import Answered
    from engine.models import open_chat_model

    left = _left(file.run, shown)
    if not left:
        return
    model = open_chat_model(choice)
    assert model is not None
    passages: list[tuple[str, ...]] = [()] * len(left)
    if notes is not None:
        passages = await asyncio.to_thread(notes.texts_for, [one.item.stem for one in left])
    examinee = Examinee(model, prompting.system(exam), scoring.value)
    with _progress(file.run.label, len(shown), len(shown) - len(left)) as (bar, task):
        answers: AsyncIterator[tuple[Presentation, Choice]] = answer_all(examinee, left, passages, parallel)
        async for one, answered in answers:
            file.add(Answered.of(one, answered))
            bar.advance(task)


def _left(run: Run, shown: Sequence[Presentation]) -> list[Presentation]:
    return [one for one in shown if (one.item.id, one.variant) not in run.answered]


@contextmanager
def _progress(label: str, total: int, done: int) -> Iterator[tuple[Progress, TaskID]]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        yield bar, bar.add_task(label, total=total, completed=done)


def _write(figures: Report, markdown: Path | None, as_markdown: str, table: Path | None, as_csv: str) -> None:
    for path, text in ((markdown, as_markdown), (table, as_csv)):
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                # A byte order mark, without which spreadsheets take Chinese for something else.
                path.write_text(text, encoding="utf-8-sig" if path is table else "utf-8")
            except OSError as error:
                raise fail(f"{path} 写不进去：{error.strerror}。记录都留着，换个地方再运行一次就好。") from None
