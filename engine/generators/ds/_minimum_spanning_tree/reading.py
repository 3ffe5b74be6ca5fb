"""Reading problems about minimum spanning trees: the graph, the algorithms, and which of the tree's edges or weights are asked."""

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
from engine.generators.ds._stories import settle_story
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_PRIM = r"(?:Prim|普里姆|普利姆|普里母|普林)(?:\s*\(?(?:Prim)?\)?)?的?(?:算法)?"
_KRUSKAL = r"(?:Kruskal|克鲁斯卡尔|克鲁斯卡|克鲁斯克尔|克鲁斯卡儿)(?:\s*\(?(?:Kruskal)?\)?)?的?(?:算法)?"
_CHOSEN = r"(?:加到|并到|放入|放进|添进|选进|选中|选取|选入|选出|选择|加入|加进来?|选定|被选|添加|并入|入选|挑出?|选|收进|取)"
_TREE = r"(?:最小(?:代价|权|权值|耗费|成本|费用)?的?(?:生成|支撑)树|(?<![A-Za-z])MST(?![A-Za-z]))"
_WHICH = r"[是为]?(?:哪[一几些]?条?|什么|谁)?边?"
_EDGE = rf"\(?\s*(?<![A-Za-z0-9])(?P<one>{VERTEX})\s*[-—~,]?\s*(?P<other>{VERTEX})(?![A-Za-z0-9])\s*\)?"
_CHANGE = rf"(?:若|如果|假如|现|现在|再)?[将把]?边?\s*{_EDGE}\s*(?:这条)?的?边?的?(?:权值?|权重|费用|造价|长度)?(?:由\d+|从\d+)?(?:降低?[到为至]|改为|改成|变为|变成|增加?[到为至]|减小?少?[到为至]|升高?[到为至]|调整?[为到])\s*(?P<to>\d+)(?!\d|\.\d)(?:之?后|的话|时|则|,|那么)*"
_ASKED = (
    (
        r"(?P<order>(?:顶点)?(?:集合?)\s*U?[中里]?的?各?(?:顶点|结点|点)的?(?:依次)?(?:加入|并入|选入|进入)的?(?:先后)?(?:次序|顺序)(?:依次)?[是为]?|U\s*(?:集合?)?[中里]?的?各?(?:顶点|结点|点)的?(?:依次)?(?:加入|并入|选入|进入)的?(?:先后)?(?:次序|顺序)(?:依次)?[是为]?|(?:依次)?(?:加入|并入|选入|纳入)(?:生成树|树|(?:顶点)?集合?\s*U?|U)?中?的?各?(?:顶点|结点|点)的?(?:先后)?(?:次序|顺序)?(?:依次)?[是为]?|(?:依次)?(?:各|每个)?(?:顶点|结点|点)(?:依次)?被?(?:加入|并入|选入|进入|选中|访问|纳入)到?(?:生成树|树|(?:顶点)?集合?\s*U?|U)?[中里]?的?(?:先后)?(?:次序|顺序)[是为]?)",
        "vertices",
    ),
    (
        r"第[一1][条个](?:因为?|由于)?[会将]?(?:构成|形成|产生|出现|成)?了?(?:环|回路)?而?(?:被|不被|未被|没有?被|不能被?)(?:舍弃|丢弃|放弃|拒绝|淘汰|舍去|跳过|选中|选取|加入)(?<!条被选中)(?<!条被选取)(?<!条被加入)的?边?是?(?:哪(?:一?条)?)?|第[一1]次(?:遇到|出现|产生|形成)(?:环|回路)[时而]?会?被?(?:舍弃|丢弃|放弃|舍去)的边是?(?:哪(?:一?条)?)?|被?(?:舍弃|丢弃|放弃|拒绝|淘汰|舍去|跳过)的?(?:\([^()]{0,10}\))?的?第\s*[一1]\s*条边?[是为]?(?:哪(?:一?条)?)?",
        "first-rejected",
    ),
    (
        rf"(?!第[一1]次(?:遇到|出现|产生))(?:按照?(?:加入|选取)?的?(?:先后)?(?:顺序|次序)?)?被?{_CHOSEN}?的?第\s*(?P<number>{INTEGER})\s*[条次步个](?!\s*(?:因|由于|会|不|未|没|被?(?:舍弃|丢弃|放弃|拒绝|淘汰|舍去|跳过)))(?:\(?(?:也就?是|即)?最后一?条\)?)?被?{_CHOSEN}?[并而后被]?(?:{_CHOSEN})?(?:进?(?:最小)?(?:生成)?树)?的?是?(?:哪一?条)?边?的?(?P<weight>权值?|权重)?(?:分别|各)?{_WHICH}(?:多少)?",
        "nth",
    ),
    (
        rf"最后(?:一条|一步|一次|1条)?被?(?:{_CHOSEN}){{0,2}}(?:[进到入]?(?:最小)?(?:生成)?树[中里]?)?的?是?(?:哪一?条)?边的?(?P<weight>权值?|权重)?{_WHICH}(?:多少)?",
        "last",
    ),
    (
        r"(?:没选|不选)的?各?边(?:分别)?[有是为]?(?:哪些|哪几条)?|(?:从原?[图网][中里]?)?(?:删掉|去掉|删去|删除|拆掉|不选|没选)的?是?(?:哪些|哪几条)边(?:,?剩下的就是)?(?:一棵)?(?:最小生成树|MST)?(?:\(总权最小\))?",
        "unused",
    ),
    (
        rf"(?:第一|最先)条?(?:因为?)?会?(?:构成|形成|成)?(?:环|回路)?而?被?(?:舍弃|丢弃|放弃|拒绝|淘汰|舍去|跳过)的?是?(?:哪一?条)?边?{_WHICH}",
        "first-rejected",
    ),
    (
        rf"(?:哪些|哪几条|哪条|所有|有(?:多少|几)条)?边?(?:因为?)?会?(?:构成|形成|成)?(?:环|回路)?而?被?(?:舍弃|丢弃|放弃|拒绝|淘汰|舍去|跳过)的?边?有?{_WHICH}",
        "rejected",
    ),
    (
        rf"(?:{_TREE})?[中里上]?的?(?:权值?|权重)?最[大长重贵]的?那?一?条?边的?(?:权值?|长度?)?[是为]?(?:哪一?条|什么|多少|多长)?|最大边权?",
        "largest",
    ),
    (
        rf"(?:该图|图)?的?(?:不同的?)?(?:{_TREE}|生成树)?(?:一共|总共|共|有|能|不同|的|可以|得到){{0,4}}(?:(?:多少|几)[棵颗](?:不同)?的?(?:{_TREE})?|(?:多少|几)[个种](?:不同)?的?{_TREE}|的?棵数)|{_TREE}(?:一共|总共|共|有|能|不同|的|可以|得到){{0,4}}(?:多少|几)[个种]|有(?:多少|几)[个种](?=[,。?;]|$)",
        "trees",
    ),
    (rf"(?:该图|图|该|其)?的?(?:{_TREE})?(?:是否|是不是)?唯一(?:吗|么|不|性|的吗)?", "unique"),
    (
        r"(?:至少|需要?|要|应|得|必须|可以?|共){0,3}从?(?:原?图|网)?中?(?:至少|需要?|要|应|得|必须|可以?)*(?:去掉|删除|删去|删掉|去除|拆掉|移去|舍弃)的?边的?条?数[目量]?[是为有]?(?:(?:多少|几)条?)?",
        "removed",
    ),
    (
        r"(?:从原图|从图中|原图)?中?(?:至少|需要?|要|应|得|必须){0,3}(?:去掉|删除|删去|删掉|去除|拆掉|移去)的?(?:多少|几)条边?(?:才能?|才可以?|以|可)?(?:(?:得到|成为|变成|剩下)(?:一棵)?(?:生成树|树))?",
        "removed",
    ),
    (
        rf"(?:{_TREE}|生成树)?[中里]?(?:含|包含|共|一共|总共|应|有|的){{0,3}}(?:(?<![这那哪])(?:多少|几)条边|边数[是为]?(?:多少|几)?)",
        "edges-count",
    ),
    (
        rf"(?:依次|先后|按照?(?:先后|加入)?的?(?:顺序|次序)?)?(?:写出|给出|列出)?被?{_CHOSEN}(?:进?(?:最小)?(?:生成)?树)?[中里]?的?(?:各|每|哪些|哪几)?条?边的?(?P<weights>权值?|权重)?的?(?:先后)?(?:顺序|次序|序列)?(?:依次|分别|各)*[是为]?(?:多少|哪些|什么)?"
        rf"|[各每]?条?边的?(?:权值?|权重)?(?:依次)?被?{_CHOSEN}的?(?:先后)?(?:顺序|次序)(?:依次|分别)*[是为]?"
        rf"|(?:依次|先后|按(?:先后)?(?:顺序|次序))[会被]?{_CHOSEN}(?:了|的是)?(?:哪些|什么|哪几条)?边?[是为]?|选边的?(?:先后)?(?:顺序|次序|过程)",
        "edges",
    ),
    (rf"(?:写出|给出|列出)?每一?[步次轮]所?{_CHOSEN}的?是?(?:哪(?:一?条)?)?边(?:及其?权值?|和权值?)?[是为]?", "edges"),
    (
        rf"(?:并|且|同时|分别|请)*(?:写出|给出|列出|指出|求出)(?:该|其|它|此|这棵)*(?:{_TREE})?(?:的|所|中|里|上|由|树|依次|先后|得到|求得|产生)*(?:含有?|包含|包括|选取?|选用|选中|保留|采用|组成|构成)?的?(?:各条?|所有|全部|哪些|每条)?边(?:集合?)?(?:及其?权值?|和权值?)?(?=[,;。?()\s]|$)",
        "edges",
    ),
    (
        r"(?:方案|网络)?(?:包含|包括|由)(?:哪些|哪几条)(?:连线|线路|管道|道路|路)(?:组成|构成)?|按照?(?:加入|选取|选中|被选中|选择)的?(?:先后)?(?:次序|顺序)(?:依次)?(?:排列|列出|写出)*的?(?:最小生成树|MST)?的?(?:各条?)?边|TE\s*(?:集合)?[中里]?的?(?:各条?)?边的?(?:产生|加入|生成|得到)*的?(?:先后)?(?:次序|顺序)|(?:写出|给出|列出|指出|求出)(?:所选|所?选中|所?选用|要建|要修|应选|选择|采用|所?铺设|所?架设)的?(?:各条?|所有|全部)?(?:边|线路|路线|管线|道路)",
        "edges",
    ),
    (
        rf"(?:{_TREE})?的?(?:由|包含|含有?|有|包括|边是|都){{0,2}}(?:哪些|哪几条)边?(?:组成|构成)?|(?:写出|给出|列出|求出?)(?:该|其|它的)?(?:{_TREE})?[的中上]?(?:边集|各条?边|所有边|全部边|每条边)权?(?:(?=及|和|与|以及|,|。|;|$))|{_TREE}[的中上]?(?:边集合?|各条?边|所有边|全部边|每条边)(?=及|和|与|以及|,|。|;|$|分别|依次|是|有|各)",
        "edges",
    ),
    (rf"{_TREE}的?总?(?:权值?|权重|代价)(?:之?和)?(?=:)", "total"),
    (
        r"[的边]?(?:最低|最小|最少|最省)?的?(?:总|各边|所有边|边)?的?(?:权值?|代价|权重|成本|费用|造价|长度|里程|花费|开销|预算|投资)(?:之和|总和|和|值|总值|总计|加起来)?(?:是|为|要|需要)?(?=多少|几|什么|[\s()。,;?和]|$|各|一共|最|共|如何|求|算)|总(?:权值?|代价|权重|费用|长度|和|造价|里程|成本|花费|投资)|最短的?总长度?|总计|权值?(?:之和|总和|和)|(?:最少|至少|最低|最省)(?:要|需要?|得|总共|应|须)*(?:投资|投入|花费|耗资|支出|准备|筹集|花|用|多少)(?:多少|费)?(?:钱|万元|元|费用|米|公里)?|权值?(?:又|则|现在|会|就|变成|变为|应|将)*(?=是?(?:多少|几))|最小的?总?(?:代价|造价|费用|成本)",
        "total",
    ),
)
_OWN = """
每一步 每步 每次 每一次 两种算法 两个算法 两种方法 两算法 这两种算法 两者 二者 装 安装 怎么拉 怎么修 怎么连 怎么铺 怎么建 怎么架 怎么选 最省 架线 架线费用 布线 布网 敷设 建设 通信网 站点 站点间 站间 间 小区 校区 修路 候选 候选路线 路线 规划 村村 村村通 又 最省钱 省钱 方案 打算 铺路 铺 拉 架 电线 网络 光纤 万 造价万元 单位万元 无向图 无向 连通图 连通 带权 加权 赋权 图 顶点 边 结点 点 各边 如下 网 网络 权 权值 及 G V E 边集 集合 带权图 无向网 带权连通图 带权无向图 城市 城 村庄 村子 村 乡 之间 修路 修 修建 架设 铺设 光缆 电缆 网线 公路 道路 路 线路 管道 水管 造价 费用 成本 万元 元 可能的线路 可能的 构造 生成树 它 树 树的 代价 都 使 各 连 连接 连通起来 连起来 全部连通 全部 五村 各村 最低 最小 最少 最省 预算 起来 要使 使得 且 最小代价
先后 加入的边 加入 选边 顺序 次序 先 编号 邻接矩阵 矩阵 无 每条边 每条 按加入顺序 过程 相应 单位 公里 千米 开始 出发 算法 权之和 总和 边权 边和 路径 权重 一个 边上 数字 是多少 值 和是 里 最小生成树 结果 该图 钱 花 花费 花多少钱 花多少 能 就 才能
六个 四个 这几条边 几条边 全 全连通 全都连通 管道费用 可铺设 可铺设的 同一个 同一个网 分别回答 回答 并 依次 选出 选 条 那条 这条 互通 通 都通 所有 村庄间 任意两 任意 两两 基站 交换机 机房 办公室 电脑 教室 楼 连线 布设 电缆长度 水渠 天然气 燃气 自来水 供电 电网 管线 网管 城镇 岛 桥 图中 加权图 连通网 其 出 第 每次 求解 手工 构造过程 时 顺次 从小到大 起
"""
_WISHED = r"总造价|布线|总成本|联网|连上|都连|总费用|最少总|连通|互通|连起来|连接起来|接通|村村通|通[车网电水气]|铺.{0,3}[缆线路管]|最省|都能?通|全通|修路|铺设|架设|布线|最小代价|最低造价"


