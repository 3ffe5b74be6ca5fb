"""Minimum spanning trees: Prim's and Kruskal's edges in the order chosen, and the total weight.

Prim (1957) grows one tree from a vertex by the cheapest edge that leaves it; Kruskal (1956) takes edges by weight and passes over those
that close a circle. The total weight is the same for every minimum spanning tree; the order is only asked where no choice is left.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from math import comb
from typing import Any

from engine.drawings.graph import Graph
from engine.generators.chance import Chance
from engine.generators.ds._minimum_spanning_tree_reading import recognise
from engine.generators.ds._weighted import Arc, drawn, told, undirected
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

POINT = "ds.graph.mst"


def prim(count: int, arcs: Sequence[Arc], start: int) -> list[Arc]:
    """The edges in the order in which the tree takes them; of equal weights the first in `arcs`.

    Raises:
        ValueError: the graph is not connected.
    """
    inside = {start}
    chosen = []
    while len(inside) < count:
        leaving = [arc for arc in arcs if (arc[0] in inside) != (arc[1] in inside)]
        if not leaving:
            raise ValueError("not connected")
        arc = min(leaving, key=lambda arc: arc[2])
        chosen.append(arc)
        inside |= {arc[0], arc[1]}
    return chosen


def kruskal(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """The edges in the order in which they are taken; of equal weights the first in `arcs`.

    Raises:
        ValueError: the graph is not connected.
    """
    part = list(range(count))
    chosen = []
    for arc in sorted(arcs, key=lambda arc: arc[2]):
        one, other = part[arc[0]], part[arc[1]]
        if one != other:
            chosen.append(arc)
            part = [one if number == other else number for number in part]
    if len(chosen) < count - 1:
        raise ValueError("not connected")
    return chosen


def weight(arcs: Sequence[Arc]) -> int:
    """The total weight."""
    return sum(arc[2] for arc in arcs)


# --- questions ---------------------------------------------------------------------------------------------------------------------

_NAMES = "ABCDEFGH"


def _write(chance: Chance, difficulty: int) -> Generated | None:
    count = chance.between(5, 6) if difficulty == 1 else chance.between(6, 7)
    arcs = undirected(chance, count, chance.between(3, 5), 20 + 2 * count)
    if difficulty > 1 and len({arc[2] for arc in arcs}) < len(arcs):
        return None
    if difficulty == 1:
        return _total(chance, count, arcs)
    if difficulty == 2:
        return _numbered(chance, count, arcs)
    return _order(chance, count, arcs) if chance.one_in(2) else _raised(chance, count, arcs)


def _edge(arc: Arc) -> str:
    return f"({_NAMES[arc[0]]}, {_NAMES[arc[1]]})"


def _edges(arcs: Sequence[Arc]) -> str:
    return "、".join(_edge(arc) for arc in arcs)


def _graph_words(count: int, arcs: Sequence[Arc]) -> str:
    return f"某带权连通无向图有顶点 {listed(_NAMES[:count], '、')}，各边及权值为 {told(arcs, _NAMES, False)}"


def _drawing(names: Sequence[str], arcs: Sequence[Arc], chosen: Sequence[Arc], title: str) -> Graph:
    return drawn(
        title,
        arcs,
        names,
        directed=False,
        chosen={(arc[0], arc[1]): "good" for arc in chosen},
        note=f"绿色为选中的边，权值之和 {weight(chosen)}。",
    )


def _kruskal_working(count: int, arcs: Sequence[Arc], names: Sequence[str] = _NAMES) -> str:
    chosen = kruskal(count, arcs)
    rows = []
    for arc in sorted(arcs, key=lambda arc: arc[2]):
        rows.append((f"({names[arc[0]]}, {names[arc[1]]})", arc[2], "选入" if arc in chosen else "成环，舍去"))
        if arc == chosen[-1]:
            break
    return paragraphs("按权值从小到大看各边，不成环就选入：", table(("边", "权值", "结果"), rows))


def _prim_working(count: int, arcs: Sequence[Arc], start: int, names: Sequence[str] = _NAMES) -> str:
    inside = [start]
    rows = []
    for arc in prim(count, arcs, start):
        leaving = sorted((other for other in arcs if (other[0] in inside) != (other[1] in inside)), key=lambda other: other[2])
        rows.append(
            (
                "、".join(names[vertex] for vertex in inside),
                "，".join(f"({names[o[0]]}, {names[o[1]]}) {o[2]}" for o in leaving),
                f"({names[arc[0]]}, {names[arc[1]]})",
            )
        )
        inside.append(arc[1] if arc[0] in inside else arc[0])
    return table(("树中顶点", "伸向树外的边", "选中"), rows)


def _nearest_path(count: int, arcs: Sequence[Arc], start: int) -> list[Arc]:
    """Wrong: from the vertex reached last, always along the cheapest edge to a new one (ends early where there is none)."""
    at, seen, chosen = start, {start}, []
    while len(seen) < count:
        leaving = [arc for arc in arcs if at in arc[:2] and (arc[0] in seen) != (arc[1] in seen)]
        if not leaving:
            break
        arc = min(leaving, key=lambda arc: arc[2])
        at = arc[1] if arc[0] in seen else arc[0]
        seen.add(at)
        chosen.append(arc)
    return chosen


def _shortest_tree(count: int, arcs: Sequence[Arc], start: int) -> list[Arc]:
    """Wrong: the vertex nearest to the start is taken, as Dijkstra does."""
    distance = {start: 0}
    chosen: list[Arc] = []
    while len(distance) < count:
        leaving = [
            (distance[arc[0] if arc[0] in distance else arc[1]] + arc[2], arc)
            for arc in arcs
            if (arc[0] in distance) != (arc[1] in distance)
        ]
        total, arc = min(leaving, key=lambda item: item[0])
        distance[arc[1] if arc[0] in distance else arc[0]] = total
        chosen.append(arc)
    return chosen


def _cheapest(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """Wrong: the count - 1 cheapest edges, circles or not."""
    return sorted(arcs, key=lambda arc: arc[2])[: count - 1]


def _total(chance: Chance, count: int, arcs: Sequence[Arc]) -> Generated | None:
    chosen = kruskal(count, arcs)
    right = weight(chosen)
    if weight(_cheapest(count, arcs)) == right or len({arc[2] for arc in arcs}) < len(arcs):
        return None
    start = chance.below(count)
    path = _nearest_path(count, arcs, start)
    last = max(arc[2] for arc in chosen)
    unused = [arc[2] for arc in arcs if arc not in chosen]
    values = [
        (weight(_cheapest(count, arcs)), f"直接取了最小的 {count - 1} 条边，没有管是否成环"),
        (weight(_shortest_tree(count, arcs, start)), "按到起点的距离选点，求成了最短路径树"),
        (weight(path), "每次只从刚到的顶点往外走"),
        (right - chosen[0][2], "漏选了一条边"),
        (right + min(unused), "多选了一条边"),
        (right - last + min((value for value in unused if value > last), default=last + 2), "最后一条边选错"),
        (right - last, "少选了最后一条边"),
        (right + 1, "权值加错"),
        (right + 2, "权值加错"),
        (right - 1, "权值加错"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_graph_words(count, arcs)}，则其最小生成树的权值之和为",
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in values],
        steps=paragraphs(_kruskal_working(count, arcs), f"{' + '.join(str(arc[2]) for arc in chosen)} = {right}，权值之和为 {right}。"),
        parameters={"task": "weight", "arcs": [list(arc) for arc in arcs]},
        drawing=_drawing(_NAMES[:count], arcs, chosen, "最小生成树"),
    )


def _numbered(chance: Chance, count: int, arcs: Sequence[Arc]) -> Generated | None:
    """The edge that is taken as number so-and-so."""
    start = chance.below(count)
    by_prim = chance.one_in(2)
    order = prim(count, arcs, start) if by_prim else kruskal(count, arcs)
    other = kruskal(count, arcs) if by_prim else prim(count, arcs, start)
    number = chance.between(3, count - 1)
    right = order[number - 1]
    by_weight = sorted(arcs, key=lambda arc: arc[2])
    wrong = [(other[number - 1], "用成了 Kruskal 算法" if by_prim else "用成了 Prim 算法")]
    wrong.append((by_weight[number - 1], "直接取了第几小的边，没有看是否成环"))
    path = _nearest_path(count, arcs, start)
    if by_prim and len(path) >= number:
        wrong.append((path[number - 1], "只从刚加入的顶点往外找"))
    if by_prim:
        wrong.append((_shortest_tree(count, arcs, start)[number - 1], "按到起点的距离选，做成了 Dijkstra"))
    wrong.append((order[number - 2], "少数了一条"))
    if number < len(order):
        wrong.append((order[number], "多数了一条"))
    wrong += [(arc, "这条边选入的次序不对") for arc in order]
    wrong += [(arc, "这条边不在最小生成树中") for arc in arcs if arc not in order]
    name = f"Prim 算法从顶点 {_NAMES[start]} 开始" if by_prim else "Kruskal 算法"
    return Generated(
        point=POINT,
        stem=f"{_graph_words(count, arcs)}。用 {name}求最小生成树，第 {number} 条被选中的边是",
        right=_edge(right),
        wrong=[Wrong(_edge(arc), why) for arc, why in wrong],
        steps=paragraphs(
            _prim_working(count, arcs, start) if by_prim else _kruskal_working(count, arcs), f"第 {number} 条被选中的边是 {_edge(right)}。"
        ),
        parameters={
            "task": "prim-edge" if by_prim else "kruskal-edge",
            "arcs": [list(arc) for arc in arcs],
            "start": start,
            "number": number,
        },
        drawing=_drawing(_NAMES[:count], arcs, order, "最小生成树"),
    )


def _order(chance: Chance, count: int, arcs: Sequence[Arc]) -> Generated | None:
    start = chance.below(count)
    order = prim(count, arcs, start)
    if order == kruskal(count, arcs):
        return None
    right = _edges(order)
    wrong = [
        (kruskal(count, arcs), "这是 Kruskal 算法的次序"),
        (_shortest_tree(count, arcs, start), "按到起点的距离选，做成了 Dijkstra"),
        (_nearest_path(count, arcs, start), "只从刚加入的顶点往外找"),
        (prim(count, arcs, (start + 1) % count), "起点弄错了"),
        (prim(count, arcs, (start + 2) % count), "起点弄错了"),
    ]
    for place in range(len(order) - 2, -1, -1):
        swapped = [*order[:place], order[place + 1], order[place], *order[place + 2 :]]
        wrong.append((swapped, "有两条边的先后弄反了"))
    return Generated(
        point=POINT,
        stem=f"{_graph_words(count, arcs)}。用 Prim 算法从顶点 {_NAMES[start]} 开始求最小生成树，边被选中的次序是",
        right=right,
        wrong=[Wrong(_edges(chosen), why) for chosen, why in wrong if len(chosen) == count - 1],
        steps=paragraphs("每次从伸向树外的边中选权值最小的：", _prim_working(count, arcs, start), f"次序为 {right}。"),
        parameters={"task": "prim-order", "arcs": [list(arc) for arc in arcs], "start": start},
        drawing=_drawing(_NAMES[:count], arcs, order, f"Prim：从 {_NAMES[start]} 开始"),
    )


def _raised(chance: Chance, count: int, arcs: Sequence[Arc]) -> Generated | None:
    """One edge of the tree may not be used: the weight of the best tree without it."""
    chosen = kruskal(count, arcs)
    banned = chance.choice(chosen)
    rest = [arc for arc in arcs if arc != banned]
    try:
        without = kruskal(count, rest)
    except ValueError:
        return None
    right, old = weight(without), weight(chosen)
    new = next(arc for arc in without if arc not in chosen)
    values = [
        (old, "没有去掉停用的边"),
        (old - banned[2], "去掉边以后没有补边"),
        (old - banned[2] + min(arc[2] for arc in arcs if arc not in chosen), "补的边没有把两部分连起来"),
        (old - banned[2] + max(arc[2] for arc in arcs if arc not in chosen), "补的不是最小的边"),
        (old + new[2], "补了新边却没有减去停用的边"),
        (weight(_cheapest(count, rest)), "直接取了最小的几条边，没有管是否成环"),
        (right + 1, "权值加错"),
        (right - 1, "权值加错"),
        (right + 2, "权值加错"),
        (right - 2, "权值加错"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_graph_words(count, arcs)}。若边 {_edge(banned)} 停用，则余下的图的最小生成树的权值之和为",
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in values],
        steps=paragraphs(
            f"去掉边 {_edge(banned)}。",
            _kruskal_working(count, rest),
            f"{' + '.join(str(arc[2]) for arc in without)} = {right}，权值之和为 {right}。",
        ),
        parameters={"task": "without", "arcs": [list(arc) for arc in arcs], "banned": list(banned)},
        drawing=_drawing(_NAMES[:count], rest, without, f"停用 {_edge(banned)} 后的最小生成树"),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _one_order(count: int, arcs: Sequence[Arc], start: int | None) -> bool:
    """Whether the order in which edges are taken is the only one, by Prim's algorithm from `start` or, without it, by Kruskal's."""
    chosen = kruskal(count, arcs) if start is None else prim(count, arcs, start)
    if start is None:
        return chosen == kruskal(count, list(reversed(arcs)))
    return chosen == prim(count, list(reversed(arcs)), start)


def _edge_forms(one: str, other: str) -> list[str]:
    """An edge as options may write it."""
    return [form.format(*pair) for pair in ((one, other), (other, one)) for form in ("({}, {})", "({},{})", "{}-{}", "{}—{}", "{}{}")]


def number_of_trees(count: int, arcs: Sequence[Arc]) -> int:
    """How many minimum spanning trees there are, by trying every set of edges.

    Raises:
        StayOut: so many sets that it would take long.
    """
    least = weight(kruskal(count, arcs))
    if comb(len(arcs), count - 1) > 60_000:
        stay_out("too many sets of edges")
    return sum(weight(chosen) == least and _spans(count, chosen) for chosen in itertools.combinations(arcs, count - 1))


def _spans(count: int, arcs: Sequence[Arc]) -> bool:
    part = list(range(count))
    for start, end, _ in arcs:
        one, other = part[start], part[end]
        if one == other:
            return False
        part = [one if number == other else number for number in part]
    return len(set(part)) == 1


def rejected(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """The edges that Kruskal's algorithm looks at and leaves out before the tree is whole."""
    chosen = kruskal(count, arcs)
    looked = sorted(arcs, key=lambda arc: arc[2])
    return [arc for arc in looked[: looked.index(chosen[-1])] if arc not in chosen]


