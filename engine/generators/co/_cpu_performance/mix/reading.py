"""Mixes of instructions in any wording: shares or counts and cycles by groups, in lists or in a table; a group changed; what is asked of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._cpu_performance.mix.simulator import Group, drawing_of, mean_cpi
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.laws.clauses import FREQUENCY, POWER, TIME, Clauses, to_hertz, to_large, to_seconds
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.settling import settle
from engine.generators.laws.topic import about
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int, to_share

_NUMBER = r"(?<![\d.A-Za-z^×])\d+(?:\.\d+)?"
_SHARE = rf"{_NUMBER}\s*%"
_COUNT = rf"{POWER}\s*条(?!件)|{_NUMBER}\s*(?:百万|千万|万|亿)(?=\s*(?:[、,;。和]|$))"
# A number that is a number of cycles: with that unit, after CPI, or bare in a list or a table.
_CYCLES = r"(?<![\d.A-Za-z^×])\d+(?:\.\d+)?(?![\d.A-Za-z%^×]|\s*(?:[kKMG]?Hz|MIPS|ns|μs|ms|s(?![A-Za-z])|秒|类|种|[×xX*]|万|亿|百万|倍|条|台|位|级|段|题|分钟?))(?:\s*个?(?:时钟|机器)?(?:周期|拍|T(?![A-Za-z])))?"
_TOKEN = rf"(?P<share>{_SHARE})|(?P<count>{_COUNT})|(?P<rest>(?:其余|其他|其它|剩下|剩余|余下)(?:的)?(?:各类|所有|全部|都|均)?(?:指令)?(?!(?:各类|指令|条件|不变)*(?:都|均)?不变))|(?P<cycles>{_CYCLES})"
_NAME = r"(?:[A-D](?=类|型|指令|\s|占|有|:|的|\d|[(（])|ALU|算术(?:逻辑)?(?:运算)?|逻辑(?:运算)?|整数(?:运算)?|整型|定点|浮点(?:运算)?|乘除法?|乘法|除法|加减法?|加法|Load|Store|取数|存数|[A-Z]{2,8}(?=操作|指令|的?CPI|所?占)|访存|访问存储器|装入|存储|分支|转移|跳转|条件转移|数据传送|传送|控制|I/O|输入输出|移位|调用|R型|I型|J型|[甲乙丙丁])"
_LETTERS = r"(?<![A-Za-z\d])[A-F](?![A-Za-z\d])"
_UNITED = re.compile(r"周期|拍|T$", re.IGNORECASE)


@dataclass(slots=True)
class _Told:
    """A mix: for each group its name, amount and cycles."""

    names: list[str]
    amounts: list[Fraction]
    cycles: list[Fraction]
    counted: bool
    end: int


def _mix(text: str) -> tuple[_Told, list[tuple[int, int]]]:
    """The mix that a text tells, and where.

    Raises:
        StayOut: amounts and cycles do not go together.
    """
    tokens: list[tuple[str, re.Match[str]]] = []
    owned: list[tuple[int, int]] = []
    for match in caseless(_TOKEN).finditer(text):
        kind = str(match.lastgroup)
        if (
            kind == "count"
            and patterns.match(r"\s*(?:机器)?指令(?!.{0,2}(?:CPI|各?需))", text[match.end() :])
            and not patterns.search(rf"(?:{_NAME})(?:类|型)?(?:指令)?(?:有|占|为|是|共|数|:|=|的)*\s*$", text[: match.start()])
        ):
            kind = "total"
        if kind == "count" and patterns.search(r"(?:共|总共|一共|总计)(?:有|为|执行|包含)?\s*$", text[: match.start()]):
            kind = "total"
        if kind == "cycles":
            before = text[: match.start()]
            united = _UNITED.search(match[0])
            named = patterns.search(r"(?:CPI|周期数?|拍数?)(?:为|是|=|:|各|分别|依次|均|都|约|\s|\(|,)*$", before)
            listed = tokens and patterns.fullmatch(
                r"\s*(?:、|,|,|/|和|与|及|以及|\||\s|:|\n|指令|条|周期|个|为)*", text[tokens[-1][1].end() : match.start()]
            )
            if not (united or named or listed):
                continue
            if patterns.search(r"(?:每|一|1)条(?:指令)?(?:平均)?$", before) and not tokens:
                continue
        if (
            kind == "count"
            and "条" not in match[0]
            and not patterns.search(r"(?:条数|指令数|数目|数量)[^;。?!\n]*$", text[: match.start()])
        ):
            continue
        if (
            kind == "share"
            and tokens
            and tokens[-1][0] == "rest"
            and not patterns.search(r"[,;。\d]", text[tokens[-1][1].end() : match.start()])
        ):
            owned.append(tokens.pop()[1].span())  # what is left has a share of its own
        tokens.append((kind, match))
    totals = {to_large(patterns.sub(r"\s*条.*", "", match[0])) for kind, match in tokens if kind == "total"}
    tokens = [token for token in tokens if token[0] != "total"]
    if not tokens:
        stay_out("no mix")
    line = "".join({"share": "A", "count": "A", "rest": "R", "cycles": "C"}[kind] for kind, _ in tokens)
    amounts = [match for kind, match in tokens if kind in ("share", "count", "rest")]
    costs = [match for kind, match in tokens if kind == "cycles"]
    for shape in (r"(?:AC){2,9}(?:R?C)?", r"(?:CA){2,9}(?:CR|RC)?", r"A{2,9}C{2,9}", r"C{2,9}A{2,9}", r"(?:AC)+RC", r"(?:AC)+RAC"):
        found = patterns.fullmatch(shape, line)
        if found and len(amounts) == len(costs):
            break
    else:
        if not (patterns.fullmatch(r"(?:AC)+RAC", line) and len(amounts) == len(costs) + 1):
            stay_out(f"no mix: {line}")
        amounts = [match for kind, match in tokens if kind in ("share", "count")]
    values: list[Fraction] = []
    counted = any(match.lastgroup == "count" for match in amounts)
    rest = None
    for number, match in enumerate(amounts):
        if match.lastgroup == "rest":
            rest = number
            values.append(Fraction(0))
        elif match.lastgroup == "count":
            values.append(to_large(patterns.sub(r"\s*条.*", "", match[0])))
        else:
            values.append(to_share(patterns.sub(r"\s", "", match[0])))
    if counted and any(match.lastgroup == "share" for match in amounts):
        stay_out("shares and counts")
    if rest is not None:
        if counted or not 0 < sum(values) < 1:
            stay_out("a rest")
        values[rest] = 1 - sum(values, Fraction(0))
    if counted and totals - {sum(values, Fraction(0))}:
        stay_out("another number of instructions in all")
    if not counted and sum(values) != 1:
        stay_out("parts of the mix do not make a whole")
    end = tokens[-1][1].end()
    names = _names(text, [match.start() for match in amounts], line)
    if patterns.fullmatch("A+C+|C+A+", line):
        # Two lists: where both name their groups, in the same order.
        low, high = sorted((amounts[0].start(), costs[0].start()))
        first = [name for place, name in ((one.start(), one[0]) for one in caseless(_NAME).finditer(text)) if place < high]
        second = [
            one[0] for one in caseless(_LETTERS).finditer(text, max(amounts[-1].end() if line[0] == "A" else costs[-1].end(), low), high)
        ]
        if len(second) > 1 and (second != sorted(second) or [name for name in first if name in second][: len(second)] != second):
            stay_out("lists in two orders")
    spans = owned + [match.span() for _, match in tokens]
    cycles = [Fraction(figure[0]) for match in costs if (figure := patterns.match(r"\d+(?:\.\d+)?", match[0]))]
    if any(not value for value in (*values, *cycles)):
        stay_out("nought")
    return _Told(names, values, cycles, counted, end), spans


def _names(text: str, places: list[int], line: str) -> list[str]:
    """The names of the groups: of a list before the amounts, or each before its own."""
    found = [(match.start(), match[0]) for match in caseless(_NAME).finditer(text)]
    before = [name for place, name in found if place < places[0]]
    if line.startswith("AA") and len(before) >= len(places):
        return before[-len(places) :]
    if line.startswith("CC"):
        return [""] * len(places)
    names = []
    for number, place in enumerate(places):
        low = places[number - 1] if number else 0
        own = [name for at, name in found if low <= at < place]
        names.append(own[-1] if own else "")
    return names


_CHANGE = rf"(?P<name>{_NAME})(?:类|型)?(?:的)?(?:指令|操作)?(?:的)?(?P<what>条数|数量|数目|指令数|CPI|(?:时钟)?周期数)?(?:从\s*\d+(?:\.\d+)?)?(?:将|被|可|会|由于|,|都|也|能)*(?P<way>减少|降低|减小|降|缩短|减|变|改)(?:了)?(?P<to>到|为|至|成)?(?:原来的?)?\s*(?P<value>一半|{_NUMBER}\s*%|{_NUMBER}(?!\s*%))(?:个)?(?:时钟)?(?:周期)?"

_ASKS = (
    (
        r"(?:优化后|改进后|新|该|此|其|这)*(?:的)?(?:程序|机器|计算机|CPU)?(?:的)?(?:执行|运行)?(?:速度|性能)(?:提高|提升|变|加快|增加|改进)*(?:为|是|到|至|成)+(?:优化前|原来|改进前|原先|以前|之前)(?:的)?(?:多少|几)倍",
        "speedup",
    ),
    (
        r"(?:该|此|其|程序|机器|计算机|CPU|的|新|现在|这时)*(?:MIPS|百万条指令/秒)(?:数|值|速率)?(?:是|为|约|各|多少|又)*|(?:平均)?(?:指令)?(?:的)?(?:平均)?(?:执行|运算)(?:速度|速率)(?:是|为|约)*(?:多少)?(?:MIPS)?|每秒(?:钟)?(?:能|可以|可|平均)*(?:执行|完成)?(?:多少|几)?(?:百万)条(?:指令)?|(?:计算机|系统|机器|的)*(?:运算|执行)?速度(?:为|是)?(?:平均)?(?:约)?(?:多少|\(\s*\))?\s*(?:兆|百万)条指令(?:/|每)秒",
        "mips",
    ),
    (
        r"(?:该|此|其|程序|机器|计算机|CPU|的|新|现在|这时)*(?:平均|有效|综合|等效|实际|总)*(?:的)?CPI(?:值|数)?(?:是|为|约|各|又|变为|变成|应)*(?:多少)?|(?:每|一)条(?:指令)?(?:的)?(?:平均)?(?:执行)?(?:所)?(?:需要?|用|要)?(?:的)?(?:多少|几)?个?(?:时钟)?周期数?|指令(?:的)?平均(?:时钟)?周期数",
        "cpi",
    ),
    (
        r"(?:该|此|其|这|程序|的|CPU|总|执行|运行|所需|完成|跑完|用户|需要?|共|约|\ue000|指令|全部|所用|花费|耗费)*(?:时间|用时)(?:是|为|约|各|又|需要?|变为)*(?:多少|多长|几)?\s*(?:ms|s|μs|ns|秒|毫秒)?|(?:需要?|要|用|花|跑完|执行完|完成)+(?:多少|几)\s*个?(?:s|秒|ms|毫秒|μs)|多长时间|多久",
        "time",
    ),
    (
        r"(?:程序)?(?:的)?(?:共|总共|一共)?(?:执行|包含|有|需要?)?(?:了)?(?:的)?(?:总)?(?:时钟)周期(?:总)?数(?:是|为|多少)*|(?:总|共需?|需要?)(?:多少|几)个?(?:时钟)?周期",
        "clocks",
    ),
    (
        r"(?:程序)?(?:的)?(?:共|总共|一共)?(?:执行|包含|有)?(?:了)?(?:的)?(?:指令(?:总)?(?:条)?数|(?:多少|几)条(?:机器)?指令)(?:是|为)*(?:多少)?",
        "instructions",
    ),
)


def mix(text: str) -> Recognition | None:
    """A mix of instructions, changed or not, and what is asked of it.

    Raises:
        StayOut: something is not understood.
    """
    text, clocks = in_clocks(text)
    text = patterns.sub(r"((?:若|如果|假如)[^,;。?\d]{1,20}CPI)\s*(?:也|都|均)?(?:为|是|=)(?=\s*\d)", r"\1改为", text)
    reading = Clauses(_as_lines(text))
    reading.refuse(
        r"缺失|命中|停顿|冒险|流水|中断|DMA|FLOPS|峰值|多核|四核|双核|空闲|存取周期|并行度|超标量|Cache|TLB|页|机器周期|两台|[AB]机|机器[AB]|M2|序列[一二12]|(?<![几少])倍|(?:了|提高|提升|加快|快|变快)(?:多少|几)倍|阿姆达尔|Amdahl|时间(?:的)?\s*\d+(?:\.\d+)?%|占(?:总|全部|程序|执行|运行)*时间|方案|(?:变|增|减)[多少大小长短](?:了)?(?=[,。;]|$)"
    )
    kinds = reading.take(r"(?<![\d.第])(?P<n>\d|[一两二三四五六])\s*(?:类|种)(?:型|不同)*(?:的)?指令")
    reading.take_all(r"(?<=分)(?:为)?A(?:[、,]?[B-F]){1,5}(?=(?:[二三四五六2-6]|\ue000)*[类种,])")
    reading.take_all(
        r"(?<![\d.第])(?:\d|[一两二三四五六])\s*(?:类|种)(?:型|不同)*(?:的)?(?:指令)?|\(?1\s*M\s*=\s*10\^?6\)?|(?:1|一)?MIPS\s*=\s*[^,;。)]*"
    )
    change = caseless(_CHANGE).search(reading.rest)
    later = change.start() if change else len(reading.rest)
    if change:
        later = max(reading.rest.rfind(mark, 0, change.start()) for mark in ",;。?!:\n") + 1
    before = reading.rest[:later]
    told, spans = _mix(before)
    if len(told.amounts) < 2 or (kinds is not None and to_int(kinds["n"]) != len(told.amounts)):
        return None
    told.cycles = [cycles * clocks for cycles in told.cycles]
    reading.take_spans(spans)
    altered: list[list[str]] = []
    if change:
        for match in reading.take_all(_CHANGE):
            altered.append(_altered(match, told))
        reading.take_all(
            r"(?:其余|其他|其它|别的)(?:各?类|指令|条件|的|类型|所有)*(?:条数|数量|CPI)?(?:都|均|保持)*不变|(?:主频|时钟频率|CPI|时钟周期|条数)(?:和|与|、)?(?:主频|时钟频率|CPI|条数)?(?:都|均|保持)*不变|(?:编译)?(?:优化|改进)(?:以|之)?后|(?:进行|经过|通过)*(?:编译)?优化"
        )
    values = reading.assign(
        (
            Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
            Role(name="period", quantity=TIME, read=to_seconds, before=r"(?:时钟)?周期(?:长度|时间)?"),
            Role(
                name="instructions",
                quantity=rf"{POWER}\s*条(?:机器)?(?:指令)?",
                read=lambda text: to_large(patterns.sub(r"\s*条.*", "", text)),
                alone=True,
            ),
        )
    )
    asked: list[tuple[int, str]] = []
    rest = reading.rest
    for pattern, name in _ASKS:
        for match in caseless(pattern).finditer(reading.rest):
            if match[0].strip("\ue000 ") and match.start() >= told.end - 1 and _in_question(rest, match):
                asked.append((match.start(), name))
                reading.mark_asked([match.span()])
        reading.take_all(pattern)
    reading.take_all(r"(?<![A-Za-z\d])[A-F](?:类|型)?(?![A-Za-z\d])(?:[、,和])?")
    reading.take_all(
        rf"(?:{_NAME})(?:类|型)?(?:的)?(?:指令|操作|运算)*(?:所占|的)?(?:比例|频率|频度|数量|条数)?(?:以及|及|和|与|、)?(?:CPI)?|每(?:一)?类(?:型)?(?:的)?指令(?:的)?|分别(?:是|为)?"
    )
    reading.take_all(r"(?<=计算机|处理器|处理机)\s*[A-Z](?![A-Za-z\d])|(?<=机器|程序)\s*[A-Z](?![A-Za-z\d类])")
    settle(
        reading,
        COMMON
        + WORDS
        + " 混合 混合比 类型 比例 频率 频度 使用频率 出现频率 占比 条数 数量 所占 各类 每类 指令类型 指令类别 目标代码 代码 编译 编译后 生成 序列 指令序列 运行 如下 下表 表 如表 所示 所占比例 如下表 计算机 Load Store 一般 浮点开平方 开平方 操作 重新",
    )
    if not asked or (change is not None and not altered):
        return None
    hertz = values.get("hertz")
    if "period" in values:
        if hertz is not None:
            stay_out("period and frequency")
        hertz = 1 / values["period"]
    instructions = values.get("instructions")
    if told.counted:
        if instructions is not None and instructions != sum(told.amounts):
            stay_out("two numbers of instructions")
        instructions = sum(told.amounts, Fraction(0))
    total = sum(told.amounts, Fraction(0))
    parameters: dict[str, object] = {
        "task": "mix",
        "groups": [
            [name, str(amount / total), str(cycles)] for name, amount, cycles in zip(told.names, told.amounts, told.cycles, strict=True)
        ],
        "hertz": None if hertz is None else str(hertz),
        "instructions": None if instructions is None else str(instructions),
        "changes": altered,
        "asked": [[name, bool(altered) and place >= later and not _of_before(reading.text, place)] for place, name in sorted(asked)],
    }
    wanted = {name for _, name in asked}
    missing = []
    if hertz is None and wanted & {"mips", "time"} and (instructions is not None or "time" not in wanted):
        missing.append(Missing("hertz", "主频是多少（如 500MHz）？", "主频为 {}"))
    if not missing:
        solve(parameters)
    if hertz is not None and not altered and not {name for _, name in asked} & {"mips", "time"}:
        stay_out("told for nothing")
    return Recognition(
        parameters=parameters,
        understood=(
            (
                "指令和 CPI",
                "，".join(
                    f"{name or '一类'} {decimal(amount / total * 100, 2)}%、{decimal(cycles)}"
                    for name, amount, cycles in zip(told.names, told.amounts, told.cycles, strict=True)
                ),
            ),
            *((("主频", frequency(hertz)),) if hertz is not None else ()),
            *((("指令条数", decimal(instructions, 4)),) if instructions is not None else ()),
        ),
        missing=tuple(missing),
    )


_MACHINE_CYCLE = r",?(?:平均)?每个?机器周期(?:平均)?(?:包含|包括|含有|含|由|等于|为|有)+\s*(?P<n>\d+|[一二两三四五六八十]+)\s*个(?:主振|时钟|振荡)周期(?:组成)?"


def in_clocks(text: str) -> tuple[str, int]:
    """The text with its machine cycles called cycles, and how many clocks each of them has: 1 where the text counts clocks."""
    found = caseless(_MACHINE_CYCLE).search(text)
    if found is None:
        return text, 1
    text = text[: found.start()] + text[found.end() :]
    if patterns.search(r"时钟周期|主振周期", text):
        return text + " 机器周期", 1  # both are counted: refused
    return patterns.sub(r"机器周期", "时钟周期", text).replace("主振频率", "主频"), to_int(found["n"])


def _as_lines(text: str) -> str:
    """A table's bars as commas."""
    return patterns.sub(r"(?m)^[\s|:-]+$", "", text).replace("|", ",") if text.count("|") > 3 else text


