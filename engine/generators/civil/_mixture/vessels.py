"""Vessels of solutions: the mass in each and what is dissolved in it, as linear quantities."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.relations import Quantity, Relations, times, total, unknown
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

Vessel = tuple[Quantity, Quantity]


_CALLED = {
    "m": "质量",
    "x": "取用的质量",
    "M": "溶液的质量",
    "S": "溶质的质量",
    "s": "溶质的质量",
    "b": "蒸发的水",
    "dose": "每次加的质量",
    "exchanged": "交换的质量",
}
"""What the unknowns of a mixture stand for."""


@dataclass(slots=True)
class Mixing:
    """Vessels as (mass, what is dissolved in it); portions of which more is asked; results still to come."""

    relations: Relations = field(default_factory=Relations)
    lines: list[str] = field(default_factory=list)
    vessels: dict[str, Vessel] = field(default_factory=dict)
    portions: list[tuple[str, Fraction | None, Quantity, Quantity]] = field(default_factory=list)
    old: Vessel | None = None
    asks: list[tuple[int, str, Quantity, Quantity]] = field(default_factory=list)
    pending: Fraction | None = None
    target: tuple[Quantity, Quantity] | None = None
    changed: bool = False
    named: bool = False
    mixed: bool = False
    swapped: bool = False
    watered: bool = False  # as much water to both
    answered: bool = False
    strength_ratio: Fraction | None = None
    fresh: int = 0
    doses: int = 0
    full: Quantity | None = None

    def called(self, name: str) -> str:
        """What an unknown stands for; numbered where there are several of its sort."""
        sort = name.rstrip("0123456789")
        told = {each for relation in self.relations.told for quantity in relation for each in quantity}
        alike = sorted((each for each in told if each.rstrip("0123456789") == sort), key=lambda each: int(each[len(sort) :] or 0))
        return _CALLED.get(sort, sort) + ("①②③④⑤⑥⑦⑧⑨"[alike.index(name)] if len(alike) > 1 and name in alike[:9] else "")

    def new(self, sign: str) -> dict[str, Fraction]:
        """An unknown of its own."""
        self.fresh += 1
        return unknown(f"{sign}{self.fresh}")

    def state(self) -> Vessel:
        """Everything together where nothing is kept apart."""
        if "" in self.vessels:
            return self.vessels[""]
        if not self.vessels:
            self.vessels[""] = (self.new("M"), self.new("S"))
            self.old = self.vessels[""]
            return self.vessels[""]
        if self.mixed or not self.named:
            return (total(*(mass for mass, _ in self.vessels.values())), total(*(salt for _, salt in self.vessels.values())))
        if len(self.vessels) == 1:
            return next(iter(self.vessels.values()))
        stay_out("which vessel")

    def put(self, mass: Quantity, salt: Quantity) -> None:
        """Something is added to what is there."""
        before = self.state()
        key = "" if self.mixed or not self.named or "" in self.vessels else next(iter(self.vessels))
        if key == "" and "" not in self.vessels:
            self.vessels = {"": before}
        self.vessels[key] = (total(before[0], mass), total(before[1], salt))
        self.changed = True
        if self.pending is not None:
            self.holds(self.pending)
            self.pending = None

    def holds(self, strength: Fraction) -> None:
        """What is there has this strength."""
        mass, salt = self.state()
        self.relations.equal(salt, times(strength / 100, mass))
        self.lines.append(f"此时浓度为 {decimal(strength, 4)}%")
        self.changed = False

    def certain(self, above: Quantity, below: Quantity) -> Fraction:
        """A ratio that the relations determine.

        Raises:
            StayOut: they leave it open.
        """
        value = self.relations.ratio(above, below)
        return value if value is not None else stay_out("not determined")
