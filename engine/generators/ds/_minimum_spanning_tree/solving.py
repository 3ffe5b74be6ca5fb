"""Answers about minimum spanning trees: weights, edges in order, how many trees there are, and changed weights."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import comb
from typing import Any

from engine.generators import patterns
from engine.generators.ds._graphs.weighted import Arc
from engine.generators.ds._minimum_spanning_tree.spanning_trees import kruskal, kruskal_working, prim, prim_working, tree_drawn, weight
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import StayOut, stay_out


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
        # Kruskal's weights come in one order, even where edges of one weight could change places.
        by_weight = of_weight and algorithm == "Kruskal"
        chosen = self.least if by_weight else self.order_of(algorithm)
        place = len(chosen) if number == -1 else number
        if not 1 <= place <= len(chosen):
            stay_out("no such edge")
        one, other, value = chosen[place - 1]
        if by_weight:
            return f"第 {place} 条边的权 {value}", (str(value),)
        also = (str(value),) if of_weight else tuple(_edge_forms(self.names[one], self.names[other]))
        return f"第 {place} 条：{self._edge(chosen[place - 1])}，权 {value}", also

    def _edges(self, algorithm: str) -> tuple[str, tuple[str, ...]]:
        if algorithm == "Kruskal" and not _one_order(self.count, self.arcs, None) and number_of_trees(self.count, self.arcs) == 1:
            # One tree, though edges of one weight may change places.
            alike = "、".join(f"{self._edge(arc)} {arc[2]}" for arc in self.least)
            return f"依次选中 {alike}（权相同的边先后可以交换）", (", ".join(map(self._edge, self.least)),)
        chosen = self.order_of(algorithm)
        in_order = "、".join(f"{self._edge(arc)} {arc[2]}" for arc in chosen)
        forms = [", ".join(map(self._edge, chosen)), listed([arc[2] for arc in chosen])]
        if algorithm == "Prim" and self.start is not None:
            # From the tree to the vertex that joins it, as books write Prim's edges.
            joined, outward = {self.start}, []
            for one, other, _ in chosen:
                ends = (one, other) if one in joined else (other, one)
                joined |= {one, other}
                outward.append((self.names[ends[0]], self.names[ends[1]]))
            forms += [", ".join(f"({one}, {other})" for one, other in outward), ", ".join(one + other for one, other in outward)]
        return f"依次选中 {in_order}", tuple(forms)

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
        return f"加入的次序 {listed(order)}", (listed(order), "→".join(order), "".join(order), listed(order[1:]))

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
    bare = [patterns.sub(r"^最小生成树的权值之和 ", "", each) for each in told_]
    return Solution(
        answer="；".join(told_),
        steps=paragraphs(
            kruskal_working(tree.count, tree.arcs, tree.names),
            f"({tree.names[one]}, {tree.names[other]}) 的权改为 {value} 后：",
            kruskal_working(tree.count, arcs, tree.names),
        ),
        also=("；".join(bare), "，".join(bare)),
        conventions=("图为无向图",),
    )


def _chosen(tree: _Tree, chosen: bool) -> Solution:
    """Which of the pasted edges is in the tree (or is not), where there is only one tree.

    Raises:
        StayOut: there are several.
    """
    if number_of_trees(tree.count, tree.arcs) != 1:
        stay_out("several trees")
    forms = {
        patterns.sub(r"\W", "", form).upper(): arc for arc in tree.arcs for form in _edge_forms(tree.names[arc[0]], tree.names[arc[1]])
    }

    def fits(option: str) -> bool:
        arc = forms.get(patterns.sub(r"\W", "", option).upper())
        return (arc in tree.least) == chosen if arc is not None else stay_out(option)

    return Solution(answer="", steps=kruskal_working(tree.count, tree.arcs, tree.names), fits=fits, conventions=("图为无向图",))


def _taken_so(tree: _Tree, algorithm: str, option: str) -> bool:
    """Whether the algorithm can take the edges that an option lists in that order, with the weights that it tells.

    Raises:
        StayOut: it lists no edges of the graph.
    """
    names = {name.upper(): place for place, name in enumerate(tree.names)}
    vertex = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    row = patterns.findall(rf"\(?\s*({vertex})\s*[,、—-]?\s*({vertex})\s*\)?\s*:?\s*(\d*)(?=\s*(?:[,、;(]|$))", option.upper())
    weights = {(min(one, other), max(one, other)): value for one, other, value in tree.arcs}
    chosen: list[Arc] = []
    part, joined = list(range(tree.count)), {tree.start}
    for first, second, told in row:
        one, other = sorted((names[first], names[second]))
        value = weights.get((one, other))
        if value is None or (told and int(told) != value):
            return False
        free = [
            arc
            for arc in tree.arcs
            if (part[arc[0]] != part[arc[1]] if algorithm == "Kruskal" else (arc[0] in joined) != (arc[1] in joined))
        ]
        if not any({arc[0], arc[1]} == {one, other} for arc in free) or value > min(arc[2] for arc in free):
            return False
        chosen.append((one, other, value))
        joined |= {one, other}
        part = [part[one] if number == part[other] else number for number in part]
    if len(chosen) != tree.count - 1 or patterns.sub(r"\W", "", option.upper()) != "".join("".join(each) for each in row):
        stay_out("an option that lists something else")
    return True


def _in_a_row(forms: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Several answers as options write them, all in one way of writing."""
    if len({len(each) for each in forms}) != 1:
        return ()
    return tuple(mark.join(way) for way in zip(*forms, strict=True) for mark in ("，", "；", "、"))


