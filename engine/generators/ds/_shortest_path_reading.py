"""Reading problems about shortest paths: the graph, where from and where to, and which part of the working is asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._graphs import (
    POINT_WORD,
    VERTEX,
    ReadGraph,
    plainly_named,
    read_edges,
    read_matrix,
    read_stated_vertices,
    with_letters,
)
from engine.generators.ds._weighted import told
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

_V = rf"(?<![A-Za-z0-9]){VERTEX}(?![A-Za-z0-9])"
_AND = r"(?:\s*[、,]\s*|和|与|及)"
_OTHERS = rf"(?:图中|网中)?(?:其余|其他|其它|所有|剩余|剩下|别的|各个?|每个?|其)+(?:的)?(?:各|所有|每)?(?:个)?(?:的)?{POINT_WORD}"
_OWN = """
送 送到 快递车 公路 高速 高速公路 国道 铁路 地铁 街道 镇子 镇 小镇 小区 几个 开 开车 骑车 走路 自驾 导航 最近 多远 多长 弧有 边有 有向图 有向网 有向 带权有向图 带权 加权 赋权 网 网络 图 弧 边 弧集 边集 有向边 顶点 结点 点 各弧 各边 如下 权值 权 长度 G E V 距离 源点 单源 求得 路 路径 路线 它 最短路径 最短 最短路 最短距离 各 道路 站点 城市 里程 路程 公里 千米 一张 交通 地图 邻接矩阵 矩阵 最终 最终的 均为有向 均 带权图 走 走法 要走 怎么走 跑完 跑 间 站点间 从 出发 到 双向 单向 去 开车 送货 快递 目的地 顺序 次序 各对顶点 每对顶点 任意两点 任意两个顶点 每对 任意 之间 两点 对顶点 顶点之间 对 更新 完成 集合 S 加入 集 值 用 算法 dist 长 各自 经由 结果 A A矩阵 数组 依次 写出 依次得到 得到 目标 依次求得 求出
"""


def recognise(text: str) -> Recognition | None:
    """A weighted graph and what is asked of its shortest paths; None where it is something else."""
    text = plainly_named(text)
    lettered = with_letters(text)
    stems = lettered != text
    reading = opened(lettered)
    reading.take_all(
        r"\(?(?:如果|若|其中)?(?:不可达|到不了|不能到达|达不到|不可到达|没有路径)(?:的|顶点|者|则|就|时)*(?:写|记|用|标|填|以)?(?:作|为|成|上)?(?:∞|无穷大?)(?:表示)?\)?"
    )
    floyd = reading.take_all(r"(?:Floyd|弗洛伊德)(?:-?Warshall)?(?:\s*\(?Floyd\)?)?(?:的)?(?:算法)?")
    order = reading.take_all(
        r"(?:则|那么)?(?:依次|先后)(?:得到|求得|求出|确定|找到|产生)(?:的)?(?:最短路径)?(?:的)?(?:目标|终|各)?(?:顶点|点|结点)(?:的)?(?:顺序|次序)?(?:依次)?(?:是|为)?|(?:各|其余)?(?:顶点|结点|点)(?:依次|先后|被)*(?:加入|并入|进入|确定|收录)(?:到)?(?:集合)?\s*S?\s*(?:集合|集)?(?:中)?(?:的)?(?:先后)?(?:顺序|次序)|求得最短路径的(?:顶点)?(?:顺序|次序)|(?:得到|求得|求出)(?:各)?最短路径的(?:顶点|终点)?(?:先后)?(?:顺序|次序)"
    )
    settled = reading.take(
        rf"(?:当|在)?(?P<set>{_V}(?:{_AND}{_V})*)(?:都|均|已|已经|刚)*(?:加入|并入|进入|放入)(?:到)?(?:集合)?\s*S?\s*(?:中|里)?(?:并)?(?:完成|进行)?(?:更新|修改|松弛)?(?:dist)?(?:完成)?(?:之?后|时)"
    )
    reading.take_all(rf"(?:依次|沿途|途中)?(?:要)?(?:经过|途经|途径|路过)(?:了)?(?:的)?(?:哪些|哪几个|什么)(?:中间)?(?:的)?{POINT_WORD}?")
    reading.refuse(
        r"生成树|最长|关键|工程|工期|AOE|活动|不|第|次序|轮|步(?!骤)|负|(?<![A-Za-z0-9])-\s*\d|拓扑|条数|几条|多少条|如图|下图|次短|经过|必须|途经|期间|BFS|广度|若(?!干)|变为|改为|删"
    )
    undirected = bool(
        reading.take_all(r"(?:带权)?无向(?:连通)?(?:图|网)?|(?:道路|公路|边|路|\()?(?:均|都|是|可)?(?:为)?双向(?:通行|道路|的|可走|\))*")
    )
    arrows = r"有向|弧|→|(?:起点|始点)[ ,、](?:终点)[ ,、]|单向|单行|均为有向"
    matrix = read_matrix(reading)
    if undirected == (reading.has(arrows) or (matrix is not None and not undirected)):
        stay_out("directed or not")
    reading.take_all(r"(?:带|加|赋)权|(?:边|弧)及(?:其)?权值?|(?:均|都|全)?(?:为|是)?单(?:向|行)(?:的)?(?:道路|公路|路|道|线)?")
    graph = read_edges(reading, directed=not undirected) if matrix is None else None
    named = reading.take_all(
        r"最短(?:的)?(?:路径|路|距离|路线)(?:的)?(?:长度|值|长)?|最短(?:的)?(?:要|需要?|得)?(?:走)?(?=多少|几|怎么走|多长|多远|[,。?]|$)|最(?:近|短)(?:的)?(?:要|得|是|该)?(?:走)?(?:的)?(?:多少|几|怎么走|走哪|哪条路|多远|路线|走法)|最少(?:要|得|需要?)?走(?:多少|几|多远)"
    )
    named += reading.take_all(
        r"(?:Dijkstra|dij|迪杰斯特拉|迪克斯特拉|狄克斯特拉|狄杰斯特拉|迪科斯彻)(?:\s*\(?Dijkstra\)?)?(?:的)?(?:算法)?"
    )
    asked_of = [match["vertex"] for match in reading.take_all(rf"dist\s*\(?\[?\s*(?P<vertex>{_V})\s*\]?\)?")]
    asked_of += [name for match in reading.take_all(r"dist\s*(?P<vertex>v\d|[A-Z])(?![A-Za-z0-9])") for name in [match["vertex"]]]
    every = reading.take(
        rf"(?:从|由|自|以)?(?:单)?{POINT_WORD}?\s*(?P<start>{_V})\s*(?:点)?(?:为源点|为起点|作?为?源点)?(?:出发)?(?:,)?(?:到|至)(?:其余|其他|其它)?(?:各)?(?:{POINT_WORD})?(?:{_OTHERS})(?!\s*[A-Za-z0-9])"
    )
    pair = None
    if every is None:
        pair = reading.take(
            rf"(?:从|由|自)?(?:单)?{POINT_WORD}?\s*(?P<start>{_V})\s*(?:点)?(?:出发)?(?:,)?(?:到|至|和|与|去)(?:其余)?(?:各)?{POINT_WORD}?\s*(?P<end>{_V}(?:{_AND}{_V})*)(?:各)?(?:{POINT_WORD})?(?:之间)?(?:各自|各|分别)?"
        )
    sources = reading.take_one(
        (
            rf"(?:源点|起点|始点|出发点)\s*(?:为|是|取|选|:|=)?\s*(?P<value>{_V})",
            rf"(?:从|以|由|自){POINT_WORD}?\s*(?P<value>{_V})\s*(?:点|顶点)?(?:(?:作)?为(?:源点|起点|始点|出发点)|出发|开始|起)",
            rf"(?<=\ue000|,|。){POINT_WORD}?\s*(?P<value>{_V})\s*(?:点|顶点)?(?:(?:作)?为(?:源点|起点|始点|出发点)|出发)",
        ),
        str.upper,
    )
    to_every = bool(reading.take_all(rf"(?:到|至)(?:{_OTHERS})|单源"))
    if to_every and pair is None and every is None and sources is not None:
        reading.take_all(rf"(?:顶点|结点)?\s*{VERTEX}(?:\s*、\s*{VERTEX})+")
    ends_only = (
        reading.take(rf"(?:到|至|去){POINT_WORD}?\s*(?P<end>{_V}(?:{_AND}{_V})*)(?:各)?(?:{POINT_WORD})?(?:各)?")
        if pair is None and every is None
        else None
    )
    stated = read_stated_vertices(reading)
    finish(reading, _OWN)
    if matrix is not None:
        graph = matrix.graph(stated.for_matrix(matrix, reading.text), directed=not undirected)
    if not (named or floyd) or graph is None:
        return None
    stated.check(graph.names)
    shown = ["甲乙丙丁戊己庚辛"[ord(name) - 65] if stems else name for name in graph.names]
    parameters: dict[str, Any] = {"names": shown, "arcs": [list(arc) for arc in graph.arcs], "undirected": undirected}
    understood = (("图", "无向" if undirected else "有向"), ("边", told(graph.arcs, shown, not undirected)))
    if any(weight < 1 for _, _, weight in graph.arcs) or len(graph.names) > 20:
        return None
    if floyd or re.search("每对|各对|任意两|所有顶点对", reading.text):
        if (named and re.search("Dijkstra|迪杰", reading.text)) or every or pair or sources or ends_only or order or settled:
            return None
        return Recognition(parameters={**parameters, "task": "matrix"}, understood=(*understood, ("求", "各对顶点之间的最短路径长度")))
    return _ends(graph, shown, parameters, understood, (every, pair, ends_only), sources, to_every, bool(order), settled, asked_of)


def _ends(
    graph: ReadGraph,
    shown: list[str],
    parameters: dict[str, Any],
    understood: tuple[tuple[str, str], ...],
    found: tuple[re.Match[str] | None, re.Match[str] | None, re.Match[str] | None],
    sources: str | None,
    to_every: bool,
    order: bool,
    settled: re.Match[str] | None,
    asked_of: list[str],
) -> Recognition | None:
    every, pair, ends_only = found
    whole = every or pair
    starts = {whole["start"].upper()} if whole is not None else set()
    starts |= {sources} if sources is not None else set()
    if len(starts) > 1 or (ends_only is not None and every is not None):
        # 单源 may stand with a single end, but that is rare; two starts never.
        stay_out("start and end")
    if not starts:
        if order or settled:
            return None
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("start", "从哪个顶点到哪个顶点？", "从{}到各顶点"),)
        )
    start = graph.place(starts.pop())
    if start is None:
        return None
    told_ends = pair or ends_only
    if told_ends is not None:
        ends = [graph.place(end) for end in re.findall(VERTEX, told_ends["end"])]
        if to_every and len(ends) != len(graph.names) - 1:
            stay_out("start and end")
    else:
        ends = [place for place in range(len(graph.names)) if place != start]
    if any(end is None or end == start for end in ends) or len(set(ends)) != len(ends):
        return None
    parameters = {**parameters, "start": shown[start], "ends": [shown[end] for end in ends if end is not None]}
    understood = (*understood, ("起点", shown[start]))
    if settled is not None:
        members = [graph.place(name) for name in re.findall(VERTEX, settled["set"])]
        of = [graph.place(name) for name in asked_of]
        if None in members or None in of or not of or order:
            return None
        parameters |= {
            "task": "settled",
            "settled": [shown[place] for place in members if place is not None],
            "ends": [shown[place] for place in of if place is not None],
        }
        return Recognition(parameters=parameters, understood=(*understood, ("求", f"{settled['set']} 加入 S 后的 dist")))
    if asked_of:
        stay_out("dist at which moment")
    if order:
        if told_ends is not None:
            return None
        return Recognition(parameters={**parameters, "task": "order"}, understood=(*understood, ("求", "求得最短路径的次序")))
    if told_ends is not None:
        parameters["chosen"] = True
    return Recognition(parameters=parameters, understood=(*understood, ("终点", listed(parameters["ends"], "、"))))
