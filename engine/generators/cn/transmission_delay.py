"""Delays: sending, propagation, and store-and-forward over several links, packet and message switching compared.

After Kurose and Ross (delay in packet-switched networks) and Xie Xiren: a packet's sending time is its length by the rate, propagation its
distance by the speed; a router sends a packet on only when it has all of it. Packets follow one another without a gap. Queueing and
processing are left out. K and M are powers of 1000 throughout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, Gantt, Lane, Span
from engine.generators.chance import Chance
from engine.generators.cn import _units as units
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, relation
from engine.generators.reading import INTEGER, Reading, to_int

POINT = "cn.arch.performance"
SWITCHING_POINT = "cn.arch.switching"


@dataclass(frozen=True, slots=True)
class Crossing:
    """One packet on one link: seconds at which its first and its last bit are sent, and at which the last arrives."""

    begun: Fraction
    sent: Fraction
    arrived: Fraction


def forward(packets: int, bits: Fraction, rates: Sequence[Fraction], propagation: Sequence[Fraction]) -> list[list[Crossing]]:
    """Every packet over every link, packet by packet: a link takes the next packet when it is free and has all of it."""
    free = [Fraction(0)] * len(rates)
    history = []
    for _ in range(packets):
        there = Fraction(0)
        way = []
        for link, rate in enumerate(rates):
            begun = max(there, free[link])
            free[link] = begun + bits / rate
            there = free[link] + propagation[link]
            way.append(Crossing(begun, free[link], there))
        history.append(way)
    return history


def total(history: Sequence[Sequence[Crossing]]) -> Fraction:
    """When the last bit of the last packet arrives."""
    return history[-1][-1].arrived


def same_links(packets: int, bits: Fraction, rate: Fraction, links: int) -> Fraction:
    """The same over equal links without propagation, in one formula: the packets one after another, then the last one's further links."""
    return (packets + links - 1) * bits / rate


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _one_link(chance)
    return _packets(chance) if difficulty == 2 else chance.choice((_headers, _propagated))(chance)


def _ms(time: Fraction, digits: int = 2) -> str:
    return f"{decimal(time * 1000, digits, keep_zeros=True)} ms"


def _options(values: Sequence[tuple[Fraction, str]]) -> list[Wrong]:
    return [Wrong(_ms(value), why) for value, why in values if value > 0]


def _milli(time: Fraction) -> str:
    return decimal(time * 1000, 5)


def _one_link(chance: Chance) -> Generated | None:
    rate = Fraction(chance.choice((1, 2, 4, 5, 8, 10, 20, 40, 50)) * 10**6)
    length = Fraction(chance.between(1000, 12_000, 250) * 8)
    distance = Fraction(chance.between(200, 4000, 100) * 1000)
    speed = Fraction(2 * 10**8)
    sending, propagation = length / rate, distance / speed
    right = sending + propagation
    if (right * 10**5).denominator != 1 or not Fraction(1, 10) <= sending / propagation <= 10:
        return None
    wrong = [
        (sending, "只算了发送时延"),
        (propagation, "只算了传播时延"),
        (sending + 2 * propagation, "传播时延算成了往返"),
        (sending / 8 + propagation, "数据长度没有化成位"),
        (2 * sending + propagation, "发送时延算了两遍"),
        (2 * right, "把总时延乘了 2"),
        (sending + distance / (3 * 10**8), "传播速率取成了 3×10^8 m/s"),
        (max(sending, propagation) + right / 4, "时延相加时算错"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"主机甲通过一段长 {decimal(distance / 1000)} km、数据传输速率为 {units.show_rate(rate)} 的链路向主机乙发送长 {decimal(length / 8)} B 的数据，"
            "信号传播速率为 2×10^8 m/s，不计处理和排队时延，则从甲开始发送到乙收完为止的时延为"
        ),
        right=_ms(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"发送时延：{decimal(length / 8)} × 8 = {length} bit，除以 {units.show_rate(rate)}，得 {_milli(sending)} ms。",
            f"传播时延：{decimal(distance / 1000)} km 除以 200 km/ms，得 {_milli(propagation)} ms。",
            f"总时延为 {_milli(sending)} + {_milli(propagation)} = {_milli(right)} ms，即 {_ms(right)}",
        ),
        parameters={"task": "one-link", "rate": int(rate), "bits": int(length), "distance": int(distance)},
    )