def recognise(text: str) -> Recognition | None:
    """A weighted undirected graph and what is asked of its least spanning tree; None where it is something else."""
    told_first, text = text, patterns.sub("丢掉|扔掉|弃掉|抛弃|弃用", "舍弃", plainly_named(prepared(text)))
    text = patterns.sub(r"(?:不|没有?|未)(?:在|包含在|属于|被?选入|出现在)(?:该|这棵|最小)*生成树[里中上内]?的(?=边)", "没选的", text)
    lettered, stems = with_letters(text)
    reading = opened(lettered)
    if (counted := _counted(reading)) is not None:
        return counted
    reading.refuse("有向(?!后)|→")
    algorithms = _algorithms(reading)
    matrix = read_matrix(reading)
    graph = read_edges(reading, directed=False) if matrix is None else None
    reading.take_all(NO_MORE)
    reading.take_all(
        r"(?:若|如果)?按照?边?的?权[值重]?的?(?:递增|升序|从小到大|由小到大)的?(?:顺序|次序)?(?:依次)?地?(?:考察|检查|选取|考虑|选择|加入|排列|排序)?(?:各|每一?|这些)?条?边?时?"
    )
    choice = reading.take(
        r"(?:下列|以下|下面)[各的]*(?:选项|边|备选边)*[中里]?,?的?边?(?:一定|必定|必然|肯定|可能)?(?P<no>不|没有?)?(?:会|能|可能|一定)?被?(?:选中|选入|加入|属于|在|包含在?|出现在?|选取|选作|是)[于到进]?(?:该|其|此|图的?|G的?)*(?:最小生成树|MST|生成树)?[中里上]?的?边?[是有为]?(?:哪(?:一?条|个))?(?=[\s()。?:]*$)"
    )
    reading.refuse(
        r"最短(?!总|的总)|最大生成|最大的?支撑|不(?!存在|表|同|唯一|连通)|停用|必须|已经?(?=修|有|连|建)|破圈|度数|次小|瓶颈|除|坏|断|时间复杂度|稀疏|稠密"
    )
    # The start may be counted, or not.
    reading.refuse(rf"第\s*{INTEGER}\s*[个次]被?{_CHOSEN}?[到进入]?(?:生成树|树|U)?中?的?是?(?:哪个)?(?:顶点|结点|点)(?!集)")
    changes = take_asked(reading, ((_CHANGE, "change"),))
    reading.refuse(r"改为|变为(?!多少|几|什么)|改成|(?:若|如果)(?!干|采?用|使用|从|按|以|由|要|使|想|让|需|希望)")
    start = reading.take_one(
        (
            rf"(?:起点|起始点|起始顶点|出发点)[为是取选:]?\s*(?P<value>{VERTEX})(?![A-Za-z0-9])",
            rf"[并且,]*(?:第[一1]个|首先|最先)被?(?:选择|选取|选中|选|访问)的?{POINT_WORD}?[为是]?\s*(?P<value>{VERTEX})(?![A-Za-z0-9])",
            rf"[从以由自]?{POINT_WORD}?\s*(?<![A-Za-z0-9])(?P<value>{VERTEX})(?![A-Za-z0-9])\s*(?:点|顶点)?(?:出发|作?为(?:起点|起始点|源点|起始顶点|出发点)|开始|起步|当起点|起(?=用|,|求|跑|\)|$|进))",
        ),
        str.upper,
    )
    named = bool(patterns.search(_TREE, reading.text, re.IGNORECASE))
    reading.take_all(r"\(?(?:其中)?前两[位个](?:数字?)?[是为](?:顶点|端点),?(?:后面|括号[里内]?)?的?数?[是为]权值?\)?")
    first = bool(reading.take_all(r"[从以由]第[一1]个(?:顶点|结点|点)(?:出发|开始|为起点|作为起点)"))
    asked = take_asked(reading, _ASKED)
    # `The vertices as they join, and the edges they join by`
    along = reading.take_all(
        r"(?<=\ue000)(?:及|和|与|以及|、)(?:其|它们)?(?:所?(?:对应|相应|选取?|选择|选中|连接?|加入))?的?边(?:依次|分别)*[是为]?"
    )
    if along and [each.name for each in asked] == ["vertices"]:
        asked.append(Asked("edges", along[0]))
    elif along:
        stay_out("edges along with something else")
    if not asked and choice is None:
        # Where nothing else is asked, the tree itself is.
        made = reading.take(
            rf"[请试并]*(?:求|找|画|构造|给|写|生成|得)[到出解得]?(?:该|此|它|其|一棵|这个?|图|的|相应|对应|一个){{0,4}}(?:{_TREE})的?(?:构造)?(?:过程)?(?=[,。;?\s]|$)"
        )
        asked = [Asked("edges", made)] if made is not None else []
    # The start may be told once more where its followers are asked: `the order is 6, ...`
    begun = [match["first"] for match in reading.take_all(rf"(?<=\ue000)\s*:?\s*(?P<first>{VERTEX})\s*[,、→]\s*(?=[。()._\s]*$)")]
    reading.take_all(rf"{_TREE}|生成树")
    reading.refuse(r"最[后末](?=[^,;。?]{0,8}边)|第(?!一章)|几棵|去掉|删|降|升|减|加(?!权|入)")
    wished = patterns.search(_WISHED, reading.text) is not None
    reading.take_all(
        rf"(?:要求|使得?|让|保证|想让|希望)*(?:任意|任何|每)[两2]个?{POINT_WORD}(?:之间)?[都均]?(?:能|可以?|要)?(?:互相|相互)?(?:到达|互通|连通|有路|通路|通车|通信|联系|通)+"
        r"|(?:怎么|怎样|如何|咋)[拉修连铺建架布接][线路管]?才?能?最(?:省|便宜|划算|低|少)(?:钱|费用)?"
        rf"|(?:连通|连接|接通)起?(?:全部|所有|各|这)+的?(?:{INTEGER}个)?{POINT_WORD}的?"
        r"|总?(?:造价|费用|代价|成本|花费|长度|里程)(?:最低|最小|最少|最省)|\(?(?:单位)?[为是:]?[百千万亿]+元\)?|\((?:单位)?:?(?:公里|千米|km|米|m)\)|[带加赋]权|边及其?权值?"
    )
    edges = reading.take_one(
        rf"(?:有|共|含|一共|总共|这)*(?P<value>{INTEGER})条(?:带权)?(?:边|线路|路线|公路|道路|管线|管道|电缆|光缆|水渠)(?:及其?权值?)?(?!是|为|的权)",
        to_int,
    )
    stated = read_stated_vertices(reading)
    settle_story(reading, [each.match.start() for each in asked], _OWN, parted=in_parts(text))
    if matrix is not None:
        graph = matrix.graph(stated.for_matrix(matrix, reading.text + told_first), directed=False)
    if graph is None or not (asked or choice) or (asked and choice) or not (named or algorithms or wished):
        return None
    if begun and (start is None or begun != [start] or not any(each.name == "vertices" for each in asked)):
        stay_out("what is told of the order")
    if edges is not None and edges != len(graph.arcs):
        stay_out("another number of edges")
    stated.check(graph.names)
    if first:
        if start is not None or matrix is None:
            stay_out("the first vertex")
        start = graph.names[0]
    if len(graph.names) > 20 or any(weight < 1 for _, _, weight in graph.arcs):
        return None
    if choice is not None:
        if changes or begun:
            return None
        return Recognition(
            parameters={
                "names": [told_name(name, stems) for name in graph.names],
                "arcs": [list(arc) for arc in graph.arcs],
                "chosen": not choice["no"],
            },
            understood=(("边", told(graph.arcs, [told_name(name, stems) for name in graph.names], False)),),
        )
    return _recognised(graph, stems, asked, algorithms, start, changes)


