"""Reading problems about dynamic partitions: free areas or all of memory, requests and releases in their order, and what is asked of them."""

from __future__ import annotations

import itertools
import re
from typing import TypeAlias

from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.os._clauses import Clauses
from engine.generators.reading import INTEGER, stay_out, to_int

_UNIT = r"(?:KB|MB|GB|K|M)(?![A-Za-z])"
_LIST = rf"(?<![\d.A-Za-z])\d+\s*(?:{_UNIT})?(?:\s*(?:、|,|和|及|与|,\s*和|\s)\s*\d+\s*(?:{_UNIT})?)+"
_ONE = rf"(?<![\d.A-Za-z])\d+\s*(?:{_UNIT})"
_HOLE = r"(?:空闲|可用)(?:的)?(?:内存|主存)?(?:分区|区域|区|块|空间)?"
_ASK_FOR = r"(?:申请|请求|要求|需要|索要|装入|到来|需(?=\s*\d))"
_NAME = (
    r"(?:(?:作业|进程|任务|程序|用户)\s*(?:[A-Z]\d{0,2}|\d{1,2}|[甲乙丙丁戊])|(?<![A-Za-z])[A-Z]\d{0,2}(?![A-Za-z\d])|[甲乙丙丁戊](?!方))"
)
SHORT = {"first": "首次适应", "best": "最佳适应", "worst": "最坏适应", "next": "循环首次适应"}

_Event: TypeAlias = tuple[str, int]
"""A name and a size; 0: released."""

_WORDS = (
    "最后 最终 都 作业申请 申请顺序 那个 按址 找 往后 陆续 来 分 放到 放 原来 里 总 完之后 分完 分完后 四个 五个 法 方法 进行 一次 机 基于 存储管理 存储 计算机 系统 采用 动态分区 可变分区 可变式分区 动态 分区 分配 分配算法 算法 内存 主存 依次 顺序 序列 次序 先后 如下 的顺序 操作 作业 进程 用户 发生 分配和释放 释放 释放的顺序 分配与释放 和释放 申请 请求 空间 管理 空闲 分区管理 方式 "
    "大小 用户区 全空闲 全部空闲 全空 都空闲 最开始 链表 空闲链表 表 空闲区表 空闲分区表 空闲区 空闲分区 空闲块 它们 各 当前 排列 按顺序 策略 连续 分配策略 连续分配 管理中 每个 各个 执行 处理 到来 要 现 某时刻 初始 地址 开始 程序 中 满足 得到 分给 时 完 后 分配后 分配完 完后 再 先 为 给 依 块 区 该区 原"
)


def recognise(text: str) -> Recognition | None:
    """A problem about dynamic partitions as understood; None where it is another problem."""
    return _recognise_merging(text) or _recognise_places(text) or _recognise_events(text)


def _sizes(text: str) -> tuple[list[int], set[str]]:
    """The numbers of a list, and their units without B."""
    return [int(number) for number in re.findall(r"(?<![A-Za-z\d])\d+", text)], {
        unit.upper().rstrip("B") for unit in re.findall(_UNIT, text, re.IGNORECASE)
    }


def _algorithms(reading: Clauses) -> list[str]:
    def named(chinese: str, english: str) -> str:
        english = rf"{english}(?:\s*|-)FIT"
        return rf"(?:{chinese}|{english})(?:分配)?(?:算法)?\s*(?:\(\s*(?:{chinese}|{english}|[FBWN]F)(?:算法)?\s*\))?"

    adapt = "(?:适应|适配|匹配|适合)"
    return reading.take_words(
        (
            (named(f"(?:循环首次|循环最先|循环首先|邻近|临近|下次|下一次){adapt}", "NEXT") + r"|(?<![A-Za-z])NF(?![A-Za-z])", "next"),
            (named(f"(?:首次|最先|首先|最早){adapt}", "FIRST") + r"|(?<![A-Za-z])FF(?![A-Za-z])", "first"),
            (named(f"(?:最佳|最优|最好){adapt}", "BEST") + r"|(?<![A-Za-z])BF(?![A-Za-z])", "best"),
            (named(f"(?:最坏|最差|最大){adapt}", "WORST") + r"|(?<![A-Za-z])WF(?![A-Za-z])", "worst"),
        )
    )


