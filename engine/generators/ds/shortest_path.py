"""Shortest paths from one vertex: Dijkstra's algorithm round by round.

Dijkstra 1959, as in Yan Weimin (最短路径): in each round the vertex with the least tentative distance is fixed, and the distances
over it are improved. Weights are positive.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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


def distances_over(count: int, arcs: Sequence[Arc], over: Sequence[int]) -> list[list[int | None]]:
    """The shortest distances between all pairs by ways that pass only over some vertices (Floyd); None: no such way."""
    table_: list[list[int | None]] = [[0 if row == column else None for column in range(count)] for row in range(count)]
    for tail, head, weight in arcs:
        table_[tail][head] = weight
    for middle in over:
        for row in range(count):
            for column in range(count):
                first, second, known = table_[row][middle], table_[middle][column], table_[row][column]
                if first is not None and second is not None and (known is None or first + second < known):
                    table_[row][column] = first + second
    return table_


def number_of_ways(count: int, arcs: Sequence[Arc], start: int, end: int) -> int:
    """How many shortest paths there are."""
    rounds = dijkstra(count, arcs, start)
    ways = {start: 1}
    for round_ in rounds[1:]:
        reached = rounds[-1].distances[round_.vertex]
        ways[round_.vertex] = sum(
            ways.get(tail, 0)
            for tail, head, weight in arcs
            if head == round_.vertex and (before := rounds[-1].distances[tail]) is not None and before + weight == reached
        )
    return ways.get(end, 0)


@dataclass(frozen=True, slots=True)
class _Told:
    """An answer: the sentence, its bare value, and its working."""

    sentence: str
    value: str
    working: str


def _shown(value: int | None) -> str:
    return "∞" if value is None else str(value)


class _Network:
    """A graph with what was asked of it."""

    def __init__(self, names: list[str], arcs: list[Arc]) -> None:
        self.names, self.arcs, self.count = names, arcs, len(names)

    def tell(self, task: Sequence[Any], only: bool) -> _Told:
        """The answer to one thing asked; `only`: nothing else is."""
        what, *rest = task
        told_: _Told = getattr(self, f"_{what}")(*rest, **({"only": only} if what == "way" else {}))
        return told_

    def _rounds(self, start: int) -> list[Round]:
        return dijkstra(self.count, self.arcs, start)

    def _in_order(self, start: int, upto: int | None = None) -> list[Round]:
        """The rounds where none of the first `upto` could have gone to another vertex."""
        rounds = self._rounds(start)
        reached = [rounds[-1].distances[each.vertex] for each in rounds]
        last = len(rounds) if upto is None else upto + 1
        if any(one == other for one, other in itertools.pairwise(reached[: last + 1])):
            stay_out("two vertices could be settled next")
        return rounds

    def _way(self, start: int, end: int, *, only: bool) -> _Told:
        rounds = self._rounds(start)
        reached, name = rounds[-1].distances[end], self.names[end]
        working = _working(rounds, self.names)
        if reached is None:
            if only:
                stay_out("no way to the only one asked for: misread, or a trick")
            return _Told(f"{self.names[start]} 到 {name} 不可达（∞）", "∞", working)
        way = "→".join(self.names[vertex] for vertex in path(rounds, end))
        return _Told(f"{self.names[start]} 到 {name} 的最短路径长度 {reached}（{way}）", str(reached), working)

    def _every(self, start: int) -> _Told:
        told_ = [self._way(start, end, only=False) for end in range(self.count) if end != start]
        return _Told("；".join(each.sentence for each in told_), ", ".join(each.value for each in told_), told_[0].working)

    def _reach(self, start: int, end: int) -> _Told:
        rounds = self._rounds(start)
        can = rounds[-1].distances[end] is not None
        return _Told(
            f"{self.names[start]} 到 {self.names[end]} {'可达' if can else '不可达'}",
            "可达" if can else "不可达",
            _working(rounds, self.names),
        )

    def _order(self, start: int) -> _Told:
        rounds = self._in_order(start)
        if len(rounds) < self.count:
            stay_out("a vertex that is never reached")
        order = [self.names[each.vertex] for each in rounds[1:]]
        return _Told(f"{listed(order, '、')}（源点 {self.names[start]} 最先）", listed(order), _working(rounds, self.names))

    def _nth(self, start: int, number: int) -> _Told:
        rounds = self._in_order(start, number)
        if not 1 <= number < len(rounds):
            stay_out("no such vertex")
        vertex = rounds[number].vertex
        value = _shown(rounds[-1].distances[vertex])
        return _Told(f"{self.names[vertex]}（最短路径长度 {value}）", self.names[vertex], _working(rounds, self.names))

    def _last(self, start: int) -> _Told:
        rounds = self._in_order(start)
        vertex = rounds[-1].vertex
        return _Told(f"最后确定的是 {self.names[vertex]}", self.names[vertex], _working(rounds, self.names))

    def _farthest(self, start: int) -> _Told:
        rounds = self._in_order(start)
        vertex = rounds[-1].vertex
        value = _shown(rounds[-1].distances[vertex])
        return _Told(f"最远的是 {self.names[vertex]}（最短路径长度 {value}）", self.names[vertex], _working(rounds, self.names))

    def _centre(self) -> _Told:
        """The vertex from which the farthest other is nearest."""
        farthest = [
            max((value for value in self._rounds(start)[-1].distances if value is not None), default=0) for start in range(self.count)
        ]
        if any(len(self._rounds(start)) < self.count for start in range(self.count)) or farthest.count(min(farthest)) != 1:
            stay_out("several centres, or a vertex that is never reached")
        best = farthest.index(min(farthest))
        rows = [(name, value) for name, value in zip(self.names, farthest, strict=True)]
        return _Told(f"选 {self.names[best]}，最远距离 {farthest[best]}", self.names[best], table(("选址", "到最远顶点的距离"), rows))

    def _count(self, start: int, end: int) -> _Told:
        ways = number_of_ways(self.count, self.arcs, start, end)
        if not ways:
            stay_out("no way")
        return _Told(
            f"{self.names[start]} 到 {self.names[end]} 的最短路径有 {ways} 条", str(ways), _working(self._rounds(start), self.names)
        )

    def _dist(self, start: int, moment: Sequence[Any] | None, of: Sequence[int]) -> _Told:
        """Distances at the end, or when a round is over: its vertex has been settled and its arcs looked at."""
        rounds = self._rounds(start)
        number = len(rounds) - 1
        if moment is not None and moment[0] == "round":
            number = moment[1]
        elif moment is not None:
            settled, order = set(moment[1]), [each.vertex for each in rounds]
            if any(vertex not in order for vertex in settled):
                stay_out("a vertex that is never settled")
            number = max(order.index(vertex) for vertex in settled)
            # A list names all that are settled so far; a single vertex is the one settled last.
            if len(settled) > 1 and settled | {start} != set(order[: number + 1]):
                stay_out("settled in another order")
        if moment is not None:
            rounds = self._in_order(start, number)
        if not 0 <= number < len(rounds):
            stay_out("no such round")
        values = [_shown(rounds[number].distances[vertex]) for vertex in of]
        told_ = "，".join(f"dist[{self.names[vertex]}] = {value}" for vertex, value in zip(of, values, strict=True))
        return _Told(told_, listed(values), _working(rounds[: number + 1], self.names))

    def _matrix(self, over: Sequence[int]) -> _Told:
        rows = [[_shown(value) for value in row] for row in distances_over(self.count, self.arcs, over)]
        working = table(("", *self.names), [(name, *row) for name, row in zip(self.names, rows, strict=True)])
        sentence = "；".join(f"第 {number} 行：{listed(row)}" for number, row in enumerate(rows, 1))
        return _Told(sentence, "；".join(listed(row) for row in rows), working)

    def _entry(self, start: int, end: int, over: Sequence[int]) -> _Told:
        rows = distances_over(self.count, self.arcs, over)
        value = _shown(rows[start][end])
        working = table(("", *self.names), [(name, *map(_shown, row)) for name, row in zip(self.names, rows, strict=True)])
        middle = listed([self.names[vertex] for vertex in over], "、")
        return _Told(f"{self.names[start]} 到 {self.names[end]} 的距离 {value}", value, paragraphs(f"只以 {middle} 为中间点：", working))


def _solve(parameters: Parameters) -> Solution:
    if "count" in parameters:
        count = parameters["count"]
        return Solution(
            answer=f"{count**3} 次",
            steps=f"三重循环各执行 {count} 次，{count} × {count} × {count} = {count**3}。",
            also=(str(count**3),),
        )
    names: list[str] = list(parameters["names"])
    arcs: list[Arc] = [(tail, head, weight) for tail, head, weight in parameters["arcs"]]
    both = [*arcs, *((head, tail, weight) for tail, head, weight in arcs)]
    directed, tasks = parameters["directed"], parameters["asked"]
    told_ = [_Network(names, both if directed is False else arcs).tell(task, len(tasks) == 1) for task in tasks]
    if directed is None and [each.value for each in told_] != [
        each.value for each in (_Network(names, both).tell(task, len(tasks) == 1) for task in tasks)
    ]:
        stay_out("directed or not decides")
    values = [each.value for each in told_]
    if tasks[0][0] == "order":
        values.append(f"{names[tasks[0][1]]}, {values[0]}")
    also = (
        values[-1],
        values[-1].replace(", ", ","),
        values[0],
        values[0].replace(", ", ","),
        values[0].replace(", ", ""),
        values[0].replace(", ", " "),
        values[0].replace(", ", "→"),
        values[-1].replace(", ", "→"),
        values[-1].replace(", ", ""),
    )
    starts = {task[1] for task in tasks if task[0] in ("way", "every")}
    rounds = dijkstra(len(names), arcs, starts.pop()) if len(starts) == 1 and directed else None
    return Solution(
        answer="；".join(each.sentence for each in told_),
        steps=paragraphs(*dict.fromkeys(each.working for each in told_)),
        also=also if len(told_) == 1 else ("，".join(values), "；".join(values)),
        conventions=(
            {
                True: "箭头（弧）只能单向走",
                False: "图为无向图，每条边可双向走",
                None: "题目没说有向还是无向，这里两种结果相同",
            }[directed],
            "同样短的路径只列一条",
        ),
        drawing=None if rounds is None else _drawing(names, arcs, rounds, rounds[0].vertex),
    )


KIND = Kind(
    name="shortest-path",
    title="最短路径",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"最短|最少|最近|最快|最省|距离|最远|路径|dist|Dijkstra|dij|Floyd|弗洛伊德|[迪狄]杰斯特拉|[迪狄]克斯特拉",
        recognise=recognise,
        solve=_solve,
    ),
)
