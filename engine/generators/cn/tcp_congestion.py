"""TCP's congestion window round by round: slow start, congestion avoidance, timeout and fast recovery (Reno).

After RFC 5681 as textbooks simplify it (Xie Xiren, 计算机网络; Kurose and Ross): the window counts in MSS and is looked at once a round trip;
below the threshold it doubles but never jumps over it, from the threshold on it grows by one. A timeout halves the window into the
threshold and restarts at 1; three duplicate acknowledgements halve the window into both.
"""

from __future__ import annotations

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.cn._tcp_congestion import closing as tcp_closing
from engine.generators.cn._tcp_congestion import mentions as tcp_mentions
from engine.generators.cn._tcp_congestion import reading as congestion_reading
from engine.generators.cn._tcp_congestion import round_trip_reading, segment_numbers_solving
from engine.generators.cn._tcp_congestion import solving as congestion_solving
from engine.generators.cn._tcp_congestion.segment_numbers_reading import recognise_numbers
from engine.generators.cn._tcp_congestion.simulator import Event, Round, course_drawing, course_table, rounds
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs

POINT = "cn.transport.tcp-congestion"

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
            course_table(trace[1:]),
            f"第 {later} 个 RTT 结束时窗口为 {right} 个 MSS，即 {right * mss} KB",
        ),
        parameters={"task": "after-timeout", "mss_kb": mss, "window": window, "later": later},
        drawing=course_drawing(trace[1:]),
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
        steps=paragraphs(course_table(trace), f"第 {asked} 个 RTT 的拥塞窗口为 {right} MSS"),
        parameters={"task": "window-at", "threshold": threshold, "when": when, "asked": asked},
        drawing=course_drawing(trace),
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
            course_table(trace[: right + 1]),
            f"从 1 增长到 {target}，经过 RTT {right} 个",
        ),
        parameters={"task": "rounds", "mss_kb": mss, "threshold": threshold, "target": target},
        drawing=course_drawing(trace[: right + 1]),
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
        steps=paragraphs(course_table(trace), f"第 {asked} 个 RTT 的窗口和门限分别为 {text(right)}"),
        parameters={"task": "two-events", "threshold": threshold, "first": first, "second": second, "asked": asked},
        drawing=course_drawing(trace),
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
            course_table(trace[1:]),
            f"经过 {later} 个 RTT 后拥塞窗口为 {congestion}，接收窗口为 {receive}，发送窗口取较小的 {right} 个 MSS，即 {right * mss} KB",
        ),
        parameters={"task": "receiver", "mss_kb": mss, "window": window, "later": later, "receive": receive},
        drawing=course_drawing(trace[1:]),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "closing":
        return tcp_closing.solve(parameters)
    if parameters.get("task") == "estimate":
        return round_trip_reading.solve(parameters)
    if parameters.get("task") in ("stream", "reply", "opened", "closed"):
        return segment_numbers_solving.solve(parameters)
    return congestion_solving.solve(parameters)


# `第几个 RTT 后` counts those that have passed, `第几轮` the one that runs; they are read as one.
_UNREAD = r"第(?:几|多少)(?:个|轮)?(?:RTT|次?往返|轮次?)(?:时间)?(?:之|以|结束)?后"

KIND = Kind(
    name="tcp-congestion",
    title="TCP 拥塞窗口",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"拥塞|cwnd|ssthresh|Reno|慢开始|慢启动|TCP|AIMD|报文段|MSL",
        recognise=first_reading(
            congestion_reading.recognise,
            recognise_numbers,
            tcp_mentions.recognise,
            tcp_closing.recognise,
            round_trip_reading.recognise,
            unread=_UNREAD,
        ),
        solve=_solve,
    ),
)
