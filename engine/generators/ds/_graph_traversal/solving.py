"""What is asked of the traversals of a graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from engine.generators import patterns
from engine.generators.ds._graph_traversal.traversals import every_order, is_traversal, visited
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out

_MOST = 20_000
"""More sequences are not counted one by one."""
_NAMES = {"dfs": "深度优先", "bfs": "广度优先"}


class _Traversals:
    """A graph with the traversals that are asked for."""

    def __init__(self, parameters: Parameters) -> None:
        self.names: list[str] = list(parameters["names"])
        self.neighbours: list[list[int]] = [list(row) for row in parameters["neighbours"]]
        self.start: int | None = parameters["start"]
        self.ways: list[str] = list(parameters["ways"])
        self.rules: list[str] = list(parameters["rules"])

    def shown(self, order: Sequence[int]) -> str:
        return listed(self.names[each] for each in order)

    def fits(self, order: Sequence[int]) -> bool:
        way = self.ways[0] == "dfs"
        return (self.start is None or order[0] == self.start) and is_traversal(order, self.neighbours, way)

    def every(self, way: str) -> list[list[int]]:
        """Every sequence of a traversal from the start.

        Raises:
            StayOut: the start is not told, or there are too many.
        """
        if self.start is None:
            stay_out("where it starts")
        found = list(islice(every_order(self.neighbours, self.start, way == "dfs"), _MOST + 1))
        return found if len(found) <= _MOST else stay_out("too many")

    def ruled(self, way: str, rule: str) -> list[int]:
        if self.start is None:
            stay_out("where it starts")
        rows = {"told": self.neighbours, "small": [sorted(row) for row in self.neighbours]}.get(
            rule, [sorted(row, reverse=True) for row in self.neighbours]
        )
        return visited(rows, self.start, way == "dfs")


def solve(parameters: Parameters) -> Solution:
    """What is asked of the traversals.

    Raises:
        StayOut: it does not follow.
    """
    graph = _Traversals(parameters)
    asked, candidates = parameters["asked"], parameters["candidates"]
    working = _working(graph)
    if candidates:
        return _of_candidates(graph, asked, candidates, working)
    if asked in ("possible", "impossible") or (asked == "sequence" and not graph.rules and len(graph.ways) == 1):
        return _of_options(graph, asked, working)
    if asked == "count":
        if len(graph.ways) > 1 or graph.rules:
            stay_out("how many of which")
        many = len(graph.every(graph.ways[0]))
        return Solution(answer=f"{many} 个", also=(f"{many} 种", str(many)), steps=paragraphs(working, f"逐步分情况数，共 {many} 个。"))
    told = []
    for rule in graph.rules or ["small"]:
        for way in graph.ways:
            if not graph.rules and len(graph.every(way)) > 1:
                stay_out("which neighbour comes first")
            told.append((way, graph.shown(graph.ruled(way, rule))))
    plain = len(told) == 1
    answer = told[0][1] if plain else "；".join(f"{_NAMES[way]} {order}" for way, order in told)
    also = (told[0][1].replace(", ", ""),) if plain else ("；".join(order for _, order in told),)
    return Solution(answer=answer, also=also, steps=paragraphs(working, *(f"{_NAMES[way]}：{order}" for way, order in told)))


def _of_options(graph: _Traversals, asked: str, working: str) -> Solution:
    """Which of the pasted sequences is (or is not) a traversal's; without them one of those there are."""

    def fits(option: str) -> bool:
        order = _order_of(option, graph.names)
        if order is None:
            return stay_out("an option of other vertices")
        return graph.fits(order) != (asked == "impossible")

    if asked != "sequence" or graph.start is None:
        return Solution(answer="", steps=working, fits=fits)
    every = graph.every(graph.ways[0])
    told = graph.shown(graph.ruled(graph.ways[0], "small"))
    only = "唯一" if len(every) == 1 else f"共有 {len(every)} 种，这是其中一种"
    return Solution(
        answer=f"{told}（{only}）",
        also=(told, told.replace(", ", "")),
        steps=paragraphs(working, f"{_NAMES[graph.ways[0]]}：{told}。"),
        fits=fits,
        answer_alone=True,
        conventions=("邻接点按编号从小到大访问",) if len(every) > 1 else (),
    )


def _order_of(option: str, names: Sequence[str]) -> list[int] | None:
    """The vertices of a sequence in an option; None where it names others."""
    place = {name.upper(): number for number, name in enumerate(names)}
    told = option.strip().strip("。.;")
    for row in _ways_to_read(told):
        if all(name.upper() in place for name in row) and len(row) > 1:
            return [place[name.upper()] for name in row]
    return None


def _ways_to_read(told: str) -> Iterator[list[str]]:
    yield [part for part in patterns.split(r"\s*(?:,|、|->|→|—+|-+|\s)\s*", told) if part]
    yield list(patterns.sub(r"\W", "", told))
    yield patterns.findall(r"[A-Za-z]\d", told) if patterns.fullmatch(r"(?:[A-Za-z]\d\W*)+", told) else []


def _of_candidates(graph: _Traversals, asked: str, candidates: Sequence[Sequence[int]], working: str) -> Solution:
    fitting = [order for order in candidates if graph.fits(order)]
    others = [order for order in candidates if not graph.fits(order)]
    if asked == "count":
        return Solution(
            answer=f"{len(fitting)} 个",
            also=(str(len(fitting)),),
            steps=paragraphs(working, f"符合的是 {'；'.join(graph.shown(order) for order in fitting)}，共 {len(fitting)} 个。"),
        )
    chosen = fitting if asked == "possible" else others
    if not chosen:
        stay_out("none of them")
    told = "；".join(graph.shown(order) for order in chosen)
    return Solution(answer=told, also=(told.replace(", ", ""),), steps=paragraphs(working, f"逐个核对：{told}。"))


def _working(graph: _Traversals) -> str:
    lists = "；".join(
        f"{name} 的邻接点：{listed((graph.names[each] for each in row), '、') or '无'}"
        for name, row in zip(graph.names, graph.neighbours, strict=True)
    )
    rule = (
        "深度优先：访问一个邻接点就接着访问它的邻接点，没有未访问的邻接点时退回到最近的还有的顶点。"
        if graph.ways == ["dfs"]
        else "广度优先：先访问的顶点，它的邻接点也先访问。"
        if graph.ways == ["bfs"]
        else "深度优先一直往前走，走不通时退回；广度优先按访问的先后访问各顶点的邻接点。"
    )
    return paragraphs(lists + "。", rule)
