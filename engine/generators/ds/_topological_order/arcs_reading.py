"""Reading the arcs of an unweighted directed graph: arrows, pairs, and what courses or tasks must come before which."""

from __future__ import annotations

import itertools
import re

from engine.generators import patterns
from engine.generators.ds._graphs.graphs import Matrix, read_matrix
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

VERTEX = r"(?:[A-Za-z]\d{0,2}|\d{1,2})"
FREE = r"(?<![A-Za-z0-9])"
ALONE = rf"{FREE}{VERTEX}(?![A-Za-z0-9])"
_AND = r"\s*(?:、|,|和|与|及|以及|跟)\s*"
VERTICES = rf"{VERTEX}(?:\s*(?:、|和|与|及|以及|跟)\s*{VERTEX}(?![A-Za-z0-9]))*"
_ARROW = r"\s*(?:→|-+>|—>|=>|指向了?|到)\s*"
_HEADS = rf"{ALONE}(?:\s*[、,和与及]\s*{ALONE}(?!(?:\s*、\s*{VERTEX})*{_ARROW}|\s*[无空的是都在要]))*"
_CHAIN = rf"{FREE}(?P<chain>{VERTEX}(?:\s*、\s*{VERTEX}(?![A-Za-z0-9]))*(?:{_ARROW}{_HEADS})+)"
_NEEDED = r"(?:先修|先行|前导|前置|先决|预备|前提|前驱|紧前|依赖)(?:课程?|课|任务|工序|活动|条件|要求)*"


def read_arcs(reading: Reading) -> tuple[list[tuple[str, str]], list[str] | None]:
    """(arcs, the vertices' names), taken; None for the names where there are no arcs or two kinds of them.

    Raises:
        StayOut: the vertices stated are not those of the arcs.
    """
    if "矩阵" in reading.text and (matrix := read_matrix(reading)) is not None:
        return _of_matrix(reading, matrix)
    courses, free = _courses(reading)
    found, alone = _drawn_arcs(reading)
    free += alone
    stated = _stated(reading)
    if not found and patterns.search(r"弧|边|DAG|AOV|→|图|拓扑|顶点", reading.text, re.IGNORECASE):
        pairs = reading.take_all(r"(?<![A-Za-z0-9])[A-Za-z]\d{1,2}[A-Za-z]\d{1,2}(?![A-Za-z0-9])") or reading.take_all(
            r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z](?=[\s、,;。]|$|[一二三四五六七八九十]条)"
        )
        found = [(parts[0], parts[1]) for match in pairs if len(parts := patterns.findall(r"[A-Za-z]\d{0,2}", match[0])) == 2]
    if bool(found) == bool(courses):
        return [], None
    lettered = [name for arc in (*found, *courses) for name in arc] + free
    upper = not all(name == name.lower() for name in lettered)
    arcs = [tuple(name.upper() if upper else name for name in arc) for arc in (*found, *courses)]
    names = sorted({name for arc in arcs for name in arc} | {name.upper() if upper else name for name in free}, key=_natural)
    stated = [name.upper() if upper else name for name in stated]
    if stated:
        if not set(names) <= set(stated):
            stay_out("vertices")
        names = sorted(set(stated), key=_natural)
    return [(tail, head) for tail, head in arcs], names


def _of_matrix(reading: Reading, matrix: Matrix) -> tuple[list[tuple[str, str]], list[str]]:
    """The arcs of an adjacency matrix of zeros and ones.

    Raises:
        StayOut: it has weights, or the vertices are others.
    """
    size = len(matrix.rows)
    if any(cell not in (None, 0, 1) for row in matrix.rows for cell in row) or any(matrix.rows[place][place] for place in range(size)):
        stay_out("a matrix of weights, or with loops")
    names = _stated(reading)
    counted = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})\s*(?:个(?:顶点|结点|点)|阶(?=的?(?:邻接)?矩阵))", to_int)
    if (names and len(names) != size) or counted not in (None, size):
        stay_out("another number of vertices")
    names = names or [f"v{number}" for number in range(1, size + 1)]
    return [(names[row], names[column]) for row in range(size) for column in range(size) if matrix.rows[row][column]], names


