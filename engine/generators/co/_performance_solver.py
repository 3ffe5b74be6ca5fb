"""Reading CPU performance problems by their parts: a mix told group by group, changed programs and machines, quantities in any order."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators.clauses import Role
from engine.generators.co._clauses import FREQUENCY, NUMBER, POWER, SHARE, TIME, TIMES, Clauses, to_hertz, to_large, to_seconds, to_times
from engine.generators.co._measures import duration, frequency
from engine.generators.co._speedup_solver import derive, shown
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import compiled, stay_out, to_share

_HARMLESS = """
CPU 计算机 机器 处理器 处理机 程序 程序段 基准程序 测试程序 标准测试程序 某程序 指令 指令集 各类 各种 类 类型 种类 几类 四类 三类 两类 五类 指令系统 主频 时钟频率 工作频率 频率 时钟 周期 时钟周期 周期数 时钟周期数 平均 所占 比例 比重 频度 占 混合 执行 运行 运行时 条 条数 指令条数 指令数 上 共 表 单位 用 它 一段 某类 某机 该机 组成 一台 在一台 它们 在该机 百分比 典型 有效 各自 每条 每类 每 需要 需 耗费 耗时 花费 用时 总 总共 数 数目 速度 速率 执行速度 时间 执行时间 运行时间 CPU时间 统计 结果 如下 分别 依次 各 均 完 完成 跑 段 秒 s 若 则 之比 与 和 相比 后 原来 现在 编译 编译器 生成 采用 有 具有 相同 同样 同一 同一个 不变 其余 其他 部分 全部 性能 MIPS数 MIPS速率 CPI MIPS 值 是 系统 机 机上 内 平均CPI 有效CPI 平均执行 平均执行速度 每秒 百万条指令 百万条 需时 某 一个 目标代码 代码 高级语言
"""
_KIND = (
    r"(?:(?:ALU|算术(?:逻辑)?(?:运算)?|逻辑(?:运算)?|整数(?:运算)?|整型(?:运算)?|定点(?:运算)?|浮点(?:运算)?|乘除法?|乘法|除法|加减法?|加法|运算|Load(?:/Store)?|Store|取数(?:/存数)?|存数|取|存|装入|存储|访存|访问存储器|存储器访问|读写内存|内存访问|"
    r"分支|转移|跳转|条件转移|条件分支|无条件转移|控制转移|数据传送|数据传输|传送|控制|程序控制|其[他它]|I/O|输入输出|输入/输出|移位|比较|调用|子程序调用|寄存器|R型|I型|J型|[A-H]|第?[一二三四五六]|第?[1-6])(?:类|型|种)*(?:的)?(?:指令|操作|运算)?(?:类)?)"
)
_CYCLE = r"(?:CPI|(?:时钟|机器)?周期(?:数)?)"
_LINK = r"(?:其|它|平均|每条|的|指令|需要?|执行|时钟|周期数|周期|CPI|为|是|=|:|各|用|要|花|占|耗|均|个|数|\s|[,、(])*"
_DANGER = r"优化|缺失|命中|停顿|冒险|流水|中断|DMA|FLOPS|峰值|多核|四核|双核|空闲|存取周期|并行度|超标量|Cache|TLB|页"
_DANGER_APART = _DANGER.removeprefix("优化|")  # where the improvement of one part is what is asked about


_AMOUNT = rf"(?P<share>{NUMBER}\s*%|{POWER}\s*条(?!指令数))"
_COST = (
    r"(?<![\d.])(?P<cycles>\d+(?:\.\d+)?)(?![\d.]|\s*(?:%|条|[kKMG]?Hz|ns|s|秒|类|种|×|万|亿))\s*(?:个)?(?:时钟|机器)?(?:周期)?(?:数)?\)?"
)
_PAIRS = (
    rf"(?:{_KIND})?(?:的)?(?:指令)?(?:条数|数量|数|所占|占|的?比例|使用频率|频度|出现|有|共|执行|了|为|是|=|:|\(|\s)*(?<![\d.]){_AMOUNT}(?:的)?(?:指令)?(?:时间)?{_LINK}{_COST}",
    rf"{_AMOUNT}(?:的)?(?:是|为)?{_KIND}(?:的)?(?:指令)?[,(]*(?:其)?(?:平均)?(?:的)?CPI(?:为|是|=|:|\s)*{_COST}",
    rf"(?:{_KIND})(?:的)?(?:指令)?{_LINK}CPI{_LINK}(?P<cycles>\d+(?:\.\d+)?)(?![\d.])(?:个(?:时钟)?周期)?[,、(]*(?:占|比例|执行|有|共|所|的|为|是|=|使用频率|频度|出现|了|\s)*{_AMOUNT}(?:指令)?\)?",
)


def mixed(text: str) -> Recognition | None:
    """Groups of instructions, each with its share or count and its cycles; CPI, MIPS and time."""
    reading = Clauses(text)
    reading.refuse(rf"{_DANGER}|减少|增加|提高|加速|去掉|替换|改为|变为|变成|最高|倍|机器周期|比较")
    reading.take_all(r"\(?1\s*M\s*=\s*10\^?6\)?|如(?:下)?表(?:所示)?")
    reading.take_all(
        rf"(?:各|每)(?:类|种)(?:型)?(?:的)?指令(?:的)?(?:条数|数量|所占比例|比例|出现频率|使用频率|频度|占比)(?:以及|及其?|和|与|、)(?:其|各自|每条)?(?:的)?(?:平均)?{_CYCLE}(?:分别)?(?:如下|为|是|:)*"
    )
    groups: list[tuple[str, str]] = []
    heading = bool(re.search(_CYCLE, reading.text))
    for pattern in _PAIRS:
        amounts_told = len(compiled(rf"{NUMBER}\s*%|{POWER}\s*条(?!指令数)").findall(reading.rest))
        found = list(compiled(pattern).finditer(reading.rest))
        # Only where every share or count has its cycles; in another order each would be given its neighbour's.
        if len(found) > 1 and len(found) in (amounts_told, amounts_told - 1):
            groups = [(match["share"], match["cycles"]) for match in reading.take_all(pattern)]
            break
    if not groups:
        groups = _apart(reading)
    if len(groups) < 2 or not heading or len({share.endswith("%") for share, _ in groups}) != 1:
        return None
    values = reading.assign(
        (
            Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
            Role(name="period", quantity=TIME, read=to_seconds, before=r"(?:时钟)?周期(?:长度|时间)?"),
            Role(
                name="instructions",
                quantity=rf"{POWER}\s*条(?:机器)?(?:指令)?",
                read=_instructions,
                before=r"共|总|执行|包含|含|有|指令(?:总|条)*数",
                alone=True,
            ),
        )
    )
    asked = reading.asked(_ASKED)
    reading.take_all(rf"{_KIND}|[三四五六二两2-6](?:种|类)(?:型|不同)*(?:的)?(?:指令)?")
    reading.finish(_HARMLESS)
    counted = not groups[0][0].endswith("%")
    amounts = [to_large(share.removesuffix("条").strip()) if counted else to_share(share) for share, _ in groups]
    total = sum(amounts, Fraction(0))
    if (not counted and total != 1) or not asked or not total:
        return None
    if counted and values.get("instructions", total) != total:
        return None
    mix = [
        [f"第 {number} 类", str(amount / total), cycles]
        for number, (amount, (_, cycles)) in enumerate(zip(amounts, groups, strict=True), 1)
    ]
    hertz = values.get("hertz") or (1 / values["period"] if "period" in values else None)
    if "hertz" in values and "period" in values:
        return None
    instructions = total if counted else values.get("instructions")
    if set(asked) - {"cpi", "mips", "time"}:
        return None
    needs = [task for task in ("cpi", "mips", "time") if task in asked]
    parameters: dict[str, object] = {"asked": needs, "mix": mix}
    understood = [("指令和 CPI", "，".join(f"{share} 的 CPI 为 {cycles}" for share, cycles in groups))]
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


def _apart(reading: Clauses) -> list[tuple[str, str]]:
    """Shares or counts group by group, and the CPIs in one list of as many, in the same order."""
    listing = rf"(?P<names>(?:{_KIND}[、,和与及]?)*)(?:指令|各类|三类|四类|两类|它们|其|对应|相应|的|平均|每条)*{_CYCLE}(?:分别|依次|各|为|是|=|:)+\s*(?P<list>\d+(?:\.\d+)?(?:\s*[、,和与 /]+\s*\d+(?:\.\d+)?)+)(?![\d.%]|\s*(?:[条×万亿]|[KMG]?Hz))(?:个(?:时钟)?周期)?"
    single = rf"(?P<name>{_KIND})(?:指令)?(?:的)?(?:条数|数量|比例)?(?:有|占|是|为|执行|了|共|=|:|\s)*{_AMOUNT}(?:指令)?"
    lists, amounts = list(compiled(listing).finditer(reading.rest)), list(compiled(single).finditer(reading.rest))
    if len(lists) != 1:
        return []
    cycles = re.findall(r"\d+(?:\.\d+)?", lists[0]["list"])
    names = [re.sub("类|指令|型", "", match["name"]) for match in amounts]
    order = [re.sub("类|指令|型", "", name) for name in re.findall(_KIND, lists[0]["names"])]
    if len(cycles) != len(amounts) or len(set(names)) != len(names) or (order and order != names):
        return []
    reading.take_all(listing)
    reading.take_all(single)
    return list(zip([match["share"] for match in amounts], cycles, strict=True))


_ASKED = (
    (
        r"MIPS(?:数|值|速率)?(?:是多少)?|每秒(?:钟)?(?:平均)?(?:能|可|可以)?(?:执行|运行)(?:多少)?(?:百万)?(?:条)?指令|(?:指令)?(?:平均)?(?:的)?(?:执行|运算)?速度(?:是|为)?(?:多少)?(?:MIPS)?|执行速率",
        "mips",
    ),
    (
        r"(?:平均|有效|综合)?(?:的)?CPI|(?:每条)?指令(?:的)?平均(?:需要?|的)?(?:时钟)?周期数|平均每条指令(?:的|需要?|用|执行)*(?:多少|几)?(?:个)?(?:时钟)?周期数?",
        "cpi",
    ),
    (
        r"(?:程序)?(?:的)?(?:CPU|总|执行|运行|所需|完成|跑完)+(?:的)?(?:程序)?(?:所需|需要?|需)?(?:的)?(?:总)?(?:时间)(?:为)?(?:多少|多长)?|多长时间|多少时间|(?:多少|几)(?:秒|毫秒|微秒|ms)(?:能|可以|才|就)*(?:跑|执行|运行|做)完|(?:需要?|要|用|花|跑完|跑|执行完|完成|运行完?)+(?:多少|几)(?:秒|ms|毫秒|微秒)|多久|时间(?:是|为)?多少|用时",
        "time",
    ),
    (r"(?:CPU)?(?:的)?(?:主频|时钟频率)(?:应|是|为)*(?:多少)?", "hertz"),
    (r"(?:共|总共)?(?:执行|包含|有)?(?:了)?(?:的)?(?:指令(?:总)?(?:条)?数|(?:多少|几)条(?:机器)?指令)", "instructions"),
    (r"(?:总)?(?:的)?(?:时钟)?周期(?:总)?数|(?:多少|几)个(?:时钟)?周期", "cycles"),
)


def _instructions(text: str) -> Fraction:
    return to_large(re.sub(r"\s*条.*", "", text))


def quantities(text: str) -> Recognition | None:
    """From instructions, cycles or CPI, clock, time, MIPS: the one that is asked."""
    reading = Clauses(text)
    reading.refuse(
        rf"{_DANGER}|减少|增加|提高|加速|改为|变为|变成|快|慢|至少|最高|倍|%|类|占|两台|指令字长|访存|其中|I/O|机器周期|指令周期|总线|存储器|M2|P2|B机|机器B|每(?:个)?(?:时钟)?周期(?:可|能)?(?:执行|完成|发射)|之比|分别"
    )
    number = rf"{POWER}(?![\d.A-Za-z%条个次]|\s*(?:Hz|ns|ms|s|秒|MIPS|倍|条|个))"
    values: dict[str, Any] = reading.assign(
        (
            Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
            Role(name="mips", quantity=rf"{NUMBER}\s*MIPS", read=lambda t: Fraction(re.match(r"[\d.]+", t)[0]), alone=True),  # type: ignore[index]
            Role(name="period", quantity=TIME, read=to_seconds, before=r"(?:时钟|主频)周期(?:长度|时间)?"),
            Role(name="time", quantity=TIME, read=to_seconds, before=r"时间|用时|耗时|运行|执行|花|用|跑|需要?|共", alone=True),
            Role(name="instructions", quantity=rf"{POWER}\s*条(?:机器)?(?:指令)?", read=_instructions, alone=True),
            Role(
                name="cycles",
                quantity=rf"{POWER}\s*个(?:CPU)?(?:时钟)?周期",
                read=lambda t: to_large(re.sub(r"\s*个.*", "", t)),
                before=r"共|总共|用|花|需要?|耗费?|经过|消耗",
            ),
            Role(
                name="each",
                quantity=rf"{POWER}\s*个(?:CPU)?(?:时钟)?周期",
                read=lambda t: to_large(re.sub(r"\s*个.*", "", t)),
                before=r"每条(?:平均)?(?:需要?|要|用|花|占)*|(?:每条|一条|平均)(?:机器)?指令(?:平均)?(?:的)?(?:执行)?(?:需要?|要|用|花|占|消耗)*",
            ),
            Role(name="cpi", quantity=number, read=to_large, before=r"CPI"),
            Role(name="count", quantity=number, read=to_large, before=r"指令(?:总)?(?:条)?数(?:目)?|指令总条数"),
            Role(name="total", quantity=number, read=to_large, before=r"(?:时钟)?周期(?:总)?数"),
            Role(name="rate", quantity=number, read=to_large, before=r"MIPS(?:数|值|速率)?"),
        )
    )
    reading.take_all(r"(?:每|一|1)条(?:机器)?指令|(?<=程序)\s*[A-Z](?![A-Za-z\d])")
    asked = reading.asked(_ASKED)
    reading.finish(_HARMLESS)
    for name, other in (("each", "cpi"), ("count", "instructions"), ("total", "cycles"), ("rate", "mips")):
        if name in values:
            if other in values:
                return None
            values[other] = values.pop(name)
    if "period" in values:
        if "hertz" in values:
            return None
        values["hertz"] = 1 / values.pop("period")
    return _derived({name: Fraction(value) for name, value in values.items()}, asked)


def _derived(given: dict[str, Fraction], asked: list[str]) -> Recognition | None:
    if not asked or set(asked) & set(given):
        return None
    known = derive(given)
    if any(task not in known for task in asked):
        return None
    for name in given:  # a figure too many belongs to another question
        fewer = derive({other: value for other, value in given.items() if other != name})
        if all(task in fewer for task in asked):
            return None
    names = {"hertz": "主频", "mips": "MIPS", "cpi": "CPI", "cycles": "时钟周期数", "instructions": "指令条数", "time": "CPU 时间"}
    return Recognition(
        parameters={"task": "quantities", "given": {name: str(value) for name, value in given.items()}, "asked": asked},
        understood=(
            *((names[name], shown(name, value)) for name, value in given.items()),
            ("求", "、".join(names[task] for task in asked)),
        ),
    )


_SAME = r"(?:具有|有)?(?:相同|同样|同一)(?:的)?(?:个)?(?:指令系统|指令集)?(?:体系结构|架构)?(?:\(?ISA\)?)?"
_FASTER = r"(?:提高|提升|增加|加快|上升|增大|变大|增|升)"
_LESS = r"(?:减少|降低|下降|缩短|缩减|减小|减)"
_CHANGE = rf"(?:会|将|被|也|而|都|均)*(?:(?P<verb>{_FASTER}|{_LESS}|变|成)?(?:了)?(?P<to>到了?|为|至|成)?(?P<of>(?:原来|原先|以前|原有|优化前|之前|M1|A)(?:机)?(?:上)?的?)?)\s*(?P<amount>{NUMBER}\s*%|{TIMES}|百分之\w{{1,3}})"


def _factor(match: re.Match[str]) -> Fraction:
    """What a change multiplies by.

    Raises:
        StayOut: "raised by 3 times" has two readings.
    """
    verb, amount = match["verb"] or "", match["amount"]
    by = not (match["to"] or match["of"] or verb in ("变", "成"))
    if "倍" in amount:
        value = to_times(amount)
        if by:
            if value == 1 and re.fullmatch(_FASTER, verb):
                return Fraction(2)
            stay_out(match[0])
        return value
    share = to_share(amount)
    if not by:
        return share
    if re.fullmatch(_FASTER, verb):
        return 1 + share
    if re.fullmatch(_LESS, verb):
        return 1 - share
    return stay_out(match[0])


def changed(text: str) -> Recognition | None:
    """Instructions, CPI or clock of a program changed by factors; the time afterwards, or the speedup."""
    reading = Clauses(text)
    reading.refuse(r"缺失|命中|停顿|冒险|流水|中断|DMA|FLOPS|多核|空闲|Cache|类|占|其中|部分|I/O|两台|机器B|B机|M2|分别|至少|最多")
    factors: dict[str, Fraction] = {}
    for name, word in (
        ("instructions", r"(?:P|程序)?(?:的)?(?:所)?(?:执行|需要)?(?:的)?(?:动态)?指令(?:的)?(?:总)?(?:条)?(?:数)(?:目|量)?"),
        ("cpi", r"(?:平均)?CPI"),
        ("hertz", r"(?:CPU)?(?:的)?(?:主频|时钟频率)"),
        ("period", r"时钟周期(?:长度|时间)?"),
    ):
        quantity = {"hertz": FREQUENCY, "period": TIME}.get(name, r"\d+(?:\.\d+)?(?![\d.%倍万亿×])")
        link = r"(?:仅|只|也|又|被|会|就|,|都|还)*"
        told = reading.take_all(
            rf"{word}(?:由|从)(?:原来的?)?\s*(?P<old>{quantity})\s*{link}(?:提高|提升|增加|升|上升|降低|降|下降|减少|减小|变|改|缩短|增|减)(?:到|为|至|成)\s*(?P<new>{quantity})"
            rf"|(?:优化|改进|升级|编译优化|修改)(?:之)?前(?:的)?,?{word}(?:为|是|=|:)*\s*(?P<old2>{quantity})\s*[,;。](?:而|则)?(?:优化|改进|升级|修改)?(?:之)?后(?:的)?(?:{word})?(?:变)?(?:为|是|成|=|:)*\s*(?P<new2>{quantity})"
        )
        if len(told) > 1:
            return None
        if told:
            read = {"hertz": to_hertz, "period": to_seconds}.get(name, Fraction)
            old, new = read(told[0]["old"] or told[0]["old2"]), read(told[0]["new"] or told[0]["new2"])
            if not old or not new:
                return None
            factors[name] = new / old
            continue
        found = reading.take_all(rf"{word}{_CHANGE}")
        if len(found) > 1:
            return None
        if found:
            factors[name] = _factor(found[0])
    if not factors or ("hertz" in factors and "period" in factors) or any(value <= 0 for value in factors.values()):
        return None
    reading.take_all(
        r"(?:而|且|但|其中)?(?:(?:主频|时钟频率|时钟周期|指令(?:总)?(?:条)?数(?:目|量)?|CPI|其他|其余|其它|条件|参数|和|与|、|及)+)(?:都|均|也|保持|维持)*(?:不变|没变|没有变化|相同)"
    )
    values = reading.assign((Role(name="time", quantity=TIME, read=to_seconds, before=r"时间|用时|运行|执行|耗时|需要?|花", alone=True),))
    asked = reading.asked(
        (
            (
                r"(?:性能)?加速比|(?:速度|性能)(?:提高|提升|是|变)(?:了|为|到|原来的)*(?:多少|几)倍|(?:时间)(?:是|为|变为)(?:优化前|原来)的(?:多少|几)(?:倍)?",
                "speedup",
            ),
            (
                r"(?:优化|修改|改进|改变|编译|之|现在|此时)*(?:后)?(?:的)?(?:P|程序|它)?(?:在)?(?:M|机器M|该机)?(?:上)?(?:的)?(?:CPU|执行|运行)(?:时间)?(?:变)?(?:是|为|需要?)*(?:多少|多长)?(?:时间|秒)?|(?:需要?|要)(?:多久|多少秒|多长时间)|时间(?:是|为|变为|变成)多少",
                "time",
            ),
        )
    )
    reading.take_all(r"(?<![A-Za-z])(?:P|M|A)(?![A-Za-z\d])")
    reading.finish(
        _HARMLESS + " 优化 编译优化 进行 经过 改进 升级 硬件 软件 但 却 但是 导致 使 对 程序P 机器M 优化后 对其 措施 技术 新 变化 而 了"
    )
    if len(asked) != 1 or (asked == ["time"]) != ("time" in values):
        return None
    if asked == ["speedup"] and "的多少" in reading.text and "时间" in reading.text.split("的多少")[0][-14:]:
        return None  # the new time as a part of the old is no speedup
    names = {"instructions": "指令条数", "cpi": "CPI", "hertz": "主频", "period": "时钟周期"}
    parameters = {
        "task": "changed",
        "factors": {name: str(value) for name, value in factors.items()},
        "time": str(values["time"]) if values else None,
        "asked": asked[0],
    }
    understood = [(f"{names[name]}变为", f"原来的 {decimal(value, 4)} 倍") for name, value in factors.items()]
    if values:
        understood.insert(0, ("原来的时间", duration(values["time"])))
    return Recognition(parameters=parameters, understood=tuple(understood))


# The verb of an improvement before how much it makes: "改进成原来4倍", "优化后提升到2倍".
_BETTER = r"(?:(?:改进|优化|升级|改造|加速|改善|换|增强|更换|提速)(?:后|之后|了|一下|,|以后)*(?=成|到|为|至|提|变|快|,|原来))?"


def partial(text: str) -> Recognition | None:
    """A part of the time made faster, the rest not: the time afterwards, or the speedup."""
    reading = Clauses(text)
    reading.refuse(
        rf"(?:速度|性能)(?:降低|下降|变慢)|{_DANGER_APART}|编译|每次优化|占(?:改进|优化|升级|加速)后|后(?:的)?总?(?:执行|运行)?时间的\d|占[^,;。]{{0,8}}指令(?:总|条)*数|至少|最多|极限|两个部分|分别|又|再|串行|并行|CPI|MIPS|Hz|要使|想要|减少|机器B|B机"
    )
    part = r"(?:CPU|I/O|IO|磁盘|浮点|乘法|除法|整数|计算|运算|访存|图形|向量|加法|乘除法?|平方根|排序|渲染|加密|解压|矩阵|该部件|该部分|这部分|该功能|某功能|某部件|此部分|它|其|这一块|这块|前者|这些)(?:数|型|类|加速|处理)*(?:运算器?|部件|单元|硬件|指令|操作|计算|功能|部分|模块|代码)*"
    changes = reading.take_all(
        rf"(?:{part})?(?:改进|优化|升级|改造|改善|增强|更换|提速)(?:后|之后|以后|了)(?:,)?(?:的|其|它)*(?:{part})?(?:的)?(?:执行|处理|运行|运算)?(?:速度|性能|速率)?{_CHANGE}"
    )
    # "换成快一倍的": twice as fast.
    doubled = reading.take_all(
        rf"(?:把|将)?(?:{part}|[加减乘除]法器|部件)(?:换成|改成|改为|换为|改进成)(?:速度)?(?:更)?快(?:了)?(?:一|1)倍的?(?:{part})?"
    )
    changes += reading.take_all(
        rf"(?:若|将|把|如果|对)?(?:其)?(?P<name>{part})(?:的)?(?:执行|处理|运行|运算)?(?:速度|性能|速率)?(?:经过|进行|能|可以|可|被)*{_BETTER}{_CHANGE}(?:那么|的)?(?:速度|性能|快)?"
    )
    others = reading.take_all(rf"(?:而)?(?:{part}|其余|其他|其它)(?:部分)?(?:的)?(?:速度|性能|时间|部分)*(?:保持)?(?:不变|没有变化|没变)")
    rest = reading.take_all(
        r"(?:其余|其他|剩下|剩余|其它)(?:的)?(?:时间)?(?:部分)?(?:都|均)?(?:为|是|用于|用在|花在)(?:I/O|IO|CPU|磁盘|输入输出|访问磁盘|等待)(?:I/O)?(?:操作)?(?:上)?(?:的)?(?:时间)?"
    )
    values = reading.assign(
        (
            Role(
                name="part",
                quantity=TIME,
                read=to_seconds,
                before=r"其中(?:有)?",
                after=rf"(?:的)?(?:时间)?(?:是|为|用于|用在|花在|在)*(?:执行|做|进行)?{part}(?:的)?(?:时间)?",
            ),
            Role(name="whole", quantity=TIME, read=to_seconds, before=r"(?:总|运行|执行|耗费|需要?)(?:的)?(?:时间)?|时间|用时", alone=True),
            Role(
                name="share",
                quantity=SHARE,
                read=to_share,
                before=rf"占(?:用|了|到|整个|总|程序|系统|的|全部)*(?:执行|运行)?(?:时间)?(?:的)?|{part}",
                after=rf"(?:的)?(?:时间)?(?:是|用于|用在|花在|在)*(?:执行|做)?{part}",
            ),
        )
    )
    # The part named where its share is told: the kind of work changes nothing.
    reading.take_all(
        rf"{part}(?=[^,;。]{{0,12}}\ue000)|(?:占|占用)?(?:某|整个|全部)?(?:程序|系统)?(?:的)?(?:总)?(?:的)?(?:执行|运行|处理|CPU)?(?:的)?时间(?:的)?(?=\ue000)|(?<=\ue000)(?:的)?(?:总)?(?:执行|运行|CPU)?时间(?=[,;。是用花在])"
    )
    asked = reading.asked(
        (
            (
                r"(?:系统|整体|总体|整个|总|程序|全局)*(?:的)?(?:性能)?(?:的)?加速比|(?:整体|整个|系统|程序|总体|总|速度|性能)+(?:的)?(?:性能|速度)?(?:提高|提升|加速|快|加快)(?:了|到|为)?(?:原来的)?(?:多少|几)倍",
                "speedup",
            ),
            (
                r"(?:改进|加速|优化|升级|之)?(?:后)?(?:再)?(?:的)?(?:运行|执行)?(?:基准|测试)?(?:程序)?(?:(?<![A-Za-z])[A-Z])?(?:所)?(?:耗费|需要?|花费|用|的)*(?:总|执行|运行)?(?:的)?(?:总)?(?:时间)(?:变)?(?:是|为|成)?(?:多少|多长)?|(?:需要?|要|用)(?:多少|多长)(?:时间|秒)|多久",
                "time",
            ),
        )
    )
    reading.take_all(r"(?<![A-Za-z])(?:[A-Z])(?![A-Za-z\d])|(?<![A-Za-z])(?:I/O|IO|CPU)(?![A-Za-z])")
    reading.finish(
        _HARMLESS
        + " 改进 优化 升级 更换 整体 系统 速度 I/O时间 部件 功能 处理 Amdahl 阿姆达尔 定律 阿姆达尔定律 根据 一倍 用在 用于 花在 某部件 换成 更快"
    )
    del others, rest
    if len(changes) + len(doubled) != 1 or not asked:
        return None
    factor = _factor(changes[0]) if changes else Fraction(2)
    whole, piece, share = values.get("whole"), values.get("part"), values.get("share")
    if piece is not None:
        if whole is None or share is not None or not 0 < piece < whole:
            return None
        share = piece / whole
    if share is None or not 0 < share < 1 or factor <= 1 or ("time" in asked and whole is None):
        return None
    return Recognition(
        parameters={
            "task": "amdahl",
            "share": str(share),
            "factor": str(factor),
            "whole": None if whole is None else str(whole),
            "asked": [name for name in ("time", "speedup") if name in asked],
        },
        understood=(
            ("可改进部分占原来的时间", f"{decimal(share * 100, 3)}%"),
            ("这部分加速到原来的", f"{decimal(factor, 3)} 倍"),
            ("求", "改进后的执行时间" if "time" in asked else "整体加速比"),
        ),
    )


_ONE, _TWO = r"(?:M1|A|甲|P1|CPU1|机器1|C1)", r"(?:M2|B|乙|P2|CPU2|机器2|C2)"
_BOTH = rf"{_ONE}(?:机)?(?:和|与|、|,|及|/){_TWO}(?:机)?"


_CLOCK = r"(?:主频|时钟频率)?(?:为|是|=|:)*\s*"


def compared(text: str) -> Recognition | None:
    """One program on two machines of one instruction set: the ratio of the times."""
    reading = Clauses(text)
    same = reading.take_all(r"(?:执行|所需)?(?:的)?指令(?:总)?(?:条)?数(?:目|量)?(?:都|也|均)?(?:相同|一样|不变|相等)")
    reading.refuse(rf"{_DANGER}|类|占|%|倍数|指令(?:条)?数|哪(?:台|个)|快多少|减少|增加")
    if not same and not reading.take_all(
        rf"{_SAME}(?:的)?(?:指令系统|指令集|体系结构|ISA|程序|编译器)|同一(?:个|段)?(?:程序|基准程序|测试程序)|同一(?:个)?编译器"
    ):
        return None
    pairs: dict[str, tuple[Fraction, Fraction]] = {}
    match = reading.take(rf"(?:主频|时钟频率)(?:分别|依次|各)*(?:为|是|=|:)*\s*(?P<a>{FREQUENCY})\s*(?:和|与|、|,|及)\s*(?P<b>{FREQUENCY})")
    if match:
        pairs["hertz"] = to_hertz(match["a"]), to_hertz(match["b"])
    if match is None:
        apart = reading.take(
            rf"{_ONE}(?:机)?(?:的)?(?:主频|时钟频率)?(?:为|是|=|:)*\s*(?P<a>{FREQUENCY})\s*[,、;和]?\s*{_TWO}(?:机)?(?:的)?(?:主频|时钟频率)?(?:为|是|=|:)*\s*(?P<b>{FREQUENCY})"
        )
        if apart:
            pairs["hertz"] = to_hertz(apart["a"]), to_hertz(apart["b"])
    match = reading.take(
        r"(?:平均)?CPI(?:分别|依次|各)*(?:为|是|=|:)*\s*(?P<a>\d+(?:\.\d+)?)\s*(?:和|与|、|,|及)\s*(?P<b>\d+(?:\.\d+)?)(?![\d.])"
    )
    if match:
        pairs["cpi"] = Fraction(match["a"]), Fraction(match["b"])
    if not pairs:
        whole = reading.take(
            rf"{_ONE}(?:机)?(?:的)?{_CLOCK}(?P<a>{FREQUENCY})[,、和 ]*(?:平均)?CPI(?:为|是|=|:)*\s*(?P<c>\d+(?:\.\d+)?)[,、;和。 ]*(?:而)?{_TWO}(?:机)?(?:的)?{_CLOCK}(?P<b>{FREQUENCY})[,、和 ]*(?:平均)?CPI(?:为|是|=|:)*\s*(?P<d>\d+(?:\.\d+)?)(?![\d.])"
        )
        if whole:
            pairs = {"hertz": (to_hertz(whole["a"]), to_hertz(whole["b"])), "cpi": (Fraction(whole["c"]), Fraction(whole["d"]))}
    if set(pairs) != {"hertz", "cpi"}:
        return None
    reading.take_all(r"(?:同一(?:个|段)?|相同的?|这个|某)(?:程序|基准程序)")
    ratio = reading.take_all(
        rf"(?:程序)?(?:在)?{_ONE}(?:机)?(?:上)?(?:的)?(?:CPU|执行|运行)*(?:的)?时间(?:是|为)(?:在)?{_TWO}(?:机)?(?:上)?(?:的)?(?:多少|几)倍|{_TWO}(?:机)?(?:的)?(?:执行|运行)?(?:速度|性能)(?:是|为){_ONE}(?:机)?(?:的)?(?:多少|几)倍|(?:程序P?|P|它)?(?:在)?(?:机器)?{_BOTH}(?:这)?(?:两台)?(?:机器|计算机)?(?:上)?(?:的)?(?:CPU|执行|运行)+(?:的)?时间(?:的)?(?:之比|比值|比|比例)(?:是|为)?(?:多少)?|(?:执行|运行)时间(?:的)?(?:之比|比值)"
    )
    if not ratio:
        return None
    reading.take_all(rf"(?:在)?(?:机器|计算机)?{_BOTH}(?:上)?|(?<![A-Za-z])P(?![A-Za-z\d])|\(?ISA\)?")
    reading.finish(_HARMLESS + " 两台 两台机器 体系结构 指令系统体系结构 运行")
    return Recognition(
        parameters={"task": "compared", **{name: [str(value) for value in pair] for name, pair in pairs.items()}},
        understood=(
            ("主频", "、".join(frequency(value) for value in pairs["hertz"])),
            ("CPI", "、".join(decimal(value, 3) for value in pairs["cpi"])),
            ("求", "时间之比"),
        ),
    )


def moved(text: str) -> Recognition | None:
    """A program on one machine (time, clock), on another with a multiple of the cycles: the other's clock or time."""
    reading = Clauses(text)
    reading.refuse(rf"{_DANGER}|CPI|MIPS|指令(?:条数|数)|最多|%|三台|类|减少|缩短了|快多少")
    new = rf"(?:{_TWO}|新(?:机器|计算机|机|的机器)|另一台(?:机器|计算机)?)"
    factor = reading.take_one(
        rf"(?:所需|需要)?(?:的)?(?:总)?(?:时钟)?周期(?:总)?(?:数|数目|个数)(?:却|会|将|要|也|变|增加|上升|达|是|为|变为|变成|到|至|了|需要?)*(?:原来(?:的)?|在?{_ONE}(?:机)?(?:上)?(?:时)?(?:的)?|原先的?|旧机(?:器)?的?)*\s*(?P<value>{TIMES})",
        to_times,
    )
    if factor is None and reading.take_all(
        r"(?:所需|需要|执行|总)?(?:的)?(?:总)?(?:时钟)?周期(?:总)?(?:数|数目|个数)(?:都|也|均|保持)*(?:不变|相同|一样|没变|不改变)"
    ):
        factor = Fraction(1)
    values = reading.assign(
        (
            Role(name="new_hertz", quantity=FREQUENCY, read=to_hertz, before=rf"{new}(?:机)?(?:的)?(?:主频|时钟频率)"),
            Role(
                name="hertz",
                quantity=FREQUENCY,
                read=to_hertz,
                before=r"主频|时钟频率",
                after=r"(?:的)?(?:计算机|机器|处理器|CPU)",
                alone=True,
            ),
            Role(
                name="new_time",
                quantity=TIME,
                read=to_seconds,
                before=rf"{new}(?:机)?(?:上)?(?:要|需要?|只|用|跑|运行|执行|完成|内|在|想|,)*$|(?:希望|要求|想要?|期望|目标|只需|只要|只用|缩短|降低|降|缩)(?:程序|P|在|其|它|上|运行|执行|时间|到|为|至|能|只|需要?|用|的|M2|B|机|内)*",
            ),
            Role(name="time", quantity=TIME, read=to_seconds, before=r"需要?|运行|执行|时间|用|跑|花", alone=True),
        )
    )
    asked = reading.asked(
        (
            (rf"(?:{new})?(?:机)?(?:的)?(?:主频|时钟频率)(?:至少|应|应该|需要?|要|得|设计|达到?|为|是|到)*(?:多少|多大)?", "hertz"),
            (
                rf"(?:在)?{new}(?:机)?(?:上)?(?:的)?(?:执行|运行|跑)(?:程序)?(?:P)?(?:的)?(?:时间(?:要|需要?|是|为|应)*(?:多少|多长)?(?:秒)?|(?:要|需要?|是|为|应)*(?:多少|多长)(?:时间|秒))|多久|(?:需要?|要)(?:多长时间|多少秒)",
                "time",
            ),
        )
    )
    reading.take_all(
        rf"(?:在)?(?:计算机|机器)?(?:{_ONE}|{_TWO})(?:机|机器|计算机)?(?:上)?|新(?:机器|机|计算机)|(?<![A-Za-z])P(?![A-Za-z\d])"
    )
    reading.finish(
        _HARMLESS
        + " 现欲 欲 设计 希望 其上 由于 实现技术 技术 的原因 原因 移植 移植到 搬到 换到 但 但是 新 另一台 所需 至少 达到 应达到 只 需 想 缩短到 导致 使 会 改到 移到 设计师 架构师"
    )
    if (
        factor is None
        or "time" not in values
        or "hertz" not in values
        or len(asked) != 1
        or ("new_time" in values) == ("new_hertz" in values)
    ):
        return None
    if ("new_time" in values) != (asked == ["hertz"]):
        return None
    return Recognition(
        parameters={
            "task": "moved",
            "time": str(values["time"]),
            "hertz": str(values["hertz"]),
            "factor": str(factor),
            "target_time": str(values["new_time"]) if "new_time" in values else None,
            "target_hertz": str(values["new_hertz"]) if "new_hertz" in values else None,
        },
        understood=(
            ("原来的机器", f"{frequency(values['hertz'])}，{duration(values['time'])}"),
            ("周期数变为", f"{decimal(factor, 3)} 倍"),
            ("新机器", duration(values["new_time"]) if "new_time" in values else frequency(values["new_hertz"])),
        ),
    )


