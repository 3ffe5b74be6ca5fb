"""Number series whose rule is told by its family, so that one continuation and no other is right; terms and sums of 等差、等比数列.

A bare row of numbers can be continued in any way one likes. Here the stem says of what family the rule is; the numbers given then settle
the rule, with at least one number more than it takes.
"""

from __future__ import annotations

import re

from engine.generators.civil._problems import opened
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, to_int

_NUMBER = r"(?P<value>-?\d+)"


def _recognise(text: str) -> Recognition | None:
    reading = opened(text)
    reading.refuse(r"奇数|偶数|倒数|末项|中项|和为\d|积|之和为|各项|每隔|等差且|大于|小于|第一个|负|最大|最小|至少|递推|通项|无穷")
    kinds = reading.take_words(((r"(?:一个)?等差数列", "arithmetic"), (r"(?:一个)?等比数列", "geometric")))
    first = reading.take_one(
        (rf"首项(?:为|是|=|:)*\s*{_NUMBER}", rf"第(?:一|1)项(?:为|是|=)*\s*{_NUMBER}", rf"(?<![a-z])a1\s*=\s*{_NUMBER}"), int
    )
    step = reading.take_one((rf"公差(?:为|是|=|:)*\s*{_NUMBER}", rf"(?<![a-z])d\s*=\s*{_NUMBER}"), int)
    ratio = reading.take_one((rf"公比(?:为|是|=|:)*\s*{_NUMBER}", rf"(?<![a-z])q\s*=\s*{_NUMBER}"), int)
    total = reading.take(
        rf"(?:它的|其)?前\s*(?P<value>{INTEGER})项(?:的)?(?:总)?和(?:是|为)?(?:多少|几|(?=[\s()。?]*$))?|(?<![a-z])s(?P<other>\d+)(?:是|为|=)?(?:多少|几)?"
    )
    term = reading.take(
        rf"(?:它的|其)?第\s*(?P<value>{INTEGER})项(?:是|为)?(?:多少|几|(?=[\s()。?]*$))|(?<![a-z])a(?P<other>\d+)(?:是|为|=)?(?:多少|几)"
    )
    reading.finish("数列 首项 它 某 一个 已知", story=True)
    if len(kinds) != 1 or first is None or (total is None) == (term is None):
        return None
    kind = kinds[0]
    change = step if kind == "arithmetic" else ratio
    if change is None or (step is not None and ratio is not None) or (kind == "geometric" and change in (0, 1)):
        return None
    asked = total or term
    assert asked is not None
    count = to_int(asked["value"] or asked["other"])
    if not 1 <= count <= (10_000 if kind == "arithmetic" else 40):
        return None
    return Recognition(
        parameters={"task": "sum" if total else "term", "kind": kind, "first": first, "change": change, "count": count},
        understood=(
            ("数列", "等差" if kind == "arithmetic" else "等比"),
            ("首项", str(first)),
            ("公差" if kind == "arithmetic" else "公比", str(change)),
            ("求", f"前 {count} 项的和" if total else f"第 {count} 项"),
        ),
    )


def _solve(parameters: Parameters) -> Solution:
    first, change, count = (parameters[name] for name in ("first", "change", "count"))
    if parameters["kind"] == "arithmetic":
        last = first + (count - 1) * change
        steps = [f"第 {count} 项为 {first} + {count - 1} × {change} = {last}。"]
        value = last
        if parameters["task"] == "sum":
            value = count * (first + last) // 2
            steps.append(f"前 {count} 项的和为 ({first} + {last}) × {count} ÷ 2 = {value}。")
    else:
        last = first * change ** (count - 1)
        steps = [f"第 {count} 项为 {first} × {change}^{count - 1} = {last}。"]
        value = last
        if parameters["task"] == "sum":
            value = first * (change**count - 1) // (change - 1)
            steps.append(f"前 {count} 项的和为 {first} × ({change}^{count} − 1) ÷ ({change} − 1) = {value}。")
    # A power of a negative number is written with brackets.
    working = re.sub(r"(?<![\d)]) ?× (-\d+)", r" × (\1)", paragraphs(*steps)) if change < 0 else paragraphs(*steps)
    return Solution(answer=str(value), steps=working)


SOLVER = Solver(hint=r"等差数列|等比数列", recognise=_recognise, solve=_solve)