def _algorithms(reading: Reading) -> list[tuple[int, str]]:
    """Where which algorithm is named, taken."""
    found = [(match.start(), name) for pattern, name in ((_PRIM, "Prim"), (_KRUSKAL, "Kruskal")) for match in reading.take_all(pattern)]
    return sorted(found)


def _recognised(
    graph: ReadGraph, stems: list[str], asked: list[Asked], algorithms: list[tuple[int, str]], start: str | None, changes: list[Asked]
) -> Recognition | None:
    names, arcs = graph.names, graph.arcs
    shown = [told_name(name, stems) for name in names]
    parameters: dict[str, Any] = {"names": shown, "arcs": [list(arc) for arc in arcs]}
    understood: tuple[tuple[str, str], ...] = (("顶点", listed(shown, "、")), ("边", told(arcs, shown, False)))
    place = None
    if start is not None:
        place = graph.place(start)
        if place is None or not any(name == "Prim" for _, name in algorithms):
            stay_out("start")
        parameters["start"] = place
        understood = (*understood, ("起点", shown[place]))
    tasks: list[list[Any]] = []
    used: set[str] = set()
    if any(each.name == "nth" for each in asked):
        # `第二条边的权` asks for that edge's weight alone.
        asked = [each for each in asked if each.name != "total" or patterns.search("总|和|代价|造价|费用|成本|最", each.match[0])]
    for each in asked:
        by = _by(each, algorithms, [other.match.start() for other in asked])
        task: list[Any] = [each.name]
        if each.name in ("nth", "last", "edges", "vertices", "rejected", "first-rejected"):
            if len(by) == 0 and each.name == "edges":
                task = ["set"]
            elif len(by) == 0:
                stay_out("by which algorithm")
            elif len(by) == 2:
                if each.name not in ("edges", "nth", "last"):
                    stay_out("by which algorithm")
                tasks += [_task(each, name) for name in by]
                used |= set(by)
                continue
            else:
                task = _task(each, by[0])
                used |= set(by)
        if task not in tasks:
            tasks.append(task)
    if [task[0] for task in tasks].count("edges") == 1 and ["total"] in tasks:
        tasks.remove(["total"])  # told with the edges
    if ["largest"] in tasks and any(task[0] == "nth" for task in tasks):
        tasks.remove(["largest"])
    if changes:
        if len(changes) > 1 or any(task[0] not in ("total", "unique", "trees") for task in tasks):
            stay_out("a change of which it is not clear what is asked")
        change = changes[0].match
        ends = {graph.place(change["one"]), graph.place(change["other"])}
        if None in ends or not any({one, other} == ends for one, other, _ in arcs):
            stay_out("another edge")
        at = change.start()
        parameters["change"] = [*sorted(place for place in ends if place is not None), to_int(change["to"])]
        before = [each for each in asked if each.match.start() < at]
        if len(before) == len(asked):
            stay_out("a change of which nothing is asked")
        tasks = [[each.name, each.match.start() > at] for each in asked]
    parameters["asked"] = tasks
    if used:
        understood = (*understood, ("算法", "、".join(sorted(used))))
    if "Prim" in used and place is None:
        missing = Missing("start", "Prim 算法从哪个顶点开始？", "从{}出发")
        return Recognition(parameters=parameters, understood=understood, missing=(missing,))
    return Recognition(parameters=parameters, understood=understood)


