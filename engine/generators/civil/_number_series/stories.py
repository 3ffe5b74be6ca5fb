"""Rows of things each of which has as much more than the one before: what follows from what is told of some of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out


@dataclass
class Line:
    """So many times the first number and so many times the difference."""

    first: Fraction
    step: Fraction

    @classmethod
    def of(cls, places: range) -> Line:
        """The sum of the numbers at these places (the first is 0)."""
        return cls(Fraction(len(places)), Fraction(sum(places)))


def following(facts: list[tuple[Line, Fraction]], wanted: Line) -> Fraction | None:
    """The value of a combination of first number and difference that follows from others; None where it does not, or they disagree.

    Raises:
        StayOut: they disagree.
    """
    found: set[Fraction] = set()
    for one in range(len(facts)):
        line, value = facts[one]
        # A multiple of one fact is enough: the sum of nine, of which the fifth is told.
        if line.first * wanted.step == line.step * wanted.first and (line.first or line.step):
            found.add(value * (wanted.first / line.first if line.first else wanted.step / line.step))
        for other in range(one):
            second, other_value = facts[other]
            determinant = line.first * second.step - line.step * second.first
            if determinant:
                first = (value * second.step - line.step * other_value) / determinant
                step = (line.first * other_value - value * second.first) / determinant
                found.add(wanted.first * first + wanted.step * step)
    if len(found) > 1:
        stay_out("they disagree")
    return found.pop() if found else None


def solve_story(parameters: Parameters) -> Solution:
    """The one, the sum or the mean asked for."""
    facts = [(Line(Fraction(first), Fraction(step)), Fraction(value)) for first, step, value, _ in parameters["facts"]]
    told = [f"{what}：{_written(line)} = {decimal(value, 4)}" for (line, value), (*_, what) in zip(facts, parameters["facts"], strict=True)]
    if parameters["step"] is not None:
        facts.append((Line(Fraction(0), Fraction(1)), Fraction(parameters["step"])))
        told.insert(0, f"公差 d = {decimal(Fraction(parameters['step']), 4)}")
    wanted = Line(*(Fraction(each) for each in parameters["wanted"]))
    value = following(facts, wanted)
    if value is None or value < 0 or not is_exact(value, 4):
        stay_out("not settled")
    shown = decimal(value, 4)
    return Solution(
        answer=shown,
        also=(str(value),),
        steps=paragraphs(
            "设第一个为 a，公差为 d，成等差数列。",
            "；".join(told) + "。",
            f"所求{parameters['words']}为 {_written(wanted)}，等于 {shown}。",
        ),
    )


def _written(line: Line) -> str:
    """`10a + 45d`."""
    parts = [f"{'' if number == 1 else decimal(number, 4)}{name}" for number, name in ((line.first, "a"), (line.step, "d")) if number]
    return " + ".join(parts) or "0"