def _packets(chance: Chance) -> Generated | None:
    """Packet or message switching over equal links without propagation."""
    routers, packets = chance.between(1, 3), chance.choice((10, 20, 25, 40, 50, 80, 100, 200, 400, 500, 800, 1000))
    rate = Fraction(chance.choice((1, 2, 5, 10, 20, 50, 100)) * 10**6)
    bits = Fraction(chance.choice((1, 2, 4, 5, 8, 10, 20)) * 1000)
    links = routers + 1
    one = bits / rate
    right = same_links(packets, bits, rate, links)
    if not Fraction(1, 1000) <= right <= 20 or (one * 10**5).denominator != 1:
        return None
    wrong = [
        (packets * one, "没有计入路由器转发的时间"),
        (packets * links * one, "按报文交换计算，整个报文逐段存储转发"),
        ((packets + links) * one, "链路多算了一段"),
        ((packets + links - 2) * one if links > 2 else Fraction(0), "路由器少算了一个"),
        ((packets - 1) * one, "少算了一个分组"),
        ((packets * 2 + links - 1) * one, "每个分组的发送时间算了两遍"),
        (packets * one / 2, "各段链路同时工作，就当作时间减半"),
    ]
    history = forward(min(packets, 4), bits, [rate] * links, [Fraction(0)] * links)
    size = packets * bits / 1000
    return Generated(
        point=SWITCHING_POINT,
        stem=(
            f"主机甲经过 {routers} 个路由器（存储转发方式）与主机乙相连，各段链路的数据传输速率均为 {units.show_rate(rate)}。甲用分组交换向乙发送一个 {decimal(size)} kb 的报文，"
            f"每个分组长 {decimal(bits / 1000)} kb（1 kb = 1000 bit）。忽略传播时延、分组头和分组拆装时间，则完成传送所需的时间为"
        ),
        right=_ms(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"分组有 {decimal(size)}/{decimal(bits / 1000)} = {packets} 个，在一段链路上发送一个需 {_milli(one)} ms。",
            f"甲发完全部分组需 {packets} × {_milli(one)} = {_milli(packets * one)} ms；最后一个分组还要由 {routers} 个路由器各转发一次。",
            f"共 {_milli(packets * one)} + {routers} × {_milli(one)} = {_milli(right)} ms，即 {_ms(right)}",
        ),
        parameters={"task": "packets", "routers": routers, "packets": packets, "rate": int(rate), "bits": int(bits)},
        drawing=_drawing(history),
    )


