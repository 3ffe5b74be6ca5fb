"""CSMA/CD: the shortest frame, the longest reach, and what changes when one of them does; hubs and repeaters on the way.

After Xie Xiren, 计算机网络 (以太网), and Kurose and Ross: a sender must still be sending when the news of a collision comes back, so
frame time >= contention period = 2 x end-to-end propagation delay; every repeater adds its own delay to each direction.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.cn import _units as units
from engine.generators.cn._collision import reading as collision_reading
from engine.generators.cn._collision import solving as collision_solving
from engine.generators.cn._collision.simulator import MICRO, drawing, longest_delay, longest_distance, micro, shortest_frame
from engine.generators.cn._told.value_lists import each_value
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal

POINT = "cn.link.csma-cd"


# --- questions ---------------------------------------------------------------------------------------------------------------------

_SPEED = Fraction(2 * 10**8)


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
            f"最短帧长要撑满争用期：{decimal(rate / MICRO)} bit/μs × {decimal(distance / 100)} μs = {right} bit，{right}/8 = {right / 8}，即 {_bytes(right)}",
        ),
        parameters={"task": "shortest-frame", "rate": int(rate), "distance": int(distance), "speed": int(_SPEED)},
        drawing=drawing(distance / _SPEED),
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
            f"单向传播时延最多为 {micro(frame / rate)}/2 = {micro(frame / rate / 2)} μs。",
            f"最远距离为 {micro(frame / rate / 2)} μs × 200 m/μs = {decimal(right, 1)} m，即 {_metres(right)}",
        ),
        parameters={"task": "longest-distance", "rate": int(rate), "frame_bits": int(frame), "speed": int(_SPEED)},
        drawing=drawing(longest_delay(rate, frame)),
    )


def _metres(distance: Fraction) -> str:
    return f"{decimal(distance, 1, keep_zeros=True)} m"


def _time_of(frame: Fraction, rate: Fraction) -> tuple[str, ...]:
    return (f"最短帧的发送时间为 {frame} bit ÷ {decimal(rate / MICRO)} bit/μs = {micro(frame / rate)} μs，应等于争用期，即往返的时间。",)


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
        return f"{decimal(time * MICRO, 2, keep_zeros=True)} μs"

    if not all(((time * MICRO) * 100).denominator == 1 for time in (right, right / 2, right * 2)):
        return None
    return Generated(
        point=POINT,
        stem=(
            f"某采用 CSMA/CD 协议的 {units.show_rate(rate)} 局域网，最短帧长为 {frame / 8} B，"
            "则一个冲突域内任意两个站点之间的单向传播时延最多为"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong if (value * MICRO * 100).denominator == 1],
        steps=paragraphs(*_time_of(frame, rate), f"单向传播时延最多为 {micro(frame / rate)} μs 的一半，即 {text(right)}"),
        parameters={"task": "longest-delay", "rate": int(rate), "frame_bits": int(frame)},
        drawing=drawing(right),
    )


def _hub(chance: Chance) -> Generated | None:
    """Hubs on the way, each adding a delay."""
    rate, frame = Fraction(100 * 10**6), Fraction(chance.choice((64, 80, 96, 128)) * 8)
    hubs = chance.between(1, 3)
    each = Fraction(chance.between(300, 1600, 5), 1000 * MICRO)
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
            f"每个集线器再生比特流时产生 {micro(each)} μs 的时延，信号传播速率为 200 m/μs，则这两台主机之间理论上可以相距的最远距离为"
        ),
        right=_metres(right),
        wrong=[Wrong(_metres(value), why) for value, why in wrong if value > 0],
        steps=paragraphs(
            *_time_of(frame, rate),
            f"单向的时间最多为 {micro(frame / rate)}/2 = {micro(frame / rate / 2)} μs，其中集线器占 {hubs} × {micro(each)} = {micro(hubs * each)} μs。",
            f"信号在线上的时间为 {micro(frame / rate / 2)} − {micro(hubs * each)} = {micro(left)} μs。",
            f"最远距离为 {micro(left)} μs × 200 m/μs，即 {_metres(right)}",
        ),
        parameters={"task": "hubs", "rate": int(rate), "frame_bits": int(frame), "speed": int(_SPEED), "hubs": hubs, "each": str(each)},
        drawing=drawing(longest_delay(rate, frame)),
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
            f"帧短了 {less} bit，发送时间少了 {less} bit ÷ {decimal(rate / MICRO)} bit/μs = {micro(less / rate)} μs，争用期至少也要少这么多。",
            f"单向传播时延要少 {micro(less / rate)}/2 = {micro(less / rate / 2)} μs，距离要缩短 {micro(less / rate / 2)} μs × 200 m/μs = {decimal(right)} m，即 {_metres(right)}",
        ),
        parameters={"task": "shorter", "rate": int(rate), "less_bits": int(less), "speed": int(_SPEED)},
    )


KIND = Kind(
    name="csma-cd-frame",
    title="CSMA/CD 最短帧长",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"CSMA|以太网|争用期|碰撞|冲突|最[短小][^,。;]{0,6}帧",
        recognise=each_value(collision_reading.recognise),
        solve=collision_solving.solve,
    ),
)