def _in_question(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence or the list of questions around a place asks."""
    opening = max(text.rfind(mark, 0, match.start()) for mark in ";。?!\n") + 1
    closing = min((place for mark in ";。?!\n" if (place := text.find(mark, match.end())) >= 0), default=len(text))
    sentence = text[opening:closing]
    if patterns.search(r"多少|几|求|何|问|计算(?!机)|给出|试|写出|\(\s*\)", sentence) or text[closing : closing + 1] == "?":
        return True
    earlier = text[: match.start()]
    return bool(patterns.search(r"求|问|计算(?!机)|试|多少", earlier)) or not text[closing:].strip("。;? \n")


_BEFORE = r"(?:优化|改进|改变|修改|变化|改动|提高|替换|升级)(?:之|以)?前|原来的?(?!(?:多少|几|的?\s*\d))|原先|最初"
_AFTER = r"(?:优化|改进|改变|修改|变化|改动|提高|替换|升级)(?:之|以)?后|现在|新的?|此时|这时"


def _of_before(text: str, place: int) -> bool:
    """Whether what is asked there is that of before the change: `优化前的平均 CPI 和 MIPS 各是多少`."""
    opening = max(text.rfind(mark, 0, place) for mark in ";。?!:\n") + 1
    said = text[opening : place + 12]
    before = max((match.start() for match in patterns.finditer(_BEFORE, said) if match.start() <= place + 6 - opening), default=-1)
    after = max((match.start() for match in patterns.finditer(_AFTER, said) if match.start() <= place + 6 - opening), default=-1)
    return before > after


def _altered(match: re.Match[str], told: _Told) -> list[str]:
    """(group, what, factor or new value) of a change.

    Raises:
        StayOut: of which group is not clear.
    """
    names = [name.lower() for name in told.names]
    if not any(names) and len(names) <= 4 and patterns.fullmatch("[a-d]", match["name"].lower()):
        names = list("abcd"[: len(names)])  # classes A to D, listed in that order
    if names.count(match["name"].lower()) != 1:
        stay_out(f"which group: {match[0]}")
    group = str(names.index(match["name"].lower()))
    value, to = match["value"], match["to"]
    cycles = bool(match["what"] and patterns.search("CPI|周期", match["what"]))
    if value == "一半":
        return [group, "cycles times" if cycles else "amount times", "1/2"]
    if "%" in value:
        share = Fraction(value.replace("%", "").strip()) / 100
        return [group, "cycles times" if cycles else "amount times", str(share if to else 1 - share)]
    if cycles and to:
        return [group, "cycles", value]
    return stay_out(match[0])


def solve(parameters: Parameters) -> Solution:
    """CPI over the mix, MIPS from the clock, the time from the number of instructions; again where the mix has changed."""
    groups = [Group(name, Fraction(share), Fraction(cycles)) for name, share, cycles in parameters["groups"]]
    changed = list(groups)
    for place, what, value in parameters["changes"]:
        group = changed[int(place)]
        if what == "amount times":
            changed[int(place)] = Group(group.name, group.share * Fraction(value), group.cycles)
        else:
            changed[int(place)] = Group(group.name, group.share, Fraction(value) * (group.cycles if what == "cycles times" else 1))
    hertz = Fraction(parameters["hertz"]) if parameters["hertz"] else None
    instructions = Fraction(parameters["instructions"]) if parameters["instructions"] else None
    answers, also, lines = [], [], []
    for name, later in parameters["asked"]:
        mix = changed if later else groups
        cpi = mean_cpi(mix)
        whole = sum((group.share for group in mix), Fraction(0))
        prefix = ("优化后" if later else "优化前") if len({now for _, now in parameters["asked"]}) > 1 else ""
        line = f"{prefix}平均 CPI 为 Σ 比例 × CPI{'' if whole == 1 else f' ÷ {decimal(whole, 4)}'}，即 {about(cpi, 4)}。"
        if line not in lines:
            lines.append(line)
        if name == "cpi":
            answers.append(f"{prefix}平均 CPI 为 {about(cpi)}")
            also.append((about(cpi, 3).replace("约 ", ""), decimal(cpi, 2), decimal(cpi, 1)))
        elif name == "mips":
            rate = (hertz if hertz is not None else stay_out("no clock")) / cpi / 10**6
            answers.append(f"{prefix}{'为 ' if prefix else ''}{about(rate, 2)} MIPS")
            also.append((decimal(rate, 2), decimal(rate, 1), decimal(rate, 0)))
        elif name == "speedup":
            if not later:
                stay_out("a speedup of what")
            ratio = mean_cpi(groups) / (cpi * whole)
            answers.append(f"加速比 {about(ratio)}")
            also.append((decimal(ratio, 2), decimal(ratio, 3), decimal(ratio, 1)))
        elif name == "instructions":
            if instructions is None:
                stay_out("no instructions")
            answers.append(f"{prefix}共 {decimal(instructions * whole)} 条指令")
            also.append((decimal(instructions * whole),) * 3)
        else:
            if instructions is None or (name == "time" and hertz is None):
                stay_out("no instructions or no clock")
            clocks = instructions * whole * cpi
            if name == "clocks":
                answers.append(f"{prefix}共 {decimal(clocks)} 个时钟周期")
                also.append((decimal(clocks),) * 3)
            else:
                time = clocks / (hertz or 1)
                answers.append(f"{prefix}CPU 时间 {duration(time)}")
                also.append((duration(time), f"{decimal(time, 3)} s", f"{decimal(time * 1000, 3)} ms"))
    answer = "，".join(answers)
    return Solution(
        answer=answer,
        also=tuple("，".join(part[column] for part in also) for column in range(3)),
        steps=paragraphs(*lines, answer),
        conventions=("1 MIPS 为每秒 10^6 条指令，1 GHz = 10^9 Hz",),
        drawing=drawing_of(groups) if all(group.name for group in groups) and not parameters["changes"] else None,
    )
