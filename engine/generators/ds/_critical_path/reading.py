"""Reading problems about critical paths: an AOE network or a table of activities, changes, and which times, activities or paths are asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import passing_over
from engine.generators.ds._asking import Asked, take_asked
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import every_part_asked, in_parts, opened
from engine.generators.ds._critical_path.activity_tables import read_table
from engine.generators.ds._graphs.graphs import (
    NO_MORE,
    VERTEX,
    ReadGraph,
    graph_of,
    plainly_named,
    read_arcs,
    read_stated_vertices,
)
from engine.generators.ds._graphs.named_vertices import told_name, with_letters
from engine.generators.ds._graphs.weighted import told
from engine.generators.ds._stories import settle_story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_V = rf"(?<![A-Za-z0-9→]){VERTEX}(?![A-Za-z0-9])"
_UNIT = r"个?(?:工作日|天|日|周|小时|个?月|单位时间|单位|分钟)"
_SUBJECT = rf"(?:活动|弧|边|工序|任务|工作|作业|子工程)?\s*(?:\(?\s*(?P<start>{_V})\s*(?:→|,|-+>?)\s*(?P<end>{VERTEX})(?![A-Za-z0-9])\s*\)?|(?<![A-Za-z0-9→])(?P<first>[A-Za-z]\d?)(?P<second>[A-Za-z]\d?)(?![A-Za-z0-9→])|(?<![A-Za-z0-9→])(?P<name>[A-Za-z]\d{{0,2}})(?![A-Za-z0-9→]))(?:这个|这项|这道|这条弧|这条边)?(?:所?(?:对应|表示|代表)的)?(?:活动|工序|任务)?的?"
_WHEN = r"(?:最早|最迟|最晚)的?(?:可以?|能|会|必须|应该?|在|什么时候|何时|几时|第?几[天周]|时候){0,3}"
_SIGN = r"(?:\s*\(?(?:v?[el])(?:\([ijk]\)|(?![A-Za-z0-9(]))\)?)?"
_ACTIVITY_TIMES = rf"(?P<which>{_WHEN}(?:开始|开工|动工)?(?:时间|时刻)?{_SIGN}(?:和|与|、|及|以及|,|\s)*(?:{_WHEN})?(?:开始|开工|动工)(?:时间|时刻)?{_SIGN}(?:分别|各|依次)*)"
_SLACK = r"(?:时间余量|机动时间|松弛时间|总时差|浮动时间|富余时间|余量|时差|可以?(?:推迟|拖延|延误|延迟|拖)(?:开始)?的(?:最大|最长)?(?:时间|天数)(?:\((?:时间)?余量\))?|(?:最多|至多|最大)?还?(?:能|可以?|允许)(?:拖|推迟|拖延|延误|延迟|晚|推后)(?:开始|开工)?(?:多少|几|多久)(?:天|周|时间|小时)?(?:开始|开工)?)"
_EVENT_TIMES = (
    rf"(?P<which>{_WHEN}(?:发生)?(?:时间|时刻)?{_SIGN}(?:和|与|、|及|以及|,|\s)*(?:{_WHEN})?发生(?:时间|时刻)?{_SIGN}(?:分别|各|依次)*)"
)
_ALL = r"(?:各个?|所有|全部|每个?|每一个?)的?"
_LENGTH = (
    r"关键路径的?总?(?:长度|长)|(?:完成|做完|干完)?(?:整个|全部|整项|该|此|这项|这个|所有)?(?:工程|项目|活动|任务|工作)?的?总?(?:最短|最少|最小)的?总?(?:完工|完成)?(?:工期|时间|天数|周期)"
    r"|(?:整个|该|此|完成|总|新的?|现在的?|最短的?){0,3}(?:工程|项目)的?总?(?:工期|完成时间|完工时间|时间)|(?:新的?|总|整个|最短|现在的?|计算)*工期"
    r"|(?:完成)?(?:整个|该|此)?(?:工程|项目)?(?:最早|最快|最少|至少|最短)(?:要|需要?|得|花|用|可|可以|能|在|所需){0,3}(?:第?(?:多少|几)|多久|多长)个?(?:天|周|小时|月|时间)*(?:能|可以?|才能)?(?:完成|完工|做完|干完|结束|竣工|搞定)?|(?:整个)?(?:工程|项目)(?:至少|最少)?(?:需要?|要|得)(?:多少|几)(?:天|周|时间|小时)|(?:全部)?(?:做完|完成|干完|完工)(?:全部)?(?:最少|至少|最快)?(?:得|要|需要?)?(?:多少|几)(?:天|周|时间|小时)"
)
_ASKED = (
    (r"(?:哪些|哪几个|哪几项)(?:活动|工序|任务)的?(?:时间余量|机动时间|松弛时间|余量|时差)[均都]?(?:为|是|等于|=)\s*[0零]", "critical"),
    (rf"{_SUBJECT}{_ACTIVITY_TIMES}(?:\ue000|,|、|和|及|以及|与|各|的|其|它)*(?P<slack>{_SLACK})?", "times"),
    (rf"{_SUBJECT}(?:有|还有)?(?:多少|几)个?(?:天|周|小时|月|时间)?的?(?:机动|松弛|富余|浮动)(?:时间|余量)?", "slack"),
    (
        rf"{_SUBJECT}(?:在?(?:不影响|不延误|不耽误|不拖延)(?:总|整个)?(?:工程|工期|项目|总工期)*的?(?:前提下|情况下|条件下)?,?)?{_SLACK}而?(?:(?:不影响|不耽误|不延误|不拖)(?:总|整个)?(?:工程|工期)+)?",
        "slack",
    ),
    (
        rf"{_ALL}?(?:活动|工序|任务)的?{_ACTIVITY_TIMES}(?:\s*[,:]?\s*(?P<kind>[el])\s*\(\s*{VERTEX}\s*\)(?:\s*[、,]\s*[el]\s*\(\s*{VERTEX}\s*\))*)?",
        "all-times",
    ),
    (rf"{_ALL}?(?:活动|工序|任务)的?{_SLACK}", "all-slack"),
    (rf"{_ALL}(?:事件|顶点)的?{_EVENT_TIMES}(?:和|与|、|及|以及|,|\s)*(?:{_EVENT_TIMES.replace('which', 'also')})?", "all-events"),
    (
        rf"(?<![A-Za-z])(?P<short>v[el])\s*\(?\s*(?P<first>{VERTEX})\s*\)?\s*(?:~|到|至|-+|—+)\s*(?:v[el])?\s*\(?\s*(?P<last>{VERTEX})\s*\)?",
        "range",
    ),
    (
        rf"(?<![A-Za-z])(?P<short>v[el])\s*[(\[]?\s*(?P<of>{VERTEX})(?![A-Za-z0-9])\s*\]?\)?(?:的?值)?|(?:事件|顶点)?\s*(?P<vertex>{_V})\s*的\s*(?P<short2>v[el])(?![A-Za-z])(?:\s*[和与、,]\s*(?P<short3>v[el])(?![A-Za-z]))?",
        "event",
    ),
    (
        r"(?:活动|工序)?\s*(?<![A-Za-z0-9→])(?P<of>[A-Za-z]\d{0,2})\s*的\s*(?P<short>[el])(?![A-Za-z0-9])(?:\s*[和与、,及]\s*(?P<short2>[el])(?![A-Za-z0-9]))?(?:值|的值)?",
        "activity",
    ),
    (r"(?<![A-Za-z0-9])(?P<short>[el])\s*\(\s*(?P<of>[A-Za-z]\d{0,2})\s*\)", "activity"),
    (
        rf"(?:事件|顶点|结点)?\s*(?P<vertex>{_V}(?:\s*[、,和 ]\s*{_V})*)(?![→-])\s*(?:这个事件|各事件|三个事件)?(?:各自)?的?{_EVENT_TIMES}",
        "event-times",
    ),
    (
        r"(?:有|共|一共|总共)?(?:多少|几)[条个]关键路径|关键路径(?:一共|总共|共|有|的){0,3}(?:(?:多少|几)[条个]|条数|数目|个数)",
        "number-of-paths",
    ),
    (
        r"(?:有|共|一共|总共)?(?:多少|几)个(?:关键活动|关键工序)|(?:关键活动|关键工序)(?:一共|总共|共|有|的){0,3}(?:(?:多少|几)个|个数|数目)",
        "number-of-critical",
    ),
    (
        rf"(?:整个)?总?(?:工程|工期|项目|总工期)*(?:能|可以?|可|会|将|就|总共|一共|因此|会被|的){{0,3}}(?:缩短|提前|减少|延长|推迟|增加|变化|变动|延误|拖延|拖后|晚)了?(?:多少|几)(?:{_UNIT}|时间)?(?:完成|完工)?",
        "difference",
    ),
    (
        r"(?:每个|各个?|所有)(?:事件|顶点)的?\s*(?P<short>v[el])[和与、,](?P<short2>v[el])(?![A-Za-z0-9(])(?:数组|的值|值|列表|表)?|(?<![A-Za-z])(?P<short3>v[el])(?:数组|的值|值)?[和与、,](?P<short4>v[el])(?:数组|的值|值|列表|表)",
        "arrays",
    ),
    (
        r"(?:整个|总|工程的?|项目的?)*工期(?:会不会|是否会?|会|有没有)(?:因此|随之|跟着)?(?:改变|变化|变|缩短|延长|受影响|受到影响)[吗么不呢]?|(?:总|整个)?工期受到?影响[吗么不]",
        "difference",
    ),
    (
        r"对(?:整个|总)?(?:工程|项目)?的?总?(?:工期|完工时间)(?:有何|有什么|有没有|有无|产生什么|造成什么)(?:影响)?|对总?工期的影响[是为]?(?:什么|多少)?",
        "difference",
    ),
    (r"(?:总|新的?|整个|最短)*工期[会将应]?(?:变为|变成|改为|成为)了?(?=多少|几|[\s()。?]*$)", "length"),
    (r"总?工期会?[从由](?:几|多少)[天周]?变[为成到]?了?(?:几|多少)[天周]?", "difference"),
    (
        r"(?:是否|会不会|会|能否|有没有)(?:因此|因而)?影响到?(?:整个)?(?:工程|项目)?的?总?(?:工期|完工时间|完成时间)[吗么不呢]?",
        "difference",
    ),
    (r"(?:完成)?(?:整个|该|此)?(?:工程|项目)?(?:最少|至少|最短)所?(?:需要?|要|用|花费?)的?(?:时间|天数|工期|周数)", "length"),
    (_LENGTH, "length"),
    (
        r"关键路径(?:分别|应)?(?:由|是由|经过|包含|包括)了?(?:哪些|哪几个|哪几项|什么)?(?:关键)?(?:活动|工序|弧|边|任务)所?(?:组成|构成)?的?",
        "path",
    ),
    (
        r"关键路径(?:分别|应)?(?:由|是由|经过|包含|包括)了?(?:哪些|哪几个|哪几项|什么)?(?:关键)?(?:活动|工序|弧|边|任务)所?(?:组成|构成)?的?",
        "path-activities",
    ),
    (
        r"关键路径[和与及、]总?工期(?:会|将|各|分别)*(?:如何|怎样|怎么|有何|有什么|发生什么)的?变化|总?工期[和与及、]关键路径(?:会|将|各|分别)*(?:如何|怎样|怎么|有何|有什么|发生什么)的?变化",
        "changes",
    ),
    (
        r"关键路径(?:是否|会不会|有没有|会否|会)(?:会|因此|随之|发生|有)*(?:改变|变化|变(?![成为])|不同)[吗么不呢]?(?:[,?;。]*(?P<then>(?:若变,?|如果变,?)?会?变成了?(?:什么|哪一?条|怎样)))?",
        "path-change",
    ),
    (r"关键路径上?的?(?:活动|工序)?(?:变成|变为|是|为|有)?(?:哪[一几]?条|什么|哪些)?", "path"),
    (r"(?:哪些|哪几个)(?:活动|工序)不是关键(?:活动|工序)|非关键(?:活动|工序)[有是]?(?:哪些|哪几个)?", "non-critical"),
    (r"(?:哪些|哪几个|哪几项)(?:活动|工序|任务)都?(?:是|为|属于)关键(?:活动|工序|任务)?(?:路径上的)?", "critical"),
    (r"(?<=[?,。;、])\s*(?:其|它们?的?|总|路径)*长度?[是为]?(?:多少|几)", "length"),
    (r"关键(?:活动|工序|任务)都?(?:是|为|有|包括)?(?:哪些|哪几个|什么)?", "critical"),
    (
        r"(?:哪些|哪几个)(?:事件|顶点)的?(?:最早发生时间|ve)(?:等于|和|与|跟)其?(?:最[迟晚]发生时间|vl)(?:相等|相同)?|关键事件[有是]?(?:哪些|哪几个)?|(?:时间余量)?(?:\(?vl\s*-\s*ve\)?)(?:为|是|等于|=)\s*0的(?:事件|顶点)[有是]?(?:哪些|哪几个)?",
        "critical-events",
    ),
)
_CHANGE = (
    rf"(?:若|如果|假如|假设)?(?:只|仅|单独)?[将把]?(?P<less>加快|缩短|压缩)(?P<more>)\s*{_SUBJECT}(?:这?一个)?(?:活动)?的?(?:时间|工期)?\s*(?P<by>{INTEGER})\s*{_UNIT}(?:,|后|的话|时|则|那么)*",
    rf"(?:若|如果|假如|假设|倘若|要是|现|现在)?(?:因故|由于.{{0,8}})?[将把使]?\s*{_SUBJECT}(?:持续|所需|完成)?(?:时间|工期|天数)?(?:由(?:原来的?)?\d+{_UNIT}?|从\d+{_UNIT}?)?"
    rf"(?:(?P<less>压缩|缩短|减少|提前|加快|赶工)|(?P<more>延长|增加|推迟|延误|拖延|延迟|拖|晚|耽误|耽搁))了?(?:开始|开工|完成)?了?\s*(?P<by>{INTEGER})\s*{_UNIT}?(?:开始|开工|完成|才完成|才开始)?(?:\(变[为成]?\d+{_UNIT}?\))?(?:,|后|的话|时|则|那么)*",
    rf"(?:若|如果|假如|假设|现|现在)?[将把]?\s*{_SUBJECT}(?:持续|所需|完成)?(?:时间|工期|天数)?(?:由(?:原来的?)?\d+{_UNIT}?|从\d+{_UNIT}?)?(?:改为|改成|变为|变成|优化到|优化为|优化成|缩短为|缩短到|缩短至|压缩到|压缩为|延长到|延长为|增加到|减少到|减为|增为|调整为)\s*(?P<to>{INTEGER})\s*{_UNIT}?(?:,|后|的话|时|则|那么)*",
)
_OWN = """
原来 找 找出 找出来 人手管够 人手足够 够 AOE AOE网 网 工程 项目 有向图 有向无环图 带权有向图 带权 加权 某工程 天 周 小时 月 个月 如下 活动 事件 权值 权 各 持续时间 持续 持续天数 天数 时间 耗时 开始 结束 图 至少 完成 活动及 弧 边 边集 弧集 顶点 各活动 先后 每个活动 时 起点 终点 源点 汇点 开工 竣工 起始 完工 其中 工期 最短 整个 路径 长度 关键 该工程 表示 工序 要 花 顶点表示事件 弧表示活动 弧表示 之和 依次 依次为 和 分别 多久 计划 持续时间如下 各项 软件 施工 任务 间 能 都 怎么 单位 干完 做完 才 下列选项中 选项中 上的顶点 顶点 按顺序 顺序 上 经过 再问 单位都是天 求关键路径 哪些顶点 有向边 有向边权 由哪些 有哪些 那些
活动表 工程活动表 活动时间表 项活动 装修 流程 装修流程 箭头为活动 箭头 表示活动 权为 权值表示 所需天数 需要的天数 括号里 括号内 数字为权 数字 数字表示 弧集构成的 构成的 有向 从前到后 都是有向的 都是 的是 格式为 格式 全部 做 盖房 建房 生产 准备 采购 安装 设计 测试 开发 部署 竣工 交付 求出 各个 及其 及 和 之间 工 组成 包含 一项 一项包含 这个工程 某项工程 变成 现在 最后 天发生 总 用时 总工期 其 它 条 同桌发来的题 逐个 时刻 单位时间 整条 条关键路径 网络 计划图 进度 表 上面 发生 求各 余
"""


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A network of activities and what is asked of it; None where it is something else."""
    text = patterns.sub(
        r"(关键路径(?:一共|总共|共)?有(?:几|多少)条|(?:几|多少)条关键路径)[,、?;。\s]*(?:它们)?(?:分别|各)[是为](?:什么|啥|哪些|哪几条)",
        r"\1,关键路径是哪几条",
        text,
    )
    if not patterns.search(r"AOE|关键|工程|工期|项目|活动|事件|工序|做完|流程|装修|施工|v[el](?![a-z])|起点 终点", text, re.IGNORECASE):
        return None
    text = patterns.sub("关键线路", "关键路径", patterns.sub("双代号网络(?:计划)?图?", "AOE网", text))
    # What hastening is for, before it is asked.
    text = patterns.sub(
        r"(?:可以)?通过(?:同时)?(?:加快|缩短)(?:若干|某些|几)个?(?:关键)?活动的?(?:进度|时间)?,?(?:可以?|能够?|来|从而)*缩短(?:整个|该|此)?(?:工程|项目)的?总?工期[。;,]",
        "",
        text,
    )
    text = patterns.sub(_LATE_TOO, r"\g<early>和\g<late>", text)
    numbered = patterns.search(r"[(（]\d[)）]\s*(?:求|写出|给出|指出)?关键路径", text) is not None
    text = plainly_named(prepared(text))
    lettered, stems = with_letters(text)
    # What slack is need not be said.
    reading = opened(
        patterns.sub(
            r"\((?:即|也就是|指)?(?:l|最[迟晚](?:开始|开工)(?:时间)?)(?:\(i\))?\s*(?:与|和|减去?|-)\s*(?:e|最早(?:开始|开工)(?:时间)?)(?:\(i\))?(?:之差|的差|的差值)?\)",
            "",
            lettered,
        )
    )
    table = read_table(reading)
    if table is not None:
        reading.take_all(_TABLE_HOLDS)
    reading.take_all(
        rf"(?:由|有|共|包含|包括|含)?\s*(?<![A-Za-z0-9])[A-Za-z]\d{{0,2}}\s*(?:~|-|到|至)\s*[A-Za-z]\d{{0,2}}\s*[这共等]?{INTEGER}[个项道](?:活动|工序|任务)(?:组成|构成)?|(?:活动|工序|任务)[为有:]?\s*[A-Za-z]\d{{0,2}}\s*(?:~|-|到|至)\s*[A-Za-z]\d{{0,2}}(?:[这共]?{INTEGER}[个项])?(?:活动|工序)?(?=[,;。:\n]|\ue000)"
    )
    reading.take_all(r"(?:图中)?每一?[条个](?:弧|边|有向边)都?(?:是|为|表示|代表)一?[个项]?活动")
    reading.take_all(rf"从?(?:顶点|事件)\s*{VERTEX}\s*[到至]\s*(?:顶点|事件)\s*{VERTEX}(?=的)")
    reading.take_all(r"从?\s*[A-Za-z]\d?\s*到\s*[A-Za-z]\d?(?=的?求?(?:关键路径|(?:总|最短)?工期|最[短少快]))")
    reading.take_all(NO_MORE)
    reading.refuse(r"无向|最短路|虚活动|删|不经过|资源|工人|成本|费用|费率|期望|概率")
    graph, activities = (None, {}) if table is not None else _network(reading)
    if table is not None and table.graph is not None:
        graph, activities, table = table.graph, table.activities, None
    if graph is None and table is None:
        return None
    hastened = _take_hastened(reading)
    choice = reading.take(
        r"(?:下列|以下|下面)[各的]*(?:活动|工序|选项|任务)*[中里]?,?的?(?P<no>不)?(?:一定)?(?:属于|是|为)(?:该|此|这个|工程|网)*的?关键(?:活动|工序|任务)的?[是有为]?(?=[\s()。?:]*$)"
    )
    reading.refuse(r"同时(?:加快|缩短)")
    reading.take_all(r"(?<=余量)\s*\(?[lL]\s*(?:\(i\))?\s*-\s*e(?:\(i\))?\)?")
    changes = take_asked(reading, [(pattern, "change") for pattern in _CHANGE])
    reading.take_all(
        r"(?:在|如果|若)?(?:不|没有|不能)(?:推迟|影响|延误|耽误|拖延|延长)(?:整个)?(?:工程|工期|总工期|项目)+(?:的前提下|的情况下|的条件下)?"
    )
    asked = take_asked(reading, _ASKED)
    asked = [Asked("path", each.match) if each.name == "path-activities" and not activities else each for each in asked]
    if len(asked) > 1 and not numbered:
        asked = [each for each in asked if each.name != "path" or _is_asked(each)]
    reading.take_all(r"第(?=几|多少|[\s?。]*$)")
    reading.refuse(r"缩短|加快|提前|延长|推迟|增加|赶工|改为|变为|提早|不|若(?!干)|如果|每(?!个|一)")
    reading.take_all(
        rf"(?:事件|顶点)?(?<![A-Za-z0-9]){VERTEX}(?:的最早发生时间为|的?ve=)0|(?:其中|顶点|事件|以)*{_V}\s*(?:是|为|表示|代表|作为)?(?:工程)?的?(?:开始|源点|始点|结束|汇点|终点|开工|竣工|起点|完工|完成|终止)(?:事件|顶点|点)?[,、;和与]*|(?:源点|汇点|起点|终点|始点|开始事件|结束事件)[为是:]?\s*{_V}"
    )
    reading.take_all(r"(?<=时间)\s*\(?(?:ve|vl|[el])(?![A-Za-z0-9(\[])\)?")
    stated = read_stated_vertices(reading)
    counted = reading.take_one(rf"(?:含|有|共|包含)*(?P<value>{INTEGER})[个项道条](?:活动|工序|任务|弧|边|有向边)的?", to_int)
    events = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})个事件", to_int)
    settle_story(reading, [each.match.start() for each in asked], _OWN, parted=in_parts(text))
    if table is not None and choice is not None:
        return None
    if table is not None:
        tasks = _tasks(asked, changes, None, {name: name for name, _, _ in table.rows})
        if not tasks or counted not in (None, len(table.rows)):
            return None
        shown = "；".join(f"{name}（{'、'.join(before) or '无'}）{days}" for name, before, days in table.rows)
        return Recognition(
            parameters={"table": [[name, before, days] for name, before, days in table.rows], "asked": tasks}, understood=(("活动", shown),)
        )
    assert graph is not None
    stated.check(graph.names)
    if counted not in (None, len(graph.arcs)) or events not in (None, len(graph.names)):
        stay_out("another number of activities")
    names = [told_name(name, stems) for name in graph.names]
    parameters: dict[str, Any] = {"graph": {"names": names, "arcs": [list(arc) for arc in graph.arcs]}}
    if activities:
        parameters["activities"] = {name: list(ends) for name, ends in activities.items()}
    understood = (("活动", told(graph.arcs, names, True)),)
    if hastened:
        return None if asked or changes else Recognition(parameters={**parameters, "hastened": True}, understood=understood)
    if choice is not None:
        if asked or changes:
            return None
        return Recognition(
            parameters={**parameters, "chosen": not choice["no"]},
            understood=(*understood, ("求", f"{'不是' if choice['no'] else ''}关键活动的一项")),
        )
    parameters["asked"] = _tasks(asked, changes, graph, {name: f"{ends[0]}>{ends[1]}" for name, ends in activities.items()})
    return Recognition(parameters=parameters, understood=understood) if parameters["asked"] else None