def solve(parameters: Parameters) -> Solution:
    """What was asked of a graph's least spanning trees."""
    if "count" in parameters:
        return _counted(parameters)
    names = list(parameters["names"])
    arcs = [(start, end, weight_) for start, end, weight_ in parameters["arcs"]]
    try:
        tree = _Tree(names, arcs, parameters.get("start"))
    except ValueError as error:
        stay_out(str(error))
    if "chosen" in parameters:
        return _chosen(tree, parameters["chosen"])
    tasks = parameters["asked"]
    if "change" in parameters:
        return _changed(parameters, tree)
    if len(tasks) == 1 and tasks[0][0] == "edges" and (tasks[0][1] == "Kruskal" or tree.start is not None):
        # Edges of one weight may change places: with options, the one that can be.
        fits = partial(_taken_so, tree, tasks[0][1])
        working = (
            kruskal_working(len(names), arcs, names)
            if tasks[0][1] == "Kruskal" or tree.start is None
            else prim_working(len(names), arcs, tree.start, names)
        )
        try:
            return replace(_told(parameters, tree, tasks), fits=fits, answer_alone=True)
        except StayOut:
            return Solution(answer="", steps=working, fits=fits, conventions=("图为无向图",))
    return _told(parameters, tree, tasks)


def _told(parameters: Parameters, tree: _Tree, tasks: Sequence[Sequence[Any]]) -> Solution:
    """The answers to what was asked."""
    names, arcs = tree.names, tree.arcs
    told_ = [tree.tell(task) for task in tasks]
    if [task[0] for task in tasks].count("edges") == 1 and ["total"] not in tasks:
        told_ = [
            (f"{sentence}；权值之和 {weight(tree.least)}" if task[0] == "edges" else sentence, also)
            for task, (sentence, also) in zip(tasks, told_, strict=True)
        ]
    used = {task[1] for task in tasks if len(task) > 1}
    chosen = prim(len(names), arcs, tree.start) if used == {"Prim"} and tree.start is not None else tree.least
    working = (
        prim_working(len(names), arcs, tree.start, names)
        if used == {"Prim"} and tree.start is not None
        else kruskal_working(len(names), arcs, names)
    )
    return Solution(
        answer="；".join(sentence for sentence, _ in told_),
        steps=paragraphs(working, f"{' + '.join(str(arc[2]) for arc in chosen)} = {weight(chosen)}。"),
        also=told_[0][1] if len(told_) == 1 else _in_a_row([also for _, also in told_]),
        conventions=("图为无向图",),
        drawing=tree_drawn(names, arcs, chosen, "最小生成树"),
    )
