"""CPI, MIPS and execution time: the mean over an instruction mix, and what a change of it is worth.

Definitions after Patterson and Hennessy, Computer Organization and Design (performance): CPU time = instructions × CPI ÷ clock
frequency; MIPS = frequency ÷ (CPI × 10^6). K, M and G are powers of 1000 here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Bar, Bars, Drawing
from engine.generators.chance import Chance
from engine.generators.co import _machines_solver, _performance_solver, _performance_topics, _sequences_solver, _speedup_solver
from engine.generators.co._alternatives import first_reading
from engine.generators.co._measures import FREQUENCY, IS, TIME, duration, frequency, to_hertz, to_seconds
from engine.generators.co._topic_solving import recogniser, solver
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.quantities import decimal, is_exact, relation
from engine.generators.reading import DECIMAL, Reading, stay_out, to_int

POINT = "co.intro.performance"


@dataclass(frozen=True, slots=True)
class Group:
    """Instructions of one type: how often (a share of all, 0 to 1) and how many clock cycles each."""

    name: str
    share: Fraction
    cycles: Fraction


def mean_cpi(mix: Sequence[Group]) -> Fraction:
    """Cycles per instruction over the mix; shares that do not add up to 1 are taken relative to their sum."""
    return sum((group.share * group.cycles for group in mix), Fraction(0)) / sum(group.share for group in mix)


def mips(hertz: Fraction, cpi: Fraction) -> Fraction:
    """Million instructions per second."""
    return hertz / cpi / 10**6


def seconds(instructions: Fraction, cpi: Fraction, hertz: Fraction) -> Fraction:
    """CPU time."""
    return instructions * cpi / hertz


def thinned(mix: Sequence[Group], name: str, part: Fraction) -> list[Group]:
    """The mix after `part` of one group's instructions are gone; shares stay relative to the old number of instructions."""
    return [Group(g.name, g.share * (1 - part) if g.name == name else g.share, g.cycles) for g in mix]


# --- questions ---------------------------------------------------------------------------------------------------------------------

_NAMES = ("算术逻辑", "取数", "存数", "转移")
_SHARES = ((50, 20, 10, 20), (40, 25, 15, 20), (45, 20, 15, 20), (60, 15, 10, 15), (35, 30, 15, 20), (50, 25, 10, 15), (40, 30, 10, 20))


def _mix(chance: Chance) -> list[Group]:
    shares = chance.choice(_SHARES)
    return [
        Group(name, Fraction(share, 100), Fraction(cycles))
        for name, share, cycles in zip(_NAMES, shares, (chance.between(1, 2), *(chance.between(2, 6) for _ in range(3))), strict=True)
    ]


def _table(mix: Sequence[Group]) -> str:
    return table(("指令类型", "所占比例", "CPI"), [(group.name, f"{decimal(group.share * 100)}%", decimal(group.cycles)) for group in mix])


def _write(chance: Chance, difficulty: int) -> Generated | None:
    mix = _mix(chance)
    hertz = Fraction(chance.choice((400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 2400, 3000)) * 10**6)
    if difficulty == 1:
        return _mean(mix) if chance.one_in(2) else _rate(chance, hertz)
    if difficulty == 2:
        return _of_the_mix(chance, mix, hertz)
    return _optimised(chance, mix) if chance.one_in(2) else _faster(chance)


def _mean_of(mix: Sequence[Group]) -> list[tuple[Fraction, str]]:
    """CPI values that mistaken averages really give."""
    cycles = [group.cycles for group in mix]
    backwards = [Group(group.name, other.share, group.cycles) for group, other in zip(mix, reversed(mix), strict=True)]
    return [
        (sum(cycles, Fraction(0)) / len(mix), "没有按比例加权，直接取了平均"),
        (mean_cpi(backwards), "比例和 CPI 对错了行"),
        (sum((group.share for group in mix), Fraction(0)) / sum(group.share / group.cycles for group in mix), "按比例对 CPI 的倒数求平均"),
        (mean_cpi(mix[:-1]), "漏了最后一类指令"),
        (mean_cpi(mix[1:]), "漏了第一类指令"),
        (sum((group.share * group.cycles for group in mix[:-1]), Fraction(0)), "漏加了最后一类指令的周期"),
        (mean_cpi(mix) + mix[1].share, "第二类指令多算了一个周期"),
        (mean_cpi(mix) - mix[1].share, "第二类指令少算了一个周期"),
    ]


