"""Networks of activities (AOE 网): questions about earliest and latest times, slack, critical activities, and the project's length.

What is computed, and by which book, is said in `_critical_path.schedules`.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.graph import Graph
from engine.drawings.model import Tone
from engine.generators.alternatives import but_not
from engine.generators.chance import Chance
from engine.generators.ds._critical_path.reading import recognise
from engine.generators.ds._critical_path.schedules import Schedule, length_of, paths, schedule
from engine.generators.ds._critical_path.solving import solve
from engine.generators.ds._graphs.weighted import Arc, acyclic, drawn, told
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs, table

POINT = "ds.graph.critical-path"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    count = 6 if difficulty == 1 else 7
    arcs = acyclic(chance, count, chance.between(2, 3), 9)
    times = schedule(count, arcs)
    ways = [way for way in paths(count, arcs) if length_of(way, arcs) == times.length]
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
    lengths = sorted({length_of(way, arcs) for way in paths(count, arcs)})
    fewest = min(paths(count, arcs), key=len)
    right = times.length
    greedy, way = 0, 0
    while way != count - 1:
        _, way, duration = max((arc for arc in arcs if arc[0] == way), key=lambda arc: arc[2])
        greedy += duration
    candidates = [
        (lengths[0], "求成了最短路径的长度"),
        (greedy, "每步只选持续时间最长的活动"),
        (length_of(fewest, arcs), "选了活动最少的路径"),
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

    ways = sorted(paths(count, arcs), key=lambda each: -length_of(each, arcs))
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


# Activities that wait for each other.
_UNREAD = r"(?:只有|仅有)[一1两2][台个名位](?:机器|设备|人|工人|人手|施工队)|人手(?:只够|不足)|不能同时(?:进行|开工|施工)"

KIND = Kind(
    name="critical-path",
    title="关键路径",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"关键|AOE|工期|工程|项目|最[早迟晚]|先行|紧前|前驱|做完|完工|v[el](?![a-z])|活动",
        recognise=but_not(_UNREAD)(recognise),
        solve=solve,
    ),
)
