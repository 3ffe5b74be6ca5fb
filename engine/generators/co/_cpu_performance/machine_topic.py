"""A program on two machines, or before and after a change: its time, the clocks, and how the cycles change."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._cpu_performance.change_topics import changes_of, ratio_of
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.laws.clauses import FREQUENCY, POWER, TIME, to_hertz, to_large, to_seconds
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, in_units, percentage
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_LETTER = r"(?:计算机|机器|处理器|处理机|微机|CPU)?\s*{0}(?:机(?:器)?)?(?![A-Za-z\d])"
_MACHINES = tuple(
    (rf"(?<![A-Za-z\d]){_LETTER.format(one)}", rf"(?<![A-Za-z\d]){_LETTER.format(other)}")
    for one, other in (("M1", "M2"), ("A", "B"), ("C1", "C2"), ("P1", "P2"), ("X", "Y"), ("甲", "乙"), ("1", "2"))
)
_OLD = r"旧(?:的)?(?:机器|计算机|机|CPU|处理器)|原(?:来|有|先)?(?:的)?(?:机器|计算机|机(?!器)|CPU|处理器)|现有(?:的)?(?:机器|计算机)|(?:优化|改进|升级|更换|修改|编译优化)(?:之|以)?前"
_NEW = r"新(?:的|型|设计的?)?(?:机器|计算机|机|CPU|处理器|系统|版本)|另(?:外)?一台(?:机器|计算机)?|(?:优化|改进|升级|更换|修改|编译优化|换机)(?:之|以)?后|现在|希望|期望|要求|目标|想要?|欲"
_VALUE = rf"(?:{TIME}|{FREQUENCY})"
_ONE, _TWO = "〔旧〕", "〔新〕"


def _whose(text: str) -> str:
    """Every time and clock marked with the machine it belongs to: the one spoken of last before it, the first where none was."""
    names = next((pair for pair in _MACHINES if all(caseless(name).search(text) for name in pair)), (r"(?!)", r"(?!)"))
    mentions = [(match.start(), _ONE) for pattern in (names[0], _OLD) for match in caseless(pattern).finditer(text)]
    mentions += [(match.start(), _TWO) for pattern in (names[1], _NEW) for match in caseless(pattern).finditer(text)]
    mentions.sort()
    parts, place = [], 0
    for match in caseless(_VALUE).finditer(text):
        before = [owner for start, owner in mentions if start < match.start()]
        after = patterns.match(
            rf"\s*(?:的)?(?P<name>{names[0]}|{_OLD})|\s*(?:的)?(?P<other>{names[1]}|新(?:的)?(?:机器|计算机|机))",
            text[match.end() :],
            re.IGNORECASE,
        )
        owner = (_ONE if after["name"] else _TWO) if after else before[-1] if before else _ONE
        parts += [text[place : match.end()], owner]
        place = match.end()
    return "".join([*parts, text[place:]])


_CYCLES = r"(?:程序|其|所|需要?|执行|总|的)*(?:时钟)?周期(?:总)?(?:数|个数|数目)"
_COUNT = r"(?:程序)?(?:的)?(?:所)?(?:执行|需要|运行)?(?:的)?(?:动态)?(?:指令|代码)(?:的)?(?:总)?(?:条)?数(?:目|量)?"
_OF = rf"(?:在)?(?:{'|'.join(name for pair in _MACHINES[:6] for name in pair[:1])}|旧机(?:器)?|原机(?:器)?|原来|原先|以前|前者)(?:机)?(?:上|时)?(?:的)?(?:时)?"


def _told(name: str, word: str, quantity: str) -> tuple[Told, ...]:
    times = r"(?P<value>\d+(?:\.\d+)?\s*%|1/\d|\d+(?:\.\d+)?|[两三四五]|一半)"
    return (
        Told(
            name,
            rf"{word}(?:却|将|会|要|也|只|仅|都|变|增|增加|上升|提高|减少|减|降|下降|降低|改)*(?:到|成|为|是|达|至|了)*(?:{_OF})\s*{times}\s*倍?",
            lambda match: _part(match["value"]),
        ),
        Told(
            name,
            rf"{word}(?:却|会|将|要|也|都)*比(?:{_OF})?(?:机器|计算机)?[^,;。\d]{{0,8}}?(?P<way>多|增加|高|少|减少|低)(?:了|出)?\s*(?P<value>\d+(?:\.\d+)?)\s*%",
            lambda match: _more(match),
        ),
        Told(
            name,
            rf"(?:优化|改进|升级|修改)(?:之|以)?前(?:的)?,?{word}(?:为|是|=|:)*\s*(?P<old>{quantity})\s*[,;。](?:而|则)?(?:优化|改进|升级|修改)?(?:之|以)?后(?:的)?(?:{word})?(?:变)?(?:为|是|成|=|:)*\s*(?P<new>{quantity})",
            ratio_of,
        ),
        *changes_of(name, word, quantity),
    )


def _part(text: str) -> Fraction:
    if text == "一半":
        return Fraction(1, 2)
    if "%" in text:
        return Fraction(text.replace("%", "").strip()) / 100
    return Fraction({"两": 2, "三": 3, "四": 4, "五": 5}.get(text, 0)) or Fraction(text)


def _more(match: re.Match[str]) -> Fraction:
    share = Fraction(match["value"]) / 100
    return 1 + share if match["way"] in ("多", "增加", "高") else 1 - share


def _sensible(facts: Facts) -> None:
    if any(facts.get(name, Fraction(1)) <= 0 for name in ("cycles_factor", "count_factor", "cpi_factor", "clock_factor")):
        stay_out("no change")


MACHINES = Topic(
    name="a program on another machine",
    about=r"周期数|指令(?:总)?(?:条)?数|CPI|主频|时钟频率|时钟周期",
    guard=r"阿姆达尔|Amdahl|流水|命中|缺失|Cache|[A-Da-d甲乙丙丁]类|占|部分|I/O|中断|总线|墙钟|三台|分别|MIPS|类指令|%[^,;。]{0,6}指令|其中",
    prepared=_whose,
    told=(
        Told(
            "same",
            r"(?:(?:主频|时钟频率|指令(?:总)?(?:条)?数|CPI|时钟周期|编译器|指令集|程序|ISA|时钟)(?:和|与|、|及)?)+(?:都|均|也|保持|维持)*(?:不变|相同|没变|没动|一样|没有变化|不改)",
            1,
        ),
        *_told("cycles_factor", _CYCLES, r"\d+(?:\.\d+)?(?![\d.%])"),
        Told(
            "count_factor",
            r"(?P<way>减少|增加|降低)(?:了)?\s*(?P<value>\d+(?:\.\d+)?)\s*%(?:的)?(?:执行)?指令(?:条数|数量|数)?",
            lambda match: 1 + (1 if match["way"] == "增加" else -1) * Fraction(match["value"]) / 100,
        ),
        *_told("count_factor", _COUNT, r"\d+(?:\.\d+)?(?![\d.%])"),
        *_told("cpi_factor", r"(?:平均|程序)?(?:的)?CPI", r"\d+(?:\.\d+)?(?![\d.%])"),
        Told(
            "cpi_new",
            r"(?:平均)?CPI(?:将|会|也|却)?(?:变|升|降|增加|减少|提高|降低|改)(?:到|为|成|至)+\s*(?P<value>\d+(?:\.\d+)?)(?![\d.%]|\s*倍)",
            lambda match: Fraction(match["value"]),
        ),
        Told("cpi_old", r"(?:平均)?CPI(?:为|是|=|:|\s)*(?P<value>\d+(?:\.\d+)?)(?![\d.%]|\s*倍)", lambda match: Fraction(match["value"])),
        Told(
            "count",
            rf"(?P<value>{POWER})\s*条(?:机器)?(?:指令)?|指令(?:总)?(?:条)?数(?:为|是|=)\s*(?P<other>{POWER})(?!\s*倍|%)",
            lambda match: to_large(match["value"] or match["other"]),
        ),
        *_told("clock_factor", r"(?:CPU)?(?:的)?(?:主频|时钟频率)", rf"{FREQUENCY}(?:〔.〕)?"),
        Told("one_time", rf"(?P<value>{TIME}){_ONE}", lambda match: to_seconds(match["value"])),
        Told("two_time", rf"(?P<value>{TIME}){_TWO}", lambda match: to_seconds(match["value"])),
        Told(
            "one_hertz",
            rf"(?P<value>{FREQUENCY}){_ONE}(?!\s*(?:提高|提升|增加|上升|升|降|变|改)[^,;。]{{0,3}}\d)",
            lambda match: to_hertz(match["value"]),
        ),
        Told("two_hertz", rf"(?P<value>{FREQUENCY}){_TWO}", lambda match: to_hertz(match["value"])),
    ),
    passed=(
        r"(?:希望|要求|想|期望)(?:该|此|同一)?(?:程序)?(?:在)?[^,;。?\d]{0,8}(?:上)?(?:的)?(?:运行|执行)?时间(?:能|可|要)?(?:够)?(?:缩短|减少|减|降低?|达)(?:到|为|至)(?=\s*[\ue000\d])",
        r"(?:使用|采用)(?:了)?新(?:的)?技术(?:以?后)?,?(?:可|能)?(?:以)?使(?:得)?[^,;。?\d]{0,6}(?:的)?(?:时钟频率|主频)(?:有)?(?:大幅度?|较大|很大)?(?:地|的)?(?:提高|提升)",
        r"(?:才)?(?:能|可)?(?:够)?(?:达到|满足)(?:所)?(?:希望|期望|要求)?(?:的)?(?:要求|目标)|(?:现在|现)?(?:硬件)?设计(?:人员|者|师)?(?:想|要|打算)(?:设计|制造)(?=计算机|机器)",
        r"(?:但|却)?在\s*[A-Z]\d?\s*(?:机)?上(?:运行|执行)(?:该|此|同一)?(?=\ue000)",
        r"(?:不过|但)?(?:改进|升级|修改)(?:之|以)?后(?:的)?|机器(?:也)?(?:没变|不变|相同)",
        r"(?:CPU)?(?:的)?(?:主频|时钟频率)(?:是)?(?:固定|恒定|一定)(?:的)?(?:不变)?",
        r"(?:采用|使用|用|改用|换用?|更换|经过|进行)*(?:了)?(?:新的?|更好的?|优化的?|(?:另)?(?:一)?个)?(?:编译器|编译程序|编译优化|编译)(?:优化)?(?:以后|之后|后)?",
        r"(?:但|却)?(?:提高|提升)(?:主频|时钟频率|频率)(?:会|将)?(?=使|导致)|(?:为了?|为此|由于|通过)(?:提高|提升)(?:主频|时钟频率|频率|性能)|(?:由于)?(?:实现技术|设计|技术)(?:上)?(?:的)?(?:原因|限制)",
        r"(?:但)?由于[^,;。?\d]{0,16}(?:原因|改动|限制|变化|不同|改变)|只(?=用|需|要|花)|[〔〕]|(?<=〔)[旧新](?=〕)",
    ),
    marks=(("same", r"不变|没变|没动|相同|一样"),),
    asks=(
        (
            r"(?:程序|P|的|则|那么|CPU)*(?:执行|运行|总)?(?:的)?时间(?:变|降|缩短|减少|会|将)*(?:为|到|成|是)(?:原来|原先|以前|优化前)(?:的)?(?:多少倍|几倍|多少|百分之几|百分之多少|几分之几|几成)",
            "time_ratio",
        ),
        (
            r"(?:程序|P|在|M2|B|新机器?|上|的|后)*(?:性能)?加速比(?:是|为|约)*(?:多少)?|(?:速度|性能)(?:提高|提升|是|变为|变成|为)*(?:到|了)?(?:原来|原先|M1|A|优化前)?(?:的)?(?:多少|几)倍|快(?:了)?(?:到原来的)?(?:多少|几)倍",
            "speedup",
        ),
        (
            r"(?:B|M2|新机器?|新计算机|计算机|机器|它|其|则|那么|所以|设计|应该?|的)*(?:的)?(?:主频|时钟频率|频率)(?:至少|最低|应该?|需要?|要|得|必须|设计|达到?|取|定|为|是|到|约|当|有)*(?:多少|多大|多高|几)?\s*[GM]?(?:Hz)?(?!\d)",
            "two_clock",
        ),
        (
            r"(?:程序|P|在|该|其|它|计算机|机器|B|M2|新机器?|上|优化|编译|改进|后|之后|现在|此时|则|那么|同一|这个|需要?|要|得|用|花|跑|运行|执行|完成|CPU|总|所|耗费|的)*(?:时间|用时)(?:是|为|变为|变成|约|需要?|要|应)*(?:多少|多长|几)?\s*(?:秒|s|ms|ns)?|(?:需要?|要|用|花|得|后|运行|执行|跑|时间)+(?:多少|几)\s*个?(?:秒|s|ms|时间)|(?:多久|多长时间)|(?:现在|优化后|此时|新机器上)(?:程序)?(?:要|需要?)?(?:跑|运行|执行)(?=[\s,。;?]|$)|(?:多少|几)\s*(?:秒|s|ms)(?:才|就|能|可以?)*(?:跑|运行|执行|完成)完?",
            "new_time",
        ),
    ),
    laws=(
        Law("first_time", ("one_time",), lambda time: time),
        Law("first_time", ("count", "cpi_old", "one_hertz"), lambda count, cpi, hertz: count * cpi / hertz, "时间为指令条数 × CPI ÷ 主频"),
        Law("cpi_factor", ("cpi_new", "cpi_old"), lambda new, old: new / old),
        Law("cycles", ("cycles_factor",), lambda factor: factor),
        Law("cycles", ("count_factor", "cpi_factor"), lambda count, cpi: count * cpi, "周期数为指令条数 × CPI，各乘上变化的倍数"),
        Law("cycles", ("count_factor",), lambda count: count),
        Law("cycles", ("cpi_factor",), lambda cpi: cpi),
        Law("cycles", ("same",), lambda _: Fraction(1), convention="周期数不变"),
        Law("clock", ("clock_factor",), lambda factor: factor),
        Law("clock", ("one_hertz", "two_hertz"), lambda one, two: two / one),
        Law("time_ratio", ("cycles", "clock"), lambda cycles, clock: cycles / clock, "时间与周期数成正比，与主频成反比"),
        Law("time_ratio", ("cycles", "changed"), lambda cycles, _: cycles, "主频不变，时间与周期数成正比"),
        Law("new_time", ("two_time",), lambda time: time),
        Law(
            "new_time",
            ("first_time", "cycles", "clock"),
            lambda time, cycles, clock: time * cycles / clock,
            "时间为周期数 ÷ 主频，随周期数正比、随主频反比",
        ),
        Law("new_time", ("first_time", "cycles", "changed"), lambda time, cycles, _: time * cycles, "主频不变，时间随周期数正比"),
        Law("changed", ("cycles_factor",), lambda _: 1),
        Law("changed", ("count_factor",), lambda _: 1),
        Law("changed", ("cpi_factor",), lambda _: 1),
        Law("changed", ("cpi_new",), lambda _: 1),
        Law(
            "two_clock",
            ("one_time", "one_hertz", "cycles", "two_time"),
            lambda time, hertz, cycles, other: time * hertz * cycles / other,
            "主频为周期数 ÷ 时间，周期数为原来的时间 × 主频 × 倍数",
        ),
        Law("speedup", ("cycles", "clock"), lambda cycles, clock: clock / cycles, "加速比为原来的时间 ÷ 新的时间"),
        Law("speedup", ("one_time", "two_time"), lambda one, two: one / two, "加速比为原来的时间 ÷ 新的时间"),
        Law("speedup", ("cycles", "changed"), lambda cycles, _: 1 / cycles, "加速比为原来的时间 ÷ 新的时间"),
    ),
    shown={
        "one_time": Quantity("原来的时间", duration),
        "two_time": Quantity("新的时间", duration),
        "one_hertz": Quantity("原来的主频", frequency),
        "two_hertz": Quantity("新的主频", frequency),
        "cpi_old": Quantity("原来的 CPI", about),
        "cpi_new": Quantity("新的 CPI", about),
        "count": Quantity("指令条数", lambda value: f"{decimal(value)} 条"),
        "cycles_factor": Quantity("周期数变为原来的", counted("倍")),
        "count_factor": Quantity("指令条数变为原来的", counted("倍")),
        "cpi_factor": Quantity("CPI 变为原来的", counted("倍")),
        "clock_factor": Quantity("主频变为原来的", counted("倍")),
        "two_clock": Quantity("主频", frequency, lambda value: (f"{decimal(value / 10**9, 2)} GHz", f"{decimal(value / 10**6, 1)} MHz")),
        "time_ratio": Quantity("执行时间变为原来的", percentage, lambda value: (f"{decimal(value, 3)}", f"{decimal(value, 3)} 倍")),
        "new_time": Quantity("执行时间", duration, in_units),
        "speedup": Quantity("加速比", about, lambda value: (decimal(value, 2), decimal(value, 1), f"{decimal(value, 2)} 倍")),
    },
    words=WORDS
    + " 原来 现在 优化 编译优化 新 运行 以后 后 换 加速比 旧 设计 设计者 设计组 设计师 希望 需 完 新机器 旧机器 导致 使得 使 但 程序P P M M1 M2 A B 上 另 移植 同一 小王 X Y C1 C2 P1 P2 甲 乙 机",
    idle=frozenset({"one_hertz", "same"}),
    check=_sensible,
)
