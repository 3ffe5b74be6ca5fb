"""Reading problems about resources of one type and deadlock: of resources, processes and needs two are told and the third is asked,
or all are told and it is asked whether there can be a deadlock.
"""

from __future__ import annotations

import re

from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._clauses import Clauses
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_RES = r"(?:同类|该类|这类|同一类|同种|这些|某类|某种|相同的?|这种|该种?|互斥|临界|此类|共享|独占)*(?:的)?(?:可重用|互斥使用的?|同类)?(?:资源|打印机|设备|磁带机|磁带驱动器|绘图仪|扫描仪|单位资源|缓冲区|缓冲块|工具|笔|扳手|刀具|显卡|GPU|驱动器|光驱|投影仪|机器|电锯|R类资源|(?<!死)锁)"
_UNIT = r"(?:个|台|支|把|件|块|份|套|条|张|根|类)"
_WHO = r"(?:(?:并发|用户|竞争|这样|这种|合作)*(?:执行)?(?:的)?(?:进程|线程|作业|任务|程序)|人|同学|学生|工人|用户|师傅)"
_COUNT = rf"(?<![\d.第\-])(?!一)(?:{INTEGER})\s*(?:[个台支把件块份套条张根名位](?!类)|(?=进程|线程|人))"
_BARE = rf"(?<=[为是有共=:达数量])\s*(?:{INTEGER})(?!\s*[个台支把件块份套名位条张根类种次\d\-~]|进程)"
_LIST = rf"\d+\s*{_UNIT}?(?:\s*(?:、|,|和|及|,\s*和)\s*\d+\s*{_UNIT}?)+"
_WANT = r"(?<![争共])(?:需求(?:量|数|上限)?|需要|使用|申请|请求|占用|占|要用|要求|用到|要|用|需|拿|吃)"

_NEED = rf"(?:且|而)?(?:每个?|各个?|每一个|每位|每名|单个|一个)(?:{_WHO})?(?:(?:运行|执行|完成)(?:时|期间|过程中|完|下来)*)?(?:对)?(?:{_RES})?(?:的)?(?:都|均|各|总共|一共|最大|最多|至多|最多会|顶多|峰值|同时|可能|可以|会|能)*(?:的)?(?:资源|同时|可|会)*(?:{_WANT})+(?:都|均|最多|至多)*(?:{_RES})?|(?:都|均|各)(?:最多|至多|同时|要)*(?:{_WANT})+(?:{_RES})?|最大需求(?:量|数)?|最多{_WANT}+(?:{_RES})?"

_ROLES = (
    Role(name="processes", quantity=_COUNT, read=to_count, before=rf"{_WHO}(?:的)?(?:个)?(?:总)?数(?:目|量)?"),
    Role(name="need", quantity=_COUNT, read=to_count, before=_NEED),
    Role(
        name="resources",
        quantity=_COUNT,
        read=to_count,
        before=rf"(?<!需)(?<!只)(?:{_RES})(?:的)?(?:总|共|一共|数量|数目|总数|总量|可用)*|(?<!需)(?:共|一共|总共|只|仅|配|拥|具|设)?有|共享|竞争|共用|争用|争夺|抢|总数|总量",
        after=rf"(?:数量有限的)?(?:{_RES})",
    ),
    Role(name="processes", quantity=_BARE, read=to_count, before=rf"{_WHO}(?:的)?(?:个)?(?:总)?数(?:目|量)?"),
    Role(name="need", quantity=_BARE, read=to_count, before=_NEED),
    Role(
        name="resources", quantity=_BARE, read=to_count, before=rf"(?<!对)(?<!对该)(?:{_RES})(?:的)?(?:总|数量|数目|数|总数|总量)+|资源总数"
    ),
)


