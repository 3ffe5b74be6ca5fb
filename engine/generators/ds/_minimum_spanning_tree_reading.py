"""Reading problems about minimum spanning trees: the graph, the algorithm, and which of the tree's edges or weights are asked."""

from __future__ import annotations

from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._graphs import POINT_WORD, VERTEX, plainly_named, read_edges, read_matrix, read_stated_vertices, with_letters
from engine.generators.ds._weighted import told
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int

_PRIM = r"(?:Prim|普里姆|普利姆|普里母|普林)(?:\s*\(?(?:Prim)?\)?)?(?:的)?(?:算法)?"
_KRUSKAL = r"(?:Kruskal|克鲁斯卡尔|克鲁斯卡|克鲁斯克尔)(?:\s*\(?(?:Kruskal)?\)?)?(?:的)?(?:算法)?"
_CHOSEN = r"(?:选中|选取|选入|选出|选择|加入|选定|被选|添加|并入|入选|挑|选)"
_OWN = """
怎么拉 怎么修 怎么连 怎么铺 怎么建 怎么架 怎么选 最省 架线 架线费用 布线 布网 敷设 建设 通信网 站点 站点间 站间 间 小区 校区 修路 候选 候选路线 路线 规划 村村 村村通 又 最省钱 省钱 方案 打算 铺路 铺 拉 架 电线 网络 光纤 万 造价万元 单位万元 无向图 无向 连通图 连通 带权 加权 赋权 图 顶点 边 结点 点 各边 如下 网 网络 权 权值 及 G V E 边集 集合 带权图 无向网 带权连通图 带权无向图 城市 城 村庄 村子 村 乡 之间 修路 修 修建 架设 铺设 光缆 电缆 网线 公路 道路 路 线路 管道 水管 造价 费用 成本 万元 元 可能的线路 可能的 构造 生成树 它 树 树的 代价 都 使 各 连 连接 连通起来 连起来 全部连通 全部 五村 各村 最低 最小 最少 最省 预算 起来 要使 使得 且 最小代价
先后 加入的边 加入 选边 顺序 次序 先 编号 邻接矩阵 矩阵 无 每条边 每条 按加入顺序 过程 相应 单位 公里 千米 开始 出发 算法 权之和 总和 边权 边和 路径 权重 一个 边上 数字 是多少 值 和是 里 最小生成树 结果 该图 钱 花 花费 花多少钱 花多少 能 就 才能
"""