def _take_asides(reading: Clauses) -> None:
    reading.refuse(
        r"伙伴|固定分区|页|段|紧凑|拼接|移动|碎片|高地址端|高端|从高地址|如图|表头|递减|从大到小|由大到小|大小递增|容量递增|操作系统(?:占|本身)"
    )
    reading.take_all(
        r"\(?(?:均)?(?:按|依|以)?(?:照)?(?:地址|始址|起始地址|首址)(?:的)?(?:递增|从小到大|从低到高|由低到高|由小到大|从低至高|由低至高)?(?:的)?(?:次序|顺序|先后|排列|排序|排好|递增)+(?:次序|排列|排好|递增)?\)?|\(?(?:按|依)?(?:照)?(?:起始)?(?:地址)(?:是)?(?:从小到大|从低到高|由低到高|由小到大)(?:排列|排|的)*\)?|(?:按照?)?(?:从|由)低(?:地)?址(?:到|向|至)高(?:地)?址(?:的)?(?:次序|顺序|排列)*"
        r"|(?:从|在)?(?:所选)?(?:空闲区|空闲分区)?(?:的)?低(?:地址)?(?:端|部分|处)?(?:开始)?(?:分配|划出?|切出?|分)|(?:释放|回收)时?合并相邻(?:的)?空闲(?:分)?区|从第一个空闲(?:分)?(?:区|块)(?:处)?开始(?:查找|找|搜索)?|(?:从)?(?:低)?地址(?:从)?0开始"
        r"|(?:邻近|相邻)(?:的)?(?:情况|空闲区|分区|空闲分区)?(?:均|都)?不(?:需要?|用|做|进行|可|能)?(?:考虑)?合并|不(?:考虑|进行|做)?合并(?:相邻)?(?:的)?(?:空闲)?(?:分)?区?"
    )


_TASKS = (
    (
        r"(?:此时|这时|则|之后|最后|最终)?(?:主存|内存)?(?:中|里)?(?:的)?最大(?:的)?(?:可用)?(?:的)?(?:一个?|那块|那个)?空闲(?:分区|区|块|空间)?(?:的)?(?:大小|容量|长度)?(?:是|为|有|还有|还剩)*(?:多大|多少|几)?(?:\s*(?:MB|KB|M|K)(?![A-Za-z]))?",
        "largest",
    ),
    (
        r"(?:能不能|能否|是否能?)(?:都|全部|全)?(?:得到)?(?:满足|分配成功|放下|装下)(?:,|\?)*|哪(?:个|些|一个|几个)(?:进程|作业|申请|请求)?(?:的)?(?:内存)?(?:申请|请求)?(?:将|会)?(?:不能|无法|不会|没有|得不到|没法|未能)(?:得到|被)?(?:满足|分配|装入|成功|内存)|(?:哪|第几)(?:个|次)(?:申请|请求)(?:会|将)?(?:失败|不成功|得不到满足)",
        "failing",
    ),
    (
        r"(?:分到|分得|得到|所得|分配到|装入)?(?:的)?(?:分区|区|块|空间)?(?:的)?(?:起始地址|起址|始址|首址|首地址)(?:各|分别)*(?:是|为)?(?:多少|几)?(?!\s*(?:和|与|及|、)?\s*(?:大小|长度))",
        "start",
    ),
    (
        r"(?:各|这|[三四五六]|\ue000)(?:个)?空闲(?:分区|区|块)(?:各|分别)?(?:还)?(?:剩下?|剩余)(?:多少|多大)|(?:此时|这时|最后|最终|分配(?:完)?(?:之?后)?)*(?:,)?(?:内存|主存)?(?:中|里)?(?:还)?(?:有)?(?:剩余|剩下)?(?:的)?(?:各个?)?(?:哪些|什么样的)?(?:空闲|可用)(?:的)?(?:分区|区|块)(?:链|表)?(?:的)?(?:大小|长度|始址和大小)?(?:依次|分别|各|还)*(?:为|是|有|剩)*(?:哪些|多少|多大|什么|怎样|如何|几[KM]B?)|(?:此时|最后|分配后)?(?:的)?(?:内存|主存)?(?:中)?(?:有哪些|的)?(?:空闲|可用)(?:分区|区|块)(?:表|链)?(?:的)?(?:情况|分布|大小|状态)(?:依次|分别)*(?:为|是)?(?:多少)?|有哪些空闲(?:分区|区|块)|(?:写出|给出)?(?:其|它们的?|各空闲区的?)?(?:首址|始址|起始地址)(?:与|和|及)(?:大小|长度)",
        "holes",
    ),
    (
        r"(?:怎么|如何|怎样)(?:进行)?分配|(?:各|分别|依次|应该?|会|将|被|它们?|分到|分得|得到|的|是)*(?:分配?|放|装|占)?(?:到|在|给|入|用|进|去|得|的)*(?:了|是)?(?:哪(?:些|个|一个|几个|一块|块|一)?|第几(?:个|块)?)(?:空闲)?(?:的)?(?:分区|区域|区|块|空间)(?:里|中|上)?|(?:应该?|会|将|要)*(?:选择?|选中|选取|挑选?|使用|占用|用)(?:的)?(?:是)?(?:了)?(?:哪(?:些|个|一个|几个|一)?|第几(?:个)?|多大的?)(?:空闲)?(?:分区|区域|区|块|空间)?|(?:各|分别)?(?:分配|装入|放置)(?:的)?(?:结果|情况|位置)|(?:分别)?(?:分|放|装)(?:到|在|进)(?:了)?哪(?:里|儿|个)?|多大的?(?:空闲)?(?:分区|区|块)",
        "places",
    ),
    (
        r"(?:分配(?:完|之?后)?)?(?:,)?(?:该区|该分区|该空闲区|这个区|它)?(?:还|会)*(?:剩下?|剩余|余下)(?:的)?(?:空间|大小|部分|空闲区?)?(?:是|为|有)?(?:多少|多大)",
        "left",
    ),
    (
        r"(?:还有|有|剩|共|剩下)*(?:几|多少)(?:个|块)(?:空闲|可用)(?:的)?(?:分区|区|块)|空闲(?:分区|区|块)(?:的)?(?:个数|数目|数量)(?:是|为)?(?:多少|几)?",
        "count",
    ),
)


