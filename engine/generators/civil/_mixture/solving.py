"""Solving solutions: mixing, water added or boiled off, solute added, how much of each, pouring out and filling up, exchanging."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.civil._mixture.bottles_reading import read_bottles, read_two_mixtures, read_unknown_pours
from engine.generators.civil._mixture.group_means import read_group_means
from engine.generators.civil._mixture.reading import READERS
from engine.generators.civil._mixture.simulator import mixed, poured
from engine.generators.civil._mixture.solutions.reading import read_solutions
from engine.generators.civil._mixture.statements import read_mixing
from engine.generators.civil._problems.problems import own_wording
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, relation
from engine.generators.reading import stay_out


def _strength_answer(value: Fraction) -> tuple[str, tuple[str, ...]]:
    exact = is_exact(value) or is_exact(value, 4)
    shown = decimal(value, 2 if is_exact(value) else 4) if exact else decimal(value)
    return (f"{shown}%" if exact else f"约 {shown}%"), (f"{decimal(value, 1)}%", f"{shown}%")


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task == "relations":
        return solution(parameters)
    if task == "mix":
        unit = parameters["unit"]
        portions = [(Fraction(mass), Fraction(strength)) for mass, strength in parameters["portions"]]
        water, more = Fraction(parameters["water"]), Fraction(parameters["solute"])
        value = mixed([*portions, (water, 0), (more, 100)])
        solute = sum((mass * strength / 100 for mass, strength in portions), more)
        total = sum((mass for mass, _ in portions), Fraction(0)) + water + more
        sum_ = " + ".join(f"{decimal(mass)} × {decimal(strength)}%" for mass, strength in portions) + (
            f" + {decimal(more)}" if more else ""
        )
        answer, also = _strength_answer(value)
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(
                f"溶质一共 {sum_} {relation(solute, 4)} {decimal(solute, 4)} {unit}，溶液一共 {decimal(total)} {unit}。",
                f"浓度为 {decimal(solute, 4)} ÷ {decimal(total)} {relation(value)} {decimal(value)}%。",
            ),
        )
    if task == "reach":
        mass, strength, wanted, other = (Fraction(parameters[name]) for name in ("mass", "strength", "wanted", "with"))
        value = abs(mass * (strength - wanted) / (wanted - other))
        what = {"water": "加水", "boil": "蒸发水", "solute": "加溶质", "other": f"加 {decimal(other)}% 的溶液"}[parameters["what"]]
        answer, also = own_wording(value, parameters["unit"])
        how = (
            f"设加 x {parameters['unit']}：原有溶质 {decimal(mass)} × {decimal(strength)}% 与加入的 {decimal(other)}% x 之和，占 ({decimal(mass)} + x) 的 {decimal(wanted)}%。"
            if other
            else f"溶质不变，后来的溶液是 {decimal(mass)} × {decimal(strength)}% ÷ {decimal(wanted)}%。"
        )
        return Solution(answer=answer, also=also, steps=paragraphs(how, f"需要{what} {answer}。"))
    if task == "each":
        one, other, wanted, total = (Fraction(parameters[name]) for name in ("one", "other", "wanted", "total"))
        unit = parameters["unit"]
        of_one = total * (wanted - other) / (one - other)
        of_other = total - of_one
        steps = (
            f"十字交叉：{decimal(one)}% 与 {decimal(other)}% 的质量之比为 {decimal(abs(wanted - other))} : {decimal(abs(one - wanted))}。"
        )
        if parameters["of"] is not None:
            value = of_one if Fraction(parameters["of"]) == one else of_other
            answer, also = own_wording(value, unit)
            return Solution(answer=answer, also=also, steps=paragraphs(steps, f"需要 {answer}。"))
        first, second = own_wording(of_one, unit)[0], own_wording(of_other, unit)[0]
        return Solution(answer=f"{decimal(one)}% 的取 {first}，{decimal(other)}% 的取 {second}", also=(f"{first}，{second}",), steps=steps)
    if task == "pour":
        mass, strength, out = (Fraction(parameters[name]) for name in ("mass", "strength", "out"))
        times = parameters["times"]
        value = strength * (1 - out / mass) ** times
        if mass.denominator == out.denominator == 1:
            value = poured(int(mass), strength, int(out), times)
        answer, also = _strength_answer(value)
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(
                f"每次剩下原来溶质的 {1 - out / mass}，一共 {times} 次。",
                f"浓度为 {decimal(strength)}% × ({1 - out / mass})^{times}，即 {answer}。",
            ),
        )
    if task == "pour-shares":
        value = Fraction(parameters["strength"]) * Fraction(parameters["left"])
        answer, also = _strength_answer(value)
        return Solution(
            answer=answer,
            also=also,
            steps=f"每次剩下的溶质依次乘以 {' × '.join(f'(1 − {share})' for share in parameters['shares'])}，浓度为 {answer}。",
        )
    if task == "exchange":
        one_mass, other_mass = Fraction(parameters["first"]), Fraction(parameters["second"])
        value = one_mass * other_mass / (one_mass + other_mass)
        answer, also = own_wording(value, parameters["unit"])
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(
                "互换后浓度相等，两杯里两种溶液的比都等于原来质量的比。",
                f"取出 {decimal(one_mass)} × {decimal(other_mass)} ÷ ({decimal(one_mass)} + {decimal(other_mass)})，即 {answer}。",
            ),
        )
    once, twice = Fraction(parameters["one"]), Fraction(parameters["other"])
    # Solute 1: masses 100/one, 100/other; the same water again.
    value = 100 / (2 * 100 / twice - 100 / once)
    answer, also = _strength_answer(value)
    return Solution(
        answer=answer,
        also=also,
        steps=paragraphs(
            f"设溶质为 1，溶液由 1/{decimal(once)}% 变为 1/{decimal(twice)}%，差就是每次加的水。", f"再加一次后浓度为 {answer}。"
        ),
    )


_SETTLES = re.compile(
    "沉淀|析出|结晶|挥发|不再溶解|溶解不了|(?:没有?|未)(?:能|完全)*溶解|[洒溅]|静置|吸走|(?<![盐糖药])水[中里]?含[有盐糖]|渗?漏[出掉了]|渗出"
)
_read = in_turn(
    one_reading(*READERS),
    one_reading(read_mixing, read_group_means),
    one_reading(read_bottles, read_unknown_pours, read_two_mixtures),
    read_solutions,
)


def _recognise(text: str) -> Recognition | None:
    """As the readers, of what stays in the solution."""
    if settles := _SETTLES.search(text):
        stay_out(f"what leaves the solution: {settles[0]}")
    return _read(text)


SOLVER = Solver(
    hint=r"浓度|质量分数|含盐|含糖|盐水|糖水|溶液|酒精|%的|含水|平均|合金|消毒|药水|硫酸|果汁|勾兑",
    recognise=_recognise,
    solve=_solve,
)
