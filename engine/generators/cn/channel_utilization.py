"""Sliding windows over a link: utilisation, throughput, window and bits of the sequence number (stop-and-wait, GBN, SR).

After Tanenbaum and Wetherall, Computer Networks (sliding window protocols), and Xie Xiren, 计算机网络: one cycle lasts from the first bit
of a frame to the arrival of its acknowledgement, T = frame time + 2 x propagation + acknowledgement time; a window of W frames uses
min(1, W x frame time / T) of the link. Processing and errors are left out. n bits allow W <= 2^n - 1 for GBN, and W <= 2^(n-1) for SR
with equal windows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any

from engine.drawings.model import Drawing, Mark
from engine.drawings.sequence import Message
from engine.drawings.sequence import Sequence as Chart
from engine.generators.chance import Chance
from engine.generators.cn import _units as units
from engine.generators.cn import _window_reading
from engine.generators.cn._window_words import GBN, NAMES, SLIDING, SR, STOP_AND_WAIT
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, percent, relation
from engine.generators.reading import stay_out

POINTS = {STOP_AND_WAIT: "cn.link.stop-and-wait", GBN: "cn.link.gbn", SR: "cn.link.sr"}


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


def _resent(parameters: Parameters) -> Solution:
    protocol, last, numbers = parameters["protocol"], parameters["last"], parameters["acknowledged"]
    again = [number for number in range(last + 1) if (number > numbers[-1] if protocol == GBN else number not in numbers)]
    rule = "GBN 的确认是累积的，确认 n 号帧表示 n 号及以前的帧都已收到" if protocol == GBN else "SR 逐帧确认，只重发没有被确认的帧"
    listed = "、".join(map(str, again)) or "没有"
    count = f"{len(again)} 帧"
    answer = f"{listed} 号帧" if parameters["asked"][0] == "which" else count
    return Solution(
        answer=answer,
        also=(f"{len(again)}", f"{listed}，共 {len(again)} 帧"),
        steps=paragraphs(f"{rule}。", f"要重发的是 {listed} 号，共 {count}。"),
        conventions=(rule,),
    )


_RULES = {
    GBN: "GBN 的发送窗口不超过 2^n−1",
    SR: "SR 的接收窗口与发送窗口相等，均不超过 2^(n−1)",
    STOP_AND_WAIT: "停止-等待用 1 位序号",
}
_LABELS = {
    "utilization": "利用率", "throughput": "吞吐量", "window": "发送窗口", "bits": "序号", "frame": "帧长", "rate": "速率", "propagation": "单向传播时延",
    "distance": "距离", "cycle": "周期", "sending": "发送时延", "receive": "接收窗口", "unacknowledged": "未确认的帧", "frames a second": "每秒",
}  # fmt: skip


class _Case:
    """One question of a link: what is known, with the working so far."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.protocol: str = told["protocol"]
        self.equal: bool = told["equal"]
        self.most: bool = told["most"]
        self.known = {name: Fraction(value) for name, value in told["known"].items()}
        self.steps: list[str] = []
        self.conventions = ["不计处理时间，没有差错"]
        self.drawing: Drawing | None = None

    def need(self, name: str) -> Fraction:
        """A quantity that must be told."""
        return self.known[name] if name in self.known else stay_out(f"{name} is not told")

    def link(self) -> Link:
        """The link; one on which only times are told sends a bit a second."""
        if "sending" in self.known and not {"rate", "frame"} <= set(self.known):
            rate, frame = (self.known["rate"], self.known["rate"] * self.known["sending"]) if "rate" in self.known else (Fraction(1), self.known["sending"])
        else:
            rate, frame = self.need("rate"), self.need("frame")
            if self.known.get("sending", frame / rate) != frame / rate:
                stay_out("the sending time contradicts length and rate")
        acknowledgement = frame if self.equal else self.known.get("acknowledgement", Fraction(0))
        if not acknowledgement:
            self.convention("确认帧的发送时间不计")
        return Link(rate, frame, self.need("propagation"), acknowledgement)

    def convention(self, text: str) -> None:
        """A convention, once."""
        if text not in self.conventions:
            self.conventions.append(text)

    def working(self, link: Link) -> None:
        """The sending time and the cycle, once."""
        if "sending" in self.known and "rate" not in self.known:
            total = link.cycle * 1000
            self.steps.append(f"一个周期为 {_milli(link.frame_time)} + 2 × {_milli(link.propagation)}{f' + {_milli(link.acknowledgement / link.rate)}' if link.acknowledgement else ''} {relation(total, 5)} {decimal(total, 5)} ms。")
            return
        self.steps += [step for step in _working(link) if step not in self.steps]

    def window(self) -> int:
        """The send window, told or the largest that the sequence number allows."""
        if "window" in self.known:
            return int(self.known["window"])
        if "bits" not in self.known or self.protocol not in (GBN, SR):
            stay_out("the window is not told")
        window = largest_window(int(self.known["bits"]), self.protocol)
        self.steps.append(f"{int(self.known['bits'])} 位序号，发送窗口最大为 {window}。")
        return window

    def share(self) -> Fraction:
        """The share of time in which the sender sends."""
        link, window = self.link(), self.window()
        if not 1 <= window <= 10**6:
            stay_out("a window out of range")
        self.working(link)
        share = utilization(link, window)
        self.steps.append(
            f"一个周期内最多发 {window} 帧：{window} × {_milli(link.frame_time)}/{_milli(link.cycle)} ≈ {decimal(window * link.frame_time / link.cycle, 5)}"
            + ("，超过 1，信道总是满的。" if window * link.frame_time > link.cycle else "。")
        )
        if self.protocol != STOP_AND_WAIT:
            self.convention(f"发送窗口为 {window} 帧")
        if "attempts" in self.known:
            self.steps.append(f"每帧平均发送 {decimal(self.known['attempts'], 4)} 次，再除以它。")
            share /= self.known["attempts"]
        self.drawing = _drawing(link, window)
        return share

    def enough(self) -> int:
        """The smallest window that reaches what is wanted."""
        link = self.link()
        self.working(link)
        share = self.known.get("share", Fraction(1))
        window = window_for(link, share)
        self.steps.append(
            f"利用率要达到 {decimal(share * 100)}%，窗口至少为 {decimal(share, 4)} × 周期 ÷ 发送时间 ≈ {decimal(share * link.cycle / link.frame_time, 3)}，取 {window} 帧。"
        )
        self.drawing = _drawing(link, window)
        return window

    def sending_for(self, propagation: Fraction, rate: Fraction | None) -> Fraction:
        """How long a frame must be sent to reach the share that is wanted."""
        share, window = self.need("share"), self.window()
        if self.protocol == STOP_AND_WAIT or window == 1:
            window = 1
        left = window - (2 * share if self.equal else share)
        if left <= 0:
            stay_out("no frame is long enough")
        waiting = 2 * propagation
        if not self.equal and "acknowledgement" in self.known:
            waiting += self.known["acknowledgement"] / (rate or stay_out("rate is not told"))
        self.steps.append(
            f"往返传播时延为 {_milli(2 * propagation)} ms。设发送时间为 $t$ ms，令 ${'' if window == 1 else window}t/({'2t' if self.equal else 't'} + {_milli(waiting)}) = {decimal(share, 4)}$，"
            f"解得 $t$ 约为 {decimal(share * waiting / left * 1000, 4)} ms。"
        )
        return share * waiting / left


