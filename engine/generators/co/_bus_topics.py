"""Bus problems told by their topic: transfers in step with a clock, bursts, lines told by transfers a second, asynchronous serial lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._clauses import BITS, FREQUENCY, RATE, SHARE, SIZE, TIME, to_bytes, to_hertz, to_rate, to_seconds
from engine.generators.co._measures import duration, frequency
from engine.generators.co._topic import Facts, Law, Quantity, Told, Topic, about, percentage
from engine.generators.quantities import decimal, size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int, to_share

_MEGA = "带宽中 1 MB/s = 10^6 B/s"


def _int(match: re.Match[str]) -> int:
    return to_int(next(group for group in match.groups() if group))


def _decimal_size(text: str) -> Fraction:
    number, unit = re.match(r"([\d.]+)\s*([KMG])", text, re.IGNORECASE).groups()  # type: ignore[union-attr]
    return Fraction(number) * 10 ** (3 * (1 + "KMG".index(unit.upper())))


def _rate(value: Fraction) -> str:
    return f"{about(value / 10**6, 2)} MB/s"


def _rate_otherwise(value: Fraction) -> Sequence[str]:
    return (
        *(f"{decimal(value / 10**9, places)} GB/s" for places in (3, 2, 1)),
        *(f"{decimal(value / 10**6, places)} MB/s" for places in (1, 0)),
        *(f"{decimal(value * 8 / 10**power, 3)} {unit}" for power, unit in ((6, "Mbps"), (9, "Gbps"), (6, "Mb/s"), (9, "Gb/s"))),
        f"{decimal(value)} B/s",
    )


def _time_otherwise(value: Fraction) -> Sequence[str]:
    return tuple(f"{decimal(value * 10**power, 4)} {unit}" for power, unit in ((9, "ns"), (6, "μs"), (3, "ms"), (0, "s")))


def _number(unit: str, digits: int = 3) -> Callable[[Fraction], str]:
    return lambda value: f"{about(value, digits)} {unit}".strip()


_SHOWN = {
    "width": Quantity("总线宽度", _number("位")),
    "lines": Quantity("数据线", _number("根")),
    "bytes": Quantity("一次传送", _number("B")),
    "hertz": Quantity("时钟频率", frequency),
    "period": Quantity("时钟周期", duration, _time_otherwise),
    "cycle_time": Quantity("总线周期", duration, _time_otherwise),
    "transfers": Quantity("每个时钟周期传送", _number("次")),
    "cycles": Quantity("每次传送占", _number("个时钟周期")),
    "channels": Quantity("通道", _number("个")),
    "directions": Quantity("方向", _number("个")),
    "million": Quantity("每秒传送", lambda value: f"{about(value / 10**6)} 百万次"),
    "code": Quantity("编码效率", percentage),
    "rate": Quantity("带宽", _rate, _rate_otherwise),
    "volume": Quantity("数据量", _number("B")),
    "time": Quantity("时间", duration, _time_otherwise),
    "part": Quantity("占总线带宽", percentage),
    "flow": Quantity("数据流", _rate),
    "lead": Quantity("送地址", _number("个周期")),
    "wait": Quantity("准备数据", _number("个周期")),
    "each": Quantity("每个数据", _number("个周期")),
    "words": Quantity("数据个数", _number("个")),
    "block": Quantity("一次突发的数据", _number("B")),
    "bits": Quantity("一次突发的数据", _number("位")),
    "clocks": Quantity("共", _number("个时钟周期")),
    "actual": Quantity("实际数据传输率", _rate, _rate_otherwise),
    "peak": Quantity("总线带宽", _rate, _rate_otherwise),
    "gap": Quantity("准备时间", duration),
    "start": Quantity("起始位", _number("位")),
    "data": Quantity("数据位", _number("位")),
    "parity": Quantity("校验位", _number("位")),
    "stop": Quantity("停止位", _number("位")),
    "chars": Quantity("每秒", _number("个字符", 2), lambda value: (f"{about(value, 2)} 字符/秒", f"{about(value, 2)} 帧/秒")),
    "items": Quantity("字符数", _number("个")),
    "frame": Quantity("一帧", _number("位")),
    "baud": Quantity(
        "波特率", _number("波特", 2), lambda value: tuple(f"{about(value, 2)} {unit}" for unit in ("bps", "b/s", "bit/s", "Baud", "位/秒"))
    ),
    "speed": Quantity("比特率", _number("bps", 2), lambda value: tuple(f"{about(value, 2)} {unit}" for unit in ("b/s", "bit/s", "位/秒"))),
    "efficiency": Quantity("效率", percentage, lambda value: (f"{decimal(value, 3)}", f"{decimal(value, 2)}")),
}

_IN_A_CYCLE = r"(?<![个\d])(?<!时钟)(?:(?:一个?|每个?|1个?|单个|每一个)(?:总线)?)?(?:总线)?(?:时钟)?(?:周期|时钟|脉冲|拍)(?:内|中|里)?"
_SEND = r"(?:传送|传输|传|送|收发|发送)"
_CLOCKS = r"个?(?:总线)?(?:时钟)?(?:周期|时钟|脉冲|T)"
_SHARED = r"(?:采用|使用|的)?(?:地址线?|数据线?|信号)?(?:(?:/|和|与|、)?(?:地址线?|数据线?))?(?:信号)?(?:线)?(?:采用|是|为)?(?:分时)?(?:复用|共用)(?:的)?(?:总线|信号线|方式|技术|线)?"
_COMMON_ROLES = (
    Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
    Role(name="period", quantity=TIME, read=to_seconds, before=r"时钟周期|时钟"),
)
_EDGES = (
    r"(?:在|利用|时钟|信号|的)*(?:上升沿|前沿)(?:和|与|及|、|以及)*(?:下降沿|后沿)(?:都|均|各|分别|上|能|可以?|进行|时)*(?:传(?:送|输)?|采样|送)?(?:一次|1次)?(?:数据)?(?:一次|1次)?"
    r"|双(?:边)?沿(?:都|均|能|可以?)*(?:传送|传输|触发|采样|传)?(?:数据)?|上下沿(?:都|均|各|能|可以?)*(?:传送|传输|传)?(?:一次)?(?:数据)?|DDR(?:方式|技术)?(?![\d-])|双倍数据率"
)
_WORDS = " PCI ISA EISA AGP 串口 利用率 搬运 数据 QPI 总线 同步总线 系统总线 数据总线 并行总线 前端总线 存储总线 存储器总线 内存总线 I/O总线 外设总线 并行 同步 突发 猝发 成组 带宽 位宽 总线宽度 宽度 宽 数据线 信号线 根 条 线 通道 单通道 显卡 卡 挂 带 大 双沿 单沿 单方向 双向 全双工 总带宽 传输率 数据率 传送率 数据传输率 最大数据传输率 数据传送率 数据通路 峰值带宽 事务 总线事务 写操作 读操作 主存读 主存写 读主存 写主存 总线操作 送 传 首地址 地址周期 数据周期 字块 数据块 数据字 块 首 命令 读命令 并 串行 点对点 有效数据 每秒 一秒 单 位数据 总线周期 总线时钟 总线时钟频率 总线时钟周期 时钟信号 总线传输周期 传输周期"
_BANDWIDTH = r"(?:总线|内存|理论|系统|数据|通道|该|其|它|这条|单方向|单向|双向|合起来|总共|最大|最高|峰值|总|有效|的|理论上|通路)*(?:带宽|(?:数据)?(?:传输|传送|通信)(?:率|速率|速度)|数据率|吞吐[率量])(?:是|为|能|可|可以|达|达到|有|约|应|最大|最高|大概|又|等于)*(?:多少|多大|几)?\s*(?:[MGK]i?B/s|[MG]bps|[MG]b/s|兆字节每秒)?(?![\d.])"


def _no_faster(facts: Facts) -> None:
    width = facts.get("width")
    if width is not None and (Fraction(width) <= 0 or Fraction(width).denominator != 1):
        stay_out("width")
    if "once" in facts and facts.get("cycles", 1) != 1:
        stay_out("a transfer in one cycle and in several")


def _widths(before: str = "") -> tuple[Role, ...]:
    return (
        Role(
            name="width",
            quantity=BITS,
            read=to_count,
            before=rf"{before}(?:总线|数据线|数据总线|数据通路)(?:的)?(?:宽度|位宽|宽)?|位宽|宽度?|(?:周期|时钟|每次|一次|并行|同时|方向)(?:内|中|里|可|能|可以|并行|同时|上)*{_SEND}|{_SEND}|每次|每通道|通道",
            after=r"(?:宽)?(?:的)?(?:数据|系统|同步|并行|内存|存储器|地址|/|复用)*(?:总线|数据线|位宽|宽度|宽|通道|数据)",
        ),
        Role(
            name="bytes",
            quantity=SIZE,
            read=to_bytes,
            before=rf"(?:周期|时钟|每次|一次|并行|同时)(?:内|中|里|可|能|可以|并行|同时)*{_SEND}|{_SEND}|每次|位宽|宽度?",
        ),
    )


TRANSFER = Topic(
    name="clocked bus",
    about=r"总线|带宽|DDR|QPI|通道|位宽|传输率|PCI(?!-?E)",
    guard=r"^(?=[\s\S]*(?:复用|共用))(?![\s\S]*(?:最大|峰值|最高|上升沿|[两2]次))|[AB]\s*总线|总线\s*[AB]|个字(?!节)|^(?=[\s\S]*\d\s*[KMG]B(?!/|[A-Za-z]))(?![\s\S]*10\s*\^?\s*[369])|(?:单向|单方向)带宽和|和总带宽|(?:发|送)(?:送)?(?:一次|首)?地址",
    refuse=r"突发|猝发|等待|准备|异步|波特|起始位|停止位|地址周期|握手|仲裁|PCI-?E|8b|128b|GT|帧|像素|分辨率|刷新|命中|Cache|交叉|存储体|存取|响应|%|延迟|校验|翻倍|加倍|减半|一半|中断|DMA",
    told=(
        Told("transfers", _EDGES, 2),
        Told(
            "cycles",
            rf"(?:每|一|1)?(?:个|次)?(?:最短)?(?:总线)?(?:传输周期|传送周期|周期|传送|传输|事务|传一次|传送一次)(?:数据)?(?:占用?|等于|为|是|=|需要?|包含|含|由|花|要|有|用)+\s*(?P<value>{INTEGER}){_CLOCKS}(?:组成|构成)?|每(?:隔)?\s*(?P<other>{INTEGER}){_CLOCKS}(?:才)?(?:能|可以|可)?(?:完成|进行)?{_SEND}(?:一次|1次)?(?:数据)?(?:一次)?",
            _int,
        ),
        Told(
            "transfers",
            rf"{_IN_A_CYCLE}(?:可以?|能|都|均|进行|完成|可|要)*{_SEND}?(?:数据)?\s*(?!一次|1次)(?P<value>{INTEGER})\s*次(?:数据)?{_SEND}?(?:数据)?|(?P<other>{INTEGER})\s*次{_SEND}?/\s*(?:时钟)?周期",
            _int,
        ),
        Told(
            "cycles",
            r"(?:一个)?(?:总线)?周期(?:就)?(?:等于|为|即|就是|是|=)(?:一个|1个)?(?:总线)?时钟周期|(?:总线|传输)周期(?:与|和)时钟周期(?:相同|相等)",
            1,
        ),
        Told("once", rf"{_IN_A_CYCLE}(?:可以?|能|都|均|进行|完成|可|只|仅)*{_SEND}(?:一次|1次|一个数据|一个字)(?:数据)?", 1),
        Told(
            "channels",
            rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:内存)?通道",
            lambda match: to_int(match["value"].replace("双", "二")),
        ),
        Told("channels", "双通道(?:内存)?", 2),
        Told(
            "transfers",
            r"(?:采用)?(?P<value>\d|[两二三四])\s*倍(?:数据率|速率|频)(?:传送|传输|技术)?(?:\([^()]{0,20}\))?|quad[- ]?pumped",
            lambda match: to_int(match["value"]) if match["value"] else 4,
        ),
        Told(
            "million",
            r"DDR[2-5]?[- ](?P<value>\d{3,4})",
            lambda match: Fraction({1066: 1066, 1333: 1333}.get(int(match["value"]), int(match["value"]))) * 10**6,
        ),
        Told(
            "directions", r"(?:两|双|2)个?(?:方)?向(?:上)?(?:合起来|合计|加起来|总共|一起|总|之和|总和|都算|一起算)(?:的|上|算)*|双向总", 2
        ),
        Told("directions", r"(?:问|求|算)?(?:的)?(?:单|一个|每个)方?向(?:上)?(?:的)?(?=带宽|总线带宽|最大|数据传|传输率)", 1),
        Told(
            "width",
            r"(?P<all>\d+)\s*位[,(]?(?:其中|里面?|中)+(?:只有|有)?\s*(?P<data>\d+)\s*位(?:是|为)?(?:有效)?数据(?:位)?\)?",
            lambda match: int(match["data"]),
        ),
        Told(
            "width",
            r"(?:共有?|总共|有|各|用)*\s*(?P<value>\d+)\s*(?:根|条)(?:地址/?数据|数据/?地址)?(?:复用)?(?:的)?(?:数据线|信号线|线|复用线)|数据线(?:共|有|为|是|:)*\s*(?P<other>\d+)\s*(?:根|条)",
            _int,
        ),
    ),
    passed=(
        r"(?:插|装|配)(?:的|了|上)?(?:是)?(?=DDR)",
        _SHARED,
        r"(?:全双工|点对点|串行|同步|的)+总线(?=,)|是?(?:全双工|点对点|串行)(?:的)?(?:点对点|串行|全双工)*(?:总线)?",
        r"(?:单|每个?|一个)方向(?:上)?(?=每|一|可|能|传|同时)",
        r"(?:总线)?(?:时钟)?(?:频率|宽度|位宽|主频|时钟)(?:仍|还是|保持|都|均)*(?:为)?(?:不变|没变|不改)",
    ),
    roles=(
        *_COMMON_ROLES,
        Role(
            name="rate", quantity=RATE, read=to_rate(1000), before=r"带宽|传输率|传输速率|传送速率|数据率|速率|达到|不低于|至少", alone=True
        ),
        Role(
            name="flow",
            quantity=RATE,
            read=to_rate(1000),
            before=r"(?:测得|实测|实际)(?:的)?(?:数据)?(?:传输率|传输速率|带宽|吞吐率)?|数据流|(?:设备|磁盘|硬盘|外设)(?:的)?(?:数据)?(?:传输率|速率)?",
        ),
        Role(
            name="volume",
            quantity=r"(?<![\d.])\d+(?:\.\d+)?\s*[KMG]B(?![A-Za-z/])",
            read=_decimal_size,
            before=r"传送|传输|搬运|传|发送|搬|拷贝|读取?|写入?",
            after="(?:的)?(?:数据|文件)",
        ),
        *_widths(),
    ),
    asks=(
        (
            r"(?:总线)?(?:的)?(?:利用率|(?:占用|占|用掉|用了|用去)(?:了)?(?:总线)?(?:的)?(?:总)?(?:带宽)(?:的)?(?:百分之几|百分之多少|多少|比例|百分比)?|有效利用率)(?:是|为|约)*(?:百分之多少|百分之几|多少)?",
            "part",
        ),
        (
            r"(?:传|传送|传完|搬运|搬|发送|传输|需要?|要|用|花|共)*(?:多长时间|多少时间|多久|(?:多少|几)\s*个?(?:秒|毫秒|微秒|ms|μs|ns|s)(?![A-Za-z]))",
            "time",
        ),
        (_BANDWIDTH, "rate"),
        (r"(?:每秒|1s|一秒)(?:钟)?(?:最多)?(?:能|可|可以)?传(?:送|输)?(?:多少|几)(?:个)?(?:字节|数据|[MG]B)", "rate"),
        (
            r"(?:总线)?(?:的)?(?:工作)?(?:时钟|主频|频率)+(?:至少|最低|最少|应|该|需|要|为|是|得|取|有)*(?:多少|多大|几|多高)?\s*[MG]?(?:Hz)?",
            "hertz",
        ),
        (
            r"(?:总线|数据)*(?:的)?(?:宽度|位宽|数据线)(?:至少|应|需|要|得|为|是|有)*(?:多少|几)?(?:位|根|条|bit)?|(?:多少|几)(?:根|条)数据线",
            "width",
        ),
    ),
    laws=(
        Law("hertz", ("period",), lambda period: 1 / period),
        Law("width", ("bytes",), lambda one: one * 8),
        Law(
            "rate",
            ("width", "million", "channels"),
            lambda width, million, channels: width * million * channels / 8,
            "带宽为一次传送的字节数 × 每秒传送次数 × 通道数",
            "DDR 后面的数是每秒百万次传送",
        ),
        Law(
            "rate",
            ("width", "hertz", "transfers", "cycles", "channels", "directions"),
            lambda width, hertz, transfers, cycles, channels, directions: width * hertz * transfers * channels * directions / (8 * cycles),
            "带宽为总线宽度 ÷ 8 × 时钟频率 × 每个时钟周期传送的次数",
        ),
        Law(
            "hertz",
            ("rate", "width", "transfers", "cycles"),
            lambda rate, width, transfers, cycles: rate * 8 * cycles / (width * transfers),
            "时钟频率为带宽 ÷ 每个时钟周期传送的字节数",
        ),
        Law(
            "width",
            ("rate", "hertz", "transfers", "cycles"),
            lambda rate, hertz, transfers, cycles: rate * 8 * cycles / (hertz * transfers),
            "总线宽度为带宽 ÷ 每秒传送的次数 × 8",
        ),
        Law("time", ("volume", "rate"), lambda volume, rate: volume / rate, "时间为数据量 ÷ 带宽", "数据量中 1 MB = 10^6 B"),
        Law("part", ("flow", "rate"), lambda flow, rate: flow / rate if flow <= rate else None, "占用的带宽 ÷ 总线带宽"),
        Law("cycles", (), lambda: Fraction(1)),
        Law("transfers", (), lambda: Fraction(1), convention="没有说时，每个时钟周期传送一次数据"),
        Law("channels", (), lambda: Fraction(1)),
        Law("directions", ("simplex",), lambda _: Fraction(1)),
    ),
    marks=(("simplex", r"^(?![\s\S]*(?:全双工|双向|两个方向))"),),
    idle=frozenset({"once"}),
    shown=_SHOWN,
    words=_WORDS,
    conventions=(_MEGA,),
    check=_no_faster,
)

PCIE = Topic(
    name="encoded lanes",
    about=r"PCI-?E|GT/s|8b/?10b|128b/?130b|通道|lane|QPI",
    refuse=r"利用率|开销|延迟|%|中断|时钟周期",
    told=(
        Told("code", r"8[bB]/?10[bB](?:的)?(?:编码)?(?:方式)?", Fraction(8, 10)),
        Told("code", r"128[bB]/?130[bB](?:的)?(?:编码)?(?:方式)?", Fraction(128, 130)),
        Told("million", r"(?P<value>\d+(?:\.\d+)?)\s*G(?:T/s|bps|b/s|T每秒)(?![A-Za-z])", lambda match: Fraction(match["value"]) * 10**9),
        Told(
            "channels",
            r"(?<![A-Za-z\d])[x×]\s*(?P<value>\d{1,2})(?![\dA-Za-z.])(?:的)?(?:卡|插槽|通道|显卡|接口|链路)?|(?<![\d.])(?P<other>\d{1,2})\s*(?:条|个)?(?:通道|lane|链路)",
            _int,
        ),
        Told("directions", r"(?:两|双|2)个?(?:方)?向(?:上)?(?:合起来|合计|加起来|总共|一起|总|之和|总和)?(?:的|上|算)*|双向总", 2),
        Told("directions", r"(?:单|一个|每个)方?向(?:上)?(?:的)?", 1),
    ),
    passed=(r"PCI-?E(?:xpress)?\s*(?:[1-6]\.[01x]|[1-6]代|Gen\s?[1-6])?(?:的)?",),
    asks=((_BANDWIDTH, "rate"),),
    laws=(
        Law(
            "rate",
            ("million", "code", "channels", "directions"),
            lambda million, code, channels, directions: million * code * channels * directions / 8,
            "带宽为每条通道每秒传送的位数 × 编码效率 × 通道数 ÷ 8",
        ),
        Law("directions", (), lambda: Fraction(1), convention="没有说时只算一个方向"),
    ),
    shown={**_SHOWN, "million": Quantity("每条通道每秒", lambda value: f"{about(value / 10**9)} G 次")},
    words=_WORDS + " 编码 编码方式 每条通道 插槽 全双工 串行",
    conventions=(_MEGA,),
)

_LEAD = r"(?:发送|传送|传输|送出|送|发|传)(?:出)?(?:一次|一个|首|首个)?(?:主存|存储器)?(?:地址|命令)(?:请求)?(?:(?:和|与|及|、)(?:读|写)?(?:命令|地址))?|(?:首)?地址(?:和命令)?(?:传送|周期)"
_WAIT = r"(?:等(?:待)?)?(?:存储器|主存|内存|首体|从设备)?(?:读(?:出|数据|取)?(?:首个?字|第一个字|数据)?|准备(?:好)?(?:第一个|首个)?(?:数据|字)?|等待?(?:数据|第一个数据)?|存取|访问|取数)(?:时间)?"
_EACH = r"(?:(?:随后|之后|此后|然后|再|后面|以后|接着)*每个?(?:数据|字)(?![长总])|(?:送|传|发)(?:送)?回(?:一个)?(?:数据|字)?|每(?:传送?|送)一?个(?:数据|字))"
_NEEDS = r"(?:都|各|只|就)*(?:需要?|占用?|用|要|花|时间|为|是|的)*"


def _step(name: str, verb: str) -> tuple[Told, ...]:
    """A step of a transaction, told in cycles or in time."""
    one = r"(?:每)?(?P<{0}>" + INTEGER + ")" + _CLOCKS
    return (
        Told(name, rf"(?:{verb}){_NEEDS}{one.format('value')}|{one.format('other')}(?:用于|用来|的|来)?(?:{verb})", _int),
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
    if width is not None and facts.get("block", Fraction(words * width, 8)) * 8 != words * width:
        stay_out("block")


def _in_time(name: str) -> Law:
    return Law(f"{name}_time", (name, "hertz"), lambda cycles, hertz: cycles / hertz)


BURST = Topic(
    name="transaction on a bus",
    about=r"突发|猝发|成组|事务|复用|(?:[发送传](?:送|出)?|首)(?:一个|首)?地址|等待",
    guard=r"交叉|异步|握手",
    refuse=r"存储体|利用率|仲裁|%|中断|DMA|翻倍|加倍|减半|一半|分离|边沿|上升沿|DDR|(?<!不)重叠|流水|命中",
    told=(
        Told(
            "words",
            rf"(?:随后|然后|再|接着|以后|之后|此后)*(?:连续)?(?:用)?\s*(?P<value>{INTEGER}){_CLOCKS}(?:内|中)?(?:各|每个|连续|分别)+{_SEND}(?:一个|1个|一次)?(?:\d+\s*位)?(?:的)?(?:数据|字)?",
            _int,
        ),
        Told(
            "lead", rf"(?:送|传)(?:一次|一个)?地址(?:或|/|和|与)(?:一次|送|传|一个)*数据(?:都|均|各|要|需要?|占用?|用)*(?:1|一){_CLOCKS}", 1
        ),
        Told(
            "lead",
            rf"{_IN_A_CYCLE}(?:可以?|能|都|只|仅|均)*{_SEND}(?:一次|1次|一个)?地址(?:或者?|/)(?:一次|一个)?数据|(?:每|一)?个?{_CLOCKS}{_SEND}(?:一次|1次|一个)(?:地址或数据|数据或地址)",
            1,
        ),
        *_step("lead", _LEAD),
        *_step("each", _EACH),
        *_step("wait", _WAIT),
        Told(
            "words",
            rf"(?:突发|猝发)?(?:长度|传送长度)(?:为|是|=)*\s*(?P<value>{INTEGER})(?:个)?(?:字|数据)?(?!\d|位|字节)|(?:读|写|传送?|传输|送|写入|读出|连续)+(?:连续)?(?:的)?\s*(?!一个|1个)(?P<other>{INTEGER})\s*个(?:\d+\s*位)?(?:的)?(?:数据字|字|数据)(?!节)",
            _int,
        ),
        Told("words", r"(?:连续)?(?:读|写|取)(?:存储器|主存|内存)?(?:的)?(?:一个|1个)?字(?!节|块)|读一次", 1),
        Told(
            "cycles",
            rf"(?:每|完成)*(?:完成)?(?:一|1)?次(?:总线)?(?:传输|传送|操作|读操作|事务)(?:需要?|要|用|占|花)*\s*(?P<value>{INTEGER}){_CLOCKS}\(?(?:其中)?(?:含|包括|包含)(?:有)?\d+个等待(?:周期|状态)?\)?",
            _int,
        ),
    ),
    passed=(
        _SHARED,
        r"(?:采用|以|用|支持|按)?(?:突发|猝发|成组)(?:\((?:猝发|突发|Burst)\))?(?:传送|传输|式|方式|模式|操作)*",
        rf"(?:之后|然后|随后|接着|以后|此后)*(?:每个?|一个?)(?:时钟)?{_CLOCKS}{_SEND}(?:一个|1个|一次)(?:数据字?|字)?",
        r"首地址和命令|地址和命令|最(?:少|短|快)|不重叠|不计(?:存储器)?(?:延迟|等待|准备)(?:时间)?|\(?(?:不)?含送地址的?(?:那)?(?:1|一)?个?(?:时钟)?周期\)?",
        r"的?步骤(?:是|为|如下)?",
    ),
    roles=(
        *_COMMON_ROLES,
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
            before=r"写入|读出|读|写|(?:突发|猝发)(?:传送|传输)?|事务(?:传送)?",
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
            before=r"(?:总线|数据线)(?:的)?(?:宽度|位宽|宽)?|位宽|宽度?|一个字",
            after=r"(?:宽)?(?:的)?(?:数据|系统|同步|并行|地址|/|复用)*(?:总线|数据线|宽|数据|字)",
            alone=True,
        ),
    ),
    asks=(
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
            ("lead", "wait", "words", "each"),
            lambda lead, wait, words, each: Fraction(lead + wait + words * each),
            "送地址、准备、传送数据的周期相加",
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
        Law("actual", ("words", "width", "time"), lambda words, width, time: words * width / 8 / time, "数据传输率为传送的字节数 ÷ 时间"),
        Law("actual", ("width", "cycles", "time"), lambda width, cycles, time: width / 8 / time, "数据传输率为传送的字节数 ÷ 时间"),
        Law("wait", (), lambda: Fraction(0)),
        Law("each", (), lambda: Fraction(1)),
    ),
    shown={
        **_SHOWN,
        "lead_time": Quantity("送地址", duration),
        "wait_time": Quantity("准备数据", duration),
        "each_time": Quantity("每个数据", duration),
    },
    words=_WORDS + " 地址 数据 传 送 送地址 只能 一次地址 数据传输 过程 过程是 读主存的过程 挂 操作",
    conventions=(_MEGA,),
    idle=frozenset({"period", "hertz", "block"}),
    check=_whole_words,
)

_PART = {
    "start": "(?:起始|开始)位?",
    "parity": "(?:奇偶|奇|偶)?(?:校验|检验)位?(?:\\((?:奇|偶)校验\\))?",
    "stop": "(?:停止|终止|结束)位?",
    "data": "(?:有效)?(?:数据|信息)位?(?:\\(ASCII码?\\))?|ASCII码",
}


def _bits_of(name: str) -> tuple[Told, ...]:
    word = _PART[name]
    return (
        Told(name, rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个)?(?:位|bit|比特)?(?:的)?(?:{word})(?!帧)", _int),
        Told(name, rf"(?:{word})(?:占|为|是|有|各|取|:)*\s*(?P<value>{INTEGER})\s*(?:个)?(?:位|bit|比特)", _int),
    )


SERIAL = Topic(
    name="serial line",
    about=r"(?:起始|停止|终止)位?",
    guard=r"同步总线",
    refuse=r"调制|相位|电平|QAM|信道|信噪|间隔|空闲|出错|重传|%|个停止位或|半",
    told=(
        Told(
            "chars",
            rf"(?:每秒|1s|1秒|一秒)(?:钟)?(?:可|能|可以|共|最多)?(?:传送?|传输|发送|输出|送)?\s*(?P<value>{INTEGER})\s*个?(?:数据)?(?:字符|帧)|(?P<other>\d+)\s*(?:个)?(?:数据)?(?:字符|帧)/(?:s|秒)",
            _int,
        ),
        Told(
            "baud",
            r"波特率(?:为|是|:|=|取|设为)*\s*(?P<value>\d+)\s*(?:波特|bps|b/s|bit/s|Baud|Bd|位/秒)?|(?P<other>\d+)\s*(?:波特|Baud|Bd)(?![A-Za-z])",
            _int,
        ),
        Told(
            "speed",
            r"(?:有效(?:的)?|数据|信息)(?:数据)?(?:位)?(?:的)?(?:传输|传送)?(?:率|速率)(?:要|需|需要|应|至少|达到|为|是)*\s*(?P<value>\d+)\s*(?:bps|b/s|bit/s|位/秒)(?![A-Za-z])",
            _int,
        ),
        Told("baud", r"(?<!率)(?<!到)(?P<value>\d+)\s*(?:bps|b/s|bit/s)(?![A-Za-z])", _int),
        Told("items", r"(?:发送?|传送?|传输|送)(?:完)?\s*(?P<value>\d+)\s*个?(?:字节|字符|B(?![A-Za-z]))", _int),
        Told("parity", r"(?:无|没有|不带|不设|不用)(?:奇偶)?校验(?:位)?", 0),
        *(told for name in ("start", "parity", "stop", "data") for told in _bits_of(name)),
    ),
    passed=(
        r"USB之类的",
        r"\(?有效(?:数据|信息)位?的?(?:传送|传输)(?:速率|率)\)?(?=[,。?)]|$)(?<=\))",
    ),
    asks=(
        (r"波特率(?:应|至少|是|为)*(?:多少)?", "baud"),
        (
            r"比特率(?:\(?(?:有效)?数据位?的?(?:传送|传输)(?:速率|率)\)?)?|有效(?:数据|信息)?位?(?:的)?(?:传送|传输)?(?:速率|率|速度)|(?:数据|信息)(?:传输|传送)?(?:速率|率)",
            "speed",
        ),
        (r"(?:需要?|要|用|花)*(?:多长时间|多久|(?:多少|几)\s*个?(?:秒|毫秒|ms|s)(?![A-Za-z]))", "time"),
        (
            r"(?:每秒|1秒|一秒)(?:钟)?(?:最多)?(?:可以?|能)?(?:传送?|传输|发送|发)?(?:多少|几)个?(?:字符|帧)|字符(?:传送|传输)?(?:速率|速度|率)",
            "chars",
        ),
        (r"(?:有效)?(?:数据)?(?:传输|传送|编码|信道)?效率", "efficiency"),
    ),
    laws=(
        Law(
            "time",
            ("items", "chars", "data"),
            lambda items, chars, data: items / chars if data == 8 else None,
            "时间为字符数 ÷ 每秒字符数",
            "一个字符传一个字节",
        ),
        Law("frame", ("start", "data", "parity", "stop"), lambda *parts: Fraction(sum(parts)), "一帧的位数"),
        Law("chars", ("baud", "frame"), lambda baud, frame: Fraction(baud) / frame, "每秒字符数为波特率 ÷ 一帧的位数"),
        Law("chars", ("speed", "data"), lambda speed, data: Fraction(speed, data), "每秒字符数为有效数据率 ÷ 数据位数"),
        Law("baud", ("chars", "frame"), lambda chars, frame: chars * frame, "波特率为每秒字符数 × 一帧的位数"),
        Law("speed", ("chars", "data"), lambda chars, data: Fraction(chars * data), "比特率为每秒字符数 × 数据位数"),
        Law("efficiency", ("data", "frame"), lambda data, frame: Fraction(data) / frame, "效率为数据位数 ÷ 一帧的位数"),
    ),
    shown=_SHOWN,
    words=" 串行 异步 异步串行 串行通信 异步通信 通信 传输系统 字符 字符格式 格式 帧 数据帧 一帧 每帧 每个字符 帧格式 由 组成 数据位 起始位 停止位 校验位 奇校验 偶校验 每秒 波特 接口 发 串口 有效数据率 最多",
    conventions=("波特率按每秒传送的全部位数（含起始、校验、停止位），比特率只计数据位",),
    idle=frozenset({"start", "stop", "parity"}),
)

SCREEN = Topic(
    name="screen memory",
    about=r"分辨率|显存|显示存储器|帧频|刷新",
    refuse=r"总线|Cache|中断",
    told=(
        Told(
            "pixels",
            r"(?:分辨率)?(?:为|是)?\s*(?P<value>\d{3,4})\s*[×xX*]\s*(?P<other>\d{3,4})(?:像素|点)?",
            lambda match: int(match["value"]) * int(match["other"]),
        ),
        Told(
            "levels",
            r"(?P<value>\d{2,})\s*(?:种|个)?(?:颜色|级灰度|色|级?灰度级?)|2\^(?P<other>\d+)\s*种颜色",
            lambda match: int(match["value"]) if match["value"] else 1 << int(match["other"]),
        ),
    ),
    passed=(r"(?:显存)?(?:总)?带宽(?:的)?(?=\d+%)", r"(?:用)?(?:来|于)?刷新(?:屏幕|显示器)?"),
    roles=(
        Role(
            name="depth",
            quantity=BITS,
            read=to_count,
            before=r"颜色(?:深度)?|每(?:个)?像素|色深|灰度",
            after=r"(?:颜色|色深|真彩)",
            alone=True,
        ),
        Role(
            name="frames",
            quantity=r"(?<![\d.])\d+\s*(?:Hz|帧(?:/秒|/s|每秒)?)",
            read=lambda text: to_count(text),
            before=r"帧频|刷新率|帧率|刷新",
            alone=True,
        ),
        Role(name="part", quantity=SHARE, read=to_share, alone=True),
    ),
    asks=(
        (r"(?:需要|要求|所需|显存|显示存储器|的|总)*带宽(?:至少|约|大约|需要?|应|是|为)*(?:多少)?(?:[MG]B/s|Mb/s|Mbps)?", "rate"),
        (
            r"(?:显存|显示存储器|刷新存储器|帧缓存|VRAM)?(?:的)?(?:容量)(?:至少|约|应|需要?|是|为)*(?:多少|多大)?(?:MB|KB|B)?|(?:一帧|一幅)(?:图像|画面)?(?:的)?(?:数据量|大小)(?:是|为)?(?:多少)?",
            "volume",
        ),
    ),
    laws=(
        Law("depth", ("levels",), lambda levels: (levels - 1).bit_length(), "每个像素的位数为颜色数的对数"),
        Law("volume", ("pixels", "depth"), lambda pixels, depth: Fraction(pixels * depth, 8), "一帧的数据量为像素数 × 每个像素的位数 ÷ 8"),
        Law(
            "rate",
            ("volume", "frames", "part"),
            lambda volume, frames, part: volume * frames / part,
            "带宽为一帧的数据量 × 帧频 ÷ 刷新占的比例",
        ),
        Law("part", (), lambda: Fraction(1)),
    ),
    shown={
        "pixels": Quantity("像素", _number("个")),
        "levels": Quantity("颜色", _number("种")),
        "depth": Quantity("每个像素", _number("位")),
        "frames": Quantity("帧频", _number("帧/秒")),
        "part": Quantity("刷新占带宽", percentage),
        "volume": Quantity(
            "容量", lambda value: size(int(value)), lambda value: (f"{about(value / 1024)} KB", f"{about(value / 2**20)} MB", f"{value} B")
        ),
        "rate": Quantity(
            "带宽",
            _rate,
            lambda value: (f"{decimal(value * 8 / 10**6, 0)} Mb/s", f"{decimal(value * 8 / 10**6, 0)} Mbps", *_rate_otherwise(value)),
        ),
    },
    words=_WORDS + " 显存 显示存储器 DRAM VRAM 实现 显示 显示器 屏幕 分辨率 颜色 颜色深度 帧频 刷新 像素 图像 画面 刷新频率 总带宽 帧 总",
    conventions=(_MEGA,),
)

TOPICS = (SCREEN, TRANSFER, PCIE, BURST, SERIAL)
