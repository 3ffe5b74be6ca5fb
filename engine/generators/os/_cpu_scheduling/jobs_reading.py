"""The jobs of a scheduling problem: from a table, from a clause each, from brackets or from lists."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.os._cpu_scheduling.rows_reading import told_in_rows
from engine.generators.os._cpu_scheduling.table_reading import told_in_table
from engine.generators.os._cpu_scheduling.terms import ARRIVAL, ARRIVES, BURST, LIST, NUMBER, POINT, PRIORITY, UNIT, UNIT_NAMES
from engine.generators.os._topic import Topic
from engine.generators.reading import StayOut, stay_out

TENTHS = "tenths of "
"""Before a unit: the times are told in tenths of it."""

_SAME_BURST = rf"{BURST}(?:都|均|各|皆)+(?:为|是|=|要|需要?)*\s*(?P<value>{NUMBER})(?![\d.:])\s*(?P<unit>{UNIT})?"


def read_jobs(reading: Topic) -> tuple[list[list[Any]], str | None]:
    """(name, arrival, burst[, priority]) of each job, and the unit of time."""
    reading.take_all(r"\(?(?:如|见|由|在)?(?:下)?表\s*\d(?:\.\d)?(?:-\d)?(?:中|所示|给出|所列|里)*(?=[,;。:)]|$|\s)")
    reading.take_all(r"(?m)^ ?表\s?\d{1,2}(?:[.-]\d{1,2})?(?!\d)")
    tabled = told_in_table(reading) or ({}, set())
    stated = reading.take_one(
        rf"\(?(?:时间)?(?:的)?(?:时间)?单位(?:均|都|统一)?(?:为|是|:|用)?几?\s*(?P<value>{UNIT})\)?",
        lambda value: UNIT_NAMES.get(value, value),
    )
    # Said of all at the end of the last one's clause, it is no arrival of that one alone.
    all_at_once = reading.take(
        rf"(?:都|均|全部?|一起)+(?:是)?(?:同时)?(?:在|于)?(?:第?0时刻|时刻0|零时刻|0时|t=0)(?:时)?(?:按(?:照)?(?:编号|序号|此|该|上述|给出|所列)?(?:的)?(?:顺序|次序|先后))?(?:到达|提交|就绪|进入|到(?!达))(?:系统|就绪队列|内存)?|(?:{ARRIVAL}|到达时间)(?:都|均|全)(?:是|为|=)*0(?![\d.:])(?:时刻)?"
    )
    columns: dict[str, list[str]] = {}
    units: set[str] = {stated} if stated else set()
    told: set[str] = set()
    # The form that makes the most jobs is the one: another may have read a part of the rows.
    best = reading.rest
    whole = (lambda _: tabled, _told_in_groups, _told_by_brackets)
    for mode in (*whole, _told_by_clause, _told_in_lists, told_in_rows, _told_in_bare_rows):
        before = reading.rest
        try:
            read, found = mode(reading)
        except StayOut:
            if not columns:
                raise
            read, found = {}, set()
        if len(read.get("burst", ())) > len(columns.get("burst", ())) or (read and not columns):
            columns, told, best = read, found, reading.rest
        reading.rest = before
        if columns and mode in whole:
            break
    reading.rest = best
    if "burst" in columns and "arrival" not in columns and not all_at_once:
        beside, named = _told_in_lists(reading)  # a table, and in a sentence what it lacks
        if set(beside) & set(columns) or any(len(values) != len(columns["burst"]) for values in beside.values()):
            reading.rest = best
        else:
            columns, told = columns | beside, told | named
    if columns:
        units |= {UNIT_NAMES.get(unit, unit) for unit in told}
    if not units and any("." in cell for cell in columns.get("arrival", [])) and reading.has("作业"):
        units = {"h"}  # 8.5 is half past eight
    together = all_at_once or reading.take(
        r"(?:且|并且)?(?:按此顺序|按该次序|按此次序|按这个顺序|依次|按(?:上述|列出的|给出的)?(?:顺序|次序))?(?:几乎|差不多|都|均|全部?|是)*(?:同时)?(?:在|于)?(?:(?:第)?0时刻|时刻0|零时刻|0时|t=0(?:时刻)?|同一时刻|同一时间|同时|时间0|一起)(?:时)?(?:按(?:此|该|这个|上述|这一|所列)?(?:先后)?(?:顺序|次序)|按序|依次|先后|几乎|差不多|就|都|全|已|已经)*(?:同时)?(?:到达|提交|就绪|进入|到的?|来)(?:系统|就绪队列|内存|输入井)?"
    )
    if together:
        reading.take_all(
            r"\(?(?:并|且)?按(?:此|该|这个|上述|这一|所列|列出的)?(?:先后)?(?:顺序|次序)(?:排队|排列|排|到达|进入|入队)+(?:就绪)?(?:队列)?(?:的)?\)?"
        )
    if not columns or "burst" not in columns:
        return [], None
    count = len(columns["burst"])
    if "arrival" not in columns:
        if not together and reading.has(r"到达|提交|到来|先后|陆续|相继|随后|晚|迟"):
            return [], None
        columns["arrival"] = ["0"] * count
    elif together:
        stay_out("two kinds of arrival")
    names = columns.get("name") or _names(reading, count)
    name = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    if given := reading.take(
        rf"\(?(?:按照?|以)?(?:到达|就绪|进入)?(?:的)?(?:先后)?(?:次序|顺序)?(?:为|是|:)?\s*(?P<order>(?<![A-Za-z\d])(?:{name})(?:\s*[、,→ 和与及]\s*(?:{name})){{{count - 1}}})(?:的)?(?:先后)?(?:次序|顺序)?(?:到达|就绪|排列)?\)?"
    ):
        order = [found.upper() for found in patterns.findall(name, given["order"], re.IGNORECASE)]
        before = reading.text[max(0, given.start() - 4) : given.start()] if len(reading.text) == len(reading.rest) else ""
        said = patterns.search("按|以|次序|顺序", given[0]) and not patterns.search("完成|执行|调度|运行|结束|结果|答案|选", before)
        if order != names and (not said or sorted(order) != sorted(names) or len(set(columns["arrival"])) > 1):
            stay_out("another order than that of arrival")
        places = [names.index(one) for one in order]
        names = order
        columns = {key: [values[place] for place in places] if len(values) == count else values for key, values in columns.items()}
    for again in list(
        patterns.finditer(
            rf"(?:作业|进程|任务)?(?<![A-Za-z\d])(?:{name})(?:\s*[、,和与及]\s*(?:作业|进程|任务)?(?:{name})){{{count - 1}}}(?![A-Za-z\d])(?:的)?",
            reading.rest,
            re.IGNORECASE,
        )
    ):
        if sorted(found.upper() for found in patterns.findall(name, again[0], re.IGNORECASE)) == sorted(names):
            reading.take_spans([again.span()])  # all of them, named once more
    if all(len(name) == 1 for name in names):
        reading.take_all(
            rf"(?:就绪)?(?:队列)?(?:中|里)?(?:按|以|为|的)*(?:顺序|次序)?(?:为|是)?{''.join(names)}(?![A-Za-z])(?:的)?(?:顺序|次序|先后)?(?:排列|排队|到达)?"
        )
    sort = r"(?:批处理|就绪|并发|待运行|不同|独立|用户|计算|的){0,3}(?:进程|作业|任务|程序|用户|\ue000)"
    reading.take_all(rf"(?:共|有|这)*(?<![\d.]){count}\s*[个道](?={sort})")
    reading.take_all(rf"(?:共|有|这)*[{'--两三四五六七八九十'[count]}][个道]?(?={sort})" if 2 <= count <= 10 else "(?!)")
    if reading.take_all(
        r"(?:均|都)?按(?:照)?(?:进程|作业)?(?:的)?(?:编号|序号|号)(?:的)?(?:大小)?(?:从小到大|由小到大|递增)?(?:的)?(?:顺序|次序|先后)?(?:依次)?(?:排列?|进入|排队)?(?:在|到|于|入)?(?:就绪)?(?:队列)?(?:中|里|上)?"
    ) and names != sorted(names):
        stay_out("a list in another order than the numbers")
    if any(len(values) != count for values in columns.values()) or len(names) != count or not 2 <= count <= 10 or len(set(names)) != count:
        stay_out("lists of different lengths")
    return _jobs(columns, names, units)


def _jobs(columns: dict[str, list[str]], names: list[str], units: set[str]) -> tuple[list[list[Any]], str | None]:
    """The jobs in whole units of one kind; clock times become minutes after the first."""
    clock = [patterns.fullmatch(r"(\d{1,2})[:点](\d{1,2})分?", cell) for cell in columns["arrival"]]
    if all(clock) and not units and any("." in cell for cell in columns["burst"]) and all(float(cell) <= 10 for cell in columns["burst"]):
        units = {"h"}  # 8:00 and 0.5: no minute has parts in a table with clock times
    lengths = [patterns.fullmatch(r"(\d{1,2}):(\d{2})", cell) for cell in columns["burst"]]
    if all(clock) and all(lengths) and len(set(columns["arrival"])) > 1 and not units:
        units = {"min"}  # from 10:00 on, for 2:00 hours
    if any(clock):
        if not all(clock) or len(units - {"min", "h"}) or len(units) != 1:
            stay_out("clock times among others")
        minutes = [int(match[1]) * 60 + int(match[2]) for match in clock if match]
        if max(minutes) >= 24 * 60:
            stay_out("no time of a day")
        columns["arrival"] = [str(minute - min(minutes)) for minute in minutes]
        if all(lengths) and units == {"min"}:
            columns["burst"] = [str(int(match[1]) * 60 + int(match[2])) for match in lengths if match]
        elif units == {"h"}:
            columns["burst"] = [str(Fraction(cell) * 60) for cell in columns["burst"]]
        units = {"min"}
    elif any("." in cell for name in ("arrival", "burst") for cell in columns[name]) and units == {"h"}:
        for name in ("arrival", "burst"):
            columns[name] = [str(Fraction(cell) * 60) for cell in columns[name]]
        units = {"min of h"}
    if len(units) > 1:
        stay_out("several units")
    told = [cell for name in ("arrival", "burst") for cell in columns[name]]
    if any("." in cell for cell in told) and all(patterns.fullmatch(r"\d+(?:\.\d)?", cell) for cell in told):
        for name in ("arrival", "burst"):
            columns[name] = [str(int(Fraction(cell) * 10)) for cell in columns[name]]
        units = {f"{TENTHS}{next(iter(units), '')}"}
    if not all(cell.isdigit() for name in ("arrival", "burst", "priority") for cell in columns.get(name, [])):
        stay_out("a time that is not whole")
    jobs: list[list[Any]] = [[names[i], int(columns["arrival"][i]), int(columns["burst"][i])] for i in range(len(names))]
    if "priority" in columns:
        for i, job in enumerate(jobs):
            job.append(int(columns["priority"][i]))
    if any(not 1 <= job[2] <= 1000 or job[1] > 10_000 for job in jobs):
        stay_out("strange times")
    return jobs, next(iter(units), None)


_PARTS = rf"(?P<arrival>{ARRIVAL}|到达|提交)|(?P<burst>{BURST}|运行|服务|执行)|(?P<priority>{PRIORITY})"
_GROUP_VALUE = rf"(?:\d{{1,2}}[:点]\d{{2}}|{NUMBER})\s*(?:{UNIT})?"


def _told_in_groups(reading: Topic) -> tuple[dict[str, list[str]], set[str]]:
    """`提交时刻和运行时间（小时）为：作业1 8:00、2.0；作业2 8:30、0.5`: what the numbers are is said once, then they follow each name."""
    one = rf"(?:{_PARTS})(?:\(?(?:单位:?)?{UNIT}\)?)?".replace("?P<arrival>", "?:").replace("?P<burst>", "?:").replace("?P<priority>", "?:")
    explained = patterns.search(
        rf"{one}(?:(?:\s*(?:,|、|和|与|及|以及|/)\s*|\s+)(?:所需的?)?(?:{one})){{1,2}}(?:\(?(?:单位:?)?(?P<unit>{UNIT})\)?)?", reading.rest
    )
    if explained is None:
        return {}, set()
    order = [str(match.lastgroup) for match in patterns.finditer(_PARTS, explained[0])]
    value = rf"\s*[,、;/]?\s*({_GROUP_VALUE})"
    name = r"(?<![A-Za-z\d])((?:作业|进程|任务)\s*\d|[A-HJPT]\d{0,2})(?![A-Za-z\d])"
    found = list(patterns.finditer(rf"{name}\s*[:为(]?{value * len(order)}(?!\s*[,、/]\s*\d)\s*\)?", reading.rest, re.IGNORECASE))
    if len(found) < 2 or len(set(order)) != len(order) or not {"arrival", "burst"} <= set(order):
        return {}, set()
    units = set(_units_in(explained[0])) | {unit for match in found for unit in _units_in(" ".join(match.groups()[1:]))}
    columns = {"name": [patterns.sub(r"\s", "", match[1]).upper() for match in found]}
    for place, part in enumerate(order):
        columns[part] = [patterns.findall(rf"\d{{1,2}}[:点]\d{{2}}|{NUMBER}", match[place + 2])[0] for match in found]
    reading.take_spans([explained.span(), *(match.span() for match in found)])
    return columns, units


def _told_by_brackets(reading: Topic) -> tuple[dict[str, list[str]], set[str]]:
    found = _told_one_by_one(reading)
    if len(found) < 2:
        return {}, set()
    columns = {name: [match[name].upper() for match in found] for name in ("name", "arrival", "burst")}
    priorities = [match.groupdict().get("priority") for match in found]
    if all(priorities):
        columns["priority"] = [str(value) for value in priorities]
    elif any(priorities):
        stay_out("a priority for some only")
    return columns, {match["unit"] for match in found if match["unit"]}


_CLAUSE_PARTS = (
    (
        "arrival",
        (
            rf"(?:{ARRIVAL}|到达|提交)(?:时间|时刻)?(?:为|是|=|:|于|在)*\s*(?:时刻|第)?(?P<value>{POINT})\s*(?P<unit>{UNIT})?(?:时刻)?",
            rf"(?:在|于)?(?:时刻|第|t=)?\s*(?P<value>{POINT})\s*(?P<unit>{UNIT})?(?:时刻|时|末|处)?(?:才|就)?{ARRIVES}",
        ),
    ),
    ("priority", (rf"{PRIORITY}(?:数)?(?:为|是|=|:)*\s*(?P<value>\d+)(?P<unit>)",)),
    (
        "burst",
        (
            rf"(?:{BURST}|运行|需要?|要|服务|执行|计算|占用|用|耗时|跑)(?:时间|运行|执行|服务|CPU|占用|跑|用)*(?:时间)?(?:为|是|=|:)*\s*(?P<value>\d+)(?![\d.:])\s*(?P<unit>{UNIT})?(?:的)?(?:CPU)?(?:时间)?",
        ),
    ),
)


def _told_by_clause(reading: Topic) -> tuple[dict[str, list[str]], set[str]]:
    """`作业1在0时刻到达，要运行60min；作业2...`: for each name what follows it up to the next one."""
    named = r"(?:(?:作业|进程|任务)\s*)?(?<![A-Za-z\d])(?:(?P<letter>[A-HJPT]\d{0,2})(?![A-Za-z\d])|(?<=作业|进程|任务)(?P<digit>\d)(?!\d)|(?<=作业|进程|任务)(?P<chinese>[一二三四五六])|(?P<stem>[甲乙丙丁戊])(?!方))"
    marks = list(patterns.finditer(named, reading.rest, re.IGNORECASE))
    # A name with nothing told before the next one belongs to a list of names ("P1、P2、P3 三个进程").
    told: list[tuple[str, dict[str, str]]] = []
    units: set[str] = set()
    spans: list[tuple[int, int]] = []
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(reading.rest)
        stop = patterns.search(r"[。?!]|\n\s*\n|;(?=[^;]{0,6}(?:采用|求|若|系统))", reading.rest[mark.end() : end])
        end = mark.end() + stop.start() if stop else end
        piece = reading.rest[mark.end() : end]
        facts: dict[str, str] = {}
        here: list[tuple[int, int]] = []
        for part, ways in _CLAUSE_PARTS:
            for pattern in ways:
                match = patterns.search(pattern, piece, re.IGNORECASE)
                if match is None:
                    continue
                facts[part] = match["value"]
                if match["unit"]:
                    units.add(match["unit"])
                here.append((mark.end() + match.start(), mark.end() + match.end()))
                piece = piece[: match.start()] + "\ue000" * (match.end() - match.start()) + piece[match.end() :]
                break
        if place + 1 < len(marks) and patterns.search(r"\d", piece):
            return {}, set()  # a figure that these words do not explain
        if "burst" in facts:
            name = (mark["letter"] or mark["stem"] or f"作业{mark['digit'] or mark['chinese']}").upper()
            told.append((name, facts))
            spans += [mark.span(), *here]
    keys = {frozenset(facts) for _, facts in told}
    if len(told) < 2 or len(keys) != 1 or len({name for name, _ in told}) != len(told):
        return {}, set()
    reading.take_spans(spans)
    reading.take_all(r"(?<![A-Za-z])[A-HJPT]\d?(?:\s*[,、和 ~-]\s*[A-HJPT]\d?)+(?![A-Za-z\d])")
    columns = {"name": [name for name, _ in told]}
    for key in next(iter(keys)):
        columns[key] = [facts[key] for _, facts in told]
    return columns, units


def _told_in_bare_rows(reading: Topic) -> tuple[dict[str, list[str]], set[str]]:
    """Lines of a name and two numbers without headings: the first are the moments of arrival where one is 0 and none comes before another."""
    rows = list(
        patterns.finditer(
            r"(?m)^[^\S\n]*(?P<name>[A-Z]\d?)[:,]?[^\S\n]+(?P<arrival>\d+)[,、]?[^\S\n]+(?P<burst>\d+)[^\S\n]*[,;]?$", reading.rest
        )
    )
    arrivals = [int(row["arrival"]) for row in rows]
    if len(rows) < 3 or arrivals[0] != 0 or arrivals != sorted(arrivals) or patterns.search("优先", reading.text):
        return {}, set()
    reading.take_spans([row.span() for row in rows])
    return {name: [row[name] for row in rows] for name in ("name", "arrival", "burst")}, set()


def _told_in_lists(reading: Topic) -> tuple[dict[str, list[str]], set[str]]:
    columns: dict[str, list[str]] = {}
    units: set[str] = set()
    points = rf"{POINT}(?:\s*(?:,|、|和|及)\s*{POINT})+"
    clock = reading.take(
        rf"(?:(?:作业|进程)\d(?:、(?:作业|进程)\d)+)?\s*(?:分别|依次|先后|各)*(?:在|于)?\s*(?P<value>{points})\s*(?:{UNIT})?(?:时刻|时)?(?:分别|依次|先后)*{ARRIVES}(?:到|了)?(?:单道)?(?:批处理)?(?:系统)?(?:内存)?"
    )
    if clock:
        columns["arrival"] = patterns.findall(POINT, clock["value"])
    for name, word in (("arrival", ARRIVAL), ("burst", BURST), ("priority", PRIORITY)):
        if name in columns:
            continue
        value = rf"(?P<value>{points}|{LIST})" if name == "arrival" else rf"(?P<value>{LIST})"
        if name == "arrival":
            word = rf"(?:{word}|到达|提交)"
        if name == "burst":
            word = rf"(?:{word}|服务|运行|执行|(?:各|分别|依次)*(?:需要?|要|需用)(?:的)?(?:运行|执行|占用)?(?:CPU)?(?:时间)?)"
        match = reading.take(rf"{word}(?:\(?单位:?{UNIT}\)?|\ue000+)?(?:均|依次|分别|各|的)*(?:为|是|:|=)?\s*{value}\s*(?P<unit>{UNIT})?")
        if match:
            units |= {*_units_in(match["value"]), *([match["unit"]] if match["unit"] else [])}
            columns[name] = patterns.findall(rf"\d{{1,2}}[:点]\d{{1,2}}分?|{NUMBER}", match["value"])
    if "arrival" in columns and "burst" not in columns and (match := reading.take(_SAME_BURST)):
        columns["burst"] = [match["value"]] * len(columns["arrival"])
        units |= {match["unit"]} if match["unit"] else set()
    return columns, units


def _told_one_by_one(reading: Topic) -> list[re.Match[str]]:
    """`A(0时刻到，要5)`, or `A(0,5)` where the brackets are explained."""
    name = r"(?<![A-Za-z])(?P<name>[A-Z]\d{0,2}|(?:作业|进程)\d)"
    explained = reading.take(
        rf"(?:括号|括弧)(?:里|内|中)?(?:的)?(?:两个|前后)?(?:数字|数)?(?:分别|依次)?(?:为|是|表示)(?:的)?(?:其|各自的?|进程的?)?(?:{ARRIVAL}|到达|提交)(?:和|与|、|,|及)(?:{BURST}|运行|服务|执行)(?:时间)?"
    )
    # An explanation stands for a form; what it says twice ("0时刻到") is read all the same.
    spoken = reading.take_all(
        rf"{name}\s*[:(在于]*\s*(?:时刻|第)?(?P<arrival>\d+)\s*(?:时刻|时|{UNIT})?(?:到达|到来|到|提交|进入|来)(?:系统)?,?\s*(?:{BURST}|运行|需要?|要|服务|执行|用)(?:时间)?(?:CPU)?(?:为|是|=|:)*\s*(?P<burst>\d+)(?![\d.:])\s*(?P<unit>{UNIT})?(?:[,、]?(?:{PRIORITY})(?:为|是|=|:)*(?P<priority>\d+)(?![\d.]))?\s*\)?"
    )
    if spoken or not explained:
        return spoken
    return reading.take_all(rf"{name}\s*\(\s*(?P<arrival>\d+)\s*[,、]\s*(?P<burst>\d+)\s*(?P<unit>{UNIT})?\s*\)")


def _units_in(text: str) -> list[str]:
    return patterns.findall(r"(?<![A-Za-z])(ms|毫秒|s|秒|min|分钟|分|小时|h)(?![A-Za-z])", text)


def _names(reading: Topic, count: int) -> list[str]:
    """The jobs' names where they are listed in full or as a range, otherwise P1, P2, ..."""
    if numbers := reading.take(
        r"(?:作业|进程|任务)\s*(?P<list>1(?:\s*[,、和]\s*(?:作业|进程|任务)?\s*\d){1,7})(?!\d|\s*[,、]\s*\d)(?=的|,|分别|依次|在|于|\ue000)"
    ):
        return [f"作业{number}" for number in patterns.findall(r"\d", numbers["list"])]
    found = reading.take(
        r"(?<![A-Za-z])[A-HX-Z](?:\s*[,、和 ]\s*[A-HX-Z]){1,6}(?![A-Za-z])|(?:P|J|T)\s?\d(?:\s*[,、和 ]\s*(?:P|J|T)\s?\d)+|(?<![A-Za-z])[A-H](?:\s*[,、和 ]\s*[A-H])+(?![A-Za-z])"
    )
    if found:
        return patterns.findall(r"[A-Z]\d?", found[0].upper().replace(" ", ""))
    if run := reading.take(r"(?<![A-Za-z\d])(?:[PJT]\d){2,8}(?![A-Za-z\d])"):
        return patterns.findall(r"[A-Z]\d", run[0].upper())
    if glued := reading.take(r"(?<![A-Za-z])ABC(?:DEF|DE|D)?(?![A-Za-z])"):
        return list(glued[0].upper())
    ranged = reading.take(r"(?P<letter>P|J|T)(?P<first>\d)\s*(?:~|-|～|到|至)\s*(?:P|J|T)(?P<last>\d)")
    if spanned := reading.take(r"(?<![A-Za-z])(?P<first>[A-H])\s*(?:~|-|～|到|至)\s*(?P<last>[A-H])(?![A-Za-z])"):
        return [chr(code) for code in range(ord(spanned["first"].upper()), ord(spanned["last"].upper()) + 1)]
    if ranged:
        return [f"{ranged['letter'].upper()}{number}" for number in range(int(ranged["first"]), int(ranged["last"]) + 1)]
    return [f"P{number + 1}" for number in range(count)]
