"""Word problems of the civil-service exam: wrong options of one form, and opening a problem for reading."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from engine.generators.kind import Wrong
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import Reading

Candidates: TypeAlias = list[tuple[Fraction | int, str]]
"""(value, misconception) of wrong options, likeliest first."""

EXAM_TALK = r"(?:国考|省考|公考|公务员考试|(?<![的名个位录取新招])公务员|行测|事业单位|考公|联考|数量关系|数学运算|资料分析)(?:的|里|中|真题|题目|题|数量题)*"
"""What people say about where a problem comes from; it changes nothing."""

IS = r"(?:分别)?(?:均|都|各)?(?:为|是|=|:|有|达到?|达)*\s*"
"""What may stand between a name and its value."""

PEOPLE = "小明|小红|小王|小李|小张|小刘|小赵|小陈"


def quantity(value: Fraction | int, unit: str, digits: int = 0) -> str:
    """`12 天`, `7.5 元`, `30%`: at most so many decimals."""
    return f"{decimal(value, digits)}{'' if unit == '%' else ' '}{unit}"


def wrong_quantities(candidates: Candidates, unit: str, digits: int = 0) -> list[Wrong]:
    """Options from (value, misconception). Values that are not positive, or not exact with so many decimals, are left out: beside a
    right option that comes out even they would be seen to be wrong.
    """
    return [Wrong(quantity(value, unit, digits), why) for value, why in candidates if value > 0 and is_exact(Fraction(value), digits)]


def opened(text: str) -> Reading:
    """A reading of a word problem without the talk of its source."""
    reading = Reading(text)
    reading.take_all(EXAM_TALK)
    return reading


def own_wording(value: Fraction, unit: str) -> tuple[str, tuple[str, ...]]:
    """An answer that may not come out even, and other wordings: `7.5 天`; `56/15 天（约 3.73 天）` with `3.73 天` and `56/15 天`."""
    short = quantity(value, unit, 2).rstrip()  # a mean of marks may have no unit
    if is_exact(value):
        return short, ()
    whole = f"{value} {unit}".rstrip()
    return f"{whole}（约 {short}）", (short, whole)
