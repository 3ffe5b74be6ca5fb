"""Networks of activities (AOE 网): earliest and latest times of events and activities, slack, critical activities, the project's length.

As in Yan Weimin (关键路径): ve of an event is the longest way to it, vl the latest time that does not delay the end; an activity on the
arc <j, k> has e = ve(j), l = vl(k) − duration and slack l − e; it is critical where the slack is 0. The start has number 1 and time 0.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.drawings.graph import Graph
from engine.drawings.model import Tone
from engine.generators.chance import Chance
from engine.generators.ds._critical_path_reading import recognise
from engine.generators.ds._weighted import Arc, acyclic, drawn, told
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import stay_out

POINT = "ds.graph.critical-path"


@dataclass(frozen=True, slots=True)
class Schedule:
    """A network worked out; events are numbered from 0 in a topological order, activities as the arcs stand.

    Attributes:
        ve, vl: earliest and latest times of the events.
        e, l: earliest and latest starts of the activities.
    """

    ve: tuple[int, ...]
    vl: tuple[int, ...]
    e: tuple[int, ...]
    l: tuple[int, ...]  # noqa: E741 - the textbooks' name

    @property
    def length(self) -> int:
        """The shortest time in which the project can be done."""
        return self.ve[-1]

    @property
    def critical(self) -> tuple[int, ...]:
        """The places of the critical activities."""
        return tuple(number for number, (early, late) in enumerate(zip(self.e, self.l, strict=True)) if early == late)


def order_of(count: int, arcs: Sequence[Arc]) -> list[int] | None:
    """A topological order of the events, the smallest number first; None where there is a cycle."""
    waiting = [sum(end == vertex for _, end, _ in arcs) for vertex in range(count)]
    order: list[int] = []
    while len(order) < count:
        ready = [vertex for vertex in range(count) if waiting[vertex] == 0 and vertex not in order]
        if not ready:
            return None
        order.append(ready[0])
        for start, end, _ in arcs:
            if start == ready[0]:
                waiting[end] -= 1
    return order


def schedule(count: int, arcs: Sequence[Arc]) -> Schedule:
    """The times of a network whose first event is the start and whose last event is the end.

    Raises:
        ValueError: there is a cycle.
    """
    order = order_of(count, arcs)
    if order is None:
        raise ValueError("a cycle")
    ve = [0] * count
    for vertex in order:
        for start, end, duration in arcs:
            if start == vertex:
                ve[end] = max(ve[end], ve[start] + duration)
    vl = [ve[count - 1]] * count
    for vertex in reversed(order):
        for start, end, duration in arcs:
            if start == vertex:
                vl[start] = min(vl[start], vl[end] - duration)
    return Schedule(tuple(ve), tuple(vl), tuple(ve[start] for start, _, _ in arcs), tuple(vl[end] - duration for _, end, duration in arcs))


def paths(count: int, arcs: Sequence[Arc]) -> list[tuple[int, ...]]:
    """Every way from the first event to the last."""
    found: list[tuple[int, ...]] = []
    open_: list[tuple[int, ...]] = [(0,)]
    while open_:
        way = open_.pop()
        if way[-1] == count - 1:
            found.append(way)
        open_ += [(*way, end) for start, end, _ in arcs if start == way[-1]]
    return sorted(found)


def _length(way: Sequence[int], arcs: Sequence[Arc]) -> int:
    durations = {(start, end): duration for start, end, duration in arcs}
    return sum(durations[step] for step in itertools.pairwise(way))


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    count = 6 if difficulty == 1 else 7
    arcs = acyclic(chance, count, chance.between(2, 3), 9)
    times = schedule(count, arcs)
    ways = [way for way in paths(count, arcs) if _length(way, arcs) == times.length]
    if len(ways) != 1 or len(paths(count, arcs)) < 4 or len(ways[0]) < 4:
        return None
    if difficulty == 1:
        return _total(count, arcs, times)
    if difficulty == 2:
        return _event(chance, count, arcs, times) if chance.one_in(2) else _activity(chance, count, arcs, times)
    return _path(count, arcs, times, ways[0]) if chance.one_in(2) else _shortened(chance, count, arcs, times)


def _names(count: int) -> list[str]:
    return [f"V{number}" for number in range(1, count + 1)]


def _words(count: int, arcs: Sequence[Arc]) -> str:
    return f"某工程的 AOE 网中，活动及其持续时间（天）为 {told(arcs, _names(count), True)}，V1 是开始、V{count} 是结束"


def _tables(count: int, arcs: Sequence[Arc], times: Schedule) -> str:
    names = _names(count)
    return paragraphs(
        "ve 按拓扑次序取各前驱的“ve + 持续时间”的最大值；vl 从结束倒推，取各后继的“vl − 持续时间”的最小值：",
        table(("事件", *names), (("ve", *times.ve), ("vl", *times.vl))),
        "活动的 e 是弧尾的 ve，l 是弧头的 vl 减去持续时间，l − e 是时间余量：",
        table(
            ("活动", *(f"{names[start]}→{names[end]}" for start, end, _ in arcs)),
            (("e", *times.e), ("l", *times.l), ("l − e", *(late - early for early, late in zip(times.e, times.l, strict=True)))),
        ),
    )


def _drawing(count: int, arcs: Sequence[Arc], times: Schedule) -> Graph:
    chosen: dict[tuple[int, int], Tone] = {arcs[number][:2]: "bad" for number in times.critical}
    notes = [f"{early}/{late}" for early, late in zip(times.ve, times.vl, strict=True)]
    return drawn("关键活动（粗线）", arcs, _names(count), directed=True, chosen=chosen, notes=notes, note="事件旁为 ve/vl")


def _near(right: int) -> list[tuple[int, str]]:
    return [(right + shift, f"加减时{'多' if shift > 0 else '少'}算了 {abs(shift)}") for shift in (1, -1, 2, -2, 3)]


def _days(candidates: Sequence[tuple[int, str]]) -> list[Wrong]:
    return [Wrong(f"{value} 天", why) for value, why in candidates if value >= 0]


def _total(count: int, arcs: Sequence[Arc], times: Schedule) -> Generated:
    lengths = sorted({_length(way, arcs) for way in paths(count, arcs)})
    fewest = min(paths(count, arcs), key=len)
    right = times.length
    greedy, way = 0, 0
    while way != count - 1:
        _, way, duration = max((arc for arc in arcs if arc[0] == way), key=lambda arc: arc[2])
        greedy += duration
    candidates = [
        (lengths[0], "求成了最短路径的长度"),
        (greedy, "每步只选持续时间最长的活动"),
        (_length(fewest, arcs), "选了活动最少的路径"),
        (lengths[-2] if len(lengths) > 1 else 0, "漏看了一条更长的路径"),
        (sum(duration for _, _, duration in arcs), "把全部活动的时间相加"),
        *_near(right),
    ]
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}，则完成整个工程至少需要",
        right=f"{right} 天",
        wrong=_days(candidates),
        steps=paragraphs(_tables(count, arcs, times), f"结束事件的 ve 就是关键路径的长度，至少需要 {right} 天"),
        parameters={"task": "length", "count": count, "arcs": [list(arc) for arc in arcs]},
        drawing=_drawing(count, arcs, times),
    )


def _event(chance: Chance, count: int, arcs: Sequence[Arc], times: Schedule) -> Generated | None:
    """The latest (or earliest) time of an event."""
    vertex = chance.between(2, count - 2)
    late = chance.one_in(2)
    before = [(start, duration) for start, end, duration in arcs if end == vertex]
    after = [(end, duration) for start, end, duration in arcs if start == vertex]
    right = times.vl[vertex] if late else times.ve[vertex]
    if times.ve[vertex] == times.vl[vertex] or (late and len(after) < 2) or (not late and len(before) < 2):
        return None
    if late:
        candidates = [
            (max(times.vl[end] - duration for end, duration in after), "各后继里取了最大值，应当取最小"),
            (times.ve[vertex], "写成了最早发生时间"),
            (times.length - times.ve[vertex], "用总工期减去了最早发生时间"),
            (times.vl[after[0][0]], "没有减去活动的持续时间"),
            *_near(right),
        ]
    else:
        candidates = [
            (min(times.ve[start] + duration for start, duration in before), "各前驱里取了最小值，应当取最大"),
            (times.vl[vertex], "写成了最迟发生时间"),
            (max(times.ve[start] for start, _ in before), "没有加上活动的持续时间"),
            (sum(duration for _, duration in before), "把进来的活动的时间相加"),
            *_near(right),
        ]
    what = "最迟发生时间" if late else "最早发生时间"
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}，V1 的最早发生时间为 0，则在不推迟整个工程的前提下，事件 V{vertex + 1} 的{what}是",
        right=f"{right} 天",
        wrong=_days(candidates),
        steps=paragraphs(_tables(count, arcs, times), f"V{vertex + 1} 的{what}是 {right} 天"),
        parameters={"task": "vl" if late else "ve", "count": count, "arcs": [list(arc) for arc in arcs], "vertex": vertex},
        drawing=_drawing(count, arcs, times),
    )


def _activity(chance: Chance, count: int, arcs: Sequence[Arc], times: Schedule) -> Generated | None:
    """An activity's latest start, or its slack."""
    number = chance.below(len(arcs))
    start, end, duration = arcs[number]
    early, late = times.e[number], times.l[number]
    slack = chance.one_in(2)
    right = late - early if slack else late
    if early == late:
        return None
    if slack:
        candidates = [
            (times.vl[end] - times.ve[end], "算成了弧头事件的余量"),
            (times.vl[start] - times.ve[start], "算成了弧尾事件的余量"),
            (times.vl[end] - times.ve[start], "没有减去活动的持续时间"),
            (late, "写成了最迟开始时间"),
            (0, "以为它是关键活动"),
            *_near(right),
        ]
    else:
        candidates = [
            (early, "写成了最早开始时间"),
            (times.vl[start], "用了弧尾事件的最迟发生时间"),
            (times.vl[end], "没有减去活动的持续时间"),
            (times.ve[end] - duration, "用了弧头事件的最早发生时间"),
            *_near(right),
        ]
    name = f"V{start + 1}→V{end + 1}"
    what = "时间余量（最迟开始时间 − 最早开始时间）" if slack else "最迟开始时间"
    closing = (
        f"活动 {name} 的余量为 {late} − {early} = {right}，即 {right} 天"
        if slack
        else f"活动 {name} 的最迟开始时间为 {times.vl[end]} − {duration} = {right}，即 {right} 天"
    )
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}，V1 的最早发生时间为 0，则活动 {name} 的{what}是",
        right=f"{right} 天",
        wrong=_days(candidates),
        steps=paragraphs(_tables(count, arcs, times), closing),
        parameters={"task": "slack" if slack else "l", "count": count, "arcs": [list(arc) for arc in arcs], "activity": number},
        drawing=_drawing(count, arcs, times),
    )


