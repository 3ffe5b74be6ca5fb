"""Transactions step by step: address, waiting, data."""

from __future__ import annotations

import math
import re
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._bus_bandwidth.words import CLOCKS, COMMON_ROLES, IN_A_CYCLE, MEGA, SEND, SHARED, SHOWN, WORDS
from engine.generators.laws.clauses import BITS, SIZE, TIME, to_bytes, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, whole
from engine.generators.reading import INTEGER, stay_out, to_count

_LEAD = r"(?:发送|传送|传输|送出|送|发|传)(?:出)?(?:一次|一个|首|首个)?(?:主存|存储器)?(?:地址|命令)(?:请求)?(?:(?:和|与|及|、)(?:读|写)?(?:命令|地址))?|(?:首)?地址(?:和命令)?(?:传送|周期)|(?:首)?地址(?=\s*\d\s*(?:拍|个?(?:时钟)?周期))"


_WAIT = r"(?:等(?:待)?)?(?:存储器|主存|内存|首体|从设备)?(?:取数准备|读数准备|(?:读|取)(?:数|数据)?(?:的)?准备|读(?:出|数据|取)?(?:首个?字|第一个字|数据)?|准备(?:好)?(?:第一个|首个)?(?:数据|字)?|等待?(?:数据|第一个数据)?|存取|访问|取数)(?:时间)?"


_EACH = r"(?:(?:传送|传输|送|传|发送)(?:一个)?数据(?![率线总位])|(?:随后|之后|此后|然后|再|后面|以后|接着)*每个?(?:数据字|数据|字)(?:的)?(?:传送|传输)?(?![长总])|(?:送|传|发)(?:送)?回(?:一个)?(?:数据|字)?|每(?:传送?|送)一?个(?:数据|字))"


_PEAK = r"(?:该|此|总线|存储器|的)*(?:最大|峰值|最高|理论)(?:的)?(?:数据)?(?:传输率|传输速率|传送率|带宽|数据率|吞吐率)(?:\((?:峰值|最大|总线)?(?:数据)?(?:带宽|传输率)\))?(?:是|为|约|等于)*(?:多少|多大)?\s*(?:[MG]B/s)?"


_NEEDS = r"(?:都|各|只|就)*(?:需要?|占用?|用|要|花|时间|为|是|的)*"


def _step(name: str, verb: str) -> tuple[Told, ...]:
    """A step of a transaction, told in cycles or in time."""
    one = r"(?:每)?(?P<{0}>" + INTEGER + ")" + CLOCKS
    return (
        Told(name, rf"(?:{verb}){_NEEDS}\(?{one.format('value')}\)?|{one.format('other')}(?:用于|用来|的|来)?(?:{verb})", whole),
        Told(
            f"{name}_time", rf"(?:{verb}){_NEEDS}(?P<value>{TIME})(?:的)?(?:等待)?|(?P<other>{TIME})(?:用于|用来|的)?(?:{verb})", _seconds
        ),
    )


def _seconds(match: re.Match[str]) -> Fraction:
    return to_seconds(next(group for group in match.groups() if group))


def _whole_words(facts: Facts) -> None:
    words, width = facts.get("words", 2), facts.get("width")
    if Fraction(words).denominator != 1 or words < 1:
        stay_out("words")
    if "again" in facts and width is not None and facts["again"] != width:
        stay_out("two widths")
    if "words" in facts and width is not None and facts.get("block", Fraction(words * width, 8)) * 8 != words * width:
        stay_out("block")


def _in_time(name: str) -> Law:
    return Law(f"{name}_time", (name, "hertz"), lambda cycles, hertz: cycles / hertz)