class _Tree:
    """A graph with what was asked of its least spanning trees."""

    def __init__(self, names: list[str], arcs: list[Arc], start: int | None) -> None:
        self.names, self.arcs, self.start, self.count = names, arcs, start, len(names)
        self.least = kruskal(self.count, arcs)

    def tell(self, task: Sequence[Any]) -> tuple[str, tuple[str, ...]]:
        """The answer to one thing asked, and other wordings of it."""
        what, *rest = task
        told_: tuple[str, tuple[str, ...]] = getattr(self, f"_{what.replace('-', '_')}")(*rest)
        return told_

    def order_of(self, algorithm: str) -> list[Arc]:
        """The edges as the algorithm takes them, where there is only one way."""
        start = self.start if algorithm == "Prim" else None
        if not _one_order(self.count, self.arcs, start):
            stay_out("two edges could be taken next")
        return self.least if start is None else prim(self.count, self.arcs, start)

    def _edge(self, arc: Arc) -> str:
        return f"({self.names[arc[0]]}, {self.names[arc[1]]})"

    def _total(self) -> tuple[str, tuple[str, ...]]:
        total = weight(self.least)
        return f"最小生成树的权值之和 {total}", (str(total),)

    def _nth(self, algorithm: str, number: int, of_weight: bool) -> tuple[str, tuple[str, ...]]:
        chosen = self.order_of(algorithm)
        place = len(chosen) if number == -1 else number
        if not 1 <= place <= len(chosen):
            stay_out("no such edge")
        one, other, value = chosen[place - 1]
        also = (str(value),) if of_weight else tuple(_edge_forms(self.names[one], self.names[other]))
        return f"第 {place} 条：{self._edge(chosen[place - 1])}，权 {value}", also

    def _edges(self, algorithm: str) -> tuple[str, tuple[str, ...]]:
        chosen = self.order_of(algorithm)
        in_order = "、".join(f"{self._edge(arc)} {arc[2]}" for arc in chosen)
        forms = (", ".join(map(self._edge, chosen)), listed([arc[2] for arc in chosen]))
        return f"依次选中 {in_order}", forms

    def _set(self) -> tuple[str, tuple[str, ...]]:
        if number_of_trees(self.count, self.arcs) != 1:
            stay_out("several trees")
        edges = [self._edge(arc) for arc in sorted(self.least)]
        return f"由 {'、'.join(edges)} 组成", (", ".join(edges),)

    def _vertices(self, algorithm: str) -> tuple[str, tuple[str, ...]]:
        joined = [self.start]
        for one, other, _ in self.order_of(algorithm):
            joined.append(other if one in joined else one)
        order = [self.names[place] for place in joined if place is not None]
        return f"加入的次序 {listed(order)}", (listed(order), "→".join(order), "".join(order))

    def _rejected(self, algorithm: str) -> tuple[str, tuple[str, ...]]:
        self.order_of(algorithm)
        out = rejected(self.count, self.arcs)
        told_ = "、".join(map(self._edge, out)) or "没有"
        return f"舍弃的边：{told_}（{len(out)} 条）", (told_,)

    def _first_rejected(self, algorithm: str) -> tuple[str, tuple[str, ...]]:
        self.order_of(algorithm)
        out = rejected(self.count, self.arcs)
        if not out:
            stay_out("none is left out")
        return f"最先舍弃 {self._edge(out[0])}，权 {out[0][2]}", tuple(_edge_forms(self.names[out[0][0]], self.names[out[0][1]]))

    def _unused(self) -> tuple[str, tuple[str, ...]]:
        if number_of_trees(self.count, self.arcs) != 1:
            stay_out("several trees")
        out = "、".join(self._edge(arc) for arc in self.arcs if arc not in self.least)
        return f"去掉 {out}", (out,)

    def _largest(self) -> tuple[str, tuple[str, ...]]:
        heaviest = max(arc[2] for arc in self.least)
        those = [self._edge(arc) for arc in self.least if arc[2] == heaviest]
        if len(those) > 1:
            stay_out("two heaviest edges")
        return f"最大的边 {those[0]}，权 {heaviest}", (str(heaviest),)

    def _trees(self) -> tuple[str, tuple[str, ...]]:
        value = number_of_trees(self.count, self.arcs)
        return f"{value} 棵", (str(value), f"{value} 个", f"{value} 种")

    def _unique(self) -> tuple[str, tuple[str, ...]]:
        only = number_of_trees(self.count, self.arcs) == 1
        return ("唯一", ("是",)) if only else ("不唯一", ("否",))

    def _edges_count(self) -> tuple[str, tuple[str, ...]]:
        return f"{self.count - 1} 条边", (str(self.count - 1),)

    def _removed(self) -> tuple[str, tuple[str, ...]]:
        value = len(self.arcs) - self.count + 1
        return f"去掉 {value} 条边", (str(value),)


