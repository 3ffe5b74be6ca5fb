"""Reading problems about critical paths: an AOE network or a table of activities, and which times, activities or paths are asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._graphs import VERTEX, ReadGraph, graph_of, read_edges, read_stated_vertices
from engine.generators.ds._weighted import told
from engine.generators.kind import Recognition
from engine.generators.reading import Reading, stay_out

_V = rf"(?<![A-Za-z0-9→]){VERTEX}(?![A-Za-z0-9])"
_NAMED_ACTIVITY = re.compile(
    rf"(?<![A-Za-z0-9])(?P<name>[a-z]\d{{0,2}})\s*(?:=|:|为|是)?\s*\(?\s*(?:<\s*)?(?P<start>{VERTEX})\s*(?:→|,|-+>?)\s*(?P<end>{VERTEX})\s*\)?\s*(?:权值?|持续(?:时间)?|需要?|要|时间|[:=,])*(?:为|是)?\s*(?P<weight>\d+)(?![\d.])(?:天|周|小时|个?月)?(?=[\s,、;。)(]|$|[\u3400-\u9fff])"
)
_OWN = """
AOE AOE网 网 工程 项目 有向图 有向无环图 带权有向图 带权 加权 某工程 天 周 小时 月 个月 如下 活动 事件 权值 权 各 持续时间 持续 持续天数 天数 时间 耗时 开始 结束 图 至少 完成 活动及 弧 边 边集 弧集 顶点 各活动 先后 每个活动 时 起点 终点 源点 汇点 开工 竣工 起始 完工 其中 工期 最短 整个 路径 长度 关键 该工程 表示 工序 要 花 顶点表示事件 弧表示活动 弧表示 之和 依次 依次为 和 分别 多久 计划 持续时间如下 各项 软件 施工 任务 间 能 都 怎么 单位 干完 做完 才 下列选项中 选项中 上的顶点 顶点 按顺序 顺序 上 经过 再问 单位都是天 求关键路径 哪些顶点 有向边 有向边权 由哪些 有哪些 那些
"""


def recognise(text: str) -> Recognition | None:
    """A network of activities and what is asked of it; None where it is something else."""
    reading = opened(text)
    table = _table(reading)
    reading.take_all(r"从?\s*[A-Za-z]\d?\s*到\s*[A-Za-z]\d?(?=(?:的)?(?:求)?关键路径)")
    reading.take_all(r"在?(?:不|没有)(?:推迟|影响|延误|耽误)(?:整个)?(?:工程|工期|总工期)(?:的前提下|的情况下)?")
    hastened = reading.take_all(
        r"(?:下列选项(?:中)?|以下|下面)?(?:,)?(?:若|如果)?(?:同时)?(?:加快|缩短)(?:其|它们的?|他们的?|哪些活动的?|哪些)?(?:进度|时间|活动)?(?:就|则|,|便)?(?:可以?|能(?:够)?)?(?:缩短)?(?:工程|整个工程)?(?:的)?(?:总)?(?:工期)?(?:的)?(?:两个|一组|一对)?(?:活动)?(?:是|有)?(?=[\s()。?:]*$)"
        r"|(?:若|如果)?(?:只|仅|单独|只需)?(?:加快|提高|缩短|压缩)(?:其中|某|下列|以下|下面)?(?:的)?(?:一|1|某|哪)(?:一)?个活动(?:的)?(?:进度|速度|时间|持续时间)?(?:,)?(?:就|便|即|则)?(?:可以?|能(?:够)?)?(?:使|让)?(?:整个)?(?:工程|项目)?(?:的)?(?:总)?(?:缩短|减少|提前)(?:整个)?(?:工程|项目)?(?:的)?(?:总)?(?:工期|完成|时间)*(?:,|的)?(?:则|那么)?(?:该|此|这个|这一|这)?(?:活动)?(?:应该?|可能)?(?:是|为)?(?:哪个|哪一个)?(?=[\s()。?:]*$)"
    )
    reading.refuse(
        r"缩短|加快|提前|延长|推迟\s*\d|无向|最短路|条数|几条|如图|下图|见图|虚活动|可以?(?:减少|压缩)|不|增加|若(?!干)|赶工|删|改为|变为|提早"
    )
    if table is None and reading.has("表(?!示)"):
        stay_out("a table")
    named = {match["name"]: match for match in _NAMED_ACTIVITY.finditer(reading.rest)} if table is None else {}
    graph: ReadGraph | None = None
    if len(named) >= 3:
        found = reading.take_all(_NAMED_ACTIVITY.pattern)
        if len({match["name"] for match in found}) != len(found):
            stay_out("an activity twice")
        graph = graph_of([(match["start"], match["end"], int(match["weight"])) for match in found], directed=True)
    elif table is None:
        graph = read_edges(reading, directed=True)
        named = {}
    if graph is None and table is None:
        return None
    names = graph.names if graph else []
    activities = {} if graph is None else {name: (graph.place(match["start"]), graph.place(match["end"])) for name, match in named.items()}
    asked = _times(reading, graph, activities)
    of_activities = bool(asked)
    asked += reading.take_words(
        (
            (
                r"关键路径(?:的)?(?:总)?(?:长度|长)|(?:整个|完成整?个?|完成)?(?:该|此)?(?:工程|项目)(?:的)?(?:总)?(?:最短|最少)?(?:工期|(?:完成)?时间)|(?:完成)?(?:整个|该|此)?(?:工程|项目)(?:至少|最少|最短|最快)(?:所)?(?:需要?|要|花)?(?:的)?(?:多少|几|多久)?(?:时间|天|周|小时)?|(?:最短|总)(?:的)?工期|工期|(?:最早|最快|最少|至少|最短)(?:要|需要?|得)?(?:多少|几)(?:天|周|小时|个月|月|时间)?(?:能|可以?|才能)?(?:完成|完工|做完|干完|结束)?|(?:最快|最早|最短|至少)(?:要|得|需)?多久",
                "length",
            ),
            (r"关键路径", "path"),
            (r"关键(?:活动|工序|任务)(?:都)?(?:有|是)?(?:哪些|哪几个|什么)?", "critical"),
        )
    )
    reading.take_all(
        rf"(?:事件|顶点)?(?<![A-Za-z0-9]){VERTEX}(?:的最早发生时间为|的?ve=)0|(?:其中|顶点|事件|以)*{_V}\s*(?:是|为|表示|代表|作为)?(?:工程)?(?:的)?(?:开始|源点|始点|结束|汇点|终点|开工|竣工|起点|完工)(?:事件|顶点|点)?(?:,|、|;|和|与)*|(?:源点|汇点|起点|终点|始点)(?:为|是|:)?\s*{_V}"
    )
    reading.refuse("时差|余量|浮动|机动|松弛")
    stated = read_stated_vertices(reading)
    counted = reading.take(r"(?:含|有|共|包含)*(?P<count>\d+|[一二三四五六七八九十]+)(?:个|项|道)(?:活动|工序|任务)(?:的)?")
    finish(reading, _OWN)
    if table is not None:
        return _of_table(table, asked, of_activities)
    assert graph is not None
    stated.check(names)
    if counted is not None and counted["count"].isdigit() and int(counted["count"]) != len(graph.arcs):
        stay_out("another number of activities")
    if not re.search("AOE|关键|工程|工期|项目|活动|事件", text, re.IGNORECASE):
        return None
    parameters: dict[str, Any] = {"graph": {"names": names, "arcs": [list(arc) for arc in graph.arcs]}, "asked": asked}
    if activities:
        parameters["activities"] = {name: list(ends) for name, ends in activities.items()}
    understood = [("活动", told(graph.arcs, names, True))]
    if hastened:
        if asked or not activities:
            return None
        parameters["hastened"] = True
    elif not asked:
        return None
    return Recognition(parameters=parameters, understood=tuple(understood))


def _times(reading: Reading, graph: ReadGraph | None, activities: dict[str, Any]) -> list[str]:
    """The times of events (`ve:3`) and of activities (`e:2>4`) that are asked, taken, by places in the graph.

    Raises:
        StayOut: an event or an activity that is not in the graph.
    """
    if graph is None:
        return []
    asked: list[str] = []
    # `最早发生时间 ve 和最迟发生时间 vl`: the signs say the same again.
    reading.take_all(r"(?<=时间)\s*\(?(?:ve|vl|[el])(?![A-Za-z0-9(\[])\)?")
    which = r"(?P<which>(?:(?:最早|最迟|最晚)(?:的)?(?:开始|开工)?(?:时间)?\ue000*(?:和|与|、|及|以及|,)*){1,2}(?:开始|开工)(?:时间)?(?:分别|各|依次)*)"
    subject = rf"(?:活动|弧)?\s*(?:(?P<start>{_V})\s*(?:→|,|-+>?)\s*(?P<end>{VERTEX})|(?<![A-Za-z0-9])(?P<name>[a-z]\d{{0,2}})(?![A-Za-z0-9]))\s*\)?(?:这个活动)?(?:的)?"
    for match in reading.take_all(
        rf"{subject}{which}\ue000*(?P<slack>(?:(?:以)?及|和|、|,)*(?:其|它的?)?(?:时间余量|机动时间|松弛时间|总时差|浮动时间|富余时间|余量))?|{subject.replace('start', 'start2').replace('end', 'end2').replace('name', 'name2')}(?P<only>时间余量|机动时间|松弛时间|余量|总时差|浮动时间|富余时间|(?:最多)?(?:能|可以?)(?:拖|推迟|拖延|延误|延迟|晚)(?:多少|几|多久)(?:天|周|时间)?(?:开始)?(?:而)?(?:(?:不影响|不耽误)(?:总|整个)?(?:工程|工期)+)?)"
    ):
        groups = match.groupdict()
        name = groups["name"] or groups["name2"]
        ends = (
            activities.get(name)
            if name
            else (graph.place(groups["start"] or groups["start2"]), graph.place(groups["end"] or groups["end2"]))
        )
        if ends is None or None in ends or not any(arc[:2] == tuple(ends) for arc in graph.arcs):
            stay_out("another activity")
        place = f"{ends[0]}>{ends[1]}"
        if groups["which"]:
            order = sorted(
                (groups["which"].find(word), kind)
                for word, kind in (("最早", "e"), ("最迟", "l"), ("最晚", "l"))
                if word in groups["which"]
            )
            asked += [f"{kind}:{place}" for _, kind in order]
        if groups["slack"] or groups["only"]:
            asked.append(f"slack:{place}")
    for match in reading.take_all(
        r"(?:各个?|所有|全部|每个)(?:的)?(?:事件|顶点)(?:的)?(?P<which>(?:(?:最早|最迟|最晚)(?:的)?(?:发生)?(?:时间)?\ue000*(?:和|与|、|及|,)*){1,2}发生(?:时间)?(?:分别|各)?)"
    ):
        order = sorted(
            (match["which"].find(word), kind) for word, kind in (("最早", "ve"), ("最迟", "vl"), ("最晚", "vl")) if word in match["which"]
        )
        asked += [f"all-{kind}" for _, kind in order]
    for match in reading.take_all(
        rf"(?<![→\->—=A-Za-z0-9])(?:事件|顶点)?\s*(?P<vertex>{VERTEX})(?![A-Za-z0-9])\s*(?:这个事件)?(?:的)?(?P<which>(?:(?:最早|最迟|最晚)(?:的)?(?:发生)?(?:时间)?\ue000*(?:和|与|、|及|,)*){{1,2}}发生(?:时间)?(?:分别|各)?)"
        rf"|(?:事件|顶点)\s*(?P<happens>{VERTEX})(?![A-Za-z0-9])\s*(?P<when>最早|最迟|最晚)(?:什么时候|何时|在?什么时间|第?几天)(?:会|能)?发生"
        rf"|(?<![A-Za-z])(?P<short>ve|vl)\(?\[?\s*(?P<of>{VERTEX})\]?\)?(?:的值)?"
    ):
        place_of = graph.place(match["vertex"] or match["of"] or match["happens"])
        if place_of is None:
            stay_out("another event")
        if match["happens"]:
            asked.append(f"{'ve' if match['when'] == '最早' else 'vl'}:{place_of}")
            continue
        if match["short"]:
            asked.append(f"{match['short'].lower()}:{place_of}")
            continue
        order = sorted(
            (match["which"].find(word), kind) for word, kind in (("最早", "ve"), ("最迟", "vl"), ("最晚", "vl")) if word in match["which"]
        )
        asked += [f"{kind}:{place_of}" for _, kind in order]
    return asked


def _table(reading: Reading) -> list[tuple[str, list[str], int]] | None:
    """(activity, those before it, its duration) of a table with a line for each, taken; None where there is none.

    Raises:
        StayOut: a line that cannot be read.
    """
    heading = re.search(
        r"(?m)^[ |]*(?:工序|活动|作业|任务|工作)(?:名称|代号|编号)?[ |]+(?P<mid>(?:紧?前(?:驱|序|置|导)?|先行|先决|前提|紧前)(?:工序|活动|作业|任务|工作|条件)?)[ |]+(?:持续|所需|需要|完成)?(?:天数|时间|工期|周数|天|耗时)(?:\(?[天周月小时/]+\)?)?[ |]*$",
        reading.rest,
    )
    if heading is None:
        return None
    rows: list[tuple[str, list[str], int]] = []
    taken = [heading[0]]
    for line in reading.rest[heading.end() :].strip("\n").split("\n"):
        found = re.fullmatch(
            r"[ |]*(?P<name>[A-Za-z]\d?)[ |]+(?P<before>(?:[-—–/无]+|[A-Za-z]\d?(?:\s*[,、]\s*[A-Za-z]\d?| (?=[A-Za-z])[A-Za-z]\d?)*))[ |]+(?P<days>\d+)(?:天|周)?[ |]*",
            line,
        )
        if found is None:
            if re.fullmatch(r"[ |:-]+", line):
                taken.append(line)
                continue
            break
        rows.append((found["name"].upper(), [name.upper() for name in re.findall(r"[A-Za-z]\d?", found["before"])], int(found["days"])))
        taken.append(line)
    names = [name for name, _, _ in rows]
    if len(rows) < 3 or len(set(names)) != len(names) or any(before not in names for _, earlier, _ in rows for before in earlier):
        stay_out("a table of other activities")
    for line in taken:
        reading.take(re.escape(line))
    reading.take_all(r"(?:见|如)?下表(?:所示)?|表(?:中|格)?")
    return rows


def _of_table(rows: list[tuple[str, list[str], int]], asked: list[str], of_activities: bool) -> Recognition | None:
    if of_activities or not asked:
        return None
    return Recognition(
        parameters={"table": [[name, before, days] for name, before, days in rows], "asked": asked},
        understood=(("活动", "；".join(f"{name}（{'、'.join(before) or '无'}）{days}" for name, before, days in rows)),),
    )