# `the earliest time of V5 is ( ), the latest is ( )`: of the same.
_LATE_TOO = r"(?P<early>最早(?:发生|开始|开工)(?:时间|时刻))[是为]?\s*(?:\(\s*\)|多少)?\s*[,、;]\s*(?:其|它的?)?(?P<late>最[迟晚](?:发生|开始|开工)(?:时间|时刻))[是为]?\s*(?:\(\s*\)|多少)?"
# What a table holds, said of it.
_TABLE_HOLDS = (
    r"(?:给出|列出|表示|是)?了?(?:某|该|此|一项|一个|个)*(?:工程|项目|计划)?(?:的|中|中的)?[各每]?[个项道]?(?:活动|工序|作业|任务|工作)的?(?:代号|名称)?[、,及]?(?:其|它们的?)?"
    r"(?:直接)?(?:紧前|前驱|先行|前序|前导)(?:活动|工序|作业|任务|工作)?(?:关系)?(?:和|与|及|、|以及)(?:所需|持续|完成|各自)*的?(?:天数|时间|工期|周数)(?:\(天\))?如?下?(?:所示)?"
)


# Words of which "which activity, hastened, shortens the whole" is made, in whatever order.
_HASTENING = passing_over(
    """
下列 以下 下面 各组 组 选项 选项里 哪个选项 哪一选项 里 的活动 哪 AOE AOE网 选项中 各 活动 工序 任务 中 里 若 如果 当 只 只需 仅 单独 分别 将 把 对 其 其中 的 一个 1个 某个 某 哪个 哪一个 某一个 某一 任一 一组 一对 两个 时间 持续 持续时间 完成时间 工作 速度 进度 缩短 压缩 加快 减少 提高
提前 赶工 能 能够 可以 可 使 让 整个 该 此 这个 这项 本 工程 项目 工期 总工期 总 完成 完工 竣工 就 则 便 即 即可 是 为 应 应该 需 需要 选 选择 同时 它们 他们 关键 那么 才 想 要 欲 从而 达到 目的 有 且 单位时间 1天 一天 1周 1小时 1个单位 时 后 到 了
"""
)


