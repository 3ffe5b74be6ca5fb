"""`shangan bank`: checking, importing and counting questions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import fail, out, shown_errors

app = typer.Typer(help="题库：检查、导入、统计。", no_args_is_help=True)

ExamOption = Annotated[str | None, typer.Option("--exam", help="哪门考试；默认用 SHANGAN_EXAM")]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]


@app.command("check")
@shown_errors
async def check(exam: Annotated[str | None, typer.Option("--exam", help="只查这门考试；默认全部")] = None, as_json: Json = False) -> None:
    """查出题库和笔记里的每一处问题，注明文件、行号和要求。"""
    from bot.settings import load_settings
    from engine.exams import load_exams
    from engine.questions.checking import check_bank

    exams = load_exams(load_settings().exams)
    if exam is not None and exam not in exams:
        raise fail(f"没有考试 {exam}。现有：{'、'.join(exams)}")
    found = {name: check_bank(chosen) for name, chosen in exams.items() if exam in (None, name)}
    faults = [fault for some in found.values() for fault in some]
    wrong = [fault for fault in faults if fault.severity == "fault"]
    if as_json:
        typer.echo(json.dumps({name: [fault.as_dict() for fault in some] for name, some in found.items()}, ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            out.print(str(fault), style="red" if fault.severity == "fault" else "yellow", markup=False, highlight=False)
        for name, some in found.items():
            bad = sum(fault.severity == "fault" for fault in some)
            out.print(f"{name}：{bad} 处必须改，{len(some) - bad} 处建议改。", style="red" if bad else "green")
    if wrong:
        raise typer.Exit(1)


@app.command("import")
@shown_errors
async def import_questions(
    files: Annotated[list[Path], typer.Argument(help="JSONL、CSV、XLSX 或 DOCX", exists=True, dir_okay=False)],
    exam: ExamOption = None,
    subject: Annotated[str | None, typer.Option("--subject", help="归到这一科")] = None,
    point: Annotated[str | None, typer.Option("--point", help="归到这个知识点（id）")] = None,
    skip_faulty: Annotated[bool, typer.Option("--skip-faulty", help="有错的题跳过，其余照收")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不存")] = False,
    as_json: Json = False,
) -> None:
    """把自己的题收进题库；一个文件有十处错就报十处，默认有错的文件一题也不收。"""
    from bot.settings import load_settings
    from engine.exams import load_exams
    from engine.questions.bank import Bank
    from engine.questions.importing import read_questions, save_imported

    settings = load_settings()
    exams = load_exams(settings.exams)
    chosen = exams.get(exam or settings.exam)
    if chosen is None:
        raise fail(f"没有考试 {exam}。现有：{'、'.join(exams)}")
    folder = settings.home / "exams" / chosen.id / "questions"
    rows = []
    for path in files:
        result = read_questions(path, exam=chosen, subject=subject, point=point, skip_faulty=skip_faulty)
        refused = bool(result.faults) and not skip_faulty
        saved = None
        if not dry_run and not refused:
            saved = save_imported(result, folder, known=Bank.load(chosen))
        rows.append(
            {
                "file": path.name,
                "read": len(result.questions),
                "added": saved.added if saved else 0,
                "already_there": saved.already_there if saved else 0,
                "faults": [fault.as_dict() for fault in result.faults],
                "skipped": [fault.as_dict() for fault in result.skipped],
            }
        )
        if not as_json:
            for fault in (*result.faults, *result.skipped):
                out.print(str(fault), style="red" if fault in result.faults else "yellow", markup=False, highlight=False)
            if refused:
                out.print(f"{path.name}：有 {len(result.faults)} 处错，一题也没有收。改好再来，或加 --skip-faulty 跳过它们。", style="red")
            elif saved is None:
                out.print(f"{path.name}：读到 {len(result.questions)} 题，没有存（--dry-run）。")
            else:
                out.print(f"{path.name}：收进 {saved.added} 题，{saved.already_there} 题早就有了。", style="green")
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    if any(row["faults"] for row in rows) and not skip_faulty:
        raise typer.Exit(1)


@app.command("stats")
@shown_errors
async def stats(exam: ExamOption = None, as_json: Json = False) -> None:
    """每个知识点有多少题、什么难度，缺的点名。"""
    from bot.cli.bank_tables import stats_shown
    from bot.settings import load_settings
    from engine.exams import load_exams
    from engine.questions.bank import Bank
    from engine.questions.stats import bank_stats

    settings = load_settings()
    exams = load_exams(settings.exams)
    chosen = exams.get(exam or settings.exam)
    if chosen is None:
        raise fail(f"没有考试 {exam}。现有：{'、'.join(exams)}")
    counted = bank_stats(chosen, Bank.load(chosen, [settings.home / "exams" / chosen.id / "questions"]))
    if as_json:
        typer.echo(json.dumps(counted.as_dict(), ensure_ascii=False, indent=2))
    else:
        for shown in stats_shown(counted):
            out.print(shown)


@app.command("review")
@shown_errors
async def review(exam: ExamOption = None, as_json: Json = False) -> None:
    """从留下的原始作答算出盲做复核的结果；有没处理的不一致就以 1 退出。"""
    from dataclasses import asdict

    from rich.markdown import Markdown

    from bot.settings import load_settings
    from engine.exams import load_exams
    from engine.questions.bank import Bank
    from engine.questions.review import read_review

    settings = load_settings()
    exams = load_exams(settings.exams)
    chosen = exams.get(exam or settings.exam)
    if chosen is None:
        raise fail(f"没有考试 {exam}。现有：{'、'.join(exams)}")
    found = read_review(chosen, Bank.load(chosen))
    undecided = [identifier for one in found.files for identifier in one.undecided]
    if as_json:
        counts = {"planted": found.planted, "caught": found.caught, "files": [asdict(one) for one in found.files]}
        typer.echo(json.dumps(counts, ensure_ascii=False, indent=2))
    else:
        out.print(Markdown(found.to_markdown()))
        if undecided:
            out.print(f"还有 {len(undecided)} 处没有处理：{'、'.join(undecided)}", style="red")
    if undecided:
        raise typer.Exit(1)


@app.command("reports")
@shown_errors
async def reports(as_json: Json = False) -> None:
    """大家用 /纠错 报告的题目，连同当时看到的题。"""
    from bot.settings import load_settings
    from engine.storage.database import Database
    from engine.storage.reports import Reports

    database = await Database.open(load_settings().database)
    try:
        found = await Reports(database).all()
    finally:
        await database.close()
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2, default=str))
        return
    for report in found:
        out.print(f"[bold]第 {report['id']} 号[/bold] {report['question_id']}（{report['reported_at']:%Y-%m-%d}）")
        out.print(f"{report['text']}\n题干：{report['question']['stem']}\n", markup=False, highlight=False)
    if not found:
        out.print("还没有人报告过。")
