"""Mixes told in lists: the same mix on two machines, and classes of instructions told by their times."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.co._cpu_performance.mix.lists import Row, rows_of
from engine.generators.co._cpu_performance.mix.reading import in_clocks
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import FREQUENCY, POWER, Clauses, to_hertz, to_large
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.settling import settle
from engine.generators.laws.topic import about
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_MACHINE = r"(?:计算机|机器|处理器|处理机|微机|CPU)"
_PAIRS = tuple(
    (rf"{_MACHINE}?\s*{one}\s*(?:机)?", rf"{_MACHINE}?\s*{other}\s*(?:机)?")
    for one, other in ((r"M1", r"M2"), (r"P1", r"P2"), (r"C1", r"C2"), ("甲", "乙"))
) + tuple((rf"{_MACHINE}\s*{one}(?:机)?", rf"{_MACHINE}?\s*{other}(?:机)?") for one, other in ((r"1", r"2"), (r"A", r"B"), (r"I", r"II")))
_OF = r"(?:两(?:台|个)?(?:计算机|机器|机)?|各|该|此|程序|机器|计算机|的|上|在|这|分别|平均|求|和|与|、|其|M[12]|P[12])*"
_ASKS = (
    (
        rf"(?:计算机|系统|机器|的)*(?:运算|执行)?速度(?:为|是)?(?:平均)?(?:约)?(?:多少|\(\s*\))?\s*(?:兆|百万)条指令(?:/|每)秒|{_OF}MIPS(?:数|值|速率)?(?:各|分别)*(?:是|为|约)*(?:多少)?|{_OF}(?:指令)?(?:平均)?(?:执行|运算)?速度(?:速率)?(?:又|各|分别)*(?:是|为|约)*(?:多少)?(?:MIPS)?",
        "mips",
    ),
    (rf"{_OF}(?:平均|有效|综合)*CPI(?:值)?(?:各|分别)*(?:是|为|约)*(?:多少)?", "cpi"),
    (r"(?:哪(?:一)?(?:台|个)(?:计算机|机器|机)?(?:的)?(?:速度|性能)?(?:更|较)?快)", "faster"),
    (
        r"(?:该机|的|每条)*(?:指令)?(?:的)?平均(?:指令)?(?:执行)?时间(?:是|为)?(?:多少)?|(?:以及|和|与|、)?(?:程序)?(?:的)?(?:总)?(?:执行|运行|CPU)时间(?:是|为)?(?:多少)?",
        "time",
    ),
)
_PASSED = (
    r"(?:单位)?\(?(?:速度)?(?:单位)?(?:用|为|是|以)\s*MIPS(?:表示|为单位)?\)?",
    r"以?(?:不同的?)?(?:方式)?(?:实现)(?:了)?(?:相同|同一)(?:的)?(?:一套)?(?:指令集|指令系统)|(?:指令集|指令系统|ISA)(?:都|均)?相同|(?:相同|同一)的?(?:指令集|指令系统)|有?两台(?:计算机|机器)",
    r"(?:如)?表\s*\d+(?:[-.]\d+)?(?:所示)?|如下?表?(?:所示)?|下表|(?:该)?(?:指令集|指令系统)(?:中)?(?:共)?(?:有|分为|包含)?\s*(?:[A-F]\s*[、,和与]?\s*){2,6}(?:[两二三四五六2-6]\s*(?:类|种))?(?:不同)?(?:的)?(?:指令)?|(?<![\d.])[两二三四五六2-6]\s*(?:类|种)(?:不同|类型)?(?:的)?指令|指令(?:共)?分[为成]\s*[两二三四五六2-6]\s*[类种]|[每各][类种]指令的?(?:条数|数目|比例)(?:以?及|和|与)每条指令所?需(?:的)?时钟(?:周期)?数(?=如)",
    r"(?:它们|各类(?:指令)?)?(?:所)?占?的?比例|使用(?:频度|频率)|出现(?:频度|频率)|各类(?:指令)?(?:在两(?:台)?(?:计算机|机器)?(?:上)?的?)?|(?:每类|各类)?(?:指令)?(?:的)?平均(?:指令)?执行时间(?=和|与|、|〔|如)",
)


def _owner(row: Row, pair: tuple[str, str]) -> int | None:
    """Whose list it is, by the name that stands last before it, or by its number."""
    places = [max((match.end() for match in caseless(name).finditer(row.label)), default=-1) for name in pair]
    if places[0] != places[1]:
        return 0 if places[0] > places[1] else 1
    found = patterns.search(r"(?:CPI|周期数?)\s*_?([12AB甲乙])", row.label)
    return None if found is None else 0 if found[1] in "1A甲" else 1


def recognise(text: str) -> Recognition | None:
    """A mix on two machines, or one told by times; CPI, MIPS, the mean time, which machine is faster.

    Raises:
        StayOut: something is not understood.
    """
    plain, clocks = in_clocks(normalise(text))
    plain = patterns.sub(r"(?<=[机序]的)指令(?:的)?平均时钟(?:周期)?数(?=为|是|\(|多少)", "平均CPI", plain)
    plain = patterns.sub(r"每种指令的(?:数量|数目|条数)(?:及|和|与)(?:所需|需要)?(?:的)?指令时钟(?:周期)?数(?:\(CPI\))?(?=如)", "", plain)
    rows, rest = rows_of(plain)
    if len(rows) == 2 and (counted := _counts(rows)) is not None:
        return _one_machine(rest, *counted, clocks)
    shares = [row for row in rows if row.kind == "share"]
    costs = [row for row in rows if row.kind == "plain"]
    times = [row for row in rows if row.kind == "time"]
    if len(shares) != 1 or sum(shares[0].values) != 1 or len(costs) + len(times) != len(rows) - 1:
        return None
    width = len(shares[0].values)
    if any(len(row.values) != width for row in rows):
        return None
    if len(costs) == 1 and not times and patterns.search("CPI|周期", costs[0].label):
        return _one_machine(rest, shares[0].values, costs[0], None, clocks)
    if clocks != 1:
        return None
    if len(costs) == 2 and not times:
        return _two_machines(rest, shares[0], costs)
    if len(times) == 1 and not costs:
        return _by_time(rest, shares[0], times[0])
    return None


_TOTAL = caseless(rf"(?:共|总共)?(?:执行|含|有|包含)?(?:了)?\s*({POWER})\s*条(?:机器)?指令(?!的)")


def _counts(rows: list[Row]) -> tuple[tuple[Fraction, ...], Row, Fraction] | None:
    """Shares, cycles and the number of instructions, where the classes are counted."""
    counts = [row for row in rows if row.kind == "plain" and patterns.search("条数|数目|指令数|数量|次数|计数", row.label)]
    costs = [row for row in rows if row.kind == "plain" and patterns.search("CPI|周期|时钟数|拍数", row.label) and row not in counts]
    if len(counts) != 1 or len(costs) != 1 or len(counts[0].values) != len(costs[0].values):
        return None
    total = sum(counts[0].values, Fraction(0))
    unit = patterns.search("百万|千万|万|亿|千", counts[0].label)
    if unit is None and patterns.search(r"\((?![条次]\))|×|10\^|[KMG]", counts[0].label):
        stay_out("the unit of the counts")
    times = {"千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}[unit[0]] if unit else 1
    return tuple(value / total for value in counts[0].values), costs[0], total * times


def _one_machine(rest: str, shares: tuple[Fraction, ...], costs: Row, count: Fraction | None, clocks: int) -> Recognition | None:
    """A table of classes, of one machine."""
    found = [to_hertz(match[0]) for match in caseless(FREQUENCY).finditer(rest)]
    rest = caseless(FREQUENCY).sub(" ", rest)
    if count is not None:
        totals = {to_large(match[1]) for match in _TOTAL.finditer(rest)}
        if totals - {count}:
            stay_out("another number of instructions in all")
        rest = _TOTAL.sub(" ", rest)
    reading, asked = _reading(rest)
    settle(
        reading,
        COMMON
        + WORDS
        + _WORDS
        + " 目标代码 测试程序 周期数 时钟周期数 平均时钟周期数 标准测试程序 混合指令 处理机 包含 相应 所需 指令数目 指令数 指令周期 计算机系统 计算机系统的 使用频度",
    )
    names = {"time": "time"} if count is not None else {}
    if len(found) > 1 or not asked or len(set(asked)) != len(asked) or not set(asked) <= {"cpi", "mips", *names}:
        return None
    if (found and asked == ["cpi"]) or (not found and asked != ["cpi"]):
        return None
    return Recognition(
        parameters={
            "task": "mix",
            "groups": [["", str(share), str(value * clocks)] for share, value in zip(shares, costs.values, strict=True)],
            "hertz": str(found[0]) if found else None,
            "instructions": None if count is None else str(count),
            "changes": [],
            "asked": [[name, False] for name in asked],
        },
        understood=(
            ("比例", "、".join(f"{decimal(share * 100, 2)}%" for share in shares)),
            ("每条的周期数", "、".join(decimal(value * clocks, 3) for value in costs.values)),
            *((("主频", frequency(found[0])),) if found else ()),
        ),
    )


def _reading(rest: str) -> tuple[Clauses, list[str]]:
    """What is left of a text, and what it asks."""
    reading = Clauses(rest)
    reading.refuse(r"缺失|命中|停顿|流水|中断|DMA|FLOPS|Cache|编译|优化|改进|提高|降低|倍|加速|三台|机器周期")
    for pattern in _PASSED:
        reading.take_all(pattern)
    reading.take_all(r"〔列〕")
    asked: list[tuple[int, str]] = []
    for pattern, name in _ASKS:
        for match in reading.take_all(pattern):
            if patterns.search(r"MIPS|CPI|速度|快|平均|时间", match[0], re.IGNORECASE) and _is_question(reading.text, match):
                asked.append((match.start(), name))
                reading.mark_asked([match.span()])
    return reading, [name for _, name in sorted(asked)]


def _is_question(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence around a place asks."""
    start = max(text.rfind(mark, 0, match.start()) for mark in ";。?!\n") + 1
    stop = patterns.search(r"[;。?!\n]|$", text[match.end() :])
    end = match.end() + (stop.end() if stop else 0)
    return bool(patterns.search(r"[?]|多少|求|哪|试|计算(?!机)|问|\(\s*\)", text[start:end])) and not patterns.match(
        r"\s*(?:如|见|分别为\s*〔|为\s*〔)", text[match.end() :]
    )


