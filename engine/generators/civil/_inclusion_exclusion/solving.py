"""Solving inclusion and exclusion: everything told is a sum of parts of the Venn diagram, and what is asked must follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import ceil, lcm

from engine.generators.alternatives import but_not
from engine.generators.civil._inclusion_exclusion.both_words import in_told_words
from engine.generators.civil._inclusion_exclusion.linear import bounds
from engine.generators.civil._inclusion_exclusion.multiples_reading import read_multiples
from engine.generators.civil._inclusion_exclusion.open_reading import opened, read_open
from engine.generators.civil._inclusion_exclusion.reading import read_sets
from engine.generators.civil._inclusion_exclusion.table_reading import read_table
from engine.generators.civil._inclusion_exclusion.told import listed, minded_units, told_of
from engine.generators.civil._inclusion_exclusion.within import of_parts
from engine.generators.civil._problems.several import each_question, solve_each
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.civil._problems.unread import IN_SETS
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import StayOut, stay_out


def _combination(facts: Sequence[Sequence[Fraction]], target: Sequence[Fraction]) -> list[Fraction] | None:
    """How often each fact must be taken so that together they make the target, part by part; None where they cannot, or not in one way."""
    rows = [[fact[part] for fact in facts] + [target[part]] for part in range(len(target))]
    row = 0
    for column in range(len(facts)):
        pivot = next((each for each in range(row, len(rows)) if rows[each][column]), None)
        if pivot is None:
            return None
        rows[row], rows[pivot] = rows[pivot], rows[row]
        rows[row] = [value / rows[row][column] for value in rows[row]]
        for each in range(len(rows)):
            if each != row and rows[each][column]:
                rows[each] = [value - rows[each][column] * other for value, other in zip(rows[each], rows[row], strict=True)]
        row += 1
    if any(each[-1] for each in rows[row:]):
        return None
    return [rows[place][-1] for place in range(len(facts))]


def _sets(parameters: Parameters) -> Solution:
    facts = [([Fraction(each) for each in row], Fraction(value), what) for row, value, what in parameters["facts"]]
    equations = [(row, value) for row, value, _ in facts]
    whole = [Fraction(1)] * len(facts[0][0]) if facts else []
    people = all(value.denominator == 1 for _, value, _ in facts)
    answers, steps, bare = [], ["按韦恩图把各人数写成互不重叠的几部分之和。"], []
    for asked in parameters["asked"]:
        target = [Fraction(each) for each in asked["row"]]
        if any(row == target for row, _, _ in facts):
            stay_out("told already: something else is meant")
        least, most = bounds(equations, target)
        if least is None and most is None:
            stay_out("numbers that cannot be")
        if asked["bound"]:
            value = least if asked["bound"] == "least" else most
            word = "最少" if asked["bound"] == "least" else "最多"
            if value is not None and value.denominator != 1:
                stay_out("no whole number")
            steps.append(_extreme(facts, target, value, asked["what"], word))
        else:
            value = least if least == most else _in_whole_numbers(equations, target)
            steps.append(_settled(facts, target, value, asked["what"]))
        if value is None or value < 0:
            stay_out("not settled")
        if not asked["percent"] and "占" in asked["what"]:
            stay_out("a share of others than are told")
        if asked["percent"]:
            total = bounds(equations, whole)[0]
            if not total:
                stay_out("no per cent")
            if not is_exact(value * 100 / total, 4):
                answers.append(_no_per_cent(value, equations, bool(asked["bound"]) or "占" in asked["what"]))
                bare.append(str(value / total))
                continue
            shown, unit = decimal(value * 100 / total, 4), "%"
        else:
            if people and value.denominator != 1:
                stay_out("no whole number")
            shown, unit = decimal(value, 2), f" {asked['unit']}"
        answers.append(shown + unit)
        bare.append(shown)
    also = [*bare, *(f"{bare[0]} {unit}" for unit in ("人", "名", "户", "个", "位"))] if len(bare) == 1 else ["；".join(bare)]
    return Solution(answer="；".join(answers), also=tuple(also), steps=paragraphs(*steps))


def _no_per_cent(value: Fraction, equations: Sequence[tuple[Sequence[Fraction], Fraction]], unsure: bool) -> str:
    """A share of all that no per cent writes, as a fraction.

    Raises:
        StayOut: of how many is not settled, or a bound or a share of something else is asked.
    """
    least, most = bounds(equations, [Fraction(1)] * len(equations[0][0]))
    if unsure or least is None or least != most or value.denominator != 1:
        stay_out("no per cent")
    share = value / least
    return f"{share}（约 {decimal(share * 100, 2)}%）"


_MANY = 2000


def _in_whole_numbers(equations: Sequence[tuple[Sequence[Fraction], Fraction]], target: Sequence[Fraction]) -> Fraction:
    """The value that follows because all are whole numbers: three quarters of them are, so there are 4, 8, 12, ….

    Raises:
        StayOut: it does not follow.
    """
    whole = [Fraction(1)] * len(target)
    step = lcm(*(each.denominator for row, _ in equations for each in row))
    least, most = bounds(equations, whole)
    if step == 1 or least is None or most is None or most - least > _MANY * step:
        stay_out("not settled")
    values = set()
    for total in range(ceil(least / step) * step, int(most) + 1, step):
        values |= set(bounds([*equations, (whole, Fraction(total))], target))
    value = values.pop() if len(values) == 1 else None
    return stay_out("not settled") if value is None else value


def _settled(facts: Sequence[tuple[list[Fraction], Fraction, str]], target: list[Fraction], value: Fraction | None, what: str) -> str:
    needed = list(facts)
    while needed:
        coefficients = _combination([row for row, _, _ in needed], target)
        if coefficients is not None:
            terms = []
            for (_, number, name), each in zip(needed, coefficients, strict=True):
                if each and number:
                    factor = "" if abs(each) == 1 else f"{abs(each)} × "
                    terms.append(f"{'−' if each < 0 else '+'} {factor}{number}（{name}）")
            if terms:
                return f"{what}：{' '.join(terms).removeprefix('+ ')}，即 {value}。"
            break
        needed.pop()
    return f"由各条件列出方程，解得{what}为 {value}。"


def _extreme(
    facts: Sequence[tuple[list[Fraction], Fraction, str]], target: list[Fraction], value: Fraction | None, what: str, word: str
) -> str:
    total = next((number for row, number, _ in facts if all(each == 1 for each in row)), None)
    sizes = [number for row, number, _ in facts if not all(each == 1 for each in row)]
    everything = [Fraction(0)] * (len(target) - 1) + [Fraction(1)]
    if word == "最少" and target == everything and total is not None and len(sizes) == len(facts) - 1 and len(target) == 1 << len(sizes):
        misses = [total - size for size in sizes]
        return f"缺各样的分别有 {'、'.join(map(str, misses))}，互不重复时共 {' + '.join(map(str, misses))} = {sum(misses)}，{what}{word} {value}。"
    return f"使重叠尽量{'少' if word == '最少' else '多'}地安排各部分，{what}{word} {value}。"


def _multiples(parameters: Parameters) -> Solution:
    low, high, divisors, wanted = (parameters[name] for name in ("low", "high", "divisors", "wanted"))
    inside = range(low, high + 1)
    fits = [number for number in inside if sum((number % each == 0) << place for place, each in enumerate(divisors)) in wanted]
    if parameters.get("added"):
        return _added(inside, divisors, sum(fits))
    value = len(fits)
    counts = [sum(number % each == 0 for number in inside) for each in divisors]
    steps = [
        f"{'、'.join(f'{each} 的倍数有 {count} 个' for each, count in zip(divisors, counts, strict=True))}，同时是几个数的倍数的算重了，用容斥原理。"
    ]
    if parameters.get("pieces"):
        steps.append(f"不同的记号有 {value} 个，剪成 {value} + 1 = {value + 1} 段。")
        return Solution(answer=f"{value + 1} 段", also=(str(value + 1),), steps=paragraphs(*steps))
    return Solution(
        answer=f"{value} {parameters.get('unit', '个')}",
        also=(str(value), f"{value} 个", *(f"{value} {unit}" for unit in ("盏", "人", "名", "张"))),
        steps=paragraphs(*steps, f"所求有 {value} {parameters.get('unit', '个')}。"),
    )


def _added(inside: range, divisors: Sequence[int], value: int) -> Solution:
    """The sum of those that are wanted: sums of multiples are added and taken off as their numbers are."""
    sums = [f"全部的数之和为 {sum(inside)}"]
    for size in range(1, len(divisors) + 1):
        for some in combinations(divisors, size):
            of_all = "、".join(map(str, some)) + (" 的公倍数" if size > 1 else " 的倍数")
            sums.append(f"{of_all}之和为 {sum(number for number in inside if number % lcm(*some) == 0)}")
    return Solution(answer=str(value), steps=paragraphs("；".join(sums) + "。", f"重叠的部分用容斥原理加减，所求的数之和为 {value}。"))


def _share(parameters: Parameters) -> Solution:
    """How great a part is beside another."""
    equations = [([Fraction(each) for each in row], Fraction(value)) for row, value, _ in parameters["facts"]]
    values = []
    for row in (parameters["part"], parameters["base"]):
        least, most = bounds(equations, [Fraction(each) for each in row])
        if least is None or least != most or least < 0:
            stay_out("not settled")
        values.append(least)
    part, base = values
    if base == 0:
        stay_out("a share of nothing")
    share = part / base
    exact = is_exact(share * 100, 2)
    percent = f"{'' if exact else '约 '}{decimal(share * 100, 2)}%"
    answer = percent if parameters["percent"] or (exact and not parameters["fraction"]) else f"{share}（{percent}）"
    written = percent if exact else f"{share} ≈ {decimal(share * 100, 2)}%"
    step = f"{parameters['what']}比例：{decimal(part, 4)} ÷ {decimal(base, 4)} = {written}。"
    return Solution(answer=answer, also=(str(share), percent.removeprefix("约 ")), steps=paragraphs("按韦恩图求出两部分的人数。", step))


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "share":
        return _share(parameters)
    return _multiples(parameters) if parameters["task"] == "multiples" else _sets(parameters)


def _read_sets(text: str) -> Recognition | None:
    """Wordings that the open reader does not know; where it does and nothing follows, nothing is said.

    Raises:
        StayOut: not understood, or it does not follow.
    """
    try:
        seen = read_open(text)
    except StayOut:
        minded_units(each.unit for each in told_of(listed(opened(text)))[0] if not each.asked)
        return read_sets(text)
    if seen is None:
        return read_sets(text)
    _solve(seen.parameters)
    found = read_sets(text)
    try:
        return found if found is None or _solve(found.parameters) else None
    except StayOut:
        return seen  # the one knew that nobody is in none, the other did not


SOLVER = Solver(
    hint=r"都|均|同时|共同|最少|最多|既|恰|只|整除|倍数|至少|全[对错会]|每隔|重叠|盖|男|各占一半|%(?:的)?(?:是|为)[\u4e00-\u9fff]",
    recognise=but_not(IN_SETS)(
        in_told_words(
            of_parts(in_turn(one_reading(_read_sets, read_multiples), one_reading(read_table), read_open, each_question(read_multiples)))
        )
    ),
    solve=solve_each(_solve),
)
