"""Reading problems about topological orders: arcs or courses with what must come before them, and what is asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._clauses import count_of, finish, opened
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import Reading, stay_out

_VERTEX = r"(?:[A-Za-z]\d{0,2}|\d{1,2})"
_LIST = rf"{_VERTEX}(?:\s*(?:、|和|与|及|以及)\s*{_VERTEX})*"
_FREE = r"(?<![A-Za-z0-9])"
_COURSE = r"(?:门)?(?:课程?)?"
_EXTREME = {"least": r"小|靠前|较前", "most": r"大|靠后|较后"}
_OWN = """
怎么排 如何排 该怎么排 排 排一下 排出 排出来 修完 学完 上完 上课 一门一门 一门 门课 上 修 学 图 弧 边 有向边 顶点 结点 集 集合 为 有 E V G 中 则 它 不同 某 有向图 有向无环图 无环 AOV 网 AOV网 DAG 课程 课 先修 先修课 专业 关系 专业课程 课程之间 顺序 次序 序列 学习次序 学习 合理 合理的 安排 修课 排课 活动 工序 工程 拓扑 排序 拓扑序列 拓扑排序 拓扑序 拓扑有序 进行 输出 输出序列 结果 编号 字母
种 个 总数 数目 个数 全部 所有 一种 一个 其中 可能 可能的 如下关系 依赖 依赖关系 任务 先后 先后关系 共有 说明 的次序 弧集 边集 弧有 边有 弧为 边为 都 任意 随便 任一 写 来 门 出来 完整 包含 能 求该图 用 算法 Kahn 卡恩 V和E 共
"""


def recognise(text: str) -> Recognition | None:
    """A directed graph without weights and what is asked of its orders; None where it is something else."""
    reading = opened(text)
    if not re.search("拓扑|先修|先行课|选课|修课", reading.text):
        return None
    rule = reading.take(
        r"(?:编号|序号|字母|字母序|字典序|标号|下标|数字|号码?|顶点号)(?:的)?(?:顺序|次序)?(?:最|较|更|越)?(?P<side>小|大|靠前|靠后)(?:的|者|那个|一个)*(?:顶点|结点|点)?(?:优先|先输出|先出|先)?(?:输出)?"
    )
    if rule is not None:
        reading.take_all(
            r"(?:当|若|如果|每当|假如|规定|约定)?(?:有|存在|出现|遇到|同时有)*(?:多个|几个|不止一个|多于一个|若干个?)?(?:可选(?:的)?)?入度(?:为|是)?(?:0|零)(?:的)?(?:顶点|结点|点)?(?:中|里)?(?:的)?(?:可选|可以选|可供选择|同时可选|可选择|都可选)?"
            r"|(?:当|若|如果|每当)(?:有)?(?:多个|几个)(?:顶点|结点)?(?:可选|可以选|可供选择)|(?:若|如果)(?=拓扑|在|每|排序)|每次(?:都|总是|均)?|每步(?:都|总是)?|(?:总是|都|总|优先|先)(?=选|取|挑|输出|拿)|选择|选取|选|挑|取|拿"
        )
    reading.refuse(
        rf"{_VERTEX}\s*(?:都|均)?(?:必须|应该?|一定|得|要)*在(?:[\u4e00-\u9fff]{{1,4}})?\s*{_LIST}(?!\s*(?:之前|以前|前面|前))(?![A-Za-z0-9]|\s*(?:、|和|与|及))"
    )
    before = [
        (tail, head)
        for match in reading.take_all(
            rf"{_FREE}(?P<tails>{_LIST})(?:都|均)?(?:必须|应该?|一定|得|要|须|需要?)*(?:在|先于|早于)(?:[\u4e00-\u9fff]{{1,4}})?\s*(?P<heads>{_LIST})(?![A-Za-z0-9])\s*(?:之前|以前|前面|前)?(?:完成|做|进行|开始|执行|学|修|上)*"
        )
        for tail in re.findall(_VERTEX, match["tails"])
        for head in re.findall(_VERTEX, match["heads"])
        if re.search("前|先于|早于", match[0])
    ]
    reading.refuse(
        r"权(?!威)|逆拓扑|无向|如图|下图|第(?!一)|开头|结尾|首(?!先)|末|之前|之后(?!输出)|相邻|添加|增加(?!一)|删除|删去|若|至少|至多|栈|队列|邻接|唯一|边数|孤立|关键|最短|深度优先|DFS"
    )
    arcs, names = _arcs(reading, before)
    if names is None:
        return None
    cyclic = reading.take_all(
        r"(?:能|可以)(?:把|将)?(?:全部|所有)?(?:这)?(?:\d+|[一二三四五六七八九十])?个?(?:的)?(?:顶点|点|结点)(?:全部?|都)(?:能)?输出(?:来|完)?吗?[,。?\s]*(?:(?:不能|不行)的话)?(?:,)?(?:能|最多|可以)*输出(?:多少|几)个(?:顶点|点)?|(?:能否|能不能|是否能?|可不可以|可否)(?:够)?(?:成功)?(?:输出|得到|完成|进行)(?:全部|所有|完整)?(?:的)?(?:顶点|拓扑序列|拓扑排序)?(?:的)?(?:,|。|\?)*(?:(?:如果不能,?)?(?:最多)?(?:能)?输出(?:哪些|哪几个)(?:顶点)?)?|(?:是否|有无|有没有)(?:存在)?(?:回路|环)"
    )
    negative = reading.take(
        r"(?:哪个|哪一个|哪项)(?P<no3>不)?(?:可能|能)?是(?:它|该图|图|其)?(?:的)?(?:一个|合法)?(?:拓扑(?:排序)?(?:序列|次序)?)|(?:下列|以下|下面)?(?:选项|序列|各序列)?(?:中)?(?:,)?(?P<no>不)?(?:可能|能|属于|是)(?:是|为|作为|得到)?(?:的)?(?:其|它的?|该图的?|该有向图的?|图G?的?|G的?|上述图的?|的)*(?:一个|合法的?|正确的?)?(?P<no2>不)?(?:拓扑(?:有序|排序)?(?:序列|次序)?)(?:的)?(?:是|有)(?=[\s()_:。?]*$)"
    )
    counted = reading.take_all(
        r"(?:一共|总共|共|有|能|可以|得到|产生|存在|多少|几|个|种|不同|合法|可能|的|这样){0,8}(?:拓扑(?:排序)?(?:有序)?(?:序列|次序|序)?|拓扑排序(?:的)?结果|学习次序|次序|顺序|序列)?(?:的)?(?:一共|总共|共|有|为|是)*(?:个数|数目|总数|种数|(?:多少|几)(?:个|种))(?:这样)?(?:的)?(?:不同)?(?:的)?(?:拓扑(?:排序)?(?:有序)?(?:序列|序)|次序|顺序|序列|排法|方案|排序)?"
    )
    blank = re.search(r"(?:拓扑(?:排序)?(?:有序)?序列|拓扑排序|拓扑序)(?:的)?(?:一?共|总共)?(?:为|是|有)[\s()。]*$", reading.text)
    if blank and "共" in blank[0]:
        counted = [blank]
    every = reading.take_all(
        r"(?:所有|全部)(?:可能|不同)?(?:的)?拓扑(?:排序)?(?:有序)?(?:序列|次序|序)|拓扑(?:排序)?(?:序列|序)(?:都|分别)*有哪些|(?:都)?有哪些"
    )
    cyclic_words = reading.take_all(r"(?:无)?(?:环|回路)") if cyclic else []
    reading.refuse(r"(?<!无)环|回路" if not cyclic_words else r"(?!)")
    stated = count_of(reading, "顶点|结点|课程|课|任务|活动|工序|点|门课程|门课")
    one = reading.take_all(r"(?:拓扑(?:排序)?(?:有序)?(?:序列|次序|序)|拓扑排序|学习次序|修课次序|排课次序|次序|顺序|序列)(?:结果)?")
    chosen = bool(re.search("下列|以下|下面|哪个|哪一个|哪项", reading.text)) and not re.search("如下|不", reading.text)
    finish(reading, _OWN)
    if stated not in (None, len(names)):
        stay_out("another number of vertices")
    return _problem(arcs, names, rule["side"] if rule else None, [bool(each) for each in (counted, every, cyclic, one)], negative, chosen)


def _problem(
    arcs: list[tuple[str, str]], names: list[str], rule: str | None, asks: list[bool], choice: re.Match[str] | None, chosen: bool
) -> Recognition | None:
    counted, every, cyclic, one = asks
    place = {name: number for number, name in enumerate(names)}
    pairs = [(place[tail], place[head]) for tail, head in arcs]
    if len(set(pairs)) != len(pairs) or len(names) > 12 or len(arcs) < 2 or any(tail == head for tail, head in pairs):
        stay_out("arcs")
    parameters: dict[str, Any] = {"names": names, "arcs": [list(pair) for pair in pairs]}
    if choice is not None:
        if counted or every or cyclic or rule:
            return None
        parameters["task"] = "choice"
        parameters["possible"] = not (choice["no"] or choice["no2"] or choice["no3"])
        asked = "可能的拓扑序列" if parameters["possible"] else "不可能的拓扑序列"
    elif cyclic:
        parameters["task"] = "cycle"
        asked = "能否拓扑排序"
    elif rule is not None:
        if counted or every:
            return None
        parameters |= {"task": "ruled", "rule": "least" if re.search(_EXTREME["least"], rule) else "most"}
        asked = f"每次选最{'小' if parameters['rule'] == 'least' else '大'}的顶点得到的序列"
    elif counted and every:
        return None
    elif counted:
        asked = "拓扑序列的个数"
    elif every:
        parameters["task"] = "every"
        asked = "全部拓扑序列"
    elif one and chosen:
        parameters |= {"task": "choice", "possible": True}
        asked = "可能的拓扑序列"
    elif one:
        parameters["task"] = "one"
        asked = "一个拓扑序列"
    else:
        return None
    return Recognition(
        parameters=parameters,
        understood=(("顶点", listed(names, "、")), ("弧", "、".join(f"{tail}→{head}" for tail, head in arcs)), ("求", asked)),
    )


def _arcs(reading: Reading, before: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[str] | None]:
    """(arcs, the vertices' names), taken; None for the names where there are no arcs or two kinds of them.

    Raises:
        StayOut: the vertices stated are not those of the arcs.
    """
    vertices = reading.take(
        rf"(?:顶点|结点)(?:集合?)?(?:V)?(?:分别|依次|编号)?(?:为|有|是|=|:)*\s*\(?(?P<value>{_VERTEX}(?:(?:\s*[、,]\s*| ){_VERTEX}(?![A-Za-z0-9]|\s*=))+)\)?(?!\s*[,、]?\s*(?:→|\())"
    ) or reading.take(rf"(?<![A-Za-z])V\s*=\s*\(?(?P<value>{_VERTEX}(?:(?:\s*[、,]\s*| ){_VERTEX}(?![A-Za-z0-9]|\s*=))+)\)?")
    joined = (
        reading.take(r"(?:顶点|结点)(?:集合?)?(?:V)?(?:为|有|是|=|:)*\s*(?P<value>[A-Za-z]{3,10})(?![A-Za-z0-9])")
        if vertices is None
        else None
    )
    ranged = reading.take(
        r"(?:顶点|结点|课程)(?:集合?)?(?:编号)?(?:为|有|是|从|=|:)*\s*(?P<first>[A-Za-z]|\d{1,2}|[A-Za-z]\d{1,2})\s*(?:~|-+|—+|到|至)\s*(?P<last>[A-Za-z]|\d{1,2}|[A-Za-z]\d{1,2})(?![A-Za-z0-9→])"
    )
    found = [
        (match["tail"], match["head"])
        for match in reading.take_all(rf"{_FREE}(?P<tail>{_VERTEX})\s*(?:→|-+>?|—>|=>|指向)\s*(?P<head>{_VERTEX})(?![A-Za-z0-9→]|\s*[-→])")
    ]
    if not found:
        found = [(match["tail"], match["head"]) for match in reading.take_all(rf"\(\s*(?P<tail>{_VERTEX})\s*,\s*(?P<head>{_VERTEX})\s*\)")]
    if not found and re.search(r"有向边|弧|DAG|AOV", reading.text, re.IGNORECASE):
        found = [
            (match[0][0], match[0][1])
            for match in reading.take_all(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z](?=[\s、,;。]|$)")
            if match[0].upper() != "AV"
        ]
    if found and not re.search(r"有向|AOV|DAG|弧|(?<=[A-Za-z0-9])\s*→|先修|指向", reading.text, re.IGNORECASE):
        return [], None
    if re.search(r"无向", reading.text):
        return [], None
    courses, free = _courses(reading)
    courses += before
    if bool(found) == bool(courses):
        return [], None
    lettered = [name for arc in (*found, *courses) for name in arc] + free
    upper = not all(name == name.lower() for name in lettered)
    arcs = [tuple(name.upper() if upper else name for name in arc) for arc in (*found, *courses)]
    names = sorted({name for arc in arcs for name in arc} | {name.upper() if upper else name for name in free}, key=_natural)
    stated = [name.upper() if upper else name for name in re.findall(_VERTEX, vertices["value"])] if vertices else []
    if joined is not None:
        stated = [name.upper() if upper else name for name in joined["value"]]
    if ranged is not None:
        stated = _range(ranged["first"], ranged["last"], upper)
    if stated:
        if not set(names) <= set(stated):
            stay_out("vertices")
        names = sorted(stated, key=_natural)
    return [(tail, head) for tail, head in arcs], names


def _natural(name: str) -> tuple[str, int]:
    return re.sub(r"\d", "", name), int(re.sub(r"\D", "", name) or 0)


def _range(first: str, last: str, upper: bool) -> list[str]:
    """Raises:
    StayOut: not a range of letters or numbers.
    """
    if upper:
        first, last = first.upper(), last.upper()
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    letters, end_letters = re.sub(r"\d", "", first), re.sub(r"\d", "", last)
    numbers = re.sub(r"\D", "", first), re.sub(r"\D", "", last)
    if letters != end_letters or not all(numbers):
        stay_out("vertices from and to")
    return [f"{letters}{number}" for number in range(int(numbers[0]), int(numbers[1]) + 1)]


def _courses(reading: Reading) -> tuple[list[tuple[str, str]], list[str]]:
    """(arcs from what must come first to what needs it, courses that need nothing), taken."""
    free = [
        name
        for match in reading.take_all(
            rf"{_FREE}(?P<heads>{_LIST})(?:都|均)?(?:是|为)?(?:无|没有?|不(?:需要?|要求?|用))(?:任何)?(?:先修|先行|前导|前置)(?:课程?|要求|条件)*(?:的)?(?:课)?"
        )
        for name in re.findall(_VERTEX, match["heads"])
    ]
    arcs: list[tuple[str, str]] = []
    for match in reading.take_all(
        rf"{_FREE}(?P<heads>{_LIST})(?:都|均|这?门?课?)*(?:要求|需要?|必须|须|得|要)*(?:先|以)(?:修|学|上|完成|做|行)*(?:完|过|了)?(?:课程)?(?:为|是|:)?\s*(?P<tails>{_LIST})(?:为先修)?(?:课)?(?![A-Za-z0-9])"
        rf"|{_FREE}(?P<needing>{_LIST})(?:都|均)?(?:的)?(?:先修|先行|前导|前置)(?:课程?)?(?:都|均)?(?:是|为|有|:)\s*(?P<needed>{_LIST})(?![A-Za-z0-9])"
        rf"|{_FREE}(?P<first>{_LIST})(?:都|均)?(?:是|为)\s*(?P<later>{_LIST})(?:的)?(?:先修|先行|前导|前置)(?:课程?)?"
    ):
        heads = match["heads"] or match["needing"] or match["later"]
        tails = match["tails"] or match["needed"] or match["first"]
        arcs += [(tail, head) for head in re.findall(_VERTEX, heads) for tail in re.findall(_VERTEX, tails)]
    return arcs, free