def _recognise_places(text: str) -> Recognition | None:
    """Holes listed by size and requests that come one after another: where each goes. None: another problem."""
    reading = Clauses(text)
    algorithms = _algorithms(reading)
    if len(algorithms) != 1:
        return None
    _take_asides(reading)
    units: set[str] = set()
    if stated := reading.take(r"\(?(?:均|都)?(?:以)?单位(?:均|都)?:?(?:为|是)?(?P<value>[KM]B?)\)?(?![A-Za-z])"):
        units.add(stated["value"].upper().rstrip("B"))
    names: list[str] = []
    wanted: list[int] = []
    named = reading.take(
        rf"(?P<value>{_NAME}\s*(?:\(|:|要|需要?|申请|请求|=)+\s*{_ONE}\s*\)?(?:\s*[、,;和]?\s*{_NAME}\s*(?:\(|:|要|需要?|申请|请求|=)+\s*{_ONE}\s*\)?)+)"
    )
    if named:
        for match in re.finditer(rf"(?P<name>{_NAME})\s*(?:\(|:|要|需要?|申请|请求|=)+\s*(?P<size>{_ONE})", named["value"], re.IGNORECASE):
            names.append(_name(match["name"]))
            sizes, found_units = _sizes(match["size"])
            wanted += sizes
            units |= found_units
    times = reading.take_one(rf"(?:这|各|有)?(?P<value>{INTEGER})\s*(?:次|个)(?:内存)?(?:申请|请求|作业|进程)(?=[^\d]|$)", to_int)
    if "next" in algorithms:
        reading.take_all(
            r"(?:每次)?(?:都)?(?:是)?(?:从|接着)(?:上次|上一次|前次)[^,;。\d]{0,14}(?:查找|找|开始|搜索|搜)|(?:先)?从第一个(?:空闲(?:分)?(?:区|块))?(?:处)?开始(?:查找|找|搜索)?"
        )
    starts = _addressed(reading)
    lists = reading.assign(
        (
            Role(
                name="holes",
                quantity=_LIST,
                read=str,
                before=rf"{_HOLE}(?:链表?|表|队列)?(?:的)?(?:大小|容量|长度)?(?:按序|顺序|排列)?(?:\(?\ue000*\)?)(?::)?|(?:分区|空间)(?:的)?大小",
                after=rf"(?:的)?(?:这)?(?:{INTEGER}个)?{_HOLE}",
            ),
            Role(
                name="requests",
                quantity=_LIST,
                read=str,
                before=rf"(?:进程|作业|程序|用户|现|现在|来了?|有|又|要|先后|依次|分别|陆续|顺序|按顺序|提出|各|再)*{_ASK_FOR}(?:了|分配)?(?:的)?(?:内存|主存|空间)?(?:的)?(?:大小|量|序列|顺序|次序)?|分配|(?:依次|先后)分|来了|(?:作业|进程|请求|申请)(?:的)?(?:序列|队列)|(?:进程|作业|程序)(?:的)?(?:大小|依次要|先后要|分别要|各要|要)",
                after=rf"(?:的|大小的|这)*(?:{INTEGER}个)?(?:内存|主存)?(?:的)?(?:申请|请求)",
            ),
        )
    )
    holes = lists.get("holes")
    if (holes is None) == (starts is None):
        return None
    if starts is not None:
        lengths, hole_units = [length for _, length in starts[0]], starts[1]
    else:
        lengths, hole_units = _sizes(str(holes))
    units |= hole_units
    reading.refuse(r"释放|回收|归还|撤离|结束|完成|起址|长度为?\d")
    if "requests" in lists:
        if wanted:
            return None
        wanted, found_units = _sizes(lists["requests"])
        units |= found_units
        named_list = reading.take(rf"(?P<value>{_NAME}(?:\s*[,、和]\s*{_NAME})+|甲乙(?:丙丁|丙)?)")
        if named_list:
            names = [_name(name) for name in re.findall(_NAME, named_list["value"])]
            if len(names) != len(wanted):
                return None
    elif not wanted and (
        coming := reading.take(
            rf"(?:来了?|有|现有|要装入|装入|到来|为|给|把|将)(?:某|一)?个?(?:新)?(?:大小为|需要?|要|占)?(?P<size>{_ONE})(?:大小|内存)?的?(?:进程|作业|程序)"
        )
    ):
        wanted, found_units = _sizes(coming["size"])
        units |= found_units
    elif not wanted:
        single = re.compile(
            rf"(?:为|给)?(?P<name>{_NAME})?(?:的)?(?:某|一个|一|有|新|若|如果|现|现在|来|先|再|又|然后|接着)*(?:进程|作业|程序|用户)?(?:又|要|想|需|先|再)*(?:{_ASK_FOR}|分配|要)(?:了|分配|一块|一个)*(?:内存|主存|空间)?(?:大小)?(?:为|是)?\s*(?P<size>{_ONE})(?:的)?(?:大小的?)?(?:内存|主存|空间)*",
            re.IGNORECASE,
        )
        spans = []
        for match in single.finditer(reading.rest):
            names.append(_name(match["name"] or ""))
            sizes, found_units = _sizes(match["size"])
            wanted += sizes
            units |= found_units
            spans.append(match.span())
        reading.take_spans(spans)
        if not any(names):
            names = []
        elif not all(names) or len(set(names)) != len(names):
            return None
    if not wanted:
        return None
    said = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*个(?:不连续的?)?(?={_HOLE}|\ue000)(?!{_HOLE}\s*(?:开始|起))",
            rf"(?<=\ue000)(?:这|共|一共|总共|各)*(?P<value>{INTEGER})\s*(?:个|块)(?=[,;。\ue000]|$)",
        ),
        to_int,
    )
    if (
        said not in (None, len(lengths), len(wanted))
        or times not in (None, len(wanted))
        or (said == len(wanted) != len(lengths) and times is not None)
    ):
        return None
    if said is not None and said != len(lengths):
        return None
    asked = reading.take_words(_TASKS)
    for name in dict.fromkeys(names):
        reading.take_all(rf"(?:作业|进程|任务|程序|用户)?(?<![A-Za-z\d]){re.escape(name)}(?![A-Za-z\d])" if name else "(?!)")
    reading.finish(_WORDS)
    if not asked or len(units) > 1 or not 2 <= len(lengths) <= 12 or len(wanted) > 10 or len(set(asked)) != len(asked):
        return None
    if any(not 1 <= length < 1 << 24 for length in (*lengths, *wanted)):
        return None
    unit = next(iter(units), "")
    parameters: dict[str, object] = {
        "algorithm": algorithms[0],
        "lengths": lengths,
        "requests": wanted,
        "asked": asked,
        "unit": unit and unit + "B",
    }
    if names:
        parameters["names"] = names
    if starts is not None:
        parameters["starts"] = [start for start, _ in starts[0]]
        if starts[0] != sorted(starts[0]) or any(one[0] + one[1] >= other[0] for one, other in itertools.pairwise(starts[0])):
            return None
    elif "start" in asked:
        return None
    return Recognition(
        parameters=parameters,
        understood=(
            ("算法", SHORT[algorithms[0]]),
            ("空闲区", listed(lengths, "、") + (f"（{unit}B，地址由低到高）" if unit else "（地址由低到高）")),
            ("申请", listed(wanted, "、")),
        ),
    )


