"""Solving problems about TCP's congestion window, with the simulator that the questions use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing
from engine.generators import patterns
from engine.generators.cn._tcp_congestion.left_solving import solve_left, solve_throughput, solve_window_for
from engine.generators.cn._tcp_congestion.range_options import within
from engine.generators.cn._tcp_congestion.simulator import Event, Round, course_drawing, course_table, rounds
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out

_GROWTH = "窗口每个 RTT 变化一次，慢开始不越过门限，到门限后每个 RTT 加 1 个 MSS"
_ENDLESS = 10**6


class _Course:
    """A course of the window, and where in it the last event is."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.told = told
        self.start: int = told["start"] or 1
        self.threshold: int = told["threshold"] or _ENDLESS
        self.last = -1
        self.happened: dict[int, Event] = {}
        self.window = self.start
        numbered = any("@" in name and not name.startswith("next") for name in told["asked"])
        events = told["events"]
        self.from_event = bool(events) and events[0]["at"] is not None and (told["threshold"] is None or not numbered) and len(events) == 1
        if self.from_event:
            if numbered and told["threshold"] is None and not told["free"]:
                stay_out("where the rounds begin is not told")
            if numbered:
                self.from_event = False
        if self.from_event:
            self.happened, self.window, self.threshold, self.last = {0: events[0]["kind"]}, events[0]["at"], _ENDLESS, 0
            if told["again"]:
                self.happened[1], self.last = told["again"], 1
            return
        for event in events:
            self._place(event)

    def _place(self, event: Mapping[str, Any]) -> None:
        if self.told["threshold"] is None:
            stay_out("the first threshold is not told")
        if event["when"] is not None:
            place = event["when"] - 1
        else:
            trace = rounds(4 * event["at"] + 80 + self.last, self.threshold, self.happened, self.window, recovery=self.told["recovery"])
            place = next((number for number, item in enumerate(trace) if number > self.last and item.window == event["at"]), -1)
        if place <= self.last:
            stay_out("the events are not in order, or the window never has that size")
        window = rounds(place + 1, self.threshold, self.happened, self.window, recovery=self.told["recovery"])[-1].window
        if window < 4:
            stay_out("too small a window")
        self.happened[place], self.last = event["kind"], place

    def trace(self, count: int) -> list[Round]:
        """The first rounds."""
        if not 1 <= count <= 400:
            stay_out("too many rounds")
        if given := self.told["given"]:
            trace = rounds(given[0], self.threshold, self.happened, self.window, recovery=self.told["recovery"])
            if trace[-1].window != given[1]:
                stay_out("a round's window is another")
        return rounds(count, self.threshold, self.happened, self.window, recovery=self.told["recovery"])

    def conventions(self) -> list[str]:
        """What the answer rests on."""
        said = [_GROWTH]
        trace = rounds(self.last + 1, self.threshold, self.happened, self.window, recovery=self.told["recovery"])
        if any(trace[place].window % 2 for place in self.happened):
            said.append("窗口为奇数时，一半向下取整")
        for kind in dict.fromkeys(self.happened.values()):
            if kind == "timeout":
                said.append("超时后门限减半，窗口从 1 个 MSS 开始")
            elif self.told["recovery"]:
                said.append("收到 3 个重复确认后门限和窗口都减半（Reno，不另加 3）")
            else:
                said.append("收到 3 个重复确认后门限减半，窗口从 1 个 MSS 开始（Tahoe）")
        return said


def _reached(trace: Sequence[Round], first: int, target: int, receive: int | None) -> int:
    return next((number for number, item in enumerate(trace) if number >= first and min(item.window, receive or item.window) >= target), -1)


def _first_threshold(course: _Course) -> None:
    told = course.told
    if told["threshold"] is None and not course.from_event and not told["free"]:
        stay_out("the threshold is not told")