def _headers(chance: Chance) -> Generated | None:
    """Each packet has a header: how many packets there are comes first."""
    routers, packets = chance.between(1, 3), chance.choice((50, 100, 200, 400, 500, 1000))
    whole, header = chance.choice((500, 800, 1000, 1250, 1500)), chance.choice((20, 40))
    rate = Fraction(chance.choice((10, 20, 50, 100)) * 10**6)
    data = packets * (whole - header)
    links, bits = routers + 1, Fraction(whole * 8)
    one = bits / rate
    right = same_links(packets, bits, rate, links)
    if (one * 10**6).denominator != 1:
        return None
    naive = -(-data // whole)
    wrong = [
        (same_links(naive, bits, rate, links), "分组个数没有扣除分组头"),
        (packets * one, "没有计入路由器转发的时间"),
        ((packets + links) * one, "链路多算了一段"),
        ((packets + links - 2) * one if links > 2 else Fraction(0), "路由器少算了一个"),
        (Fraction(data * 8) / rate + (links - 1) * one, "只发送了数据，没有计入分组头"),
        (links * packets * one, "按报文交换计算，整个文件逐段存储转发"),
        ((packets + links + 1) * one, "链路多算了两段"),
    ]

    def text(value: Fraction) -> str:
        return _ms(value, 3)

    return Generated(
        point=SWITCHING_POINT,
        stem=(
            f"某分组交换网络采用存储转发方式，各段链路的数据传输速率均为 {units.show_rate(rate)}，分组大小为 {whole} B，其中分组头 {header} B。"
            f"主机甲经过 {routers} 个路由器向主机乙发送一个大小为 {data} B 的文件，不考虑分组拆装时间和传播时延，则从甲开始发送到乙收完为止，至少需要的时间为"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong if value > 0],
        steps=paragraphs(
            f"每个分组带数据 {whole} − {header} = {whole - header} B，分组有 {data}/{whole - header} = {packets} 个。",
            f"在一段链路上发送一个分组需 {whole * 8} bit ÷ {units.show_rate(rate)}，即 {_milli(one)} ms。",
            f"共 {packets} × {_milli(one)} + {routers} × {_milli(one)} = {_milli(right)} ms，即 {text(right)}",
        ),
        parameters={
            "task": "headers",
            "routers": routers,
            "data_bytes": data,
            "packet_bytes": whole,
            "header_bytes": header,
            "rate": int(rate),
        },
    )


def _propagated(chance: Chance) -> Generated | None:
    """Two different links with propagation: the slower link sets the pace."""
    packets, bits = chance.between(3, 20), Fraction(chance.choice((1000, 2000, 4000, 5000, 8000, 10_000)))
    rates = [Fraction(value * 10**6) for value in chance.sample((1, 2, 4, 5, 8, 10), 2)]
    delays = [Fraction(chance.between(1, 12), 1000) for _ in range(2)]
    history = forward(packets, bits, rates, delays)
    right = total(history)
    first, second = bits / rates[0], bits / rates[1]
    if not all((value * 10**5).denominator == 1 for value in (first, second)):
        return None
    lag = sum(delays)
    slow, fast = max(first, second), min(first, second)
    wrong = [
        (packets * slow + fast, "没有计入传播时延"),
        (packets * slow + lag, "快的一段没有计入"),
        (packets * (first + second) + lag, "两段链路没有重叠，逐个分组发完再发下一个"),
        (packets * fast + slow + lag, "以快的一段为瓶颈"),
        (packets * slow + fast + delays[0], "只算了第一段的传播时延"),
        (packets * (slow + lag) + fast, "每个分组都单独加了传播时延"),
        (packets * slow + fast + 2 * lag, "传播时延算成了往返"),
        ((packets - 1) * slow + fast + lag, "少算了一个分组"),
    ]
    order = "第一段" if first >= second else "第二段"
    return Generated(
        point=SWITCHING_POINT,
        stem=(
            f"主机甲经过一个路由器（存储转发方式）与主机乙相连。第一段链路的数据传输速率为 {units.show_rate(rates[0])}，传播时延为 {_milli(delays[0])} ms；"
            f"第二段为 {units.show_rate(rates[1])}，{_milli(delays[1])} ms。甲连续发送 {packets} 个长 {bits} bit 的分组，不计处理时延，缓存足够大，"
            "则从甲开始发送到乙收完全部分组的时间为"
        ),
        right=_ms(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"一个分组在两段上的发送时延分别为 {_milli(first)} ms 和 {_milli(second)} ms，{order}较慢，是瓶颈，它一直在发送。",
            f"瓶颈上发送 {packets} 个分组需 {packets} × {_milli(slow)} = {_milli(packets * slow)} ms；另一段只有一个分组不重叠，需 {_milli(fast)} ms。",
            f"再加两段的传播时延：{_milli(packets * slow)} + {_milli(fast)} + {_milli(delays[0])} + {_milli(delays[1])} {relation(right * 1000, 5)} {_milli(right)} ms，即 {_ms(right)}",
        ),
        parameters={
            "task": "two-links",
            "packets": packets,
            "bits": int(bits),
            "rates": [int(rate) for rate in rates],
            "propagation": [str(delay) for delay in delays],
        },
        drawing=_drawing(history[:4]),
    )


def _drawing(history: Sequence[Sequence[Crossing]]) -> Drawing:
    lanes = tuple(
        Lane(
            f"链路 {link + 1}",
            tuple(Span(f"P{number}", float(way[link].begun * 1000), float(way[link].sent * 1000)) for number, way in enumerate(history, 1)),
        )
        for link in range(len(history[0]))
    )
    return Gantt(title="最先的几个分组", note="每段链路收全一个分组后才转发", lanes=lanes, unit="ms")


# --- solver ------------------------------------------------------------------------------------------------------------------------

_OF = r"(?:大小|均|都|各|分别|约|为|是|=|:|等于|有|\s)*"
_DATA = r"(?:IP)?(?:数据(?:块|帧|包|报|分组)?|报文|分组|文件|帧|包|消息|信息)(?:的)?(?:总)?(?:长度?|大小|总量)?(?:[xLMF](?![A-Za-z]))?"
_HARMLESS = (
    "链路 信道 线路 主机 主机甲 主机乙 甲 乙 A B 源主机 目的主机 源 目的 发送 发 传送 传输 数据 文件 报文 分组 帧 包 数据包 数据帧 长 长度 大小 带宽 速率 数据率 数据传输速率 传播 信号 时延 总时延 总 端到端 "
    "电路交换 报文交换 分组交换 存储转发 方式 存储转发方式 之间 相距 距离 每段 每条 段 条 直接 相连 连接 通过 经过 两台 间隔着 隔着 之间有 交换机 路由器 从 开始 到 全部 收到 收完 全收到 对方 接收 接收完 为止 所需 需要 "
    "最后 最后一位 从开始发 开始发送 至 目的地 另一 一条 一段 个 至少 共 各 网络 电缆 光纤 交换 采用 使用 端 信道上 链路上 用时 时间 点到点 一端 另一端 把 送达 走完 直通改成 全部到达 并 间 向 着 试 光纤上 上 两主机"
)


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"TCP|HTTP|CSMA|发完|(?<!接)(?:发送|传输|传送|传|推送)完|窗口|确认|RTT|往返|ACK|GBN|停-?等|停止|排队(?:时延|延迟|时间)?(?:为|是)\d|利用率|吞吐|误码|丢失|丢包|重传|头部|首部|开销|直通方式|直通交换|直通(?!改成)|虚电路|卫星|图|带宽积|比特数|多少位|多少比特|奈|香农|Hz|"
        r"处理(?:时延|时间|延迟)?(?:为|是|各)\d|每个?(?:路由器|交换机|结点|节点)的?(?:处理|时延|延迟)|不同|哪种|更|第一个(?:比特|位|分组)|流水线|并行|多路|平均|概率|CRC|距离(?:至少|最大|是多少)|临界|时延相等|相等时|下载|网页"
    )
    reading.take_all(
        r"(?:不考虑|不计|忽略|忽略不计)(?:所有)?(?:结点|节点|交换机|路由器)?(?:的)?(?:(?:处理|排队|拆装|等待)(?:和|与|、|及)?)+(?:的)?(?:时延|延迟|时间)?|(?:处理|排队)(?:和|与|、)?(?:处理|排队)?(?:时延|延迟|时间)?(?:都|均)?(?:可)?(?:忽略不计|不计|忽略)|(?:不考虑|不计|忽略)(?:分组)?(?:拆装|拆分和重组)(?:时间)?"
    )
    no_propagation = reading.take_all(
        r"(?:不考虑|不计|忽略)(?:和|与|、|及|信号)?(?:的)?传播(?:时延|延迟|时间)(?:(?:和|与|、|及)(?:处理|排队|拆装|结点处理)(?:时延|延迟|时间))*|传播(?:时延|延迟|时间)(?:都|均)?(?:可以?)?(?:忽略不计|忽略|不计)"
    )
    setup = reading.take_one(rf"(?:电路|连接)?建立(?:电路|连接)?(?:的)?(?:时间|时延){_OF}(?P<value>{units.TIME})", units.seconds)
    rate = reading.take_one(
        rf"(?:各段|每段|每条|各)?(?:链路|信道)?(?:的)?(?:数据)?(?:传输|发送)?(?:速率|速度|带宽|数据率)?(?:b|C|R)?{_OF}(?P<value>{units.RATE})(?:的)?(?=链路|信道|$|[^A-Za-z])",
        units.bits_per_second,
    )
    speed = reading.take_one(
        rf"(?:电?信号|电磁波|电波|光)?(?:在)?(?:链路|电缆|光纤|介质|信道)?(?:上|中)?(?:的)?(?:信号)?(?:传播)?(?:速度|速率){_OF}(?P<value>{units.SPEED})",
        units.metres_per_second,
    )
    delay = reading.take_one(
        rf"(?P<each>每段|每条|各段|每跳|各)?(?:链路)?(?:的)?(?:单向)?传播(?:时延|延迟|时间|延时)(?:d)?{_OF}(?P<value>{units.TIME})",
        units.seconds,
    )
    each = re.search(
        rf"(?:每段|每条|各段|各条|每跳)[^,。;\d]{{0,12}}(?:{units.TIME}|{units.DISTANCE})|(?:均|都|各)(?:为|是|长|=)*(?:{units.TIME}|{units.DISTANCE})",
        reading.text,
    )
    distance = reading.take_one(
        (
            rf"(?:每段|每条|各段)?(?:链路|信道|电缆|光纤|线路|两台主机|两主机|两地|主机)?(?:之间|间)?(?:的)?(?:相距|距离|长度|长|全长)?{_OF}(?P<value>{units.DISTANCE})(?:长)?(?:的)?",
        ),
        units.metres,
    )
    packet = reading.take_one(
        (
            rf"(?:每个)?分组(?:的)?(?:长度?|大小)?{_OF}(?P<value>{units.LENGTH})(?=[^A-Za-z])",
            rf"(?:分成|划分成|划分为|切成|拆成)(?:若干个?)?(?:长|大小)?(?:为)?(?P<value>{units.LENGTH})的?(?:分组|包)",
        ),
        units.bits,
    )
    message = reading.take_one(
        (rf"{_DATA}{_OF}(?P<value>{units.LENGTH})", rf"(?P<value>{units.LENGTH})(?:长|大小)?的?(?:一个)?{_DATA}"), units.bits
    )
    count = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:数据)?(?:分组|包|帧)(?!交换)", to_int)
    links = reading.take_one((rf"(?P<value>{INTEGER})\s*(?:段|条|跳)(?:的)?(?:相同的?)?(?:链路)?(?=$|[^线])",), to_int)
    nodes = reading.take_one(
        rf"(?:有|经过?|通过|隔着?|着|之间)?(?P<value>{INTEGER})\s*(?:个|台)(?:中间|存储转发)?(?:的)?(?:路由器|交换机|交换结点|交换节点|中间结点|中间节点|结点|节点)(?:转发)?",
        to_int,
    )
    circuit = reading.take_all(r"(?:采用|使用)?电路交换(?:方式|网络)?")
    stored = reading.take_all(r"(?:采用|使用)?(?:报文交换|分组交换|存储-?转发)(?:方式|网络|的)?")
    asked = reading.take_words(
        (
            (r"(?:其)?(?:发送|传输)(?:时延|延迟|延时|时间)(?:分别|各|是|为)*(?:多少|多大|多久)?(?=$|[,。?;!、和与及(])", "sending"),
            (r"传播(?:时延|延迟|延时|时间)(?:分别|各|是|为)*(?:多少|多大|多久)?(?=$|[,。?;!、和与及(])", "propagation"),
            (
                r"(?:端到端|总)的?(?:总)?(?:的)?(?:时延|延迟|延时|时间)(?:是|为)?(?:多少|多大|多久)?|(?:至少)?(?:需要?|要|用|花|所需)+(?:的)?(?:多久|多少时间|多长时间|多少秒|多少毫秒|时间(?:至少)?(?:是|为)?(?:多少)?)|总共多久|(?:从[^,。;]{2,14}(?:为止|收到|收完|到达))?(?:的)?(?:时延|时间)(?:是|为)(?:多少)?(?=$|[,。?;!(])",
                "total",
            ),
        )
    )
    reading.finish(_HARMLESS)
    if len(asked) == 0 or (circuit and stored):
        return None
    task, wants_all = asked, len(asked) > 1
    if len(task) == 2 and "total" in task:
        return None  # "发送时延…总时延": one of them may be given or named only in passing
    if links is not None and nodes is not None and links != nodes + 1:
        return None
    several = links if links is not None else nodes + 1 if nodes is not None else 1
    if not 1 <= several <= 50:
        return None
    if several > 1 and not circuit and not stored:
        return None
    if several > 1 and (wants_all or task != ["total"]):
        return None
    if several > 1 and (delay is not None or distance is not None) and each is None:
        return None  # of one link, or of all together?
    if (setup is not None and not circuit) or (circuit and setup is None):
        return None
    if delay is not None and (distance is not None or speed is not None):
        return None
    if (distance is None) != (speed is None):
        return None
    if no_propagation and (delay is not None or distance is not None):
        return None
    propagation = delay if delay is not None else distance / speed if distance is not None and speed is not None else None
    if propagation is None and (no_propagation or task == ["sending"]):
        propagation = Fraction(0)
    length = message
    packets = 1
    if packet is not None:
        if message is None or message == packet:
            length = packet
            packets = count or 1
        else:
            if circuit or message < packet or (message / packet).denominator != 1 or (count is not None and count != message / packet):
                return None
            length, packets = packet, int(message / packet)
    elif count not in (None, 1):
        return None
    if packets > 1 and several == 1 and not stored:
        return None
    if packets > 5000 or (packets > 1 and task != ["total"]):
        return None
    if task == ["propagation"]:
        if propagation is None:
            return None
        length, rate = length or Fraction(1), rate or Fraction(1)
    missing = []
    understood: list[tuple[str, str]] = []
    for name, value, label, ask, form, show in (
        ("rate", rate, "速率", "数据传输速率是多少（写上单位）？", "数据传输速率 {}", units.show_rate),
        ("length", length, "长度", "发送的数据有多长（写上单位）？", "数据长度 {}", units.show_length),
    ):
        if value is None:
            missing.append(Missing(name, ask, form))
        elif value <= 0:
            return None
        else:
            understood.append((label, show(value)))
    if len(missing) > 1 or propagation is None:
        return None
    if packets > 1:
        understood.append(("分组", f"{packets} 个"))
    understood += (
        [("链路", f"{several} 段"), ("每段的传播时延", units.show_time(propagation, 6))]
        if several > 1
        else [("传播时延", units.show_time(propagation, 6))]
    )
    if setup is not None:
        understood.append(("建立电路", units.show_time(setup)))
    return Recognition(
        parameters={
            "asked": asked,
            "rate": str(rate) if rate is not None else None,
            "length": str(length) if length is not None else None,
            "packets": packets,
            "links": several,
            "propagation": str(propagation),
            "setup": str(setup) if setup is not None else None,
        },
        understood=tuple(understood),
        missing=tuple(missing),
    )


