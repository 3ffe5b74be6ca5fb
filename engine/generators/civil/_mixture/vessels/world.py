"""Vessels with an amount and what is in it, and what happens to them: taken, put in, dried, put together. All as exact terms."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.reading import StayOut, stay_out

WATER, PURE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Portion:
    """An amount of something.

    Attributes:
        mass, content: how much of it there is, and of what is dissolved in it.
        strength: content over mass, where it is a number or an unknown of its own.
    """

    mass: Term
    content: Term
    strength: Term | None = None

    def and_(self, other: Portion) -> Portion:
        """Both together."""
        same = self.strength if self.strength is not None and self.strength == other.strength else None
        return Portion(plus(self.mass, other.mass), plus(self.content, other.content), same)


@dataclass(slots=True)
class Vessel:
    """A vessel, a sort or a heap.

    Attributes:
        first: what was in it when it was told of; now: what is in it.
        told_mass: whether a text told it of `first`; told_strength: what it told.
        said: whether it was just told how much is in it.
        wet: whether shares that are told of it are those of water.
        filled: how much there was before something was taken out.
        changed: whether something has happened to it.
        gone: whether it was poured into another.
    """

    name: str
    first: Portion
    now: Portion
    told_mass: bool = False
    told_strength: Fraction | None = None
    wet: bool = False
    said: bool = False
    changed: bool = False
    gone: bool = False
    rounds: list[Term | Fraction] = field(default_factory=list)


class World:
    """All vessels, in the order in which they were told of."""

    def __init__(self) -> None:
        self.equations = Equations()
        self.vessels: dict[str, Vessel] = {}
        self.current: Vessel | None = None
        self.hands: list[tuple[Vessel, Portion]] = []
        self.doses: list[Term] = []
        self.lines: list[str] = []
        self.masses: list[str] = []
        self.outs: list[tuple[Vessel, Term]] = []
        self._count = 0

    def unknown(self, letter: str) -> Term:
        """A new unknown; those of masses may be a scale."""
        self._count += 1
        name = f"{letter}{self._count:02}"
        if letter == "m":
            self.masses.append(name)
        return symbol(name)

    def portion(self, mass: Term | None, strength: Fraction | None) -> Portion:
        """So much of that strength; what is not told is unknown."""
        mass = self.unknown("m") if mass is None else mass
        size = constant(strength) if strength is not None else self.unknown("c")
        return Portion(mass, product_of(mass, size), size)

    def begin(self, name: str, mass: Term | None, strength: Fraction | None) -> Vessel:
        """A vessel that is told of for the first time."""
        what = self.portion(mass, strength)
        name = name or f"溶液{len(self.vessels) + 1}"
        if name in self.vessels:
            stay_out(f"{name} twice")
        made = self.vessels[name] = Vessel(name, what, what, mass is not None, strength)
        self.current = made
        return made

    def tell_mass(self, vessel: Vessel, mass: Term) -> None:
        """How much there is in it now."""
        self.equations.equal(vessel.now.mass, mass)
        vessel.told_mass = vessel.told_mass or not vessel.changed
        vessel.said = True

    def tell_strength(self, vessel: Vessel, strength: Fraction) -> None:
        """How strong it is now."""
        now, told = vessel.now, constant(strength)
        if now.strength is not None and all(not product for product in now.strength) and now.strength != told:
            stay_out("so strong and not so strong")
        if now.strength is not None:
            self.equations.equal(now.strength, told)
        else:
            self.equations.equal(now.content, scaled(now.mass, strength))
        vessel.now = replace(now, strength=told)
        if not vessel.changed:
            vessel.first, vessel.told_strength = vessel.now, strength

    def take(self, vessel: Vessel, mass: Term) -> Portion:
        """So much out of a vessel, as strong as the whole."""
        now = vessel.now
        strength = now.strength
        if strength is None:
            strength = self.unknown("c")
            self.equations.equal(product_of(strength, now.mass), now.content)
        gone = product_of(mass, strength)
        vessel.now = Portion(less(now.mass, mass), less(now.content, gone), strength)
        vessel.changed, vessel.said = True, False
        self.outs.append((vessel, vessel.now.mass))
        return Portion(mass, gone, strength)

    def take_share(self, vessel: Vessel, share: Fraction) -> Portion:
        """That share of what is in a vessel."""
        now = vessel.now
        vessel.now = Portion(scaled(now.mass, 1 - share), scaled(now.content, 1 - share), now.strength)
        vessel.changed = True
        return Portion(scaled(now.mass, share), scaled(now.content, share), now.strength)

    def put(self, vessel: Vessel, what: Portion) -> None:
        """Something into a vessel."""
        vessel.now, vessel.said = vessel.now.and_(what), False
        vessel.changed = True
        self.current = vessel

    def dry(self, vessel: Vessel, mass: Term) -> None:
        """So much water out of it."""
        vessel.now, vessel.said = Portion(less(vessel.now.mass, mass), vessel.now.content), False
        vessel.changed = True
        self.outs.append((vessel, vessel.now.mass))
        self.current = vessel

    def mix(self, vessels: list[Vessel], name: str = "") -> Vessel:
        """All of them together in a new one."""
        if len(vessels) < 2:
            stay_out("mixed with what")
        if any(each.gone for each in vessels):
            stay_out("mixed already")
        made = vessels[0].now
        for each in vessels[1:]:
            made = made.and_(each.now)
        for each in vessels:
            each.gone = True
        name = name or f"混合液{len(self.vessels) + 1}"
        mixture = self.vessels[name] = Vessel(name, made, made, changed=True)
        self.current = mixture
        return mixture

    def left(self) -> list[Vessel]:
        """Those that were not poured into another."""
        return [each for each in self.vessels.values() if not each.gone]

    def value(self, above: Term, below: Term | None = None) -> Fraction:
        """What follows, whatever the unknown scale.

        Raises:
            StayOut: nothing single follows.
        """
        return self.equations.value(above, self.masses, below)

    def check(self) -> None:
        """Nothing is taken that is not there.

        Raises:
            StayOut: less than nothing is left somewhere.
        """
        for vessel, rest in self.outs:
            if not vessel.told_mass:
                continue
            try:
                value = self.equations.value(plus(rest, constant(10**7)), self.masses)
            except StayOut:
                continue
            if value < 10**7:
                stay_out("more is taken than there is")