def _of_numbers(case: _Case, goal: str) -> tuple[str, tuple[str, ...]] | None:
    """What only windows and sequence numbers determine; None where the link matters."""
    known, protocol = case.known, case.protocol
    if set(known) & {"rate", "frame", "propagation", "sending"}:
        return None
    if goal == "receive":
        case.convention(_RULES.get(protocol, ""))
        if protocol == GBN:
            return "1", ()
        if protocol == SR and "bits" in known:
            if "window" in known:
                most = 2 ** int(known["bits"]) - int(known["window"])
                case.steps.append(f"发送窗口与接收窗口之和不超过 2^{int(known['bits'])}：{2 ** int(known['bits'])} − {int(known['window'])} = {most}。")
                most = min(most, int(known["window"]))
            else:
                most = 2 ** (int(known["bits"]) - 1)
                case.steps.append(f"接收窗口最大为 2^({int(known['bits'])} − 1) = {most}。")
            return (f"{most}", (f"{most} 帧",)) if most > 0 else stay_out("no room for a receive window")
        stay_out("the receive window does not follow")
    if goal == "unacknowledged":
        window = case.window()
        case.steps.append("发送窗口就是已发送而没有确认的帧的最多个数。")
        return f"{window} 帧", (f"{window}",)
    if goal == "window" and "bits" in known and "window" not in known and protocol in (GBN, SR) and case.most:
        window = largest_window(int(known["bits"]), protocol)
        case.convention(_RULES[protocol])
        case.steps.append(f"{_RULES[protocol]}，所以为 {window}。")
        return f"{window}", (f"{window} 帧",)
    if goal == "bits" and "window" in known and "bits" not in known and protocol in (GBN, SR, STOP_AND_WAIT):
        window = int(known["window"])
        if protocol == SR and "receive" in known:
            bits = (window + int(known["receive"]) - 1).bit_length()
            case.steps.append(f"序号的个数不少于两个窗口之和 {window} + {int(known['receive'])} = {window + int(known['receive'])}。")
        else:
            bits = sequence_bits(window, protocol)
            case.convention(_RULES[protocol])
            case.steps.append(f"{_RULES[protocol]}。")
        return f"{bits} 位", (f"{bits} bit",)
    return None