def _answer(course: _Course, name: str, steps: list[str]) -> tuple[str, str, list[Round]]:
    """(label, answer, the rounds that show it)."""
    told = course.told
    scale, unit = told["kb"] or 1, f" {told['in']}"

    def shown(value: int) -> str:
        return f"{value * scale}{unit}"

    field, _, numbers = name.partition("@")
    values = [int(number) for number in numbers.split("+") if number not in ("", "None")]
    if field in ("until", "until time"):
        return _until(course, values[0], shown, in_time=field == "until time")
    if field == "segment":
        return _segment(course, values[0])
    if field == "sent" and not values and not course.happened and told["at"] is not None and told["shift"] is None:
        if told["receive"] is None:
            stay_out("the receive window is not told")
        steps.append(f"拥塞窗口为 {shown(told['at'])}，接收窗口为 {shown(told['receive'])}，发送窗口取较小的。")
        return "发送窗口", shown(min(told["at"], told["receive"])), [Round(told["at"], told["at"])]
    if field in ("window", "threshold", "list", "sum", "sent") and values:
        if told["shift"] is not None or (told["threshold"] is None and not (told["free"] and field != "threshold")):
            stay_out("the threshold is not told")
        if course.from_event or told["at"] is not None:
            stay_out("where the rounds begin is not told")
        trace = course.trace(values[-1])
        if course.last >= len(trace):
            trace = course.trace(values[-1])
        if field == "list":
            return "", "、".join(str(item.window * scale) for item in trace[values[0] - 1 :]) + f"（{unit.strip()}）", trace
        if field == "sum":
            windows = [item.window for item in trace]
            steps.append(f"{' + '.join(map(str, windows))} = {sum(windows)}。")
            return "共", f"{sum(windows) * scale}{unit}" if told["kb"] else f"{sum(windows)} 个", trace
        item = trace[-1]
        if field == "sent":
            if told["receive"] is None:
                stay_out("the receive window is not told")
            return "发送窗口", shown(min(item.window, told["receive"])), trace
        return ("拥塞窗口", shown(item.window), trace) if field == "window" else ("门限", shown(item.threshold), trace)
    if field == "next":
        return _next(course, values[0], shown)
    if field in ("count", "time", "which"):
        return _growth(course, field, shown, steps)
    if field == "thresholds":
        if len(course.happened) < 2:
            stay_out("of which times?")
        trace = course.trace(course.last + 2)
        return "门限", "、".join(shown(trace[place + 1].threshold) for place in sorted(course.happened)), trace
    if field == "threshold" and not course.happened:
        stay_out("nothing happens to the threshold")
    if field == "window" and not course.happened and told["at"] is not None and told["shift"] is not None:
        return _next(course, told["shift"], shown)
    after = course.last + 1 + (told["shift"] or 0)
    if not course.happened:
        if told["shift"] is None or told["at"] is not None:
            stay_out("which round is not told")
        _first_threshold(course)
        after = told["shift"]
    elif told["at"] is not None:
        stay_out("another window is told")
    trace = course.trace(after + 1)
    item = trace[-1]
    if field == "threshold":
        return "门限", shown(item.threshold), trace
    if field == "sent":
        if told["receive"] is None:
            stay_out("the receive window is not told")
        steps.append(f"拥塞窗口为 {shown(item.window)}，接收窗口为 {shown(told['receive'])}，发送窗口取较小的。")
        return "发送窗口", shown(min(item.window, told["receive"])), trace
    return "拥塞窗口", shown(item.window), trace


def _until(course: _Course, amount: int, shown: Any, *, in_time: bool = False) -> tuple[str, str, list[Round]]:
    """In how many round trips so much has been sent; `in_time`: in how many milliseconds."""
    told = course.told
    scale = told["kb"] or 1
    if course.happened or told["receive"] is not None or amount % scale or told["shift"] is not None:
        stay_out("what limits the window is not plain")
    _first_threshold(course)
    trace = course.trace(300)
    total, count = 0, 0
    while total < amount // scale:
        if count == len(trace):
            stay_out("not within these rounds")
        total, count = total + trace[count].window, count + 1
    if in_time:
        if told["trip"] is None:
            stay_out("how long a round trip takes")
        return f"共发送 {shown(total)}，要", f"{decimal(count * Fraction(told['trip']) * 1000)} ms", trace[:count]
    return f"共发送 {shown(total)}，要", f"{count} 个 RTT", trace[:count]


def _segment(course: _Course, number: int) -> tuple[str, str, list[Round]]:
    """In which round a segment is sent, the first being number 1."""
    told = course.told
    if course.from_event or told["receive"] is not None or told["shift"] is not None or told["at"] is not None:
        stay_out("where the rounds begin is not told")
    _first_threshold(course)
    trace = course.trace(300)
    total, count = 0, 0
    while total < number:
        if count == len(trace):
            stay_out("not within these rounds")
        total, count = total + trace[count].window, count + 1
    return "", f"第 {number} 个报文段在第 {count} 轮", trace[:count]


def _next(course: _Course, later: int, shown: Any) -> tuple[str, str, list[Round]]:
    """The window one or two rounds on, from a phase or after an event."""
    told = course.told
    if course.happened:
        trace = course.trace(course.last + 1 + later)
        return "拥塞窗口", shown(trace[-1].window), trace
    window, phase = told["at"], told["phase"]
    if window is None:
        stay_out("the window is not told")
    threshold = told["threshold"]
    if threshold is None:
        if phase is None:
            stay_out("slow start, or not?")
        threshold = _ENDLESS if phase == "慢开始" else window
    elif phase == "慢开始" and window >= threshold:
        stay_out("the phase contradicts the threshold")
    elif phase == "拥塞避免":
        threshold = window
    trace = rounds(later + 1, threshold, None, window)
    return "拥塞窗口", shown(trace[-1].window), trace


