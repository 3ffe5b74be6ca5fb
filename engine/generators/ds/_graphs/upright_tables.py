"""Tables of edges or activities that lie on their side: the edges in one line, their weights in the next."""

from __future__ import annotations

from engine.generators import patterns

_ENDS = r"\(?\s*(?P<start>[A-Za-z]\d{0,2}|\d{1,2})\s*(?:→|-+>?|—+|,|~)?\s*(?P<end>[A-Za-z]\d{0,2}|\d{1,2})\s*\)?"
_HEADINGS = (
    ("edge", r"(?:有向)?(?:边|弧|线路|路段|路线|道路)(?:名|的?两端|\(?[uvij], ?[uvij]\)?)?|(?:起\s*[-~/、]?\s*止|连接)(?:点|事件|顶点)?"),
    ("name", r"(?:活动|工序|作业|任务|工作)(?:名称?|代号|编号)?"),
    ("before", r"(?:紧?前[驱序置导提]?|先行|先决|紧前|依赖|先修)(?:工序|活动|作业|任务|工作|条件)?"),
    ("start", r"起点|始点|起始(?:事件|点|顶点)|开始(?:事件|顶点)|弧尾|前一?事件"),
    ("end", r"终点|结束(?:事件|顶点)|终止(?:事件|顶点)|弧头|后一?事件"),
    (
        "weight",
        r"(?:边|弧|活动|工序)?的?(?:权|权值|权重|长度|距离|费用|造价|代价|里程|成本|(?:持续|所需|需要|完成)?的?(?:天数|时间|工期|周数|耗时|用时))(?:\(?[天周月小时/单位:公里千米kmh万元dy]+\)?)?",
    ),
)
_MOST = 4


def upright(text: str) -> str:
    """The text with the tables that lie on their side written line by line as the readers know them; other tables stay."""
    lines = text.split("\n")
    told: list[str] = []
    at = 0
    while at < len(lines):
        found = _rows(lines[at:])
        if found is None:
            told.append(lines[at])
            at += 1
            continue
        rows, used = found
        told.append(_written(rows))
        at += used
    return "\n".join(told)


def _rows(lines: list[str]) -> tuple[dict[str, list[str]], int] | None:
    """The rows at the beginning of the lines by what they hold, and how many lines they take; None where there are none."""
    rows: dict[str, list[str]] = {}
    used = 0
    for line in lines:
        cells = _cells(line)
        if used and all(patterns.fullmatch(":?-+:?", cell) for cell in cells) and "|" in line:
            used += 1
            continue
        name = None if len(cells) < 4 else next((name for name, pattern in _HEADINGS if patterns.fullmatch(pattern, cells[0])), None)
        # Two headings side by side stand on top of columns.
        if (
            name is None
            or name in rows
            or any(patterns.fullmatch(pattern, cells[1]) for _, pattern in _HEADINGS)
            or len(rows) == _MOST
            or len(cells) - 1 != len(next(iter(rows.values()), cells[1:]))
        ):
            break
        rows[name] = cells[1:]
        used += 1
    if "weight" not in rows or not all(patterns.fullmatch(r"\d+\D{0,3}", cell) for cell in rows["weight"]):
        return None
    return (rows, used) if {"edge"} & set(rows) or {"name", "before"} <= set(rows) or {"start", "end"} <= set(rows) else None


def _cells(line: str) -> list[str]:
    if "|" in line:
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    return patterns.sub(r"(?<=[,、])\s+|\s+(?=[,、])", "", patterns.sub(r"(?<=[\u4e00-\u9fff)])\s*:\s*", " ", line)).split()


def _written(rows: dict[str, list[str]]) -> str:
    weights = [patterns.sub(r"\D", "", cell) for cell in rows["weight"]]
    if "edge" in rows or "start" in rows:
        ends = rows["edge"] if "edge" in rows else [f"{one}→{other}" for one, other in zip(rows["start"], rows["end"], strict=True)]
        pairs = [patterns.fullmatch(_ENDS, cell) for cell in ends]
        join = "→" if "start" in rows or any("→" in cell for cell in ends) else "-"
        edges = [f"{match['start']}{join}{match['end']}" if match is not None else cell for match, cell in zip(pairs, ends, strict=True)]
        names = [f"{name}:" for name in rows["name"]] if "name" in rows else [""] * len(edges)
        return ";".join(f"{name}{edge}={weight}" for name, edge, weight in zip(names, edges, weights, strict=True)) + "。"
    lines = [f"{name} {before} {weight}" for name, before, weight in zip(rows["name"], rows["before"], weights, strict=True)]
    return "\n".join(["工序 紧前工序 天数", *lines, ""])


_COURSE_HEADINGS = (
    ("name", r"(?:课程|活动|任务|工序|顶点|模块)?(?:编号|代号|号|代码)|课程|课|任务|工序|活动|顶点"),
    ("before", r"(?:直接)?(?:先修|先行|前导|前置|先决|预备|前驱|前趋|紧前)(?:课程?|任务|工序|活动|顶点|要求|条件)?(?:编号|代号|号)?"),
    ("title", r"(?:课程|任务|活动)?(?:名称?|名字)"),
)
_NONE = r"[-—–/无]+|没有|空|∅"
_COURSE = r"[A-Za-z]\d{0,2}|\d{1,2}"


def with_told_predecessors(text: str) -> str:
    """The text with tables of what must come before what told in words: `C3的先修课是C1、C2;`."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        heads = _cells(line)
        roles = [next((name for name, pattern in _COURSE_HEADINGS if patterns.fullmatch(pattern, head)), None) for head in heads]
        if None in roles or not {"name", "before"} <= set(roles) or len(set(roles)) != len(roles):
            continue
        told: list[str] = []
        end = at + 1
        for row in lines[at + 1 :]:
            cells = _cells(row)
            if all(patterns.fullmatch(":?-+:?", cell) for cell in cells) and "|" in row:
                end += 1
                continue
            if len(cells) != len(heads):
                break
            name, before = cells[roles.index("name")], cells[roles.index("before")]
            names = patterns.findall(_COURSE, before)
            if not patterns.fullmatch(_COURSE, name) or not (
                patterns.fullmatch(_NONE, before) or (patterns.sub(r"[A-Za-z0-9,，、 和]", "", before) == "" and names)
            ):
                break
            told.append(f"{name}无先修课" if patterns.fullmatch(_NONE, before) else f"{name}的先修课是{'、'.join(names)}")
            end += 1
        if len(told) >= 3:
            return "\n".join([*lines[:at], ";".join(told) + "。", *lines[end:]])
    return text
