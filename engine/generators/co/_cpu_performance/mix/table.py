"""A table of instruction classes in whatever layout, told as a sentence: `A类指令占50%,CPI为2;B类……`.

Tables come with bars or with spaces, twice side by side, or lying (a row of shares, a row of cycles); their headings say share, count or cycles
in many wordings. What the table is called and where it stands goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns

_NAME = r"(?:指令|操作|运算)?(?:的)?(?:类型|类别|种类|类|名称|分类)(?:名称)?|指令|操作|编号|序号"
_SHARE = (
    r"(?:指令)?(?:的)?(?:所占|占)?(?:的)?(?:使用|出现|执行)?(?:的)?(?:比例|百分比|比率|频度|频率|比重|占比)(?:数)?(?:\s*[(（]?%[)）]?)?"
)
_COUNT = r"(?:执行)?(?:的)?(?:指令)?(?:的)?(?:数目|数量|条数|执行次数|出现次数|使用次数|次数|指令数|个数)(?:\s*\(?(?P<unit>条|次|千条|万条|百万条)?\)?)?"
_COST = r"(?:执行)?(?:每|平均每|各)?(?:条|类)?(?:指令)?(?:的)?(?:平均)?(?:所需|所?需|执行|需要?|需用)?(?:的)?(?:平均)?(?:CPI|(?:时钟)?周期(?:数|个数)|时钟数|(?:时钟)?周期)(?:\s*\(?CPI\)?)?(?:\s*\(?(?:个|时钟周期)\)?)?"
_ROLES = (("name", _NAME), ("share", _SHARE), ("count", _COUNT), ("cost", _COST))
_FIGURE = re.compile(r"\d+(?:\.\d+)?\s*%?|\d{1,3}(?:,\d{3})+")
# What only says that there is a table: `它们所占比例及 CPI 如下表所示`, and its title.
_CALLED = re.compile(
    r"(?:(?<=[,。;:\n])|^)[^,。;:\n\d?]{0,40}(?:如|见)(?:下)?表\s*(?:\d+(?:[-.]\d+)?)?(?:所示|所列|中所示)?(?=[,。:;]|$|\n)|"
    r"(?:(?<=\n)|^)表\s*\d+(?:[-.]\d+)?[^\n,。;:]{0,24}\n|(?:(?<=[,。;\n])|^)[^,。;:\n\d?]{0,24}(?:情况|数据|参数|比例|频率|统计|关系)?如下\s*(?=[:。,\n]|$)"
)
_ASKS = re.compile(r"多少|几(?!乎)|求|计算(?!机)|问|[?]|\(\s*\)|(?:为|是|约)\s*$")


def with_table_told(text: str) -> str:
    """The text with its table of classes told in a sentence; the text itself where it has none."""
    lines = text.split("\n")
    rows = [_cells(line) for line in lines]
    for place, heading in enumerate(rows):
        roles = _roles(heading)
        if roles is None:
            continue
        body: list[list[str]] = []
        end = place + 1
        while end < len(rows) and (_is_rule(lines[end]) or (not lines[end].strip() and not body) or len(rows[end]) == len(heading)):
            if len(rows[end]) == len(heading) and not _is_rule(lines[end]):
                body.append(rows[end])
            end += 1
        told = _told(roles, body)
        if told is not None:
            return _joined(lines[:place], told, lines[end:])
    return _lying(text, lines, rows)


def _lying(text: str, lines: Sequence[str], rows: Sequence[list[str]]) -> str:
    """The same where each line is a heading and its figures."""
    found = [place for place, row in enumerate(rows) if len(row) > 2 and all(_FIGURE.fullmatch(cell) for cell in row[1:]) and _role(row[0])]
    if len(found) != 2 or len(rows[found[0]]) != len(rows[found[1]]):
        return text
    between = [place for place in range(found[0] + 1, found[1]) if lines[place].strip() and not _is_rule(lines[place])]
    above = next((place for place in range(found[0] - 1, -1, -1) if lines[place].strip() and not _is_rule(lines[place])), None)
    if between or above is None or len(rows[above]) not in (len(rows[found[0]]), len(rows[found[0]]) - 1):
        return text
    width = len(rows[found[0]]) - 1
    names = rows[above][-width:]
    if any(_FIGURE.fullmatch(name) for name in names) or (len(rows[above]) > width and _role(rows[above][0]) != "name"):
        return text
    roles = ["name", str(_role(rows[found[0]][0])), str(_role(rows[found[1]][0]))]
    told = _told(roles, [list(row) for row in zip(names, rows[found[0]][1:], rows[found[1]][1:], strict=True)])
    if told is None:
        return text
    return _joined(lines[:above], told, lines[found[1] + 1 :])


def _joined(before: Sequence[str], told: str, after: Sequence[str]) -> str:
    """The classes told behind what tells, before the first sentence that asks."""
    text = _CALLED.sub("", "\n".join(before) + "\n")
    asks = patterns.search(r"[^。;?!\n]*$", text[: found.start()]) if (found := _ASKS.search(text)) else None
    place = asks.start() if asks else len(text)
    start = text[:place].rstrip("\n,:。; ")
    return f"{start}。{told}。{text[place:]}" + "\n".join(after)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in (line.strip().strip("|").split("|") if "|" in line else line.split())]


def _is_rule(line: str) -> bool:
    return patterns.fullmatch(r"[\s|:-]+", line) is not None and "-" in line


def _role(cell: str) -> str | None:
    return next((name for name, pattern in _ROLES if patterns.fullmatch(pattern, cell, re.IGNORECASE)), None)


def _roles(heading: Sequence[str]) -> list[str] | None:
    """What each column is, where the line is a heading with classes, amounts and cycles."""
    if not 3 <= len(heading) <= 9:
        return None
    roles = [_role(cell) for cell in heading]
    known = [role for role in roles if role is not None]
    if len(known) != len(roles) or len(roles) % 3:
        return None
    times = len(roles) // 3
    first = known[:3]
    if known != first * times or sorted(first) not in (["cost", "name", "share"], ["cost", "count", "name"]):
        return None
    return known


def _told(roles: Sequence[str], body: Sequence[Sequence[str]]) -> str | None:
    """The classes one after another; None where a figure is missing."""
    groups = [(row[start : start + 3]) for start in range(0, len(roles), 3) for row in body]
    order = list(roles[:3])
    parts = []
    for number, cells in enumerate(groups):
        cell = dict(zip(order, cells, strict=True))
        amount = cell.get("share") or cell.get("count") or ""
        if not any(cells):
            continue
        if not _FIGURE.fullmatch(amount) or not _FIGURE.fullmatch(cell["cost"]) or "%" in cell["cost"] or not cell["name"]:
            return None
        name = cell["name"]
        if _FIGURE.fullmatch(name) or patterns.search(r"\d", name):
            name = "ABCDEFGHI"[number]
        name = patterns.sub(r"(?:类|型)?(?:指令|操作|运算)?$", "", name) or name
        said = f"占{amount.rstrip('% ')}%" if "share" in cell else f"有{amount.replace(',', '')}条"
        parts.append(f"{name}类指令{said},CPI为{cell['cost']}")
    return ";".join(parts) if len(parts) > 1 else None
