"""Figures of graphs: numbers of vertices and edges that degrees and connection settle.

As in Yan Weimin (图的定义和术语): the degrees of an undirected graph add up to twice its edges; connected graphs of n vertices have at least
n − 1 edges, and any graph with one edge more than the complete graph of n − 1 vertices is connected.
"""

from __future__ import annotations

from math import comb

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.ds._graph_figures.reading import recognise
from engine.generators.ds._graph_figures.solving import solve
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.variations import solving_variations, with_variations

POINT = "ds.graph.concepts"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _of_all_degrees(chance)
    return _apart(chance) if difficulty == 2 else _fewest(chance)


def _wrong(values: list[tuple[int, str]], unit: str) -> list[Wrong]:
    return [Wrong(f"{value} {unit}", why) for value, why in values if value > 0]


def _of_all_degrees(chance: Chance) -> Generated | None:
    """The edges of a graph whose degrees are all told."""
    degrees = sorted(chance.sample(range(1, 7), 3))
    many = [chance.between(2, 9) for _ in degrees]
    total = sum(one * degree for one, degree in zip(many, degrees, strict=True))
    if total % 2 or max(degrees) >= sum(many):
        return None
    told = "、".join(f"{one} 个顶点的度为 {degree}" for one, degree in zip(many, degrees, strict=True))
    shown = " + ".join(f"{one}×{degree}" for one, degree in zip(many, degrees, strict=True))
    right = total // 2
    values = [
        (total, "没有除以 2：每条边被两个顶点各算了一次"),
        (sum(many) - 1, "当作树，用了顶点数减 1"),
        (comb(sum(many), 2), "当作完全图"),
        (total - 1, "度数之和减了 1"),
        (right + 1, "算多了一条"),
        (right - 1, "算少了一条"),
        (sum(many), "数成了顶点数"),
    ]
    return Generated(
        point=POINT,
        stem=f"一个无向图中有 {told}，没有别的顶点，则图中的边数为",
        right=f"{right} 条",
        wrong=_wrong(values, "条"),
        steps=paragraphs(f"度数之和为 {shown} = {total}。", f"每条边算了两次，{total} ÷ 2 = {right}，即 {right} 条。"),
        parameters={"task": "degrees", "many": many, "degrees": degrees},
    )


def _apart(chance: Chance) -> Generated | None:
    """The bounds of connection."""
    count = chance.between(6, 250)
    ensured = chance.one_in(2)
    inner = comb(count - 1, 2)
    right = inner + 1 if ensured else inner
    values = [
        (count - 1, "那只是连通图至少有的边数"),
        (comb(count, 2), "那是完全图的边数"),
        (comb(count - 2, 2) + (1 if ensured else 0), "少算了一个顶点"),
        (inner if ensured else inner + 1, "差了一条边"),
        (count, "当作一个环"),
        (comb(count, 2) - 1, "从完全图中只去掉了一条边"),
        (right + 2, "多算了两条"),
        (right - 2, "少算了两条"),
    ]
    asked = "要保证它在任何情况下都是连通的，则至少需要的边数为" if ensured else "它是非连通图，则最多有的边数为"
    return Generated(
        point=POINT,
        stem=f"一个无向简单图有 {count} 个顶点，{asked}",
        right=f"{right} 条",
        wrong=_wrong(values, "条"),
        steps=paragraphs(
            f"不连通而边最多时，{count - 1} 个顶点成完全图，1 个孤立：{count - 1}×{count - 2}÷2 = {inner} 条。",
            f"再多一条就一定连通：{inner} + 1 = {right}，即 {right} 条。" if ensured else f"所以最多 {right} 条。",
        ),
        parameters={"task": "ensured" if ensured else "apart", "count": count},
    )


def _fewest(chance: Chance) -> Generated | None:
    """The fewest vertices, some degrees known and the others bounded."""
    first, second = sorted(chance.sample(range(3, 7), 2), reverse=True)
    many, more = chance.between(2, 5), chance.between(2, 6)
    edges = chance.between(14, 40)
    left = 2 * edges - many * first - more * second
    highest = second - 1
    if left <= highest or highest < 2:
        return None
    others = -(-left // highest)
    right = many + more + others
    if comb(right, 2) < edges or first >= right:
        return None
    values = [
        (many + more - (-left // second), "其余顶点的度可以等于上限了"),
        (others, "只算了其余的顶点"),
        (many + more - (-left // max(highest - 1, 1)), "其余顶点的度少取了 1"),
        (right + 1, "多算了一个"),
        (right - 1, "向下取整了"),
        (right + 2, "多算了两个"),
        (right - 2, "少算了两个"),
    ]
    return Generated(
        point=POINT,
        stem=f"无向图 G 有 {edges} 条边，其中有 {many} 个顶点的度为 {first}，{more} 个顶点的度为 {second}，其余顶点的度均小于 {second}，则 G 中的顶点至少有",
        right=f"{right} 个",
        wrong=_wrong(values, "个"),
        steps=paragraphs(
            f"度数之和为 2×{edges} = {2 * edges}，其余顶点的度数之和为 {2 * edges} − {many}×{first} − {more}×{second} = {left}。",
            f"其余的度至多 {highest}，至少 {others} 个；{many} + {more} + {others} = {right}，共 {right} 个。",
        ),
        parameters={"task": "fewest", "edges": edges, "degrees": [[many, first], [more, second]]},
    )


KIND = Kind(
    name="graph-figures",
    title="图的顶点数与边数",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"图.*(?:顶点|结点)|(?:顶点|结点).*图|完全图",
        recognise=with_variations(first_reading(recognise)),
        solve=solving_variations(solve),
    ),
)
