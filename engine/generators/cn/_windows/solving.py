"""Solving sliding-window problems: utilisation and what follows from it, windows and sequence numbers, frames sent again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing
from engine.generators import patterns
from engine.generators.cn import _units as units
from engine.generators.cn._windows.order import solve_order
from engine.generators.cn._windows.simulator import Link, drawing, largest_window, milli, sequence_bits, utilization, window_for, working
from engine.generators.cn._windows.words import GBN, SLIDING, SR, STOP_AND_WAIT
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out


def _resent(parameters: Parameters) -> Solution:
    protocol, last, numbers = parameters["protocol"], parameters["last"], parameters["acknowledged"]
    again = [number for number in range(last + 1) if (number > numbers[-1] if protocol == GBN else number not in numbers)]
    late = parameters.get("timed out")
    if late is not None:
        again = late
    rule = (
        "GBN 的确认是累积的，确认 n 号帧表示 n 号及以前的帧都已收到"
        if protocol == GBN
        else f"SR 逐帧确认，只重发{'超时' if late is not None else '没有被确认'}的帧"
    )
    listed = "、".join(map(str, again)) or "没有"
    count = f"{len(again)} 帧"
    which = f"{listed} 号帧"
    answer = f"{which}，共 {count}" if len(parameters["asked"]) > 1 else which if parameters["asked"][0] == "which" else count
    return Solution(
        answer=answer,
        also=(f"{len(again)}", f"{listed}，共 {len(again)} 帧"),
        steps=paragraphs(f"{rule}。", f"要重发的是 {listed} 号，共 {count}。"),
        conventions=(rule,),
    )


def _state(parameters: Parameters) -> Solution:
    """Where the window stands: the next frame, how many more, the last that the receiver would take, the bits that are needed."""
    protocol, known, last = parameters["protocol"], parameters["known"], parameters["sent"][1]
    waiting = last - parameters["acknowledged"]
    window, bits = known.get("window"), known.get("bits")
    if window is None and bits is not None and protocol in (GBN, SR):
        window = largest_window(bits, protocol)
    if window is None and "room" in known:
        window = waiting + known["room"]
    if window is not None and (waiting > window or ("room" in known and window != waiting + known["room"])):
        stay_out("more frames under way than the window allows")
    # Receive windows of seven with three bits are told only of frames that are all received in order.
    too_large = bits is not None and window is not None and window + known.get("receive", 1) > 2**bits
    if too_large and (not parameters["arrived"] or window > 2**bits - 1):
        stay_out("a window too large for the sequence numbers")
    steps = [f"已发送而没有确认的有 {last} − {parameters['acknowledged']} = {waiting} 帧。"]
    found: list[tuple[str, str]] = []
    for name in parameters["asked"]:
        if name == "arrived" and protocol == GBN and parameters["sent"][0] == 0:
            steps.append(
                f"收到 {parameters['acknowledged']} 号帧的确认，说明它和它以前的帧都已正确接收，共 {parameters['acknowledged'] + 1} 帧。"
            )
            found.append(("正确接收", f"{parameters['acknowledged'] + 1} 帧"))
        elif name == "left" and window is not None:
            steps.append(f"发送窗口为 {window} 帧，还能发送 {window} − {waiting} = {window - waiting} 帧。")
            found.append(("还能发送", f"{window - waiting} 帧"))
        elif name == "next" and window is not None and bits is not None and waiting < window:
            following = (last + 1) % 2**bits
            steps.append(f"窗口没有用完，下一个发送的是 {following} 号帧。")
            found.append(("将要发送的帧", f"{following}"))
        elif name == "upper" and bits is not None and "receive" in known and parameters["arrived"]:
            upper = (last + known["receive"]) % 2**bits
            steps.append(
                f"接收窗口从 {(last + 1) % 2**bits} 号起共 {known['receive']} 帧，最后一个为 ({last} + {known['receive']}) mod {2**bits}，即 {upper} 号。"
            )
            found.append(("接收窗口上边界", f"{upper}"))
        elif name == "bits" and window is not None and protocol in (GBN, SR) and bits is None:
            needed = sequence_bits(window, protocol)
            steps.append(f"发送窗口为 {window} 帧，{_RULES[protocol]}，序号至少 {needed} 位。")
            found.append(("序号", f"{needed} 位"))
        else:
            stay_out(f"{name} does not follow")
    answer = "，".join(f"{label} {value}" if len(found) > 1 else value for label, value in found)
    values = [value.removesuffix(" 帧").removesuffix(" 位") for _, value in found]
    return Solution(
        answer=answer,
        also=("、".join(values), "，".join(values)),
        steps=paragraphs(*steps, f"所以答案是 {answer}。"),
        conventions=("确认是累积的",),
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
        self.full: bool = told.get("full", False)
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
            time = self.known["sending"]
            rate = self.known.get("rate") or (self.known["frame"] / time if "frame" in self.known else Fraction(1))
            frame = rate * time
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

    def working_of(self, link: Link) -> None:
        """The sending time and the cycle, once."""
        if "sending" in self.known and "rate" not in self.known:
            total = link.cycle * 1000
            self.steps.append(
                f"一个周期为 {milli(link.frame_time)} + 2 × {milli(link.propagation)}{f' + {milli(link.acknowledgement / link.rate)}' if link.acknowledgement else ''} {relation(total, 5)} {decimal(total, 5)} ms。"
            )
            return
        self.steps += [step for step in working(link) if step not in self.steps]

    def window(self) -> int:
        """The send window, told or the largest that the sequence number allows."""
        if "window" in self.known:
            return int(self.known["window"])
        if self.full:
            return self.enough()
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
        self.working_of(link)
        share = utilization(link, window)
        self.steps.append(
            f"一个周期内最多发 {window} 帧：{window} × {milli(link.frame_time)}/{milli(link.cycle)} ≈ {decimal(window * link.frame_time / link.cycle, 5)}"
            + ("，超过 1，信道总是满的。" if window * link.frame_time > link.cycle else "。")
        )
        if self.protocol != STOP_AND_WAIT:
            self.convention(f"发送窗口为 {window} 帧")
        if "attempts" in self.known:
            self.steps.append(f"每帧平均发送 {decimal(self.known['attempts'], 4)} 次，再除以它。")
            share /= self.known["attempts"]
        self.drawing = drawing(link, window)
        return share

    def enough(self) -> int:
        """The smallest window that reaches what is wanted."""
        link = self.link()
        self.working_of(link)
        share = self.known.get("share", Fraction(1))
        window = window_for(link, share)
        self.steps.append(
            f"利用率要达到 {decimal(share * 100)}%，窗口至少为 {decimal(share, 4)} × 周期 ÷ 发送时间 ≈ {decimal(share * link.cycle / link.frame_time, 3)}，取 {window} 帧。"
        )
        self.drawing = drawing(link, window)
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
            f"往返传播时延为 {milli(2 * propagation)} ms。设发送时间为 $t$ ms，令 ${'' if window == 1 else window}t/({'2t' if self.equal else 't'} + {milli(waiting)}) = {decimal(share, 4)}$，"
            f"解得 $t$ 约为 {decimal(share * waiting / left * 1000, 4)} ms。"
        )
        return share * waiting / left


def _largest_is_asked(case: _Case) -> bool:
    """Whether the sequence number alone determines the window."""
    return "bits" in case.known and not {"window", "share"} & set(case.known) and case.protocol in (GBN, SR) and case.most


def _of_numbers(case: _Case, goal: str) -> tuple[str, tuple[str, ...]] | None:
    """What only windows and sequence numbers determine; None where the link matters."""
    known, protocol = case.known, case.protocol
    linked = bool(set(known) & {"rate", "frame", "propagation", "sending"})
    if linked and not (goal == "window" and _largest_is_asked(case)):
        return None
    if goal == "receive":
        case.convention(_RULES.get(protocol, ""))
        if protocol == GBN:
            return "1", ()
        if (protocol == SR and "bits" in known) or (protocol == SLIDING and {"bits", "window"} <= set(known)):
            if "window" in known:
                most = 2 ** int(known["bits"]) - int(known["window"])
                case.steps.append(
                    f"发送窗口与接收窗口之和不超过 2^{int(known['bits'])}：{2 ** int(known['bits'])} − {int(known['window'])} = {most}。"
                )
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
    if goal == "window" and "receive" in known and not (protocol == GBN and known["receive"] == 1) and _largest_is_asked(case):
        most, receive = 2 ** int(known["bits"]), int(known["receive"])
        if protocol == GBN or 2 * receive > most:
            stay_out("a receive window larger than the send window")
        case.steps.append(f"发送窗口与接收窗口之和不超过 2^{int(known['bits'])}：{most} − {receive} = {most - receive}。")
        return f"{most - receive}", (f"{most - receive} 帧",)
    if goal == "window" and _largest_is_asked(case):
        window = largest_window(int(known["bits"]), protocol)
        case.convention(_RULES[protocol])
        case.steps.append(f"{_RULES[protocol]}，所以为 {window}。")
        return f"{window}", (f"{window} 帧",)
    if goal == "bits" and "window" in known and "bits" not in known and protocol in (GBN, SR, STOP_AND_WAIT):
        window = int(known["window"])
        if protocol != SR and known.get("receive", 1) != 1:
            stay_out("only SR has a receive window of more than one frame")
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
        case.steps.append(f"速率为帧长除以发送时间：{decimal(case.need('frame'))} bit ÷ {milli(time)} ms，即 {units.show_rate(rate, 3)}。")
        return units.show_rate(rate, 3), (f"{decimal(rate)} bps", f"{decimal(rate / 1000, 3)} kbps", f"{decimal(rate / 10**6, 6)} Mbps")
    share, window = case.need("share"), case.window()
    link = Link(
        case.need("rate"),
        case.need("frame"),
        Fraction(0),
        case.need("frame") if case.equal else case.known.get("acknowledgement", Fraction(0)),
    )
    two = window * link.frame_time / share - link.cycle
    if two <= 0:
        stay_out("no delay is short enough")
    case.steps.append(
        f"周期为 {window} × {milli(link.frame_time)} ÷ {decimal(share, 4)} ms，减去发送时间，往返传播时延为 {milli(two)} ms，单向为 {milli(two / 2)} ms。"
    )
    if goal == "propagation":
        return units.show_time(two / 2), (f"{milli(two / 2)} ms",)
    distance = two / 2 * case.need("speed")
    case.steps.append(f"距离为 {milli(two / 2)} ms 与传播速度之积，即 {decimal(distance / 1000, 3)} km。")
    return f"{decimal(distance / 1000, 3)} km", (f"{decimal(distance)} m",)


def _answer(case: _Case, goal: str) -> tuple[str, tuple[str, ...]]:
    """A question's answer, and the same in other units."""
    if (numbers := _of_numbers(case, goal)) is not None:
        return numbers
    if goal in ("frame", "rate", "propagation", "distance"):
        return _inverse(case, goal)
    if goal in ("cycle", "sending"):
        link = case.link()
        case.working_of(link)
        time = link.cycle if goal == "cycle" else link.frame_time
        return units.show_time(time), (f"{milli(time)} ms",)
    if goal in ("window", "bits"):
        if case.protocol == STOP_AND_WAIT or "window" in case.known or "bits" in case.known:
            stay_out("a window is told")
        if "receive" in case.known:
            stay_out("a receive window is told")
        window = case.enough()
        if goal == "window":
            return f"{window} 帧", (f"{window}",)
        if case.protocol == SLIDING:
            bits = sequence_bits(window, GBN)
            if (selective := sequence_bits(window, SR)) != bits:
                case.steps.append("接收窗口为 1（后退 N 帧）时要求 $2^n ≥ W + 1$；选择重传且收发窗口相等时要求 $2^n ≥ 2W$。")
                return f"{bits} 位（接收窗口为 1）；若为选择重传且收发窗口相等，{selective} 位", (f"{bits} 位", f"{selective} 位")
            case.steps.append("后退 N 帧要求 $2^n ≥ W + 1$，选择重传要求 $2^n ≥ 2W$，这里两者的位数相同。")
            return f"{bits} 位", (f"{bits} bit",)
        bits = sequence_bits(window, case.protocol)
        case.steps.append("GBN 要求 $2^n ≥ W + 1$。" if case.protocol == GBN else "SR 的接收窗口与发送窗口相等时要求 $2^n ≥ 2W$。")
        case.convention(_RULES[case.protocol])
        return f"{bits} 位", (f"{bits} bit",)
    if goal == "utilization":
        share = case.share()
        digits = 2 if share * 100 >= 1 else 3
        shown = f"{'' if (share * 10 ** (digits + 2)).denominator == 1 else '约 '}{decimal(share * 100, digits)}%"
        case.steps.append(f"信道利用率{shown}。")
        return shown, (f"{decimal(share, 4)}", f"{decimal(share, 3)}", f"{decimal(share, 2)}")
    if goal == "frames a second":
        share = case.share()
        each = share / case.link().frame_time
        case.steps.append(f"每秒发送 {decimal(share, 5)} ÷ {milli(case.link().frame_time)} ms，约 {decimal(each)} 帧。")
        return f"{'' if each.denominator == 1 else '约 '}{decimal(each)} 帧", (f"{decimal(each, 0)} 帧",)
    if goal == "throughput":
        through = case.share() * (case.link().rate if {"sending", "frame"} <= set(case.known) else case.need("rate"))
        power = 6 if through >= 10**6 else 3
        in_bytes = (f"{decimal(through / 8)} 字节/秒", f"{decimal(through / 8)} B/s", f"{decimal(through / 8 / 10**6, 3)} MB/s")
        digits = 3 if through / 10**power < 10 else 2
        shown = f"{'' if (through / 10 ** (power - digits)).denominator == 1 else '约 '}{decimal(through / 10**power, digits)} {'Mbps' if power == 6 else 'kbps'}"
        case.steps.append(f"平均数据传输速率为利用率与信道速率之积：{shown}。")
        return shown, (f"{decimal(through / 10**6, 0)} Mbps", f"{decimal(through / 1000, 0)} kbps", *in_bytes)
    stay_out(goal)


