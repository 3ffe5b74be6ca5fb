"""Topological orders of a directed graph without cycles: which sequence is one, how many there are, and Kahn's method step by step.

Every arc's tail comes before its head. Counted by putting any vertex without predecessors first and going on with the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from engine.drawings.graph import Edge, Graph, Vertex
from engine.generators import patterns
from engine.generators.chance import Chance
from engine.generators.ds._topological_order.reading import recognise
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs
from engine.generators.reading import stay_out

POINT = "ds.graph.topological-sort"

_NAMES = "ABCDEFGHJK"

Pair = tuple[int, int]


def count_orders(count: int, arcs: Sequence[Pair]) -> int:
    """How many topological orders there are; 0 where there is a cycle."""
    before = [0] * count
    for tail, head in arcs:
        before[head] |= 1 << tail

    @cache
    def ways(done: int) -> int:
        if done == (1 << count) - 1:
            return 1
        return sum(ways(done | 1 << vertex) for vertex in range(count) if not done >> vertex & 1 and before[vertex] & ~done == 0)

    return ways(0)


def is_order(order: Sequence[int], arcs: Sequence[Pair]) -> bool:
    """Whether a sequence of all the vertices is a topological order."""
    place = {vertex: number for number, vertex in enumerate(order)}
    return all(place[tail] < place[head] for tail, head in arcs)


def kahn(count: int, arcs: Sequence[Pair], stack: bool = False) -> list[int]:
    """The order found by Kahn's method; vertices without predecessors wait in a queue (or on a stack), smaller numbers put there first.

    Shorter than `count` where there is a cycle.
    """
    degree = [sum(head == vertex for _, head in arcs) for vertex in range(count)]
    waiting = [vertex for vertex in range(count) if degree[vertex] == 0]
    order: list[int] = []
    while waiting:
        vertex = waiting.pop() if stack else waiting.pop(0)
        order.append(vertex)
        for tail, head in sorted(arcs):
            if tail == vertex:
                degree[head] -= 1
                if degree[head] == 0:
                    waiting.append(head)
    return order


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    count = 6 if difficulty < 3 else chance.between(6, 7)
    hidden = chance.shuffled(range(count))  # so that the names do not give the order away
    every = [(hidden[one], hidden[other]) for one in range(count) for other in range(one + 1, count)]
    arcs = sorted(chance.sample(every, chance.between(6, 8)))
    touched = {vertex for arc in arcs for vertex in arc}
    orders = count_orders(count, arcs)
    if len(touched) < count or orders < 3:
        return None
    if difficulty == 1:
        return _valid(chance, count, arcs)
    if difficulty == 2:
        return _count(count, arcs, orders)
    return _kahn(chance, count, arcs)


def _words(count: int, arcs: Sequence[Pair]) -> str:
    told = "、".join(f"{_NAMES[tail]}→{_NAMES[head]}" for tail, head in arcs)
    return f"某有向图有顶点 {listed(_NAMES[:count], '、')}，弧为 {told}"


def _shown(order: Sequence[int]) -> str:
    return ", ".join(_NAMES[vertex] for vertex in order)


def _drawing(count: int, arcs: Sequence[Pair]) -> Graph:
    degree = [sum(head == vertex for _, head in arcs) for vertex in range(count)]
    vertices = tuple(Vertex(_NAMES[vertex], "good" if not degree[vertex] else "plain", str(degree[vertex])) for vertex in range(count))
    return Graph(title="有向无环图", note="顶点旁为入度", vertices=vertices, edges=tuple(Edge(*arc) for arc in arcs), directed=True)


def _valid(chance: Chance, count: int, arcs: Sequence[Pair]) -> Generated | None:
    right = kahn(count, arcs, stack=chance.one_in(2))
    wrong: list[tuple[list[int], str]] = []
    for _ in range(30):
        # A topological order of the graph with one arc overlooked.
        missed = chance.choice(arcs)
        rest = [arc for arc in arcs if arc != missed]
        turned = [(head, tail) if (tail, head) == missed else (tail, head) for tail, head in arcs]
        order = kahn(count, turned, stack=chance.one_in(2))
        if len(order) < count:
            order = kahn(count, rest, stack=chance.one_in(2))
        if not is_order(order, arcs) and order not in [each for each, _ in wrong]:
            wrong.append((order, f"{_NAMES[missed[0]]} 应当在 {_NAMES[missed[1]]} 之前，漏看了这条弧"))
    if len(wrong) < 3:
        return None
    checks = "；".join(f"{_NAMES[tail]} 在 {_NAMES[head]} 前" for tail, head in arcs)
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}，则下列序列中是它的拓扑序列的为",
        right=_shown(right),
        wrong=[Wrong(_shown(order), why) for order, why in wrong],
        steps=paragraphs(f"拓扑序列要求每条弧的弧尾都在弧头之前：{checks}。", f"逐条核对，全部满足的是 {_shown(right)}"),
        parameters={"task": "valid", "count": count, "arcs": [list(arc) for arc in arcs]},
        drawing=_drawing(count, arcs),
    )


def _count(count: int, arcs: Sequence[Pair], orders: int) -> Generated | None:
    if orders > 40:
        return None
    fewer = [count_orders(count, [other for other in arcs if other != arc]) for arc in arcs]
    more = [
        count_orders(count, [*arcs, (tail, head)])
        for tail in range(count)
        for head in range(count)
        if tail != head and (tail, head) not in arcs
    ]
    found = [
        *((value, "漏看了一条弧") for value in fewer if value != orders),
        *((value, "多要求了一个先后次序") for value in more if 0 < value != orders),
        (orders + 1, "重复数了一个"),
        (orders - 1, "漏数了一个"),
        (orders * 2, "两个顶点的次序以为可以任意交换"),
    ]
    first = [vertex for vertex in range(count) if all(head != vertex for _, head in arcs)]
    parts = []
    for vertex in first:
        rest = [other for other in range(count) if other != vertex]
        place = {other: number for number, other in enumerate(rest)}
        left = [(place[tail], place[head]) for tail, head in arcs if vertex not in (tail, head)]
        parts.append((vertex, count_orders(count - 1, left)))
    lines = [f"先输出 {_NAMES[vertex]}：其余顶点的排法有 {value} 个。" for vertex, value in parts]
    total = " + ".join(str(value) for _, value in parts)
    return Generated(
        point=POINT,
        stem=f"{_words(count, arcs)}，则它的不同的拓扑序列有",
        right=f"{orders} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in found if value > 0],
        steps=paragraphs(
            f"入度为 0 的顶点是 {listed((_NAMES[vertex] for vertex in first), '、')}；每次输出一个入度为 0 的顶点并删去它的弧，分情况数。",
            numbered(lines),
            f"一共 {total} = {orders}，即 {orders} 个" if len(parts) > 1 else f"一共 {orders} 个",
        ),
        parameters={"task": "count", "count": count, "arcs": [list(arc) for arc in arcs]},
        drawing=_drawing(count, arcs),
    )


def _kahn(chance: Chance, count: int, arcs: Sequence[Pair]) -> Generated | None:
    stack = chance.one_in(2)
    right, other = kahn(count, arcs, stack), kahn(count, arcs, not stack)
    backwards = [(head, tail) for tail, head in arcs]
    walk: list[int] = []

    def deepen(vertex: int) -> None:
        if vertex not in walk:
            walk.append(vertex)
            for tail, head in arcs:
                if tail == vertex:
                    deepen(head)

    for vertex in range(count):
        deepen(vertex)
    smallest: list[int] = []
    while len(smallest) < count:
        smallest.append(next(v for v in range(count) if v not in smallest and all(t in smallest for t, h in arcs if h == v)))
    wrong = [
        (other, "用成了队列" if stack else "用成了栈"),
        (smallest, "每次都取编号最小的入度为 0 的顶点"),
        (walk, "写成了深度优先遍历序列"),
        (kahn(count, backwards, stack)[::-1], "从出度为 0 的顶点倒着做了"),
        (kahn(count, backwards, stack), "写成了逆拓扑序列"),
        (kahn(count, backwards, not stack)[::-1], "从出度为 0 的顶点倒着做了"),
    ]
    if other == right:
        return None
    name = "栈" if stack else "队列"
    degree = [sum(head == vertex for _, head in arcs) for vertex in range(count)]
    lines = []
    for vertex in right:
        gone = []
        for tail, head in arcs:
            if tail == vertex:
                degree[head] -= 1
                if degree[head] == 0:
                    gone.append(_NAMES[head])
        lines.append(f"取出 {_NAMES[vertex]}" + (f"，{listed(gone, '、')} 的入度变为 0，依次进{name}。" if gone else "。"))
    return Generated(
        point=POINT,
        stem=(
            f"{_words(count, arcs)}。对它做拓扑排序，用{name}保存入度为 0 的顶点：开始时按字母次序依次放入，"
            f"以后每取出一个顶点，把入度变为 0 的顶点按字母次序依次放入，则得到的拓扑序列为"
        ),
        right=_shown(right),
        wrong=[Wrong(_shown(order), why) for order, why in wrong if len(order) == count],
        steps=paragraphs(numbered(lines), f"得到 {_shown(right)}"),
        parameters={"task": "stack" if stack else "queue", "count": count, "arcs": [list(arc) for arc in arcs]},
        drawing=_drawing(count, arcs),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def orders(count: int, arcs: Sequence[Pair], most: int) -> list[list[int]]:
    """The first topological orders, at most so many, smaller vertices first."""
    found: list[list[int]] = []

    def extend(order: list[int]) -> None:
        if len(found) == most:
            return
        if len(order) == count:
            found.append(list(order))
        for vertex in range(count):
            if vertex not in order and all(tail in order for tail, head in arcs if head == vertex):
                extend([*order, vertex])

    extend([])
    return found


def chosen_order(count: int, arcs: Sequence[Pair], largest: bool) -> list[int]:
    """The order that always takes the smallest (or the largest) vertex without predecessors; shorter where there is a cycle."""
    order: list[int] = []
    while free := [
        vertex for vertex in range(count) if vertex not in order and all(tail in order for tail, head in arcs if head == vertex)
    ]:
        order.append(max(free) if largest else min(free))
    return order


_MOST_TOLD = 24


def _told(order: Sequence[int], names: Sequence[str]) -> str:
    return listed(names[vertex] for vertex in order)


def _meets(order: Sequence[int], conditions: Sequence[Sequence[Any]]) -> bool:
    """Whether an order begins, ends or goes as asked."""
    place = {vertex: number for number, vertex in enumerate(order)}
    return all(
        place[rest[0]] == 0 if what == "begins" else place[rest[0]] == len(order) - 1 if what == "ends" else place[rest[0]] < place[rest[1]]
        for what, *rest in conditions
    )


def longest_chain(count: int, arcs: Sequence[Pair]) -> int:
    """How many vertices the longest path has: as many terms, or rounds, are needed where any number may be done at once."""
    depth = [1] * count
    for vertex in chosen_order(count, arcs, False):
        for tail, head in arcs:
            if tail == vertex:
                depth[head] = max(depth[head], depth[vertex] + 1)
    return max(depth)


class _Asked:
    """A graph with what was asked of its orders."""

    def __init__(self, names: list[str], arcs: list[Pair]) -> None:
        self.names, self.arcs, self.number = names, arcs, len(names)
        self.value = count_orders(self.number, arcs)

    def tell(self, task: Sequence[Any]) -> tuple[str, tuple[str, ...]]:
        """The answer to one thing asked, and other wordings of it."""
        what, *rest = task
        if self.value == 0 and what not in ("cycle", "reached", "is", "which", "degree", "degrees"):
            stay_out("a cycle")
        told: tuple[str, tuple[str, ...]] = getattr(self, f"_{what}")(*rest)
        return told

    def _every_order(self, conditions: Sequence[Sequence[Any]]) -> list[list[int]]:
        if self.value > 20_000:
            stay_out("too many orders")
        return [order for order in orders(self.number, self.arcs, self.value) if _meets(order, conditions)]

    def _count(self, conditions: Sequence[Sequence[Any]]) -> tuple[str, tuple[str, ...]]:
        value = len(self._every_order(conditions)) if conditions else self.value
        return f"{value} 个", (f"{value} 种", str(value))

    def _every(self, conditions: Sequence[Sequence[Any]]) -> tuple[str, tuple[str, ...]]:
        found = self._every_order(conditions)
        if not 0 < len(found) <= _MOST_TOLD:
            stay_out("too many to tell, or none")
        told = [_told(order, self.names) for order in found]
        return "；".join(told), (f"{len(found)} 个", "和".join(each.replace(", ", "") for each in told))

    def _one(self) -> tuple[str, tuple[str, ...]]:
        told = _told(orders(self.number, self.arcs, 1)[0], self.names)
        only = "唯一" if self.value == 1 else f"共有 {self.value} 种，这是其中一种"
        return f"{told}（{only}）", (told, told.replace(", ", ""))

    def _ruled(self, rule: str) -> tuple[str, tuple[str, ...]]:
        if rule in ("queue", "stack"):
            told = _told(kahn(self.number, self.arcs, rule == "stack"), self.names)
            return told, (told.replace(", ", ""),)
        told = _told(chosen_order(self.number, self.arcs, rule == "most"), self.names)
        return told, (told.replace(", ", ""),)

    def _lexical(self, rule: str) -> tuple[str, tuple[str, ...]]:
        return self._ruled(rule)

    def _unique(self) -> tuple[str, tuple[str, ...]]:
        return ("唯一", ("是",)) if self.value == 1 else (f"不唯一，有 {self.value} 个", ("不唯一", "否"))

    def _is(self, order: Sequence[int], told: str) -> tuple[str, tuple[str, ...]]:
        fits = is_order(order, self.arcs)
        return f"{told} {'是' if fits else '不是'}拓扑序列", ("是" if fits else "不是",)

    def _which(self, candidates: Sequence[tuple[str, Sequence[int]]]) -> tuple[str, tuple[str, ...]]:
        fitting = [told for told, order in candidates if is_order(order, self.arcs)]
        if not fitting:
            return "都不是拓扑序列", ("都不是",)
        return listed(fitting, "、"), ()

    def _firsts(self) -> tuple[str, tuple[str, ...]]:
        told = listed([name for vertex, name in enumerate(self.names) if all(head != vertex for _, head in self.arcs)], "、")
        return told, (told.replace("、", ","),)

    def _lasts(self) -> tuple[str, tuple[str, ...]]:
        told = listed([name for vertex, name in enumerate(self.names) if all(tail != vertex for tail, _ in self.arcs)], "、")
        return told, (told.replace("、", ","),)

    def _surely_last(self, vertex: int) -> tuple[str, tuple[str, ...]]:
        every = self._every_order([["ends", vertex]])
        sure = len(every) == self.value
        return f"{self.names[vertex]} {'一定' if sure else '不一定'}在最后", ("是" if sure else "否", "一定" if sure else "不一定")

    def _place(self, vertex: int, earliest: bool) -> tuple[str, tuple[str, ...]]:
        # Whatever must come before (or after) the vertex stands there; the rest can stand on its other side.
        bound = {vertex}
        while more := {tail if earliest else head for tail, head in self.arcs if (head if earliest else tail) in bound} - bound:
            bound |= more
        value = len(bound) if earliest else self.number + 1 - len(bound)
        return f"{self.names[vertex]} 最{'早' if earliest else '晚'}排在第 {value} 个", (f"第 {value} 个", f"第{value}", str(value))

    def _degree(self, which: str, vertex: int) -> tuple[str, tuple[str, ...]]:
        value = sum(arc[1 if which == "入度" else 0] == vertex for arc in self.arcs)
        return str(value), (f"{self.names[vertex]} 的{which}为 {value}",)

    def _degrees(self, which: str) -> tuple[str, tuple[str, ...]]:
        values = [self._degree(which, vertex)[0] for vertex in range(self.number)]
        return "，".join(f"{name}: {value}" for name, value in zip(self.names, values, strict=True)), (listed(values),)

    def _semesters(self) -> tuple[str, tuple[str, ...]]:
        value = longest_chain(self.number, self.arcs)
        return str(value), (f"{value} 个",)

    def _cycle(self) -> tuple[str, tuple[str, ...]]:
        reached = chosen_order(self.number, self.arcs, False)
        if len(reached) == self.number:
            return "能，图中没有回路", ("能",)
        if not reached:
            return "不能，一个顶点也输出不了", ("不能",)
        return f"不能，只能输出 {_told(reached, self.names)}（{len(reached)} 个）", ("不能", f"不能，{len(reached)} 个")

    def _reached(self) -> tuple[str, tuple[str, ...]]:
        reached = chosen_order(self.number, self.arcs, False)
        if len(reached) == self.number:
            return f"全部 {self.number} 个都能输出", (str(self.number),)
        rest = [name for vertex, name in enumerate(self.names) if vertex not in reached]
        return f"能输出 {_told(reached, self.names)}（{len(reached)} 个），{listed(rest, '、')} 不能", (str(len(reached)),)


def _solve(parameters: Parameters) -> Solution:
    names, arcs = list(parameters["names"]), [(tail, head) for tail, head in parameters["arcs"]]
    asked = _Asked(names, arcs)
    if parameters.get("task") == "choice":
        return _choice(parameters, asked)
    tasks = parameters["asked"]
    told = [asked.tell(task) for task in tasks]
    if "later" in parameters:
        more = _Asked(names, [*arcs, (parameters["added"][0], parameters["added"][1])])
        told += [more.tell(task) for task in parameters["later"]]
    answer = "；".join(sentence for sentence, _ in told)
    conventions = ("每学期修的门数不限",) if ["semesters"] in tasks else ()
    if tasks == [["one"]] and "later" not in parameters and asked.value > 1:
        # Any of them is right: with options, the one that is an order.
        return replace(_choice({**parameters, "possible": True}, asked), answer=answer, answer_alone=True, steps=_working(asked))
    if len(told) == 1:
        return Solution(answer=answer, also=told[0][1], steps=_working(asked), conventions=conventions)
    return Solution(answer=answer, steps=_working(asked), conventions=conventions)


def _working(asked: _Asked) -> str:
    names, arcs = asked.names, asked.arcs
    if asked.value == 0:
        reached = chosen_order(len(names), arcs, False)
        rest = [names[vertex] for vertex in range(len(names)) if vertex not in reached]
        begun = f"输出 {_told(reached, names)} 后" if reached else "一开始就"
        return f"{begun}没有入度为 0 的顶点，剩下的 {listed(rest, '、')} 中有回路。"
    first = [names[vertex] for vertex in range(len(names)) if all(head != vertex for _, head in arcs)]
    return paragraphs(
        f"每次输出一个入度为 0 的顶点并删去它的弧；开始时可选 {listed(first, '、')}。",
        f"其中一个是 {listed(names[vertex] for vertex in kahn(len(names), arcs))}，逐步分情况数，一共 {asked.value} 个。",
    )


def _choice(parameters: Parameters, asked: _Asked) -> Solution:
    """Which of the pasted sequences is (or is not) a topological order."""
    names = asked.names
    if asked.value == 0:
        stay_out("a cycle")

    def fits(option: str) -> bool:
        named = patterns.findall(r"[A-Za-z]\d*|\d+", option) if patterns.search(r"[\s,、→]", option.strip()) else list(option.strip())
        if len(named) < len(names) and patterns.fullmatch(r"(?:[A-Za-z]\d{1,2})+", option.strip()):
            named = patterns.findall(r"[A-Za-z]\d{1,2}", option)
        places = [next((place for place, name in enumerate(names) if name.upper() == told.upper()), -1) for told in named]
        if sorted(places) != list(range(len(names))):
            return False if parameters["possible"] else stay_out("an option of other vertices")
        return is_order(places, asked.arcs) == bool(parameters["possible"])

    return Solution(answer="", steps=_working(asked), fits=fits)


KIND = Kind(
    name="topological-order",
    title="拓扑排序",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"才能?做|C\d+→C\d|拓扑|先修|修课|选课|排课|穿法|AOV|先后|依赖|前置|次序|排法|Kahn|先于|要等|前必须|学习顺序|执行顺序",
        recognise=recognise,
        solve=_solve,
    ),
)
