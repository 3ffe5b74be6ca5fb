"""The working of what follows from relations, as a person would write it: one unknown after another, then what is asked.

A relation with one unknown left gives that unknown; where none is left like that, the rest are solved together. Where nothing says how
large anything is (only ratios are asked), an unknown is called 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from engine.generators.civil._problems.relations import ONE, Quantity, Relations, number, unknown
from engine.generators.quantities import decimal, is_exact

Query: TypeAlias = tuple[Quantity, Quantity, Fraction]

_MOST_STEPS = 12
_MOST_QUERIES = 4
_LARGEST_DENOMINATOR = 10_000  # of a fraction that is told as one

# By how much one unit of length, time, money or number differs from another.
_FACTORS = {
    *(Fraction(10) ** power for power in range(-9, 13)),
    *(Fraction(each) for each in ("60", "3600", "1/60", "1/3600", "24", "1/24", "5/18", "18/5", "50/3", "3/50")),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a topic's unknowns are told.

    Attributes:
        name: an unknown's name in Chinese.
        unit: of an unknown, how many of the relations' units one shown unit is, and what that unit is called.
        measure: what a product of an unknown and a time (or another quantity that is no number) is told in, and constants beside it:
            how many of the relations' units; None where factors are numbers.
        fractions: values below 1 and those that do not come out even are told as fractions; otherwise as decimals, rounded if need be.
    """

    name: Callable[[str], str]
    unit: Callable[[str], tuple[Fraction, str]] = lambda name: (Fraction(1), "")
    measure: Fraction | None = None
    fractions: bool = True


def working(relations: Relations, answers: Sequence[Fraction | str], wording: Wording, *, composed: bool = False) -> list[str]:
    """The lines from what was told to what is asked; none where a way is not found that a person would follow.

    `composed`: an answer that is no ratio that was asked for is made of all of them (a mean rate, the change of a share).
    """
    queries: list[Query] = []
    for answer in answers:
        fitting = [query for query in relations.asked if _tells(query[2], answer)]
        if not fitting and not composed:
            return []
        queries += fitting[-1:] or relations.asked
    queries = [query for place, query in enumerate(queries) if query not in queries[:place]]
    if not queries or len(queries) > _MOST_QUERIES:
        return []
    needed = {name for one, other, _ in queries for name in (*one, *other) if name != ONE}
    bases = [name for one, other, _ in queries for name in (*other, *one) if name != ONE]
    others = sorted({name for relation in relations.told for quantity in relation for name in quantity if name != ONE})
    ways = [way for base in dict.fromkeys((*bases, *others)) or [ONE] if (way := _Way(relations, wording)).leads_to(needed, base)]
    if not ways:
        return []
    # The base from which everything comes out even is easiest to follow.
    lines = next((way for way in ways if way.is_even()), ways[0]).lines(needed, queries)
    return lines if len(lines) <= _MOST_STEPS else []


def told_in_words(relations: Relations, wording: Wording) -> list[str]:
    """The relations as they were told: `12 × 甲的效率 = 总量`."""
    way = _Way(relations, wording)
    return [f"{way.in_words(one)} = {way.in_words(other)}" for one, other in relations.told]


def _tells(ratio: Fraction, answer: Fraction | str) -> bool:
    """Whether an answer is this ratio in some unit: as it is, as a percentage, as a rate of growth, or in another unit."""
    try:
        value = Fraction(str(answer).split("|")[-1])
    except ValueError:
        return False
    return any(
        value in (each, each * 100, (each - 1) * 100, (1 - each) * 100) or (value and each / value in _FACTORS) for each in (ratio, -ratio)
    )


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    uses: frozenset[str]
    text: str