def _path(count: int, arcs: Sequence[Arc], times: Schedule, way: tuple[int, ...]) -> Generated:
    def show(each: Sequence[int]) -> str:
        return " → ".join(f"V{vertex + 1}" for vertex in each)

    ways = sorted(paths(count, arcs), key=lambda each: -_length(each, arcs))
    fewest, most = min(ways, key=len), max(ways, key=len)
    wrong = [
        Wrong(show(ways[1]), "漏看了更长的一条路径"),
        Wrong(show(ways[-1]), "求成了最短路径"),
        Wrong(show(fewest), "选了活动最少的路径"),
        Wrong(show(most), "选了活动最多的路径"),
    ]
    wrong += [Wrong(show(each), "路径的长度加错了") for each in ways[2:5]]
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}，则关键路径是",
        right=show(way),
        wrong=wrong,
        steps=paragraphs(_tables(count, arcs, times), f"余量为 0 的活动连成关键路径 {show(way)}"),
        parameters={"task": "path", "count": count, "arcs": [list(arc) for arc in arcs]},
        drawing=_drawing(count, arcs, times),
    )


def _shortened(chance: Chance, count: int, arcs: Sequence[Arc], times: Schedule) -> Generated | None:
    """A critical activity is shortened by more than the project gains."""
    number = chance.choice(times.critical)
    start, end, duration = arcs[number]
    if duration < 3:
        return None
    cut = chance.between(2, duration - 1)
    changed = [*arcs[:number], (start, end, duration - cut), *arcs[number + 1 :]]
    after = schedule(count, changed)
    right = after.length
    if right == times.length - cut or right == times.length:
        return None
    candidates = [
        (times.length - cut, "以为工期总能缩短同样多，没有看到关键路径变了"),
        (times.length, "以为工期不变"),
        (right - cut, "缩短的时间又减了一次"),
        (times.length - duration, "减去了整个活动的时间"),
        *_near(right),
    ]
    name = f"V{start + 1}→V{end + 1}"
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}。若活动 {name} 的持续时间缩短 {cut} 天，其余不变，则完成整个工程至少需要",
        right=f"{right} 天",
        wrong=_days(candidates),
        steps=paragraphs(
            f"原来的工期是 {times.length} 天。活动 {name} 缩短为 {duration} − {cut} = {duration - cut} 天后重新计算：",
            _tables(count, changed, after),
            f"关键路径变了，工期只缩短 {times.length} − {right} = {times.length - right} 天，至少需要 {right} 天",
        ),
        parameters={"task": "shortened", "count": count, "arcs": [list(arc) for arc in arcs], "activity": number, "cut": cut},
        drawing=_drawing(count, changed, after),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _renumbered(graph: Parameters) -> tuple[list[str], list[Arc], dict[int, int]]:
    """(names, arcs) with the events in a topological order, the start first and the end last, and where each event went.

    Raises:
        StayOut: a cycle, or more than one start or end.
    """
    names, arcs = list(graph["names"]), [tuple(arc) for arc in graph["arcs"]]
    count = len(names)
    order = order_of(count, arcs)
    if order is None:
        stay_out("a cycle")
    entering, leaving = {end for _, end, _ in arcs}, {start for start, _, _ in arcs}
    sources, sinks = [v for v in range(count) if v not in entering], [v for v in range(count) if v not in leaving]
    if len(sources) != 1 or len(sinks) != 1:
        stay_out("one start, one end")
    order = [vertex for vertex in order if vertex not in sinks] + sinks
    place = {vertex: number for number, vertex in enumerate(order)}
    return [names[vertex] for vertex in order], [(place[start], place[end], duration) for start, end, duration in arcs], place


