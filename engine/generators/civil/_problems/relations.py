"""What is told of a problem's unknowns as linear relations, and what follows from them.

A quantity is a sum of unknowns with coefficients; `ONE` stands for the number 1, so that a relation with constants is linear, too. Everything
asked is a ratio of two quantities (a value is its ratio to 1, a time the ratio of a way to a speed), and a ratio can be certain where neither
quantity is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from engine.generators import patterns
from engine.generators.civil._problems.problems import own_wording
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out

Answer: TypeAlias = tuple[int, Fraction | str, str]
"""Where in the text something is asked, its value (or the answer in words) and unit."""

Quantity: TypeAlias = dict[str, Fraction]
ONE = "1"


def number(value: Fraction | int | str) -> dict[str, Fraction]:
    """A constant."""
    return {ONE: Fraction(value)}


def unknown(name: str) -> dict[str, Fraction]:
    """One unknown."""
    return {name: Fraction(1)}


def total(*parts: Quantity) -> dict[str, Fraction]:
    """The sum of quantities."""
    result: dict[str, Fraction] = {}
    for part in parts:
        for name, value in part.items():
            result[name] = result.get(name, Fraction(0)) + value
    return {name: value for name, value in result.items() if value}


def times(factor: Fraction | int, quantity: Quantity) -> dict[str, Fraction]:
    """A multiple of a quantity."""
    return {name: factor * value for name, value in quantity.items() if factor * value}


def minus(one: Quantity, other: Quantity) -> dict[str, Fraction]:
    """The difference of two quantities."""
    return total(one, times(-1, other))


class Relations:
    """Linear relations, kept in reduced form: no relation's first unknown is in another.

    Attributes:
        told: the relations as they were told, in order.
        asked: what was asked of them and had a value: (one, other, how many times the other the one is).
    """

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Fraction]] = {}
        self.told: list[tuple[Quantity, Quantity]] = []
        self.asked: list[tuple[Quantity, Quantity, Fraction]] = []

    def copy(self) -> Relations:
        """The same relations, to be tried out on."""
        other = Relations()
        other._rows = dict(self._rows)
        other.told, other.asked = list(self.told), list(self.asked)
        return other

    def equal(self, one: Quantity, other: Quantity) -> None:
        """Adds a relation.

        Raises:
            StayOut: it contradicts those known.
        """
        self.told.append((one, other))
        rest = self.reduced(minus(one, other))
        if not rest:
            return
        first = next((name for name in sorted(rest) if name != ONE), None)
        if first is None:
            stay_out("what is told contradicts itself")
        row = times(1 / rest[first], rest)
        for name, each in self._rows.items():
            if first in each:
                self._rows[name] = minus(each, times(each[first], row))
        self._rows[first] = row

    def reduced(self, quantity: Quantity) -> dict[str, Fraction]:
        """The quantity without every unknown that the relations replace."""
        result = dict(quantity)
        for name, row in self._rows.items():
            if name in result:
                result = minus(result, times(result[name], row))
        return {name: value for name, value in result.items() if value}

    def ratio(self, one: Quantity, other: Quantity) -> Fraction | None:
        """How many times the second the first is; None where the relations leave it open.

        Raises:
            StayOut: the second is zero.
        """
        found = self._ratio(one, other)
        if found is not None:
            self.asked.append((one, other, found))
        return found

    def _ratio(self, one: Quantity, other: Quantity) -> Fraction | None:
        above, below = self.reduced(one), self.reduced(other)
        if not below:
            stay_out("divided by zero")
        if not above:
            return Fraction(0)
        if above.keys() != below.keys():
            return None
        ratios = {above[name] / below[name] for name in above}
        return ratios.pop() if len(ratios) == 1 else None

    def value(self, quantity: Quantity) -> Fraction | None:
        """The quantity's value; None where the relations leave it open."""
        return self.ratio(quantity, number(1))


def recognition(
    lines: Sequence[str],
    answers: Sequence[Answer],
    called: Mapping[str, str],
    conventions: Sequence[str] = (),
    *,
    working: Sequence[str] = (),
    rounded: bool = False,
    digits: int | None = None,
) -> Recognition:
    """What was understood, as lines, and the answers in the order in which they are asked.

    `working`: the lines from what was told to what is asked (`_relations_working.working`). `rounded`: values that do not come out even are given in decimals, as in data analysis; `digits`: so many, where the text says it.

    Raises:
        StayOut: nothing is asked.
    """
    if not answers:
        stay_out("nothing asked")
    return Recognition(
        parameters={
            "task": "relations",
            "told": list(lines),
            "answers": [
                [str(value), unit, isinstance(value, Fraction)] for _, value, unit in sorted(answers, key=lambda answer: answer[0])
            ],
            "conventions": list(conventions),
            "working": list(working),
            "unit": "",
            "rounded": rounded,
            "digits": digits,
        },
        understood=(*called.items(), ("条件", "；".join(lines))),
    )