def solve_changed(parameters: Parameters) -> Solution:
    """Time = instructions × CPI ÷ clock, each changed by its factor."""
    factors = {name: Fraction(value) for name, value in parameters["factors"].items()}
    whole = Fraction(1)
    for name, value in factors.items():
        whole = whole / value if name == "hertz" else whole * value
    line = f"CPU 时间 = 指令条数 × CPI ÷ 主频，改变后是原来的 {decimal(whole, 4)} 倍。"
    if parameters["asked"] == "time":
        answer = f"执行时间 {duration(Fraction(parameters['time']) * whole)}"
        return Solution(answer=answer, steps=paragraphs(line, answer))
    speedup = 1 / whole
    answer = f"加速比{' ' if is_exact(speedup, 4) else '约 '}{decimal(speedup, 4)}"
    return Solution(answer=answer, steps=paragraphs(line, answer), also=(decimal(speedup, 2),))


def solve_compared(parameters: Parameters) -> Solution:
    """CPI ÷ clock of the one to that of the other."""
    (one_clock, other_clock), (one_cpi, other_cpi) = ([Fraction(value) for value in parameters[name]] for name in ("hertz", "cpi"))
    ratio = (one_cpi / one_clock) / (other_cpi / other_clock)
    answer = f"{ratio.numerator}:{ratio.denominator}"
    return Solution(
        answer=answer,
        steps=paragraphs(
            f"指令条数相同，时间之比为 CPI ÷ 主频之比：({decimal(one_cpi, 3)} ÷ {frequency(one_clock)}) : ({decimal(other_cpi, 3)} ÷ {frequency(other_clock)})",
            f"即 {answer}",
        ),
        also=(decimal(ratio, 2), decimal(ratio, 3), f"{ratio.numerator}/{ratio.denominator}"),
        conventions=("同一程序在两台机器上执行的指令条数相同",),
    )
