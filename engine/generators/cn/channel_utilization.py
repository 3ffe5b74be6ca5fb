"""Sliding windows over a link: utilisation, throughput, window and bits of the sequence number (stop-and-wait, GBN, SR).

After Tanenbaum and Wetherall, Computer Networks (sliding window protocols), and Xie Xiren, 计算机网络: one cycle lasts from the first bit
of a frame to the arrival of its acknowledgement, T = frame time + 2 x propagation + acknowledgement time; a window of W frames uses
min(1, W x frame time / T) of the link. Processing and errors are left out. n bits allow W <= 2^n - 1 for GBN, and W <= 2^(n-1) for SR
with equal windows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from engine.drawings.model import Drawing, Mark
from engine.drawings.sequence import Message
from engine.drawings.sequence import Sequence as Chart
from engine.generators.chance import Chance
from engine.generators.cn import _units as units
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, percent, relation
from engine.generators.reading import DECIMAL, INTEGER, Reading, stay_out, to_int

STOP_AND_WAIT, GBN, SR = "stop-and-wait", "GBN", "SR"
POINTS = {STOP_AND_WAIT: "cn.link.stop-and-wait", GBN: "cn.link.gbn", SR: "cn.link.sr"}
NAMES = {STOP_AND_WAIT: "停止-等待", GBN: "后退 N 帧（GBN）", SR: "选择重传（SR）"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link and what travels on it: bits a second, bits, seconds one way; `acknowledgement` 0: its sending time is left out."""

    rate: Fraction
    frame: Fraction
    propagation: Fraction
    acknowledgement: Fraction = Fraction(0)

    @property
    def frame_time(self) -> Fraction:
        """Seconds to send a frame."""
        return self.frame / self.rate

    @property
    def cycle(self) -> Fraction:
        """Seconds from the first bit of a frame to the end of its acknowledgement."""
        return self.frame_time + 2 * self.propagation + self.acknowledgement / self.rate


def utilization(link: Link, window: int = 1) -> Fraction:
    """The share of time in which the sender sends, 0 to 1, with a window of so many frames."""
    return min(Fraction(1), window * link.frame_time / link.cycle)


def window_for(link: Link, share: Fraction = Fraction(1)) -> int:
    """The smallest window that reaches a utilisation."""
    return ceil(share * link.cycle / link.frame_time)


def sequence_bits(window: int, protocol: str) -> int:
    """The fewest bits of a sequence number that allow a send window: GBN 2^n >= W + 1, SR with equal windows 2^n >= 2W, stop-and-wait 1."""
    return (window if protocol == GBN else 2 * window - 1).bit_length() if window > 1 else 1


def largest_window(bits: int, protocol: str) -> int:
    """The largest send window that n bits allow."""
    return 1 if protocol == STOP_AND_WAIT else 2**bits - 1 if protocol == GBN else 2 ** (bits - 1)


def frame_for(rate: Fraction, propagation: Fraction, share: Fraction) -> Fraction:
    """The frame length in bits with which stop-and-wait reaches a utilisation, acknowledgements taking no time to send."""
    return share * 2 * propagation * rate / (1 - share)


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _stop_and_wait(chance)
    if difficulty == 2:
        return chance.choice((_window, _frame_length))(chance)
    return chance.choice((_bits, _bits, _throughput))(chance)


_WHOLE_FRAMES = tuple(
    (kilobits * 1000, time)
    for kilobits in (10, 16, 20, 50, 64, 100, 128)
    for time in (1, 2, 4, 5, 8, 10, 16, 20, 25, 40)
    if kilobits * time % 8 == 0 and kilobits * time >= 80
)


def _link(chance: Chance, acknowledged: bool) -> Link:
    """Numbers that are worked by hand: the frame time is a whole number of milliseconds."""
    rate, time = chance.choice(_WHOLE_FRAMES)
    frame = Fraction(rate * time, 1000)
    return Link(
        Fraction(rate), frame, Fraction(chance.choice((5, 10, 15, 20, 25, 30, 45, 50, 80, 100, 120, 200, 250, 270)), 1000),
        frame if acknowledged else Fraction(0),
    )  # fmt: skip


def _given(link: Link) -> str:
    return f"数据传输速率为 {units.show_rate(link.rate)}，数据帧长为 {units.show_length(link.frame)}，单向传播时延为 {units.show_time(link.propagation)}"