def _of_table(parameters: Parameters) -> Solution:
    """A table of activities with those before them: the longest chain decides."""
    rows = [(name, list(before), days) for name, before, days in parameters["table"]]
    early: dict[str, int] = {}
    while len(early) < len(rows):
        ready = [row for row in rows if row[0] not in early and all(name in early for name in row[1])]
        if not ready:
            stay_out("a cycle")
        for name, before, _ in ready:
            early[name] = max((early[each] + _duration_of(rows, each) for each in before), default=0)
    length = max(early[name] + days for name, _, days in rows)
    late: dict[str, int] = {}
    for name, _, days in sorted(rows, key=lambda row: -early[row[0]]):
        after = [row[0] for row in rows if name in row[1]]
        late[name] = min((late[each] for each in after), default=length) - days
    critical = [name for name, _, _ in rows if early[name] == late[name]]
    told = {
        "length": str(length),
        "path": "→".join(critical),
        "critical": "、".join(critical),
    }
    if "path" in parameters["asked"] and sum(_duration_of(rows, name) for name in critical) != length:
        stay_out("several critical paths")
    asked = parameters["asked"]
    return Solution(
        answer="；".join(told[name] for name in asked),
        also=tuple(f"{told['length']}{unit}" for unit in ("天", " 天", "周", " 周")) if asked == ["length"] else (),
        steps=table(("活动", "最早开始", "最迟开始"), [(name, early[name], late[name]) for name, _, _ in rows]),
        conventions=("没有前驱的活动在时刻 0 开始",),
    )


