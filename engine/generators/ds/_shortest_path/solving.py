"""Answers about shortest paths: ways, orders, distances on the way, and tables over some vertices."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.generators.ds._graphs.weighted import Arc
from engine.generators.ds._shortest_path.dijkstra import Round, dijkstra, drawing_of, path, working_of
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out


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

    def __init__(self, names: list[str], arcs: list[Arc], ties: bool) -> None:
        self.names, self.arcs, self.count, self.ties = names, arcs, len(names), ties

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
        if not self.ties and any(one == other for one, other in itertools.pairwise(reached[: last + 1])):
            stay_out("two vertices could be settled next")
        return rounds

    def _way(self, start: int, end: int, *, only: bool) -> _Told:
        rounds = self._rounds(start)
        reached, name = rounds[-1].distances[end], self.names[end]
        working = working_of(rounds, self.names)
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
            working_of(rounds, self.names),
        )

    def _order(self, start: int) -> _Told:
        rounds = self._in_order(start)
        if len(rounds) < self.count:
            stay_out("a vertex that is never reached")
        order = [self.names[each.vertex] for each in rounds[1:]]
        return _Told(f"{listed(order, '、')}（源点 {self.names[start]} 最先）", listed(order), working_of(rounds, self.names))

    def _rest(self, start: int, told: Sequence[int | None]) -> _Told:
        """The vertices in the order in which they are settled, without the first ones, which the problem tells."""
        rounds = self._in_order(start)
        order = [each.vertex for each in rounds[1:]]
        if order[: len(told)] != list(told) or len(rounds) < self.count:
            stay_out("others are found first")
        names = [self.names[vertex] for vertex in order[len(told) :]]
        return _Told(listed(names), listed(names), working_of(rounds, self.names))

    def _before(self, start: int, vertex: int) -> _Told:
        """The vertex before another one on the shortest path, where there is only one."""
        rounds = self._rounds(start)
        reached = rounds[-1].distances
        before = rounds[-1].before[vertex]
        found = {
            tail
            for tail, head, weight in self.arcs
            if head == vertex and (known := reached[tail]) is not None and known + weight == reached[vertex]
        }
        if before is None or found != {before}:
            stay_out("no vertex before, or several")
        return _Told(f"{self.names[vertex]} 的前驱是 {self.names[before]}", self.names[before], working_of(rounds, self.names))

    def _nth(self, start: int, number: int) -> _Told:
        rounds = self._in_order(start, number)
        if not 1 <= number < len(rounds):
            stay_out("no such vertex")
        vertex = rounds[number].vertex
        value = _shown(rounds[-1].distances[vertex])
        return _Told(f"{self.names[vertex]}（最短路径长度 {value}）", self.names[vertex], working_of(rounds, self.names))

    def _last(self, start: int) -> _Told:
        rounds = self._in_order(start)
        vertex = rounds[-1].vertex
        return _Told(f"最后确定的是 {self.names[vertex]}", self.names[vertex], working_of(rounds, self.names))

    def _farthest(self, start: int) -> _Told:
        rounds = self._in_order(start)
        vertex = rounds[-1].vertex
        value = _shown(rounds[-1].distances[vertex])
        return _Told(f"最远的是 {self.names[vertex]}（最短路径长度 {value}）", self.names[vertex], working_of(rounds, self.names))

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
            f"{self.names[start]} 到 {self.names[end]} 的最短路径有 {ways} 条", str(ways), working_of(self._rounds(start), self.names)
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
        return _Told(told_, listed(values), working_of(rounds[: number + 1], self.names))

    def _matrix(self, over: Sequence[int]) -> _Told:
        rows = [[_shown(value) for value in row] for row in distances_over(self.count, self.arcs, over)]
        working = table(("", *self.names), [(name, *row) for name, row in zip(self.names, rows, strict=True)])
        sentence = "；".join(f"第 {number} 行：{listed(row)}" for number, row in enumerate(rows, 1))
        return _Told(sentence, "；".join(listed(row) for row in rows), working)

    def _table(self, over: Sequence[int], label: str = "") -> _Told:
        """The matrix half way, asked for itself."""
        told_ = self._matrix(over)
        return _Told(f"{label}：{told_.sentence}", told_.value, f"{label}：\n\n{told_.working}") if label else told_

    def _rows(self, numbers: Sequence[int], over: Sequence[int]) -> _Told:
        """Some rows of the matrix of ways over some vertices."""
        rows = [[_shown(value) for value in row] for row in distances_over(self.count, self.arcs, over)]
        if not all(0 <= number < self.count for number in numbers):
            stay_out("no such row")
        working = table(("", *self.names), [(name, *row) for name, row in zip(self.names, rows, strict=True)])
        sentence = "；".join(f"第 {number + 1} 行：{listed(rows[number])}" for number in numbers)
        return _Told(sentence, "；".join(listed(rows[number]) for number in numbers), working)

    def _entry(self, start: int, end: int, over: Sequence[int]) -> _Told:
        rows = distances_over(self.count, self.arcs, over)
        value = _shown(rows[start][end])
        working = table(("", *self.names), [(name, *map(_shown, row)) for name, row in zip(self.names, rows, strict=True)])
        middle = listed([self.names[vertex] for vertex in over], "、")
        return _Told(f"{self.names[start]} 到 {self.names[end]} 的距离 {value}", value, paragraphs(f"只以 {middle} 为中间点：", working))


def _of_last(tasks: Sequence[Sequence[Any]], told: Sequence[_Told]) -> tuple[str, ...]:
    """What options say where all the paths are found first, and one of them is asked for."""
    if len(tasks) != 2 or tasks[0][0] != "every" or tasks[1][0] != "way":
        return ()
    way = _WAY.findall(told[1].sentence)
    return (
        told[1].value,
        *(form for each in way for form in (each, each.replace("→", ","), each.replace("→", "-"), each.replace("→", ""))),
    )


def _solve_changed(parameters: Parameters, names: list[str], arcs: list[Arc], directed: bool | None) -> Solution:
    """What was asked of the graph, and then of the graph with another weight at one edge."""
    start, end, weight = parameters["change"]
    changed = [(tail, head, weight if (tail, head) == (start, end) else own) for tail, head, own in arcs]
    told: list[_Told] = []
    for tasks, edges in ((parameters["asked"], arcs), (parameters["later"], changed)):
        both = [*edges, *((head, tail, own) for tail, head, own in edges)]
        found = [_Network(names, both if directed is False else edges, False).tell(task, False) for task in tasks]
        if directed is None and [each.value for each in found] != [_Network(names, both, False).tell(task, False).value for task in tasks]:
            stay_out("directed or not decides")
        told += found
    before = len(parameters["asked"])
    sentences = [each.sentence if number < before else f"改动后 {each.sentence}" for number, each in enumerate(told)]
    values = [each.value for each in told]
    return Solution(
        answer="；".join(dict.fromkeys(sentences)),
        steps=paragraphs(
            *dict.fromkeys(each.working for each in told[:before]),
            f"{names[start]} 到 {names[end]} 的权改为 {weight} 后重新求：",
            *dict.fromkeys(each.working for each in told[before:]),
        ),
        also=("，".join(values), "；".join(values), values[-1] if len(values) == 1 else "；".join(values)),
    )


def _routes(way: str) -> tuple[str, ...]:
    """A way as options write it."""
    return way, way.replace("→", "-"), way.replace("→", ","), way.replace("→", "")


_WAY = re.compile(r"（([^（）]*→[^（）]*)）$")


def solve(parameters: Parameters) -> Solution:
    """What was asked of a graph's shortest paths."""
    if "count" in parameters:
        count = parameters["count"]
        return Solution(
            answer=f"{count**3} 次", steps=f"三重循环各执行 {count} 次，{count} × {count} × {count} = {count**3}。", also=(str(count**3),)
        )
    names: list[str] = list(parameters["names"])
    arcs: list[Arc] = [(tail, head, weight) for tail, head, weight in parameters["arcs"]]
    both = [*arcs, *((head, tail, weight) for tail, head, weight in arcs)]
    directed, tasks = parameters["directed"], parameters["asked"]
    ties = parameters.get("ties", False)
    if "change" in parameters:
        return _solve_changed(parameters, names, arcs, directed)
    told_ = [_Network(names, both if directed is False else arcs, ties).tell(task, len(tasks) == 1) for task in tasks]
    if directed is None and [each.value for each in told_] != [
        each.value for each in (_Network(names, both, ties).tell(task, len(tasks) == 1) for task in tasks)
    ]:
        stay_out("directed or not decides")
    values = [each.value for each in told_]
    if tasks[0][0] == "order":
        values.append(f"{names[tasks[0][1]]}, {values[0]}")
    ways = [_WAY.findall(each.sentence) for each in told_]
    routes = [(way[0], each.value) for way, each in zip(ways, told_, strict=True) if len(way) == 1]
    along = [
        form
        for way, value in (routes if len(routes) == len(told_) == 1 else [])
        for route in (*_routes(way), *(inner for inner in _routes("→".join(way.split("→")[1:-1])) if inner))
        for form in (f"{route}，{value}", f"{value}，{route}", f"{route}；{value}", f"{value}；{route}", f"{route}（{value}）", route)
    ]
    also = (
        *along,
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
        answer="；".join(dict.fromkeys(each.sentence for each in told_)),
        steps=paragraphs(*dict.fromkeys(each.working for each in told_)),
        also=also if len(told_) == 1 else ("，".join(values), "；".join(values), *_of_last(tasks, told_)),
        conventions=(
            {True: "箭头（弧）只能单向走", False: "图为无向图，每条边可双向走", None: "题目没说有向还是无向，这里两种结果相同"}[directed],
            "同样短的路径只列一条",
        ),
        drawing=None if rounds is None else drawing_of(names, arcs, rounds, rounds[0].vertex),
    )