def _terms(mix: Sequence[Group]) -> str:
    return " + ".join(f"{decimal(group.cycles)}×{decimal(group.share)}" for group in mix)


def _mean(mix: list[Group]) -> Generated | None:
    def text(value: Fraction) -> str:
        return decimal(value, 2, keep_zeros=True)

    right = mean_cpi(mix)
    return Generated(
        point=POINT,
        stem=f"某程序在一台计算机上执行时，各类指令所占比例和 CPI 如下表。\n\n{_table(mix)}\n\n则该程序的平均 CPI 为",
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in _mean_of(mix)],
        steps=paragraphs("平均 CPI 是各类指令的 CPI 按所占比例加权的和。", f"{_terms(mix)} = {text(right)}"),
        parameters={"task": "cpi", "mix": _data(mix)},
        drawing=_drawing(mix),
    )


def _data(mix: Sequence[Group]) -> list[list[str]]:
    return [[group.name, str(group.share), str(group.cycles)] for group in mix]


def _rate(chance: Chance, hertz: Fraction) -> Generated | None:
    cpi = Fraction(chance.between(10, 80), 10)
    right = mips(hertz, cpi)
    if not is_exact(right, 1):
        return None

    def text(value: Fraction) -> str:
        return f"{decimal(value, 1, keep_zeros=True)} MIPS"

    wrong = [
        (right * cpi * cpi, "主频乘了 CPI"),
        (hertz / 10**6, "以为每个时钟周期执行一条指令"),
        (right / 10, "换算单位时差了 10 倍"),
        (right * 10, "换算单位时差了 10 倍"),
        (hertz / 10**6 / (cpi + 1), "CPI 多算了 1"),
        (hertz / 1024**2 / cpi, "把 M 当作 2 的 20 次方"),
        (right * 2, "多算了一倍"),
        (right / 2, "少算了一半"),
        (hertz / 10**9 * cpi, "用 CPI 乘以主频（GHz）"),
    ]
    mega = hertz / 10**6
    return Generated(
        point=POINT,
        stem=f"某 CPU 的主频为 {frequency(hertz)}，执行某程序时的平均 CPI 为 {decimal(cpi)}（1 M = 10^6），则 CPU 执行该程序的速度为",
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong if value >= Fraction(1, 10)],
        steps=paragraphs("MIPS 数 = 主频 ÷ (CPI × 10^6)。", f"主频为 {mega} MHz，{mega} ÷ {decimal(cpi)} = {text(right)}"),
        parameters={"task": "mips", "hertz": int(hertz), "cpi": str(cpi)},
    )


def _of_the_mix(chance: Chance, mix: list[Group], hertz: Fraction) -> Generated | None:
    """From the mix to MIPS or to the time of a program."""
    cpi = mean_cpi(mix)
    means = _mean_of(mix)
    mega = hertz / 10**6
    opening = f"某计算机主频为 {frequency(hertz)}，执行某程序时各类指令所占比例和 CPI 如下表。\n\n{_table(mix)}\n\n"
    weighted = f"平均 CPI 为 {_terms(mix)} = {decimal(cpi, 4)}。"
    if chance.one_in(2):
        right = mips(hertz, cpi)

        def rate(value: Fraction) -> str:
            return f"{decimal(value, 1, keep_zeros=True)} MIPS"

        wrong = [(mips(hertz, value), why) for value, why in means]
        wrong.insert(2, (sum((group.share * mips(hertz, group.cycles) for group in mix), Fraction(0)), "对各类指令的 MIPS 数加权平均"))
        wrong.append((mega, "以为每个时钟周期执行一条指令"))
        return Generated(
            point=POINT,
            stem=f"{opening}则该计算机执行这个程序的 MIPS 数约为",
            right=rate(right),
            wrong=[Wrong(rate(value), why) for value, why in wrong],
            steps=paragraphs(weighted, f"MIPS 数为 {mega} ÷ {decimal(cpi, 4)} {relation(right, 1)} {rate(right)}"),
            parameters={"task": "mix-mips", "hertz": int(hertz), "mix": _data(mix)},
            drawing=_drawing(mix),
        )
    count = chance.choice((10**6, 2 * 10**6, 5 * 10**6, 10**7, 2 * 10**7, 4 * 10**7))
    right = seconds(Fraction(count), cpi, hertz) * 1000

    def time(value: Fraction) -> str:
        return f"{decimal(value, 2, keep_zeros=True)} ms"

    wrong = [(seconds(Fraction(count), value, hertz) * 1000, why) for value, why in means]
    wrong.append((count / hertz * 1000, "以为每个时钟周期执行一条指令"))
    wrong.append((right * 10, "换算单位时差了 10 倍"))
    return Generated(
        point=POINT,
        stem=f"{opening}该程序共执行 {count // 10**4} 万条指令，则所用的 CPU 时间约为",
        right=time(right),
        wrong=[Wrong(time(value), why) for value, why in wrong],
        steps=paragraphs(
            weighted,
            f"共 {count}×{decimal(cpi, 4)} = {decimal(count * cpi, 4)} 个时钟周期，每秒 {hertz} 个。",
            f"CPU 时间为 {decimal(count * cpi, 4)} ÷ {hertz} s，约为 {time(right)}",
        ),
        parameters={"task": "mix-time", "hertz": int(hertz), "mix": _data(mix), "instructions": count},
        drawing=_drawing(mix),
    )


