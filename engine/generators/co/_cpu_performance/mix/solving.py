"""An instruction mix read from a pasted problem, and what is asked of it."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._cpu_performance import amdahl_parts_reading, machines_claims
from engine.generators.co._cpu_performance import machines_solving as machines_solver
from engine.generators.co._cpu_performance import sequences_solving as sequences_solver
from engine.generators.co._cpu_performance import topics as performance_topics
from engine.generators.co._cpu_performance.mix import designs as mix_designs
from engine.generators.co._cpu_performance.mix import lists_reading as mix_lists_reading
from engine.generators.co._cpu_performance.mix import reading as mix_reading
from engine.generators.co._cpu_performance.mix.simulator import Group, data_of, drawing_of, mean_cpi, mips, seconds, terms
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.laws.measures import FREQUENCY, IS, TIME, duration, frequency, to_hertz, to_seconds
from engine.generators.laws.solving import solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, relation
from engine.generators.reading import DECIMAL, Reading, stay_out, to_int

_GROUP = (
    r"(?P<name>(?:ALU|算术逻辑运?算?|算术运算|运算|整数运?算?|浮点运?算?|Load|Store|取数|存数|取|存|访存|存储器访问|分支|转移|跳转|条件转移|"
    r"数据传送|传送|控制|其[他它]|I/O|[A-E])类?(?:型)?)(?:的)?(?:指令)?"
)


_SHARE = rf"(?P<share>{DECIMAL})\s*%"


def recognise(text: str) -> Recognition | None:
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
        parameters["mix"] = data_of(mix)
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
    cycles = [Fraction(number) for number in patterns.findall(DECIMAL, numbers["cycles"])]
    listed = reading.take(
        rf"(?:(?:它们|各|各类)?(?:指令)?(?:的)?(?:所占|出现|使用)?(?:的)?(?:比例|频率|频度|占比|百分比|概率|比重)|各?占(?:比)?){_GAP}{_PERCENTAGES}"
    )
    if listed is not None:
        shares = patterns.findall(DECIMAL, listed["shares"])
        names = list("ABCDEFGH")
    else:
        matches = reading.take_all(rf"{_GROUP}(?:所)?(?:占|的?比例|使用频率)?{IS}{_SHARE}")
        shares, names = [match["share"] for match in matches], [match["name"] for match in matches]
    if not 2 <= len(cycles) == len(shares) <= 8:
        stay_out("lists of different lengths")
    named = reading.take(r"(?:有|分为?)?(?P<names>A(?:、?[B-H])+)(?:[二三四五六七八2-8])?类(?:指令)?")
    counted = reading.take(r"(?:共|分为?|有)*(?P<count>[二两三四五六七八2-8])(?:类|种)(?:型)?(?:的)?(?:机器)?(?:指令)?")
    if named and len(patterns.findall("[A-H]", named["names"])) != len(shares):
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


def solve(parameters: Parameters) -> Solution:
    if (solution := _SOLVE(parameters)) is not None:
        return solution
    if "task" in parameters:
        others = {
            "two machines": machines_solver.solve,
            machines_claims.TASK: machines_claims.solve,
            "mix": mix_reading.solve,
            mix_designs.TASK: mix_designs.solve,
            "sequences": sequences_solver.solve,
            "mix on two machines": mix_lists_reading.solve,
            "parts made faster": amdahl_parts_reading.solve,
            "mix by times": mix_lists_reading.solve,
        }
        return others[parameters["task"]](parameters)
    mix = [Group(name, Fraction(share), Fraction(cycles)) for name, share, cycles in parameters.get("mix", [])]
    cpi = mean_cpi(mix) if mix else Fraction(parameters["cpi"])
    hertz = Fraction(parameters["hertz"]) if "hertz" in parameters else Fraction(0)
    answers, lines = [], []
    if mix:
        lines.append(f"平均 CPI 为 {terms(mix)} {relation(cpi, 4)} {decimal(cpi, 4)}。")
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
        also=(decimal(rounded, 0), decimal(rounded, 1)) if (rounded := _one_rate(parameters, hertz, cpi)) is not None else (),
        drawing=drawing_of(mix) if mix else None,
    )


def _one_rate(parameters: Parameters, hertz: Fraction, cpi: Fraction) -> Fraction | None:
    """The MIPS where nothing else is asked: options round them."""
    return mips(hertz, cpi) if parameters["asked"] == ["mips"] else None


_SOLVE = solver(performance_topics.TOPICS)
