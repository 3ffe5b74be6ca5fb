"""Sliding windows over a link: utilisation, throughput, window and bits of the sequence number (stop-and-wait, GBN, SR).

After Tanenbaum and Wetherall, Computer Networks (sliding window protocols), and Xie Xiren, 计算机网络: one cycle lasts from the first bit
of a frame to the arrival of its acknowledgement, T = frame time + 2 x propagation + acknowledgement time; a window of W frames uses
min(1, W x frame time / T) of the link. Processing and errors are left out. n bits allow W <= 2^n - 1 for GBN, and W <= 2^(n-1) for SR
with equal windows.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.cn import _units as units
from engine.generators.cn._about import saying_about, solving_about
from engine.generators.cn._told.value_lists import each_value
from engine.generators.cn._windows import reading as window_reading
from engine.generators.cn._windows import solving as window_solving
from engine.generators.cn._windows.lettered import solving_lettered, with_letters
from engine.generators.cn._windows.reaching import reaching, solving_reaching
from engine.generators.cn._windows.simulator import (
    Link,
    drawing,
    frame_for,
    largest_window,
    milli,
    sequence_bits,
    utilization,
    window_for,
    working,
)
from engine.generators.cn._windows.words import GBN, NAMES, SR, STOP_AND_WAIT
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, percent, relation

POINTS = {STOP_AND_WAIT: "cn.link.stop-and-wait", GBN: "cn.link.gbn", SR: "cn.link.sr"}


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
        steps=paragraphs(*working(link), f"利用率为 {milli(t)}/{milli(link.cycle)} {relation(right * 100, 1)} {percent(right)}"),
        parameters={"task": "stop-and-wait", **_numbers(link)},
        drawing=drawing(link, 1),
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
            *working(link),
            f"一个周期内最多发 {window} 帧，利用率为 {window} × {milli(t)}/{milli(link.cycle)} {relation(right * 100, 1)} {percent(right)}",
        ),
        parameters={"task": "window", "protocol": protocol, "bits": bits, **_numbers(link)},
        drawing=drawing(link, window),
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
            f"设数据帧的发送时间为 $t$ ms，往返传播时延为 2 × {milli(propagation)} = {decimal(two)} ms。",
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
            *working(link),
            f"{milli(link.cycle)}/{milli(link.frame_time)} {relation(quotient)} {decimal(quotient)}，发送窗口至少为 {window}。",
            f"{NAMES[protocol]}要求序号的个数不少于 {limit}，而 {need} 已够，少一位不够，所以至少 {right} 位",
        ),
        parameters={"task": "sequence-bits", "protocol": protocol, "longest_bits": int(longest), **_numbers(link)},
        drawing=drawing(link, window),
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
            *working(link),
            f"一个周期内最多发 {window} 帧，共 {data} bit，所需发送时间为 {milli(window * link.frame_time)} ms，不超过周期。",
            f"平均速率为 {data} bit 除以 {milli(link.cycle)} ms，约 {text(right)}",
        ),
        parameters={"task": "throughput", "window": window, **_numbers(link)},
        drawing=drawing(link, window),
    )


KIND = Kind(
    name="channel-utilization",
    title="滑动窗口与信道利用率",
    points=tuple(POINTS.values()),
    versions={1: _write},
    solver=Solver(
        hint=r"停止?-?等|GBN|连续ARQ|后退|回退|退后|选择重|选择性重|SR|stop-and|go-?back|滑动窗口|发送窗口|利用率|(?:确认|应答|响应)帧.{0,12}下一",
        recognise=with_letters(reaching(saying_about(each_value(window_reading.recognise)))),
        solve=solving_lettered(solving_reaching(solving_about(window_solving.solve))),
    ),
)
