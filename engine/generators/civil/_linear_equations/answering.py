"""What follows from relations, in the units of what was told."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from engine.generators.civil._problems.relations import ONE, Answer, Quantity, Relations, number, recognition
from engine.generators.civil._problems.relations_working import Wording, told_in_words, working
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out

_DIVISIBLE = ("元", "角", "分", "千克", "公斤", "吨", "升", "米", "亩", "公顷", "斤", "克", "度", "平方米", "")
"""Units of what can be told in parts; of people, books or trees there is no half."""


def answered(relations: Relations, asked: Sequence[tuple[Sequence[str], Sequence[Quantity], str]], wording: Wording) -> Recognition:
    """The answers to what is asked: of each question the names, the quantities and the unit.

    A question of several names is answered with all of them (`鸡 23 只；兔 12 只`); the unit `:` asks for their ratio, `倍` and `%` for the first
    quantity in terms of the second.

    Raises:
        StayOut: it does not follow, or would be less than nothing or a part of a person.
    """
    relations.asked.clear()
    found: list[Answer] = []
    for place, (names, quantities, unit) in enumerate(asked):
        if unit in ("倍", "%"):
            one, other = quantities
            value = relations.ratio(one, other)
            if value is None or value < 0:
                stay_out("does not follow")
            found.append((place, value * (100 if unit == "%" else 1), unit))
            continue
        if unit == ":":
            values = [_value(relations, quantity, quantities[0], "") for quantity in quantities]
            scale = lcm(*(value.denominator for value in values))
            found.append((place, ":".join(str(value * scale) for value in values), ""))
            continue
        values = [_value(relations, quantity, number(1), unit) for quantity in quantities]
        if len(values) == 1:
            found.append((place, values[0], unit))
        else:
            said = (f"{name} {_shown(value)} {unit}".rstrip() for name, value in zip(names, values, strict=True))
            found.append((place, "；".join(said), ""))
    return recognition(
        told_in_words(relations, wording), found, {}, working=working(relations, [each[1] for each in found], wording, composed=True)
    )


def unknowns_are_possible(relations: Relations, unit: str) -> None:
    """No unknown is less than nothing, or a part of what has none.

    Raises:
        StayOut: one is.
    """
    names = dict.fromkeys(name for one, other in relations.told for name in (*one, *other) if name != ONE)
    for name in names:
        value = relations.value({name: Fraction(1)})
        if value is not None and (value < 0 or (value.denominator > 1 and unit.removeprefix("万").removeprefix("亿") not in _DIVISIBLE)):
            stay_out(f"so much of {name}: {value}")


def _value(relations: Relations, quantity: Quantity, of: Quantity, unit: str) -> Fraction:
    value = relations.ratio(quantity, of)
    if value is None or value < 0:
        stay_out("does not follow")
    if value.denominator > 1 and unit not in _DIVISIBLE:
        stay_out("a part of one")
    return value


def _shown(value: Fraction) -> str:
    return decimal(value, 2) if is_exact(value) else str(value)