def _addressed(reading: Clauses) -> tuple[list[tuple[int, int]], set[str]] | None:
    """Free areas told with their start addresses, taken; None where they are not."""
    size = rf"\d+\s*(?:{_UNIT})?"
    start = r"(?:起始地址|起址|始址|首址|首地址)"
    explained = reading.take(
        rf"\(?{start}\s*(?:,|、|和|/)\s*(?:长度|大小|容量|长)\)?(?:分别|依次|如下|如|按(?:照)?地址|顺序|次序|递增|排列|排好|有|为|是|:|\ue000)*(?P<rows>\(\s*{size}\s*,\s*{size}\s*\)(?:\s*[、,;和]?\s*\(\s*{size}\s*,\s*{size}\s*\))+)"
    )
    if explained:
        rows = re.findall(rf"\(\s*({size})\s*,\s*({size})\s*\)", explained["rows"], re.IGNORECASE)
    else:
        found = reading.take_all(
            rf"{start}(?:为|是|在|=|:)*\s*(?P<start>{size})\s*[,、]?\s*(?:长度|大小|容量|长)(?:为|是|=|:)*\s*(?P<length>{size})(?:的)?(?:空闲)?(?:分区|区|块)?"
        )
        rows = [(match["start"], match["length"]) for match in found]
    if len(rows) < 2:
        return None
    units = {unit for row in rows for cell in row for unit in _sizes(cell)[1]}
    return [(_sizes(first)[0][0], _sizes(second)[0][0]) for first, second in rows], units


