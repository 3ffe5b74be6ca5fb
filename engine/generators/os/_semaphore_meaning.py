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
        rf"(?:若|如果|当)?(?:{name})(?:的)?(?:当前)?(?:值)?\s*(?:=|为|等于|是)+\s*(?P<value>-?\s*[0-9])(?!\d)(?=\s*时?\s*,?\s*(?:则|那么|就)*\s*(?:表示|说明|意味着|表明|[。?]?\s*$))",
        lambda text: int(text.replace(" ", "")),
    )
    if value is None:
        return None
    first = reading.take_one(r"(?:初值|初始值)(?:为|是|=|设为)*\s*(?P<value>\d)(?!\d)", int)
    processes = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:并发|合作|互斥)?(?:的)?(?:进程|线程)", to_int)
    reading.take_all(rf"(?:互斥)?信号量\s*(?:为|是|用)?\s*{name}(?![A-Za-z])")
    reading.finish(_WORDS + "mutex 表示几 表示多少 说明几 几 多少")
    if (
        processes is None
        or first not in (None, 1)
        or not ("互斥" in text or "mutex" in text.lower())
        or not 1 - processes <= value <= 1
        or patterns.search("多少|几个|[?？].*[?？]", text)
    ):
        return None
    return Recognition(
        parameters={"task": "meaning", "value": value},
        understood=(("进程", f"{processes} 个"), ("互斥信号量", f"初值 1，现为 {value}")),
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


def solve_meaning(parameters: Parameters) -> Solution:
    """At 1 nobody is inside; below, one is, and as many wait as the value is below 0."""
    value = int(parameters["value"])
    expected = (0 if value == 1 else 1, max(0, -value))
    return Solution(
        answer="",
        fits=lambda option: _stated(option) == expected,
        steps=f"互斥信号量初值为 1：值为 1 表示没有进程进入临界区，值为 0 表示有一个进程进入、没有进程等待，值为负表示有一个进程进入，其绝对值是等待进入的进程数。现为 {value}。",
        conventions=("信号量为负时，绝对值是等待的进程数",),
    )
