"""Reading scheduling problems: the jobs from a table, from a clause each or from lists, the algorithms, and the rules that go with them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators.kind import Missing, Recognition
from engine.generators.os._clauses import Clauses
from engine.generators.reading import INTEGER, SEPARATOR, stay_out, to_int

_UNIT = r"(?:(?:ms|毫秒|s|秒|min|分钟?|个?小时|h|个?时间单位|个?单位时间|个单位)(?![A-Za-z]))"
_NUMBER = r"\d+(?:\.\d+)?"
_LIST = rf"{_NUMBER}(?:\s*{_UNIT})?(?:{SEPARATOR}(?:和\s*)?{_NUMBER}(?:\s*{_UNIT})?|\s*和\s*{_NUMBER}(?:\s*{_UNIT})?)+"

_UNIT_NAMES = {
    "个小时": "h",
    "毫秒": "ms",
    "秒": "s",
    "分钟": "min",
    "分": "min",
    "小时": "h",
    "个时间单位": "",
    "时间单位": "",
    "单位时间": "",
    "个单位时间": "",
    "个单位": "",
}
_ARRIVAL = r"(?:到达|提交|进入|到来|就绪)(?:系统|就绪队列|内存)?(?:的)?(?:时间|时刻)"
_BURST = r"(?:(?:预计|预期|预估|估计|所需|需要|要求|所需要)(?:的)?)?(?:CPU\s*(?:区间|突发|执行期|burst)(?:的)?(?:时间|长度|时长)?|(?:CPU)?(?:的)?(?:运行|服务|执行|处理|计算|CPU|要求服务|需要服务|占用CPU)(?:所需)?(?:的)?(?:时间|时长))"
_PRIORITY = r"优先(?:级|数|权)(?:数)?"


def recognise(text: str) -> Recognition | None:
    """A scheduling problem as understood; None where it is another problem."""
    return _recognise_ratio(text) or _recognise_schedule(text)


def _minutes(point: str, unit: str | None) -> Fraction:
    if match := re.fullmatch(r"(\d{1,2})[:点](\d{1,2})分?", point):
        return Fraction(int(match[1]) * 60 + int(match[2]))
    return Fraction(point) * {"h": Fraction(60), "s": Fraction(1, 60)}.get(_UNIT_NAMES.get(unit or "", unit or ""), Fraction(1))


def _recognise_ratio(text: str) -> Recognition | None:
    """The response ratio of one job at one moment; None: another problem."""
    reading = Clauses(text)
    if not reading.has("响应比") or reading.has(rf"周转|次序|顺序|{_UNIT}.*平均"):
        return None
    reading.take_all(r"(?:最?高响应比(?:者)?(?:优先)?|HRRN|HRN)(?:调度)?(?:算法)?(?:里|中)?(?:的)?")
    asked = reading.take_all(r"响应比(?:是|为|等于|怎么算(?:来着)?|如何计算|多少|几)*")
    number = r"\d+(?:\.\d+)?"
    arrival = reading.take(rf"(?:在|于)?(?:时刻)?(?P<value>{_POINT})\s*(?P<unit>{_UNIT})?(?:时刻|时)?{_ARRIVES}")
    start = reading.take(
        rf"(?:到|在|于)?(?:时刻)?(?P<value>{_POINT})\s*(?P<unit>{_UNIT})?(?:时刻|时)?(?:才|时|被)*(?:开始|调度|投入|上)(?:执行|运行|处理|CPU)?"
    )
    waited = reading.take(rf"(?:已经?)?(?:等待|等)(?:了|的)?(?:时间)?(?:为|是|=|:)*(?P<value>{number})\s*(?P<unit>{_UNIT})?")
    burst = reading.take(rf"(?:{_BURST}|运行|服务|执行|需要?)(?:时间)?(?:为|是|=|:)*(?P<value>{number})\s*(?P<unit>{_UNIT})?")
    reading.finish("作业 进程 某作业 一个作业 系统 调度 时刻 时间 此时 则 它 其 比如 才 ")
    if not asked or burst is None or (waited is None) == (arrival is None or start is None):
        return None
    times = [match for match in (arrival, start, waited) if match is not None]
    clock = [bool(re.search("[:点]", match["value"])) for match in times]
    units = {_UNIT_NAMES.get(match["unit"], match["unit"]) for match in (*times, burst) if match["unit"]}
    if (any(clock) and (not all(clock) or not units <= {"min", "h"} or not burst["unit"])) or (not any(clock) and len(units) > 1):
        return None
    if waited is not None:
        wait = _minutes(waited["value"], waited["unit"])
    else:
        assert arrival is not None and start is not None
        wait = _minutes(start["value"], start["unit"]) - _minutes(arrival["value"], arrival["unit"])
    run = _minutes(burst["value"], burst["unit"])
    if wait < 0 or run <= 0:
        return None
    return Recognition(
        parameters={"wait": str(wait), "burst": str(run)},
        understood=(("等待", f"{wait}"), ("运行", f"{run}")) if not any(clock) else (("等待", f"{wait} min"), ("运行", f"{run} min")),
    )


def _recognise_schedule(text: str) -> Recognition | None:
    reading = Clauses(text)
    reading.refuse(r"多级|反馈|I/?O|输入|双CPU|双处理|多道|两道|多处理|响应时间|动态优先")
    reading.take_all(
        r"(?:不计|不考虑|忽略|忽略不计|不算)(?:进程|系统|作业)?(?:的)?(?:调度|切换|上下文切换|系统)?(?:和|及|、)?(?:进程|上下文)?(?:调度|切换)?(?:的)?(?:开销|时间|所花费?的?时间)?(?:忽略不计)?"
    )
    reading.take_all(
        r"(?:进程|系统|作业)?(?:调度|切换|上下文切换|系统)(?:的)?(?:开销|时间)(?:均|都)?(?:可以|可)?(?:忽略不计|忽略|不计|不考虑)"
    )
    preemptive = _preemption(reading)
    algorithms = reading.take_words(
        (
            (r"(?:最短剩余时间(?:优先)?|剩余时间最短(?:者)?优先|SRTN|SRTF|SRT)", "SRTN"),
            (r"(?:最?高响应比(?:者)?(?:优先)?|HRRN|HRN|HRRF)", "HRRN"),
            (r"(?:最?短(?:作业|进程|任务)(?:优先)?|SJF|SPF|SPN)", "SJF"),
            (r"(?:时间片轮转|轮转(?:法|调度|算法)|轮转|ROUND\s*ROBIN|(?<![A-Z])RR(?![A-Z]))", "RR"),
            (r"(?:先来先服务|先到先服务|FCFS|FIFO)", "FCFS"),
            (
                r"(?:静态)?(?:最高)?优先(?:级|数|权)(?:者)?(?:高者)?(?:优先)?(?=(?:的)?(?:调度|算法|抢占|\())|(?:静态)?最高优先(?:级|数|权)(?:者)?(?:优先)?|优先级高者优先",
                "PRIORITY",
            ),
        )
    )
    if "SJF" in algorithms and preemptive is True:
        algorithms = list(dict.fromkeys("SRTN" if name == "SJF" else name for name in algorithms))
    if preemptive and any(name in ("FCFS", "RR", "HRRN") for name in algorithms):
        return None
    larger = _larger(reading)
    arrivals = _arrivals(reading)
    quantum = reading.take_one(
        (
            rf"时间片(?:的)?(?:大小|长度|长)?\s*(?:q|Q)?\s*(?:为|是|取|=|:|设为|定为)*\s*(?P<value>{INTEGER})\s*{_UNIT}?",
            rf"(?<![A-Za-z])q\s*=\s*(?P<value>{INTEGER})\s*{_UNIT}?",
            rf"(?P<value>{INTEGER})\s*{_UNIT}?(?:的)?时间片",
        ),
        to_int,
    )
    jobs, unit = _read_jobs(reading)
    if (
        larger is None
        and jobs
        and len(jobs[0]) > 3
        and (highest := reading.take(r"\(?(?:其中)?(?P<value>\d+)(?:为|是|的)?(?:优先级|优先权)?最高\)?"))
    ):
        numbers = [job[3] for job in jobs]
        larger = True if int(highest["value"]) >= max(numbers) else False if int(highest["value"]) <= min(numbers) else None
        if larger is None:
            return None
    if not algorithms and larger is not None and jobs and len(jobs[0]) > 3:
        algorithms = ["PRIORITY"]
    reading.take_all(r"(?:请)?(?:画|给)出?(?:其|相应的|对应的|调度)?(?:的)?甘特图|甘特图")
    asked = reading.take_words(
        (
            (r"平均(?:带权|加权)周转(?:时间)?|(?:带权|加权)平均周转(?:时间)?", "weighted"),
            (r"平均(?:的)?周转(?:时间)?|周转时间(?:的)?平均(?:值|数)?", "turnaround"),
            (r"平均(?:的)?等待(?:时间)?|等待时间(?:的)?平均(?:值|数)?", "waiting"),
            (r"(?:进程|作业)?(?:完成|结束|执行完)(?:的)?(?:先后)?(?:次序|顺序|序列)", "order"),
            (r"(?:进程|作业)?(?:的)?(?:执行|调度|运行|被调度)(?:的)?(?:先后)?(?:次序|顺序|序列)", "running-order"),
            (r"(?:各|每个)(?:个)?(?:进程|作业)?(?:的)?(?:周转时间|完成(?:时间|时刻))(?:和周转时间)?", "each"),
        )
    )
    reading.finish(
        "换成 换为 改成 改用 所有 各作业 各进程 系统 就绪 到 就绪队列 请 原则 所需 CPU时间 时刻 序列 给出 它们需要 有 如下表 如下表所示 信息如下 单处理机上 进程 作业 任务 CPU 单处理机 单处理器 单CPU 处理机 处理器 到达 提交 依次 调度 算法 法 策略 运行 情况 信息 表 如表 如下表 下表 单道 批处理 环境 计算机 就绪队列 队列 单位 各 每个 "
        "服务 时间 一批 组 一组 所有 次序 按到达次序 优先 方式 它们 均 毫秒 ms 均为 进程调度 作业调度 处理机调度 CPU调度 进程数 数"
    )
    if "running-order" in asked:
        # Whoever is never interrupted is done in the order of being chosen.
        if "order" in asked or any(name in ("RR", "SRTN") for name in algorithms) or preemptive:
            return None
        asked = ["order" if task == "running-order" else task for task in asked]
    if not jobs or not algorithms or (not asked and reading.asks()) or "each" in asked:
        return None
    unit_shown = unit or ""
    parameters: dict[str, Any] = {"algorithms": algorithms, "jobs": jobs, "asked": asked or ["turnaround"], "unit": unit_shown}
    described = "；".join(f"{job[0]} {job[1]} 到达，运行 {job[2]}" + (f"，优先数 {job[3]}" if len(job) > 3 else "") for job in jobs)
    understood = [("算法", "、".join(algorithms)), ("进程", described)]
    missing = []
    if "RR" in algorithms:
        if quantum is None:
            missing.append(Missing("quantum", "时间片是多大？", "时间片为 {}"))
        else:
            parameters |= {"quantum": quantum, "arrivals_first": arrivals}
            understood.append(("时间片", str(quantum)))
    elif quantum is not None or arrivals is not None:
        return None
    if "PRIORITY" in algorithms:
        if len(jobs[0]) < 4:
            return None
        if larger is None:
            missing.append(Missing("larger_first", "优先数越大优先级越高，还是越小越高？", "优先数{}"))
        if preemptive is None:
            missing.append(Missing("preemptive", "是抢占式还是非抢占式？", "采用{}式"))
        parameters |= {"larger_first": larger, "preemptive": preemptive}
        if larger is not None and preemptive is not None:
            understood.append(("规则", f"优先数越{'大' if larger else '小'}优先级越高，{'抢占' if preemptive else '非抢占'}式"))
    elif len(jobs[0]) > 3:
        parameters["jobs"] = [job[:3] for job in jobs]
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _preemption(reading: Clauses) -> bool | None:
    without = reading.take_all(r"(?:非|不可|不能|不允许|不)(?:被)?(?:抢占|剥夺)(?:式|方式)?(?:的)?")
    with_it = reading.take_all(r"(?:可|允许)?(?:抢占|剥夺)(?:式|方式)?(?:的)?")
    if without and with_it:
        stay_out("both preemptive and not")
    return False if without else True if with_it else None


def _arrivals(reading: Clauses) -> bool | None:
    """Who enters the queue first when a slice ends as somebody arrives: said or not."""
    meeting = r"(?:若|如果)?(?:时间片)?(?:用完|到|结束)?(?:时|同时)?(?:恰好?)?(?:有|遇到)?(?:新)?(?:的)?进程到达(?:时)?,?(?:则|那么)?,?"
    old, new = r"(?:时间片用完的|被换下的|原来的?|被剥夺的|当前)(?:进程)?", r"(?:新到达?的?|新来的?|新|后到的)(?:进程)?"
    expired = r"(?:刚刚?|正好)?(?:被)?(?:用完时间片|时间片(?:刚刚?)?(?:用完|到)|换下(?:来)?|剥夺|抢下)(?:的)?(?:那个)?(?:进程)?"
    queued = r"(?:入|进入|进|排入?|加入|插入)(?:到)?(?:就绪)?(?:队列|队)?(?:的)?(?:队?尾|末尾)?"
    newly = r"(?:规定|约定|假设|假定)?(?:新(?:到达?|来)?的?|刚到达?的?|后到的)(?:进程)?"
    sooner = reading.take(
        rf"{newly}(?:要|应)?(?:(?:比|较|先于|优先于){expired}(?:更|要)?(?:先|早)?(?:{queued})?|(?:排在|放在|在){expired}(?:的)?(?:之)?前(?:面)?(?:{queued})?)"
    )
    later = reading.take(
        rf"(?:规定|约定|假设|假定)?{expired}(?:要|应)?(?:(?:比|较|先于|优先于){newly}(?:更|要)?(?:先|早)?(?:{queued})?|(?:排在|放在|在){newly}(?:的)?(?:之)?前(?:面)?(?:{queued})?)"
    )
    ahead = r"(?:先|优先)(?:进入|进|入|排入|加入|插入|排)?(?:就绪)?(?:队列|队)?(?:的?队?尾)?"
    first = reading.take(rf"(?:{meeting})?{new}{ahead}")
    last = reading.take(rf"(?:{meeting})?{old}{ahead}")
    if (first or sooner) and (last or later):
        stay_out("two rules for the queue")
    return True if first or sooner else False if last or later else None


def _larger(reading: Clauses) -> bool | None:
    word = r"(?:数字|数值|数|优先数|优先级数|值|优先级|优先权)"
    higher = r"(?:优先级|优先权)?(?:别)?(?:也|则|就)?(?:越|较|最)?(?:高|优先)"
    up = reading.take_all(rf"{word}(?:的)?(?:数值|值)?(?:越大|大的?|较大的?|越大者?)(?:表示|代表|者|,|的|其)*{higher}")
    down = reading.take_all(rf"{word}(?:的)?(?:数值|值)?(?:越小|小的?|较小的?|越小者?)(?:表示|代表|者|,|的|其)*{higher}")
    if up and down:
        stay_out("two orders of priority")
    return True if up else False if down else None


def _read_jobs(reading: Clauses) -> tuple[list[list[Any]], str | None]:
    """(name, arrival, burst[, priority]) of each job, and the unit of time."""
    tabled = _loose_table(reading) or _tabled(reading)
    stated = reading.take_one(
        rf"\(?(?:时间)?(?:的)?(?:时间)?单位(?:均|都)?(?:为|是|:)?\s*(?P<value>{_UNIT})\)?",
        lambda value: _UNIT_NAMES.get(value, value),
    )
    columns: dict[str, list[str]] = {}
    units: set[str] = {stated} if stated else set()
    for mode in (lambda _: tabled, _told_by_brackets, _told_by_clause, _told_in_lists):
        columns, found = mode(reading)
        if columns:
            units |= {_UNIT_NAMES.get(unit, unit) for unit in found}
            break
    together = reading.take(
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
        if not together:
            return [], None
        columns["arrival"] = ["0"] * count
    elif together:
        stay_out("two kinds of arrival")
    names = columns.get("name") or _names(reading, count)
    reading.take_all(rf"(?:共|有)*{count}\s*[个道](?=(?:批处理)?(?:进程|作业|任务|用户|\ue000))")
    reading.take_all(
        rf"(?:共|有)*[{'--两三四五六七八九十'[count]}][个道]?(?=(?:批处理)?(?:进程|作业|任务|用户|\ue000))" if 2 <= count <= 10 else "(?!)"
    )
    if reading.take_all(
        r"(?:均|都)?按(?:照)?(?:进程|作业)?(?:的)?(?:编号|序号|号)(?:的)?(?:大小)?(?:从小到大|由小到大|递增)?(?:的)?(?:顺序|次序|先后)?(?:依次)?(?:排列?|进入|排队)?(?:在|到|于|入)?(?:就绪)?(?:队列)?(?:中|里|上)?"
    ) and names != sorted(names):
        stay_out("a list in another order than the numbers")
    if any(len(values) != count for values in columns.values()) or len(names) != count or not 2 <= count <= 10 or len(set(names)) != count:
        stay_out("lists of different lengths")
    return _jobs(columns, names, units)


def _jobs(columns: dict[str, list[str]], names: list[str], units: set[str]) -> tuple[list[list[Any]], str | None]:
    """The jobs in whole units of one kind; clock times become minutes after the first."""
    clock = [re.fullmatch(r"(\d{1,2})[:点](\d{1,2})分?", cell) for cell in columns["arrival"]]
    if any(clock):
        if not all(clock) or len(units - {"min", "h"}) or len(units) != 1:
            stay_out("clock times among others")
        minutes = [int(match[1]) * 60 + int(match[2]) for match in clock if match]
        if max(minutes) >= 24 * 60:
            stay_out("no time of a day")
        columns["arrival"] = [str(minute - min(minutes)) for minute in minutes]
        if units == {"h"}:
            columns["burst"] = [str(Fraction(cell) * 60) for cell in columns["burst"]]
        units = {"min"}
    elif any("." in cell for name in ("arrival", "burst") for cell in columns[name]) and units == {"h"}:
        for name in ("arrival", "burst"):
            columns[name] = [str(Fraction(cell) * 60) for cell in columns[name]]
        units = {"min"}
    if len(units) > 1:
        stay_out("several units")
    if not all(cell.isdigit() for name in ("arrival", "burst", "priority") for cell in columns.get(name, [])):
        stay_out("a time that is not whole")
    jobs: list[list[Any]] = [[names[i], int(columns["arrival"][i]), int(columns["burst"][i])] for i in range(len(names))]
    if "priority" in columns:
        for i, job in enumerate(jobs):
            job.append(int(columns["priority"][i]))
    if any(not 1 <= job[2] <= 1000 or job[1] > 10_000 for job in jobs):
        stay_out("strange times")
    return jobs, next(iter(units), None)


def _tabled(reading: Clauses) -> tuple[dict[str, list[str]], set[str]]:
    """The columns of a table."""
    heading_unit = rf"(?:\s*[/(]\s*(?P<unit>{_UNIT})\s*\)?)?"
    table_read = reading.take_table()
    if table_read is None:
        return {}, set()
    described = reading.take_all(
        rf"(?:它们)?(?:的)?(?:{_ARRIVAL})(?:和|、|与|及|以及|,)(?:所需的?|需要的?)?(?:{_BURST})(?:(?:和|、|与|及)(?:{_PRIORITY}))?\s*(?:\(?\s*单位:?{_UNIT}\)?)?"
    )
    cells = table_read.by_heading(
        (
            (r"(?:进程|作业|任务)(?:名|号|编号|名称|ID)?|名称|编号", "name"),
            (rf"(?:{_ARRIVAL}|到达|提交|进入){heading_unit}", "arrival"),
            (rf"(?:{_BURST}|运行|服务|执行|所需时间|需要时间){heading_unit}", "burst"),
            (rf"{_PRIORITY}{heading_unit}", "priority"),
        )
    )
    heads = " ".join((*table_read.rows[0], *(row[0] for row in table_read.rows), *(match[0] for match in described)))
    units = set(_units_in(heads))
    columns = {name: [cell.strip() for cell in values] for name, values in cells.items()}
    for name in ("arrival", "burst", "priority"):
        numbers = []
        for cell in columns.get(name, []):
            match = re.fullmatch(rf"(?P<number>\d{{1,2}}:\d\d|\d+)\s*(?P<unit>{_UNIT})?", cell, re.IGNORECASE)
            if match is None:
                stay_out(f"cell {cell}")
            if match["unit"]:
                units.add(match["unit"])
            numbers.append(match["number"])
        if name in columns:
            columns[name] = numbers
    if "name" not in columns:
        columns.pop("name", None)
    return columns, units


_HEADINGS = (
    (r"(?:进程|作业|任务)(?:名|号|编号|名称|ID)?|名称|编号", "name"),
    (rf"(?:{_ARRIVAL}|到达|提交|进入)(?:[/(]{_UNIT}\)?)?", "arrival"),
    (rf"(?:{_BURST}|运行|服务|执行|所需时间|需要时间)(?:[/(]{_UNIT}\)?)?", "burst"),
    (rf"{_PRIORITY}", "priority"),
)


def _loose_table(reading: Clauses) -> tuple[dict[str, list[str]], set[str]] | None:
    """Lines of cells with units or clock times (`1 10:00 2小时`) below a line of headings, taken."""
    lines = reading.rest.split("\n")
    for at, line in enumerate(lines):
        names = [next((name for pattern, name in _HEADINGS if re.fullmatch(pattern, cell, re.IGNORECASE)), None) for cell in line.split()]
        if len(names) < 2 or None in names or len(set(names)) != len(names) or not {"arrival", "burst"} <= set(names):
            continue
        units = set(_units_in(line))
        columns: dict[str, list[str]] = {str(name): [] for name in names}
        last = at
        for number in range(at + 1, len(lines)):
            cells = lines[number].split()
            if len(cells) != len(names):
                break
            read = [re.fullmatch(rf"(?P<number>\d{{1,2}}:\d\d|\d+(?:\.\d+)?)(?P<unit>{_UNIT})?", cell, re.IGNORECASE) for cell in cells]
            if any(match is None and name != "name" for match, name in zip(read, names, strict=True)):
                break
            for cell, match, name in zip(cells, read, names, strict=True):
                columns[str(name)].append(cell.upper() if name == "name" or match is None else match["number"])
                if match is not None and name != "name" and match["unit"]:
                    units.add(match["unit"])
            last = number
        if last - at < 2:
            continue
        start = sum(len(line) + 1 for line in lines[:at])
        reading.take_spans([(start, sum(len(line) + 1 for line in lines[: last + 1]) - 1)])
        return columns, units
    return None


def _told_by_brackets(reading: Clauses) -> tuple[dict[str, list[str]], set[str]]:
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


_POINT = r"(?:\d{1,2}[:点]\d{1,2}分?|\d+)"
_ARRIVES = r"(?:到达|提交|进入|到来|来到|就绪|到|来)(?:系统|就绪队列|内存|输入井)?"
_CLAUSE_PARTS = (
    (
        "arrival",
        (
            rf"(?:{_ARRIVAL}|到达|提交)(?:时间|时刻)?(?:为|是|=|:|于|在)*\s*(?:时刻|第)?(?P<value>{_POINT})\s*(?P<unit>{_UNIT})?(?:时刻)?",
            rf"(?:在|于)?(?:时刻|第|t=)?\s*(?P<value>{_POINT})\s*(?P<unit>{_UNIT})?(?:时刻|时|末|处)?(?:才|就)?{_ARRIVES}",
        ),
    ),
    ("priority", (rf"{_PRIORITY}(?:数)?(?:为|是|=|:)*\s*(?P<value>\d+)(?P<unit>)",)),
    (
        "burst",
        (
            rf"(?:{_BURST}|运行|需要?|要|服务|执行|计算|占用|用|耗时|跑)(?:时间|运行|执行|服务|CPU|占用|跑|用)*(?:时间)?(?:为|是|=|:)*\s*(?P<value>\d+)(?![\d.:])\s*(?P<unit>{_UNIT})?(?:的)?(?:CPU)?(?:时间)?",
        ),
    ),
)


def _told_by_clause(reading: Clauses) -> tuple[dict[str, list[str]], set[str]]:
    """`作业1在0时刻到达，要运行60min；作业2...`: for each name what follows it up to the next one."""
    named = r"(?:(?:作业|进程|任务)\s*)?(?<![A-Za-z\d])(?:(?P<letter>[A-HJPT]\d{0,2})(?![A-Za-z\d])|(?<=作业|进程|任务)(?P<digit>\d)(?!\d)|(?<=作业|进程|任务)(?P<chinese>[一二三四五六])|(?P<stem>[甲乙丙丁戊])(?!方))"
    marks = list(re.finditer(named, reading.rest, re.IGNORECASE))
    # A name with nothing told before the next one belongs to a list of names ("P1、P2、P3 三个进程").
    told: list[tuple[str, dict[str, str]]] = []
    units: set[str] = set()
    spans: list[tuple[int, int]] = []
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(reading.rest)
        stop = re.search(r"[。?!]|\n\s*\n|;(?=[^;]{0,6}(?:采用|求|若|系统))", reading.rest[mark.end() : end])
        end = mark.end() + stop.start() if stop else end
        piece = reading.rest[mark.end() : end]
        facts: dict[str, str] = {}
        here: list[tuple[int, int]] = []
        for part, patterns in _CLAUSE_PARTS:
            for pattern in patterns:
                match = re.search(pattern, piece, re.IGNORECASE)
                if match is None:
                    continue
                facts[part] = match["value"]
                if match["unit"]:
                    units.add(match["unit"])
                here.append((mark.end() + match.start(), mark.end() + match.end()))
                piece = piece[: match.start()] + "\ue000" * (match.end() - match.start()) + piece[match.end() :]
                break
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


def _told_in_lists(reading: Clauses) -> tuple[dict[str, list[str]], set[str]]:
    columns: dict[str, list[str]] = {}
    units: set[str] = set()
    points = rf"{_POINT}(?:\s*(?:,|、|和|及)\s*{_POINT})+"
    clock = reading.take(
        rf"(?:分别|依次|先后|各)*(?:在|于)?(?P<value>{points})\s*(?:时刻|时)?(?:分别|依次|先后)*{_ARRIVES}(?:到|了)?(?:单道)?(?:批处理)?(?:系统)?(?:内存)?"
    )
    if clock:
        columns["arrival"] = re.findall(_POINT, clock["value"])
    for name, word in (("arrival", _ARRIVAL), ("burst", _BURST), ("priority", _PRIORITY)):
        if name in columns:
            continue
        value = rf"(?P<value>{points}|{_LIST})" if name == "arrival" else rf"(?P<value>{_LIST})"
        if name == "arrival":
            word = rf"(?:{word}|到达|提交)"
        if name == "burst":
            word = rf"(?:{word}|服务|运行|执行|(?:各|分别|依次)*(?:需要?|要|需用)(?:的)?(?:运行|执行|占用)?(?:CPU)?(?:时间)?)"
        match = reading.take(rf"{word}(?:\(?单位:?{_UNIT}\)?)?(?:均|依次|分别|各|的)*(?:为|是|:|=)?\s*{value}\s*(?P<unit>{_UNIT})?")
        if match:
            units |= {*_units_in(match["value"]), *([match["unit"]] if match["unit"] else [])}
            columns[name] = re.findall(rf"\d{{1,2}}[:点]\d{{1,2}}分?|{_NUMBER}", match["value"])
    if "burst" not in columns and (
        match := reading.take(rf"{_BURST}(?:依次|分别|的)*(?:为|是|:)?(?P<value>(?:[PJT]\d=\d+(?:{_UNIT})?(?:,|、)?){{2,}})")
    ):
        columns["name"] = re.findall(r"([A-Z]\d)=", match["value"].upper())
        columns["burst"] = re.findall(r"=(\d+)", match["value"])
        units |= set(_units_in(match["value"]))
    return columns, units


def _told_one_by_one(reading: Clauses) -> list[re.Match[str]]:
    """`A(0时刻到，要5)`, or `A(0,5)` where the brackets are explained."""
    name = r"(?<![A-Za-z])(?P<name>[A-Z]\d{0,2}|(?:作业|进程)\d)"
    explained = reading.take(
        rf"(?:括号|括弧)(?:里|内|中)?(?:的)?(?:两个|前后)?(?:数字|数)?(?:分别|依次)?(?:为|是|表示)(?:的)?(?:其|各自的?|进程的?)?(?:{_ARRIVAL}|到达|提交)(?:和|与|、|,|及)(?:{_BURST}|运行|服务|执行)(?:时间)?"
    )
    # An explanation stands for a form; what it says twice ("0时刻到") is read all the same.
    spoken = reading.take_all(
        rf"{name}\s*[:(在于]*\s*(?:时刻|第)?(?P<arrival>\d+)\s*(?:时刻|时|{_UNIT})?(?:到达|到来|到|提交|进入|来)(?:系统)?,?\s*(?:{_BURST}|运行|需要?|要|服务|执行|用)(?:时间)?(?:CPU)?(?:为|是|=|:)*\s*(?P<burst>\d+)(?![\d.:])\s*(?P<unit>{_UNIT})?(?:[,、]?(?:{_PRIORITY})(?:为|是|=|:)*(?P<priority>\d+)(?![\d.]))?\s*\)?"
    )
    if spoken or not explained:
        return spoken
    return reading.take_all(rf"{name}\s*\(\s*(?P<arrival>\d+)\s*[,、]\s*(?P<burst>\d+)\s*(?P<unit>{_UNIT})?\s*\)")


def _units_in(text: str) -> list[str]:
    return re.findall(r"(?<![A-Za-z])(ms|毫秒|s|秒|min|分钟|分|小时|h)(?![A-Za-z])", text)


def _names(reading: Clauses, count: int) -> list[str]:
    """The jobs' names where they are listed in full or as a range, otherwise P1, P2, ..."""
    found = reading.take(r"(?:P|J|T)\s?\d(?:\s*[,、和 ]\s*(?:P|J|T)\s?\d)+|(?<![A-Za-z])[A-H](?:\s*[,、和 ]\s*[A-H])+(?![A-Za-z])")
    if found:
        return re.findall(r"[A-Z]\d?", found[0].upper().replace(" ", ""))
    if glued := reading.take(r"(?<![A-Za-z])ABC(?:DEF|DE|D)?(?![A-Za-z])"):
        return list(glued[0].upper())
    ranged = reading.take(r"(?P<letter>P|J|T)(?P<first>\d)\s*(?:~|-|～|到|至)\s*(?:P|J|T)(?P<last>\d)")
    if spanned := reading.take(r"(?<![A-Za-z])(?P<first>[A-H])\s*(?:~|-|～|到|至)\s*(?P<last>[A-H])(?![A-Za-z])"):
        return [chr(code) for code in range(ord(spanned["first"].upper()), ord(spanned["last"].upper()) + 1)]
    if ranged:
        return [f"{ranged['letter'].upper()}{number}" for number in range(int(ranged["first"]), int(ranged["last"]) + 1)]
    return [f"P{number + 1}" for number in range(count)]
