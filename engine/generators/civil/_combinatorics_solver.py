"""Solving counts of ways: rows with conditions, choosing, equal and different things shared out, derangements, digits, pairs."""

from __future__ import annotations

import itertools
from math import comb, factorial, perm

from engine.generators.civil._combinatorics import chosen, derangements, posted, shared, stand_apart, stand_together
from engine.generators.civil._combinatorics_reading import READERS
from engine.generators.civil._story import one_reading
from engine.generators.kind import Parameters, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


def _row_ways(count: int, conditions: list[list[object]]) -> int:
    """Orders in which all conditions hold, tried one by one (at most seven people) or by the textbook's formula."""
    if len(conditions) == 1 and conditions[0][0] in ("together", "apart"):
        certain = len(list(conditions[0][1]))  # type: ignore[call-overload]
        return stand_together(count, certain) if conditions[0][0] == "together" else stand_apart(count, certain)
    if not conditions:
        return factorial(count)
    spots = {
        "排头": [0],
        "第一": [0],
        "第一个": [0],
        "最前": [0],
        "最前面": [0],
        "首位": [0],
        "左端": [0],
        "最左": [0],
        "最左边": [0],
        "排尾": [count - 1],
        "最后": [count - 1],
        "末尾": [count - 1],
        "末位": [count - 1],
        "右端": [count - 1],
        "最右": [count - 1],
        "最右边": [count - 1],
        "两端": [0, count - 1],
        "两头": [0, count - 1],
    }
    middle = [count // 2] if count % 2 else []

    def holds(place: tuple[int, ...], condition: list[object]) -> bool:
        kind, who = condition[0], [place[int(str(each))] for each in condition[1]]  # type: ignore[attr-defined]
        if kind == "together":
            return max(who) - min(who) == len(who) - 1
        if kind == "apart":
            ordered = sorted(who)
            return all(after - before > 1 for before, after in itertools.pairwise(ordered))
        if kind == "order":
            return who[0] < who[1]
        where = spots.get(str(condition[2]), middle)
        return (who[0] in where) == (kind == "at")

    return sum(all(holds(place, condition) for condition in conditions) for place in itertools.permutations(range(count)))


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    unit = "种"
    if task == "row":
        people, conditions = parameters["people"], parameters["conditions"]
        value = _row_ways(people, conditions)
        if not value:
            stay_out("no way at all")
        kinds = [each[0] for each in conditions]
        steps = []
        if kinds == ["together"]:
            certain = len(conditions[0][1])
            steps = [
                f"捆绑法：{people - certain + 1} 个元素排列，再乘以内部的 {certain}!：{factorial(people - certain + 1)} × {factorial(certain)} = {value}。"
            ]
        elif kinds == ["apart"]:
            certain = len(conditions[0][1])
            steps = [
                f"插空法：其余先排 {people - certain}! = {factorial(people - certain)}，{people - certain + 1} 个空里放 {certain} 人：{perm(people - certain + 1, certain)}，{factorial(people - certain)} × {perm(people - certain + 1, certain)} = {value}。"
            ]
        elif not kinds:
            steps = [f"全排列：{people}! = {value}。"]
        else:
            steps = [f"先安排有要求的人，再排其余的；满足全部条件的排法有 {value} 种。"]
    elif task == "circle":
        people, certain = parameters["people"], parameters["certain"]
        value = factorial(people - certain) * factorial(certain)
        steps = [
            f"环形排列，{people - certain + 1} 个元素有 {people - certain}! = {factorial(people - certain)} 种，相邻的人内部 {certain}! = {factorial(certain)}，共 {value} 种。"
        ]
    elif task in ("together", "apart"):
        people, certain = parameters["people"], parameters["certain"]
        if task == "together":
            value = stand_together(people, certain)
            steps = [f"捆绑法：{factorial(people - certain + 1)} × {factorial(certain)} = {value}。"]
        else:
            value, others = stand_apart(people, certain), people - certain
            steps = [
                f"插空法：其余先排 {factorial(others)} 种，{others + 1} 个空里放 {certain} 个有 {perm(others + 1, certain)} 种，{factorial(others)} × {perm(others + 1, certain)} = {value}。"
            ]
    elif task == "shared":
        things, boxes, least = parameters["things"], parameters["boxes"], parameters["least"]
        value, left = shared(things, boxes, least), things - boxes * (least - 1)
        steps = [f"先各给 {least - 1} 份，还剩 {left} 份。"] if least > 1 else [f"每个盒子先借 1 份，共 {left} 份。"] if least == 0 else []
        steps.append(f"隔板法：{left - 1} 个空隙里插 {boxes - 1} 块板，有 {value} 种。")
    elif task == "posted":
        people, places = parameters["people"], parameters["places"]
        value = posted(people, places) if parameters["least"] else places**people
        steps = [
            f"{people} 个不同的分到 {places} 处{'，每处至少一个' if parameters['least'] else '，各有 ' + str(places) + ' 种去处'}，有 {value} 种。"
        ]
    elif task == "derange":
        value = derangements(parameters["count"])
        row = [derangements(each) for each in range(1, parameters["count"] + 1)]
        steps = [f"错位排列，D(n) = (n − 1)(D(n − 1) + D(n − 2))：依次为 {'、'.join(map(str, row))}。"]
    elif task == "digits":
        unit = "个"
        digits, length, kind = parameters["digits"], parameters["length"], parameters["kind"]
        last = {
            "all": digits,
            "even": [each for each in digits if each % 2 == 0],
            "odd": [each for each in digits if each % 2],
            "five": [each for each in digits if each % 5 == 0],
        }[kind]
        value = 0
        steps = []
        for each in [None] if kind == "all" else last:
            rest = [digit for digit in digits if digit != each]
            places = length - (each is not None)
            ways = perm(len(rest), places) - (perm(len(rest) - 1, places - 1) if 0 in rest else 0)
            value += ways
            steps.append(f"{'' if each is None else f'个位是 {each}：'}首位不能是 0，有 {ways} 个。")
        steps.append(f"一共 {value} 个。")
    elif task == "plain":
        total, take = parameters["total"], parameters["take"]
        value = perm(total, take) if parameters["ordered"] else comb(total, take)
        steps = [f"{'排列' if parameters['ordered'] else '组合'}数：从 {total} 个里取 {take} 个，有 {value} 种。"]
        if parameters.get("unit"):
            return Solution(answer=str(value), also=tuple(f"{value} {each}" for each in ("次", "场", "张", "盘")), steps=paragraphs(*steps))
    else:
        wanted, others, take, fits, who = (parameters[each] for each in ("wanted", "others", "take", "fits", "who"))
        by_number = [(each, comb(wanted, each), comb(others, take - each)) for each in fits]
        value = sum(one * other for _, one, other in by_number)
        if parameters["least"] is not None and value != chosen(others, wanted, take, parameters["least"]):
            stay_out("two ways, two answers")
        steps = [f"{who} {each} 人：{one} × {other} = {one * other} 种。" for each, one, other in by_number]
        steps.append(f"一共 {value} 种。")
    return Solution(answer=f"{value} {unit}", also=(f"{value} 个",) if unit == "种" else (f"{value} 种",), steps=paragraphs(*steps))


SOLVER = Solver(
    hint=r"种|法|握|循环|多少个|几个|方案|贺卡|比赛",
    recognise=one_reading(*READERS),
    solve=_solve,
)