def _two_machines(rest: str, shares: Row, costs: list[Row]) -> Recognition | None:
    whole = rest + "".join(row.label for row in costs)
    pair = next((pair for pair in _PAIRS if all(caseless(name).search(whole) for name in pair)), None)
    if pair is None or not patterns.search("CPI|周期", whole):
        return None
    owners = [_owner(row, pair) for row in costs]
    if set(owners) != {0, 1}:
        stay_out("whose cycles")
    one, other = (costs[owners.index(number)] for number in (0, 1))
    names = [patterns.sub(rf"\s|机$|^{_MACHINE}(?=[A-Z]\d)", "", caseless(name).findall(whole)[0]) for name in pair]
    clocks = [to_hertz(match[0]) for match in caseless(FREQUENCY).finditer(rest)]
    if len(clocks) not in (0, 2) or (clocks and not patterns.search(rf"分别|{pair[1]}", rest)):
        return None
    reading, asked = _reading(caseless(FREQUENCY).sub(" ", rest))
    reading.take_all("|".join(pair))
    settle(reading, COMMON + WORDS + _WORDS)
    if not asked or len(asked) != len(set(asked)) or ({"mips", "faster"} & set(asked) and not clocks) or (clocks and asked == ["cpi"]):
        return None
    parameters: dict[str, Any] = {
        "task": "mix on two machines",
        "shares": [str(share) for share in shares.values],
        "cycles": [[str(value) for value in row.values] for row in (one, other)],
        "hertz": [str(value) for value in clocks],
        "names": names,
        "asked": asked,
    }
    return Recognition(
        parameters=parameters,
        understood=(
            ("比例", "、".join(f"{decimal(share * 100, 2)}%" for share in shares.values)),
            *(
                (f"{name} 的 CPI", "、".join(decimal(value, 3) for value in row.values))
                for name, row in zip(names, (one, other), strict=True)
            ),
            *((f"{name} 的主频", frequency(value)) for name, value in zip(names, clocks, strict=False)),
        ),
    )


