"""Stages and tasks of a pipeline without hazards, in real time or in ticks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._pipeline_performance.words import (
    ENDLESS,
    HAVE,
    IDEAL,
    LATCH,
    PART,
    SERIAL,
    STAGE,
    TASK,
    TICK,
    UNIT,
    apiece,
    duration,
    rate_shown,
    rates_shown,
    tick_told,
)
from engine.generators.kind import Missing
from engine.generators.laws.clauses import FREQUENCY, TIME, to_hertz, to_seconds
from engine.generators.laws.measures import frequency
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, in_units, whole
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out


def _of_time(work: Callable[..., Fraction]) -> Callable[..., Any]:
    """For a time, or for the two that are possible where it is not said whether all stages take the slowest one's time."""

    def worked(first: Fraction, time: Fraction | tuple[Fraction, ...], *more: Fraction) -> Any:
        return tuple(work(first, one, *more) for one in time) if isinstance(time, tuple) else work(first, time, *more)

    return worked


def _both(
    show: Callable[[Any], str], others: Callable[[Any], Sequence[str]]
) -> tuple[Callable[[Any], str], Callable[[Any], Sequence[str]]]:
    def shown(value: Any) -> str:
        if not isinstance(value, tuple):
            return show(value)
        return f"{show(value[0])}（若第一条只用各段时间之和，则为 {show(value[1])}）"

    def forms(value: Any) -> Sequence[str]:
        if not isinstance(value, tuple):
            return others(value)
        return tuple(form for pair in zip(*((show(one), *others(one)) for one in value), strict=True) for form in pair)

    return shown, forms