def recognise(text: str) -> Recognition | None:
    """A problem about resources of one type as understood; None where it is another problem."""
    reading = Clauses(_with_values(text))
    reading.refuse(
        r"围|圆桌|相邻|左|右|餐|银行家|安全序列|Available|Allocation|哲学家|两类|多类|两种|三类|已(?:经)?(?:分配|占|获|得|拿)|已占有|当前|剩余|优先级|剥夺|有序|静态|一次性|预先|条件是|必要条件|释放后|再加|又加|增加"
    )
    reading.take_all(
        rf"每次(?:都)?(?:只|仅|最多)?(?:能|可以?|允许)?(?:申请|请求|拿|领|取)(?:一|1){_UNIT}(?:{_RES})?|得不到(?:资源)?(?:就|则|时)?(?:等待|等着|阻塞)|(?:用完|运行完|结束)(?:后|才)?(?:就|全部|再|才|一起)*(?:归还|释放)(?:全部)?(?:资源)?|逐个申请|一个一个(?:地)?申请"
        rf"|(?:一次|每次|每回)(?:只|仅)?(?:能|可以?|允许)?(?:拿|取|领|申请|请求|借)(?:一|1){_UNIT}(?:{_RES})?|(?:{_RES})?(?:都)?(?:是|必须|要|只能)?(?:互斥|独占)(?:地)?(?:使用|用|访问|占用)(?:的)?|(?:某|一)?台?机器(?:上)?(?=有)"
    )
    lower_word, upper_word = r"至少|最少|最小|起码|不少于|下限|达到", r"最多|至多|最大|顶多|不超过|不能超过|不可超过|别超过|不得超过|上限"
    needs = reading.take(
        rf"(?:最大|最多|至多|总共)?(?:的)?(?:分别|各自?|依次)*(?:资源)?(?:{_WANT}|需求)[^,;。?!\d\ue000]{{0,12}}(?P<value>{_LIST})(?:的)?(?:{_RES})?"
    )
    told = reading.take_one(rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个|名|位)?(?:活跃|并发|独立)?(?:{_WHO})(?!数)", to_int)
    values = reading.assign(_ROLES)
    processes, need, resources = values.get("processes", told), values.get("need"), values.get("resources")
    if told not in (None, processes):
        return None
    names = reading.take(r"(?<![A-Za-z])[A-Z]\d(?:\s*[、,和 ]\s*[A-Z]\d)+(?!\d)")
    letters = {match[0].lower() for match in re.finditer(r"(?<![A-Za-z])[NnMmKkXxYyRrWw](?![A-Za-z])", reading.rest)}
    if len(letters) > 1:
        return None
    letter = next(iter(letters), "")
    lettered = _lettered(reading, letter) if letter else None
    negative = r"(?:不会?|没有?|不可能|绝不|避免|防止|杜绝|免于?|无|不致|肯定不|一定不|未)(?:再|会|至于|出现|发生|产生|导致|引起|可能|任何|陷入|进入|形成|造成|了|的)*死锁"
    whether = reading.take_all(
        r"(?:会不会|会否|是否(?:会|可能|有可能)?|有没有可能|有无可能|可不可能|可能不可能|能不能|有没有|能否)(?:一定|肯定)?(?:发生|产生|出现|导致|引起|陷入)?死锁|(?:会|可能|有可能|能)(?:发生|产生|出现|导致|陷入)?死锁(?:吗|么|嘛|不(?=[,。?]|$))|死锁(?:了)?(?:吗|么)|(?:会|存在|有)死锁(?:的)?(?:可能|危险)(?:性)?(?:吗|么)"
    )
    safe = reading.take_all(negative)
    possible = reading.take_all(r"(?:可能|有可能|就|才|便|会)+(?:发生|产生|出现|导致|引起|陷入)?(?:的)?死锁")
    target = None
    for name, pattern in (
        (
            "need",
            rf"(?:每个|每|各|单个)(?:{_WHO})?[^,;。?!\ue000]{{0,14}}(?:多少|几)|(?:每个|各)(?:{_WHO})[^,;。?!\ue000]{{0,8}}(?:最大|最多)(?:需求|申请|请求)",
        ),
        ("processes", rf"{_WHO}(?:的)?(?:个|总)?数|(?:多少|几)(?:[个名位])?{_WHO}|(?:最大|最多)(?:的)?{_WHO}"),
        (
            "resources",
            rf"{_RES}(?:的)?(?:最少|最小|至少|总)*(?:的)?(?:个|台)?数|(?:多少|几){_UNIT}(?:这样的?|这种)?{_RES}|(?:最少|最小)(?:的)?{_RES}",
        ),
    ):
        if reading.has(pattern):
            target = name
            break
    lower, upper = reading.take_all(lower_word), reading.take_all(upper_word)
    reading.take_all(rf"{_RES}(?:的)?(?:数(?:目|量)?)?")
    reading.finish(
        "永远 永不 始终 得 起码 若干台 几个 几台 系统 进程 线程 资源 同类 同一类 同一种 个 台 共享 竞争 使用 某种 某类 该类 类 打印机 设备 磁带机 申请 最大 需求 需求量 数 数目 数量 值 并发 并发进程 都 都需要 均 均需要 需要 有 拥有 应 提供 配置 配备 准备 使 它们 这些 互斥 的同类资源 个数 台数 这样 这样的 同时 同时运行 "
        f"运行 写字 工作 干活 完成任务 争用 争夺 抢 最小值 最大值 这类资源 类资源 若干 若干个 每个 每 各 任何情况下 任何 无论如何 绝对 一定 肯定 仅有 只有 仅 死锁 危险 可能性 现象 不变 多个 {letter} 必须 允许 支持 放 备 买 容纳 最坏情况 最坏 情况下 同种 单类 一类 供 让 能够 会 才 就 人 同学 工具 总数 总量 总 临界 临界资源 几台 类型 取值 的值 资源数"
    )
    counts = [int(number) for number in re.findall(r"\d+", needs["value"])] if needs else []
    if names and len(re.findall(r"[A-Z]\d", names[0], re.IGNORECASE)) not in (processes, len(counts)):
        return None
    if names and processes is None:
        processes = len(re.findall(r"[A-Z]\d", names[0], re.IGNORECASE))
    if counts and (need is not None or processes not in (None, len(counts))):
        return None
    if counts:
        processes = len(counts)
    elif need is not None and processes is not None:
        counts = [need] * processes
    if not safe and not possible and not whether:
        return None
    known = {
        name
        for name, value in (("processes", processes), ("need", need or (counts or None)), ("resources", resources))
        if value is not None
    }
    if not len(known) >= 2 or any(value is not None and not 1 <= value <= 10_000 for value in (processes, need, resources)):
        return None
    if len(known) == 3:
        if not whether or safe or possible or lower or upper or not counts or resources is None or max(counts) > resources:
            return None
        return Recognition(
            parameters={"asked": "whether", "needs": counts, "resources": resources},
            understood=(("资源数", str(resources)), ("各进程的最大需求", listed(counts, "、"))),
        )
    unknown = ({"processes", "need", "resources"} - known).pop()
    if whether or (safe and possible) or bool(lower) == bool(upper) or lettered not in (None, unknown) or target not in (None, unknown):
        return None
    if unknown == "resources":
        if not safe or upper or not 1 <= len(counts) <= 100 or any(not 1 <= one <= 1000 for one in counts):
            return None
        if len(set(counts)) == 1:
            understood = [("进程数", str(len(counts))), ("每个进程最多需要", f"{counts[0]} 个")]
        else:
            understood = [("各进程的最大需求", listed(counts, "、"))]
        return Recognition(parameters={"asked": "least", "needs": counts}, understood=tuple(understood))
    assert resources is not None
    if bool(safe) != bool(upper):
        return None  # fewest that do not deadlock, most that do: nothing to compute
    if unknown == "processes":
        if need is None or not 2 <= need <= resources:
            return None
        return Recognition(
            parameters={"asked": "most" if safe else "may", "resources": resources, "need": need},
            understood=(("资源数", str(resources)), ("每个进程最多需要", f"{need} 个")),
        )
    if not safe or processes is None or needs:
        return None
    return Recognition(
        parameters={"asked": "need", "resources": resources, "processes": processes},
        understood=(("资源数", str(resources)), ("进程数", str(processes))),
    )


