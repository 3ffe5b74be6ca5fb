"""Delays: sending, propagation, and store-and-forward over several links, packet and message switching compared.

After Kurose and Ross (delay in packet-switched networks) and Xie Xiren: a packet's sending time is its length by the rate, propagation its
distance by the speed; a router sends a packet on only when it has all of it. Packets follow one another without a gap. Queueing and
processing are left out. K and M are powers of 1000 throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, Gantt, Lane, Span
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.cn import _units as units
from engine.generators.cn._about import saying_about, solving_about
from engine.generators.cn._delay import reading as delay_reading
from engine.generators.cn._delay import solving as delay_solving
from engine.generators.cn._page_loading import reading as page_loading
from engine.generators.cn._page_loading import solving as page_rounds
from engine.generators.cn._told.left_unsaid import solving_unsaid, with_unsaid
from engine.generators.cn._told.listed_cases import each_case
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, relation

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


def pipelined(packets: int, bits: Fraction, rates: Sequence[Fraction], propagation: Sequence[Fraction]) -> Fraction:
    """`total(forward(…))` in one formula: the first packet's way, then one packet after another at the slowest link's pace."""
    return sum((bits / rate for rate in rates), sum(propagation, Fraction(0))) + (packets - 1) * bits / min(rates)


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


def _solve(parameters: Parameters) -> Solution:
    return page_rounds.solve(parameters) if parameters.get("task") == "page" else delay_solving.solve(parameters, pipelined)


KIND = Kind(
    name="transmission-delay",
    title="时延与存储转发",
    points=(POINT, SWITCHING_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"HTTP|传播|传输效率|时延|延迟|延时|传输速率|电路交换|报文交换|分组交换|存储-?转发|首部|比特|带宽|吞吐|速率|(?:发送|传送|传输|下载|收完)[^。]{0,40}(?:时间|多久)",
        recognise=first_reading(
            saying_about(with_unsaid(each_case(delay_reading.recognise))),
            page_loading.recognise,
        ),
        solve=solving_about(solving_unsaid(_solve)),
    ),
)
