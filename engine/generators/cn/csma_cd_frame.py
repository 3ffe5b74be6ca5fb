"""CSMA/CD: the shortest frame, the longest reach, and what changes when one of them does; hubs and repeaters on the way.

After Xie Xiren, 计算机网络 (以太网), and Kurose and Ross: a sender must still be sending when the news of a collision comes back, so
frame time >= contention period = 2 x end-to-end propagation delay; every repeater adds its own delay to each direction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing, Mark
from engine.drawings.sequence import Message, Sequence
from engine.generators.chance import Chance
from engine.generators.cn import _collision_reading
from engine.generators.cn import _units as units
from engine.generators.cn._relations import Relation, derive
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out

POINT = "cn.link.csma-cd"


@dataclass(frozen=True, slots=True)
class Segment:
    """What lies between the two farthest stations: metres, metres a second, and seconds that repeaters add one way."""

    distance: Fraction
    speed: Fraction
    repeating: Fraction = Fraction(0)

    @property
    def delay(self) -> Fraction:
        """End to end, one way, seconds."""
        return self.distance / self.speed + self.repeating


def shortest_frame(rate: Fraction, delay: Fraction) -> Fraction:
    """Bits: what is sent during one contention period of twice the one-way delay."""
    return 2 * delay * rate


def longest_delay(rate: Fraction, frame: Fraction) -> Fraction:
    """The greatest one-way delay in seconds at which a frame of so many bits still notices every collision."""
    return frame / rate / 2


def longest_distance(rate: Fraction, frame: Fraction, speed: Fraction, repeating: Fraction = Fraction(0)) -> Fraction:
    """The greatest distance in metres, repeaters' delay one way taken off."""
    return (longest_delay(rate, frame) - repeating) * speed


# --- questions ---------------------------------------------------------------------------------------------------------------------

_SPEED = Fraction(2 * 10**8)
_MICRO = 10**6


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _frame(chance)
    if difficulty == 2:
        return chance.choice((_distance, _delay))(chance)
    return chance.choice((_hub, _change))(chance)


def _frame(chance: Chance) -> Generated | None:
    rate = Fraction(chance.choice((10, 20, 25, 40, 50, 80, 100, 200, 250, 400, 500, 1000)) * 10**6)
    distance = Fraction(chance.between(200, 5000, 20))
    right = shortest_frame(rate, distance / _SPEED)
    if right % 8 or not 64 <= right <= 80_000:
        return None
    wrong = [
        (right / 2, "只算了单向传播时延，没有乘 2"),
        (right * 2, "把争用期又乘了 2"),
        (right / 8, "把字节数当成了位数"),
        (right * 8, "把位数当成了字节数，又乘了 8"),
        (right * Fraction(2, 3), "传播速率取成了 3×10^8 m/s"),
        (right * 10, "换算单位时差了 10 倍"),
        (right / 4, "往返的时间反而除以 2"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某采用 CSMA/CD 协议的局域网，数据传输速率为 {units.show_rate(rate)}，相距最远的两个站点之间的距离为 {distance} m，"
            f"信号传播速率为 200000 km/s，忽略其他时延，则最短帧长为"
        ),
        right=_bytes(right),
        wrong=[Wrong(_bytes(value), why) for value, why in wrong if value % 8 == 0 and value > 0],
        steps=paragraphs(
            f"单向传播时延为 {distance} m ÷ 200 m/μs = {decimal(distance / 200)} μs，争用期为 2 × {decimal(distance / 200)} = {decimal(distance / 100)} μs。",
            f"最短帧长要撑满争用期：{decimal(rate / _MICRO)} bit/μs × {decimal(distance / 100)} μs = {right} bit，{right}/8 = {right / 8}，即 {_bytes(right)}",
        ),
        parameters={"task": "shortest-frame", "rate": int(rate), "distance": int(distance), "speed": int(_SPEED)},
        drawing=_drawing(distance / _SPEED),
    )  # fmt: skip


def _bytes(bits: Fraction) -> str:
    return f"{bits / 8} B"


