"""Reading problems about dynamic partitions as a story: what is free at first, requests and releases in their order, and what is asked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.os._memory_allocation.areas_reading import (
    HOLE,
    LIST,
    ONE,
    UNIT,
    Event,
    Told,
    read_holes,
    read_total,
    sizes_of,
    unlabelled,
)
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, stay_out, to_int

_NAME = r"(?:(?:作业|进程|任务|程序|用户)\s*(?:[A-Z]\d{0,2}|\d{1,2}|[甲乙丙丁戊])|(?<![A-Za-z])(?!K|M|FF|BF|WF|NF)[A-Z]\d{0,2}(?![A-Za-z\d])|[甲乙丙丁戊](?!方))"
_FITS = r"(?:循环首次|首次|最先|最佳|最优|最坏|最差|邻近)"
_NAMED_SHORT = re.compile(rf"({_FITS})(?=(?:\s*[、,，和与及跟]\s*{_FITS}){{1,3}}(?:适应|适配|匹配))")
"""`首次、最佳、最坏适应`: the names that share one word."""

SHORT = {"first": "首次适应", "best": "最佳适应", "worst": "最坏适应", "next": "循环首次适应"}
_WANT = r"(?:申请|请求|要求|需要|索要|分配|装入|到来|要|需|=|:|\(|为|大小为?)"
_GIVE_BACK = r"(?:释放|归还|回收|撤离|运行结束|运行完毕?|完成|结束|退出)"
_AND_GIVE_BACK = (
    r"(?:,?(?:并|且|后|同时)*(?:释放|归还|回收|退出)(?:了|掉|其|它|所|占用?|的|全部)*(?:内存|主存|空间|分区|区域?|(?=[,;。]|$)))?"
)
"""What goes with the end of a job: `runs to its end and gives its memory back`."""

_WORDS = (
    "最后 最终 都 作业申请 申请顺序 那个 按址 找 往后 陆续 来 分 放到 放 原来 里 总 完之后 分完 分完后 四个 五个 三个 两个 六个 法 方法 进行 一次 机 基于 存储管理 存储 计算机 系统 采用 动态分区 可变分区 可变式分区 动态 分区 分配 分配算法 算法 内存 主存 依次 顺序 序列 次序 先后 如下 的顺序 操作 作业 进程 用户 发生 分配和释放 释放 "
    "释放的顺序 分配与释放 和释放 申请 请求 空间 管理 空闲 分区管理 方式 大小 用户区 全空闲 全部空闲 全空 都空闲 最开始 链表 空闲链表 表 空闲区表 空闲分区表 空闲区 空闲分区 空闲块 它们 各 当前 排列 按顺序 策略 连续 分配策略 连续分配 管理中 每个 各个 执行 处理 到来 要 现 某时刻 初始 地址 开始 程序 中 满足 得到 分给 时 完 后 分配后 "
    "分配完 完后 再 先 为 给 依 块 区 该区 原 请求序列 作业序列 到达 总内存 容量 总容量 有 下 选 逐个 余下 其余 做 布局 去 作业要 落 上回查到 分完以后 以后 每次 单选 递增 名 还 又 然后 接着 初值 存储器 一块 起始 内存中 里面 被 需求 一个 的作业 运行 这样 分区号 编号 分到的 的区 称呼 按原来的区称呼 最先 紧接着 随后 依序 三种 两种 四种 算法下 策略下 来了 会 号"
)


def recognise(text: str) -> Recognition | None:
    """A problem about dynamic partitions as understood; None where it is another problem."""
    text, labels = unlabelled(_requests_spoken(text))
    reading = Topic(_NAMED_SHORT.sub(r"\1适应", text))
    algorithms = algorithms_of(reading)
    if not algorithms:
        return None
    told = Told(ordinal=bool(patterns.search("第几[个块]", text)), labels=labels)
    reading.refuse(
        "(?:哪|几)(?:些|种|几种|个|几个)?(?:分配)?(?:算法|策略)(?:能|可以?|会|不能|无法)"
    )  # asks which of them, not for the places
    reading.refuse(r"(?<=\ue000)(?:算法|法)?(?:的)?(?:分配)?结果(?:是|为)?(?:什么|怎样|如何)")  # asks for the places: `placed` reads it
    reading.refuse(
        r"伙伴|固定分区|页|段|紧凑|拼接|移动|碎片|高地址端|高端|从高地址|如图|表头|递减|从大到小|由大到小|大小递增(?!排列的算法)|容量递增|快速适应|图中|图上|图示|见图"
    )
    reading.take_all(
        r"\(?(?:均)?(?:按|依|以)?(?:照)?(?:地址|始址|起始地址|首址|起址)(?:的)?(?:递增|从小到大|从低到高|由低到高|由小到大|从低至高|由低至高)?(?:的)?(?:次序|顺序|先后|排列|排序|排好|递增|序)+(?:次序|排列|排好|递增)?\)?|\(?(?:按|依)?(?:照)?(?:(?:起始)?地址|起址|始址|首址)(?:是)?(?:从小到大|从低到高|由低到高|由小到大)(?:排列|排|的)*\)?|(?:按照?)?(?:从|由)低(?:地)?址(?:到|向|至)高(?:地)?址(?:的)?(?:次序|顺序|排列)*"
        r"|(?:从|在)?(?:所选)?(?:空闲区|空闲分区)?(?:的)?低(?:地址)?(?:端|部分|处)?(?:开始)?(?:分配|划出?|切出?|分)|(?:释放|回收)时?合并相邻(?:的)?空闲(?:分)?区|(?:从)?(?:低)?(?:起始)?地址(?:从)?0开始|起始地址(?:为|是)?0(?=[,;。)])|从0(?:地址)?开始"
        r"|(?:邻近|相邻)(?:的)?(?:情况|空闲区|分区|空闲分区)?(?:均|都)?不(?:需要?|用|做|进行|可|能)?(?:考虑)?合并|不(?:考虑|进行|做)?合并(?:相邻)?(?:的)?(?:空闲)?(?:分)?区?"
    )
    reading.refuse("高地址")
    refuse_conditions(reading)
    if reading.take_all(
        rf"\(?(?:初始|开始|起初|一开始|最初)(?:时|状态|状态下)?(?:内存|主存)?(?:全部|均|都|全|是|为)*(?:空闲|空)(?:的)?\)?|(?:初始|开始|起初|一开始|最初)(?:时|状态)?(?:整个)?(?:内存|主存|它|均|就)*(?:是|为|只有)(?:一个|一整块|一块|一整个|1个|1块)(?:大|连续|完整|整块)*(?:的)?(?:空闲|可用)(?:的)?(?:分)?[区块](?!{UNIT})|全(?:部)?(?:空闲|空)(?:的)?|分配(?:和|与)(?:释放|回收)(?:空间)?(?:的)?(?:顺序|次序|过程|序列|操作)"
    ):
        told.empty = True
    if stated := reading.take(
        r"\(?(?:均|都)?(?:以)?单位(?:均|都)?:?(?:为|是)?(?P<value>[KM]B?)\)?(?![A-Za-z])|(?:(?<=布局)|(?<=分布)|(?<=情况)|(?<=\d))\((?P<layout>[KM]B?)\)"
    ):
        told.units.add((stated["value"] or stated["layout"]).upper().rstrip("B"))
    reading.take_all(r"\(?(?:装|放)不下(?:的)?(?:就|也|都|则|请)*(?:写|填|答|说|注明|标|指出|说明)(?:一下|失败|明|出来?)?\)?")
    rover, beyond = _rover(reading, algorithms)
    counts = [
        to_int(match["value"])
        for match in reading.take_all(
            rf"(?<!第)(?:这|有|共|一共|连续来)*(?P<value>{INTEGER})\s*(?:个|块|次)(?:不连续的?)?(?:内存)?(?={HOLE}|申请|请求|作业|进程|(?:所)?分(?:配|得|到))(?!{HOLE}\s*(?:开始|起))"
        )
    ]
    read_holes(reading, told)
    counts += [to_int(match["value"]) for match in reading.take_all(rf"(?<=\ue000)(?:这|共)?(?P<value>{INTEGER})[个块](?=[,;。])")]
    if not told.holes:
        read_total(reading, told)
    single = reading.take(
        rf"(?:问|则|那么|其中)?(?<![\d.、,到至])(?P<value>\d+)\s*(?:{UNIT})(?:大小)?(?:的)?(?:那个)?(?:作业|进程|请求|申请)?(?=(?:会|将|被|应该?|是)*(?:从|(?:分配?|放|装|落)(?:到|在|给|入|进)?(?:了)?)(?:哪(?:一)?|第几)[个块])"
    ) or reading.take(
        rf"(?<=[,;。])(?:问|则|那么|其中)?(?P<value>\d+)\s*(?:{UNIT})(?:大小)?(?:的)?(?:那个)?(?:作业|进程|请求|申请)?(?=(?:会|将|被|应该?|是)*(?:从|(?:分配?|放|装|落)(?:到|在|给|入|进)?(?:了)?)(?:哪(?:一)?|第几)[个块])"
    )
    _events(reading, told)
    reading.take_all(r"(?:分配|申请)(?:和|与|、|及)(?:释放|回收|归还)(?:空间|内存)?")
    reading.refuse(_GIVE_BACK if told.holes else r"释放|归还|回收|撤离|退出")
    asked, subject = _asks(reading, told)
    for name in {name for name, _ in told.events}:
        reading.take_all(
            rf"(?:作业|进程|任务|程序|用户)?(?<![A-Za-z\d]){re.escape(name)}(?![A-Za-z\d])" if name and not name.startswith("#") else "(?!)"
        )
    reading.take_all(
        r"(?<![A-Za-z\d])[A-H]\d?(?:\s*[,、和]\s*[A-H]\d?)+(?![A-Za-z\d])"
        if told.events and all(name.startswith("#") for name, _ in told.events)
        else "(?!)"
    )
    reading.finish(_WORDS)
    if told.holes and _asked_again(reading.text):
        return None  # the request that is asked about is none more
    if any(count not in (len(told.holes), len(told.events)) for count in counts):
        return None
    understood = understood_of(told, algorithms, asked, subject, rover, beyond)
    if single is None or understood is None:
        return understood
    # Of one request only: it must be the only one of its size.
    requests = list(understood.parameters.get("requests", ()))
    if asked != ["places"] or requests.count(int(single["value"])) != 1:
        return None
    return replace(understood, parameters={**understood.parameters, "only": requests.index(int(single["value"]))})


def _asked_again(text: str) -> bool:
    """Whether a question speaks of a request told before by its size (`申请 70、40、60，60 放哪里`), or by a number of them (`三块分别放哪`)."""
    return (
        patterns.search(
            rf"[,;。?](?:问|则|那么?|其中|最后)?(?:的|那个)?(?P<size>\d+|[一二三四五六七八九两])\s*(?:{UNIT})?(?:个|块)?(?:大小)?(?:的)?(?:那个)?(?:作业|进程|请求|申请)?"
            r"(?:会|将|被|应该?|是|要|分别|各|依次)*(?:从|(?:分配?|放|装|落)(?:到|在|给|入|进)?(?:了)?)(?:哪|什么|第几|几号)",
            text,
        )
        is not None
    )


TOTAL = r"(?:剩余|剩下)?(?:的)?(?:空闲|剩余|可用)(?:的)?(?:分区|区|块|空间|内存)?(?:的)?(?:总大小|总容量|总量|总和|大小之和|容量之和)(?:是|为|有)?(?:多少|多大|几)?"
"""What asks for all that is free."""


def refuse_conditions(reading: Topic) -> None:
    """Give up where a request takes more than is said, an area is not to be used, or the requests are not served as they come.

    Raises:
        StayOut: such a condition.
    """
    reading.refuse(
        rf"额外|另(?:外)?(?:还)?(?:需|要|加)|整个(?:空闲)?(?:分区|区|块)|为单位(?:进行)?分配|(?:分配)?(?:粒度|最小单位)|对齐|取整|占用(?:了)?(?:其中)?(?:的)?第|损坏|不可用|不能用|保留(?!\d位)|"
        rf"(?<!地址)(?<!地址由)(?:从|由)小到大|短作业|(?:分配|装入)(?:时|前)?先(?!后)|不足\s*\d+\s*{UNIT}|(?:小于|不大于|不超过|不足)\s*\d+\s*(?:{UNIT})[^,;。]{{0,12}}(?:不|整|一并|全)"
    )


def _requests_spoken(text: str) -> str:
    """`分配作业1 30MB，作业2 20MB，释放作业1` with a word for the request between each name and its size."""
    if not patterns.search(_GIVE_BACK, text):
        return text
    return patterns.sub(
        rf"(?<![放还收了成束A-Za-z\d])((?:作业|进程)\s?\d{{1,2}}|(?<![业程])[A-HJ])\s+(\d+\s*{UNIT})(?!\s*{_GIVE_BACK})", r"\1申请\2", text
    )


def algorithms_of(reading: Topic) -> list[str]:
    def named(chinese: str, english: str) -> str:
        english = rf"{english}(?:\s*|-)FIT"
        return rf"(?:{chinese}|{english})(?:分配)?(?:算法|法)?\s*(?:\(\s*(?:{chinese}|{english}|[FBWN]F)(?:算法)?\s*\))?"

    adapt = "(?:适应|适配|匹配|适合)"
    return reading.take_words(
        (
            (named(f"(?:循环首次|循环最先|循环首先|邻近|临近|下次|下一次){adapt}", "NEXT") + r"|(?<![A-Za-z])NF(?![A-Za-z])", "next"),
            (named(f"(?:首次|最先|首先|最早){adapt}", "FIRST") + r"|(?<![A-Za-z])FF(?![A-Za-z])", "first"),
            (
                named(f"(?:最佳|最优|最好){adapt}", "BEST")
                + r"|(?<![A-Za-z])BF(?![A-Za-z])|空闲(?:分?区|块)(?:表|链)?按(?:照)?(?:大小|容量)递增(?:的次序)?排列的算法",
                "best",
            ),
            (named(f"(?:最坏|最差|最大){adapt}", "WORST") + r"|(?<![A-Za-z])WF(?![A-Za-z])", "worst"),
        )
    )


def _rover(reading: Topic, algorithms: list[str]) -> tuple[int | None, bool | None]:
    """Next fit: from which of the free areas (from 1) the first search starts, and whether it always starts behind the area used last."""
    if "next" not in algorithms:
        return 1, None
    beyond = (
        bool(
            reading.take_all(
                r"(?:以后)?(?:每次)?(?:都)?(?:是)?(?:从|接着)(?:上次|上一次|前次|刚)[^,;。\d]{0,14}(?:的)?下一个(?:空闲)?(?:分区|区|块)?(?:处)?(?:开始)?(?:查找|找|开始|搜索|搜|查)*"
            )
        )
        or None
    )
    reading.take_all(r"(?:每次)?(?:都)?(?:是)?(?:从|接着)(?:上次|上一次|前次)[^,;。\d]{0,14}(?:查找|找|开始|搜索|搜|查)+")
    place = reading.take(
        rf"(?:上次|上一次|上回)(?:分配|查|找)?(?:在|到|的是|找到)*第?{INTEGER}[个块](?:空闲)?(?:分区|区|块)?(?:\({ONE}\))?,?(?:所以|因此|则)?(?:下次|这次|本次|现在)?(?:应|要)?从第(?P<value>{INTEGER})[个块](?:空闲)?(?:分区|区|块)?(?:处)?(?:开始|接着)?(?:查找|找|搜索|查)?"
    ) or reading.take(rf"(?:查找)?指针(?:当前|现在|正)?(?:指向|在|位于|停在)第(?P<value>{INTEGER})个(?:空闲)?(?:分区|区|块)")
    if place:
        return to_int(place["value"]), beyond
    start = reading.take_all(
        r"(?:先|第一次|首次|开始时?|初始时?|最初)?(?:查找)?从(?:第一个(?:空闲(?:分)?(?:区|块))?|头|表头|链首|低地址|最低地址)(?:处)?(?:开始)?(?:查找|找|搜索|查)*|(?:查找)?指针(?:初始|开始)?(?:时)?(?:指向|在)(?:第一个|首个|表头|头)(?:空闲)?(?:分区|区|块)?"
    )
    return (1 if start else None), beyond


def _events(reading: Topic, told: Told) -> None:
    """Requests and releases in their order, taken."""
    found: list[tuple[int, Event]] = []

    def add(place: int, name: str, size: str) -> None:
        sizes, units = sizes_of(size)
        told.units |= units
        found.append((place, (name or f"#{sizes[0]}" if len(told.holes) == 0 else name, sizes[0])))

    # Given back: by name, by size, before or after the word.
    for match in reading.take_all(
        rf"(?:然后|再|又|接着|先|后)?(?P<name>{_NAME})(?:先|又|再|后|接着|然后|被|运行)*{_GIVE_BACK}{_AND_GIVE_BACK}(?:了|掉)?(?:内存|主存|空间|其)?(?:占用的?)?(?:空间|内存)?(?:\s*(?P<size>\d+\s*{UNIT}))?"
        rf"|{_GIVE_BACK}(?:了|掉)?(?:作业|进程)?(?P<named>{_NAME})(?:\s*\(?(?P<named_size>\d+\s*{UNIT})\)?)?|{_GIVE_BACK}(?:了|掉)?(?:那块|先前的|那个)?\s*(?P<only>\d+\s*(?:{UNIT})?)(?:的?(?:那块)?(?:内存|空间)?)"
    ):
        name = _name(match["name"] or match["named"] or "")
        size = match["size"] or match["named_size"]
        if not name:
            sizes, units = sizes_of(match["only"])
            told.units |= units
            name = f"#{sizes[0]}"
        elif size:
            told.units |= sizes_of(size)[1]
            found.append((match.start(), (f"{name}={sizes_of(size)[0][0]}", -1)))
        found.append((match.start(), (name, 0)))
    # Asked for by name: `A申请80K`, `A(20MB)`, `A=200KB`; the name may follow: `分配A 80K`.
    for match in reading.take_all(
        rf"(?:为|给)?(?P<name>{_NAME})(?:先|又|再|后|接着|然后|大小|到来|来了?|进来|到达)*(?:被)?{_WANT}+(?:了|分配|得?到)*(?:内存|主存|空间)?(?:大小)?(?:为)?\s*(?P<size>{ONE})\)?(?:的?(?:内存|主存|空间))?"
        rf"|(?:申请|请求|分配|装入)(?:了|给)?(?P<named>{_NAME})\s*(?:\(|的)?\s*(?P<named_size>{ONE})\)?"
    ):
        add(match.start(), _name(match["name"] or match["named"]), match["size"] or match["named_size"])
    # Names with their sizes in a row: `A 10KB、B 15KB`.
    pair = rf"{_NAME}\s*:?\s*{ONE}"
    for row in reading.take_all(rf"(?:{pair}\s*[,、;和]\s*)+{pair}"):
        for match in patterns.finditer(rf"(?P<name>{_NAME})\s*:?\s*(?P<size>{ONE})", row[0], re.IGNORECASE):
            add(row.start() + match.start(), _name(match["name"]), match["size"])
    names = [name for _, (name, size) in found if size > 0]
    lists = list(patterns.finditer(LIST, reading.rest, re.IGNORECASE))
    for match in lists:
        before = reading.rest[: match.start()]
        if not patterns.search(
            r"(?:申请|请求|作业|进程|来了?|需要|要|装入|分配|分给|分|程序|序列|大小|依次|分别|先后|:|的)(?:的|大小|内存|主存|空间|序列|依次|分别|先后|各|为|是|了|:|\s|\ue000)*$",
            before,
        ) and not patterns.match(r"(?:的|大小的)*(?:内存|主存)?(?:的)?(?:申请|请求|作业|进程)", reading.rest[match.end() :]):
            stay_out(f"a list of nobody knows what: {match[0]}")
        sizes, units = sizes_of(match[0])
        told.units |= units
        heads = patterns.search(rf"(?P<names>{_NAME}(?:\s*[、,和]?\s*{_NAME})+|甲乙(?:丙丁|丙)?)[^、,;。\d]{{0,14}}$", before)
        called = [_name(name) for name in patterns.findall(rf"{_NAME}|[甲乙丙丁]", heads["names"])] if heads else []
        if called and len(called) != len(sizes):
            stay_out("names and sizes that do not pair")
        for number, one in enumerate(sizes):
            found.append((match.start() + number, (called[number] if called else f"#{one}" if not told.holes else "", one)))
    reading.take_spans([match.span() for match in lists])
    if (not names and not lists) or (told.holes and not names):
        for match in reading.take_all(
            rf"(?:申请|请求|要求|需要|分配|分(?=\d)|装入|来了?|到来|要|给|为|把|将|放)(?:了|分配|一块|一个|某|个|新|大小为)*(?:内存|主存|空间)?(?:大小)?(?:为|是)?\s*(?P<size>{ONE})(?:的)?(?:大小)?(?:的)?(?:作业|进程|程序|内存|主存|空间)?"
            rf"|(?P<other>{ONE})(?:大小)?的(?:作业|进程|程序|申请|请求)|(?<=一个)\s*(?P<bare>{ONE})大小的(?=[,;。])"
        ):
            add(match.start(), "", match["size"] or match["other"] or match["bare"])
    else:
        for match in reading.take_all(
            rf"(?:申请|请求|分配|分(?=\d))(?:了|一块|一个)*(?:内存|主存|空间)?(?:大小)?(?:为|是)?\s*(?P<size>{ONE})"
        ):
            add(match.start(), "", match["size"])
    told.events = [event for _, event in sorted(found, key=lambda item: item[0])]


_TASKS = (
    (
        r"(?:哪种|哪个|哪一种)(?:分配)?(?:算法|策略|方法)?(?:能)?最(?:能)?(?:有效|充分|合理)(?:地|的)?(?:利用|使用)(?:了)?(?:内存|主存|存储)?(?:空间)?|(?:哪种|哪个|哪一种|哪些|谁)(?:算法|策略|方法)?(?:可以|可|能够?|才能)?(?:全部|都|全)(?:得到)?(?:满足|装入|装下|分配|放下)|(?:哪种|哪个|哪一种)(?:算法|策略)?(?:的|对)?(?:内存|主存|空间)?(?:的)?(?:利用|使用)(?:率)?(?:得)?最(?:充分|有效|高|好)|(?:哪种|哪个|哪一种)(?:算法|策略)?(?:可以|能够?)满足(?:该|此|上述|这个|这些|以上)?(?:全部|所有|作业|进程)*(?:的)?(?:序列)?(?:的)?(?:申请|请求|要求|需要|作业|进程)?",
        "which",
    ),
    (
        r"(?:此时|这时|则|之后|最后|最终)?(?:主存|内存)?(?:中|里)?(?:的)?最大(?:的)?(?:可用)?(?:的)?(?:一个?|那块|那个)?空闲(?:分区|区|块|空间)?(?:的)?(?:大小|容量|长度)?(?:是|为|有|还有|还剩)*(?:多大|多少|几)?(?:\s*(?:MB|KB|M|K)(?![A-Za-z]))?",
        "largest",
    ),
    (
        r"(?:此时|这时|则|之后|最后|最终)?(?:主存|内存)?(?:中|里)?(?:的)?最小(?:的)?(?:一个?|那块|那个)?空闲(?:分区|区|块|空间)?(?:的)?(?:大小|容量|长度)?(?:是|为|有|还有|还剩)*(?:多大|多少|几)?(?:\s*(?:MB|KB|M|K)(?![A-Za-z]))?",
        "smallest",
    ),
    (TOTAL, "total"),
    (
        r"(?:能不能|能否|是否能?)(?:都|全部|全)?(?:得到)?(?:装入|装得下)(?:,|\?)*|(?:能不能|能否|是否能?)(?:都|全部|全)?(?:得到)?(?:满足|分配成功|放下|装下)(?:,|\?)*|(?:是否|能否|能不能)?(?:都|全部)(?:能)?(?:装下|放下|满足|装入)(?:吗)?|哪(?:个|些|一个|几个)(?:进程|作业|申请|请求)?(?:的)?(?:内存)?(?:申请|请求)?(?:将|会)?(?:不能|无法|不会|没有|得不到|没法|未能)(?:得到|被)?(?:满足|分配|装入|成功|内存)|(?:哪|第几)(?:个|次)(?:申请|请求)(?:会|将)?(?:失败|不成功|得不到满足)",
        "failing",
    ),
    (
        r"(?:剩余|剩下)(?:的)?各(?:个)?空闲区(?:的)?(?:大小)?(?:为|是)?(?:多少|几)?|各空闲(?:分)?(?:区|块)(?:还)?剩(?:多大|多少)|(?:各|这|[三四五六]|\ue000)(?:个)?空闲(?:分区|区|块)(?:各|分别)?(?:还)?(?:剩下?|剩余)(?:多少|多大)|(?:此时|这时|最后|最终|分配(?:完)?(?:之?后)?)*(?:,)?(?:内存|主存)?(?:中|里)?(?:还)?(?:有)?(?:剩余|剩下?|剩)?(?:的)?(?:各个?)?(?:哪些|什么样的)?(?:空闲|可用)(?:的)?(?:分区|区|块)(?:链|表)?(?:的)?(?:大小|长度|始址和大小)?(?:依次|分别|各|还)*(?:为|是|有|剩)*(?:哪些|多少|多大|什么|怎样|如何|几[KM]B?)|(?:以及)?(?:最后|最终)(?:的)?空闲(?:分)?区|(?:此时|最后|分配后)?(?:的)?(?:内存|主存)?(?:中)?(?:有哪些|的)?(?:空闲|可用)(?:分区|区|块)(?:表|链)?(?:的)?(?:情况|分布|状态|大小(?=(?:依次|分别|各)*(?:为|是)?(?:多少|几|如何|怎样|什么)))(?:依次|分别|各)*(?:为|是)?(?:多少|几|如何|怎样|什么)?|有哪些空闲(?:分区|区|块)(?:\(起始地址和大小\))?|(?:写出|给出)?(?:其|它们的?|各空闲区的?)?(?:首址|始址|起始地址)(?:与|和|及)(?:大小|长度)",
        "holes",
    ),
    (
        rf"(?P<placed>{_NAME})(?:被|会|应该?|将)*(?:装|放|分配|分|安排)(?:到|在|入|进)?(?:了)?(?:内存|主存)?(?:的)?(?:什么|哪个|多少|几号?|哪里的?)(?:起始)?(?:地址|位置)|"
        rf"(?:(?P<who>{_NAME})(?:的)?)?(?:分到|分得|得到|所得|分配到|装入)?(?:的)?(?:分区|区|块|空间)?(?:的)?(?:起始地址|起址|始址|首址|首地址)(?:各|分别)*(?:是|为|在)?(?:多少|几|何|哪里?)?(?:\s*[KM]B?(?![A-Za-z]))?(?!\s*(?:和|与|及|、)?\s*(?:大小|长度))|(?:各|分别)?从(?:什么|哪个|哪)地址(?:开始)?(?:分配?|划分?)?",
        "start",
    ),
    (
        r"(?:怎么|如何|怎样)(?:进行)?分配|(?:依次)?(?:从)?(?:原来)?(?:各|分别|依次|应该?|会|将|被|它们?|分到|分得|得到|的|是|每个|进程|作业)*(?:分配?|放|装|占|落|给|挑|切)?(?:到|在|给|入|用|进|去|得|的)*(?:了|是)?(?:哪(?:些|个|一个|几个|几块|一块|块|一)?|第几(?:个|块)?)(?:空闲)?(?:的)?(?:分区|区域|区|块|空间)?(?:里|中|上|切)?|(?:各|应该?|会|将|要)*(?:选择?|选中|选取|挑选?|使用|占用|用)(?:的)?(?:是)?(?:了)?(?:哪(?:些|个|一个|几个|一)?|第几(?:个)?|多大的?|谁)(?:空闲)?(?:分区|区域|区|块|空间)?|(?:各|分别)?(?:分配|装入|放置)(?:的)?(?:结果|情况|位置)|(?:分别)?(?:分|放|装)(?:到|在|进)(?:了)?哪(?:里|儿|个)?|(?<=应|会|将)(?:该)?分配(?:到|给它?)?几(?=[,;。?]|$)|多大的?(?:空闲)?(?:分区|区|块)|(?:依次)?选(?:中|择)?(?:的是)?几?(?=[,;。?]|$)|(?:会|应)?(?:放|分|装)(?:到|在|进)几?(?=[,。?]|$)",
        "places",
    ),
    (
        r"(?:分配(?:完|之?后)?)?(?:,)?(?:该区|该分区|该空闲区|这个区|它)?(?:还|会)*(?:剩下?|剩余|余下)(?:的)?(?:空间|大小|部分|空闲区?)?(?:是|为|有)?(?:多少|多大)",
        "left",
    ),
    (
        r"(?:还有|有|剩|共|剩下)*(?:几|多少)(?:个|块)(?:空闲|可用)(?:的)?(?:分区|区|块)|空闲(?:分区|区|块)(?:的)?(?:个数|数目|数量)(?:是|为)?(?:多少|几)?|空闲(?:分区|区|块)(?:共|还|一共|总共)?(?:有|剩)?(?:几|多少)[个块]",
        "count",
    ),
)


def _asks(reading: Topic, told: Told) -> tuple[list[str], str | None]:
    subject = None
    places: dict[str, int] = {}
    for pattern, name in _TASKS:
        for match in reading.take_all(pattern):
            reading.questions.append(match.span())
            places.setdefault(name, match.start())
            if name == "start" and (who := match["who"] or match["placed"]):
                subject = _name(who)
    asked = sorted(places, key=places.__getitem__)
    if not told.holes and "start" in asked and subject is None:
        stay_out("whose start")
    return asked, subject


def understood_of(
    told: Told, algorithms: list[str], asked: Sequence[str], subject: str | None, rover: int | None, beyond: bool | None
) -> Recognition | None:
    if not asked or not told.events or len(told.units) > 1:
        return None
    unit = next(iter(told.units), "")
    parameters: dict[str, object] = {"algorithms": algorithms, "unit": unit and unit + "B", "asked": list(asked)}
    if "next" in algorithms:
        parameters["beyond"] = beyond
        if rover is None and (told.holes or not told.empty) and len(told.events) == 1:
            return None  # where the last search ended is not said
        parameters["rover"] = rover or 1
    shown = [("算法", "、".join(SHORT[name] for name in algorithms))]
    if told.holes:
        if any(size <= 0 for _, size in told.events) or not 2 <= len(told.holes) <= 12 or len(told.events) > 12:
            return None
        names = [name for name, _ in told.events]
        if any(names) and (not all(names) or len(set(names)) != len(names)):
            return None
        lengths, requests = [length for _, length in told.holes], [size for _, size in told.events]
        if any(not 1 <= length < 1 << 24 for length in (*lengths, *requests)) or ("which" in asked and len(algorithms) < 2):
            return None
        starts = [start for start, _ in told.holes]
        if None not in starts:
            rows = [(start or 0, length) for start, length in told.holes]
            if rows != sorted(rows) or any(one[0] + one[1] >= other[0] for one, other in itertools.pairwise(rows)):
                return None
            parameters["starts"] = [start for start, _ in rows]
        elif "start" in asked:
            return None
        if any(names):
            parameters["names"] = names
        if told.labels:
            if len(told.labels) != len(lengths):
                return None
            parameters["labels"] = told.labels
        if told.ordinal:
            parameters["ordinal"] = True
        shown += [
            ("空闲区", listed(lengths, "、") + (f"（{unit}B，地址由低到高）" if unit else "（地址由低到高）")),
            ("申请", listed(requests, "、")),
        ]
        return Recognition(parameters=parameters | {"lengths": lengths, "requests": requests}, understood=tuple(shown))
    return _whole(told, parameters, asked, subject, shown, unit)


def _whole(
    told: Told, parameters: dict[str, Any], asked: Sequence[str], subject: str | None, shown: list[tuple[str, str]], unit: str
) -> Recognition | None:
    """All of memory free at first."""
    if not set(asked) <= {"largest", "smallest", "total", "holes", "count", "start"} or (
        len(parameters["algorithms"]) > 1 and asked != ["holes"]
    ):
        return None
    events: list[Event] = []
    live: dict[str, int] = {}
    seen: set[str] = set()
    for name, length in told.events:
        if length < 0:  # a release that tells the size, too
            who, _, size = name.partition("=")
            if live.get(who) != int(size):
                return None
        elif length:
            if name in seen:
                return None  # two requests that a release could mean
            seen.add(name)
            live[name] = length
            events.append((name, length))
        elif live.pop(name, None) is None:
            return None
        else:
            events.append((name, 0))
    if any(name.startswith("#") for name, _ in events) != all(name.startswith("#") for name, _ in events):
        return None
    if subject is not None and subject not in seen:
        return None
    parameters |= {"events": [list(event) for event in events], "unit": unit + "B", "base": told.base}
    if subject:
        parameters["subject"] = subject
    said = "，".join(f"{_called(event)}申请 {event[1]}" if event[1] else f"{_called(event)}释放" for event in events)
    shown = [*shown, ("操作", said)]
    if told.total is None:
        return Recognition(
            parameters=parameters, understood=tuple(shown), missing=(Missing("total", "用户区（内存）一共多大？", "内存大小为 {}"),)
        )
    if told.base >= told.total:
        return None
    parameters["total"] = told.total
    return Recognition(parameters=parameters, understood=(("内存", f"{told.total} {unit}B"), *shown))


def _name(who: str) -> str:
    """`A` of `作业A`, so that `A` alone means the same."""
    return patterns.sub(r"^(?:作业|进程|任务|程序|用户)\s*(?=\S)", "", who.strip()).upper()


def _called(event: Event) -> str:
    name, length = event
    if name.startswith("#"):
        return "" if length else f"{name.removeprefix('#')} 的那块"
    return f"{name} "
