"""Reading tables of activities: with the activities before each, or with the events between which each runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.ds._graphs.graphs import VERTEX, ReadGraph, graph_of
from engine.generators.reading import Reading, stay_out

_NAME = r"[A-Za-z]\d{0,2}"
_ACTIVITY = r"(?:(?:工序|活动|作业|任务|工作|项目|子任务|子工程)(?:名称?|代号|编号|代码|号)?|名称|代号|编号)"
_DAYS = r"(?:活动|工序)?(?:持续|所需|需要|完成)?的?(?:天数|时间|工期|周数|天|周|耗时|用时|工时|历时|需时|时长|持续期|长度)(?:\(?[天周月小时/]+\)?)?"
_BEFORE = r"(?:(?:直接|紧)?前[驱序置导提趋任]?|先行|先驱|先决|紧前|依赖|先修)(?:工序|活动|作业|任务|工作|条件|项目)?(?:代号|名称)?"
_WITH_BEFORE = re.compile(rf"(?m)^[ |]*{_ACTIVITY}[ |]+(?:(?P<mid>{_BEFORE})[ |]+{_DAYS}|(?P<days>{_DAYS})[ |]+{_BEFORE})[ |]*$")
_BARE_EVENTS = re.compile(rf"(?m)^[ |]*(?:起点|始点|弧尾)[ |]+(?:终点|弧头)[ |]+(?:{_DAYS}|权值?)[ |]*$")
_WITH_EVENTS = re.compile(
    rf"(?m)^[ |]*{_ACTIVITY}[ |]+(?:起点|始点|起始事件|开始事件|弧尾)[ |]+(?:终点|结束事件|终止事件|弧头)[ |]+{_DAYS}[ |]*$"
)
_WITH_ARCS = re.compile(
    rf"(?m)^[ |]*{_ACTIVITY}[ |]+(?:有向边|弧|边|起止(?:事件|点|顶点)?|(?:对应|所在)的?[弧边]|顶点对|[弧边]?\(?起点\s*[,→-]\s*终点\)?)[ |]+(?:{_DAYS}|权值?)[ |]*$"
)
_LIST = rf"(?:[-—–/无]+|{_NAME}(?:\s*[,、]\s*{_NAME}| {_NAME})*)"


@dataclass(frozen=True, slots=True)
class ActivityTable:
    """A table of activities.

    Attributes:
        rows: (activity, those before it, its duration); empty where events are given.
        graph: the network where events are given, with `activities` at its arcs.
    """

    rows: list[tuple[str, list[str], int]]
    graph: ReadGraph | None = None
    activities: dict[str, tuple[int, int]] = field(default_factory=dict)


def read_table(reading: Reading) -> ActivityTable | None:
    """A table with a line for each activity, or a list in words (`A 3天；B 4天，紧前A`), taken; None where there is none.

    Raises:
        StayOut: a table that cannot be read.
    """
    if heading := _WITH_EVENTS.search(reading.rest):
        return _of_events(reading, heading)
    if heading := _WITH_ARCS.search(reading.rest):
        return _of_events(reading, heading, r"\s*(?:→|-+>?|—+|,|~)\s*")
    if heading := _BARE_EVENTS.search(reading.rest):
        return _of_bare_events(reading, heading)
    if heading := _WITH_BEFORE.search(reading.rest):
        return _of_predecessors(reading, heading)
    if found := _in_words(reading):
        return found
    if reading.has(r"表(?!示)") and reading.has(r"(?m)^[^\n]*\|[^\n]*\|") and reading.has(r"前驱|紧前|先行|前置"):
        stay_out("a table")
    return None


def _lines(reading: Reading, heading: re.Match[str], pattern: str) -> list[re.Match[str]]:
    """The lines below a heading that are of the pattern, taken with it."""
    found, taken = [], [heading[0]]
    for line in reading.rest[heading.end() :].strip("\n").split("\n"):
        match = patterns.fullmatch(pattern, line)
        if match is not None:
            found.append(match)
        elif not patterns.fullmatch(r"[ |:\ue000-]+", line):
            break
        taken.append(line)
    for line in taken:
        reading.take(re.escape(line))
    reading.take_all(r"[见如]?下表(?:所示)?|表[中格]?(?!示)")
    return found


def _of_events(reading: Reading, heading: re.Match[str], join: str = r"[ |]+") -> ActivityTable:
    rows = _lines(
        reading,
        heading,
        rf"[ |]*(?P<name>{_NAME})[ |]+\(?(?P<start>{VERTEX}){join}(?P<end>{VERTEX})\s*\)?[ |]+(?P<weight>\d+)(?:天|周|小时|月)?[ |]*",
    )
    if len(rows) < 3 or len({row["name"] for row in rows}) != len(rows):
        stay_out("a table of other activities")
    graph = graph_of([(row["start"], row["end"], int(row["weight"])) for row in rows], directed=True)
    activities = {}
    for row in rows:
        start, end = graph.place(row["start"]), graph.place(row["end"])
        if start is not None and end is not None:
            activities[row["name"]] = (start, end)
    return ActivityTable([], graph, activities)


def _of_bare_events(reading: Reading, heading: re.Match[str]) -> ActivityTable:
    rows = _lines(reading, heading, rf"[ |]*(?P<start>{VERTEX})[ |]+(?P<end>{VERTEX})[ |]+(?P<weight>\d+)[天周]?[ |]*")
    if len(rows) < 3:
        stay_out("a table of other activities")
    return ActivityTable([], graph_of([(row["start"], row["end"], int(row["weight"])) for row in rows], directed=True))


def _of_predecessors(reading: Reading, heading: re.Match[str]) -> ActivityTable:
    columns = (rf"(?P<before>{_LIST})", r"(?P<days>\d+)[天周]?")
    first, second = columns if heading["mid"] else columns[::-1]
    found = _lines(reading, heading, rf"[ |]*(?P<name>{_NAME})(?![A-Za-z0-9])[ |]*{first}[ |]*{second}[ |]*")
    return _checked([(row["name"], row["before"], row["days"]) for row in found])


def _in_words(reading: Reading) -> ActivityTable | None:
    earlier = rf"(?:无|-|—|{_NAME}(?:\s*[,、和与]\s*{_NAME}(?!\s*[(:]?\s*(?:需要?|要|用)?\s*\d))*)"
    before = rf"(?:,|\s|\(|、|且|需|要|须|必须|得){{0,3}}(?:(?:{_BEFORE}|前面是?)[为是有:]?\s*(?P<before>{earlier})|[等在]?\s*(?P<behind>{earlier})[都均]?(?:完成|做完|结束|完工)?(?:之?后)(?:才能?|才可)?(?:开始|进行|做|开工)?|(?P<free>无{_BEFORE}|没有{_BEFORE}))"
    pattern = rf"(?<![A-Za-z0-9])(?P<told>{_NAME})\s*[(:]?\s*(?:的?{_BEFORE}[为是有:]?|(?:必须|需要?|要|须|得)?[等在](?={_NAME}[^,;。]{{0,12}}后))\s*(?P<first>无|{_NAME}(?:(?:\s*[,、和与]\s*| ){_NAME}(?![A-Za-z0-9]))*)(?:[都均]?(?:完成|做完|结束|完工)?(?:之?后)(?:才能?|才可)?(?:开始|进行|做|开工)?)?\s*[,、;]?\s*(?:需要?|要|用|工期|时间|为|是|持续|=|:)*\s*(?P<then>\d+)\s*(?:天|周|小时|h|d)\)?(?=[,;。、\n\s]|$)|(?<![A-Za-z0-9])(?P<name>{_NAME})\s*[(:]?\s*(?:需要?|要|用|工期|时间|为|是|=|:|,)*\s*(?P<days>\d+)\s*(?:天|周|小时|h|d)?\)?(?:{before})?\s*\)?(?=[,;。、\n\s]|$)"
    if not reading.has(rf"{_BEFORE}[为是有:]?\s*[A-Za-z]|[A-Za-z]\d?\s*[都均]?(?:完成|做完|结束)?之?后") or reading.has("→"):
        return None
    reading.take_all(
        rf"(?:(?:工序|活动|任务)\s*)?{_NAME}(?:\s*[、,和]\s*{_NAME})*(?:可以?|都|能)*(?:同时|最先|立即)(?:开工|开始|进行)(?=[,;。])"
    )
    found = list(patterns.finditer(pattern, reading.rest, re.IGNORECASE))
    if reading.has(rf"{_BEFORE}[^,;。:]{{0,4}}(?:和|与|及|、|以及)[^,;。:]{{0,6}}{_DAYS}"):
        # `A无,3天;C紧前A,4天`: the heading says what stands where.
        rows = rf"(?<![A-Za-z0-9])(?P<told>{_NAME})\s*[(:]?\s*的?(?:{_BEFORE})?[为是有:]?\s*(?P<first>无|没有|-|—|{_NAME}(?:(?:\s*[,、和与]\s*| ){_NAME}(?![A-Za-z0-9]))*)\s*[,、;:]\s*(?P<then>\d+)\s*(?:天|周|小时|h|d)?\)?(?=[,;。、\n\s]|$)(?P<name>)(?P<days>)(?P<before>)(?P<behind>)"
        if len(other := list(patterns.finditer(rows, reading.rest, re.IGNORECASE))) > len(found):
            pattern, found = rows, other
    if len(found) < 3 or not any(match["before"] or match["behind"] or match["first"] for match in found):
        return None
    reading.take_all(pattern)
    return _checked(
        [
            (match["name"] or match["told"], match["before"] or match["behind"] or match["first"] or "", match["days"] or match["then"])
            for match in found
        ]
    )


def _checked(told: list[tuple[str, str, str]]) -> ActivityTable:
    rows = [(name.upper(), [each.upper() for each in patterns.findall(_NAME, before)], int(days)) for name, before, days in told]
    names = [name for name, _, _ in rows]
    if len(rows) < 3 or len(set(names)) != len(names) or any(each not in names for _, before, _ in rows for each in before):
        stay_out("a table of other activities")
    return ActivityTable(rows)
