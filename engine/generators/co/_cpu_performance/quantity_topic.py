"""Instructions, cycles, clock and mixes of instructions, in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.kind import Missing
from engine.generators.laws.clauses import FREQUENCY, NUMBER, POWER, TIME, to_hertz, to_large, to_seconds
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, in_units, percentage
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int, to_share

_KIND = r"(?:(?!其余|其他|其它|剩下|剩余|共|总)(?:[A-Za-z/]{1,6}(?=类|型|指令|\s|占|有|:|\d|:|[(（]|[\u3400-\u9fff])|[\u3400-\u9fff]{1,8}?))?(?:类|型|类型)?(?:的)?(?:指令|操作|运算)?"


_AMOUNT = rf"(?:{NUMBER}\s*%|{POWER}\s*条(?!指令数))"


_COUNT = r"(?:条数|数量|频率|频度|比例|占比|数目|出现|使用|所占|占|有|共|执行|的|了|为|是|约|=|:|\(|,|\s)*"


_LINK = r"(?:其|它|平均|每条|的|指令|需要?|执行|时钟|周期数|周期|CPI|为|是|=|:|各|用|要|花|占|耗|均|都|个|数|\s|[,、(])*"


_COST = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]|\s*(?:%|条|[kKMG]?Hz|ns|ms|s(?![A-Za-z])|秒|类|种|×|万|亿|倍|级|段|位|\^))\s*(?:个)?(?:时钟|机器)?(?:周期|拍|T(?![A-Za-z]))?(?:数)?\)?"


_GROUP = rf"{_KIND}{_COUNT}(?P<amount>{_AMOUNT})(?:的)?(?:{_LINK})(?P<cost>{_COST})"


_GROUP_BACK = rf"{_KIND}{_LINK}(?P<cost>{_COST})(?:,|、|\(|\s)*(?:出现|使用)?(?:频率|频度|比例)?(?:占|有|共|执行|的|为|是|=|:|\s)*(?P<amount>{_AMOUNT})\)?"


_REST = rf"(?:其余|其他|其它|剩下|剩余|余下)(?:的)?(?:各类|所有)?(?:指令)?(?:都|均|全|各)?{_COUNT}(?:平均|每条|需要?|要|用|花|的|为|是|CPI|=|:|都|均|\s)*(?P<cost>(?<![\d.])\d+(?:\.\d+)?(?![\d.]|\s*%)\s*(?:个)?(?:时钟|机器)?(?:周期|拍|T)?)"


def _groups(match: re.Match[str]) -> tuple[Fraction, ...]:
    """Amounts and cycles by turns; amounts are parts of 1 (a rest is -1) or counts."""
    found: list[Fraction] = []
    text = match[0]
    pattern = _GROUP if match.re.pattern == _MIX else _GROUP_BACK
    for group in caseless(f"(?:{pattern})|(?:{_REST.replace('cost', 'other')})").finditer(text):
        if group["amount"]:
            share = "%" in group["amount"]
            found.append(to_share(group["amount"]) if share else to_large(patterns.sub(r"\s*条.*", "", group["amount"])))
            cost = group["cost"]
        else:
            found.append(Fraction(-1))
            cost = group["other"]
        number = patterns.match(r"\d+(?:\.\d+)?", cost)
        found.append(Fraction(number[0]) if number else stay_out(cost))
    amounts = found[::2]
    if not patterns.search("CPI|周期|拍|时钟|T", match.string) or len({amount > 1 for amount in amounts if amount >= 0}) > 1:
        stay_out("no mix")
    if Fraction(-1) in amounts:
        rest = 1 - sum((amount for amount in amounts if amount >= 0), Fraction(0))
        if amounts.count(Fraction(-1)) > 1 or not 0 < rest < 1:
            stay_out("rest")
        found[2 * amounts.index(Fraction(-1))] = rest
    total = sum(found[::2], Fraction(0))
    if total != 1 and all(amount <= 1 for amount in found[::2]):
        stay_out("parts of the mix do not make a whole")
    return tuple(found)


def _lists(match: re.Match[str]) -> tuple[Fraction, ...]:
    """Amounts in one list and cycles in another, in the same order."""
    amounts = [one[0] for one in patterns.finditer(_AMOUNT, match["amounts"], re.IGNORECASE)]
    costs = [Fraction(number) for number in patterns.findall(r"\d+(?:\.\d+)?", match["costs"])]
    if len(amounts) != len(costs) or len({"%" in amount for amount in amounts}) > 1:
        stay_out("lists of different lengths")
    values = [to_share(amount) if "%" in amount else to_large(patterns.sub(r"\s*条.*", "", amount)) for amount in amounts]
    if "%" in amounts[0] and sum(values) != 1:
        stay_out("parts of the mix do not make a whole")
    return tuple(one for pair in zip(values, costs, strict=True) for one in pair)


_BETWEEN = r"(?:[,;、。\s]|和|与|而)*"


_ONE_GROUP = _GROUP.replace("?P<amount>", "?:").replace("?P<cost>", "?:")
_ONE_REST = _REST.replace("?P<cost>", "?:")
_MIX = rf"(?:{_ONE_GROUP}{_BETWEEN}){{2,8}}(?:{_ONE_REST})?|{_ONE_GROUP}{_BETWEEN}{_ONE_REST}"


def _mean(mix: Sequence[Fraction]) -> Fraction:
    amounts, cycles = mix[::2], mix[1::2]
    return sum((amount * cycle for amount, cycle in zip(amounts, cycles, strict=True)), Fraction(0)) / sum(amounts)


def _counted(mix: Sequence[Fraction]) -> Fraction | None:
    return sum(mix[::2], Fraction(0)) if mix[0] > 1 else None


def _mix_told(mix: Sequence[Fraction]) -> str:
    pairs = zip(mix[::2], mix[1::2], strict=True)
    return "、".join(f"{decimal(amount, 3) + ' 条' if amount > 1 else percentage(amount)}的 {decimal(cycle, 3)}" for amount, cycle in pairs)


def _large(value: Fraction) -> str:
    if value < 10**6:
        return about(value)
    power = len(str(int(value))) - 1
    return f"{about(value / 10**power, 3)}×10^{power}"


def _to_condition(text: str) -> Fraction:
    return to_large(patterns.sub(r"\s*(?:条|个).*", "", text))


_SHOWN = {
    "hertz": Quantity("主频", frequency),
    "period": Quantity("时钟周期", duration, in_units),
    "mix": Quantity("指令和周期数", _mix_told),
    "cpi": Quantity("平均 CPI", about, lambda value: (decimal(value, 2), decimal(value, 1))),
    "mips": Quantity(
        "",
        lambda value: f"{about(value, 2)} MIPS",
        lambda value: (f"{decimal(value / 1000, 3)} GIPS", decimal(value, 1), decimal(value, 2), decimal(value, 3)),
    ),
    "time": Quantity("CPU 时间", duration, in_units),
    "instructions": Quantity("指令条数", lambda value: f"{_large(value)} 条"),
    "cycles": Quantity("时钟周期数", lambda value: f"{_large(value)} 个"),
    "each": Quantity("每条指令的时间", duration, in_units),
    "machine": Quantity("每条指令", counted("个机器周期")),
    "clocks": Quantity("每个机器周期", counted("个时钟周期")),
    "machine_time": Quantity("机器周期", duration, in_units),
    "second": Quantity("每秒执行指令", lambda value: f"{_large(value)} 条", lambda value: (f"{decimal(value / 10**6, 2)} 百万条",)),
}


_MACHINE_CYCLE = r"(?:CPU|机器)周期"


_EACH_HAS = r"(?:平均)?(?:含有?|包含|包括|占|需要?|有|由|用|要|花|为|是|等于|=|:)*(?:平均)?\s*"


QUANTITIES = Topic(
    name="instructions and clock",
    about=r"CPI|MIPS|主频|时钟周期|Hz|机器周期|拍",
    guard=r"百分比(?:是|为)?多少|百分之[几多]|占去|占用|设备|外设|查询|轮询|存取周期|访存周期|阿姆达尔|Amdahl|加速|流水|缺失|命中|Cache|停顿|冒险|中断|DMA|总线|优化|提高|减少|增加|变成|降到|原来|快多少|哪(?:台|个)|[之的]比[^例]|倍|存储器|浮点次|FLOPS|峰值|多核|四核|双核|I/O|周期挪用|虚拟|TLB|替换|流出|发射|超标量|空闲|一半",
    told=(
        Told("kinds", rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:类|种)(?:型|不同)*(?:的)?指令", lambda match: to_int(match["value"])),
        Told(
            "mix",
            rf"(?P<amounts>(?:{_KIND}{_COUNT}{_AMOUNT}(?:的)?(?:指令)?{_BETWEEN}){{2,8}})(?:指令|各类|它们|其|对应|相应|的|平均|每条|三类|四类|两类|,|\s)*(?:CPI|(?:时钟)?周期数)(?:分别|依次|各|为|是|=|:|\s)*(?P<costs>\d+(?:\.\d+)?(?:\s*[、,和与/ ]+\s*\d+(?:\.\d+)?)+)(?![\d.%]|\s*(?:[条×万亿]|[kMG]?Hz|ns|s))",
            lambda match: _lists(match),
        ),
        Told("mix", _MIX, _groups),
        Told(
            "instructions_told",
            rf"指令(?:总)?(?:条)?数(?:目)?(?:为|是|=|:|共|有)+\s*(?P<value>{POWER})(?![\d.]|\s*(?:条|倍|%|个))",
            lambda match: to_large(match["value"]),
        ),
        Told(
            "mips_told",
            rf"每秒(?:钟)?(?:能|可以|可|平均)*执行\s*(?P<value>{POWER})\s*条(?:机器)?(?:指令)?",
            lambda match: to_large(match["value"]) / 10**6,
        ),
        Told(
            "machine",
            rf"(?:平均)?(?P<value>{NUMBER}|{INTEGER})\s*个{_MACHINE_CYCLE}(?:才|就|可以?|能)*(?:执行|完成)?(?:一|每|1)条(?:指令)?",
            lambda match: _plain(match),
        ),
        Told(
            "machine",
            rf"(?:每|一|1)条指令(?:的)?(?:执行|指令周期)?{_EACH_HAS}(?P<value>{NUMBER}|{INTEGER})\s*个{_MACHINE_CYCLE}|指令周期(?:平均)?{_EACH_HAS}(?P<other>{NUMBER}|{INTEGER})\s*个{_MACHINE_CYCLE}",
            lambda match: _plain(match),
        ),
        Told(
            "clocks",
            rf"(?:每个?|一个?|1个?){_MACHINE_CYCLE}(?:平均)?{_EACH_HAS}(?P<value>{NUMBER}|{INTEGER})\s*个(?:时钟)?(?:周期|脉冲|节拍|时钟)(?:周期|脉冲)?|{_MACHINE_CYCLE}(?:平均)?(?:含|包含|等于|=|为|由)\s*(?P<other>{NUMBER}|{INTEGER})\s*个(?:时钟)(?:周期|脉冲)",
            lambda match: _plain(match),
        ),
        Told(
            "cpi",
            rf"(?:平均)?CPI(?:平均)?(?:为|是|=|:|取|约|\s)*(?P<value>{NUMBER})(?![\d.A-Za-z%条]|\s*(?:[GMk]?Hz|条)|\s*(?:和|、|与)\s*\d+(?:\.\d+)?(?![\d.]*\s*(?:×|[GMk]?Hz|条|ns|s|万|亿)))|(?:每|一)条(?:指令)?(?:平均)?(?:的)?(?:执行)?(?:需要?|用|花|要|占|耗)*\s*(?P<other>{NUMBER})\s*(?:个)?(?:时钟)?(?:周期|拍|T(?![A-Za-z]))",
            lambda match: _plain(match),
        ),
    ),
    passed=(
        r"(?:计算机|机器|某机|CPU)?(?:的)?字长(?:为|是)?\s*\d+\s*位|一段代码",
        r"换成(?=主频)|(?:要是|若|如果|假如)?(?:换成|改成|改为|变为|变成)(?=\s*\ue000)",
        r"在\s*[A-Z]\s*(?:机)?上(?:的)?(?:执行|运行)?|(?<![A-Za-z])P(?=\s*(?:的|在|\ue000))",
        r"(?<=程序)\s*[A-Z](?![A-Za-z\d])",
        r"(?<=机器)\s*[A-Z](?![A-Za-z\d])",
        r"(?:那)?(?:换成)?\s*[AB]机(?:呢)?",
        r"(?<=机)[AB](?=主频)",
    ),
    roles=(
        Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
        Role(
            name="mips_told", quantity=rf"{NUMBER}\s*MIPS", read=lambda text: Fraction(text.upper().replace("MIPS", "").strip()), alone=True
        ),
        Role(name="period", quantity=TIME, read=to_seconds, before=r"(?:时钟|主频)(?:的)?周期(?:时间|长度)?|每拍|节拍"),
        Role(name="machine_time", quantity=TIME, read=to_seconds, before=r"机器周期(?:时间)?"),
        Role(
            name="time_told",
            quantity=TIME,
            read=to_seconds,
            before=r"时间(?:目标|要求)?|用时|耗时|运行了?|执行|花了?|用了?|跑了?|需要?|共",
            alone=True,
        ),
        Role(name="instructions_told", quantity=rf"{POWER}\s*条(?:机器)?(?:指令)?", read=_to_condition, alone=True),
        Role(
            name="cycles_told",
            quantity=rf"{POWER}\s*个(?:CPU)?(?:时钟)?周期",
            read=_to_condition,
            before=r"共|总共|用|花|需要?|耗费?|经过|消耗|执行|有|含",
        ),
    ),
    asks=(
        (
            r"(?:平均)?(?:指令)?(?:的)?(?:平均)?(?:执行|运算)?(?:速度|速率)(?:是|为|约|各)*(?:多少)?(?:MIPS)?|MIPS(?:数|值|速率)?(?:是|为|约|各)*(?:多少)?|(?:多少|几)\s*(?:个)?MIPS|每秒(?:钟)?(?:能|可以|可)?(?:平均)?(?:执行)?(?:多少|几)?(?:百万)条(?:指令)?",
            "mips",
        ),
        (r"每秒(?:钟)?(?:能|可以|可|平均)*(?:执行|完成|跑)?(?:多少|几)条(?:指令)?", "second"),
        (
            r"(?:一|每)条指令(?:的)?(?:平均)?(?:执行)?(?:时间|要|需要?|用|花)*(?:是|为)?(?:多少|几)\s*个?(?:ns|μs|纳秒|微秒|时间)|(?:平均)?(?:每条)?指令(?:的)?(?:平均)?(?:执行)?(?:时间)|平均指令周期|指令周期(?:是|为)?(?:多少|多长)?",
            "each",
        ),
        (r"机器周期(?:是|为)?(?:多少|多长)(?:时间|ns|μs)?", "machine_time"),
        (
            r"(?:平均|有效|综合|实际)*(?:的)?CPI(?:值)?(?:是|为|约|不能超过|不得超过|最多|至多|最大|应)*(?:多少)?|(?:每|一)条(?:指令)?(?:平均)?(?:需要?|用|要|执行|的)*(?:多少|几)个(?:时钟)?(?:周期|时钟|拍)数?",
            "cpi",
        ),
        (r"(?:主频|时钟频率)(?:应|是|为|至少|要|得)*(?:多少|多高|多大)?", "hertz"),
        (
            r"(?:程序)?(?:的)?(?:CPU|总|执行|运行|所需|完成|跑完|用户)+(?:的)?(?:CPU)?(?:程序)?(?:所需|需要?|需)?(?:的)?(?:总)?时间(?:\(?(?:ms|s|μs|ns)\)?)?(?:是|为|约)*(?:多少|多长)?(?:ms|s|μs|秒|毫秒)?|(?:需要?|要|用|花|跑完|跑|执行完|完成|运行完?)+(?:多少|几)\s*个?(?:s|秒|ms|毫秒|微秒|μs)|多长时间|多少时间|多久",
            "time",
        ),
        (r"(?:共|总共)?(?:执行|包含|有)?(?:了)?(?:的)?(?:指令(?:总)?(?:条)?数|(?:多少|几)条(?:机器)?指令)", "instructions"),
        (r"(?:总)?(?:的)?时钟周期(?:总)?数|总周期数|(?:多少|几)个(?:时钟)?周期", "cycles"),
    ),
    laws=(
        Law("hertz", ("period",), lambda period: 1 / period),
        Law("hertz", ("machine_time", "clocks"), lambda time, clocks: clocks / time),
        Law("instructions", ("instructions_told",), lambda count: count),
        Law("instructions", ("mix",), _counted, "指令条数为各类之和"),
        Law("time", ("time_told",), lambda time: time),
        Law("mips", ("mips_told",), lambda rate: rate),
        Law("cycles", ("cycles_told",), lambda count: count),
        Law("cpi", ("mix",), _mean, "平均 CPI 为各类的比例 × CPI 之和"),
        Law(
            "cpi",
            ("machine", "clocks"),
            lambda machine, clocks: Fraction(machine * clocks),
            "CPI 为每条指令的机器周期数 × 每个机器周期的时钟周期数",
        ),
        Law("cpi", ("cycles_told", "instructions"), lambda cycles, count: cycles / count, "CPI 为时钟周期数 ÷ 指令条数"),
        Law("cpi", ("time_told", "hertz", "instructions"), lambda time, hertz, count: time * hertz / count, "CPI 为时间 × 主频 ÷ 指令条数"),
        Law("cpi", ("hertz", "mips_told"), lambda hertz, rate: hertz / rate / 10**6, "CPI 为主频 ÷ (MIPS × 10^6)"),
        Law("mips", ("hertz", "cpi"), lambda hertz, cpi: hertz / cpi / 10**6, "MIPS 为主频 ÷ (CPI × 10^6)"),
        Law("mips", ("instructions", "time_told"), lambda count, time: count / time / 10**6, "MIPS 为指令条数 ÷ (时间 × 10^6)"),
        Law("second", ("hertz", "cpi"), lambda hertz, cpi: hertz / cpi, "每秒的条数为主频 ÷ CPI"),
        Law("each", ("cpi", "hertz"), lambda cpi, hertz: Fraction(cpi) / hertz, "每条指令的时间为 CPI ÷ 主频"),
        Law("each", ("machine", "machine_time"), lambda machine, time: machine * time, "每条指令的时间为机器周期数 × 机器周期"),
        Law("mips", ("machine", "machine_time"), lambda machine, time: 1 / (machine * time * 10**6), "MIPS 为每微秒执行的条数"),
        Law("each", ("mips_told",), lambda rate: 1 / (rate * 10**6), "每条指令的时间为 1 ÷ (MIPS × 10^6)"),
        Law("machine_time", ("clocks", "hertz"), lambda clocks, hertz: Fraction(clocks) / hertz, "机器周期为时钟周期数 ÷ 主频"),
        Law("time", ("instructions", "cpi", "hertz"), lambda count, cpi, hertz: count * cpi / hertz, "CPU 时间为指令条数 × CPI ÷ 主频"),
        Law("time", ("cycles", "hertz"), lambda cycles, hertz: cycles / hertz, "CPU 时间为时钟周期数 ÷ 主频"),
        Law("time", ("instructions", "mips_told"), lambda count, rate: count / (rate * 10**6), "CPU 时间为指令条数 ÷ (MIPS × 10^6)"),
        Law("cycles", ("instructions", "cpi"), lambda count, cpi: count * cpi, "时钟周期数为指令条数 × CPI"),
        Law("cycles", ("time", "hertz"), lambda time, hertz: time * hertz, "时钟周期数为时间 × 主频"),
        Law("instructions", ("time_told", "hertz", "cpi"), lambda time, hertz, cpi: time * hertz / cpi, "指令条数为时间 × 主频 ÷ CPI"),
        Law("instructions", ("time_told", "mips"), lambda time, rate: time * rate * 10**6, "指令条数为 MIPS × 10^6 × 时间"),
        Law("hertz", ("mips_told", "cpi"), lambda rate, cpi: rate * cpi * 10**6, "主频为 MIPS × 10^6 × CPI"),
        Law("hertz", ("instructions", "cpi", "time_told"), lambda count, cpi, time: count * cpi / time, "主频为指令条数 × CPI ÷ 时间"),
        Law("hertz", ("cycles_told", "time_told"), lambda count, time: count / time, "主频为时钟周期数 ÷ 时间"),
        Law("period", ("hertz",), lambda hertz: 1 / hertz),
    ),
    shown=_SHOWN
    | {
        "time_told": Quantity("时间", duration),
        "mips_told": Quantity("MIPS", lambda value: f"{about(value)} MIPS"),
        "instructions_told": _SHOWN["instructions"],
        "cycles_told": _SHOWN["cycles"],
    },
    missing=((Missing("hertz", "主频是多少（如 500MHz）？", "主频为 {}"), Fraction(10**9)),),
    words=WORDS,
    idle=frozenset({"kinds"}),
    check=lambda facts: stay_out("kinds") if "kinds" in facts and 2 * facts["kinds"] != len(facts.get("mix", ())) else None,
    conventions=("1 MIPS 为每秒 10^6 条指令",),
)


def _plain(match: re.Match[str]) -> Fraction:
    text = next(group for group in match.groups() if group)
    return Fraction(text) if patterns.fullmatch(r"[\d.]+", text) else Fraction(to_int(text))