def _take_hastened(reading: Reading) -> bool:
    """Take the question which activities shorten the whole when they are hastened; whether that is asked."""
    for found in patterns.finditer(r"[^。;?!\n:\ue000]+[。;?!\n:]?", reading.rest):
        told = found[0]
        if (
            not patterns.search("加快|缩短|压缩|提高|减少", told)
            or not patterns.search("工期|工程|项目", told)
            or patterns.search("几|多少", told)
        ):
            continue
        if patterns.search(r"\w", _HASTENING(told).replace("_", "")):
            continue
        reading.rest = reading.rest[: found.start()] + "\ue000" * len(told) + reading.rest[found.end() :]
        return True
    return False


def _network(reading: Reading) -> tuple[ReadGraph | None, dict[str, tuple[int, int]]]:
    """The network of a list of arcs, and the activities that have names of their own."""
    found = read_arcs(reading)
    if not found:
        return None, {}
    graph = graph_of([(match["start"], match["end"], int(match["weight"])) for match in found], directed=True)
    named = {match["name"]: match for match in found if match.groupdict().get("name")}
    if named and len(named) != len(found):
        stay_out("an activity twice")
    activities = {}
    for name, match in named.items():
        start, end = graph.place(match["start"]), graph.place(match["end"])
        if start is not None and end is not None:
            activities[name] = (start, end)
    return graph, activities


