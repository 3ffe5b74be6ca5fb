"""Shortest paths from one vertex: Dijkstra's algorithm round by round.

Dijkstra 1959, as in Yan Weimin (最短路径): in each round the vertex with the least tentative distance is fixed, and the distances
over it are improved. Weights are positive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.graph import Graph
from engine.generators.chance import Chance
from engine.generators.ds._shortest_path_reading import recognise
from engine.generators.ds._weighted import Arc, drawn, told
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

POINT = "ds.graph.dijkstra"


@dataclass(frozen=True, slots=True)
class Round:
    """One round: the vertex fixed, and all distances (None: not reached) and predecessors afterwards."""

    vertex: int
    distances: tuple[int | None, ...]
    before: tuple[int | None, ...]


def dijkstra(count: int, arcs: Sequence[Arc], start: int) -> list[Round]:
    """The rounds, the start's own first; vertices that cannot be reached are never fixed. Of equal distances the lower number goes first."""
    distances: list[int | None] = [None] * count
    before: list[int | None] = [None] * count
    distances[start] = 0
    fixed: list[int] = []
    rounds: list[Round] = []
    while True:
        open_ = [(distance, vertex) for vertex, distance in enumerate(distances) if distance is not None and vertex not in fixed]
        if not open_:
            return rounds
        reached, vertex = min(open_)
        fixed.append(vertex)
        for tail, head, weight in arcs:
            known = distances[head]
            if tail == vertex and (known is None or reached + weight < known):
                distances[head], before[head] = reached + weight, vertex
        rounds.append(Round(vertex, tuple(distances), tuple(before)))


def path(rounds: Sequence[Round], end: int) -> list[int]:
    """The vertices on the way to `end`."""
    before = rounds[-1].before
    way = [end]
    while (earlier := before[way[-1]]) is not None:
        way.append(earlier)
    return way[::-1]


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


def _working(rounds: Sequence[Round], names: Sequence[str]) -> str:
    rows = []
    for number, round_ in enumerate(rounds):
        shown = ["∞" if distance is None else str(distance) for distance in round_.distances]
        rows.append((number, names[round_.vertex], *shown))
    return paragraphs("每轮取未确定顶点中距离最小的，用它改进其余距离：", table(("轮", "确定", *(f"到 {name}" for name in names)), rows))


def _drawing(names: Sequence[str], arcs: Sequence[Arc], rounds: Sequence[Round], start: int) -> Graph:
    last = rounds[-1]
    tree = {(earlier, vertex): "good" for vertex, earlier in enumerate(last.before) if earlier is not None}
    notes = ["起点" if vertex == start else "∞" if distance is None else str(distance) for vertex, distance in enumerate(last.distances)]
    return drawn(
        f"从 {names[start]} 出发的最短路径",
        arcs,
        names,
        directed=True,
        chosen=dict.fromkeys(tree, "good"),
        notes=notes,
        note="绿色为最短路径树，顶点下是最短距离。",
    )


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
        steps=paragraphs(_working(rounds, _NAMES[:count]), f"最短路径是 {way}，长度为 {right}。"),
        parameters={"task": "distance", "arcs": [list(arc) for arc in arcs], "end": end},
        drawing=_drawing(_NAMES[:count], arcs, rounds, 0),
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
        steps=paragraphs(_working(rounds, _NAMES[:count]), f"从终点往回找前驱，最短路径是 {shown(way)}。"),
        parameters={"task": "path", "arcs": [list(arc) for arc in arcs], "end": end},
        drawing=_drawing(_NAMES[:count], arcs, rounds, 0),
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
        steps=paragraphs(_working(rounds, _NAMES[:count]), f"确定的次序是 {right}。"),
        parameters={"task": "order", "arcs": [list(arc) for arc in arcs]},
        drawing=_drawing(_NAMES[:count], arcs, rounds, 0),
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
        steps=paragraphs(_working(rounds[: number + 1], _NAMES[:count]), f"第 {number} 轮后的距离依次为 {shown(right)}。"),
        parameters={"task": "array", "arcs": [list(arc) for arc in arcs], "rounds": number},
        drawing=_drawing(_NAMES[:count], arcs, rounds, 0),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _matrix(names: Sequence[str], arcs: Sequence[Arc]) -> Solution:
    """The shortest distances between all pairs."""
    rows = [
        [("∞" if value is None else str(value)) for value in dijkstra(len(names), arcs, start)[-1].distances] for start in range(len(names))
    ]
    return Solution(
        answer="；".join(f"第 {number} 行：{listed(row)}" for number, row in enumerate(rows, 1)),
        steps=table(("", *names), [(name, *row) for name, row in zip(names, rows, strict=True)]),
        also=("；".join(listed(row) for row in rows), "; ".join(" ".join(row) for row in rows)),
        conventions=(f"行、列依次是 {listed(names, '、')}",),
    )