def _topic(name: str, span: str, unit: str, read: Callable[[str], Fraction], show: Callable[[Fraction], str], rate: Quantity) -> Topic:
    """The topic, its times in one kind of unit."""
    number = r"(?<![\d.A-Za-z])(?:\d+(?:\.\d+)?)?" if unit == TICK else r"(?<![\d.A-Za-z])\d+(?:\.\d+)?"
    listed = (
        rf"(?:(?=\d|{unit}){number}\s*(?:{unit})?\s*(?:、|,|;|/|和|与|及|以及|→|-|\s)+)+\s*{number}\s*(?:{unit})(?:\s*,?\s*(?=[^\d]|$))"
    )
    named = rf"(?:{STAGE}(?:\([^()]{{1,12}}\))?{HAVE}{number}\s*(?:{unit})[,、;和\s]*){{2,}}"

    def times(match: re.Match[str]) -> tuple[Fraction, ...]:
        return tuple(read(one[0]) for one in patterns.finditer(span, match[0]))

    def in_list(match: re.Match[str]) -> tuple[Fraction, ...]:
        text = match[0]
        last = patterns.findall(unit, text)[-1]
        values = []
        for one in patterns.finditer(rf"(?P<number>\d+(?:\.\d+)?)?\s*(?P<unit>{unit})?", text):
            if one["number"] or one["unit"]:
                values.append(read((one["number"] or "") + (one["unit"] or last)))
        return tuple(values)

    is_tick = unit == TICK
    return Topic(
        name=name,
        about=rf"流水|[段级]|{TICK}" if is_tick else r"流水|超标量|瓶颈段",
        guard=rf"(?:{SERIAL})(?!(?:执行|方式|处理)?(?:相?比|相对))(?:(?!流水)[^;。?]){{0,40}},(?:(?!流水)[^;。?]){{0,30}}(?:多少|几)个?(?:时钟|机器)?(?:周期|拍)|"
        + r"(?:转发|旁路)|load|lw|分支预测|预测|命中|缺失|Cache|超流水|VLIW|超长|乱序|预约表|非线性|多功能|动态|气泡|停顿|转移指令|分支指令|条件转移|重复设置|并联|向量|累加|求和|多发射"
        + (rf"|{FREQUENCY}" if is_tick else rf"|{TICK}\s*(?!=)"),  # with a clock, times are in seconds
        refuse=r"(?<!前)(?<!无)相关|冒险|冲突|阻塞|断流|中断|%|(?<!不)拆|细分|每隔|循环|提高|翻倍|减半|预取|重叠",
        told=(
            Told(
                "delay",
                rf"(?:若|如果|假设|当)?(?:相邻)?(?:这)?(?:两|2)条(?:指令)?(?:之间)?(?:发生|存在|有|出现)(?:了)?(?:数据)?(?:相关|冒险|冲突)[^\d。?]{{0,24}}(?:第二条|后一条|后面的?)(?:指令)?(?:需要?|要|必须|将)?(?:推迟|延迟|等待|停顿|阻塞|暂停)(?:了)?\s*(?P<value>{INTEGER})\s*个(?:时钟|操作|机器)?周期(?:进行|执行)?",
                whole,
            ),
            Told("smooth", IDEAL, 1),
            Told("smooth", r"(?:[二三四五六七八2-8]|各)(?:个)?(?:步|段|级|阶段)(?:之间)?(?:完全)?重叠(?:执行|进行|工作)?", 1),
            Told(
                "no_latch",
                rf"(?<!方式\()(?<!流水\()(?<!执行\()(?<!顺序\()(?<!线\()(?:不计入?|忽略|不考虑|不算|不含|不包括|不用管|不管|没有|无需考虑|不需?要?考虑|先不考虑|先不管)(?:各|每)?{LATCH}|{LATCH}(?:均|都|可以|可|的)*(?:不计|忽略不计|忽略|为0|为零|不考虑|不算|可忽略|不管)|\(?(?:已|均|都)*(?<!不)(?<!未)(?:含|包括|包含|计入)(?:了)?{LATCH}\)?",
                1,
            ),
            Told("endless", ENDLESS, 1),
            Told(
                "spread",
                r"(?:允许)?(?:按|由)?瓶颈段?(?:来流|流水|不拆|没拆|未拆|不细分)|(?:相邻|两条)?(?:指令|任务)?(?:的)?间隔(?:取|为|是|按)最(?:长|慢|大)的?段(?:时间)?|\(?各段时间不(?:等|一样|相等)(?:,任务一拍一拍进)?\)?",
                1,
            ),
            Told("stages", named, times),
            Told("stages", listed, in_list),
            Told(
                "issue",
                rf"(?:每|一)(?:个)?(?:(?:时钟|机器)?(?:周期|拍)|时钟)(?:内|中|里|可以?|能|最多|均|都)*(?:同时|并行)?(?:地)?(?:发射|流出|启动|取出|取|流入|发出|发|处理|完成)(?:出|完)?\s*(?P<value>{INTEGER})\s*条(?:机器)?(?:指令)?",
                whole,
            ),
            Told(
                "depth",
                rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个)?(?:功能|流水|过程|操作|执行|工作|子|等长)*(?:级|段|站|步|阶段|过程段|子过程|子功能|功能部件|部分)(?:等长)?(?=[^间]|$)",
                whole,
            ),
            Told(
                "depth",
                rf"(?:分为|分成|包括|有|即|为|由|\()*{STAGE}(?:\s*[、,和及/→>\s-]*\s*{STAGE}){{2,}}",
                lambda match: len(patterns.findall(STAGE, match[0])),
            ),
            Told("issue", rf"(?:有)?(?:\d\s*条流水线)?\(?(?P<value>{INTEGER})\s*发射(?:的)?(?:超标量)?(?:处理器|处理机)?\)?", whole),
            Told(
                "count",
                rf"(?:连续|共|完成|执行|处理|流过|跑|做|输入|对|流入|通过)*(?:连续)?(?:执行|处理|跑|做|完成|流过)?(?:了|完)?\s*(?:n\s*=\s*)?(?<![\d.])(?P<value>\d+|[一二两三四五六七八九十百千]{{2,}}|[二三四五六七八九十百])\s*{TASK}(?!/)",
                whole,
            ),
            Told("count", r"(?<![A-Za-z])n\s*=\s*(?P<value>\d+)", whole),
            Told(
                "ticks",
                rf"各(?:需要?|占用?|用|要)+(?:1|一)个?(?:时钟)?(?:周期|时钟|拍)|(?:每个?|各个?|每一|一|均)(?:功能|流水)?{PART}(?:的)?(?:都|均|执行|处理|操作|完成|时间|所需|需要?|占用?|用|花费?|为|是|在)*(?:1|一)个?(?:时钟|机器)?(?:周期|T|拍|节拍)(?:时间)?(?:内)?(?:完成)?|各(?:功能|流水)?{PART}(?:的)?(?:执行|处理|所需|操作)?(?:的)?(?:时间|延迟|延时)?(?:均|都)?(?:相等|相同|一样)",
                1,
            ),
            Told(
                "old_hertz",
                rf"(?:主频|时钟频率)?(?:为|是|=)*\s*(?P<value>{FREQUENCY})(?=[\s\S]*(?:降|变|改|提高)[\s\S]*{FREQUENCY})",
                lambda match: to_hertz(match["value"]),
            ),
            Told("depth", r"[SP]1\s*[~-]\s*[SP](?P<value>\d)(?:的)?(?:各段)?", whole),
            Told(
                "alone_clocks",
                rf"(?:{SERIAL})(?:的)?(?:处理器|CPU|方式|时|机)?(?:下|中|,)*(?:执行|完成)?(?:一|每)条(?:指令)?(?:需要?|要|用|占|花)*\s*(?P<value>\d+)\s*个?(?:时钟)?周期",
                whole,
            ),
        ),
        marks=(
            ("clocked", r"时钟|同步|寄存器|锁存|主频|周期"),
            # Tasks need no clock, unlike instructions; options say which way is meant.
            ("any_tasks", r"^(?![\s\S]*约为多少)(?=[\s\S]*\d\s*个任务)"),
            *(
                [("spread", r"^(?![\s\S]*(?:时钟|同步|寄存器|锁存|主频|周期))")]
                if is_tick
                else [("spread", r"^(?=[\s\S]*(?:时空图|瓶颈))(?![\s\S]*(?:时钟|同步|寄存器|锁存|主频|周期))")]
            ),
        ),
        prepared=(lambda text: tick_told(apiece(text))) if not is_tick else apiece,
        passed=(
            rf"(?:和|与|跟|比|相对于?|相比)(?:于)?(?:{SERIAL})(?:的)?(?:串行|顺序)?(?:执行|方式|处理)?(?:的)?(?:情况)?(?:相比|而言|来说)?(?=\s*[,)。]|$)",
            rf"各(?:个)?(?:功能|流水)?{PART}(?:的)?(?:执行|处理|所需|操作)*(?:的)?(?:时间|延迟|延时)(?:均|都|分别|依次|各)*(?:为|是)?(?=\s*\ue000)|(?:流水线)?从空(?:的)?(?:状态)?开始",
            r"(?:若|设|假设|假定|如果)?(?:某)?(?:计算机|机器|处理器|CPU)?(?:的)?最复杂(?:的)?(?:机器)?指令(?:的)?(?:执行)?(?:需要?|要)?(?:完成|经过)?(?=\ue000)|(?:分别)?由(?:功能)?部件[A-H]\s*[~-]\s*[A-H](?:分别)?(?:实现|完成)|(?:指令)?(?:流经|通过|经过)(?=各|每)|流水线?级数",
            r"(?:处理[器机]|CPU)?(?:的)?度(?:为|=)\s*\d(?=\s*[,(])(?=[^。?]{0,6}\ue000)",
            r"吞吐率(?:写成|写为|用|以)(?:每秒(?:多少)?条|条/(?:秒|s|ns))(?:表示|作单位)?吧?|\(条/ns\)(?=\s*$)",
            r"(?<![A-Za-z])k\s*(?:级|段)(?=流水)|(?<![A-Za-z])n\s*(?:条|个)(?:指令|任务)(?=,)",
            r"(?:和|与|跟|比|相对于?|相对|相比|对)?顺序(?:执行|方式)?(?:比|相比|相比较)(?=\)|,|。|$)",
            r"\(不(?:加|计|含)(?:流水)?(?:段间)?(?:寄存器|锁存器?)(?:的)?(?:延迟|时间)?\)",
            r"(?:从)?第(?:一|1)(?:条|个)(?:指令|任务)?(?:进入)?(?:开始|起)?(?:到|至)最后一(?:条|个)(?:指令|任务)?(?:流出|完成|结束)?|一条指令流水线|(?:一|每)条指令(?:的)?(?:执行)?(?:过程)?(?=被?分|由)|这条指令流水线|\(?(?:跟|和|与)顺序执行比\)?",
            r"(?:时钟|流水线?|时钟周期)(?:周期)?取(?:允许的)?(?:最小值?|最(?:长|慢)的?段(?:的时间)?)(?:决定|确定|为准)?",
        ),
        roles=(
            Role(
                name="old_hertz",
                quantity=FREQUENCY,
                read=to_hertz,
                before=rf"(?:{SERIAL})[^,;。]{{0,12}}(?:,|;)?(?:主频|时钟频率)|原来(?:的)?(?:主频|时钟频率)?",
            ),
            Role(
                name="hertz",
                quantity=FREQUENCY,
                read=to_hertz,
                before=r"(?:主频|时钟频率|频率)(?:降到|降为|变为|为|是|降低到|下降到)*",
                alone=True,
            ),
            Role(name="latch", quantity=span, read=read, before=rf"{LATCH}|锁存"),
            Role(
                name="alone",
                quantity=span,
                read=read,
                before=rf"(?:每|一)条(?:指令)?(?:{SERIAL})(?:要|需要?|用|花)*|(?:{SERIAL})(?:处理器|CPU|方式|技术|机器|时钟(?!周期)|执行|完成|处理|下|时(?!钟)|中|的|,)*(?:每|一)?(?:条|个)?(?:指令|任务)?(?:的)?(?:平均)?(?:执行)?(?:要|需要?|用时|用|耗时|时间|执行)*(?:时钟周期(?:时间)?)?",
            ),
            Role(name="slowest", quantity=span, read=read, before=rf"最(?:慢|长|大)(?:的)?(?:一)?(?:个)?{PART}?"),
            Role(
                name="stage",
                quantity=span,
                read=read,
                before=rf"(?:每|各|一|单)(?:个|一)?(?:功能|流水)?{PART}{HAVE}(?:都|均|相等|一样)*|段时间(?:均为|都是)?|(?:时钟|机器|流水|流水线|CPU|操作|拍)?周期(?:时间)?|节拍",
                after=rf"(?:的)?(?:时钟)?周期|(?:完成)?(?:一|每)(?:个)?{PART}",
                alone=True,
            ),
        ),
        asks=(
            (
                rf"(?:{SERIAL})(?:的)?(?:CPU|处理器|方式|执行|时|下|的话|,)*(?:执行|完成)?(?:每|一)条(?:指令)?(?:的)?(?:执行)?(?:需要?|要|用|花|时间|是|为)*(?:多久|多长时间|多少时间|(?:多少|几)\s*(?:ns|ps|μs))",
                "task",
            ),
            (r"(?:单周期|非流水线?|不流水)的?(?:CPU|处理器|机|方式)?[\ue000]*(?:的)?(?:时钟)?周期(?:是|为|多少|要|至少|应)*", "task"),
            (
                rf"(?:{SERIAL})(?:方式|执行|处理|时|下|的|完成|跑|做|指令|全部|这些|\ue000)*(?:共|一共|总共|需要?|要|用|花)*(?:多少|几)个?(?:(?:时钟|机器)?(?:周期|拍)|时钟(?!频率))(?:数)?",
                "serial_cycles",
            ),
            (
                r"(?:共|一共|总共|至少|需要?|要|用|花|经过)*(?:多少|几)个?(?:(?:时钟|机器)?(?:周期|拍)|时钟(?!频率))(?:数)?|(?:总)?(?:时钟)?周期数",
                "cycles",
            ),
            (
                r"(?:流水线?|该|它|允许|可能|可用|最小|最短|的)*(?:时钟|机器|流水|节拍)?(?:(?<!单)周期|节拍)(?:时间|长度)?(?:应|至少|最少|最小|最短|是|为|取|约|选|定|设|多长|得|该|要|能)*(?:多少|多大|多长|几)?\s*(?:ns|ps)?(?!数|完成)",
                "cycle",
            ),
            (
                r"(?:时钟|工作|CPU|流水线?|最高|最大)*(?:主频|频率)(?:最高|最大|可达|是|为|约|能|可|到|达到?)*(?:多少|多大)?\s*(?:[MG]Hz)?(?!\d)",
                "frequency",
            ),
            (
                r"(?:流水线)?(?:的)?(?:理论|理想|实际|连续|稳定)*(?:上)?(?:的)?(?:最[大高]吞吐(?:率|量)|吞吐(?:率|量)(?:的)?(?:最大值?|最高|上限)(?=是|为|多少|可?达))(?:大概|大约|是|为|约|可?达)*(?:每秒)?(?:多少)?(?:条指令|条|个任务)?(?:/|每)?(?:秒|s(?![A-Za-z]))?",
                "peak",
            ),
            (
                r"(?:流水线)?(?:的)?(?:实际|平均)?(?:指令)?吞吐(?:率|量)(?:\(?TP\)?)?(?:\([^()]{1,12}\))?(?:是|为|约)*(?:多少)?(?:条指令|条|个任务|\s*MIPS)?(?:/|每)?(?:秒|s(?![A-Za-z]))?|每秒(?:能|可以|可)?(?:完成|执行|处理)(?:多少|几)(?:条|个)(?:指令|任务)",
                "throughput",
            ),
            (
                r"(?:流水线|相对于?|相比|顺序执行|的)*(?:理论|理想)?(?:上)?(?:的)?最[大高](?:的)?(?:理论|理想)?加速比(?:\(?Sp?\)?)?(?:是|为|约)*(?:多少)?",
                "best",
            ),
            (
                r"(?:流水线|处理器|相对于?|相比|与|比|非流水的?|顺序执行|理论|理想|最大|实际|的)*加速(?:比|了?多少倍)(?:\(?Sp?\)?)?(?:\([^()]{1,12}\))?(?:是|为|约)*(?:多少)?|(?:快|提高)(?:了)?(?:到)?(?:多少|几)倍",
                "speedup",
            ),
            (
                r"(?:流水线|使用|设备|部件)*(?:的)?效率(?:\(?E\)?)?(?:是|为|约)*(?:多少|百分之几)?|(?:流水线)?(?:的)?(?:利用率|使用率)",
                "efficiency",
            ),
            (
                rf"(?:用|按|采用)?(?:{SERIAL})(?:方式|执行|处理|时|下|的|完成|跑|做)*\ue000*(?:的)?(?:总)?(?:(?:需要?|要|用|花)?(?:(?:多少|多长)?(?:时间)|多久)|共?(?:需要?|要)(?:多少|几)\s*(?:ns|t|Δt)?)(?:是|为)?(?:多少)?",
                "serial",
            ),
            (
                rf"(?:流水(?:线)?(?:方式|执行)?比(?:{SERIAL})(?:方式|执行)?)?(?:节省|节约|省下?|快(?=了?(?:多少|几)(?:时间|ns)))(?:了)?(?:多少|几)?(?:时间|ns)?",
                "saved",
            ),
            (
                rf"(?:流水(?:线)?|完成|执行|处理|全部|总|所需|共|一共|运行|跑|这些|这|的|按|采用|方式|指令|任务|做)*(?:时间)(?:是|为|约|需要?|要|共)*(?:多少|多长|几)?\s*个?(?:ns|μs|{TICK})?|(?:需要?|要|用|共|花|总共|一共|做完|跑完|完成)+(?:多少|多长|几)\s*个?(?:时间|ns|μs|纳秒|微秒|{TICK})|(?:需要?|要|用|花|得)*多久",
                "time",
            ),
        ),
        laws=(
            Law("slowest_stage", ("slowest",), lambda slowest: slowest),
            Law("slowest_stage", ("stages",), max),
            Law("latch_time", ("latch",), lambda latch: latch),
            Law("latch_time", (), lambda: Fraction(0)),
            Law("cycle", ("hertz",), lambda hertz: 1 / hertz),
            Law(
                "cycle",
                ("slowest_stage", "latch_time"),
                lambda slowest, latch: slowest + latch,
                "时钟周期取最慢的段的时间（加段间寄存器的延迟）",
            ),
            Law("cycle", ("stage", "latch_time"), lambda stage, latch: stage + latch, "每段的时间（加段间寄存器的延迟）为时钟周期"),
            Law(
                "cycle",
                ("alone", "depth", "latch"),
                lambda alone, depth, latch: alone / depth + latch,
                "等长的段平分一条指令的时间，加锁存延迟为时钟周期",
            ),
            Law("frequency", ("cycle",), lambda cycle: 1 / cycle, "频率为时钟周期的倒数"),
            Law("depth", ("stages",), lambda stages: Fraction(len(stages))),
            Law("issue", (), lambda: Fraction(1)),
            Law("groups", ("count", "issue"), lambda count, issue: Fraction(-(-count // issue))),
            Law(
                "cycles",
                ("depth", "groups", "delay"),
                lambda depth, groups, delay: depth + groups - 1 + delay if groups == 2 else None,
                "时钟周期数为段数 + 条数 − 1，再加推迟的周期数",
            ),
            Law("cycles", ("depth", "groups"), lambda depth, groups: depth + groups - 1, "时钟周期数为段数 + 条数 − 1"),
            Law(
                "time",
                ("stages", "spread", "count"),
                lambda stages, _, count: sum(stages) + (count - 1) * max(stages),
                "第一条用各段时间之和，以后每隔最慢的段的时间完成一条",
            ),
            Law(
                "time",
                ("stages", "clocked", "cycles", "cycle"),
                lambda stages, _, cycles, cycle: cycles * cycle,
                "总时间为时钟周期数 × 时钟周期",
            ),
            Law(
                "time",
                ("stages", "unsaid", "cycles", "cycle", "count"),
                lambda stages, _, cycles, cycle, count: (cycles * cycle, sum(stages) + (count - 1) * max(stages)),
                "总时间为时钟周期数 × 时钟周期；若各段各用自己的时间，第一条用各段时间之和",
            ),
            Law("time", ("uniform", "cycles", "cycle"), lambda _, cycles, cycle: cycles * cycle, "总时间为时钟周期数 × 时钟周期"),
            Law(
                "serial_cycles", ("alone_clocks", "count"), lambda clocks, count: clocks * count, "不用流水线的周期数为条数 × 每条的周期数"
            ),
            Law("serial_cycles", ("depth", "count", "even"), lambda depth, count, _: depth * count, "不用流水线的周期数为条数 × 段数"),
            Law("uniform", ("stages",), lambda stages: 1 if len(set(stages)) == 1 else None),
            Law("uniform", ("hertz",), lambda _: 1),
            Law("uniform", ("stage",), lambda _: 1),
            Law("uniform", ("slowest",), lambda _: 1),
            Law("uniform", ("alone", "depth", "latch"), lambda *_: 1),
            Law("task", ("alone",), lambda alone: alone),
            Law("task", ("alone_clocks", "old_hertz"), lambda clocks, hertz: clocks / hertz, "不用流水线每条指令的时间为周期数 ÷ 主频"),
            Law("task", ("stages",), sum, "不用流水线每条指令的时间为各段之和"),
            Law(
                "task",
                ("depth", "cycle", "no_latch_told"),
                lambda depth, cycle, _: depth * cycle,
                "不用流水线每条指令的时间为段数 × 每段的时间",
            ),
            Law("serial", ("task", "count"), lambda task, count: task * count, "不用流水线的时间为每条的时间 × 条数"),
            Law("saved", ("serial", "time"), _of_time(lambda serial, time: serial - time), "节省的时间为两者之差"),
            Law("peak", ("cycle", "issue"), lambda cycle, issue: issue / cycle, "最大吞吐率为每个时钟周期完成的条数"),
            Law("throughput", ("count", "time"), _of_time(lambda count, time: count / time), "吞吐率为条数 ÷ 总时间"),
            Law("throughput", ("peak", "uncounted"), lambda peak, _: peak),
            Law("speedup", ("serial", "time"), _of_time(lambda serial, time: serial / time), "加速比为不用流水线的时间 ÷ 流水线的时间"),
            Law(
                "speedup",
                ("depth", "cycles", "count", "even", "no_latch_told"),
                lambda depth, cycles, count, *_: depth * count / cycles,
                "各段时间相等，加速比为段数 × 条数 ÷ 周期数",
            ),
            Law("speedup", ("endless", "task", "cycle"), lambda _, task, cycle: task / cycle, "条数很多时，加速比为每条的时间 ÷ 时钟周期"),
            Law(
                "best",
                ("task", "cycle", "issue"),
                lambda task, cycle, issue: task * issue / cycle,
                "条数很多时，加速比为每条的时间 ÷ 时钟周期",
            ),
            Law(
                "efficiency",
                ("serial", "time", "depth", "no_latch_told"),
                _of_time(lambda serial, time, depth, _: serial / (depth * time)),
                "效率为加速比 ÷ 段数",
            ),
            Law(
                "efficiency",
                ("depth", "cycles", "count", "even", "no_latch_told"),
                lambda depth, cycles, count, *_: count / cycles,
                "各段时间相等，效率为条数 ÷ 周期数",
            ),
            Law("no_latch_told", ("latch_time",), lambda latch: 1 if latch == 0 else None),
        ),
        shown={
            "stages": Quantity("各段的时间", lambda values: "、".join(show(value) for value in values)),
            "depth": Quantity("段数", counted("段")),
            "count": Quantity("任务", counted("条")),
            "issue": Quantity("每个周期流入", counted("条")),
            "latch": Quantity("段间寄存器延迟", show),
            "delay": Quantity("推迟", counted("个周期")),
            "slowest": Quantity("最慢的段", show),
            "stage": Quantity("每段", show),
            "alone": Quantity("不用流水线每条", show),
            "alone_clocks": Quantity("不用流水线每条", counted("个时钟周期")),
            "old_hertz": Quantity("不用流水线时的主频", frequency),
            "hertz": Quantity("主频", frequency),
            "cycle": Quantity("时钟周期", show, in_units, named=True),
            "frequency": Quantity(
                "时钟频率", frequency, lambda value: (f"{decimal(value / 10**9, 2)} GHz", f"{decimal(value / 10**6, 2)} MHz")
            ),
            "cycles": Quantity("时钟周期数", counted("个时钟周期"), lambda value: (f"{value} 个时钟周期", f"{value} 个周期")),
            "serial_cycles": Quantity("不用流水线的周期数", counted("个")),
            "time": Quantity("执行时间", *_both(show, in_units), named=True),
            "serial": Quantity("不用流水线", show, in_units, named=True),
            "saved": Quantity("节省", *_both(show, in_units), named=True),
            "task": Quantity("不用流水线每条指令的时间", show, in_units),
            "peak": Quantity("最大吞吐率", rate.show, rate.others, named=True),
            "throughput": Quantity("吞吐率", *_both(rate.show, rate.others), named=True),
            "speedup": Quantity("加速比", *_both(about, lambda value: (decimal(value, 2), decimal(value, 1))), named=True),
            "best": Quantity("最大加速比", about, lambda value: (decimal(value, 2), decimal(value, 1), f"{decimal(value, 2)} 倍")),
            "efficiency": Quantity(
                "效率",
                *_both(
                    lambda value: f"{about(value * 100, 2)}%",
                    lambda value: (f"{decimal(value * 100, 1)}%", decimal(value, 2), decimal(value, 3)),
                ),
                named=True,
            ),
        },
        words=""" 流水线 流水 指令流水线 流水线处理器 流水方式 流水执行 流水线CPU 处理器 段 级 各段 各级 每段 每级 站 阶段 功能段 流水段 段间 级间 等长 锁存 寄存器 任务 指令 顺序 顺序执行 串行 非流水 非流水线 不用流水线 单周期 不流水 吞吐率 加速比 效率 时空图 画 瓶颈段 瓶颈 最长段 相邻 条 次 浮点 浮点加法 加法 乘法 运算 运算部件 加法器 超标量 标量 分成 分为 划分 组成 连续 流入 流出 稳定 各功能段 执行过程 时间 延迟 时延 延时 用时 分别 依次 主频 时钟 拍 节拍 连续执行 计算 跑 做 改为 改成 后 由于 锁存开销 降到 降 相对 相对于 比 输入 充满 画错 兄弟 多得很 很多 无阻塞 改 非 组合逻辑 组合电路 逻辑 电路 步 步骤 各步""",
        idle=frozenset({"smooth", "no_latch", "endless", "ticks", "depth", "spread", "clocked", "any_tasks", "stage"}),
        conventions=("没有冒险，每个时钟周期流入一条指令",) if not is_tick else (),
        missing=((Missing("count", "一共执行多少条指令？", "执行 {} 条指令"), Fraction(7)),),
        combine=_seen if is_tick else _seen_in_time,
        check=_sensible,
    )


def _seen(facts: Facts) -> Facts:
    """What holds because of what is not told: stages that are alike, tasks without an end."""
    stages = facts.get("stages")
    seen: Facts = {}
    if stages is None or len(set(stages)) == 1:
        seen["even"] = 1
    if "count" not in facts:
        seen["uncounted"] = 1
    return seen


def _seen_in_time(facts: Facts) -> Facts:
    """As `_seen`; and whether stages of different times take the time of the slowest is not said."""
    stages = facts.get("stages", ())
    unsaid = len(set(stages)) > 1 and not {"spread", "clocked", "any_tasks"} & set(facts)
    return {**_seen(facts), **({"unsaid": 1} if unsaid else {})}


def _sensible(facts: Facts) -> None:
    stages, depth = facts.get("stages"), facts.get("depth")
    if stages is not None and (len(stages) < 2 or (depth is not None and depth != len(stages))):
        stay_out("stages")
    if facts.get("no_latch") and facts.get("latch"):
        stay_out("latch")
    if facts.get("issue", 1) != 1 and not facts.get("smooth"):
        stay_out("several at once")


def ticks(text: str) -> Fraction:
    """`3Δt` -> 3."""
    number = patterns.match(r"\d+(?:\.\d+)?", text.strip())
    return Fraction(number[0]) if number else Fraction(1)


def _tick_rate(value: Fraction) -> str:
    return f"{value.numerator}/({value.denominator}Δt)" if value.denominator > 1 else f"{value.numerator}/Δt"


def _tick_rates(value: Fraction) -> Sequence[str]:
    """The same with larger numbers, as `10/44Δt`."""
    return [
        f"{value.numerator * times}/{opening}{value.denominator * times}Δt{closing}"
        for times in range(1, 51)
        for opening, closing in (("", ""), ("(", ")"))
    ] + [f"{decimal(value, places)}/Δt" for places in (2, 3)]


IN_TIME = _topic("pipeline", TIME, UNIT, to_seconds, duration, Quantity("", rate_shown, rates_shown))


IN_TICKS = _topic(
    "pipeline in ticks",
    rf"(?<![\d.个少几])(?<!少\s)(?<!几\s)(?:(?<![A-Za-z])\d+(?:\.\d+)?\s*(?:个)?\s*)?{TICK}",
    TICK,
    ticks,
    lambda value: f"{decimal(value, 4)}Δt",
    Quantity("", _tick_rate, _tick_rates),
)
