"""Reading problems about shortest paths: the graph, where from and where to, and which parts of the working are asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._asking import Asked, take_asked
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import in_parts, opened
from engine.generators.ds._graphs.graphs import (
    NO_MORE,
    POINT_WORD,
    VERTEX,
    ReadGraph,
    plainly_named,
    read_edges,
    read_matrix,
    read_stated_vertices,
)
from engine.generators.ds._graphs.named_vertices import told_name, with_letters
from engine.generators.ds._graphs.weighted import told
from engine.generators.ds._shortest_path import words
from engine.generators.ds._shortest_path.words import ALONE, ASKED, CHANGE, ENTRY, KEPT, KEPT_ASKED, TIES, TOLD_END, with_predecessors
from engine.generators.ds._stories import settle_story
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_OWN = """
输入 飞到 坐飞机 总价 链路 开销 路由器 邻接关系 邻接 path 回溯 回溯出来 回溯出来的 选点 经过哪些点 沿途 按写的方向 写的方向 全源 全源最短路 阶 填表 填 弧集 图G km 那 初始 送 送到 快递车 公路 高速 高速公路 国道 铁路 地铁 街道 镇子 镇 小镇 小区 几个 开 开车 骑车 走路 自驾 导航 最近 多远 多长 弧有 边有 有向图 有向网 有向 带权有向图 带权 加权 赋权 网 网络 图 弧 边 弧集 边集 有向边 顶点 结点 点 各弧 各边 如下 权值 权 长度 G E V 距离 源点 起点 终点 求得 路 路径 路线 它 最短路径 最短 最短路 最短距离 各 道路 站点 城市 里程 路程 公里 千米 一张 交通 地图 邻接矩阵 矩阵 最终 最终的 均为有向 均 带权图 走 走法 要走 怎么走 跑完 跑 间 站点间 从 出发 到 双向 单向 去 开车 送货 快递 目的地 顺序 次序 各对顶点 每对顶点 任意两点 任意两个顶点 每对 任意 之间 两点 对顶点 顶点之间 对 更新 完成 集合 S 加入 集 值 用 算法 dist 长 各自 经由 结果 A A矩阵 数组 依次 写出 依次得到 得到 目标 依次求得 求出
弧及权 弧的权 弧值 边长 边权 权重 及 物流中心 中心 外卖 骑手 小哥 配送 距离表 路网 管网 数据包 路由器 节点间 传输 时延 此后 刚 最短路长 路长 和 确定 最短路径长度 路径长度 长度矩阵 距离矩阵 求法 三个 时 加上 最快 多久 分钟 小时 花 费用 票价 机票 航班 航线 网中 图中 给出 写一下 一下 箭头 表示 方向 分别 最后 最后的 最终结果 的是 后面 已 已知 顺 径 向 经过 哪些 哪几个 依次经过 沿途 途经 的点 经 自己 自己求 同一 可以 三元组 邻接表
"""


def recognise(text: str) -> Recognition | None:
    """A weighted graph and what is asked of its shortest paths; None where it is something else."""
    # How the algorithm goes is what the working shows.
    text = patterns.sub(
        r"(?:并|请|要求|试)*(?:写出|给出|列出|画出|说明)(?:算法)?(?:执行)?(?:过程中)?的?(?:每一?|各)[轮步趟]所?(?:选择|选中|选取|选出|确定|求得|加入)?的(?:顶点|结点)?(?:以?及|和|与|、)?\s*(?:dist|distance|距离|D)?\s*(?:数组|向量)?的?(?:更新|变化|状态|值)*的?(?:过程|情况)?(?=[,。;\n]|$)",
        "",
        text,
    )
    text = patterns.sub(r"\((?:行列|行、列|下标)?[均都]?从1(?:开始)?(?:数|计|编号)?起?\)", "", text)
    if (kept := caseless(KEPT).search(text)) is not None:
        rest = caseless(KEPT_ASKED).sub(f"dist数组中{kept['ends']}的值分别为", text[kept.end() :])
        text = text[: kept.start()] + rest
    text = with_predecessors(text)
    text, excluded = words.with_brackets_first(words.with_rows_as_list(text))
    text, ways_from = words.with_told_ends(text)
    told_first, text = text, plainly_named(prepared(text))
    lettered, stems = with_letters(text)
    reading = opened(lettered)
    if (loops := _loops(reading)) is not None:
        return loops
    reading.take_all(
        r"\(?(?:如果|若|其中)?(?:不可达|到不了|不能到达|达不到|不可到达|没有路径|不通)(?:的|顶点|者|则|就|时)*[写记用标填以][作为成上]?(?:∞|无穷大?)(?:表示)?\)?"
    )
    reading.take_all(r"[AD]\s*\^?\s*\(?-1\)?\s*(?:=|为|是|:)*(?=\s)")
    reading.take_all(r"\((?:填|回答|写)[^()]{1,16}\)")
    directed = _direction(reading)
    roads = (
        directed is None
        and patterns.search(r"公里|千米|km|公路|道路|马路|铁路", reading.text) is not None
        and not patterns.search(r"到\s*[A-Za-z0-9]+\s*(?:是|为|:|=)?\s*\d", reading.text)
    )
    if roads:
        directed = False  # people go along roads both ways where nothing else is said
    matrix = read_matrix(reading)
    graph = read_edges(reading, directed=directed is not False, least=2) if matrix is None else None
    floyd = bool(reading.take_all(r"(?:Floyd|弗洛伊德)(?:-?Warshall)?(?:\s*\(?Floyd\)?)?的?(?:算法)?"))
    dijkstra = bool(
        reading.take_all(
            r"(?:Dijkstra|dij|迪杰斯特拉|迪克斯特拉|狄克斯特拉|狄杰斯特拉|迪科斯彻|迪杰斯特垃)(?:\s*\(?Dijkstra\)?)?的?(?:算法)?"
        )
    )
    reading.take_all(NO_MORE)
    reading.refuse(
        rf"(?<![A-Za-z])A\s*(?:\*|星)|启发|{VERTEX}\s*(?:→|-+)\s*{VERTEX}\s*[=:(]?\s*\?|生成树|造价|总费用|总代价|(?<!权)连通(?!的?(?:带权)?无向|图|网)|全通|互通|村村|通路|修路|铺|布线|架设|都通|最长|关键|工程|工期|AOE|活动|负(?!责)|(?<![A-Za-z0-9])-\s*\d|拓扑|次短|必须|期间|BFS|广度|SPFA|Bellman|删|新增|增加(?!到|为|至)|坏|堵|封|断|(?<!相)同时|不得|不能(?!到)|不超过|至多"
    )
    reading.take_all(rf"第\s*{INTEGER}\s*[条个](?:求出来?|得到|确定|求得)*的?是?\s*{VERTEX}[到→]{VERTEX}\s*(?:=|是|为)\s*\d+(?![\d.])")
    reading.refuse(
        r"(?:多少|几)个(?:中间)?(?:顶点|结点|点)(?!.{0,8}(?:确定|加入))|边数|(?:多少|几)条边|相差|之和|总和|平均|比.{0,12}[多少长短](?:多少|几)"
    )
    ties = bool(reading.take_all(TIES))
    changes = reading.take_all(CHANGE)
    reading.refuse(
        "变为(?!多少|几|什么)|改为|改成|变成(?!多少|什么|了?几)|若(?!干|\ue000|(?:采用|使用|利用|运用|用|按)\\s*\ue000|[从以由选取求])|如果"
    )
    told_ends = [(to_int(match["number"]), match["end"]) for match in reading.take_all(TOLD_END)]
    reading.take_all(
        r"(?<=\ue000)后(?=,?\s*(?:后续|其余|其他|依次|之后))|(?:中心|总部|仓库|配送站|医院|消防站|基地|起点|出发地|家|公司|学校)(?:设|建|位|坐落|就)?[立置]?[在于](?=\s*(?:[A-Z]|\d)[村市城点地镇站处]?,)"
    )
    # The start may count as the first one found.
    started = bool(reading.take_all(rf"\((?:源点|起点|顶点)?\s*(?:{ALONE})?(?:自身|本身|自己)?也?(?:算|记为|为|是|作为)第\s*[1一]\s*个\)"))
    asked = take_asked(reading, ASKED)
    seated = reading.take_all(rf"(?<=\ue000)\s*(?P<seat>{ALONE})(?:{POINT_WORD})?(?=,)")
    whole = reading.take_all(
        rf"(?<=\ue000)\s*\((?:含|包括|不含|不包括|不计|不算)\s*(?:源点|起点|顶点)?\s*(?P<own>{VERTEX})?(?:自身|本身|在内)?\)"
    )
    if floyd and not patterns.search(r"加入|并入|中转|中间(?:顶点|点)|第.{1,3}[步轮趟次]", reading.text):
        asked = sorted([*asked, *take_asked(reading, ((ENTRY, "pair"),))], key=lambda each: each.match.start())
    lengths = reading.take_all(
        r"(?<=\ue000)(?:和|与|及|以及|并给出|并求|、|,)+(?:它们|到|各自?|其|此时|当时|相应|对应|顶点|点|的)*(?:最短(?:路径)?的?(?:距离|长度|路径)|(?:dist)?距离|路径长度|长度)"
    )
    named = bool(
        reading.take_all(r"最短的?(?:路径|路程|路|距离|路线)?的?(?:长度|值|长)?|最近|最少|最快|最省|最便宜|最低|怎么走|多远")
    ) or bool(lengths)
    reading.take_all(r"(?:至少|最少)(?:要|需要?|得|该|应该?)*[走花用耗经付等]*[费时]?(?=多远|多少|多久|几|多长|[()\s。?]*$)")
    matrix_asked = bool(
        reading.take_all(r"(?:每|各|任意|任何|所有)一?[两2]?[个对]?(?:顶点|点|结点)对?之?间?的?|(?:路径|距离)的?(?:长度)?矩阵")
    )
    for question in patterns.finditer(r"[^,;。?!\n]*(?:[各每]|所有|其[余他它])[^,;。?!\n]*最短[^,;。?!\n]*\?", reading.text):
        if not any(
            each.name != "source" and question.start() < each.match.end() and each.match.start() < question.end() for each in asked
        ) and not (floyd or matrix_asked or changes):
            stay_out("also asks for the shortest")
    edges = reading.take_one(
        rf"(?:有|共|含|一共|总共|这|和|与)*(?<![\d第])(?P<value>{INTEGER})条(?:带权)?(?:有向|无向)?(?:边|弧|线路|路线|公路|道路|航线)(?!是|为|的权)",
        to_int,
    )
    stated = read_stated_vertices(reading)
    reading.take_all(rf"(?:顶点|结点)\s*{VERTEX}\s*(?:~|-|到)\s*{VERTEX}(?=的)" if matrix is not None and stated.names is None else r"(?!)")
    reading.take_all(rf"(?:顶点|结点)\s*{VERTEX}(?: {VERTEX}){{2,}}(?![A-Za-z0-9])")
    settle_story(
        reading, [each.match.start() for each in asked], _OWN, nouns="长度 距离 路径长度 路径 路线 最短路径", parted=in_parts(text)
    )
    if matrix is not None:
        directed = matrix.directed if directed is None else directed
        graph = matrix.graph(stated.for_matrix(matrix, reading.text + told_first), directed=directed is not False)
    if not (named or floyd or dijkstra or asked) or graph is None:
        return None
    if not patterns.search(
        r"最短|最近|最少|最快|最省|最便宜|最低|最小|距离|最远|多远|路径|dist|Dijkstra|迪|狄|Floyd|弗洛伊德|dij", text, re.IGNORECASE
    ):
        return None
    stated.check(graph.names)
    if edges is not None and matrix is None and edges != len(graph.arcs):
        stay_out("another number of edges")
    if any(weight < 1 for _, _, weight in graph.arcs) or not 3 <= len(graph.names) <= 20:
        return None
    shown = [told_name(name, stems) for name in graph.names]
    parameters: dict[str, Any] = {"names": shown, "arcs": [list(arc) for arc in graph.arcs], "directed": directed}
    if ties:
        parameters["ties"] = True
    understood = (
        ("图", {True: "有向", False: "无向", None: "有向、无向结果相同"}[directed]),
        ("边", told(graph.arcs, shown, directed is not False)),
    )
    later: list[Asked] = []
    if changes:
        if len(changes) > 1 or told_ends:
            stay_out("several changes")
        at = changes[0].start()
        later = [each for each in asked if each.match.start() > at or each.name == "source"]
        asked = [each for each in asked if each.match.start() < at]
        ends = (graph.place(changes[0]["tail"]), graph.place(changes[0]["head"]))
        arcs = [(tail, head) for tail, head, _ in graph.arcs]
        ends = ends if ends in arcs or directed is True else ends[::-1]
        if ends not in arcs or not patterns.search(r"多少|几|哪|什么|求|[?？]", reading.text[at:]):
            stay_out("a change of another edge, or of which nothing is asked")
        parameters["change"] = [*ends, to_int(changes[0]["weight"])]
    tasks = _tasks(graph, asked, floyd, matrix_asked, named or dijkstra)
    if changes:
        asked_later = [each for each in later if each.name != "source"]
        only_later = not [each for each in asked if each.name != "source"]
        # `And how long is it then?` asks the same once more.
        again = (
            [task for task in tasks or [] if task[0] in ("way", "every")]
            if all(each.name == "via" for each in asked_later)
            else _tasks(graph, later, floyd, matrix_asked, named or dijkstra)
        )
        if tasks is None or again is None or (only_later and not asked_later) or {task[0] for task in again} - {"way", "every"}:
            stay_out("what is asked of the changed graph")
        parameters["later"] = again
        if only_later:
            tasks = []
        return Recognition(
            parameters={**parameters, "asked": tasks},
            understood=(
                *understood,
                (
                    "改动",
                    f"{shown[ends[0]] if ends[0] is not None else ''} 到 {shown[ends[1]] if ends[1] is not None else ''} 的权改为 {changes[0]['weight']}",
                ),
            ),
        )
    if started and tasks is not None:
        tasks = [["nth", task[1], task[2] - 1] if task[0] == "nth" else task for task in tasks if task[:1] != ["nth"] or task[2] > 1]
        if any(task[0] not in ("nth", "way", "every", "last") for task in tasks):
            stay_out("what the start counts for")
    if told_ends or any(each.name == "rest" for each in asked):
        if (
            tasks is None
            or [task[0] for task in tasks] != ["rest"]
            or [number for number, _ in told_ends] != list(range(1, len(told_ends) + 1))
        ):
            stay_out("the paths found first")
        if any(graph.place(start) != tasks[0][1] for start in ways_from):
            stay_out("ways from elsewhere")
        tasks[0].append([graph.place(name) for _, name in told_ends])
    if tasks is None:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("start", "从哪个顶点到哪个顶点？", "从{}到各顶点"),)
        )
    if lengths and {task[0] for task in tasks} & {"order", "rest", "nth", "last"}:
        if [task[0] for task in tasks] not in (["order"], ["rest"]):
            stay_out("whose lengths")
        tasks.append(["every", tasks[0][1]])
    starts = {task[1] for task in tasks if len(task) > 1 and isinstance(task[1], int)}
    if any(
        graph.place(each[group]) not in starts
        for each, group in (*((each, "seat") for each in seated), *((each, "own") for each in whole if each["own"]))
    ) or any(graph.place(name) not in starts for name in excluded):
        stay_out("another start")
    return Recognition(parameters={**parameters, "asked": tasks}, understood=understood)


def _loops(reading: Reading) -> Recognition | None:
    """How often Floyd's innermost statement runs for so many vertices; None where that is not asked."""
    if (
        not patterns.search(r"(?:Floyd|弗洛伊德).*(?:最内层|内层|循环体|基本语句)", reading.text)
        or len(patterns.findall("多少|几", reading.text)) > 1
    ):
        return None
    count = reading.take_one(
        (rf"(?<![A-Za-z])n\s*(?:=|为|是)\s*(?P<value>{INTEGER})", rf"(?<!\d)(?P<value>{INTEGER})个(?:顶点|结点|点)"), to_int
    )
    if count is None or not reading.take(r"(?:多少|几)次"):
        return None
    reading.take_all(
        r"(?:Floyd|弗洛伊德)的?(?:算法)?|[三3][重层](?:for)?循环|最?内层的?(?:循环体?|语句)*|循环体|基本语句|n个|n阶|赋值|比较"
    )
    settle_story(reading, [], _OWN)
    return Recognition(
        parameters={"asked": [["inner"]], "count": count}, understood=(("顶点数", str(count)), ("求", "Floyd 算法最内层语句的执行次数"))
    )