def _acknowledged(link: Link) -> str:
    return "确认帧与数据帧等长" if link.acknowledgement else "忽略确认帧的发送时间"


def _numbers(link: Link) -> dict[str, int | str]:
    return {
        "rate": int(link.rate),
        "frame_bits": int(link.frame),
        "propagation": str(link.propagation),
        "acknowledgement_bits": int(link.acknowledgement),
    }


def _stop_and_wait(chance: Chance) -> Generated | None:
    link = _link(chance, chance.one_in(3))
    right = utilization(link)
    t, p = link.frame_time, link.propagation
    if not Fraction(3, 100) <= right <= Fraction(85, 100):
        return None
    wrong = [
        (t / (t + p + link.acknowledgement / link.rate), "往返只算了一次传播时延"),
        (t / (2 * p), "周期中没有计入数据帧的发送时间"),
        (t / (t + 2 * p) if link.acknowledgement else t / (2 * t + 2 * p), "没有计入确认帧的发送时间" if link.acknowledgement else "多算了确认帧的发送时间"),
        (1 - right, "算成了空闲的时间所占的比例"),
        (t / (t + 4 * p + link.acknowledgement / link.rate), "把单向时延当作往返时延又乘了 2"),
        (2 * t / link.cycle, "把数据帧的发送时间算了两遍"),
        (t / (t + p) / 2, "把单程的结果除以 2"),
        (right + Fraction(2, 100), "除法算偏了"),
        (right - Fraction(2, 100), "除法算偏了"),
    ]  # fmt: skip
    return Generated(
        point=POINTS[STOP_AND_WAIT],
        stem=f"数据链路层采用停止-等待协议，{_given(link)}。{_acknowledged(link)}，不考虑差错和处理时间，则信道的最大利用率约为",
        right=percent(right),
        wrong=[Wrong(percent(value), why) for value, why in wrong if 0 < value < 1],
        steps=paragraphs(*_working(link), f"利用率为 {_milli(t)}/{_milli(link.cycle)} {relation(right * 100, 1)} {percent(right)}"),
        parameters={"task": "stop-and-wait", **_numbers(link)},
        drawing=_drawing(link, 1),
    )


def _window(chance: Chance) -> Generated | None:
    link = _link(chance, chance.one_in(2))
    protocol, bits = chance.choice((GBN, SR)), chance.between(2, 4)
    window = largest_window(bits, protocol)
    right = utilization(link, window)
    if not Fraction(8, 100) <= right <= Fraction(95, 100):
        return None
    t, p = link.frame_time, link.propagation
    other = largest_window(bits, SR if protocol == GBN else GBN)
    wrong = [
        (utilization(link, other), f"发送窗口取成了 {other}"),
        (utilization(link, 2**bits), f"发送窗口取成了 {2**bits}"),
        (utilization(link), "当作停止-等待协议，一个周期只发一帧"),
        (window * t / (window * t + 2 * p), "周期中计入了窗口内全部帧的发送时间"),
        (min(Fraction(1), window * t / (t + p)), "往返只算了一次传播时延"),
        (utilization(link, window - 1), "发送窗口少算了一帧"),
        (utilization(link, window + 1), "发送窗口多算了一帧"),
    ]
    return Generated(
        point=POINTS[protocol],
        stem=(
            f"数据链路层采用{NAMES[protocol]}协议，{_given(link)}，帧序号占 {bits} 位"
            f"{'，接收窗口与发送窗口大小相等' if protocol == SR else ''}，发送窗口取最大值。{_acknowledged(link)}，不考虑差错和处理时间，则信道利用率约为"
        ),
        right=percent(right),
        wrong=[Wrong(percent(value), why) for value, why in wrong if 0 < value <= 1],
        steps=paragraphs(
            f"{bits} 位序号，{NAMES[protocol]}的发送窗口最大为 {f'2^{bits} − 1' if protocol == GBN else f'2^{bits - 1}'} = {window}。",
            *_working(link),
            f"一个周期内最多发 {window} 帧，利用率为 {window} × {_milli(t)}/{_milli(link.cycle)} {relation(right * 100, 1)} {percent(right)}",
        ),
        parameters={"task": "window", "protocol": protocol, "bits": bits, **_numbers(link)},
        drawing=_drawing(link, window),
    )


