"""What a bank holds as tables for the terminal: whole names in 80 columns, where the page of `docs` has a column for everything."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from engine.questions.model import KIND_NAMES
from engine.questions.stats import DIFFICULTY_NAMES, BankStats, PointStats

_SHORT = {"essay": "大题"}  # its own name is long, and begins as a difficulty's does


def stats_shown(stats: BankStats) -> Iterator[RenderableType]:
    """A table by subject, one of points for each, the gaps. Kinds of which the bank has none have no column; ids are in `--json`."""
    kinds = [kind for kind in KIND_NAMES if any(point.of_kind(kind) for point in stats.points)]
    by_subject: dict[str, list[PointStats]] = {}
    for point in stats.points:
        by_subject.setdefault(point.subject, []).append(point)
    summary = _table(f"{stats.exam_name}：题库一览", "科目", ("知识点", "笔记"), kinds)
    for name, own in [*by_subject.items(), ("合计", list(stats.points))]:
        summary.add_row(escape(name), str(len(own)), str(sum(point.has_note for point in own)), *_numbers(own, kinds))
    yield summary
    if stats.imported:
        yield f"另有自己导入、没有标知识点的题 {stats.imported} 道。"
    for name, own in by_subject.items():
        points = _table(name, "知识点", (), kinds)
        for point in own:
            points.add_row(escape(point.name) + ("" if point.has_note else "[red]（缺笔记）[/red]"), *_numbers([point], kinds))
        yield points
    yield f"[bold]缺口（{len(stats.gaps)}）[/bold]"
    yield from ([f"- {escape(gap.message)}" for gap in stats.gaps] or ["没有缺口。"])


def _table(title: str, first: str, more: tuple[str, ...], kinds: list[str]) -> Table:
    table = Table(title=f"\n{escape(title)}", title_justify="left", title_style="bold", header_style="dim", box=None, padding=(0, 1, 0, 0))
    table.add_column(first, overflow="fold")
    names = (_SHORT.get(kind, KIND_NAMES[kind]) for kind in kinds)
    for heading in (*more, "题", *names, *DIFFICULTY_NAMES.values(), "评测"):
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _numbers(points: list[PointStats], kinds: list[str]) -> list[str]:
    counts = [
        sum(point.total for point in points),
        *(sum(point.of_kind(kind) for point in points) for kind in kinds),
        *(sum(point.of_difficulty(level) for point in points) for level in DIFFICULTY_NAMES),
        sum(point.evaluation for point in points),
    ]
    return [str(count) if count else "·" for count in counts]