def _recognise_events(text: str) -> Recognition | None:
    """All of memory free, then requests and releases: the holes in the end."""
    reading = Clauses(text)
    algorithms = _algorithms(reading)
    if len(algorithms) != 1:
        return None
    _take_asides(reading)
    reading.take_all(
        r"\(?(?:初始|开始|起初|一开始|最初)(?:时|状态|状态下)?(?:内存|主存)?(?:全部|均|都|全|是|为)*(?:空闲|空)(?:的)?\)?|全(?:部)?(?:空闲|空)(?:的)?|分配(?:和|与)(?:释放|回收)(?:空间)?(?:的)?(?:顺序|次序|过程|序列|操作)"
    )
    units: set[str] = set()
    total_match = (
        reading.take(
            rf"(?:(?:初始)?(?:内存|主存)(?:为空|是空的?|全空|空闲)?|(?<=\ue000))[,\ue000]*(?:总)?(?:大小|容量)(?:为|是|有|共|=|:)*\s*(?P<value>\d+)(?!\d)\s*(?P<unit>{_UNIT})?"
        )
        or reading.take(
            rf"(?:(?:内存|主存)?用户区|(?:可用)?(?:内存|主存)|存储器|内存空间|主存空间|用户空间|可用内存|可用空间|空间)(?:的)?(?:空间)?(?:总)?(?:容量|大小)?(?:为|是|有|共|=|:)*\s*(?P<value>\d+)(?!\d)\s*(?P<unit>{_UNIT})?(?:的?空间)?"
        )
        or reading.take(
            rf"(?P<value>\d+)\s*(?P<unit>{_UNIT})(?:的)?(?:连续)?(?:的)?(?:可用|空闲)?(?:的)?(?:用户)?(?:内存|主存|用户区|用户空间|可用空间)(?:空间)?"
        )
    )
    found: list[tuple[int, _Event]] = []
    who = rf"(?P<who>{_NAME}|(?:作业|进程|任务|程序)?\s*(?:[A-HJPT])?\d{{0,2}})"
    ask = r"(?:申请|请求|分配|要求|要|分)"
    for match in reading.take_all(
        rf"(?:依次|先后|顺序|陆续)?{ask}(?:内存|主存|空间)?(?:大小)?(?:为|了)?\s*(?P<value>{_LIST.replace('|及|与|,', '|,')})(?:的?(?:内存|主存|空间))?"
    ):
        lengths, list_units = _sizes(match["value"])
        units |= list_units
        found += [(match.start() + number, (f"#{length}", length)) for number, length in enumerate(lengths)]
    for match in reading.take_all(
        rf"(?:为|给)?{who}(?:先|又|再|后|接着|然后)?(?:被)?{ask}(?:分配)?(?:了)?(?:内存|主存|空间|得?到)?\s*(?P<size>\d+)\s*(?P<unit>{_UNIT})(?:的?(?:内存|空间))?"
    ):
        units.add(match["unit"].upper())
        found.append((match.start(), (_name(match["who"]) or f"#{match['size']}", int(match["size"]))))
    for match in reading.take_all(
        rf"(?:依次|先后|先|又|再|接着|然后)?{ask}(?:了|给)?(?P<who>{_NAME})\s*(?:\(|的)?\s*(?P<size>\d+)\s*(?P<unit>{_UNIT})\)?(?:的?(?:内存|空间))?"
    ):
        units.add(match["unit"].upper())
        found.append((match.start(), (_name(match["who"]), int(match["size"]))))
    for match in reading.take_all(
        rf"(?:(?:再|先|又|然后|接着)?{who}(?:被)?(?:释放|归还|回收|撤离|运行结束|运行完毕?|完成|结束)(?:并释放|了|掉)?(?:内存|主存|空间|其)?(?:占用的?)?(?:空间|内存)?(?:\s*(?:那块)?(?P<size>\d+)\s*(?P<unit>{_UNIT})|(?<=释放|回收)(?:作业|进程)?(?P<name>[A-Z]\d?(?![A-Za-z\d])))?(?:的?(?:那块)?(?:内存|空间)?))"
    ):
        name = _name(match["who"]) or (match["name"] or "").upper()
        if not name and not match["size"]:
            stay_out("a release of nobody knows what")
        if match["unit"]:
            units.add(match["unit"].upper())
        if name and match["size"] and not any(event == (name, int(match["size"])) for _, event in found):
            stay_out("a release of another size")
        found.append((match.start(), (name or f"#{match['size']}", 0)))
    events = [event for _, event in sorted(found, key=lambda item: item[0])]
    asked = list(dict.fromkeys(reading.take_words(_TASKS)))
    reading.finish("是多少MB " + _WORDS)
    if not asked or not set(asked) <= {"largest", "holes", "count"} or not events:
        return None
    if "count" in asked and asked != ["count"] and "holes" not in asked:
        return None
    if total_match is not None and total_match["unit"]:
        units.add(total_match["unit"].upper())
    normal = {unit.rstrip("B") for unit in units}
    if len(normal) > 1:
        return None
    seen: set[str] = set()
    live: set[str] = set()
    for name, length in events:
        if length:
            if name in seen:
                return None  # two requests that a release could mean
            seen.add(name)
            live.add(name)
        elif name not in live:
            return None
        else:
            live.remove(name)
    if any(name.startswith("#") for name, _ in events) != all(name.startswith("#") for name, _ in events):
        return None
    unit = (normal.pop() if normal else "") + "B"
    parameters: dict[str, object] = {"algorithm": algorithms[0], "events": [list(event) for event in events], "unit": unit}
    if asked != ["largest"]:
        parameters["asked"] = asked
    told = "，".join(f"{_called(event)}申请 {event[1]}" if event[1] else f"{_called(event)}释放" for event in events)
    understood = [("算法", SHORT[algorithms[0]]), ("操作", told)]
    if total_match is None:
        return Recognition(
            parameters=parameters, understood=tuple(understood), missing=(Missing("total", "用户区（内存）一共多大？", "内存大小为 {}"),)
        )
    parameters["total"] = int(total_match["value"])
    understood.insert(0, ("内存", f"{total_match['value']} {unit}"))
    return Recognition(parameters=parameters, understood=tuple(understood))