def _in_flight(told: Mapping[str, Any]) -> Callable[[Sequence[str]], tuple[int, str] | None]:
    """For options that count only the frames that fit into the round trip, the sending time of the first left out."""
    case = _Case(told)
    link = case.link()
    frames = 2 * link.propagation / link.frame_time

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        places = [place for place, option in enumerate(options) if patterns.fullmatch(rf"{decimal(frames)}\s*(?:帧|个)?", option.strip())]
        if frames.denominator != 1 or len(places) != 1:
            return None
        return places[0], paragraphs(
            f"往返时延内可以发送 {milli(2 * link.propagation)} ÷ {milli(link.frame_time)} = {decimal(frames)} 帧（不计第一帧的发送时间）。"
        )

    return among


def solve(parameters: Parameters) -> Solution:
    """Every question answered, in order."""
    if parameters.get("task") == "order":
        return solve_order(parameters)
    if parameters.get("task") == "resent":
        return _resent(parameters)
    if parameters.get("task") == "state":
        return _state(parameters)
    asked = [(told, goal) for told in parameters["units"] for goal in told["asked"]]
    answers: list[str] = []
    steps: list[str] = []
    conventions: list[str] = []
    shown_drawing: Drawing | None = None
    also: tuple[str, ...] = ()
    for told, goal in asked:
        case = _Case(told)
        shown, also = _answer(case, goal)
        answers.append(f"{_LABELS[goal]} {shown}" if len(asked) > 1 else shown)
        steps += [step for step in case.steps if step not in steps]
        conventions += [text for text in case.conventions if text and text not in conventions]
        shown_drawing = shown_drawing or case.drawing
    answer = "，".join(answers)
    return Solution(
        answer=answer,
        also=also if len(asked) == 1 else (),
        among=_in_flight(asked[0][0]) if len(asked) == 1 and asked[0][0].get("optimal") and asked[0][1] == "window" else None,
        steps=paragraphs(*steps, f"所以答案是 {answer}。"),
        conventions=tuple(conventions),
        drawing=shown_drawing,
    )