def _inverse(case: _Case, goal: str) -> tuple[str, tuple[str, ...]]:
    """The frame, the rate or the distance with which a utilisation is reached."""
    if goal == "frame":
        rate = case.need("rate")
        length = case.sending_for(case.need("propagation"), rate) * rate
        case.steps.append(f"帧长为速率与发送时间之积，即 {decimal(length)} bit。")
        shown = f"{decimal(length)} bit"
        return shown + (f" = {decimal(length / 8)} B" if length % 8 == 0 else ""), (shown, f"{decimal(length / 8)} B")
    if goal == "rate":
        time = case.sending_for(case.need("propagation"), None)
        rate = case.need("frame") / time
        case.steps.append(f"速率为帧长除以发送时间：{decimal(case.need('frame'))} bit ÷ {_milli(time)} ms，即 {units.show_rate(rate, 3)}。")
        return units.show_rate(rate, 3), (f"{decimal(rate)} bps", f"{decimal(rate / 1000, 3)} kbps", f"{decimal(rate / 10**6, 6)} Mbps")
    share, window = case.need("share"), case.window()
    link = Link(case.need("rate"), case.need("frame"), Fraction(0), case.need("frame") if case.equal else case.known.get("acknowledgement", Fraction(0)))
    two = window * link.frame_time / share - link.cycle
    if two <= 0:
        stay_out("no delay is short enough")
    case.steps.append(f"周期为 {window} × {_milli(link.frame_time)} ÷ {decimal(share, 4)} ms，减去发送时间，往返传播时延为 {_milli(two)} ms，单向为 {_milli(two / 2)} ms。")
    if goal == "propagation":
        return units.show_time(two / 2), (f"{_milli(two / 2)} ms",)
    distance = two / 2 * case.need("speed")
    case.steps.append(f"距离为 {_milli(two / 2)} ms 与传播速度之积，即 {decimal(distance / 1000, 3)} km。")
    return f"{decimal(distance / 1000, 3)} km", (f"{decimal(distance)} m",)


def _answer(case: _Case, goal: str) -> tuple[str, tuple[str, ...]]:
    """A question's answer, and the same in other units."""
    if (numbers := _of_numbers(case, goal)) is not None:
        return numbers
    if goal in ("frame", "rate", "propagation", "distance"):
        return _inverse(case, goal)
    if goal in ("cycle", "sending"):
        link = case.link()
        case.working(link)
        time = link.cycle if goal == "cycle" else link.frame_time
        return units.show_time(time), (f"{_milli(time)} ms",)
    if goal in ("window", "bits"):
        if case.protocol == STOP_AND_WAIT or "window" in case.known or "bits" in case.known:
            stay_out("a window is told")
        window = case.enough()
        if goal == "window":
            return f"{window} 帧", (f"{window}",)
        if case.protocol == SLIDING:
            stay_out("which protocol")
        bits = sequence_bits(window, case.protocol)
        case.steps.append("GBN 要求 $2^n ≥ W + 1$。" if case.protocol == GBN else "SR 的接收窗口与发送窗口相等时要求 $2^n ≥ 2W$。")
        case.convention(_RULES[case.protocol])
        return f"{bits} 位", (f"{bits} bit",)
    if goal == "utilization":
        share = case.share()
        shown = f"{'' if (share * 10_000).denominator == 1 else '约 '}{decimal(share * 100)}%"
        case.steps.append(f"信道利用率{shown}。")
        return shown, (f"{decimal(share, 4)}", f"{decimal(share, 3)}", f"{decimal(share, 2)}")
    if goal == "frames a second":
        share = case.share()
        each = share / case.link().frame_time
        case.steps.append(f"每秒发送 {decimal(share, 5)} ÷ {_milli(case.link().frame_time)} ms，约 {decimal(each)} 帧。")
        return f"{'' if each.denominator == 1 else '约 '}{decimal(each)} 帧", (f"{decimal(each, 0)} 帧",)
    if goal == "throughput":
        through = case.share() * case.need("rate")
        power = 6 if through >= 10**6 else 3
        shown = f"{'' if (through / 10**power * 100).denominator == 1 else '约 '}{decimal(through / 10**power)} {'Mbps' if power == 6 else 'kbps'}"
        case.steps.append(f"平均数据传输速率为利用率与信道速率之积：{shown}。")
        return shown, (f"{decimal(through / 10**6, 0)} Mbps", f"{decimal(through / 1000, 0)} kbps")
    stay_out(goal)


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "resent":
        return _resent(parameters)
    asked = [(told, goal) for told in parameters["units"] for goal in told["asked"]]
    answers, steps, conventions, drawing, also = [], [], [], None, ()
    for told, goal in asked:
        case = _Case(told)
        shown, also = _answer(case, goal)
        answers.append(f"{_LABELS[goal]} {shown}" if len(asked) > 1 else shown)
        steps += [step for step in case.steps if step not in steps]
        conventions += [text for text in case.conventions if text and text not in conventions]
        drawing = drawing or case.drawing
    answer = "，".join(answers)
    return Solution(
        answer=answer, also=also if len(asked) == 1 else (), steps=paragraphs(*steps, f"所以{answer}。"), conventions=tuple(conventions), drawing=drawing
    )


KIND = Kind(
    name="channel-utilization",
    title="滑动窗口与信道利用率",
    points=tuple(POINTS.values()),
    versions={1: _write},
    solver=Solver(
        hint=r"停止?-?等|GBN|连续ARQ|后退|回退|退后|选择重|选择性重|SR|stop-and|go-?back|滑动窗口|发送窗口|利用率", recognise=_window_reading.recognise, solve=_solve
    ),
)
