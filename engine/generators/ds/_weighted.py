"""Weighted graphs for the kinds of this family: drawing them by lot, telling them in words, and reading them from text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from engine.drawings.graph import Edge, Graph, Vertex
from engine.drawings.model import Tone
from engine.generators.chance import Chance
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

Arc: TypeAlias = tuple[int, int, int]
"""(start, end, weight); vertices are numbered from 0."""


def undirected(chance: Chance, count: int, more: int, most: int) -> list[Arc]:
    """A connected graph: a chance tree and `more` further edges, each `start < end`, sorted."""
    pairs = []
    for vertex in range(1, count):
        pairs.append((chance.below(vertex), vertex))
    others = [(one, other) for one in range(count) for other in range(one + 1, count) if (one, other) not in pairs]
    pairs += chance.sample(others, min(more, len(others)))
    return [(one, other, chance.between(1, most)) for one, other in sorted(pairs)]


def acyclic(chance: Chance, count: int, more: int, most: int) -> list[Arc]:
    """A network from vertex 0 to the last: every vertex is on a way from the one to the other; sorted."""
    pairs = set()
    for vertex in range(1, count):
        pairs.add((chance.between(max(0, vertex - 3), vertex - 1), vertex))
    for vertex in range(count - 1):
        if not any(start == vertex for start, _ in pairs):
            pairs.add((vertex, chance.between(vertex + 1, min(count - 1, vertex + 3))))
    others = [(start, end) for start in range(count) for end in range(start + 1, min(count, start + 4)) if (start, end) not in pairs]
    chosen = sorted(pairs) + chance.sample(others, min(more, len(others)))
    return [(start, end, chance.between(1, most)) for start, end in sorted(chosen)]


def told(arcs: Sequence[Arc], names: Sequence[str], directed: bool) -> str:
    """`A→B 5、A→C 3` or `A—B 5、A—C 3`."""
    sign = "→" if directed else "—"
    return "、".join(f"{names[start]}{sign}{names[end]} {weight}" for start, end, weight in arcs)


def drawn(
    title: str,
    arcs: Sequence[Arc],
    names: Sequence[str],
    *,
    directed: bool,
    flow: bool = False,
    chosen: Mapping[tuple[int, int], Tone] | None = None,
    notes: Sequence[str] = (),
    note: str = "",
) -> Graph:
    """The graph's drawing; `chosen`: the edges set off, others are then quiet; `notes`: one a vertex."""
    tones = chosen or {}
    return Graph(
        title=title,
        vertices=tuple(Vertex(name, "plain", notes[number] if notes else "") for number, name in enumerate(names)),
        edges=tuple(Edge(start, end, str(weight), tones.get((start, end), "quiet" if tones else "plain")) for start, end, weight in arcs),
        directed=directed,
        flow=flow,
        note=note,
    )


VERTEX = r"(?:[A-Z]\d{0,2}|v\d{1,2}|\d{1,2})"
_WEIGHT = r"\s*(?:[:=,(]|的?(?:边|弧)?的?(?:权值?|权重|长度|距离|代价)(?:为|是|=)?|为|是)?\s*(?P<weight>\d+)(?![\d.])\s*\)?"
_MARKED_WEIGHT = r"\s*(?:[:=(]|的?(?:边|弧)?的?(?:权值?|权重|长度|距离|代价)(?:为|是|=)?|为|是| )\s*(?P<weight>\d+)(?![\d.])\s*\)?"
_DIRECTED = rf"(?<![A-Za-z0-9])(?P<start>{VERTEX})\s*(?:→|—>|=>|到|-+|—+)\s*(?P<end>{VERTEX})(?!\d){_WEIGHT}"
_UNDIRECTED = rf"(?<![A-Za-z0-9])(?P<start>v\d{{1,2}}|[A-Z])\s*(?:-+|—+|~|)\s*(?P<end>v\d{{1,2}}(?!\d)|[A-Z](?!\d)){_WEIGHT}"
_NUMBERED = rf"(?<![A-Za-z0-9.])(?P<start>\d{{1,2}})\s*(?:-+|—+)\s*(?P<end>\d{{1,2}})(?!\d){_MARKED_WEIGHT}"
_TRIPLE = rf"\(\s*(?P<start>{VERTEX})\s*,\s*(?P<end>{VERTEX})\s*,\s*(?P<weight>\d+)\s*\)"
_PAIR = rf"\(\s*(?P<start>{VERTEX})\s*,\s*(?P<end>{VERTEX})\s*\)\s*(?:[:=]|为|是|权值?为?)?\s*(?P<weight>\d+)(?![\d.])"
# `1 5 2, 1 2 5`: three in a row between commas, read only where the text says what the three are.
_SPACED = rf"(?<=[,;、:\n。]) ?(?P<start>{VERTEX}) (?P<end>{VERTEX}) (?P<weight>\d+) ?(?=[,;、\n。]|$)"
_COLUMNS = r"\(?(?:格式(?:为|是)?)?:?\(?(?:起点|始点|弧尾|顶点1?|端点1?|u)[ ,、](?:终点|弧头|顶点2?|端点2?|v)[ ,、](?:边|弧)?(?:的)?(?:权值?|权重|长度|距离|w)\)?"


