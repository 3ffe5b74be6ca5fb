"""Shortest paths from one vertex: Dijkstra's algorithm round by round.

Dijkstra 1959, as in Yan Weimin (最短路径): in each round the vertex with the least tentative distance is fixed, and the distances
over it are improved. Weights are positive.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.graph import Graph
from engine.generators.chance import Chance
from engine.generators.ds._weighted import VERTEX, Arc, drawn, named_as, read_arcs, read_vertices, told
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import Reading, stay_out

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


_POINT_WORD = r"(?:顶点|源点|起点|终点|结点|节点|点)"
_HAN_AND = r"(?:\s*[、,]\s*|和|与|及)"


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.take_all(
        r"\(?(?:如果|若|其中)?(?:不可达|到不了|不能到达|达不到|不可到达|没有路径)(?:的|顶点|者|则|就|时)*(?:写|记|用|标|填|以)?(?:作|为|成|上)?(?:∞|无穷大?)(?:表示)?\)?"
    )
    reading.refuse(
        r"生成树|最长|关键|不|第|次序|顺序|轮|步|负|-\d|Floyd|弗洛伊德|拓扑|任意|每对|条数|几条|多少条|邻接矩阵|如图|下图|∞|次短|经过|必须|途经|期间"
    )
    undirected = bool(reading.take_all(r"(?:带权)?无向(?:图|网)?"))
    arrows = r"有向|弧|→|(?:起点|始点)[ ,、](?:终点)[ ,、]"
    if (not undirected and not reading.has(arrows)) or (undirected and reading.has(arrows)):
        stay_out("directed or not")
    stated = read_vertices(reading)
    reading.take_all(r"(?:带|加|赋)权|(?:边|弧)及(?:其)?权值?")
    graph = read_arcs(reading, directed=not undirected)
    named = reading.take_all(r"最短(?:路径|路|距离)(?:的)?(?:长度|值|长)?")
    named += reading.take_all(r"(?:Dijkstra|迪杰斯特拉|迪克斯特拉|狄克斯特拉|狄杰斯特拉)(?:\s*\(?Dijkstra\)?)?(?:的)?(?:算法)?")
    vertex = rf"(?<![A-Za-z0-9]){VERTEX}(?![A-Za-z0-9])"
    every = reading.take(
        rf"(?:从|由|自|以)?{_POINT_WORD}?\s*(?P<start>{vertex})\s*(?:点)?(?:为源点|为起点)?(?:出发)?(?:到|至)(?:图中)?(?:其余|其他|其它|所有|剩余|剩下|别的|各)+(?:的)?(?:各|所有)?(?:个)?(?:的)?{_POINT_WORD}"
    )
    pair = None
    if every is None:
        pair = reading.take(
            rf"(?:从|由|自)?{_POINT_WORD}?\s*(?P<start>{vertex})\s*(?:点)?(?:出发)?(?:到|至|和|与){_POINT_WORD}?\s*(?P<end>{vertex}(?:{_HAN_AND}{vertex})*)(?:{_POINT_WORD})?(?:之间)?(?:各自|各|分别)?"
        )
    sources = reading.take_one(
        (
            rf"(?:源点|起点|始点|出发点)\s*(?:为|是|取|选|:|=)?\s*(?P<value>{vertex})",
            rf"(?:从|以|由|自){_POINT_WORD}?\s*(?P<value>{vertex})\s*(?:点|顶点)?(?:(?:作)?为(?:源点|起点|始点|出发点)|出发|开始|起)",
            rf"(?<=\ue000|,|。){_POINT_WORD}?\s*(?P<value>{vertex})\s*(?:点|顶点)?(?:(?:作)?为(?:源点|起点|始点|出发点)|出发)",
        ),
        str.upper,
    )
    to_every = bool(
        reading.take_all(
            rf"(?:到|至)(?:图中)?(?:其余|其他|其它|所有|剩余|剩下|别的|各)+(?:的)?(?:各|所有)?(?:个)?(?:的)?{_POINT_WORD}|单源"
        )
    )
    ends_only = (
        reading.take(rf"(?:到|至){_POINT_WORD}?\s*(?P<end>{vertex}(?:{_HAN_AND}{vertex})*)(?:{_POINT_WORD})?") if pair is None else None
    )
    reading.finish("有向图 有向网 有向 网 网络 图 弧 边 顶点 结点 节点 点 各弧 各边 如下 权值 权 长度 G 距离 源点 单源 求得 路 路径 它")
    if not named or graph is None:
        return None
    names, arcs = graph
    stated.check(names)
    parameters: dict[str, object] = {"names": names, "arcs": [list(arc) for arc in arcs], "undirected": undirected}
    understood = (("图", "无向" if undirected else "有向"), ("边", told(arcs, names, not undirected)))
    found = pair or every
    starts = {found["start"].upper()} if found is not None else set()
    starts |= {sources} if sources is not None else set()
    if len(starts) > 1 or (ends_only is not None and every is not None) or (to_every and (pair is not None or ends_only is not None)):
        # 单源 may stand with a single end, but that is rare; two starts never.
        stay_out("start and end")
    if not starts:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("start", "从哪个顶点到哪个顶点？", "从{}到各顶点"),)
        )
    start = named_as(names, starts.pop())
    if start is None or any(weight < 1 for _, _, weight in arcs):
        return None
    if pair is not None or ends_only is not None:
        told_ends = re.split(r"[^A-Za-z0-9]+", (pair or ends_only)["end"])  # type: ignore[index]
        ends = [named_as(names, end) for end in told_ends]
    else:
        ends = [name for name in names if name != start]
    if any(end is None or end == start for end in ends) or len(set(ends)) != len(ends):
        return None
    if pair is not None or ends_only is not None:
        directed = [*arcs, *((head, tail, weight) for tail, head, weight in arcs)] if undirected else arcs
        reached = dijkstra(len(names), directed, names.index(start))[-1].distances
        if any(reached[names.index(str(end))] is None for end in ends):
            stay_out("no way to the only ones asked for: misread, or a trick")
    parameters |= {"start": start, "ends": ends}
    return Recognition(parameters=parameters, understood=(*understood, ("起点", start), ("终点", listed([str(end) for end in ends], "、"))))


def _solve(parameters: Parameters) -> Solution:
    names: list[str] = list(parameters["names"])
    arcs: list[Arc] = [(tail, head, weight) for tail, head, weight in parameters["arcs"]]
    directed = [*arcs, *((head, tail, weight) for tail, head, weight in arcs)] if parameters["undirected"] else arcs
    start = names.index(parameters["start"])
    rounds = dijkstra(len(names), directed, start)
    answers = []
    reached = rounds[-1].distances
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
        also=(", ".join(values),),
        conventions=("图为无向图，每条边可双向走" if parameters["undirected"] else "箭头（弧）只能单向走", "同样短的路径只列一条"),
        drawing=None if parameters["undirected"] else _drawing(names, arcs, rounds, start),
    )


KIND = Kind(
    name="shortest-path",
    title="最短路径",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"最短|Dijkstra|[迪狄]杰斯特拉|[迪狄]克斯特拉", recognise=_recognise, solve=_solve),
)
