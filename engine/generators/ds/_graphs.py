"""Reading weighted graphs from text: lists of edges as people write them, and adjacency matrices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators.ds._weighted import Arc
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

VERTEX = r"(?:[A-Za-z]\d{0,2}|\d{1,2})"
POINT_WORD = r"(?:顶点|源点|起点|终点|汇点|始点|结点|节点|事件|点|站点?|村庄|村子|村|城市|城|镇子?|地点?|市|处|景点|岛屿?|小区|校区|仓库|工厂|机房|基站|路口|车站|寨子?|县|乡|教学楼|号)"
_FREE = r"(?<![A-Za-z0-9])"
_STEMS = "甲乙丙丁戊己庚辛"
_COST = r"(?:权值?|权重|长度?|距离|代价|里程|路程|造价|费用|成本|花费|时间|持续时间|持续|工期|耗时|用时|开销)"
_SAYS = rf"\s*(?:(?:之间|两地|两点|这条)?(?:的)?(?:边|弧|路|活动|线路)?(?:的)?{_COST}?(?:为|是|=|:|需要?|要|花|用|有|,|\()?)\s*"
_MARKED = rf"\s*(?:(?:之间|两地)?(?:的)?(?:边|弧|路|活动|线路)?(?:的)?{_COST}(?:为|是|=|:)?|[:=(]|为|是|需要?|要|花|用| )\s*"
_WEIGHT = r"(?P<weight>\d+)(?![\d.])(?:(?:km|ms|m|h|s)(?![A-Za-z0-9])(?!\s*(?:到|至|和|与|→|-|—))|\s*(?:公里|千米|里|万元|万|元|天|周|小时|个?月|分钟|分|米))?(?![A-Za-z0-9])\s*\)?"
_JOINED = r"\s*(?:→|—>|=>|-+>?|—+|到|至)\s*"
_DIRECTED = rf"{_FREE}(?P<start>{VERTEX}){_JOINED}(?P<end>{VERTEX})(?!\d){_SAYS}{_WEIGHT}"
_UNDIRECTED = rf"{_FREE}(?P<start>[A-Za-z]\d{{0,2}})\s*(?:-+|—+|~|和|与|到|)\s*(?P<end>[A-Za-z]\d{{0,2}})(?![A-Za-z0-9]){_SAYS}{_WEIGHT}"
_UNDIRECTED_TIGHT = rf"{_FREE}(?P<start>[A-Za-z])\s*(?:-+|—+|~|)\s*(?P<end>[A-Za-z]){_WEIGHT}"
_NUMBERED = rf"(?<![A-Za-z0-9.])(?P<start>\d{{1,2}})\s*(?:-+|—+|到|和|与)\s*(?P<end>\d{{1,2}})(?!\d){_MARKED}{_WEIGHT}"
_TRIPLE = rf"\(\s*(?P<start>{VERTEX})\s*,\s*(?P<end>{VERTEX})\s*,\s*(?P<weight>\d+)\s*\)"
_PAIR = rf"\(\s*(?P<start>{VERTEX})\s*,\s*(?P<end>{VERTEX})\s*\){_SAYS}{_WEIGHT}"
_SPACED = rf"(?<=[,;、:\n。]) ?(?P<start>{VERTEX}) (?P<end>{VERTEX}) (?P<weight>\d+) ?(?=[,;、\n。]|$)"
_COLUMNS = r"\(?(?:格式(?:为|是)?)?:?\(?(?:起点|始点|弧尾|顶点1?|端点1?|u)[ ,、](?:终点|弧头|顶点2?|端点2?|v)[ ,、](?:边|弧)?(?:的)?(?:权值?|权重|长度|距离|w)\)?"
_CELL = r"(?:\d+|∞|inf|无穷大?|oo|max)"
_MATRIX = re.compile(rf"(?im)^[ (]*{_CELL}(?:[ ,;]+{_CELL}){{2,9}}[ );,。]*(?:\n[ (]*{_CELL}(?:[ ,;]+{_CELL}){{2,9}}[ );,。]*){{2,9}}$")
_LABEL = r"[A-Za-z]\d{0,2}"
_LABELLED = re.compile(
    rf"(?im)^[ |]*(?P<heads>{_LABEL}(?:[ |]+{_LABEL}){{2,9}})[ |]*\n(?P<rows>(?:[ |]*{_LABEL}(?:[ |]+{_CELL}){{3,10}}[ |]*(?:\n|$)){{3,10}})"
)


@dataclass(frozen=True, slots=True)
class ReadGraph:
    """A graph as read.

    Attributes:
        names: of the vertices, in natural order.
        arcs: by places in `names`; of an undirected graph `start < end`.
    """

    names: list[str]
    arcs: list[Arc]

    def place(self, name: str) -> int | None:
        """A vertex by its name, small and capital letters alike; None where there is none."""
        return next((place for place, own in enumerate(self.names) if own.upper() == name.strip().upper()), None)


def plainly_named(text: str) -> str:
    """The text with `1号点` as 1, and without the ways of going from one vertex to another."""
    text = re.sub(
        r"(?<![A-Za-z0-9.第])(\d{1,2})\s*号(?:顶点|结点|节点|站点|城市|景点|路口|仓库|村庄|村子|点|站|村|镇|城)?(?![\u7ebf\u697c])",
        r"\1",
        text,
    )
    text = re.sub(
        rf"(?<=[A-Za-z0-9{_STEMS}])(?:地|村|镇|城|市|站|点|处)?(?:开车|驾车|骑车|坐车|乘车|步行|走路|自驾|送货|走|出发|动身)(?:,|，)?(?=到达?|去|至|前往|赶往|抵达)",
        "",
        text,
    )
    return re.sub(r"(?:到达|前往|赶往|抵达)(?=[A-Za-z0-9甲乙丙丁戊己庚辛])", "到", text)


def with_letters(text: str) -> str:
    """The text with 甲, 乙, … as letters where pairs of them are edges."""
    if len(re.findall(rf"[{_STEMS}][-—~到和与至→]*[{_STEMS}](?=\D{{0,6}}\d)", text)) < 3:
        return text
    if re.search(r"(?<![A-Za-z])[A-H](?![A-Za-z])", text):
        stay_out("two sorts of names")
    return re.sub(f"[{_STEMS}]", lambda match: chr(65 + _STEMS.index(match[0])), text)


def told_name(name: str, stems: bool) -> str:
    """A vertex as the person wrote it."""
    return _STEMS[ord(name) - 65] if stems and len(name) == 1 else name


def read_edges(reading: Reading, directed: bool, least: int = 3) -> ReadGraph | None:
    """A list of edges, taken; None where there is none of at least so many.

    Names are told as written where all are small letters, otherwise in capitals.

    Raises:
        StayOut: an edge comes twice, or a loop.
    """
    columns = reading.take_all(_COLUMNS)
    found: list[re.Match[str]] = []
    sided = (_DIRECTED,) if directed else (_UNDIRECTED_TIGHT, _UNDIRECTED, _NUMBERED)
    for pattern in (_TRIPLE, _PAIR, *sided, *((_SPACED,) if columns else ())):
        if len(list(re.finditer(pattern, reading.rest, re.IGNORECASE))) >= least:
            found = reading.take_all(pattern)
            break
    if not found:
        return None
    return graph_of([(match["start"], match["end"], int(match["weight"])) for match in found], directed)


def graph_of(found: Sequence[tuple[str, str, int]], directed: bool) -> ReadGraph:
    """Raises:
    StayOut: an edge comes twice, or a loop.
    """
    written = {name for start, end, _ in found for name in (start, end)}
    told_as = str if all(name == name.lower() for name in written) else str.upper
    names = sorted({told_as(name) for name in written}, key=natural)
    place = {name: number for number, name in enumerate(names)}
    arcs = [(place[told_as(start)], place[told_as(end)], weight) for start, end, weight in found]
    pairs = [(start, end) if directed else (min(start, end), max(start, end)) for start, end, _ in arcs]
    if len(set(pairs)) != len(pairs) or any(start == end for start, end in pairs):
        stay_out("an edge twice")
    return ReadGraph(names, sorted((*pair, weight) for pair, (_, _, weight) in zip(pairs, arcs, strict=True)))


def natural(name: str) -> tuple[str, int]:
    """Sorts names by their letters, then by their numbers."""
    return re.sub(r"\d", "", name), int(re.sub(r"\D", "", name) or 0)


@dataclass(frozen=True, slots=True)
class Matrix:
    """An adjacency matrix, None for no edge, with the names at its rows and columns where it has them."""

    rows: tuple[tuple[int | None, ...], ...]
    names: tuple[str, ...] = ()

    def graph(self, names: Sequence[str], directed: bool) -> ReadGraph:
        """Raises:
        StayOut: another number of names, or not symmetric though undirected.
        """
        if len(names) != len(self.rows):
            stay_out("another number of vertices")
        size = range(len(names))
        if not directed and any(self.rows[row][column] != self.rows[column][row] for row in size for column in size):
            stay_out("not symmetric")
        arcs = [
            (row, column, value)
            for row in size
            for column in size
            if row != column and (directed or row < column) and (value := self.rows[row][column]) not in (None, 0)
        ]
        return ReadGraph(list(names), [(row, column, int(value)) for row, column, value in arcs if value is not None])


def read_matrix(reading: Reading) -> Matrix | None:
    """A square matrix of numbers and ∞ on lines of its own, taken; None where there is none.

    Raises:
        StayOut: it is not square, or a vertex is not 0 (or ∞) away from itself.
    """
    reading.take_all(
        r"\(?(?:其中)?(?:∞|无穷)(?:表示|为|代表|是|就是)?(?:两点)?(?:之间)?(?:没有?|无|不存在)(?:直接)?(?:的)?(?:边|弧|连接|相连|通路|路)\)?"
    )
    if labelled := _LABELLED.search(reading.rest):
        heads = re.findall(VERTEX, labelled["heads"])
        lines = [line.replace("|", " ").split() for line in labelled["rows"].strip().splitlines()]
        if [line[0] for line in lines] != heads or any(len(line) != len(heads) + 1 for line in lines):
            stay_out("a matrix with other labels")
        reading.take(re.escape(labelled[0].rstrip()))
        return Matrix(tuple(tuple(int(cell) if cell.isdigit() else None for cell in line[1:]) for line in lines), tuple(heads))
    found = list(_MATRIX.finditer(reading.rest))
    if len(found) != 1:
        return None
    rows = [
        tuple(int(cell) if cell.isdigit() else None for cell in re.findall(_CELL, line, re.IGNORECASE)) for line in found[0][0].splitlines()
    ]
    if any(len(row) != len(rows) for row in rows) or any(rows[place][place] not in (0, None) for place in range(len(rows))):
        stay_out("a matrix that is not square")
    reading.take(re.escape(found[0][0]))
    return Matrix(tuple(rows))


@dataclass(frozen=True, slots=True)
class StatedVertices:
    """The vertices as stated: their names, and how many; None where not said."""

    names: list[str] | None
    count: int | None

    def check(self, names: Sequence[str]) -> None:
        """Raises:
        StayOut: the graph has other vertices than those stated.
        """
        if self.names is not None and sorted(name.upper() for name in self.names) != sorted(name.upper() for name in names):
            stay_out("other vertices")
        if self.count is not None and self.count != len(names):
            stay_out("another number of vertices")

    def for_matrix(self, matrix: Matrix, mentioned: str) -> list[str]:
        """Names for a matrix's rows: as stated, or as the vertices that are mentioned suggest.

        Raises:
            StayOut: nothing suggests them.
        """
        size = len(matrix.rows)
        if matrix.names:
            return list(matrix.names)
        if self.names is not None:
            return self.names
        if found := re.search(r"(?<![A-Za-z0-9])([Vv])(\d)(?!\d)", mentioned):
            first = 0 if re.search(r"(?<![A-Za-z0-9])[Vv]0(?!\d)", mentioned) else 1
            return [f"{found[1]}{number}" for number in range(first, first + size)]
        if re.search(r"(?:顶点|结点|从|点)\s*0(?!\d)", mentioned):
            return [str(number) for number in range(size)]
        if re.search(r"(?:顶点|结点|从|点)\s*[A-Z](?![A-Za-z])", mentioned):
            return [chr(65 + number) for number in range(size)]
        if re.search(r"(?:顶点|结点|从|点)\s*\d", mentioned):
            stay_out("whether vertices are numbered from 0 or 1")
        return [f"v{number}" for number in range(1, size + 1)]


def read_stated_vertices(reading: Reading) -> StatedVertices:
    """What the text says of its vertices, taken: names in a list or from the first to the last, and how many they are.

    Raises:
        StayOut: they are stated twice in different ways.
    """
    words = rf"(?:{POINT_WORD}|顶点集|编号)"
    lists: list[list[str]] = []
    counts: list[int] = []
    for match in reading.take_all(
        rf"(?:(?P<count>{INTEGER})\s*个?)?(?:{words})(?:集合?)?(?:V(?=\s*[=为:]))?(?:分别|依次|编号|名称?|用)*(?:为|是|有|从|=|:)*\s*\(?(?P<first>[A-Za-z]\d{{0,2}}|\d{{1,2}})\s*(?:~|-+|—+|到|至|\.{{2,}}|…+)\s*(?P<last>[A-Za-z]\d{{0,2}}|\d{{1,2}})\)?(?=\s*(?:[,;。:()\n]|的(?!最短|距离|路)|共|$|编号|标号|表示|之间|构成|组成|邻接))"
    ):
        lists.append(_names_between(match["first"], match["last"]))
        if match["count"] is not None:
            counts.append(to_int(match["count"]))
    for match in reading.take_all(
        rf"(?:(?P<count>{INTEGER})\s*个?)?(?<!终点)(?<!起点)(?<!源点)(?:{words}|(?<![A-Za-z])V\s*=)(?:集合?)?(?:V)?(?:分别|依次)*(?:为|有|是|=|:)*\s*\(?(?P<list>{VERTEX}(?:\s*[、,]\s*{VERTEX}(?![A-Za-z0-9]))+)\)?(?![A-Za-z0-9(]|\s*[-→—=:]|(?:各|的)?(?:顶点)?的?最短)"
        rf"|{_FREE}(?P<list2>[A-Z](?:[、 ][A-Z](?![A-Za-z0-9]))+)(?:这)?(?P<count2>{INTEGER})\s*个?(?:{words})"
    ):
        lists.append(re.findall(VERTEX, match["list"] or match["list2"]))
        counts += [to_int(match[group]) for group in ("count", "count2") if match[group]]
    if one := reading.take_one(rf"(?:有|共|含|包含|具有|一个|的)*(?<![\d第])(?P<value>{INTEGER})\s*个?(?!号)(?:{words})(?!\d)", to_int):
        counts.append(one)
    if len({tuple(sorted(name.upper() for name in each)) for each in lists}) > 1 or len(set(counts)) > 1:
        stay_out("vertices twice")
    return StatedVertices(lists[0] if lists else None, counts[0] if counts else None)


def _names_between(first: str, last: str) -> list[str]:
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    letters, end_letters = re.sub(r"\d", "", first), re.sub(r"\d", "", last)
    numbers = re.sub(r"\D", "", first), re.sub(r"\D", "", last)
    if letters.upper() != end_letters.upper() or not all(numbers):
        stay_out("vertices from and to")
    return [f"{letters}{number}" for number in range(int(numbers[0]), int(numbers[1]) + 1)]