def read_arcs(reading: Reading, directed: bool) -> tuple[list[str], list[Arc]] | None:
    """The vertices' names in natural order and the arcs of a list of edges; None where there is no list of at least three.

    Names are told as written where all are small letters, otherwise in capitals.

    Raises:
        StayOut: an edge comes twice, or a loop.
    """
    found: list[re.Match[str]] = []
    columns = reading.take_all(_COLUMNS)
    patterns = [_TRIPLE, _PAIR, *((_DIRECTED,) if directed else (_UNDIRECTED, _NUMBERED)), *((_SPACED,) if columns else ())]
    for pattern in patterns:
        found = reading.take_all(pattern)
        if len(found) >= 3:
            break
        if found:
            stay_out("a few edges")
    if len(found) < 3:
        return None
    written = {match[side] for match in found for side in ("start", "end")}
    told_as = str if all(name == name.lower() for name in written) else str.upper
    named = [(told_as(match["start"]), told_as(match["end"]), int(match["weight"])) for match in found]
    names = sorted(
        {name for start, end, _ in named for name in (start, end)},
        key=lambda name: (re.sub(r"\d", "", name), int(re.sub(r"\D", "", name) or 0)),
    )
    place = {name: number for number, name in enumerate(names)}
    arcs = [(place[start], place[end], weight) for start, end, weight in named]
    pairs = [(start, end) if directed else (min(start, end), max(start, end)) for start, end, _ in arcs]
    if len(set(pairs)) != len(pairs) or any(start == end for start, end in pairs):
        stay_out("an edge twice")
    return names, sorted((*pair, weight) for pair, (_, _, weight) in zip(pairs, arcs, strict=True))


def named_as(names: Sequence[str], text: str) -> str | None:
    """The vertex that a text names, small and capital letters alike; None where there is none."""
    return next((name for name in names if name.upper() == text.strip().upper()), None)


def read_vertices(reading: Reading) -> Stated:
    """What the text says of its vertices, taken: their names (in a list, or from the first to the last), and how many they are."""
    ranged = reading.take_all(
        rf"(?:(?P<count>{INTEGER})个)?(?:顶点|结点|节点|点|编号)(?:集合?)?(?:V(?=\s*[=为]))?(?:分别|依次|编号|名称?)?(?:为|是|有|从|=|:)*\s*\(?(?P<first>[A-Z]\d{{0,2}}|\d{{1,2}})\s*(?:~|-+|—+|到|至)\s*(?P<last>[A-Z]\d{{0,2}}|\d{{1,2}})\)?(?=\s*(?:[,;。\n]|的|共|$|编号|标号))"
    )
    count = reading.take_one(rf"(?:有|共|含有?)*(?<![\d第])(?P<value>{INTEGER})个?(?:顶点|结点|节点|点|城市|村庄|村|城镇)", to_int)
    names = None
    for match in ranged:
        start, end = match["first"], match["last"]
        if match["count"] is not None:
            if count not in (None, to_int(match["count"])):
                stay_out("two numbers of vertices")
            count = to_int(match["count"])
        if len(start) == 1 and len(end) == 1 and start.isalpha() and end.isalpha():
            names = [chr(code) for code in range(ord(start.upper()), ord(end.upper()) + 1)]
        elif start[:1] == end[:1] and start[1:].isdigit() and end[1:].isdigit() and start[0].isalpha():
            names = [f"{start[0].upper()}{number}" for number in range(int(start[1:]), int(end[1:]) + 1)]
        elif start.isdigit() and end.isdigit():
            names = [str(number) for number in range(int(start), int(end) + 1)]
        else:
            stay_out("vertices from and to")
    listed_names = reading.take_one(
        rf"(?:顶点|结点|节点)(?:集合?)?(?:V)?(?:为|有|是|=)?\s*\(?(?P<value>{VERTEX}(?:\s*[、,]\s*{VERTEX})+)\)?(?![A-Za-z0-9(]|\s*[-→—=:])",
        lambda value: re.findall(r"[A-Z0-9]+", value.upper()),
    )
    if names is not None and listed_names is not None:
        stay_out("vertices twice")
    return Stated(names if names is not None else listed_names, count)


@dataclass(frozen=True, slots=True)
class Stated:
    """The vertices as stated: their names in capitals, and how many; None where not said."""

    names: list[str] | None
    count: int | None

    def check(self, names: Sequence[str]) -> None:
        """Raises:
        StayOut: the graph has other vertices than those stated.
        """
        if self.names is not None and sorted(self.names) != sorted(name.upper() for name in names):
            stay_out("other vertices")
        if self.count is not None and self.count != len(names):
            stay_out("another number of vertices")