def _is_asked(path: Asked) -> bool:
    """Whether the critical path itself is wanted: `帮算这个关键路径，…，工期多少` only says what the problem is of."""
    before, after = path.match.string[: path.match.start()][-4:], path.match.string[path.match.end() :]
    return (
        patterns.search(r"[求写给出和及与是其找定画问、]|它的|哪", before) is not None
        or patterns.match(r"[是为有哪?。什]|\s*(?:[;和与及、]|$)", after) is not None
        or "哪" in path.match[0]
    )


def _tasks(asked: list[Asked], changes: list[Asked], graph: ReadGraph | None, activities: dict[str, str]) -> list[list[Any]]:
    """What is asked as [what, of which, change]; a change counts for what is asked after it.

    Raises:
        StayOut: an event or activity that is not in the network, or a change of which nothing is asked.
    """
    arcs = {} if graph is None else {(start, end): weight for start, end, weight in graph.arcs}

    def activity(groups: dict[str, Any]) -> str:
        if groups.get("name"):
            found = next((key for name, key in activities.items() if name.upper() == groups["name"].upper()), None)
            return stay_out("another activity") if found is None else found
        if graph is None:
            stay_out("arcs of a table")
        ends = (graph.place(groups["start"] or groups["first"]), graph.place(groups["end"] or groups["second"]))
        return stay_out("another activity") if ends not in arcs else f"{ends[0]}>{ends[1]}"

    def event(name: str) -> int:
        place = None if graph is None else graph.place(name)
        if place is None and graph is not None and name.isdigit():  # vl(5) of the event v5
            place = graph.place(f"v{name}")
        return stay_out("another event") if place is None else place

    def order(words: str) -> list[bool]:
        """Whether the late time is asked, for each time, in order."""
        places = sorted((words.find(word), late) for word, late in (("最早", False), ("最迟", True), ("最晚", True)) if word in words)
        return [late for _, late in places]

    tasks: list[list[Any]] = []
    used: set[int] = set()
    for each in asked:
        groups, at = each.match.groupdict(), each.match.start()
        before = [change for change in changes if change.match.start() < at]
        change: list[Any] | None = None
        if before:
            told_ = before[-1].match.groupdict()
            used.add(before[-1].match.start())
            by = to_int(told_["by"]) if told_.get("by") else 0
            change = [
                activity(told_),
                "to" if told_.get("to") else "by",
                to_int(told_["to"]) if told_.get("to") else -by if told_["less"] else by,
            ]
        if each.name == "times":
            of = activity(groups)
            tasks += [["l" if late else "e", of, change] for late in order(groups["which"])]
            if groups["slack"]:
                tasks.append(["slack", of, change])
        elif each.name == "slack":
            tasks.append(["slack", activity(groups), change])
        elif each.name == "all-times":
            tasks += [["all-l" if late else "all-e", None, change] for late in order(groups["which"])]
        elif each.name == "all-events":
            tasks += [["all-vl" if late else "all-ve", None, change] for late in order(groups["which"] + (groups["also"] or ""))]
        elif each.name == "event-times":
            tasks += [
                ["vl" if late else "ve", event(name), change]
                for late in order(groups["which"])
                for name in patterns.findall(VERTEX, groups["vertex"])
            ]
        elif each.name == "event":
            what = (groups["short"] or groups["short2"]).lower()
            tasks.append([what, event(groups["of"] or groups["vertex"]), change])
            if groups["short3"]:
                tasks.append([groups["short3"].lower(), event(groups["vertex"]), change])
        elif each.name == "arrays":
            tasks += [
                [f"all-{groups[sign].lower()}", None, change] for sign in (("short", "short2") if groups["short"] else ("short3", "short4"))
            ]
        elif each.name == "range":
            whole = graph is not None and {event(groups["first"]), event(groups["last"])} == {0, len(graph.names) - 1}
            tasks.append([f"all-{groups['short'].lower()}", None, change] if whole else stay_out("some of the events"))
        elif each.name == "activity":
            tasks += [[sign.lower(), activity({"name": groups["of"]}), change] for sign in (groups["short"], groups.get("short2")) if sign]
        elif each.name == "changes":
            tasks += [[what, None, change] if change else stay_out("by what it changes") for what in ("path-change", "difference")]
        elif each.name == "path-change":
            tasks.append(["path-change", None, change] if change else stay_out("by what it changes"))
        elif each.name == "difference":
            tasks.append(["difference", None, change] if change else stay_out("by what it changes"))
        else:
            tasks.append([each.name, None, change])
    if len(used) != len(changes) or len(changes) > 1:
        stay_out("a change of which nothing is asked, or several")
    kept: list[list[Any]] = []
    for task in tasks:
        if task not in kept:
            kept.append(task)
    return _once(kept)


def _once(tasks: list[list[Any]]) -> list[list[Any]]:
    """The tasks without the critical path where its number is asked in the same breath, and without single times of all."""
    names = [task[0] for task in tasks]
    singles = {"e", "l"} if {"all-e", "all-l"} & set(names) else set()
    return [task for task in tasks if task[0] not in singles]
