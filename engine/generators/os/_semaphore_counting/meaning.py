"""What a value of a semaphore of mutual exclusion says of the processes: which of the statements among the options is meant."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, stay_out, to_int

_WORDS = "对于 两个 并发 进程 并发进程 设 设有 互斥信号量 信号量 互斥 的 为 初值 初始值 若 如果 当 则 那么 表示 说明 意味着 表明 值 此时 这时 当前 临界区 访问 同一 共享 变量 用 来 实现 S P V 操作 是 其 有 个 "


def recognise_meaning(text: str) -> Recognition | None:
    """`Two processes, mutex = 0 means ( )`: the options say how many are inside and how many wait. None: another problem."""
    # `the semaphore mutex = 1; if mutex = 0`: the first is its first value.
    text = patterns.sub(
        r"(?P<name>mutex|(?<![A-Za-z])S)\s*=\s*1(?=\s*[,，;；。]\s*(?:若|如果|当)\s*(?P=name)\s*=)",
        r"\g<name>,初值为1",
        text,
        flags=re.IGNORECASE,
    )
    reading = Topic(patterns.sub(r"[(（]\s*[)）]", "", text))
    name = r"(?:mutex|S|信号量|互斥量)"
    value = reading.take_one(
        rf"(?:若|如果|当)?(?:互斥)?(?:信号量\s*)?(?:{name})\s*(?:的)?(?:当前)?(?:取?值)?\s*(?:=|为|等于|是)+\s*(?P<value>-?\s*[0-9])(?!\d)(?=\s*时?\s*,?\s*(?:则|那么|就)*\s*(?:表示|说明|意味着|表明|[。?]?\s*$))",
        lambda text: int(text.replace(" ", "")),
    )
    if value is None:
        return None
    first = reading.take_one(r"(?:初值|初始值)(?:为|是|=|设为)*\s*(?P<value>\d)(?!\d)", int)
    processes = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:并发|合作|互斥)?(?:的)?(?:进程|线程)", to_int)
    reading.take_all(rf"(?:互斥)?信号量\s*(?:为|是|用)?\s*{name}(?![A-Za-z])")
    reading.finish_knowing(_WORDS + "mutex 表示几 表示多少 说明几 几 多少")
    if (
        first not in (None, 1)
        or not ("互斥" in text or "mutex" in text.lower())
        or not (-1 if processes is None else 1 - processes) <= value <= 1
        or patterns.search("多少|几个|[?？].*[?？]", text)
    ):
        return None
    return Recognition(
        parameters={"task": "meaning", "value": value},
        understood=(*((("进程", f"{processes} 个"),) if processes else ()), ("互斥信号量", f"初值 1，现为 {value}")),
    )


_RESOURCE = r"(?:同类|相同的?|该类?|这类|某类|共享|独占|可用的?|的)*(?:资源|打印机|设备|磁带机|缓冲区|扫描仪)"


def recognise_counting_meaning(text: str) -> Recognition | None:
    """`3 resources, S at first 3; at some moment S = -2, then ( )`: as `recognise_meaning`, with more than one resource."""
    reading = Topic(patterns.sub(r"[(（]\s*[)）]|多少(?=[。?？]?\s*$)", "", text))
    name = r"(?:(?:资源|记录型|相应的?|该|其)*信号量\s*(?:S|s|mutex)?|(?<![A-Za-z])S)(?:\.value|\.count)?(?![A-Za-z])"
    resources = reading.take_one(rf"(?:有|共|共有)*(?<!第)(?P<value>{INTEGER})\s*[个台份](?={_RESOURCE})", to_int)
    value = reading.take_one(
        rf"(?:若|如果|当|已知)?(?:某一?(?:个)?(?:时刻|时间)|此时|现在|目前|当前|运行到某时刻|这时)[,，]?(?:{name})(?:的)?(?:当前)?(?:值)?\s*(?:=|变为|为|等于|是)+\s*(?P<value>-?\s*\d)(?!\d)",
        lambda text: int(text.replace(" ", "")),
    )
    if value is None:
        value = reading.take_one(
            rf"(?:若|如果|当)?(?:{name})(?:的)?(?:当前值|值)?\s*(?:=|变为|为|等于|是)+\s*(?P<value>-?\s*\d)(?!\d)(?=\s*时?\s*[,，]?\s*(?:则|那么|就)*\s*(?:表示|说明|意味着|表明)?[。?]?\s*$)",
            lambda text: int(text.replace(" ", "")),
        )
    first = reading.take_one(
        rf"(?:(?:{name})?(?:的)?(?:初值|初始值)(?:为|是|=|设为)*|(?:{name})\s*=)\s*(?P<value>\d)(?!\d)",
        int,
    )
    processes = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:并发|合作|用户)?(?:的)?(?:进程|线程)", to_int)
    reading.take_all(rf"{name}|{_RESOURCE}")
    reading.finish_knowing(
        _WORDS + "系统 某系统 执行 一 某 时刻 竞争 使用 控制 管理 申请 下列 说法 正确 竞争使用 都 要 需要 分配 供 与 关联"
    )
    first = resources if first is None else first
    if value is None or first is None or first < 2 or resources not in (None, first) or value > first:
        return None
    if processes is not None and value < first - processes:
        return None
    return Recognition(
        parameters={"task": "meaning", "value": value, "first": first},
        understood=(("信号量", f"初值 {first}，现为 {value}"),),
    )


_COUNT = r"(?P<count>[一二两三四五六七八九1-9])个?"


def _stated(option: str) -> tuple[int, int]:
    """(inside, waiting) that an option states.

    Raises:
        StayOut: it states something else.
    """
    inside, waiting = 0, 0
    said = False
    for clause in patterns.split(r"[,，;；。、]|而|并且|且", option):
        if not clause.strip():
            continue
        nobody = patterns.search(r"没有|无|不存在", clause)
        count = patterns.search(_COUNT, clause)
        number = 0 if nobody else to_int(count["count"]) if count else stay_out(clause)
        if patterns.search(r"等待|阻塞|等候", clause):
            waiting += number
        elif patterns.search(r"临界区|进入|使用|占用", clause):
            inside += number
        else:
            stay_out(clause)
        said = True
    return (inside, waiting) if said else stay_out(option)


def _claims(option: str) -> list[tuple[str, int]]:
    """What an option states: so many inside, waiting or free.

    Raises:
        StayOut: it states something else.
    """
    claims = []
    for clause in patterns.split(r"[,，;；。、]|而|并且|且", option):
        if not clause.strip():
            continue
        nobody = patterns.search(r"没有|无|不存在", clause)
        count = patterns.search(_COUNT, clause)
        if not count and patterns.search("(?:所有|全部)(?:的)?资源(?:都|均)?(?:空闲|可用|未分配)", clause):
            claims.append(("inside", 0))
            continue
        number = 0 if nobody else to_int(count["count"]) if count else stay_out(clause)
        if patterns.search(r"等待|阻塞|等候", clause):
            claims.append(("waiting", number))
        elif patterns.search(r"可用|空闲|剩余|可以?分配|未分配", clause):
            claims.append(("free", number))
        elif patterns.search(r"临界区|进入|使用|占用|已分配", clause):
            claims.append(("inside", number))
        else:
            stay_out(clause)
    return claims or stay_out(option)


def solve_meaning(parameters: Parameters) -> Solution:
    """At 1 nobody is inside; below, one is, and as many wait as the value is below 0."""
    value = int(parameters["value"])
    if (first := parameters.get("first")) is not None:
        told = {"inside": first - max(0, value), "waiting": max(0, -value), "free": max(0, value)}
        return Solution(
            answer="",
            fits=lambda option: all(told[name] == number for name, number in _claims(option)),
            steps=f"初值 {first} 为资源数；现为 {value}：可用资源 {told['free']} 个，已分配 {told['inside']} 个，等待的进程 {told['waiting']} 个。",
            conventions=("信号量为负时，绝对值是等待的进程数",),
        )
    expected = (0 if value == 1 else 1, max(0, -value))
    return Solution(
        answer="",
        fits=lambda option: _stated(option) == expected,
        steps=f"互斥信号量初值为 1：值为 1 表示没有进程进入临界区，值为 0 表示有一个进程进入、没有进程等待，值为负表示有一个进程进入，其绝对值是等待进入的进程数。现为 {value}。",
        conventions=("信号量为负时，绝对值是等待的进程数",),
    )