def _distance(chance: Chance) -> Generated | None:
    rate = Fraction(chance.choice((10, 20, 25, 40, 50, 80, 100, 200, 250, 400, 500, 1000)) * 10**6)
    frame = Fraction(chance.between(64, 1024, 4) * 8)
    right = longest_distance(rate, frame, _SPEED)
    if right.denominator != 1 or not 40 <= right <= 10_000:
        return None
    wrong = [
        (right * 2, "令发送时间等于单向传播时延"),
        (right / 2, "把争用期又乘了 2"),
        (right / 8, "帧长没有化成位"),
        (right * Fraction(3, 2), "传播速率取成了 3×10^8 m/s"),
        (right * 4, "把往返弄反了，多乘了 2"),
        (right / 4, "往返的时间多除了一次 2"),
        (right * 8, "帧长多乘了一次 8"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某采用 CSMA/CD 协议的局域网，数据传输速率为 {units.show_rate(rate)}，最短帧长为 {frame / 8} B，信号传播速率为 200000 km/s，"
            "忽略其他时延，则两个站点之间的最远距离为"
        ),
        right=_metres(right),
        wrong=[Wrong(_metres(value), why) for value, why in wrong],
        steps=paragraphs(
            *_time_of(frame, rate),
            f"单向传播时延最多为 {_micro(frame / rate)}/2 = {_micro(frame / rate / 2)} μs。",
            f"最远距离为 {_micro(frame / rate / 2)} μs × 200 m/μs = {decimal(right, 1)} m，即 {_metres(right)}",
        ),
        parameters={"task": "longest-distance", "rate": int(rate), "frame_bits": int(frame), "speed": int(_SPEED)},
        drawing=_drawing(longest_delay(rate, frame)),
    )


def _metres(distance: Fraction) -> str:
    return f"{decimal(distance, 1, keep_zeros=True)} m"


def _micro(time: Fraction) -> str:
    return decimal(time * _MICRO, 6)


def _time_of(frame: Fraction, rate: Fraction) -> tuple[str, ...]:
    return (f"最短帧的发送时间为 {frame} bit ÷ {decimal(rate / _MICRO)} bit/μs = {_micro(frame / rate)} μs，应等于争用期，即往返的时间。",)


def _delay(chance: Chance) -> Generated | None:
    rate = Fraction(chance.choice((10, 20, 25, 40, 50, 80, 100, 200, 250, 400, 500, 1000)) * 10**6)
    frame = Fraction(chance.between(64, 1024, 4) * 8)
    right = longest_delay(rate, frame)
    wrong = [
        (right * 2, "算成了往返的时间"),
        (right / 2, "往返的时间多除了一次 2"),
        (right / 8, "帧长没有化成位"),
        (right * 4, "该除以 2 时乘了 2"),
        (right * 8, "帧长多乘了一次 8"),
        (right * 10, "换算单位时差了 10 倍"),
        (right / 10, "换算单位时差了 10 倍"),
    ]

    def text(time: Fraction) -> str:
        return f"{decimal(time * _MICRO, 2, keep_zeros=True)} μs"

    if not all(((time * _MICRO) * 100).denominator == 1 for time in (right, right / 2, right * 2)):
        return None
    return Generated(
        point=POINT,
        stem=(
            f"某采用 CSMA/CD 协议的 {units.show_rate(rate)} 局域网，最短帧长为 {frame / 8} B，"
            "则一个冲突域内任意两个站点之间的单向传播时延最多为"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong if (value * _MICRO * 100).denominator == 1],
        steps=paragraphs(*_time_of(frame, rate), f"单向传播时延最多为 {_micro(frame / rate)} μs 的一半，即 {text(right)}"),
        parameters={"task": "longest-delay", "rate": int(rate), "frame_bits": int(frame)},
        drawing=_drawing(right),
    )