def _recognise_merging(text: str) -> Recognition | None:
    """A table of free areas, and an area with its address that is given back: what it merges into. None: another problem."""
    reading = Clauses(text)
    start = r"(?:起始地址|起址|始址|首址|首地址|起始|地址)(?:为|是|在|=|:)*\s*(?P<start>\d+)\s*(?P<unit>[KM]B?(?![A-Za-z]))?"
    length = r"(?:长度|长|大小|容量)(?:为|是|=|:)*\s*(?P<length>\d+)\s*(?P<unit2>[KM]B?(?![A-Za-z]))?"
    reading.rest = re.sub(
        r"(\d+)\s*([KM])B?\s*(?:~|-|到|至)\s*(\d+)\s*\2B?(?:这一?段|这一?块|的)?(?:分区|区|块|空间)?(?=[^,;。]{0,6}(?:还|释放|回收|归还))",
        lambda match: f"起址{match[1]}{match[2]}长{int(match[3]) - int(match[1])}{match[2]}",
        reading.rest,
    )
    reading.rest = re.sub(r"(\d+\s*[KM]B?)(?:处)?(?:开始|起)(?=(?:的)?(?:长|大小))", r"起址\1", reading.rest)
    # An area told twice, by its ends and by its length.
    reading.rest = re.sub(
        r"(?:占据?|占用|是|为|位于|在)*(?<!\d)(\d+)\s*([KM])B?\s*(?:~|-|到|至)\s*(\d+)\s*\2B?\s*(?:这一?段|的)?\s*[(,]\s*(?=(?:起始地址|起址|始址|首址|首地址)(?:为|是|=|:)*\s*(\d+)\s*\2B?\s*[,、]\s*(?:长度|长|大小)(?:为|是|=|:)*\s*(\d+)\s*\2)",
        lambda match: "," if int(match[1]) == int(match[4]) and int(match[3]) - int(match[1]) == int(match[5]) else match[0],
        reading.rest,
    )
    before_areas = reading.rest
    areas = reading.take_all(
        rf"(?:一|某)?(?:个|块)?(?:空闲区)?{start}\s*[,、;]?\s*(?:且)?{length}(?:的)?(?:空闲)?(?:分区|区域?|块)?(?:(?:的)?(?:那个|某)?(?:作业|进程)(?:占用的?)?(?:分区|区)?(?=被|释放|回收|归还|结束|完成))?(?P<freed>(?:被|给)?(?:释放|回收|归还|还回来|还))?"
    )
    freed = [match for match in areas if match["freed"]]
    if not freed:
        # `被释放的作业（起址60K，长20K）`: said before it, and `空闲区` before each of the others.
        for at, match in enumerate(areas):
            ahead = before_areas[areas[at - 1].end() if at else 0 : match.start()] + match[0]
            ahead = ahead[max(ahead.rfind(mark) for mark in "。;\n") + 1 :]
            given_back = re.search(
                r"(?:被|要|刚|新|待)?(?:释放|回收|归还)(?:了|掉)?(?:的)?(?:一个|某|一)?(?:作业|进程|分区|区域?|块|内存|主存|空间)", ahead
            )
            if given_back and "空闲" not in ahead[given_back.end() :]:
                freed.append(match)
            elif "空闲" not in ahead:
                return None
    if len(areas) < 2 or len(freed) != 1:
        return None
    reading.take_all(
        r"(?:而|且|它的?|其)*(?:前|后|上|下|左|右)(?:面|边|方)?(?:没有|无|没)(?:紧邻|相邻|邻接|紧挨)?(?:着)?(?:的)?(?:任何)?空闲(?:分)?(?:区|块)"
    )
    neighbours = reading.take_all(
        r"(?:它|其|该区|该分区|该作业|这块|这个区|的)*(?:前面?|后面?|上面?|下面?|左边?|右边?|低地址|高地址)(?:一?侧|端|方|边)?(?:各|都|正好|恰好|刚好|又|也)*(?:是|有)?(?:紧邻|紧挨|邻接|相邻|紧接|挨)(?:着)?(?:的)?(?:还|又)?(?:是|有)?(?:一)?(?:个|块)?(?:空闲(?:分)?(?:区|块))?"
        r"|(?:它|其|该区|该分区)?(?:的)?(?:前|后|上|下|左|右)(?:面|边|方)的(?:(?:一个|那个|那块|一块)?空闲(?:分)?(?:区|块)|(?=\ue000))"
        r"|(?:它|其|该区|该分区|该作业)?(?:的)?(?:上|下|前|后|左|右)(?:邻|邻接|相邻)(?:的)?(?:是|有|为)?(?:一)?(?:个|块)?(?:空闲(?:分)?(?:区|块))"
    )
    reading.refuse(r"页|段|伙伴|紧凑|如图|申请|适应|适配")
    reading.take_all(
        r"(?:被)?(?:释放|回收|归还|还)(?:回收|合并|回来|了)*(?:后|时)?(?:,)?(?:要|需要|应)?(?:与相邻(?:的)?(?:空闲区|分区)?合并)?|合并(?:后|所得)?(?:的)?"
    )
    asked = reading.take_words(
        (
            (
                r"(?:空闲(?:分)?区表|空闲区|表)?(?:中|里)?(?:还|共|剩|变|成|变成)*(?:有)?(?:几|多少)(?:项|个)(?:空闲(?:分)?区|表项)?",
                "count",
            ),
            (
                r"(?:所得|得到|新|形成|变成)*(?:到)?(?:的)?(?:新)?(?:的)?(?:空闲)?(?:分区|区|块)?(?:的)?(?:始址|起址|首址|起始地址)(?:和|与|及|、)(?:大小|长度|容量)(?:各|分别)*(?:是|为)?(?:多少)?",
                "merged",
            ),
            (r"(?:所得|得到)?(?:的)?(?:分区|区|块)(?:的)?(?:大小|长度)(?:是|为)?多少", "merged"),
        )
    )
    reading.finish(
        _WORDS
        + " 中间 它们中间 夹着 作业 进程 动态分区回收 动态分区的回收 分区回收 内存回收 被释放的作业 被释放的 被回收的 后的 得到 空闲区 现有 把 这段 出来 那个 变 成 合并出来 项 设动态分区管理中空闲区表为 合并 回收后 回收合并 释放 回收 相邻 "
    )
    units = {match[name].upper().rstrip("B") for match in areas for name in ("unit", "unit2") if match[name]}
    if not asked or len(units) > 1:
        return None
    holes = sorted((int(match["start"]), int(match["length"])) for match in areas if match not in freed)
    given = (int(freed[0]["start"]), int(freed[0]["length"]))
    every = sorted([*holes, given])
    if any(one[0] + one[1] > other[0] for one, other in itertools.pairwise(every)):
        return None
    if (neighbours or len(holes) == 1) and any(at + length != given[0] and given[0] + given[1] != at for at, length in holes):
        return None  # neighbours that do not touch
    unit = (units.pop() if units else "") + ("B" if units or any(match["unit"] for match in areas) else "")
    return Recognition(
        parameters={"areas": [list(hole) for hole in holes], "given": list(given), "asked": asked, "unit": unit},
        understood=(("空闲区（始址, 长度）", "；".join(f"{at}, {size}" for at, size in holes)), ("回收", f"{given[0]}, {given[1]}")),
    )


def _name(who: str) -> str:
    """`A` of `作业A`, so that `A` alone means the same."""
    return re.sub(r"^(?:作业|进程|任务|程序|用户)\s*(?=\S)", "", who.strip()).upper()


def _called(event: _Event) -> str:
    name, length = event
    if name.startswith("#"):
        return "" if length else f"{name.removeprefix('#')} 的那块"
    return f"{name} "