_WORDS = " 假定 某 计算机 指令集 指令类型 指令类别 类型 类别 比例 所占 分别 时钟频率 主频 程序 该指令集 方式 不同 实现 共 类指令 各类指令 CPI 平均 表 单位 两 两计算机 两台 两机 该程序 存取 加 减 比较 转移 乘除 其他 乘 除 数据传送 算术 逻辑 分支 访存 速度 试 运行 同一 同一程序 某程序 中"


def _by_time(rest: str, shares: Row, times: Row) -> Recognition | None:
    """Classes told by their times, and the same machine with another clock."""
    clocks = [(match.start(), to_hertz(match[0])) for match in caseless(FREQUENCY).finditer(rest)]
    if len(clocks) > 2 or not patterns.search("时间", times.label + rest):
        return None
    changed = patterns.search(
        rf",?(?:若|如果|现)?(?:将|把)?(?:上述|该|此)?(?:机器|计算机)?(?:的)?(?:CPU|处理器)?(?:芯片|主频)?(?:升级|提高|换|改)(?:为|到|成)\s*{FREQUENCY}(?:的)?(?:芯片)?,?(?:则)?",
        rest,
        re.IGNORECASE,
    )
    if (len(clocks) == 2) != (changed is not None):
        return None
    text = rest.replace(changed[0], "。") if changed is not None else rest
    reading, asked = _reading(caseless(FREQUENCY).sub(" ", text))
    settle(reading, COMMON + WORDS + _WORDS + " 芯片 上述 又")
    expected = {("mips", "mips"): 2, ("mips",): 1, ("time",): 1, ("time", "mips"): 1}
    if expected.get(tuple(asked)) != (2 if changed is not None else 1):
        return None
    parameters: dict[str, Any] = {
        "task": "mix by times",
        "shares": [str(share) for share in shares.values],
        "times": [str(value) for value in times.values],
        "hertz": [str(value) for _, value in clocks],
        "asked": asked,
    }
    return Recognition(
        parameters=parameters,
        understood=(
            ("比例", "、".join(f"{decimal(share * 100, 2)}%" for share in shares.values)),
            ("执行时间", "、".join(duration(value) for value in times.values)),
            *((("主频", " 改为 ".join(frequency(value) for _, value in clocks)),) if clocks else ()),
        ),
    )