def _direction(reading: Reading) -> bool | None:
    """Whether the graph is directed, as stated or as arrows show; None where nothing says.

    Raises:
        StayOut: the text says both.
    """
    undirected = bool(
        reading.take_all(
            r"(?:带权)?无向(?:连通)?(?:带权)?(?:图|网络?)?|\(?(?:道路|公路|边|路|这些)?(?:均|都|是|可|可以|全)*为?双向的?(?:通行|走|道路|路|的|可走|可行|边|通车)*\)?|(?:来回|往返)都?(?:一样|相同|可以?走?)[远长]?"
        )
    )
    directed = bool(
        reading.take_all(
            r"[均都全]?[为是]?单[向行]的?(?:道路|公路|路|道|线)?|\(?[均都]?[为是]?有向的?[弧边]?(?:\)|(?:,|\()?从?前(?:到|往|指向)后的?\)?)"
        )
        or reading.has(r"有向|弧(?!长)|→|(?:起点|始点)[ ,、](?:终点)[ ,、]")
    )
    if directed and undirected and not (reading.has("→") and not reading.has("有向|弧(?!长)")):
        stay_out("directed and not")
    return False if undirected else True if directed else None


def _tasks(graph: ReadGraph, asked: list[Asked], floyd: bool, matrix: bool, named: bool) -> list[list[Any]] | None:
    """What is asked as (what, ...) with places in the graph; None where it is not said from where.

    Raises:
        StayOut: a vertex of another graph, or a question that does not hang together.
    """

    def place(name: str | None) -> int:
        found = None if name is None else graph.place(name)
        return stay_out(f"no vertex {name}") if found is None else found

    def places(names: str) -> list[int]:
        return [place(name) for name in patterns.findall(VERTEX, names)]

    sources = {
        place(each.match["source"] or each.match["source2"] or each.match["source3"] or each.match["source4"])
        for each in asked
        if each.name == "source"
    } | {place(each.match["start"]) for each in asked if each.name == "every" and each.match.groupdict().get("start")}
    pairs = [each for each in asked if each.name == "pair"]
    if not sources and not floyd and len({place(each.match["start"]) for each in pairs}) == 1:
        sources = {place(pairs[0].match["start"])}
    if len(sources) > 1:
        stay_out("two starts")
    source = next(iter(sources), None)
    needs_source = ("before", "order", "rest", "nth", "last", "settled", "round", "farthest", "every", "end", "dist", "dists", "array")
    if source is None and any(each.name in needs_source for each in asked):
        return None if all(each.name in ("every", "end") for each in asked) else stay_out("from where")
    tasks: list[list[Any]] = []
    moment: list[Any] | None = None
    since = 0  # where the moment was told

    def over(at: int) -> list[int]:
        """Over which vertices the ways may pass, where something of Floyd's matrix is asked at that place of the text."""
        assert moment is not None
        text = asked[0].match.string
        sentence = max((mark.end() for mark in patterns.finditer(r"[。;?!\n]", text[:at])), default=0)
        told = text[max(sentence, since) : at]
        if since < at and patterns.search("最终|最后|结束|终止|全部|所有", told):
            return list(range(len(graph.names)))
        if since < sentence and not patterns.search("此时|这时|该矩阵|上述|这个矩阵", told):
            stay_out("which matrix")
        return list(moment[1])

    for each in asked:
        match = each.match
        if each.name in ("source", "via"):
            continue
        if each.name == "final":
            tasks.append(["matrix", list(range(len(graph.names))), "final"])
        elif each.name == "finished":
            moment, since = ["over", list(range(len(graph.names)))], match.start()
        elif each.name == "centre":
            tasks.append(["centre"])
        elif each.name == "table" and sum(other.name == "table" for other in asked) > 1:
            tasks.append(["table", list(range(int(match["table"]) + 1)), f"A({match['table']})"])
        elif each.name in ("over", "table"):
            moment = ["over", places(match["over"])] if each.name == "over" else ["over", list(range(int(match["table"]) + 1))]
            since = match.end()
            told = match.string[: match.start()]
            wanted = (
                each.name == "over"
                and patterns.search(r"(?:求|写出|给出|列出|画出)[^,;。?\n]*$", told)
                and patterns.match(
                    r"\s*[后时]?的?(?:距离|路径|邻接|最短路径|长度)*矩阵(?![的中里]*(?:第|元素))", match.string[match.end() :]
                )
            )
            tasks.append(["table" if wanted else "matrix", moment[1]])
        elif each.name == "rows":
            if moment is None or moment[0] != "over":
                stay_out("rows of which matrix")
            tasks = [task for task in tasks if task[0] != "matrix"]
            tasks.append(["rows", [to_int(number) - 1 for number in patterns.findall(INTEGER, match[0])], over(match.start())])
        elif each.name == "place":
            if patterns.search(r"第\s*0\s*[行列]", match.string) or not floyd:
                stay_out("from where rows are counted")
            number = to_int(match["line"])
            over_ = over(match.start()) if moment is not None else list(range(len(graph.names)))
            columns = [to_int(column) for column in patterns.findall(INTEGER, match["columns"])]
            if not all(1 <= at <= len(graph.names) for at in (number, *columns)):
                stay_out("no such place")
            tasks = [task for task in tasks if task[0] != "matrix"] + [["entry", number - 1, column - 1, over_] for column in columns]
        elif each.name == "cell":
            if moment is None or graph.names[0][-1:] != "0":
                stay_out("from where rows are counted")
            tasks = [task for task in tasks if task[0] != "matrix"]
            tasks.append(["entry", int(match["row"]), int(match["column"]), over(match.start())])
        elif each.name in ("order", "last", "farthest", "rest"):
            tasks.append([each.name, source])
        elif each.name == "before":
            tasks.append(["before", source, place(match["of"] or match["of2"])])
        elif each.name == "nth":
            tasks.append(["nth", source, to_int(match["nth"])])
            if patterns.search("此时|这时|那时", match.string[match.end() :][:8]):
                moment = ["round", to_int(match["nth"])]
        elif each.name in ("settled", "round"):
            moment = (
                ["settled", places(match["settled"])] if each.name == "settled" else ["round", to_int(match["round"] or match["rounds"])]
            )
            since = match.end()
        elif each.name == "reach":
            tasks.append(["reach", place(match["start"]), place(match["reach"])])
        elif each.name == "every":
            listed_ = match.groupdict().get("ends") or match.groupdict().get("ends2")
            ends = places(listed_) if listed_ else []
            if ends and len(ends) != len(graph.names) - 1:
                tasks += [["way", source, end] for end in ends]
            elif ["every", source] not in tasks:
                tasks.append(["every", source])
        elif each.name in ("pair", "end"):
            start = place(match["start"]) if each.name == "pair" else source
            if source is not None and start != source and not floyd:
                stay_out("two starts")
            ends = places(match["ends"])
            if start in ends or len(set(ends)) != len(ends):
                stay_out("an end twice")
            if each.name == "pair" and match.groupdict().get("many"):
                tasks += [["count", start, end] for end in ends]
            elif moment is not None and moment[0] == "over":
                tasks = [task for task in tasks if task[0] != "matrix" or len(task) > 2] + [
                    ["entry", start, end, over(match.start())] for end in ends
                ]
            elif moment is not None and (
                not patterns.search(r"[。;?!\n]", match.string[since : match.start()])
                or patterns.search("此时|这时|那时", match.string[since : match.start()])
            ):
                stay_out("a path at that moment")
            else:
                tasks += [["way", start, end] for end in ends if ["way", start, end] not in tasks]
        elif each.name == "dist":
            first = place(match["of"])
            of = list(range(first, place(match["last"]) + 1)) if match["last"] else [first]
            if tasks and tasks[-1][0] == "dist" and tasks[-1][2] == moment:
                tasks[-1][3] += of
            else:
                tasks.append(["dist", source, moment, of])
        elif each.name == "ways":
            last = next((task for task in reversed(tasks) if task[0] == "way"), None)
            tasks.append(["count", *last[1:]] if last is not None else stay_out("ways from where to where"))
        elif each.name == "dists":
            tasks.append(["dist", source, moment, places(match["listed"])])
        elif each.name == "array":
            tasks.append(["dist", source, moment, [vertex for vertex in range(len(graph.names)) if vertex != source]])
    tasks = _without_preliminaries(tasks, any(each.name == "every" and _for_itself(each.match) for each in asked))
    if any(each.name == "via" for each in asked) and tasks and not {"way", "every", "matrix"} & {task[0] for task in tasks}:
        stay_out("which way")
    if moment is not None and not any(task[0] in ("dist", "entry", "matrix", "rows", "table") for task in tasks):
        stay_out("what at that moment")
    if tasks:
        return tasks
    if (floyd or matrix) and source is None:
        return [["matrix", list(range(len(graph.names)))]]
    if source is not None:
        return [["every", source]]
    return None if named else stay_out("nothing asked")


