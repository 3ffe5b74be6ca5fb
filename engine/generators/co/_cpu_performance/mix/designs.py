"""Designs that each give a class of operations fewer cycles: the mean CPI of each, and which is better.

A class may be a part of another (`FPSQR` of `FP`); the rest has a mean of its own. A design takes the share of its class times what it saves from
the mean. Hennessy and Patterson, Computer Architecture (quantitative principles).
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.topic import about, percentage
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

TASK = "designs"
_NAME = r"(?:(?<![A-Za-z])[A-Z]{2,8}(?![A-Za-z])|浮点(?:数)?(?:平方根|开平方|开方|求平方根|加法|乘法|除法)?)(?:\([^()]{2,12}\))?"
_CLASS = rf"(?:所有|全部)?(?:的)?(?P<name>{_NAME})(?:操作|指令|运算)?(?:\([^()]{{2,12}}\))?(?:的)?"
_IS = r"(?:均|都|分别)?(?:为|是|=|等于|占|:|\s)*"
_SHARE = rf"{_CLASS}(?:执行|出现|使用|所占)?(?:的)?(?:比例|频率|百分比|占比|比重)?{_IS}(?P<value>\d+(?:\.\d+)?)\s*%"
_CYCLES = rf"{_CLASS}(?:平均)?(?:的)?CPI{_IS}(?P<value>\d+(?:\.\d+)?)(?!\d*%)"
_OTHERS = rf"(?:其[它他余])(?:的)?(?:操作|指令|运算)?(?:的)?(?:平均)?(?:的)?CPI{_IS}(?P<value>\d+(?:\.\d+)?)"
_INTO = r"(?:减少|降低|减小|缩短|下降|减|降|改进|改)(?:为|到|至|成)\s*(?P<to>\d+(?:\.\d+)?)"
_AGAIN = _CLASS.replace("<name>", "<also>")
_TOGETHER = rf"分别(?:把|将){_CLASS}(?:平均)?(?:的)?CPI(?:和|与|、|及){_AGAIN}(?:平均)?(?:的)?CPI(?:都|均)?{_INTO}"
_DESIGN = rf"(?:(?:第)?[一二12](?:种)?(?:方案|设计)?(?:是|为|:|,)?|方案\s*[一二12AB](?:是|为|:|,)?|(?:或者?|另一种(?:方案|设计)?(?:是|为)?))?(?:把|将|使){_CLASS}(?:平均)?(?:的)?CPI(?:从\s*\d+(?:\.\d+)?)?{_INTO}"
_ASK = r"(?:试)?(?:利用)?(?:CPU性能公式)?(?:比较)?(?:一下)?(?:这|上述|以上)?[两二]种(?:设计)?(?:方案|设计)(?:的(?:优劣|性能|好坏))?(?:,)?(?:哪一?(?:个|种)(?:方案|设计)?(?:更|较|最)?(?:好|优|佳)(?:些|一些)?)?|哪一?(?:个|种)(?:设计)?(?:方案|设计)(?:更|较|最)?(?:好|优|佳)(?:些|一些)?"
_PASSED = r"(?:假设|假定|若|现|设)?(?:有|考虑)[两二]种(?:可选(?:的)?)?(?:设计)?(?:方案|改进方法)|(?:如果|若|假设|设)(?=[A-Z浮])|CPU性能公式"


def _same(name: str) -> str:
    return patterns.sub(r"\([^()]*\)|数$", "", name).upper()


def recognise(text: str) -> Recognition | None:
    """Classes with shares and cycles, the cycles of the rest, and two designs or more.

    Raises:
        StayOut: something is not understood.
    """
    reading = Clauses(text)
    designs: list[tuple[str, str]] = []
    for match in reading.take_all(_TOGETHER):
        designs += [(_same(match["name"]), match["to"]), (_same(match["also"]), match["to"])]
    for match in reading.take_all(_DESIGN):
        designs.append((_same(match["name"]), match["to"]))
    if len(designs) != 2:
        return None
    rest = {match["value"] for match in reading.take_all(_OTHERS)}
    shares = _told(reading.take_all(_SHARE))
    cycles = _told(reading.take_all(_CYCLES))
    if len(rest) != 1 or set(shares) != set(cycles) or not {name for name, _ in designs} <= set(shares) or not shares:
        return None
    whole = _whole(list(shares), reading.text)
    asked = list(reading.take_all(_ASK))
    if not asked:
        return None
    reading.mark_asked([match.span() for match in asked])
    settle(reading, COMMON + WORDS + " 操作 指令 设计 方案 设计方案 比较 分别 哪个 更好 CPI 平均 FP 假设 试 利用 性能 公式 情况 如下")
    parameters: dict[str, object] = {
        "task": TASK,
        "classes": [[name, shares[name], cycles[name]] for name in shares],
        "whole": whole,
        "rest": rest.pop(),
        "designs": [list(design) for design in designs],
    }
    solve(parameters)
    return Recognition(
        parameters=parameters,
        understood=(
            *((name, f"{percentage(Fraction(shares[name]) / 100)}，CPI {cycles[name]}") for name in shares),
            ("其他", f"CPI {parameters['rest']}"),
            *(("方案", f"{name} 的 CPI 降为 {to}") for name, to in designs),
        ),
    )


def _told(found: list[re.Match[str]]) -> dict[str, str]:
    told: dict[str, str] = {}
    for match in found:
        if told.setdefault(_same(match["name"]), match["value"]) != match["value"]:
            stay_out("told twice")
    return told


def _whole(names: list[str], text: str) -> list[str]:
    """The classes that make up the whole with the rest: a part of another is not one of them.

    Raises:
        StayOut: it is not told whether one is a part of another.
    """
    whole = [name for name in names if not any(name != other and name.startswith(other) for other in names)]
    if len(whole) > 1 and caseless("其中").search(text):
        stay_out("which of them is a part of the other")
    return whole


def solve(parameters: Parameters) -> Solution:
    """The mean of all, and of each design.

    Raises:
        StayOut: a design saves nothing, or the two are alike.
    """
    classes = {name: (Fraction(share) / 100, Fraction(cycles)) for name, share, cycles in parameters["classes"]}
    whole = parameters["whole"]
    rest = 1 - sum((classes[name][0] for name in whole), Fraction(0))
    if rest <= 0:
        stay_out("shares")
    mean = sum((classes[name][0] * classes[name][1] for name in whole), Fraction(0)) + rest * Fraction(parameters["rest"])
    terms = " + ".join(
        [
            *(f"{percentage(classes[name][0])} × {decimal(classes[name][1], 2)}" for name in whole),
            f"{percentage(rest)} × {parameters['rest']}",
        ]
    )
    steps = [f"原来的平均 CPI 为 {terms} = {decimal(mean, 3)}。"]
    results: list[tuple[str, Fraction]] = []
    for name, to in parameters["designs"]:
        share, cycles = classes[name]
        saved = cycles - Fraction(to)
        if saved <= 0:
            stay_out("saves nothing")
        results.append((name, mean - share * saved))
        steps.append(
            f"{name} 的 CPI 降为 {to}：平均 CPI 减少 {percentage(share)} × ({decimal(cycles, 2)} − {to}) = {decimal(share * saved, 3)}，为 {decimal(results[-1][1], 3)}。"
        )
    (one, first), (other, second) = results
    if first == second:
        stay_out("alike")
    better = one if first < second else other
    said = "，".join(f"{name} 方案的 CPI {about(value, 2)}" for name, value in results)
    return Solution(
        answer=f"{said}；{better} 方案更好",
        steps=paragraphs(*steps, "指令条数和时钟频率不变，平均 CPI 小的方案快。"),
        also=(f"{decimal(first, 2)};{decimal(second, 2)}", f"{better} 方案更好", f"{better}"),
    )
