"""The jobs of a scheduling problem from a table, whatever its columns are called and however it lost its lines.

A column is known by a word of its heading; one that is to be filled in (the turnaround time) may be there, its cells empty.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.os._cpu_scheduling.terms import UNIT
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out

_ROLES = (
    ("blank", r"开始|启动|完成|结束|周转|带权|等待|响应|次序|顺序|备注"),
    ("priority", r"优先"),
    ("arrival", r"到达|提交|创建|进入|就绪|到来|arriv"),
    ("burst", r"运行|服务|执行|CPU|处理|区间|burst|计算|需要|所需|估计|预计|时长|长度|^时间"),
    ("name", r"进程|作业|任务|程序|名|编号|序号|^号|^ID$|^job|^process"),
)
_UNIT = rf"(?:[(/]\s*(?:单位:?)?(?P<unit>{UNIT}|时)\s*\)?)?"
_CELL = rf"(?P<value>\d{{1,2}}[:点]\d{{2}}|\d+(?:\.\d+)?)\s*(?P<unit>{UNIT})?"
_UNIT_BESIDE = _UNIT.removesuffix("?")
_NAME = r"(?:(?:作业|进程|任务|程序)\s*)?[A-Za-z]{0,3}\d{0,2}|[甲乙丙丁戊]|(?:作业|进程|任务|程序)[一二三四五六]"
_NOTHING = r"[-—–×/?]*|_+"


def role_of(heading: str) -> str | None:
    """What a column of this heading holds; None where no word of it says so."""
    if len(heading) > 16 or patterns.search(r"[,;。?]", heading):
        return None
    return next((name for name, pattern in _ROLES if patterns.search(pattern, heading, re.IGNORECASE)), None)


def _cells(line: str) -> list[str]:
    if "|" in line:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        return [] if all(patterns.fullmatch(r":?-*:?", cell) for cell in cells) else cells
    return patterns.sub(
        r"(?<=\d) (?=(?:小时|分钟|ms|min|s|h)(?![A-Za-z]))|(?<=[^\W\d]) (?=\()|(?<=作业|进程|任务) (?=\d(?!\d|[:.]))", "", line
    ).split()


def told_in_table(reading: Topic) -> tuple[dict[str, list[str]], set[str]] | None:
    """The columns (name, arrival, burst, priority) of the text's table, taken, and the units that its headings and cells say; None: no table.

    Raises:
        StayOut: a cell of a column that matters is empty.
    """
    lines = reading.rest.split("\n")
    for at in range(len(lines)):
        found = _below(lines, at) or _beside(lines, at)
        if found is None:
            continue
        columns, units, last = found
        start = sum(len(one) + 1 for one in lines[:at])
        spans, end = [start], start + len("\n".join(lines[at : last + 1]))
        if _FILL_IN.search(reading.rest):
            # What is to be filled in is asked where the columns say it.
            for head in patterns.finditer(r"[^\s|]+", lines[at]):
                if role_of(head[0]) == "blank":
                    spans += [start + head.start(), start + head.end()]
        spans.append(end)
        reading.take_spans(list(zip(spans[::2], spans[1::2], strict=True)))
        return columns, units
    return None


_WORD = re.compile(r"[^\s|:：,，;；。()（）]+(?:[(（][^()（）\n]{0,12}[)）])?(?:[:：]\d+)*|[(（][^()（）\n]{0,12}[)）]")
_FILL_IN = re.compile(r"(?:完成|填写|填充|填)(?:好)?(?:下面|以下|下列|下|上)?的?表(?:格)?(?!示|所)(?=[^\n]{0,4}\n)")
_USUAL = {"name": "作业", "arrival": "到达时间", "burst": "运行时间", "priority": "优先数"}
_UNIT_ALONE = re.compile(rf"[(（](?:单位:?)?(?:{UNIT}|基本时间单位|时间单位)[)）]|{UNIT}")


def table_in_lines(text: str) -> str:
    """The text with the table in lines whose lines are lost, all in one or a cell a line: headings, then as many cells again and again;
    columns to be filled in have none.
    """
    lines = text.split("\n")
    if any(_below(lines, at) or _beside(lines, at) for at in range(len(lines))):
        return text
    words = _joined(list(_WORD.finditer(text)))
    follows = [place > 0 and not text[words[place - 1][2] : word[1]].strip("| \t\n") for place, word in enumerate(words)]
    for first in range(len(words)):
        heads: list[str] = []
        for place in range(first, len(words)):
            if role_of(words[place][0]) is None or (heads and not follows[place]):
                break
            heads.append(words[place][0])
        told = [str(role) for role in map(role_of, heads) if role != "blank"]
        if len(told) < 2 or "burst" not in told or len(set(told)) != len(told):
            continue
        named = told if "name" in told else ["name", *told]
        cells: list[str] = []
        at = first + len(heads)
        while at < len(words) and follows[at] and _fits(words[at][0], named[len(cells) % len(named)]):
            cells.append(words[at][0])
            at += 1
        at -= (over := len(cells) % len(named))
        # A name behind the last row begins a sentence; more than that is a row that lost a cell.
        if len(cells) < 2 * len(named) or over > 1:
            continue
        rows = [cells[start : start + len(named)] for start in range(0, len(cells) - over, len(named))]
        usual = [
            _USUAL.get(str(role_of(head)), head) + (unit[0] if (unit := patterns.search(_UNIT_BESIDE, head)) else "") for head in heads
        ]
        table = "\n".join(" ".join(row) for row in (usual, *rows))
        return f"{text[: words[first][1]].rstrip()}\n{table}\n{text[words[at - 1][2] :].lstrip()}"
    return text


def _joined(words: list[re.Match[str]]) -> list[tuple[str, int, int]]:
    """The words and where they begin and end; a unit goes with what stands before it, `CPU` and `作业` with what stands behind."""
    joined: list[tuple[str, int, int]] = []
    for word in words:
        if joined and (
            _UNIT_ALONE.fullmatch(word[0])
            or (joined[-1][0] in ("作业", "进程", "任务") and patterns.fullmatch(r"\d", word[0]))
            or (joined[-1][0] in ("CPU", "作", "进") and role_of(joined[-1][0] + word[0]) is not None)
        ):
            joined[-1] = (joined[-1][0] + word[0], joined[-1][1], word.end())
        else:
            joined.append((word[0], word.start(), word.end()))
    return joined


def _below(lines: list[str], at: int) -> tuple[dict[str, list[str]], set[str], int] | None:
    """Rows below a line of headings."""
    heads = _cells(lines[at])
    roles = [role_of(head) for head in heads]
    told = [role for role in roles if role != "blank"]
    if len(heads) < 2 or None in roles or "burst" not in told or len(set(told)) != len(told):
        return None
    if "name" not in roles:
        roles = ["name", *roles]
    rows: list[list[str]] = []
    last = at
    for number in range(at + 1, len(lines)):
        cells = _cells(lines[number])
        if not cells:
            if not lines[number].strip() or set(lines[number].strip()) <= set("|-: "):
                continue
            break
        width = len(cells)
        while width > len(roles) or (width < len(roles) and roles[width] != "blank"):
            break
        if not (width == len(roles) or (width < len(roles) and all(role == "blank" for role in roles[width:]))):
            break
        if not all(_fits(cell, role) for cell, role in zip(cells, roles, strict=False)):
            break
        rows.append(cells)
        last = number
    return _columns([list(row) for row in rows], [str(role) for role in roles], heads, last) if len(rows) > 1 else None


def _beside(lines: list[str], at: int) -> tuple[dict[str, list[str]], set[str], int] | None:
    """Lines that begin with a heading each, the jobs beside one another."""
    table: list[tuple[str, str, list[str]]] = []
    last = at
    for number in range(at, len(lines)):
        if table and lines[number].strip() and set(lines[number].strip()) <= set("|-: "):
            continue
        cells = _cells(lines[number])
        role = role_of(cells[0]) if len(cells) > 2 else None
        if role is None or any(not _fits(cell, role) for cell in cells[1:]):
            break
        if table and len(cells) - 1 != len(table[0][2]):
            return None
        table.append((role, cells[0], cells[1:]))
        last = number
    roles = [role for role, _, _ in table]
    if len(table) < 2 or "burst" not in roles or "name" not in roles or len(set(roles)) != len(roles):
        return None
    rows = [list(row) for row in zip(*(cells for _, _, cells in table), strict=True)]
    return _columns(rows, roles, [head for _, head, _ in table], last)


def _fits(cell: str, role: str | None) -> bool:
    if role == "name":
        return bool(patterns.fullmatch(rf"(?=.)(?:{_NAME})", cell))
    return bool(patterns.fullmatch(_CELL if role != "blank" else rf"{_CELL}|{_NOTHING}", cell, re.IGNORECASE))


def _columns(rows: list[list[str]], roles: list[str], heads: list[str], last: int) -> tuple[dict[str, list[str]], set[str], int]:
    units = {
        match["unit"] for head in heads if (match := patterns.search(_UNIT_BESIDE, head)) is not None and match["unit"] not in (None, "时")
    }
    columns: dict[str, list[str]] = {}
    for place, role in enumerate(roles):
        cells = [row[place] for row in rows if place < len(row)]
        if role == "name":
            columns[role] = [cell.upper() for cell in cells]
        elif role != "blank":
            matches = [patterns.fullmatch(_CELL, cell, re.IGNORECASE) for cell in cells]
            columns[role] = [match["value"].replace("点", ":") for match in matches if match is not None]
            units |= {match["unit"] for match in matches if match is not None and match["unit"]}
        elif any(patterns.fullmatch(_CELL, cell, re.IGNORECASE) for cell in cells):
            stay_out("a column that is not asked for but told")
    return columns, units, last
