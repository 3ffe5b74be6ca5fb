"""Topological orders of a directed graph without cycles: which sequence is one, how many there are, and Kahn's method step by step.

Every arc's tail comes before its head. Counted by putting any vertex without predecessors first and going on with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from engine.drawings.graph import Edge, Graph, Vertex
from engine.generators.chance import Chance
from engine.generators.ds._topological_order_reading import recognise
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


def _solve(parameters: Parameters) -> Solution:
    names, task = parameters["names"], parameters.get("task", "count")
    arcs = [(tail, head) for tail, head in parameters["arcs"]]
    value = count_orders(len(names), arcs)
    if task == "cycle":
        reached = chosen_order(len(names), arcs, False)
        rest = [names[vertex] for vertex in range(len(names)) if vertex not in reached]
        if not rest:
            return Solution(answer="能，图中没有回路", steps=f"可以输出全部顶点，例如 {_told(reached, names)}。", also=("能",))
        return Solution(
            answer=f"不能，只能输出 {_told(reached, names)}（{len(reached)} 个）" if reached else "不能，一个顶点也输出不了",
            steps=f"输出 {_told(reached, names)} 后没有入度为 0 的顶点，剩下的 {listed(rest, '、')} 中有回路。",
            also=("不能", f"不能，{len(reached)} 个"),
        )
    if value == 0:
        stay_out("a cycle")
    first = [names[vertex] for vertex in range(len(names)) if all(head != vertex for _, head in arcs)]
    steps = paragraphs(
        f"每次输出一个入度为 0 的顶点并删去它的弧；开始时可选 {listed(first, '、')}。",
        f"其中一个是 {listed(names[vertex] for vertex in kahn(len(names), arcs))}，逐步分情况数，一共 {value} 个。",
    )
    if task == "choice":

        def fits(option: str) -> bool:
            named = re.findall(r"[A-Za-z]\d*|\d+", option) if re.search(r"[\s,、→]", option.strip()) else list(option.strip())
            if len(named) < len(names) and re.fullmatch(r"(?:[A-Za-z]\d{1,2})+", option.strip()):
                named = re.findall(r"[A-Za-z]\d{1,2}", option)
            places = [next((place for place, name in enumerate(names) if name.upper() == told.upper()), -1) for told in named]
            if sorted(places) != list(range(len(names))):
                stay_out("an option of other vertices")
            return is_order(places, arcs) == bool(parameters["possible"])

        return Solution(answer="", steps=steps, fits=fits)
    if task == "ruled":
        order = chosen_order(len(names), arcs, parameters["rule"] == "most")
        told = _told(order, names)
        return Solution(
            answer=told,
            steps=f"每次从入度为 0 的顶点中选最{'大' if parameters['rule'] == 'most' else '小'}的：{told}。",
            also=(told.replace(", ", ""),),
        )
    if task in ("every", "one"):
        if value > _MOST_TOLD and task == "every":
            stay_out("too many to tell")
        found = [_told(order, names) for order in orders(len(names), arcs, value if task == "every" else 1)]
        if task == "one":
            only = "唯一" if value == 1 else f"共有 {value} 种，这是其中一种"
            return Solution(answer=f"{found[0]}（{only}）", steps=steps, also=(found[0], found[0].replace(", ", "")))
        return Solution(answer="；".join(found), steps=steps, also=(f"{value} 个", "和".join(each.replace(", ", "") for each in found)))
    return Solution(answer=f"{value} 个", also=(f"{value} 种", str(value)), steps=steps)


KIND = Kind(
    name="topological-order",
    title="拓扑排序",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"拓扑|先修|修课", recognise=recognise, solve=_solve),
)
