"""Numbers told by remainders: the least that fits, how many there are in a range, how many people stand in rows.

Divisors, remainders and the least common multiple: see the theorem that is named after 孙子算经.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm, prod

from engine.generators.chance import Chance
from engine.generators.civil._problems.problems import Candidates, wrong_quantities
from engine.generators.civil._remainders.simulator import fitting as fitting
from engine.generators.civil._remainders.simulator import together as together
from engine.generators.civil._remainders.solving import SOLVER
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs

POINT = "quantity.methods.divisibility"

_STORIES = (
    ("学生", "人", "排队", "每排站"),
    ("员工", "人", "分组", "每组分"),
    ("图书", "本", "装箱", "每箱装"),
    ("苹果", "个", "装袋", "每袋装"),
)


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _alike(chance) if chance.one_in(2) else _least(chance)
    if difficulty == 2:
        return _counted(chance)
    return _stood(chance)


def _divisors(chance: Chance, count: int, least: int, greatest: int) -> list[int] | None:
    found = sorted(chance.sample(range(least, greatest + 1), count))
    return found if all(other % one for place, one in enumerate(found) for other in found[place + 1 :]) else None


def _alike(chance: Chance) -> Generated | None:
    """The same remainder, or the same number missing, for each: the multiple and a little more or less."""
    divisors = _divisors(chance, 3, 3, 12)
    if divisors is None:
        return None
    missing = chance.between(1, min(divisors) - 1)
    over = chance.one_in(2)
    step = lcm(*divisors)
    if step > 800 or step == prod(divisors) == 0:
        return None
    right = step + missing if over else step - missing
    if over and missing == min(divisors) - missing:
        return None
    candidates: Candidates = [
        (step - missing if over else step + missing, "余数加减弄反了"),
        (step, "只求了最小公倍数"),
        (prod(divisors) + (missing if over else -missing), "用三个数的积代替了最小公倍数"),
        (lcm(*divisors[:2]) + (missing if over else -missing), "只考虑了前两个数"),
        (lcm(*divisors[1:]) + (missing if over else -missing), "只考虑了后两个数"),
        (2 * step + (missing if over else -missing), "多加了一个最小公倍数"),
        (right + 1, "计算时多算了 1"),
        (right - 1, "计算时少算了 1"),
        (step + 2 * missing, "余数多加了一次"),
    ]
    told = "、".join(f"除以 {divisor} 余 {missing if over else divisor - missing}" for divisor in divisors)
    reason = (
        f"这个数减去 {missing} 就能被 {'、'.join(map(str, divisors))} 整除。"
        if over
        else f"除数与余数都相差 {missing}，所以这个数加上 {missing} 就能被 {'、'.join(map(str, divisors))} 整除。"
    )
    return Generated(
        point=POINT,
        stem=f"一个大于 {max(divisors)} 的整数，{told}，则它最小是",
        right=str(right),
        wrong=wrong_quantities(candidates, ""),
        steps=paragraphs(
            reason,
            f"{'、'.join(map(str, divisors))} 的最小公倍数是 {step}。",
            f"最小的数是 {step} {'+' if over else '−'} {missing} = {right}",
        ),
        parameters={"task": "least", "congruences": [[d, missing if over else d - missing] for d in divisors], "low": max(divisors) + 1},
    )


def _least(chance: Chance) -> Generated | None:
    """Two remainders that have nothing in common: list the one, test the other."""
    divisors = _divisors(chance, 2, 5, 13)
    if divisors is None or gcd(*divisors) > 1:
        return None
    remainders = [chance.between(1, divisor - 1) for divisor in divisors]
    if remainders[0] == remainders[1] or divisors[0] - remainders[0] == divisors[1] - remainders[1]:
        return None
    congruences = list(zip(divisors, remainders, strict=True))
    step, right = together(congruences)
    if right < max(divisors) + 3:
        return None
    large, small = congruences[1], congruences[0]
    tried = list(range(large[1], right + 1, large[0]))
    if len(tried) > 9:
        return None
    candidates: Candidates = [
        (right + step, "算成了第二小的数"),
        (step, "算成了最小公倍数"),
        (step + min(remainders), "余数不同，却按相同处理"),
        (step - right, "余数算成了缺的数"),
        (together([(small[0], large[1] % small[0]), (large[0], small[1])])[1], "两个余数用反了"),
        (right - large[0], "少加了一次除数"),
        (right + large[0], "多加了一次除数"),
        (right + small[0], "只满足一个条件"),
        (right - small[0], "只满足一个条件"),
        (right + 1, "计算时多算了 1"),
    ]
    return Generated(
        point=POINT,
        stem=f"一个正整数除以 {small[0]} 余 {small[1]}，除以 {large[0]} 余 {large[1]}，则它最小是",
        right=str(right),
        wrong=wrong_quantities(candidates, ""),
        steps=paragraphs(
            f"除以 {large[0]} 余 {large[1]} 的数从小到大是 {'、'.join(map(str, tried))}……",
            f"依次除以 {small[0]}，余数是 {'、'.join(str(number % small[0]) for number in tried)}。",
            f"第一个余 {small[1]} 的是 {right}",
        ),
        parameters={"task": "least", "congruences": [list(small), list(large)], "low": 1},
    )


def _counted(chance: Chance) -> Generated | None:
    """How many numbers of three digits fit."""
    divisors = _divisors(chance, 3, 3, 9)
    if divisors is None:
        return None
    number = chance.between(10, 60)
    congruences = [(divisor, number % divisor) for divisor in divisors]
    step, least = together(congruences)
    if step > 330 or sum(remainder == 0 for _, remainder in congruences) > 1:
        return None
    numbers = fitting(congruences, 100, 999)
    right = len(numbers)
    candidates: Candidates = [
        (right + 1, "多算了一个不在三位数里的"),
        (right - 1, "少算了最大的一个"),
        (len(fitting(congruences[:2], 100, 999)), "只考虑了前两个条件"),
        (len(fitting(congruences[1:], 100, 999)), "只考虑了后两个条件"),
        (len(fitting(congruences, 1, 999)), "把三位以下的数也算了"),
        (Fraction(900 // prod(divisors)), "用三个数的积代替了最小公倍数"),
        (right + 2, "计算有误"),
        (right - 2, "计算有误"),
        (right + 3, "计算有误"),
    ]
    told = "，".join(f"除以 {divisor} 余 {remainder}" if remainder else f"能被 {divisor} 整除" for divisor, remainder in congruences)
    return Generated(
        point=POINT,
        stem=f"一个三位数{told}，这样的三位数共有",
        right=f"{right} 个",
        wrong=wrong_quantities(candidates, "个"),
        steps=paragraphs(
            f"满足全部条件的最小的数是 {least}，{'、'.join(map(str, divisors))} 的最小公倍数是 {step}，所以这样的数是 {step}n + {least}。",
            f"三位数里最小的是 {numbers[0]}，最大的是 {numbers[-1]}。",
            f"共有 ({numbers[-1]} − {numbers[0]}) ÷ {step} + 1 = {right}，即 {right} 个",
        ),
        parameters={"task": "count", "congruences": [list(each) for each in congruences], "low": 100, "high": 999},
    )


def _stood(chance: Chance) -> Generated | None:
    """A story with one number over and one missing, within a range that leaves one."""
    what, unit, does, each = chance.choice(_STORIES)
    divisors = _divisors(chance, 3, 4, 13)
    if divisors is None:
        return None
    right = chance.between(60, 400)
    congruences = [(divisor, right % divisor) for divisor in divisors]
    step, _ = together(congruences)
    if any(remainder == 0 for _, remainder in congruences) or not 60 < step < 900:
        return None
    low = max(20, right - chance.between(5, step - 10) // 10 * 10) // 10 * 10
    high = low + step // 10 * 10 - 10
    if high <= low + 20 or len(fitting(congruences, low, high)) != 1 or not low <= right <= high:
        return None
    told = []
    for place, (divisor, remainder) in enumerate(congruences):
        told.append(f"{each} {divisor} {unit}，{'多' if place != 1 else '少'} {remainder if place != 1 else divisor - remainder} {unit}")
    only_two = fitting(congruences[:2], low, high)
    candidates: Candidates = [
        *((number, "没有满足第三个条件") for number in only_two if number != right),
        *((number, "没有满足第一个条件") for number in fitting(congruences[1:], low, high) if number != right),
        (right + step, "超出了范围"),
        (right - step, "超出了范围"),
        (
            together([congruences[0], (divisors[1], -congruences[1][1] % divisors[1]), congruences[2]])[1]
            if gcd(*divisors) == 1 and lcm(*divisors) == prod(divisors)
            else right + divisors[1],
            "把“少”当成了“多”",
        ),
        (right + divisors[0], "只满足第一个条件"),
        (right - divisors[0], "只满足第一个条件"),
        (right + divisors[2], "只满足第三个条件"),
        (right - divisors[2], "只满足第三个条件"),
        (right + 1, "计算时多算了 1"),
        (right - 1, "计算时少算了 1"),
    ]
    _, remainder = congruences[1]
    return Generated(
        point=POINT,
        stem=f"一批{what}{does}：{'；'.join(told)}。已知总数在 {low} 到 {high} {unit}之间，则共有",
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"“少 {divisors[1] - remainder} {unit}”就是除以 {divisors[1]} 余 {divisors[1]} − {divisors[1] - remainder} = {remainder}。",
            f"{low} 到 {high} 之间除以 {divisors[0]} 余 {congruences[0][1]}、除以 {divisors[1]} 余 {remainder} 的数有 {'、'.join(map(str, only_two))}。",
            f"其中除以 {divisors[2]} 余 {congruences[2][1]} 的只有 {right}，所以共有 {right} {unit}",
        ),
        parameters={"task": "only", "congruences": [list(item) for item in congruences], "low": low, "high": high},
    )


KIND = Kind(
    name="remainders",
    title="余数与整除",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
