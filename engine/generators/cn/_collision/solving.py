"""Solving CSMA/CD problems: frame, distance, rate and delay from one another; collisions, backoff, filling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from engine.generators.cn import _units as units
from engine.generators.cn._collision.exchange import effective_rate
from engine.generators.cn._collision.simulator import MICRO, drawing, longest_delay, longest_distance, micro
from engine.generators.cn._told.relations import Relation, derive
from engine.generators.cn._windows.frame_times import sending_time
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_RELATIONS = (
    Relation("propagation", ("distance", "speed"), lambda distance, speed: distance / speed, "单向传播时延为 {distance} ÷ {speed}，即 {propagation}。"),
    Relation("delay", ("propagation", "repeating"), lambda propagation, repeating: propagation + repeating, ""),
    Relation("round_trip", ("delay",), lambda delay: 2 * delay, "争用期为单向时延 {delay} 的 2 倍，即 {round_trip}。"),
    Relation("frame", ("rate", "round_trip"), lambda rate, time: rate * time, "最短帧长为争用期内发送的位数：{rate} × {round_trip}，即 {frame}。"),
    Relation("round_trip", ("frame", "rate"), lambda frame, rate: frame / rate, "最短帧的发送时间等于争用期：{frame} ÷ {rate}，即 {round_trip}。"),
    Relation("delay", ("round_trip",), lambda time: time / 2, "单向时延为争用期 {round_trip} 的一半，即 {delay}。"),
    Relation("propagation", ("delay", "repeating"), lambda delay, repeating: delay - repeating, ""),
    Relation("distance", ("propagation", "speed"), lambda time, speed: time * speed, "距离为单向传播时延 {propagation} × {speed}，即 {distance}。"),
    Relation("speed", ("distance", "propagation"), lambda distance, time: distance / time, "传播速度为 {distance} ÷ {propagation}，即 {speed}。"),
    Relation("rate", ("frame", "round_trip"), lambda frame, time: frame / time, "速率为 {frame} ÷ {round_trip}，即 {rate}。"),
)  # fmt: skip


def _bits(frame: Fraction) -> str:
    return f"{decimal(frame, 3)} bit" + (f" = {decimal(frame / 8)} B" if frame % 8 == 0 else "")


_SHOWN: dict[str, Callable[[Fraction], str]] = {
    "rate": lambda value: units.show_rate(value, 4),
    "speed": lambda value: f"{decimal(value / MICRO, 4)} m/μs",
    "distance": lambda value: f"{decimal(value, 3)} m",
    "frame": _bits,
    "round_trip": lambda value: f"{micro(value)} μs",
    "delay": lambda value: f"{micro(value)} μs",
    "propagation": lambda value: f"{micro(value)} μs",
    "repeating": lambda value: f"{micro(value)} μs",
}
_LABELS = {"rate": "速率", "speed": "传播速度", "distance": "距离", "frame": "最短帧长", "round_trip": "争用期", "delay": "单向时延"}


def solve(parameters: Parameters) -> Solution:
    """Every unit's answers, each with its steps."""
    answers: list[str] = []
    plain: list[str] = []
    others: list[str] = []
    steps: list[str] = []
    conventions = ["最短帧的发送时间等于争用期，即往返的时间", "不计前导码和干扰信号的时间"]
    delay = None
    for unit in parameters["units"]:
        if "tries" in unit:
            said, working = "16 次", ["以太网规定一个帧重传 16 次仍不成功就丢弃，并向高层报告。"]
            conventions = []
            plain.append(said)
        elif "standard" in unit:
            said, working = "64 B = 512 bit", ["10 Mbps 和 100 Mbps 的以太网规定最短帧长为 64 B（争用期内发送 512 bit）。"]
            conventions = ["按以太网（IEEE 802.3）的规定"]
            plain.append(said)
            others += ["64 B", "64 字节", "512 bit"]
        elif "padding" in unit:
            said, working = (
                f"{unit['padding']} B",
                [
                    f"{'数据部分' if unit['least'] == 46 else '帧长'}至少 {unit['least']} B，还差 {unit['least']} − {unit['length']} = {unit['padding']} B。"
                ],
            )
            conventions = ["以太网最短帧 64 B，其中首部 14 B、FCS 4 B，数据至少 46 B"]
            plain.append(said)
        elif "frames" in unit:
            said, working, rounded = sending_time(unit)
            conventions = ["每帧后面都有一个帧间隔"]
            plain.append(said)
            others += rounded
        elif "scale" in unit:
            said, working = _scaled(unit)
            plain.append(said)
        elif "choices" in unit:
            said = f"1/{unit['choices']}"
            working = [
                f"两站各从 {unit['choices']} 个数中取一个，相同的概率为 {unit['choices']}/{unit['choices']}² = 1/{unit['choices']}，即 {decimal(Fraction(100, unit['choices']), 3)}%。"
            ]
            conventions = ["第 k 次冲突后从 0 到 2^min(k, 10) − 1 中取随机数"]
            plain += [said, f"{decimal(Fraction(1, unit['choices']), 4)}"]
        elif "begun" in unit:
            said, working = _detected(unit)
            plain.append(said)
        elif "backoff" in unit:
            said, working = _backoff(unit)
            conventions = ["第 k 次冲突后从 0 到 2^min(k, 10) − 1 中随机取 r，退避 r 个争用期"]
            plain.append(said)
        elif "change" in unit:
            said, working = _changed(unit)
            plain.append(said)
        else:
            known = {name: Fraction(value) for name, value in unit["known"].items()} | {"repeating": Fraction(unit["repeating"])}
            found = []
            working = []
            for name in unit["asked"]:
                if name in ("earliest", "latest"):
                    delay, why = (known["delay"], []) if "delay" in known else derive(known, _RELATIONS, "delay", _SHOWN)
                    shown = f"{'最短' if name == 'earliest' else '最长'} {micro(delay if name == 'earliest' else 2 * delay)} μs"
                    found.append(shown)
                    plain.append(shown)
                    why.append(
                        "两台主机同时开始发送时，信号各走完全程就都检测到冲突，用一个单向时延，最短。"
                        if name == "earliest"
                        else "一台的信号快到达时另一台才发送，先发的一台要再等一个单向时延，最长为两个单向时延。"
                    )
                elif name == "effective":
                    one_way, why = (known["delay"], []) if "delay" in known else derive(known, _RELATIONS, "delay", _SHOWN)
                    shown, more, convention = effective_rate(known, one_way)
                    found.append(f"有效速率 {shown}" if len(unit["asked"]) > 1 or len(parameters["units"]) > 1 else shown)
                    plain.append(shown)
                    why += more
                    conventions += [convention] if convention else []
                elif name == "enough":
                    value, why = derive(known, _RELATIONS, "frame", _SHOWN)
                    enough = known["frame"] >= value
                    found.append("能" if enough else "不能")
                    plain.append(found[-1])
                    why.append(
                        f"帧长 {decimal(known['frame'])} bit {'不短于' if enough else '短于'}最短帧长 {decimal(value, 3)} bit，{found[-1]}保证检测到冲突。"
                    )
                else:
                    value, why = derive(known, _RELATIONS, name, _SHOWN)
                    if value <= 0:
                        stay_out("nothing is left for the cable")
                    several = len(unit["asked"]) > 1 or len(parameters["units"]) > 1
                    shown = _SHOWN[name](value)
                    if name == "frame" and unit["bytes"] and value % 8 == 0:
                        others.append(f"{decimal(value / 8)} B")
                        shown = others[-1] if unit["blank"] else shown
                    if several and name == "frame":
                        shown = f"{decimal(value / 8)} B" if unit["bytes"] and value % 8 == 0 else f"{decimal(value, 3)} bit"
                    found.append(f"{_LABELS[name]} {shown}" if several else shown)
                    plain.append(shown)
                    if name == "distance" and not several:
                        others.append(f"{decimal(value / 1000, 6)} km")
                    if name == "speed" and not several:
                        others += [f"{decimal(value / 1000, 3)} km/s", f"{decimal(value)} m/s"]
                    if delay is None and name in ("frame", "round_trip", "delay"):
                        delay = (
                            value
                            if name == "delay"
                            else known["delay"]
                            if "delay" in known
                            else derive(known, _RELATIONS, "delay", _SHOWN)[0]
                        )
                working += [step for step in why if step not in working]
            said = "，".join(found)
        answers.append(said)
        steps += [step for step in working if step not in steps]
    answer = "；".join(answers)
    if len(plain) > 1 and "choices" not in parameters["units"][0]:
        also: tuple[str, ...] = ("，".join(plain), "、".join(plain))
    else:
        also = (*plain[1:], *others)
    return Solution(
        answer=answer,
        also=also,
        steps=paragraphs(*steps, f"所以答案是 {answer}。"),
        conventions=tuple(conventions),
        drawing=None if delay is None else drawing(delay),
    )