def _hub(chance: Chance) -> Generated | None:
    """Hubs on the way, each adding a delay."""
    rate, frame = Fraction(100 * 10**6), Fraction(chance.choice((64, 80, 96, 128)) * 8)
    hubs = chance.between(1, 3)
    each = Fraction(chance.between(300, 1600, 5), 1000 * _MICRO)
    right = longest_distance(rate, frame, _SPEED, hubs * each)
    if right < 50 or (right * 10).denominator != 1:
        return None
    wrong = [
        (longest_distance(rate, frame, _SPEED), "没有扣除集线器的时延"),
        ((frame / rate - hubs * each) * _SPEED / 2, "往返只扣除了一次集线器的时延"),
        (longest_distance(rate, frame, _SPEED, 2 * hubs * each), "单向的时间扣除了两次集线器的时延"),
        (2 * right, "令发送时间等于单向传播时延"),
        ((frame / rate - hubs * each) * _SPEED, "没有考虑往返"),
        (longest_distance(rate, frame, _SPEED, (hubs + 1) * each), "集线器多算了一个"),
        (longest_distance(rate, frame, _SPEED, (hubs - 1) * each), "集线器少算了一个"),
        (right / 2, "把争用期又乘了 2"),
        (right * Fraction(3, 4), "传播速率取成了 1.5×10^8 m/s"),
    ]
    left = longest_delay(rate, frame) - hubs * each
    return Generated(
        point=POINT,
        stem=(
            f"某 {units.show_rate(rate)} 以太网采用 CSMA/CD 协议，最短帧长为 {frame / 8} B，不计前导码。两台主机之间经过 {hubs} 个集线器，"
            f"每个集线器再生比特流时产生 {_micro(each)} μs 的时延，信号传播速率为 200 m/μs，则这两台主机之间理论上可以相距的最远距离为"
        ),
        right=_metres(right),
        wrong=[Wrong(_metres(value), why) for value, why in wrong if value > 0],
        steps=paragraphs(
            *_time_of(frame, rate),
            f"单向的时间最多为 {_micro(frame / rate)}/2 = {_micro(frame / rate / 2)} μs，其中集线器占 {hubs} × {_micro(each)} = {_micro(hubs * each)} μs。",
            f"信号在线上的时间为 {_micro(frame / rate / 2)} − {_micro(hubs * each)} = {_micro(left)} μs。",
            f"最远距离为 {_micro(left)} μs × 200 m/μs，即 {_metres(right)}",
        ),
        parameters={"task": "hubs", "rate": int(rate), "frame_bits": int(frame), "speed": int(_SPEED), "hubs": hubs, "each": str(each)},
        drawing=_drawing(longest_delay(rate, frame)),
    )  # fmt: skip


def _change(chance: Chance) -> Generated | None:
    """The shortest frame becomes shorter: how much less far."""
    rate = Fraction(chance.choice((10, 20, 25, 40, 50, 80, 100, 200, 250, 400, 500, 1000)) * 10**6)
    less = Fraction(chance.between(80, 1200, 8))
    right = longest_distance(rate, less, _SPEED)
    if right.denominator != 1 or not 8 <= right <= 8000:
        return None
    wrong = [
        (right * 2, "没有考虑往返，令减少的时间等于单向传播时延"),
        (right / 2, "把往返的时间又除以 2"),
        (right * 8, "把位当成了字节"),
        (right / 8, "把减少的位数化成了字节"),
        (right * Fraction(3, 2), "传播速率取成了 3×10^8 m/s"),
        (right * 4, "该除以 2 时乘了 2"),
        (right / 4, "往返的时间多除了一次 2"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某采用 CSMA/CD 协议的网络，传输介质是一根完整的电缆，数据传输速率为 {units.show_rate(rate)}，信号传播速率为 200000 km/s。"
            f"若最短帧长减少 {less} bit，则相距最远的两个站点之间的距离至少要缩短"
        ),
        right=_metres(right),
        wrong=[Wrong(_metres(value), why) for value, why in wrong],
        steps=paragraphs(
            f"帧短了 {less} bit，发送时间少了 {less} bit ÷ {decimal(rate / _MICRO)} bit/μs = {_micro(less / rate)} μs，争用期至少也要少这么多。",
            f"单向传播时延要少 {_micro(less / rate)}/2 = {_micro(less / rate / 2)} μs，距离要缩短 {_micro(less / rate / 2)} μs × 200 m/μs = {decimal(right)} m，即 {_metres(right)}",
        ),
        parameters={"task": "shorter", "rate": int(rate), "less_bits": int(less), "speed": int(_SPEED)},
    )


