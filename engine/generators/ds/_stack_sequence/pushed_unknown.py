"""What is pushed is unknown and what is popped is told: `the input is p1, p2, …, pn, the output is 1, 2, …, n`."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._stack_sequence.claims import claims
from engine.generators.ds._stack_sequence.stacks import pop_sequences
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

_N = r"[,、]?(?:\.{2,}|…+|⋯+)[,、]?n"
_TEXT = re.compile(
    r"(?:设|若|已知|如果)?(?:一个|某个?)?栈S?的?(?:输入|入栈|进栈|压栈)(?:序列|顺序|次序)?[是为](?P<of>[pPaA])1[,、](?P=of)2(?:[,、](?P=of)3)?[,、]?(?:\.{2,}|…+|⋯+)[,、]?(?P=of)n,?"
    rf"[其且而]?(?:输出|出栈)(?:序列|顺序|次序)?[是为]1[,、]2(?:[,、]3)?{_N},?(?:若|如果|且|已知|当)?(?P=of)(?P<told>\d|n)(?:=|是|为)(?P<value>\d|n),?"
    r"时?,?(?:则|那么)?(?P=of)(?P<asked>\d|n)(?:的取?值)?[是为]?[()?。:]*"
)
_TRIED = range(6, 9)


def recognise(text: str) -> Recognition | None:
    """One place of the push sequence told and another asked, where the elements are named after their place in the output."""
    found = _TEXT.fullmatch(patterns.sub(r"\s+", "", text))
    if found is None:
        return None
    if found["told"] == found["asked"]:
        stay_out("what is told is asked")
    return Recognition(
        parameters={"task": "pushed-unknown", "told": found["told"], "value": found["value"], "asked": found["asked"]},
        understood=(
            ("入栈顺序", "P1, P2, …, Pn"),
            ("出栈顺序", "1, 2, …, n"),
            ("已知", f"P{found['told']} = {found['value']}"),
            ("求", f"P{found['asked']}"),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """What the other place may hold, for several n: an element's name is its place in the output.

    Raises:
        StayOut: what is told cannot be.
    """
    tried: list[tuple[int | None, set[str]]] = []
    for count in _TRIED:
        told, value, asked = (count if parameters[name] == "n" else int(parameters[name]) for name in ("told", "value", "asked"))
        if not (1 <= told <= count and 1 <= value <= count and 1 <= asked <= count):
            stay_out("no such place")
        names = [str(place) for place in range(1, count + 1)]
        there = {str(row.index(str(asked)) + 1) for row in pop_sequences(names, None) if row[value - 1] == str(told)}
        tried.append((count, there or stay_out("what is told cannot be")))
    return claims(
        tried,
        f"P 的下标是入栈的次序，值是出栈的次序。列出 P{parameters['told']} 第 {parameters['value']} 个出栈的所有情况（n 取 {_TRIED[0]}），"
        f"P{parameters['asked']} 可能是 {listed(sorted(map(int, tried[0][1])), '、')}，逐项对照。",
        ("元素互不相同，栈初始为空，栈的容量足够",),
    )
