"""Solving problems about delays: one link, several with store-and-forward, the three ways of switching, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from engine.generators.cn import _units as units
from engine.generators.cn._delay.inverse import answers_inverse
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

Pipelined = Callable[[int, Fraction, Sequence[Fraction], Sequence[Fraction]], Fraction]

_METHODS = {"circuit": "电路交换", "message": "报文交换", "packet": "分组交换"}


def _milli(time: Fraction) -> str:
    return decimal(time * 1000, 6)


def _in_units(value: Fraction) -> tuple[str, ...]:
    return (f"{decimal(value * 1000, 6)} ms", f"{decimal(value, 9)} s", f"{decimal(value * 10**6, 6)} μs")


def _shown_bits(bits: Fraction) -> tuple[str, ...]:
    if 0 < bits < 1:
        power = next(power for power in range(1, 40) if bits * 10**power >= 1)
        return f"约 {decimal(bits * 10**power, 2)}×10^-{power} bit", f"{decimal(bits, power + 4)} bit"
    return (
        f"{decimal(bits)} bit",
        *(f"{decimal(bits / 10**power, 6)} {unit}" for power, unit in ((3, "kb"), (6, "Mb"), (3, "kbit"), (6, "Mbit"))),
        f"{decimal(bits / 8, 3)} B",
    )


def _equal(one: Mapping[str, Any], steps: list[str]) -> tuple[str, ...]:
    """What makes sending take as long as propagation."""
    delay = Fraction(one["delay"])
    steps.append(f"发送时延等于传播时延 {_milli(delay)} ms。")
    if one["task"] == "equal-rate":
        shown = units.show_rate(Fraction(one["length"]) / delay, 4)
        steps.append(f"速率为长度除以时延，即 {shown}。")
        return (shown,)
    if one["task"] == "equal-length":
        found = _shown_bits(Fraction(one["rate"]) * delay)
        steps.append(f"长度为速率与时延之积，即 {found[0]}。")
        return found
    distance = Fraction(one["speed"]) * delay
    steps.append(f"距离为传播速率与时延之积，即 {decimal(distance / 1000, 4)} km。")
    return (f"{decimal(distance / 1000, 4)} km", f"{decimal(distance, 3)} m")


def _simple(known: Mapping[str, Fraction], goal: str, steps: list[str], kilometres: bool) -> tuple[str, ...]:
    """Of one link: how many bits it holds, how long a bit is, where the first one is."""

    def need(name: str) -> Fraction:
        return known[name] if name in known else stay_out(f"{name} is not told")

    if goal == "product":
        bits = need("rate") * need("propagation")
        steps.append(f"传播时延 {_milli(need('propagation'))} ms，乘以 {units.show_rate(need('rate'))}，得 {decimal(bits)} bit。")
        return _shown_bits(bits)
    if goal == "product bytes":
        size = need("rate") * need("propagation") / 8
        steps.append(f"{units.show_rate(need('rate'))} × {_milli(need('propagation'))} ms ÷ 8，即 {decimal(size)} B。")
        return (f"{decimal(size)} B", f"{decimal(size / 10**6, 6)} MB", f"{decimal(size / 1000, 6)} KB")
    if goal == "ratio":
        sending, propagation = need("length") / need("rate"), need("propagation")
        steps.append(f"发送时延 {_milli(sending)} ms，传播时延 {_milli(propagation)} ms。")
        return (f"{decimal(sending / propagation, 4)}:1", f"{decimal(sending / propagation, 4)}")
    if goal == "bit time":
        time = 1 / need("rate")
        steps.append(f"一个比特的发送时间为 1 ÷ {units.show_rate(need('rate'))}。")
        return (f"{decimal(time * 10**9, 6)} ns", f"{decimal(time * 10**6, 6)} μs", f"{decimal(time, 12)} s")
    if goal == "bit length":
        length = need("speed") / need("rate")
        steps.append(
            f"一个比特占的长度为传播速率与发送时间之积：{decimal(need('speed'))} m/s ÷ {units.show_rate(need('rate'))}，即 {decimal(length, 6)} m。"
        )
        return (f"{decimal(length, 6)} m", f"{decimal(length * 100, 6)} cm", f"{decimal(length / 1000, 6)} km")
    if goal == "first bit":
        sent = need("length") / need("rate")
        way = need("speed") * sent
        if "distance" in known and way > known["distance"]:
            steps.append(f"发送用 {_milli(sent)} ms，第一个比特能走 {decimal(way)} m，已超过链路的长度，早已到达。")
            return ("已到达接收端",)
        steps.append(f"发送用 {_milli(sent)} ms，这段时间第一个比特走了 {decimal(way, 3)} m。")
        return (
            (f"{decimal(way / 1000, 6)} km", f"{decimal(way, 3)} m")
            if kilometres
            else (f"{decimal(way, 3)} m", f"{decimal(way / 1000, 6)} km")
        )
    if goal == "sending":
        return _in_units(need("length") / need("rate"))
    return _in_units(need("propagation"))


class _Way:
    """The links of one question, and what is sent over them."""

    def __init__(self, one: Mapping[str, Any], pipelined: Pipelined) -> None:
        self.one, self.pipelined = one, pipelined
        self.links: int = one["links"]
        rate = Fraction(one["rate"]) if one["rate"] is not None else None
        self.rates = [Fraction(each) for each in one["rates"]] or ([rate] * self.links if rate is not None else [])
        delay = Fraction(one["propagation"]) if one["propagation"] is not None else None
        self.delays = [Fraction(each) for each in one["propagations"]] or ([delay] * self.links if delay is not None else [])
        self.message = Fraction(one["message"]) if one["message"] is not None else None
        self.packet = Fraction(one["packet"]) if one["packet"] is not None else None
        self.count: int = one["count"]

    def length(self) -> Fraction:
        """What is sent at a time."""
        length = self.packet if self.packet is not None and (self.count > 1 or self.message is None) else self.message
        return length if length is not None else stay_out("no length")

    def total(self, method: str | None, steps: list[str]) -> Fraction:
        """From the first bit sent to the last received."""
        if not self.rates or not self.delays:
            stay_out("rate or propagation is not told")
        setup, extra = Fraction(self.one["setup"]), Fraction(self.one["extra"])
        if method == "circuit":
            length = self.message if self.message is not None else self.length()
            whole = setup + length / min(self.rates) + sum(self.delays)
            steps.append(
                f"电路交换：建立电路 {_milli(setup)} ms；发送 {decimal(length)} bit 用 {_milli(length / min(self.rates))} ms，中间不存储；传播共 {_milli(sum(self.delays, Fraction(0)))} ms。"
            )
            return whole
        if method == "message" and self.message is not None:
            whole = self.pipelined(1, self.message, self.rates, self.delays) + extra
            steps.append(f"报文交换：整个报文经过 {self.links} 段链路，每段发送一次，共 {units.show_time(whole, 6)}。")
            return whole
        count, length = self.count, self.length()
        whole = self.pipelined(count, length, self.rates, self.delays) + extra
        if self.one["rates"]:
            steps += [
                f"第 {number} 段：发送 {_milli(length / rate)} ms，传播 {_milli(delay)} ms。"
                for number, (rate, delay) in enumerate(zip(self.rates, self.delays, strict=True), 1)
            ]
        else:
            steps.append(
                f"发送时延：{decimal(length)} bit 以 {units.show_rate(self.rates[0])} 发送，用 {_milli(length / self.rates[0])} ms。"
            )
            if self.delays[0]:
                steps.append(f"传播时延：{'每段 ' if self.links > 1 else ''}{_milli(self.delays[0])} ms。")
        if count > 1 or self.links > 1:
            steps.append(
                f"{count} 个分组经过 {self.links} 段链路存储转发{'' if self.one['rates'] else f'：共 {count + self.links - 1} 个发送时延，加 {self.links} 段的传播时延'}。"
            )
        if extra:
            steps.append(f"路由器处理和排队共 {_milli(extra)} ms。")
        if connecting := Fraction(self.one["connecting"]):
            steps.append(f"建立连接 {_milli(connecting)} ms。")
            whole += connecting
        if self.one["source rate"] is not None:
            fill = length / Fraction(self.one["source rate"])
            steps.append(
                f"凑满一个分组要 {decimal(length)} bit ÷ {units.show_rate(Fraction(self.one['source rate']))}，即 {_milli(fill)} ms。"
            )
            whole += fill
        return whole


def _answers(one: Mapping[str, Any], steps: list[str], pipelined: Pipelined) -> list[tuple[str, tuple[str, ...]]]:
    """(label, the answer and other wordings) for each thing asked."""
    if one["task"] == "inverse":
        return answers_inverse(one, steps)
    if one["task"].startswith("equal"):
        return [({"equal-rate": "速率", "equal-length": "长度", "equal-distance": "距离"}[one["task"]], _equal(one, steps))]
    if one["task"] == "bottleneck":
        slowest = min(Fraction(rate) for rate in one["rates"])
        steps.append(f"没有其他流量时，吞吐量取决于最慢的链路：{units.show_rate(slowest)}。")
        answers: dict[str, tuple[str, tuple[str, ...]]] = {"bottleneck": ("吞吐量", (units.show_rate(slowest),))}
        if one["message"] is not None:
            time = Fraction(one["message"]) / slowest
            steps.append(f"传完约需 {decimal(Fraction(one['message']))} bit ÷ {units.show_rate(slowest)}，即 {units.show_time(time, 6)}。")
            answers["total"] = ("传完", (units.show_time(time, 6), *_in_units(time)))
        return [answers[name] for name in one["asked"]]
    if one["task"] == "queued":
        delay = Fraction(one["idle"]) / (1 - Fraction(one["share"]))
        steps.append(
            f"$D = D_0/(1 - U)$：{_milli(Fraction(one['idle']))} ÷ (1 − {decimal(Fraction(one['share']), 4)})，即 {_milli(delay)} ms。"
        )
        return [("时延", _in_units(delay))]
    if one["task"] == "overhead":
        whole = one["data"] + sum(one["headers"])
        share = Fraction(one["data"], whole)
        steps.append(f"总长 {one['data']} + {' + '.join(map(str, one['headers']))} = {whole} B，数据占 {one['data']}/{whole}。")
        shown = f"{decimal(share * 100)}%"
        return [("效率", (shown if (share * 10_000).denominator == 1 else f"约 {shown}", f"{decimal(share * 100, 1)}%"))]
    if one["task"] == "simple":
        known = {name: Fraction(value) for name, value in one["known"].items()}
        labels = {
            "product": "时延带宽积",
            "product bytes": "在途",
            "ratio": "比",
            "bit time": "比特宽度",
            "bit length": "占长度",
            "first bit": "第一个比特",
            "sending": "发送时延",
            "propagation": "传播时延",
        }
        return [(labels[goal], _simple(known, goal, steps, one["kilometres"])) for goal in one["asked"]]
    way = _Way(one, pipelined)
    found: list[tuple[str, tuple[str, ...]]] = []
    for goal in one["asked"]:
        if goal == "pieces":
            found.append(("分组", (f"{one['count']} 个",)))
        elif goal == "sending":
            if not way.rates:
                stay_out("rate is not told")
            sending = way.length() / way.rates[0]
            steps.append(f"发送时延：{decimal(way.length())} bit ÷ {units.show_rate(way.rates[0])}，即 {_milli(sending)} ms。")
            found.append(("发送时延", (units.show_time(sending, 6), *_in_units(sending))))
        elif goal == "propagation":
            if not way.delays:
                stay_out("propagation is not told")
            steps.append(f"传播时延为 {_milli(way.delays[0])} ms。")
            found.append(("传播时延", (units.show_time(way.delays[0], 6), *_in_units(way.delays[0]))))
        elif goal == "difference":
            first, second = (way.total(method, steps) for method in one["methods"])
            found.append(("相差", (units.show_time(abs(first - second), 6), *_in_units(abs(first - second)))))
        elif len(one["methods"]) > 1:
            wholes = [way.total(method, steps) for method in one["methods"]]
            alike = max(wholes) < 1 or min(wholes) >= 1 or min(wholes) * 1000 < 1
            for method, whole in zip(one["methods"], wholes, strict=True):
                shown = units.show_time(whole, 6) if alike else f"{decimal(whole, 6)} s"
                found.append((_METHODS[method], (shown, *_in_units(whole))))
        else:
            whole = way.total(one["methods"][0] if one["methods"] else None, steps)
            found.append(("总时延", (units.show_time(whole, 6), *_in_units(whole))))
    return found


def solve(parameters: Parameters, pipelined: Pipelined) -> Solution:
    """Every question answered, in order; `pipelined`: the simulator's formula for packets over links."""
    steps: list[str] = []
    cases = [list(_answers(one, steps, pipelined)) for one in parameters["units"]]
    found = [answer for case in cases for answer in case]
    if len(found) == 1:
        answer, also = found[0][1][0], found[0][1]
    else:
        # Cases in which several things are asked stand apart: the delay of propagation may be the same in each.
        said = ["，".join(f"{label} {shown[0]}" for label, shown in case) for case in cases]
        if 1 < len(cases) <= 5 and len({tuple(label for label, _ in case) for case in cases}) == 1 < len(cases[0]):
            answer = "；".join(f"情况{'一二三四五'[number]}：{one}" for number, one in enumerate(said))
        else:
            answer = "，".join(said)
        widths = min(len(shown) for _, shown in found)
        also = tuple("、".join(shown[place] for _, shown in found) for place in range(widths))
    return Solution(
        answer=answer,
        also=also,
        steps=paragraphs(*dict.fromkeys(steps), f"所以答案是 {answer}。"),
        conventions=(
            "不计没有说到的处理、排队和传播时延",
            *(("每个字符按 1 字节（8 bit）计",) if any(one.get("characters") for one in parameters["units"]) else ()),
        ),
    )