def _partly(parameters: Parameters, rounds: Sequence[Round], names: Sequence[str], ambiguous: bool) -> Solution:
    """The order in which vertices are settled, or the distances when some of them are."""
    if ambiguous:
        stay_out("two vertices could be settled next")
    settled = [names[each.vertex] for each in rounds]
    if parameters["task"] == "order":
        order = settled[1:]
        if any(rounds[-1].distances[names.index(name)] is None for name in parameters["ends"]):
            stay_out("a vertex that is never reached")
        return Solution(
            answer=listed(order, "、"),
            steps=_working(rounds, list(names)),
            also=(listed(order), " ".join(order), "".join(order), ",".join(order), "→".join(order)),
        )
    number = len(parameters["settled"])
    if number >= len(rounds) or set(parameters["settled"]) != set(settled[:number]):
        stay_out("settled in another order")
    # The distances of a round are those after its vertex has been settled and its arcs looked at.
    values = ["∞" if (value := rounds[number - 1].distances[names.index(end)]) is None else str(value) for end in parameters["ends"]]
    return Solution(
        answer="，".join(f"dist[{end}] = {value}" for end, value in zip(parameters["ends"], values, strict=True)),
        steps=_working(rounds[:number], list(names)),
        also=(listed(values), "，".join(values)),
    )


def _solve(parameters: Parameters) -> Solution:
    names: list[str] = list(parameters["names"])
    arcs: list[Arc] = [(tail, head, weight) for tail, head, weight in parameters["arcs"]]
    directed = [*arcs, *((head, tail, weight) for tail, head, weight in arcs)] if parameters["undirected"] else arcs
    if parameters.get("task") == "matrix":
        return _matrix(names, directed)
    start = names.index(parameters["start"])
    rounds = dijkstra(len(names), directed, start)
    answers = []
    reached = rounds[-1].distances
    if "task" in parameters:
        known = [value for value in reached if value is not None]
        return _partly(parameters, rounds, names, len(set(known)) != len(known))
    if parameters.get("chosen") and any(reached[names.index(end)] is None for end in parameters["ends"]):
        stay_out("no way to the only ones asked for: misread, or a trick")
    for end in parameters["ends"]:
        at = names.index(end)
        if reached[at] is None:
            answers.append(f"{names[start]} 到 {end} 不可达（∞）")
            continue
        way = "→".join(names[vertex] for vertex in path(rounds, at))
        answers.append(f"{names[start]} 到 {end} 的最短路径长度 {reached[at]}（{way}）")
    values = ["∞" if (value := reached[names.index(end)]) is None else str(value) for end in parameters["ends"]]
    return Solution(
        answer="；".join(answers),
        steps=_working(rounds, names),
        also=(", ".join(values), ",".join(values)),
        conventions=("图为无向图，每条边可双向走" if parameters["undirected"] else "箭头（弧）只能单向走", "同样短的路径只列一条"),
        drawing=None if parameters["undirected"] else _drawing(names, arcs, rounds, start),
    )


KIND = Kind(
    name="shortest-path",
    title="最短路径",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"最短|最少(?:要|得|需要?)?走|最近|Dijkstra|Floyd|弗洛伊德|[迪狄]杰斯特拉|[迪狄]克斯特拉", recognise=recognise, solve=_solve
    ),
)