def _changed(unit: Mapping[str, Any]) -> tuple[str, list[str]]:
    """How much farther or nearer the stations may be when the shortest frame changes, or the other way round."""
    known = {name: Fraction(value) for name, value in unit["known"].items()}
    if not {"rate", "speed"} <= set(known):
        stay_out("rate and speed are needed")
    change, amount = unit["change"][0], Fraction(unit["change"][1])
    if change in ("shorter by", "longer by"):
        bits = 2 * amount / known["speed"] * known["rate"]
        word, verb = ("少", "减少") if change == "shorter by" else ("多", "增加")
        return f"{verb} {_bits(bits)}", [
            f"往返{word}走 2 × {decimal(amount)} m，{word}用 {micro(2 * amount / known['speed'])} μs，这段时间能发 {_bits(bits)}。"
        ]
    delay = longest_delay(known["rate"], amount)
    distance = longest_distance(known["rate"], amount, known["speed"])
    plain = f"{decimal(distance, 3)} m"
    direction = "减少" if change == "less" else "增加"
    return (
        plain if unit["asked"] == ["shorter"] else f"{direction} {plain}",
        [
            f"{decimal(amount)} bit 的发送时间为 {micro(2 * delay)} μs，往返的一半为 {micro(delay)} μs。",
            f"乘以传播速率 {decimal(known['speed'] / MICRO)} m/μs，得 {plain}。",
            f"帧{'短了，争用期就短，最远的距离要减少' if change == 'less' else '长了，争用期可以更长，最远的距离可以增加'} {plain}。",
        ],
    )


