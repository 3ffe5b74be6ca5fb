"""Memories of several banks: read one after another, or interleaved."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import SHAPE, WORDS, shape, sizes
from engine.generators.laws.clauses import BITS, SIZE, TIME, to_bytes, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, in_units, whole
from engine.generators.quantities import decimal, size
from engine.generators.reading import INTEGER, stay_out, to_count

_TURNS = r"(?:采用|用|按|以)?(?:低位)?(?:多体)?(?:低位)?(?:轮流启动|流水|交叉|并行)+(?:\(?(?:轮流启动|流水线?|低位|低位交叉|交叉|并行)\)?)*(?:编址|存储|存取|方式|存储器|多模块|并行|组织|访问|工作|下|时|的)*"
_ORDER = (
    r"(?:采用|用|按|以)?(?:(?:高位)?顺序|高位交叉)(?:\(?(?:高位|高位交叉|顺序)\)?)*(?:编址|存储|存取|方式|存储器|组织|访问|工作|下|时|的)*"
)
_UNIT = r"\s*(?:[KMG]?i?[Bb](?:it)?/s|[MG]?bps|ns|μs)?"
_IS = r"(?:各|分别|约|近似|大约|需要?|要|应|为|是|达到?|等于|共|用)*(?:多少|多大|多长)?"
_RATE = rf"(?:最大|平均|实际|此时|存储器|总线|数据|信息|系统|的)*(?:带宽|吞吐[率量]|(?:传输|传送|读出)(?:率|速率|速度))(?:\([^()]{{0,8}}\))?{_IS}{_UNIT}"
_TIME = rf"(?:(?:读出?|取|所|总共|总|共|至少|需要?|要|耗|用|花|费|的)*(?:时间|多长时间|多少时间|多久)(?:\(ns\))?{_IS}|(?:需要?|要|用|花|共)+(?:多少|几)个?(?:ns|μs|纳秒|微秒)){_UNIT}"


def _both(show: Callable[[Fraction], str], others: Callable[[Fraction], tuple[str, ...]]) -> Quantity:
    """A quantity of the two ways, or of the one that is spoken of."""

    def shown(value: Any) -> str:
        return f"顺序方式 {show(value[0])}，交叉方式 {show(value[1])}" if isinstance(value, tuple) else show(value)

    def otherwise(value: Any) -> tuple[str, ...]:
        if not isinstance(value, tuple):
            return others(value)
        return tuple(f"{one}，{other}" for one, other in zip(others(value[0]), others(value[1]), strict=True))

    return Quantity("", shown, otherwise)


def _nanoseconds(value: Fraction) -> str:
    return f"{decimal(value * 10**9)} ns"


def _megabits(value: Fraction) -> str:
    return f"{about(value / 10**6, 1)} Mb/s"


def _scientific(value: Fraction) -> str:
    power = len(str(int(value))) - 1
    return f"{decimal(value / 10**power, 2)}×10^{power}"


def _rate_otherwise(value: Fraction) -> tuple[str, ...]:
    return (
        *(f"{decimal(value / 8 / 10**6, places)} MB/s" for places in (2, 1, 0)),
        f"{decimal(value / 10**6)} Mbps",
        f"{decimal(value / 10**6, 2)} Mb/s",
        f"{decimal(value / 10**9, 3)} Gb/s",
        f"{decimal(value / 10**6, 0)} Mb/s",
        _scientific(value),
        f"{_scientific(value)} b/s",
        f"{_scientific(value)} bit/s",
        f"{decimal(value / 10**8, 2)}×10^8 b/s",
        f"{decimal(value / 10**7, 1)}×10^7 b/s",
        f"{decimal(value / 8 / 10**6, 1)}×10^6 B/s",
        f"{decimal(value / 8 / 10**7, 2)}×10^7 B/s",
        f"{decimal(value / 8 / 10**8, 2)}×10^8 B/s",
    )


def _check(facts: Facts) -> None:
    banks, cycle, bus, words = (facts.get(name) for name in ("banks", "cycle", "bus", "words"))
    if banks is not None and cycle is not None and bus is not None and banks * bus < cycle:
        stay_out("too few banks")
    if words is not None and (Fraction(words).denominator != 1 or words < 1):
        stay_out("words")
    word, lines = facts.get("word"), facts.get("lines")
    if word is not None and lines is not None and word != lines:
        stay_out("a word is wider than the bus")


BANKS = Topic(
    name="interleaved banks",
    about=r"交叉|多体|[四八48]\s*体|模块.*顺序|轮流启动",
    guard=r"Cache|冲突|突发|猝发|跳|行(?:优先|访问)|命中|地址(?:序列|依次|是|为)[^,;。]{0,6}\d|\d号?(?:单元|地址)|[0-9A-F]{3,}H|(?:倍数|步长)",
    told=(
        Told(
            "banks",
            rf"(?<![\d.])(?!一个|1个)(?P<value>{INTEGER})\s*(?:个)?(?:独立的?|相同的?|存储)*(?:体(?![积系])|模块|存储体)(?:并行|低位)*|(?:模块|体)(?:个)?数\s*m?(?:为|是|=)*\s*(?P<other>\d+)|(?<![A-Za-z])m\s*=\s*(?P<third>\d+)",
            whole,
        ),
        Told("held", r"(?:存储器|主存|内存|总)*(?:的)?(?:总)?容量(?:为|是)?\s*(?P<value>\d+)\s*[KMG]?\s*个?字(?![节长块])", whole),
        Told(
            "words",
            rf"(?<![\d.每第])(?!一个|1个)(?P<value>{INTEGER})\s*个(?:连续的?|顺序的?|存储)*(?:\d+\s*位(?:的)?)?(?:存储)?(?:字(?!节|长|块)|数据字)(?:的)?(?:数据|信息)?|(?:连续|读出|读取|读|存取|访问|传送|取)+(?:出)?(?P<other>\d+)\s*字(?!节|长|块)|(?<![A-Za-z])n\s*=\s*(?P<third>\d+)",
            whole,
        ),
        Told(
            "part",
            r"(?:CPU)?每隔?\s*1/(?P<value>\d+)\s*(?:个)?(?:T|存取周期|存储周期)(?:就)?(?:启动|访问)(?:一个|1个|下一个)(?:存储)?(?:体|模块)",
            whole,
        ),
        Told("symbolic", r"(?:存取|存储)周期(?:为|是|=)\s*T(?![A-Za-z\d=])(?!\s*=)", 1),
        Told(
            "same",
            r"(?:每个?)?(?:存储)?字长?(?:与|和|等于|跟)(?:数据)?总线(?:的)?宽度?(?:相同|相等|一致|一样)?|总线(?:的)?宽度?(?:与|和|等于)(?:存储)?字长?(?:相同|相等|一致|一样)?",
            1,
        ),
    ),
    passed=(
        _TURNS,
        _ORDER,
        r"每(?:一)?个?(?:存储)?(?:体|模块)(?:的)?",
        r"(?:与|和|跟|比|相比|相对于|较|两者|相比较|而言|来说)+",
        r"两种(?:编址|存取|工作|存储|组织|访问)?(?:方式|情况)(?:下)?|(?:采用)?(?:下列|以下|上述|下述)(?:两种)?方式(?:下)?",
    ),
    roles=(
        Role(name="shape", quantity=SHAPE, read=shape, before=r"(?:体|模块)(?:的)?容量|容量", alone=True),
        Role(
            name="cycle",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:存储|存取|读写|读/写|存储器|体|模块)+(?:的)?(?:周期|时间)(?:时间)?\s*(?:T|TM)?|周期\s*T[Mm]?|(?<![A-Za-zτ])T[Mm]?(?=\s*=)",
            after="(?:的)?(?:存取|存储)周期",
        ),
        Role(
            name="bus",
            quantity=TIME,
            read=to_seconds,
            after=r"(?:就)?(?:启动|读写|访问)(?:一个|1个|下一个)?(?:存储)?(?:体|模块)",
            before=r"总线(?:的)?(?:传送|传输|传递)?(?:周期|时间)\s*[τtr]?|(?:传送|传输|传递)(?:周期|时间)\s*[τtr]?|τ",
        ),
        Role(name="within", quantity=TIME, read=to_seconds, after=r"(?:时间)?(?:内|里)"),
        Role(name="lines", quantity=BITS, read=to_count, before=r"(?:数据)?总线(?:的)?(?:宽度|位宽|宽)?"),
        Role(
            name="word",
            quantity=BITS,
            read=to_count,
            before=r"(?:每个?|一个)?(?:体|模块)?(?:的)?(?:存储)?字长?|宽度?|每次(?:可|能)?读出?|(?<!总线)(?<!线)宽",
            after=r"(?:的)?(?:字长?|宽)",
            alone=True,
        ),
        Role(name="bytes", quantity=SIZE, read=to_bytes, before=r"(?:连续)?(?:读出?|读取|取|传送)|每个?字|字长|数据"),
        Role(name="held", quantity=SIZE, read=to_bytes, before=r"(?:存储器|主存|内存)(?:的)?(?:总)?(?:容量)|(?<=[,;。])容量"),
    ),
    asks=(
        (
            r"(?:在)?(?:(?:一|1)个?(?:存取|存储)周期|\ue000+)?(?:内|里|中)?,?(?:该)?(?:存储器|主存|它)?(?:最多)?(?:可|能|可以|能够)?(?:向CPU)?(?:提供|读出|送出|传送)(?:的)?(?:多少|几)位(?:的)?(?:二进制)?(?:信息|数据)?",
            "supply",
        ),
        (
            r"(?:该)?(?:存储器)?(?:的)?(?:存储体|模块)(?:的)?(?:个)?数(?:目|量)?(?:m)?(?:至少|最少|应该?|要|需要?|满足|为|是|有)*(?:(?:多少|几)个?|什么条件|什么关系)",
            "least_banks",
        ),
        (
            r"(?:至少|最少)(?:需要?|要|应该?|有|设置?|采用|用)*(?:多少|几)个?(?:存储)?(?:体|模块)(?:才?能够?|可以?|方能|来)?(?:保证)?(?:连续|不间断|流水)?(?:地)?(?:供应|提供|读出|传送|输出)?(?:数据|信息)?",
            "fewest_banks",
        ),
        (r"(?:总共|一共|共|约)?(?:需要?|用|要|花)*(?:多少|几)个?(?:存取|存储)周期(?!内|里|中)", "in_cycles"),
        (r"(?:存储器|主存|的|总)*容量(?:共|为|是|有)*(?:多少|多大)?", "capacity"),
        (
            rf"(?:带宽|速度|速率|传输率)?(?:是|为|提高到?|提高了?|快了?|加速)*(?:\ue000|前者|后者|顺序方式?|原来|其|交叉方式?)*(?:的)?(?:多少|几)倍|加速比{_IS}",
            "ratio",
        ),
        (_RATE, "rate"),
        (_TIME, "time"),
    ),
    laws=(
        Law(
            "least_banks",
            ("cycle", "bus", "turns"),
            lambda cycle, bus, _: -(-cycle // bus),
            "再次启动同一存储体时它的存储周期应已过去，存储体数不少于存储周期 ÷ 总线周期",
        ),
        Law("fewest_banks", ("least_banks",), lambda banks: banks),
        Law("width", ("word",), lambda word: word),
        Law("width", ("lines",), lambda lines: lines),
        Law("width", ("shape",), lambda shape: shape[1]),
        Law(
            "words",
            ("banks", "no_count"),
            lambda banks, _: Fraction(banks),
            convention="没有说读出几个字，按每个模块连续读出一个字计算",
        ),
        Law("words", ("bytes", "width"), lambda size, width: Fraction(size * 8, width), "字数为数据量 ÷ 字长"),
        Law(
            "in_cycles",
            ("words", "part", "turns"),
            lambda words, part, _: 1 + Fraction(words - 1, part),
            "第一个字用一个存取周期，以后每启动一个存储体的间隔得到一个字",
        ),
        Law("order_time", ("words", "cycle"), lambda words, cycle: words * cycle, "顺序方式的时间为字数 × 存储周期"),
        Law(
            "turn_time",
            ("words", "cycle", "bus"),
            lambda words, cycle, bus: cycle + (words - 1) * bus,
            "交叉方式的时间为存储周期 + (字数 − 1) × 总线周期",
        ),
        Law("time", ("both", "order_time", "turn_time"), lambda _, one, other: (one, other)),
        Law("time", ("turns", "turn_time"), lambda _, time: time),
        Law("time", ("orders", "order_time"), lambda _, time: time),
        Law(
            "rate",
            ("both", "words", "width", "order_time", "turn_time"),
            lambda _, words, width, one, other: (words * width / one, words * width / other),
            "带宽为读出的位数 ÷ 时间",
        ),
        Law(
            "rate", ("turns", "words", "width", "turn_time"), lambda _, words, width, time: words * width / time, "带宽为读出的位数 ÷ 时间"
        ),
        Law(
            "rate",
            ("orders", "words", "width", "order_time"),
            lambda _, words, width, time: words * width / time,
            "带宽为读出的位数 ÷ 时间",
        ),
        Law("ratio", ("both", "order_time", "turn_time"), lambda _, one, other: one / other, "两种方式的时间之比"),
        Law(
            "supply",
            ("banks", "width", "turns", "cycle", "within"),
            lambda banks, width, _, cycle, within: banks * width if cycle == within else None,
            "一个存取周期里每个体各读出一个字",
        ),
        Law(
            "supply",
            ("banks", "width", "turns", "in_a_cycle", "cycle"),
            lambda banks, width, *_: banks * width,
            "一个存取周期里每个体各读出一个字",
        ),
        Law(
            "supply", ("banks", "width", "turns", "in_a_cycle"), lambda banks, width, *_: banks * width, "一个存取周期里每个体各读出一个字"
        ),
        Law("capacity", ("banks", "shape"), lambda banks, one: banks * one[0] * one[1] / 8, "总容量为每个存储体的容量 × 体数"),
    ),
    marks=(
        ("both", r"(?=[\s\S]*(?:顺序(?!地址|访问|读|取)|高位交叉))(?=[\s\S]*(?<!高位)交叉)"),
        ("in_a_cycle", r"(?:一|1)个(?:存取|存储)周期(?:内|里|中)"),
        ("no_count", r"^(?=[\s\S]*带宽)(?![\s\S]*(?:读|取(?!周期|时间|方式)|访问|个字|时间|倍))"),
        ("turns", r"^(?![\s\S]*(?:顺序(?!地址|访问|读|取)|高位交叉))(?=[\s\S]*(?:交叉|轮流启动))"),
        ("orders", r"^(?=[\s\S]*(?:顺序(?!地址|访问|读|取)|高位交叉))(?![\s\S]*(?:(?<!高位)交叉|轮流启动))"),
    ),
    shown={
        "banks": Quantity("存储体", counted("个")),
        "least_banks": Quantity(
            "存储体数",
            lambda value: f"大于或等于 {value}",
            lambda value: tuple(f"{word}{value}" for word in ("大于等于", "不小于", "不少于", "至少", "≥")),
        ),
        "fewest_banks": Quantity("", lambda value: f"至少 {value} 个", lambda value: (f"{value} 个", f"{value}")),
        "words": Quantity("读", counted("个字")),
        "cycle": Quantity("存储周期", duration),
        "bus": Quantity("总线周期", duration),
        "word": Quantity("字长", counted("位")),
        "lines": Quantity("总线宽度", counted("位")),
        "time": _both(_nanoseconds, in_units),
        "order_time": Quantity("顺序方式", _nanoseconds, in_units),
        "turn_time": Quantity("交叉方式", _nanoseconds, in_units),
        "rate": _both(_megabits, _rate_otherwise),
        "ratio": Quantity("", lambda value: f"{about(value, 2)} 倍", lambda value: (f"{decimal(value, 2)}", f"{decimal(value, 1)}")),
        "in_cycles": Quantity("", lambda value: f"{about(value)} 个存取周期", lambda value: (f"{decimal(value)}T", f"{decimal(value)}")),
        "supply": Quantity("", counted("位"), lambda value: (f"{value}",)),
        "capacity": Quantity("容量", lambda value: size(int(value)), sizes),
    },
    words=WORDS
    + " 低位交叉 交叉 交叉存储器 顺序 顺序方式 交叉方式 四体 八体 存储周期 总线 总线周期 传送周期 字长 带宽 近似 连续 读 多体 低位 并行 体 模块 多模块 存储器 单个 数据总线 轮流启动 T τ m n",
    idle=frozenset({"banks", "held", "shape", "word", "lines", "bus", "same", "symbolic", "part", "both", "turns", "orders"}),
    repeats=True,
    check=_check,
)
