"""The jobs of a scheduling problem from what stands behind each name, whatever its form: what a figure is, is said beside it, beside the
first job's figures, or once for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.os._cpu_scheduling.terms import ARRIVAL, BURST, PRIORITY, UNIT
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out, to_int

_NAME = re.compile(
    r"(?:(?:作业|进程|任务)\s*)?(?:(?<![A-Za-z\d])(?P<letter>[A-HJPTX-Z]\d{0,2})(?![A-Za-z\d])|(?<=作业|进程|任务)(?P<digit>\d|[一二三四五六](?![个道种]))(?![\d.:])|(?P<stem>[甲乙丙丁戊]))",
    re.IGNORECASE,
)
_VALUE = re.compile(rf"(?P<clock>\d{{1,2}}[:点]\d{{2}}分?)|(?P<number>(?<![\d.])\d+(?:\.\d+)?)\s*(?P<unit>{UNIT})?", re.IGNORECASE)
_CUES = (
    ("arrival", re.compile(rf"{ARRIVAL}|到达|提交|到来|进入|来到|到|来")),
    ("priority", re.compile(rf"{PRIORITY}|优先")),
    ("burst", re.compile(rf"{BURST}|运行|服务|执行|需要?|要|计算|占用|耗时|跑|做|CPU", re.IGNORECASE)),
)
_BEHIND = (
    ("arrival", re.compile(r"(?:时刻|时|分)?(?:才|就)?(?:到达|提交|到来|进入|来到|到|来)(?:系统|就绪队列|内存)?")),
    ("burst", re.compile(r"(?:的)?(?:运行|服务|执行|CPU|处理)(?:时间)?", re.IGNORECASE)),
)
_ROLE = (
    rf"(?:(?P<arrival>{ARRIVAL}|到达|提交)|(?P<priority>{PRIORITY})|(?P<burst>{BURST}|运行|服务|执行|时长))(?:\s*\(?(?:单位:?)?{UNIT}\)?)?"
)
_UNNAMED = patterns.sub(r"\?P<\w+>", "?:", _ROLE)
_STOP = re.compile(r"[。?!]|\n\s*\n|[,;](?=[^,;。]{0,10}(?:采用|求|若|如果|系统|时间片|按|试|请|问|不计|忽略|假设|单位))")


@dataclass(slots=True)
class _Row:
    """What stands behind one name: values, what each is said to be, and the places that were read."""

    name: str
    values: list[str] = field(default_factory=list)
    roles: list[str | None] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    spans: list[tuple[int, int]] = field(default_factory=list)


def told_in_rows(reading: Topic) -> tuple[dict[str, list[str]], set[str]]:
    """The columns (name, arrival, burst, priority) of all jobs, and the units said."""
    marks = list(_NAME.finditer(reading.rest))
    rows = []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(reading.rest)
        row = _row(reading.rest, mark, end)
        if row.values:
            rows.append(row)
    names = [row.name for row in rows]
    if (
        len(rows) < 2
        or len(set(names)) != len(names)
        or len({len(row.values) for row in rows}) != 1
        or len({name[:-1] for name in names if name[-1].isdigit()}) > 1
    ):
        return {}, set()
    order, explained = _order(reading.rest, rows)
    if order is None:
        return {}, set()
    units = set().union(*(row.units for row in rows))
    columns = {"name": names}
    for place, role in enumerate(order):
        columns[role] = [row.values[place] for row in rows]
    spans = [span for row in rows for span in row.spans]
    if explained is not None:
        spans.append(explained.span())
        units |= set(patterns.findall(r"(?<![A-Za-z])(ms|毫秒|s|秒|min|分钟|小时|h)(?![A-Za-z])", explained[0]))
    reading.take_spans(spans)
    reading.take_all(r"(?<![A-Za-z])[A-HJPT]\d?(?:\s*[,、和 ~-]\s*[A-HJPT]\d?)+(?![A-Za-z\d])")
    return columns, units


def _row(text: str, mark: re.Match[str], end: int) -> _Row:
    row = _Row((mark["letter"] or mark["stem"] or f"作业{to_int(mark['digit'])}").upper())
    row.spans.append(mark.span())
    piece = text[mark.end() : end]
    if opened := patterns.match(r"\s*[:：为]?\s*\(", piece):
        closed = piece.find(")", opened.end())
        piece = piece[:closed] if closed > 0 else piece
    elif stop := _STOP.search(piece):
        piece = piece[: stop.start()]
    matches = list(_VALUE.finditer(piece))
    left = 0
    for number, match in enumerate(matches):
        right = matches[number + 1].start() if number + 1 < len(matches) else len(piece)
        before, after = piece[left : match.start()], piece[match.end() : right]
        role = None
        said = [(found[-1].start(), name, found[-1]) for name, cue in _CUES if (found := list(cue.finditer(before)))]
        if said:
            _, role, at = max(said, key=lambda entry: entry[0])
            row.spans.append((mark.end() + left + at.start(), mark.end() + left + at.end()))
        left = match.end()
        if role is None:
            for name, cue in _BEHIND:
                if behind := cue.match(after):
                    role = name
                    left += behind.end()
                    row.spans.append((mark.end() + match.end(), mark.end() + left))
                    break
        if match["clock"]:
            role = role or "arrival"
        row.values.append((match["clock"] or match["number"]).removesuffix("分"))
        row.roles.append(role)
        if match["unit"]:
            row.units.add(match["unit"])
        row.spans.append((mark.end() + match.start(), mark.end() + match.end()))
    return row


def _order(text: str, rows: list[_Row]) -> tuple[list[str] | None, re.Match[str] | None]:
    """What the figures of every row are, in their order; and where that is said once for all."""
    count = len(rows[0].values)
    order: list[str | None] = [None] * count
    for row in rows:
        for place, role in enumerate(row.roles):
            if role is not None and order[place] not in (None, role):
                stay_out("figures in different orders")
            order[place] = order[place] or role
    explained = None
    if None in order:
        joint = r"(?:\s*(?:,|、|和|与|及|以及|/|;)\s*|\s+)(?:所需的?|要求的?|各自的?)?"
        found = list(patterns.finditer(rf"{_ROLE}(?:{joint}{_UNNAMED}){{{count - 1}}}", text, re.IGNORECASE))
        told = {tuple(str(one.lastgroup) for one in patterns.finditer(_ROLE, match[0], re.IGNORECASE)) for match in found}
        if len(told) != 1 or len(next(iter(told))) != count:
            return None, None
        explained, names = found[0], next(iter(told))
        if any(role not in (None, name) for role, name in zip(order, names, strict=True)):
            stay_out("figures in another order than is said")
        order = list(names)
    known = [role for role in order if role is not None]
    if len(set(known)) != count or "burst" not in known:
        return None, None
    return known, explained
