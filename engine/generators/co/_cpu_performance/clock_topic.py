"""How fast instructions are done, told by the clock and the machine cycle, and the same machine with another clock."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.laws.clauses import FREQUENCY, NUMBER, TIME, to_hertz, to_large, to_seconds
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, in_units
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, to_int

_CHANGED = r"(?:若|如果|现|假如)?(?:改用|换用|改为|换成|改成|采用)(?:一个|了)?"


def _count(match: re.Match[str]) -> Fraction:
    text = next(group for group in match.groups() if group)
    return Fraction(text) if patterns.fullmatch(r"[\d.]+", text) else Fraction(to_int(text))


def _speed(match: re.Match[str]) -> Fraction:
    return to_large(match["value"] + (match["unit"] or ""))


CLOCKS = Topic(
    name="clock and machine cycle",
    about=r"(?:机器|CPU)周期[\s\S]*(?:MIPS|速度)|(?:主频|时钟)[\s\S]*(?:机器|CPU)周期",
    guard=r"流水|Cache|命中|中断|总线|I/O|存储器|主存|访存|%|两台|哪",
    told=(
        Told(
            "clocks",
            rf"(?:若|如果)?(?:已知)?每个?(?:机器|CPU)周期(?:平均)?(?:包含|包括|含有|含|由|为|有|等于|需要?)+\s*(?P<value>{NUMBER}|{INTEGER})\s*个?(?:时钟|主振|节拍)(?:周期)?(?:组成|构成)?",
            _count,
        ),
        Told("clocks", rf"(?P<value>{NUMBER}|{INTEGER})\s*个时钟周期(?:组成|构成|为|等于)(?:一个|1个)(?:机器|CPU)周期", _count),
        Told(
            "machine_told",
            rf"(?:平均)?(?:每)?(?P<value>{NUMBER}|{INTEGER})\s*个(?:机器|CPU)周期(?:可以?)?(?:完成|执行)(?:一|1)条(?:指令)?|(?:平均)?(?:每条|一条)指令(?:平均)?(?:需要?|用|占用?|包含)\s*(?P<other>{NUMBER}|{INTEGER})\s*个(?:机器|CPU)周期",
            _count,
        ),
        Told(
            "machine_told",
            rf"(?:平均)?(?:每条|一条)指令(?:的)?(?:平均)?(?:执行)?时间(?:为|是|等于|需要?)+\s*(?P<value>{NUMBER}|{INTEGER})\s*个?(?:机器|CPU)周期",
            _count,
        ),
        Told(
            "new_hertz",
            rf"{_CHANGED}时钟周期(?:为|是)?\s*(?P<value>{TIME})(?:的)?(?:CPU)?(?:芯片)?",
            lambda match: 1 / to_seconds(match["value"]),
        ),
        Told(
            "target",
            r"(?:若|如果)?(?:要|想|希望)?(?:得到|达到|获得|使)(?:平均)?(?:指令)?(?:执行)?(?:速度)?(?:达到|为)?每秒(?:钟)?(?:执行)?\s*(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>百万|千万|万|亿)?\s*(?:次|条)(?:指令)?(?:的)?(?:指令)?(?:平均)?(?:的)?(?:执行)?(?:速度)?",
            _speed,
        ),
        Told(
            "mips_told",
            rf"(?:该机|机器|CPU)?(?:的)?(?:平均)?(?:指令)?(?:的)?(?:平均)?(?:执行)?速度(?:为|是|约)*\s*(?P<value>{NUMBER})\s*MIPS",
            lambda match: Fraction(match["value"]),
        ),
        Told("hertz", rf"(?:主频|时钟频率|主振频率)(?:为|是|=|:)*\s*(?P<value>{FREQUENCY})", lambda match: to_hertz(match["value"])),
    ),
    asks=(
        (
            r"(?:则)?(?:该|此|计算机|机器|机|的)*(?:平均)?(?:指令)?(?:的)?(?:平均)?(?:执行|工作)?速度(?:又|将|应)?(?:为|是|变为)*(?:(?:多少|几)\s*(?:个)?(?:MIPS)?|(?=\s*[,;。?]|\s*$))",
            "new_mips",
        ),
        (r"(?:则)?(?:应|该|需要?|要)*(?:采用|选用|用)?(?:主频|时钟频率)(?:应|为|是)*(?:多少|多高)(?:的)?(?:CPU)?(?:芯片)?", "target_hertz"),
        (
            r"(?:以?及|和|与)?(?:平均)?(?:每个|每条|一个|一条)?(?:指令周期|指令)(?:平均)?(?:包含|包括|含有|含|需要?|有|用)+(?:多少|几)个(?:机器|CPU)周期",
            "machine",
        ),
        (
            r"(?:该机|机器|CPU|的|求)*(?:平均)?指令周期(?:是|为)?(?:多少|多长)?|(?:平均)?每条指令(?:的)?(?:平均)?(?:执行)?时间(?:是|为)?(?:多少)?",
            "each",
        ),
        (r"(?:则)?(?:该机|机器|的|它的?|其)*机器周期(?:是|为)?(?:多少|多长)\s*(?:ns|μs)?", "machine_time"),
    ),
    laws=(
        Law("each", ("machine_told", "machine_time"), lambda count, cycle: count * cycle, "平均指令周期为机器周期数 × 机器周期"),
        Law(
            "new_mips",
            ("machine_told", "machine_time"),
            lambda count, cycle: 1 / (count * cycle) / 10**6,
            "MIPS 为 1 ÷ (每条指令的机器周期数 × 机器周期 × 10^6)",
        ),
        Law("each", ("mips_told",), lambda rate: 1 / (rate * 10**6), "平均指令周期为 1 ÷ (MIPS × 10^6)"),
        Law("machine_time", ("clocks", "hertz"), lambda clocks, hertz: clocks / hertz, "机器周期为时钟周期数 ÷ 主频"),
        Law("machine", ("machine_told",), lambda count: count),
        Law("machine", ("each", "machine_time"), lambda each, cycle: each / cycle, "每个指令周期的机器周期数为指令周期 ÷ 机器周期"),
        Law(
            "new_mips",
            ("new_hertz", "clocks", "machine"),
            lambda hertz, clocks, machine: hertz / (clocks * machine) / 10**6,
            "每条指令的时钟周期数不变，MIPS 为新的主频 ÷ 每条指令的时钟周期数",
        ),
        Law(
            "target_hertz",
            ("target", "clocks", "machine"),
            lambda target, clocks, machine: target * clocks * machine,
            "主频为每秒的指令条数 × 每条指令的时钟周期数",
        ),
    ),
    shown={
        "hertz": Quantity("主频", frequency),
        "clocks": Quantity("每个机器周期", counted("个时钟周期")),
        "mips_told": Quantity("速度", lambda value: f"{about(value)} MIPS"),
        "new_hertz": Quantity("新的主频", frequency),
        "target": Quantity("每秒", lambda value: f"{decimal(value)} 条指令"),
        "each": Quantity("平均指令周期", duration, in_units),
        "machine_time": Quantity("机器周期", duration, in_units),
        "machine_told": Quantity("每个指令周期含", counted("个机器周期")),
        "machine": Quantity("每个指令周期含", counted("个机器周期"), lambda value: (decimal(value, 2),)),
        "new_mips": Quantity(
            "速度", lambda value: f"{about(value, 3)} MIPS", lambda value: (decimal(value, 2), f"{decimal(value, 2)} MIPS")
        ),
        "target_hertz": Quantity("主频", frequency),
    },
    idle=frozenset({"machine_told"}),
    words=WORDS + " 机器周期 指令周期 芯片 CPU芯片 主频 平均 计算机 已知 得到 次",
)