def _duration_of(rows: Sequence[tuple[str, list[str], int]], name: str) -> int:
    return next(days for each, _, days in rows if each == name)


def _hastened(parameters: Parameters, ways: Sequence[Sequence[int]], place: Mapping[int, int], steps: str) -> Solution:
    """Which of the pasted sets of activities has one on every critical path."""
    ends = {name: (place[start], place[end]) for name, (start, end) in parameters["activities"].items()}
    steps_of = [set(itertools.pairwise(way)) for way in ways]
    critical = set().union(*steps_of)

    def fits(option: str) -> bool:
        named = re.findall(r"[a-z]\d{0,2}", option)
        if not named or any(name not in ends for name in named):
            stay_out("an option of other activities")
        return all(ends[name] in critical for name in named) and all(any(ends[name] in each for name in named) for each in steps_of)

    return Solution(answer="", steps=f"{steps}\n\n要缩短工期，每条关键路径上都要有一个活动加快。", fits=fits)


def _solve(parameters: Parameters) -> Solution:
    if "table" in parameters:
        return _of_table(parameters)
    names, arcs, place = _renumbered(parameters["graph"])
    count = len(names)
    times = schedule(count, arcs)
    ways = [way for way in paths(count, arcs) if _length(way, arcs) == times.length]
    rows = (("ve", *times.ve), ("vl", *times.vl))
    labels = {tuple(place[end] for end in ends): name for name, ends in parameters.get("activities", {}).items()}

    def activity(number: int) -> str:
        start, end, _ = arcs[number]
        return str(labels.get((start, end), f"{names[start]}→{names[end]}"))

    critical = "、".join(activity(number) for number in times.critical)
    steps = paragraphs(table(("事件", *names), rows), f"关键活动（l − e 为 0）：{critical}。")
    if parameters.get("hastened"):
        return _hastened(parameters, ways, place, steps)
    answers = []
    for asked in parameters["asked"]:
        what, _, which = asked.partition(":")
        if what == "length":
            answers.append(f"{times.length}")
        elif what == "path":
            answers.append("；".join("→".join(names[vertex] for vertex in way) for way in ways) + f"（长度 {times.length}）")
        elif what == "critical":
            answers.append(critical)
        elif what in ("all-ve", "all-vl"):
            values_of = times.vl if what == "all-vl" else times.ve
            answers.append("，".join(f"{name}: {values_of[place[number]]}" for number, name in enumerate(parameters["graph"]["names"])))
        elif what in ("ve", "vl"):
            answers.append(str((times.vl if what == "vl" else times.ve)[place[int(which)]]))
        else:
            ends = tuple(place[int(end)] for end in which.split(">"))
            number = next(number for number, arc in enumerate(arcs) if arc[:2] == ends)
            early, late = times.e[number], times.l[number]
            answers.append(str({"e": early, "l": late, "slack": late - early}[what]))
    if len(answers) > 1:
        meaning = {
            "all-ve": "最早发生",
            "all-vl": "最迟发生",
            "ve": "最早发生",
            "vl": "最迟发生",
            "e": "最早开始",
            "l": "最迟开始",
            "slack": "时间余量",
            "length": "工期",
        }
        values = list(answers)
        answers = [
            f"{meaning.get(asked.partition(':')[0], '')} {answer}".strip()
            for asked, answer in zip(parameters["asked"], answers, strict=True)
        ]
    else:
        values = answers
    chosen: dict[tuple[int, int], Tone] = {arcs[number][:2]: "bad" for number in times.critical}
    return Solution(
        answer="；".join(answers),
        also=tuple(f"{answer}{unit}" for answer in answers for unit in ("天", " 天", "周", " 周"))
        if len(answers) == 1
        else ("，".join(values), "和".join(values)),
        steps=steps,
        conventions=("开始事件的最早发生时间为 0",),
        drawing=drawn("关键活动（粗线）", arcs, names, directed=True, chosen=chosen),
    )


KIND = Kind(
    name="critical-path",
    title="关键路径",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"关键路径|关键活动|关键工序|AOE|工期|工程|项目|最[早迟晚](?:开始|发生)|先行|紧前|前驱", recognise=recognise, solve=_solve
    ),
)