def solution(parameters: Parameters) -> Solution:
    """The answers of a `recognition`, with the relations they follow from."""
    digits = parameters["digits"]
    said = [
        _rounded(value, unit, counted, digits) if parameters["rounded"] else _worded(value, unit, counted)
        for value, unit, counted in parameters["answers"]
    ]
    if len(said) > 1:
        # Several at once: a fraction, and what it is about among the other wordings.
        said = [(others[-1], others[:1]) if "（" in each else (each, others) for each, others in said]
    answer = "；".join(each for each, _ in said)
    also = list(parameters.get("also", ()))
    also += list(said[0][1]) if len(said) == 1 else ["；".join((others or (each,))[0] for each, others in said)]
    also += ["；".join((others or (each,))[-1] for each, others in said)] if len(said) > 1 else []
    if len(said) == 1 and parameters["answers"][0][2]:
        value, unit = Fraction(parameters["answers"][0][0]), parameters["answers"][0][1]
        if not parameters["rounded"] and value > 1 and value.denominator != 1 and unit != "%":
            also.append(f"{value.numerator // value.denominator}又{value % 1} {unit}".strip())
        if unit in ("米/秒", "千米/小时") and not parameters["rounded"]:
            other = value * Fraction(18, 5) if unit == "米/秒" else value / Fraction(18, 5)
            if is_exact(other):
                also.append(f"{decimal(other, 2)} {'千米/小时' if unit == '米/秒' else '米/秒'}")
        if unit == "小时" and not parameters["rounded"] and value > 1 and (60 * value).denominator == 1 != value.denominator:
            also.append(f"{value.numerator // value.denominator} 小时 {60 * (value % 1)} 分钟")
        if unit == "分钟" and not parameters["rounded"] and value > 60 and value.denominator == 1:
            also += [f"{value // 60} 小时 {value % 60} {minutes}" for minutes in ("分钟", "分")] if value % 60 else [f"{value // 60} 小时"]
        if not parameters["rounded"] and unit in _IN_LETTERS and is_exact(value, 4):
            also.append(f"{decimal(value, 4)} {_IN_LETTERS[unit]}")
    return Solution(
        answer=answer,
        also=tuple(each for each in also if each != answer),
        steps=paragraphs(
            "由题意：" + "；".join(parameters["told"]) + "。", *(f"{line}。" for line in parameters["working"]), f"所以答案是 {answer}。"
        ),
        conventions=tuple(parameters["conventions"]),
        roughly=parameters["rounded"],
    )


_IN_LETTERS = {"千米": "km", "米": "m", "小时": "h", "分钟": "min", "秒": "s", "千米/小时": "km/h", "米/秒": "m/s", "米/分钟": "m/min"}


def _worded(value: str, unit: str, counted: bool) -> tuple[str, tuple[str, ...]]:
    """An answer and other wordings of it."""
    if not counted:
        words = {"赚": ("赚了", "盈利", "盈利了", "获利"), "亏": ("亏了", "亏损", "亏损了", "赔", "赔了")}.get(value[:1], ())
        return value, ((patterns.sub(" ", "", value),) if " " in value else ()) + tuple(
            patterns.sub("^[赚亏] ", word, value) for word in words
        )
    exact = Fraction(value)
    if unit != "%":
        return own_wording(exact, unit)
    shown = f"{decimal(exact, 2 if is_exact(exact) or not is_exact(exact, 4) else 4)}%"
    return (
        (shown, (f"{decimal(exact, 1)}%", *([f"{decimal(exact, 0)}%"] if exact.denominator != 1 and exact > 10 else [])))
        if is_exact(exact, 4)
        else (f"约 {shown}", (shown, f"{decimal(exact, 1)}%", f"{decimal(exact, 0)}%"))
    )


def _rounded(value: str, unit: str, counted: bool, digits: int | None) -> tuple[str, tuple[str, ...]]:
    """A statistic: as many decimals as are asked for, or two."""
    way = ""
    if not counted:
        if "|" not in value:
            return value, ("持平", "基本持平", "约持平", "没有变化", "保持不变", "基本不变", "相同", "一样") if value == "不变" else ()
        way, value = value.split("|")
    exact = Fraction(value)
    gap = "" if unit in ("%", "") else " "
    way = f"{way} " if way else ""
    shown = f"{way}{decimal(exact, 2 if digits is None else digits)}{gap}{unit}"
    others = tuple(f"{way}{decimal(exact, places, keep_zeros=True)}{gap}{unit}" for places in (1, 2, 0) if places or exact >= 10)
    bare = tuple(f"{decimal(exact, places)}{gap}{unit}" for places in (2, 1)) if way else ()
    # Options may say only which way: `提高了`, `降低了`.
    ways = {
        "上升": ("增加", "上升", "提高", "增长"),
        "增加": ("增加", "上升", "增长"),
        "下降": ("减少", "下降", "降低"),
        "减少": ("减少", "下降"),
    }
    bare += tuple(each + ending for each in ways.get(way.strip(), ()) for ending in ("了", ""))
    about = shown if is_exact(exact, 2 if digits is None else digits) else f"{way.strip()}约 {shown.removeprefix(way)}"
    return about, (shown, *others, *bare)