def _counted(parameters: Parameters) -> Solution:
    """Numbers of edges where no graph is told."""
    count, edges = parameters["count"], parameters["edges"]
    answers = []
    for task in parameters["asked"]:
        if task in ("trees", "unique"):
            answers.append("1 棵" if task == "trees" else "唯一")
        elif task == "removed":
            if edges < count - 1:
                stay_out("not connected")
            answers.append(f"{edges - count + 1} 条")
        else:
            told_ = ["n − 1 条"] if parameters["lettered"] else []
            answers.append("；".join(told_ + ([f"{count - 1} 条"] if count is not None else [])))
    return Solution(
        answer="；".join(answers),
        steps="n 个顶点的生成树连通而没有回路，恰有 n − 1 条边"
        + (f"，这里是 {count} − 1 = {count - 1} 条。" if count is not None else "。"),
        also=("n-1", "n-1条") if parameters["lettered"] and count is None else (),
    )


def _changed(parameters: Parameters, tree: _Tree) -> Solution:
    """The same before and after the weight of an edge is changed."""
    one, other, value = parameters["change"]
    arcs = [(start, end, value if {start, end} == {one, other} else weight_) for start, end, weight_ in tree.arcs]
    changed = _Tree(tree.names, arcs, None)
    told_ = [(changed if after else tree).tell([what])[0] for what, after in parameters["asked"]]
    bare = [re.sub(r"^最小生成树的权值之和 ", "", each) for each in told_]
    return Solution(
        answer="；".join(told_),
        steps=paragraphs(
            _kruskal_working(tree.count, tree.arcs, tree.names),
            f"({tree.names[one]}, {tree.names[other]}) 的权改为 {value} 后：",
            _kruskal_working(tree.count, arcs, tree.names),
        ),
        also=("；".join(bare), "，".join(bare)),
        conventions=("图为无向图",),
    )