def _optimised(chance: Chance, mix: list[Group]) -> Generated | None:
    """A compiler leaves out part of one group: the new CPI (which may rise) or the speedup."""
    group = chance.choice(mix)
    part = Fraction(chance.choice((20, 25, 40, 50)), 100)
    after = thinned(mix, group.name, part)
    rest = sum((g.share for g in after), Fraction(0))
    before, total = mean_cpi(mix), sum((g.share * g.cycles for g in after), Fraction(0))
    opening = (
        f"某程序的各类指令所占比例和 CPI 如下表。\n\n{_table(mix)}\n\n"
        f"编译优化去掉了其中 {decimal(part * 100)}% 的{group.name}指令，其他指令及各类指令的 CPI 不变，主频不变，"
    )
    removed = f"优化后的指令条数是原来的 1 − {decimal(group.share, 4)}×{decimal(part)} = {decimal(rest, 4)}，"
    cycles = f"每 1 条原指令所需的周期数从 {decimal(before, 4)} 降为 {decimal(before, 4)} − {decimal(group.share * part, 4)}×{decimal(group.cycles)} = {decimal(total, 4)}。"
    if chance.one_in(2):
        right = total / rest

        def text(value: Fraction) -> str:
            return decimal(value, 2, keep_zeros=True)

        wrong = [
            (total, "没有用减少后的指令条数去除"),
            (before, "以为平均 CPI 不变"),
            (before * rest, "以为平均 CPI 与指令条数成比例"),
            (before / rest, "总周期数没有减少"),
            (mean_cpi(thinned(mix, group.name, 1 - part)), "把去掉的比例当成了留下的比例"),
            (mean_cpi(thinned(mix, group.name, Fraction(1))), "把这一类指令全去掉了"),
            (right + Fraction(1, 10), "加权时算错了一项"),
            (right - Fraction(1, 10), "加权时算错了一项"),
        ]
        return Generated(
            point=POINT,
            stem=f"{opening}则优化后程序的平均 CPI 约为",
            right=text(right),
            wrong=[Wrong(text(value), why) for value, why in wrong],
            steps=paragraphs(removed + cycles, f"平均 CPI 为 {decimal(total, 4)} ÷ {decimal(rest, 4)} {relation(right, 2)} {text(right)}"),
            parameters={"task": "optimised-cpi", "mix": _data(mix), "group": group.name, "removed": str(part)},
            drawing=_drawing(mix),
        )
    right = before / total

    def times(value: Fraction) -> str:
        return f"{decimal(value, 3, keep_zeros=True)} 倍"

    wrong = [
        (1 / rest, "只比较了指令条数，没有考虑 CPI"),
        (before / (total / rest), "用优化前后的平均 CPI 之比"),
        (total / before, "把加速比的分子分母弄反了"),
        (1 + part, "直接按去掉的百分比计算"),
        (1 / (1 - part), "以为全部指令都按这个比例减少"),
        (1 / (1 - group.share), "把这一类指令的时间全去掉了"),
        (right + Fraction(1, 20), "周期数算错了一项"),
        (right - Fraction(1, 40), "周期数算错了一项"),
    ]
    return Generated(
        point=POINT,
        stem=f"{opening}则优化后程序的执行速度约为原来的",
        right=times(right),
        wrong=[Wrong(times(value), why) for value, why in wrong],
        steps=paragraphs(
            removed + cycles,
            f"执行时间与总周期数成正比，速度之比为 {decimal(before, 4)} ÷ {decimal(total, 4)} {relation(right, 3)} {times(right)}",
        ),
        parameters={"task": "speedup", "mix": _data(mix), "group": group.name, "removed": str(part)},
        drawing=_drawing(mix),
    )