def _solve(parameters: Parameters) -> Solution:
    rate, length = Fraction(parameters["rate"]), Fraction(parameters["length"])
    propagation, links, packets = Fraction(parameters["propagation"]), parameters["links"], parameters["packets"]
    sending = length / rate
    if parameters["setup"] is not None:
        whole = Fraction(parameters["setup"]) + sending + links * propagation
        steps = [
            f"建立电路 {_milli(Fraction(parameters['setup']))} ms；发送 {decimal(length)} bit 用 {_milli(sending)} ms，中间不存储；"
            f"传播 {links} 段共 {_milli(links * propagation)} ms。"
        ]
    else:
        whole = total(forward(packets, length, [rate] * links, [propagation] * links))
        steps = [
            f"发送时延：{decimal(length)} bit 以 {units.show_rate(rate)} 发送，用 {_milli(sending)} ms。",
            f"传播时延：{'每段 ' if links > 1 else ''}{_milli(propagation)} ms。",
        ]
        if links > 1 or packets > 1:
            steps.append(f"{packets} 个分组经过 {links} 段链路存储转发：共 {packets + links - 1} 个发送时延，加 {links} 段的传播时延。")
    values = {"sending": ("发送时延", sending), "propagation": ("传播时延", propagation), "total": ("总时延", whole)}
    asked = parameters["asked"]
    if len(asked) == 1:
        value = values[asked[0]][1]
        answer = units.show_time(value, 6)
        also: tuple[str, ...] = (f"{decimal(value * 1000, 6)} ms", f"{decimal(value, 9)} s", f"{decimal(value * 10**6, 6)} μs")
    else:
        answer = "，".join(f"{values[name][0]} {units.show_time(values[name][1], 6)}" for name in asked)
        also = ()
    return Solution(
        answer=answer,
        also=also,
        steps=paragraphs(*steps, f"所以{answer}。"),
        conventions=("不计处理和排队时延",),
    )


KIND = Kind(
    name="transmission-delay",
    title="时延与存储转发",
    points=(POINT, SWITCHING_POINT),
    versions={1: _write},
    solver=Solver(hint=r"传播|时延|延迟|电路交换|报文交换|分组交换|存储转发", recognise=_recognise, solve=_solve),
)