class _Way:
    """The values of unknowns, and the step that gives each."""

    def __init__(self, relations: Relations, wording: Wording) -> None:
        self._relations, self._wording = relations, wording
        self._values: dict[str, Fraction] = {}
        self._steps: list[_Step] = []
        self._called_one = False
        self._rounded = False
        self._told_together: set[str] = set()

    def is_even(self) -> bool:
        """Whether every value is a short decimal."""
        return all(is_exact(value / self._wording.unit(name)[0], 4) for name, value in self._values.items())

    def leads_to(self, needed: set[str], base: str) -> bool:
        """Find the values of the unknowns needed; where none follows, `base` is called 1. Whether all were found."""
        measure: Quantity | None = None
        self._take_values_told()
        while not needed <= self._values.keys():
            if self._follow():
                continue
            if measure is None and not any(self._relations.value(unknown(name)) is not None for name in needed):
                measure = self._call_one(base)
            elif not self._solve_together(sorted(needed - self._values.keys()), measure or number(1), base if measure else None):
                if measure is None:
                    return False
                self._call_one(min(needed - self._values.keys()))  # nothing compares it with the first: a thing of its own
        return True

    def lines(self, needed: set[str], queries: Sequence[Query]) -> list[str]:
        """The steps that lead to what is needed, and what is asked."""
        kept: list[_Step] = []
        needed = set(needed)
        for step in reversed(self._steps):
            if step.name in needed:
                kept.insert(0, step)
                needed |= step.uses
        said = {step.name for step in kept if step.text} | self._told_together
        lines = [step.text for step in kept if step.text] + [self._asked(one, other, ratio, said) for one, other, ratio in queries]
        return [line for line in dict.fromkeys(lines) if line]

    def in_words(self, quantity: Quantity) -> str:
        """`12 × 甲的效率 + 5`."""
        return self._told(quantity, Fraction(1), figures=False)

    def _call_one(self, name: str) -> Quantity:
        self._values[name] = self._wording.unit(name)[0]
        self._called_one = True
        self._steps.append(_Step(name, frozenset(), f"设{self._wording.name(name)}为 1"))
        return unknown(name)

    def _take_values_told(self) -> None:
        """What is said to have a value needs no step, unless it is said of several at once (`5 × 每人 = 60`)."""
        for one, other in self._relations.told:
            names = _differing(one, other)
            if len(names) == 1 and (name := next(iter(names))) not in self._values:
                self._values[name] = self._value(one, other, name)
                plain = abs(one.get(name, Fraction(0)) - other.get(name, Fraction(0))) == 1
                self._steps.append(_Step(name, frozenset(), "" if plain else self._solved(one, other, name)))

    def _follow(self) -> bool:
        """Take every relation with one unknown left; whether there was any."""
        found = False
        for one, other in self._relations.told:
            names = _differing(one, other)
            left = names - self._values.keys()
            if len(left) == 1:
                name = left.pop()
                self._values[name] = self._value(one, other, name)
                self._steps.append(_Step(name, frozenset(names - {name}), self._solved(one, other, name)))
                found = True
        return found

    def _solve_together(self, names: Sequence[str], measure: Quantity, base: str | None) -> bool:
        """The values of unknowns that no single relation gives; whether there are such."""
        found = {name: self._relations.ratio(unknown(name), measure) for name in names}
        for name, value in found.items():
            if value is None:
                return False
            self._values[name] = value * (self._values[base] if base else 1)
        self._told_together |= set(names)
        shown = "，".join(f"{self._wording.name(name)} {self._equals(self._own(name))} {self._shown(name)}" for name in names)
        self._steps.append(_Step(names[0], frozenset({base} if base else ()), f"{'联立' if len(names) > 1 else ''}解得 {shown}"))
        self._steps += [_Step(name, frozenset({names[0]}), "") for name in names[1:]]
        return True

    def _value(self, one: Quantity, other: Quantity, name: str) -> Fraction:
        slope = one.get(name, Fraction(0)) - other.get(name, Fraction(0))
        return self._amount(_rest(one, other, name)) / slope

    def _amount(self, quantity: Quantity) -> Fraction:
        return sum((factor * self._values.get(name, Fraction(1)) for name, factor in quantity.items()), Fraction(0))

    def _solved(self, one: Quantity, other: Quantity, name: str) -> str:
        """`去年 = 36.8 ÷ 0.92 = 40 亿元`: the relation solved for one unknown, its figures in."""
        slope = one.get(name, Fraction(0)) - other.get(name, Fraction(0))
        rest = _rest(one, other, name)
        if slope < 0:
            slope, rest = -slope, {each: -factor for each, factor in rest.items()}
        scale = self._scale({**rest, name: slope})
        slope *= self._wording.unit(name)[0] / scale
        self._rounded = False
        terms = self._told(rest, scale, figures=True)
        if slope != 1:
            terms = _bracketed(terms) if " + " in terms or " − " in terms else terms
            terms += f" × {slope.denominator}" if slope.numerator == 1 else f" ÷ {self._figure(slope)}"
        result = f"{self._equals(self._own(name))} {self._shown(name)}"
        if slope == 1 and terms == self._figure(self._own(name)):
            return f"{self._wording.name(name)} {result}"
        return f"{self._wording.name(name)} = {terms} {result}"

    def _scale(self, quantity: Quantity) -> Fraction:
        """What a sum is told in: the unit of its unknowns, or the measure where they stand with factors that are no numbers."""
        names = [name for name in quantity if name != ONE]
        if self._wording.measure is None or (
            names and all(abs(quantity[name]) == 1 for name in names) and len({self._wording.unit(name)[0] for name in names}) == 1
        ):
            return self._wording.unit(names[0])[0] if names else Fraction(1)
        return self._wording.measure

    def _asked(self, one: Quantity, other: Quantity, ratio: Fraction, said: set[str]) -> str:
        """The line of what is asked; empty where a step has said it."""
        above, below = ([name for name in quantity if name != ONE] for quantity in (one, other))
        if not above and not below:
            return (
                ""
                if other == number(1)
                else f"{self._figure(one.get(ONE, Fraction(0)))} ÷ {self._figure(other[ONE])} {self._equals(ratio)} {self._figure(ratio)}"
            )
        self._rounded = False
        scale = self._scale(one) if above else self._wording.measure or Fraction(1)
        words, figures = self._told(one, scale, figures=False), self._told(one, scale, figures=True)
        if not below:
            if len(one) == 1 and one[above[0]] == 1:
                return "" if above[0] in said else f"{words} {self._equals(self._own(above[0]))} {self._shown(above[0])}"
            if other[ONE] in _FACTORS:
                value = self._amount(one) / scale
                unit = self._called(above[0]) if scale == self._wording.unit(above[0])[0] else ""
                return f"{words} = {figures} {self._equals(value)} {self._figure(value)}{unit}"
            return f"{_bracketed(words)} ÷ {self._figure(other[ONE] / scale)} {self._equals(ratio)} {self._figure(ratio)}"
        base = self._scale(other)
        shown = ratio * base / scale
        divisor, divided = self._told(other, base, figures=False), self._told(other, base, figures=True)
        if divided == "1":
            return f"{_bracketed(words)} ÷ {_bracketed(divisor)} {self._equals(shown)} {self._figure(shown)}"
        if scale != base and len(above) == len(below) == 1 and self._wording.measure is None:  # 576 亿元 among 4800 万人次
            figures, divided, shown = figures + self._called(above[0]), divided + self._called(below[0]), ratio
        quotient = f"{_bracketed(figures)} ÷ {_bracketed(divided)} {self._equals(shown)} {self._figure(shown)}"
        return f"{_bracketed(words)} ÷ {_bracketed(divisor)} = {quotient}" if above else quotient

    def _told(self, quantity: Quantity, scale: Fraction, *, figures: bool) -> str:
        """`2 × 甲 + 12` or `2 × 30 + 12`, in units of `scale`."""
        text = ""
        for name, factor in sorted(quantity.items(), key=lambda term: term[1] < 0):  # what is taken off stands last
            if not factor:
                continue
            size = abs(factor) / scale
            if name == ONE:
                term = self._figure(size)
            else:
                size *= self._wording.unit(name)[0]
                term = self._figure(self._own(name)) if figures else self._wording.name(name)
                term = term if size == 1 else f"{self._figure(size)} × {term}"
            minus = factor < 0
            if text and term.startswith("−"):  # `1/4 − 1/8`, not `1/4 + −1/8`
                minus, term = not minus, term[1:]
            text += f"{' − ' if minus else ' + '}{term}" if text else ("−" if minus else "") + term
        return text or "0"

    def _own(self, name: str) -> Fraction:
        """An unknown's value in its own unit."""
        return self._values[name] / self._wording.unit(name)[0]

    def _shown(self, name: str) -> str:
        return self._figure(self._own(name)) + self._called(name)

    def _called(self, name: str) -> str:
        unit = "" if self._called_one else self._wording.unit(name)[1]
        return f" {unit}" if unit else ""

    def _equals(self, value: Fraction) -> str:
        """The sign before a result; what rounded figures give is not exact."""
        if self._rounded:
            return "≈"
        return "=" if is_exact(value, 4) or (self._wording.fractions and value.denominator <= _LARGEST_DENOMINATOR) else "≈"

    def _figure(self, value: Fraction) -> str:
        """A number: a decimal where that is exact, a small fraction where fractions are wanted, or rounded."""
        if (
            self._wording.fractions
            and value.denominator <= _LARGEST_DENOMINATOR
            and (abs(value) < 1 or not is_exact(value, 4))
            and value.denominator > 1
        ):
            return f"{value.numerator}/{value.denominator}".replace("-", "−")
        places = 4 if is_exact(value, 4) or abs(value) < 10 else 2
        self._rounded |= not is_exact(value, places)
        return decimal(value, places).replace("-", "−")


def _differing(one: Quantity, other: Quantity) -> set[str]:
    """The unknowns of a relation."""
    return {name for name in (*one, *other) if name != ONE and one.get(name, Fraction(0)) != other.get(name, Fraction(0))}


def _rest(one: Quantity, other: Quantity, name: str) -> dict[str, Fraction]:
    """A relation's other side when one unknown is left alone on the first."""
    rest: dict[str, Fraction] = {}
    for quantity, sign in ((other, 1), (one, -1)):
        for each, factor in quantity.items():
            if each != name:
                rest[each] = rest.get(each, Fraction(0)) + sign * factor
    return {each: factor for each, factor in rest.items() if factor}


def _bracketed(text: str) -> str:
    """A sum, a product or a fraction in brackets, as part of a division."""
    return f"({text})" if any(sign in text for sign in (" + ", " − ", " × ", "/")) else text