def _frame_length(chance: Chance) -> Generated | None:
    rate = Fraction(chance.choice((2, 3, 4, 6, 8, 10, 16, 20, 50)) * 1000)
    propagation = Fraction(chance.choice((10, 20, 25, 50, 80, 100, 150, 200, 240)), 1000)
    share = Fraction(chance.choice((20, 25, 40, 50, 60, 75, 80)), 100)
    right = frame_for(rate, propagation, share)
    if right.denominator != 1 or right % 10 or not 100 <= right <= 40_000:
        return None
    wrong = [
        (frame_for(rate, propagation / 2, share), "往返只算了一次传播时延"),
        (share * 2 * propagation * rate, "周期中没有计入数据帧的发送时间"),
        (2 * propagation * rate * (1 - share) / share, "把利用率和空闲的比例弄反了"),
        (frame_for(rate, propagation * 2, share), "把单向时延当作往返时延又乘了 2"),
        (2 * propagation * rate, "令发送时间等于往返时延"),
        (propagation * rate, "令发送时间等于单向时延"),
        (right * 3 / 2, "解方程时移错了项"),
        (right * 3 / 4, "解方程时移错了项"),
    ]
    two = 2 * propagation * 1000
    return Generated(
        point=POINTS[STOP_AND_WAIT],
        stem=(
            f"主机甲采用停止-等待协议向主机乙发送数据，数据传输速率为 {units.show_rate(rate)}，单向传播时延为 {units.show_time(propagation)}，"
            f"忽略确认帧的发送时间。当信道利用率等于 {decimal(share * 100)}% 时，数据帧的长度为"
        ),
        right=f"{right} bit",
        wrong=[Wrong(f"{value} bit", why) for value, why in wrong if value.denominator == 1],
        steps=paragraphs(
            f"设数据帧的发送时间为 $t$ ms，往返传播时延为 2 × {_milli(propagation)} = {decimal(two)} ms。",
            f"令 $t/(t + {decimal(two)}) = {decimal(share)}$，解得 $t$ 为 {decimal(share)} × {decimal(two)}/(1 − {decimal(share)}) "
            f"{relation(right / rate * 1000)} {decimal(right / rate * 1000)} ms。",
            f"帧长为 $t$ 与速率之积，即 {right} bit",
        ),
        parameters={"task": "frame-length", "rate": int(rate), "propagation": str(propagation), "share": str(share)},
    )  # fmt: skip