BURST = Topic(
    name="transaction on a bus",
    about=r"突发|猝发|成组|事务|复用|(?:[发送传](?:送|出)?|首)(?:一个|首)?地址|等待",
    guard=r"交叉|异步|握手",
    refuse=r"存储体|利用率|仲裁|%|中断|DMA|翻倍|加倍|减半|一半|分离|DDR|(?<!不)重叠|流水|命中",
    told=(
        Told(
            "words",
            rf"(?:随后|然后|再|接着|以后|之后|此后)*(?:连续)?(?:用)?\s*(?P<value>{INTEGER}){CLOCKS}(?:内|中)?(?:各|每个|连续|分别)+{SEND}(?:一个|1个|一次)?(?:\d+\s*位)?(?:的)?(?:数据|字)?",
            whole,
        ),
        Told(
            "lead",
            rf"(?:每)?(?:传送|传输|发送|送|传)(?:一次|一个)?(?:地址(?:或者?|/|和|与)(?:一次|送|传|一个)*数据|数据(?:或者?|/)(?:一次|一个)?地址)(?:都|均|各|只|仅|要|需要?|占用?|花费?|用)*(?:1|一){CLOCKS}",
            1,
        ),
        Told(
            "lead",
            rf"{IN_A_CYCLE}(?:可以?|能|都|只|仅|均)*{SEND}(?:一次|1次|一个)?地址(?:或者?|/)(?:一次|一个)?数据|(?:每|一)?个?{CLOCKS}{SEND}(?:一次|1次|一个)(?:地址或数据|数据或地址)",
            1,
        ),
        Told(
            "lead",
            rf"{IN_A_CYCLE}(?:可以?|能|都|只|仅|均)*{SEND}(?:一次|1次|一个)?数据(?:或者?|/)(?:一次|一个)?地址",
            1,
        ),
        Told(
            "wait",
            r"(?:不考虑|不计|忽略)(?:存储器|主存|内存)?(?:的)?(?:读取?|准备|存取|访问)?(?:数据)?(?:的)?(?:准备)?时间|(?:存储器|主存|内存)(?:的)?(?:准备|存取|读取|访问)(?:数据)?(?:的)?时间(?:均|都)?(?:可)?(?:忽略(?:不计)?|不计|不考虑)",
            0,
        ),
        Told(
            "once",
            rf"(?:每个?|一个?)(?:总线)?(?:时钟)?(?:周期|时钟)(?:可以?|能)?{SEND}(?:一次|1次)(?:数据)?(?=[,;。])",
            1,
        ),
        Told(
            "again",
            rf"(?:之后|然后|随后|接着|以后|此后)*(?:每个?|一个?)(?:总线)?(?:时钟)?(?:周期|时钟|拍)(?:可以?|能)?{SEND}(?:一个)?\s*(?P<value>\d+)\s*位(?:的)?(?:数据|字)?",
            whole,
        ),
        Told("first", rf"(?:第一个?|首(?:个)?)字(?:的)?(?:传送|传输)?{_NEEDS}(?P<value>{INTEGER}){CLOCKS}(?:\(含(?:送|发)?地址\))?", whole),
        Told("next", rf"(?:后续|以后|之后|其余|后面|此后|随后)(?:的)?(?:每)(?:个)?字{_NEEDS}(?P<value>{INTEGER}){CLOCKS}", whole),
        Told("width", r"每(?:个)?字(?:长)?(?:为|是)?\s*(?P<value>\d+)\s*(?:B(?![A-Za-z])|字节)", lambda match: 8 * int(match["value"])),
        Told(
            "each",
            rf"{IN_A_CYCLE}(?:可以?|能|内|各)*{SEND}\s*(?:两|2|二)次(?:数据)?(?:[(,]?(?:即|在)?(?:时钟)?(?:的)?上升沿(?:和|与|、)下降沿(?:均|都|各)*{SEND}(?:一次|1次)?(?:数据)?\)?)?|(?:时钟)?(?:的)?上升沿(?:和|与|、)下降沿(?:均|都|各)*{SEND}(?:一次|1次)?(?:数据)?",
            Fraction(1, 2),
        ),
        Told("apart", r"(?:总线)?(?:不支持|不采用|没有)(?:突发|猝发|成组)(?:\((?:猝发|突发|Burst)\))?(?:传送|传输|方式|事务|操作)*", 1),
        Told(
            "wait_time",
            rf"(?:主存|存储器|内存)?(?:每次)?准备(?:好)?(?:一个)?\d+\s*位(?:的)?数据(?:需要?|用|要|花|时间|为)+\s*(?P<value>{TIME})",
            _seconds,
        ),
        # `1 个地址周期、2 个等待周期、4 个数据周期`, one behind the other: waiting before every datum is another matter.
        Told("lead", rf"(?P<value>{INTEGER})\s*个地址周期(?=[、,和]\s*\d+\s*个(?:等待|数据)周期)", whole),
        Told("wait", rf"(?<=\ue000[、,和])\s*(?P<value>{INTEGER})\s*个等待周期(?=[、,和]\s*\d+\s*个数据周期)", whole),
        Told("words", rf"(?<=\ue000[、,和])\s*(?P<value>{INTEGER})\s*个数据周期", whole),
        Told("again", rf"(?<=\ue000)\s*\(每个(?:周期)?{SEND}\s*(?P<value>\d+)\s*位(?:的)?(?:数据)?\)", whole),
        *_step("lead", _LEAD),
        *_step("each", _EACH),
        *_step("wait", _WAIT),
        Told(
            "words",
            rf"(?:突发|猝发)?(?:长度|传送长度)(?:为|是|=)*\s*(?P<value>{INTEGER})(?:个)?(?:字|数据)?(?!\d|位|字节)|(?:一共|共)?{SEND}\s*(?P<beats>{INTEGER})\s*拍(?:数据)?|(?:读|写|传送?|传输|送|写入|读出|连续)+(?:连续)?(?:的)?\s*(?!一个|1个)(?P<other>{INTEGER})\s*个(?:\d+\s*位)?(?:的)?(?:数据字|字|数据)(?!节)",
            whole,
        ),
        Told(
            "words",
            r"(?:连续)?(?:读|写|取)(?:存储器|主存|内存)?(?:的)?(?:一个|1个)?字(?!节|块)|(?:传送?|传输|送)(?:一个|1个)字(?!节|块)|读一次",
            1,
        ),
        Told(
            "cycles",
            rf"(?:每|完成)*(?:完成)?(?:一|1)?次(?:总线)?(?:传输|传送|操作|读操作|事务)(?:需要?|要|用|占|花)*\s*(?P<value>{INTEGER}){CLOCKS}\(?(?:其中)?(?:含|包括|包含)(?:有)?\d+个等待(?:周期|状态)?\)?",
            whole,
        ),
    ),
    passed=(
        SHARED,
        r"(?:采用|以|用|支持|按)?(?:突发|猝发|成组)(?:\((?:猝发|突发|Burst)\))?(?:传送|传输|式|方式|模式|操作)*",
        rf"(?:之后|然后|随后|接着|以后|此后)*(?:每个?|一个?)(?:时钟)?{CLOCKS}{SEND}(?:一个|1个|一次)(?:数据字?|字)?",
        r"(?:若)?通过该总线连接CPU(?:和|与)主存|(?:主存)?块大小(?:为|是)?(?=\s*[\d\ue000])|首地址和命令|地址和命令|最(?:少|短|快)|不重叠|不计(?:存储器)?(?:延迟|等待|准备)(?:时间)?|\(?(?:不)?含送地址的?(?:那)?(?:1|一)?个?(?:时钟)?周期\)?",
        r"的?步骤(?:是|为|如下)?|(?:一|每)次总线事务(?:首?先)?(?=\ue000)",
    ),
    roles=(
        *COMMON_ROLES,
        Role(
            name="block",
            quantity=SIZE,
            read=to_bytes,
            before=r"写入|读出|读|写|传送|传输|突发|事务|送",
            after=r"(?:的)?(?:数据|块)",
            alone=True,
        ),
        Role(
            name="bits",
            quantity=BITS,
            read=to_count,
            before=r"写入|读出|读|写|(?:突发|猝发)(?:传送|传输)?|(?:总线)?事务(?:传送|传输)?",
            after=r"(?:的)?数据块",
        ),
        Role(
            name="lines",
            quantity=r"(?<![\d.])\d+\s*(?:根|条)(?:线|信号线|数据线)?",
            read=to_count,
            alone=True,
        ),
        Role(
            name="width",
            quantity=BITS,
            read=to_count,
            before=r"(?:总线|数据线)(?:的)?(?:宽度|位宽|宽)?|位宽|(?<!带)宽度?|一个字",
            after=r"(?:宽)?(?:的)?(?:数据|系统|同步|并行|地址|/|复用)*(?:总线|数据线|(?<!带)宽|数据|字)",
            alone=True,
        ),
    ),
    asks=(
        (_PEAK, "top"),
        (
            r"(?:该|这种|这次|此时|实际|有效|平均|最大|连续|突发|读|写|的|数据|折合|存储器|字|时)*(?:数据)?(?:传输率|传输速率|传送速率|数据率|吞吐率|传输速度|带宽)(?:是|为|约|大约|等于)*(?:多少|多大)?\s*(?:[MG]B/s)?",
            "actual",
        ),
        (r"(?:需要?|用|要|共|花|至少|总共)*(?:多少|几)个?(?:总线)?(?:时钟)?周期|(?:总|时钟)周期数", "clocks"),
        (
            r"(?:一次|该|这次|总线|整个|突发|完成|事务|传送|传输|操作|读|写|所|需|要|的|总|最少|最短|至少|需要|花|用)*(?:时间|多长时间|多少时间|多久)(?:至少|是|为|约)*(?:多少|多长)?(?:ns|μs)?|(?:花|用|要|需要?|共|总共)+(?:多少|几)个?\s*(?:ns|μs|纳秒)",
            "time",
        ),
    ),
    laws=(
        Law("hertz", ("period",), lambda period: 1 / period),
        Law("width", ("lines",), lambda lines: lines),
        Law("words", ("block", "width"), lambda block, width: Fraction(block * 8, width), "数据个数为数据量 ÷ 总线宽度"),
        Law("words", ("bits", "width"), lambda bits, width: Fraction(bits, width), "数据个数为数据量 ÷ 总线宽度"),
        Law(
            "clocks",
            ("first", "next", "words"),
            lambda first, after, words: Fraction(first + (words - 1) * after),
            "首字的周期数加其余各字的周期数",
        ),
        Law(
            "clocks",
            ("lead", "wait", "words", "each"),
            lambda lead, wait, words, each: Fraction(lead + wait + math.ceil(words * each)),
            "送地址、准备、传送数据的周期相加",
        ),
        Law(
            "time",
            ("apart", "words", "lead_time", "wait_time", "each_time"),
            lambda _, words, lead, wait, each: words * (lead + wait + each),
            "不支持突发传送，每个数据都要送地址、准备、传送，各次的时间相加",
        ),
        Law("time", ("cycles", "hertz"), lambda cycles, hertz: cycles / hertz, "时间为周期数 ÷ 时钟频率"),
        Law("time", ("clocks", "hertz"), lambda clocks, hertz: clocks / hertz, "时间为周期数 ÷ 时钟频率"),
        _in_time("lead"),
        _in_time("wait"),
        _in_time("each"),
        Law(
            "time",
            ("lead_time", "wait_time", "words", "each_time"),
            lambda lead, wait, words, each: lead + wait + words * each,
            "送地址、准备、传送数据的时间相加",
        ),
        Law("width", ("again",), lambda again: again),
        Law("actual", ("words", "width", "time"), lambda words, width, time: words * width / 8 / time, "数据传输率为传送的字节数 ÷ 时间"),
        Law("actual", ("width", "cycles", "time"), lambda width, cycles, time: width / 8 / time, "数据传输率为传送的字节数 ÷ 时间"),
        Law(
            "top",
            ("width", "hertz", "each", "lead"),
            lambda width, hertz, each, _: width / 8 * hertz / each,
            "最大传输率为总线宽度 ÷ 8 × 时钟频率",
        ),
        Law(
            "top",
            ("width", "hertz", "each", "edges"),
            lambda width, hertz, each, _: width / 8 * hertz / each,
            "最大传输率为总线宽度 ÷ 8 × 时钟频率 × 每个时钟周期传送的次数",
        ),
        Law("wait", (), lambda: Fraction(0)),
        Law("each", (), lambda: Fraction(1)),
    ),
    marks=(("edges", r"上升沿"),),
    shown={
        **SHOWN,
        "first": Quantity("首字", lambda value: f"{value} 个周期"),
        "next": Quantity("后续每字", lambda value: f"{value} 个周期"),
        "lead_time": Quantity("送地址", duration),
        "wait_time": Quantity("准备数据", duration),
        "each_time": Quantity("每个数据", duration),
        "top": SHOWN["peak"],
    },
    words=WORDS + " 地址 数据 传 送 送地址 只能 一次地址 数据传输 主存块 读取 过程 过程是 读主存的过程 挂 操作",
    conventions=(MEGA,),
    idle=frozenset({"lines", "width", "period", "hertz", "block", "cpu", "once", "again"}),
    check=_whole_words,
)