def _growth(course: _Course, field: str, shown: Any, steps: list[str]) -> tuple[str, str, list[Round]]:
    """How many round trips, how long, or in which round the window reaches a size."""
    told = course.told
    target, receive = told["target"], told["receive"]
    if target is None or told["shift"] is not None or (told["at"] is not None and not course.happened):
        stay_out("which size is not told")
    if receive is not None and receive < target:
        stay_out("the receive window is smaller")
    _first_threshold(course)
    first = course.last + 1
    trace = course.trace(min(first + 2 * target + 60, 400))
    place = _reached(trace, first, target, receive)
    if place < 0 or (place == first and field != "which"):
        stay_out("already there, or never")
    trace = trace[: place + 1]
    count = place - first
    if field == "which":
        if course.from_event:
            stay_out("which round is the first?")
        return "", f"第 {place + 1} 轮", trace
    steps.append(f"增长到 {shown(target)}，经过 {count} 个 RTT。")
    if field == "count":
        return "", f"{count} 个 RTT", trace
    if told["trip"] is None:
        return "", f"{count} 个 RTT", trace
    trip = Fraction(told["trip"])
    return "", f"{decimal(count * trip * 1000)} ms", trace


def _solve_courses(parameters: Parameters) -> Solution:
    found: list[tuple[str, str]] = []
    steps: list[str] = ["以 MSS 为单位："]
    conventions: list[str] = []
    longest: list[Round] = []
    for told in parameters["courses"]:
        course = _Course(told)
        for name in told["asked"]:
            more: list[str] = []
            label, shown, trace = _answer(course, name, more)
            if (
                told["receive"] is not None
                and not name.startswith("sent")
                and name not in ("which", "count", "time")
                and not any(other.startswith("sent") for other in told["asked"])
                and max(item.window for item in trace) > told["receive"]
            ):
                stay_out("the receive window limits what is sent")
            found.append((label, shown))
            if trace[: len(longest)] == longest or len(trace) > len(longest):
                longest = trace
            steps += [*([course_table(trace)] if course_table(trace) not in steps else []), *more]
        numbered = any("@" in name and not name.startswith("next") for name in told["asked"]) or "which" in told["asked"]
        if numbered:
            conventions.append(f"第 1 轮的拥塞窗口为 {course.start * (told['kb'] or 1)} {told['in']}")
        conventions += course.conventions()
    alone = len(found) == 1 and found[0][0] != "门限"
    answer = found[0][1] if alone else "，".join(f"{label} {shown}".strip() for label, shown in found)
    also = (answer.partition("（")[0],) if alone else ()
    among = None
    if alone and parameters["courses"][0]["trip"] and answer.endswith(" ms"):
        milliseconds = Fraction(answer.removesuffix(" ms"))
        also = (f"{decimal(milliseconds / 1000, 4)} s",)
        among = within(milliseconds, "ms")
    return Solution(
        answer=answer,
        also=also,
        among=among,
        steps=paragraphs(*steps, f"所以：{answer}。"),
        conventions=tuple(dict.fromkeys(conventions)),
        drawing=course_drawing(longest),
    )


def _solve_buffer(parameters: Parameters) -> Solution:
    """The receiver's buffer fills; the send window is the smaller of both."""
    mss, left = parameters["mss"], parameters["buffer"]
    rows, window = [], 1
    trace = rounds(parameters["shift"] + 1, parameters["threshold"])
    for number in range(parameters["shift"]):
        window = min(trace[number].window, left)
        left -= window
        rows.append(f"第 {number + 1} 个 RTT 发送 {window * mss} KB，缓存还剩 {left * mss} KB。")
        if left < 0:
            stay_out("the buffer overflows")
    sent = min(trace[-1].window, left)
    answer = f"{sent * mss} KB"
    return Solution(
        answer=answer,
        steps=paragraphs(*rows, f"这时拥塞窗口为 {trace[-1].window * mss} KB，接收窗口为 {left * mss} KB，发送窗口取较小的 {answer}。"),
        conventions=("应用不取走数据，接收窗口等于剩下的缓存",),
    )