def _bits(chance: Chance) -> Generated | None:
    link = _link(chance, chance.one_in(2))
    protocol = chance.choice((GBN, SR))
    shortest = link.frame
    longest = shortest * chance.choice((2, 4))
    window = window_for(link)
    right = sequence_bits(window, protocol)
    if not 3 <= right <= 9:
        return None
    long = Link(link.rate, longest, link.propagation, longest if link.acknowledgement else Fraction(0))
    wrong = [
        (sequence_bits(window, SR if protocol == GBN else GBN), "GBN 和 SR 的窗口限制弄反了"),
        (sequence_bits(window_for(long), protocol), "按最长的帧计算，短帧时信道填不满"),
        (sequence_bits(window_for(Link(link.rate, link.frame, link.propagation / 2, link.acknowledgement)), protocol), "往返只算了一次传播时延"),
        (right + 1, "多取了一位"),
        (right - 1, "少取了一位，序号不够用"),
        (right + 2, "多取了两位"),
        (right - 2, "序号的个数算错了"),
    ]  # fmt: skip
    need = f"2^{right} = {2**right}"
    limit = f"{window} + 1 = {window + 1}" if protocol == GBN else f"2 × {window} = {2 * window}"
    quotient = link.cycle / link.frame_time
    return Generated(
        point=POINTS[protocol],
        stem=(
            f"数据链路层采用{NAMES[protocol]}协议，数据传输速率为 {units.show_rate(link.rate)}，单向传播时延为 {units.show_time(link.propagation)}，"
            f"数据帧的长度在 {units.show_length(shortest)} 到 {units.show_length(longest)} 之间，"
            f"{'接收方总是以与数据帧等长的帧进行确认' if link.acknowledgement else '忽略确认帧的发送时间'}"
            f"{'，接收窗口与发送窗口大小相等' if protocol == SR else ''}。为使信道利用率总能达到最高，帧序号的位数至少为"
        ),
        right=f"{right} 位",
        wrong=[Wrong(f"{value} 位", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            "帧越短，一个周期内要发的帧越多，所以按最短的帧计算。",
            *_working(link),
            f"{_milli(link.cycle)}/{_milli(link.frame_time)} {relation(quotient)} {decimal(quotient)}，发送窗口至少为 {window}。",
            f"{NAMES[protocol]}要求序号的个数不少于 {limit}，而 {need} 已够，少一位不够，所以至少 {right} 位",
        ),
        parameters={"task": "sequence-bits", "protocol": protocol, "longest_bits": int(longest), **_numbers(link)},
        drawing=_drawing(link, window),
    )


def _throughput(chance: Chance) -> Generated | None:
    rate = Fraction(chance.choice((10, 20, 50, 100, 200, 500)) * 1_000_000)
    frame = Fraction(chance.choice((500, 1000, 1250, 1500, 2000)) * 8)
    link = Link(rate, frame, Fraction(chance.choice((5, 10, 20, 25, 40, 50)), 1000))
    window = chance.choice((100, 200, 250, 400, 500, 800, 1000, 2000))
    right = utilization(link, window) * rate
    if right > rate * Fraction(95, 100) or right < 2_000_000:
        return None
    data = window * frame
    wrong = [
        (rate, "当作信道总是满的"),
        (min(rate, data / (link.frame_time + link.propagation)), "往返只算了一次传播时延"),
        (data / (link.frame_time + 4 * link.propagation), "把单向时延当作往返时延又乘了 2"),
        (right / 8, "得到的是每秒字节数"),
        (data / (window * link.frame_time + 2 * link.propagation), "周期中计入了窗口内全部帧的发送时间"),
        (right * Fraction(5, 4), "一个周期内多算了四分之一的帧"),
        (right * Fraction(3, 4), "一个周期内少算了四分之一的帧"),
    ]  # fmt: skip

    def text(value: Fraction) -> str:
        return decimal(value / 1_000_000, 1, keep_zeros=True) + " Mbps"

    return Generated(
        point=POINTS[GBN],
        stem=(
            f"主机甲采用后退 N 帧（GBN）协议向主机乙发送数据，信道的数据传输速率为 {units.show_rate(rate)}，单向传播时延为 {units.show_time(link.propagation)}，"
            f"数据帧长为 {units.show_length(frame)}，发送窗口为 {window} 帧，忽略确认帧的发送时间，不考虑差错，则甲可以达到的最大平均数据传输速率约为"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            *_working(link),
            f"一个周期内最多发 {window} 帧，共 {data} bit，所需发送时间为 {_milli(window * link.frame_time)} ms，不超过周期。",
            f"平均速率为 {data} bit 除以 {_milli(link.cycle)} ms，约 {text(right)}",
        ),
        parameters={"task": "throughput", "window": window, **_numbers(link)},
        drawing=_drawing(link, window),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _milli(time: Fraction) -> str:
    return decimal(time * 1000, 5)


def _working(link: Link) -> Sequence[str]:
    frame, ack = link.frame_time, link.acknowledgement / link.rate
    total = f"{_milli(frame)} + 2 × {_milli(link.propagation)}" + (f" + {_milli(ack)}" if ack else "")
    cycle = link.cycle * 1000
    return (
        f"发送一个数据帧的时间为 {decimal(link.frame)} bit ÷ {units.show_rate(link.rate)}，即 {_milli(frame)} ms。",
        f"从开始发送到收到确认为一个周期：{total} {relation(cycle, 5)} {decimal(cycle, 5)} ms。",
    )


def _drawing(link: Link, window: int) -> Drawing:
    shown = min(window, 4)
    ms = [float(value * 1000) for value in (link.frame_time, link.propagation, link.acknowledgement / link.rate, link.cycle)]
    frame, propagation, ack, cycle = ms
    # Labels of short frames would lie on one another: the second then speaks for all.
    apart = shown == 1 or frame > cycle / 10
    messages = [
        Message(
            f"帧 {number}" if apart else f"帧 0～{shown - 1}" if number == 1 else "",
            0,
            1,
            number * frame,
            number * frame + frame + propagation,
            frame,
        )
        for number in range(shown)
    ]
    messages.append(Message("确认", 1, 0, frame + propagation, cycle, ack, "good"))
    unshown = f"，窗口共 {window} 帧，只画前 {shown} 帧" if window > shown else ""
    return Chart(
        title="一个周期内的发送",
        note=f"帧 {decimal(link.frame_time * 1000)} ms，单程 {decimal(link.propagation * 1000)} ms，周期 {decimal(link.cycle * 1000)} ms{unshown}",
        parties=("发送方", "接收方"),
        messages=tuple(messages),
        marks=(Mark("0", 0), Mark(f"{decimal(link.cycle * 1000)}", cycle)),
        unit="ms",
    )  # fmt: skip


# --- solver ------------------------------------------------------------------------------------------------------------------------

_OF = r"(?:均|都|大小|长度|分别|约|为|是|=|:|等于|有|需要?|\s)*"
_FRAME = r"(?:数据)?帧(?:的)?(?:长度|大小|长)?"
_ONE_WAY = r"(?:(?:单向|单程|端到端|信号|卫星)(?:的)?)*传播(?:时延|延迟|延时|时间)"
_ROUND = (
    r"(?:往返(?:的)?(?:传播)?(?:时延|延迟|延时|时间)(?:\(?RTT\)?)?|RTT)(?:\((?:RTT)?,?(?:只算|纯|仅)?(?:是)?(?:往返)?传播(?:时延|延迟)?\))?"
)
_PURE = r"(?:\((?:不(?:含|包括|包含|算|计)(?:数据)?(?:帧(?:的)?)?(?:发送|传输)(?:时间|时延|延迟)|(?:只算|纯|仅)(?:含|包括)?传播(?:时延|延迟)?)\))?"
_SHARE = rf"(?:{DECIMAL}\s*%|0\.\d+)"


def _share(text: str) -> Fraction:
    return Fraction(text.replace("%", "").strip()) / (100 if "%" in text else 1)


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"TCP|CSMA|误码|出错|错误率|丢失|丢帧|概率|超时|重传次数|处理时间为|编码|MSS|拥塞|半双工|捎带|距离|[千公]米|路由器|首部|开销|卫星"
    )
    protocols = reading.take_words(
        (
            (r"(?:停止?-?(?:等待?|等)(?:待)?(?:式)?(?:ARQ)?)(?:协议)?|stop-and-wait", STOP_AND_WAIT),
            (r"连续ARQ(?:协议)?(?:\(GBN\))?|(?:后退|回退|退后)-?N-?(?:帧|步)?(?:ARQ)?(?:\(GBN\))?(?:协议)?|GBN|go-?back-?N", GBN),
            (r"选择(?:性)?重[传发](?:ARQ)?(?:\(SR\))?(?:协议)?|(?<![A-Za-z])SR(?![A-Za-z])", SR),
        )
    )
    if len(protocols) > 1:
        return None
    reading.take_all(
        r"(?:不考虑|忽略|不计)(?:任何)?(?:差错|传输差错)?(?:和|与|、)?(?:帧的?)?处理(?:时间|时延|延迟)|(?:不考虑|忽略)差错|无差错|不出差错"
    )
    ignored = reading.take_all(
        r"(?:确认|应答|ACK)帧?(?:很|非常|极)短,?(?:可以?)?(?:忽略不计|忽略|不计)|(?:确认|应答|ACK)(?:帧)?(?:的)?(?:发送|传输)(?:时间|时延|延迟|延时)?(?:都|均)?(?:可以?)?(?:忽略不计|忽略|不计)|"
        r"(?:忽略|不计|不考虑)(?:对)?(?:确认|应答|ACK)帧?(?:的)?(?:长度|大小|(?:发送|传输)(?:时间|时延|延迟|延时))?(?:和处理时间)?|确认帧?(?:的)?(?:长度|大小|(?:发送|传输)(?:时间|时延|延迟|延时))(?:都|均)?(?:可以?)?(?:忽略不计|忽略|不计|为0)|"
        r"(?:立即)?(?:用|以|利用)一个短帧\(忽略其(?:传输|发送)(?:延迟|时延|时间)\)(?:进行)?确认|"
        r"确认帧(?:的)?长度(?:和|与|以及)处理时间(?:都|均)?(?:可以?)?(?:忽略不计|忽略|不计)"
    )
    equal_acknowledgement = reading.take_all(
        r"(?:接收方|接收端)?(?:总是)?(?:以|用)与(?:其|数据帧)(?:长度)?(?:等长|相等|相同|一样长)的帧(?:进行)?(?:确认|应答)|(?:确认帧?|应答帧?|ACK帧?)(?:的)?(?:长度?)?(?:也)?(?:和|与|跟|同)数据帧(?:的)?(?:长度?)?(?:等长|相等|相同|一样长?)(?:\((?P<same>\d+\s*(?:B|字节|bits?|比特))\))?|数据帧(?:和|与)确认帧(?:的)?(?:长度)?(?:等长|相等|相同|一样长?)"
    )
    stated = {units.bits(match["same"]) for match in equal_acknowledgement if match["same"]}
    both = reading.take_one(rf"数据帧长?(?:和|与)确认帧(?:的)?长?(?:度)?{_OF}(?P<value>{units.LENGTH})", units.bits)
    acknowledgement = reading.take_one(rf"(?:确认|应答)帧(?:的)?(?:长度|大小|长)?{_OF}(?P<value>{units.LENGTH})", units.bits)
    reading.refuse(r"(?:确认|应答|ACK)帧?[^,。;]{0,6}\d")
    between = reading.take(
        rf"{_FRAME}(?:的)?(?:长度)?(?:的)?(?:范围)?{_OF}(?:在)?(?P<least>\d+)\s*(?:B|字节|bytes?)?\s*(?:~|-|到|至|～)\s*(?P<most>\d+)\s*(?:B|字节|bytes?)(?![A-Za-z])(?:之间|不等)?"
    )
    frame = reading.take_one((rf"{_FRAME}{_OF}(?P<value>{units.LENGTH})", rf"(?P<value>{units.LENGTH})(?:长)?的?(?:数据)?帧"), units.bits)
    if stated - {frame}:
        return None
    if between is not None:
        if frame is not None:
            stay_out("two frame lengths")
        frame = Fraction(min(int(between["least"]), int(between["most"])) * 8)
    window = reading.take_one(
        rf"(?:发送)?窗口(?:的)?(?:大小|尺寸|长度)?(?:W|N|Wt)?(?:就|设|取|定)?{_OF}(?P<value>\d+)(?!\d|\s*[A-Za-z])(?:个)?(?:帧)?", to_int
    )
    bits = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:位|bits?|比特)(?:的)?(?:帧)?序号",
            rf"(?:帧)?序号(?:字段)?(?:的)?(?:长度|位数|比特数)?(?:占|用|采用|为|是|有|=)+(?P<value>{INTEGER})\s*(?:位|bits?|比特)",
            rf"(?:帧)?序号(?:字段)?(?:的)?(?:长度|位数)?(?P<value>{INTEGER})\s*(?:位|bits?|比特)(?![A-Za-z])",
        ),
        to_int,
    )
    rate = reading.take_one(
        rf"(?:信道|链路|卫星)?(?:的)?(?:最大|最高)?(?:数据)?(?:传输|发送|数据)?(?:速率|速度|带宽|数据率|容量|信道|链路)?{_OF}(?P<value>{units.RATE})",
        units.bits_per_second,
    )
    double = reading.take_one(rf"{_ROUND}{_OF}(?P<value>{units.TIME}){_PURE}", units.seconds)
    single = reading.take_one(rf"{_ONE_WAY}{_OF}(?P<value>{units.TIME})", units.seconds)
    reading.refuse(r"(?:时延|延迟|延时)(?:均|都)?(?:为|是|=)")
    given_share = reading.take_one(
        rf"(?:信道|线路|链路)?(?:的)?(?:最大|最高)?(?:信道|线路|链路)?(?:的)?利用率(?:要|能|可以|至少|不低于|不小于|达到|达|等于|为|是|=|到|\s)+(?P<value>{_SHARE})",
        _share,
    )
    reading.take_all(
        r"发送窗口(?:大小)?(?:取|为|达到|采用)最大值?|\(?(?:[12]\d{3})年?(?:408)?(?:真题|考研)+(?:的)?(?:数|题|数据)?\)?|(?:收发|发送和接收|发送窗口(?:和|与)接收|接收窗口(?:和|与)发送)窗口(?:的)?(?:大小)?(?:相等|相同|等大|一样大?)|收发窗口(?:等大|一样大)|(?:总能)?达到最高|总能达到最大"
    )
    asked = reading.take_words(
        (
            (
                r"(?:帧)?序号(?:字段)?(?:的)?(?:比特数|位数|比特位数|bit数)(?:至少|最少)?|(?:至少|最少)(?:需要)?(?:用|采用)?(?:多少|几)(?:位|比特|个比特)(?:的)?(?:帧)?序号|(?:帧)?序号(?:至少|最少)(?:需要?|要|占|为)?(?:多少|几)(?:位|比特|个比特)",
                "bits",
            ),
            (r"(?:最大|最高|达到的最大|实际)?(?:的)?(?:平均)?(?:数据传输速率|吞吐量|吞吐率|数据率|传输速率)(?!(?:为|是)?\d)", "throughput"),
            (
                r"(?:发送)?窗口(?:的)?(?:大小|尺寸)?(?:至少|最少|最小)(?:应该?)?(?:为|是|取|要)?(?:多少|多大)?(?:个帧|帧)?|最小(?:的)?(?:发送)?窗口",
                "window",
            ),
            (r"(?:数据)?帧(?:的)?(?:长度|长|大小)(?=为|是|至少|应|多|最|\?|$|,|。)(?:至少|最小|最少)?", "frame"),
            (r"(?:信道|线路|链路)?(?:的)?(?:最大|最高)?(?:的)?(?:信道|线路|链路)?(?:的)?利用率", "utilization"),
        )
    )
    if "utilization" in asked and ("bits" in asked or "window" in asked) and given_share is None:
        # "为使信道利用率最高" is a condition of the other question.
        asked.remove("utilization")
        if not reading.take_all(r"(?:为了?)?(?:使|让)(?:得)?|要(?:使|想)(?:得)?"):
            return None
        reading.take_all(r"(?:达到|达)?(?:最大|最高)(?:值)?")
    reading.take_all(r"(?:为了?|才能|要)?(?:使|让)(?:得)?(?=$|\ue000|信道|利用|,)")
    reading.take_all(r"最大|最高(?=[^0-9]*(?:利用率|$))")
    reading.finish(
        "数据链路层 数据链路 链路 信道 协议 主机 主机甲 主机乙 甲 乙 站点 站 发送方 接收方 发送 接收 传输 数据 数据帧 帧 时 可以达到的 可达到的 达到的 向 一个 两台 之间 采用的 "
        "使用的 确认 确认帧 每收到一个数据帧 立即 结点 节点 双方 通信 传送 滑动窗口 主机甲乙间 甲乙 间 甲乙之间 连续 往返 此时 平均"
    )
    if len(asked) != 1 or not protocols:
        return None
    protocol, task = protocols[0], asked[0]
    if task == "bits" and given_share is not None:
        return None
    if double is not None and single is not None and double != 2 * single:
        return None
    propagation = single if single is not None else double / 2 if double is not None else None
    if (between is not None) != (task in ("bits", "window") and between is not None):
        return None
    if (ignored and (equal_acknowledgement or acknowledgement or both)) or (both and (frame or acknowledgement)):
        return None
    if task == "frame":
        if (
            protocol != STOP_AND_WAIT
            or given_share is None
            or frame is not None
            or acknowledgement
            or equal_acknowledgement
            or both
            or window
            or bits
        ):
            return None
    elif given_share is not None and task != "window":
        return None
    if protocol == STOP_AND_WAIT and (window not in (None, 1) or bits not in (None, 1) or task in ("bits", "window")):
        return None
    if task in ("bits", "window") and (window is not None or bits is not None):
        return None
    if window is not None and bits is not None and window > largest_window(bits, protocol):
        return None
    frame = both if both is not None else frame
    acknowledgement = frame if both is not None or equal_acknowledgement else acknowledgement
    parameters: dict[str, object] = {
        "protocol": protocol,
        "task": task,
        "acknowledgement": str(acknowledgement) if acknowledgement else "0",
    }
    parameters["acknowledgement_equal"] = bool(equal_acknowledgement)
    understood = [("协议", NAMES[protocol])]
    missing = []
    wanted: list[tuple[str, Fraction | None, str, str, str, Callable[[Fraction], str]]] = [
        ("rate", rate, "数据传输速率是多少（写上单位）？", "数据传输速率 {}", "速率", units.show_rate),
        ("propagation", propagation, "单向传播时延是多少（写上单位）？", "单向传播时延 {}", "单向传播时延", units.show_time),
    ]
    if task != "frame":
        wanted.append(("frame", frame, "数据帧长是多少（写上单位）？", "数据帧长 {}", "最短的帧" if between else "帧长", units.show_length))
    for name, value, ask, form, label, show in wanted:
        if value is None:
            missing.append(Missing(name, ask, form))
        elif value <= 0:
            return None
        else:
            parameters[name] = str(value)
            understood.append((label, show(value)))
    if protocol != STOP_AND_WAIT and task in ("utilization", "throughput"):
        if window is None and bits is None:
            missing.append(Missing("window", "发送窗口是多少帧？", "发送窗口为 {} 帧"))
        else:
            size = window if window is not None else largest_window(bits or 1, protocol)
            if not 1 <= size <= 10**6:
                return None
            parameters["window"] = size
            understood.append(("发送窗口", f"{size} 帧"))
    if given_share is not None:
        if not 0 < given_share < 1 and not (task == "window" and given_share == 1):
            return None
        parameters["share"] = str(given_share)
        understood.append(("利用率", f"{decimal(given_share * 100)}%"))
    understood.append(
        ("确认帧", "与数据帧等长" if equal_acknowledgement else units.show_length(acknowledgement) if acknowledgement else "不计发送时间")
    )
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _solve(parameters: Parameters) -> Solution:
    task, protocol = parameters["task"], parameters["protocol"]
    rate, propagation = Fraction(parameters["rate"]), Fraction(parameters["propagation"])
    conventions = ["不计处理时间，没有差错"]
    if Fraction(parameters["acknowledgement"]) == 0:
        conventions.append("确认帧的发送时间不计")
    if task == "frame":
        share = Fraction(parameters["share"])
        length = frame_for(rate, propagation, share)
        two = decimal(2 * propagation * 1000, 5)
        return Solution(
            answer=f"{decimal(length)} bit" + (f" = {decimal(length / 8)} B" if length % 8 == 0 else ""),
            steps=paragraphs(
                f"往返传播时延为 {two} ms。设发送时间为 $t$ ms，令 $t/(t + {two}) = {decimal(share, 4)}$，"
                f"解得 $t$ 约为 {decimal(length / rate * 1000, 4)} ms。",
                f"帧长为速率与发送时间之积，即 {decimal(length)} bit。",
            ),
            conventions=tuple(conventions),
        )
    frame = Fraction(parameters["frame"])
    link = Link(rate, frame, propagation, Fraction(parameters["acknowledgement"]))
    working = list(_working(link))
    quotient = link.cycle / link.frame_time
    if task in ("bits", "window"):
        share = Fraction(parameters.get("share", 1))
        window = window_for(link, share)
        working.append(
            f"利用率要达到 {decimal(share * 100)}%，窗口至少为 {decimal(share, 4)} × 周期 ÷ 发送时间 ≈ {decimal(share * quotient, 3)}，取 {window} 帧。"
        )
        answer = f"{window} 帧"
        if task == "bits":
            bits = sequence_bits(window, protocol)
            working.append("GBN 要求 $2^n ≥ W + 1$。" if protocol == GBN else "SR 的接收窗口与发送窗口相等时要求 $2^n ≥ 2W$。")
            answer = f"{bits} 位"
            conventions.append("GBN 的发送窗口不超过 2^n−1" if protocol == GBN else "SR 的接收窗口与发送窗口相等，均不超过 2^(n−1)")
        return Solution(
            answer=answer,
            steps=paragraphs(*working, f"所以至少 {answer}。"),
            conventions=tuple(conventions),
            drawing=_drawing(link, window),
        )
    window = parameters.get("window", 1)
    share = utilization(link, window)
    working.append(
        f"一个周期内最多发 {window} 帧：{window} × {_milli(link.frame_time)}/{_milli(link.cycle)} ≈ {decimal(window * link.frame_time / link.cycle, 5)}"
        + ("，超过 1，信道总是满的。" if window * link.frame_time > link.cycle else "。")
    )
    if task == "throughput":
        through = share * rate
        power = 6 if through >= 10**6 else 3
        answer = f"{'' if (through / 10**power * 100).denominator == 1 else '约 '}{decimal(through / 10**power)} {'Mbps' if power == 6 else 'kbps'}"
        working.append(f"平均数据传输速率为利用率与信道速率之积：{answer}。")
    else:
        answer = f"{'' if (share * 10_000).denominator == 1 else '约 '}{decimal(share * 100)}%"
        working.append(f"信道利用率{answer}。")
    if protocol != STOP_AND_WAIT:
        conventions.append(f"发送窗口为 {window} 帧")
    return Solution(answer=answer, steps=paragraphs(*working), conventions=tuple(conventions), drawing=_drawing(link, window))


KIND = Kind(
    name="channel-utilization",
    title="滑动窗口与信道利用率",
    points=tuple(POINTS.values()),
    versions={1: _write},
    solver=Solver(hint=r"停止?-?等|GBN|连续ARQ|后退|回退|退后|选择重|选择性重|SR|stop-and|go-?back", recognise=_recognise, solve=_solve),
)
