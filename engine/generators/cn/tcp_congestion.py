"""TCP's congestion window round by round: slow start, congestion avoidance, timeout and fast recovery (Reno).

After RFC 5681 as textbooks simplify it (Xie Xiren, 计算机网络; Kurose and Ross): the window counts in MSS and is looked at once a round trip;
below the threshold it doubles but never jumps over it, from the threshold on it grows by one. A timeout halves the window into the
threshold and restarts at 1; three duplicate acknowledgements halve the window into both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from engine.drawings.curve import Curve, Level, Point
from engine.drawings.model import Drawing
from engine.generators.chance import Chance
from engine.generators.cn import _congestion_reading
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import INTEGER, Reading, StayOut, stay_out, to_int

POINT = "cn.transport.tcp-congestion"

Event: TypeAlias = Literal["timeout", "duplicates"]


@dataclass(frozen=True, slots=True)
class Round:
    """One round trip: the window it begins with and the threshold then; what happens in it, if anything."""

    window: int
    threshold: int
    event: Event | None = None


def rounds(
    count: int,
    threshold: int,
    events: Mapping[int, Event] | None = None,
    window: int = 1,
    *,
    restart: int = 1,
    may_jump: bool = False,
    recovery: bool = True,
) -> list[Round]:
    """`count` rounds, in MSS.

    Args:
        threshold: ssthresh at first.
        events: round number, from 0 -> what is noticed in that round.
        window: at the start of round 0.
        restart: the window after a timeout.
        may_jump: doubling may pass the threshold (a mistake).
        recovery: False: three duplicate acknowledgements also restart at 1 (Tahoe).
    """  # fmt: skip
    trace = []
    for number in range(count):
        event = (events or {}).get(number)
        trace.append(Round(window, threshold, event))
        if event is not None:
            threshold = max(window // 2, 2)
            window = restart if event == "timeout" or not recovery else threshold
        elif window < threshold:
            window = 2 * window if may_jump else min(2 * window, threshold)
        else:
            window += 1
    return trace


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _after_timeout(chance)
    if difficulty == 2:
        return chance.choice((_window_at, _rounds_to))(chance)
    return chance.choice((_two_events, _receiver))(chance)


def _near(right: int) -> list[tuple[int, str]]:
    return [
        (right + 1, "多算了一个 RTT 的增长"),
        (right - 1, "少算了一个 RTT 的增长"),
        (right + 2, "多算了两个 RTT 的增长"),
        (right - 2, "少算了两个 RTT 的增长"),
    ]


def _after_timeout(chance: Chance) -> Generated | None:
    """The window some round trips after a timeout."""
    mss, window, later = chance.between(1, 4), chance.between(12, 48, 2), chance.between(3, 9)
    trace = rounds(later + 2, 10**6, {0: "timeout"}, window)
    right = trace[later + 1].window
    threshold = window // 2
    values = [
        (rounds(later + 1, threshold, None, 1, may_jump=True)[later].window, "慢开始翻倍时越过了门限"),
        (threshold + later, "按快恢复处理，窗口只减半"),
        (2**later, "没有门限，一直翻倍"),
        (1 + later, "没有慢开始，每个 RTT 只加 1"),
        (rounds(later + 1, window, None, 1)[later].window, "门限没有减半"),
        (trace[later].window, "少数了一个 RTT"),
        *_near(right),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"一个 TCP 连接总是以 {mss} KB 的最大段长（MSS）发送，发送方有足够多的数据。当拥塞窗口为 {window * mss} KB 时发生了超时，此后 {later} 个 RTT 内的发送都成功，"
            f"接收窗口足够大，则第 {later} 个 RTT 内发送的段全部得到确认时，拥塞窗口为"
        ),
        right=f"{right * mss} KB",
        wrong=[Wrong(f"{value * mss} KB", why) for value, why in values if value > 0],
        steps=paragraphs(
            f"以 MSS 为单位，超时时窗口为 {window}，门限置为 {window}/2 = {threshold}，窗口置为 1，开始慢开始。",
            _table(trace[1:]),
            f"第 {later} 个 RTT 结束时窗口为 {right} 个 MSS，即 {right * mss} KB",
        ),
        parameters={"task": "after-timeout", "mss_kb": mss, "window": window, "later": later},
        drawing=_drawing(trace[1:]),
    )


def _opening(threshold: int) -> str:
    return f"某 TCP 连接的拥塞窗口以 MSS 为单位，初始为 1，慢开始门限为 {threshold}，接收窗口足够大，第 1 个 RTT 用窗口 1 发送"


def _window_at(chance: Chance) -> Generated | None:
    """The window in a given round, with three duplicate acknowledgements on the way."""
    threshold, when, later = chance.between(6, 24, 2), chance.between(6, 11), chance.between(2, 6)
    events: dict[int, Event] = {when - 1: "duplicates"}
    trace = rounds(when + later, threshold, events)
    asked = when + later
    right = trace[-1].window
    values = [
        (rounds(asked, threshold, events, recovery=False)[-1].window, "收到 3 个重复确认时也从 1 开始（当作超时）"),
        (rounds(asked, threshold)[-1].window, "没有对 3 个重复确认作出反应"),
        (rounds(asked, threshold, events, may_jump=True)[-1].window, "慢开始翻倍时越过了门限"),
        (trace[-2].window, "少数了一个 RTT"),
        (right + 3, "快恢复时窗口另加了 3"),
        *_near(right),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"{_opening(threshold)}。在第 {when} 个 RTT 发送的段引起了 3 个重复确认，发送方执行快重传和快恢复（窗口降为减半后的新门限，半数向下取整），"
            f"其余发送都正常，则第 {asked} 个 RTT 发送时的拥塞窗口为"
        ),
        right=f"{right} MSS",
        wrong=[Wrong(f"{value} MSS", why) for value, why in values if value > 0],
        steps=paragraphs(_table(trace), f"第 {asked} 个 RTT 的拥塞窗口为 {right} MSS"),
        parameters={"task": "window-at", "threshold": threshold, "when": when, "asked": asked},
        drawing=_drawing(trace),
    )


def _rounds_to(chance: Chance) -> Generated | None:
    """How many round trips until the window reaches a size."""
    mss, threshold = chance.between(1, 4), chance.between(8, 40)
    target = threshold + chance.between(2, 14)
    trace = rounds(60, threshold)
    right = next(number for number, item in enumerate(trace) if item.window >= target)
    jumping = rounds(60, threshold, may_jump=True)
    values = [
        (next(number for number, item in enumerate(jumping) if item.window >= target), "慢开始翻倍时越过了门限"),
        ((target - 1).bit_length(), "没有门限，一直翻倍"),
        (target - 1, "没有慢开始，每个 RTT 只加 1"),
        (right + 1, "把初始的窗口也数成一个 RTT"),
        (right - 1, "少数了到达门限的一个 RTT"),
        (target - threshold, "只数了拥塞避免的 RTT"),
        (right + 2, "多数了两个 RTT"),
        (right - 2, "少数了两个 RTT"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某 TCP 连接的最大段长（MSS）为 {mss} KB，拥塞窗口从 {mss} KB 开始，慢开始门限为 {threshold * mss} KB，接收窗口足够大，"
            f"发送方一直有数据且没有丢失，则拥塞窗口第一次达到 {target * mss} KB 需要经过的 RTT 个数为"
        ),
        right=f"{right} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in values if value > 0],
        steps=paragraphs(
            f"以 MSS 为单位：从 1 开始，门限 {threshold}，要达到 {target}。",
            _table(trace[: right + 1]),
            f"从 1 增长到 {target}，经过 RTT {right} 个",
        ),
        parameters={"task": "rounds", "mss_kb": mss, "threshold": threshold, "target": target},
        drawing=_drawing(trace[: right + 1]),
    )


def _two_events(chance: Chance) -> Generated | None:
    """Three duplicate acknowledgements, then a timeout: the threshold and the window later."""
    threshold, first = chance.between(8, 24, 2), chance.between(6, 9)
    second = first + chance.between(3, 6)
    later = chance.between(3, 6)
    asked = second + later
    events: dict[int, Event] = {first - 1: "duplicates", second - 1: "timeout"}
    swapped: dict[int, Event] = {first - 1: "timeout", second - 1: "duplicates"}

    def text(item: Round) -> str:
        return f"{item.window} MSS、{item.threshold} MSS"

    trace = rounds(asked, threshold, events)
    right = trace[-1]
    wrong = [
        (rounds(asked, threshold, swapped)[-1], "超时和 3 个重复确认的处理弄反了"),
        (rounds(asked, threshold, events, recovery=False)[-1], "收到 3 个重复确认时也从 1 开始"),
        (rounds(asked, threshold, {second - 1: "timeout"})[-1], "没有对 3 个重复确认作出反应"),
        (rounds(asked, threshold, {first - 1: "duplicates", second - 1: "duplicates"})[-1], "超时时也按快恢复处理"),
        (rounds(asked, threshold, events, may_jump=True)[-1], "慢开始翻倍时越过了门限"),
        (Round(right.window, threshold), "门限没有随事件改变"),
        (Round(right.window + 1, right.threshold), "多算了一个 RTT 的增长"),
        (Round(trace[-2].window, right.threshold), "少数了一个 RTT"),
        (Round(right.window, trace[second - 1].threshold), "超时时门限没有再减半"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"{_opening(threshold)}。在第 {first} 个 RTT 发送的段引起了 3 个重复确认，在第 {second} 个 RTT 发送的段超时，其余发送都正常；采用 Reno 算法，"
            f"窗口减半时向下取整，门限不小于 2，快恢复时窗口降为新门限。第 {asked} 个 RTT 发送时的拥塞窗口和慢开始门限分别为"
        ),
        right=text(right),
        wrong=[Wrong(text(item), why) for item, why in wrong],
        steps=paragraphs(_table(trace), f"第 {asked} 个 RTT 的窗口和门限分别为 {text(right)}"),
        parameters={"task": "two-events", "threshold": threshold, "first": first, "second": second, "asked": asked},
        drawing=_drawing(trace),
    )


def _receiver(chance: Chance) -> Generated | None:
    """The receive window limits what may be sent."""
    mss, window, later = chance.between(1, 4), chance.between(8, 40, 2), chance.between(4, 12)
    trace = rounds(later + 2, 10**6, {0: "timeout"}, window)
    congestion = trace[later + 1].window
    receive = chance.between(max(2, congestion - 5), congestion + 5)
    right = min(congestion, receive)
    if congestion == receive:
        return None
    values = [
        (max(congestion, receive), "取了两个窗口中较大的"),
        (min(receive, window // 2 + later), "按快恢复处理，窗口只减半"),
        (min(receive, rounds(later + 1, window // 2, None, 1, may_jump=True)[later].window), "慢开始翻倍时越过了门限"),
        (window // 2, "取成了新的门限"),
        (congestion + receive, "把两个窗口相加"),
        (min(receive, trace[later].window), "少数了一个 RTT"),
        *_near(right),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"主机甲和乙之间的 TCP 连接中，甲始终以 MSS 为 {mss} KB 的段发送并一直有数据；乙的每个确认段都给出 {receive * mss} KB 的接收窗口。"
            f"甲在拥塞窗口为 {window * mss} KB 时发生超时，此后不再超时，从超时起经过 {later} 个 RTT 后，甲的发送窗口为"
        ),
        right=f"{right * mss} KB",
        wrong=[Wrong(f"{value * mss} KB", why) for value, why in values if value > 0],
        steps=paragraphs(
            f"以 MSS 为单位：门限置为 {window}/2 = {window // 2}，拥塞窗口从 1 开始。",
            _table(trace[1:]),
            f"经过 {later} 个 RTT 后拥塞窗口为 {congestion}，接收窗口为 {receive}，发送窗口取较小的 {right} 个 MSS，即 {right * mss} KB",
        ),
        parameters={"task": "receiver", "mss_kb": mss, "window": window, "later": later, "receive": receive},
        drawing=_drawing(trace[1:]),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------

_EVENTS = {"timeout": "超时", "duplicates": "3 个重复确认"}


def _table(trace: Sequence[Round]) -> str:
    rows = []
    for number, item in enumerate(trace, 1):
        what = _EVENTS[item.event] if item.event else "慢开始" if item.window < item.threshold else "拥塞避免"
        rows.append((number, item.window, item.threshold, what))
    return table(("RTT", "拥塞窗口", "门限", "本轮"), rows)


def _drawing(trace: Sequence[Round]) -> Drawing:
    points = tuple(
        Point(number, item.window, str(item.window), "bad" if item.event else "good" if item.window >= item.threshold else "plain")
        for number, item in enumerate(trace, 1)
    )
    levels = []
    start = 0
    for number in range(1, len(trace) + 1):
        if number == len(trace) or trace[number].threshold != trace[start].threshold:
            if trace[start].threshold <= 2 * max(item.window for item in trace):
                levels.append(Level(f"门限 {trace[start].threshold}", trace[start].threshold, start + 1, min(number + 1, len(trace))))
            start = number
    return Curve(
        title="拥塞窗口的变化",
        note="蓝色：慢开始；绿色：拥塞避免；红色：发现拥塞的一轮",
        x_label="RTT",
        y_label="拥塞窗口（MSS）",
        points=points,
        levels=tuple(levels),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_OF = r"(?:大小|均|都|分别|约|变为|设为|为|是|=|:|等于|\s)*"
_SIZE = r"(?P<value>\d+)\s*(?P<unit>KB|K字节|字节|B|个?\s*MSS|个?(?:TCP)?(?:最大)?(?:报文)?段(?:长度?)?(?!\d))?(?![A-Za-z\d.])"
_WINDOW = r"(?:拥塞窗口|cwnd|(?<!接收)(?<!发送)窗口)(?:\(?cwnd\)?)?(?:的)?(?:大小|值)?"
_THRESHOLD = r"(?:慢开始|慢启动|拥塞避免)?(?:的)?(?:门限|阈值|阀值|ssthresh)(?:值)?(?:\(?ssthresh\)?)?"
_TIMEOUT = r"(?:(?:网络|又|出现|发生|遇到|检测到|了|一次|定时器|重传|计时器)*(?:超时|timeout)(?:事件|重传)?|发生(?:了)?网络拥塞\(超时\))"
_DUPLICATES = r"(?:(?:连续)?收到(?:了)?(?:3|三)个(?:连续)?(?:的)?(?:冗余|重复)(?:的)?(?:ACK|确认)(?:报文段?|报文)?|(?:3|三)个(?:冗余|重复)(?:的)?(?:ACK|确认)|3-?ACK|3\s?dup\s?ACK)"
_EVENT = rf"(?:(?P<timeout>{_TIMEOUT})|(?P<duplicates>{_DUPLICATES}))"
_RTT = r"(?:RTT|往返时间|往返时延|传输轮次|轮次?|次传输)"
_GROWING = r"(?:上升|增大|增加|增长|达到|涨|到|为|是|=|:|等于|\s)*"
_FINE = (
    r"(?:内|里|中)?的?(?:所有|发送)?(?:的)?(?:报文段?|发送|传输|TCP段|数据段|段)?(?:的)?(?:都|全部|均|全|发送|传输|是)*"
    r"(?:成功(?:传输|发送|的)?|(?:被|得到|收到)(?:了)?确认|没有?丢(?:包|失)|无丢(?:包|失)|不丢包|正常|不再(?:发生|出现)?超时)(?:了)?"
)


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"CUBIC|BBR|Vegas|NewReno|SACK|AIMD参数|每(?:收到)?(?:一|两|2)个?(?:ACK|确认)|延迟确认|吞吐|带宽|速率|丢包率|概率|有效载荷|序号|确认号|三次握手|挥手|如图|见图|多少时间|多长时间|(?<![A-Za-z])ms(?![A-Za-z])|秒|缓存(?:大小|为|共|只)|已用|(?<!不)(?<!不再)加3"
    )
    mss = reading.take_one(
        (
            r"(?:总是|始终)?以(?P<value>\d+)\s*KB的最大(?:报文)?段长?(?:度)?(?:\(?MSS\)?)?发送(?:TCP)?段?",
            rf"(?:MSS|最大(?:报文)?段(?:长度?|大小)?)(?:\(?MSS\)?)?(?:的)?(?:长度)?{_OF}(?P<value>\d+)\s*KB(?![A-Za-z])(?:大小)?(?:的)?(?:段)?",
        ),
        to_int,
    )
    sizes: set[str] = set()

    def size(match: re.Match[str]) -> int:
        unit = re.sub(r"\s", "", match["unit"] or "").upper()
        sizes.add("KB" if unit in ("KB", "K字节") else "B" if unit in ("B", "字节") else "MSS" if unit else "")
        return int(match["value"])

    def taken(*patterns: str) -> int | None:
        values = {size(match) for pattern in patterns for match in reading.take_all(pattern)}
        if len(values) > 1:
            stay_out(f"different values: {values}")
        return values.pop() if values else None

    # What happens, and at which window.
    events = [
        (size(match), "timeout" if match["timeout"] else "duplicates")
        for match in (
            *reading.take_all(rf"(?:当|在)?(?:当前)?{_WINDOW}{_GROWING}{_SIZE}(?:的)?时?,?(?:候)?(?:,)?(?:若|又)?(?:网络)?{_EVENT}"),
            *reading.take_all(rf"(?:在)?(?:某|t)?(?:时刻)?{_EVENT}时?(?:的)?,?(?:刻)?(?:的)?(?:当前)?{_WINDOW}{_OF}{_SIZE}"),
        )
    ]
    start = taken(
        rf"(?:初始|起始|最初|一开始|开始时?)(?:时)?(?:的)?{_WINDOW}(?:的)?(?:初始值|初值)?{_OF}{_SIZE}",
        rf"{_WINDOW}(?:的)?(?:初始值|初值|初始|起始值|初始化|一开始)(?:为)?{_OF}{_SIZE}",
        rf"{_WINDOW}从{_SIZE}(?:开始)(?:增长)?",
        rf"\(?第(?:1|一)个?{_RTT}(?:时|的)?(?:用|发送时)?(?:的)?{_WINDOW}{_OF}{_SIZE}(?:发送)?\)?",
    )
    threshold = taken(
        rf"(?:初始)?(?:的)?{_THRESHOLD}(?:的)?(?:初始值|初值|初始)?{_OF}{_SIZE}",
    )
    receive = taken(
        rf"(?:一直|总是|始终|都|给出|给|的|缓存|接收方|通告|告知|宣告)*(?:接收窗口|rwnd|通告窗口)(?:\(?rwnd\)?)?(?:的)?(?:大小)?(?:始终|一直|总)?{_OF}{_SIZE}(?:的确认段?)?"
    )
    reading.take_all(
        r"(?:每收到一个(?:数据|报文)?段(?:都)?(?:会)?发出一个)(?=\ue000|接收窗口)|接收窗口(?:总是|始终)?足够大|不考虑接收窗口(?:的)?(?:限制)?|接收(?:方)?缓存足够大"
    )
    if start is None and not events:
        start = taken(r"(?:cwnd|拥塞窗口)(?:=|为|是|\s)+(?P<value>1)\s*(?P<unit>个?\s*MSS|个?报文段)?(?=,|。|;|$)")
    target = None
    if match := reading.take(
        rf"(?:{_WINDOW})?(?:第一次|首次)?(?:从{_SIZE.replace('value', 'low').replace('unit', 'low_unit')})?(?:增长|增大|增加|达到|上升|涨)+(?:到|至)?{_SIZE}"
    ):
        target = size(match)
        if match["low"]:
            low = int(match["low"])
            if start not in (None, low):
                return None
            start = low
    asked = []
    many = reading.take(rf"(?:需要?|要|经过|共)*(?:多少|几)个?(?:{_RTT})|(?:经过|需要)的?{_RTT}(?:的)?(?:个数|数目|数)")
    listed = reading.take(rf"第?(?:1|一)个?(?:{_RTT})?(?:到|~|-|至)第?(?P<value>\d+|[一二三四五六七八九十]+)个?{_RTT}(?:的|时)?(?:各)?")
    which = [
        to_int(match["value"])
        for match in reading.take_all(
            rf"(?:在|则)?第(?P<value>{INTEGER})个?{_RTT}(?:时间)?(?:传输|发送)?(?:时(?!间)|开始时|内|中)?(?:发送的(?:所有)?(?:TCP)?段(?:全部|都)得到(?:确认|肯定应答)时)?"
        )
    ]
    again = [
        to_int(match["value"])
        for match in reading.take_all(
            rf"(?:再|之后|此后|接着|然后|接下来|以后|从超时起|从t时刻起|后面?|的)*(?:,)?(?:经过|经历|过)?(?:了)?(?P<value>{INTEGER})个?{_RTT}(?:时间)?(?:内|后|之后|以后|里|的)?(?:{_FINE})?"
        )
    ]
    reading.take_all(rf"(?:此后|之后|后面)?{_FINE}|不再(?:发生|出现)?超时(?:的情况下?)?")
    reading.take_all(r"新(?:的)?(?:门限|阈值)值?(?:,)?|(?:窗口)?不加3|执行?快重传(?:和快恢复)?(?:算法)?|采用(?:TCP)?Reno(?:算法|版本)?")
    recovery = not reading.take_all(r"(?:TCP)?-?Tahoe(?:算法|版本)?")
    if reading.take_all(r"(?:TCP)?-?Reno(?:算法|版本)?|快(?:速)?恢复(?=后|算法|阶段|,|$|和|\ue000)") and not recovery:
        return None
    begin = reading.take(
        rf"(?:后|之后)?(?:的)?(?:{_WINDOW})?从(?:多少|几|多大)开始|(?:{_WINDOW})(?:变为|变成|降为|降到|减为|减到|调整为|设为|立即变为|会变成)(?:多少|几|多大)"
    )
    sent = reading.take(r"(?:甲|主机甲|发送方|主机)?(?:的)?发送窗口(?:大小)?(?:是|为|等于)?(?:多少|多大)?")
    new_threshold = reading.take(
        rf"(?:新的?|此时的?)?{_THRESHOLD}(?:的)?(?:大小)?(?:会)?(?:变为|变成|变|设置?为|调整为|降为|是|为|等于|置为)*(?:多少|几|多大)?"
    )
    window = reading.take_all(rf"(?:各)?(?:拥塞)?{_WINDOW}(?:分别)?(?:是|为|等于|变为|会是|达到)*(?:多少|多大|几)?")
    reading.take_all(r"拥塞控制(?:算法)?|拥塞避免(?:算法)?|慢(?:开始|启动)(?:算法)?|快(?:速)?重传(?:算法)?|快(?:速)?恢复(?:算法)?")
    reading.finish(
        "TCP 连接 主机 主机甲 主机乙 甲 乙 A B 建立 已建立 之间 MSS 段 报文段 发送 发送方 接收方 接收 数据 始终 一直 有足够多的数据 有数据发送 数据发送 并一直有 算法 网络 拥塞 当 时刻 t 单位 "
        "以MSS为单位 报文段为单位 以报文段为单位 起 各 个 足够多 大小 的段 总是 开始 增长 第一次 首次 传输轮次 RTT 往返 缓存 发送方一直有 经历 该连接 传输 要发送 发送TCP段 TCP段 时间 后 确认段 确认 当前 给 的情况下 一条 该 发送端"
    )  # fmt: skip
    if len(events) > 1 or (events and events[0][0] < 4):
        return None
    # One unit for all.
    units = sizes - {""}
    if ("B" in units or len(units) > 1) and (units != {"KB", "MSS"} or mss is None):
        return None
    scale = 1
    missing: list[Missing] = []
    if "KB" in units:
        if mss is None:
            missing.append(Missing("mss", "最大段长 MSS 是多少 KB？", "MSS={}KB"))
        else:
            scale = mss
    if "KB" in units and "MSS" in units and scale != 1:
        return None
    given = [value for value in (start, threshold, receive, target, *(window for window, _ in events)) if value is not None]
    if "" in sizes and units == {"KB"} and scale != 1:
        return None
    if any(value % scale for value in given) or any(value <= 0 for value in given):
        return None
    down = [None if value is None else value // scale for value in (start, threshold, receive, target)]
    at = events[0][0] // scale if events else None
    if at is not None and (at % 2 or at < 4):
        return None  # half of an odd window is rounded in different ways
    after = dict.fromkeys(again)
    if len(after) > 1 or len(set(which)) > 1 or (listed is not None and (after or which)):
        return None
    if after and which and (set(which) != set(after) or not events):
        return None
    asked = [name for name, seen in (("begin", begin), ("threshold", new_threshold), ("sent", sent), ("window", window)) if seen]
    shift = next(iter(after), None)
    number = to_int(listed["value"]) if listed is not None else None if shift is not None else next(iter(which), None)
    if many is not None:
        if asked not in ([], ["window"]) or target is None or shift is not None or number is not None or events:
            return None
        asked = ["count"]
    elif target is not None:
        return None
    if listed is not None and asked not in (["window"],):
        return None
    if not asked or ("sent" in asked) != (receive is not None):
        return None
    if "window" in asked and "sent" in asked:
        asked.remove("window")
    if events and "window" in asked and shift is None and number is None and "begin" not in asked:
        asked[asked.index("window")] = "begin"
    if any(name in asked for name in ("window", "sent")) and shift is None and number is None:
        return None
    if "begin" in asked and not events:
        return None
    if "threshold" in asked and not events:
        return None
    if events:
        known = shift is not None and (down[0] is not None or down[1] is not None)
        if known and (down[0] not in (None, 1) or down[1] is None or at is None or down[1] > at * 2):
            return None
        if number is not None and (down[0] is None and down[1] is None):
            return None
        if number is not None and down[1] is None:
            return None
        if "threshold" in asked and (shift is not None or number is not None) and "window" not in asked and "begin" not in asked:
            return None
    elif down[1] is None or (shift is None and number is None and many is None):
        return None
    parameters: dict[str, object] = {
        "asked": asked,
        "start": down[0] if down[0] is not None else 1,
        "threshold": down[1],
        "receive": down[2],
        "target": down[3],
        "event": events[0][1] if events else None,
        "at": at,
        "shift": shift,
        "number": number,
        "listed": listed is not None,
        "recovery": recovery,
        "kb": scale if "KB" in units else None,
    }
    if any(isinstance(value, int) and value > 2000 for value in (shift, number, at, *down)):
        return None
    unit = " KB" if "KB" in units else " MSS"
    understood = [
        (name, f"{value}{unit}") for name, value in (("初始拥塞窗口", start), ("慢开始门限", threshold), ("接收窗口", receive)) if value
    ]
    if events:
        understood.append(
            ("事件", f"拥塞窗口为 {events[0][0]}{unit} 时{_EVENTS['timeout' if events[0][1] == 'timeout' else 'duplicates']}")
        )
    if number is not None or shift is not None:
        understood.append(("问", f"第 {number} 轮" if number is not None else f"之后经过 {shift} 个 RTT"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _recognise_either(text: str) -> Recognition | None:
    """By parts, or by the phrases of the classics; where both understand, they must understand the same."""
    found: list[Recognition] = []
    for recognise in (_congestion_reading.recognise, _recognise):
        try:
            seen = recognise(text)
        except StayOut:
            continue
        if seen is not None:
            found.append(seen)
    if len(found) == 2 and any(
        found[0].parameters.get(name) != found[1].parameters.get(name) for name in ("event", "at", "shift", "target")
    ):
        return None
    return found[0] if found else None


def _after(event: Event, recovery: bool) -> tuple[str, ...]:
    if event == "timeout":
        return ("超时：门限减半，窗口从 1 个 MSS 重新慢开始",)
    return ("3 个重复确认：门限减半，窗口降为新门限（不另加 3）" if recovery else "Tahoe 收到 3 个重复确认也从 1 个 MSS 重新慢开始",)


def _solve_left(parameters: Parameters) -> Solution:
    """What may still be sent: the smaller window less what is under way."""
    unit, under_way = parameters["unit"], (parameters["sent"] - parameters["arrived"]) * parameters["mss"]
    window = min(parameters["receive"], parameters["window"])
    answer = f"{max(window - under_way, 0)} {unit}"
    return Solution(
        answer=answer,
        also=(answer.replace(" B", " 字节"),),
        steps=paragraphs(
            f"发送窗口取拥塞窗口 {parameters['window']} {unit} 和接收窗口 {parameters['receive']} {unit} 中较小的 {window} {unit}。",
            f"已发送未确认的有 {parameters['sent'] - parameters['arrived']} 段，共 {under_way} {unit}，所以还可以发送 {answer}。",
        ),
        conventions=("发送窗口取拥塞窗口和接收窗口中较小的",),
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "left":
        return _solve_left(parameters)
    asked, at, shift, number = parameters["asked"], parameters["at"], parameters["shift"], parameters["number"]
    start, recovery = parameters["start"], parameters["recovery"]
    event: Event | None = parameters["event"]
    scale = parameters["kb"] or 1
    unit = " KB" if parameters["kb"] else " MSS"
    threshold = parameters["threshold"] if parameters["threshold"] is not None else 10**6
    conventions = ["窗口每个 RTT 变化一次，慢开始不越过门限，到门限后每个 RTT 加 1 个 MSS"]

    def shown(value: int) -> str:
        return f"{value * scale}{unit}"

    happened: dict[int, Event] = {}
    place = 0
    when = parameters.get("when")
    if event is not None and when is not None:
        place = when - 1
        window = rounds(when, threshold, None, start)[-1].window
        if window % 2 or window < 4:
            stay_out("half of an odd window")
        trace = rounds(number if number is not None else when + 1, threshold, {place: event}, start, recovery=recovery)
        conventions += (f"第 1 轮的拥塞窗口为 {shown(start)}", *_after(event, recovery))
    elif event is not None and at is not None:
        if number is None:
            trace = rounds((shift or 0) + 2, 10**6, {0: event}, at, recovery=recovery)[1:]
        else:
            free = rounds(2 * at + 60, threshold, None, start)
            place = next((index for index, item in enumerate(free) if item.window == at), -1)
            if place < 0 or number <= place + 1:
                stay_out("the window never has that size")
            happened[place] = event
            trace = rounds(number, threshold, happened, start, recovery=recovery)
        conventions += _after(event, recovery)
    elif "sum" in asked:
        trace = rounds(number, threshold, None, start)
        windows = [item.window for item in trace]
        answer = f"{sum(windows)} 个"
        conventions.append(f"第 1 轮的拥塞窗口为 {shown(start)}，每轮发送一个窗口的报文段")
        return Solution(
            answer=answer,
            steps=paragraphs(_table(trace), f"{' + '.join(map(str, windows))} = {sum(windows)}。"),
            conventions=tuple(conventions),
            drawing=_drawing(trace),
        )
    elif "count" in asked:
        trace = rounds(2 * parameters["target"] + 60, threshold, None, start)
        count = next((index for index, item in enumerate(trace) if item.window >= parameters["target"]), 0)
        if not count:
            stay_out("already there")
        trip = parameters.get("trip")
        return Solution(
            answer=f"{count * trip} ms" if trip else f"{count} 个 RTT",
            also=(f"{count} 个 RTT",) if trip else (),
            steps=paragraphs(
                "以 MSS 为单位：", _table(trace[: count + 1]), f"从 {start} 增长到 {parameters['target']}，经过 {count} 个 RTT。"
            ),
            conventions=tuple(conventions),
            drawing=_drawing(trace[: count + 1]),
        )
    else:
        count = number if number is not None else (shift or 0) + 1
        trace = rounds(count, threshold, None, start)
        if number is not None:
            conventions.append(f"第 1 轮的拥塞窗口为 {shown(start)}")
    last = trace[-1]
    if parameters["listed"]:
        answer = "、".join(str(item.window * scale) for item in trace)
        return Solution(
            answer=f"{answer}（{unit.strip()}）", also=(answer,), steps=paragraphs(_table(trace)), conventions=tuple(conventions), drawing=_drawing(trace)
        )  # fmt: skip
    said = []
    if "begin" in asked:
        said.append(f"窗口从 {shown(trace[0].window if number is None and when is None else trace[place + 1].window)} 开始")
    if "threshold" in asked:
        said.append(f"门限 {shown(last.threshold)}")
    if "window" in asked:
        said.append(shown(last.window) if len(asked) == 1 else f"拥塞窗口 {shown(last.window)}")
    steps = ["以 MSS 为单位：", _table(trace)]
    if "sent" in asked:
        right = min(last.window, parameters["receive"])
        said.append(shown(right))
        steps.append(f"拥塞窗口为 {shown(last.window)}，接收窗口为 {shown(parameters['receive'])}，发送窗口取较小的 {shown(right)}。")
        conventions.append("发送窗口取拥塞窗口和接收窗口中较小的")
    answer = "，".join(said)
    return Solution(answer=answer, steps=paragraphs(*steps, f"所以：{answer}。"), conventions=tuple(conventions), drawing=_drawing(trace))


KIND = Kind(
    name="tcp-congestion",
    title="TCP 拥塞窗口",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"拥塞|cwnd|ssthresh|Reno|慢开始|慢启动", recognise=_recognise_either, solve=_solve),
)
