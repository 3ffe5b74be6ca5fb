"""Which edge one algorithm may take at a step and another cannot: every way of choosing among edges of one weight is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import opened
from engine.generators.ds._graphs.graphs import NO_MORE, POINT_WORD, VERTEX, plainly_named, read_edges, read_stated_vertices
from engine.generators.ds._graphs.weighted import Arc, told
from engine.generators.ds._settling import settle
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, stay_out, to_int

_PRIM = r"(?:Prim|普里姆|普利姆|普里母)(?:\s*\(?Prim\)?)?的?(?:算法)?"
_KRUSKAL = r"(?:Kruskal|克鲁斯卡尔|克鲁斯卡|克鲁斯克尔)(?:\s*\(?Kruskal\)?)?的?(?:算法)?"
_FROM = rf"(?:\(?[从以由]?{POINT_WORD}?\s*(?P<start>{VERTEX})\s*(?:点|顶点)?(?:开始|出发|为起点)\)?)?"
_PICKED = rf"第\s*(?P<number>{INTEGER})\s*[次条步个]被?(?:选中|选取|选择|选出|加入)?"
_ONE = rf"(?:{_PRIM}|{_KRUSKAL})\s*{_FROM}\s*{_PICKED}"
_ASKED = (
    rf"(?:可能是|可能为)\s*(?:用|采用)?(?P<one>{_ONE.replace('<start>', '<start1>').replace('<number>', '<number1>')})\s*的?边?\s*,?[但而]是?(?:不是|不可能是|不可能为)\s*(?:用|采用)?"
    rf"(?P<other>{_ONE.replace('<start>', '<start2>').replace('<number>', '<number2>')})\s*的?边[是为]?"
)
_OWN = "带权图 图 最小生成树 无向图 带权 边 时 求 下面 如下 所示 算法"


def kruskal_picks(count: int, arcs: Sequence[Arc], number: int) -> set[Arc]:
    """The edges that Kruskal's algorithm may take as the one of that number."""
    states: set[tuple[int, ...]] = {tuple(range(count))}
    picks: set[Arc] = set()
    for _ in range(number):
        picks, further = set(), set()
        for parts in states:
            open_ = [arc for arc in arcs if parts[arc[0]] != parts[arc[1]]]
            least = min((arc[2] for arc in open_), default=None)
            for arc in open_:
                if arc[2] == least:
                    picks.add(arc)
                    one, other = sorted((parts[arc[0]], parts[arc[1]]))
                    further.add(tuple(one if part == other else part for part in parts))
        states = further
    return picks


def prim_picks(arcs: Sequence[Arc], start: int, number: int) -> set[Arc]:
    """The edges that Prim's algorithm from `start` may take as the one of that number."""
    states: set[frozenset[int]] = {frozenset([start])}
    picks: set[Arc] = set()
    for _ in range(number):
        picks, further = set(), set()
        for inside in states:
            open_ = [arc for arc in arcs if (arc[0] in inside) != (arc[1] in inside)]
            least = min((arc[2] for arc in open_), default=None)
            for arc in open_:
                if arc[2] == least:
                    picks.add(arc)
                    further.add(inside | {arc[0], arc[1]})
        states = further
    return picks


def recognise(text: str) -> Recognition | None:
    """Which edge the one algorithm may take at a step and the other not; None where that is not asked."""
    if not patterns.search("可能是|可能为", text):
        return None
    reading = opened(plainly_named(prepared(text)))
    asked = reading.take(_ASKED)
    if asked is None:
        return None
    graph = read_edges(reading, directed=False)
    reading.take_all(NO_MORE)
    stated = read_stated_vertices(reading)
    settle(reading, _OWN)
    if graph is None:
        return None
    stated.check(graph.names)
    picks: list[list[object]] = []
    for which, start, number in ((asked["one"], asked["start1"], asked["number1"]), (asked["other"], asked["start2"], asked["number2"])):
        algorithm = "Prim" if caseless(_PRIM).match(which) else "Kruskal"
        at = None if start is None else graph.place(start)
        if (algorithm == "Prim") != (at is not None) or not 1 <= to_int(number) < len(graph.names):
            stay_out("a step of which algorithm, from where")
        picks.append([algorithm, to_int(number), at])
    return Recognition(
        parameters={"names": graph.names, "arcs": [list(arc) for arc in graph.arcs], "picks": picks},
        understood=(
            ("边", told(graph.arcs, graph.names, False)),
            ("求", f"{picks[0][0]} 第 {picks[0][1]} 次可能选中而 {picks[1][0]} 第 {picks[1][1]} 次不可能选中的边"),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The edges of either step, and which of the options is of the first only."""
    names, arcs = list(parameters["names"]), [(start, end, weight) for start, end, weight in parameters["arcs"]]
    found = [
        kruskal_picks(len(names), arcs, number) if algorithm == "Kruskal" else prim_picks(arcs, at, number)
        for algorithm, number, at in parameters["picks"]
    ]
    wanted = sorted(found[0] - found[1])

    def shown(edges: Sequence[Arc]) -> str:
        return listed((f"({names[one]}, {names[other]})" for one, other, _ in edges), "、")

    def fits(option: str) -> bool:
        ends = patterns.findall(VERTEX, option)
        if len(ends) != 2 or not set(ends) <= set(names):
            stay_out("an option that is no edge")
        return any({names[one], names[other]} == set(ends) for one, other, _ in wanted)

    steps = paragraphs(
        *(
            f"{algorithm} 第 {number} 次可能选中：{shown(sorted(edges))}。"
            for (algorithm, number, _), edges in zip(parameters["picks"], found, strict=True)
        ),
        f"只属于前者的是 {shown(wanted) or '没有'}。",
    )
    if len(wanted) == 1:
        return Solution(answer=shown(wanted), steps=steps, fits=fits, answer_alone=True, conventions=("权相同的边可以任选",))
    return Solution(answer="", steps=steps, fits=fits, conventions=("权相同的边可以任选",))
