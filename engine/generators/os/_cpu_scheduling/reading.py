"""Reading scheduling problems: the jobs from a table, from a clause each or from lists, the algorithms, and the rules that go with them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Missing, Recognition
from engine.generators.os._cpu_scheduling.asking import times_and_orders_asked
from engine.generators.os._cpu_scheduling.begin_reading import moment, take_begin
from engine.generators.os._cpu_scheduling.feedback_reading import take_queues
from engine.generators.os._cpu_scheduling.jobs_reading import TENTHS, read_jobs
from engine.generators.os._cpu_scheduling.queue_rule import arrivals_first
from engine.generators.os._cpu_scheduling.schedules import MEASURES
from engine.generators.os._cpu_scheduling.spelling import spelled_out
from engine.generators.os._cpu_scheduling.terms import ARRIVES, BURST, POINT, UNIT, UNIT_NAMES
from engine.generators.os._scenery import SCENERY
from engine.generators.os._topic import Topic, with_values
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, StayOut, stay_out, to_int


def recognise(text: str) -> Recognition | None:
    """A scheduling problem as understood; None where it is another problem."""
    try:
        found = _recognise_ratio(text)
    except StayOut:
        found = None  # more than one job's ratio
    return found or _recognise_schedule(spelled_out(_algorithm_names(text)))


def _algorithm_names(text: str) -> str:
    """Preemption beside the name of an algorithm as part of the name, so that both kinds can stand in one text."""
    text = patterns.sub(r"抢先", "抢占", text)
    text = patterns.sub(r"最短剩余(?:处理|运行|服务|执行|CPU)时间", "最短剩余时间", text)
    text = patterns.sub(r"SRPT", "SRTN", text, flags=re.IGNORECASE)
    short = r"(?:SJF|SPF|最?短(?:作业|进程)优先)(?:算法|调度)?"
    without, with_it = r"(?:非抢占|非剥夺|不可抢占|不抢占|不抢)(?:式|的|型)*", r"(?<!非)(?<!不)(?<!不可)(?:可?抢占|可?剥夺)(?:式|的|型)*"
    text = patterns.sub(rf"{without}{short}|{short}\s*[(（]{without}[)）]", "SJF", text, flags=re.IGNORECASE)
    text = patterns.sub(
        rf"{with_it}\s*[(（](?:SRT[FN]?|最短剩余时间(?:优先)?)[)）]|{with_it}最短剩余时间(?:优先)?(?:\s*[(（]SRT[FN]?[)）])?|{with_it}{short}(?:\s*[(（](?:SRT[FN]?|最短剩余时间(?:优先)?)[)）])?",
        "SRTF",
        text,
        flags=re.IGNORECASE,
    )
    # Both ways of one rule in one text are two rules.
    ranked = r"(?:的)?(?:静态)?(?:最高)?优先(?:级|数|权)(?:高者)?(?:优先)?(?:调度)?(?:算法)?"
    beside = patterns.search(
        r"先来先|先到先|短作业|短进程|轮转|响应比|FCFS|SJF|SPF|SRT|HRRN|(?<![A-Za-z])RR(?![A-Za-z])", text, flags=re.IGNORECASE
    )
    if patterns.search(rf"{with_it}{ranked}", text) and (beside or patterns.search(rf"{without}{ranked}", text)):
        text = patterns.sub(rf"{without}{ranked}", "NONPREEMPTIVE", text)
        text = patterns.sub(rf"{with_it}{ranked}", "PREEMPTIVE", text)
    return text


def _minutes(point: str, unit: str | None) -> Fraction:
    if match := patterns.fullmatch(r"(\d{1,2})[:点](\d{1,2})分?", point):
        return Fraction(int(match[1]) * 60 + int(match[2]))
    return Fraction(point) * {"h": Fraction(60), "s": Fraction(1, 60)}.get(UNIT_NAMES.get(unit or "", unit or ""), Fraction(1))


def _recognise_ratio(text: str) -> Recognition | None:
    """The response ratio of one job at one moment; None: another problem."""
    reading = Topic(with_values(patterns.sub(r"(?:(?<=为)|(?<=时间))\s*([TS])(?=[,，])", r"\1", text), "TS"))
    if not reading.has("响应比") or reading.has(rf"周转|次序|顺序|{UNIT}.*平均"):
        return None
    reading.take_all(
        r"(?:最?高响应比(?:者)?(?:优先)?|响应比高者优先|响应比(?:最)?高(?:的)?优先|HRRN|HRN)(?:调度)?(?:算法)?(?:里|中)?(?:的)?"
    )
    asked = reading.take_all(r"响应比(?:=|是|为|等于|怎么算(?:来着)?|如何计算|多少|几)*")
    number = r"\d+(?:\.\d+)?"
    arrival = reading.take(rf"(?:在|于)?(?:时刻)?(?P<value>{POINT})\s*(?P<unit>{UNIT})?(?:时刻|时)?{ARRIVES}")
    start = reading.take(
        rf"(?:到|在|于)?(?:时刻)?(?P<value>{POINT})\s*(?P<unit>{UNIT})?(?:时刻|时)?(?:才|时|被)*(?:开始|调度|投入|上)(?:执行|运行|处理|CPU)?"
    )
    waited = reading.take(rf"(?:已经?)?(?:等待|等)(?:了|的)?(?:时间)?(?:为|是|=|:)*(?P<value>{number})\s*(?P<unit>{UNIT})?")
    burst = reading.take(rf"(?:{BURST}|运行|服务|执行|需要?)(?:时间)?(?:为|是|=|:)*(?P<value>{number})\s*(?P<unit>{UNIT})?")
    reading.questions += [match.span() for match in asked]
    reading.finish_knowing("已知 进程J J 要求 若 作业 进程 某作业 一个作业 系统 调度 时刻 时间 此时 则 它 其 比如 才 ")
    if not asked or burst is None or (waited is None) == (arrival is None or start is None):
        return None
    times = [match for match in (arrival, start, waited) if match is not None]
    clock = [bool(patterns.search("[:点]", match["value"])) for match in times]
    units = {UNIT_NAMES.get(match["unit"], match["unit"]) for match in (*times, burst) if match["unit"]}
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
    reading = Topic(text)
    queues = take_queues(reading)
    if patterns.search("单道", text):
        reading.take_all(r"多道(?:程序|批处理)?(?:设计)?(?:系统|环境)?(?:中|里|下)?")
    reading.take_all(
        r"\(?(?:忽略|不计|不考虑)\s*I/?O(?:操作)?(?:以?及|和|与|、)(?:其他|其它)(?:的)?(?:开销|系统开销)(?:时间)?(?:忽略不计)?\)?"
    )
    reading.refuse(
        r"去掉|去除|剔除|删除|多级|反馈|I/?O|输入|双CPU|双处理|多道|两道|多处理|响应时间|动态优先|加上[^,;。]{0,8}时间|利用率|切换[^,;。?!\n]{0,4}\d"
    )
    inner = reading.take_all(
        r"\(?(?:不计|不算|不计算|不包括|不含|除去|忽略)(?:在)?(?:时间零点|时刻0|0时刻|开始|起始|第一次|首次)(?:时)?(?:和|与|及|、)(?:最后)?(?:结束|终止|末尾)(?:时|处)?(?:的)?(?:上下文|进程)?(?:切换|调度)?\)?"
    )
    reading.take_all(
        r"(?:不计|不考虑|忽略|忽略不计|不算)(?=[^,;。]{0,12}(?:切换|调度|开销))(?:进程|系统|作业)?(?:的)?(?:调度|切换|上下文切换|系统)?(?:和|及|、)?(?:进程|上下文)?(?:调度|切换)?(?:的)?(?:开销|时间|所花费?的?时间)?(?:忽略不计)?"
    )
    reading.take_all(
        r"(?:进程|系统|作业)?(?:调度|切换|上下文切换|系统)(?:的)?(?:开销|时间)(?:均|都)?(?:可以|可)?(?:忽略不计|忽略|不计|不考虑)"
    )
    ties = r"(?:(?:剩余|运行|服务|执行)(?:的)?(?:时间|长度)?|优先(?:级|数|权)|响应比|长度)(?:若|均|都)?(?:相同|相等|一样|相当|一致)(?:长|大|高)?(?:的)?(?:进程|作业)?(?:时|的话|则|就|,)*"
    reading.take_all(
        rf"(?:若|如果|当|且)?{ties}(?:按|采用|以)?(?:照)?(?:先(?:到|来)(?:达)?(?:的|者)?(?:优先|先(?:运行|执行|调度|服务)?)|先来先服务|先到先服务|FCFS|到达(?:的)?(?:先后)?(?:次序|顺序|先后))(?:原则|处理|调度|执行)?"
    )
    arrivals = arrivals_first(reading)  # before preemption: it speaks of whoever is preempted
    preemptive = _preemption(reading)
    highest = reading.take(
        r"\(?(?:其中|优先级|优先数)?(?:以)?(?<![\d.])(?P<value>\d+)(?:级)?(?:为|是|的|表示|代表)*(?:优先级|优先权|优先数)?最高(?:优先级|优先权|级)?(?:[,、]?\d+(?:级)?(?:为|是|的|表示|代表)*(?:优先级|优先权)?最低(?:优先级|优先权|级)?)?\)?"
    )
    lowest = reading.take(
        r"\(?(?:其中|优先级|优先数)?(?:以)?(?<![\d.])(?P<value>\d+)(?:级)?(?:为|是|的|表示|代表)*(?:优先级|优先权|优先数)?最低(?:优先级|优先权|级)?\)?"
    )
    own_order = reading.take(
        r"(?P<name>FCFS|FIFO|先来先服务)(?P<more>(?:调度)?(?:算法)?)\s?\((?:作业|进程|任务)?(?:的)?(?:假设|设|若)?(?:到达|按|的)*(?:的)?(?:先后)?(?:顺序|次序)?(?:为|是|:)?\s?(?P<order>[A-Z]\d?(?:\s?[、,，]\s?[A-Z]\d?){2,7})(?:的)?(?:先后)?(?:顺序|次序)?(?:到达|运行|执行)?\)"
    )
    if own_order is not None:
        reading.rest = reading.rest[: own_order.start()] + own_order["name"] + reading.rest[own_order.start() + len(own_order["name"]) :]
    quanta = _quanta(reading)
    algorithms = reading.take_words(
        (
            (r"(?:最短剩余时间(?:优先)?|剩余时间最短(?:者)?优先|SRTN|SRTF|SRT)", "SRTN"),
            (r"(?:最?高响应比(?:者)?(?:优先)?|响应比高者优先|响应比(?:最)?高(?:的)?优先|HRRN|HRN|HRRF)", "HRRN"),
            (r"(?:使)?平均周转时间最(?:短|小)的(?:调度)?(?:次序|算法|顺序)(?:下)?", "least"),
            (r"(?:最?短(?:作业|进程|任务)(?:优先)?|SJF|SPF|SPN)", "SJF"),
            (r"(?:时间片轮转|轮转(?:法|调度|算法)|轮转|ROUND\s*ROBIN|(?<![A-Z])RR(?![A-Z]))", "RR"),
            (r"(?:先来先服务|先到先服务|FCFS|FIFO)", "FCFS"),
            (r"NONPREEMPTIVE", "非抢占优先级"),
            (r"PREEMPTIVE", "抢占优先级"),
            (
                r"(?<=抢占)优先级|(?<=\ue000)优先级(?=\s|,|数|$)|(?:静态)?(?:最高)?优先(?:级|数|权)(?:者)?(?:高者)?(?:优先)?(?=(?:的)?(?:调度|算法|抢占|\())|(?:静态)?最高优先(?:级|数|权)(?:者)?(?:优先)?|优先级高者优先",
                "PRIORITY",
            ),
        )
    )
    if queues is not None:
        algorithms.append("MLFQ")
    if quanta:
        algorithms = [each for name in algorithms for each in ([f"RR{one}" for one in quanta] if name == "RR" else [name])]
    least = "least" in algorithms
    algorithms = ["SJF" if name == "least" else name for name in algorithms]
    if (
        preemptive
        and patterns.search(r"(?:和|与|及|、)\s?可?(?:抢占|剥夺)(?:式|型|的)*(?!\s?(?:最?短|剩余|SJF|SPF|SRT))", text)
        and "SJF" in algorithms
    ):
        return None  # a rule of its own beside it
    if "SJF" in algorithms and preemptive is True:
        algorithms = list(dict.fromkeys("SRTN" if name == "SJF" else name for name in algorithms))
    if preemptive and any(name.startswith(("FCFS", "RR", "HRRN")) for name in algorithms):
        return None
    reading.take_all(r"优先(?:级|数|权)(?:是|均|都|为)*(?:静态|固定|保持)+(?:不变)?(?:的)?|静态优先(?:级|数|权)(?=[,;。])")
    larger = _larger(reading)
    quantum = reading.take_one(
        (
            rf"时间片(?:的)?(?:大小|长度|长)?\s*(?:q|Q)?\s*(?:为|是|取|=|:|设为|定为)*\s*(?P<value>{INTEGER})\s*{UNIT}?",
            rf"(?<![A-Za-z])q\s*=\s*(?P<value>{INTEGER})\s*{UNIT}?",
            rf"(?P<value>{INTEGER})\s*{UNIT}?(?:的)?时间片",
        ),
        to_int,
    )
    reading.take_all(
        rf"(?:则|系统|如果|若)?(?:从|在|自)(?:时刻)?0\s*{UNIT}?(?:时刻)?(?:起|开始)+(?:进行)?(?:调度|运行|执行)?(?:,?(?:直?到|至)(?:这)?(?:{INTEGER}个|所有|全部)(?:进程|作业)(?:都|均|全部)?(?:运行|执行)?(?:结束|完成|完毕|完)(?:时)?(?:为止)?)?"
    )
    begin = take_begin(reading)
    jobs, unit = read_jobs(reading)
    scale = 10 if unit is not None and unit.startswith(TENTHS) else 1
    unit = unit.removeprefix(TENTHS) if unit is not None else None
    hours = unit == "min of h"  # told in parts of hours: 8.5 is half past eight
    unit = "min" if hours else unit
    hours = hours or (unit == "min" and bool(patterns.search("(?:多少|几)个?小时", text)))
    if larger is None and jobs and len(jobs[0]) > 3 and highest is not None:
        numbers = [job[3] for job in jobs]
        larger = True if int(highest["value"]) >= max(numbers) else False if int(highest["value"]) <= min(numbers) else None
        if larger is None:
            return None
    if larger is None and jobs and len(jobs[0]) > 3 and lowest is not None:
        numbers = [job[3] for job in jobs]
        larger = True if int(lowest["value"]) <= min(numbers) else False if int(lowest["value"]) >= max(numbers) else None
        if larger is None:
            return None
    if not algorithms and larger is not None and jobs and len(jobs[0]) > 3:
        algorithms = ["PRIORITY"]
    asked, subjects = times_and_orders_asked(reading, [str(job[0]) for job in jobs], bool(inner))
    reading.finish_knowing(
        SCENERY
        + "完成 并且 操作系统 实现 我都要 三个的 课后题 哈 求助求助 比较题 比较 呀 宝子们 转一道题 单道系统 帮我看看 进程信息 单位 先后 陆续到达 让 请画 出 现有 三道 四道 五道 名称 编号 下 相应 作业流 作业序列 时长 CPU密集 按此 顺序到达 分别 呢 数据如下 起 从 换成 换为 改成 改用 所有 各作业 各进程 系统 就绪 到 就绪队列 请 原则 所需 CPU时间 时刻 序列 给出 它们需要 有 如下表 如下表所示 信息如下 单处理机上 进程 作业 任务 CPU 单处理机 单处理器 单CPU 处理机 处理器 到达 提交 依次 调度 算法 法 策略 运行 情况 信息 表 如表 如下表 下表 改为 单道 批处理 环境 计算机 就绪队列 队列 单位 各 每个 "
        "服务 时间 一批 组 一组 所有 次序 按到达次序 优先 方式 它们 均 毫秒 ms 均为 进程调度 作业调度 处理机调度 CPU调度 进程数 数",
        danger="队首|队头|插|之差|差值|相差|吞吐|利用率|最[大小短长好优]|哪[种个]",
        ordinary_questions=False,
    )
    if "running-order" in asked:
        # Whoever is never interrupted is done in the order of being chosen.
        if any(name.startswith(("RR", "SRTN")) for name in algorithms) or preemptive:
            asked = ["slices" if task == "running-order" else task for task in asked]
        else:
            asked = ["order" if task == "running-order" else task for task in asked]
        asked = list(dict.fromkeys(asked))
    alike = "单道" in text and len(jobs) > 1 and len({tuple(job[1:]) for job in jobs}) == 1
    if not algorithms and alike and set(asked) <= set(MEASURES):
        algorithms = ["FCFS"]  # whoever comes first runs as long as any other
    if not jobs or not algorithms or (not asked and (reading.asks() or reading.has("填|完成.{0,4}表"))):
        return None
    if least and len({job[1] for job in jobs}) > 1:
        return None  # with different arrivals no simple order is the best
    best = any(task.startswith("best-") for task in asked)
    if ("difference" in asked and (len(algorithms) != 2 or len(asked) != 2 or best)) or (best and len(algorithms) < 2):
        return None
    unit_shown = unit or ""
    parameters: dict[str, Any] = {"algorithms": algorithms, "jobs": jobs, "asked": asked or ["turnaround"], "unit": unit_shown}
    clock = [int(hour) * 60 + int(minute) for hour, minute in patterns.findall(r"(?<!\d)(\d{1,2})[:点](\d{2})", reading.text)]
    if begin and (at := patterns.fullmatch(r"(\d{1,2})[:点](\d{2})", begin)):
        clock.remove(int(at[1]) * 60 + int(at[2]))
    if clock and unit_shown == "min":
        # The first arrival: from it on, all the others are told; how long a job runs may be told in hours and minutes too.
        parameters["start"] = min((at for at in clock if all(at + job[1] in clock for job in jobs)), default=min(clock))
    if hours:
        parameters["hours"] = True
    if own_order is not None:
        order = patterns.findall(r"[A-Z]\d?", own_order["order"])
        if sorted(order) != sorted(str(job[0]) for job in jobs) or len({job[1] for job in jobs}) > 1:
            return None
        parameters["own_order"] = order
    if subjects:
        parameters["subjects"] = subjects
    if scale > 1:
        if begin is not None or queues is not None:
            return None
        parameters["scale"] = scale
    described = "；".join(
        f"{job[0]} {decimal(Fraction(job[1], scale))} 到达，运行 {decimal(Fraction(job[2], scale))}"
        + (f"，优先数 {job[3]}" if len(job) > 3 else "")
        for job in jobs
    )
    understood = [("算法", "、".join(algorithms)), ("进程", described)]
    if begin is not None and (began := moment(begin, [int(job[1]) for job in jobs], parameters.get("start"), hours)):
        parameters["begin"] = began
        understood.append(("开始调度", "全部到达以后" if begin == "all" else begin))
    missing = []
    if quanta:
        if quantum is not None or not any(name.startswith("RR") for name in algorithms):
            return None
        parameters["arrivals_first"] = arrivals
        understood.append(("时间片", "、".join(map(str, quanta))))
    elif "RR" in algorithms:
        if quantum is None:
            missing.append(Missing("quantum", "时间片是多大？", "时间片为 {}"))
        else:
            parameters |= {"quantum": quantum, "arrivals_first": arrivals}
            understood.append(("时间片", str(quantum)))
    elif quantum is not None or arrivals is not None:
        return None
    if queues is not None:
        parameters["queues"] = {"levels": [list(level) for level in queues.levels], "preempted": queues.preempted}
        shown = "；".join(
            f"第 {number} 级"
            + ("短进程优先" if shortest else "先来先服务" if slice_ is None else "")
            + ("" if slice_ is None else f"时间片 {slice_}")
            for number, (shortest, slice_) in enumerate(queues.levels, 1)
        )
        understood.append(("队列", shown))
    if any(name in algorithms for name in ("非抢占优先级", "抢占优先级")):
        if len(jobs[0]) < 4 or "PRIORITY" in algorithms or preemptive:
            return None
        if larger is None:
            missing.append(Missing("larger_first", "优先数越大优先级越高，还是越小越高？", "优先数{}"))
        parameters["larger_first"] = larger
        understood.append(("规则", f"优先数越{'大' if larger else '小'}优先级越高"))
    elif "PRIORITY" in algorithms:
        if len(jobs[0]) < 4:
            return None
        if larger is None:
            missing.append(Missing("larger_first", "优先数越大优先级越高，还是越小越高？", "优先数{}"))
        if preemptive is None and len({job[1] for job in jobs}) == 1:
            preemptive = False  # where all are there at first nobody comes later to preempt
        if preemptive is None:
            missing.append(Missing("preemptive", "是抢占式还是非抢占式？", "采用{}式"))
        parameters |= {"larger_first": larger, "preemptive": preemptive}
        if larger is not None and preemptive is not None:
            understood.append(("规则", f"优先数越{'大' if larger else '小'}优先级越高，{'抢占' if preemptive else '非抢占'}式"))
    elif len(jobs[0]) > 3:
        parameters["jobs"] = [job[:3] for job in jobs]
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _quanta(reading: Topic) -> list[int]:
    """The slices of one algorithm that is to be tried with several: `RR(q=1)、RR(q=4)`, `时间片分别为1和4`; nothing where there is but one."""
    slice_ = rf"(?:(?:时间片|q)(?:的)?(?:大小|长度)?\s*(?:q)?(?:分别|各)?(?:取|为|是|=)*\s*)(?P<value>\d+)\s*{UNIT}?"
    robin = r"(?:时间片轮转|轮转|(?<![A-Z])RR)(?:调度)?(?:算法|法)?"
    beside = list(patterns.finditer(rf"{robin}\s*\(\s*{slice_}\s*\)", reading.rest, re.IGNORECASE))
    if len(beside) > 1:
        reading.take_spans([(match.start("value") - 1, match.end()) for match in beside])
        reading.rest = patterns.sub(r"(?<=[(（])\s*(?:时间片|q)\s*(?:取|为|是|=)?\s*(?=\ue000)", "", reading.rest, flags=re.IGNORECASE)
        quanta = [int(match["value"]) for match in beside]
        return quanta if all(quanta) else stay_out("a slice of nothing")
    listed = reading.take(
        rf"(?:时间片|q)(?:的)?(?:大小|长度)?\s*(?:分别|依次|各)(?:取|为|是|=)\s*(?P<list>\d+\s*{UNIT}?(?:\s*(?:[、,和与及]|以及)\s*\d+\s*{UNIT}?)+)(?![\d.])"
    )
    if listed is not None:
        quanta = [int(one) for one in patterns.findall(r"\d+", listed["list"])]
        return quanta if all(quanta) else stay_out("a slice of nothing")
    return []


def _preemption(reading: Topic) -> bool | None:
    without = reading.take_all(r"(?:非|不可|不能|不允许|不)(?:被)?(?:抢占|剥夺)(?:式|方式)?(?:的)?")
    with_it = reading.take_all(r"(?:可|允许)?(?:抢占|剥夺)(?:式|方式)?(?:的)?")
    if without and with_it:
        stay_out("both preemptive and not")
    return False if without else True if with_it else None


def _larger(reading: Topic) -> bool | None:
    word = r"(?:数字|优先数|数值|数|优先数|优先级数|值|优先级|优先权)"
    higher = r"(?:(?:优先级|优先权)(?:别)?(?:也|则|就)?(?:越|较|最)?大|(?:优先级|优先权)?(?:别)?(?:也|则|就)?(?:越|较|最)?(?:高|优先))"
    up = reading.take_all(
        rf"{word}(?:的)?(?:数值|值)?(?:越大|大的?|较大的?|越大者?)(?:表示|代表|者|,|的|其)*{higher}|{word}大(?:者|的)?优先"
    )
    down = reading.take_all(
        rf"{word}(?:的)?(?:数值|值)?(?:越小|小的?|较小的?|越小者?)(?:表示|代表|者|,|的|其)*{higher}|{word}小(?:者|的)?优先"
    )
    beside = r"(?:{word})?\s*\(\s*(?:其)?(?:数|值|数值|数字)?(?:越{most}|较?{most}的?|{most}者)(?:则|,|的|者|其)*(?:优先级|优先权|级别)?(?:越|较)?(?:高|优先)\s*\)".replace(
        "{word}", word
    )
    up += reading.take_all(beside.replace("{most}", "大"))
    down += reading.take_all(beside.replace("{most}", "小"))
    if up and down:
        stay_out("two orders of priority")
    return True if up else False if down else None
