"""Reading weighted graphs from text: lists of edges as people write them, and adjacency matrices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.ds._graphs.sets import plain_sets
from engine.generators.ds._graphs.upright_tables import upright
from engine.generators.ds._graphs.weighted import Arc
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

VERTEX = r"(?:[A-Za-z]\d{0,2}|\d{1,2})"
POINT_WORD = r"(?:顶点|源点|起点|终点|汇点|始点|结点|节点|事件|点|站点?|村庄|村子|村|城市|城|镇子?|地点?|市|处|景点|景区|园区|厂区|社区|居民点|居民区|岛屿?|小区|校区|仓库|工厂|机房|基站|路口|车站|寨子?|县|乡|教学楼|大楼|楼栋|楼|宿舍|办公室|机房|实验室|车间|部门|学校|医院|门店|网点|监测点|观测站|气象站|变电站|泵站|水厂|油井|哨所|交换机|路由器|服务器|计算机|终端|设备|用户|号)"
_PAIR_OF = (
    r"(?:各|的|任意|任何|每|所有|全部)*[两2]?[个条对]?(?:"
    + POINT_WORD
    + r"|边|弧|线路|路线|路段|道路|通路|配对|组合|情况)?(?:之间|间|对)?(?:均|都|则|就|,|一律|表示|即)*"
)
NO_MORE = (
    r"\(?(?:其余|其他|其它|别的|剩下的?|未(?:列出?|给出?|标出?|提到|标注|注明|写出?)来?的?|没有?[列写标给提][出到]?来?的?|除此[之以]?外)"
    + _PAIR_OF
    + r"(?:不可|无法|不能|不会|不|没有?|无|未|不存在|没法|视为|看作|当作|算|记|为|是|表示){1,2}(?:直接|直达|可以|能|有|存在|的|任何|其他|其它|别的|作|做|被){0,3}"
    r"(?:相连|连接|连上|敷设|铺设|架设|修建?|修路|建|连通|相通|相邻|邻接|到达|通行|通车|通|边|弧|线路?|路|道路|可行|考虑|可达|无穷大?|∞|直连|直通|关系|约束|限制|依赖|先后)*的?\)?(?=[,;。)\s\n:]|$)"
)
"""What says that there are no edges but those that are told."""
_FREE = r"(?<![A-Za-z0-9])"
STEMS = "甲乙丙丁戊己庚辛东南西北中"
DIRECTIONS = "东南西北中"
"""Ideographs that name vertices, the directions at the end."""
_UNIT = r"(?:(?<=\d)(?:km|ms|min|m|h|s|d)(?![-—→A-Za-z0-9])|公里|千米|里|万元|亿元|万|元|块钱?|工作日|天|日|周|小时|个?月|分钟|分|百米|米|秒|个?单位)"
_WORDS = r"(?:之间|两地|两点|这条|需要?|要|花|用|有|为|是|记|的|边|弧|路|活动|线路?|持续|权值|权重|权|长度|长|距离|代价|里程|路程|造价|费用|成本|花费|时间|工期|耗时|用时|开销|带宽|一条){0,5}"
_WEIGHT = rf"(?P<weight>\d+)(?!\d|\.\d)\s*(?:{_UNIT}(?:就?能?到)?)?(?![A-Za-z0-9])\s*\)?"
_SAYS = rf"\s*{_WORDS}\s*[:=/(]?\s*{_WORDS}\s*{_WEIGHT}"
_MARKED = rf"\s*(?:(?=[的边弧权长距代里路造费成花时工耗用开带需要为是有]){_WORDS}|[:=/(]| )\s*{_WORDS}\s*{_WEIGHT}"
_JOIN = r"\s*(?:→|—>|=>|-+>?|—+|~|到|至|通往|指向)\s*"
_BOTH = r"\s*[和与]\s*"
_PLACE = rf"(?:{POINT_WORD})?"
_LABEL = r"(?:活动|工序|任务|弧|边)?(?<![A-Za-z0-9])(?P<name>[A-Za-z]\d{0,2})\s*(?:[:=(/,]|\s)\s*"
_ARC = rf"\(?\s*{_FREE}(?P<start>{VERTEX})\s*(?:→|,|-+>?|—+|到|至)\s*(?P<end>{VERTEX})(?![A-Za-z0-9])\s*\)?"
_LABELLED_ARC = rf"{_LABEL}{_ARC}\s*[,:]?{_SAYS}\)?"
_WEIGHED_ARC = rf"(?<![A-Za-z0-9])(?P<name>[A-Za-z]\d{{0,2}})\s*[=:]\s*(?P<weight>\d+)\s*\(\s*(?P<start>{VERTEX})\s*(?:→|,|-+>?|—+|到|至)\s*(?P<end>{VERTEX})\s*\)"
_ARC_LABELLED = rf"{_ARC}\s*[:=]?\s*(?P<name>[A-Za-z]\d{{0,2}})\s*[:=(]\s*{_WEIGHT}"
_JOINED_ARC = rf"{_FREE}{_PLACE}\s*(?P<start>{VERTEX})(?:{_PLACE}{_JOIN}|(?<=[A-Za-z0-9]){_BOTH}){_PLACE}\s*(?P<end>{VERTEX})(?![\dA-Za-z])(?:{POINT_WORD})?{_SAYS}"
_TIGHT_LETTERS = rf"{_FREE}(?!v[el]\s*[(=:是为])(?P<start>[A-Za-z]\d{{0,2}})\s*(?P<end>[A-Za-z]\d{{0,2}})(?!\d|[A-Za-z]){_SAYS}"
_TIGHT = rf"{_FREE}(?!v[el]\s*[(=:是为])(?P<start>[A-Za-z])\s*(?:[-—~]*|→|到)\s*(?P<end>[A-Za-z]){_WEIGHT}"
_TIGHT_DASHED = rf"{_FREE}(?P<start>[A-Za-z])(?P<end>[A-Za-z])\s*[-—]+\s*{_WEIGHT}"
_TIGHT_NUMBERS = rf"(?<![A-Za-z0-9.])(?P<start>\d)(?P<end>\d)(?!\d)\s*(?:权值?|权重|长|距离|:|=|\()\s*[为是]?{_WEIGHT}"
_AFTER_COMMA = rf"{_FREE}(?P<start>{VERTEX})\s*(?:→|-+>?|—+)\s*(?P<end>{VERTEX})\s*,\s*{_WEIGHT}"
_TRIPLE = rf"\(\s*(?P<start>{VERTEX})\s*,\s*(?P<end>{VERTEX})\s*,\s*(?P<weight>\d+)\s*\)"
_PAIR = rf"\(\s*(?P<start>{VERTEX})\s*,\s*(?P<end>{VERTEX})\s*\){_SAYS}"
_SPACED = rf"(?<=[,;、:\n。]) ?(?P<start>{VERTEX}) (?P<end>{VERTEX}) (?P<weight>\d+) ?(?=[,;、\n。]|$)"
# `A到B为2、到C为5`: the second edge leaves where the first does.
_GOES_ON = re.compile(
    rf"(?P<first>{_FREE}(?P<start>{VERTEX}|[{STEMS}]){_PLACE}\s*(?P<join>→|-+>|到|至)\s*(?:{VERTEX}|[{STEMS}]){_PLACE}{_SAYS}\s*[,、;和]?\s*)(?=(?P<again>→|-+>|到|至)\s*(?:{VERTEX}|[{STEMS}]))"
)
_COLUMNS = r"\(?(?:格式[为是]?)?:?\(?(?:起点|始点|弧尾|顶点1?|端点1?|u)[ ,、](?:终点|弧头|顶点2?|端点2?|v)[ ,、][边弧]?的?(?:权值?|权重|长度|距离|w)\)?"
_CELL = r"(?:\d+|∞|inf|无穷大?|oo|max)"
_MATRIX = re.compile(rf"(?im)^[ (]*{_CELL}(?:[ ,;]+{_CELL}){{2,9}}[ );,。]*(?:\n[ (]*{_CELL}(?:[ ,;]+{_CELL}){{2,9}}[ );,。]*){{2,9}}$")
_MATRIX_IN_LINE = re.compile(rf"(?P<row>{_CELL}(?:[ ,]+{_CELL}){{2,9}})\s*[;/]\s*(?={_CELL}(?:[ ,]+{_CELL}){{2,9}})", re.IGNORECASE)
_ROW = rf"\(?{_CELL}(?:[ ,]+{_CELL}){{2,9}}\)?"
_MATRIX_WHOLE = re.compile(rf"(?<![\d.,]){_ROW}(?:\s*[;/|]\s*{_ROW}){{2,9}}(?![\d.]|\s*[;/|]\s*\d)", re.IGNORECASE)
_HEAD = r"[A-Za-z]\d{0,2}"
_LABELLED = re.compile(
    rf"(?im)^[ |]*(?P<heads>{_HEAD}(?:[ |]+{_HEAD}){{2,9}})[ |]*\n(?P<rows>(?:[ |]*{_HEAD}(?:[ |]+{_CELL}){{3,10}}[ |]*(?:\n|$)){{3,10}})"
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
        name = name.strip().upper()
        found = next((place for place, own in enumerate(self.names) if own.upper() == name), None)
        if (
            found is None and name.isdigit() and all(patterns.fullmatch(r"V\d+", own.upper()) for own in self.names)
        ):  # dist[5] of the vertex v5
            found = next((place for place, own in enumerate(self.names) if own[1:] == name), None)
        # Edges that tell `1` of `V1`: the number alone, where all the names are numbers.
        if found is None and patterns.fullmatch(r"V\d+", name) and all(own.isdigit() for own in self.names):
            found = next((place for place, own in enumerate(self.names) if own == name[1:]), None)
        return found


def plainly_named(text: str) -> str:
    """The text with `1号点` as 1, and without the ways of going from one vertex to another."""
    text = plain_sets(text)
    text = patterns.sub(
        r"(?<![A-Za-z0-9.第])(\d{1,2})\s*号(?:顶点|结点|节点|站点|城市|景点|路口|仓库|村庄|村子|点|站|村|镇|城)?(?![\u7ebf\u697c])",
        r"\1",
        text,
    )
    text = patterns.sub(
        rf"(?<=[A-Za-z0-9{STEMS}])[地村镇城市站点处]?(?:开车|驾车|骑车|坐车|乘车|步行|走路|自驾|送货|走|出发|动身)(?:,|，)?(?=到达?|去|至|前往|赶往|抵达)",
        "",
        text,
    )
    text = patterns.sub(r"(?<=[图网])\s*G(?=\s*(?:[的,。:、;中上]|采用|进行|$))", "", text)
    text = patterns.sub(r"(?:到达|前往|赶往|抵达|飞到|飞往|飞抵|走到|开到|开往|驶往)(?=[A-Za-z0-9甲乙丙丁戊己庚辛])", "到", text)
    text = patterns.sub(
        rf"(?:^|(?<=[;:,。\n)阵]))\s*(?:第\s*)?(?:[A-Za-z]?\d{{0,2}}|[一二三四五六七八九十])\s*行\s*[:为是]?\s*(?P<row>{_CELL}(?:[ ,]+{_CELL}){{2,9}})\s*[;,。]?",
        r"\n\g<row>\n",
        text,
    ).replace("\n\n", "\n")
    text = patterns.sub(rf"(?<=[\u4e00-\u9fff:])[ ]*(?={_CELL}(?:[ ,]+{_CELL}){{2,9}}\s*[;/])", "\n", text)
    if patterns.search(r"(?<![A-Za-z0-9])hi\s*[:=(]?\s*\d", text):  # an edge, no greeting
        text = patterns.sub(r"(?<![A-Za-z0-9])([a-z])([a-z])(?=\s*[:=(]?\s*\d)", r"\1-\2", text)
    text = patterns.sub(r"(?<=[0-9A-Za-z][:=])\s*(\d)\)", r"\1 )", text)  # a weight, no number of a sub-question
    # `PQ=QR=2`: both weigh as much.
    text = patterns.sub(
        r"(?<![A-Za-z=])((?:[A-Za-z]{2}\s*=\s*)+)(?=[A-Za-z]{2}\s*=\s*(\d+)(?!\d))",
        lambda row: "".join(f"{pair}={row[2]}," for pair in patterns.findall("[A-Za-z]{2}", row[1])),
        text,
    )
    # `A活动从事件1到事件2，需5天`
    text = patterns.sub(
        rf"(?<![A-Za-z0-9])(?P<name>[A-Za-z]\d{{0,2}})\s*(?:活动|工序|任务|作业)?[是为]?从(?:事件|顶点|结点)\s*(?P<start>{VERTEX})\s*到(?:事件|顶点|结点)\s*(?P<end>{VERTEX})(?![A-Za-z0-9])\s*,?\s*(?:需要?|用|持续|历时|耗时|时间|工期|为|是|要)+\s*(?P<weight>\d+)",
        r"\g<name>:\g<start>→\g<end>=\g<weight>",
        text,
    )
    # Lists of neighbours with weights: `A: (B, 6), (C, 1)`
    neighbours = rf"(?<![A-Za-z0-9(])({VERTEX})\s*[:→]\s*((?:\(\s*{VERTEX}\s*,\s*\d+\s*\)\s*[,、]?\s*)+)"
    if len(patterns.findall(neighbours, text)) > 1 and (both := _each_edge_once(patterns.findall(neighbours, text))) and "有向" not in text:
        # Of an undirected graph every edge stands in the lists of both its ends.
        first = patterns.search(neighbours, text)
        assert first is not None
        text = patterns.sub(neighbours, "", text[: first.start()] + both + "。" + text[first.start() :])
    elif len(patterns.findall(neighbours, text)) > 1:
        text = patterns.sub(
            neighbours,
            lambda row: (
                ",".join(f"{row[1]}→{head}={weight}" for head, weight in patterns.findall(rf"\(\s*({VERTEX})\s*,\s*(\d+)", row[2])) + ","
            ),
            text,
        )
    # The unit that all weights are in changes none of them.
    text = patterns.sub(
        r"(?:权值?|长度|距离|里程|费用|造价|时间|票价|代价)?的?单位\s*[均都]?[为是:]?\s*[十百千万亿]*(?:人民币)?(?:元|块钱?|公里|千米|米|km|m|里|天|周|小时|分钟|min|h|个?月|秒|s|ms|毫秒)(?![A-Za-z\u4e00-\u9fff])",
        "",
        text,
    )
    if len(patterns.findall(_PAIR_COMMA, text)) > 2:
        text = patterns.sub(_PAIR_COMMA, r"\1-\2=\3", text)
    text = upright(text)
    text = _with_joined_triples(text)
    text = patterns.sub(r"(?<=\d)\s*(?:\.{2,}|…+)\s*(?=[A-Za-z]?\d)", "~", text)
    text = _MATRIX_WHOLE.sub(_on_lines, text)
    text = _MATRIX_IN_LINE.sub(r"\g<row>\n", text)
    return with_starts(text)


def _each_edge_once(rows: Sequence[tuple[str, str]]) -> str:
    """The edges of lists of neighbours, each once; empty where not every edge stands in the lists of both its ends with one weight."""
    found: dict[tuple[str, str], str] = {}
    for start, neighbours in rows:
        for end, weight in patterns.findall(rf"\(\s*({VERTEX})\s*,\s*(\d+)", neighbours):
            found[start, end] = weight
    if any(found.get((end, start)) != weight for (start, end), weight in found.items()):
        return ""
    return ",".join(f"{start}-{end}={weight}" for (start, end), weight in found.items() if natural(start) < natural(end))


def _on_lines(rows: re.Match[str]) -> str:
    """The rows of a square matrix that stand in one line, each on a line of its own."""
    told = [row.strip() for row in patterns.split(r"[;/|]", rows[0])]
    square = all(len(patterns.findall(_CELL, row, re.IGNORECASE)) == len(told) for row in told)
    return "\n" + "\n".join(told) + "\n" if square else rows[0]


_PAIR_COMMA = r"(?<![A-Za-z0-9])([A-Za-z])([A-Za-z])\s*[,，]\s*(\d+)(?=\s*(?:[;；。\n]|$))"
_TRIPLES = re.compile(
    r"\(?(?:(?:输入)?格式|每行|每条边|每组|依次)?[为是:]*\s*(?:\(?(?:顶点|起点|端点|结点|始点|u|i)\d?[\s,、]+(?:顶点|终点|端点|结点|v|j)\d?[\s,、]+边?的?(?:权值?|权重|长度|距离|费用|w)\)?|两个?(?:端点|顶点)[和及、]权值?)\)?\s*[:：]?"
)


def _with_joined_triples(text: str) -> str:
    """The text with `0 1 4; 0 7 8` as edges, where it says that it lists two vertices and a weight."""
    told = _TRIPLES.search(text)
    if told is None or "→" in text:
        return text
    rest, joined = re.subn(
        r"(?<![\dA-Za-z])([A-Za-z]\d?|\d{1,2})[ ,]([A-Za-z]\d?|\d{1,2})[ ,](\d{1,3})(?=\s*(?:[;。\n)]|$))", r"\1-\2=\3", text[told.end() :]
    )
    return text[: told.start()] + " " + rest if joined > 2 else text


def read_arcs(reading: Reading, least: int = 3) -> list[re.Match[str]]:
    """The edges of a list, taken: matches with the groups `start`, `end`, `weight` and, where activities are named, `name`.

    Of all the ways of writing edges the one that finds most is the text's own; a text that mixes two is left unread in part,
    and refused for what is left.
    """
    columns = reading.take_all(_COLUMNS)
    best: list[re.Match[str]] = []
    chosen = ""
    ways = (
        _WEIGHED_ARC,
        _LABELLED_ARC,
        _ARC_LABELLED,
        _TRIPLE,
        _PAIR,
        _JOINED_ARC,
        _TIGHT,
        _TIGHT_LETTERS,
        _TIGHT_DASHED,
        _TIGHT_NUMBERS,
        *((_SPACED,) if columns else ()),
    )
    for pattern in (*ways, _AFTER_COMMA):
        found = [match for match in caseless(pattern).finditer(reading.rest) if match["start"].upper() != match["end"].upper()]
        if pattern == _AFTER_COMMA and best:
            continue
        if len(found) >= least and len(found) > len(best):
            best, chosen = found, pattern
    if best:
        reading.take_all(chosen)
        # A drawing that the list stands for.
        reading.take_all(r"如?[下上右左]图所示的?|如图所示的?|[如见][下右左上]?图(?=[,。;:)])")
    return best


def with_starts(text: str) -> str:
    """The text with the start written out where one vertex's edges are told in a row: `A到B为2、到C为5`."""
    for _ in range(40):
        told = _GOES_ON.sub(lambda match: f"{match['first']}{match['start']}", text, count=1)
        if told == text:
            break
        text = told
    return text


