"""Minimum spanning trees: questions about Prim's and Kruskal's edges in the order chosen, and the total weight.

How they are worked out is said in `_minimum_spanning_tree.spanning_trees`.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.ds._graphs.weighted import Arc, told, undirected
from engine.generators.ds._minimum_spanning_tree import spanning_tree_steps
from engine.generators.ds._minimum_spanning_tree.reading import recognise
from engine.generators.ds._minimum_spanning_tree.solving import solve
from engine.generators.ds._minimum_spanning_tree.spanning_trees import kruskal, kruskal_working, prim, prim_working, tree_drawn, weight
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs

POINT = "ds.graph.mst"


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
        steps=paragraphs(
            kruskal_working(count, arcs, _NAMES), f"{' + '.join(str(arc[2]) for arc in chosen)} = {right}，权值之和为 {right}。"
        ),
        parameters={"task": "weight", "arcs": [list(arc) for arc in arcs]},
        drawing=tree_drawn(_NAMES[:count], arcs, chosen, "最小生成树"),
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
            prim_working(count, arcs, start, _NAMES) if by_prim else kruskal_working(count, arcs, _NAMES),
            f"第 {number} 条被选中的边是 {_edge(right)}。",
        ),
        parameters={
            "task": "prim-edge" if by_prim else "kruskal-edge",
            "arcs": [list(arc) for arc in arcs],
            "start": start,
            "number": number,
        },
        drawing=tree_drawn(_NAMES[:count], arcs, order, "最小生成树"),
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
        steps=paragraphs("每次从伸向树外的边中选权值最小的：", prim_working(count, arcs, start, _NAMES), f"次序为 {right}。"),
        parameters={"task": "prim-order", "arcs": [list(arc) for arc in arcs], "start": start},
        drawing=tree_drawn(_NAMES[:count], arcs, order, f"Prim：从 {_NAMES[start]} 开始"),
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
            kruskal_working(count, rest, _NAMES),
            f"{' + '.join(str(arc[2]) for arc in without)} = {right}，权值之和为 {right}。",
        ),
        parameters={"task": "without", "arcs": [list(arc) for arc in arcs], "banned": list(banned)},
        drawing=tree_drawn(_NAMES[:count], rest, without, f"停用 {_edge(banned)} 后的最小生成树"),
    )


# What is left of the graph without the tree.
_UNREAD = (
    r"(?:[没未]有?被?|不在[^,;。?]{0,6}|舍弃|去掉|剩下?余?)(?:选中?|用到?|加入|采用|树中|树上|上)?的?边?的?(?:上的?)?权[值重]?[之总]?和"
)

KIND = Kind(
    name="minimum-spanning-tree",
    title="最小生成树",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"铺.{0,3}[缆线路管]|最短总长|修路|布线|架[设线]|最[少低].{0,6}[钱费价元]|最小代价|造价|总费用|总代价|总成本|连通|村村通|通路|互通|通[车网电水气]|最省|连起来|连接起来|生成树|支撑树|MST|Prim|Kruskal|普里姆|普利姆|克鲁斯卡",
        recognise=first_reading(spanning_tree_steps.recognise, recognise, unread=_UNREAD),
        solve=lambda parameters: (spanning_tree_steps.solve if "picks" in parameters else solve)(parameters),
    ),
)