def _drawing(delay: Fraction) -> Drawing:
    one = float(delay * _MICRO)
    meeting = 0.9 * one
    return Sequence(
        title="最迟的碰撞",
        note=f"信号快到对面时对面才开始发送，发送方最迟经过 2τ = {decimal(2 * delay * _MICRO, 4)} μs 才知道碰撞，此前必须还在发送",
        parties=("站点 A", "站点 B"),
        messages=(Message("A 的帧", 0, 1, 0, one), Message("B 的帧", 1, 0, meeting, meeting + one, tone="bad")),
        marks=(Mark("0", 0), Mark("2τ", 2 * one)),
        unit="μs",
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

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
    "speed": lambda value: f"{decimal(value / _MICRO, 4)} m/μs",
    "distance": lambda value: f"{decimal(value, 3)} m",
    "frame": _bits,
    "round_trip": lambda value: f"{_micro(value)} μs",
    "delay": lambda value: f"{_micro(value)} μs",
    "propagation": lambda value: f"{_micro(value)} μs",
    "repeating": lambda value: f"{_micro(value)} μs",
}
_LABELS = {"rate": "速率", "speed": "传播速度", "distance": "距离", "frame": "最短帧长", "round_trip": "争用期", "delay": "单向时延"}


def _solve(parameters: Parameters) -> Solution:
    """Every unit's answers, each with its steps."""
    answers: list[str] = []
    plain: list[str] = []
    steps: list[str] = []
    conventions = ["最短帧的发送时间等于争用期，即往返的时间", "不计前导码和干扰信号的时间"]
    delay = None
    for unit in parameters["units"]:
        if "tries" in unit:
            said, working = "16 次", ["以太网规定一个帧重传 16 次仍不成功就丢弃，并向高层报告。"]
            conventions = []
            plain.append(said)
        elif "padding" in unit:
            said, working = f"{unit['padding']} B", [f"{'数据部分' if unit['least'] == 46 else '帧长'}至少 {unit['least']} B，还差 {unit['least']} − {unit['length']} = {unit['padding']} B。"]
            conventions = ["以太网最短帧 64 B，其中首部 14 B、FCS 4 B，数据至少 46 B"]
            plain.append(said)
        elif "scale" in unit:
            said, working = _scaled(unit)
            plain.append(said)
        elif "choices" in unit:
            said = f"1/{unit['choices']}"
            working = [f"两站各从 {unit['choices']} 个数中取一个，相同的概率为 {unit['choices']}/{unit['choices']}² = 1/{unit['choices']}，即 {decimal(Fraction(100, unit['choices']), 3)}%。"]
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
                    shown = f"{'最短' if name == 'earliest' else '最长'} {_micro(delay if name == 'earliest' else 2 * delay)} μs"
                    found.append(shown)
                    plain.append(shown)
                    why.append(
                        "两台主机同时开始发送时，信号各走完全程就都检测到冲突，用一个单向时延，最短。"
                        if name == "earliest"
                        else "一台的信号快到达时另一台才发送，先发的一台要再等一个单向时延，最长为两个单向时延。"
                    )
                elif name == "enough":
                    value, why = derive(known, _RELATIONS, "frame", _SHOWN)
                    enough = known["frame"] >= value
                    found.append("能" if enough else "不能")
                    plain.append(found[-1])
                    why.append(f"帧长 {decimal(known['frame'])} bit {'不短于' if enough else '短于'}最短帧长 {decimal(value, 3)} bit，{found[-1]}保证检测到冲突。")
                else:
                    value, why = derive(known, _RELATIONS, name, _SHOWN)
                    if value <= 0:
                        stay_out("nothing is left for the cable")
                    several = len(unit["asked"]) > 1 or len(parameters["units"]) > 1
                    shown = _SHOWN[name](value)
                    if several and name == "frame":
                        shown = f"{decimal(value / 8)} B" if unit["bytes"] and value % 8 == 0 else f"{decimal(value, 3)} bit"
                    found.append(f"{_LABELS[name]} {shown}" if several else shown)
                    plain.append(shown)
                    if delay is None and name in ("frame", "round_trip", "delay"):
                        delay = value if name == "delay" else known["delay"] if "delay" in known else derive(known, _RELATIONS, "delay", _SHOWN)[0]
                working += [step for step in why if step not in working]
            said = "，".join(found)
        answers.append(said)
        steps += [step for step in working if step not in steps]
    answer = "；".join(answers)
    if len(plain) > 1 and "choices" not in parameters["units"][0]:
        also: tuple[str, ...] = ("，".join(plain), "、".join(plain))
    else:
        also = tuple(plain[1:])
    return Solution(answer=answer, also=also, steps=paragraphs(*steps, f"所以{answer}。"), conventions=tuple(conventions), drawing=None if delay is None else _drawing(delay))


