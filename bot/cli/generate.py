"""`shangan generate` and `shangan solve`: computed questions and computed answers."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import fail, out, shown_errors

Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]
Draw = Annotated[Path | None, typer.Option("--draw", help="把图画到这个 PNG 文件")]


@shown_errors
async def generate(
    kind: Annotated[str | None, typer.Argument(help="题型，见 --list")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="种子；同样的种子出同样的题", min=0)] = None,
    difficulty: Annotated[int, typer.Option("--difficulty", help="1 到 3", min=1, max=3)] = 2,
    list_kinds: Annotated[bool, typer.Option("--list", help="列出所有题型")] = False,
    exam: Annotated[str | None, typer.Option("--exam", help="哪门考试；默认用 SHANGAN_EXAM")] = None,
    draw: Draw = None,
    as_json: Json = False,
) -> None:
    """出一道算出来的题，答案和过程都由程序算得。"""
    from rich.markdown import Markdown

    from bot.settings import load_settings
    from engine.drawings import render_png
    from engine.exams import load_exams
    from engine.generators import compose_question, kinds, registry
    from engine.quizzing.wording import key_and_explanation, question_text

    settings = load_settings()
    exams = load_exams(settings.exams)
    # A kind's name says which exam it belongs to.
    own = registry.exam_of(kind) if exam is None and kind in registry.all_names() else None
    chosen = exams.get(exam or own or settings.exam)
    if chosen is None:
        raise fail(f"没有考试 {exam}。现有：{'、'.join(exams)}")
    known = kinds(chosen.id)
    if list_kinds or kind is None:
        rows = [
            {"kind": name, "title": found.title, "points": list(found.points), "solves": found.solver is not None}
            for name, found in known.items()
        ]
        if as_json:
            typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            for row in rows:
                out.print(f"{row['kind']}  {row['title']}" + ("" if row["solves"] else "  （只出题，不求解）"))
        return
    if kind not in known:
        raise fail(f"{chosen.id} 没有题型 {kind}。用 shangan generate --list --exam {chosen.id} 看看都有哪些。")
    composed = compose_question(kind, secrets.randbelow(10**9) if seed is None else seed, difficulty)
    if draw is not None:
        if composed.drawing is None:
            raise fail("这道题没有配图。")
        _keep(render_png(composed.drawing), draw)
    if as_json:
        typer.echo(json.dumps({**composed.question.as_row(), "parameters": dict(composed.parameters)}, ensure_ascii=False, indent=2))
    else:
        question = composed.question
        out.print(Markdown(f"{question_text(question, chosen)}\n\n---\n\n{key_and_explanation(question)}"))
        out.print(f"[dim]{question.id}[/dim]")


@shown_errors
async def solve(
    text: Annotated[str, typer.Argument(help="题目")],
    exam: Annotated[str | None, typer.Option("--exam", help="哪门考试；默认用 SHANGAN_EXAM")] = None,
    draw: Draw = None,
    as_json: Json = False,
) -> None:
    """求解一道计算题；没把握就不答。"""
    from rich.markdown import Markdown

    from bot.settings import load_settings
    from engine.drawings import render_png
    from engine.exams import load_exams
    from engine.generators import Solved, solve_text

    settings = load_settings()
    exams = load_exams(settings.exams)
    chosen = exam or settings.exam
    if chosen not in exams:
        raise fail(f"没有考试 {chosen}。现有：{'、'.join(exams)}")
    text = text.encode("utf-8", "replace").decode()
    if not text.strip():
        raise fail("把题目写在后面，条件写全，用引号括起来。")
    solved = solve_text(text, chosen)
    drawing = solved.drawing if isinstance(solved, Solved) else None
    if draw is not None and drawing is not None:
        _keep(render_png(drawing), draw)
    if as_json:
        nothing: dict[str, object] = {"kind": None, "parameters": {}, "answer": None, "steps": None, "confident": False}
        typer.echo(json.dumps(solved.as_data() if solved is not None else nothing, ensure_ascii=False, indent=2))
    elif solved is not None:
        out.print(Markdown(solved.markdown))
    if solved is None:
        if as_json:
            raise typer.Exit(1)
        other = next((name for name in exams if name != chosen and isinstance(solve_text(text, name), Solved)), None)
        hint = f"它像是 {other} 的题，加 --exam {other} 再试试。" if other else "把条件写全再试试。"
        raise fail(f"没把握算对，就不乱算了。{hint}")
    if draw is not None and drawing is None:
        raise fail("这道题没有配图。")


def _keep(picture: bytes, path: Path) -> None:
    """Write a picture where it was asked for."""
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise fail(f"图写不到 {path}：{error.strerror}。换一个地方再试。") from None
