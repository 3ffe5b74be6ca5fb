"""CPI, MIPS and execution time: the mean over an instruction mix, and what a change of it is worth.

Definitions after Patterson and Hennessy, Computer Organization and Design (performance): CPU time = instructions × CPI ÷ clock
frequency; MIPS = frequency ÷ (CPI × 10^6). K, M and G are powers of 1000 here.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._cpu_performance import machines_claims
from engine.generators.co._cpu_performance import machines_solving as machines_solver
from engine.generators.co._cpu_performance import sequences_solving as sequences_solver
from engine.generators.co._cpu_performance import topics as performance_topics
from engine.generators.co._cpu_performance.mix import lists_reading as mix_lists_reading
from engine.generators.co._cpu_performance.mix import reading as mix_reading
from engine.generators.co._cpu_performance.mix.simulator import Group, data_of, drawing_of, mean_cpi, mips, seconds, terms, thinned
from engine.generators.co._cpu_performance.mix.solving import solve
from engine.generators.co._cpu_performance.written import written_plainly
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.laws.changes import with_changes
from engine.generators.laws.measures import frequency
from engine.generators.laws.solving import recogniser
from engine.generators.markdown import paragraphs, table
from engine.generators.quantities import decimal, is_exact, relation
from engine.generators.variations import solving_variations

POINT = "co.intro.performance"


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


def _mean(mix: list[Group]) -> Generated | None:
    def text(value: Fraction) -> str:
        return decimal(value, 2, keep_zeros=True)

    right = mean_cpi(mix)
    return Generated(
        point=POINT,
        stem=f"某程序在一台计算机上执行时，各类指令所占比例和 CPI 如下表。\n\n{_table(mix)}\n\n则该程序的平均 CPI 为",
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in _mean_of(mix)],
        steps=paragraphs("平均 CPI 是各类指令的 CPI 按所占比例加权的和。", f"{terms(mix)} = {text(right)}"),
        parameters={"task": "cpi", "mix": data_of(mix)},
        drawing=drawing_of(mix),
    )


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
    weighted = f"平均 CPI 为 {terms(mix)} = {decimal(cpi, 4)}。"
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
            parameters={"task": "mix-mips", "hertz": int(hertz), "mix": data_of(mix)},
            drawing=drawing_of(mix),
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
        parameters={"task": "mix-time", "hertz": int(hertz), "mix": data_of(mix), "instructions": count},
        drawing=drawing_of(mix),
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
            parameters={"task": "optimised-cpi", "mix": data_of(mix), "group": group.name, "removed": str(part)},
            drawing=drawing_of(mix),
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
        parameters={"task": "speedup", "mix": data_of(mix), "group": group.name, "removed": str(part)},
        drawing=drawing_of(mix),
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


KIND = Kind(
    name="cpu-performance",
    title="CPI 与 MIPS",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"条指令|CPI|MIPS|主频|加速比|Amdahl|阿姆达尔|时钟频率|(?:速度|性能).*时间|时间.*速度|执行时间|FLOPS|\d+\s*%.*倍|\d\s*(?:秒|s).*倍|(?:机器\s?[A-Z甲]|[A-Z甲]\s?机).*\d\s*(?:秒|s).*(?:结论|说法)",
        recognise=with_changes(
            written_plainly(
                first_reading(
                    mix_reading.mix,
                    mix_lists_reading.recognise,
                    machines_solver.recognise,
                    machines_claims.recognise,
                    sequences_solver.recognise,
                    *map(recogniser, performance_topics.TOPICS),
                )
            )
        ),
        solve=solving_variations(solve),
    ),
)