def _drawn_arcs(reading: Reading) -> tuple[list[tuple[str, str]], list[str]]:
    """Arcs told by arrows, in chains and lists of heads (`A→B→C`, `1→2,5`), or by pairs; and vertices told to have none."""
    found: list[tuple[str, str]] = []
    for match in reading.take_all(_CHAIN):
        groups = [patterns.findall(VERTEX, part) for part in patterns.split(r"→|-+>|—>|=>|指向了?|到", match["chain"])]
        for tails, heads in itertools.pairwise(groups):
            found += [(tail, head) for tail in tails for head in heads]
    if not found and reading.has("邻接表"):
        for match in reading.take_all(
            rf"{FREE}(?P<tail>{VERTEX})\s*:\s*(?P<heads>{VERTEX}(?:\s*[,、 ]\s*{VERTEX}(?![A-Za-z0-9]|\s*:))*)(?=\s*(?:[;。\n,]|$))"
        ):
            found += [(match["tail"], head) for head in patterns.findall(VERTEX, match["heads"])]
    alone = [
        match["vertex"]
        for match in reading.take_all(
            rf"(?P<vertex>{ALONE})\s*[→:]?\s*(?:无(?:后继|出边|邻接点)?|没有?(?:后继|出边|邻接点)|空|∅|NULL)(?=[,;。\s]|$)"
        )
    ]
    if not found:
        found = [(match["tail"], match["head"]) for match in reading.take_all(rf"\(\s*(?P<tail>{VERTEX})\s*,\s*(?P<head>{VERTEX})\s*\)")]
    return found, alone


def _stated(reading: Reading) -> list[str]:
    """The vertices as the text lists them, taken; empty where it does not."""
    ranged = reading.take(
        rf"(?:(?P<count>{INTEGER})\s*[个门项道])?(?:顶点|结点|课程|课|任务|工序|活动|点)(?:集合?)?(?:的|,|\()?(?:编号|序号)?(?:V(?=\s*[=为:]))?(?:分别)?(?:为|有|是|从|=|:)*\s*(?P<first>[A-Za-z]|\d{{1,2}}|[A-Za-z]\d{{1,2}})\s*(?:~|-+|—+|到|至|\.{{2,}}|…+)\s*(?P<last>[A-Za-z]|\d{{1,2}}|[A-Za-z]\d{{1,2}})(?![A-Za-z0-9→])\)?"
    )
    if ranged is not None:
        names = _range(ranged["first"], ranged["last"])
        if ranged["count"] is not None and to_int(ranged["count"]) != len(names):
            stay_out("another number of vertices")
        return names
    named = reading.take(
        rf"{FREE}(?P<first>[A-Za-z]|\d{{1,2}}|[A-Za-z]\d{{1,2}})\s*(?:~|-+|—+|到|至|\.{{2,}}|…+)\s*(?P<last>[A-Za-z]|\d{{1,2}}|[A-Za-z]\d{{1,2}})\s*[这共等]*(?P<count>{INTEGER})?\s*[个门项道](?:不同的?)?(?:顶点|结点|课程|课|任务|工序|活动|点|事件)"
    )
    if named is not None:
        names = _range(named["first"], named["last"])
        if named["count"] is not None and to_int(named["count"]) != len(names):
            stay_out("another number of vertices")
        return names
    vertices = reading.take(
        rf"(?:(?:(?P<count>{INTEGER})个)?(?:顶点|结点|点|课程?)(?:集合?)?V?(?:分别|依次|编号)?(?:为|有|是|=|:)*|(?<![A-Za-z])V\s*=)\s*\(?(?P<value>{VERTEX}(?:(?:\s*[、,]\s*| ){VERTEX}(?![A-Za-z0-9]|\s*=))+)\)?(?!\s*[,、]?\s*(?:→|\())"
    )
    if vertices is not None:
        if vertices["count"] is not None and to_int(vertices["count"]) != len(patterns.findall(VERTEX, vertices["value"])):
            stay_out("another number of vertices")
        return patterns.findall(VERTEX, vertices["value"])
    counted = reading.take(
        rf"{FREE}(?P<value>{VERTEX}(?:\s*[、, ]\s*{VERTEX}(?![A-Za-z0-9→]))+)\s*[这共等]?(?P<count>{INTEGER})\s*[个门项道](?:不同的?)?(?:顶点|结点|课程|课|任务|工序|活动|点|事件|模块|步骤)"
    )
    if counted is not None:
        if to_int(counted["count"]) != len(patterns.findall(VERTEX, counted["value"])):
            stay_out("another number of vertices")
        return patterns.findall(VERTEX, counted["value"])
    of_graph = reading.take(rf"(?<![A-Za-z])G\s*=\s*\(\s*(?P<list>{VERTEX}(?:\s*,\s*{VERTEX}(?![A-Za-z0-9→]))+)\s*(?=,?\s*[,\ue000])")
    if of_graph is not None:
        return patterns.findall(VERTEX, of_graph["list"])
    joined = reading.take(r"(?:顶点|结点)(?:集合?)?V?(?:为|有|是|=|:)*\s*(?P<value>[A-Za-z]{3,10})(?![A-Za-z0-9])")
    return list(joined["value"]) if joined else []


def _natural(name: str) -> tuple[str, int]:
    return patterns.sub(r"\d", "", name), int(patterns.sub(r"\D", "", name) or 0)