def read_edges(reading: Reading, directed: bool, least: int = 3) -> ReadGraph | None:
    """A list of edges, taken; None where there is none of at least so many.

    Names are told as written where all are small letters, otherwise in capitals.

    Raises:
        StayOut: an edge comes twice.
    """
    found = read_arcs(reading, least)
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
    return patterns.sub(r"\d", "", name), int(patterns.sub(r"\D", "", name) or 0)


@dataclass(frozen=True, slots=True)
class Matrix:
    """An adjacency matrix, None for no edge, with the names at its rows and columns where it has them."""

    rows: tuple[tuple[int | None, ...], ...]
    names: tuple[str, ...] = ()

    @property
    def directed(self) -> bool:
        """Whether it cannot be an undirected graph's."""
        return self.rows != tuple(zip(*self.rows, strict=True))

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
    reading.take_all(r"\(?(?:其中)?(?<![\d ])0(?:表示|为|代表|是)(?:没有?|无|不存在)(?:直接)?的?[边弧]\)?")
    reading.take_all(
        r"\(?(?:其中)?(?:∞|无穷)(?:表示|为|代表|是|就是)?(?:两点)?(?:之间)?(?:没有?|无|不存在|不通|不相邻|不连通|不可达)(?:直接)?的?(?:边|弧|连接|相连|通路|路|道路)?\)?|[,(]?\s*行(?:是|为|表示)(?:起点|始点|弧尾)(?:,?列(?:是|为|表示)(?:终点|弧头))?,?"
    )
    if labelled := _LABELLED.search(reading.rest):
        heads = patterns.findall(VERTEX, labelled["heads"])
        lines = [line.replace("|", " ").split() for line in labelled["rows"].strip().splitlines()]
        if [line[0] for line in lines] != heads or any(len(line) != len(heads) + 1 for line in lines):
            stay_out("a matrix with other labels")
        reading.take(re.escape(labelled[0].rstrip()))
        return Matrix(tuple(tuple(int(cell) if cell.isdigit() else None for cell in line[1:]) for line in lines), tuple(heads))
    found = list(_MATRIX.finditer(reading.rest))
    if len(found) != 1:
        return None
    rows = [
        tuple(int(cell) if cell.isdigit() else None for cell in patterns.findall(_CELL, line, re.IGNORECASE))
        for line in found[0][0].splitlines()
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
        own = None if self.names is None else sorted(name.upper() for name in self.names)
        if own is not None and own != sorted(name.upper() for name in names) and own != sorted(f"V{name}" for name in names):
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
        if found := patterns.search(r"(?<![A-Za-z0-9])([Vv])(\d)(?!\d)", mentioned):
            first = 0 if patterns.search(r"(?<![A-Za-z0-9])[Vv]0(?!\d)", mentioned) else 1
            return [f"{found[1]}{number}" for number in range(first, first + size)]
        if patterns.search(r"(?:顶点|结点|从|点|第)\s*0(?!\d)", mentioned):
            return [str(number) for number in range(size)]
        if patterns.search(r"(?:顶点|结点|从|点)\s*[A-Z](?![A-Za-z])", mentioned):
            return [chr(65 + number) for number in range(size)]
        if patterns.search(r"(?:顶点|结点|从|点)\s*\d", mentioned):
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
        rf"(?:(?P<count>{INTEGER})\s*个?)?(?:{words})(?:集合?)?(?:V(?=\s*[=为:]))?(?:分别|依次|编号|名称?|用)*(?:为|是|有|从|=|:)*\s*\(?(?P<first>[A-Za-z]\d{{0,2}}|\d{{1,2}})\s*(?:~|-+|—+|到|至|\.{{2,}}|…+)\s*(?P<last>[A-Za-z]\d{{0,2}}|\d{{1,2}})\)?(?=\s*(?:[,;。:()\n]|[和与及]|以及|的(?!最短|距离|路)|共|$|编号|标号|表示|之间|构成|组成|邻接|的?(?:初始)?(?:距离|邻接)矩阵))"
    ):
        lists.append(_names_between(match["first"], match["last"]))
        if match["count"] is not None:
            counts.append(to_int(match["count"]))
    for match in reading.take_all(
        rf"{_FREE}(?P<first>[A-Za-z]\d{{0,2}}|\d{{1,2}})\s*(?:~|-+|—+|到|至|\.{{2,}}|…+)\s*(?P<last>[A-Za-z]\d{{0,2}}|\d{{1,2}})\s*(?:这|共|等|共计|一共)*(?P<count>{INTEGER})\s*[个座台处]?(?:{words})(?!\d)"
    ):
        lists.append(_names_between(match["first"], match["last"]))
        counts.append(to_int(match["count"]))
    for match in reading.take_all(
        rf"(?:(?P<count>{INTEGER})\s*个?)?(?<!终点)(?<!起点)(?<!源点)(?:{words}|(?<![A-Za-z])V\s*=)(?:集合?)?(?:V(?=\s*[=为:]))?(?:分别|依次)*(?:为|有|是|叫|称|名|=|:)*\s*\(?(?P<list>{VERTEX}(?:\s*[、,]\s*{VERTEX}(?![A-Za-z0-9]))+)\)?(?![A-Za-z0-9(]|\s*[-→—=:]|[各的]?(?:顶点)?的?最短)"
        rf"|{_FREE}(?P<list2>[A-Z](?:[、, ][A-Z](?![A-Za-z0-9]))+)这?(?P<count2>{INTEGER})\s*个?(?:{words})"
    ):
        lists.append(patterns.findall(VERTEX, match["list"] or match["list2"]))
        counts += [to_int(match[group]) for group in ("count", "count2") if match[group]]
    for match in reading.take_all(
        rf"(?:{words})(?:依次|分别|顺序|为|是|:)*\s*(?P<list>{VERTEX}(?: {VERTEX}(?![A-Za-z0-9→-])){{2,}})(?=\s*[,;。:()\n]|$)"
    ):
        lists.append(patterns.findall(VERTEX, match["list"]))
    for match in reading.take_all(
        rf"(?:在|把|将|连接|给)\s*(?P<list>{VERTEX}(?:\s*[、,和与及]\s*{VERTEX}(?![A-Za-z0-9→-])){{2,}})\s*[这等共]*(?:(?P<count>{INTEGER})\s*[个座处栋]?)?(?:{words}|地)?(?=之间|间|连接|连起|连通|互|都|全)"
    ):
        lists.append(patterns.findall(VERTEX, match["list"]))
        counts += [to_int(match["count"])] if match["count"] else []
    for match in reading.take_all(rf"{_FREE}(?P<joined>[A-Za-z]{{3,10}})这?(?P<count>{INTEGER})\s*[个座台处]?(?:{words})(?!\d)"):
        lists.append(list(match["joined"]))
        counts.append(to_int(match["count"]))
    for match in reading.take_all(
        rf"(?<![\d第前后每再又隔加了另任意仅只除])(?:这|那|有|共|全部|所有)?(?!一)(?P<value>{INTEGER})\s*[个座台处所家栋幢户间排名](?![^,;。:\n]{{0,4}}(?:边|弧|活动|工序|月|日|天|小时|分钟|单位|次|轮|步|年|米|元|元素|数|条|问|选项|算法|方案|不同|最))(?!网|图|树|有向|无向|连通)[\u4e00-\u9fff]{{1,4}}?(?=之间|间|的|都|全|连|互|用|要|由|进行|准备|计划|打算|需|有|[,;。:、(]|\ue000|\s*[A-Z]|$)"
    ):
        counts.append(to_int(match["value"]))
    for match in reading.take_all(
        rf"(?<![A-Za-z])G\s*=\s*\(\s*(?P<list>{VERTEX}(?:\s*,\s*{VERTEX}(?![A-Za-z0-9→]))+)\s*(?=,?\s*[,\ue000])"
    ):
        lists.append(patterns.findall(VERTEX, match["list"]))
    if one := reading.take_one(rf"(?:有|共|含|包含|具有|一个|的)*(?<![\d第])(?P<value>{INTEGER})\s*个?(?!号)(?:{words})(?!\d)", to_int):
        counts.append(one)
    counts += [
        to_int(match["value"])
        for match in reading.take_all(rf"(?<![\d第])(?P<value>{INTEGER})\s*阶的?(?=(?:邻接|距离|初始|代价|权)?(?:矩阵|方阵))")
    ]
    if len({tuple(sorted(name.upper() for name in each)) for each in lists}) > 1 or len(set(counts)) > 1:
        stay_out("vertices twice")
    return StatedVertices(lists[0] if lists else None, counts[0] if counts else None)


def _names_between(first: str, last: str) -> list[str]:
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    letters, end_letters = patterns.sub(r"\d", "", first), patterns.sub(r"\d", "", last)
    numbers = patterns.sub(r"\D", "", first), patterns.sub(r"\D", "", last)
    if letters.upper() != end_letters.upper() or not all(numbers):
        stay_out("vertices from and to")
    return [f"{letters}{number}" for number in range(int(numbers[0]), int(numbers[1]) + 1)]