def _faster(chance: Chance) -> Generated | None:
    """The frequency that a new machine needs, whose programs take more cycles."""
    hertz = Fraction(chance.choice((1000, 1200, 1500, 1600, 2000, 2400, 3000, 4000)) * 10**6)
    old = chance.between(8, 20)
    new = chance.between(4, old - 2)
    more = Fraction(chance.choice((10, 15, 20, 25, 30, 50)), 100)
    right = hertz * old * (1 + more) / new
    if not is_exact(right / 10**9, 2):
        return None

    def text(value: Fraction) -> str:
        return f"{decimal(value / 10**9, 2, keep_zeros=True)} GHz"

    wrong = [
        (hertz * old / new, "没有考虑时钟周期数增加"),
        (hertz * old / new / (1 + more), "周期数增加反而除了"),
        (hertz * (1 + more), "只考虑了时钟周期数增加"),
        (hertz * new / old * (1 + more), "把时间的比弄反了"),
        (hertz * (1 + Fraction(old - new, old)) * (1 + more), "按时间减少的百分比提高主频"),
        (hertz * (Fraction(old, new) + more), "把两个倍数相加了"),
        (right * 2, "多算了一倍"),
        (right / 2, "少算了一半"),
    ]
    giga = hertz / 10**9
    return Generated(
        point=POINT,
        stem=(
            f"某程序在主频为 {frequency(hertz)} 的机器 A 上运行需 {old} s。现设计机器 B，希望同一程序只需 {new} s，"
            f"但 B 运行该程序所需的时钟周期数比 A 多 {decimal(more * 100)}%，则 B 的主频至少为"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            f"在 A 上的周期数为 {old}×{decimal(giga, 3)}×10^9，即 {decimal(old * giga, 3)}×10^9；"
            f"在 B 上为 {decimal(1 + more)}×{decimal(old * giga, 3)}×10^9，即 {decimal(old * giga * (1 + more), 3)}×10^9。",
            f"要在 {new} s 内完成，主频为 {decimal(old * giga * (1 + more), 3)}×10^9 ÷ {new} Hz，即 {text(right)}",
        ),
        parameters={"task": "frequency", "hertz": int(hertz), "old_s": old, "new_s": new, "more_percent": int(more * 100)},
    )


def _drawing(mix: Sequence[Group]) -> Drawing:
    bars = [
        Bar(
            group.name,
            float(group.share * group.cycles),
            f"{decimal(group.share)}×{decimal(group.cycles)} = {decimal(group.share * group.cycles, 3)}",
        )
        for group in mix
    ]
    return Bars(title="各类指令对平均 CPI 的贡献", note=f"平均 CPI {decimal(mean_cpi(mix), 3)}", bars=tuple(bars))


# --- solver ------------------------------------------------------------------------------------------------------------------------

