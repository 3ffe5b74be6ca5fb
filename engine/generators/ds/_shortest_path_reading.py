"""Reading problems about shortest paths: the graph, where from and where to, and which parts of the working are asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._asking import Asked, pass_claims, take_asked
from engine.generators.ds._chatter import prepared
from engine.generators.ds._clauses import opened
from engine.generators.ds._graphs import (
    NO_MORE,
    POINT_WORD,
    VERTEX,
    ReadGraph,
    plainly_named,
    read_edges,
    read_matrix,
    read_stated_vertices,
    told_name,
    with_letters,
)
from engine.generators.ds._settling import settle
from engine.generators.ds._weighted import told
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_V = rf"(?<![A-Za-z0-9]){VERTEX}(?![A-Za-z0-9])"
_AND = r"(?:\s*[、,]\s*|\s*和\s*|\s*与\s*|\s*及\s*|\s+)"
_LIST = rf"{_V}(?:{_AND}{_V}(?!\s*(?:到|至|→|\d|=)))*"
_OTHERS = rf"(?:图中|网中)?(?:其余|其他|其它|所有|剩余|剩下|别的|各个?|每个?|其|全部|另外)+(?:的)?(?:各|所有|每)?(?:{INTEGER})?(?:个)?(?:的)?{POINT_WORD}?"
_FROM = rf"(?:从|由|自|以|离|单?源点|起点)*\s*{POINT_WORD}?\s*(?P<start>{_V})\s*(?:点|处)?(?:(?:作)?为(?:源点|起点|始点|出发点))?(?:出发|开始|起)?\s*,?\s*(?:到|至|去|往)\s*"
_SHORTEST = r"(?:的)?(?:最短|最近|最少|最省)(?:的)?(?:路径|路程|路|距离|路线|走法|时间|费用|花费)?(?:的)?(?:长度|值|长|距离)?"
_ENDED = r"(?:之?后|时|结束时?|完(?:成)?后?|以后|结束后|之际)"
_CHOSEN = r"(?:被)?(?:确定|得到|求得|求出|选中|选出|选入|加入|并入|收录|产生|找到|标记|进入)(?:了|的|为)?"
_SET = r"(?:到|进|入)?(?:集合)?\s*(?:S(?![A-Za-z]))?\s*(?:集合|集)?(?:中|里)?"
_ROUND = rf"(?:第\s*(?P<round>{INTEGER})\s*(?:轮|趟|次|步)|(?:进行|经过|执行|做)(?:了)?\s*(?P<rounds>{INTEGER})\s*(?:轮|趟|次|步))(?:的)?(?:迭代|循环|选择|更新|操作|处理|计算)*(?:{_ENDED})?"
_DIST = rf"dist(?:ance)?\s*\(?\s*(?P<of>{VERTEX})(?![A-Za-z0-9])\s*\)?"
# `The first path found goes to 3, the second to 2; to which do the others go?`
_TOLD_END = rf"(?:(?:则|那么)?(?:依次)?(?:得到|求得|求出|确定)(?:的)?)?第\s*(?P<number>{INTEGER})\s*(?:条|个)(?:求得|得到|求出)?(?:的)?(?:最短路径)?(?:的)?(?:目标|终|被确定的)*(?:顶点|结点|点)(?:依次)?(?:是|为)\s*(?P<end>{VERTEX})(?![A-Za-z0-9])"
_ASKED = (
    (
        r"(?:后续|之后|接下来|随后|后面|后来|然后)(?:依次)?(?:得到|求得|求出|产生|确定)?(?:的)?(?:其余|其他|其它|剩余|剩下)?(?:的)?(?:各|几)?(?:条|个)?(?:最短路径)?(?:的)?(?:目标|终)(?:顶点|结点|点)(?:依次|分别|顺序)*(?:是|为)?",
        "rest",
    ),
    (
        rf"(?:只|仅)?(?:允许)?(?:可以?|加入|以|用|把|将|经|经过|当)?\s*(?:顶点|结点)?\s*(?P<over>{_LIST})\s*(?:顶点)?(?:作|做|当|设)?(?:为|作|是)?(?:中间|中转|中介)(?:顶点|结点|点|站)?(?:加入)?(?:的)?(?:\(?第[一1]轮\)?)?{_ENDED}?(?:\(?第[一1]轮\)?)?",
        "over",
    ),
    (
        rf"(?:距离|路径)?(?:矩阵)?(?:中|里)?(?:的)?第\s*{INTEGER}\s*行(?:\s*(?:、|和|与|及|,)\s*第?\s*{INTEGER}\s*行)*(?:各|的)?(?:元素|内容)?(?:分别|依次|各)?(?:是|为)?(?:什么|多少)?",
        "rows",
    ),
    (
        r"选(?:一个|哪个|择)?[^,。;?]{0,8}(?:建|设|修|作)[^,。;?]{0,8}(?:使|让)?[^。;?]{0,14}最远[^。;?]{0,12}(?:最小|最短|最近)(?:,)?(?:应?选哪(?:个|一个)?(?:村|点|顶点|地方)?)?(?:,)?(?:最远(?:的)?距离(?:是|为)?(?:多少)?)?",
        "centre",
    ),
    (
        r"(?:在)?(?:算法|迭代|全部|所有|整个)*(?:迭代|执行)?(?:(?:结束|完成|终止|执行完)(?:之?后|时|以后)?|最终|最后)(?:的)?(?=[^,;。?]{0,8}(?<![A-Za-z0-9])[AD]\s*\(?\d)",
        "finished",
    ),
    (r"(?<![A-Za-z0-9])[AD]\s*\(?(?P<row>\d)\)?\s*\(?(?P<column>\d)\)?(?!\d)(?=等于|是|为|的|变|$|[,。?])", "cell"),
    (r"(?<![A-Za-z])[AD]\s*\(?\s*(?P<table>-?\d)\s*\)?(?!\d)(?:矩阵|=)?", "table"),
    (
        rf"(?:则|那么)?(?:求得|得到|求出|确定)?(?:各)?(?:最短路径)?(?:的)?(?:终点|顶点|目标顶点|各顶点|各点|其余顶点|其余各顶点|结点|点)?(?:依次|先后|逐个|被)*(?:得到|求得|求出|确定|找到|产生|选出|选中|加入|并入|进入|收录|纳入)(?:的)?{_SET}(?:最短路径)?(?:的)?(?:目标|终|各)?(?:顶点|点|结点)?(?:的)?(?:先后)?(?:顺序|次序)(?:依次)?(?:是|为)?",
        "order",
    ),
    (r"(?:选点|选顶点|顶点选取|定点)(?:的)?(?:先后)?(?:次序|顺序)", "order"),
    (rf"(?:顶点|结点|各点)(?:依次|先后|被)*(?:{_CHOSEN})?{_SET}(?:的)?(?:先后)?(?:顺序|次序)", "order"),
    (
        r"(?:依次|先后)(?:得到|求得|求出|确定|找到|选出|选中|产生)(?:的)?(?:[一二三四五六七八九2-9]个)?(?:各|每)?条?(?:最短路径)?(?:的)?(?:目标|终|各)?(?:顶点|点|结点)(?:依次)?(?:是|为)?",
        "order",
    ),
    (r"(?:求得|确定|得到|选取|选择|加入)(?:最短路径)?(?:的)?(?:顶点|终点|结点)?(?:的)?(?:先后)?(?:顺序|次序)(?:是|为)?", "order"),
    (
        rf"(?:当|在)?(?:确定|求出|求得|得到|找到|产生)(?:完|了|好)?(?:第\s*(?P<round>{INTEGER})\s*条|(?P<rounds>{INTEGER})条)(?:最短)?(?:路径|路)?(?:的)?\s*{_ENDED}",
        "round",
    ),
    (
        rf"(?:\((?:不含|除|不算|不计|不包括)(?:源点|起点|顶点\s*{_V}|{_V})\)?)?第\s*(?P<nth>{INTEGER})\s*(?:个|条|次)(?![^,;。?(]{{0,12}}(?:之后|以后|后(?!面)|时(?!间)))(?:\((?:顶点|结点)?\s*{VERTEX}(?:之后|后)\))?(?:\((?:不含|除|不算|不计|不包括)(?:源点|起点|顶点\s*{_V}|{_V}|自身)(?:自身|本身|之后|外)?\)?)?(?:{_CHOSEN})?{_SET}(?:的)?(?:是)?(?:最短路径)?(?:的)?(?:是)?(?:到)?(?:哪个|什么)?(?:终点|顶点|结点|点|路径)?(?:的)?(?:及其|和|与|以及|、)?(?:其)?(?:最短)?(?:路径)?(?:的)?(?P<also>长度|距离)?(?:是|为)?(?:哪(?:个|一个)|谁)?",
        "nth",
    ),
    (
        rf"第\s*(?P<nth>{INTEGER})\s*(?:轮|趟|步){_CHOSEN}(?:的)?(?:是)?(?:哪个|什么)?(?:终点|顶点|结点|点)(?:是)?(?:哪个|谁|什么)?(?P<also>(?!))?",
        "nth",
    ),
    (rf"最后(?:一个)?{_CHOSEN}(?:的)?(?:最短路径)?(?:的)?{_SET}(?:的)?(?:是)?(?:哪个)?(?:终点|顶点|结点|点)?", "last"),
    (
        rf"(?:当|在)?(?:顶点|结点)?\s*(?P<settled>{_LIST})\s*(?:顶点)?(?:都|均|已|已经|刚|被|刚刚)*(?:选入|加入|并入|进入|放入|纳入|确定|选中|收录){_SET}(?:集合)?(?:并|且|,)?(?:完成|进行|据此)?(?:更新|修改|松弛)*(?:dist|距离)?(?:数组)?(?:完成|完)?{_ENDED}",
        "settled",
    ),
    (_ROUND, "round"),
    (rf"(?:(?:离|距离?)(?:源点|起点|{_V}))?最远(?:的)?(?:是)?(?:哪(?:一?个)?|什么)?(?:{POINT_WORD})?(?:是)?(?:哪(?:一?个)?)?", "farthest"),
    (
        rf"{_FROM}{POINT_WORD}?\s*(?P<reach>{_V})\s*(?:点)?(?:之间)?(?:是否|能否|能不能|可否|是不是)(?:可以?|能)?(?:可达|到达|有路径?|到|达|连通)(?:吗)?",
        "reach",
    ),
    (rf"{_FROM}{POINT_WORD}?\s*(?P<reach>{_V})\s*(?:可达|有路|能到|可到达|能到达)(?:吗|么|不)", "reach"),
    (
        rf"{_FROM}(?:到)?{_OTHERS}\s*(?:{VERTEX}\s*(?:~|-|到)\s*{VERTEX}(?![A-Za-z0-9])|\(?(?P<ends>{_LIST})?\)?)(?:{_SHORTEST}|的?距离)?(?:\s*\((?P<ends2>{_LIST})\))?",
        "every",
    ),
    (
        rf"{_FROM}(?:其余)?(?:各)?{POINT_WORD}?\s*(?P<ends>{_LIST})(?:各)?(?:{POINT_WORD})?(?:两地|两点|之间|各自|各|分别|间|路|怎么走|的|走|要|得|需|总){{0,4}}(?:{_SHORTEST})?(?P<many>(?:的)?(?:一共|共|总共)?(?:有)?(?:多少|几)条|条数)?",
        "pair",
    ),
    (
        rf"(?:从|由|自){POINT_WORD}?\s*(?P<start>{_V})\s*{POINT_WORD}?\s*(?:到|去|至|往){POINT_WORD}?\s*(?P<ends>{_V})\s*{POINT_WORD}?(?=\s*[:,。;]\s*(?!\d))",
        "pair",
    ),
    (
        rf"(?<![A-Za-z0-9])(?P<start>{VERTEX})\s*(?:和|与|、|跟)\s*(?P<ends>{VERTEX})(?![A-Za-z0-9])(?:两地|两点|之间|间|的)+(?:{_SHORTEST})",
        "pair",
    ),
    (
        rf"(?:源点|起点|始点|出发点)\s*(?:为|是|取|选|:|=)?\s*(?:顶点|结点)?\s*(?P<source>{_V})|(?:从|以|由|自)\s*{POINT_WORD}?\s*(?P<source2>{_V})\s*(?:点|顶点|为)?(?:(?:作)?为(?:源点|起点|始点|出发点)|当源点|作源点|做源点|出发|开始|起|为源)|(?:(?<=[\ue000,。;])|^)\s*(?:[\u4e00-\u9fff]{{0,3}}(?:站|点|中心|仓库?|店|家))?{POINT_WORD}?\s*(?P<source3>{_V})\s*(?:点)?(?:(?:作)?为(?:源点|起点|始点|出发点)|当源点|作源点|做源点|出发|是源点|是起点)",
        "source",
    ),
    (
        rf"(?:到|至|去)\s*(?:图中)?{_OTHERS}(?!\s*[A-Za-z0-9])|(?:求)?(?:各|其余|其他|所有)(?:个)?(?:顶点|点|站|村)(?:的)?(?:最短)(?:路径|距离|路)|单源",
        "every",
    ),
    (rf"(?:到|至|去)\s*{POINT_WORD}?\s*(?P<ends>{_LIST})(?:各)?(?:{POINT_WORD})?(?:各)?", "end"),
    (rf"(?<=[,。;?、和])\s*(?P<ends>{_V})\s*的最短(?:距离|路径|路径长度)", "end"),
    (rf"{_DIST}(?:\s*(?:~|到|至|-+|—+)\s*(?:dist)?\s*\(?\s*(?P<last>{VERTEX})(?![A-Za-z0-9])\s*\)?)?(?:的?值)?", "dist"),
    (r"(?:dist|距离)(?:ance)?(?:数组|的值|值)(?:为|是)?", "array"),
    (r"(?<=\ue000)(?:应该?)?(?:是|为)(?:哪一?条|什么|怎样的?|怎么走)(?=[,。;?]|$)", "via"),
    (
        rf"(?:依次|沿途|途中|中途|会|要|应|分别|都|须)*(?:经过|途经|途径|经由|经|走)(?:了|的)?(?:{POINT_WORD}|地方)?(?:依次|分别)?(?:是|有|为)?(?:哪些?|哪几个|什么)(?:{POINT_WORD}|地方)?(?:依次)?(?:到达?)?"
        r"|(?:具体|最短|对应|相应|这条|完整|详细|的)*(?:路径|路线|走法|线路|路)(?:(?:应该?|具体|分别|各|依次)*(?:是|为)?(?:什么(?:样的?)?|哪一?条|怎样的?|怎么走|如何走?)|怎么走)|(?:应该?|该|要)?(?:怎么|怎样|如何)(?:个)?走"
        r"|(?:并|请|且|同时)*(?:写出|给出|指出|说明|列出|写|标出)(?:其|该|这条|它的|对应的?|相应的?|具体的?|最短|完整|所走的?|一下|出)*(?:路径|路线|走法)(?=[,。;?()\s]|$)",
        "via",
    ),
)
# `A[a][c]` of Floyd's last matrix.
_ENTRY = r"(?:最后|最终|结束后?|的|时|矩阵)*(?<![A-Za-z0-9])[AD](?P<start>[A-Za-z]\d?|\d)\s*,?\s*(?P<ends>[A-Za-z]\d?|\d)(?![A-Za-z0-9])(?:的值|的)?(?=\s*(?:和|与|、|,|各|分别|是|为|=|[?。]|$))"
_OWN = """
邻接关系 邻接 path 回溯 回溯出来 回溯出来的 选点 经过哪些点 沿途 按写的方向 写的方向 全源 全源最短路 阶 填表 填 弧集 图G km 那 初始 送 送到 快递车 公路 高速 高速公路 国道 铁路 地铁 街道 镇子 镇 小镇 小区 几个 开 开车 骑车 走路 自驾 导航 最近 多远 多长 弧有 边有 有向图 有向网 有向 带权有向图 带权 加权 赋权 网 网络 图 弧 边 弧集 边集 有向边 顶点 结点 点 各弧 各边 如下 权值 权 长度 G E V 距离 源点 起点 终点 求得 路 路径 路线 它 最短路径 最短 最短路 最短距离 各 道路 站点 城市 里程 路程 公里 千米 一张 交通 地图 邻接矩阵 矩阵 最终 最终的 均为有向 均 带权图 走 走法 要走 怎么走 跑完 跑 间 站点间 从 出发 到 双向 单向 去 开车 送货 快递 目的地 顺序 次序 各对顶点 每对顶点 任意两点 任意两个顶点 每对 任意 之间 两点 对顶点 顶点之间 对 更新 完成 集合 S 加入 集 值 用 算法 dist 长 各自 经由 结果 A A矩阵 数组 依次 写出 依次得到 得到 目标 依次求得 求出
弧及权 弧的权 弧值 边长 边权 权重 及 物流中心 中心 外卖 骑手 小哥 配送 距离表 路网 管网 数据包 路由器 节点间 传输 时延 此后 刚 最短路长 路长 和 确定 最短路径长度 路径长度 长度矩阵 距离矩阵 求法 三个 时 加上 最快 多久 分钟 小时 花 费用 票价 机票 航班 航线 网中 图中 给出 写一下 一下 箭头 表示 方向 分别 最后 最后的 最终结果 的是 后面 已 已知 顺 径 向 经过 哪些 哪几个 依次经过 沿途 途经 的点 经 自己 自己求 同一 可以 三元组 邻接表
"""


def recognise(text: str) -> Recognition | None:
    """A weighted graph and what is asked of its shortest paths; None where it is something else."""
    text = plainly_named(prepared(text))
    lettered = with_letters(text)
    stems = lettered != text
    reading = opened(lettered)
    if (loops := _loops(reading)) is not None:
        return loops
    pass_claims(reading)
    reading.take_all(
        r"\(?(?:如果|若|其中)?(?:不可达|到不了|不能到达|达不到|不可到达|没有路径|不通)(?:的|顶点|者|则|就|时)*(?:写|记|用|标|填|以)(?:作|为|成|上)?(?:∞|无穷大?)(?:表示)?\)?"
    )
    reading.take_all(r"[AD]\s*\(?-1\)?\s*(?:=|为|是|:)*(?=\s)")
    directed = _direction(reading)
    roads = (
        directed is None
        and re.search(r"公里|千米|km|公路|道路|马路", reading.text) is not None
        and not re.search(r"到\s*[A-Za-z0-9]+\s*(?:是|为|:|=)?\s*\d", reading.text)
    )
    if roads:
        directed = False  # people go along roads both ways where nothing else is said
    matrix = read_matrix(reading)
    graph = read_edges(reading, directed=directed is not False, least=2) if matrix is None else None
    floyd = bool(reading.take_all(r"(?:Floyd|弗洛伊德)(?:-?Warshall)?(?:\s*\(?Floyd\)?)?(?:的)?(?:算法)?"))
    dijkstra = bool(
        reading.take_all(
            r"(?:Dijkstra|dij|迪杰斯特拉|迪克斯特拉|狄克斯特拉|狄杰斯特拉|迪科斯彻|迪杰斯特垃)(?:\s*\(?Dijkstra\)?)?(?:的)?(?:算法)?"
        )
    )
    reading.take_all(NO_MORE)
    reading.refuse(
        rf"(?<![A-Za-z])A\s*(?:\*|星)|启发|{VERTEX}\s*(?:→|-+)\s*{VERTEX}\s*[=:(]?\s*\?|生成树|造价|总费用|总代价|连通|全通|互通|村村|通路|修路|铺|布线|架设|都通|最长|关键|工程|工期|AOE|活动|负(?!责)|(?<![A-Za-z0-9])-\s*\d|拓扑|次短|必须|期间|BFS|广度|SPFA|Bellman|变为|改为|改成|变成(?!多少|什么|了?几)|删|新增|增加|若(?!干|\ue000|(?:采用|使用|利用|运用|用|按)\s*\ue000|(?:从|以|由|选|取|求))|如果|坏|堵|封|断|同时|不得|不能(?!到)|不超过|至多"
    )
    reading.take_all(
        rf"第\s*{INTEGER}\s*(?:条|个)(?:求出来?|得到|确定|求得)*(?:的)?(?:是)?\s*{VERTEX}(?:到|→){VERTEX}\s*(?:=|是|为)\s*\d+(?![\d.])"
    )
    reading.refuse(
        r"(?:多少|几)个(?:中间)?(?:顶点|结点|点)(?!.{0,8}(?:确定|加入))|边数|(?:多少|几)条边|相差|之和|总和|平均|比.{0,12}[多少长短](?:多少|几)"
    )
    told_ends = [(to_int(match["number"]), match["end"]) for match in reading.take_all(_TOLD_END)]
    asked = take_asked(reading, _ASKED)
    if floyd and not re.search(r"加入|并入|中转|中间(?:顶点|点)|第.{1,3}[步轮趟次]", reading.text):
        asked = sorted([*asked, *take_asked(reading, ((_ENTRY, "pair"),))], key=lambda each: each.match.start())
    lengths = reading.take_all(
        r"(?<=\ue000)(?:和|与|及|以及|并给出|并求|、|,)+(?:它们|到|各自?|其|相应|对应|顶点|点|的)*最短(?:路径)?(?:的)?(?:距离|长度|路径)"
    )
    named = bool(reading.take_all(r"最短(?:的)?(?:路径|路程|路|距离|路线)?(?:的)?(?:长度|值|长)?|最近|最少|最快|最省|怎么走|多远")) or bool(
        lengths
    )
    reading.take_all(r"(?:至少|最少)(?:要|需要?|得|该|应该?)*(?:走|花|用|耗|经|付|等)*(?:费|时)?(?=多远|多少|多久|几|多长|[()\s。?]*$)")
    matrix_asked = bool(
        reading.take_all(
            r"(?:每|各|任意|任何|所有)(?:一)?(?:两|2)?(?:个|对)?(?:顶点|点|结点)(?:对)?(?:之)?间?(?:的)?|(?:路径|距离)(?:的)?(?:长度)?矩阵"
        )
    )
    stated = read_stated_vertices(reading)
    reading.take_all(rf"(?:顶点|结点)\s*{VERTEX}\s*(?:~|-|到)\s*{VERTEX}(?=的)" if matrix is not None and stated.names is None else r"(?!)")
    reading.take_all(rf"(?:顶点|结点)\s*{VERTEX}(?: {VERTEX}){{2,}}(?![A-Za-z0-9])")
    settle(reading, [each.match.start() for each in asked], _OWN, nouns="长度 距离 路径长度")
    if matrix is not None:
        directed = matrix.directed if directed is None else directed
        graph = matrix.graph(stated.for_matrix(matrix, reading.text), directed=directed is not False)
    if not (named or floyd or dijkstra or asked) or graph is None:
        return None
    if not re.search(r"最短|最近|最少|最快|最省|距离|最远|多远|路径|dist|Dijkstra|迪|狄|Floyd|弗洛伊德|dij", text, re.IGNORECASE):
        return None
    stated.check(graph.names)
    if any(weight < 1 for _, _, weight in graph.arcs) or not 3 <= len(graph.names) <= 20:
        return None
    shown = [told_name(name, stems) for name in graph.names]
    parameters: dict[str, Any] = {"names": shown, "arcs": [list(arc) for arc in graph.arcs], "directed": directed}
    understood = (
        ("图", {True: "有向", False: "无向", None: "有向、无向结果相同"}[directed]),
        ("边", told(graph.arcs, shown, directed is not False)),
    )
    tasks = _tasks(graph, asked, floyd, matrix_asked, named or dijkstra)
    if told_ends or any(each.name == "rest" for each in asked):
        if (
            tasks is None
            or [task[0] for task in tasks] != ["rest"]
            or [number for number, _ in told_ends] != list(range(1, len(told_ends) + 1))
        ):
            stay_out("the paths found first")
        tasks[0].append([graph.place(name) for _, name in told_ends])
    if tasks is None:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("start", "从哪个顶点到哪个顶点？", "从{}到各顶点"),)
        )
    if lengths and {task[0] for task in tasks} & {"order", "nth", "last"}:
        if [task[0] for task in tasks] != ["order"]:
            stay_out("whose lengths")
        tasks.append(["every", tasks[0][1]])
    return Recognition(parameters={**parameters, "asked": tasks}, understood=understood)


def _loops(reading: Reading) -> Recognition | None:
    """How often Floyd's innermost statement runs for so many vertices; None where that is not asked."""
    if not re.search(r"(?:Floyd|弗洛伊德).*(?:最内层|内层|循环体|基本语句)", reading.text) or len(re.findall("多少|几", reading.text)) > 1:
        return None
    count = reading.take_one(
        (rf"(?<![A-Za-z])n\s*(?:=|为|是)\s*(?P<value>{INTEGER})", rf"(?<!\d)(?P<value>{INTEGER})个(?:顶点|结点|点)"), to_int
    )
    if count is None or not reading.take(r"(?:多少|几)次"):
        return None
    reading.take_all(
        r"(?:Floyd|弗洛伊德)(?:的)?(?:算法)?|[三3](?:重|层)(?:for)?循环|最?内层(?:的)?(?:循环体?|语句)*|循环体|基本语句|n个|n阶|赋值|比较"
    )
    settle(reading, [], _OWN)
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
            r"(?:带权)?无向(?:连通)?(?:带权)?(?:图|网络?)?|\(?(?:道路|公路|边|路|这些)?(?:均|都|是|可|可以|全)*(?:为)?双向(?:的)?(?:通行|走|道路|路|的|可走|可行|边|通车)*\)?|(?:来回|往返)(?:都)?(?:一样|相同|可以?走?)(?:远|长)?"
        )
    )
    directed = bool(
        reading.take_all(
            r"(?:均|都|全)?(?:为|是)?单(?:向|行)(?:的)?(?:道路|公路|路|道|线)?|\(?(?:均|都)?(?:为|是)?有向(?:的)?(?:弧|边)?(?:\)|(?:,|\()?(?:从)?前(?:到|往|指向)后(?:的)?\)?)"
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
        return [place(name) for name in re.findall(VERTEX, names)]

    sources = {place(each.match["source"] or each.match["source2"] or each.match["source3"]) for each in asked if each.name == "source"} | {
        place(each.match["start"]) for each in asked if each.name == "every" and each.match.groupdict().get("start")
    }
    pairs = [each for each in asked if each.name == "pair"]
    if not sources and not floyd and len({place(each.match["start"]) for each in pairs}) == 1:
        sources = {place(pairs[0].match["start"])}
    if len(sources) > 1:
        stay_out("two starts")
    source = next(iter(sources), None)
    needs_source = ("order", "rest", "nth", "last", "settled", "round", "farthest", "every", "end", "dist", "array")
    if source is None and any(each.name in needs_source for each in asked):
        return None if all(each.name in ("every", "end") for each in asked) else stay_out("from where")
    tasks: list[list[Any]] = []
    moment: list[Any] | None = None
    since = 0  # where the moment was told

    def over(at: int) -> list[int]:
        """Over which vertices the ways may pass, where something of Floyd's matrix is asked at that place of the text."""
        assert moment is not None
        text = asked[0].match.string
        sentence = max((mark.end() for mark in re.finditer(r"[。;?!\n]", text[:at])), default=0)
        told = text[max(sentence, since) : at]
        if since < at and re.search("最终|最后|结束|终止|全部|所有", told):
            return list(range(len(graph.names)))
        if since < sentence and not re.search("此时|这时|该矩阵|上述|这个矩阵", told):
            stay_out("which matrix")
        return list(moment[1])

    for each in asked:
        match = each.match
        if each.name in ("source", "via"):
            continue
        if each.name == "finished":
            moment, since = ["over", list(range(len(graph.names)))], match.start()
        elif each.name == "centre":
            tasks.append(["centre"])
        elif each.name in ("over", "table"):
            moment = ["over", places(match["over"])] if each.name == "over" else ["over", list(range(int(match["table"]) + 1))]
            since = match.end()
            tasks.append(["matrix", moment[1]])
        elif each.name == "rows":
            if moment is None or moment[0] != "over":
                stay_out("rows of which matrix")
            tasks = [task for task in tasks if task[0] != "matrix"]
            tasks.append(["rows", [to_int(number) - 1 for number in re.findall(INTEGER, match[0])], over(match.start())])
        elif each.name == "cell":
            if moment is None or graph.names[0][-1:] != "0":
                stay_out("from where rows are counted")
            tasks = [task for task in tasks if task[0] != "matrix"]
            tasks.append(["entry", int(match["row"]), int(match["column"]), over(match.start())])
        elif each.name in ("order", "last", "farthest", "rest"):
            tasks.append([each.name, source])
        elif each.name == "nth":
            tasks.append(["nth", source, to_int(match["nth"])])
            if re.search("此时|这时|那时", match.string[match.end() :][:8]):
                moment = ["round", to_int(match["nth"])]
        elif each.name in ("settled", "round"):
            moment = (
                ["settled", places(match["settled"])] if each.name == "settled" else ["round", to_int(match["round"] or match["rounds"])]
            )
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
                tasks = [task for task in tasks if task[0] != "matrix"] + [["entry", start, end, over(match.start())] for end in ends]
            elif moment is not None:
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
        elif each.name == "array":
            tasks.append(["dist", source, moment, [vertex for vertex in range(len(graph.names)) if vertex != source]])
    tasks = _without_preliminaries(tasks)
    if any(each.name == "via" for each in asked) and tasks and not {"way", "every"} & {task[0] for task in tasks}:
        stay_out("which way")
    if moment is not None and not any(task[0] in ("dist", "entry", "matrix", "rows") for task in tasks):
        stay_out("what at that moment")
    if tasks:
        return tasks
    if (floyd or matrix) and source is None:
        return [["matrix", list(range(len(graph.names)))]]
    if source is not None:
        return [["every", source]]
    return None if named else stay_out("nothing asked")


def _without_preliminaries(tasks: list[list[Any]]) -> list[list[Any]]:
    """The tasks without "求从 v0 到各顶点的最短路径" where that only says what the working is for."""
    working = ("order", "rest", "nth", "last", "dist", "farthest")
    if any(task[0] in working for task in tasks):
        tasks = [task for task in tasks if task[0] != "every"]
    lists = [task for task in tasks if task[0] == "matrix"]
    return tasks if len(lists) < 2 else stay_out(f"{listed([str(task) for task in lists])}")