def recognise(text: str) -> Recognition | None:
    """A weighted undirected graph and what is asked of its least spanning tree; None where it is something else."""
    text = plainly_named(text)
    lettered = with_letters(text)
    stems = lettered != text
    reading = opened(lettered)
    named = reading.take_all(r"最小(?:代价|权|权值|耗费|成本|费用)?(?:的)?(?:生成|支撑)树|(?<![A-Za-z])MST(?![A-Za-z])")
    vertices_asked = reading.take_all(
        r"(?:依次)?(?:加入|并入|选入)(?:生成树|树|集合)?(?:中)?(?:的)?(?:各)?(?:顶点|结点|点)(?:的)?(?:先后)?(?:次序|顺序)(?:是|为)?|(?:依次)?(?:各|每个)?(?:顶点|结点|点)(?:被)?(?:加入|并入|选入|进入|选中)(?:到)?(?:生成树|树|集合|U)?(?:中|里)?(?:的)?(?:先后)?(?:次序|顺序)(?:是|为)?"
    )
    nth = reading.take_all(
        rf"第\s*(?P<number>{INTEGER})\s*(?:条|次|步|个)(?:被)?{_CHOSEN}?(?:的)?边?(?:的)?(?P<weight>权值?|权重)?(?:是|为)?(?:哪一?条边?|什么|多少)?"
    )
    largest = reading.take_all(
        r"(?:树)?(?:中|里|上)?(?:的)?(?:权值?|权重)?最(?P<which>大|长|重)(?:的)?(?:那)?(?:一)?(?:条)?边(?:的)?(?:权值?)?(?:是|为)?(?:哪一?条|什么|多少)?|最大边权?"
    )
    edges_asked = reading.take_all(
        rf"(?:依次|先后|按(?:照)?(?:先后|加入)?(?:的)?(?:顺序|次序)?)?(?:写出|给出|列出)?(?:被)?{_CHOSEN}(?:的)?(?:各|每|哪些|哪几)?条?边(?:的)?(?:权值?|权重)?(?:的)?(?:先后)?(?:顺序|次序|序列)?(?:依次|分别|各)*(?:是|为)?(?:多少|哪些|什么)?"
        rf"|(?:各|每)?条?边(?:的)?(?:权值?|权重)?(?:被)?{_CHOSEN}的(?:先后)?(?:顺序|次序)(?:依次|分别)*(?:是|为)?"
        rf"|(?:依次|先后|按(?:先后)?(?:顺序|次序))(?:会)?{_CHOSEN}(?:了|的是)?(?:哪些|什么|哪几条)?边?(?:是|为)?"
    )
    reading.refuse(
        r"有向|最短|最大生成|最大的?支撑|不(?!存在|表)|停用|删除|去掉|增加|改为|变为|第|唯一|几棵|多少棵|瓶颈|度数|如图|下图|次小|除|必须|已经?(?=修|有|连|建)|破圈|边数|若(?!干)"
    )
    prim_named, kruskal_named = reading.take_all(_PRIM), reading.take_all(_KRUSKAL)
    start = reading.take_one(
        (
            rf"(?:起点|起始点|起始顶点|出发点)(?:为|是|取|选|:)?\s*(?P<value>{VERTEX})(?![A-Za-z0-9])",
            rf"(?:从|以|由|自)?{POINT_WORD}?\s*(?<![A-Za-z0-9])(?P<value>{VERTEX})(?![A-Za-z0-9])\s*(?:点|顶点)?(?:出发|(?:作)?为(?:起点|起始点|源点|起始顶点|出发点)|开始|起步|当起点|起(?=用|,|求|跑))",
        ),
        str.upper,
    )
    any_two = reading.take_all(
        rf"(?:要求|使得?|让|保证|想让|希望)*(?:任意|任何|每)(?:两|2)(?:个)?{POINT_WORD}(?:之间)?(?:都|均)?(?:能|可以?|要)?(?:互相|相互)?(?:到达|互通|连通|有路|通路|通车|通信|联系|通)+"
        r"|(?:怎么|怎样|如何|咋)(?:拉|修|连|铺|建|架|布|接)(?:线|路|管)?(?:才)?(?:能)?最(?:省|便宜|划算|低|少)(?:钱|费用)?"
    )
    reading.take_all(r"(?:带|加|赋)权|边及(?:其)?权值?")
    matrix = read_matrix(reading)
    graph = read_edges(reading, directed=False) if matrix is None else None
    edges = reading.take_one(
        rf"(?:有|共|含|一共|总共|这)*(?P<value>{INTEGER})条(?:带权)?(?:边|线路|路线|公路|道路)(?:及其?权值?)?(?!是|为|的权)", to_int
    )
    if edges is not None and graph is not None and edges != len(graph.arcs):
        stay_out("another number of edges")
    stated = read_stated_vertices(reading)
    reading.take_all(r"\(?(?:单位)?(?:为|是|:)?[百千万亿]+元\)?|\((?:单位)?:?(?:公里|千米|km|米|m)\)")
    wished = reading.take_all(
        rf"(?:连通|连接|接通)(?:起)?(?:全部|所有|各|这)+(?:的)?(?:{INTEGER}个)?{POINT_WORD}(?:的)?(?=.{{0,6}}(?:最小|最低|最少|最省|总))|"
        r"(?:要|想|使|使得|把|让|将)*(?:村村|户户|家家|各村|各镇|各地|每个村|每个(?:地方|点|城市|站))(?:都)?(?:能)?(?:互相)?(?:通|连上|连通)(?:上|了)?(?:路|车|网|电|水|气|公路|光缆|光纤)?(?:,|且|又|并|而)*(?:要|还要|还)?(?:总)?(?:造价|费用|花费|成本|花钱)?(?:最省|最低|最少|最小)(?:钱|费用)?"
        r"|(?:要|想|使|使得|把|让|将)*(?:所有|全部|各|这)?[^,。;]{0,6}?(?:都|全部|它们)*(?:能)?(?:互相)?(?:连通|连起来|连接起来|通路|通车|通上|联通)(?:起来)?(?:[^,。;]{0,3}(?:且|,|并|而)*(?:使)?(?:得)?(?:总)?(?:造价|费用|代价|成本|花费|长度|里程)(?:最低|最小|最少|最省)|(?=.*最[少低小](?:要|需要?)?(?:花|多少)))"
    )
    asked = reading.take_all(
        r"(?:的|边)?(?:最低|最小|最少)?(?:总|各边|所有边|边)?(?:的)?(?:权值?|代价|权重|成本|费用|造价|长度|里程|花费|开销|预算)(?:之和|总和|和|值|总值|总计|加起来)?(?:是|为|要|需要)?(?=多少|几|什么|[\s()。,:;?]|$|各)|总(?:权值?|代价|权重|费用|长度|和|造价|里程|成本)|总计|权值?(?:之和|总和|和)|(?:最少|至少|最低)(?:要|需要?)?(?:花|多少)(?:多少|费)?(?:钱|万元|元|费用)?"
    )
    finish(reading, _OWN)
    if matrix is not None:
        graph = matrix.graph(stated.for_matrix(matrix, reading.text), directed=False)
    if (
        not (named or wished or any_two or prim_named or kruskal_named)
        or not (asked or edges_asked or nth or largest or vertices_asked)
        or graph is None
    ):
        return None
    names, arcs = graph.names, graph.arcs
    stated.check(names)
    if len(names) > 20 or any(weight < 1 for _, _, weight in arcs):
        return None
    parameters: dict[str, Any] = {"names": names, "arcs": [list(arc) for arc in arcs]}
    if stems:
        parameters["stems"] = True
    shown = [("甲乙丙丁戊己庚辛"[ord(name) - 65] if stems else name) for name in names]
    understood: tuple[tuple[str, str], ...] = (("顶点", listed(shown, "、")), ("边", told(arcs, shown, False)))
    from_vertex = None
    if start is not None:
        place = graph.place(start)
        if place is None or kruskal_named:
            stay_out("start")
        from_vertex = names[place]
    if len(nth) > 1 or len(largest) > 1:
        stay_out("two edges asked for")
    if largest and not nth:
        parameters["largest"] = True
        parameters["total"] = bool(asked)
    if nth:
        if edges_asked or largest:
            stay_out("one edge and all of them")
        parameters["number"] = to_int(nth[0]["number"])
        parameters["weight"] = bool(nth[0]["weight"])
    if vertices_asked:
        if edges_asked or nth or largest or not prim_named:
            stay_out("vertices and edges")
        parameters["vertices"] = True
    if not (edges_asked or nth or vertices_asked):
        return Recognition(parameters=parameters, understood=understood)
    if bool(prim_named) == bool(kruskal_named):
        stay_out("by which algorithm")
    parameters["algorithm"] = "Prim" if prim_named else "Kruskal"
    understood = (*understood, ("算法", parameters["algorithm"]))
    if prim_named and from_vertex is None:
        missing = Missing("start", "Prim 算法从哪个顶点开始？", "从{}出发")
        return Recognition(parameters=parameters, understood=understood, missing=(missing,))
    if from_vertex is not None:
        parameters["start"] = from_vertex
        understood = (*understood, ("起点", from_vertex))
    return Recognition(parameters=parameters, understood=understood)