def _range(first: str, last: str) -> list[str]:
    """Raises:
    StayOut: not a range of letters or numbers.
    """
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    letters, end_letters = patterns.sub(r"\d", "", first), patterns.sub(r"\d", "", last)
    numbers = patterns.sub(r"\D", "", first), patterns.sub(r"\D", "", last)
    if letters != end_letters or not all(numbers):
        stay_out("vertices from and to")
    return [f"{letters}{number}" for number in range(int(numbers[0]), int(numbers[1]) + 1)]


def _courses(reading: Reading) -> tuple[list[tuple[str, str]], list[str]]:
    """(arcs from what must come first to what needs it, those that need nothing), taken.

    Raises:
        StayOut: something is said to come behind.
    """
    reading.take_all(r"[为是]?基础课程?(?=\(无)")
    reading.refuse(
        rf"{VERTEX}\s*[都均]?(?:必须|应该?|一定|得|要)*在(?:[\u4e00-\u9fff]{{1,4}})?\s*{VERTICES}\s*(?:之后|后面|以后)(?!输出)|{VERTEX}\s*[都均]?不[必能]?在"
    )
    free = [
        name
        for match in reading.take_all(
            rf"{FREE}(?P<heads>{VERTICES})[都均]?[是为]?(?:无|没有?|不(?:需要?|要求?|用))(?:任何)?{_NEEDED}的?课?|{FREE}(?P<loose>{VERTICES})[都均则]?(?:没有|无|不受)(?:任何)?(?:其他|其它)?(?:先后)?(?:限制|约束|要求)"
        )
        for name in patterns.findall(VERTEX, match["heads"] or match["loose"])
    ] + [
        name
        for match in reading.take_all(
            rf"{FREE}(?P<heads>{VERTICES})[都均]?(?:可以?|能)(?:最先|首先|直接|立即|马上|随时|同时){{1,2}}(?:开工|开始|进行|做|动工)"
        )
        for name in patterns.findall(VERTEX, match["heads"])
    ]
    arcs: list[tuple[str, str]] = []
    for match in reading.take_all(
        rf"{FREE}(?P<heads>{VERTICES})(?:都|均|这?门?课?)*(?:要求|需要?|必须|须|得|要)*[先以](?:修|学|上|完成|做|行)*[完过了]?(?:课程)?[为是:]?\s*(?P<tails>{VERTICES})(?:为先修)?课?(?![A-Za-z0-9])"
        rf"|{FREE}(?P<needing>{VERTICES})[都均]?的?{_NEEDED}[都均]?[是为有:于]?\s*(?P<needed>{VERTICES})(?![A-Za-z0-9])"
        rf"|{FREE}(?P<first>{VERTICES})[又也还]?(?:都|均|同时)?[是为]\s*(?P<later>{VERTICES})的?(?:共同)?的?{_NEEDED}"
        rf"|{FREE}(?P<waiting>{VERTICES})[都均]?(?:必须)?要?(?:等|依赖于?)\s*(?P<awaited>{VERTICES})(?![A-Za-z0-9])[都均]?(?:做完|完成|结束|完工|完)?(?:之?后)?(?:才能?(?:开工|开始|做)?)?|(?:学|修|做|上|完成|开始)\s*(?P<doing>{VERTICES})之?前,?都?(?:必须|需要?|要|得)+先?(?:学|修|做|上|完成)?[完过]?\s*(?P<done>{VERTICES})(?![A-Za-z0-9])"
    ):
        heads = match["heads"] or match["needing"] or match["later"] or match["waiting"] or match["doing"]
        tails = match["tails"] or match["needed"] or match["first"] or match["awaited"] or match["done"]
        arcs += [(tail, head) for head in patterns.findall(VERTEX, heads) for tail in patterns.findall(VERTEX, tails)]
    for match in reading.take_all(
        rf"{FREE}(?P<tails>{VERTICES})\s*[都均全]?(?:完成|做完|结束|学完|修完)了?(?:之?后)?,?[才方](?:能|可以?|能够)?(?:开始|进行)?(?:做|学|修|开始|执行|进行)\s*(?P<heads>{VERTICES})(?![A-Za-z0-9])"
    ):
        arcs += [(tail, head) for tail in patterns.findall(VERTEX, match["tails"]) for head in patterns.findall(VERTEX, match["heads"])]
    for match in reading.take_all(
        rf"{FREE}(?P<tails>{VERTICES})[都均]?(?:必须|应该?|一定|得|要|须|需要?)*(?:在|先于|早于)(?:[\u4e00-\u9fff]{{1,4}})?\s*(?P<heads>{VERTICES})(?![A-Za-z0-9])\s*(?:之前|以前|前面|前)?(?:完成|做|进行|开始|执行|学|修|上)*(?!的?(?:拓扑|序列|次序|有几|有多少))"
    ):
        if patterns.search("前|先于|早于", match[0]):
            arcs += [(tail, head) for tail in patterns.findall(VERTEX, match["tails"]) for head in patterns.findall(VERTEX, match["heads"])]
        else:
            stay_out("in something")
    return arcs, free