_GROUP = (
    r"(?P<name>(?:ALU|算术逻辑运?算?|算术运算|运算|整数运?算?|浮点运?算?|Load|Store|取数|存数|取|存|访存|存储器访问|分支|转移|跳转|条件转移|"
    r"数据传送|传送|控制|其[他它]|I/O|[A-E])类?(?:型)?)(?:的)?(?:指令)?"
)
_SHARE = rf"(?P<share>{DECIMAL})\s*%"


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"优化|减少|增加|提高|加速|流水|去掉|替换|改为|变为|缺失|命中|停顿|快|慢|浮点运算次|FLOPS|峰值|至少|最高|(?<!占)比(?!例|重|率)|倍(?!频)|中断|DMA"
    )
    rows = reading.take_table()
    mix: list[Group] = []
    if rows is not None:
        cells = rows.by_heading(
            (
                (r"指令类型|指令类别|指令种类|类型|类别|指令|操作", "name"),
                (r"(?:所占|使用)?(?:的)?(?:比例|百分比|频率|频度|比重|占比)", "share"),
                (r"(?:各类)?(?:指令的)?(?:平均)?CPI|(?:时钟)?周期数?|所需(?:时钟)?周期数?|(?:平均)?时钟周期数", "cycles"),
            )
        )
        if set(cells) != {"name", "share", "cycles"}:
            stay_out("columns")
        mix = [Group(n, _share(s), _number(c)) for n, s, c in zip(cells["name"], cells["share"], cells["cycles"], strict=True)]
    for match in reading.take_all(
        rf"{_GROUP}(?:所)?(?:占|的?比例|使用频率)?{IS}{_SHARE}[,、(;]*(?:其)?(?:平均)?(?:的)?(?:CPI|需要?|每条(?:需要?)?)(?:为|是|=|:|\s)*(?P<cycles>{DECIMAL})(?:个(?:时钟)?周期)?\)?"
    ) + reading.take_all(rf"{_GROUP}(?:的)?(?:平均)?CPI{IS}(?P<cycles>{DECIMAL})[,、]*(?:所)?(?:占|比例)?{IS}{_SHARE}"):
        mix.append(Group(match["name"], Fraction(match["share"]) / 100, Fraction(match["cycles"])))
    if not mix:
        mix = _listed(reading)
    reading.take_all(
        r"(?:所占)?(?:的)?比例(?:以)?(?:及|和|与|、)(?:其|各自的)?CPI(?:数)?(?=如|见|\(|,|:)|(?:其)?指令(?:系统)?(?:可|共)?分(?:为|成)[三四五345]类"
    )
    hertz = reading.take_one(
        (
            rf"(?:CPU|机器|计算机|处理器|系统)?(?:的)?(?:主频|时钟频率|工作频率|频率|主时钟频率){IS}(?P<value>{FREQUENCY})",
            rf"(?P<value>{FREQUENCY})(?:的)?(?:主频|CPU|处理器|机器|计算机)",
        ),
        to_hertz,
    )
    period = reading.take_one(rf"(?:CPU)?(?:的)?(?:主频|时钟)周期(?:长度)?{IS}(?P<value>{TIME})", to_seconds)
    if period:
        if hertz is not None:
            stay_out("period and frequency")
        hertz = 1 / period
    given = reading.take_one(
        rf"(?:指令)?(?:的)?(?:平均)?(?:CPI|每条指令(?:平均)?(?:需要?|用)){IS}(?P<value>{DECIMAL})(?:个(?:时钟)?周期)?(?!\d)", Fraction
    )
    instructions = reading.take_one(
        (
            r"(?:共|总共)?(?:执行|包含|含有?|有|运行)?(?:了)?(?P<value>\d+(?:\.\d+)?\s*(?:[×xX*]\s*10\s*\^?\s*\d+|万|亿|百万)?)\s*条(?:机器)?指令",
            r"(?:总?指令(?:总)?(?:条)?数)(?:目)?(?:为|是|=|:|共|有)*(?P<value>\d+(?:\.\d+)?\s*(?:[×xX*]\s*10\s*\^?\s*\d+|万|亿|百万)?)\s*条?",
        ),
        _count,
    )
    asked = reading.take_words(
        (
            (r"MIPS(?:数|值|速率)?(?:是多少)?|每秒(?:平均)?(?:执行|运行)(?:多少)?(?:百万)?(?:条)?指令|(?:指令)?执行速度", "mips"),
            (r"(?:平均)?CPI|(?:每条)?指令(?:的)?平均(?:时钟)?周期数|平均每条指令(?:的)?(?:时钟)?周期数", "cpi"),
            (r"(?:程序)?(?:的)?(?:CPU)?(?:总)?(?:执行|运行)?(?:所需)?时间(?:为)?|CPU时间|多长时间|多久", "time"),
        )
    )
    reading.take_all(r"\(?1\s*M\s*=\s*10\^?6\)?|如(?:下)?表(?:所示)?")
    reading.finish(
        "CPU 计算机 机器 处理器 程序 基准程序 测试程序 指令 各类 各种 类 四类 三类 两类 指令系统 主频 平均 所占 比例 占 混合 执行 运行 条 上 共 表 单位 用 它 一段 某类 某机 该机 组成 一台 在一台 它们 在该机 百分比 典型"
    )
    if (bool(mix) and given is not None) or (not asked):
        return None
    if mix and (sum(group.share for group in mix) != 1 or any(not group.cycles for group in mix)):
        return None
    needs = [task for task in ("cpi", "mips", "time") if task in asked]
    if not mix and (given is None or needs == ["cpi"]):
        return None
    if not mix and "cpi" in needs:
        return None
    parameters: dict[str, object] = {"asked": needs}
    understood: list[tuple[str, str]] = []
    if mix:
        parameters["mix"] = _data(mix)
        understood.append(("指令比例和 CPI", "，".join(f"{g.name} {decimal(g.share * 100)}%、{decimal(g.cycles)}" for g in mix)))
    else:
        parameters["cpi"] = str(given)
        understood.append(("CPI", decimal(given or Fraction(0), 4)))
    missing = []
    if hertz is not None:
        parameters["hertz"] = str(hertz)
        understood.append(("主频", frequency(hertz)))
    elif needs != ["cpi"]:
        missing.append(Missing("hertz", "主频是多少（如 500MHz）？", "主频为 {}"))
    if instructions is not None:
        parameters["instructions"] = str(instructions)
        understood.append(("指令条数", decimal(instructions, 4)))
    elif "time" in needs:
        missing.append(Missing("instructions", "共执行多少条指令？", "共执行 {} 条指令"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


_GAP = r"(?:依次|分别|各自|各|为|是|=|:|占|\s)*"
_PERCENTAGES = rf"(?P<shares>{DECIMAL}\s*%(?:\s*(?:、|,|/|和|及| )\s*{DECIMAL}\s*%)+)"
_NUMBERS = rf"(?P<cycles>{DECIMAL}(?:\s*(?:、|,|/|和|及| )\s*{DECIMAL}(?![\d.]*\s*(?:%|[GMk]Hz)))+)(?:个(?:时钟)?周期)?"


def _listed(reading: Reading) -> list[Group]:
    """The mix where shares and cycles stand in two lists, or the shares with the names and the cycles in a list."""
    numbers = reading.take(
        rf"(?:(?:它们|其|各类|每类)?(?:指令)?(?:的)?(?:平均)?(?:CPI|(?:所需)?(?:的)?(?:时钟)?周期数)(?:值|数)?|每条(?:指令)?(?:需要?|用)){_GAP}{_NUMBERS}"
    )
    if numbers is None:
        return []
    cycles = [Fraction(number) for number in re.findall(DECIMAL, numbers["cycles"])]
    listed = reading.take(
        rf"(?:(?:它们|各|各类)?(?:指令)?(?:的)?(?:所占|出现|使用)?(?:的)?(?:比例|频率|频度|占比|百分比|概率|比重)|各?占(?:比)?){_GAP}{_PERCENTAGES}"
    )
    if listed is not None:
        shares = re.findall(DECIMAL, listed["shares"])
        names = list("ABCDEFGH")
    else:
        matches = reading.take_all(rf"{_GROUP}(?:所)?(?:占|的?比例|使用频率)?{IS}{_SHARE}")
        shares, names = [match["share"] for match in matches], [match["name"] for match in matches]
    if not 2 <= len(cycles) == len(shares) <= 8:
        stay_out("lists of different lengths")
    named = reading.take(r"(?:有|分为?)?(?P<names>A(?:、?[B-H])+)(?:[二三四五六七八2-8])?类(?:指令)?")
    counted = reading.take(r"(?:共|分为?|有)*(?P<count>[二两三四五六七八2-8])(?:类|种)(?:型)?(?:的)?(?:机器)?(?:指令)?")
    if named and len(re.findall("[A-H]", named["names"])) != len(shares):
        stay_out("another number of names")
    if counted and to_int(counted["count"]) != len(shares):
        stay_out("another number of kinds")
    return [Group(name, Fraction(share) / 100, number) for name, share, number in zip(names, shares, cycles, strict=False)]


def _share(text: str) -> Fraction:
    text = text.replace(" ", "")
    if text.endswith("%"):
        return _number(text[:-1]) / 100
    value = _number(text)
    return value if value < 1 else value / 100


def _number(text: str) -> Fraction:
    try:
        return Fraction(text.strip())
    except ValueError:
        stay_out(f"not a number: {text}")


def _count(text: str) -> Fraction:
    scale = 1
    for word, factor in (("百万", 10**6), ("万", 10**4), ("亿", 10**8)):
        if word in text:
            text, scale = text.replace(word, ""), factor
            break
    if any(sign in text for sign in "×xX*"):
        number, _, power = text.replace("x", "×").replace("X", "×").replace("*", "×").partition("×")
        exponent = int("".join(sign for sign in power if sign.isdigit())[2:] or 1)
        return Fraction(number.strip()) * Fraction(10**exponent)
    return Fraction(text.strip()) * scale


def _solve(parameters: Parameters) -> Solution:
    if (solution := _SOLVE(parameters)) is not None:
        return solution
    if "task" in parameters:
        others = {
            "two machines": _machines_solver.solve,
            "sequences": _sequences_solver.solve,
            "changed": _performance_solver.solve_changed,
            "compared": _performance_solver.solve_compared,
        }
        return others.get(parameters["task"], _speedup_solver.solve)(parameters)
    mix = [Group(name, Fraction(share), Fraction(cycles)) for name, share, cycles in parameters.get("mix", [])]
    cpi = mean_cpi(mix) if mix else Fraction(parameters["cpi"])
    hertz = Fraction(parameters["hertz"]) if "hertz" in parameters else Fraction(0)
    answers, lines = [], []
    if mix:
        lines.append(f"平均 CPI 为 {_terms(mix)} {relation(cpi, 4)} {decimal(cpi, 4)}。")
    for task in parameters["asked"]:
        if task == "cpi":
            answers.append(f"平均 CPI {'为' if is_exact(cpi, 4) else '≈'} {decimal(cpi, 4)}")
        elif task == "mips":
            rate = mips(hertz, cpi)
            lines.append(
                f"MIPS 数 = 主频 ÷ (CPI × 10^6)，即 {decimal(hertz / 10**6, 4)} ÷ {decimal(cpi, 4)} {relation(rate)} {decimal(rate)}。"
            )
            answers.append(f"{'' if is_exact(rate) else '约 '}{decimal(rate)} MIPS")
        else:
            instructions = Fraction(parameters["instructions"])
            spent = seconds(instructions, cpi, hertz)
            lines.append(
                f"CPU 时间 = 指令条数 × CPI ÷ 主频，即 {decimal(instructions, 4)} × {decimal(cpi, 4)} ÷ {decimal(hertz, 4)} 秒，为 {duration(spent)}。"
            )
            answers.append(f"CPU 时间 {duration(spent)}")
    return Solution(
        answer="，".join(answers),
        steps=paragraphs(*lines),
        conventions=("1 MIPS 为每秒 10^6 条指令，1 GHz = 10^9 Hz",),
        drawing=_drawing(mix) if mix else None,
    )


_SOLVE = solver(_performance_topics.TOPICS)

KIND = Kind(
    name="cpu-performance",
    title="CPI 与 MIPS",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"条指令|CPI|MIPS|主频|加速比|Amdahl|阿姆达尔|时钟频率|(?:速度|性能).*时间|时间.*速度|\d+\s*%.*倍|\d\s*(?:秒|s).*倍",
        recognise=first_reading(
            _recognise,
            _speedup_solver.amdahl,
            _performance_solver.mixed,
            _performance_solver.quantities,
            _performance_solver.changed,
            _performance_solver.partial,
            _performance_solver.compared,
            _performance_solver.moved,
            _machines_solver.recognise,
            _sequences_solver.recognise,
            *map(recogniser, _performance_topics.TOPICS),
        ),
        solve=_solve,
    ),
)