def _with_values(text: str) -> str:
    """The text with what its letters are said to be (`m=10`) in their places."""
    for letter, value in re.findall(r"(?<![A-Za-z])([a-z])\s*=\s*(\d+)(?![\d.])", text):
        if len(re.findall(rf"(?<![A-Za-z]){letter}\s*(?=[个台])", text)) == 1:
            text = re.sub(rf"(?:若|当|其中|设)?(?<![A-Za-z]){letter}\s*=\s*{value}\s*[,，、]?", "", text)
            text = re.sub(rf"(?<![A-Za-z]){letter}\s*(?=[个台])", value, text)
    return text


def _lettered(reading: Clauses, letter: str) -> str | None:
    """What a letter stands for; all that is said of it alone."""
    found = {
        name
        for name, pattern in (
            ("processes", rf"(?<![A-Za-z]){letter}\s*[个名位](?:{_WHO})|{_WHO}(?:的)?(?:个)?数(?:目|量)?(?:为|是)?{letter}"),
            ("need", rf"(?<!争)(?<!共享)(?:{_WANT})(?:量|数|都|均|相同|一样|同样|,|为|是|设)*{letter}(?![A-Za-z])"),
            (
                "resources",
                rf"(?<!要)(?<!用)(?<![A-Za-z]){letter}\s*{_UNIT}\s*(?:{_RES})|(?:{_RES})(?:的)?(?:总|个)?(?:数|数量|数目)?(?:为|是)?{letter}(?![A-Za-z])|数量?(?:为|是){letter}(?:个)?的(?:{_RES})",
            ),
        )
        if reading.has(pattern)
    }
    if len(found) > 1:
        stay_out(f"{letter} stands for several things")
    return next(iter(found), None)
