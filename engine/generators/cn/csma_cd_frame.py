"""CSMA/CD: the shortest frame, the longest reach, and what changes when one of them does; hubs and repeaters on the way.

After Xie Xiren, 计算机网络 (以太网), and Kurose and Ross: a sender must still be sending when the news of a collision comes back, so
frame time >= contention period = 2 x end-to-end propagation delay; every repeater adds its own delay to each direction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, Mark
from engine.drawings.sequence import Message, Sequence
from engine.generators.chance import Chance
from engine.generators.cn import _units as units
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, relation
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

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

_OF = r"(?:不得|不能|均|都|分别|约|为|是|=|:|等于|有|只有|\s)*"
_SHORTEST = r"(?:最[短小](?:的)?(?:有效|数据|以太网)?帧(?:的)?(?:长度|长)?|最[短小](?:的)?帧(?:长)?)"
_FARTHEST = r"(?:相距)?(?:最远|最大|最长)(?:的)?(?:两个?)?(?:个)?(?:站点|结点|节点|主机|电缆|站)?(?:之间|间)?(?:的)?(?:距离|长度|电缆长度|传输距离|相距)"


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(r"CSMA/?CA|退避|重传|概率|效率|利用率|吞吐|开销|首部|全双工|概念")
    reading.take_all(
        r"不(?:考虑|计)(?:以太网帧(?:的)?)?前导码|(?:忽略|不计|不考虑)(?:其他|其它)(?:的)?(?:时延|延迟|开销)|无?(?:没有)?中继器"
    )
    less = reading.take_one(rf"{_SHORTEST}(?:要)?(?:减少|缩短|减小|变短|降低)(?:了)?{_OF}(?P<value>{units.LENGTH})", units.bits)
    more = reading.take_one(rf"{_SHORTEST}(?:要)?(?:增加|增大|加长|变长)(?:了)?{_OF}(?P<value>{units.LENGTH})", units.bits)
    if less is not None and more is not None:
        return None
    hubs = reading.take_one(rf"(?:之间)?(?:经过|有|通过|存在|共有|使用)(?P<value>{INTEGER})\s*个(?:集线器|Hub|中继器)", to_int)
    added = reading.take_one(
        rf"(?:再)?(?:加上|另加|另外|额外|还要加上?|还有)(?:一?(?:个|台))?(?:集线器|Hub|中继器)(?:的)?(?:单向|单程)?(?:的)?(?:会)?(?:产生|引入|增加|带来|处理)?(?:的)?(?:时延|延迟|延时)?{_OF}(?P<value>{units.TIME})(?:的)?(?:时延|延迟|延时)?",
        units.seconds,
    )
    each = reading.take_one(
        rf"(?:每个|单个)(?:集线器|Hub|中继器)(?:再生比特流)?(?:的)?(?:过程中?|时)?,?(?:会)?(?:产生|引入|增加|带来|有)?(?:的)?(?:时延|延迟|延时)?{_OF}(?P<value>{units.TIME})(?:的)?(?:时延|延迟|延时)?",
        units.seconds,
    )
    rate = reading.take_one(
        rf"(?:的)?(?:数据|信道)?(?:传输|发送)?(?:速率|速度|带宽|数据率|率)?{_OF}(?P<value>{units.RATE})", units.bits_per_second
    )
    speed = reading.take_one(
        rf"(?:(?:电?信号|电磁波|数据)?(?:在)?(?:电缆|光纤|介质|总线|线路|网络|铜线|网线)?(?:上|中)?(?:的)?)?(?:信号)?(?:传播|传输)?(?:速度|速率){_OF}(?P<value>{units.SPEED})",
        units.metres_per_second,
    )
    frame = reading.take_one(rf"{_SHORTEST}{_OF}(?P<value>{units.LENGTH})", units.bits)
    round_trip = reading.take_one(
        rf"(?:争用期|往返(?:的)?(?:传播)?(?:时延|延迟|延时|时间)|RTT|碰撞窗口|冲突窗口)(?:长度)?{_OF}(?P<value>{units.TIME})", units.seconds
    )
    single = reading.take_one(
        rf"(?:端到端|单程|单向)*(?:的)?(?:最大)?(?:端到端)?(?:传播|端到端)?(?:时延|延迟|延时){_OF}(?P<value>{units.TIME})", units.seconds
    )
    distance = reading.take_one(
        (
            rf"(?:{_FARTHEST}|电缆(?:总)?长度?|总线(?:的)?长度?|(?:两个?|任意两)?(?:站点|结点|节点|主机|站)(?:之间|间)?(?:的)?(?:最远|最大)?(?:相距|距离)|网络(?:的)?跨度|电缆长|相距){_OF}(?P<value>{units.DISTANCE})",
            rf"(?<![帧A-Za-z])长(?:度)?(?:为)?(?P<value>{units.DISTANCE})",
            rf"(?P<value>{units.DISTANCE})长?的?(?:电缆|总线|同轴电缆|双绞线)",
        ),
        units.metres,
    )
    asked = reading.take_words(
        (
            (
                r"(?:至少|最少)?(?:需要?|应该?|要)?(?:减少|缩短|减小)(?:多少|几)?米?",
                "shorter",
            ),
            (r"(?:单向|单程|端到端)(?:的)?(?:传播)?(?:时延|延迟|延时)(?:最多|最大)?(?:是|为)?", "delay"),
            (rf"(?:理论上)?(?:可以)?(?:相距的)?{_FARTHEST}|最(?:远|大)(?:可以|能)?相距", "distance"),
            (_SHORTEST, "frame"),
            (r"(?:数据)?帧(?:的)?(?:长度)?(?:至少|最少)(?:应该?|需要?|要)?(?:有|是|为)?(?:多长|多少)?|帧长(?:至少|最少)", "frame"),
            (r"争用期|(?:碰撞|冲突)窗口", "contention"),
        )
    )
    directed = "shorter" in asked
    changed = more if more is not None else less
    if directed and more is not None:
        return None
    if changed is not None and asked == ["distance"]:
        asked = ["shorter"]
        reading.take_all(r"(?:变化|改变)(?:了)?(?:多少)?|(?:至少)?(?:需要?|要|应该?)(?=$|\(|,|。)")
    if "shorter" in asked:
        asked = ["shorter"]
        reading.take_all(r"(?:相距)?最远的?(?:两个)?(?:站点|结点|节点)(?:之间)?的?距离|(?:电缆|网络)?(?:的)?(?:距离|长度)")
    reading.take_all(
        r"\((?:单位(?:为|是|:)?)?(?:字节|比特|位|bits?|bytes?|B|m|米|us|μs)\)|(?:要|是|为|等于)?(?:几|多少)(?:个)?(?:字节|位|比特|bits?|bytes?|B|米|m|微秒|us|μs)(?![A-Za-z])"
    )
    reading.take_all(r"多少(?:个)?(?:字节|位|比特|bits?|米|微秒)(?![A-Za-z])")
    reading.take_all(r"CSMA/?CD(?:\(载波[^)]*\))?")
    reading.finish(
        "协议 局域网 网络 以太网 电缆 传输介质 介质 一根 一根完整的 完整的 总线 总线型 总线网 站点 两个站点 两站点 两台主机 主机 之间 信号 最远 任意 任意两个 冲突域 一个冲突域内 采用 "
        "使用 长 半双工 基带 至少 最多 应 该网络 该 时延 最大 数据 帧 距离 传播 速率 工作 检测 冲突 碰撞 能够 两个 理论上 可以 线缆 上 网 按 集线器连着的 集线器连接的 集线器连着 集线器连接 若 站 两站 最远两站 传输"
    )
    if len(asked) != 1:
        return None
    task = asked[0]
    if round_trip is not None and single is not None and round_trip != 2 * single:
        return None
    delay = single if single is not None else round_trip / 2 if round_trip is not None else None
    if added is not None:
        if task != "frame" or delay is None or hubs is not None or each is not None:
            return None
        delay += added
    if (hubs is None) != (each is None):
        return None
    repeating = hubs * each if hubs is not None and each is not None else Fraction(0)
    if delay is not None and (distance is not None or speed is not None or repeating):
        return None
    given: list[tuple[str, Fraction | None, str, str, str, str]] = []
    if task in ("frame", "distance", "delay", "shorter"):
        given.append(("rate", rate, "速率", "数据传输速率是多少（写上单位）？", "数据传输速率 {}", ""))
    elif rate is not None:
        return None
    if task == "shorter":
        given.append(("less", changed, "帧加长" if more is not None else "帧缩短", "最短帧长减少多少（写上单位）？", "最短帧长减少 {}", ""))
    elif changed is not None:
        return None
    if task in ("distance", "delay"):
        given.append(("frame", frame, "最短帧长", "最短帧长是多少（写上单位）？", "最短帧长 {}", ""))
    elif frame is not None:
        return None
    if task in ("distance", "shorter") or (task in ("frame", "contention") and delay is None):
        given.append(("speed", speed, "传播速率", "信号传播速率是多少（写上单位）？", "信号传播速率 {}", ""))
    if task in ("frame", "contention"):
        if delay is None:
            given.append(("distance", distance, "距离", "最远的两站相距多远（写上单位）？", "最远距离 {}", ""))
        else:
            given.append(("delay", delay, "单向传播时延", "", "", ""))
    elif delay is not None or distance is not None:
        return None
    if task == "delay" and speed is not None:
        return None
    shows: dict[str, Callable[[Fraction], str]] = {
        "rate": units.show_rate,
        "less": units.show_length,
        "frame": units.show_length,
        "delay": units.show_time,
    }
    parameters: dict[str, object] = {"task": task, "repeating": str(repeating)}
    if task == "shorter" and not directed:
        parameters["direction"] = "增加" if more is not None else "减少"
    understood, missing = [], []
    for name, value, label, ask, form, _ in given:
        if value is None:
            missing.append(Missing(name, ask, form))
        elif value <= 0:
            return None
        else:
            parameters[name] = str(value)
            shown = (
                f"{decimal(value / _MICRO)} m/μs"
                if name == "speed"
                else f"{decimal(value)} m"
                if name == "distance"
                else shows[name](value)
            )
            understood.append((label, shown))
    if repeating:
        understood.append(("集线器的时延", f"单向共 {units.show_time(repeating, 6)}"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _solve(parameters: Parameters) -> Solution:
    task, repeating = parameters["task"], Fraction(parameters["repeating"])
    value = {name: Fraction(parameters[name]) for name in ("rate", "less", "frame", "delay", "speed", "distance") if name in parameters}
    conventions = ["最短帧的发送时间等于争用期，即往返的时间", "不计前导码和干扰信号的时间"]
    if task in ("frame", "contention"):
        delay = value.get("delay")
        if delay is None:
            delay = Segment(value["distance"], value["speed"], repeating).delay
        period = f"争用期为 2 × {_micro(delay)} {relation(2 * delay * _MICRO, 6)} {_micro(2 * delay)} μs"
        if task == "contention":
            answer = f"{_micro(2 * delay)} μs"
            return Solution(answer=answer, steps=paragraphs(f"单向时延为 {_micro(delay)} μs，{period}。"), drawing=_drawing(delay))
        frame = shortest_frame(value["rate"], delay)
        answer = f"{decimal(frame, 3)} bit" + (f" = {decimal(frame / 8)} B" if frame % 8 == 0 else "")
        return Solution(
            answer=answer,
            steps=paragraphs(f"单向时延为 {_micro(delay)} μs，{period}。", f"最短帧长为争用期内发送的位数：{units.show_rate(value['rate'])} × {_micro(2 * delay)} μs，即 {answer}。"),
            conventions=tuple(conventions),
            drawing=_drawing(delay),
        )  # fmt: skip
    frame = value["less"] if task == "shorter" else value["frame"]
    delay = longest_delay(value["rate"], frame)
    steps = [f"{decimal(frame)} bit 的发送时间为 {_micro(2 * delay)} μs，往返的一半为 {_micro(delay)} μs。"]
    if task == "delay":
        return Solution(answer=f"{_micro(delay)} μs", steps=paragraphs(*steps), conventions=tuple(conventions), drawing=_drawing(delay))
    distance = longest_distance(value["rate"], frame, value["speed"], repeating)
    if distance <= 0:
        stay_out("nothing is left for the cable")
    if repeating:
        steps.append(f"扣除集线器单向的 {_micro(repeating)} μs，剩下 {_micro(delay - repeating)} μs。")
    plain = f"{decimal(distance, 3)} m"
    direction = parameters.get("direction")
    answer = f"{direction} {plain}" if direction else plain
    steps.append(f"乘以传播速率 {decimal(value['speed'] / _MICRO)} m/μs，得 {plain}。")
    if direction:
        steps.append(
            f"帧短了，争用期就短，最远的距离要减少：{answer}。"
            if direction == "减少"
            else f"帧长了，争用期可以更长，最远的距离可以增加：{answer}。"
        )
    return Solution(answer=answer, steps=paragraphs(*steps), conventions=tuple(conventions))


KIND = Kind(
    name="csma-cd-frame",
    title="CSMA/CD 最短帧长",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"CSMA|以太网|争用期|碰撞|冲突|最[短小][^,。;]{0,6}帧", recognise=_recognise, solve=_solve),
)
