"""Shortest paths from one vertex: questions about Dijkstra's algorithm round by round.

How it is worked out is said in `_shortest_path.dijkstra`.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.alternatives import but_not
from engine.generators.chance import Chance
from engine.generators.ds._graphs.weighted import Arc, told
from engine.generators.ds._shortest_path.dijkstra import Round, dijkstra, drawing_of, path, working_of
from engine.generators.ds._shortest_path.reading import recognise
from engine.generators.ds._shortest_path.solving import solve
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs

POINT = "ds.graph.dijkstra"


# --- questions ---------------------------------------------------------------------------------------------------------------------

_NAMES = "ABCDEFGH"


def _write(chance: Chance, difficulty: int) -> Generated | None:
    count = 5 if difficulty == 1 else chance.between(6, 7)
    pairs = [(0, vertex) for vertex in chance.sample(range(1, count), 2)]
    for vertex in range(1, count):
        others = [other for other in range(count) if other != vertex]
        pairs += [(other, vertex) for other in chance.sample(others, 1) if (other, vertex) not in pairs]
    every = [(a, b) for a in range(count) for b in range(1, count) if a != b and (a, b) not in pairs]
    pairs += chance.sample(every, chance.between(2, 4))
    arcs = [(tail, head, chance.between(2, 18)) for tail, head in sorted(pairs)]
    rounds = dijkstra(count, arcs, 0)
    if len(rounds) < count:
        return None
    final = rounds[-1].distances
    if len(set(final)) < count or _ambiguous(count, arcs, final):
        return None
    if difficulty == 1:
        return _distance(chance, count, arcs, rounds)
    if difficulty == 2:
        return _fixing_order(count, arcs, rounds) if chance.one_in(2) else _path(chance, count, arcs, rounds)
    return _array(chance, count, arcs, rounds)


def _ambiguous(count: int, arcs: Sequence[Arc], final: Sequence[int | None]) -> bool:
    """Whether a vertex has two shortest ways."""
    for vertex in range(1, count):
        ways = [arc for arc in arcs if arc[1] == vertex and (final[arc[0]] or 0) + arc[2] == final[vertex]]
        if len(ways) > 1:
            return True
    return False


def _words(count: int, arcs: Sequence[Arc]) -> str:
    return f"某带权有向图有顶点 {listed(_NAMES[:count], '、')}，各弧及权值为 {told(arcs, _NAMES, True)}"


def _greedy(count: int, arcs: Sequence[Arc], end: int) -> tuple[int, list[int]] | None:
    """Wrong: always along the cheapest arc to a new vertex."""
    at, total, seen = 0, 0, [0]
    while at != end:
        out = [arc for arc in arcs if arc[0] == at and arc[1] not in seen]
        if not out:
            return None
        arc = min(out, key=lambda arc: arc[2])
        at, total = arc[1], total + arc[2]
        seen.append(at)
    return total, seen


def _fewest_arcs(count: int, arcs: Sequence[Arc], end: int) -> tuple[int, list[int]] | None:
    """Wrong: the way with the fewest arcs."""
    ways = [(0, [0])]
    while ways:
        for total, way in ways:
            if way[-1] == end:
                return total, way
        ways = [(total + arc[2], [*way, arc[1]]) for total, way in ways for arc in arcs if arc[0] == way[-1] and arc[1] not in way]
    return None


def _ways(arcs: Sequence[Arc], end: int) -> list[tuple[int, list[int]]]:
    """Every simple way to `end`, by length."""
    found = []
    ways = [(0, [0])]
    while ways:
        found += [way for way in ways if way[1][-1] == end]
        ways = [
            (total + arc[2], [*way, arc[1]])
            for total, way in ways
            if way[-1] != end
            for arc in arcs
            if arc[0] == way[-1] and arc[1] not in way
        ]
    return sorted(found)


def _distance(chance: Chance, count: int, arcs: Sequence[Arc], rounds: Sequence[Round]) -> Generated | None:
    end = rounds[-1].vertex if chance.one_in(2) else rounds[-2].vertex
    right = rounds[-1].distances[end]
    assert right is not None
    if len(path(rounds, end)) < 4:
        return None
    values = []
    for found, why in ((_greedy(count, arcs, end), "每步只走眼前最短的弧"), (_fewest_arcs(count, arcs, end), "选了弧数最少的路径")):
        if found is not None:
            values.append((found[0], why))
    values += [(total, "没有继续用新确定的顶点改进距离") for total, _ in _ways(arcs, end)[1:3]]
    last = next(arc[2] for arc in arcs if arc[1] == end and arc[0] == path(rounds, end)[-2])
    values.append((right - last, "漏加了最后一段"))
    values += [(right + 1, "权值加错"), (right - 1, "权值加错"), (right + 2, "权值加错"), (right - 2, "权值加错")]
    way = " → ".join(_NAMES[vertex] for vertex in path(rounds, end))
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}。从 A 到 {_NAMES[end]} 的最短路径长度为",
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in values],
        steps=paragraphs(working_of(rounds, _NAMES[:count]), f"最短路径是 {way}，长度为 {right}。"),
        parameters={"task": "distance", "arcs": [list(arc) for arc in arcs], "end": end},
        drawing=drawing_of(_NAMES[:count], arcs, rounds, 0),
    )


def _path(chance: Chance, count: int, arcs: Sequence[Arc], rounds: Sequence[Round]) -> Generated | None:
    end = rounds[-1].vertex if chance.one_in(2) else rounds[-2].vertex
    way = path(rounds, end)
    others = [other for _, other in _ways(arcs, end)[1:]]
    if len(way) < 4 or len(others) < 3:
        return None

    def shown(vertices: Sequence[int]) -> str:
        return " → ".join(_NAMES[vertex] for vertex in vertices)

    wrong = []
    for found, why in ((_greedy(count, arcs, end), "每步只走眼前最短的弧"), (_fewest_arcs(count, arcs, end), "选了弧数最少的路径")):
        if found is not None:
            wrong.append(Wrong(shown(found[1]), why))
    wrong += [Wrong(shown(other), "这条路径不是最短的，漏了后来的改进") for other in others]
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}。从 A 到 {_NAMES[end]} 的最短路径是",
        right=shown(way),
        wrong=wrong,
        steps=paragraphs(working_of(rounds, _NAMES[:count]), f"从终点往回找前驱，最短路径是 {shown(way)}。"),
        parameters={"task": "path", "arcs": [list(arc) for arc in arcs], "end": end},
        drawing=drawing_of(_NAMES[:count], arcs, rounds, 0),
    )


def _fixing_order(count: int, arcs: Sequence[Arc], rounds: Sequence[Round]) -> Generated | None:
    order = [round_.vertex for round_ in rounds][1:]
    right = listed((_NAMES[vertex] for vertex in order), "、")
    first = rounds[0].distances
    by_first = sorted((vertex for vertex in range(1, count)), key=lambda vertex: (first[vertex] is None, first[vertex] or 0, vertex))
    spread: list[int] = [0]
    for vertex in spread:
        spread += [arc[1] for arc in arcs if arc[0] == vertex and arc[1] not in spread]
    inside = [0]
    while len(inside) < count:
        leaving = [arc for arc in arcs if arc[0] in inside and arc[1] not in inside]
        inside.append(min(leaving, key=lambda arc: arc[2])[1])
    wrong = [
        (inside[1:], "每次取最短的弧，做成了 Prim 算法"),
        (by_first, "按最初的距离排了次序，没有改进"),
        (spread[1:], "做成了广度优先遍历"),
        (list(range(1, count)), "按字母次序"),
    ]
    for place in range(len(order) - 2, -1, -1):
        wrong.append(([*order[:place], order[place + 1], order[place], *order[place + 2 :]], "有两个顶点的先后弄反了"))
    if inside[1:] == order:
        return None
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}。用 Dijkstra 算法求 A 到其余各顶点的最短路径，各顶点被确定的次序是",
        right=right,
        wrong=[Wrong(listed((_NAMES[vertex] for vertex in vertices), "、"), why) for vertices, why in wrong],
        steps=paragraphs(working_of(rounds, _NAMES[:count]), f"确定的次序是 {right}。"),
        parameters={"task": "order", "arcs": [list(arc) for arc in arcs]},
        drawing=drawing_of(_NAMES[:count], arcs, rounds, 0),
    )


def _array(chance: Chance, count: int, arcs: Sequence[Arc], rounds: Sequence[Round]) -> Generated | None:
    """The array of distances after some rounds, as 408 asks."""
    number = chance.between(2, count - 3)

    def shown(distances: Sequence[int | None]) -> str:
        return listed("∞" if distance is None else distance for distance in distances[1:])

    right = rounds[number].distances
    if right in (rounds[number - 1].distances, rounds[number + 1].distances) or right == rounds[-1].distances:
        return None
    wrong = [
        (rounds[number - 1].distances, "少做了一轮"),
        (rounds[number + 1].distances, "多做了一轮"),
        (rounds[0].distances, "没有改进，直接抄了从起点出发的弧"),
        (rounds[-1].distances, "写成了最后的结果"),
    ]
    for vertex in range(1, count):
        value = right[vertex]
        for arc in arcs:
            if arc[1] == vertex and value is not None and arc[0] == rounds[number].vertex and arc[2] != value:
                wrong.append(((*right[:vertex], arc[2], *right[vertex + 1 :]), f"到 {_NAMES[vertex]} 的距离只取了弧的权值"))
        if value is not None:
            wrong.append(((*right[:vertex], value + 1, *right[vertex + 1 :]), f"到 {_NAMES[vertex]} 的距离加错"))
    heads = "、".join(_NAMES[1:count])
    return Generated(
        point=POINT,
        stem=(
            f"{_words(count, arcs)}。用 Dijkstra 算法求 A 到其余各顶点的最短路径，在确定了 {number} 个顶点（不含 A）并用它们改进之后，"
            f"A 到 {heads} 的当前距离依次为"
        ),
        right=shown(right),
        wrong=[Wrong(shown(distances), why) for distances, why in wrong],
        steps=paragraphs(working_of(rounds[: number + 1], _NAMES[:count]), f"第 {number} 轮后的距离依次为 {shown(right)}。"),
        parameters={"task": "array", "arcs": [list(arc) for arc in arcs], "rounds": number},
        drawing=drawing_of(_NAMES[:count], arcs, rounds, 0),
    )


KIND = Kind(
    name="shortest-path",
    title="最短路径",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"最便宜|最[低少小].{0,4}(?:票价|运费|费用|花费|代价|成本|开销|时延|延迟)|多远|最短|最少|最近|最快|最省|距离|最远|路径|dist|Dijkstra|dij|Floyd|弗洛伊德|[迪狄]杰斯特拉|[迪狄]克斯特拉",
        recognise=but_not(r"(?<!最短)(?:有|存在|共)(?:多少|几)条(?:不同的?|简单|的)*路径")(recognise),
        solve=solve,
    ),
)