def _by(each: Asked, algorithms: list[tuple[int, str]], places: list[int]) -> list[str]:
    """The algorithms by which a thing is asked: the nearest named before it, or both where they are named together."""
    names = sorted({name for _, name in algorithms})
    if len(names) < 2:
        return names
    before = [(at, name) for at, name in algorithms if at < each.match.start()]
    if not before:
        return names[:0]
    last_at, last = before[-1]
    other = [at for at, name in before if name != last]
    between = other and any(other[-1] < place < last_at for place in places)
    if other and not between and not patterns.search(r"[,;。?!\n:]", each.match.string[other[-1] : last_at]):
        return [name for _, name in before[-2:]]
    return [last]


def _task(each: Asked, algorithm: str) -> list[Any]:
    if each.name == "vertices" and algorithm == "Kruskal":
        stay_out("vertices by Kruskal's algorithm")
    if "rejected" in each.name and algorithm == "Prim":
        stay_out("edges left out by Prim's algorithm")
    if each.name == "nth":
        return ["nth", algorithm, to_int(each.match["number"]), bool(each.match["weight"])]
    if each.name == "last":
        return ["nth", algorithm, -1, bool(each.match["weight"])]
    return [each.name, algorithm]


def _counted(reading: Reading) -> Recognition | None:
    """How many edges a spanning tree has, or leaves out, where only numbers are told; None where a graph is."""
    if read_edges_seen(reading) or not patterns.search(r"生成树|MST", reading.text, re.IGNORECASE):
        return None
    vertices = patterns.search(rf"(?<![\d第])(?P<value>{INTEGER})\s*个(?:顶点|结点|点)|(?<![A-Za-z])n\s*=\s*(?P<n>\d+)", reading.text)
    lettered = patterns.search(r"(?<![A-Za-z])n\s*个(?:顶点|结点|点)", reading.text)
    if vertices is None and lettered is None:
        return None
    edges = reading.take(rf"(?<![\d第])(?P<value>{INTEGER})\s*条边")
    distinct = bool(reading.take_all(r"(?:且|并且|,|各|所有)*(?:各|所有|每条)?条?边的?权[值重]?[都均各]?(?:互不相同|各不相同|互异|都不同)"))
    asked = take_asked(
        reading,
        [(pattern, name) for pattern, name in _ASKED if name in ("edges-count", "removed", *(("trees", "unique") if distinct else ()))],
    )
    reading.take_all(r"含有?(?:多少|几)条边")
    reading.take_all(
        rf"(?:若|当|如果)?\s*(?<![A-Za-z])n\s*=\s*\d+(?:\s*时)?呢?|(?<![\d第])(?:{INTEGER}|n)\s*个(?:顶点|结点|点)|{_TREE}|生成树|从?原图"
    )
    settle_story(reading, [each.match.start() for each in asked], _OWN)
    count = None if vertices is None else to_int(vertices["value"] or vertices["n"])
    if not asked or (edges is None and any(each.name == "removed" for each in asked)) or (edges is not None and count is None):
        return None
    tasks = [each.name for each in asked]
    parameters = {
        "count": count,
        "lettered": lettered is not None,
        "edges": None if edges is None else to_int(edges["value"]),
        "asked": tasks,
    }
    return Recognition(parameters=parameters, understood=(("顶点数", "n" if count is None else str(count)),))


def read_edges_seen(reading: Reading) -> bool:
    """Whether the text lists edges, or has a matrix."""
    return (
        len(patterns.findall(rf"(?<![A-Za-z0-9]){VERTEX}\s*[-—,→~]?\s*{VERTEX}\s*\)?\s*[=:为(权,]?\s*\d", reading.text)) > 2
        or "∞" in reading.text
    )