def _for_itself(every: re.Match[str]) -> bool:
    """Whether all the paths are asked for themselves: `求 v0 到各顶点的最短路径长度，并写出……`."""
    after = every.string[every.end() :]
    if patterns.match(r"的?(?:最短)?(?:路径)?(?:长度|距离|长)?(?:分别|各|依次)*[是为]?(?:多少|几)?\s*[?？]", after):
        return True  # a question of its own
    lengths = patterns.search("长度|距离", every[0]) or patterns.match(r"的?(?:长度|距离|长)", after)
    goes_on = patterns.match(r"的?(?:长度|距离|长)?[及和与]?(?:路径)?\s*(?:[,;。]?\s*(?:并|且|以及|同时|另外|再)|[;。]\s*\(?[2②]?)", after)
    return lengths is not None and goes_on is not None


def _without_preliminaries(tasks: list[list[Any]], every: bool) -> list[list[Any]]:
    """The tasks without "求从 v0 到各顶点的最短路径" where that only says what the working is for (unless `every`)."""
    working = ("before", "order", "rest", "nth", "last", "dist", "farthest")
    if any(task[0] in working for task in tasks) and not every:
        tasks = [task for task in tasks if task[0] != "every"]
    # The matrix half way is the ground of what is asked next; the last one is asked for itself.
    final = [task for task in tasks if task[0] == "matrix" and len(task) > 2]
    if final and len(tasks) > len(final):
        tasks = [task for task in tasks if task not in final]
        rest = [task for task in tasks if task[0] != "matrix" or len(tasks) == 1]
        return [*rest, final[0][:2]]
    tasks = [task[:2] if task[0] == "matrix" else task for task in tasks]
    lists = [task for task in tasks if task[0] == "matrix"]
    return tasks if len(lists) < 2 else stay_out(f"{listed([str(task) for task in lists])}")