def _changed(unit: Mapping[str, Any]) -> tuple[str, list[str]]:
    """How much farther or nearer the stations may be when the shortest frame changes, or the other way round."""
    known = {name: Fraction(value) for name, value in unit["known"].items()}
    if not {"rate", "speed"} <= set(known):
        stay_out("rate and speed are needed")
    change, amount = unit["change"][0], Fraction(unit["change"][1])
    if change == "shorter by":
        bits = 2 * amount / known["speed"] * known["rate"]
        return f"减少 {_bits(bits)}", [f"往返少走 2 × {decimal(amount)} m，少用 {_micro(2 * amount / known['speed'])} μs，这段时间能发 {_bits(bits)}。"]
    delay = longest_delay(known["rate"], amount)
    distance = longest_distance(known["rate"], amount, known["speed"])
    plain = f"{decimal(distance, 3)} m"
    direction = "减少" if change == "less" else "增加"
    return (
        plain if unit["asked"] == ["shorter"] else f"{direction} {plain}",
        [
            f"{decimal(amount)} bit 的发送时间为 {_micro(2 * delay)} μs，往返的一半为 {_micro(delay)} μs。",
            f"乘以传播速率 {decimal(known['speed'] / _MICRO)} m/μs，得 {plain}。",
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
    answer = "，".join(f"{times[name][0]} 在 {_micro(times[name][1])} μs" for name in unit["asked"])
    return answer, [
        f"单向时延为 {_micro(delay)} μs。",
        f"{second} 的信号在 {_micro(later)} + {_micro(delay)} = {_micro(later + delay)} μs 到达 {first}，{first} 检测到冲突。",
        f"{first} 的信号在 {_micro(delay)} μs 到达 {second}，{second} 检测到冲突。",
    ]


def _backoff(unit: Mapping[str, Any]) -> tuple[str, list[str]]:
    """The random numbers after the k-th collision, and the longest wait."""
    collisions = unit["backoff"]
    most = 2 ** min(collisions, 10) - 1
    found = []
    for name in unit["asked"]:
        if name == "range":
            found.append(f"0～{most}")
        elif name == "most":
            found.append(f"{most}")
        elif name == "slots":
            found.append(f"{most} 个争用期")
        else:
            found.append(f"{_micro(most * Fraction(unit['slot']))} μs")
    steps = [f"第 {collisions} 次冲突后，随机数取自 0～2^{min(collisions, 10)} − 1，最大为 {most}。"]
    if "wait" in unit["asked"]:
        steps.append(f"争用期为 {_micro(Fraction(unit['slot']))} μs，最多等 {most} × {_micro(Fraction(unit['slot']))} = {_micro(most * Fraction(unit['slot']))} μs。")
    return "，".join(found), steps


KIND = Kind(
    name="csma-cd-frame",
    title="CSMA/CD 最短帧长",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"CSMA|以太网|争用期|碰撞|冲突|最[短小][^,。;]{0,6}帧", recognise=_collision_reading.recognise, solve=_solve),
)