def _lost(windows: Sequence[int], number: int) -> Event:
    """What was noticed after a round: the window then says it."""
    if not 1 <= number < len(windows):
        stay_out("no round after it")
    before, after = windows[number - 1], windows[number]
    if after == 1 and before > 1:
        return "timeout"
    if after in (before // 2, before // 2 + 3) and before > 3:
        return "duplicates"
    stay_out("nothing was lost there")


def _drops(windows: Sequence[int]) -> list[int]:
    return [number for number in range(1, len(windows)) if windows[number] < windows[number - 1]]


def _threshold_then(windows: Sequence[int], number: int) -> int:
    """The threshold in a round: half the window of the last loss, at first where doubling ends."""
    if not 1 <= number <= len(windows):
        stay_out("no such round")
    drops = [place for place in _drops(windows) if place < number]
    if drops:
        return windows[drops[-1] - 1] // 2
    first = next((place for place in range(len(windows) - 1) if windows[place + 1] == windows[place] + 1 and windows[place] > 1), None)
    return windows[first] if first is not None else stay_out("the first threshold does not show")


def _window_then(parameters: Parameters, number: int) -> int:
    """The window in a round: one of the table, or what follows when something happens after its last."""
    windows = parameters["windows"]
    if 1 <= number <= len(windows):
        return int(windows[number - 1])
    if parameters["event"] is None or number > len(windows) + 60:
        stay_out("no such round")
    course = rounds(number - len(windows) + 1, _ENDLESS, {0: parameters["event"]}, windows[-1], recovery=parameters["recovery"])
    return course[-1].window


def _stretches(windows: Sequence[int], slow: bool) -> list[tuple[int, int]]:
    """Rounds from which to which the window doubles, or grows by one."""
    found: list[tuple[int, int]] = []
    for place in range(len(windows) - 1):
        before, after = windows[place], windows[place + 1]
        doubling = after == 2 * before and not (before == 1 and slow is False)
        growing = after == before + 1 and before > 1
        if doubling if slow else growing:
            if found and found[-1][1] == place + 1:
                found[-1] = (found[-1][0], place + 2)
            else:
                found.append((place + 1, place + 2))
    return found


def _solve_table(parameters: Parameters) -> Solution:
    windows = parameters["windows"]
    found: list[str] = []
    for name in parameters["asked"]:
        field, _, numbers = name.partition("@")
        values = [int(number) for number in patterns.findall(r"\d+", numbers)]
        if field == "loss":
            found += [f"第 {number} 轮后{'超时' if _lost(windows, number) == 'timeout' else '三个重复确认'}" for number in values]
        elif field == "threshold":
            found += [f"门限 {_threshold_then(windows, number)}" for number in values]
        elif field == "window":
            found += [f"拥塞窗口 {_window_then(parameters, number)}" for number in values]
        elif field == "after":
            found += [f"拥塞窗口 {_window_then(parameters, len(windows) + 1)}", f"门限 {max(windows[-1] // 2, 2)}"]
        elif field == "segment":
            total, place = 0, 0
            while total < values[0]:
                if place == len(windows):
                    stay_out("not sent in these rounds")
                total, place = total + windows[place], place + 1
            found.append(f"第 {values[0]} 个报文段在第 {place} 轮")
        else:
            label = "慢开始" if field == "slow start" else "拥塞避免"
            parts = [f"[{first}, {last}]" for first, last in _stretches(windows, field == "slow start")]
            found.append(f"{label} {'、'.join(parts)}" if parts else stay_out("no such phase"))
    answer = "，".join(found)
    return Solution(
        answer=answer,
        also=tuple(_bare(found)),
        steps=paragraphs(
            "窗口降到 1 是超时，减半是收到 3 个重复确认；门限是丢失时窗口的一半，开始时是窗口不再翻倍的地方；逐轮加倍是慢开始，逐轮加 1 是拥塞避免。",
            f"所以：{answer}。",
        ),
        conventions=(_GROWTH,),
        drawing=_drawing_of_table(windows),
    )


def _drawing_of_table(windows: Sequence[int]) -> Drawing | None:
    """The curve, where every drop of the window says what was lost."""
    try:
        drops = {number: _lost(windows, number) for number in _drops(windows)}
        return course_drawing(
            [Round(window, _threshold_then(windows, number), drops.get(number)) for number, window in enumerate(windows, 1)]
        )
    except StayOut:
        return None


def _bare(found: Sequence[str]) -> list[str]:
    """The answers without the rounds they are about."""
    return ["；".join(text.partition("轮后")[2] or text.rpartition(" ")[2] for text in found)]


def solve(parameters: Parameters) -> Solution:
    """The answer to what was read."""
    task = parameters.get("task")
    if task == "left":
        return solve_left(parameters)
    if task == "throughput":
        return solve_throughput(parameters)
    if task == "window for":
        return solve_window_for(parameters)
    if task == "buffer":
        return _solve_buffer(parameters)
    return _solve_table(parameters) if task == "table" else _solve_courses(parameters)
