"""Slow start looked at acknowledgement by acknowledgement: each one lets the window grow by one segment."""

from __future__ import annotations

import re

from engine.generators.cn._tcp_congestion.text import HARMLESS, IS, SIZE, begin, size
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int


def recognise_acknowledged(text: str) -> Recognition | None:
    """A window in slow start, some acknowledgements that arrive, and the window asked."""
    problem = begin(text)
    if not problem.has("慢开始") or not problem.has(rf"收到(?:了)?{INTEGER}个(?:确认|ACK)"):
        return None
    problem.refuse("超时(?!发生)|3ACK|RTT|第\\d+轮|吞吐")
    problem.find("most", rf"最大(?:的)?(?:发送)?窗口(?:的)?{IS}{SIZE}", size)
    problem.find("mss", rf"(?:每个?)?(?:数据包|分组|报文段|段)(?:的)?(?:大小|长度?){IS}{SIZE}", size)
    problem.find(
        "window",
        rf"当前(?:的)?(?:发送窗口|cwnd){IS}{SIZE}|cwnd{IS}(?:当前)?{SIZE.replace('value', 'other').replace('unit', 'more')}",
        _either,
    )
    problem.find(
        "count",
        rf"(?:随后|接着|之后)?(?:发送方)?收到(?:了)?(?P<value>{INTEGER})个(?:确认|ACK)(?:应答)?(?:报文段|报文)?",
        lambda match: to_int(match["value"]),
    )
    problem.take_all(
        r"(?:假设|若)?(?:无|没有)(?:数据包)?(?:丢失)?(?:且)?(?:无|没有)?超时(?:发生)?|无超时发生|处于慢开始阶段|慢开始(?:阶段)?|在某一时刻"
    )
    problem.ask(((r"(?:此时|这时|则)?(?:当前)?(?:的)?(?:发送窗口|cwnd)(?:的)?(?:最大可能值|最大值|大小)?(?:变为|是|为)?", "window"),))
    problem.done(HARMLESS + " 数据包 确认应答 随后 某一时刻 最大可能值 无 个 字节")
    facts: dict[str, tuple[int, str] | int] = {}
    for fact in problem.told:
        if facts.setdefault(fact.name, fact.value) != fact.value:
            return None
    window, mss, most, count = facts.get("window"), facts.get("mss"), facts.get("most"), facts.get("count")
    if not problem.goals or not isinstance(window, tuple) or not isinstance(mss, tuple) or not isinstance(count, int):
        return None
    if (
        window[1] != mss[1]
        or mss[0] <= 0
        or (isinstance(most, tuple) and most[1] != mss[1])
        or set(facts) - {"window", "mss", "most", "count", "receive"}
    ):
        return None
    if count * mss[0] > window[0]:
        return None  # more than were under way
    return Recognition(
        parameters={
            "task": "acknowledged",
            "window": window[0],
            "mss": mss[0],
            "most": most[0] if isinstance(most, tuple) else None,
            "count": count,
            "unit": mss[1],
        },
        understood=(("当前窗口", f"{window[0]} {window[1]}"), ("每段", f"{mss[0]} {mss[1]}"), ("收到确认", f"{count} 个")),
    )


def _either(match: re.Match[str]) -> tuple[int, str]:
    groups = match.groupdict()
    value, unit = (groups["value"], groups["unit"]) if groups["value"] else (groups["other"], groups["more"])
    return int(value), {"字节": "B", "K字节": "KB"}.get((unit or "").strip(), (unit or "").strip().upper())


def solve_acknowledged(parameters: Parameters) -> Solution:
    """The window after the acknowledgements."""
    unit, grown = parameters["unit"], parameters["window"] + parameters["count"] * parameters["mss"]
    window = grown if parameters["most"] is None else min(grown, parameters["most"])
    if unit not in ("B", "KB"):
        stay_out("segments of no told size")
    return Solution(
        answer=f"{window} {unit}",
        also=(f"{window} 字节",) if unit == "B" else (),
        steps=paragraphs(
            f"慢开始阶段每收到一个确认，窗口增加一个段：{parameters['window']} + {parameters['count']} × {parameters['mss']} = {grown} {unit}。",
            *((f"最大窗口为 {parameters['most']} {unit}，取 {window} {unit}。",) if parameters["most"] is not None else ()),
            f"所以答案是 {window} {unit}。",
        ),
        conventions=("慢开始阶段每收到一个对新段的确认，窗口加 1 个 MSS",),
    )
