"""Reading and solving problems about the time, throughput, speedup and efficiency of a linear pipeline without hazards."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.co._measures import FREQUENCY, IS, TIME, duration, frequency, to_hertz, to_seconds
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import DECIMAL, INTEGER, Reading, stay_out, to_int

HINT = r"流水"

_UNIT = r"(?:ns|μs|us|ms|ps|纳秒|微秒|毫秒|皮秒)"
_LIST = rf"(?P<list>{DECIMAL}\s*{_UNIT}?(?:\s*(?:、|,|;|/|和|与|及|以及| )\s*{DECIMAL}\s*{_UNIT}?)+)"
_STAGE = r"(?:取指令?|指令译码|译码/?取数|译码|分析|取操作数|取数|执行|运算|访存|存储器访问|写回|写结果|结果写回|IF|ID|EX|MEM|WB|S\d|第[一二三四五六1-6][段级])(?:\([A-Z]{2,3}\))?(?:阶段|段|级|部件|功能段)?"
_PART = r"(?:流水(?:线)?段|功能段|流水级|过程段|段|级|阶段|子过程|步骤|部件)"
_ENDLESS = r"(?:指令|任务)?(?:条数|数|数量|个数)?(?:趋于|趋近于?|为)?(?:无穷多?|无限多?|∞|足够多|非常多|很多|充分多|趋于无穷大?|极多|充分大|很大时)(?:大)?(?:条)?(?:指令|任务)?(?:时)?|n(?:趋于|→|趋近于?)(?:无穷大?|∞)|(?:处理|执行)?大量(?:的)?(?:指令|任务|数据)"


def recognise(text: str) -> Recognition | None:
    """A linear pipeline: its stages or their number, the clock, how many tasks; what is asked."""
    reading = Reading(text)
    reading.take_all(
        r"(?:并|且|并且|,)?(?:若|假设|设)?(?:不考虑|忽略|没有|无|不发生|未发生|不存在|不会发生)(?:任何|各种|所有|指令(?:之)?间的?|流水线)*(?:数据|控制|结构|资源)?(?:冒险|冲突|相关|相关性|阻塞|停顿|断流)(?:和(?:冲突|相关|阻塞|停顿))?(?:的?(?:情况|影响))?|(?:在)?理想(?:情况|状态|条件|流水线)*(?:下)?"
    )
    latch_none = reading.take_all(
        r"(?:不计|忽略|不考虑|忽略不计)?(?:流水(?:线)?)?(?:各)?(?:段|级)?(?:之)?(?:间)?(?:的)?(?:流水)?(?:段|级|锁存|缓冲)?(?:寄存器|锁存器)(?:的)?(?:延迟|延时|时延|开销)(?:时间)?(?:均|都)?(?:不计|忽略不计|忽略|为0|可忽略|不考虑)|(?:不计|忽略|不考虑)(?:流水(?:线)?)?(?:各)?(?:段|级)?(?:间)?(?:的)?(?:流水)?(?:段|级|锁存|缓冲)?(?:寄存器|锁存器)(?:的)?(?:延迟|延时|时延|开销)?(?:时间)?"
    )
    reading.refuse(
        r"相关|冒险|冲突|转发|旁路|停顿|阻塞|断流|气泡|分支|转移|跳转|预测|超标量|超流水|多发射|双发射|动态|非线性|预约表|图|load|add|sub|(?<![A-Za-z])R\d|中断|度为|瓶颈|拆|细分|重叠|循环|间隔|优化|缺失|命中|乘法|浮点|多功能|两条流水|每(?:隔|次)|同时"
    )
    reading.take_all(
        r"(?:流水线)?(?:的)?时钟周期(?:时间)?(?:取|按)(?:允许的|可能的)?(?:最小值?|最长的?段(?:的时间)?|最慢的?段(?:的时间)?)|(?:把|将)?(?:一条|每条|1条)指令(?:的)?(?:执行)?(?:过程)?(?=分为|分成|划分)"
    )
    endless = reading.take_all(_ENDLESS)
    latch = reading.take_one(
        rf"(?:每个?|各)?(?:流水(?:线)?)?(?:段|级)?(?:之)?(?:间)?(?:的)?(?:流水)?(?:段|级|锁存|缓冲)?(?:寄存器|锁存器)(?:的)?(?:附加|额外)?(?:延迟|延时|时延|开销|建立)(?:时间)?{IS}(?P<value>{TIME})",
        to_seconds,
    )
    if latch is not None and latch_none:
        return None
    alone = reading.take_one(
        (
            rf"(?:单周期|非流水线?|不用流水线?|不采用流水线?|未采用流水线?|没有流水线?)(?:的)?(?:处理器|CPU|方式|技术|机器|实现|时钟|执行)*(?:,)?(?:下|时)?(?:,)?(?:完成|执行|处理)?(?:每|一)?(?:一)?(?:条|个)?(?:指令|任务)?(?:要|需要?|用时|用|耗时|耗|的?时间|的?(?:时钟)?周期|执行)*{IS}(?P<value>{TIME})",
            rf"(?:完成|执行|处理)?(?:一条指令|每条指令|1条指令)(?:的)?(?:总)?(?:要|需要?|用时|用|耗时|耗|时间|执行)*{IS}(?P<value>{TIME})(?=,?(?:改|采用|若|用|换))",
        ),
        to_seconds,
    )
    slowest = reading.take_one(
        rf"(?:其中)?最(?:慢|长)(?:的)?(?:一)?(?:个)?{_PART}?(?:的)?(?:时间|延迟|延时|时延|用时|耗时)?{IS}(?P<value>{TIME})", to_seconds
    )
    stages: list[Fraction] = []
    named = reading.take_all(rf"{_STAGE}(?:的)?(?:时间|延迟|延时|用时|时延|需要?|要|用)*{IS}(?P<value>{DECIMAL}\s*{_UNIT})")
    lists = reading.take_all(_LIST)
    if len(lists) + bool(named) > 1 or len(named) == 1:
        return None
    if named:
        stages = [to_seconds(match["value"]) for match in named]
    elif lists:
        parts = re.findall(rf"({DECIMAL})\s*({_UNIT}?)", lists[0]["list"])
        last = parts[-1][1]
        if not last:
            return None
        stages = [to_seconds(number + (unit or last)) for number, unit in parts]
    reading.take_all(
        rf"(?:各个?|每个?|其中各){_PART}(?:的)?(?:所需|执行|处理|操作)?(?:的)?(?:时间|延迟|延时|时延)?(?:分别|依次|各)*(?:为|是)?(?=\ue000)"
    )
    listing = reading.take(rf"(?:分为|分成|包括|包含|有|分|即|为|由)?(?<![A-Za-z]){_STAGE}(?:\s*[、,和及/→-]+\s*{_STAGE})+(?:等)?")
    depth = reading.take_one(
        rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:功能|流水|过程)?(?:级|段|站|步|个阶段|阶段|个步骤|个子过程|个部件)", to_int
    )
    if stages and depth not in (None, len(stages)):
        return None
    depth = len(stages) or depth
    if listing:
        names = len(re.findall(_STAGE, listing[0], re.IGNORECASE))
        if depth not in (None, names):
            return None
        depth = names
    ticks = reading.take_all(
        rf"(?:每个?|各个?|每一|一){_PART}(?:的)?(?:都|均|执行时间|时间)*(?:需要?|占用?|用|花|为|是|在)*(?:1|一)个?(?:时钟)?(?:周期|T)(?:内)?(?:完成)?|各{_PART}(?:的)?(?:执行)?时间(?:均|都)?(?:相等|相同|为(?:1|一)个?时钟周期)"
    )
    clock = reading.take_one(
        (
            rf"(?:每个?|各个?|每一){_PART}(?:的)?(?:执行|处理|操作)?(?:延迟|延时|时延|时间|耗时|用时)?(?:都|均)?(?:需要?|要)?{IS}(?P<value>{TIME})",
            rf"(?:流水线)?(?:的)?(?:CPU)?(?:时钟|机器|流水)?周期(?:时间)?(?:都|均)?{IS}(?P<value>{TIME})",
        ),
        to_seconds,
    )
    hertz = reading.take_one(
        (
            rf"(?:CPU|处理器|时钟|机器|流水线)?(?:的)?(?:主频|频率|时钟频率|工作频率|时钟){IS}(?P<value>{FREQUENCY})",
            rf"(?P<value>{FREQUENCY})(?:的)?(?:主频|CPU|处理器)?",
        ),
        to_hertz,
    )
    counts = reading.take_one(
        rf"(?:若|设|当)?(?:连续|顺序|依次|共|一共|总共|连着)*(?:地)?(?:执行|处理|流入|流过|输入|完成|运行|通过|有)?(?:了|完)?\s*(?<![\d.])(?P<value>{INTEGER})\s*(?:条|个)(?:连续的?|这样的|相同的)?(?:机器)?(?:指令|任务|数据)",
        to_int,
    )
    if counts == 1 and reading.has("一条"):
        return None
    asked = reading.take_words(
        (
            (r"(?:流水线)?(?:的)?(?:理论|理想)?最大吞吐率?(?:率)?(?:为)?(?:多少)?(?:条指令|条|个任务)?/?(?:秒|s)?", "peak"),
            (
                r"(?:流水线)?(?:的)?(?:实际|平均)?(?:指令)?吞吐(?:率|量)(?:\(?TP\)?)?(?:为|是)*(?:多少)?(?:条指令|条|个任务)?(?:/|每)?(?:秒|s(?![A-Za-z]))?",
                "throughput",
            ),
            (r"(?:流水线)?(?:的)?(?:理论|理想|最大|实际)*加速比(?:\(?S\)?)?", "speedup"),
            (r"(?:流水线)?(?:的)?(?:使用|工作)?效率(?:\(?E\)?)?", "efficiency"),
            (r"(?:总共?|一共|共)?(?:需要?|要|花|用)*(?:多少|几)(?:个)?(?:时钟)?周期", "cycles"),
            (
                r"(?:CPU|流水线|系统|机器)?(?:的)?(?:时钟周期|流水周期|机器周期|流水线周期|操作周期)(?:时间)?(?:应|至少|最少|最短|最小|应该)*(?:为|是|取|设)*(?:多少|多长|多大|几)?(?:ns|ps|纳秒)?(?![\d内])",
                "clock",
            ),
            (
                r"(?:总共?|一共|共)?(?:需要?|要|花|用)*(?:多长|多少)(?:的)?时间|(?:总(?:的)?|执行|运行|完成|处理|所需|所用|需要|花费)+(?:的)?(?:总)?(?:时间|耗时|用时)(?:共|总共|为|是|需要?)*(?:多少|多长|几)?|(?<![段级])(?:时间|耗时|用时)(?:共|总共|为|是|需要?)*(?:多少|多长|几)(?:ns|ps|纳秒|秒)?|(?:共|总共|一共)需(?:要)?(?=\s*(?:$|\())|多久|(?:共|总共|一共)?(?:需要?|要|用)*(?:多少|几)(?:ns|纳秒|μs|ps|秒)",
                "time",
            ),
        )
    )
    reading.finish(
        "流水线 指令流水线 流水 指令 CPU 处理器 计算机 单周期 线性 时间 段 级 功能段 各段 各级 每段 时间 延迟 延时 时延 处理 执行 完成 改成 改为 采用 后 分成 划分 划分为 分为 任务 连续 相比 相对 于 与 比 非流水线 顺序执行 顺序方式 "
        "各功能段 条 秒 每秒 时钟 周期 五段 四段 输入 若干 用时 依次 工作 功能 它 单位 阶段 各阶段 部件 组成 长度 分别 流水段 换成 换为 后来 一台 通过 求出 标量 经典 各个 每个 全部 所有"
    )
    if not asked or (endless and counts is not None):
        return None
    if [bool(stages), clock is not None or hertz is not None, slowest is not None].count(True) > 1:
        return None
    if clock is not None and hertz is not None:
        return None
    if hertz is not None:
        clock = 1 / hertz
    total: Fraction | None = alone
    base = max(stages) if stages else slowest if slowest is not None else clock
    if total is None and stages:
        total = sum(stages, Fraction(0))
    missing: list[Missing] = []
    if latch is not None and base is None:
        return None
    cycle = None if base is None else base + (latch or 0)
    if total is None and depth is not None and slowest is None and latch is None and base is not None:
        total = depth * base
    only_ratio = base is None and set(asked) <= {"speedup", "efficiency", "cycles"} and total is None and depth is not None
    if only_ratio:
        cycle, total = Fraction(1), Fraction(depth or 0)
    if depth is None or cycle is None:
        return None
    if "efficiency" in asked and (alone is not None or slowest is not None):
        return None
    if total is None and ("speedup" in asked or "efficiency" in asked):
        return None
    if not 2 <= depth <= 40 or (counts is not None and counts < 1):
        return None
    understood = [("流水线", f"{depth} 段" + (f"，各段 {'、'.join(duration(stage) for stage in stages)}" if stages else ""))]
    if not only_ratio:
        understood.append(("时钟周期", duration(cycle) + (f"（主频 {frequency(hertz)}）" if hertz else "")))
    if latch:
        understood.append(("段间寄存器", duration(latch)))
    if alone is not None:
        understood.append(("不用流水线时一条指令", duration(alone)))
    if counts is not None:
        understood.append(("指令（任务）", f"{counts} 条"))
    elif set(asked) & {"time", "cycles"}:
        missing.append(Missing("count", "一共执行多少条指令？", "执行 {} 条指令"))
    elif endless or set(asked) & {"throughput", "speedup", "efficiency"}:
        understood.append(("指令（任务）", "无穷多条"))
    parameters = {
        "depth": depth,
        "cycle": str(cycle),
        "slowest": str(base or cycle),
        "latch": str(latch or 0),
        "total": None if total is None else str(total),
        "count": counts,
        "asked": asked,
        "said": bool(endless) or counts is not None,
        "equal": bool(stages) or bool(ticks),
    }
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _about(value: Fraction, digits: int) -> str:
    return decimal(value, digits) if is_exact(value, digits) else f"约 {decimal(value, digits)}"


def _rate(value: Fraction) -> str:
    for name, power in (("10^9", 9), ("10^6", 6), ("10^3", 3)):
        if value >= 10**power:
            return f"{_about(value / 10**power, 3)}×{name} 条/秒"
    return f"{_about(value, 3)} 条/秒"


def solve(parameters: Parameters) -> Solution:
    """Time, throughput, speedup, efficiency: a task enters each cycle, and the first needs a cycle for each stage."""
    depth, cycle, count = parameters["depth"], Fraction(parameters["cycle"]), parameters["count"]
    total = None if parameters["total"] is None else Fraction(parameters["total"])
    latch, asked = Fraction(parameters["latch"]), parameters["asked"]
    lines, answers, also, conventions = [], [], [], []
    if latch:
        lines.append(f"时钟周期取最慢的段加寄存器延迟，为 {duration(cycle)}。")
    elif "clock" in asked:
        lines.append(f"时钟周期取最慢的段，为 {duration(cycle)}。")
    cycles = None if count is None else depth + count - 1
    if cycles is not None:
        lines.append(f"{count} 条指令用 {depth} + {count} − 1 = {cycles} 个时钟周期。")
    for task in asked:
        if task == "clock":
            answers.append(f"时钟周期 {duration(cycle)}")
            also += [f"{decimal(cycle * 10**power, 4)} {unit}" for unit, power in (("ps", 12), ("ns", 9), ("μs", 6))]
        elif task == "cycles":
            if cycles is None:
                stay_out("no count")
            answers.append(f"{cycles} 个时钟周期")
        elif task == "time":
            if cycles is None:
                stay_out("no count")
            answers.append(f"执行时间 {duration(cycles * cycle)}")
            also += [f"{decimal(cycles * cycle * 10**power, 4)} {unit}" for unit, power in (("ps", 12), ("ns", 9), ("μs", 6))]
        elif task in ("throughput", "peak"):
            rate = 1 / cycle if task == "peak" or count is None or cycles is None else count / (cycles * cycle)
            answers.append(f"{'最大' if task == 'peak' or count is None else ''}吞吐率 {_rate(rate)}")
            also += [f"{decimal(rate / 10**power, 2)}×10^{power}" for power in (6, 7, 8, 9)]
            also += [f"{decimal(rate / 10**power, 1, keep_zeros=True)}×10^{power}" for power in (6, 7, 8, 9)]
        elif total is None:
            stay_out("time without the pipeline unknown")
        elif task == "speedup":
            ratio = total / cycle if count is None or cycles is None else count * total / (cycles * cycle)
            lines.append(
                f"不用流水线每条指令 {depth if total == depth and cycle == 1 else duration(total)}{' 个周期' if total == depth and cycle == 1 else ''}，加速比为 {decimal(ratio, 3)}。"
            )
            answers.append(f"加速比 {_about(ratio, 3)}")
        else:
            share = total / (depth * cycle) if count is None or cycles is None else count * total / (depth * cycles * cycle)
            answers.append(f"效率 {_about(share * 100, 2)}%")
            also.append(decimal(share, 2))
    if count is None and set(asked) & {"throughput", "speedup", "efficiency"}:
        conventions.append("指令条数趋于无穷" if parameters["said"] else "题目没有说指令条数，按指令条数趋于无穷")
    if "speedup" in asked and latch:
        conventions.append("不用流水线时不计段间寄存器的延迟")
    conventions.append("没有冒险，每个时钟周期流入一条指令")
    return Solution(
        answer="，".join(answers), steps=paragraphs(*lines, "，".join(answers)), also=tuple(also), conventions=tuple(conventions)
    )
