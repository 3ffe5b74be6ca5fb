"""Traversals of graphs: the depth-first or breadth-first sequence that lists of neighbours give, which sequence is one, and how many there are.

As in Yan Weimin (图的遍历): depth-first traversal goes on from the vertex it has just visited and back where nothing is left, breadth-first
traversal visits the neighbours of a vertex in the order in which the vertices were visited.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.graph import Edge, Graph, Vertex
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.ds._graph_traversal.reading import recognise
from engine.generators.ds._graph_traversal.solving import solve
from engine.generators.ds._graph_traversal.traversals import every_order, is_traversal, visited
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs

POINT = "ds.graph.traversal"
_NAMES = "ABCDEFG"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    count = 6 if difficulty < 3 else chance.between(5, 6)
    every = [(one, other) for one in range(count) for other in range(one + 1, count)]
    edges = sorted(chance.sample(every, chance.between(count, count + 2)))
    neighbours = [sorted({*(o for t, o in edges if t == v), *(t for t, o in edges if o == v)}) for v in range(count)]
    start, deep = chance.below(count), chance.one_in(2)
    if len(visited(neighbours, start, deep)) < count:
        return None
    if difficulty == 1:
        return _valid(chance, edges, neighbours, start, deep)
    if difficulty == 2:
        return _ruled(chance, edges, neighbours, start, deep)
    return _count(edges, neighbours, start, deep)


def _name(deep: bool) -> str:
    return "深度优先" if deep else "广度优先"


def _words(edges: Sequence[tuple[int, int]]) -> str:
    count = max(max(edge) for edge in edges) + 1
    told = "、".join(f"({_NAMES[one]}, {_NAMES[other]})" for one, other in edges)
    return f"无向图的顶点为 {listed(_NAMES[:count], '、')}，边为 {told}"


def _shown(order: Sequence[int]) -> str:
    return ", ".join(_NAMES[vertex] for vertex in order)


def _drawing(edges: Sequence[tuple[int, int]], order: Sequence[int]) -> Graph:
    vertices = tuple(
        Vertex(_NAMES[vertex], "good" if vertex == order[0] else "plain", str(order.index(vertex) + 1)) for vertex in range(len(order))
    )
    return Graph(title="无向图", note="顶点旁为访问的次序", vertices=vertices, edges=tuple(Edge(*edge) for edge in edges), directed=False)


def _valid(chance: Chance, edges: Sequence[tuple[int, int]], neighbours: list[list[int]], start: int, deep: bool) -> Generated | None:
    mixed = [chance.shuffled(row) for row in neighbours]
    right = visited(mixed, start, deep)
    wrong: list[tuple[list[int], str]] = []
    for number in range(40):
        if number % 3 == 0:
            order = visited([chance.shuffled(row) for row in neighbours], start, not deep)
            why = f"这是{_name(not deep)}遍历的序列"
        else:
            order = list(right)
            first, second = chance.sample(range(1, len(order)), 2)
            order[first], order[second] = order[second], order[first]
            why = "没有退回到最近的还有未访问邻接点的顶点" if deep else "没有按访问的先后访问各顶点的邻接点"
        if not is_traversal(order, neighbours, deep) and order not in [each for each, _ in wrong]:
            wrong.append((order, why))
    if len(wrong) < 3:
        return None
    return Generated(
        point=POINT,
        stem=f"{_words(edges)}。从顶点 {_NAMES[start]} 出发，下列序列中是它的{_name(deep)}遍历序列的为",
        right=_shown(right),
        wrong=[Wrong(_shown(order), why) for order, why in wrong],
        steps=paragraphs(_lists(neighbours), _rule(deep), f"逐个核对，只有这一个符合：{_shown(right)}"),
        parameters={"task": "valid", "edges": [list(edge) for edge in edges], "start": start, "deep": deep},
        drawing=_drawing(edges, right),
    )


def _lists(neighbours: Sequence[Sequence[int]]) -> str:
    return "；".join(f"{_NAMES[v]} 的邻接点：{listed((_NAMES[other] for other in row), '、')}" for v, row in enumerate(neighbours)) + "。"


def _rule(deep: bool) -> str:
    if deep:
        return "深度优先：访问一个邻接点就接着访问它的邻接点，没有未访问的邻接点时退回到最近的还有的顶点。"
    return "广度优先：先访问的顶点，它的邻接点也先访问。"


def _ruled(chance: Chance, edges: Sequence[tuple[int, int]], neighbours: list[list[int]], start: int, deep: bool) -> Generated | None:
    lists = [chance.shuffled(row) for row in neighbours]
    backwards = [row[::-1] for row in lists]
    right = visited(lists, start, deep)
    told = "；".join(f"{_NAMES[v]}：{listed((_NAMES[other] for other in row), '、')}" for v, row in enumerate(lists))
    wrong = [
        (visited(lists, start, not deep), f"写成了{_name(not deep)}遍历的序列"),
        (visited(neighbours, start, deep), "邻接点按字母次序访问了，应按邻接表中的次序"),
        (visited(backwards, start, deep), "邻接点从后往前访问了"),
        (visited(neighbours, start, not deep), f"写成了{_name(not deep)}遍历的序列，还按了字母次序"),
        (visited(backwards, start, not deep), f"写成了{_name(not deep)}遍历的序列，还从后往前了"),
        ([start, *sorted(set(range(len(lists))) - {start})], "按字母次序排了"),
    ]
    lines = [f"访问 {_NAMES[v]}" for v in right]
    return Generated(
        point=POINT,
        stem=f"某无向图的邻接表（每个顶点的邻接点按表中次序访问）为 {told}。从顶点 {_NAMES[start]} 出发进行{_name(deep)}遍历，得到的序列为",
        right=_shown(right),
        wrong=[Wrong(_shown(order), why) for order, why in wrong if order != right],
        steps=paragraphs(_rule(deep), numbered(lines), f"得到 {_shown(right)}"),
        parameters={"task": "ruled", "lists": lists, "start": start, "deep": deep},
        drawing=_drawing(edges, right),
    )


def _count(edges: Sequence[tuple[int, int]], neighbours: list[list[int]], start: int, deep: bool) -> Generated | None:
    orders = list(every_order(neighbours, start, deep))
    right = len(orders)
    if not 3 <= right <= 30:
        return None
    other = len(list(every_order(neighbours, start, not deep)))
    found = [
        (other, f"数成了{_name(not deep)}遍历的序列"),
        (right + 1, "重复数了一个"),
        (right - 1, "漏数了一个"),
        (right * 2, "两个邻接点的次序以为总可以交换"),
        (len(neighbours[start]), "只数了起点的邻接点"),
        (right + 2, "把不是这种遍历的序列也数进来了"),
        (right - 2, "漏数了两个"),
    ]
    parts = [(v, sum(order[1] == v for order in orders)) for v in neighbours[start]]
    total = " + ".join(str(value) for _, value in parts)
    return Generated(
        point=POINT,
        stem=f"{_words(edges)}。从顶点 {_NAMES[start]} 出发，不同的{_name(deep)}遍历序列共有",
        right=f"{right} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in found if value > 0],
        steps=paragraphs(
            _lists(neighbours),
            _rule(deep),
            numbered([f"第二个访问 {_NAMES[v]}：{value} 个。" for v, value in parts]),
            f"一共 {total} = {right}，即 {right} 个" if len(parts) > 1 else f"一共 {right} 个",
        ),
        parameters={"task": "count", "edges": [list(edge) for edge in edges], "start": start, "deep": deep},
        drawing=_drawing(edges, orders[0]),
    )


KIND = Kind(
    name="graph-traversal",
    title="图的遍历",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"(?:深度|广度|宽度)优先|(?<![A-Za-z])[DB]FS(?![A-Za-z])", recognise=first_reading(recognise), solve=solve),
)