def _weighted(shares: list[str], values: list[str]) -> Fraction:
    return sum((Fraction(share) * Fraction(value) for share, value in zip(shares, values, strict=True)), Fraction(0))


def solve(parameters: Parameters) -> Solution:
    """CPI over the mix and MIPS from the clock, of each machine; or the mean time and its inverse."""
    if parameters["task"] == "mix by times":
        return _solve_times(parameters)
    means = [_weighted(parameters["shares"], cycles) for cycles in parameters["cycles"]]
    clocks = [Fraction(value) for value in parameters["hertz"]]
    rates = [hertz / mean / 10**6 for hertz, mean in zip(clocks, means, strict=False)]
    steps = [
        f"{name} 的 CPI 为各类的比例 × CPI 之和，得 {decimal(mean, 4)}。" for name, mean in zip(parameters["names"], means, strict=True)
    ]
    steps += [
        f"{name} 的 MIPS 为主频 ÷ (CPI × 10^6)，得 {about(rate, 2)}。" for name, rate in zip(parameters["names"], rates, strict=False)
    ]
    parts = []
    for asked in parameters["asked"]:
        if asked == "faster":
            if rates[0] == rates[1]:
                stay_out("as fast as each other")
            fast = 0 if rates[0] > rates[1] else 1
            parts.append(f"{parameters['names'][fast]} 快，是另一台的{about(rates[fast] / rates[1 - fast], 2)} 倍")
        else:
            values, unit = (means, "CPI ") if asked == "cpi" else (rates, "MIPS ")
            parts.append("，".join(f"{name} 的 {unit}{about(value, 2)}" for name, value in zip(parameters["names"], values, strict=True)))
    answer = "；".join(parts)
    return Solution(answer=answer, steps=paragraphs(*steps, answer), conventions=("两台机器执行的指令条数相同，1 MIPS 为每秒 10^6 条指令",))


def _solve_times(parameters: Parameters) -> Solution:
    mean = _weighted(parameters["shares"], parameters["times"])
    rate = 1 / mean / 10**6
    steps = [f"平均执行时间为各类的比例 × 时间之和，得 {duration(mean)}，速度为其倒数，得{about(rate, 3)} MIPS。"]
    values = [f"平均执行时间 {duration(mean)}"] if parameters["asked"][0] == "time" else []
    if "mips" in parameters["asked"]:
        values.append(f"{about(rate, 2)} MIPS")
    if len(parameters["hertz"]) == 2:
        old, new = (Fraction(value) for value in parameters["hertz"])
        steps.append(f"主频由 {frequency(old)} 变为 {frequency(new)}，每条指令的周期数不变，速度随主频成正比。")
        values.append(f"{about(rate * new / old, 2)} MIPS")
    answer = "；".join(values)
    return Solution(
        answer=answer,
        also=(f"{decimal(rate, 1)} MIPS", f"{decimal(rate, 2)}", f"{duration(mean)}") if len(values) == 1 else (),
        steps=paragraphs(*steps, answer),
        conventions=("1 MIPS 为每秒 10^6 条指令",),
    )
