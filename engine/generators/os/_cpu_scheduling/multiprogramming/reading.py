"""Reading problems of programs that compute and use devices in turn, and what of their common run is asked."""

from __future__ import annotations

import itertools
import re
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._cpu_scheduling.multiprogramming.simulator import CPU
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out

_UNIT = r"(?:(?:ms|毫秒|s|秒|min|分钟|分|小时|h)(?![A-Za-z]))"
_RESOURCE = (
    r"(?:(?P<cpu>CPU|处理[机器]|计算|运算)|(?P<io>I/?O)(?:设备|操作)?\s?(?P<ionumber>[1-4])?(?!\d)|(?<![A-Za-z])I(?P<inumber>[1-4])(?!\d)|DEV\s?(?P<dnumber>[1-4A-C])|(?:外部?设备|设备)\s?(?P<device>[甲乙丙丁A-D]|[1-4](?!\d))|(?P<deviced>[甲乙丙丁])(?:外)?设备"
    r"|(?P<machine>打印机?|绘图仪?|输入机?|输出机?|读卡机?|磁盘|[读写]磁?盘|磁带机?|扫描仪?|网卡))"
)
_TIME = rf"(?P<time>\d+)\s*(?P<unit>{_UNIT})?"
# What may stand between what is used and for how long.
_OF = r"(?:(?:设备|操作|信息|数据|处理|工作|运行|执行|使用|占用|需要?|用|花费?|时间|的|为|是|计(?!算)|了|:|=|\(|（)\s*){0,4}"
_USE = rf"{_RESOURCE}\s*{_OF}\s*{_TIME}\s*[)）]?"
_BETWEEN = re.compile(
    r"(?:再|又|然后|接着|最后|之后|随后|而后|后|并|先|继续|重新|使用|占用|进行|在|上|要|需要?|用|申请|到|->|→|—>|-|—|,|、|;|\+|\s)*"
)
_NAME = re.compile(
    r"(?:程序|作业|进程|任务|(?<!设备)(?<![A-Za-z]))\s?(?P<name>(?<![A-Za-z/])[A-HJ-NP-Z]\d?(?![A-Za-z\d/])|(?<=程序|作业|进程|任务)[甲乙丙丁]|[甲乙丙丁](?=程序|作业|进程|任务|道|:|先|顺序|的|、|和|为|在|\())"
)
_WORDS = (
    "它们单独运行时 单独运行时 单独执行时 单独 独立 投入运行 占用的时间 所用 假定 多道程序 多道程序设计 多道程序环境 多道程序系统 多道批处理系统 多道批处理 多道 批处理 批处理系统 多任务 并发 并发执行 环境 环境下 设计 单处理机 单处理器 单CPU 单 一个 一台 内存 主存 同时 投入 装入 进入 到达 运行 执行 系统 在 中 有 仅 只 仅有 现有 两个 三个 两道 三道 两台 一批 程序 作业 进程 任务 "
    "它们 的 计算 和 与 操作 顺序 次序 按 按照 依次 轨迹 情况 过程 如下 下列 所示 为 是 分别 各 均 都 使用 占用 要求 内容 描述 所需 CPU 处理机 处理器 I/O 设备 外设 外部设备 输入 输出 打印机 若 如果 不考虑 不计 忽略 调度 切换 和切换 时间 开销 对换 中断 处理 并行 工作 能 可以 可 "
    "开始 初始 时刻 从 先 后 其 假设 设 且 并 完成 结束 直到 结果 之间 每个 各个 上述 这 该 资源 独占 此段 这段 时间内 期间 多道方式 设备独占 不可抢占 竞争 单道 先来先服务 FCFS 单位 ms 毫秒 s 秒 以下 序列 阶段 任一 任何 时候 运行开始后 开始运行后 运行后 首先 结束 就绪 状态 就绪状态 某计算机 计算机 最短 一次 单用户 作业流 都能 并行工作 程序A 程序B 优先 "
)