def _scaled(unit: Mapping[str, Any]) -> tuple[str, list[str]]:
    """The frame is proportional to rate and distance."""
    factor = {name: Fraction(value) for name, value in unit["factors"].items()}
    if unit["scale"] == "frame":
        found = factor["rate"] * factor["distance"]
    else:
        found = factor["frame"] / factor["distance" if unit["scale"] == "rate" else "rate"]
    shown = f"{found.numerator} 倍" if found.denominator == 1 and found != 1 else str(found) if found != 1 else "1 倍"
    return shown, [f"最短帧长与速率和距离成正比（帧长 = 2 × 距离 ÷ 传播速度 × 速率），所以为原来的 {shown}。"]


def _detected(unit: Mapping[str, Any]) -> tuple[str, list[str]]:
    """When two stations notice that they collide; the first begins at 0."""
    first, second = unit["begun"]
    later, delay = Fraction(unit["later"]), Fraction(unit["delay"])
    times = {"first": (first, later + delay), "second": (second, delay)}
    answer = "，".join(f"{times[name][0]} 在 {micro(times[name][1])} μs" for name in unit["asked"])
    return answer, [
        f"单向时延为 {micro(delay)} μs。",
        f"{second} 的信号在 {micro(later)} + {micro(delay)} = {micro(later + delay)} μs 到达 {first}，{first} 检测到冲突。",
        f"{first} 的信号在 {micro(delay)} μs 到达 {second}，{second} 检测到冲突。",
    ]


def _backoff(unit: Mapping[str, Any]) -> tuple[str, list[str]]:
    """The random numbers after the k-th collision, and the longest wait."""
    collisions = unit["backoff"] or 10
    most = 2 ** min(collisions, 10) - 1
    slot = None if unit["slot"] is None else Fraction(unit["slot"])

    def waited(slots: int) -> str:
        """So many slots as a time; in τ where the problem only says that a slot is 2τ."""
        return f"{2 * slots}τ" if slot is None else f"{micro(slots * slot)} μs"

    each = "2τ" if slot is None else micro(slot)
    found = []
    for name in unit["asked"]:
        if name == "range":
            found.append(f"0～{most}")
        elif name == "most":
            found.append(f"{most}")
        elif name == "chance of one":
            found.append(f"1/{most + 1}")
        elif name == "choices":
            found.append(f"{most + 1} 种")
        elif name == "chosen wait":
            found.append(waited(unit["chosen"]))
        elif name == "shortest":
            found.append(waited(0))
        elif name == "slots":
            found.append(f"{most} 个争用期")
        else:
            found.append(waited(most))
    chances = f"{most + 1} 个数取到每一个的概率相同，为 1/{most + 1}。" if "chance of one" in unit["asked"] else ""
    steps = [f"第 {collisions} 次冲突后，随机数取自 0～2^{min(collisions, 10)} − 1，最大为 {most}。"] if unit["backoff"] else []
    if "wait" in unit["asked"]:
        steps.append(f"争用期为 {waited(1)}，最多等 {most} × {each} = {waited(most)}。")
    if chances:
        steps.append(chances)
    if "chosen wait" in unit["asked"]:
        steps.append(f"取到 {unit['chosen']}，等 {unit['chosen']} × {each} = {waited(unit['chosen'])}。")
    return "，".join(found), steps
