"""Sets of what a mean is taken of: named groups, single ones, places in a row; how many each has and what it comes to, as terms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations, Term, constant, plus, product_of, symbol
from engine.generators.reading import stay_out

_MOST_PLACES = 40


@dataclass(frozen=True, slots=True)
class Atom:
    """A part that is never divided: so many, coming to so much."""

    name: str
    count: Term
    total: Term


@dataclass(slots=True)
class Groups:
    """All parts of one text.

    Attributes:
        atoms: by name; row: how many places a row has, where places are spoken of.
        scales: the unknown counts.
    """

    equations: Equations = field(default_factory=Equations)
    atoms: dict[str, Atom] = field(default_factory=dict)
    row: int = 0
    scales: list[str] = field(default_factory=list)
    whole_count: Term | None = None
    fresh: int = 0

    def unknown(self, letter: str) -> Term:
        """A new unknown."""
        self.fresh += 1
        name = f"{letter}{self.fresh:02}"
        if letter == "n":
            self.scales.append(name)
        return symbol(name)

    def atom(self, name: str, single: bool = False) -> Atom:
        """The part of that name, made where it is new."""
        if name not in self.atoms:
            self.atoms[name] = Atom(name, constant(1) if single else self.unknown("n"), self.unknown("t"))
        return self.atoms[name]

    def places(self, first: int, last: int) -> list[str]:
        """The parts at places of the row."""
        if not self.row or not 1 <= first <= last <= self.row:
            stay_out("places of no row")
        if self.row > _MOST_PLACES:
            stay_out("a long row")
        for place in range(1, self.row + 1):
            self.atom(f"第{place}", single=True)
        return [f"第{place}" for place in range(first, last + 1)]

    def count(self, names: list[str]) -> Term:
        """How many they are together."""
        if any(name not in self.atoms for name in names) or not names:
            stay_out("of whom")
        return plus(*(self.atoms[name].count for name in names))

    def total(self, names: list[str]) -> Term:
        """What they come to together."""
        if any(name not in self.atoms for name in names) or not names:
            stay_out("of whom")
        return plus(*(self.atoms[name].total for name in names))

    def mean(self, names: list[str], value: Term) -> None:
        """Their mean is so much."""
        self.equations.equal(self.total(names), product_of(self.count(names), value))

    def mean_of(self, names: list[str]) -> Term:
        """Their mean as a term of its own."""
        value = self.unknown("a")
        self.mean(names, value)
        return value

    def value(self, above: Term, below: Term | None = None) -> Fraction:
        """What follows.

        Raises:
            StayOut: nothing single does.
        """
        return self.equations.value(above, self.scales, below)


def figures(text: str) -> str:
    """A text with the numerals before what is counted in digits."""
    digits = {each: str(place) for place, each in enumerate("零一二三四五六七八九")} | {"两": "2"}
    counted = r"(?=[人名位个次天题道箱门科项组队班只份件本周月场轮局篇张头块支种数日年棵筐袋])"

    def digit(found: re.Match[str]) -> str:
        said = found[1]
        if said == "十":
            return "10"
        if said[0] == "十":
            return "1" + digits[said[1]]
        if said[-1] == "十":
            return digits[said[0]] + "0"
        return digits[said] if len(said) == 1 else digits[said[0]] + digits[said[-1]]

    text = patterns.sub(
        rf"(?<![一二三四五六七八九十百千第])([二两三四五六七八九十]|十[一二三四五六七八九]|[二三四五六七八九]十|[二三四五六七八九]十[一二三四五六七八九]){counted}",
        digit,
        text,
    )
    return patterns.sub(r"第([一二三四五六七八九十])", lambda found: "第" + ("10" if found[1] == "十" else digits[found[1]]), text)