def recognise_multiprogramming(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    text = patterns.sub(r"(?<![A-Za-z])(?:Job|作业|程序|任务)\s?([1-4])(?![\d个道])", r"J\1", text, flags=re.IGNORECASE)
    text = patterns.sub(r"(?:处理机|处理器|CPU)(?=(?:空闲|等待)|(?:的)?利用率)", "CPU", text)
    # The drawing comes with every answer.
    text = patterns.sub(
        r"(?:请|试)?画出?(?:它们|各|两个|三个|这[两三]个|进程|程序|作业|的|出|其)*(?:时序(?:关系)?图|(?:执行|运行|工作|时间)?(?:情况|过程|时间|关系)?(?:的)?(?:时序|时间|示意)?图|甘特图)[,，、。;]?(?:并|且|然后)?(?:请)?(?:说明|指出|回答)?",
        "",
        text,
    )
    text = patterns.sub(r"(?:运动|运行|执行|活动)轨迹", "运行轨迹", text)
    reading = Topic(text)
    if not patterns.search("I/?O|设备|打印|输入|输出|磁盘|DEV|I[12]", text) or patterns.search(
        "反馈|时间片|周转[^,;。]{0,6}带权|缓冲|响应比", text
    ):
        return None
    programs, units = _programs(reading)
    if len(programs) < 2:
        return None
    names = [str(name) for name, _ in programs]
    arrivals = _arrivals(reading, names)
    rules = _rules(reading, names)
    if served := _served(reading):
        rules["devices"] = served
    asked = _asked(reading, names)
    named = "|".join(dict.fromkeys(resource for _, stages in programs for resource, _ in stages if resource != CPU))
    reading.take_all(rf"\(?(?:外设|设备|I/O设备)?(?<![A-Za-z])(?:{named})(?:\s*[、,和与]\s*(?:{named}))*\)?(?![\dA-Za-z])")
    reading.take_all(rf"(?:程序|作业|进程|任务|Job|道)?\s?(?<![A-Za-z])(?:{'|'.join(names)})(?![A-Za-z\d])(?:程序|作业|进程|任务)?")
    reading.finish_knowing(_WORDS, danger="缓冲|抢|优先|利用|空闲", ordinary_questions=False)
    if not asked or len(units) > 1:
        return None
    parameters: dict[str, Any] = {
        "programs": [[name, arrivals.get(name, 0), stages] for name, stages in programs],
        "unit": next(iter(units), ""),
        "asked": asked,
        **rules,
    }
    return Recognition(
        parameters=parameters,
        understood=(
            *((str(name), "，".join(f"{resource} {time}" for resource, time in stages)) for name, stages in programs),
            *(
                [("处理机", {"": "先来先服务，不抢占", "rank": "按优先级，不抢占", "preemptive": "按优先级，可抢占"}[rules["policy"]])]
                if rules["policy"] or "least" not in asked
                else []
            ),
            ("到达", listed((f"{name} {arrivals.get(name, 0)}" for name in names), "、")),
        ),
    )


def _programs(reading: Topic) -> tuple[list[tuple[str, list[list[Any]]]], set[str]]:
    """(name, [(resource, time), ...]) of each program, taken; and the units."""
    uses = list(patterns.finditer(_USE, reading.rest, re.IGNORECASE))
    blanked = reading.rest
    for use in uses:
        blanked = blanked[: use.start()] + " " * (use.end() - use.start()) + blanked[use.end() :]
    marks = list(_NAME.finditer(blanked))
    programs: list[tuple[str, list[list[Any]]]] = []
    units: set[str] = set()
    spans: list[tuple[int, int]] = []
    end = 0
    for use in uses:
        before = [mark for mark in marks if mark.end() <= use.start()]
        if not before:
            return [], set()
        mark = before[-1]
        name = mark["name"].strip().upper()
        if mark.start("name") >= end or not programs:
            if any(name == other for other, _ in programs):
                return [], set()
            if not patterns.fullmatch(
                r"(?:程序|作业|进程|任务|的|运行|执行|轨迹|顺序|次序|要求|内容|操作|需要?|首先|先|依次|按|计算|和|I/O|使用|占用|在|为|是|情况|过程|:|,|\(|\s){0,12}",
                reading.rest[mark.end() : use.start()],
            ):
                return [], set()
            programs.append((name, []))
        elif not _BETWEEN.fullmatch(reading.rest[end : use.start()]):
            return [], set()
        programs[-1][1].append([_resource(use), int(use["time"])])
        if use["unit"]:
            units.add({"毫秒": "ms", "秒": "s", "分钟": "min", "分": "min", "小时": "h"}.get(use["unit"], use["unit"]))
        spans.append((end if programs[-1][1][1:] else use.start(), use.end()))
        end = use.end()
    if not 2 <= len(programs) <= 4 or any(not 2 <= len(stages) <= 8 for _, stages in programs):
        return [], set()
    if any(one[0] == other[0] for _, stages in programs for one, other in itertools.pairwise(stages)):
        return [], set()
    if CPU not in {resource for _, stages in programs for resource, _ in stages}:
        return [], set()
    reading.take_spans(spans)
    return programs, units


def _resource(use: re.Match[str]) -> str:
    if use["cpu"]:
        return CPU
    if use["io"]:
        return f"I/O{use['ionumber'] or ''}"
    if use["inumber"]:
        return f"I{use['inumber']}"
    if use["dnumber"]:
        return f"DEV{use['dnumber'].upper()}"
    if name := use["device"] or use["deviced"]:
        return f"设备{name.upper()}"
    if use["machine"].endswith("盘"):
        return "磁盘"
    return {"打印": "打印机", "输入": "输入设备", "输入机": "输入设备", "输出": "输出设备", "输出机": "输出设备"}.get(
        use["machine"], use["machine"]
    )


def _arrivals(reading: Topic, names: list[str]) -> dict[str, int]:
    one = rf"(?<![A-Za-z])(?P<one>{'|'.join(names)})(?![A-Za-z\d])"
    other = rf"(?<![A-Za-z])(?P<other>{'|'.join(names)})(?![A-Za-z\d])"
    arrivals: dict[str, int] = {}
    if match := reading.take(
        rf"(?:作业|程序|进程)?\s?{one}(?P<late>比|较|在)?\s?(?:作业|程序|进程)?\s?{other}(?:到达)?(?:之)?(?:(?:晚|迟|后)(?:了)?|后(?:第)?)\s*(?P<time>\d+)\s*{_UNIT}?(?:后)?(?:到达|开始|投入|进入)"
    ):
        if match["one"].upper() == match["other"].upper() or not match["late"]:
            stay_out("who is late")
        arrivals[match["one"].upper()] = int(match["time"])
    reading.take_all(
        r"(?:均|都|在|于)*(?:0时刻|时刻0|t=0|同时|同一时刻)(?:被)?(?:到达|投入|装入|提交|进入|开始)(?:系统|内存|主存)?(?:运行|执行)?"
    )
    return arrivals


def _rules(reading: Topic, names: list[str]) -> dict[str, Any]:
    """Who gets the processor: `policy`, with the programs in the order of their rank."""
    ranked = "|".join(names)
    by_turns = reading.take(
        rf"(?P<order>(?:作业|程序|进程)?\s?(?:{ranked})(?:的)?(?:优先级|优先权)(?:别)?最高[,、](?:作业|程序|进程)?\s?(?:{ranked})(?:的)?(?:优先级|优先权)?次之(?:[,、](?:作业|程序|进程)?\s?(?:{ranked})(?:的)?(?:优先级|优先权)?(?:别)?最低)?)"
    )
    if len(names) == 3 and (
        ends := reading.take(
            rf"(?:优先级|优先权)(?:别)?(?:为|是|:)?\s?(?:作业|程序|进程)?\s?(?P<one>{ranked})(?:的)?(?:优先级)?最高[,、]?\s?(?:作业|程序|进程)?\s?(?P<other>{ranked})(?:的)?(?:优先级)?最低"
        )
    ):
        between = [name for name in names if name not in (ends["one"].upper(), ends["other"].upper())]
        if len(between) != 1:
            stay_out("who is between")
        by_turns = patterns.match(r"(?P<order>.*)", f"{ends['one']}、{between[0]}、{ends['other']}")
    order = by_turns or reading.take(
        rf"(?:其中|且|并且|假设|设|它们的?|各?(?:作业|程序|进程)的?)*(?:优先级|优先权|优先次序|优先顺序)(?:别)?(?:的)?(?:从|由)?(?:高|大)(?:到|至)(?:低|小)(?:的)?(?:顺序|次序|排列)?(?:依次|分别)?(?:为|是|:)*\s*(?P<order>(?:(?:作业|程序|进程|Job)?\s?(?<![A-Za-z])(?:{ranked})(?:程序|作业)?\s*(?:[、,>和与]|$|(?=[,;。(]))\s*){{{len(names)}}})"
    )
    told = [name.upper() for name in patterns.findall(rf"(?<![A-Za-z])(?:{ranked})", order["order"], re.IGNORECASE)] if order else []
    if not order and (
        pair := reading.take(
            rf"(?:作业|程序|进程)?\s?(?<![A-Za-z])(?P<one>{ranked})(?:作业|程序|进程)?(?:的)?(?:优先级|优先权)?(?:高于|优先于|比|较)\s?(?:作业|程序|进程)?\s?(?P<other>{ranked})(?:作业|程序|进程)?(?:的)?(?:优先级|优先权)?(?:更?高|优先)?"
        )
    ):
        told = [pair["one"].upper(), pair["other"].upper()]
    if (
        len(names) == 2
        and not told
        and (
            higher := reading.take(
                rf"(?:且|其中)?(?:作业|程序|进程)?\s?(?<![A-Za-z])(?P<one>{ranked})(?:作业|程序|进程)?(?:的)?(?:优先级|优先权)(?:较|更|别)?高(?:于另一个)?(?=[,;。)])"
            )
        )
    ):
        told = [higher["one"].upper(), next(name for name in names if name != higher["one"].upper())]
    if told and sorted(told) != sorted(names):
        stay_out("the order of the programs")
    without = reading.take_all(
        r"(?:CPU|处理机|但|且|,)*(?:采用|使用|按|是|为)*(?:非抢占|不可抢占|不能抢占|不抢占|非剥夺|不可剥夺)(?:式|方式|的)*(?:调度|优先级)*(?:算法|方式)?(?:I\d|、|和|外设|设备|I/O)*"
    )
    held = [match for match in without if patterns.search(r"I\d|设备|外设|I/O", match[0])]
    with_it = reading.take_all(
        r"(?:优先级|优先权)?(?:高|较高)(?:优先级|优先权)?(?:的)?(?:作业|程序|进程)?(?:可以?|能够?)?(?:抢占|剥夺)(?:优先级|优先权)?(?:较)?(?:低)?(?:优先级|优先权)?(?:的)?(?:作业|程序|进程)?(?:的)?(?:CPU|处理机)?|(?:可|允许)?(?:抢占|剥夺)式?(?:的)?(?:优先级|优先权)?(?:调度)?(?:算法|方式)?"
    )
    if with_it and len(without) > len(held):
        stay_out("both preemptive and not")
    reading.take_all(r"(?:采用|按照?|使用)?(?:基于)?(?:静态)?(?:优先级|优先权|优先数)(?:高)?(?:优先)?(?:的)?(?:调度)?(?:算法|策略|方式)?")
    for first in reading.take_all(
        rf"(?:作业|程序|进程)?\s?(?<![A-Za-z])(?P<one>{ranked})(?:作业|程序|进程)?首?先(?:开始|投入|获得CPU|占用CPU)?(?:运行|执行|计算)?(?=[,;。)])|首?先(?:运行|执行|开始运行)(?:作业|程序|进程)?\s?(?P<other>{ranked})(?:作业|程序|进程)?(?=[,;。)])"
    ):
        if (first["one"] or first["other"]).upper() != names[0]:
            stay_out("another one is the first")
    policy = "preemptive" if with_it else "rank" if told else ""
    if policy and not told:
        stay_out("who has the higher priority")
    return {"policy": policy, **({"ranks": told} if told else {})}


def _served(reading: Topic) -> str:
    """Whether `I/O` is one device (`one`) or serves all at a time (`all`); nothing where that is not said."""
    one = reading.take_all(
        r"(?:CPU|处理机)(?:与|和|、)(?:I/O|输入输出|外部?)设备各(?:有|只有)?(?:一|1)(?:台|个)|(?:系统)?(?:中)?(?:只|仅)?(?:配)?有?(?:(?:一|1)个(?:CPU|处理机|处理器)(?:和|、|与|及))?(?:一|1)(?:台|个)(?:I/O|外部?|输入输出)设备|(?:I/O|输入输出|外部?)设备(?:只有|仅有|有)?(?:一|1)台|I/O(?:操作|设备)?(?:之间)?(?:不能|不可|不可以)(?:并行|重叠|同时)(?:进行)?|(?:使用|用|竞争)同一台?(?:I/O|外)?设备"
    )
    every = reading.take_all(
        r"(?:分别|各自)?(?:使用|用)(?:的是)?(?:各自|不同)的?(?:I/O|外部?)?设备|(?:各)?(?:作业|程序|进程)?(?:的)?I/O(?:操作)?(?:之间)?(?:可以|可|能|能够)(?:并行|重叠|同时进行)|(?:I/O|外)设备(?:足够|充足)"
    )
    if one and every:
        stay_out("one device or many")
    return "one" if one else "all" if every else ""


def _asked(reading: Topic, names: list[str]) -> list[str]:
    who = "|".join(names)
    found: list[tuple[int, str]] = []
    one_by_one = reading.take_all(
        r"(?:在)?(?:单道|顺序)(?:程序)?(?:执行|运行|环境|方式|系统)*(?:下|时|中)?(?:执行|运行)?[^,;。?\d]{0,12}?,?(?:CPU|处理机|处理器)(?:的)?(?:利用率|使用率)(?:是|为)?(?:多少|几)?"
    )
    found += [(match.start(), "alone") for match in one_by_one]
    for match in reading.take_all(r"(?:CPU|处理机|处理器)(?:的)?(?:利用率|使用率)(?:是|为)?(?:多少|几)?"):
        found.append((match.start(), "cpu"))
    many = rf"(?:(?:这|全部|所有|完成|执行|运行|它们|上述)*(?:完)?(?:两|三|2|3)?[个道]?(?:作业|程序|进程|任务)?|(?:{who})(?:[、,和与](?:{who}))+(?:[两三]个)?(?:作业|程序|进程)?)"
    for match in reading.take_all(
        rf"(?:完成|执行完?|运行完?|做完|处理完?)(?:这)?{many}(?:全部)?(?:完成|完|结束)?(?:至少|最少|最短|总共|一共|共|所)*(?:需要?|要|花费?|用)(?:多少|多长|几)(?:的)?时间|(?:完成|执行完?|运行完?|做完|处理完?)(?:这)?{many}(?:全部)?(?:完成|完|结束)?(?:总共|一共|共|所)*(?:需要?|要|花费?|用)?(?:的)?(?:总|最短|最少)?(?:的)?时间(?:至少|最少|最短|总共|共|为|是|需要?|要)*(?:多少|几|多长)?|"
        rf"{many}(?:都|全部|均)*(?:运行|执行|处理)?(?:全部)?(?:完成|完毕|结束|完)(?:时)?(?:总共|一共|共|至少|最少|所|需要?|要|花费?|用|的)*(?:总)?(?:时间|时刻|多长时间|多少时间|多久)(?:至少|最少|总共|共|为|是|需要?|要)*(?:多少|几|多长)?"
    ):
        found.append((match.start(), "least" if patterns.search("至少|最少|最短", match[0]) else "makespan"))
    for place, _ in found:
        reading.questions.append((place, place + 1))
    return list(dict.fromkeys(task for _, task in sorted(found)))
