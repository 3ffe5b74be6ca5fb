"""`shangan kb`: adding, listing, searching and removing books."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import err, fail, out, shown_errors

if TYPE_CHECKING:
    from bot.library import OpenLibrary
    from kb.jobs import JobStatus

app = typer.Typer(help="知识库：加书、查书、删书。", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


@asynccontextmanager
async def _library() -> AsyncIterator[OpenLibrary]:
    from bot.library import open_library
    from bot.settings import load_settings
    from engine.exams import load_exams
    from engine.storage.database import Database

    settings = load_settings()
    database = await Database.open(settings.database)
    try:
        library = await open_library(settings, database, load_exams(settings.exams))
        try:
            yield library
        finally:
            await library.close()
    finally:
        await database.close()


@app.command("add")
@shown_errors
async def add(
    paths: Annotated[list[Path], typer.Argument(help="文件或文件夹：Markdown、文本、PDF、DOCX、PPTX、HTML；一个文件夹算一本书")],
    title: Annotated[str | None, typer.Option("--title", help="书名；默认用文件名")] = None,
    exam: Annotated[str | None, typer.Option("--exam", help="只给这门考试用；默认都用")] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="属于哪一科（id）")] = None,
    scene: Annotated[list[str] | None, typer.Option("--scene", help="只让这些群看到，可写多次；默认都能看")] = None,
    as_json: Json = False,
) -> None:
    """加书。随时可以 Ctrl-C，下次接着做；同样的文件不会存两遍。"""
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise fail(f"找不到：{'、'.join(missing)}。没有加任何东西，检查一下路径。")
    async with _library() as library:
        job = await library.add(paths, title=title, exam=exam, subject=subject, scenes=scene)
        status = await _watched(library, job, show=not as_json)
    _show(status, as_json)


@app.command("remove")
@shown_errors
async def remove(book: Annotated[str, typer.Argument(help="书名或编号（见 kb list）")], as_json: Json = False) -> None:
    """删掉一本书和它的向量。"""
    async with _library() as library:
        found = [known for known in await library.books() if book in (known.title, str(known.id))]
        if not found:
            raise fail(f"没有《{book}》这本书。用 shangan kb list 看看都有哪些。")
        if len(found) > 1:
            raise fail(f"有 {len(found)} 本都叫《{book}》，请用编号：{'、'.join(str(known.id) for known in found)}")
        status = await _watched(library, await library.remove(found[0].id), show=not as_json)
    _show(status, as_json)


@app.command("list")
@shown_errors
async def list_books(as_json: Json = False) -> None:
    """列出所有的书。"""
    from rich.table import Table

    async with _library() as library:
        books = await library.books()
    if as_json:
        typer.echo(json.dumps([asdict(book) for book in books], ensure_ascii=False, indent=2))
        return
    table = Table(header_style="bold")
    for column in ("编号", "书名", "考试", "文件", "段落", "已有向量", "谁能看"):
        table.add_column(column)
    for book in books:
        seen = "都能看" if "*" in book.scenes else "、".join(book.scenes) or "无"
        table.add_row(str(book.id), book.title, book.exam or "", str(book.sources), str(book.passages), str(book.embedded), seen)
    out.print(table)


@app.command("status")
@shown_errors
async def status(as_json: Json = False) -> None:
    """知识库有多大，正在做什么。"""
    async with _library() as library:
        found = await library.status()
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    out.print(
        f"{found.books} 本书，{found.passages} 段，其中 {found.embedded} 段有向量（{found.embedder or '没有向量模型，只按关键词查'}）。"
    )
    if found.vectors_missing:
        out.print(found.vectors_missing, style="yellow", markup=False)
    for job in found.jobs:
        if not job.ended:
            out.print(f"任务 {job.id}：{job.done}/{job.total}")


@app.command("search")
@shown_errors
async def search(
    text: Annotated[str, typer.Argument(help="要找什么")],
    k: Annotated[int, typer.Option("-k", help="找几段", min=1, max=100)] = 5,
    book: Annotated[str | None, typer.Option("--book", help="只在这本书里找")] = None,
    exam: Annotated[str | None, typer.Option("--exam", help="只找这门考试的书")] = None,
    as_json: Json = False,
) -> None:
    """按意思和关键词找段落。"""
    from rich.markdown import Markdown

    from kb.holdings import NoSuchBook
    from kb.search import SearchScope

    async with _library() as library:
        started = time.perf_counter()
        try:
            findings = await library.search(text, SearchScope(None, exam=exam, book=book), k)
        except NoSuchBook as error:
            raise fail(str(error)) from None
        latency = (time.perf_counter() - started) * 1000
    if as_json:
        rows = [
            {
                "book": hit.book_title,
                "path": list(hit.passage.path),
                "page": hit.passage.page,
                "text": hit.passage.text,
                "score": round(hit.score, 4),
                "dense": hit.dense,
                "lexical": round(hit.lexical, 4),
            }
            for hit in findings.hits
        ]
        typer.echo(json.dumps({"verdict": findings.verdict, "latency_ms": round(latency, 1), "hits": rows}, ensure_ascii=False, indent=2))
        return
    for number, hit in enumerate(findings.hits, 1):
        page = f"（第 {hit.passage.page} 页）" if hit.passage.page else ""
        out.print(f"[bold][{number}] {hit.passage.place}{page}[/bold]  [dim]{hit.score:.3f}[/dim]")
        out.print(Markdown(hit.passage.text))
    if not findings.hits:
        out.print("没有找到。")


async def _watched(library: OpenLibrary, job: int, show: bool) -> JobStatus:
    """The job's end, with a bar on the way. Where another process owns the index, it does the work and this one watches."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    phases = {"": "等待", "files": "读文件", "vectors": "算向量"}
    with Progress(*columns, console=err, disable=not show, transient=True) as progress:
        bar = progress.add_task(phases[""], total=None)
        while True:
            status = await library.job(job)
            assert status is not None
            progress.update(bar, description=phases[status.phase], completed=status.done, total=status.total or None)
            if status.ended:
                return status
            await asyncio.sleep(0.1)


def _show(status: JobStatus, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(asdict(status), ensure_ascii=False, indent=2))
    else:
        for fault in status.faults:
            err.print(fault, style="yellow", markup=False, highlight=False)
        out.print(status.message, style="red" if status.state == "failed" else "green", markup=False, highlight=False)
    if status.state == "failed" or status.faults:
        raise typer.Exit(1)