def _solve(parameters: Parameters) -> Solution:
    if "count" in parameters:
        return _counted(parameters)
    names = list(parameters["names"])
    arcs = [(start, end, weight_) for start, end, weight_ in parameters["arcs"]]
    try:
        tree = _Tree(names, arcs, parameters.get("start"))
    except ValueError as error:
        stay_out(str(error))
    tasks = parameters["asked"]
    if "change" in parameters:
        return _changed(parameters, tree)
    told_ = [tree.tell(task) for task in tasks]
    if [task[0] for task in tasks].count("edges") == 1 and ["total"] not in tasks:
        told_ = [
            (f"{sentence}；权值之和 {weight(tree.least)}" if task[0] == "edges" else sentence, also)
            for task, (sentence, also) in zip(tasks, told_, strict=True)
        ]
    used = {task[1] for task in tasks if len(task) > 1}
    chosen = prim(len(names), arcs, tree.start) if used == {"Prim"} and tree.start is not None else tree.least
    working = (
        _prim_working(len(names), arcs, tree.start, names)
        if used == {"Prim"} and tree.start is not None
        else _kruskal_working(len(names), arcs, names)
    )
    return Solution(
        answer="；".join(sentence for sentence, _ in told_),
        steps=paragraphs(working, f"{' + '.join(str(arc[2]) for arc in chosen)} = {weight(chosen)}。"),
        also=told_[0][1] if len(told_) == 1 else (),
        conventions=("图为无向图",),
        drawing=_drawing(names, arcs, chosen, "最小生成树"),
    )


KIND = Kind(
    name="minimum-spanning-tree",
    title="最小生成树",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"最小代价|连通|村村通|通路|互通|通[车网电水气]|最省|连起来|连接起来|生成树|支撑树|MST|Prim|Kruskal|普里姆|普利姆|克鲁斯卡",
        recognise=recognise,
        solve=_solve,
    ),
)
