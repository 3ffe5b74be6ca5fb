"""Solutions: two mixed, water added or boiled off, how much of each for a wanted strength, part poured out and filled up again and again.

Strength (浓度) is the mass of what is dissolved over the mass of the solution. Nothing is lost but what is said to be.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from engine.generators.chance import Chance
from engine.generators.civil._mixture.simulator import mixed as mixed
from engine.generators.civil._mixture.simulator import portions_for as portions_for
from engine.generators.civil._mixture.simulator import poured as poured
from engine.generators.civil._mixture.simulator import water_to_reach as water_to_reach
from engine.generators.civil._mixture.solving import SOLVER
from engine.generators.civil._problems.problems import Candidates, quantity, wrong_quantities
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact

POINT = "quantity.applied.concentration"


# --- questions ---------------------------------------------------------------------------------------------------------------------

_LIQUIDS = ("盐水", "糖水", "酒精溶液", "消毒液", "药水")


def _write(chance: Chance, difficulty: int) -> Generated | None:
    liquid = chance.choice(_LIQUIDS)
    first_half = chance.one_in(2)
    if difficulty == 1:
        return _mix(chance, liquid) if first_half else _water(chance, liquid)
    if difficulty == 2:
        return _cross(chance, liquid) if first_half else _twice(chance, liquid)
    return _pour(chance, liquid) if first_half else _swap(chance, liquid)


def _mix(chance: Chance, liquid: str) -> Generated | None:
    masses = [chance.between(100, 600, 50), chance.between(100, 600, 50)]
    strengths = [chance.between(4, 40, 2), chance.between(4, 40, 2)]
    right = mixed(list(zip(masses, strengths, strict=True)))
    if masses[0] == masses[1] or abs(strengths[0] - strengths[1]) < 6 or not is_exact(right, 1):
        return None
    solutes = [Fraction(mass * strength, 100) for mass, strength in zip(masses, strengths, strict=True)]
    candidates: Candidates = [
        (Fraction(sum(strengths), 2), "把两个浓度直接取平均"),
        (mixed([(masses[1], strengths[0]), (masses[0], strengths[1])]), "两份溶液的质量用反了"),
        (sum(solutes, Fraction(0)) * 100 / max(masses), "只除以了较多的一份溶液"),
        (sum(solutes, Fraction(0)) * 100 / (sum(masses) + sum(solutes, Fraction(0))), "溶质又加进了溶液的质量"),
        (sum(strengths), "把两个浓度相加"),
        (abs(strengths[0] - strengths[1]), "把两个浓度相减"),
        (right + 1, "计算时多算了 1 个百分点"),
        (right - 1, "计算时少算了 1 个百分点"),
        (right + 2, "计算时多算了 2 个百分点"),
        (right - 2, "计算时少算了 2 个百分点"),
    ]
    shown = quantity(right, "%", 1)
    return Generated(
        point=POINT,
        stem=f"把 {masses[0]} 克浓度为 {strengths[0]}% 的{liquid}和 {masses[1]} 克浓度为 {strengths[1]}% 的同种{liquid}混合均匀，混合后的浓度为",
        right=shown,
        wrong=wrong_quantities(candidates, "%", 1),
        steps=paragraphs(
            f"溶质一共 {masses[0]} × {strengths[0]}% + {masses[1]} × {strengths[1]}% = {decimal(sum(solutes, Fraction(0)))} 克。",
            f"溶液一共 {masses[0]} + {masses[1]} = {sum(masses)} 克。",
            f"浓度为 {decimal(sum(solutes, Fraction(0)))} ÷ {sum(masses)} = {shown}",
        ),
        parameters={"task": "mix", "masses": masses, "strengths": strengths},
    )


def _water(chance: Chance, liquid: str) -> Generated | None:
    mass, strength, wanted = chance.between(100, 900, 20), chance.between(5, 50), chance.between(4, 60)
    right = water_to_reach(mass, strength, wanted)
    boil = right < 0
    right = abs(right)
    if strength == wanted or right.denominator != 1 or right < 20:
        return None
    solute = Fraction(mass * strength, 100)
    if not is_exact(solute):
        return None
    final = solute * 100 / wanted
    change = abs(strength - wanted)
    candidates: Candidates = [
        (Fraction(mass * change, 100), "用浓度的变化直接乘了原来的质量"),
        (final, "算成了后来溶液的总质量"),
        (solute, "算成了溶质的质量"),
        (abs(Fraction(mass * wanted, strength) - mass), "前后两个浓度用反了"),
        (Fraction(mass * change, wanted + strength), "除以了两个浓度的和"),
        (Fraction(mass * (100 - strength), 100), "算成了原来水的质量"),
        (right + 10, "计算时多算了 10 克"),
        (right - 10, "计算时少算了 10 克"),
        (right + 20, "计算时多算了 20 克"),
        (right - 20, "计算时少算了 20 克"),
    ]
    shown = f"{right} 克"
    act, sign = ("蒸发掉水", f"{mass} − {decimal(final)}") if boil else ("加入水", f"{decimal(final)} − {mass}")
    return Generated(
        point=POINT,
        stem=f"有浓度为 {strength}% 的{liquid} {mass} 克，要使浓度变为 {wanted}%，需要{act}",
        right=shown,
        wrong=wrong_quantities(candidates, "克"),
        steps=paragraphs(
            f"水变了，溶质没有变：{mass} × {strength}% = {decimal(solute)} 克。",
            f"后来溶液有 {decimal(solute)} ÷ {wanted}% = {decimal(final)} 克。",
            f"需要{act} {sign} = {right}，即 {shown}",
        ),
        parameters={"task": "boil" if boil else "water", "mass": mass, "strength": strength, "wanted": wanted},
    )


def _cross(chance: Chance, liquid: str) -> Generated | None:
    weak, strong = chance.between(5, 30), chance.between(20, 80)
    total = chance.between(100, 900, 50)
    wanted = chance.between(weak + 1, strong - 1) if strong - weak > 4 else 0
    if not wanted:
        return None
    of_weak, of_strong = portions_for(total, weak, strong, wanted)
    if of_weak.denominator != 1 or of_weak == of_strong or min(of_weak, of_strong) < 20:
        return None
    ask_weak = chance.one_in(2)
    right, other = (of_weak, of_strong) if ask_weak else (of_strong, of_weak)
    candidates: Candidates = [
        (other, "交叉后的比用反了"),
        (Fraction(total, 2), "以为两种溶液各取一半"),
        (Fraction(total * weak, weak + strong), "按两个浓度的比分配了质量"),
        (Fraction(total * strong, weak + strong), "按两个浓度的比分配了质量"),
        (abs(of_weak - of_strong), "算成了两种溶液质量的差"),
        (Fraction(total * wanted, 100), "算成了溶质的质量"),
        (right + 10, "计算时多算了 10 克"),
        (right - 10, "计算时少算了 10 克"),
        (right + 25, "计算时多算了 25 克"),
        (right - 25, "计算时少算了 25 克"),
    ]
    name = weak if ask_weak else strong
    share = strong - wanted if ask_weak else wanted - weak
    return Generated(
        point=POINT,
        stem=f"用浓度为 {weak}% 和 {strong}% 的两种同类{liquid}，配制浓度为 {wanted}% 的{liquid} {total} 克，需要浓度为 {name}% 的{liquid}",
        right=f"{right} 克",
        wrong=wrong_quantities(candidates, "克"),
        steps=paragraphs(
            f"十字交叉：{weak}% 的与 {strong}% 的质量之比为 ({strong} − {wanted}) : ({wanted} − {weak})，即 {strong - wanted} : {wanted - weak}。",
            f"一共 {strong - wanted} + {wanted - weak} = {strong - weak} 份，{name}% 的占 {share} 份。",
            f"需要 {total} ÷ {strong - weak} × {share} = {right}，即 {right} 克",
        ),
        parameters={"task": "cross", "weak": weak, "strong": strong, "wanted": wanted, "total": total, "ask_weak": ask_weak},
    )


def _twice(chance: Chance, liquid: str) -> Generated | None:
    """Water is added twice, the same amount: from the first two strengths the third."""
    first, second = chance.between(12, 60), chance.between(8, 40)
    if second >= first:
        return None
    # With the solute 1, the solution weighs 100/first, then 100/second; the third time it grows as much again.
    right = 1 / (2 / Fraction(second) - 1 / Fraction(first))
    if right.denominator != 1 or right < 3:
        return None
    candidates: Candidates = [
        (2 * second - first, "以为浓度每次下降一样多"),
        (Fraction(second * second, first), "以为浓度每次按同一比例下降"),
        (Fraction(first, 3), "以为加两次水后是原来的三分之一"),
        (Fraction(second, 2), "以为再加一次水后减半"),
        (Fraction(first + second, 4), "浓度直接取了平均再减半"),
        (right + 1, "计算时多算了 1 个百分点"),
        (right - 1, "计算时少算了 1 个百分点"),
        (right + 2, "计算时多算了 2 个百分点"),
        (right - 2, "计算时少算了 2 个百分点"),
    ]
    solute = lcm(first, second)
    one, two = solute // first, solute // second
    return Generated(
        point=POINT,
        stem=f"一杯{liquid}的浓度为 {first}%，加入一定量的水后，浓度变为 {second}%；再加入同样多的水，浓度变为",
        right=f"{right}%",
        wrong=wrong_quantities(candidates, "%"),
        steps=paragraphs(
            f"溶质不变，设为 {solute} 份，则原来溶液有 {solute} ÷ {first}% = {one * 100} 份，加一次水后有 {solute} ÷ {second}% = {two * 100} 份。",
            f"每次加水 {two * 100} − {one * 100} = {(two - one) * 100} 份，再加一次后溶液有 {two * 100} + {(two - one) * 100} = {(2 * two - one) * 100} 份。",
            f"浓度变为 {solute} ÷ {(2 * two - one) * 100} = {right}%",
        ),
        parameters={"task": "water-twice", "first": first, "second": second},
    )


def _pour(chance: Chance, liquid: str) -> Generated | None:
    mass = chance.choice((100, 200, 250, 400, 500, 600, 800, 1000))
    out = mass * chance.choice((1, 2, 3, 4)) // 10 if chance.one_in(2) else mass // chance.choice((2, 4, 5))
    strength, times = chance.choice((10, 16, 20, 25, 40, 50, 60, 80)), chance.between(2, 3)
    right = poured(mass, strength, out, times)
    if not is_exact(right, 2):
        return None
    keep = 1 - Fraction(out, mass)
    removed = strength * Fraction(out, mass)
    candidates: Candidates = [
        (strength - times * removed, "每次都按最初的浓度倒出溶质"),
        (Fraction(strength) * (Fraction(mass) / (mass + out)) ** times, "只加了水，没有减去倒出的溶液"),
        (poured(mass, strength, out, times - 1), "少算了一次"),
        (poured(mass, strength, out, times + 1), "多算了一次"),
        (strength * Fraction(out, mass) ** times, "乘成了倒出的比例"),
        (Fraction(strength, times + 1), "以为每次浓度均匀减少"),
        (right + Fraction(strength, 10), "计算有误，少倒了溶质"),
        (right / 2, "多除了一次 2"),
    ]
    shown = quantity(right, "%", 2)
    power = " × ".join([decimal(keep, 3)] * times)
    return Generated(
        point=POINT,
        stem=(
            f"容器里有浓度为 {strength}% 的{liquid} {mass} 克。每次倒出 {out} 克，再加满水并搅匀，这样操作 {times} 次后，容器里{liquid}的浓度为"
        ),
        right=shown,
        wrong=wrong_quantities(candidates, "%", 2),
        steps=paragraphs(
            f"每次倒出 {out} 克，溶质剩下原来的 ({mass} − {out}) ÷ {mass} = {decimal(keep, 3)}；加满水后溶液仍是 {mass} 克，所以浓度也变为原来的 {decimal(keep, 3)}。",
            f"{times} 次后的浓度为 {strength}% × {power} = {shown}",
        ),
        parameters={"task": "poured", "mass": mass, "strength": strength, "out": out, "times": times},
    )


def _swap(chance: Chance, liquid: str) -> Generated | None:
    """The same amount is exchanged between two vessels so that both become equally strong: it does not depend on the strengths."""
    one, other = chance.between(100, 900, 20), chance.between(100, 900, 20)
    right = Fraction(one * other, one + other)
    strengths = chance.sample((5, 8, 10, 12, 15, 20, 24, 25, 30, 32, 36, 40, 45, 50, 60), 2)
    if one == other or right.denominator != 1:
        return None
    candidates: Candidates = [
        (Fraction(one + other, 4), "取了平均质量的一半"),
        (Fraction(min(one, other), 2), "以为交换较少一份的一半"),
        (Fraction(abs(one - other), 2), "算成了两份质量差的一半"),
        (Fraction(one + other, 2), "取了两份质量的平均"),
        (Fraction(one * strengths[0], sum(strengths)), "按浓度的比分配了质量"),
        (Fraction(max(one, other), 2), "以为交换较多一份的一半"),
        (right + 10, "计算时多算了 10 克"),
        (right - 10, "计算时少算了 10 克"),
        (right + 20, "计算时多算了 20 克"),
        (right - 20, "计算时少算了 20 克"),
    ]
    total = one + other
    return Generated(
        point=POINT,
        stem=(
            f"甲容器有浓度为 {strengths[0]}% 的{liquid} {one} 克，乙容器有浓度为 {strengths[1]}% 的同种{liquid} {other} 克。从两个容器中各取出质量相等的一部分，"
            "同时倒入对方容器，此后两容器的浓度相同，则从每个容器取出"
        ),
        right=f"{right} 克",
        wrong=wrong_quantities(candidates, "克"),
        steps=paragraphs(
            "交换后浓度相同，就等于全部混在一起再分开：每个容器里，来自甲、乙的溶液之比都是两者总质量之比。",
            f"甲容器的 {one} 克里，来自乙的占全部的 {other}/{total}，这正是换进来的质量：{one} × {other} ÷ {total} = {right} 克。",
            f"所以从每个容器取出 {right} 克",
        ),
        parameters={"task": "swap", "masses": [one, other], "strengths": strengths},
    )


KIND = Kind(
    name="mixture",
    title="浓度问题",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
